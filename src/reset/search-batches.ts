import type { UserId } from '../people/user-id.ts';
import type { Batch } from './batches.ts';
import {
  eachAlone,
  type GroupAnswer,
  learn,
  nextGroup,
  type RefusalShare,
  type Search,
  shareOf,
  startSearch,
  withShare,
} from './group-search.ts';
import { SmallGroupTables } from './small-groups.ts';

/** The assumed share of refusals before any answer. */
const NO_SHARE: RefusalShare = { accepted: 0, refused: 0 };

/** A batch that was sent once and not accepted as a whole. */
export interface RefusedBatch extends Batch {
  readonly answer: GroupAnswer<UserId>;
}

/**
 * Isolates the refused people of one batch after the other.
 *
 * @param send - sends a group; without an answer, the search ends
 */
export async function searchBatches(
  batches: readonly RefusedBatch[],
  send: (group: readonly UserId[]) => Promise<GroupAnswer<UserId> | undefined>,
): Promise<void> {
  const tables = new SmallGroupTables();
  // Batches accepted whole say little about the others: their shares of refusals differ too much.
  let share = NO_SHARE;
  for (const batch of batches) {
    let search = withShare(takeIn(startSearch(batch.people, NO_SHARE, tables), batch.answer, batch), share);
    while (nextGroup(search).length > 0) {
      const answer = await send(nextGroup(search));
      if (answer === undefined) {
        return;
      }
      search = takeIn(search, answer, batch);
    }
    share = batch.isSplitInOnes ? share : shareOf(search);
  }
}

function takeIn(search: Search<UserId>, answer: GroupAnswer<UserId>, { isSplitInOnes }: Batch): Search<UserId> {
  const isRefusedGroup = answer.kind === 'refused' && nextGroup(search).length > 1;
  const next = learn(search, answer);
  return isRefusedGroup && isSplitInOnes ? eachAlone(next) : next;
}
