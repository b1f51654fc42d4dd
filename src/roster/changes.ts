import type { Mention } from '../people/mention.ts';
import { identityOf } from '../people/person.ts';

/** Who a person is, as far as it may be shown, and where the person stands. */
type PersonPlace = Pick<Mention, 'userId' | 'source'>;

/** What a change did to the roster. */
export interface RosterChange {
  /** The entries, as they are now, of people who are new or have another moment now. */
  readonly added: readonly Mention[];
  /** People who stood in the roster before and stand nowhere now; `source` is where they stood. */
  readonly removed: readonly PersonPlace[];
  /** People among the added who stood there before; a moment is in ms since the epoch, and absent means at once. */
  readonly moved: readonly (PersonPlace & { readonly fromMs: number | undefined; readonly toMs: number | undefined })[];
  /** Files that the roster did not read before although their content was in the repository, and where. */
  readonly arrivals: readonly { readonly file: string; readonly former: string }[];
}

/** The rosters that a change is made of. */
export interface RosterVersions {
  readonly before: readonly Mention[];
  readonly now: readonly Mention[];
  /** What the change itself made, where others have changed the roster since; else absent. */
  readonly head?: readonly Mention[];
}

/**
 * Compares rosters person by person: added is who was absent before, or becomes due at another moment now. A person
 * with several entries is due as soon as one of them is. In which file an entry stands makes no difference.
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

/** An address stays here: where the person stands is enough. */
function toPlace({ userId, source }: Mention): PersonPlace {
  return userId === undefined ? { source } : { userId, source };
}
