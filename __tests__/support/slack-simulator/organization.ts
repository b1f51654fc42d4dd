import type { SimulatorSettings } from './options.ts';
import {
  enterpriseIdOf,
  isSoftware,
  type SessionKind,
  type SimulatedSession,
  type SimulatedUser,
  startsDeactivated,
} from './people.ts';
import { ENDED, type ResetScope, SessionHistory, type SessionNumbers } from './session-history.ts';

/** A person and what is known of the account besides the options. */
export interface Account {
  readonly user: SimulatedUser;
  readonly index: number;
  readonly history: SessionHistory;
  isDeactivated: boolean;
}

export interface AuditEvent {
  readonly atMs: number;
  readonly actorId: string;
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
}

/** The people of the simulated organization and their sessions. */
export interface Organization {
  readonly accounts: readonly Account[];
  readonly auditEvents: AuditEvent[];
  /** Knows both IDs of a person. */
  accountOf(userId: string): Account | undefined;
  /** Knows aliases too. */
  accountByEmail(email: string): Account | undefined;
  sessionsOf(userId: string): readonly SimulatedSession[];
  /** @throws when the organization has no such user */
  signIn(userId: string, kind: SessionKind): void;
  /** Ends all sessions, as Slack documents it. @throws when the organization has no such user */
  deactivate(userId: string): void;
  /** Enqueues a reset; IDs of nobody here are passed over. */
  enqueueReset(userIds: readonly string[], scope: ResetScope): void;
}

const FIRST_SESSION_ID = 1_000_000_000_000;
const FIRST_NEW_SESSION_ID = 9_000_000_000_001;

function sessionsAtStart(user: SimulatedUser, index: number): readonly SimulatedSession[] {
  if (user.sessions !== undefined) {
    return user.sessions.toSorted((a, b) => a.sessionId - b.sessionId);
  }
  if (isSoftware(user) || startsDeactivated(user) || user.kind === 'stranger') {
    return [];
  }
  const sessionId = FIRST_SESSION_ID + index * 10;
  return [
    { sessionId: sessionId + 1, kind: 'desktop' },
    { sessionId: sessionId + 2, kind: 'mobile' },
  ];
}

function usersOf({ users, actingUserId, botToken }: SimulatorSettings): SimulatedUser[] {
  const all = users.map((user) => (typeof user === 'string' ? { id: user } : user));
  const isThere = all.some((user) => user.id === actingUserId || user.enterpriseId === actingUserId);
  return isThere ? all : [...all, { id: actingUserId, sessions: [], kind: botToken ? 'bot' : 'owner' }];
}

/** Sets up the organization with its people signed in; the acting user is one of them. */
export function createOrganization(settings: SimulatorSettings, nowMs: () => number): Organization {
  let nextSessionId = FIRST_NEW_SESSION_ID;
  const numbers: SessionNumbers = () => {
    nextSessionId += 1;
    return nextSessionId - 1;
  };
  const accounts: Account[] = usersOf(settings).map((user, index) => ({
    user,
    index,
    history: new SessionHistory(user, sessionsAtStart(user, index), numbers),
    isDeactivated: startsDeactivated(user),
  }));
  const byId = new Map(accounts.map((account) => [enterpriseIdOf(account.user), account]));
  for (const account of accounts) {
    byId.set(account.user.id, account);
  }
  const byEmail = new Map<string, Account>();
  for (const account of accounts) {
    for (const email of [account.user.email, ...(account.user.aliases ?? [])]) {
      if (email !== undefined) {
        byEmail.set(email.toLowerCase(), account);
      }
    }
  }

  function required(userId: string): Account {
    const account = byId.get(userId);
    if (account === undefined) {
      throw new Error(`The simulated organization has no user ${userId}`);
    }
    return account;
  }

  return {
    accounts,
    auditEvents: [],
    accountOf: (userId) => byId.get(userId),
    accountByEmail: (email) => byEmail.get(email.toLowerCase()),
    sessionsOf: (userId) => byId.get(userId)?.history.sessionsAt(nowMs()) ?? [],
    signIn: (userId, kind) => required(userId).history.signIn(kind, nowMs()),
    deactivate: (userId) => {
      const account = required(userId);
      account.isDeactivated = true;
      account.history.endAll(nowMs());
    },
    enqueueReset: (userIds, scope) => {
      const now = nowMs();
      for (const account of new Set(userIds.flatMap((userId) => byId.get(userId) ?? []))) {
        account.history.enqueue({
          scope,
          dueAtMs: now + settings.resetDelayMs,
          listingsLeft: settings.resetAfterListings,
        });
      }
    },
  };
}

/** Which sessions a listing shows: those of a moment, less those that it runs ahead of. */
export function listedSessionsOf(account: Account, settings: SimulatorSettings, nowMs: number): SimulatedSession[] {
  const { lagMs = 0, runsAhead = false } = settings.listing;
  const sessions = account.history.sessionsAt(nowMs, nowMs - lagMs);
  if (!runsAhead) {
    return sessions;
  }
  const pending = account.history.pendingScopes();
  return sessions.filter(({ kind }) => !pending.some((scope) => ENDED[scope].includes(kind)));
}
