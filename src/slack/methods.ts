import type { Email } from '../people/email.ts';
import type { UserId } from '../people/user-id.ts';
import type { SlackClient } from './client.ts';
import type { SlackReply } from './reply.ts';

/** Which sessions end: all of a person's, or only those of one kind. */
export type SessionKind = 'all' | 'web' | 'mobile';

/** How long one call may take, and what cuts it off. */
export interface CallLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The Web API methods that a run needs. Each makes one HTTP call and never throws for what Slack does. */
export interface SlackApi {
  /** Enqueues the reset of up to 1,000 people's sessions. Needs `admin.users:write`. */
  resetBulk(userIds: readonly UserId[], sessions: SessionKind, limits: CallLimits): Promise<SlackReply>;
  /** Finds an active member by e-mail address. Needs `users:read.email`. */
  lookupByEmail(email: Email, limits: CallLimits): Promise<SlackReply>;
}

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
  };
}
