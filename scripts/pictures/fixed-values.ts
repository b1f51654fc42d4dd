import { createHash } from 'node:crypto';

const START_MS = Date.UTC(2026, 10, 24, 16, 17, 4);
const STEP_MS = 8_000;

/** A made-up value of so many hexadecimal digits, the same for the same number. */
function hex(seed: number, digits: number): string {
  return createHash('sha256').update(`made up ${seed}`).digest('hex').slice(0, digits);
}

/**
 * Puts fixed, made-up values of the same form in the place of what differs from run to run: moments of the run,
 * Slack's request IDs, hashes, and the simulator's address, for which Slack's own host stands. Far dates come nearer:
 * somebody who is not due yet has to be so on whatever day the pictures are made. Nothing else is changed.
 */
export function withFixedValues(markdown: string): string {
  let moments = 0;
  let seed = 0;
  const known = new Map<string, string>();
  const fixed = (value: string): string => {
    const replacement = known.get(value) ?? hex(seed++, value.length);
    known.set(value, replacement);
    return replacement;
  };
  return markdown
    .replaceAll(/127\.0\.0\.1:\d+/g, 'slack.com')
    .replaceAll(/\b(\d{4})(-\d{2}-\d{2}) \d{2}:\d{2}(:\d{2})? UTC/g, (moment, year: string, day: string) =>
      year === '2099' ? moment.replace(`${year}${day}`, `2026${day}`) : toText(START_MS + STEP_MS * moments++),
    )
    .replaceAll(/`([0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{12})`/g, (_, value: string) => `\`${fixed(value)}\``);
}

function toText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
