const DAY_MS = 86_400_000;

/** No clock on Earth has ever been further from UTC; 48 hours more than cover a day that a date line skips. */
const REACH_MS = 40 * 3_600_000;

/** Gives the first moment of a day, counted from 1970-01-01, in ms since the epoch. */
export type StartOfDay = (day: number) => number;

type ParsedTimeZone = { ok: true; startOfDay: StartOfDay } | { ok: false; problem: string };

const EXPECTED = 'expected a time zone such as Europe/Berlin';

/** The beginning of days in UTC, where no time zone is given. */
export const startOfUtcDay: StartOfDay = (day) => day * DAY_MS;

/**
 * Reads the IANA name of a time zone, with upper and lower case as in the database.
 *
 * @see https://www.iana.org/time-zones
 */
export function parseTimeZone(text: string): ParsedTimeZone {
  // Offsets such as +01:00 have no rules for summer time, and are not names.
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(text) || text.length > 64) return refused(text);
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset' });
    const { timeZone } = format.resolvedOptions();
    const isMiscased = timeZone !== text && timeZone.toLowerCase() === text.toLowerCase();
    return isMiscased ? refused(text, `write ${timeZone}`) : { ok: true, startOfDay: createStartOfDay(format) };
  } catch {
    return refused(text);
  }
}

const ABBREVIATIONS = /^(?:MEZ|MESZ|CEST|EDT|PST|PDT|CST|CDT|MDT|BST|IST|JST|AEST|AEDT|(?:UTC|GMT)[+-][\d:]+)$/i;

function refused(text: string, advice?: string): ParsedTimeZone {
  if (advice !== undefined) return { ok: false, problem: `${EXPECTED}, got another spelling: ${advice}` };
  if (/^[+-]\d/.test(text)) return { ok: false, problem: `${EXPECTED}, got an offset: it would ignore summer time` };
  if (ABBREVIATIONS.test(text))
    return { ok: false, problem: `${EXPECTED}, got an abbreviation: write region and city` };
  const known = nearestZone(text);
  const found = known === undefined ? 'text that is not a time zone' : `another spelling: write ${known}`;
  return { ok: false, problem: `${EXPECTED}, got ${found}` };
}

/** The intended time zone, if only case, spaces or the region are wrong. */
function nearestZone(text: string): string | undefined {
  const wanted = toKey(text);
  return Intl.supportedValuesOf('timeZone').find((name) => {
    return toKey(name) === wanted || (!text.includes('/') && toKey(name.split('/').at(-1) ?? '') === wanted);
  });
}

function toKey(text: string): string {
  return text.slice(0, 64).toLowerCase().replaceAll(/[ _-]/g, '');
}

function createStartOfDay(format: Intl.DateTimeFormat): StartOfDay {
  const known = new Map<number, number>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const start = findStartOfDay(day, (ms) => offsetAt(ms, format));
    known.set(day, start);
    return start;
  };
}

/**
 * The earliest moment at which clocks show the midnight that begins the day; where they skip it, or the whole day, the
 * moment at which they leap.
 */
function findStartOfDay(day: number, offset: (ms: number) => number): number {
  const midnight = day * DAY_MS;
  const [early, late] = [midnight - REACH_MS, midnight + REACH_MS];
  const offsets = [...new Set([offset(early), offset(midnight - DAY_MS), offset(midnight + DAY_MS), offset(late)])];
  const starts = offsets.map((ms) => midnight - ms).filter((ms) => ms + offset(ms) === midnight);
  if (starts.length > 0) return Math.min(...starts);
  return findLeap(early, late, (ms) => ms + offset(ms) >= midnight);
}

/** The first moment for which the test is true; it must be false for all before and true for all after. */
function findLeap(early: number, late: number, isPast: (ms: number) => boolean): number {
  let [before, after] = [early, late];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isPast(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** How far clocks are ahead of UTC; before standard time, offsets had seconds too. */
function offsetAt(ms: number, format: Intl.DateTimeFormat): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(ms)) ?? [];
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}
