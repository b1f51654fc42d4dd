import type { UserId } from '../people/user-id.ts';
import { MAX_USERS_PER_CALL } from '../slack/methods.ts';
import type { SlackReply } from '../slack/reply.ts';
import { isSentAlone } from './check-accounts.ts';
import type { Entry } from './entry.ts';
import {
  eachAlone,
  type GroupAnswer,
  learn,
  nextGroup,
  type RefusalShare,
  type Search,
  startSearch,
} from './group-search.ts';
import { SmallGroupTables } from './small-groups.ts';

/** The assumed share of refusals before any answer. */
export const NO_SHARE: RefusalShare = { accepted: 0, refused: 0 };

/** A batch between two calls. */
export interface Batch {
  search: Search<UserId>;
  /** Whether everybody is sent alone once the batch is refused: deactivated accounts are, since all may be refused. */
  readonly isSplitInOnes: boolean;
  /** Its answer cannot be judged until every batch has been sent once. */
  deferred: (SlackReply & { readonly kind: 'refused' }) | undefined;
}

/** People certain to be refused are sent alone, deactivated accounts in separate calls, everybody else together. */
export function toBatches(entries: readonly Entry[]): Batch[] {
  const isDeactivated = (entry: Entry): boolean => !isSentAlone(entry) && entry.account === 'deactivated';
  const alone = entries.filter(isSentAlone);
  const deactivated = entries.filter(isDeactivated);
  const together = entries.filter((entry) => !isSentAlone(entry) && !isDeactivated(entry));
  const tables = new SmallGroupTables();
  const toBatch = (group: readonly Entry[], isSplitInOnes: boolean): Batch => ({
    search: startSearch(
      group.flatMap(({ userId }) => userId ?? []),
      NO_SHARE,
      tables,
    ),
    isSplitInOnes,
    deferred: undefined,
  });
  return [
    ...chunk(together).map((group) => toBatch(group, false)),
    ...chunk(deactivated).map((group) => toBatch(group, true)),
    ...alone.map((entry) => toBatch([entry], false)),
  ];
}

function chunk(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const count = Math.ceil(entries.length / MAX_USERS_PER_CALL);
  return Array.from({ length: count }, (_, index) =>
    entries.slice(index * MAX_USERS_PER_CALL, (index + 1) * MAX_USERS_PER_CALL),
  );
}

/** Takes an answer into the search of a batch. */
export function takeIn(batch: Batch, answer: GroupAnswer<UserId>): void {
  const isRefusedGroup = answer.kind === 'refused' && nextGroup(batch.search).length > 1;
  const search = learn(batch.search, answer);
  batch.search = isRefusedGroup && batch.isSplitInOnes ? eachAlone(search) : search;
}
