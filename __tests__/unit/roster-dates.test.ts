import { describe, expect, it } from '@jest/globals';
import { parseRoster, type Roster } from '../../src/roster/parse.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 86_400_000;

const parse = (text: string, nowMs?: number): Roster => parseRoster(Buffer.from(text), 'hr.yml', nowMs);
const momentsOf = (text: string): unknown[] => {
  const { mentions, problems } = parse(text);
  expect(problems).toEqual([]);
  return mentions.map(({ effectiveMs }) => new Date(effectiveMs ?? 0).toISOString().replace(':00.000Z', 'Z'));
};
const words = (problems: Roster['warnings']): string[] =>
  problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

const NO_ZONE =
  'without "time_zone" this day ends at midnight UTC, while half the world is at work: add a line such as "time_zone: Europe/Berlin" at the top, above "leavers:"';

describe('the last day of a person', () => {
  it('ends at midnight UTC where there is no time zone', () => {
    expect(momentsOf('- {user_id: U001, last_day: 2026-11-30}\n')).toEqual(['2026-12-01T00:00Z']);
  });

  it('ends at midnight in the time zone of the file', () => {
    const text = 'time_zone: America/Los_Angeles\nleavers:\n- {user_id: U001, last_day: 2026-12-31}\n';
    expect(momentsOf(text)).toEqual(['2027-01-01T08:00Z']);
  });

  it('ends with the day, however long the day is', () => {
    const days = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'];
    const text = `time_zone: Europe/Berlin\nleavers:\n${days.map((day) => `- {user_id: U001, last_day: ${day}}\n`).join('')}`;
    expect(momentsOf(text)).toEqual([
      '2026-03-28T23:00Z',
      '2026-03-29T22:00Z',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
    ]);
  });

  it.each([
    ['first', (zone: string, list: string) => `${zone}leavers:\n${list}`],
    ['last', (zone: string, list: string) => `leavers:\n${list}${zone}`],
  ])('is the same if the time zone is %s, in a long file too', (_name, join) => {
    const list = '- {user_id: U001, last_day: 2026-11-30}\n- {user_id: U002, effective: 2026-12-01}\n'.repeat(400);
    const moments = momentsOf(join('time_zone: Asia/Tokyo\n', list));
    expect([moments.length, new Set(moments)]).toEqual([800, new Set(['2026-11-30T15:00Z'])]);
  });

  it('takes no time zone for a time that has an offset', () => {
    const text = 'time_zone: Asia/Tokyo\nleavers:\n- {user_id: U001, effective: 2026-11-30T17:00+01:00}\n';
    expect(momentsOf(text)).toEqual(['2026-11-30T16:00Z']);
  });

  it('is the one of the anchor, where aliases stand', () => {
    const text =
      'leavers:\n- &a {user_id: U001, last_day: &d 2026-11-30}\n- *a\n- {user_id: U002, last_day: *d}\ntime_zone: Asia/Tokyo\n';
    expect(momentsOf(text)).toEqual(Array.from({ length: 3 }, () => '2026-11-30T15:00Z'));
  });

  it('is refused where its end has a year of five digits', () => {
    expect(words(parse('- {user_id: U001, last_day: 9999-12-31}\n').problems)).toEqual([
      'hr.yml:1:29 expected a four-digit year in UTC, got another',
    ]);
  });
});

describe('a roster is warned of', () => {
  it('for its first last_day without time zone, once', () => {
    const text = '- {user_id: U001, effective: 2026-11-30}\n- {user_id: U002, last_day: 2026-11-30}\n'.repeat(3);
    expect(words(parse(text, NOW).warnings)).toEqual([`hr.yml:2:29 ${NO_ZONE}`]);
  });

  it('not for a last_day with a time zone, wherever that is', () => {
    const text = 'leavers:\n- {user_id: U002, last_day: 2026-11-30}\ntime_zone: UTC\n';
    expect(parse(text, NOW).warnings).toEqual([]);
  });

  it.each([
    ['2062-11-30', 'the date 2062-11-30 is 36 years ahead: check the year'],
    ['2028-01-31', 'the date 2028-01-31 is 432 days ahead: check the year'],
    ['2027-12-31T12:00Z', 'the date 2027-12-31 is 401 days ahead: check the year'],
  ])('for a date far ahead: %s', (date, message) => {
    const { warnings, pastWarnings, problems } = parse(`- user_id: U001\n  effective: ${date}\n`, NOW);
    expect([words(warnings), pastWarnings, problems]).toEqual([[`hr.yml:2:14 ${message}`], [], []]);
  });

  it.each([
    ['2016-11-30', 'the date 2016-11-30 is 10 years ago: check the year'],
    ['2025-10-20', 'the date 2025-10-20 is 402 days ago: check the year'],
  ])('for a date long past, apart from the others: %s', (date, message) => {
    const { warnings, pastWarnings } = parse(`- user_id: U001\n  effective: ${date}\n`, NOW);
    expect([warnings, words(pastWarnings)]).toEqual([[], [`hr.yml:2:14 ${message}`]]);
  });

  it.each([
    ['effective: 2025-01-01', 'Asia/Tokyo', '2025-01-01'],
    ['last_day: 2027-12-31', 'America/Los_Angeles', '2027-12-31'],
    ['effective: 2028-01-01T00:30+09:00', 'UTC', '2028-01-01'],
  ])('with the date that is in the file, whatever it is in UTC: %s in %s', (line, zone, written) => {
    const text = `time_zone: ${zone}\nleavers:\n- user_id: U001\n  ${line}\n`;
    const { warnings, pastWarnings } = parse(text, NOW);
    expect(words([...warnings, ...pastWarnings])).toEqual([expect.stringContaining(`the date ${written} is`)]);
  });

  it.each([400, -400, 1, -1])('not for a date %i days away', (days) => {
    const date = new Date(NOW + days * DAY_MS).toISOString();
    const { warnings, pastWarnings } = parse(`- user_id: U001\n  effective: ${date}\n`, NOW);
    expect([warnings, pastWarnings]).toEqual([[], []]);
  });

  it('not for dates where nobody says what time it is', () => {
    expect(parse('- {user_id: U001, effective: 2062-11-30}\n')).toMatchObject({ warnings: [], pastWarnings: [] });
  });

  it('two hundred times at most', () => {
    const { warnings } = parse('- {user_id: U001, effective: 2062-11-30}\n'.repeat(203), NOW);
    expect([warnings.length, warnings.at(-1)]).toEqual([
      201,
      { message: '3 more warnings of this kind', file: 'hr.yml' },
    ]);
  });
});

describe('a text that swallows the entries below it', () => {
  const lost = (key: string): string =>
    `the text of ${key} looks like an entry from here on, but is read as text and names nobody: indent the entry like the others`;

  it.each([
    ['a note with |', '- user_id: U001\n  note: |\n    a\n    - user_id: U002\n', `hr.yml:4:5 ${lost('"note"')}`],
    ['a note with >', '- user_id: U001\n  note: >\n    - user_id: U002\n', `hr.yml:3:5 ${lost('"note"')}`],
    ['a name in quotes', '- user_id: U001\n  name: "Jo\n    - U012AB3CD\n    "\n', `hr.yml:3:5 ${lost('"name"')}`],
    ['a name without quotes', '- user_id: U001\n  name: Jo\n    - jo@example.com\n', `hr.yml:3:5 ${lost('"name"')}`],
    ['a custom key', '- user_id: U001\n  x-a: |\n    - email: jo@example.com\n', `hr.yml:3:5 ${lost('this key')}`],
    ['a custom key at the top', 'x-a: |\n  - U012AB3CD\nleavers: []\n', `hr.yml:2:3 ${lost('this key')}`],
    ['a key of an entry', '- user_id: U001\n  note: |\n    a\n    user_id: U002\n', `hr.yml:4:5 ${lost('"note"')}`],
  ])('is warned of at the first of them: %s', (_name, text, warning) => {
    const { warnings, problems } = parse(text, NOW);
    expect([words(warnings), problems]).toEqual([[warning], []]);
  });

  it.each([
    ['a list of things', '- user_id: U001\n  note: |\n    - keys\n    - laptop: returned\n'],
    ['a mention within a line', '- user_id: U001\n  note: |\n    see also U012AB3CD\n    or jo@example.com\n'],
    ['one line', '- user_id: U001\n  note: "- user_id: U002"\n'],
  ])('is not suspected if it contains other things: %s', (_name, text) => {
    expect(parse(text, NOW)).toMatchObject({ warnings: [], problems: [] });
  });
});
