import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { parseTimeZone } from '../../src/roster/time-zone.ts';
import { runs } from '../support/runs.ts';

const DAY_MS = 86_400_000;

function startOfDay(date: string, zone: string): number {
  const parsed = parseTimeZone(zone);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.startOfDay(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

describe('the first moment of a day', () => {
  it.each([
    ['in winter', '2026-11-30', 'Europe/Berlin', '2026-11-29T23:00:00Z'],
    ['in summer', '2026-07-30', 'Europe/Berlin', '2026-07-29T22:00:00Z'],
    ['on the day on which summer time begins', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['on the day after', '2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['on the day on which summer time ends', '2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
    ['west of Greenwich', '2026-11-30', 'America/Los_Angeles', '2026-11-30T08:00:00Z'],
    ['half an hour off', '2026-11-30', 'Asia/Kolkata', '2026-11-29T18:30:00Z'],
    ['in UTC', '2026-11-30', 'UTC', '2026-11-30T00:00:00Z'],
    ['far east', '2026-11-30', 'Pacific/Kiritimati', '2026-11-29T10:00:00Z'],
    ['far west', '2026-11-30', 'Pacific/Pago_Pago', '2026-11-30T11:00:00Z'],
    ['where midnight is skipped', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['where midnight is skipped in spring', '2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['where midnight comes twice', '2025-11-02', 'America/Havana', '2025-11-02T04:00:00Z'],
    ['where the hour before midnight comes twice', '2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00Z'],
    ['where the day does not exist', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['after the day that does not exist', '2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['before the day that does not exist', '2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00Z'],
    ['where a day came twice', '1969-09-30', 'Pacific/Kwajalein', '1969-09-29T13:00:00Z'],
  ])('%s', (_name, date, zone, moment) => {
    expect(new Date(startOfDay(date, zone)).toISOString()).toBe(moment.replace('Z', '.000Z'));
  });

  const zones = Intl.supportedValuesOf('timeZone');
  const anyDay = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY_MS, max: Date.UTC(2100, 0, 1) / DAY_MS });

  it('is the one that Temporal knows, in any zone on any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, (zone, day) => {
        expectAsTemporal(zone, day);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('is the one that Temporal knows, around every change of clocks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, fc.integer({ min: -2, max: 2 }), (zone, day, distance) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(day * DAY_MS).toZonedDateTimeISO(zone);
        const change = instant.getTimeZoneTransition('next') ?? instant;
        expectAsTemporal(zone, Date.parse(change.toPlainDate().toString()) / DAY_MS + distance);
      }),
      { numRuns: runs(250) },
    );
  });

  function expectAsTemporal(zone: string, day: number): void {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    const expected = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    expect([zone, date, startOfDay(date, zone)]).toEqual([zone, date, expected]);
  }

  it("is the one that Python's zoneinfo knows, where that is installed", () => {
    const dates = Array.from({ length: 400 }, (_, index) => [
      new Date(Date.UTC(2020, 0, 1) + index * 5 * DAY_MS).toISOString().slice(0, 10),
      zones[(index * 37) % zones.length] ?? 'UTC',
    ]);
    const program = [
      'import datetime, json, sys, zoneinfo',
      'def start(date, zone):',
      '    midnight = datetime.datetime.fromisoformat(date).replace(tzinfo=zoneinfo.ZoneInfo(zone))',
      '    there = midnight.astimezone(datetime.timezone.utc).astimezone(midnight.tzinfo)',
      '    exists = there.replace(fold=0) == midnight',
      '    return round(midnight.timestamp() * 1000) if exists else None',
      'print(json.dumps([start(date, zone) for date, zone in json.load(sys.stdin)]))',
    ].join('\n');
    const { status, stdout } = spawnSync('python3', ['-c', program], {
      input: JSON.stringify(dates),
      encoding: 'utf8',
    });
    if (status !== 0) {
      process.stderr.write('SKIPPED: Python 3 with time zones is not installed.\n');
      return;
    }
    const expected: unknown[] = JSON.parse(stdout);
    const wrong = dates.flatMap(([date = '', zone = ''], index) => {
      const ours = startOfDay(date, zone);
      return expected[index] === null || expected[index] === ours ? [] : [[date, zone, ours, expected[index]]];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a time zone', () => {
  it.each([
    ['Berlin', 'another spelling: write Europe/Berlin'],
    ['europe/berlin', 'another spelling: write Europe/Berlin'],
    ['Europe/berlin', 'another spelling: write Europe/Berlin'],
    ['America/new york', 'another spelling: write America/New_York'],
    ['+01:00', 'an offset: it would ignore summer time'],
    ['CEST', 'an abbreviation: write region and city'],
    ['MEZ', 'an abbreviation: write region and city'],
    ['UTC+1', 'an abbreviation: write region and city'],
    ['Europe/Bielefeld', 'text that is not a time zone'],
    ['Jane Doe', 'text that is not a time zone'],
    ['', 'text that is not a time zone'],
    ['A'.repeat(100), 'text that is not a time zone'],
  ])('is refused: %j', (text, got) => {
    expect(parseTimeZone(text)).toEqual({
      ok: false,
      problem: `expected a time zone such as Europe/Berlin, got ${got}`,
    });
  });
});
