import { setTimeout as delay } from 'node:timers/promises';
import { isJson, type Json, type ProbeClient } from './client.ts';
import type { Findings } from './findings.ts';
import { describeShape } from './shape.ts';

const ACTION = 'bulk_session_reset_by_admin';

export interface AuditQuestions {
  readonly client: ProbeClient;
  readonly findings: Findings;
  /** Whose calls are looked for. */
  readonly actorId: string;
  /** How many resets were called for, and how many of those calls Slack accepted; each of these may have an event. */
  readonly sent: number;
  readonly accepted: number;
  readonly watchMs: number;
  readonly pollMs: number;
}

function shapeOf(list: unknown): string {
  return Array.isArray(list) ? 'array' : typeof list === 'string' ? 'json-string' : describeShape(list);
}

function eventsIn(body: Json, sinceSeconds: number): readonly Json[] {
  const entries: unknown = body['entries'];
  const events = Array.isArray(entries) ? entries.filter(isJson) : [];
  return events.filter((event) => Number(event['date_create']) >= sinceSeconds);
}

/** Reads what the audit log says of the resets, as far as the token may read it. */
export async function askAudit(questions: AuditQuestions, sinceSeconds: number): Promise<void> {
  const { client, findings, actorId, sent, accepted, watchMs, pollMs } = questions;
  const startedMs = performance.now();
  for (;;) {
    const { code, body } = await client.readAudit({ action: ACTION, actor: actorId, limit: '100' });
    if (code !== 'ok') {
      findings.note('audit events', `cannot be read: ${code}`);
      return;
    }
    const events = eventsIn(body, sinceSeconds);
    const elapsedMs = performance.now() - startedMs;
    const isOver = elapsedMs + pollMs > watchMs;
    if (events.length >= accepted || isOver) {
      const seconds = Math.ceil(elapsedMs / 1000);
      findings.note(
        'audit events',
        `${events.length} of ${sent} calls, ${accepted} of them accepted; after at most ${seconds} s`,
      );
      for (const { details } of events) {
        findings.note('auditDetails', shapeOf(isJson(details) ? details['succeeded_users'] : details));
      }
      return;
    }
    await delay(pollMs);
  }
}
