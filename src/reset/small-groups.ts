/** People accepted and refused so far in the run, without those an answer named: a sample of everybody, in input order. */
export interface RefusalShare {
  readonly accepted: number;
  readonly refused: number;
}

/**
 * Shares of refused people, each with its weight before anything is known: as in practice, a few in a hundred, or a
 * list that is wrong as a whole.
 */
const SHARES: readonly (readonly [share: number, weight: number])[] = [
  [0.003, 0.5],
  [0.01, 1],
  [0.03, 1],
  [0.1, 1],
  [0.3, 1],
  [0.7, 0.25],
];

/** From here on the table takes longer to make than it saves. */
export const MAX_SMALL_GROUP = 64;
/** More spare groups than this never run out. */
const MAX_SPARE = 10;

/** More tables than this are of no use at a time, and each takes megabytes. */
const MAX_TABLES = 4;

/** Makes each table once: lists of the same length that begin with the same knowledge are searched alike. */
export class SmallGroupTables {
  readonly #tables = new Map<string, SmallGroups>();

  /** The table for a list of this many people, about whom `origin` says what is known. */
  get(people: number, origin: RefusalShare): SmallGroups {
    const key = `${people} ${origin.accepted} ${origin.refused}`;
    const table = this.#tables.get(key) ?? new SmallGroups(people, origin);
    if (this.#tables.size >= MAX_TABLES) {
      this.#tables.clear();
    }
    this.#tables.set(key, table);
    return table;
  }
}

/** Where a search stands. */
interface Standing {
  /** People about whom nothing is known. */
  readonly free: number;
  /** People known to include a refused person. */
  readonly contaminated: number;
  /** How many groups of two or more may still be refused on balance. */
  readonly spare: number;
  readonly share: RefusalShare;
}

/**
 * The cheapest way to search a short list, by dynamic programming over all standings of the nested procedure: each
 * share of refusals is weighed by how well it explains the answers so far. It never knows the true share.
 *
 * @see Sobel & Groll, "Group testing to eliminate efficiently all defectives in a binomial sample" (1959)
 */
export class SmallGroups {
  readonly #people: number;
  readonly #origin: RefusalShare;
  /** By standing: calls still to be made on average, 0 where not known yet, and the size of the next group. */
  readonly #calls: Float32Array;
  readonly #sizes: Uint8Array;
  /** By standing, spare groups apart, and by size: the chance that a group is accepted. */
  readonly #accepts = new Map<number, Float64Array>();
  /** By share and size: the chance that nobody of a group is refused. */
  readonly #chances: readonly (readonly number[])[];

  /** @param origin - where the list of `people` begins */
  constructor(people: number, origin: RefusalShare) {
    this.#people = people;
    this.#origin = origin;
    const standings = (people + 1) ** 3 * (MAX_SPARE + 1);
    this.#calls = new Float32Array(standings);
    this.#sizes = new Uint8Array(standings);
    this.#chances = SHARES.map(([share]) => Array.from({ length: people + 1 }, (_, size) => (1 - share) ** size));
  }

  /** Whether a standing belongs to the list that this table is for: nobody was left out in between. */
  fits({ free, contaminated, share }: Standing): boolean {
    const settled = share.accepted - this.#origin.accepted + share.refused - this.#origin.refused;
    return free + contaminated + settled === this.#people;
  }

  /** The size of the next group. */
  nextSize({ free, contaminated, spare, share }: Standing): number {
    const refused = share.refused - this.#origin.refused;
    const standing = this.#key(free, contaminated, refused) * (MAX_SPARE + 1) + Math.min(spare, MAX_SPARE);
    this.#callsOf(free, contaminated, refused, Math.min(spare, MAX_SPARE));
    return Math.max(1, this.#sizes[standing] ?? 1);
  }

  #key(free: number, contaminated: number, refused: number): number {
    return (free * (this.#people + 1) + contaminated) * (this.#people + 1) + refused;
  }

  #callsOf(free: number, contaminated: number, refused: number, spare: number): number {
    if (free + contaminated === 0) {
      return 0;
    }
    if (contaminated === 1) {
      return 1 + this.#callsOf(free, 0, refused + 1, spare);
    }
    if (spare <= 0) {
      // Only single people are sent from here on.
      return free + contaminated;
    }
    const standing = this.#key(free, contaminated, refused) * (MAX_SPARE + 1) + spare;
    const known = this.#calls[standing] ?? 0;
    if (known > 0) {
      return known;
    }
    const accepting = this.#acceptances(free, contaminated, refused);
    let [best, bestSize] = [Number.POSITIVE_INFINITY, 1];
    // A contaminated group as a whole is known to be refused.
    const most = contaminated > 0 ? contaminated - 1 : free;
    for (let size = 1; size <= most; size += stepAfter(size, most)) {
      const accepts = accepting[size] ?? 0;
      const more = Math.min(MAX_SPARE, spare + size - 1);
      const ifAccepted =
        contaminated === 0
          ? this.#callsOf(free - size, 0, refused, more)
          : this.#callsOf(free, contaminated - size, refused, more);
      // People after a refused group go back to those about whom nothing is known.
      const rest = free + contaminated - size;
      const ifRefused =
        size === 1 ? this.#callsOf(rest, 0, refused + 1, spare) : this.#callsOf(rest, size, refused, spare - 1);
      const calls = 1 + accepts * ifAccepted + (1 - accepts) * ifRefused;
      if (calls < best) {
        [best, bestSize] = [calls, size];
      }
    }
    this.#calls[standing] = best;
    this.#sizes[standing] = bestSize;
    return best;
  }

  /** The chances that groups are accepted, which are parts of the contaminated people if there are any. */
  #acceptances(free: number, contaminated: number, refused: number): Float64Array {
    const key = this.#key(free, contaminated, refused);
    const known = this.#accepts.get(key);
    if (known !== undefined) {
      return known;
    }
    const weights = this.#weigh(free, contaminated, refused);
    const accepts = new Float64Array((contaminated > 0 ? contaminated : free) + 1);
    for (const [index, chances] of this.#chances.entries()) {
      const hidden = contaminated === 0 ? 0 : (chances[contaminated] ?? 0);
      const weight = (weights[index] ?? 0) / (1 - hidden);
      for (let size = 1; size < accepts.length; size += 1) {
        accepts[size] = (accepts[size] ?? 0) + weight * ((chances[size] ?? 0) - hidden);
      }
    }
    this.#accepts.set(key, accepts);
    return accepts;
  }

  /** How likely each share is after what has been seen; the weights add up to 1. */
  #weigh(free: number, contaminated: number, refused: number): readonly number[] {
    const accepted = this.#origin.accepted + this.#people - free - contaminated - refused;
    const logs = SHARES.map(
      ([share, weight], index) =>
        Math.log(weight) +
        accepted * Math.log1p(-share) +
        (this.#origin.refused + refused) * Math.log(share) +
        (contaminated > 0 ? Math.log1p(-(this.#chances[index]?.[contaminated] ?? 0)) : 0),
    );
    const largest = Math.max(...logs);
    const scaled = logs.map((log) => Math.exp(log - largest));
    const sum = scaled.reduce((one, other) => one + other, 0);
    return scaled.map((weight) => weight / sum);
  }
}

/** Large groups differ little from their neighbours, so only some of them, and the largest one, are weighed. */
function stepAfter(size: number, most: number): number {
  const step = size < 10 ? 1 : Math.floor(size / 4);
  return size < most ? Math.min(step, most - size) : 1;
}
