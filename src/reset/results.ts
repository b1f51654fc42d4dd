import type { Person } from '../people/person.ts';
import type { Entry } from './entry.ts';
import type { Ledger } from './ledger.ts';

/** What happened to a person; every person requested ends with exactly one of these. */
export const STATUSES = [
  'planned',
  'queued',
  'verified',
  'signed-out',
  'still-active',
  'failed',
  'ignored',
  'unknown',
  'not-attempted',
  'skipped',
] as const;

/** @see STATUSES */
export type Status = (typeof STATUSES)[number];

/** What shows that a person was signed out, as far as Slack's listing can show it. Times in ms since the epoch. */
export interface Evidence {
  /** IDs of the sessions that the reset was meant to end; null without a look before it. */
  readonly sessionsBefore: readonly string[] | null;
  readonly lookedAtMs: number | null;
  readonly lookRequestId: string | null;
  /** Those, and newer ones, in the last look; null without a look after the reset. */
  readonly sessionsAfter: readonly string[] | null;
  readonly queuedAtMs: number | null;
  /** Slack's ID of the call that was accepted. */
  readonly queuedRequestId: string | null;
  readonly verifiedAtMs: number | null;
  /** Looks after the reset that said something about the person. */
  readonly looks: number;
}

/** How one person ended. */
export interface PersonResult {
  /** With the ID that was sent, or would be. */
  readonly person: Person;
  readonly status: Status;
  /** Slack's error code or one of ours; null where there is none. */
  readonly error: string | null;
  /** Due for a long time, and still signed in when the run looked. */
  readonly foundSignedIn: boolean;
  /** Whether this result fails the step. */
  readonly fails: boolean;
  /** HTTP calls that named the person. */
  readonly calls: number;
  readonly requestId: string | null;
  /** In ms since the epoch. */
  readonly atMs: number | null;
  /** Null when Slack was not asked, or left it open. */
  readonly account: 'active' | 'deactivated' | null;
  /** What the plan says about the account. */
  readonly accountNote?: string | undefined;
  /** Only where sessions were looked at. */
  readonly evidence?: Evidence | undefined;
}

/** The outcome of the run as a whole. */
export type RunOutcome = 'planned' | 'nothing-to-do' | 'success' | 'partial' | 'failure';

/** What decides results besides the ledger. */
export interface ResultOptions {
  /** Codes that do not fail the step. */
  readonly ignoredCodes: ReadonlySet<string>;
  readonly verify: boolean;
  readonly dryRun: boolean;
}

/** Everybody's result, read from the current ledger, however the run ended. */
export function toResults(ledger: Ledger, options: ResultOptions): readonly PersonResult[] {
  return ledger.entries.map((entry) => {
    const { person, calls, requestId, atMs, account, accountNote, foundSignedIn, queued } = entry;
    const userId = queued?.userId ?? entry.userId;
    const end = endOf(entry, ledger, options);
    const verification = end.status === 'verified' || end.status === 'still-active' ? entry.verification : undefined;
    // The last look, or the call that Slack accepted, whatever the looks showed; none where somebody is held back.
    const last = verification?.seen ?? (end.status === 'queued' ? queued : undefined) ?? { requestId, atMs };
    const deciding = end.status === 'skipped' ? { requestId: null, atMs: null } : last;
    return {
      person: userId === undefined ? person : { ...person, userId },
      ...end,
      foundSignedIn,
      fails: failsStep(end, { foundSignedIn, ignoredCodes: options.ignoredCodes }),
      calls,
      requestId: deciding.requestId,
      atMs: deciding.atMs,
      account,
      accountNote,
      evidence: toEvidence(entry),
    };
  });
}

interface End {
  readonly status: Status;
  readonly error: string | null;
}

/** Codes of a run that is refused as a whole: nobody would be sent, so nobody is planned. */
const REFUSALS_OF_RUN = new Set(['max_users', 'earlier_roster']);

function endOf(entry: Entry, ledger: Ledger, { ignoredCodes, verify, dryRun }: ResultOptions): End {
  const { person, end } = entry;
  if (person.hold !== undefined) {
    return { status: 'skipped', error: person.hold };
  }
  if (dryRun && !REFUSALS_OF_RUN.has(end?.error ?? '')) {
    return { status: 'planned', error: null };
  }
  if (end === undefined) {
    return openEnd(entry, ledger);
  }
  switch (end.status) {
    case 'queued':
      return queuedEnd(entry, ledger, verify);
    case 'failed':
      return end.error !== null && ignoredCodes.has(end.error) ? { status: 'ignored', error: end.error } : end;
    default:
      return end;
  }
}

/** The run ended before the person's reset did. */
function openEnd({ isSending, possibleEffect }: Entry, { stop }: Ledger): End {
  const reason = stop?.error ?? 'unexpected_error';
  const isUnknown = isSending || possibleEffect !== undefined;
  return isUnknown
    ? { status: 'unknown', error: possibleEffect ?? (stop === undefined ? 'unexpected_error' : 'connection_lost') }
    : { status: 'not-attempted', error: reason };
}

function queuedEnd(entry: Entry, { verifyProblem, stop }: Ledger, verify: boolean): End {
  const { verification, unverified, foundSignedIn } = entry;
  const found = foundSignedIn ? 'found_signed_in' : null;
  if (!verify) {
    return { status: 'queued', error: found };
  }
  if (unverified === undefined && verification?.kind === 'gone') {
    return { status: 'verified', error: found };
  }
  if (verification?.kind === 'left') {
    return { status: 'still-active', error: verification.error };
  }
  return { status: 'queued', error: unverified ?? verifyProblem ?? stop?.error ?? 'unexpected_error' };
}

const FAILING: ReadonlySet<Status> = new Set<Status>(['still-active', 'failed', 'unknown', 'not-attempted']);

function failsStep(
  { status, error }: End,
  { foundSignedIn, ignoredCodes }: { foundSignedIn: boolean; ignoredCodes: ReadonlySet<string> },
): boolean {
  if (foundSignedIn && !ignoredCodes.has('found_signed_in')) {
    return true;
  }
  const isAccepted = status === 'queued' || status === 'verified';
  return (
    FAILING.has(status) ||
    (status === 'skipped' && error !== 'not_due') ||
    (isAccepted && error !== null && error !== 'found_signed_in')
  );
}

function toEvidence({ before, verification, queued }: Entry): Evidence | undefined {
  if (before === undefined && verification === undefined) {
    return undefined;
  }
  return {
    sessionsBefore: before?.sessionIds ?? null,
    lookedAtMs: before?.atMs ?? null,
    lookRequestId: before?.requestId ?? null,
    sessionsAfter: verification?.seen.sessionIds ?? null,
    queuedAtMs: queued?.atMs ?? null,
    queuedRequestId: queued?.requestId ?? null,
    verifiedAtMs: verification?.kind === 'gone' ? verification.seen.atMs : null,
    looks: verification?.looks ?? 0,
  };
}

/** Whether a result fails the step, and so needs attention. */
export function needsAttention({ fails }: Pick<PersonResult, 'fails'>): boolean {
  return fails;
}

/** How urgent a result is to the reader of a red run: sign-in still open comes first. */
export function urgencyOf({ status, error, foundSignedIn }: PersonResult): number {
  if (error === 'signed_in_again') {
    return 0;
  }
  if (foundSignedIn) {
    return 1;
  }
  const order: readonly Status[] = ['still-active', 'unknown', 'queued', 'verified', 'failed', 'not-attempted'];
  const place = order.indexOf(status);
  return (place < 0 ? order.length : place) + 2;
}

/** People who need attention, the most urgent first. */
export function whoNeedAttention(results: readonly PersonResult[]): readonly PersonResult[] {
  return results.filter(needsAttention).toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
}

const GOOD: ReadonlySet<Status> = new Set<Status>(['queued', 'verified', 'signed-out', 'ignored', 'planned']);

/** The outcome of a run, derived from everybody's result alone. */
export function outcomeOf(results: readonly PersonResult[]): RunOutcome {
  const due = results.filter(({ status, error }) => status !== 'skipped' || error !== 'not_due');
  const good = due.filter(({ status, fails }) => GOOD.has(status) && !fails).length;
  if (due.length === 0) {
    return 'nothing-to-do';
  }
  if (due.some(({ status }) => status === 'planned')) {
    return 'planned';
  }
  if (good === due.length) {
    // Everybody refused may mean the wrong organization.
    return due.every(({ status }) => status === 'ignored') ? 'partial' : 'success';
  }
  return good === 0 ? 'failure' : 'partial';
}

/** How many people ended with each status, and how many need attention. */
export interface Tally extends Readonly<Record<Status, number>> {
  readonly people: number;
  readonly needsAttention: number;
}

/** Counts results; no separate count is kept anywhere. */
export function tallyOf(results: readonly PersonResult[]): Tally {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const { status } of results) {
    counts[status] += 1;
  }
  return { ...counts, people: results.length, needsAttention: results.filter(needsAttention).length };
}
