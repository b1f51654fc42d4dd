import { parseUserId, type UserId } from '../../src/people/user-id.ts';
import type { SessionQuery } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';

/** The Enterprise organization of these measurements. */
const ORG = 'E012A3CDE';
/** How this organization answers `auth.test`: the token may do everything. */
export const acceptToken = (): SlackReply => ({
  kind: 'accepted',
  body: { ok: true, team_id: ORG, enterprise_id: ORG, user_id: 'W0ADMIN001' },
  scopes: ['admin.users:write', 'admin.users:read', 'users:read'],
});
/** How long a call takes when Slack allows 20 a minute (Tier 2), once a burst is used up, in ms. */
export const TIER_2_MS = 3_000;
/** The same at 100 a minute (Tier 4), in ms. */
export const TIER_4_MS = 600;
const PAGE = 1_000;
/** How the IDs of people who stay begin. */
const STAFF = 'W1';

/** Made-up IDs that start alike. */
export function makeIds(prefix: string, count: number): UserId[] {
  return Array.from({ length: count }, (_, index) => parseUserId(`${prefix}${String(index).padStart(8, '0')}`)).flatMap(
    (parsed) => (parsed.ok ? parsed.userId : []),
  );
}

/** The IDs of the sessions of each person who has any. */
export type Sessions = ReadonlyMap<string, readonly string[]>;

/** Two sessions or three for each person in turn, which is 2.5 on average. */
export function makeSessions(people: readonly string[]): Map<string, readonly string[]> {
  return new Map(people.map((id, index) => [id, Array.from({ length: 2 + (index % 2) }, (_, at) => `${id}-${at}`)]));
}

/** Whom an organization's listing shows. */
interface Organization {
  /** Sessions of people who stay, 2.5 each on average. */
  readonly staffSessions: number;
  /** How often the session in this place has been replaced by a newer one. */
  readonly renewals?: (place: number) => number;
  /** Sessions of people who leave; they come last in the listing. */
  readonly leavers: Sessions;
}

type Row = readonly [userId: string, sessionId: string];

/** Lists sessions as Slack does, in pages of 1,000, the whole organization's or one person's. */
export function listSessions(organization: Organization): (query: SessionQuery) => SlackReply {
  const { staffSessions, leavers } = organization;
  // Read once for each listing, so that one is the same from its first page to its last.
  let last: readonly Row[] = [];
  return ({ of: whose, cursor = '0' }) => {
    if (whose !== undefined) {
      return toPage(sessionsOf(whose.userId, organization), '');
    }
    if (cursor === '0') {
      last = [...leavers].flatMap(([userId, ids]) => ids.map((id) => [userId, id] as const));
    }
    const total = staffSessions + last.length;
    const from = Number(cursor);
    const to = Math.min(from + PAGE, total);
    const rows = Array.from({ length: to - from }, (_, index) => from + index).flatMap((place) =>
      place < staffSessions
        ? [staffSession(place, organization)]
        : last.slice(place - staffSessions, place - staffSessions + 1),
    );
    return toPage(rows, to < total ? String(to) : '');
  };
}

function staffSession(place: number, { renewals }: Organization): Row {
  // Five sessions for two people.
  const person = Math.floor(place / 5) * 2 + (place % 5 < 2 ? 0 : 1);
  return [`${STAFF}${String(person).padStart(8, '0')}`, `${place}-${renewals?.(place) ?? 0}`];
}

function sessionsOf(userId: string, organization: Organization): readonly Row[] {
  if (!userId.startsWith(STAFF)) {
    return (organization.leavers.get(userId) ?? []).map((id) => [userId, id]);
  }
  const person = Number(userId.slice(STAFF.length));
  const first = Math.floor(person / 2) * 5 + (person % 2) * 2;
  const places = Array.from({ length: 2 + (person % 2) }, (_, index) => first + index);
  return places.filter((place) => place < organization.staffSessions).map((place) => staffSession(place, organization));
}

function toPage(rows: readonly Row[], cursor: string): SlackReply {
  if (rows.length === 0 && cursor === '') {
    return { kind: 'refused', code: 'no_active_sessions', body: { ok: false, error: 'no_active_sessions' } };
  }
  const sessions = rows.map(([userId, sessionId]) => ({
    user_id: userId,
    session_id: sessionId,
    team_id: ORG,
    created: { os: 'Windows' },
  }));
  const body = { ok: true, active_sessions: sessions, response_metadata: { next_cursor: cursor } };
  return { kind: 'accepted', body, requestId: 'listing' };
}
