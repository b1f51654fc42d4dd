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
]);

/** No value that is accepted anywhere comes near this length; what is longer is not looked at any further. */
export const MAX_VALUE_LENGTH = 1000;

/**
 * Tells whether a refused value may be quoted in a message. Names, addresses and secrets may not:
 * only short runs of letters and digits that hold a digit, longer ones in upper case alone since secrets are written
 * otherwise, and words known in advance.
 */
export function isQuotable(text: string): boolean {
  return RESERVED_WORDS.has(text) || (/^(?:[A-Za-z0-9]{1,12}|[A-Z0-9]{1,40})$/.test(text) && /[0-9]/.test(text));
}

/** Describes a refused value in one line, quoting it only when it cannot be personal data or a secret. */
export function describeText(text: string): string {
  if (isQuotable(text)) return `"${text}"`;
  if (text.length === 0) return 'an empty text';
  if (text.length > MAX_VALUE_LENGTH) return `a text of more than ${MAX_VALUE_LENGTH} characters`;
  if (/^[A-Za-z]+$/.test(text)) return counted(text.length, 'letter');
  const length = `a text of ${counted(text.length, 'character')}`;
  return text.includes('@') ? `${length} with an @` : length;
}

/** `1 letter`, `2 letters`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1 person`, `2 people`. */
export function formatPeopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
