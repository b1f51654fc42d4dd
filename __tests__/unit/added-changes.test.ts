import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepAdded } from '../../src/roster/changes.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

function mentionsOf(text: string, file = 'r.yml') {
  const { mentions, problems } = parseRoster(Buffer.from(text), file);
  expect(problems).toEqual([]);
  return mentions;
}

/** The lines of the entries in `now` that `before` does not have. */
function addedLines(before: string, now: string): (string | undefined)[] {
  return keepAdded(mentionsOf(now, 'now.yml'), mentionsOf(before, 'before.yml')).map(
    ({ source }) => source.split(':')[1],
  );
}

const dated = (effective: string) => `- user_id: U1234\n  effective: ${effective}\n`;

describe('keepAdded', () => {
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
    ['the other of two entries of a person', '- U1234\n', `- U1234\n${dated('2026-01-01')}`, ['2']],
    ['nobody when one of two entries went', `- U1234\n${dated('2026-01-01')}`, dated('2026-01-01'), []],
    ['both of two new entries that are the same', '', '- U1234\n- U1234\n', ['1', '2']],
    ['an ID of another case of letters only if it is another ID', '- U1234\n', '- W1234\n', ['1']],
  ])('keeps %s', (_name, before, now, lines) => {
    expect(addedLines(before, now)).toEqual(lines);
  });

  it('returns the entries as they are, in their order', () => {
    const now = mentionsOf('- U1234\n- {user_id: U5678, ticket: HR-1, effective: 2026-01-01}\n- jo@example.com\n');
    expect(keepAdded(now, mentionsOf('- jo@example.com\n'))).toEqual([
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

  it('keeps exactly those whose person and moment were not there, whatever the files', () => {
    const key = ({ user, day }: { user: string; day: string | null }) =>
      `${user.toLowerCase()} ${day === null ? '' : Date.parse(day.replaceAll('"', ''))}`;
    fc.assert(
      fc.property(rosters, rosters, rosters, (one, other, now) => {
        const before = [
          ...mentionsOf(one.map(write).join(''), 'a.yml'),
          ...mentionsOf(other.map(write).join(''), 'b.yml'),
        ];
        const known = new Set([...one, ...other].map(key));
        const all = mentionsOf(now.map(write).join(''));
        expect(keepAdded(all, before)).toEqual(
          all.filter((_, index) => !known.has(key(now[index] ?? { user: '', day: null }))),
        );
      }),
      { numRuns: runs(300) },
    );
  });
});
