import { createHash } from 'node:crypto';
import { daysSince, shiftDates } from '../demo/dates.ts';
import { PICTURE_DAY } from '../demo/rosters.ts';

/** A made-up value of so many hexadecimal digits, the same for the same number. */
function hex(seed: number, digits: number): string {
  return createHash('sha256').update(`made up ${seed}`).digest('hex').slice(0, digits);
}

/**
 * Puts fixed, made-up values of the same form in the place of what differs from run to run: days, as if the run had been
 * on the day of the roster, the time of day and how long things took, Slack's request IDs, the hashes, and the
 * simulator's address, for which Slack's own host stands. Nothing else is changed.
 */
export function withFixedValues(markdown: string, took: string): string {
  let seed = 0;
  const known = new Map<string, string>();
  const fixed = (value: string): string => {
    const replacement = known.get(value) ?? hex(seed++, value.length);
    known.set(value, replacement);
    return replacement;
  };
  return shiftDates(markdown, -daysSince(PICTURE_DAY))
    .replaceAll(/127\.0\.0\.1:\d+/g, 'slack.com')
    .replaceAll(/(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2} UTC(, [\d.]+ s\.)?/g, (_all, day: string, end?: string) =>
      end === undefined ? `${day} 16:17:04 UTC` : `${day} 16:17:04 UTC, ${took}.`,
    )
    .replaceAll(/\b(\d+) d \d+ h\b/g, '$1 d 8 h')
    .replaceAll(/\b\d+ h \d+ min\b/g, '16 h 17 min')
    .replaceAll(/`([0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{12})`/g, (_, value: string) => `\`${fixed(value)}\``);
}
