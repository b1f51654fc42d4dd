import type { UserId } from '../people/user-id.ts';
import { MAX_USERS_PER_CALL } from '../slack/methods.ts';
import { type Entry, hasId } from './entry.ts';

/** People who are sent in one call. */
export interface Batch {
  readonly people: readonly UserId[];
  /** Whether everybody is sent alone once the batch is refused: deactivated accounts are, since all may be refused. */
  readonly isSplitInOnes: boolean;
}

/** People certain to be refused are sent alone, deactivated accounts in separate calls, everybody else together. */
export function toBatches(entries: readonly Entry[]): Batch[] {
  const batches = toGroups(entries).map(({ group, isSplitInOnes }) => ({
    people: group.flatMap(({ userId }) => userId ?? []),
    isSplitInOnes,
  }));
  return batches.filter(({ people }) => people.length > 0);
}

/**
 * How many calls it takes to send people, if Slack accepts each; people known by address only count as well.
 *
 * @param ownId - of the token's user, where it is known
 */
export function countCalls(entries: readonly Entry[], ownId: string | undefined): number {
  return splitOwn(entries, ownId).reduce((calls, part) => calls + toGroups(part).length, 0);
}

/** The token's own user is sent alone, after everybody else. */
export function splitOwn(
  entries: readonly Entry[],
  ownId: string | undefined,
): readonly [others: readonly Entry[], own: readonly Entry[]] {
  const isOwn = (entry: Entry): boolean => ownId !== undefined && hasId(entry, ownId);
  return [entries.filter((entry) => !isOwn(entry)), entries.filter(isOwn)];
}

interface Group extends Pick<Batch, 'isSplitInOnes'> {
  readonly group: readonly Entry[];
}

function toGroups(entries: readonly Entry[]): readonly Group[] {
  const isDeactivated = (entry: Entry): boolean => !isSentAlone(entry) && entry.account === 'deactivated';
  const alone = entries.filter(isSentAlone);
  const deactivated = entries.filter(isDeactivated);
  const together = entries.filter((entry) => !isSentAlone(entry) && !isDeactivated(entry));
  return [
    ...chunk(together).map((group) => ({ group, isSplitInOnes: false })),
    ...chunk(deactivated).map((group) => ({ group, isSplitInOnes: true })),
    ...alone.map((entry) => ({ group: [entry], isSplitInOnes: false })),
  ];
}

/** People that Slack is certain to refuse are sent alone, so that no group has to be searched. */
function isSentAlone({ accountNote }: Entry): boolean {
  return accountNote !== undefined && accountNote !== 'deactivated';
}

function chunk(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const count = Math.ceil(entries.length / MAX_USERS_PER_CALL);
  return Array.from({ length: count }, (_, index) =>
    entries.slice(index * MAX_USERS_PER_CALL, (index + 1) * MAX_USERS_PER_CALL),
  );
}
