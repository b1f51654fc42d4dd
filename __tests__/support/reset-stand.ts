import { parseUserId, type UserId } from '../../src/people/user-id.ts';
import { resetSessions } from '../../src/reset/reset-batches.ts';
import type { CallLimits } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { makeCallContext } from './call-context.ts';
import { makeIds } from './scenario.ts';

/** So many people, in the form that the run takes. */
export function userIds(count: number): UserId[] {
  return makeIds(count).flatMap((text) => {
    const parsed = parseUserId(text);
    return parsed.ok ? parsed.userId : [];
  });
}

export const accepted: SlackReply = { kind: 'accepted', body: { ok: true }, scopes: undefined, requestId: 'r' };
export const unclear: SlackReply = { kind: 'unclear', reason: 'http_500', detail: 'HTTP 500' };
export const refused = (code: string, body: Record<string, unknown> = {}): SlackReply => ({
  kind: 'refused',
  code,
  body: { ok: false, error: code, ...body },
});

/** What Slack says to the call, which is counted from 1. */
export type Answer = (group: readonly UserId[], call: number, limits: CallLimits) => SlackReply;

export interface Settings {
  readonly maxRetries?: number;
  readonly budgetMs?: number;
  /** Cancels the run while this call is answered. */
  readonly cancelAt?: number;
}

/** Resets people against a Slack that is one function; a call takes 100 ms of a clock that never waits. */
export async function reset(people: readonly UserId[], answer: Answer, settings: Settings = {}) {
  const { budgetMs = 3_600_000, cancelAt } = settings;
  const stand = makeCallContext({ ...settings, budgetMs });
  const groups: (readonly UserId[])[] = [];
  const timeouts: number[] = [];
  const slack = {
    resetBulk: async (group: readonly UserId[], _sessions: string, limits: CallLimits) => {
      groups.push(group);
      timeouts.push(limits.timeoutMs - (budgetMs - stand.elapsedMs()));
      stand.spend(100);
      if (groups.length === cancelAt) {
        stand.cancel();
      }
      return answer(group, groups.length, limits);
    },
  };
  const result = await resetSessions(people, { sessions: 'all', slack, callContext: stand.callContext });
  const standings = [...result.standings].map(([id, { status, error }]) => [id, status, error] as const);
  return { ...result, groups, waits: stand.waits, lines: stand.lines, timeouts, list: standings };
}
