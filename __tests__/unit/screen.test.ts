import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysSince, shiftDates } from '../../scripts/demo/dates.ts';
import { createPaint, renderTable, WIDTH, wrap } from '../../scripts/demo/screen.ts';

const plain = createPaint(false, {});

describe('colours', () => {
  it.each<[string, boolean, Record<string, string>, string]>([
    ['on a terminal', true, {}, '\u001b[31ma\u001b[0m'],
    ['not elsewhere', false, {}, 'a'],
    ['not under NO_COLOR', true, { NO_COLOR: '1' }, 'a'],
    ['under an empty NO_COLOR', true, { NO_COLOR: '' }, '\u001b[31ma\u001b[0m'],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, 'a'],
  ])('are shown %s', (_name, isTerminal, env, shown) => {
    expect(createPaint(isTerminal, env)('red', 'a')).toBe(shown);
  });
});

describe('a table', () => {
  it('has aligned columns, and breaks its widest one to fit', () => {
    expect(
      renderTable(
        [
          ['a', 'meaning'],
          ['one', 'several words that need two lines'],
        ],
        plain,
        24,
      ),
    ).toEqual(['a    meaning', 'one  several words that', '     need two lines']);
  });

  it('is never wider than the screen, whatever is in four columns', () => {
    const cell = fc.string({ maxLength: 200 }).map((text) => text.replaceAll(/\s/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(renderTable(rows, plain).filter((line) => line.length > WIDTH)).toEqual([]);
      }),
    );
  });
});

it('a broken text keeps its words, its first indent and the one of the other lines', () => {
  expect(wrap('one two three', 8, '    ', '  ')).toEqual(['  one', '    two', '    thre', '    e']);
});

describe('dates', () => {
  it('move by whole days, with the time behind them, and not in names of files', () => {
    expect(shiftDates('effective: 2026-11-30T17:00:00+01:00 # in 2026-11.yml or 2026-11-30.yml', 2)).toBe(
      'effective: 2026-12-02T17:00:00+01:00 # in 2026-11.yml or 2026-11-30.yml',
    );
  });

  it('count from the day named', () => {
    expect(daysSince('2026-11-24', Date.parse('2026-11-25T23:59:59Z'))).toBe(1);
  });
});
