import type { Mention } from '../people/mention.ts';
import { describeFarDate } from './date-warnings.ts';
import { isFourDigitYear } from './dates.ts';
import type { RosterHandler } from './document.ts';
import type { RosterEntry } from './entry.ts';
import type { ReportAt } from './nodes.ts';
import { type StartOfDay, startOfUtcDay } from './time-zone.ts';

/** The entries of one file. Days become moments once it is known whether the file names a time zone. */
export interface EntryList extends RosterHandler {
  /** In the order of the file; until `settle`, days begin in UTC. */
  readonly mentions: readonly Mention[];
  /** Applies the file's time zone to all days, wherever in the file it is. */
  settle(): void;
  /** Warns of what is doubtful about dates; `nowMs` absent: not of dates that are far away. */
  warnOfDates(nowMs: number | undefined, reports: { warn: ReportAt; warnOfPast: ReportAt }): void;
}

interface DateOfMention {
  readonly index: number;
  readonly offset: number;
  readonly day: number | undefined;
  readonly written: string;
}

const NO_TIME_ZONE =
  'without "time_zone" this day ends at midnight UTC, while half the world is at work: add a line such as "time_zone: Europe/Berlin" at the top, above "leavers:"';

/** Creates an empty list. */
export function createEntryList(toSource: (offset: number) => string, report: ReportAt): EntryList {
  const mentions: Mention[] = [];
  const dates: DateOfMention[] = [];
  let zone: StartOfDay | undefined;
  let firstLastDay: number | undefined;

  function onEntry({ date, dateOffset = 0, isLastDay, ...rest }: RosterEntry, offset: number): void {
    const mention = { ...rest, source: toSource(offset) };
    if (isLastDay) firstLastDay ??= dateOffset;
    if (date === undefined) return void mentions.push(mention);
    const day = 'day' in date ? date.day : undefined;
    dates.push({ index: mentions.length, offset: dateOffset, day, written: date.written });
    mentions.push({ ...mention, effectiveMs: 'ms' in date ? date.ms : startOfUtcDay(date.day) });
  }

  function settle(): void {
    for (const { index, day, offset } of dates) {
      const mention = mentions[index];
      if (day === undefined || mention === undefined) continue;
      const effectiveMs = (zone ?? startOfUtcDay)(day);
      if (zone !== undefined) mentions[index] = { ...mention, effectiveMs };
      if (!isFourDigitYear(effectiveMs)) report(offset, 'expected a four-digit year in UTC, got another');
    }
  }

  function warnOfDates(
    nowMs: number | undefined,
    { warn, warnOfPast }: { warn: ReportAt; warnOfPast: ReportAt },
  ): void {
    if (firstLastDay !== undefined && zone === undefined) warn(firstLastDay, NO_TIME_ZONE);
    if (nowMs === undefined) return;
    for (const { index, offset, written } of dates) {
      const far = describeFarDate(written, mentions[index]?.effectiveMs ?? nowMs, nowMs);
      if (far !== undefined) (far.isPast ? warnOfPast : warn)(offset, far.message);
    }
  }

  const onTimeZone = (startOfDay: StartOfDay): void => {
    zone = startOfDay;
  };
  return { mentions, onEntry, onTimeZone, settle, warnOfDates };
}
