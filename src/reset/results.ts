import { identityOf, type Person, type Plan } from '../people/plan.ts';
import { UNTOUCHED } from './ledger.ts';
import type { Evidence } from './proof.ts';
import type { PeopleReset } from './run-reset.ts';

/** What happened to a person; every person asked for ends with exactly one of these. */
export const STATUSES = [
  'planned',
  'queued',
  'verified',
  'still-active',
  'failed',
  'ignored',
  'unknown',
  'not-attempted',
  'skipped',
] as const;

/** @see STATUSES */
export type Status = (typeof STATUSES)[number];

/** How one person ended. */
export interface PersonResult {
  readonly person: Person;
  readonly status: Status;
  /** Slack's error code or one of ours; null where there is none. */
  readonly error: string | null;
  /** HTTP calls that named the person. */
  readonly calls: number;
  readonly requestId: string | null;
  /** In ms since the epoch. */
  readonly atMs: number | null;
  /** Only after verifying. */
  readonly evidence?: Evidence | undefined;
}

/** The outcome of the run as a whole. */
export type RunOutcome = 'planned' | 'nothing-to-do' | 'success' | 'partial' | 'failure';

const GOOD: ReadonlySet<Status> = new Set<Status>(['queued', 'verified', 'ignored', 'planned']);
const NEVER_SENT = { calls: 0, requestId: null, atMs: null } as const;

/** Tells whether this outcome needs somebody's hand, and so fails the step. */
export function needsAttention({ status, error }: Pick<PersonResult, 'status' | 'error'>): boolean {
  return status === 'skipped' ? error !== 'not_due' : !GOOD.has(status);
}

/** Those who need somebody's hand, the most urgent first, which is in the order of the statuses. */
export function whoNeedAttention(results: readonly PersonResult[]): readonly PersonResult[] {
  const hand = results.filter(needsAttention);
  return hand.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}

/** Everybody's outcome of a dry run. */
export function planResults(plan: Plan): readonly PersonResult[] {
  return plan.people.map((person) => heldBack(person) ?? { person, status: 'planned', error: null, ...NEVER_SENT });
}

/** The same outcome for everybody who was to be sent: the plan was refused as a whole, or the run broke off. */
export function sameResults(
  plan: Plan,
  { status, error }: { status: 'not-attempted' | 'unknown'; error: string },
): readonly PersonResult[] {
  return plan.people.map((person) => heldBack(person) ?? { person, status, error, ...NEVER_SENT });
}

/**
 * Everybody's outcome after a reset.
 *
 * @param ignoredCodes - codes that do not fail the step
 */
export function toPersonResults(
  { plan, standings, evidence }: Pick<PeopleReset, 'plan' | 'standings' | 'evidence'>,
  ignoredCodes: ReadonlySet<string>,
): readonly PersonResult[] {
  return plan.people.map((person) => {
    const held = heldBack(person);
    if (held !== undefined) {
      return held;
    }
    const identity = identityOf(person);
    const standing = standings.get(identity) ?? UNTOUCHED;
    const isIgnored = standing.status === 'failed' && standing.error !== null && ignoredCodes.has(standing.error);
    return { person, ...standing, evidence: evidence?.get(identity), ...(isIgnored ? { status: 'ignored' } : {}) };
  });
}

function heldBack(person: Person): PersonResult | undefined {
  return person.hold === undefined ? undefined : { person, status: 'skipped', error: person.hold, ...NEVER_SENT };
}

/** The outcome of a run, derived from everybody's result alone. */
export function outcomeOf(results: readonly PersonResult[]): RunOutcome {
  const due = results.filter(({ status, error }) => status !== 'skipped' || error !== 'not_due');
  const good = due.filter(({ status }) => GOOD.has(status)).length;
  if (due.length === 0) {
    return 'nothing-to-do';
  }
  if (due.some(({ status }) => status === 'planned')) {
    return 'planned';
  }
  if (good === due.length) {
    return 'success';
  }
  return good === 0 ? 'failure' : 'partial';
}

/** How many people ended with each status, and how many need a hand. */
export interface Tally extends Readonly<Record<Status, number>> {
  readonly people: number;
  readonly needsAttention: number;
}

/** Counts results; no count is ever kept beside them. */
export function tallyOf(results: readonly PersonResult[]): Tally {
  const counts: Record<Status, number> = {
    planned: 0,
    queued: 0,
    verified: 0,
    'still-active': 0,
    failed: 0,
    ignored: 0,
    unknown: 0,
    'not-attempted': 0,
    skipped: 0,
  };
  for (const { status } of results) {
    counts[status] += 1;
  }
  return { ...counts, people: results.length, needsAttention: results.filter(needsAttention).length };
}
