import type { Jump } from './clock.ts';
import { INVALID, NOT_STARTED, PER_USER } from './codes.ts';
import { drawPlan, type FaultPlan } from './fault-plan.ts';
import { ELSEWHERE, ORGANIZATION } from './honest.ts';
import { drawListing, KIND_LISTING, type ListingHabits } from './listing-habits.ts';
import { drawPeople, type People } from './people.ts';
import { createRandom, type Random } from './random.ts';

export const START_MS = Date.UTC(2026, 10, 30, 12, 0, 0, 250);

/** In which member of the answer `failed_for_some_users` names people, and whom. */
export const SHAPES = [
  'map',
  'strings',
  'objects',
  'json-string',
  'details',
  'messages',
  'positions',
  'raw',
  'unnamed',
  'inverted',
  'first-and-more',
  'other-ids',
  'accepted-people',
] as const;

/** Whom a refusal with another code names: Slack may name nobody, the right people or the wrong ones. */
export const HINTS = ['none', 'first', 'all', 'position', 'wrong', 'everybody', 'strangers'] as const;

/** How an `ok: true` reports failures, where this Slack says ok to everything. */
export const CONTRADICTIONS = [
  'never',
  'map',
  'errors',
  'positions',
  'code',
  'strangers',
  'other-ids',
  'count',
] as const;

/** How the simulated Slack behaves when nothing goes wrong. */
export interface Habits {
  /** Which code a group with several refused people gets; `summed-up` is failed_for_some_users for any of them. */
  readonly codeOf: 'first' | 'any' | 'summed-up';
  readonly shape: (typeof SHAPES)[number];
  readonly hints: (typeof HINTS)[number];
  readonly contradicts: (typeof CONTRADICTIONS)[number];
  /** Who else was reset when failed_for_some_users is answered. */
  readonly rest: 'applied' | 'not-applied' | 'in-part';
  /** Whether answers about people with two IDs tell the Enterprise ID. */
  readonly tellsEnterprise: boolean;
  readonly sendsRequestIds: boolean;
}

/** What Slack says of the token. */
export interface TokenHabits {
  /** Undefined: one workspace's token. */
  readonly organization: string | undefined;
  /** Undefined: Slack does not say. */
  readonly scopes: readonly string[] | undefined;
  readonly actingId: string;
}

/** All that decides about a run; the seed alone gives the same world again. */
export interface World {
  readonly seed: number;
  readonly people: People;
  readonly habits: Habits;
  readonly tokenHabits: TokenHabits;
  readonly listing: ListingHabits;
  readonly faults: FaultPlan;
  readonly sessions: 'all' | 'web' | 'mobile';
  /** Whether sessions are looked at, before the reset or after it. */
  readonly looks: boolean;
  readonly verify: boolean;
  readonly lookFirstAfterDays: number | undefined;
  readonly checkAccounts: boolean;
  readonly orgId: string | undefined;
  readonly dryRun: boolean;
  readonly maxUsers: number;
  readonly maxRetries: number;
  readonly budgetMs: number;
  readonly ignored: ReadonlySet<string>;
  /** Since the start of the run. */
  readonly cancelAfterMs: number | undefined;
  readonly jumps: readonly Jump[];
  /** The log fails at this line, once or from then on. */
  readonly brokenLog: { readonly line: number; readonly isLasting: boolean } | undefined;
}

/** Every fourth seed looks at sessions. */
export function doesLook(seed: number): boolean {
  return seed % 4 === 0;
}

function drawHabits(random: Random): Habits {
  return {
    codeOf: random.weighted({ first: 5, any: 3, 'summed-up': 4 }),
    shape: random.pick(SHAPES),
    hints: random.chance(0.5) ? 'none' : random.pick(HINTS),
    contradicts: random.chance(0.75) ? 'never' : random.pick(CONTRADICTIONS),
    rest: random.pick(['applied', 'not-applied', 'in-part']),
    tellsEnterprise: random.chance(0.75),
    sendsRequestIds: random.chance(0.9),
  };
}

const SCOPES = ['admin.users:write', 'admin.users:read', 'users:read', 'users:read.email'] as const;

function drawToken(random: Random, { accounts }: People): TokenHabits {
  const own = random.chance(0.3) ? random.pick(random.pick(accounts).ids) : 'W0ADMIN001';
  const some = SCOPES.filter((scope) => scope === 'admin.users:write' || random.chance(0.5));
  const scopes = random.weighted({ all: 16, untold: 4, some: 3, none: 0.3 });
  return {
    organization:
      random.weighted({ own: 12, none: 1, other: 0.5 }) === 'own' ? ORGANIZATION : random.pick([undefined, ELSEWHERE]),
    scopes: scopes === 'all' ? SCOPES : scopes === 'some' ? some : scopes === 'none' ? ['users:read'] : undefined,
    actingId: own,
  };
}

function drawIgnored(random: Random): ReadonlySet<string> {
  const codes = [...PER_USER, NOT_STARTED, INVALID, 'found_signed_in'];
  return new Set(random.chance(0.4) ? codes.filter(() => random.chance(0.4)) : []);
}

function drawJumps(random: Random): readonly Jump[] {
  const count = random.chance(0.85) ? 0 : random.int(1, 3);
  const hour = 3_600_000;
  return Array.from({ length: count }, () => ({
    afterMs: random.magnitude(1, 900_000),
    byMs: random.pick([-hour, hour, -24 * hour, 365 * 24 * hour, random.int(-5000, 5000)]),
  }));
}

/** Draws the world of a seed. */
export function drawWorld(seed: number): World {
  const random = createRandom(seed, 'world');
  const looks = doesLook(seed);
  const verify = looks && seed % 12 !== 0;
  const looksFirst = looks && (!verify || random.chance(0.4));
  // Looking goes on until time is over.
  const longest = verify ? 1_800_000 : 21_600_000;
  const people = drawPeople(random, { nowMs: START_MS, most: looks ? 60 : 3500 });
  const world: World = {
    seed,
    people,
    habits: drawHabits(random),
    tokenHabits: drawToken(random, people),
    listing: drawListing(random),
    faults: drawPlan(random),
    sessions: random.pick(['all', 'all', 'web', 'mobile']),
    looks,
    verify,
    lookFirstAfterDays: looksFirst ? random.pick([0, 0, 1, 30, 365]) : undefined,
    checkAccounts: random.chance(people.mentions.length > 100 ? 0.02 : 0.2),
    orgId: random.chance(0.06) ? random.pick([ORGANIZATION, ORGANIZATION, ELSEWHERE]) : undefined,
    dryRun: random.chance(0.03),
    maxUsers: random.chance(0.06) ? random.magnitude(1, 2 * people.mentions.length) : 5000,
    maxRetries: random.int(0, 6),
    budgetMs: random.chance(0.7) ? random.magnitude(900_000, longest) : random.magnitude(1_000, 900_000),
    ignored: drawIgnored(random),
    cancelAfterMs: random.weighted({ never: 70, early: 5, later: 25 }) === 'never' ? undefined : drawMoment(random),
    jumps: drawJumps(random),
    brokenLog: random.chance(0.05) ? { line: random.magnitude(1, 60), isLasting: random.chance(0.5) } : undefined,
  };
  return looks && random.chance(0.1) ? makeKind(world) : world;
}

/** The same people and options on a day when nothing goes wrong. */
function makeKind(world: World): World {
  const accounts = world.people.accounts.map((account) => ({ ...account, kind: 'member', isActive: true }) as const);
  const accountOf = new Map(accounts.flatMap((account) => account.ids.map((id) => [id, account] as const)));
  return {
    ...world,
    people: { ...world.people, accounts, accountOf },
    habits: { ...world.habits, tellsEnterprise: true },
    tokenHabits: { ...world.tokenHabits, organization: ORGANIZATION, scopes: SCOPES },
    listing: { ...world.listing, ...KIND_LISTING },
    faults: { ...world.faults, rate: 0 },
    budgetMs: Math.max(900_000, world.budgetMs),
    cancelAfterMs: undefined,
    brokenLog: undefined,
  };
}

function drawMoment(random: Random): number {
  return random.chance(0.1) ? 0 : random.magnitude(1, 600_000);
}
