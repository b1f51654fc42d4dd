import type { CallLimits } from '../../src/calls/call-context.ts';
import { makePlan } from '../../src/people/plan.ts';
import { parseUserId, type UserId } from '../../src/people/user-id.ts';
import { Ledger } from '../../src/reset/ledger.ts';
import { resetBatches } from '../../src/reset/reset-batches.ts';
import { toResults } from '../../src/reset/results.ts';
import type { SlackApi } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { makeCallContext, START_MS } from './call-context.ts';
import { mentionsOf, toOptions } from './run-stand.ts';
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
  const ledger = ledgerOf(people);
  const never = async (): Promise<SlackReply> => refused('unknown_method');
  const slack: SlackApi = {
    ...{ authTest: never, lookupByEmail: never, listSessions: never, userInfo: never, listDeactivated: never },
    resetBulk: async (group, _sessions, limits) => {
      groups.push(group);
      timeouts.push(limits.timeoutMs - (budgetMs - stand.elapsedMs()));
      stand.spend(100);
      if (groups.length === cancelAt) {
        stand.cancel();
      }
      return answer(group, groups.length, limits);
    },
  };
  const { callContext: context } = stand;
  const options = toOptions({});
  await resetBatches(ledger.open(), { slack, context, ledger, options, startedMs: START_MS, warn: () => undefined });
  const results = toResults(ledger, { ignoredCodes: new Set(), verify: false, dryRun: false });
  const list = results.flatMap(({ person: { userId }, status, error }) =>
    userId === undefined ? [] : [[userId, status, error] as const],
  );
  return {
    ...{ ledger, groups, timeouts, results, list },
    waits: stand.waits,
    lines: stand.lines,
    folded: stand.folded,
    stop: ledger.stop,
    calls: ledger.calls,
  };
}

/** The ledger of a run for these people in which nothing has happened yet. */
export function ledgerOf(people: readonly UserId[]): Ledger {
  const protectedUserIds = new Set<UserId>();
  return new Ledger(makePlan(mentionsOf(people), { nowMs: START_MS, protectedUserIds }), {
    nowMs: START_MS,
    protectedUserIds,
  });
}
