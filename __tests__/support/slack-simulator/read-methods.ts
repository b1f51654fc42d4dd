import { type Answer, accept, refuse, refuseWithMessages } from './answers.ts';
import { toText } from './arguments.ts';
import type { MethodCall } from './methods.ts';
import { type SessionKind, SIMULATOR_WORKSPACE } from './options.ts';
import type { ListedSession } from './organization.ts';

const MAX_PAGE = 1000;

const DEVICES: Readonly<Record<SessionKind, object>> = {
  web: { device_hardware: 'Chrome', os: 'Mac OS', os_version: '14.6.1', slack_client_version: '2026.11.1' },
  desktop: { device_hardware: 'Mac', os: 'Mac OS', os_version: '14.6.1', slack_client_version: '4.41.97' },
  mobile: { device_hardware: 'iPhone14,3', os: 'iOS', os_version: '18.1', slack_client_version: '24.11.20' },
  unknown: { device_hardware: '', os: '', os_version: '', slack_client_version: '' },
};

/** Every second session has changed since it began, and has `recent` for that reason. */
function toItem({ userId, session }: ListedSession, orgId: string): object {
  const created = { ...DEVICES[session.kind], ip: '192.0.2.10' };
  const hasChanged = session.sessionId % 2 === 0;
  return {
    user_id: userId,
    team_id: orgId,
    session_id: session.sessionId,
    created,
    ...(hasChanged ? { recent: { ...created, ip: '198.51.100.20' } } : {}),
  };
}

function whoIsMeant({ values, organization, settings }: MethodCall): { userId?: string; error?: string } {
  const userId = toText(values['user_id']);
  const teamId = toText(values['team_id']);
  if (userId === '' && teamId === '') {
    return {};
  }
  if (userId === '' || teamId === '') {
    return { error: userId === '' ? 'missing_user' : 'missing_team' };
  }
  if (teamId !== SIMULATOR_WORKSPACE && !(teamId === settings.orgId && settings.orgTeamIdAccepted)) {
    return { error: 'team_not_found' };
  }
  const user = organization.userOf(userId);
  if (user === undefined) {
    return { error: 'user_not_found' };
  }
  return user.kind === 'bot' ? { error: 'bots_not_allowed' } : { userId };
}

/**
 * Lists the sessions of one user or of everybody, page by page.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.session.list
 */
export function listSessions(call: MethodCall): Answer {
  const { error, ...who } = whoIsMeant(call);
  if (error !== undefined) {
    return refuse(error);
  }
  const limit = Number(toText(call.values['limit']) || MAX_PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    return refuseWithMessages('invalid_arguments', ['must be between 1 and 1000 [json-pointer:/limit]']);
  }
  const cursor = toText(call.values['cursor']);
  const size = Math.min(limit, call.settings.sessionPageSize ?? MAX_PAGE);
  const page = call.organization.listSessions({ ...who, cursor, limit: size });
  if (page === undefined) {
    return refuse('invalid_cursor');
  }
  // A job may end the last sessions between two pages; only a first page without any is the special answer.
  if (page.items.length === 0 && cursor === '') {
    return refuse('no_active_sessions');
  }
  return accept({
    active_sessions: page.items.map((item) => toItem(item, call.settings.orgId)),
    response_metadata: { next_cursor: page.nextCursor },
  });
}

/**
 * Finds a user by e-mail address; the deactivated and the unknown are both `users_not_found`.
 *
 * @see https://docs.slack.dev/reference/methods/users.lookupByEmail
 */
export function lookupByEmail({ values, organization, settings }: MethodCall): Answer {
  const email = toText(values['email']);
  if (email === '') {
    return refuseWithMessages('invalid_arguments', ['missing required field: email']);
  }
  const user = organization.userByEmail(email);
  if (user === undefined || user.kind === 'deactivated') {
    return refuse('users_not_found');
  }
  const name = email.split('@')[0];
  return accept({
    user: {
      id: user.id,
      team_id: SIMULATOR_WORKSPACE,
      name,
      deleted: false,
      real_name: `Made-up ${name}`,
      profile: { real_name: `Made-up ${name}`, display_name: name, email: user.email, team: SIMULATOR_WORKSPACE },
      is_admin: false,
      is_owner: user.kind === 'primary-owner',
      is_primary_owner: user.kind === 'primary-owner',
      is_bot: user.kind === 'bot',
      enterprise_user: { id: user.id, enterprise_id: settings.orgId, teams: [SIMULATOR_WORKSPACE] },
    },
  });
}

/**
 * Tells whose token it is; for an organization's token the team is the organization itself.
 *
 * @see https://docs.slack.dev/reference/methods/auth.test
 */
export function authTest({ settings }: MethodCall): Answer {
  const { orgId, isEnterprise, botToken } = settings;
  return accept({
    url: 'https://example-org.enterprise.slack.com/',
    team: 'Example Org',
    user: 'admin',
    team_id: isEnterprise ? orgId : SIMULATOR_WORKSPACE,
    user_id: settings.actingUserId,
    ...(botToken ? { bot_id: 'B0SIM00001' } : {}),
    ...(isEnterprise ? { enterprise_id: orgId } : {}),
    is_enterprise_install: isEnterprise,
  });
}
