import type { Random } from './random.ts';

/** Everything that can go wrong with a call. */
export const FAULTS = [
  'refused-connection',
  'no-such-host',
  'reset-before',
  'reset-after',
  'cut-body',
  'short-body',
  'slow',
  'time-out',
  'time-out-after',
  'too-slow',
  'open-code',
  'not-started',
  'per-user-code',
  'documented-code',
  'run-wide-code',
  'unlisted-code',
  'no-code',
  'invalid-arguments',
  'some-unnamed',
  'limited',
  'limited-in-body',
  'limited-page',
  'server-error',
  'server-error-in-json',
  'client-error',
  'garbage',
  'wrong-envelope',
  'redirect',
  'odd-acceptance',
  'throws',
  'rejects',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How often a call meets a fault, which one, and for how long it stays. */
export interface FaultPlan {
  readonly rate: number;
  readonly weights: Readonly<Record<Fault, number>>;
  /** The share of faults that come back for some further calls. */
  readonly outages: number;
}

const ENDINGS: readonly Fault[] = ['documented-code', 'run-wide-code', 'unlisted-code', 'no-code', 'invalid-arguments'];

const BUGS: readonly Fault[] = ['throws', 'rejects'];

/** Draws how bad the day is: none, rare or dense faults, all kinds or a few, those that end a run being rare. */
export function drawPlan(random: Random): FaultPlan {
  const rate = Number(random.weighted({ '0': 15, '0.02': 25, '0.1': 25, '0.3': 20, '0.7': 10, '1': 5 }));
  const few = random.chance(0.4) ? new Set(random.shuffle(FAULTS).slice(0, random.int(1, 4))) : undefined;
  const ending = random.weighted({ '0': 50, '0.3': 30, '1': 20 });
  const weights = FAULTS.map((fault) => {
    const isIn = few === undefined || few.has(fault);
    return [
      fault,
      (isIn ? 1 : 0.001) * (ENDINGS.includes(fault) ? Number(ending) : 1) * (BUGS.includes(fault) ? 0.2 : 1),
    ] as const;
  });
  const record: Partial<Record<Fault, number>> = Object.fromEntries(weights);
  return { rate, weights: complete(record), outages: random.chance(0.5) ? 0 : random.next() * 0.5 };
}

function complete(weights: Partial<Record<Fault, number>>): Readonly<Record<Fault, number>> {
  const isComplete = (some: typeof weights): some is Record<Fault, number> => FAULTS.every((fault) => fault in some);
  if (!isComplete(weights)) {
    throw new Error('A fault has no weight');
  }
  return weights;
}
