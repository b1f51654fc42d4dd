import type { CallLimits } from '../calls/call-context.ts';
import type { Email } from '../people/email.ts';
import type { UserId } from '../people/user-id.ts';
import type { SlackClient } from './client.ts';
import type { SlackReply } from './reply.ts';

/** Which sessions end: all of a person's, or only those of one kind. */
export type SessionKind = 'all' | 'web' | 'mobile';

/** The Web API methods that a run needs. Each makes one HTTP call and never throws for what Slack does. */
export interface SlackApi {
  /** Enqueues the reset of up to 1,000 people's sessions. Needs `admin.users:write`. */
  resetBulk(userIds: readonly UserId[], sessions: SessionKind, limits: CallLimits): Promise<SlackReply>;
  /** Finds an active member by e-mail address. Needs `users:read.email`. */
  lookupByEmail(email: Email, limits: CallLimits): Promise<SlackReply>;
  /** Says whose token this is. Needs no scope; the answer lists the scopes that were granted. */
  authTest(limits: CallLimits): Promise<SlackReply>;
  /** A page of one person's sessions, or of the whole organization's. Needs `admin.users:read`. */
  listSessions(query: SessionQuery, limits: CallLimits): Promise<SlackReply>;
  /** One person's account. Needs `users:read`. */
  userInfo(userId: UserId, limits: CallLimits): Promise<SlackReply>;
  /** A page of the organization's deactivated members. Needs `admin.users:read`. */
  listDeactivated(cursor: string | undefined, limits: CallLimits): Promise<SlackReply>;
}

/** Whose sessions to list; without a person, everybody's. */
export interface SessionQuery {
  /** Slack takes the person and the team together or not at all. */
  readonly of?: { readonly userId: UserId; readonly teamId: string };
  readonly cursor?: string | undefined;
}

/** The most sessions that Slack gives in one `admin.users.session.list`. */
const MAX_SESSIONS_PER_PAGE = 1000;

/** Slack documents no maximum; its default is 100, and its clients name 999. Pages are followed whatever comes. */
const MAX_MEMBERS_PER_PAGE = 999;

/** The most user IDs that Slack takes in one `admin.users.session.resetBulk`. */
export const MAX_USERS_PER_CALL = 1000;

/** Slack's Web API over HTTP. */
export function createSlackApi(client: Pick<SlackClient, 'call'>): SlackApi {
  return {
    resetBulk: (userIds, sessions, limits) =>
      client.call({
        method: 'admin.users.session.resetBulk',
        body: {
          json: {
            user_ids: userIds,
            ...(sessions === 'web' ? { web_only: true } : {}),
            ...(sessions === 'mobile' ? { mobile_only: true } : {}),
          },
        },
        ...limits,
      }),
    // A form in the body keeps the address out of the URL, which proxies log.
    lookupByEmail: (email, limits) =>
      client.call({ method: 'users.lookupByEmail', body: { form: { email } }, ...limits }),
    authTest: (limits) => client.call({ method: 'auth.test', body: { form: {} }, ...limits }),
    listSessions: ({ of: whose, cursor }, limits) =>
      client.call({
        method: 'admin.users.session.list',
        body: {
          form: {
            limit: String(MAX_SESSIONS_PER_PAGE),
            ...(whose === undefined ? {} : { user_id: whose.userId, team_id: whose.teamId }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        ...limits,
      }),
    userInfo: (userId, limits) => client.call({ method: 'users.info', body: { form: { user: userId } }, ...limits }),
    listDeactivated: (cursor, limits) =>
      client.call({
        method: 'admin.users.list',
        body: {
          form: {
            is_active: 'false',
            limit: String(MAX_MEMBERS_PER_PAGE),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        ...limits,
      }),
  };
}
