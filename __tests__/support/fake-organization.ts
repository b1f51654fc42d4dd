import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import type { CallContextStand } from './call-context.ts';
import { accepted, refused } from './reset-stand.ts';
import type { FakeSlack } from './run-stand.ts';

const ORG = 'E012A3CDE';
const PAGE = 1000;

export interface FakeOrganizationSettings {
  /** People whom nobody requests, each with so many sessions. */
  readonly others: number;
  readonly sessionsOfOthers: number;
  /** Sessions of the people requested, by ID. */
  readonly sessions?: Readonly<Record<string, number>>;
  /** The accounts of people who are no plain members, as `users.info` shows them. */
  readonly accounts?: Readonly<Record<string, object>>;
  /** What a reset answers about somebody. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** Sessions go so long after the reset, in ms. */
  readonly resetDelayMs?: number;
  readonly pagingRefused?: string;
  readonly singlyRefused?: string;
  readonly scopes?: readonly string[];
}

/** An organization of any size on the stand's clock, which remembers what was reset from run to run. */
export interface FakeOrganization {
  readonly slack: FakeSlack;
  /** To be passed on to the run, so that sessions end by its clock. */
  readonly onStand: (stand: CallContextStand) => void;
  /** The groups of every reset. */
  readonly groups: readonly (readonly UserId[])[];
  /** How often each method was called. */
  readonly counts: Readonly<Record<string, number>>;
  signIn(userId: string): void;
}

/** Founds the organization with everybody signed in as the settings say. */
export function makeOrganization(settings: FakeOrganizationSettings): FakeOrganization {
  const { others, sessionsOfOthers, sessions = {}, accounts = {}, refusals = {}, resetDelayMs = 0 } = settings;
  const { scopes = ['admin.users:write', 'admin.users:read', 'users:read'] } = settings;
  const strangers = Array.from({ length: others * sessionsOfOthers }, (_, index) =>
    toItem(`W9X${Math.floor(index / sessionsOfOthers)}`, `9${index}`),
  );
  const own = new Map(Object.entries(sessions).map(([id, count]) => [id, ids(id, count)]));
  const endingAt = new Map<string, number>();
  const groups: (readonly UserId[])[] = [];
  const counts: Record<string, number> = {};
  let stand: CallContextStand | undefined;
  let signIns = 0;
  const nowMs = (): number => stand?.elapsedMs() ?? 0;
  const sessionsOf = (id: string): readonly object[] => {
    if ((endingAt.get(id) ?? Number.POSITIVE_INFINITY) <= nowMs()) {
      own.delete(id);
      endingAt.delete(id);
    }
    return (own.get(id) ?? []).map((sessionId) => toItem(id, sessionId));
  };
  const count = (method: string): void => {
    counts[method] = (counts[method] ?? 0) + 1;
  };
  const slack: FakeSlack = {
    authTest: () => {
      count('auth.test');
      const body = { ok: true, team_id: ORG, enterprise_id: ORG, user_id: 'W0ADMIN001' };
      return { kind: 'accepted', body, scopes };
    },
    resetBulk: (group) => {
      count('reset');
      groups.push(group);
      const culprit = group.find((id) => id in refusals);
      if (culprit !== undefined) {
        return refused(refusals[culprit] ?? '');
      }
      for (const id of group) {
        endingAt.set(id, nowMs() + resetDelayMs);
      }
      return accepted;
    },
    listSessions: ({ of: whose, cursor = '0' }) => {
      count(whose === undefined ? 'page' : 'person');
      const code = whose === undefined ? settings.pagingRefused : settings.singlyRefused;
      if (code !== undefined) {
        return refused(code);
      }
      if (whose !== undefined) {
        const [, index] = /^W9X(\d+)$/.exec(whose.userId) ?? [];
        const from = Number(index) * sessionsOfOthers;
        const theirs = index === undefined ? sessionsOf(whose.userId) : strangers.slice(from, from + sessionsOfOthers);
        return theirs.length === 0 ? refused('no_active_sessions') : toPage(theirs, '');
      }
      const all = [...strangers, ...[...own.keys()].flatMap(sessionsOf)];
      const from = Number(cursor);
      return toPage(all.slice(from, from + PAGE), from + PAGE < all.length ? String(from + PAGE) : '');
    },
    userInfo: (id) => {
      count('account');
      const account = accounts[id] ?? { id, deleted: false };
      return 'code' in account
        ? refused(String(account.code))
        : { kind: 'accepted', body: { ok: true, user: account } };
    },
  };
  return {
    ...{ slack, groups, counts },
    onStand: (next) => {
      // What a run has begun is done before the next one.
      for (const id of endingAt.keys()) {
        own.delete(id);
      }
      endingAt.clear();
      stand = next;
    },
    signIn: (userId) => {
      signIns += 1;
      own.set(userId, [`5${signIns}`]);
    },
  };
}

function ids(id: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${Number(id.slice(-6))}${index}`);
}

function toItem(userId: string, sessionId: string): object {
  return { user_id: userId, session_id: sessionId, team_id: ORG, created: { os: 'Windows' } };
}

function toPage(sessions: readonly object[], nextCursor: string): SlackReply {
  const body = { ok: true, active_sessions: sessions, response_metadata: { next_cursor: nextCursor } };
  return { kind: 'accepted', body, requestId: 'listing' };
}
