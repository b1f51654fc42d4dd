import { SOME_FAILED } from './codes.ts';
import { hintAt, nameRefused, reportFailures } from './naming.ts';
import type { Random } from './random.ts';
import { accept, type Deed, http, refuse } from './wire.ts';
import type { World } from './world.ts';

/** How long Slack takes as a rule. */
const latency = (random: Random): number => random.int(20, 400);

/** Members of an acceptance that report nothing bad. */
const HARMLESS = [
  {},
  {},
  {},
  { failed_user_ids: {} },
  { errors: [] },
  { extended_comments: '' },
  { warning: 'missing_charset' },
];

/** Slack's answer to a reset when nothing goes wrong: all or nothing, but for partial answers. */
export function answerReset(group: readonly string[], { people, habits }: World, random: Random): Deed {
  const refused = new Map(
    group.flatMap((id) => {
      const account = people.accountOf.get(id);
      const code = account === undefined ? 'user_not_found' : account.refusal;
      return code === undefined ? [] : [[id, code] as const];
    }),
  );
  const latencyMs = latency(random);
  const codes = [...refused.values()];
  const [first] = codes;
  if (first === undefined) {
    const benign = random.chance(0.1) ? { succeeded_users: group } : random.pick(HARMLESS);
    return accept(benign, { acted: group, latencyMs });
  }
  const rest = group.filter((id) => !refused.has(id));
  const tools = { habits, random, enterpriseIdOf: (id: string) => people.accountOf.get(id)?.ids[0] ?? id };
  if (habits.contradicts !== 'never') {
    return contradict(group, refused, { ...tools, rest, latencyMs });
  }
  const code = habits.codeOf === 'summed-up' ? SOME_FAILED : habits.codeOf === 'any' ? random.pick(codes) : first;
  if (code !== SOME_FAILED) {
    const { body, named } = hintAt(group, [...refused.keys()], tools);
    return refuse({ code, body, named }, { acted: [], latencyMs });
  }
  const naming = nameRefused(group, refused, tools);
  return refuse({ code, ...naming }, { acted: actedOf(rest, habits, random), latencyMs });
}

/** `ok: true` that takes part of it back. */
function contradict(
  group: readonly string[],
  refused: ReadonlyMap<string, string>,
  { rest, latencyMs, ...tools }: Parameters<typeof reportFailures>[2] & { rest: readonly string[]; latencyMs: number },
): Deed {
  const { habits, random } = tools;
  if (habits.contradicts === 'code') {
    const [code = SOME_FAILED] = habits.codeOf === 'summed-up' ? [SOME_FAILED] : refused.values();
    const wire = http(200, JSON.stringify({ ok: true, error: code }));
    const meaning = { kind: 'refused', code, named: new Map<string, undefined>(), isContradiction: true } as const;
    return { wire, meaning, acted: actedOf(rest, habits, random), latencyMs, label: 'ok with an error' };
  }
  const { body, failures } = reportFailures(group, refused, tools);
  // Whoever such an answer does not report, and nobody else, must have been taken.
  const acted = failures.hasOthers ? actedOf(rest, habits, random) : rest;
  return accept(body, { acted, latencyMs, label: 'ok with failures' }, { failures });
}

/** Who of the others was reset, when Slack says of some that it failed. */
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

export const ORGANIZATION = 'E012A3CDE';
export const ELSEWHERE = 'E0OTHER01';

/** Slack's answer to the question whose token it is, when nothing goes wrong. */
export function answerIdentity({ tokenHabits }: World, random: Random): Deed {
  const { organization, scopes, actingId } = tokenHabits;
  const team =
    organization === undefined ? { team_id: 'T012A3CDE' } : { team_id: organization, enterprise_id: organization };
  const owner = { userId: actingId, organization, scopes };
  const deed = accept({ user_id: actingId, ...team }, { acted: [], latencyMs: latency(random) }, { owner });
  const headers = scopes === undefined ? {} : { 'x-oauth-scopes': scopes.join(', ') };
  return deed.wire.kind === 'http' ? { ...deed, wire: { ...deed.wire, headers } } : deed;
}
