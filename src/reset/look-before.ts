import { type CallContext, timeLeftMs, withShareOfRest } from '../calls/call-context.ts';
import { formatPeopleCount } from '../people/wording.ts';
import { shouldBeGone } from '../slack/sessions.ts';
import { findRenamed } from './check-accounts.ts';
import type { Entry, SeenSessions } from './entry.ts';
import { beforeReset, isLongDue, lacksScope, type Run } from './run.ts';
import type { SessionLister } from './session-lister.ts';
import type { Look, Sight } from './sight.ts';
import { READ_SCOPE } from './token-check.ts';

/** Slack allows about 20 listings a minute, so each takes this long. */
const LISTING_MS = 3_000;
/** The share of the time before the reset that an optional look may take. */
const SHARE_OF_SNAPSHOT = 0.5;
/** A second look is taken if it takes at most this many calls. */
export const MAX_CALLS_OF_SECOND_LOOK = 40;
const SECOND_LOOK_MS = 5_000;

/**
 * Looks at people's sessions before the reset: those who have been due for `look-first-after-days`, and with `verify`
 * everybody, as far as time allows. Long-due people without a session are already signed out; those with one are found
 * signed in; people for whom the look gave no answer are reset like everybody else.
 */
export async function lookBefore(run: Run, lister: SessionLister): Promise<void> {
  const { ledger, options } = run;
  const longDue = ledger.open().filter((entry) => isLongDue(entry, run));
  const entries = options.verify ? ledger.open() : longDue;
  if (ledger.stop !== undefined || options.dryRun || entries.length === 0) {
    return;
  }
  // If the reset is certain to be refused, it does not wait for a look.
  const isHopeless = ledger.token?.isBot === true || lacksScope(ledger.token, 'admin.users:write');
  if (isHopeless || lacksScope(ledger.token, READ_SCOPE)) {
    giveUpLooking(longDue, 'missing_scope', run);
    return;
  }
  const context = longDue.length > 0 ? beforeReset(run) : withShareOfRest(beforeReset(run), SHARE_OF_SNAPSHOT);
  const maxCalls = longDue.length > 0 ? Number.POSITIVE_INFINITY : Math.floor(timeLeftMs(context) / LISTING_MS);
  context.log.info('Looking at the sessions before the reset');
  // Long-due people come first, in case time runs out.
  const ordered = [...new Set([...longDue, ...entries])];
  const looking = { run, lister, context };
  const look = await lister.look(ordered, context, { maxCalls: Math.max(1, maxCalls) });
  noteBefore(ordered, look, run);
  const inDoubt = await resolveDoubts(ordered, look, looking);
  // Sessions that were seen belong to the person, whichever ID they were under.
  const renamed = inDoubt.filter((entry) => !hasSessions(entry));
  if (renamed.length > 0) {
    const again = await lister.look(renamed, context, { maxCalls: Math.max(1, maxCalls) });
    for (const entry of renamed) {
      look.seen.delete(entry);
    }
    noteBefore(renamed, again, run);
    for (const [entry, sight] of again.seen) {
      look.seen.set(entry, sight);
    }
  }
  await judgeLongDue(longDue, look, looking);
}

function noteBefore(entries: readonly Entry[], look: Look, { options }: Run): void {
  for (const entry of entries) {
    const complete = look.seen.get(entry);
    const sight = complete ?? look.sighted.get(entry);
    const before = sight === undefined ? undefined : toSeen(sight, options.sessions);
    const isComplete = complete !== undefined;
    // A look that is not complete adds something only about people of whom no session is known.
    const isFirstSight = before?.sessionIds.length !== 0 && !hasSessions(entry);
    if (before !== undefined && (isComplete || isFirstSight)) {
      entry.before = { ...before, isComplete };
    }
  }
}

/** Whether a look before the reset has seen a session of a person. */
function hasSessions({ before }: Entry): boolean {
  return (before?.sessionIds.length ?? 0) > 0;
}

/** The sessions in a sight that a reset of this kind should end. */
export function toSeen({ sessions, ...at }: Sight, kind: Run['options']['sessions']): SeenSessions {
  const own = sessions.filter((session) => shouldBeGone(session, kind));
  return { sessionIds: own.map(({ sessionId }) => sessionId), ...at };
}

interface Looking {
  readonly run: Run;
  readonly lister: SessionLister;
  readonly context: CallContext;
}

/**
 * Asks Slack about IDs without a session that may not be the listed ones, so that the right one is sent and looked at.
 *
 * @returns the people who turned out to have another ID, about whom the look said nothing
 */
async function resolveDoubts(
  entries: readonly Entry[],
  look: Look,
  { run, lister, context }: Looking,
): Promise<readonly Entry[]> {
  const inDoubt = entries.filter((entry) => look.seen.has(entry) && !isListed(entry, lister));
  if (inDoubt.length === 0) {
    return [];
  }
  const renamed = await findRenamed(inDoubt, run, withShareOfRest(context, SHARE_OF_SNAPSHOT));
  const open = new Set(run.ledger.open());
  return renamed.filter((entry) => open.has(entry));
}

/** Whether an ID is one under which Slack lists sessions, as far as is known. */
export function isListed({ userId, userIds, isKnownId, queued }: Entry, lister: SessionLister): boolean {
  const wasSent = queued === undefined || queued.userId === userId;
  return (
    (userId?.startsWith('W') === true && wasSent) ||
    [...userIds].some((id) => lister.hasShown(id)) ||
    (isKnownId && wasSent)
  );
}

/**
 * Whether another look at people takes few enough calls to be taken, by what is known of the cost and by what this one
 * has cost. One that was broken off has not asked about everybody.
 */
export function isFurtherLookCheap(entries: readonly Entry[], look: Look, lister: SessionLister): boolean {
  const calls = look.problem?.isFinal === true ? Math.max(look.calls, entries.length) : look.calls;
  return Math.min(lister.costOf(entries), calls) <= MAX_CALLS_OF_SECOND_LOOK;
}

/** Takes a second look at people without a session, if it is cheap, and draws the conclusion for everybody. */
async function judgeLongDue(longDue: readonly Entry[], first: Look, { run, lister, context }: Looking): Promise<void> {
  const isOpen = new Set(run.ledger.open());
  const open = longDue.filter((entry) => isOpen.has(entry));
  const empty = open.filter((entry) => first.seen.has(entry) && entry.before?.sessionIds.length === 0);
  const isEmpty = new Set(empty);
  let last = first;
  const needsTwo = empty.length > 0 && isFurtherLookCheap(empty, first, lister);
  const isOver = run.ledger.stop !== undefined || (needsTwo && first.problem?.isFinal === true);
  if (needsTwo && !isOver) {
    await context.clock.sleep(Math.min(SECOND_LOOK_MS, timeLeftMs(context)), context.bounds.cancelled);
    // Whoever was seen with a session is found signed in, whatever comes after.
    const others = [...isOpen].filter((entry) => !isEmpty.has(entry) && !hasSessions(entry));
    last = await lister.look(empty, context, { others });
    noteBefore([...empty, ...others], last, run);
  }
  const unclear: Entry[] = [];
  for (const entry of open) {
    if (hasSessions(entry)) {
      entry.foundSignedIn = true;
    } else if (!isOver && isEmpty.has(entry) && last.seen.has(entry) && isListed(entry, lister)) {
      noteSignedOut(entry, run);
    } else {
      unclear.push(entry);
    }
  }
  const why = last.problem?.error ?? first.problem?.error ?? [...first.unlisted.values()].at(-1);
  giveUpLooking(unclear, why ?? 'never_listed', run);
}

function noteSignedOut(entry: Entry, { ledger }: Run): void {
  ledger.settle([entry], 'signed-out', 'no_session');
  if (entry.before !== undefined) {
    entry.requestId = entry.before.requestId;
    entry.atMs = entry.before.atMs;
  }
}

function giveUpLooking(entries: readonly Entry[], error: string, { ledger, warn }: Run): void {
  for (const entry of entries) {
    entry.lookFailed = true;
  }
  if (entries.length > 0 && ledger.stop === undefined) {
    warn(
      `The look before the reset gave no answer about ${formatPeopleCount(entries.length)} (${error}): ` +
        `${entries.length === 1 ? 'this person is' : 'they are'} to be reset like everybody else.`,
    );
  }
}
