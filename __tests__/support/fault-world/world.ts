import { INVALID, NOT_STARTED, PER_USER } from './codes.ts';
import { drawPlan, type FaultPlan } from './fault-plan.ts';
import { drawPeople, type People } from './people.ts';
import { createRandom, type Random } from './random.ts';

export const START_MS = Date.UTC(2026, 10, 30, 12, 0, 0, 250);

/** In which member of the answer `failed_for_some_users` names people. */
export const SHAPES = ['map', 'strings', 'objects', 'json-string', 'details', 'messages', 'raw', 'unnamed'] as const;
export type Shape = (typeof SHAPES)[number];

/** Whom a refusal with another code names: Slack may name nobody, the right people or the wrong ones. */
export const HINTS = ['none', 'first', 'all', 'wrong', 'everybody', 'strangers'] as const;

/** How the simulated Slack behaves when nothing goes wrong. */
export interface Habits {
  /** Which code a group with several refused people gets; `summed-up` is failed_for_some_users for any of them. */
  readonly codeOf: 'first' | 'any' | 'summed-up';
  readonly shape: Shape;
  readonly hints: (typeof HINTS)[number];
  /** Who else was reset when failed_for_some_users names nobody. */
  readonly rest: 'applied' | 'not-applied' | 'in-part';
  readonly sendsRequestIds: boolean;
}

/** How sessions and their listing behave; only for runs that verify. */
export interface SessionHabits {
  /** Whether single people are listed under the organization's ID; `silently` not: as if nobody had a session. */
  readonly takesOrganization: 'yes' | 'no' | 'silently';
  readonly scopes: 'all' | 'no-read' | 'untold';
  readonly isWorkspaceToken: boolean;
  readonly pageSize: number;
  readonly others: number;
  /** How long jobs take, at most. */
  readonly jobMs: number;
  readonly stickyShare: number;
  readonly returnShare: number;
}

/** All that decides about a run; the seed alone gives the same world again. */
export interface World {
  readonly seed: number;
  readonly people: People;
  readonly habits: Habits;
  readonly sessionHabits: SessionHabits;
  readonly faults: FaultPlan;
  readonly sessions: 'all' | 'web' | 'mobile';
  readonly verify: boolean;
  readonly maxRetries: number;
  readonly budgetMs: number;
  readonly ignored: ReadonlySet<string>;
  /** Since the start of the run. */
  readonly cancelAfterMs: number | undefined;
}

/** Every eighth seed verifies. */
export function doesVerify(seed: number): boolean {
  return seed % 8 === 0;
}

function drawHabits(random: Random): Habits {
  return {
    codeOf: random.weighted({ first: 5, any: 3, 'summed-up': 2 }),
    shape: random.pick(SHAPES),
    hints: random.chance(0.5) ? 'none' : random.pick(HINTS),
    rest: random.pick(['applied', 'not-applied', 'in-part']),
    sendsRequestIds: random.chance(0.9),
  };
}

function drawSessionHabits(random: Random): SessionHabits {
  return {
    takesOrganization: random.weighted({ yes: 7, no: 2, silently: 2 }),
    scopes: random.weighted({ all: 8, untold: 2, 'no-read': 1 }),
    isWorkspaceToken: random.chance(0.1),
    pageSize: random.weighted({ small: 1, large: 2 }) === 'small' ? random.int(1, 8) : random.int(20, 1000),
    others: random.magnitude(1, 60) - 1,
    jobMs: random.chance(0.4) ? 0 : random.magnitude(100, 120_000),
    stickyShare: random.chance(0.8) ? 0 : random.next() * 0.3,
    returnShare: random.chance(0.8) ? 0 : random.next() * 0.3,
  };
}

/** Draws the world of a seed. */
export function drawWorld(seed: number): World {
  const random = createRandom(seed, 'world');
  const perUser = [...PER_USER, NOT_STARTED, INVALID];
  const verify = doesVerify(seed);
  // Listing goes on until time is over.
  const longest = verify ? 1_800_000 : 21_600_000;
  return {
    seed,
    people: drawPeople(random, { nowMs: START_MS, most: verify ? 40 : 3500 }),
    habits: drawHabits(random),
    sessionHabits: drawSessionHabits(random),
    faults: drawPlan(random),
    sessions: random.pick(['all', 'all', 'web', 'mobile']),
    verify,
    maxRetries: random.int(0, 6),
    budgetMs: random.chance(0.7) ? random.magnitude(900_000, longest) : random.magnitude(1_000, 900_000),
    ignored: new Set(random.chance(0.4) ? perUser.filter(() => random.chance(0.4)) : []),
    cancelAfterMs: random.weighted({ never: 70, early: 5, later: 25 }) === 'never' ? undefined : drawMoment(random),
  };
}

function drawMoment(random: Random): number {
  return random.chance(0.1) ? 0 : random.magnitude(1, 600_000);
}
