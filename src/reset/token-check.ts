import { type CallContext, stopReason } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import { callWithRetry } from '../slack/call.ts';
import type { CallLimits, SlackApi } from '../slack/methods.ts';
import type { Stop } from './reset-batches.ts';

/** Whose token it is, as far as Slack told. */
export interface Identity {
  /** For an org-wide installation the ID of the organization itself. */
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly userId?: string | undefined;
  readonly isBot: boolean;
  /** Slack said that the app is not installed on the whole organization. */
  readonly isOneWorkspace: boolean;
  /** Absent when Slack did not say. */
  readonly scopes?: readonly string[] | undefined;
}

const UNKNOWN_IDENTITY: Identity = { isBot: false, isOneWorkspace: false };
const SLACK_ID = /^[A-Z][A-Z0-9]{2,31}$/;

/** What is done before the reset may take this share of the time left: signing people out comes first. */
const SHARE_BEFORE_RESET = 0.25;

/** Nearer bounds for calls that the reset would wait for but does not need. */
export function beforeReset(callContext: CallContext): CallContext {
  const { bounds, clock } = callContext;
  const deadlineMs = clock.now() + (bounds.deadlineMs - clock.now()) * SHARE_BEFORE_RESET;
  return { ...callContext, bounds: { ...bounds, deadlineMs, maxRetries: Math.min(1, bounds.maxRetries) } };
}

/** Asks Slack whose token it is. A refusal stops the run; no clear answer leaves the identity unknown. */
export async function identify({
  slack,
  callContext,
}: {
  slack: Pick<SlackApi, 'authTest'>;
  callContext: CallContext;
}): Promise<{ readonly identity: Identity; readonly stop?: Stop; readonly calls: number }> {
  const label = 'Checking the token';
  const call = { label, send: (limits: CallLimits) => slack.authTest(limits) };
  const { end, calls } = await callWithRetry(call, beforeReset(callContext));
  switch (end.kind) {
    case 'accepted': {
      const { body, scopes } = end.reply;
      const identity: Identity = {
        teamId: slackId(body['team_id']),
        enterpriseId: slackId(body['enterprise_id']),
        userId: slackId(body['user_id']),
        isBot: typeof body['bot_id'] === 'string',
        isOneWorkspace: body['is_enterprise_install'] === false,
        scopes,
      };
      callContext.log.info(
        `${label}: it acts as ${identity.userId ?? 'somebody'} in ${identity.teamId ?? 'an unknown team'}`,
      );
      return { identity, calls };
    }
    case 'refused':
      callContext.log.info(`${label}: Slack answered ${end.reply.code}`);
      return { identity: UNKNOWN_IDENTITY, calls, stop: { error: end.reply.code, refusal: end.reply } };
    case 'interrupted':
    case 'exhausted': {
      const stop = stopReason(callContext.clock, callContext.bounds);
      callContext.log.info(`${label}: no answer, so whose it is stays unknown`);
      return { identity: UNKNOWN_IDENTITY, calls, ...(stop === undefined ? {} : { stop: { error: stop } }) };
    }
  }
}

function slackId(value: unknown): string | undefined {
  return typeof value === 'string' && SLACK_ID.test(value) ? value : undefined;
}

/** The scope that verifying needs. */
export const READ_SCOPE = 'admin.users:read';

/** Said before anybody is reset. */
export const MISSING_READ_SCOPE = `"token" lacks the scope ${READ_SCOPE}, which "verify" needs: nobody can be verified.`;

/** Tells whether Slack said which scopes the token has, and `scope` is not among them. */
export function lacksScope({ scopes }: Identity, scope: string): boolean {
  return scopes !== undefined && !scopes.includes(scope);
}

/** What is likely to go wrong with this token and these people, in words, before anybody is reset. */
export function predictProblems(identity: Identity, userIds: readonly UserId[]): readonly string[] {
  const warnings: string[] = [];
  if (identity.isBot) {
    warnings.push('"token" is a bot token: Slack resets sessions for a user token of an org admin or owner only.');
  }
  if (identity.teamId !== undefined && identity.enterpriseId === undefined && !identity.teamId.startsWith('E')) {
    warnings.push('"token" belongs to no Enterprise organization: Slack resets sessions on its Enterprise plan only.');
  }
  if (identity.isOneWorkspace) {
    warnings.push('The app is installed on one workspace only: resetting sessions needs an org-wide installation.');
  }
  if (lacksScope(identity, 'admin.users:write')) {
    warnings.push('"token" lacks the scope admin.users:write, which resetting sessions needs.');
  }
  if (lacksScope(identity, READ_SCOPE)) {
    warnings.push(MISSING_READ_SCOPE);
  }
  if (userIds.some((userId) => userId === identity.userId)) {
    warnings.push(`The token's own user, ${identity.userId}, is among the people: the reset signs that admin out too.`);
  }
  return warnings;
}
