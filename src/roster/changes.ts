import type { Mention } from '../people/mention.ts';
import { identityOf } from '../people/person.ts';

/** Who a person is, as far as it may be shown, and where the entry is. */
type PersonPlace = Pick<Mention, 'userId' | 'source'>;

/** What a change did to the roster. */
export interface RosterChange {
  /** The current entries of people who are new or whose due moment has changed. */
  readonly added: readonly Mention[];
  /** People who were in the roster before and are not now; `source` is where they were. */
  readonly removed: readonly PersonPlace[];
  /** People among the added who were there before; moments are in ms since the epoch, and absent means at once. */
  readonly moved: readonly (PersonPlace & { readonly fromMs: number | undefined; readonly toMs: number | undefined })[];
  /** Files new to the roster whose content was already in the repository, and where it was. */
  readonly arrivals: readonly { readonly file: string; readonly former: string }[];
}

/** The rosters on both sides of a change. */
export interface RosterVersions {
  readonly before: readonly Mention[];
  readonly now: readonly Mention[];
  /** The result of the change itself, if others have changed the roster since; otherwise absent. */
  readonly head?: readonly Mention[];
}

/**
 * Compares rosters person by person: a person is added who was absent before or whose due moment has changed. A
 * person with several entries is due as soon as one of them is. The file that an entry is in makes no difference.
 */
export function compareRosters({ before, now, head = now }: RosterVersions): Omit<RosterChange, 'arrivals'> {
  const [earlier, made, present] = [earliestOf(before), earliestOf(head), earliestOf(now)];
  const isOther = (identity: string, people: ReadonlyMap<string, Mention>): boolean => {
    const [from, to] = [earlier.get(identity), people.get(identity)];
    return to !== undefined && (from === undefined || from.effectiveMs !== to.effectiveMs);
  };
  const isAdded = (identity: string): boolean => isOther(identity, made) && isOther(identity, present);
  const people = [...present].filter(([identity]) => isAdded(identity));
  return {
    added: now.filter((mention) => isAdded(identityOf(mention))),
    removed: [...earlier]
      .filter(([identity]) => !made.has(identity) && !present.has(identity))
      .map(([, mention]) => toPlace(mention)),
    moved: people.flatMap(([identity, to]) => {
      const from = earlier.get(identity);
      return from === undefined ? [] : [{ ...toPlace(to), fromMs: from.effectiveMs, toMs: to.effectiveMs }];
    }),
  };
}

/** Everybody once, by the entry that makes the person due first. */
function earliestOf(mentions: readonly Mention[]): ReadonlyMap<string, Mention> {
  const people = new Map<string, Mention>();
  for (const mention of mentions) {
    const identity = identityOf(mention);
    const other = people.get(identity);
    if (other === undefined || toNumber(mention) < toNumber(other)) people.set(identity, mention);
  }
  return people;
}

function toNumber({ effectiveMs }: Mention): number {
  return effectiveMs ?? Number.NEGATIVE_INFINITY;
}

/** Addresses are not passed on: the place of the entry is enough. */
function toPlace({ userId, source }: Mention): PersonPlace {
  return userId === undefined ? { source } : { userId, source };
}
