import { emailKey } from '../people/email.ts';
import { mergeMentions, type Person } from '../people/person.ts';
import type { Plan } from '../people/plan.ts';
import type { UserId } from '../people/user-id.ts';
import type { CallResult } from '../slack/call.ts';
import type { SlackReply } from '../slack/reply.ts';

/** Why the run ended before its work was done: Slack's code with its answer, or a reason of ours. */
export interface Stop {
  readonly error: string;
  readonly refusal?: SlackReply & { readonly kind: 'refused' };
}

/** Whose token it is, as far as Slack said. */
export interface TokenOwner {
  /** For an org-wide installation the ID of the organization itself. */
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly userId?: string | undefined;
  readonly isBot: boolean;
  /** Slack said that the app is not installed on the whole organization. */
  readonly isOneWorkspace: boolean;
  /** Absent when Slack did not say. */
  readonly scopes?: readonly string[] | undefined;
}

/** Sessions that a look saw, those of the kind to be reset only. */
export interface SeenSessions {
  readonly sessionIds: readonly string[];
  readonly requestId: string | null;
  /** In ms since the epoch. */
  readonly atMs: number;
}

/** What the last look after the reset says of a person, together with those before it. */
export interface Verification {
  /** `gone`: enough looks in a row saw no session. `not-yet`: one saw none, and another is needed. */
  readonly kind: 'gone' | 'not-yet' | 'left';
  readonly error: 'sessions_left' | 'signed_in_again' | null;
  readonly seen: SeenSessions;
  /** Looks that told something of the person. */
  readonly looks: number;
  /** Looks in a row, the last one included, that saw no session. */
  readonly emptyLooks: number;
  /** Whether any look after the reset saw no session. */
  readonly hasSeenNone: boolean;
  /** Looks in a row, the last one included, that saw newer sessions and no earlier one. */
  readonly newOnlyLooks: number;
}

/** What is true of one person, as far as the run knows by now. */
export interface Entry {
  person: Person;
  /** The ID to send; of two known ones the Enterprise ID. */
  userId: UserId | undefined;
  /** Every ID under which an answer may name the person, the one to send included. */
  readonly userIds: Set<UserId>;
  /** How the reset, or what came in its place, ended for the person; absent while it is open. */
  end: { readonly status: EndStatus; readonly error: string | null } | undefined;
  /** Why a call that named the person may have had its effect although none was accepted. */
  possibleEffect: string | undefined;
  /** A call that names the person is under way. */
  isSending: boolean;
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
  /** What a plan says of the account, and what the reset heeds. */
  accountNote: AccountNote | undefined;
  /** Whether Slack answered for this ID and named no other one. */
  isKnownId: boolean;
  before: SeenSessions | undefined;
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

/**
 * The one place that holds what is true of every person and of the run. Token check, look-ups, listings, reset and
 * verification write into it, and results are read from it alone, whatever ends the run.
 */
export class Ledger {
  readonly #entries: Entry[];
  readonly #byId = new Map<string, Entry>();
  readonly #protectedIds: ReadonlySet<UserId>;
  readonly #nowMs: number;
  #hasQueued = false;
  /** HTTP calls to Slack in this run. */
  calls = 0;
  /** What ended the run before its work was done. */
  stop: Stop | undefined;
  /** Whose token it is, when Slack was asked. */
  token: TokenOwner | undefined;
  /** Why nobody, or not everybody, could be verified, unless a person's entry says it. */
  verifyProblem: string | undefined;
  /** When Slack last accepted a reset, by the monotonic clock. */
  lastQueuedMs = 0;
  /** Slack's own warnings. */
  readonly warnings = new Set<string>();
  /** How far Slack's clock is ahead of the runner's, in ms; absent until Slack has answered. */
  clockSkewMs: number | undefined;

  /**
   * @param nowMs - what is past or now is due
   */
  constructor(plan: Plan, { nowMs, protectedUserIds }: { nowMs: number; protectedUserIds: ReadonlySet<UserId> }) {
    this.#nowMs = nowMs;
    this.#protectedIds = protectedUserIds;
    this.#entries = plan.people.map(toEntry);
    for (const entry of this.#entries) {
      this.#index(entry);
    }
  }

  /** Everybody, once each, in input order. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether Slack has accepted a reset in this run. */
  get hasQueued(): boolean {
    return this.#hasQueued;
  }

  /** Those who are due, not protected, and not at their end yet, in input order. */
  open(): readonly Entry[] {
    return this.#entries.filter(({ person, end }) => person.hold === undefined && end === undefined);
  }

  /** The person whom an ID or the key of an address belongs to. */
  get(key: string): Entry | undefined {
    return this.#byId.get(key);
  }

  /**
   * Learns the IDs of a person, the one to send first. Whoever else in this run has one of them is the same person,
   * who is held back if any of the IDs is protected.
   *
   * @returns the people with whom this one was merged: all but the one requested first
   */
  identify(entry: Entry, userIds: readonly UserId[]): readonly Entry[] {
    const known = new Set([entry, ...userIds.flatMap((id) => this.#byId.get(id) ?? [])]);
    const [first = entry, ...others] = known.size === 1 ? known : this.#entries.filter((other) => known.has(other));
    for (const other of others) {
      this.#absorb(first, other);
    }
    first.userId = userIds[0] ?? first.userId;
    for (const id of userIds) {
      first.userIds.add(id);
    }
    this.#index(first);
    first.person = this.#withHold(first);
    return others;
  }

  /** Notes that a call that names these people is on its way. */
  sending(userIds: readonly UserId[]): void {
    for (const userId of userIds) {
      const entry = this.#byId.get(userId);
      if (entry !== undefined) {
        entry.isSending = true;
      }
    }
  }

  /** Records a call that named these people, whatever came of it; `possibleEffect` says why it may have had its effect. */
  record(
    userIds: readonly string[],
    { possibleEffect, ...call }: Pick<CallResult, 'calls' | 'possibleEffect' | 'requestId' | 'atMs'>,
  ): void {
    for (const key of userIds) {
      const entry = this.#byId.get(key);
      if (entry === undefined) {
        continue;
      }
      entry.isSending = false;
      entry.possibleEffect = possibleEffect ?? entry.possibleEffect;
      entry.calls += call.calls;
      if (call.calls > 0) {
        entry.requestId = call.requestId ?? null;
        entry.atMs = call.atMs;
      }
    }
  }

  /** Records that Slack accepted the reset of these people. */
  queue(userIds: Iterable<UserId>, acceptedMs: number): void {
    for (const userId of userIds) {
      const entry = this.#byId.get(userId);
      if (entry?.atMs !== undefined && entry.atMs !== null) {
        entry.end = { status: 'queued', error: null };
        entry.queued = { userId, requestId: entry.requestId, atMs: entry.atMs };
        this.#hasQueued = true;
        this.lastQueuedMs = acceptedMs;
      }
    }
  }

  /** Ends people for good. */
  settle(entries: Iterable<Entry | undefined>, status: EndStatus, error: string | null): void {
    for (const entry of entries) {
      if (entry !== undefined) {
        entry.end = { status, error };
      }
    }
  }

  /** Gives up on people: `unknown` if a call may have had its effect, else `not-attempted` for the reason given. */
  giveUp(entries: Iterable<Entry | undefined>, reason: string): void {
    for (const entry of entries) {
      if (entry !== undefined) {
        const isOpen = entry.possibleEffect !== undefined;
        this.settle([entry], isOpen ? 'unknown' : 'not-attempted', entry.possibleEffect ?? reason);
      }
    }
  }

  #absorb(first: Entry, second: Entry): void {
    this.#entries.splice(this.#entries.indexOf(second), 1);
    first.person = mergeMentions(first.person, second.person);
    first.calls += second.calls;
    first.end ??= second.end;
    first.account ??= second.account;
    first.accountNote ??= second.accountNote;
    for (const id of second.userIds) {
      first.userIds.add(id);
    }
    const { email } = second.person;
    if (email !== undefined) {
      this.#byId.set(emailKey(email), first);
    }
  }

  #withHold({ person, userIds }: Entry): Person {
    const { hold: _hold, ...mention } = person;
    if (mention.effectiveMs !== undefined && mention.effectiveMs > this.#nowMs) {
      return { ...mention, hold: 'not_due' };
    }
    return [...userIds].some((id) => this.#protectedIds.has(id)) ? { ...mention, hold: 'protected_user' } : mention;
  }

  #index(entry: Entry): void {
    for (const id of entry.userIds) {
      this.#byId.set(id, entry);
    }
    const { email } = entry.person;
    if (email !== undefined && !this.#byId.has(emailKey(email))) {
      this.#byId.set(emailKey(email), entry);
    }
  }
}

function toEntry(person: Person): Entry {
  return {
    person,
    userId: person.userId,
    userIds: new Set(person.userId === undefined ? [] : [person.userId]),
    end: undefined,
    possibleEffect: undefined,
    isSending: false,
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
