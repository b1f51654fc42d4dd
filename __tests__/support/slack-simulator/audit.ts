import { type Answer, accept, refuse } from './answers.ts';
import { toText } from './arguments.ts';
import type { MethodCall } from './methods.ts';

/** Slack's path of the audit log; it lies beside the Web API. */
export const AUDIT_PATH = '/audit/v1/logs';

export const BULK_RESET = 'bulk_session_reset_by_admin';

/**
 * The audit events of bulk resets, the newest first; each is there `auditDelayMs` after the call.
 *
 * @see https://docs.slack.dev/admins/audit-logs-api/
 */
export function auditLogs({ values, organization, settings, nowMs }: MethodCall): Answer {
  const action = toText(values['action']);
  const actor = toText(values['actor']);
  if (action !== '' && action !== BULK_RESET) {
    return accept({ entries: [], response_metadata: { next_cursor: '' } });
  }
  const limit = Number(toText(values['limit']) || 9999);
  if (!Number.isInteger(limit) || limit < 1 || limit > 9999) {
    return refuse('invalid_arguments');
  }
  const listed = (userIds: readonly string[]) =>
    settings.auditDetails === 'json-string' ? JSON.stringify(userIds) : userIds;
  const entries = organization.auditEvents
    .filter((event) => event.atMs + settings.auditDelayMs <= nowMs && (actor === '' || event.actorId === actor))
    .map((event, index) => ({
      id: `0123a45b-6c7d-8900-e12f-${String(index).padStart(12, '0')}`,
      date_create: Math.floor((Date.now() - (nowMs - event.atMs) + settings.clockAheadMs) / 1000),
      action: BULK_RESET,
      actor: {
        type: 'user',
        user: { id: event.actorId, name: 'admin', email: 'admin@example.com', team: settings.orgId },
      },
      entity: {
        type: 'enterprise',
        enterprise: { id: settings.orgId, name: 'Example Org', domain: 'example-org' },
      },
      context: {
        location: { type: 'enterprise', id: settings.orgId, name: 'Example Org', domain: 'example-org' },
        ua: 'simulated',
        ip_address: '192.0.2.10',
      },
      details: { succeeded_users: listed(event.succeeded), failed_users: listed(event.failed) },
    }))
    .reverse();
  return accept({ entries: entries.slice(0, limit), response_metadata: { next_cursor: '' } });
}
