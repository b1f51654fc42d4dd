import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRosters } from '../../src/roster/changes.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

function mentionsOf(text: string, file = 'r.yml') {
  const { mentions, problems } = parseRoster(Buffer.from(text), file);
  expect(problems).toEqual([]);
  return mentions;
}

/** The lines of the entries in `now` that `before` does not have. */
function addedLines(before: string, now: string): (string | undefined)[] {
  const { added } = compareRosters({ now: mentionsOf(now, 'now.yml'), before: mentionsOf(before, 'before.yml') });
  return added.map(({ source }) => source.split(':')[1]);
}

const dated = (effective: string) => `- user_id: U1234\n  effective: ${effective}\n`;

describe('compareRosters', () => {
  it.each([
    ['everybody when there was nobody', '', '- U1234\n- U5678\n', ['1', '2']],
    ['nobody when nothing changed', '- U1234\n', '- U1234\n', []],
    ['nobody when everybody is gone', '- U1234\n', '[]', []],
    ['a new person', '- U1234\n', '- U5678\n- U1234\n', ['1']],
    ['nobody for another order', '- U1234\n- U5678\n', '- U5678\n- U1234\n', []],
    ['nobody for another form of the entry', '- U1234\n', 'version: 1\nleavers:\n  - user_id: U1234\n', []],
    [
      'nobody for ticket, name, note and keys of the house',
      '- U1234\n',
      '- {user_id: U1234, ticket: 1, name: J, note: n, x-y: [1]}\n',
      [],
    ],
    ['another day', dated('2026-01-01'), dated('2026-01-02'), ['1']],
    ['a moment a second later', dated('2026-01-01T00:00:00Z'), dated('2026-01-01T00:00:01Z'), ['1']],
    ['a moment a millisecond later', dated('2026-01-01'), dated('2026-01-01T00:00:00.001Z'), ['1']],
    [
      'nobody for the same moment as a date and with an offset',
      dated('2026-01-01'),
      dated('2026-01-01T05:30:00+05:30'),
      [],
    ],
    ['nobody for a quoted date', dated('2026-01-01'), dated('"2026-01-01"'), []],
    ['a date that came', '- U1234\n', dated('2026-01-01'), ['1']],
    ['a date that went', dated('2026-01-01'), '- U1234\n', ['1']],
    ['the first moment of 1970, which is not at once', '- U1234\n', dated('1970-01-01'), ['1']],
    ['nobody for the case of an address', '- jo@example.com\n', '- email: JO@Example.com\n', []],
    ['another address', '- jo@example.com\n', '- joe@example.com\n', ['1']],
    ['nobody for an address beside the same ID', '- U1234\n', '- {user_id: U1234, email: jo@example.com}\n', []],
    [
      'nobody for another address beside the same ID',
      '- {user_id: U1234, email: a@example.com}\n',
      '- {user_id: U1234, email: b@example.com}\n',
      [],
    ],
    ['nobody for a further entry that is due later', '- U1234\n', `- U1234\n${dated('2026-01-01')}`, []],
    [
      'every entry of a person with a further one that is due sooner',
      dated('2026-01-01'),
      `${dated('2026-01-01')}- U1234\n`,
      ['1', '3'],
    ],
    ['nobody when the later of two entries went', `- U1234\n${dated('2026-01-01')}`, '- U1234\n', []],
    ['what is left when the sooner of two entries went', `- U1234\n${dated('2026-01-01')}`, dated('2026-01-01'), ['1']],
    ['both of two new entries that are the same', '', '- U1234\n- U1234\n', ['1', '2']],
    ['an ID of another case of letters only if it is another ID', '- U1234\n', '- W1234\n', ['1']],
  ])('keeps %s', (_name, before, now, lines) => {
    expect(addedLines(before, now)).toEqual(lines);
  });

  it('returns the entries as they are, in their order', () => {
    const now = mentionsOf('- U1234\n- {user_id: U5678, ticket: HR-1, effective: 2026-01-01}\n- jo@example.com\n');
    expect(compareRosters({ now, before: mentionsOf('- jo@example.com\n') }).added).toEqual([
      { userId: 'U1234', source: 'r.yml:1' },
      { userId: 'U5678', ticket: 'HR-1', effectiveMs: Date.UTC(2026, 0, 1), source: 'r.yml:2' },
    ]);
  });

  const entry = fc.record({
    user: fc.constantFrom('U1234', 'U5678', 'jo@example.com', 'JO@example.com'),
    day: fc.option(fc.constantFrom('2026-01-01', '"2026-01-01T01:00:00+01:00"', '2026-02-01')),
  });
  const write = ({ user, day }: { user: string; day: string | null }) =>
    `- ${user.includes('@') ? 'email' : 'user_id'}: ${user}\n${day === null ? '' : `  effective: ${day}\n`}`;
  const rosters = fc.array(entry, { maxLength: 8 });

  it('keeps exactly those who were not there or are due at another moment now, whatever the files', () => {
    const moment = (day: string | null) =>
      day === null ? Number.NEGATIVE_INFINITY : Date.parse(day.replaceAll('"', ''));
    type Entries = readonly { user: string; day: string | null }[];
    const firstOf = (entries: Entries, person: string) =>
      Math.min(...entries.filter(({ user }) => user.toLowerCase() === person).map(({ day }) => moment(day)));
    fc.assert(
      fc.property(rosters, rosters, rosters, (one, other, now) => {
        const before = [
          ...mentionsOf(one.map(write).join(''), 'a.yml'),
          ...mentionsOf(other.map(write).join(''), 'b.yml'),
        ];
        const all = mentionsOf(now.map(write).join(''));
        const expected = all.filter((_, index) => {
          const person = now[index]?.user.toLowerCase() ?? '';
          return firstOf([...one, ...other], person) !== firstOf(now, person);
        });
        expect(compareRosters({ now: all, before }).added).toEqual(expected);
      }),
      { numRuns: runs(300) },
    );
  });

  it('says who was removed, by ID or by where the person stood, and never by address', () => {
    const before = mentionsOf('- U1234\n- jo@example.com\n- U5678\n', 'before.yml');
    expect(compareRosters({ before, now: mentionsOf('- U5678\n') })).toEqual({
      added: [],
      removed: [{ userId: 'U1234', source: 'before.yml:1' }, { source: 'before.yml:2' }],
      moved: [],
    });
  });

  it('says whose moment moved, from when to when', () => {
    const before = mentionsOf(`${dated('2026-01-01')}- U5678\n`, 'before.yml');
    const now = mentionsOf(`${dated('2026-02-01')}- {user_id: U5678, effective: 2026-03-01}\n`);
    expect(compareRosters({ before, now }).moved).toEqual([
      { userId: 'U1234', source: 'r.yml:1', fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 1, 1) },
      { userId: 'U5678', source: 'r.yml:3', fromMs: undefined, toMs: Date.UTC(2026, 2, 1) },
    ]);
  });

  describe('where others have changed the roster since', () => {
    const before = mentionsOf('- U1111\n', 'before.yml');
    it.each([
      ['adds who is new in the head and still there', '- U1111\n- U2222\n', '- U1111\n- U2222\n- U3333\n', ['2']],
      ['adds nobody who is gone again', '- U1111\n- U2222\n', '- U1111\n- U3333\n', []],
      ['adds who is new, at the moment of now', '- U1111\n- U1234\n', `- U1111\n${dated('2026-01-01')}`, ['2']],
      ['adds nobody whose moment is as it was before', dated('2026-01-01').replace('U1234', 'U1111'), '- U1111\n', []],
    ])('it %s', (_name, head, now, lines) => {
      const { added } = compareRosters({ before, head: mentionsOf(head, 'head.yml'), now: mentionsOf(now, 'now.yml') });
      expect(added.map(({ source }) => source.split(':')[1])).toEqual(lines);
    });
  });
});
