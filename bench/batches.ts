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
/** What 20 calls a minute come to, once a burst is used up. */
const EVERY_MS = 3000;

const users = makeUsers(PEOPLE);
const firstBatch = new Set(users.slice(0, BATCH));
const random = createRandom(20_261_130, 'batches');
const order = users.slice(0, BATCH).map((user) => ({ user, rank: random.int(0, 1_000_000) }));
const refused = new Set(
  order
    .sort((one, other) => one.rank - other.rank)
    .slice(0, REFUSED)
    .map(({ user }) => user),
);

interface Ends {
  /** When the last good person of the first batch, and of the other batches, was queued, in ms. */
  first: number;
  others: number;
  calls: number;
}

function answering(ends: Ends): (group: readonly UserId[]) => SlackReply {
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

const together: Ends = { first: 0, others: 0, calls: 0 };
await resetOnPaper(users, answering(together));
const inTurn: Ends = { first: 0, others: 0, calls: 0 };
for (let start = 0; start < PEOPLE; start += BATCH) {
  await resetOnPaper(users.slice(start, start + BATCH), answering(inTurn));
}

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);
printTable(
  `${PEOPLE} people, ${REFUSED} of the first ${BATCH} refused: minutes at 20 calls a minute`,
  [['each batch finished before the next', inTurn] as const, ['every batch sent once first', together] as const].map(
    ([name, { first, others, calls }]) => ({
      order: name,
      calls,
      'last good person of the other batches': minutes(others),
      'last good person of the first batch': minutes(first),
    }),
  ),
);
