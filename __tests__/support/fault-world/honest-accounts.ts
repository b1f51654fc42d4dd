import type { Account } from './accounts.ts';
import { ELSEWHERE, ORGANIZATION } from './honest.ts';
import { STRANGER } from './naming.ts';
import type { Random } from './random.ts';
import type { AccountAnswer } from './trace.ts';
import { accept, type Deed, refuse } from './wire.ts';
import type { World } from './world.ts';

const latency = (random: Random): number => random.int(20, 400);

interface UserObject {
  readonly user: object;
  readonly account: AccountAnswer;
}

const KINDS: Readonly<Record<Account['kind'], object>> = {
  member: {},
  bot: { is_bot: true },
  app: { is_app_user: true },
  'primary-owner': { is_primary_owner: true },
  foreign: { is_stranger: true },
  nobody: {},
};

/** A user object, with what a reader may take from it; the asked ID stands at its root, or the person's other one. */
function describe(
  account: Account,
  asked: string | undefined,
  { habits, tokenHabits, random }: { habits: World['habits']; tokenHabits: World['tokenHabits']; random: Random },
): UserObject {
  const { ids, email, kind, isActive } = account;
  const [enterpriseId = ''] = ids;
  const root = asked ?? ids.at(-1) ?? enterpriseId;
  const tellsId = ids.length > 1 && habits.tellsEnterprise;
  const enterprise = {
    ...(tellsId || random.chance(0.2) ? { id: tellsId ? enterpriseId : root } : {}),
    ...(random.chance(0.3) ? { enterprise_id: tokenHabits.organization ?? ORGANIZATION } : {}),
    ...(kind === 'foreign' ? { enterprise_id: ELSEWHERE } : {}),
  };
  const isTold = random.chance(0.95);
  const profile = random.chance(0.9) ? { profile: { email: random.chance(0.2) ? email.toUpperCase() : email } } : {};
  const user = {
    id: root,
    ...(isTold ? { deleted: !isActive } : {}),
    ...KINDS[kind],
    ...(Object.keys(enterprise).length > 0 ? { enterprise_user: enterprise } : {}),
    ...profile,
  };
  return {
    user,
    account: {
      ids: tellsId ? [...new Set([enterpriseId, root])] : [root],
      email: 'profile' in profile ? email : undefined,
      isDeactivated: isTold ? !isActive : undefined,
      isOdd: kind !== 'member',
    },
  };
}

/** Slack's answer to a look-up when nothing goes wrong. */
export function answerLookUp(email: string, world: World, random: Random): Deed {
  const { people, habits, tokenHabits } = world;
  const rest = { acted: [], latencyMs: latency(random) };
  const found = people.emails.get(email.toLowerCase()) ?? { kind: 'nobody' };
  if (tokenHabits.scopes?.includes('users:read.email') === false) {
    return refuse({ code: 'missing_scope' }, rest);
  }
  switch (found.kind) {
    case 'nobody':
      return refuse({ code: 'users_not_found' }, rest);
    case 'no-user':
      return accept(random.pick([{}, { user: null }, { user: 'W012A3CDE' }, { user: ['W012A3CDE'] }]), rest);
    case 'bad-id':
      return accept({ user: { id: random.pick(['B012A3CDE', 'USLACKBOT', 'w012a3cde', 17, null]) } }, rest);
    case 'own':
    case 'wrong': {
      const { user, account } = describe(found.account, undefined, { habits, tokenHabits, random });
      return accept({ user }, rest, { account });
    }
    case 'alias': {
      // The address leads to another account, and Slack does not tell that account's own address.
      const own = describe({ ...found.account, email: 'ceo@example.com' }, undefined, { habits, tokenHabits, random });
      return accept({ user: own.user }, rest, { account: own.account });
    }
  }
}

/** Slack's answer about an account when nothing goes wrong. */
export function answerInfo(userId: string, world: World, random: Random): Deed {
  const { people, habits, tokenHabits } = world;
  const rest = { acted: [], latencyMs: latency(random) };
  const account = people.accountOf.get(userId);
  if (tokenHabits.scopes?.includes('users:read') === false) {
    return refuse({ code: 'missing_scope' }, rest);
  }
  if (account === undefined || account.kind === 'nobody') {
    return refuse({ code: random.pick(['user_not_found', 'user_not_found', 'user_not_visible']) }, rest);
  }
  if (random.chance(0.02)) {
    return accept({ user: { id: STRANGER, deleted: true } }, { ...rest, label: 'about somebody else' });
  }
  const told = describe(account, userId, { habits, tokenHabits, random });
  return accept({ user: told.user }, rest, { account: told.account });
}

/** Slack's answer to the question for deactivated members when nothing goes wrong. */
export function answerMembers(cursor: string | undefined, world: World, random: Random): Deed {
  const { people, listing, tokenHabits } = world;
  const rest = { acted: [], latencyMs: latency(random) };
  if (tokenHabits.scopes?.includes('admin.users:read') === false) {
    return refuse({ code: 'missing_scope' }, rest);
  }
  const gone = people.accounts.filter(({ isActive, kind }) => !isActive && kind !== 'nobody');
  const from = Number(cursor ?? 0);
  const page = gone.slice(from, from + listing.pageSize);
  const next = from + listing.pageSize < gone.length ? String(from + listing.pageSize) : undefined;
  const users = [
    { id: STRANGER, is_active: true, email: 'person.0@example.com' },
    ...page.map(({ ids, email }) => ({ id: ids[0], is_active: false, email, deactivated_ts: 17 })),
    { id: STRANGER, is_active: false },
  ];
  const metadata = next === undefined ? {} : { response_metadata: { next_cursor: next } };
  const members = page.map(({ ids: [userId = ''], email }) => ({ userId, email }));
  return accept({ users, ...metadata }, { ...rest, label: 'member page' }, { memberPage: { members, next } });
}
