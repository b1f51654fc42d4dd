import type { UserId } from '../../src/people/user-id.ts';
import type { SessionKind, SessionQuery } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { accepted, refused } from './reset-stand.ts';
import { type FakeSlack, mentionsOf, type RunSettings, runPeople } from './run-stand.ts';

export const ORG = 'E012A3CDE';
export const SCOPES = ['admin.users:write', 'admin.users:read'];

/** Slack's answer to `auth.test` for a token of the whole organization. */
export const WHOLE_ORG: SlackReply = {
  kind: 'accepted',
  body: { ok: true, team_id: ORG, enterprise_id: ORG, user_id: 'W0ADMIN001' },
  scopes: SCOPES,
};

/** Slack's answer when a listing has no session. */
export const NOBODY = refused('no_active_sessions');

/** One session as Slack lists it. */
export function item(userId: string, sessionId: number | string, os = 'Windows', teamId = ORG): object {
  return { user_id: userId, session_id: sessionId, team_id: teamId, created: { os, ip: '192.0.2.10' } };
}

/** A page of the listing. */
export function page(sessions: readonly unknown[], nextCursor: unknown = ''): SlackReply {
  const body = { ok: true, active_sessions: sessions, response_metadata: { next_cursor: nextCursor } };
  return { kind: 'accepted', body, scopes: undefined, requestId: 'listing' };
}

/** What an organization with these sessions answers: to a question about one person, or about everybody. */
export function listing(
  all: readonly object[],
  { of: whose, cursor = '0' }: SessionQuery,
  pageSize = Number.POSITIVE_INFINITY,
): SlackReply {
  const own =
    whose === undefined ? all : all.filter((session) => 'user_id' in session && session.user_id === whose.userId);
  const [from, to] = [Number(cursor), Number(cursor) + pageSize];
  return own.length === 0 ? NOBODY : page(own.slice(from, to), to < own.length ? String(to) : '');
}

/** The listing of a whole organization, in pages of so many sessions. */
export function paged(sessions: readonly object[], size: number): VerifySettings['list'] {
  return ({ cursor = '0' }) => {
    const from = Number(cursor);
    return page(sessions.slice(from, from + size), from + size < sessions.length ? String(from + size) : '');
  };
}

/** The moment at which Slack is asked for sessions. */
export interface Moment {
  /** Listings since the reset was accepted, this one included; 0 before it. */
  readonly look: number;
  /** Listings since the run began, this one included. */
  readonly call: number;
  /** Since the run began, in ms. */
  readonly atMs: number;
  /** Since the last reset was sent, in ms; undefined before it. */
  readonly sinceResetMs: number | undefined;
}

export interface VerifySettings extends Omit<RunSettings, 'slack' | 'sessions'> {
  readonly list: (query: SessionQuery, moment: Moment) => SlackReply;
  readonly authTest?: SlackReply;
  readonly reset?: (group: readonly UserId[]) => SlackReply;
  readonly sessions?: SessionKind;
  readonly slack?: FakeSlack;
  /** When everybody became due, in ms since the epoch. Default: at once. */
  readonly effectiveMs?: number;
}

const NAMES: Readonly<Record<string, string>> = {
  authTest: 'auth.test',
  resetBulk: 'reset',
  userInfo: 'account',
  lookupByEmail: 'look-up',
  listDeactivated: 'deactivated',
};

/** Resets and verifies people against a Slack made of functions, with a clock that never waits. */
export async function verify(people: readonly UserId[], settings: VerifySettings) {
  const { list, authTest = WHOLE_ORG, reset = () => accepted, effectiveMs, ...rest } = settings;
  const queries: SessionQuery[] = [];
  const groups: (readonly UserId[])[] = [];
  let look = 0;
  let resetAt: number | undefined;
  let clock = () => 0;
  const slack: FakeSlack = {
    authTest: () => authTest,
    resetBulk: (group) => {
      look = 1;
      resetAt = clock();
      groups.push(group);
      return reset(group);
    },
    listSessions: (query) => {
      queries.push(query);
      const sinceResetMs = resetAt === undefined ? undefined : clock() - resetAt;
      const moment = { look, call: queries.length, atMs: clock(), sinceResetMs };
      look += look === 0 ? 0 : 1;
      return list(query, moment);
    },
    ...settings.slack,
  };
  const end = await runPeople(mentionsOf(people, effectiveMs), {
    verify: true,
    ...rest,
    slack,
    onStand: (stand) => {
      clock = stand.elapsedMs;
    },
  });
  let listing = 0;
  const events = end.events.map((event) => {
    if (event !== 'listSessions') {
      return NAMES[event] ?? event;
    }
    listing += 1;
    return queries[listing - 1]?.of === undefined ? 'page' : 'person';
  });
  const waits = end.stand.waits.map(({ ms }) => ms);
  const { lines } = end.stand;
  const proofs = end.results.map(({ evidence }) => evidence);
  return { ...end, events, waits, lines, queries, groups, proofs, elapsedMs: end.stand.elapsedMs() };
}
