import type { SessionKind, SimulatedSession, SimulatedUser } from './people.ts';

/** Which sessions a reset ends. */
export type ResetScope = 'all' | 'web' | 'mobile';

// Slack does not say whether web_only covers the desktop app; here it does, and a session of
// unknown kind ends with a full reset only.
export const ENDED: Readonly<Record<ResetScope, readonly SessionKind[]>> = {
  all: ['web', 'desktop', 'mobile', 'unknown'],
  web: ['web', 'desktop'],
  mobile: ['mobile'],
};

/** Gives the next session ID; later ones are larger. */
export type SessionNumbers = () => number;

interface ResetJob {
  readonly scope: ResetScope;
  readonly dueAtMs: number;
  readonly listingsLeft: number;
}

interface PendingReset extends ResetJob {
  readonly waitsForListings: boolean;
  listingsLeft: number;
}

interface TimedSession {
  readonly session: SimulatedSession;
  readonly beginsAtMs: number;
  endsAtMs: number;
}

/** The sessions of one person through time. Jobs take effect when somebody looks: no timer outlives a test. */
export class SessionHistory {
  readonly #user: SimulatedUser;
  readonly #nextId: SessionNumbers;
  readonly #sessions: TimedSession[];
  #pending: PendingReset[] = [];

  constructor(user: SimulatedUser, atStart: readonly SimulatedSession[], nextId: SessionNumbers) {
    this.#user = user;
    this.#nextId = nextId;
    this.#sessions = atStart.map((session) => ({
      session,
      beginsAtMs: Number.NEGATIVE_INFINITY,
      endsAtMs: Number.POSITIVE_INFINITY,
    }));
    for (const atMs of user.signsInAtMs ?? []) {
      this.signIn('desktop', atMs);
    }
  }

  /** The sessions there were at a moment, by what is known now; in order of their IDs. */
  sessionsAt(nowMs: number, momentMs = nowMs): SimulatedSession[] {
    this.#settle(nowMs);
    return this.#sessions
      .filter(({ beginsAtMs, endsAtMs }) => beginsAtMs <= momentMs && endsAtMs > momentMs)
      .map(({ session }) => session);
  }

  signIn(kind: SessionKind, atMs: number): void {
    this.#settle(atMs);
    const session = { sessionId: this.#nextId(), kind };
    this.#sessions.push({ session, beginsAtMs: atMs, endsAtMs: Number.POSITIVE_INFINITY });
  }

  enqueue(job: ResetJob): void {
    this.#pending.push({ ...job, waitsForListings: job.listingsLeft > 0 });
  }

  pendingScopes(): readonly ResetScope[] {
    return this.#pending.map(({ scope }) => scope);
  }

  /** A listing named or included this person. */
  noteListing(): void {
    for (const job of this.#pending) {
      job.listingsLeft -= 1;
    }
  }

  endAll(nowMs: number): void {
    this.#settle(nowMs);
    this.#end(ENDED.all, nowMs);
  }

  #settle(nowMs: number): void {
    const isDone = (job: PendingReset) => job.listingsLeft <= 0 && job.dueAtMs <= nowMs;
    const done = this.#pending.filter(isDone);
    this.#pending = this.#pending.filter((job) => !isDone(job));
    for (const job of done) {
      // A job that waited for listings is done now; one that waited for its time was done then.
      this.#apply(job.scope, job.waitsForListings ? nowMs : job.dueAtMs);
    }
  }

  #apply(scope: ResetScope, atMs: number): void {
    const first = this.#user.sticky === true ? this.#alive(ENDED[scope], atMs)[0] : this.#end(ENDED[scope], atMs);
    if (first !== undefined && this.#user.returns === true) {
      const session = { sessionId: this.#nextId(), kind: first.session.kind };
      const beginsAtMs = atMs + (this.#user.returnsAfterMs ?? 0);
      this.#sessions.push({ session, beginsAtMs, endsAtMs: Number.POSITIVE_INFINITY });
    }
  }

  #end(kinds: readonly SessionKind[], atMs: number): TimedSession | undefined {
    const ended = this.#alive(kinds, atMs);
    for (const session of ended) {
      session.endsAtMs = atMs;
    }
    return ended[0];
  }

  #alive(kinds: readonly SessionKind[], atMs: number): TimedSession[] {
    return this.#sessions.filter(
      ({ session, beginsAtMs, endsAtMs }) => kinds.includes(session.kind) && beginsAtMs <= atMs && endsAtMs > atMs,
    );
  }
}
