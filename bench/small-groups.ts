/**
 * Compares the search of short lists with the best nested strategy that does not know the share of refusals, in exact
 * expected calls, and holds both bounds of the contract. Run: npm run bench -- small-groups
 */
import { type GroupAnswer, learn, nextGroup, type Search, startSearch } from '../src/reset/group-search.ts';
import { MAX_SMALL_GROUP, SmallGroups } from '../src/reset/small-groups.ts';
import {
  callLimit,
  countCalls,
  informationBound,
  MEAN_RATIO_LIMIT,
  measure,
  scattered,
  seededRandom,
} from './group-testing.ts';
import { printTable } from './support/table.ts';

/** The shares of refusals that the contract names, equally likely. */
export const SHARES = [0.01, 0.03, 0.1, 0.3] as const;
/** The mean over the shares may be at most this much above the best. */
export const SMALL_GROUP_LIMIT = 1.025;
const MOST_PEOPLE = 50;

/**
 * Calls on average of the best strategy for `people`, each refused with one of the shares, which is drawn once. Like
 * the search it only sends prefixes, of a group known to be contaminated or else of all who wait, and sends everybody
 * refused alone. Solved backwards over every standing, in calls times the chance of the standing.
 */
export function bestMeanCalls(people: number): number {
  const width = people + 1;
  const known = new Float64Array(width ** 3).fill(-1);
  const powers = SHARES.map((share) => ({
    good: Array.from({ length: width }, (_, count) => (1 - share) ** count),
    bad: Array.from({ length: width }, (_, count) => share ** count),
  }));
  /** The chance that so many are accepted, so many refused, and somebody of the contaminated is to be. */
  const chance = (accepted: number, refused: number, contaminated: number): number => {
    let sum = 0;
    for (const { good, bad } of powers) {
      const hidden = contaminated === 0 ? 1 : 1 - (good[contaminated] ?? 0);
      sum += (good[accepted] ?? 0) * (bad[refused] ?? 0) * hidden;
    }
    return sum / powers.length;
  };
  const solve = (free: number, contaminated: number, refused: number): number => {
    if (free + contaminated === 0) {
      return 0;
    }
    const at = (free * width + contaminated) * width + refused;
    const earlier = known[at] ?? -1;
    if (earlier >= 0) {
      return earlier;
    }
    let best = Number.POSITIVE_INFINITY;
    if (contaminated === 1) {
      best = solve(free, 0, refused + 1);
    }
    for (let size = 1; contaminated !== 1 && size <= (contaminated === 0 ? free : contaminated - 1); size += 1) {
      const accepted = contaminated === 0 ? solve(free - size, 0, refused) : solve(free, contaminated - size, refused);
      const rest = free + contaminated - size;
      best = Math.min(best, accepted + (size === 1 ? solve(rest, 0, refused + 1) : solve(rest, size, refused)));
    }
    const calls = best + chance(people - free - contaminated - refused, refused, contaminated);
    known[at] = calls;
    return calls;
  };
  return solve(people, 0, 0);
}

/** What a search costs in every case: on average by a chance of each answer, and at worst. */
interface Cost {
  /** One figure for each way to weigh the answers. */
  readonly means: readonly number[];
  readonly worst: number;
}

/** The chance that a group of `size` is accepted, of which so many people are known to hide somebody refused, if any. */
type Acceptance = (size: number, contaminated: number) => number;

const ACCEPTED: GroupAnswer<number> = { kind: 'accepted' };
const REFUSED: GroupAnswer<number> = { kind: 'refused', named: new Set() };

/**
 * Follows a search through every answer there can be, standing by standing. At worst, whoever answers may contradict
 * themselves: nobody of a refused group needs to be refused alone.
 */
function followSearch(people: number, acceptances: readonly Acceptance[]): Cost {
  const known = new Map<string, Cost>();
  const nothing: Cost = { means: acceptances.map(() => 0), worst: 0 };
  const follow = (search: Search<number>): Cost => {
    const size = nextGroup(search).length;
    if (size === 0) {
      return nothing;
    }
    const { done, contaminated, spare, share, table } = search;
    // Only searches without a table heed the streak.
    const streak = table === undefined ? search.streak : 0;
    const key = [done, contaminated, spare, share.accepted, share.refused, streak].join(' ');
    const earlier = known.get(key);
    if (earlier !== undefined) {
      return earlier;
    }
    const accepted = follow(learn(search, ACCEPTED));
    const refused = follow(learn(search, REFUSED));
    const means = acceptances.map((acceptance, index) => {
      const chance = acceptance(size, contaminated);
      return 1 + chance * (accepted.means[index] ?? 0) + (1 - chance) * (refused.means[index] ?? 0);
    });
    const cost = { means, worst: 1 + Math.max(accepted.worst, refused.worst) };
    known.set(key, cost);
    return cost;
  };
  return follow(
    startSearch(
      Array.from({ length: people }, (_, place) => place),
      { accepted: 0, refused: 0 },
    ),
  );
}

/** Everybody is refused with the same chance. */
function atShare(share: number): Acceptance {
  return (size, contaminated) => {
    const hidden = contaminated === 0 ? 0 : (1 - share) ** contaminated;
    return Math.max(0, (1 - share) ** size - hidden) / (1 - hidden);
  };
}

/** The search of a short list beside the best strategy. */
interface SmallGroupFigures {
  readonly mean: number;
  readonly best: number;
  readonly ratio: number;
  /** By share, in the order of `SHARES`. */
  readonly means: readonly number[];
  /** The most calls over what the contract allows; at most 0. */
  readonly excess: number;
}

/** Compares the search of a list of `people` with the best strategy, exactly. */
export function compareSmallGroup(people: number): SmallGroupFigures {
  const { means, worst } = followSearch(people, SHARES.map(atShare));
  const mean = means.reduce((sum, calls) => sum + calls, 0) / means.length;
  const best = bestMeanCalls(people);
  return { mean, best, ratio: mean / best, means, excess: worst - callLimit(people) };
}

/** The mean over drawn placements, with its standard error, as a check on the exact figure. */
function sample(people: number, runs: number): { readonly mean: number; readonly error: number } {
  const random = seededRandom(people);
  let [sum, squares] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const share = SHARES[run % SHARES.length] ?? 0;
    const calls = countCalls(Uint8Array.from({ length: people }, () => (random() < share ? 1 : 0)));
    sum += calls;
    squares += calls ** 2;
  }
  const mean = sum / runs;
  return { mean, error: Math.sqrt((squares / runs - mean ** 2) / runs) };
}

// A table is made for every list, so that drawing many long ones takes long.
const SAMPLED = [10, 20];
const SAMPLES = 1_000;
const PAIRS = 10_000;

function printSmallGroups(): boolean {
  const all = Array.from({ length: MOST_PEOPLE - 1 }, (_, index) => ({
    people: index + 2,
    ...compareSmallGroup(index + 2),
  }));
  printTable(
    'Short lists: calls on average, refusals of 1, 3, 10, 30 % equally likely',
    all.map(({ people, mean, best, ratio, means, excess }) => ({
      people,
      calls: mean.toFixed(3),
      best: best.toFixed(3),
      ratio: ratio.toFixed(4),
      ...Object.fromEntries(SHARES.map((share, index) => [`at ${share * 100} %`, means[index]?.toFixed(2) ?? ''])),
      'worst over the limit': excess,
    })),
  );
  const worst = all.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  const excess = Math.max(...all.map((figures) => figures.excess));
  console.log(
    `\nLargest ratio ${worst.ratio.toFixed(4)} at ${worst.people} people (limit ${SMALL_GROUP_LIMIT}); ` +
      `largest calls - (n + ceil(log2 n) + 2): ${excess} (limit 0)`,
  );
  for (const people of SAMPLED) {
    const { mean, error } = sample(people, SAMPLES);
    console.log(`Check by ${SAMPLES} drawn lists of ${people}: ${mean.toFixed(2)} ± ${error.toFixed(2)} calls`);
  }
  return worst.ratio <= SMALL_GROUP_LIMIT && excess <= 0;
}

/** The mean for one refused person is exact, that for two is of drawn pairs; more are in the part "group-testing". */
function printFullBatch(): boolean {
  const one = measure(1000, takeTurns(1000));
  const random = seededRandom(2);
  const two = measure(PAIRS, () => countCalls(scattered(1000, 2, random)));
  const rows = [
    { d: 1, drawn: 'every place', ...one },
    { d: 2, drawn: `${PAIRS} pairs`, ...two },
  ];
  printTable(
    '1,000 people, exactly d refused: calls',
    rows.map(({ d, drawn, mean, worst }) => {
      const bound = informationBound(1000, d);
      return { d, drawn, mean: mean.toFixed(2), worst, 'information bound': bound, ratio: (mean / bound).toFixed(3) };
    }),
  );
  return rows.every(({ d, mean }) => mean / informationBound(1000, d) <= MEAN_RATIO_LIMIT);
}

/** Puts the one refused person at every place, one after the other. */
function takeTurns(people: number): () => number {
  let place = 0;
  return () => {
    const placement = new Uint8Array(people);
    placement[place] = 1;
    place += 1;
    return countCalls(placement);
  };
}

function printTimes(): void {
  const rows = [20, 50, MAX_SMALL_GROUP].map((people) => {
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      const share = { accepted: 0, refused: 0 };
      new SmallGroups(people, share).nextSize({ free: 0, contaminated: people, spare: 8, share });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return {
      people,
      'first, ms of CPU': times[0]?.toFixed(0) ?? '',
      'least of 5, ms of CPU': Math.min(...times).toFixed(0),
    };
  });
  printTable('Making the table of one list', rows);
}

if (import.meta.main) {
  printTimes();
  const holds = [printSmallGroups(), printFullBatch()];
  if (holds.includes(false)) {
    console.error('A bound of the contract is broken.');
    process.exitCode = 1;
  }
}
