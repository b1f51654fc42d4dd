import { type Answer, accept, refuse, refuseWithMessages } from './answers.ts';
import { toText } from './arguments.ts';
import type { MethodCall } from './methods.ts';
import { SIMULATOR_WORKSPACE, type SimulatorSettings } from './options.ts';
import type { Account } from './organization.ts';
import { enterpriseIdOf, isSoftware, type SessionKind, type SimulatedDevice } from './people.ts';
import type { ListedSession } from './session-listing.ts';

declare global {
  interface JSON {
    /** Not in TypeScript's library yet. */
    rawJSON(text: string): unknown;
  }
}

const MAX_PAGE = 1000;

const DEVICES: Readonly<Record<SessionKind, SimulatedDevice>> = {
  web: { device_hardware: 'Chrome', os: 'Mac OS', os_version: '14.6.1', slack_client_version: '2026.11.1' },
  desktop: { device_hardware: 'Mac', os: 'Mac OS', os_version: '14.6.1', slack_client_version: '4.41.97' },
  mobile: { device_hardware: 'iPhone14,3', os: 'iOS', os_version: '18.1', slack_client_version: '24.11.20' },
  unknown: { device_hardware: '', os: '', os_version: '', slack_client_version: '' },
};

function listedTeamOf(sessionId: number, { listedTeamId, orgId }: SimulatorSettings): string {
  const isWorkspace = listedTeamId === 'workspace' || (listedTeamId === 'mixed' && sessionId % 2 === 1);
  return isWorkspace ? SIMULATOR_WORKSPACE : orgId;
}

/** Unless told otherwise, every second session has changed since it began, and has `recent` for that reason. */
function toItem({ account, session }: ListedSession, settings: SimulatorSettings): object {
  const created = { ...(session.device ?? DEVICES[session.kind]), ip: '192.0.2.10' };
  const hasChanged = settings.recent === 'always' || (settings.recent === 'sometimes' && session.sessionId % 2 === 0);
  return {
    user_id: settings.listedId === 'local' ? account.user.id : enterpriseIdOf(account.user),
    team_id: listedTeamOf(session.sessionId, settings),
    // A number that JavaScript would round is written digit by digit.
    session_id: session.listedAs === undefined ? session.sessionId : JSON.rawJSON(session.listedAs),
    created,
    ...(hasChanged ? { recent: { ...created, ip: '198.51.100.20' } } : {}),
  };
}

interface Question {
  readonly account?: Account;
  readonly error?: string;
  /** Slack takes the team, and then knows of no sessions in it. */
  readonly listsNobody?: boolean;
}

function teamProblem(teamId: string, { orgTeamIdAccepted, orgId }: SimulatorSettings): Question {
  if (teamId === SIMULATOR_WORKSPACE) {
    return {};
  }
  if (teamId !== orgId || orgTeamIdAccepted === false) {
    return { error: 'team_not_found' };
  }
  return { listsNobody: orgTeamIdAccepted === 'lists-nobody' };
}

function questionOf({ values, organization, settings }: MethodCall): Question {
  const userId = toText(values['user_id']);
  const teamId = toText(values['team_id']);
  if (userId === '' && teamId === '') {
    return {};
  }
  if (userId === '' || teamId === '') {
    return { error: userId === '' ? 'missing_user' : 'missing_team' };
  }
  const team = teamProblem(teamId, settings);
  if (team.error !== undefined) {
    return team;
  }
  const account = organization.accountOf(userId);
  if (account === undefined || account.user.kind === 'stranger' || !isTaken(userId, account, settings.listAccepts)) {
    return { error: 'user_not_found' };
  }
  return isSoftware(account.user) ? { error: 'bots_not_allowed' } : { ...team, account };
}

/** Tells whether Slack knows a person under this one of two IDs. */
export function isTaken(userId: string, { user }: Account, which: SimulatorSettings['resetAccepts']): boolean {
  if (which === 'both' || user.enterpriseId === undefined) {
    return true;
  }
  return userId === (which === 'local' ? user.id : user.enterpriseId);
}

function emptyAnswer({ emptyListing }: SimulatorSettings): Answer {
  return emptyListing === 'empty-array'
    ? accept({ active_sessions: [], response_metadata: { next_cursor: '' } })
    : refuse('no_active_sessions');
}

/**
 * Lists the sessions of one user or of everybody, page by page.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.session.list
 */
export function listSessions(call: MethodCall): Answer {
  const { settings, listing, values } = call;
  const { error, account, listsNobody } = questionOf(call);
  if (error !== undefined) {
    return refuse(error);
  }
  const limit = Number(toText(values['limit']) || MAX_PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    return refuseWithMessages('invalid_arguments', ['must be between 1 and 1000 [json-pointer:/limit]']);
  }
  const cursor = toText(values['cursor']);
  const size = settings.listing.pagesOf ?? Math.min(limit, settings.sessionPageSize ?? MAX_PAGE);
  const page = listing.page({ account, cursor, limit: size }, settings);
  if (page === undefined) {
    return refuse('invalid_cursor');
  }
  // A job may end the last sessions between two pages; only a first page without any is the special answer.
  if (listsNobody === true || (page.items.length === 0 && cursor === '')) {
    return emptyAnswer(settings);
  }
  return accept({
    active_sessions: page.items.map((item) => toItem(item, settings)),
    response_metadata: { next_cursor: page.nextCursor },
  });
}
