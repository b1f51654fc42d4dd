import { stopReason } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import type { SessionKind } from '../slack/methods.ts';
import { type Session, shouldBeGone } from '../slack/sessions.ts';
import type { ListingTools } from './list-sessions.ts';
import { type Listing, type Look, lookAtSessions } from './session-listing.ts';

/** How the sessions of a person stand after a reset. */
export interface Verification {
  readonly status: 'verified' | 'still-active';
  /** `sessions_left`: earlier sessions survive. `signed_in_again`: a session is newer than the reset. */
  readonly error: 'sessions_left' | 'signed_in_again' | null;
  /** Sessions that should be gone, seen in the last look. */
  readonly left: readonly string[];
  readonly requestId: string | null;
  readonly atMs: number;
  /** Looks in a row, the last one included, that saw newer sessions and no earlier one. */
  readonly looksAtNewOnly: number;
}

/** What came of verifying. */
export interface Verified {
  /** Nobody is here about whom no look told anything. */
  readonly verifications: ReadonlyMap<UserId, Verification>;
  /** Why not everybody could be looked at: a code of Slack's or ours. */
  readonly problem?: string | undefined;
}

/** What verifying needs to know. */
export interface VerifyTask extends ListingTools {
  readonly userIds: readonly UserId[];
  readonly sessions: SessionKind;
  /** IDs of the sessions that each person had before the reset, as far as known. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly listing: Listing;
}

const FIRST_WAIT_MS = 2_000;
const MAX_WAIT_MS = 30_000;
/** Somebody seen with newer sessions only, this many times in a row, has signed in again: waiting changes nothing. */
const LOOKS_AT_NEW_SESSIONS = 3;
/** Codes about a person whom Slack never lists. */
const NEVER_LISTED = new Set(['user_not_found', 'bots_not_allowed']);

/**
 * Asks Slack again and again until no session of the kind reset is left, or time runs out. Problems that another look
 * cannot mend end it at once, and people keep what the last look told.
 */
export async function verifySessions(task: VerifyTask): Promise<Verified> {
  const { clock, bounds, log } = task.callContext;
  const verifications = new Map<UserId, Verification>();
  const dropped = new Map<UserId, string>();
  let { listing, userIds: waiting } = task;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(MAX_WAIT_MS, 2 * waitMs)) {
    const { look, listing: next } = await lookAtSessions(waiting, listing, task);
    listing = next;
    judge(waiting, look, { task, verifications });
    for (const userId of waiting) {
      const code = look.unlisted.get(userId);
      if (code !== undefined && NEVER_LISTED.has(code)) {
        dropped.set(userId, code);
      }
    }
    waiting = waiting.filter((userId) => !dropped.has(userId) && isWorthAnotherLook(verifications.get(userId)));
    const problem = look.problem?.error ?? [...look.unlisted.values(), ...dropped.values()].at(-1);
    const progress = describe(verifications, task.userIds.length);
    if (waiting.length === 0 || look.problem?.isFinal) {
      log.info(`${progress}.`);
      return { verifications, problem };
    }
    if (stopReason(clock, bounds) !== undefined || clock.now() + waitMs >= bounds.deadlineMs) {
      log.info(`${progress}; there is no time for another look.`);
      return { verifications, problem: problem ?? stopReason(clock, bounds) };
    }
    log.info(`${progress}, next look in ${waitMs / 1000} s`);
    await clock.sleep(waitMs, bounds.cancelled);
  }
}

function isWorthAnotherLook(verification: Verification | undefined): boolean {
  return verification?.status !== 'verified' && (verification?.looksAtNewOnly ?? 0) < LOOKS_AT_NEW_SESSIONS;
}

/** Notes what a look tells about each person. */
function judge(
  userIds: readonly UserId[],
  look: Look,
  { task, verifications }: { task: VerifyTask; verifications: Map<UserId, Verification> },
): void {
  for (const userId of userIds) {
    const left = look.sessions.get(userId)?.filter((session) => shouldBeGone(session, task.sessions));
    const told = look.toldBy.get(userId);
    if (left === undefined || told === undefined) {
      continue;
    }
    const before = task.before.get(userId);
    const isNewOnly =
      left.length > 0 && before !== undefined && !left.some(({ sessionId }) => before.includes(sessionId));
    verifications.set(userId, {
      status: left.length === 0 ? 'verified' : 'still-active',
      error: errorOf(left, before),
      left: left.map(({ sessionId }) => sessionId),
      requestId: told.requestId ?? null,
      atMs: told.atMs,
      looksAtNewOnly: isNewOnly ? (verifications.get(userId)?.looksAtNewOnly ?? 0) + 1 : 0,
    });
  }
}

/** Without the sessions from before, a session that is left cannot be told from a new one. */
function errorOf(left: readonly Session[], before: readonly string[] | undefined): Verification['error'] {
  if (left.length === 0) {
    return null;
  }
  const isNew = before !== undefined && left.some(({ sessionId }) => !before.includes(sessionId));
  return isNew ? 'signed_in_again' : 'sessions_left';
}

function describe(verifications: ReadonlyMap<UserId, Verification>, asked: number): string {
  const all = [...verifications.values()];
  const verified = all.filter(({ status }) => status === 'verified').length;
  const unseen = asked - all.length;
  const notSeen = unseen === 0 ? '' : `, ${unseen} not seen yet`;
  return `${verified} of ${asked} verified, ${all.length - verified} still active${notSeen}`;
}
