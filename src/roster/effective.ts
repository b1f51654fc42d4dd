/** What `effective` takes, in words. */
export const EFFECTIVE_ACCEPTED =
  'accepted are a date such as 2026-11-30 (from 00:00 UTC) or a date-time with an offset such as 2026-11-30T17:00:00+01:00';

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2}))?$/;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const OFFSET = /^[+-](?:[01]\d|2[0-3]):[0-5]\d$/;

/** Reads like a date, so it may be quoted; a telephone number does not. */
const DATE_LIKE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[Tt ][0-9:.+Zz-]{0,30})?$/;

/** Longer fractions of a second are not taken for a slip of the pen, but no clock tells them either. */
const MAX_LENGTH = 64;

type ParsedEffective = { ok: true; effectiveMs: number } | { ok: false; problem: string };

/**
 * Reads the moment from which an entry is due, in ms since the epoch.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function parseEffective(text: string): ParsedEffective {
  if (text.length > MAX_LENGTH) return refused('a text that is too long for a date');
  const match = DATE.exec(text);
  if (match === null) return refused(describeDate(text), missingPart(text));
  const [, date = '', time, fraction = '', offset = 'Z'] = match;
  const startOfDay = Date.parse(`${date}T00:00:00Z`);
  // Date.parse carries days over into the next month, so the date is compared with what it made of it.
  if (Number.isNaN(startOfDay) || new Date(startOfDay).toISOString().slice(0, 10) !== date) {
    return refused(`"${date}"`, 'there is no such day');
  }
  if (time === undefined) return { ok: true, effectiveMs: startOfDay };
  if (!TIME.test(time)) return refused(`"${text}"`, 'there is no such time of day');
  const zulu = offset === 'Z' || offset === 'z';
  if (!zulu && !OFFSET.test(offset)) return refused(`"${text}"`, 'there is no such offset');
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const effectiveMs = Date.parse(`${date}T${time}.${ms}${zulu ? 'Z' : offset}`);
  const isTold = /^\d{4}-/.test(new Date(effectiveMs).toISOString());
  return isTold ? { ok: true, effectiveMs } : refused(`"${text}"`, 'in UTC its year does not have four digits');
}

function describeDate(text: string): string {
  if (text === '') return 'an empty text';
  return DATE_LIKE.test(text) ? `"${text}"` : 'a text that is not a date';
}

function missingPart(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?$/.test(text)) return 'a time needs an offset, Z for UTC';
  if (/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?:[Zz]|[+-]\d{2}:\d{2})?$/.test(text)) return 'a time needs its seconds';
  return undefined;
}

function refused(found: string, why?: string): { ok: false; problem: string } {
  return { ok: false, problem: `found ${found}${why === undefined ? '' : `: ${why}`}; ${EFFECTIVE_ACCEPTED}` };
}
