import { makePlan } from '../../src/people/plan.ts';
import type { UserId } from '../../src/people/user-id.ts';
import { resetPeople } from '../../src/reset/run-reset.ts';
import type { SessionKind, SessionQuery, SlackApi } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { makeCallContext, START_MS } from './call-context.ts';
import { accepted } from './reset-stand.ts';

/** How long every call takes. */
const CALL_MS = 100;

export const ORG = 'E012A3CDE';
export const SCOPES = ['admin.users:write', 'admin.users:read'];

/** Slack's answer to `auth.test` for a token of the whole organization. */
export const WHOLE_ORG: SlackReply = {
  kind: 'accepted',
  body: { ok: true, team_id: ORG, enterprise_id: ORG, user_id: 'W0ADMIN001' },
  scopes: SCOPES,
};

/** One session as Slack lists it. */
export function item(userId: string, sessionId: number | string, os = 'Windows'): object {
  return { user_id: userId, session_id: sessionId, team_id: ORG, created: { os, ip: '192.0.2.10' } };
}

/** A page of the listing. */
export function page(sessions: readonly unknown[], nextCursor: unknown = ''): SlackReply {
  const body = { ok: true, active_sessions: sessions, response_metadata: { next_cursor: nextCursor } };
  return { kind: 'accepted', body, scopes: undefined, requestId: 'listing' };
}

/** The moment at which Slack is asked for sessions. */
export interface Moment {
  /** Listings since the reset was accepted, this one included; 0 before it. */
  readonly look: number;
  /** Listings since the run began, this one included. */
  readonly call: number;
}

export interface VerifySettings {
  readonly list: (query: SessionQuery, moment: Moment) => SlackReply;
  readonly authTest?: SlackReply;
  readonly reset?: (group: readonly UserId[]) => SlackReply;
  readonly sessions?: SessionKind;
  readonly budgetMs?: number;
  readonly maxRetries?: number;
  /** Cancels the run in this wait, counted from 1. */
  readonly cancelInWait?: number;
}

/** Resets and verifies people against a Slack made of functions, with a clock that never waits. */
export async function verify(people: readonly UserId[], settings: VerifySettings) {
  const { list, authTest = WHOLE_ORG, reset = () => accepted, sessions = 'all' } = settings;
  const { budgetMs = 900_000, maxRetries = 0, cancelInWait } = settings;
  const stand = makeCallContext({ budgetMs, maxRetries, ...(cancelInWait === undefined ? {} : { cancelInWait }) });
  const queries: SessionQuery[] = [];
  /** What happened, in its order. */
  const events: string[] = [];
  let look = 0;
  const answer = async (event: string, reply: () => SlackReply): Promise<SlackReply> => {
    events.push(event);
    stand.spend(CALL_MS);
    return reply();
  };
  const slack: SlackApi = {
    authTest: () => answer('auth.test', () => authTest),
    lookupByEmail: () => Promise.reject(new Error('Nobody is to be looked up')),
    resetBulk: (group) =>
      answer('reset', () => {
        look = 1;
        return reset(group);
      }),
    listSessions: (query) => {
      queries.push(query);
      const moment = { look, call: queries.length };
      look += look === 0 ? 0 : 1;
      return answer(query.of === undefined ? 'page' : 'person', () => list(query, moment));
    },
  };
  const mentions = people.map((userId, index) => ({ userId, source: `user-ids[${index}]` }));
  const end = await resetPeople(mentions, {
    sessions,
    verify: true,
    slack,
    callContext: stand.callContext,
    planOf: (all) => makePlan(all, { nowMs: START_MS, protectedUserIds: new Set() }),
    warn: (message) => events.push(`warning: ${message}`),
  });
  const standings = people.map((id) => {
    const standing = end.standings.get(id);
    return [standing?.status, standing?.error] as const;
  });
  const evidence = people.map((id) => end.evidence?.get(id));
  const waits = stand.waits.map(({ ms }) => ms);
  const { lines } = stand;
  return { ...end, list: standings, proofs: evidence, waits, lines, queries, events, elapsedMs: stand.elapsedMs() };
}
