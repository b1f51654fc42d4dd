import type { Random } from './random.ts';

/** What a listing of sessions gets wrong on purpose. */
export const LIES = [
  'none',
  'omits',
  'omits-singly',
  'omits-in-organization',
  'shrinks',
  'forgets-others',
  'empty',
  'cut',
  'repeats',
] as const;

/** How sessions and their listing behave; only for runs that look at them. */
export interface ListingHabits {
  /** Whether single people are listed under the organization's ID; `silently` not: as if nobody had a session. */
  readonly takesOrganization: 'yes' | 'no' | 'silently';
  /** What the listing says of a second ID, under which no session is shown. */
  readonly otherId: 'shown' | 'empty' | 'unknown';
  readonly lie: (typeof LIES)[number];
  readonly shrinksAfterMs: number;
  /** Shows what was the case so long ago. */
  readonly lagMs: number;
  /** Shows sessions as gone as soon as a reset is enqueued. */
  readonly runsAhead: boolean;
  readonly pageSize: number;
  readonly others: number;
  /** The share of sessions that are listed under a workspace. */
  readonly workspaceShare: number;
  /** How long jobs take, at most. */
  readonly jobMs: number;
  readonly stickyShare: number;
  readonly returnShare: number;
}

/** A listing as one would wish it. */
export const KIND_LISTING = {
  takesOrganization: 'yes',
  otherId: 'shown',
  lie: 'none',
  lagMs: 0,
  runsAhead: false,
  others: 40,
  workspaceShare: 0,
  jobMs: 20_000,
  stickyShare: 0,
  returnShare: 0,
} as const satisfies Partial<ListingHabits>;

/** Draws how sessions behave: mostly as one would wish. */
export function drawListing(random: Random): ListingHabits {
  return {
    takesOrganization: random.weighted({ yes: 7, no: 2, silently: 2 }),
    otherId: random.pick(['shown', 'empty', 'unknown']),
    lie: random.chance(0.6) ? 'none' : random.pick(LIES),
    shrinksAfterMs: random.magnitude(500, 60_000),
    lagMs: random.chance(0.85) ? 0 : random.magnitude(500, 60_000),
    runsAhead: random.chance(0.05),
    pageSize: random.weighted({ small: 1, large: 2 }) === 'small' ? random.int(1, 8) : random.int(20, 1000),
    others: random.magnitude(1, 120) - 1,
    workspaceShare: random.chance(0.7) ? 0 : random.next(),
    jobMs: random.chance(0.4) ? 0 : random.magnitude(100, 120_000),
    stickyShare: random.chance(0.8) ? 0 : random.next() * 0.3,
    returnShare: random.chance(0.8) ? 0 : random.next() * 0.3,
  };
}
