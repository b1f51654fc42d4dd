import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { readCursor } from './accounts.ts';
import type { SessionKind } from './methods.ts';

/** One session that Slack lists. Its device is read for the kind only, and not kept; its address is not read at all. */
export interface Session {
  /** As Slack gives it; listings of a whole organization include people outside the run. */
  readonly userId: string;
  readonly sessionId: string;
  /** The team under which the session is listed: an organization's ID or a workspace's; empty when Slack does not say. */
  readonly teamId: string;
  readonly device: 'mobile' | 'computer' | 'unknown';
}

/** One page of `admin.users.session.list`. */
export interface SessionPage {
  readonly sessions: readonly Session[];
  /** Absent on the last page. */
  readonly nextCursor: string | undefined;
}

const MOBILE = /\b(ios|ipados|iphone|ipad|android|windows (phone|mobile))/i;
const BROWSER = /\b(chrome|chromium|firefox|safari|opera|edg|microsoft edge|browser)\b/i;
/** Linux is not among them, since Android calls itself that too. */
const COMPUTER_SYSTEM = /^((mac )?os ?x|mac ?os|macintosh|windows|chrome ?os|cros)\b/i;

/**
 * Reads a page of the listing.
 *
 * @returns `undefined` when the answer is not such a page: then it says nothing about anybody
 * @see https://docs.slack.dev/reference/methods/admin.users.session.list
 */
export function readSessionPage(body: JsonObject): SessionPage | undefined {
  const items = body['active_sessions'];
  if (!Array.isArray(items)) {
    return undefined;
  }
  const sessions = items.map(readSession);
  if (sessions.some((session) => session === undefined)) {
    return undefined;
  }
  const cursor = readCursor(body['response_metadata']);
  if (cursor === undefined) {
    return undefined;
  }
  return {
    sessions: sessions.filter((session) => session !== undefined),
    nextCursor: cursor === '' ? undefined : cursor,
  };
}

function readSession(item: unknown): Session | undefined {
  if (!isJsonObject(item)) {
    return undefined;
  }
  const { user_id: userId, session_id: id, team_id: teamId } = item;
  const sessionId = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
  if (typeof userId !== 'string' || !/^[\w-]{1,64}$/.test(sessionId)) {
    return undefined;
  }
  return { userId, sessionId, teamId: typeof teamId === 'string' ? teamId : '', device: deviceOf(item) };
}

/**
 * `recent` is missing when nothing changed since the session was created. A browser on a phone is unknown: Slack does
 * not say whether it takes that for a mobile or a web session.
 */
function deviceOf({ created, recent }: JsonObject): Session['device'] {
  const devices = [created, recent].filter(isJsonObject);
  const texts = devices.flatMap(({ os, device_hardware: hardware }) => [os, hardware]);
  const isMobile = texts.some((text) => matches(text, MOBILE));
  if (isMobile && texts.some((text) => matches(text, BROWSER))) {
    return 'unknown';
  }
  const isComputer = devices.some(({ os }) => matches(os, COMPUTER_SYSTEM));
  if (isMobile === isComputer) {
    return 'unknown';
  }
  return isMobile ? 'mobile' : 'computer';
}

function matches(text: unknown, pattern: RegExp): boolean {
  return typeof text === 'string' && pattern.test(text);
}

/**
 * Returns whether a session should be gone after a reset of this kind. Slack does not say whether `web_only` ends
 * sessions of the desktop app, so every session that is not on a mobile device counts as one; and a session whose
 * device is unknown counts always, so that nobody is called verified on a guess.
 */
export function shouldBeGone({ device }: Session, kind: SessionKind): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'mobile':
      return device !== 'computer';
    case 'web':
      return device !== 'mobile';
  }
}
