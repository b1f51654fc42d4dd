import { drawIds } from './accounts.ts';
import { ORGANIZATION } from './honest.ts';
import type { Random } from './random.ts';
import type { ListedSession, Page } from './trace.ts';
import type { World } from './world.ts';

interface StoredSession extends ListedSession {
  readonly fromMs: number;
  untilMs: number;
  /** When the reset that ends it was enqueued. */
  enqueuedMs: number;
}

/** What part of the sessions a listing shows. */
export interface Slice {
  readonly userId: string | undefined;
  /** Place of the first session on the page. */
  readonly cursor: string | undefined;
  readonly isHidden: (session: ListedSession) => boolean;
}

/** Who has which sessions when. Sessions belong to the ID that Slack lists. */
export interface SessionStore {
  /** Enqueues jobs that end the sessions of these people, some later than others and some never. */
  reset(userIds: readonly string[], nowMs: number): void;
  page(slice: Slice, nowMs: number): Page;
  /** The truth: sessions that somebody has at a moment. */
  sessionsAt(userId: string, ms: number): readonly ListedSession[];
}

type Device = ListedSession['device'];

/** Which devices a reset really signs out; the one that Slack does not tell is of any kind. */
function isEnded(device: Device, kind: World['sessions'], random: Random): boolean {
  const isMobile = device === 'untold' ? random.chance(0.5) : device === 'mobile';
  return kind === 'all' || (kind === 'mobile' ? isMobile : !isMobile);
}

/** Draws everybody's sessions, those of people whom nobody requests among them. */
export function createSessions(world: World, random: Random): SessionStore {
  const { people, listing, looks } = world;
  const listedIdOf = (id: string): string => people.accountOf.get(id)?.ids[0] ?? id;
  const others = looks ? drawIds(listing.others, random).map((id) => `${id}OTHER`) : [];
  const sessions: StoredSession[] = [];
  const add = (userId: string, fromMs: number): void => {
    const device = random.pick(['mobile', 'computer', 'computer', 'untold'] as const);
    sessions.push({
      userId,
      sessionId: 1_000_000 + sessions.length,
      device,
      teamId: random.chance(listing.workspaceShare) ? 'T012A3CDE' : ORGANIZATION,
      fromMs,
      untilMs: Number.POSITIVE_INFINITY,
      enqueuedMs: Number.POSITIVE_INFINITY,
    });
  };
  const members = looks ? people.accounts.filter(({ isActive, kind }) => isActive && kind !== 'nobody') : [];
  for (const userId of random.shuffle([...members.flatMap(({ ids }) => ids[0] ?? []), ...others])) {
    for (let left = Number(random.weighted({ '0': 1, '1': 3, '2': 3, '3': 1 })); left > 0; left -= 1) {
      add(userId, 0);
    }
  }
  const isThere = ({ fromMs, untilMs }: StoredSession, ms: number): boolean => fromMs <= ms && ms < untilMs;
  const isShown = (session: StoredSession, ms: number): boolean =>
    isThere(session, ms - listing.lagMs) && !(listing.runsAhead && session.enqueuedMs <= ms);
  return {
    sessionsAt: (userId, ms) =>
      sessions.filter((session) => session.userId === listedIdOf(userId) && isThere(session, ms)),
    reset: (userIds, nowMs) => {
      const those = new Set(userIds.map(listedIdOf));
      for (const session of sessions.filter(({ userId }) => those.has(userId))) {
        const endMs = nowMs + random.int(0, listing.jobMs);
        if (isEnded(session.device, world.sessions, random) && !random.chance(listing.stickyShare)) {
          session.untilMs = Math.min(session.untilMs, endMs);
          session.enqueuedMs = Math.min(session.enqueuedMs, nowMs);
        }
      }
      for (const userId of [...those].filter(() => random.chance(listing.returnShare))) {
        add(userId, nowMs + random.int(1, 60_000));
      }
    },
    page: ({ userId, cursor, isHidden }, nowMs) => {
      const those = sessions.filter((session) => userId === undefined || session.userId === userId);
      const all = those.filter((session) => isShown(session, nowMs) && !isHidden(session));
      const from = all.filter(({ sessionId }) => sessionId >= Number(cursor ?? 0));
      const next = from[listing.pageSize];
      return { sessions: from.slice(0, listing.pageSize), next: next && String(next.sessionId) };
    },
  };
}
