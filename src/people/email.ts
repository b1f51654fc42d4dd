import { parseList } from './list-input.ts';
import type { Mention } from './mention.ts';
import type { Problem } from './problem.ts';
import { parseUserId } from './user-id.ts';
import { describeText, MAX_VALUE_LENGTH } from './wording.ts';

declare const emailBrand: unique symbol;

/** An e-mail address that was checked for its form, kept as given but for surrounding white space. */
export type Email = string & { readonly [emailBrand]: true };

/** A mention that is known to carry an e-mail address. */
export type EmailMention = Mention & { readonly email: Email };

const ACCEPTED = 'accepted are e-mail addresses such as jo@example.com';

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

/** Gives the form under which two spellings of an address are the same one. */
export function emailKey(email: Email): string {
  return email.toLowerCase();
}

/** Reads one e-mail address; the problem never holds any part of it. */
export function parseEmail(text: string): { ok: true; email: Email } | { ok: false; problem: string } {
  if (text.length > MAX_VALUE_LENGTH) return { ok: false, problem: `found ${describeText(text)}; ${ACCEPTED}` };
  const email = text.trim();
  if (isEmail(email)) return { ok: true, email };
  const hint = hintFor(email);
  return { ok: false, problem: `found ${describeText(email)}${hint === undefined ? '' : `: ${hint}`}; ${ACCEPTED}` };
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
      const pasted = item.length > MAX_VALUE_LENGTH ? null : PASTED.exec(item.trim());
      const parsed = parseEmail(pasted?.[1] ?? pasted?.[2] ?? item);
      return parsed.ok ? { ok: true, value: parsed.email } : parsed;
    },
  });
  return { mentions: items.map(({ value, source }) => ({ email: value, source })), problems };
}

function hintFor(text: string): string | undefined {
  if (parseUserId(text).ok) return 'a user ID belongs in "user-ids" ("user_id" in a roster)';
  const ats = text.split('@').length - 1;
  if (ats === 0) return undefined;
  if (ats > 1) return 'an address has one @ only';
  const at = text.indexOf('@');
  if (text.length > MAX_LENGTH) return `an address has at most ${MAX_LENGTH} characters`;
  if (at > MAX_LOCAL_LENGTH) return `at most ${MAX_LOCAL_LENGTH} characters may stand before the @`;
  if (!text.slice(at + 1).includes('.')) return 'the part after the @ has no dot';
  return undefined;
}
