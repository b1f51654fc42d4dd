import { stopReason, timeLeftMs } from '../calls/call-context.ts';
import { findRenamed } from './check-accounts.ts';
import type { Entry, Verification } from './entry.ts';
import type { Ledger } from './ledger.ts';
import { isFurtherLookCheap, isListed, MAX_CALLS_OF_SECOND_LOOK, toSeen } from './look-before.ts';
import { isLongDue, lacksScope, type Run } from './run.ts';
import type { SessionLister } from './session-lister.ts';
import { type Look, type Sight, showsNone } from './sight.ts';
import { READ_SCOPE } from './token-check.ts';

/** How long after Slack's last acceptance the first look comes, in ms. */
const FIRST_LOOK_MS = 5_000;
/** The waits before the looks that follow, in ms; the last one repeats. */
const LATER_LOOKS_MS = [5_000, 10_000, 20_000, 30_000] as const;
/** A person seen with only newer sessions this many times in a row has signed in again: waiting changes nothing. */
const LOOKS_AT_NEW_SESSIONS = 3;
/** Codes for people that Slack never lists. */
const NEVER_LISTED = new Set(['user_not_found', 'bots_not_allowed']);

/**
 * Looks again and again at everybody whose reset Slack accepted until no session of the kind reset is left, or time
 * runs out. Every look judges everybody it covers, and the last one that covers a person decides. Ends early when one
 * shows a session of somebody taken for signed out, who is to be reset before it goes on.
 */
export async function verifySessions(run: Run, lister: SessionLister): Promise<void> {
  const { ledger, context, options } = run;
  if (!options.verify || queuedIn(ledger).length === 0) {
    return;
  }
  const obstacle = ledger.stop?.error ?? (lacksScope(ledger.token, READ_SCOPE) ? 'missing_scope' : undefined);
  if (obstacle !== undefined) {
    ledger.verifyProblem = obstacle;
    return;
  }
  const sinceMs = context.clock.monotonicMs() - Math.max(ledger.lastQueuedMs, lister.lastLookMs);
  let waitMs = Math.max(0, FIRST_LOOK_MS - sinceMs);
  for (let look = 0; ; look += 1) {
    if (!(await pause(waitMs, run))) {
      break;
    }
    const problem = await lookOnce(queuedIn(ledger), lister, run);
    // Read anew, since two of them may have turned out to be one person.
    const entries = queuedIn(ledger);
    const open = entries.filter((entry) => isOpen(entry));
    ledger.verifyProblem = problem?.error;
    waitMs = LATER_LOOKS_MS[Math.min(look, LATER_LOOKS_MS.length - 1)] ?? FIRST_LOOK_MS;
    const isOver = open.length === 0 || problem?.isFinal === true || ledger.stop !== undefined || ledger.hasReopened;
    context.log.info(`${describe(entries)}${isOver ? '.' : `, next look in ${waitMs / 1000} s`}`);
    if (isOver) {
      break;
    }
  }
  if (!ledger.hasReopened) {
    close(queuedIn(ledger), run);
  }
}

function queuedIn({ entries }: Ledger): readonly Entry[] {
  return entries.filter(({ end }) => end?.status === 'queued');
}

/** @returns whether there was time for the wait, and is for a look */
async function pause(waitMs: number, { context }: Run): Promise<boolean> {
  if (stopReason(context) !== undefined || waitMs >= timeLeftMs(context)) {
    context.log.info('There is no time for another look.');
    return false;
  }
  await context.clock.sleep(waitMs, context.bounds.cancelled);
  return stopReason(context) === undefined;
}

async function lookOnce(entries: readonly Entry[], lister: SessionLister, run: Run): Promise<Look['problem']> {
  const { context, options } = run;
  // A person never listed so far may be listed later.
  const listable = entries.filter(({ unverified }) => unverified === undefined || unverified === 'never_listed');
  // Everybody, so that a later session is seen too, unless that would keep those who are open waiting.
  const isCheap = lister.costOf(listable) <= MAX_CALLS_OF_SECOND_LOOK;
  const covered = isCheap ? listable : listable.filter(isOpen);
  const signedOut = run.ledger.entries.filter(({ end }) => end?.status === 'signed-out');
  const others = [...(isCheap ? [] : listable.filter((entry) => !isOpen(entry))), ...signedOut];
  const look = await lister.look(covered, context, { others });
  takeBack(signedOut, look, run);
  const renamed = await resolveDoubts(covered, look, { run, lister });
  const needsTwo = isFurtherLookCheap(covered, look, lister);
  for (const entry of listable.filter((other) => !renamed.has(other))) {
    const sight = look.seen.get(entry) ?? sessionsIn(look.sighted.get(entry), run);
    const code = look.unlisted.get(entry);
    if (showsNone(look, entry, options.sessions) && !isListed(entry, lister)) {
      entry.unverified = 'never_listed';
    } else if (sight !== undefined) {
      entry.unverified = undefined;
      entry.verification = judge(entry, { seen: toSeen(sight, options.sessions), needsTwo });
    } else if (code !== undefined && NEVER_LISTED.has(code)) {
      entry.unverified = code;
    }
  }
  return look.problem ?? lastOf(look);
}

/** Whoever was signed out and is shown with a session now is to be reset like everybody. */
function takeBack(signedOut: readonly Entry[], look: Look, run: Run): void {
  for (const entry of signedOut) {
    const complete = look.seen.get(entry);
    const sight = sessionsIn(complete ?? look.sighted.get(entry), run);
    if (sight !== undefined) {
      run.ledger.reopen(entry, { ...toSeen(sight, run.options.sessions), isComplete: complete !== undefined });
      entry.foundSignedIn = isLongDue(entry, run);
      run.context.log.info(
        `${entry.userId ?? entry.person.source} is signed in after all, and is reset like everybody`,
      );
    }
  }
}

/**
 * Asks Slack about IDs without a session that may not be the ones it lists.
 *
 * @returns the people who turned out to have another ID, about whom this look said nothing
 */
async function resolveDoubts(
  covered: readonly Entry[],
  look: Look,
  { run, lister }: { run: Run; lister: SessionLister },
): Promise<ReadonlySet<Entry>> {
  const isInDoubt = (entry: Entry): boolean =>
    entry.unverified === undefined &&
    showsNone(look, entry, run.options.sessions) &&
    !isListed(entry, lister) &&
    !entry.isKnownId;
  const inDoubt = covered.filter(isInDoubt);
  if (inDoubt.length === 0 || lacksScope(run.ledger.token, 'users:read')) {
    return new Set();
  }
  return new Set(await findRenamed(inDoubt, run, run.context));
}

/** What an incomplete look came across counts only where it shows a session. */
function sessionsIn(sight: Sight | undefined, { options }: Run): Sight | undefined {
  return sight !== undefined && toSeen(sight, options.sessions).sessionIds.length > 0 ? sight : undefined;
}

function lastOf({ unlisted }: Look): Look['problem'] {
  const error = [...unlisted.values()].filter((code) => !NEVER_LISTED.has(code)).at(-1);
  return error === undefined ? undefined : { error, isFinal: false };
}

function isOpen({ verification, unverified }: Entry): boolean {
  return (
    unverified === undefined &&
    verification?.kind !== 'gone' &&
    (verification?.newOnlyLooks ?? 0) < LOOKS_AT_NEW_SESSIONS
  );
}

/** What a look says of a person, together with the looks before it. */
function judge(
  { verification: earlier, before }: Entry,
  { seen, needsTwo }: { seen: Verification['seen']; needsTwo: boolean },
): Verification {
  const looks = (earlier?.looks ?? 0) + 1;
  const hasSeenNone = earlier?.hasSeenNone === true || seen.sessionIds.length === 0;
  if (seen.sessionIds.length === 0) {
    const emptyLooks = (earlier?.emptyLooks ?? 0) + 1;
    const kind = emptyLooks >= (needsTwo ? 2 : 1) ? 'gone' : 'not-yet';
    return { kind, error: null, seen, looks, emptyLooks, hasSeenNone, newOnlyLooks: 0 };
  }
  // Without a complete look before, a session left cannot be told from a new one, unless a look saw none.
  const isKnown = before?.isComplete === true || hasSeenNone;
  const known = isKnown ? (before?.sessionIds ?? []) : undefined;
  const isNew = (id: string): boolean => known !== undefined && !known.includes(id);
  return {
    kind: 'left',
    error: seen.sessionIds.some(isNew) ? 'signed_in_again' : 'sessions_left',
    seen,
    looks,
    emptyLooks: 0,
    hasSeenNone,
    newOnlyLooks: seen.sessionIds.every(isNew) ? (earlier?.newOnlyLooks ?? 0) + 1 : 0,
  };
}

/** Says of everybody who could not be verified why. */
function close(entries: readonly Entry[], { ledger, context }: Run): void {
  const reason = stopReason(context) ?? ledger.stop?.error ?? ledger.verifyProblem ?? 'time_limit';
  for (const entry of entries) {
    if (entry.verification === undefined || entry.verification.kind === 'not-yet') {
      entry.unverified ??= reason;
    }
  }
}

function describe(entries: readonly Entry[]): string {
  const count = (kind: Verification['kind']): number =>
    entries.filter(({ verification }) => verification?.kind === kind).length;
  const [gone, left] = [count('gone'), count('left')];
  const rest = entries.length - gone - left;
  const others = rest === 0 ? '' : `, ${rest} not known yet`;
  return `${gone} of ${entries.length} verified, ${left} still active${others}`;
}
