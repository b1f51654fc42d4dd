import type { Problem } from '../people/problem.ts';

const DAY_MS = 86_400_000;

/** A notice period is shorter than this, so a date further away is usually a mistake. */
const FAR_DAYS = 400;

/** Nobody reads more warnings of one kind, and a roster of many years may give one for each entry. */
const MAX_WARNINGS = 200;

/**
 * Warns of a date that is far away from now.
 *
 * @param written - the date as the file has it
 * @returns the warning, and in which direction the date lies
 */
export function describeFarDate(
  written: string,
  ms: number,
  nowMs: number,
): { isPast: boolean; message: string } | undefined {
  const distanceMs = Math.abs(ms - nowMs);
  if (distanceMs <= FAR_DAYS * DAY_MS) return undefined;
  const days = Math.round(distanceMs / DAY_MS);
  const isPast = ms < nowMs;
  const far = days < 730 ? `${days} days` : `${Math.round(days / 365.25)} years`;
  return { isPast, message: `the date ${written} is ${far} ${isPast ? 'ago' : 'ahead'}: check the year` };
}

/** Puts warnings in the order of the file, and cuts a long list, saying how many are left out. */
export function toWarningList(warnings: readonly Problem[], file: string): readonly Problem[] {
  const sorted = warnings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  if (sorted.length <= MAX_WARNINGS) return sorted;
  const rest = { message: `${sorted.length - MAX_WARNINGS} more warnings of this kind`, file };
  return [...sorted.slice(0, MAX_WARNINGS), rest];
}
