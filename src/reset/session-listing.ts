import type { UserId } from '../people/user-id.ts';
import type { Session } from '../slack/sessions.ts';
import { type ListingProblem, type ListingTools, listSessions, type Told } from './list-sessions.ts';

/** What one look at people's sessions found. */
export interface Look {
  /** Sessions of everybody who was looked at; nobody is here about whom nothing is known. */
  readonly sessions: ReadonlyMap<string, readonly Session[]>;
  /** The answer that told, by person. */
  readonly toldBy: ReadonlyMap<string, Told>;
  /** Why single people could not be looked at: a code of Slack's or ours. */
  readonly unlisted: ReadonlyMap<string, string>;
  /** Why the look ended before its end. */
  readonly problem?: ListingProblem | undefined;
}

/** What is known of the ways to look at people's sessions. */
export interface Listing {
  /** Needed for asking person by person; absent when Slack does not take it. */
  readonly teamId: string | undefined;
  /** Whether asking person by person has shown a session yet: until then an empty answer may mean the wrong team. */
  readonly hasShown: boolean;
  /** Pages of the whole organization's listing; absent until it was paged through once. */
  readonly pages: number | undefined;
}

/** A look, and what it taught about the ways to look. */
export interface Looking {
  readonly look: Look;
  readonly listing: Listing;
}

const NOTHING_SEEN: Look = { sessions: new Map(), toldBy: new Map(), unlisted: new Map() };
/** Codes that mean: Slack does not take this team for a listing of one person. */
const NOT_THIS_TEAM = new Set(['team_not_found', 'missing_team', 'invalid_arguments', 'team_access_not_granted']);
/** For so few people nobody pages through the organization, whose size is not known. */
const FEW = 3;

/**
 * Looks at the sessions of people, in whichever way takes fewer calls: person by person, or by paging through the
 * whole organization. Its size is not known in advance, so paging is given up after as many pages as there are
 * people to ask for; the worst case is twice the cheaper way.
 *
 * @param maxCalls - about how many calls this look may take; when more are needed, nothing is known afterwards
 */
export async function lookAtSessions(
  userIds: readonly UserId[],
  listing: Listing,
  { maxCalls = Number.POSITIVE_INFINITY, ...tools }: ListingTools & { readonly maxCalls?: number },
): Promise<Looking> {
  const each = listing.teamId === undefined ? Number.POSITIVE_INFINITY : userIds.length;
  const isPaged = listing.pages === undefined ? each > FEW : listing.pages <= each;
  if (isPaged || each > maxCalls) {
    const paged = await pageThrough(userIds, listing, { ...tools, maxCalls: Math.min(each, maxCalls) });
    if (paged.look !== NOTHING_SEEN || each > maxCalls) {
      return paged;
    }
    tools.callContext.log.info(`The organization's sessions fill more than ${each} pages: asking person by person`);
    return askEach(userIds, { ...listing, pages: Number.POSITIVE_INFINITY }, { ...tools, maxCalls });
  }
  return askEach(userIds, listing, { ...tools, maxCalls });
}

type Tools = ListingTools & { readonly maxCalls: number };

async function pageThrough(userIds: readonly UserId[], listing: Listing, tools: Tools): Promise<Looking> {
  const label = "Listing the organization's sessions";
  const all = await listSessions({ label, maxPages: tools.maxCalls }, tools);
  if (all.kind !== 'complete') {
    return { look: all.kind === 'cut' ? NOTHING_SEEN : { ...NOTHING_SEEN, problem: all }, listing };
  }
  const sessions = new Map<string, Session[]>(userIds.map((userId) => [userId, []]));
  for (const session of all.sessions) {
    sessions.get(session.userId)?.push(session);
  }
  const toldBy = new Map(userIds.map((userId) => [userId, all.told]));
  return { look: { ...NOTHING_SEEN, sessions, toldBy }, listing: { ...listing, pages: all.pages } };
}

async function askEach(userIds: readonly UserId[], listing: Listing, tools: Tools): Promise<Looking> {
  const sessions = new Map<string, readonly Session[]>();
  const toldBy = new Map<string, Told>();
  const unlisted = new Map<string, string>();
  const { teamId = '' } = listing;
  const hasShown = (): boolean => listing.hasShown || [...sessions.values()].some(({ length }) => length > 0);
  for (const [index, userId] of userIds.entries()) {
    const label = `Listing sessions person by person, ${index + 1} of ${userIds.length}`;
    const own = await listSessions({ of: { userId, teamId }, label, maxPages: Number.POSITIVE_INFINITY }, tools);
    if (own.kind === 'complete') {
      sessions.set(userId, own.sessions);
      toldBy.set(userId, own.told);
    } else if (own.kind === 'problem' && NOT_THIS_TEAM.has(own.error) && sessions.size === 0) {
      tools.callContext.log.info(`Slack does not list single people's sessions for this token (${own.error}): paging`);
      return pageThrough(userIds, { ...listing, teamId: undefined }, tools);
    } else if (own.kind === 'problem' && own.isFinal) {
      // Empty answers that nothing confirms any more tell nothing.
      const seen = hasShown() ? { sessions, toldBy } : NOTHING_SEEN;
      return { look: { ...seen, unlisted, problem: own }, listing: { ...listing, hasShown: hasShown() } };
    } else if (own.kind === 'problem') {
      unlisted.set(userId, own.error);
    }
  }
  const look: Look = { sessions, toldBy, unlisted };
  return hasShown() || sessions.size === 0
    ? { look, listing: { ...listing, hasShown: hasShown() } }
    : confirmEmpty(
        userIds.filter((userId) => sessions.has(userId)),
        { look, listing },
        tools,
      );
}

/**
 * Pages through the organization once when asking person by person has shown no session at all: it is not documented
 * whether Slack lists anything under the organization's ID, and nobody may be called signed out on such an answer.
 */
async function confirmEmpty(userIds: readonly UserId[], { look, listing }: Looking, tools: Tools): Promise<Looking> {
  tools.callContext.log.info(
    'Nobody asked for has a session by this answer: paging through the organization to make sure',
  );
  const paged = await pageThrough(userIds, listing, tools);
  const isTrusted = [...paged.look.sessions.values()].every(({ length }) => length === 0);
  return {
    look: { ...paged.look, unlisted: look.unlisted },
    listing: { ...paged.listing, teamId: isTrusted ? listing.teamId : undefined },
  };
}
