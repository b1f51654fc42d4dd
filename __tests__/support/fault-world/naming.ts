import { SOME_FAILED } from './codes.ts';
import type { Random } from './random.ts';
import type { ReportedFailures } from './trace.ts';
import type { Habits } from './world.ts';

/** Nobody with this ID is ever requested: its tail is longer than that of any drawn ID. */
export const STRANGER = 'W0STRANGER000000000000000';

/** Members of an answer that name people, and what a reader may take from them. */
export interface Naming {
  readonly body: object;
  readonly named: ReadonlyMap<string, string | undefined>;
}

interface Tools {
  readonly habits: Habits;
  readonly random: Random;
  /** The Enterprise ID of a person with two. */
  readonly enterpriseIdOf: (id: string) => string;
}

const NO_NAMES: Naming = { body: {}, named: new Map() };

/** What Slack says of a person where there is room for it: a code, or words, which are no code. */
function reasonsOf(refused: ReadonlyMap<string, string>, random: Random): ReadonlyMap<string, string> {
  const inWords = random.chance(0.2);
  return new Map([...refused].map(([id, code]) => [id, inWords ? `Could not: ${code}` : code]));
}

const messages = (texts: readonly string[]): object => ({ response_metadata: { messages: texts } });
const bare = (ids: readonly string[]): Naming['named'] => new Map(ids.map((id) => [id, undefined]));
/** Everybody mentioned somewhere is an echo of the request. */
const mentioned = (ids: readonly string[], group: readonly string[]): Naming['named'] =>
  ids.length === group.length && ids.length > 1 ? new Map() : bare(ids);

/** Names the people refused with failed_for_some_users, truly or not, in the shape that is this Slack's habit. */
export function nameRefused(group: readonly string[], refused: ReadonlyMap<string, string>, tools: Tools): Naming {
  const { habits, random, enterpriseIdOf } = tools;
  const ids = [...refused.keys()];
  const reasons = reasonsOf(refused, random);
  const coded = new Map([...reasons].map(([id, reason]) => [id, /^[a-z_]+$/.test(reason) ? reason : undefined]));
  const others = group.filter((id) => !refused.has(id));
  const [first = ''] = ids;
  switch (habits.shape) {
    case 'map':
      return { body: { failed_user_ids: Object.fromEntries(reasons) }, named: coded };
    case 'strings':
      return { body: { failed_users: [...ids, STRANGER], succeeded_users: others }, named: bare(ids) };
    case 'objects': {
      const errors = ids.map((user) => ({ ok: false, error: reasons.get(user), user }));
      return { body: { errors: [...others.slice(0, 3).map((user) => ({ ok: true, user })), ...errors] }, named: coded };
    }
    case 'json-string':
      return { body: { extended_comments: JSON.stringify(ids) }, named: bare(ids) };
    case 'details': {
      const details = { failed_users: JSON.stringify(ids), succeeded_users: JSON.stringify(others) };
      return { body: { details }, named: bare(ids) };
    }
    case 'messages':
      return { body: messages(ids.map((id) => `[ERROR] no reset of ${id}.`)), named: bare(ids) };
    case 'positions':
      return {
        body: messages(ids.map((id) => `[ERROR] not reset [json-pointer:/user_ids/${group.indexOf(id)}]`)),
        named: bare(ids),
      };
    case 'raw':
      return { body: { comment: `Sessions of ${ids.join(', ')} are left.` }, named: mentioned(ids, group) };
    case 'unnamed':
      return { body: random.chance(0.3) ? { failed_user_ids: { [STRANGER]: SOME_FAILED } } : {}, named: new Map() };
    case 'inverted': {
      const text = `Sessions of ${others.join(', ')} were invalidated. ${ids.length} users failed.`;
      return { body: { extended_comments: text }, named: bare(others) };
    }
    case 'first-and-more':
      return { body: messages([`failed for ${first} and ${ids.length - 1} more`]), named: bare([first]) };
    case 'other-ids': {
      const named = ids.map(enterpriseIdOf);
      const known = named.filter((id) => group.includes(id));
      return {
        body: { failed_user_ids: Object.fromEntries(named.map((id) => [id, SOME_FAILED])) },
        named: coding(known),
      };
    }
    case 'accepted-people':
      return {
        body: { failed_user_ids: Object.fromEntries(others.map((id) => [id, SOME_FAILED])) },
        named: coding(others),
      };
  }
}

function coding(ids: readonly string[]): Naming['named'] {
  return new Map(ids.map((id) => [id, SOME_FAILED]));
}

/** Names people in a refusal with another code: a hint, which may be wrong. */
export function hintAt(group: readonly string[], refused: readonly string[], { habits, random }: Tools): Naming {
  const say = (ids: readonly string[]): Naming => ({
    body: messages(ids.map((id) => `[ERROR] see ${id} [json-pointer:/user_ids]`)),
    named: bare(ids.filter((id) => id !== STRANGER)),
  });
  switch (habits.hints) {
    case 'none':
      return NO_NAMES;
    case 'first':
      return say(refused.slice(0, 1));
    case 'all':
      return say(refused);
    case 'position': {
      const [first = ''] = refused;
      const message = `[ERROR] input must match regex pattern: ^[WU] [json-pointer:/user_ids/${group.indexOf(first)}]`;
      return { body: messages([message]), named: bare([first]) };
    }
    case 'wrong':
      return say(group.filter(() => random.chance(2 / group.length)));
    case 'everybody':
      return say(group);
    case 'strangers':
      return say([STRANGER]);
  }
}

/** Reports failures in an `ok: true`. */
export function reportFailures(
  group: readonly string[],
  refused: ReadonlyMap<string, string>,
  { habits, random, enterpriseIdOf }: Tools,
): { readonly body: object; readonly failures: ReportedFailures } {
  const ids = [...refused.keys()];
  const coded = new Map(refused);
  const only = (named: ReportedFailures['named'], hasOthers = false): ReportedFailures => ({ named, hasOthers });
  switch (habits.contradicts) {
    case 'errors':
      return {
        body: { errors: ids.map((user) => ({ ok: false, error: refused.get(user), user })) },
        failures: only(coded),
      };
    case 'positions':
      return {
        body: messages(ids.map((id) => `[ERROR] not reset [json-pointer:/user_ids/${group.indexOf(id)}]`)),
        failures: only(bare(ids)),
      };
    case 'strangers':
      return {
        body: { failed_user_ids: { ...Object.fromEntries(coded), [STRANGER]: SOME_FAILED } },
        failures: only(coded, true),
      };
    case 'other-ids': {
      const named = ids.map((id) => [enterpriseIdOf(id), SOME_FAILED] as const);
      const own = named.filter(([id]) => group.includes(id));
      return {
        body: { failed_user_ids: Object.fromEntries(named) },
        failures: only(new Map(own), own.length < named.length),
      };
    }
    case 'count':
      return { body: { extended_comments: `${ids.length} users failed.` }, failures: only(new Map(), true) };
    default:
      return {
        body: { failed_user_ids: Object.fromEntries(coded), succeeded_users: random.chance(0.5) ? [] : group },
        failures: only(coded),
      };
  }
}
