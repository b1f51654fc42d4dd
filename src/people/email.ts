import { domainToASCII } from 'node:url';
import { parseList } from './list-input.ts';
import type { Problem } from './problem.ts';
import { parseUserId, trimBlanks } from './user-id.ts';
import { describeOddCharacter, describeText, MAX_VALUE_LENGTH } from './wording.ts';

declare const emailBrand: unique symbol;

/** An e-mail address that was checked for its form, kept as given but for surrounding whitespace. */
export type Email = string & { readonly [emailBrand]: true };

/** A mention that is known to carry an e-mail address. */
export interface EmailMention {
  readonly email: Email;
  /** The input and the place in it: `emails[2]`. */
  readonly source: string;
}

const EXPECTED = 'expected an e-mail address such as jo@example.com';

const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/** Dot-separated atoms; a leading ' is left out since it is a quote more often than a part of the name. */
const LOCAL = /^(?!')[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

const DOMAIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

/** An address as Slack copies it; a label that differs from the address makes plain nothing, so it is refused. */
const PASTED = /^(?:<mailto:([^<>|]*)(?:\|\1)?>|mailto:([^<>|]*))$/i;

function isEmail(text: string): text is Email {
  const at = text.indexOf('@');
  return (
    text.length <= MAX_LENGTH &&
    at > 0 &&
    at <= MAX_LOCAL_LENGTH &&
    LOCAL.test(text.slice(0, at)) &&
    DOMAIN.test(text.slice(at + 1))
  );
}

/**
 * Gives the form under which two spellings of an address are the same one: in NFC, the domain in punycode, whatever
 * the case.
 */
export function emailKey(email: string): string {
  const text = email.normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  // A domain that has no ASCII form stays as it is, so that it equals itself only.
  return /\P{ASCII}/u.test(text.slice(at + 1)) ? text.slice(0, at + 1) + toAsciiDomain(text.slice(at + 1)) : text;
}

function toAsciiDomain(domain: string): string {
  return domainToASCII(domain) || domain;
}

/** Returns whether two texts are the same address, however it is spelled. */
export function isSameEmail(one: string, other: string): boolean {
  return emailKey(one) === emailKey(other);
}

/** Reads one e-mail address; the problem never holds any part of it. */
export function parseEmail(text: string): { ok: true; email: Email } | { ok: false; problem: string } {
  if (text.length > MAX_VALUE_LENGTH) return { ok: false, problem: `${EXPECTED}, got ${describeText(text)}` };
  const email = trimBlanks(text);
  if (isEmail(email)) return { ok: true, email };
  const hint = hintFor(email);
  return { ok: false, problem: `${EXPECTED}, got ${describeText(email)}${hint === undefined ? '' : `: ${hint}`}` };
}

/**
 * Reads the e-mail addresses of a list input, also in the pasted forms `mailto:…`, `<mailto:…>` and `<mailto:…|…>`.
 *
 * @param input - name of the input as in `action.yml`
 */
export function parseEmailList(text: string, input: string): { mentions: EmailMention[]; problems: Problem[] } {
  const { items, problems } = parseList<Email>(text, {
    input,
    noun: 'e-mail addresses',
    item: /[^\s,]+/g,
    parse: (item) => {
      const pasted = item.length > MAX_VALUE_LENGTH ? null : PASTED.exec(trimBlanks(item));
      const parsed = parseEmail(pasted?.[1] ?? pasted?.[2] ?? item);
      return parsed.ok ? { ok: true, value: parsed.email } : parsed;
    },
  });
  return { mentions: items.map(({ value, source }) => ({ email: value, source })), problems };
}

const REFERENCES: readonly (readonly [RegExp, string])[] = [
  [/^<?mailto:[^,;\s]*$/i, 'remove "mailto:" and anything that is not the address itself'],
  [
    /\S@\S+[\s,;]+\S+@\S/,
    'that is more than one address; in a list, separate them with commas; in a roster, give each its own entry',
  ],
  [/<[^<>\s]+@[^<>\s]+>/, 'give only the address between < and >'],
  [/@.*@/s, 'an address has only one @'],
  [/^["'].*["']$|^["']/s, 'remove the quotes inside the value'],
  [/\s/, 'an address contains no spaces'],
  [/[,;.]$/, 'remove the character after the address'],
  [/@[^.]*$/, 'the part after the @ has no dot'],
  [/@.*\P{ASCII}/su, 'write the domain in its ASCII form, which starts with xn--'],
  [/\P{ASCII}.*@/su, 'only ASCII characters are taken before the @; give the user ID instead'],
];

function hintFor(text: string): string | undefined {
  if (parseUserId(text).ok) return 'a user ID belongs in "user-ids" ("user_id" in a roster)';
  const odd = describeOddCharacter(text);
  if (odd !== undefined) return odd;
  const at = text.indexOf('@');
  if (at === -1) return undefined;
  const isOne = at === text.lastIndexOf('@');
  if (isOne && text.length > MAX_LENGTH) return `an address has at most ${MAX_LENGTH} characters`;
  if (isOne && at > MAX_LOCAL_LENGTH) return `at most ${MAX_LOCAL_LENGTH} characters may come before the @`;
  return REFERENCES.find(([form]) => form.test(text))?.[1];
}
