import type { UserId } from '../people/user-id.ts';
import type { SessionQuery, SlackApi } from '../slack/methods.ts';
import { type Sending, type Settled, sendUntilSettled } from '../slack/send.ts';
import { readSessionPage, type Session } from '../slack/sessions.ts';

/** What one look at people's sessions found. */
export interface Look {
  /** Sessions of everybody who was looked at; nobody is here about whom nothing is known. */
  readonly sessions: ReadonlyMap<string, readonly Session[]>;
  /** Slack's ID of the call that told, by person. */
  readonly requestIds: ReadonlyMap<string, string | undefined>;
  /** Why single people could not be looked at: a code of Slack's or ours. */
  readonly unlisted: ReadonlyMap<string, string>;
  /** What ended the look before its end, and would end the next one in the same way. */
  readonly problem?: string | undefined;
  readonly calls: number;
}

const NOTHING_SEEN = { sessions: new Map(), requestIds: new Map(), unlisted: new Map() } as const;

/** Ways to look at people's sessions, with what is known of their cost. */
export interface Listing {
  /** Needed for asking person by person; Slack may turn out not to take it. */
  readonly teamId: string | undefined;
  /** Pages of the whole organization's listing; absent until it was paged through once. */
  readonly pages: number | undefined;
}

/** Codes that mean: Slack does not take this team for a listing of one person. */
const NOT_THIS_TEAM = new Set(['team_not_found', 'missing_team', 'invalid_arguments', 'team_access_not_granted']);
/** For so few people nobody pages through the organization, whose size is not known. */
const FEW = 3;

interface Tools {
  readonly slack: Pick<SlackApi, 'listSessions'>;
  readonly sending: Sending;
}

/**
 * Looks at the sessions of people, in whichever way takes fewer calls: person by person, or by paging through the
 * whole organization. Its size is not known in advance, so paging is given up after as many pages as there are
 * people to ask for; the worst case is twice the cheaper way.
 */
export async function lookAtSessions(
  userIds: readonly UserId[],
  listing: Listing,
  tools: Tools,
): Promise<{ look: Look; listing: Listing }> {
  const limit = listing.teamId === undefined ? Number.POSITIVE_INFINITY : userIds.length;
  const isPaged = listing.pages === undefined ? limit > FEW : listing.pages <= limit;
  if (isPaged) {
    const paged = await pageThrough(userIds, limit, tools);
    if (paged.isComplete || paged.look.problem !== undefined) {
      return { look: paged.look, listing: { ...listing, pages: paged.look.calls } };
    }
    tools.sending.log.info(`The organization has more sessions than ${limit} pages hold: asking person by person`);
    const { look, listing: next } = await askEach(userIds, { ...listing, pages: Number.POSITIVE_INFINITY }, tools);
    return { look: { ...look, calls: look.calls + paged.look.calls }, listing: next };
  }
  return askEach(userIds, listing, tools);
}

/**
 * Looks at people's sessions by paging through the whole organization's.
 *
 * @param limit - pages after which it is given up; then nothing is known about anybody
 */
export async function pageThrough(
  userIds: readonly UserId[],
  limit: number,
  { slack, sending }: Tools,
): Promise<{ look: Look; isComplete: boolean }> {
  const sessions = new Map<string, Session[]>(userIds.map((userId) => [userId, []]));
  let calls = 0;
  let cursor: string | undefined;
  for (let page = 1; page <= limit; page += 1) {
    const label = `Listing the organization's sessions, page ${page}`;
    const answer = await ask({ label, query: { cursor } }, { slack, sending });
    calls += answer.calls;
    if ('problem' in answer) {
      return {
        look: { ...NOTHING_SEEN, problem: answer.problem, calls },
        isComplete: false,
      };
    }
    for (const session of answer.sessions) {
      sessions.get(session.userId)?.push(session);
    }
    if (answer.nextCursor === undefined) {
      const requestIds = new Map(userIds.map((userId) => [userId, answer.requestId]));
      return { look: { ...NOTHING_SEEN, sessions, requestIds, calls }, isComplete: true };
    }
    if (answer.nextCursor === cursor) {
      return { look: { ...NOTHING_SEEN, problem: 'invalid_response', calls }, isComplete: false };
    }
    cursor = answer.nextCursor;
  }
  return { look: { ...NOTHING_SEEN, calls }, isComplete: false };
}

async function askEach(
  userIds: readonly UserId[],
  listing: Listing,
  tools: Tools,
): Promise<{ look: Look; listing: Listing }> {
  const sessions = new Map<UserId, readonly Session[]>();
  const requestIds = new Map<UserId, string | undefined>();
  const unlisted = new Map<UserId, string>();
  let calls = 0;
  for (const [index, userId] of userIds.entries()) {
    const label = `Listing sessions, person ${index + 1} of ${userIds.length}`;
    const answer = await askOne(userId, { teamId: listing.teamId ?? '', label, tools });
    calls += answer.calls;
    if ('problem' in answer && NOT_THIS_TEAM.has(answer.problem) && sessions.size === 0) {
      tools.sending.log.info(`Slack does not list single people's sessions for this token (${answer.problem}): paging`);
      const { look } = await pageThrough(userIds, Number.POSITIVE_INFINITY, tools);
      return { look: { ...look, calls: look.calls + calls }, listing: { teamId: undefined, pages: look.calls } };
    }
    if ('problem' in answer) {
      if (answer.isFinal) {
        return { look: { sessions, requestIds, unlisted, problem: answer.problem, calls }, listing };
      }
      unlisted.set(userId, answer.problem);
    } else {
      sessions.set(userId, answer.sessions);
      requestIds.set(userId, answer.requestId);
    }
  }
  return { look: { sessions, requestIds, unlisted, calls }, listing };
}

type Answer =
  | {
      readonly sessions: readonly Session[];
      readonly nextCursor: string | undefined;
      readonly requestId: string | undefined;
      readonly calls: number;
    }
  /** `isFinal`: asking for somebody else would end the same way. */
  | { readonly problem: string; readonly isFinal: boolean; readonly calls: number };

async function askOne(
  userId: UserId,
  { teamId, label, tools }: { teamId: string; label: string; tools: Tools },
): Promise<Answer> {
  const sessions: Session[] = [];
  let calls = 0;
  let cursor: string | undefined;
  for (;;) {
    const answer = await ask({ label, query: { of: { userId, teamId }, cursor } }, tools);
    calls += answer.calls;
    if ('problem' in answer) {
      return { ...answer, calls };
    }
    sessions.push(...answer.sessions);
    if (answer.nextCursor === undefined) {
      return { ...answer, sessions, calls };
    }
    if (answer.nextCursor === cursor) {
      return { problem: 'invalid_response', isFinal: false, calls };
    }
    cursor = answer.nextCursor;
  }
}

async function ask(
  { label, query }: { label: string; query: SessionQuery },
  { slack, sending }: Tools,
): Promise<Answer> {
  const settled = await sendUntilSettled({ label, send: (limits) => slack.listSessions(query, limits) }, sending);
  return toAnswer(settled);
}

/** `no_active_sessions` is a refusal in form and the best of news in meaning. */
function toAnswer({ end, calls, requestId }: Settled): Answer {
  switch (end.kind) {
    case 'accepted': {
      const page = readSessionPage(end.reply.body);
      return page === undefined
        ? { problem: 'invalid_response', isFinal: false, calls }
        : { ...page, requestId, calls };
    }
    case 'refused':
      return end.reply.code === 'no_active_sessions'
        ? { sessions: [], nextCursor: undefined, requestId, calls }
        : { problem: end.reply.code, isFinal: end.reply.code !== 'user_not_found', calls };
    case 'exhausted':
      return { problem: end.error ?? 'unreachable', isFinal: false, calls };
    case 'interrupted':
      return { problem: end.by, isFinal: true, calls };
  }
}
