/** What `effective` takes, in words. */
export const EXPECTED_EFFECTIVE =
  'expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00';

/** What `last_day` takes, in words. */
export const EXPECTED_LAST_DAY = 'expected a date such as 2026-11-30';

/**
 * A moment, or a day whose moment depends on the time zone of the file; `day` counts from 1970-01-01. `written` is the
 * date in the file.
 */
export type RosterDate = { readonly written: string } & ({ readonly ms: number } | { readonly day: number });

type ParsedDate = { ok: true; date: RosterDate } | { ok: false; problem: string };

const DAY_MS = 86_400_000;

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)([Zz]|[+-]\d{2}:\d{2})?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;
const OFFSET = /^(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Text that looks like a date, so it may be quoted; a telephone number does not match. */
const DATE_LIKE =
  /^(?:\d{4}([-./])[0-3]?\d\1[0-3]?\d|[0-3]?\d([-./])[0-3]?\d\2(?:\d{2}|(?:19|20)\d{2}))(?:[Tt ]\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** No date and time is longer, whatever the fraction of its seconds. */
const MAX_LENGTH = 64;

/** Words for a date that people type, which may be quoted. */
const WORDS =
  /^(?:today|tomorrow|yesterday|now|asap|soon|immediately|tbd|tba|unknown|none|never|yes|no|heute|morgen|gestern|sofort|offen)$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first and the last day that a spreadsheet's number is taken for: 2000-01-01 and 2099-12-31. */
const SERIALS = { first: 36_526, last: 73_050, epochDay: -25_569 } as const;

/**
 * Reads the value of `effective`: a date, or a date and time with an offset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function parseEffective(text: string): ParsedDate {
  return parseDate(text, EXPECTED_EFFECTIVE, true);
}

/** Reads the value of `last_day`, a date: due from the beginning of the day after. */
export function parseLastDay(text: string): ParsedDate {
  const parsed = parseDate(text, EXPECTED_LAST_DAY, false);
  if (!parsed.ok || !('day' in parsed.date)) return parsed;
  return { ok: true, date: { ...parsed.date, day: parsed.date.day + 1 } };
}

/** The date as people write it: `2026-11-30`. */
export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** What is wrong with a number in the place of a date; a spreadsheet's number of a day is recognized. */
export function describeDateNumber(value: number, expected: string): string {
  const eight = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(String(value));
  if (eight !== null) {
    return refused(expected, `"${value}"`, suggest(eight.slice(1, 4).join('-')));
  }
  if (!Number.isInteger(value) || value < SERIALS.first || value > SERIALS.last) return refused(expected, 'a number');
  const day = formatDay(value + SERIALS.epochDay);
  return refused(expected, 'a number', `if a spreadsheet turned the date into a number, write ${day}`);
}

function parseDate(text: string, expected: string, takesTime: boolean): ParsedDate {
  const no = (found: string, why?: string): ParsedDate => ({ ok: false, problem: refused(expected, found, why) });
  if (text.length > MAX_LENGTH) return no('text that is too long for a date');
  const match = DATE.exec(text);
  if (match === null) return no(describeDate(text), adviceFor(text, takesTime));
  const [, date = '', time, offset] = match;
  const startOfDay = Date.parse(`${date}T00:00:00Z`);
  // Date.parse carries days over into the next month, so the result is compared with the date.
  if (Number.isNaN(startOfDay) || new Date(startOfDay).toISOString().slice(0, 10) !== date) {
    return no(`"${date}"`, 'there is no such day');
  }
  if (time === undefined) return { ok: true, date: { written: date, day: startOfDay / DAY_MS } };
  if (!takesTime) return no(`"${text}"`, `leave out the time; to give one, write effective: ${date}T17:00+01:00`);
  if (!TIME.test(time)) return no(`"${text}"`, 'there is no such time of day');
  if (offset === undefined) return no(`"${text}"`, missingOffset(date, time));
  if (!OFFSET.test(offset)) return no(`"${text}"`, 'there is no such offset');
  const ms = toMilliseconds(date, time, offset);
  return isFourDigitYear(ms)
    ? { ok: true, date: { written: date, ms } }
    : no(`"${text}"`, 'in UTC its year does not have four digits');
}

/** Whether a moment can be written in UTC in RFC 3339. */
export function isFourDigitYear(ms: number): boolean {
  return /^\d{4}-/.test(new Date(ms).toISOString());
}

function toMilliseconds(date: string, time: string, offset: string): number {
  const [clock = '', fraction = ''] = time.split('.');
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const zone = /^[Zz]$/.test(offset) ? 'Z' : offset;
  return Date.parse(`${date}T${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
}

function missingOffset(date: string, time: string): string {
  return `the offset from UTC is missing; write ${date}T${time}+01:00 with your offset, or last_day: ${date}`;
}

function describeDate(text: string): string {
  if (text === '') return 'empty text';
  return DATE_LIKE.test(text) || WORDS.test(text) ? `"${text}"` : 'text that is not a date';
}

/** What to type instead of a date in an unsupported format. */
function adviceFor(text: string, takesTime: boolean): string | undefined {
  const asked = /^(?:today|now|asap|immediately|heute|sofort)$/i;
  if (asked.test(text) && takesTime) return 'to sign the person out with the next run, leave "effective" out';
  if (/^\s|\s$/.test(text)) return 'remove the space before or after the date';
  const [, year, month, day] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year !== undefined) return adviceForTime(text, takesTime) ?? suggest(joinDate(year, month, day));
  const words =
    /^(?:[a-z]+,? )?(?:(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?),? (\d{4})$/i;
  const [, firstDay, firstMonth = '', secondMonth = '', secondDay, wordYear] = words.exec(text) ?? [];
  const number = MONTHS.indexOf((firstMonth || secondMonth).toLowerCase()) + 1;
  if (number > 0) return suggest(joinDate(wordYear, String(number), firstDay ?? secondDay));
  return adviceForDayFirst(text);
}

function adviceForTime(text: string, takesTime: boolean): string | undefined {
  const [, date] = /^(\d{4}-\d{2}-\d{2})[Tt ]+\d/.exec(text) ?? [];
  if (date === undefined) return undefined;
  return takesTime ? `write ${date}T17:00+01:00 with your time and offset, or last_day: ${date}` : `write ${date}`;
}

/** 30.11.2026 is clear; 11/12/2026 is November in one country and December in another. */
function adviceForDayFirst(text: string): string | undefined {
  const [, first = '', mark, second = '', year = ''] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)/.exec(text) ?? [];
  if (mark === undefined) return /\d/.test(text) && DATE_LIKE.test(text) ? 'write the year first' : undefined;
  const isMonthFirst = Number(second) > 12;
  if (mark === '.' || isMonthFirst || Number(first) > 12) {
    return suggest(isMonthFirst ? joinDate(year, first, second) : joinDate(year, second, first));
  }
  return `write the year first, then the month, then the day: ${year}-MM-DD`;
}

function joinDate(year = '', month = '', day = ''): string {
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

function suggest(date: string): string | undefined {
  const ms = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date;
  return exists ? `write ${date}` : undefined;
}

function refused(expected: string, found: string, why?: string): string {
  return `${expected}, got ${found}${why === undefined ? '' : `: ${why}`}`;
}
