import type { ProbedAccount, ProbedToken } from './accounts.ts';
import { isJson, type Json, type ProbeAnswer, type ProbeClient } from './client.ts';
import type { Findings } from './findings.ts';

const LIST = 'admin.users.session.list';

/** Lists one person's sessions by the way that was found to work. */
export type SessionLister = (account: ProbedAccount) => Promise<readonly string[]>;

export function sessionsIn({ body }: ProbeAnswer): readonly Json[] {
  const items: unknown = body['active_sessions'];
  return Array.isArray(items) ? items.filter(isJson) : [];
}

function sessionIds(answer: ProbeAnswer): readonly string[] {
  return sessionsIn(answer).map((session) => String(session['session_id']));
}

/** A listing of somebody that is an answer about sessions, be there some or none. */
function tells({ code }: ProbeAnswer): boolean {
  return code === 'ok' || code === 'no_active_sessions';
}

function noteSessions(sessions: readonly Json[], findings: Findings): void {
  if (sessions.length === 0) {
    return;
  }
  const teams = new Set(sessions.map(({ team_id: team }) => String(team).charAt(0)));
  const isMixed = teams.size > 1;
  findings.note('listedTeamId', isMixed ? 'mixed' : teams.has('E') ? 'organization' : 'workspace');
  const withRecent = sessions.filter((session) => session['recent'] !== undefined).length;
  findings.note('recent', withRecent === 0 ? 'never' : withRecent === sessions.length ? 'always' : 'sometimes');
  const forms = new Set(sessions.map(({ session_id: id }) => `${typeof id} of ${String(id).length} digits`));
  findings.note('session IDs', [...forms].toSorted().join(', '));
}

async function askTwoIds(
  client: ProbeClient,
  { ids, rootIs }: ProbedAccount,
  teamId: string,
  findings: Findings,
): Promise<void> {
  if (ids === undefined) {
    return;
  }
  findings.note('accountId', rootIs ?? 'local');
  const local = await client.callForm(LIST, { user_id: ids.local, team_id: teamId });
  const enterprise = await client.callForm(LIST, { user_id: ids.enterprise, team_id: teamId });
  const taken = [...(tells(local) ? ['local'] : []), ...(tells(enterprise) ? ['enterprise'] : [])];
  findings.note('listAccepts', taken.length === 2 ? 'both' : (taken[0] ?? `neither: ${local.code}`));
  for (const session of [...sessionsIn(local), ...sessionsIn(enterprise)]) {
    const { user_id: userId } = session;
    findings.note('listedId', userId === ids.enterprise ? 'enterprise' : userId === ids.local ? 'local' : 'neither');
  }
}

/** Asks what can be asked without ending a session, and returns the way to list somebody's sessions. */
export async function askListing(
  client: ProbeClient,
  token: ProbedToken,
  accounts: readonly ProbedAccount[],
  findings: Findings,
): Promise<SessionLister> {
  const members = accounts.filter(({ kind }) => kind === 'member');
  const sessions: Json[] = [];
  let works: 'organization' | 'workspace' | undefined;
  for (const account of members) {
    const byOrganization = await client.callForm(LIST, { user_id: account.namedId, team_id: token.orgId });
    const byWorkspace =
      account.workspaceId === undefined
        ? undefined
        : await client.callForm(LIST, { user_id: account.namedId, team_id: account.workspaceId });
    sessions.push(...sessionsIn(byOrganization), ...(byWorkspace === undefined ? [] : sessionsIn(byWorkspace)));
    if (!tells(byOrganization)) {
      findings.note('orgTeamIdAccepted', `false: ${byOrganization.code}`);
    } else if (sessionsIn(byOrganization).length > 0) {
      findings.note('orgTeamIdAccepted', 'true');
      works = 'organization';
    } else if (byWorkspace !== undefined && sessionsIn(byWorkspace).length > 0) {
      findings.note('orgTeamIdAccepted', 'lists-nobody');
    }
    if (byWorkspace !== undefined && works === undefined && sessionsIn(byWorkspace).length > 0) {
      works = 'workspace';
    }
  }
  noteSessions(sessions, findings);
  const teamOf = (account: ProbedAccount) =>
    works === 'workspace' ? (account.workspaceId ?? token.orgId) : token.orgId;
  for (const account of members) {
    await askTwoIds(client, account, teamOf(account), findings);
  }
  return async (account) => {
    const userId =
      account.ids !== undefined && findings.answerTo('listAccepts') !== 'local'
        ? account.ids.enterprise
        : (account.ids?.local ?? account.namedId);
    const answer = await client.callForm(LIST, { user_id: userId, team_id: teamOf(account) });
    if (tells(answer) && sessionsIn(answer).length === 0) {
      findings.note('emptyListing', answer.code === 'ok' ? 'empty-array' : answer.code);
    }
    if (!tells(answer)) {
      throw new Error(`The listing does not answer about an account named: ${answer.code}.`);
    }
    return sessionIds(answer);
  };
}
