import { drawIds } from './people.ts';
import type { Random } from './random.ts';
import type { ListedSession, Page } from './trace.ts';
import type { World } from './world.ts';

interface StoredSession extends ListedSession {
  readonly fromMs: number;
  untilMs: number;
}

/** Who has which sessions when. */
export interface SessionStore {
  /** Enqueues jobs that end the sessions of these people, some later than others and some never. */
  reset(userIds: readonly string[], nowMs: number): void;
  /** @param cursor - place of the first session on the page */
  page(userId: string | undefined, cursor: string | undefined, nowMs: number): Page;
  /** The truth: sessions that somebody has at a moment. */
  sessionsAt(userId: string, ms: number): readonly ListedSession[];
}

type Device = ListedSession['device'];

/** Which devices a reset really signs out; the one that Slack does not tell is of any kind. */
function isEnded(device: Device, kind: World['sessions'], random: Random): boolean {
  const isMobile = device === 'untold' ? random.chance(0.5) : device === 'mobile';
  return kind === 'all' || (kind === 'mobile' ? isMobile : !isMobile);
}

/** Draws everybody's sessions, those of people whom nobody asks for among them. */
export function createSessions(world: World, random: Random): SessionStore {
  const { people, sessionHabits } = world;
  const asked = people.mentions.flatMap(({ userId }) => userId ?? []);
  const found = [...people.emails.values()].flatMap((person) => (typeof person === 'string' ? [] : person.userId));
  const others = drawIds(sessionHabits.others, random).map((id) => `${id}OTHER`);
  const sessions: StoredSession[] = [];
  const add = (userId: string, fromMs: number): void => {
    const device = random.pick(['mobile', 'computer', 'computer', 'untold'] as const);
    sessions.push({
      userId,
      sessionId: 1_000_000 + sessions.length,
      device,
      fromMs,
      untilMs: Number.POSITIVE_INFINITY,
    });
  };
  const everybody = world.verify ? new Set([...asked, ...found, ...others]) : [];
  for (const userId of random.shuffle([...everybody])) {
    for (let left = Number(random.weighted({ '0': 1, '1': 3, '2': 3, '3': 1 })); left > 0; left -= 1) {
      add(userId, 0);
    }
  }
  const isThere = ({ fromMs, untilMs }: StoredSession, ms: number): boolean => fromMs <= ms && ms < untilMs;
  return {
    sessionsAt: (userId, ms) => sessions.filter((session) => session.userId === userId && isThere(session, ms)),
    reset: (userIds, nowMs) => {
      const those = new Set(userIds);
      for (const session of sessions.filter(({ userId }) => those.has(userId))) {
        const endMs = nowMs + random.int(0, sessionHabits.jobMs);
        if (isEnded(session.device, world.sessions, random) && !random.chance(sessionHabits.stickyShare)) {
          session.untilMs = Math.min(session.untilMs, endMs);
        }
      }
      for (const userId of userIds.filter(() => random.chance(sessionHabits.returnShare))) {
        add(userId, nowMs + random.int(1, 60_000));
      }
    },
    page: (userId, cursor, nowMs) => {
      const those = sessions.filter((session) => userId === undefined || session.userId === userId);
      const all = those.filter((session) => isThere(session, nowMs));
      const from = all.filter(({ sessionId }) => sessionId >= Number(cursor ?? 0));
      const next = from[sessionHabits.pageSize];
      return { sessions: from.slice(0, sessionHabits.pageSize), next: next && String(next.sessionId) };
    },
  };
}
