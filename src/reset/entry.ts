import { mergeMentions, type Person } from '../people/person.ts';
import type { UserId } from '../people/user-id.ts';

/** Sessions that a look saw, those of the kind to be reset only. */
export interface SeenSessions {
  readonly sessionIds: readonly string[];
  readonly requestId: string | null;
  /** In ms since the epoch. */
  readonly atMs: number;
}

/** What the looks after the reset, up to the last one, say about a person. */
export interface Verification {
  /** `gone`: enough looks in a row saw no session. `not-yet`: one saw none, and another is needed. */
  readonly kind: 'gone' | 'not-yet' | 'left';
  readonly error: 'sessions_left' | 'signed_in_again' | null;
  readonly seen: SeenSessions;
  /** Looks that said something about the person. */
  readonly looks: number;
  /** Looks in a row, the last one included, that saw no session. */
  readonly emptyLooks: number;
  /** Whether any look after the reset saw no session. */
  readonly hasSeenNone: boolean;
  /** Looks in a row, the last one included, that saw newer sessions and no earlier one. */
  readonly newOnlyLooks: number;
}

/** What the run knows about one person so far. */
export interface Entry {
  person: Person;
  /** The ID to send; of two known ones the Enterprise ID. */
  userId: UserId | undefined;
  /** Every ID under which an answer may name the person, the one to send included. */
  readonly userIds: Set<UserId>;
  /** How the reset, or what replaced it, ended for the person; absent while open. */
  end: { readonly status: EndStatus; readonly error: string | null } | undefined;
  /** Why a call that named the person may have taken effect although none was accepted. */
  possibleEffect: string | undefined;
  /** A call that names the person is under way. */
  isSending: boolean;
  /** Some reset named the person, whatever came of it. */
  wasSent: boolean;
  /** HTTP calls that named the person, retries included. */
  calls: number;
  /** Slack's ID of the deciding call. */
  requestId: string | null;
  /** When the deciding answer came, in ms since the epoch. */
  atMs: number | null;
  /** The acceptance, and the ID that was sent. */
  queued: { readonly userId: UserId; readonly requestId: string | null; readonly atMs: number } | undefined;
  /** Asked about: `null` when the answer left it open. */
  account: 'active' | 'deactivated' | null;
  /** What the plan says about the account, and what the reset takes into account. */
  accountNote: AccountNote | undefined;
  /** Whether Slack answered for this ID and named no other one. */
  isKnownId: boolean;
  /** What a look before the reset saw; one that was not complete may have missed sessions. */
  before: (SeenSessions & { readonly isComplete: boolean }) | undefined;
  foundSignedIn: boolean;
  /** The look that should have come before the reset failed for this person. */
  lookFailed: boolean;
  verification: Verification | undefined;
  /** Why the person could not be verified. */
  unverified: string | undefined;
}

/** How the reset ended for a person. */
export type EndStatus = 'queued' | 'failed' | 'signed-out' | 'unknown' | 'not-attempted';

/** What is special about an account. */
export type AccountNote =
  | 'deactivated'
  | 'bot'
  | 'app'
  | 'primary owner'
  | 'unknown'
  | 'another organization'
  | 'wrong person';

/** The entry of a person before anything is known. */
export function toEntry(person: Person): Entry {
  return {
    person,
    userId: person.userId,
    userIds: new Set(person.userId === undefined ? [] : [person.userId]),
    end: undefined,
    possibleEffect: undefined,
    isSending: false,
    wasSent: false,
    calls: 0,
    requestId: null,
    atMs: null,
    queued: undefined,
    account: null,
    accountNote: undefined,
    isKnownId: false,
    before: undefined,
    foundSignedIn: false,
    lookFailed: false,
    verification: undefined,
    unverified: undefined,
  };
}

/** Whether an ID belongs to a person. */
export function hasId({ userIds }: Entry, id: string): boolean {
  const ids: ReadonlySet<string> = userIds;
  return ids.has(id);
}

/**
 * Makes one person of two that turn out to be the same: the source of the first, and the results of both. An
 * acceptance outranks any other end, and one under the ID to use outranks one under the other.
 */
export function mergeEntries(first: Entry, second: Entry, userId: UserId | undefined): void {
  first.person = mergeMentions(first.person, second.person);
  first.calls += second.calls;
  first.possibleEffect ??= second.possibleEffect;
  first.isSending ||= second.isSending;
  first.wasSent ||= second.wasSent;
  first.account ??= second.account;
  first.accountNote ??= second.accountNote;
  first.isKnownId ||= second.isKnownId && second.userId === userId;
  first.foundSignedIn ||= second.foundSignedIn;
  first.lookFailed &&= second.lookFailed;
  first.before = mergeSeen(first.before, second.before);
  // A session under either ID is the person's; no session under one of them says nothing about the other.
  first.verification = [first.verification, second.verification].find((one) => one?.kind === 'left');
  first.unverified = undefined;
  const isBetter = second.queued !== undefined && (first.queued === undefined || second.queued.userId === userId);
  if (isBetter || first.end === undefined) {
    first.end = second.end ?? first.end;
    first.queued = second.queued;
    first.requestId = second.requestId ?? first.requestId;
    first.atMs = second.atMs ?? first.atMs;
  }
  for (const id of second.userIds) {
    first.userIds.add(id);
  }
}

/** Looks without a session say nothing about an ID that was not known then. */
export function forgetEmptyLooks(entry: Entry): void {
  if (entry.before?.sessionIds.length === 0) {
    entry.before = undefined;
  }
  if (entry.verification?.kind !== 'left') {
    entry.verification = undefined;
  }
}

function mergeSeen(first: Entry['before'], second: Entry['before']): Entry['before'] {
  if (first === undefined || second === undefined) {
    // One ID was looked at, and the other was not.
    const known = first ?? second;
    return known === undefined || known.sessionIds.length === 0 ? undefined : { ...known, isComplete: false };
  }
  const sessionIds = [...new Set([...first.sessionIds, ...second.sessionIds])];
  return { ...first, sessionIds, isComplete: first.isComplete && second.isComplete };
}
