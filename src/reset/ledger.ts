import { emailKey } from '../people/email.ts';
import type { Person } from '../people/person.ts';
import type { Plan } from '../people/plan.ts';
import type { UserId } from '../people/user-id.ts';
import type { CallResult } from '../slack/call.ts';
import type { SlackReply } from '../slack/reply.ts';
import { type EndStatus, type Entry, forgetEmptyLooks, mergeEntries, toEntry } from './entry.ts';

/** Why the run ended before its work was done: Slack's code with its answer, or a reason of ours. */
export interface Stop {
  readonly error: string;
  readonly refusal?: SlackReply & { readonly kind: 'refused' };
}

/** The token's owner, as far as Slack said. */
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

/**
 * The only place that holds the state of every person and of the run. Token check, look-ups, listings, reset and
 * verification write to it, and results are read from it alone, however the run ends.
 */
export class Ledger {
  readonly #entries: Entry[];
  readonly #byId = new Map<string, Entry>();
  readonly #protectedIds: ReadonlySet<UserId>;
  readonly #nowMs: number;
  readonly #reopened: Entry[] = [];
  #hasQueued = false;
  /** HTTP calls to Slack in this run. */
  calls = 0;
  /** What ended the run before its work was done. */
  stop: Stop | undefined;
  /** The token's owner, if Slack was asked. */
  token: TokenOwner | undefined;
  /** Why some or all people could not be verified, unless their entries say so. */
  verifyProblem: string | undefined;
  /** Why Slack says nothing about accounts to this token, if so. */
  accountsRefused: string | undefined;
  /** When Slack last accepted a reset, by the monotonic clock. */
  lastQueuedMs = 0;
  /** Until when Slack has asked not to be called, by method and by the monotonic clock, where there was no time to wait. */
  readonly heldUntilMs = new Map<string, number>();
  /** Slack's own warnings. */
  readonly warnings = new Set<string>();
  /** How far Slack's clock is ahead of the runner's, in ms; absent until Slack has answered. */
  clockSkewMs: number | undefined;

  /**
   * @param nowMs - dates up to this moment are due
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

  /** People who are due, not protected, and not settled yet, in input order. */
  open(): readonly Entry[] {
    return this.#entries.filter(({ person, end }) => person.hold === undefined && end === undefined);
  }

  /** People whom the reset would be sent for, as far as a dry run knows. */
  planned(): readonly Entry[] {
    const isOut = ({ end }: Entry): boolean => end?.status === 'failed' || end?.status === 'signed-out';
    return this.#entries.filter((entry) => entry.person.hold === undefined && !isOut(entry));
  }

  /** The person that an ID or an address key belongs to. */
  get(key: string): Entry | undefined {
    return this.#byId.get(key);
  }

  /**
   * Learns the IDs of a person, the one to send first. Anyone else in this run with one of them is the same person,
   * and is held back if any of the IDs is protected.
   *
   * @returns the people merged into this one: all but the one requested first
   */
  identify(entry: Entry, userIds: readonly UserId[]): readonly Entry[] {
    const known = new Set([entry, ...userIds.flatMap((id) => this.#byId.get(id) ?? [])]);
    const [first = entry, ...others] = known.size === 1 ? known : this.#entries.filter((other) => known.has(other));
    for (const other of others) {
      this.#absorb(first, other, userIds[0]);
    }
    first.userId = userIds[0] ?? first.userId;
    if (userIds.some((id) => !first.userIds.has(id))) {
      forgetEmptyLooks(first);
    }
    for (const id of userIds) {
      first.userIds.add(id);
    }
    this.#index(first);
    first.person = this.#withHold(first);
    return others;
  }

  /** Records that a call naming these people is under way. */
  sending(userIds: readonly UserId[]): void {
    for (const userId of userIds) {
      const entry = this.#byId.get(userId);
      if (entry !== undefined) {
        entry.isSending = true;
        entry.wasSent = true;
      }
    }
  }

  /** Records a finished call that named these people; `possibleEffect` says why it may have taken effect. */
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
      // Calls about a settled person decide nothing.
      if (call.calls > 0 && entry.end === undefined) {
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

  /** Records final results for people. */
  settle(entries: Iterable<Entry | undefined>, status: EndStatus, error: string | null): void {
    for (const entry of entries) {
      if (entry !== undefined) {
        entry.end = { status, error };
      }
    }
  }

  /** Takes back that a person was signed out: a listing shows sessions, so the person is to be reset like everybody. */
  reopen(entry: Entry, sessions: NonNullable<Entry['before']>): void {
    entry.end = undefined;
    entry.before = sessions;
    entry.requestId = sessions.requestId;
    entry.atMs = sessions.atMs;
    this.#reopened.push(entry);
  }

  /** Whether people wait who were taken for signed out. */
  get hasReopened(): boolean {
    return this.#reopened.length > 0;
  }

  /** Hands over those people, each once; not those who turned out to be somebody whose reset has an end. */
  takeReopened(): readonly Entry[] {
    const people = this.#reopened.splice(0).map((entry) => this.#byId.get(entry.userId ?? '') ?? entry);
    return [...new Set(people)].filter(({ end }) => end === undefined);
  }

  /** Gives up on people: `unknown` if a call may have taken effect, else `not-attempted` for the reason given. */
  giveUp(entries: Iterable<Entry | undefined>, reason: string): void {
    for (const entry of entries) {
      if (entry !== undefined) {
        const isOpen = entry.possibleEffect !== undefined;
        this.settle([entry], isOpen ? 'unknown' : 'not-attempted', entry.possibleEffect ?? reason);
      }
    }
  }

  #absorb(first: Entry, second: Entry, userId: UserId | undefined): void {
    this.#entries.splice(this.#entries.indexOf(second), 1);
    mergeEntries(first, second, userId);
    const { email } = second.person;
    if (email !== undefined) {
      this.#byId.set(emailKey(email), first);
    }
  }

  #withHold({ person, userIds, queued, possibleEffect, isSending }: Entry): Person {
    const { hold: _hold, ...mention } = person;
    if (queued !== undefined || possibleEffect !== undefined || isSending) {
      return mention;
    }
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
