import type { SessionKind, SimulatedSession, SimulatedUser, SimulatorSettings } from './options.ts';

/** Which sessions a reset ends. */
export type ResetScope = 'all' | 'web' | 'mobile';

export interface ListedSession {
  readonly userId: string;
  readonly session: SimulatedSession;
}

export interface SessionPage {
  readonly items: readonly ListedSession[];
  /** Empty on the last page, as Slack has it. */
  readonly nextCursor: string;
}

interface PendingReset {
  readonly scope: ResetScope;
  readonly dueAtMs: number;
  listingsLeft: number;
}

interface Account {
  readonly user: SimulatedUser;
  readonly index: number;
  sessions: SimulatedSession[];
  pending: PendingReset[];
}

/** The people of the simulated organization and their sessions. */
export interface Organization {
  userOf(userId: string): SimulatedUser | undefined;
  userByEmail(email: string): SimulatedUser | undefined;
  userIds(): readonly string[];
  sessionsOf(userId: string): readonly SimulatedSession[];
  /** @throws when the organization has no such user */
  signIn(userId: string, kind: SessionKind): void;
  /** Enqueues a reset; IDs of nobody here are passed over. */
  enqueueReset(userIds: readonly string[], scope: ResetScope): void;
  /** Returns a page of the sessions of one user or of everybody, and undefined when the cursor is not one of ours. */
  listSessions(page: { userId?: string; cursor: string; limit: number }): SessionPage | undefined;
}

// Slack does not say whether web_only covers the desktop app; here it does, and a session of
// unknown kind ends with a full reset only.
const ENDED: Readonly<Record<ResetScope, readonly SessionKind[]>> = {
  all: ['web', 'desktop', 'mobile', 'unknown'],
  web: ['web', 'desktop'],
  mobile: ['mobile'],
};

const FIRST_SESSION_ID = 1_000_000_000_000;
const FIRST_NEW_SESSION_ID = 9_000_000_000_001;

function sessionsAtStart(user: SimulatedUser, index: number): SimulatedSession[] {
  if (user.sessions !== undefined) {
    return user.sessions.toSorted((a, b) => a.sessionId - b.sessionId);
  }
  if (user.kind === 'bot' || user.kind === 'deactivated') {
    return [];
  }
  const sessionId = FIRST_SESSION_ID + index * 10;
  return [
    { sessionId: sessionId + 1, kind: 'desktop' },
    { sessionId: sessionId + 2, kind: 'mobile' },
  ];
}

function parseCursor(cursor: string): { index: number; sessionId: number } | undefined {
  if (cursor === '') {
    return { index: 0, sessionId: 0 };
  }
  const match = /^(\d+):(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  return match === null ? undefined : { index: Number(match[1]), sessionId: Number(match[2]) };
}

/** Sets up the organization with its people signed in; the acting user is one of them. */
export function createOrganization(settings: SimulatorSettings, nowMs: () => number): Organization {
  const users = settings.users.map((user) => (typeof user === 'string' ? { id: user } : user));
  if (!users.some((user) => user.id === settings.actingUserId)) {
    users.push({ id: settings.actingUserId, sessions: [] });
  }
  const accounts: Account[] = users.map((user, index) => ({
    user,
    index,
    sessions: sessionsAtStart(user, index),
    pending: [],
  }));
  const byId = new Map(accounts.map((account) => [account.user.id, account]));
  const byEmail = new Map(
    users.flatMap((user) => (user.email === undefined ? [] : [[user.email.toLowerCase(), user]])),
  );
  let nextSessionId = FIRST_NEW_SESSION_ID;

  function addSession(account: Account, kind: SessionKind): void {
    account.sessions.push({ sessionId: nextSessionId, kind });
    nextSessionId += 1;
  }

  function endSessions({ user, sessions }: Account, scope: ResetScope): SimulatedSession | undefined {
    const ended = sessions.filter((session) => ENDED[scope].includes(session.kind));
    for (const session of user.sticky === true ? [] : ended) {
      sessions.splice(sessions.indexOf(session), 1);
    }
    return ended[0];
  }

  /** Jobs take effect when somebody looks: no timer can keep a test waiting or outlive it. */
  function settle(account: Account): void {
    const now = nowMs();
    const isDone = (job: PendingReset) => job.listingsLeft <= 0 && job.dueAtMs <= now;
    const done = account.pending.filter(isDone);
    account.pending = account.pending.filter((job) => !isDone(job));
    for (const job of done) {
      const ended = endSessions(account, job.scope);
      if (ended !== undefined && account.user.returns === true) {
        addSession(account, ended.kind);
      }
    }
  }

  function noteListing(account: Account): void {
    for (const job of account.pending) {
      job.listingsLeft -= 1;
    }
  }

  return {
    userOf: (userId) => byId.get(userId)?.user,
    userByEmail: (email) => byEmail.get(email.toLowerCase()),
    userIds: () => users.map((user) => user.id),
    sessionsOf: (userId) => {
      const account = byId.get(userId);
      if (account === undefined) {
        return [];
      }
      settle(account);
      return [...account.sessions];
    },
    signIn: (userId, kind) => {
      const account = byId.get(userId);
      if (account === undefined) {
        throw new Error(`The simulated organization has no user ${userId}`);
      }
      settle(account);
      addSession(account, kind);
    },
    enqueueReset: (userIds, scope) => {
      const job = { scope, dueAtMs: nowMs() + settings.resetDelayMs };
      for (const account of userIds.flatMap((userId) => byId.get(userId) ?? [])) {
        account.pending.push({ ...job, listingsLeft: settings.resetAfterListings });
        settle(account);
      }
    },
    listSessions: ({ userId, cursor, limit }) => {
      const start = parseCursor(cursor);
      if (start === undefined) {
        return undefined;
      }
      const named = userId === undefined ? undefined : byId.get(userId);
      const items: ListedSession[] = [];
      const listed = new Set<Account>(named === undefined ? [] : [named]);
      let nextCursor = '';
      for (const account of named === undefined ? accounts.slice(start.index) : [named]) {
        settle(account);
        for (const session of account.sessions) {
          if (account.index === start.index && session.sessionId < start.sessionId) {
            continue;
          }
          if (items.length === limit) {
            nextCursor = Buffer.from(`${account.index}:${session.sessionId}`).toString('base64');
            break;
          }
          items.push({ userId: account.user.id, session });
          listed.add(account);
        }
        if (nextCursor !== '') {
          break;
        }
      }
      listed.forEach(noteListing);
      return { items, nextCursor };
    },
  };
}
