import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysSince, shiftDates } from './dates.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'examples', 'demo');

/** A roster of `examples/demo`, with dates as if today were the day that it was written for. */
export function readDemoRoster(name: string, writtenFor: string): string {
  return shiftDates(readFileSync(join(FOLDER, name), 'utf8'), daysSince(writtenFor));
}

/** The day for which the roster of the pictures was written. */
export const PICTURE_DAY = '2026-11-24';

/** The roster of the pictures before and after the pull request of the plan. */
export function readPlannedRosters(): { before: string; after: string } {
  const after = readDemoRoster('2026-11.yml', PICTURE_DAY);
  const [earlier = ''] = after.split('  # From here on');
  const day = (date: string): string => shiftDates(date, daysSince(PICTURE_DAY));
  // The pull request also moves a date, and takes somebody out.
  const before = `${earlier.replace(day('2026-11-20'), day('2026-12-04'))}  - user_id: W079G9IJK\n    ticket: HR-1199\n`;
  return { before, after };
}
