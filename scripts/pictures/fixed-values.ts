import { createHash } from 'node:crypto';

const MOMENT = '2026-11-24 16:17:04 UTC';

/** A made-up value of so many hexadecimal digits, the same for the same number. */
function hex(seed: number, digits: number): string {
  return createHash('sha256').update(`made up ${seed}`).digest('hex').slice(0, digits);
}

/**
 * Puts fixed, made-up values of the same form in the place of what differs from run to run: when the run was and how long it took,
 * Slack's request IDs, the report's hash, and the simulator's address, for which Slack's own host stands. Far dates come nearer:
 * somebody who is not due yet has to be so on whatever day the pictures are made. Nothing else is changed.
 */
export function withFixedValues(markdown: string, took: string): string {
  let seed = 0;
  const known = new Map<string, string>();
  const fixed = (value: string): string => {
    const replacement = known.get(value) ?? hex(seed++, value.length);
    known.set(value, replacement);
    return replacement;
  };
  return markdown
    .replaceAll(/127\.0\.0\.1:\d+/g, 'slack.com')
    .replaceAll(/\b\d{4}-\d{2}-\d{2} [\d:]+ UTC, [\d.]+ s/g, `${MOMENT}, ${took}`)
    .replaceAll(/\b2099(-\d{2}-\d{2} [\d:]+ UTC)/g, '2026$1')
    .replaceAll(/`([0-9a-f]{64}|[0-9a-f]{32})`/g, (_, value: string) => `\`${fixed(value)}\``);
}
