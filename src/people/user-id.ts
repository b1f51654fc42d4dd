import { parseList } from './list-input.ts';
import type { Mention } from './mention.ts';
import type { Problem } from './problem.ts';
import { describeText, isQuotable, MAX_VALUE_LENGTH, RESERVED_WORDS } from './wording.ts';

declare const userIdBrand: unique symbol;

/** A Slack user ID that was checked for its form; whether Slack knows it is another matter. */
export type UserId = string & { readonly [userIdBrand]: true };

/** A mention that is known to carry a user ID. */
export type UserIdMention = Mention & { readonly userId: UserId };

type ParsedUserId = { ok: true; userId: UserId } | { ok: false; problem: string };

const ACCEPTED = 'accepted are user IDs, U… or W…';

const NEIGHBOURS: ReadonlyMap<string, string> = new Map([
  ['A', 'an app ID (A…)'],
  ['B', 'a bot ID (B…)'],
  ['C', 'a channel ID (C…)'],
  ['D', 'the ID of a direct message (D…)'],
  ['E', 'an Enterprise organization ID (E…)'],
  ['G', 'the ID of a private channel (G…)'],
  ['S', 'a user group ID (S…)'],
  ['T', 'a workspace ID (T…)'],
]);

/** A mention as Slack copies it; the name may hold spaces and commas. */
const MENTION = /^<@([^<>|]*)(?:\|[^<>]*)?>$/;

function isUserId(text: string): text is UserId {
  return /^[UW][A-Z0-9]{2,31}$/.test(text) && !RESERVED_WORDS.has(text);
}

/** Reads one user ID, bare or in one of the pasted forms `<@U…>` and `<@U…|name>`. */
export function parseUserId(text: string): ParsedUserId {
  if (text.length > MAX_VALUE_LENGTH) return { ok: false, problem: `found ${describeText(text)}; ${ACCEPTED}` };
  const trimmed = text.trim();
  const id = MENTION.exec(trimmed)?.[1]?.trim() ?? trimmed;
  if (isUserId(id)) return { ok: true, userId: id };
  const hint = hintFor(id);
  return { ok: false, problem: `found ${describeText(id)}${hint === undefined ? '' : `: ${hint}`}; ${ACCEPTED}` };
}

/**
 * Reads the user IDs of a list input.
 *
 * @param input - name of the input as in `action.yml`
 */
export function parseUserIdList(text: string, input: string): { mentions: UserIdMention[]; problems: Problem[] } {
  const { items, problems } = parseList<UserId>(text, {
    input,
    noun: 'user IDs',
    item: /<@[^<>\n]*>|[^\s,]+/g,
    parse: (item) => {
      const parsed = parseUserId(item);
      return parsed.ok ? { ok: true, value: parsed.userId } : parsed;
    },
  });
  return { mentions: items.map(({ value, source }) => ({ userId: value, source })), problems };
}

function hintFor(text: string): string | undefined {
  if (text.startsWith('<!subteam^')) return 'that is a user group';
  if (text.startsWith('<#')) return 'that is a channel';
  if (text.includes('@')) return 'an e-mail address belongs in "emails" ("email" in a roster)';
  if (text.startsWith('USLACK') && RESERVED_WORDS.has(text)) return "that is one of Slack's own accounts";
  if (RESERVED_WORDS.has(text)) return 'that is a column header';
  // A hint tells something of the value, so it is given only where the value itself may be quoted.
  if (!isQuotable(text)) return undefined;
  if (/^[UW]/i.test(text)) return formHint(text);
  return /^[A-Z0-9]{3,}$/.test(text) ? neighbourHint(text) : undefined;
}

function formHint(text: string): string | undefined {
  if (/[a-z]/.test(text)) return 'user IDs are in upper case, and lower case is not repaired';
  return text.length < 3 ? 'that is too short' : 'that is too long, a user ID has at most 32 characters';
}

function neighbourHint(text: string): string | undefined {
  const neighbour = NEIGHBOURS.get(text.charAt(0));
  return neighbour === undefined ? undefined : `that is ${neighbour}`;
}
