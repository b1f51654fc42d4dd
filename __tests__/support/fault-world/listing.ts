import { ORGANIZATION } from './honest.ts';
import { STRANGER } from './naming.ts';
import type { Random } from './random.ts';
import type { SessionStore } from './session-store.ts';
import type { ListedSession, Page } from './trace.ts';
import { accept, type Deed, refuse } from './wire.ts';
import type { World } from './world.ts';

/** What a listing asks for. */
export interface Query {
  readonly userId: string | undefined;
  readonly teamId: string | undefined;
  readonly cursor: string | undefined;
}

const SYSTEMS: Readonly<Record<ListedSession['device'], readonly object[]>> = {
  mobile: [
    { os: 'iOS', os_version: '18.1' },
    { device_hardware: 'iPhone14,3' },
    { os: 'Android', device_hardware: 'x' },
  ],
  computer: [{ os: 'Windows' }, { os: 'Mac OS', device_hardware: 'Mac' }, { os: 'Chrome OS' }, { os: 'OS X' }],
  untold: [
    {},
    { os: '' },
    { os: 'Linux' },
    { os: 'Windows', device_hardware: 'iPad' },
    { device_hardware: 'Mac' },
    { os: 7 },
  ],
};

function toItem({ userId, sessionId, device, teamId }: ListedSession, random: Random): object {
  const created = { ...random.pick(SYSTEMS[device]), ip: '192.0.2.10' };
  const recent = random.chance(0.5) && device !== 'untold' ? { recent: created } : {};
  const id = random.chance(0.2) ? String(sessionId) : sessionId;
  return { user_id: userId, session_id: id, team_id: teamId, created, ...recent };
}

function withCursor({ next }: Page, random: Random): object {
  const last = random.pick([{}, { response_metadata: { next_cursor: '' } }, { response_metadata: null }]);
  return next === undefined ? last : { response_metadata: { next_cursor: next } };
}

/** Pages that say nothing about anybody: no list, an item that is no session, or no way to tell what follows. */
const BROKEN: readonly ((items: readonly object[]) => object)[] = [
  () => ({}),
  () => ({ active_sessions: null }),
  () => ({ active_sessions: {} }),
  (items) => ({ active_sessions: [...items, null] }),
  (items) => ({ active_sessions: [...items, { user_id: 'U1', created: {} }] }),
  (items) => ({ active_sessions: [...items, { session_id: 17 }] }),
  (items) => ({ active_sessions: items, response_metadata: 'next' }),
  (items) => ({ active_sessions: items, response_metadata: { next_cursor: 17 } }),
];

/** Whether this Slack keeps a session out of a listing. */
function hider({ userId }: Query, { listing }: World, elapsedMs: number): (session: ListedSession) => boolean {
  const isPick = ({ sessionId }: ListedSession): boolean => sessionId % 3 === 0;
  const isStranger = ({ userId: id }: ListedSession): boolean => id.endsWith('OTHER');
  switch (listing.lie) {
    case 'omits':
      return isPick;
    case 'omits-singly':
      return (session) => userId !== undefined && isPick(session);
    case 'omits-in-organization':
      return (session) => userId === undefined && isPick(session);
    case 'shrinks':
      // From some moment on most sessions are missing from the organization's listing.
      return (session) => userId === undefined && elapsedMs > listing.shrinksAfterMs && session.sessionId % 10 !== 0;
    case 'forgets-others':
      return (session) => userId === undefined && elapsedMs > listing.shrinksAfterMs && isStranger(session);
    default:
      return () => false;
  }
}

/** What the listing says of an ID that is not the one under which it shows sessions. */
function answerOtherId(query: Query, world: World): 'shown' | 'empty' | 'unknown' {
  const account = world.people.accountOf.get(query.userId ?? '');
  return account === undefined || account.ids[0] === query.userId ? 'shown' : world.listing.otherId;
}

/** Slack's answer to a listing; some are broken in a way that HTTP and envelope do not show. */
export function answerListing(
  query: Query,
  deps: { world: World; store: SessionStore; random: Random; nowMs: number; elapsedMs: number },
): Deed {
  const { world, store, random, nowMs, elapsedMs } = deps;
  const { listing, faults, tokenHabits, people } = world;
  const rest = { acted: [], latencyMs: random.int(20, 300) };
  const { userId, teamId, cursor } = query;
  const other = answerOtherId(query, world);
  if (tokenHabits.scopes?.includes('admin.users:read') === false) {
    return refuse({ code: 'missing_scope' }, rest);
  }
  if (userId !== undefined && listing.takesOrganization === 'no') {
    return refuse({ code: teamId === ORGANIZATION ? 'team_not_found' : 'missing_team' }, rest);
  }
  if (other === 'unknown') {
    return refuse({ code: 'user_not_found' }, rest);
  }
  const isSilent = userId === undefined ? listing.lie === 'empty' : listing.takesOrganization === 'silently';
  const listedId = userId === undefined ? undefined : (people.accountOf.get(userId)?.ids[0] ?? userId);
  const isHidden = hider(query, world, elapsedMs);
  const page: Page =
    isSilent || other === 'empty'
      ? { sessions: [], next: undefined }
      : store.page({ userId: listedId, cursor, isHidden }, nowMs);
  if (page.sessions.length === 0 && cursor === undefined && random.chance(0.8)) {
    return refuse({ code: 'no_active_sessions' }, rest);
  }
  const items = page.sessions.map((session) => toItem(session, random));
  if (random.chance(0.1 * faults.rate)) {
    const foreign = { active_sessions: [...items, { user_id: STRANGER, session_id: 17, created: {} }] };
    if (userId !== undefined && random.chance(0.3)) {
      const stranger = { userId: STRANGER, sessionId: 17, device: 'untold', teamId: '' } as const;
      const told = { sessions: [...page.sessions, stranger], next: undefined };
      return accept(foreign, { ...rest, label: 'page with a stranger' }, { page: told });
    }
    return accept(random.pick(BROKEN)(items), { ...rest, label: 'broken page' });
  }
  const shown = cutOrRepeat(page, query, world);
  return accept({ active_sessions: items, ...withCursor(shown, random) }, { ...rest, label: 'page' }, { page: shown });
}

/** The page as it is told: some listings end too early, others never. */
function cutOrRepeat(page: Page, { userId, cursor }: Query, { listing }: World): Page {
  if (listing.lie === 'cut' && userId === undefined && cursor !== undefined) {
    return { ...page, next: undefined };
  }
  return listing.lie === 'repeats' && cursor !== undefined && page.next !== undefined
    ? { ...page, next: cursor }
    : page;
}
