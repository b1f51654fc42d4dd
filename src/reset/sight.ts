import type { SessionKind } from '../slack/methods.ts';
import { type Session, shouldBeGone } from '../slack/sessions.ts';
import type { Entry } from './entry.ts';
import type { ListingProblem } from './session-pages.ts';

/** What a look saw of one person. */
export interface Sight {
  readonly sessions: readonly Session[];
  readonly requestId: string | null;
  /** In ms since the epoch. */
  readonly atMs: number;
}

/** What one look at people's sessions found. */
export interface Look {
  /** People about whom the look says something; an empty list means no session. */
  readonly seen: Map<Entry, Sight>;
  /** Sessions seen in an incomplete or implausible look: they exist, even if others are missing. */
  readonly sighted: Map<Entry, Sight>;
  /** Why single people could not be looked at: Slack's code or one of ours. */
  readonly unlisted: Map<Entry, string>;
  /** Why the look says nothing about the others. */
  problem: ListingProblem | undefined;
  /** How many HTTP calls it took. */
  calls: number;
}

/** A look that has seen nothing yet. */
export function startLook(): Look {
  return { seen: new Map(), sighted: new Map(), unlisted: new Map(), problem: undefined, calls: 0 };
}

/** Whether a look says that a person has no session. */
export function isEmptyOf({ seen }: Look, entry: Entry): boolean {
  return seen.get(entry)?.sessions.length === 0;
}

/** Whether a look says that a person has no session of the kind to be reset. */
export function showsNone({ seen }: Look, entry: Entry, kind: SessionKind): boolean {
  return seen.get(entry)?.sessions.some((session) => shouldBeGone(session, kind)) === false;
}

/** Notes people's sessions on a page: they are there, whatever the rest of the listing or an empty answer says. */
export function noteSighted(
  page: readonly Session[],
  { look, entries, atMs }: { look: Look; entries: readonly Entry[]; atMs: number },
): void {
  const byUser = Map.groupBy(page, ({ userId }) => userId);
  for (const entry of entries) {
    const sessions = [...entry.userIds].flatMap((id) => byUser.get(id) ?? []);
    addSighted(look, entry, { sessions, requestId: null, atMs });
  }
}

/** Adds sessions to what a look says of a person. */
export function addSighted({ seen, sighted }: Look, entry: Entry, sight: Sight | undefined): void {
  if (sight === undefined || sight.sessions.length === 0) {
    return;
  }
  const { sessions, ...at } = sight;
  const whole = seen.get(entry);
  const known = (whole ?? sighted.get(entry))?.sessions ?? [];
  const ids = new Set(known.map(({ sessionId }) => sessionId));
  const all = [...known, ...sessions.filter(({ sessionId }) => !ids.has(sessionId))];
  (whole === undefined ? sighted : seen).set(entry, { ...(whole ?? at), sessions: all });
}

/** Takes back what answers say of people; sessions that they show are there all the same. */
export function retract(look: Look, entries: Iterable<Entry>): void {
  for (const entry of entries) {
    const sight = look.seen.get(entry);
    look.seen.delete(entry);
    addSighted(look, entry, sight);
  }
}
