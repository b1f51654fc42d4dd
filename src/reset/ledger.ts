import type { UserId } from '../people/user-id.ts';
import type { CallResult } from '../slack/call.ts';

/** Where a person stands after the calls that named them. */
export interface Standing {
  readonly status: 'queued' | 'verified' | 'still-active' | 'failed' | 'unknown' | 'not-attempted';
  /** Slack's error code or ours; null when queued. */
  readonly error: string | null;
  /** HTTP calls that named the person, retries included. */
  readonly calls: number;
  /** Slack's ID of the deciding call. */
  readonly requestId: string | null;
  /** When the deciding answer came, in ms since the epoch. */
  readonly atMs: number | null;
}

/** Where a person stands whom no call has named. */
export const UNTOUCHED: Standing = { status: 'not-attempted', error: null, calls: 0, requestId: null, atMs: null };

/** Keeps where everybody stands while a run goes on, so that whatever ends the run, everybody has one standing. */
export class Ledger {
  readonly #standings: Map<UserId, Standing>;
  readonly #settled = new Set<UserId>();
  #queuedAny = false;

  constructor(userIds: readonly UserId[]) {
    this.#standings = new Map(userIds.map((userId) => [userId, UNTOUCHED]));
  }

  /** Whether Slack has accepted anybody in this run. */
  get hasQueued(): boolean {
    return this.#queuedAny;
  }

  /** Records a call that named these people, whatever came of it; `possibleEffect` says why it may have had its effect. */
  note(
    userIds: readonly UserId[],
    { possibleEffect, ...settled }: Pick<CallResult, 'calls' | 'possibleEffect' | 'requestId' | 'atMs'>,
  ): void {
    for (const userId of userIds) {
      const before = this.#standings.get(userId) ?? UNTOUCHED;
      const isOpen = possibleEffect !== undefined || before.status === 'unknown';
      this.#standings.set(userId, {
        status: isOpen ? 'unknown' : 'not-attempted',
        error: possibleEffect ?? before.error,
        calls: before.calls + settled.calls,
        requestId: settled.calls > 0 ? (settled.requestId ?? null) : before.requestId,
        atMs: settled.calls > 0 ? settled.atMs : before.atMs,
      });
    }
  }

  /** Settles people for good. */
  settle(userIds: Iterable<UserId>, status: Standing['status'], error: string | null): void {
    for (const userId of userIds) {
      this.#standings.set(userId, { ...(this.#standings.get(userId) ?? UNTOUCHED), status, error });
      this.#settled.add(userId);
      this.#queuedAny ||= status === 'queued';
    }
  }

  /** Gives up on people: `unknown` if a call may have had its effect, else `not-attempted` for the reason given. */
  giveUp(userIds: Iterable<UserId>, reason: string): void {
    for (const userId of userIds) {
      const before = this.#standings.get(userId) ?? UNTOUCHED;
      const isOpen = before.status === 'unknown';
      this.settle([userId], isOpen ? 'unknown' : 'not-attempted', isOpen ? before.error : reason);
    }
  }

  /** Everybody's standing; people not settled yet are given up for `reason`. */
  close(reason: string): ReadonlyMap<UserId, Standing> {
    this.giveUp(
      [...this.#standings.keys()].filter((userId) => !this.#settled.has(userId)),
      reason,
    );
    return this.#standings;
  }
}

/** Standings that count further calls which named people: look-ups and listings. */
export function withCalls<Key extends string>(
  standings: ReadonlyMap<Key, Standing>,
  calls: ReadonlyMap<string, number>,
): ReadonlyMap<Key, Standing> {
  return new Map(
    [...standings].map(([key, standing]) => [key, { ...standing, calls: standing.calls + (calls.get(key) ?? 0) }]),
  );
}
