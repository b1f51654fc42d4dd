/**
 * Counts the calls that group testing needs to isolate refused people, and holds them against the contract.
 * Run: node bench/group-testing.ts
 */
import { type GroupAnswer, learn, nextGroup, type Search, startSearch } from '../src/reset/group-search.ts';
import { SmallGroupTables } from '../src/reset/small-groups.ts';

/** Made once for all searches. */
const TABLES = new SmallGroupTables();

/** Who of n people is refused: 1 at the place of a refused person. */
export type Placement = Uint8Array;
export type Random = () => number;

export const MEAN_RATIO_LIMIT = 1.2;
const SEED = 20_261_130;
const PLACEMENTS = 200;

/** A small seeded generator (mulberry32) of numbers from 0 to below 1. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Exactly d refused people, every choice of places equally likely. */
export function scattered(n: number, d: number, random: Random): Placement {
  const placement = new Uint8Array(n);
  for (let place = n - d; place < n; place += 1) {
    const chosen = Math.floor(random() * (place + 1));
    placement[placement[chosen] === 1 ? place : chosen] = 1;
  }
  return placement;
}

/** Exactly d refused people side by side, somewhere. */
export function clustered(n: number, d: number, random: Random): Placement {
  const start = Math.floor(random() * (n - d + 1));
  return new Uint8Array(n).fill(1, start, start + d);
}

/** ⌈log2 C(n, d)⌉ + 1: the yes-or-no answers needed to tell d refused people among n, and one to know that there are any. */
export function informationBound(n: number, d: number): number {
  let bits = 0;
  for (let chosen = 0; chosen < d; chosen += 1) {
    bits += Math.log2((n - chosen) / (chosen + 1));
  }
  // A whole number of bits must not be rounded up because of the last digit of a sum of logarithms.
  return Math.ceil(bits - 1e-9) + 1;
}

/** n + ⌈log2 n⌉ + 2: more calls than this no placement may cost. */
export function callLimit(n: number): number {
  return n + Math.ceil(Math.log2(n)) + 2;
}

/** Calls of the search under test. */
export function countCalls(placement: Placement): number {
  const people = Array.from(placement, (_, place) => place);
  return countAnswers(people, (group) => group.some((place) => placement[place] === 1));
}

/** Calls when an opponent answers as they like, as long as some placement agrees with all of it. */
export function countCallsAgainst(n: number, refuses: (group: readonly number[]) => boolean): number {
  const people = Array.from({ length: n }, (_, place) => place);
  let hiding: readonly number[] = [];
  return countAnswers(people, (group) => {
    const left = hiding.filter((place) => !group.includes(place));
    const mustRefuse = hiding.length > 0 && left.length === 0;
    const refused = mustRefuse || refuses(group);
    if (!refused) {
      hiding = left;
    } else {
      hiding = group.length === 1 ? (left.length < hiding.length ? [] : hiding) : group;
    }
    return refused;
  });
}

function countAnswers(people: readonly number[], isRefused: (group: readonly number[]) => boolean): number {
  const accepted: GroupAnswer<number> = { kind: 'accepted' };
  const refused: GroupAnswer<number> = { kind: 'refused', named: new Set() };
  let search: Search<number> = startSearch(people, { accepted: 0, refused: 0 }, TABLES);
  let calls = 0;
  for (let group = nextGroup(search); group.length > 0; group = nextGroup(search)) {
    search = learn(search, isRefused(group) ? refused : accepted);
    calls += 1;
  }
  return calls;
}

/** Calls of plain halving: a refused group is cut in two, and both halves are sent. */
export function countHalvingCalls(placement: Placement): number {
  if (placement.length < 2 || !placement.includes(1)) {
    return 1;
  }
  const middle = Math.ceil(placement.length / 2);
  return 1 + countHalvingCalls(placement.subarray(0, middle)) + countHalvingCalls(placement.subarray(middle));
}

export interface Figures {
  readonly mean: number;
  readonly worst: number;
}

/** Mean and worst number of calls over `count` placements. */
export function measure(count: number, calls: () => number): Figures {
  let sum = 0;
  let worst = 0;
  for (let run = 0; run < count; run += 1) {
    const made = calls();
    sum += made;
    worst = Math.max(worst, made);
  }
  return { mean: sum / count, worst };
}

/** The d with the largest mean ratio to the information bound, over scattered placements of every d from 1 to `most`. */
export function worstMeanRatio(n: number, most: number, random: Random): { d: number; ratio: number; excess: number } {
  let found = { d: 0, ratio: 0, excess: Number.NEGATIVE_INFINITY };
  for (let d = 1; d <= most; d += 1) {
    const { mean, worst } = measure(PLACEMENTS, () => countCalls(scattered(n, d, random)));
    const ratio = mean / informationBound(n, d);
    const excess = Math.max(found.excess, worst - callLimit(n));
    found = ratio > found.ratio ? { d, ratio, excess } : { ...found, excess };
  }
  return found;
}

function cells(values: readonly (string | number)[]): string {
  return values.map((value) => String(value).padStart(10)).join('');
}

/** Prints the table; returns the largest excess over the call limit. */
function printTable(random: Random): number {
  let excess = Number.NEGATIVE_INFINITY;
  console.log(cells(['n', 'd', 'places', 'mean', 'worst', 'bound', 'ratio', 'limit', 'halving']));
  for (const n of [20, 100, 1000]) {
    for (const d of [0, 1, 2, 5, 10, 50, 100, 500].filter((refused) => refused <= n / 2)) {
      for (const place of [scattered, clustered]) {
        const placements = Array.from({ length: PLACEMENTS }, () => place(n, d, random));
        const figures = measure(PLACEMENTS, takeTurns(placements, countCalls));
        const halving = measure(PLACEMENTS, takeTurns(placements, countHalvingCalls));
        const bound = informationBound(n, d);
        const row = [
          n,
          d,
          place.name,
          figures.mean.toFixed(2),
          figures.worst,
          bound,
          (figures.mean / bound).toFixed(3),
        ];
        console.log(cells([...row, callLimit(n), halving.mean.toFixed(2)]));
        excess = Math.max(excess, figures.worst - callLimit(n));
      }
    }
  }
  return excess;
}

function takeTurns(placements: readonly Placement[], count: (placement: Placement) => number): () => number {
  const turns = placements.values();
  return () => count(turns.next().value ?? new Uint8Array(1));
}

/** Opponents who refuse a share of the groups, and a share of the single people, whatever they hold. */
function worstOpponent(n: number, random: Random): number {
  let worst = 0;
  for (const groups of [0.3, 0.5, 0.7, 0.9, 1]) {
    for (const singles of [0, 0.1, 0.3, 0.6, 1]) {
      const refuses = (group: readonly number[]) => random() < (group.length > 1 ? groups : singles);
      worst = Math.max(worst, measure(20, () => countCallsAgainst(n, refuses)).worst);
    }
  }
  return worst - callLimit(n);
}

function main(): void {
  const random = seededRandom(SEED);
  console.log(`Calls to isolate d refused people among n; ${PLACEMENTS} placements a row, seed ${SEED}`);
  const inTable = printTable(random);
  const everyD = worstMeanRatio(1000, 500, random);
  const opponents = Math.max(...[1, 2, 3, 20, 100, 1000].map((n) => worstOpponent(n, random)));
  const excess = Math.max(inTable, everyD.excess, opponents);
  console.log(
    `n = 1000, scattered, every d from 1 to 500: worst mean ratio ${everyD.ratio.toFixed(3)} at d = ${everyD.d}` +
      ` (limit ${MEAN_RATIO_LIMIT}); largest calls - (n + ceil(log2 n) + 2): ${excess}, opponents included (limit 0)`,
  );
  if (everyD.ratio > MEAN_RATIO_LIMIT || excess > 0) {
    console.error('The bound of the contract is broken.');
    process.exitCode = 1;
  }
}

if (import.meta.main) {
  main();
}
