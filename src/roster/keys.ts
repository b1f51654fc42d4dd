import { isScalar, type ParsedNode } from 'yaml';
import { parseEmail } from '../people/email.ts';
import { parseUserId } from '../people/user-id.ts';
import { describeOddCharacter, describeText, isQuotable, MAX_VALUE_LENGTH, toCodePoint } from '../people/wording.ts';

/** Keys of an entry; custom keys start with `x-`. */
export const ENTRY_KEYS = ['user_id', 'email', 'effective', 'last_day', 'ticket', 'name', 'note'] as const;

/** Keys of a roster in mapping form. */
export const ROSTER_KEYS = ['version', 'time_zone', 'leavers'] as const;

/** Words that people use instead of our keys. Known in advance, so they may be quoted. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    user_id:
      'user user_name username id uid slack_id slackid slack_user_id member_id memberid member benutzer_id benutzer',
    email: 'mail emailaddress email_address mail_address mailadresse e_mail_adresse',
    effective:
      'date due due_date effective_date effective_from from start when leave_date leaving_date end end_date exit_date termination_date datum',
    last_day: 'last_working_day last_date lwd final_day letzter_tag',
    ticket: 'issue jira case ref reference request',
    name: 'full_name fullname display_name first_name last_name person employee',
    note: 'comment comments remark remarks reason description notiz bemerkung kommentar',
    time_zone: 'tz timezone time zone zeitzone',
    leavers: 'users people members entries roster list persons leaving offboarding',
    version: 'schema format',
  }).flatMap(([key, words]) => words.split(' ').map((word): [string, string] => [word, key])),
);

/** A longer key resembles none of ours. */
const MAX_COMPARED = 40;

/** Returns the text of a key, or undefined if it is not text. */
export function keyText(key: ParsedNode): string | undefined {
  return isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
}

/** Returns whether a key is a custom one, whose value is ignored. */
export function isCustomKey(key: string | undefined): boolean {
  return key?.startsWith('x-') ?? false;
}

/** Describes an unknown key, quoting it only if it is close to one of ours: it may be a name or an address. */
export function describeUnknownKey(key: string | undefined, known: readonly string[]): string {
  const expected = `expected one of the keys ${known.join(', ')}, or one that starts with x-`;
  if (key === undefined) return `${expected}, got a key that is not text`;
  if (key === '<<') return `${expected}, got "<<": merge keys are not supported`;
  const person = known.includes('user_id') ? describePersonKey(key) : undefined;
  if (person !== undefined) return person;
  const near = key.length > MAX_COMPARED ? undefined : findNear(key, known);
  if (near !== undefined) return `expected the key "${near}", got "${key}"`;
  const elsewhere = known.includes('user_id') ? findNear(key.slice(0, MAX_COMPARED), ROSTER_KEYS) : undefined;
  if (elsewhere !== undefined) return `expected the key "${elsewhere}" at the top of the file, got it in an entry`;
  const synonym = SYNONYMS.get(toPlain(key));
  if (synonym !== undefined && known.includes(synonym)) return `expected the key "${synonym}", got "${key}"`;
  if (/^x_|^X[-_]/.test(key)) return `${expected}, got a key with another prefix: write x- in lower case with a hyphen`;
  const hidden = findHidden(key, known);
  if (hidden !== undefined) return hidden;
  const odd = describeOddCharacter(key);
  return `${expected}, got another key, ${describeText(key)}${odd === undefined ? '' : `: ${odd}`}`;
}

/** A person in place of a key, as in `- W012A3CDE: 2026-11-30`. */
function describePersonKey(key: string): string | undefined {
  if (key.length > MAX_VALUE_LENGTH) return undefined;
  if (parseUserId(key).ok && isQuotable(key)) return 'expected "user_id: " before a user ID, got the ID as a key';
  return parseEmail(key).ok ? 'expected "email: " before an e-mail address, got the address as a key' : undefined;
}

/** The key of ours that differs only by case, spaces, `_`, `-` or one edit. */
function findNear(key: string, known: readonly string[]): string | undefined {
  // An invisible character in a message would be as hard to see as in the file.
  if (!/^[\x20-\x7e]+$/.test(key)) return undefined;
  const plain = toPlain(key).replaceAll('_', '');
  return (
    known.find((candidate) => candidate.replaceAll('_', '') === plain) ??
    known.find((candidate) => isOneEdit(key.toLowerCase(), candidate))
  );
}

/** One of our keys with a wrong space or dash, or with an invisible character. */
function findHidden(key: string, known: readonly string[]): string | undefined {
  if (key.length > MAX_COMPARED) return undefined;
  const index = key.search(/[^\x20-\x7e]/);
  const near = findNear(key.replaceAll(/[^\x20-\x7e\p{L}]/gu, '_'), known);
  if (index === -1 || near === undefined) return undefined;
  return `expected the key "${near}", got it with a different character (${toCodePoint(key, index)}) at position ${index + 1}`;
}

function toPlain(key: string): string {
  return key
    .slice(0, MAX_COMPARED + 1)
    .trim()
    .toLowerCase()
    .replaceAll(/[ -]/g, '_');
}

/** Whether one letter inserted, deleted or replaced, or two swapped, turn one word into the other. */
function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length - short.length === 1) return short.slice(at) === long.slice(at + 1);
  if (long.length !== short.length) return false;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}
