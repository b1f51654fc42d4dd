/** Words that look like user IDs but never are one: Slack's own accounts, and column headers of a pasted table. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  'USLACKBOT',
  'USLACKUSER',
  'USLACKSECURITY',
  'USER',
  'USERS',
  'USERID',
  'USERIDS',
  'UID',
  'UUID',
  'USERNAME',
  'USERNAMES',
]);

/** No accepted value comes near this length; a longer one is not looked at any further. */
export const MAX_VALUE_LENGTH = 1000;

/** Characters that a reader cannot see: controls, marks, fillers, and all blanks but the usual one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

const TYPOGRAPHIC_QUOTE = /[\u00ab\u00bb\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\uff02\uff07]/u;

const TYPOGRAPHIC_DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;

/**
 * Returns whether a refused value may be quoted in a message: only what looks like a Slack ID, and words known in
 * advance. Names, logins, addresses and numbers of persons may not.
 */
export function isQuotable(text: string): boolean {
  return RESERVED_WORDS.has(text) || /^(?=\D*\d)[ABCDEGSTUW][A-Z0-9]{8,11}$/.test(text);
}

/** Describes a refused value in one line, quoting it only when it cannot be personal data or a secret. */
export function describeText(text: string): string {
  if (isQuotable(text)) return `"${text}"`;
  if (text.length === 0) return 'empty text';
  if (text.length > MAX_VALUE_LENGTH) return `a value of more than ${MAX_VALUE_LENGTH} characters`;
  const length = `a value of ${formatCount([...text].length, 'character')}`;
  return text.includes('@') ? `${length} with an @` : length;
}

/** Names the first character that a reader takes for another one, or cannot see, with its place; none: undefined. */
export function describeOddCharacter(text: string): string | undefined {
  return (
    namePlace(text, /[\n\r]/, 'a line break', 'write the value on one line') ??
    namePlace(text, INVISIBLE, 'an invisible character', 'type the value again') ??
    namePlace(text, TYPOGRAPHIC_QUOTE, 'a typographic quote', 'use straight quotes (") or none') ??
    namePlace(text, TYPOGRAPHIC_DASH, 'a typographic dash', 'use a hyphen (-)')
  );
}

function namePlace(text: string, characters: RegExp, kind: string, advice: string): string | undefined {
  const index = text.search(characters);
  if (index === -1) return undefined;
  return `${kind} (${toCodePoint(text, index)}) at position ${[...text.slice(0, index)].length + 1}; ${advice}`;
}

/** The character at an index as Unicode writes it: `U+200B`. */
export function toCodePoint(text: string, index = 0): string {
  return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A path as it may be shown: each part with an `@` is masked, since it may be an address. */
export function maskPath(path: string): string {
  return path.includes('@') || path.includes('\uff20') ? path.replace(/[^/\\]*[@\uff20][^/\\]*/g, '***') : path;
}

/** `1 call`, `2 calls`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1 person`, `2 people`. */
export function formatPeopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
