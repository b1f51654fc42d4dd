// 5,000 people, of whom 250 of the first thousand are refused, at 20 calls a minute: when everybody else is queued. Every
// batch is sent once before anybody is searched for; beside it stands the order that finishes each batch before the next.
import { createRandom } from '../__tests__/support/fault-world/random.ts';
import type { UserId } from '../src/people/user-id.ts';
import type { SlackReply } from '../src/slack/reply.ts';
import { makeUsers, resetOnPaper } from './support/reset-stand.ts';
import { printTable } from './support/table.ts';

const PEOPLE = 5000;
const BATCH = 1000;
const REFUSED = 250;
const PLACEMENTS = 20;
/** What 20 calls a minute come to, once a burst is used up. */
const EVERY_MS = 3000;

const users = makeUsers(PEOPLE);
const firstBatch = new Set(users.slice(0, BATCH));

/** So many people of the first batch, in random places. */
function drawRefused(seed: number): ReadonlySet<UserId> {
  const random = createRandom(seed, 'batches');
  const ranked = [...firstBatch].map((user) => ({ user, rank: random.int(0, 1_000_000) }));
  const sorted = ranked.sort((one, other) => one.rank - other.rank);
  return new Set(sorted.slice(0, REFUSED).map(({ user }) => user));
}

interface Ends {
  /** When the last good person of the first batch, and of the other batches, was queued, in ms. */
  first: number;
  others: number;
  calls: number;
}

function answering(refused: ReadonlySet<UserId>, ends: Ends): (group: readonly UserId[]) => SlackReply {
  return (group) => {
    ends.calls += 1;
    if (group.some((id) => refused.has(id))) {
      return { kind: 'refused', code: 'cannot_reset_bot', body: { ok: false, error: 'cannot_reset_bot' } };
    }
    const isFirst = group.some((id) => firstBatch.has(id));
    ends[isFirst ? 'first' : 'others'] = ends.calls * EVERY_MS;
    return { kind: 'accepted', body: { ok: true } };
  };
}

/** Runs the batches in groups, one after the other; the result is the mean of all placements. */
async function measure(batchesAtOnce: number): Promise<Ends> {
  const sum: Ends = { first: 0, others: 0, calls: 0 };
  for (let seed = 1; seed <= PLACEMENTS; seed += 1) {
    const ends: Ends = { first: 0, others: 0, calls: 0 };
    const answer = answering(drawRefused(seed), ends);
    for (let start = 0; start < PEOPLE; start += BATCH * batchesAtOnce) {
      await resetOnPaper(users.slice(start, start + BATCH * batchesAtOnce), answer);
    }
    sum.first += ends.first / PLACEMENTS;
    sum.others += ends.others / PLACEMENTS;
    sum.calls += ends.calls / PLACEMENTS;
  }
  return sum;
}

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);
const rows = [];
for (const [order, batchesAtOnce] of [
  ['each batch finished before the next', 1],
  ['every batch sent once first', 5],
] as const) {
  const { first, others, calls } = await measure(batchesAtOnce);
  rows.push({
    order,
    calls: calls.toFixed(0),
    'last good person of the other batches': minutes(others),
    'last good person of the first batch': minutes(first),
  });
}
printTable(`${PEOPLE} people, ${REFUSED} of the first ${BATCH} refused: minutes at 20 calls a minute`, rows);
