import { SOME_FAILED } from './codes.ts';
import type { Random } from './random.ts';
import type { Habits } from './world.ts';

/** Nobody with this ID is ever asked for: its tail is longer than that of any drawn ID. */
export const STRANGER = 'W0STRANGER000000000000000';

/** Members of an answer that name people, and what a reader may take from them. */
export interface Naming {
  readonly body: object;
  readonly named: ReadonlyMap<string, string | undefined>;
}

const NO_NAMES: Naming = { body: {}, named: new Map() };

/** What Slack says of a person where there is room for it: a code, or words, which are no code. */
function reasonsOf(refused: ReadonlyMap<string, string>, random: Random): ReadonlyMap<string, string> {
  const inWords = random.chance(0.2);
  return new Map([...refused].map(([id, code]) => [id, inWords ? `Could not: ${code}` : code]));
}

/** Names everybody who was refused with failed_for_some_users, in the shape that is this Slack's habit. */
export function nameRefused(
  group: readonly string[],
  refused: ReadonlyMap<string, string>,
  { habits, random }: { habits: Habits; random: Random },
): Naming {
  const ids = [...refused.keys()];
  const reasons = reasonsOf(refused, random);
  const coded = new Map([...reasons].map(([id, reason]) => [id, /^[a-z_]+$/.test(reason) ? reason : undefined]));
  const bare = new Map(ids.map((id) => [id, undefined]));
  const others = group.filter((id) => !refused.has(id));
  switch (habits.shape) {
    case 'map':
      return { body: { failed_user_ids: Object.fromEntries(reasons) }, named: coded };
    case 'strings':
      return { body: { failed_users: [...ids, STRANGER], succeeded_users: others }, named: bare };
    case 'objects': {
      const errors = ids.map((user) => ({ ok: false, error: reasons.get(user), user }));
      return { body: { errors: [...others.slice(0, 3).map((user) => ({ ok: true, user })), ...errors] }, named: coded };
    }
    case 'json-string':
      return { body: { extended_comments: JSON.stringify(ids) }, named: bare };
    case 'details': {
      const details = { failed_users: JSON.stringify(ids), succeeded_users: JSON.stringify(others) };
      return { body: { details }, named: bare };
    }
    case 'messages':
      return { body: { response_metadata: { messages: ids.map((id) => `[ERROR] no reset of ${id}.`) } }, named: bare };
    case 'raw': {
      const isEcho = ids.length === group.length && ids.length > 1;
      return { body: { comment: `Sessions of ${ids.join(', ')} are left.` }, named: isEcho ? new Map() : bare };
    }
    case 'unnamed':
      return { body: random.chance(0.3) ? { failed_user_ids: { [STRANGER]: SOME_FAILED } } : {}, named: new Map() };
  }
}

/** Names people in a refusal with another code: a hint, which may be wrong. */
export function hintAt(
  group: readonly string[],
  refused: readonly string[],
  { habits, random }: { habits: Habits; random: Random },
): Naming {
  const say = (ids: readonly string[]): Naming => ({
    body: { response_metadata: { messages: ids.map((id) => `[ERROR] see ${id} [json-pointer:/user_ids]`) } },
    named: new Map(ids.filter((id) => id !== STRANGER).map((id) => [id, undefined])),
  });
  switch (habits.hints) {
    case 'none':
      return NO_NAMES;
    case 'first':
      return say(refused.slice(0, 1));
    case 'all':
      return say(refused);
    case 'wrong':
      return say(group.filter(() => random.chance(2 / group.length)));
    case 'everybody':
      return say(group);
    case 'strangers':
      return say([STRANGER]);
  }
}
