import { isJson, type Json, type ProbeClient } from './client.ts';

export type ProbedKind = 'member' | 'deactivated' | 'bot' | 'primary owner' | 'stranger' | 'unknown';

/** An account named on the command line. */
export interface ProbedAccount {
  readonly namedId: string;
  readonly kind: ProbedKind;
  /** The two IDs of a person who has two. */
  readonly ids?: { readonly local: string; readonly enterprise: string };
  /** Which of them stood at the root of the user object. */
  readonly rootIs?: 'local' | 'enterprise';
  /** A workspace of the person, where the answer tells one. */
  readonly workspaceId?: string;
}

/** Whose token the probe has, and where. */
export interface ProbedToken {
  readonly userId: string;
  readonly orgId: string;
  readonly scopes: readonly string[] | undefined;
  readonly description: string;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** @throws when the token cannot be used for anything here */
export async function readToken(client: ProbeClient): Promise<ProbedToken> {
  const { code, body, headers } = await client.callForm('auth.test', {});
  if (code !== 'ok') {
    throw new Error(`Slack refuses the token: ${code}.`);
  }
  const scopes = headers
    .get('x-oauth-scopes')
    ?.split(',')
    .map((scope) => scope.trim());
  const level = body['is_enterprise_install'] === true ? 'organization' : 'workspace';
  const type = body['bot_id'] === undefined ? 'user' : 'bot';
  return {
    userId: text(body['user_id']),
    orgId: text(body['enterprise_id']),
    scopes,
    description: `${type} token, installed on the ${level}, scopes ${scopes?.join(' ') ?? 'not told'}`,
  };
}

function kindOf(user: Json): ProbedKind {
  if (user['is_stranger'] === true) {
    return 'stranger';
  }
  if (user['is_bot'] === true || user['is_app_user'] === true) {
    return 'bot';
  }
  if (user['deleted'] === true) {
    return 'deactivated';
  }
  const enterprise = isJson(user['enterprise_user']) ? user['enterprise_user'] : {};
  const isPrimary = user['is_primary_owner'] === true || enterprise['is_primary_owner'] === true;
  return isPrimary ? 'primary owner' : 'member';
}

function workspaceOf(user: Json): string | undefined {
  const enterprise = isJson(user['enterprise_user']) ? user['enterprise_user'] : {};
  const teams: unknown = enterprise['teams'];
  const candidates: unknown[] = [user['team_id'], ...(Array.isArray(teams) ? teams : [])];
  return candidates.find((team): team is string => typeof team === 'string' && team.startsWith('T'));
}

/** Asks who each account is; one that `users.info` does not tell about is `unknown`. */
export async function readAccounts(client: ProbeClient, userIds: readonly string[]): Promise<readonly ProbedAccount[]> {
  const accounts: ProbedAccount[] = [];
  for (const namedId of userIds) {
    const { code, body } = await client.callForm('users.info', { user: namedId });
    if (code !== 'ok' && code !== 'user_not_found' && code !== 'user_not_visible') {
      throw new Error(`Slack does not tell about accounts: ${code}. The probe needs the scope users:read.`);
    }
    const user = body['user'];
    if (code !== 'ok' || !isJson(user)) {
      accounts.push({ namedId, kind: 'unknown' });
      continue;
    }
    const root = text(user['id']);
    const enterprise = isJson(user['enterprise_user']) ? text(user['enterprise_user']['id']) : '';
    // The ID asked with is the person's too, whichever of the two the answer has at its root.
    const local = [root, namedId].find((id) => id !== '' && id !== enterprise);
    const workspaceId = workspaceOf(user);
    const hasTwo = enterprise !== '' && local !== undefined;
    accounts.push({
      namedId,
      kind: kindOf(user),
      ...(hasTwo ? { ids: { local, enterprise }, rootIs: root === enterprise ? 'enterprise' : 'local' } : {}),
      ...(workspaceId === undefined ? {} : { workspaceId }),
    });
  }
  return accounts;
}
