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
  computer: [{ os: 'Windows' }, { os: 'Mac OS', device_hardware: 'Mac' }, { os: 'Chrome OS' }],
  untold: [
    {},
    { os: '' },
    { os: 'Linux' },
    { os: 'Windows', device_hardware: 'iPad' },
    { device_hardware: 'Mac' },
    { os: 7 },
  ],
};

function toItem({ userId, sessionId, device }: ListedSession, random: Random): object {
  const created = { ...random.pick(SYSTEMS[device]), ip: '192.0.2.10' };
  const recent = random.chance(0.5) && device !== 'untold' ? { recent: created } : {};
  const id = random.chance(0.2) ? String(sessionId) : sessionId;
  return { user_id: userId, session_id: id, team_id: ORGANIZATION, created, ...recent };
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

/** Slack's answer to a listing; one in fifty is broken in a way that HTTP and envelope do not show. */
export function answerListing(
  query: Query,
  deps: { world: World; store: SessionStore; random: Random; nowMs: number },
): Deed {
  const { world, store, random, nowMs } = deps;
  const { sessionHabits, faults } = world;
  const rest = { acted: [], latencyMs: random.int(20, 300) };
  const { userId, teamId, cursor } = query;
  if (sessionHabits.scopes === 'no-read') {
    return refuse({ code: 'missing_scope' }, rest);
  }
  if (userId !== undefined && sessionHabits.takesOrganization === 'silently') {
    return refuse({ code: 'no_active_sessions' }, rest);
  }
  if (userId !== undefined && sessionHabits.takesOrganization === 'no') {
    return refuse({ code: teamId === ORGANIZATION ? 'team_not_found' : 'missing_team' }, rest);
  }
  const page = store.page(userId, cursor, nowMs);
  if (page.sessions.length === 0 && cursor === undefined && random.chance(0.8)) {
    return refuse({ code: 'no_active_sessions' }, rest);
  }
  const items = page.sessions.map((session) => toItem(session, random));
  if (random.chance(0.1 * faults.rate)) {
    const foreign = { active_sessions: [...items, { user_id: STRANGER, session_id: 17, created: {} }] };
    const body = userId !== undefined && random.chance(0.3) ? foreign : random.pick(BROKEN)(items);
    return accept(body, { ...rest, label: 'broken page' });
  }
  return accept({ active_sessions: items, ...withCursor(page, random) }, { ...rest, label: 'page' }, { page });
}
