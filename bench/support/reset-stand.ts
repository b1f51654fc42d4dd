import { makePlan } from '../../src/people/plan.ts';
import { parseUserId, type UserId } from '../../src/people/user-id.ts';
import { Ledger } from '../../src/reset/ledger.ts';
import { resetBatches } from '../../src/reset/reset-batches.ts';
import type { SlackReply } from '../../src/slack/reply.ts';

/** How long every call takes, in ms. */
export const CALL_MS = 200;

/** So many people, in the form that the run takes. */
export function makeUsers(count: number): readonly UserId[] {
  return Array.from({ length: count }, (_, index) => parseUserId(`U${String(index).padStart(8, '0')}`)).flatMap(
    (parsed) => (parsed.ok ? [parsed.userId] : []),
  );
}

/**
 * Resets people by the run's own batches and search, on a simulated clock, against a Slack that is one function.
 *
 * @returns the ledger, and how long it took by that clock, in ms
 */
export async function resetOnPaper(
  people: readonly UserId[],
  answer: (group: readonly UserId[], nowMs: number) => SlackReply,
): Promise<{ ledger: Ledger; ms: number }> {
  let nowMs = 0;
  const never = new AbortController().signal;
  const nobody = { nowMs: 0, protectedUserIds: new Set<UserId>() };
  const ledger = new Ledger(
    makePlan(
      people.map((userId, at) => ({ userId, source: `user-ids[${at}]` })),
      nobody,
    ),
    nobody,
  );
  const unused = (): never => {
    throw new Error('Only resets are measured here');
  };
  await resetBatches(ledger.open(), {
    slack: {
      resetBulk: async (group) => {
        nowMs += CALL_MS;
        return answer(group, nowMs);
      },
      lookupByEmail: unused,
      authTest: unused,
      listSessions: unused,
      userInfo: unused,
      listDeactivated: unused,
    },
    context: {
      clock: {
        now: () => nowMs,
        monotonicMs: () => nowMs,
        sleep: async (ms) => {
          nowMs += ms;
        },
      },
      bounds: { startMs: 0, deadlineMs: 6 * 3_600_000, maxRetries: 5, cancelled: never, abandoned: never },
      random: () => 0.5,
      log: { info: () => undefined, debug: () => undefined, group: () => undefined },
    },
    ledger,
    options: {
      sessions: 'all',
      verify: false,
      lookFirstAfterDays: undefined,
      checkAccounts: false,
      orgId: undefined,
      maxUsers: people.length,
      dryRun: false,
      isTokenExposed: false,
    },
    startedMs: 0,
    warn: () => undefined,
  });
  return { ledger, ms: nowMs };
}
