import { parseList } from './list-input.ts';
import type { Problem } from './problem.ts';
import {
  describeOddCharacter,
  describeText,
  isQuotable,
  MAX_VALUE_LENGTH,
  RESERVED_WORDS,
  toCodePoint,
} from './wording.ts';

declare const userIdBrand: unique symbol;

/** A Slack user ID that was checked for its form; whether Slack knows it is another matter. */
export type UserId = string & { readonly [userIdBrand]: true };

/** A mention that is known to carry a user ID. */
export interface UserIdMention {
  readonly userId: UserId;
  /** The input and the place in it: `user-ids[0]`. */
  readonly source: string;
}

type ParsedUserId = { ok: true; userId: UserId } | { ok: false; problem: string };

const EXPECTED = 'expected a user ID (U… or W…)';

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
  if (text.length > MAX_VALUE_LENGTH) return { ok: false, problem: `${EXPECTED}, got ${describeText(text)}` };
  const bare = trimBlanks(text);
  const id = trimBlanks(MENTION.exec(bare)?.[1] ?? bare);
  if (isUserId(id)) return { ok: true, userId: id };
  const hint = hintFor(id);
  return { ok: false, problem: `${EXPECTED}, got ${describeText(id)}${hint === undefined ? '' : `: ${hint}`}` };
}

/** Takes away the whitespace that people see; an invisible character stays, since it hides elsewhere too. */
export function trimBlanks(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
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

const REFERENCES: readonly (readonly [RegExp, string])[] = [
  [/^<!subteam\^/, 'that is a user group'],
  [/^<#/, 'that is a channel'],
  [/^https?:\/\/[^/]+\/team\/[UW]/i, 'that is a link to a profile; give only the ID at the end of it'],
  [/^@/, 'an @name is not an ID; in Slack, open the profile and choose "Copy member ID"'],
  [/@/, 'an e-mail address belongs in "emails" ("email" in a roster)'],
  [/^USLACK(?:BOT|USER|SECURITY)$/, "that is one of Slack's own accounts"],
  [/^[UW][A-Z0-9]{2,31}#/, 'a space is missing before "#"'],
  [/^["'`].|.["'`]$/s, 'remove the quotes inside the value'],
  [/^U$|^W$|^[UW][A-Z0-9]$/, 'that is too short'],
  [/^[UW][A-Z0-9]{32,}$/, 'that is too long; a user ID has at most 32 characters'],
  [/^(?=\D*\d)(?=.*[a-z])[UWuw][A-Za-z0-9]{2,31}$/, 'user IDs are in upper case; lower case is not repaired'],
];

function hintFor(text: string): string | undefined {
  const odd = describeOddCharacter(text);
  if (odd !== undefined) return odd;
  if (RESERVED_WORDS.has(text) && !text.startsWith('USLACK')) return 'that is a column header';
  if (isSeveral(text))
    return 'that is more than one ID; in a list, separate them with commas; in a roster, give each its own entry';
  const reference = REFERENCES.find(([form]) => form.test(text))?.[1];
  if (reference !== undefined) return reference;
  // A hint says something about the value, so it is given only where the value itself may be quoted.
  return isQuotable(text) ? neighbourHint(text) : lookalikeHint(text);
}

function isSeveral(text: string): boolean {
  const parts = text.split(/[\s,;/|+&]+|-(?=[UW])/).filter((part) => part !== '' && part !== '-');
  return parts.length > 1 && parts.every((part) => /^[UW](?=\D*\d)[A-Z0-9]{2,31}$/.test(part));
}

function neighbourHint(text: string): string | undefined {
  const neighbour = NEIGHBOURS.get(text.charAt(0));
  return neighbour === undefined ? undefined : `that is ${neighbour}`;
}

/** A letter of another script, in what is an ID otherwise. */
function lookalikeHint(text: string): string | undefined {
  if (!/^(?=\D*\d)[^\s@]{9,12}$/.test(text) || !/^[A-Z0-9\P{ASCII}]+$/u.test(text)) return undefined;
  const index = text.search(/\P{ASCII}/u);
  if (index === -1) return undefined;
  return `a character that only looks like the right one (${toCodePoint(text, index)}) at position ${index + 1}; type the ID again`;
}
