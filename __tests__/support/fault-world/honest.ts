import { SOME_FAILED } from './codes.ts';
import { hintAt, nameRefused } from './naming.ts';
import type { Random } from './random.ts';
import { accept, type Deed, refuse } from './wire.ts';
import type { World } from './world.ts';

/** How long Slack takes as a rule. */
const latency = (random: Random): number => random.int(20, 400);

/** Slack's answer to a reset when nothing goes wrong: all or nothing, but for failed_for_some_users. */
export function answerReset(group: readonly string[], { people, habits }: World, random: Random): Deed {
  const refused = new Map(
    group.flatMap((id) => {
      const code = people.refusals.get(id);
      return code === undefined ? [] : [[id, code] as const];
    }),
  );
  const latencyMs = latency(random);
  const codes = [...refused.values()];
  const [first] = codes;
  if (first === undefined) {
    return accept({}, { acted: group, latencyMs });
  }
  const code = habits.codeOf === 'summed-up' ? SOME_FAILED : habits.codeOf === 'any' ? random.pick(codes) : first;
  const tools = { habits, random };
  if (code !== SOME_FAILED) {
    const { body, named } = hintAt(group, [...refused.keys()], tools);
    return refuse({ code, body, named }, { acted: [], latencyMs });
  }
  const rest = group.filter((id) => !refused.has(id));
  const naming = nameRefused(group, refused, tools);
  return refuse(
    { code, ...naming },
    { acted: naming.named.size > 0 ? rest : actedOf(rest, habits, random), latencyMs },
  );
}

/** Who of the others was reset, when Slack says of nobody that it failed. */
function actedOf(rest: readonly string[], { rest: habit }: World['habits'], random: Random): readonly string[] {
  switch (habit) {
    case 'applied':
      return rest;
    case 'not-applied':
      return [];
    case 'in-part':
      return rest.filter(() => random.chance(0.5));
  }
}

/** Slack's answer to a look-up when nothing goes wrong. */
export function answerLookUp(email: string, { people }: World, random: Random): Deed {
  const rest = { acted: [], latencyMs: latency(random) };
  const found = people.emails.get(email.toLowerCase()) ?? 'nobody';
  switch (found) {
    case 'nobody':
      return refuse({ code: 'users_not_found' }, rest);
    case 'no-user':
      return accept(random.pick([{}, { user: null }, { user: 'W012A3CDE' }, { user: ['W012A3CDE'] }]), rest);
    case 'bad-id':
      return accept({ user: { id: random.pick(['B012A3CDE', 'USLACKBOT', 'w012a3cde', 17, null]) } }, rest);
    default:
      return accept({ user: { id: found.userId, profile: { email } } }, rest, { foundId: found.userId });
  }
}

export const ORGANIZATION = 'E012A3CDE';
const ACTING = 'W0ADMIN001';

/** Slack's answer to the question whose token it is, when nothing goes wrong. */
export function answerIdentity({ sessionHabits }: World, random: Random): Deed {
  const { isWorkspaceToken, scopes } = sessionHabits;
  const team = isWorkspaceToken ? { team_id: 'T012A3CDE' } : { team_id: ORGANIZATION, enterprise_id: ORGANIZATION };
  const deed = accept({ user_id: ACTING, ...team }, { acted: [], latencyMs: latency(random) });
  const granted = scopes === 'all' ? 'admin.users:write, admin.users:read' : 'admin.users:write';
  const headers = scopes === 'untold' ? {} : { 'x-oauth-scopes': granted };
  return deed.wire.kind === 'http' ? { ...deed, wire: { ...deed.wire, headers } } : deed;
}
