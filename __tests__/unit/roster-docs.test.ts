import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseRoster } from '../../src/roster/parse.ts';

const page = readFileSync(new URL('../../docs/roster.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
/** Rows of tables whose first cell is what to write: `last_day: 2026-12-15`. */
const dateRows = [...page.matchAll(/^\| `((?:last_day|effective): [^`]+)` \| (?:signed|the same)/gm)].map(
  ([, text = '']) => text,
);
const mistakes = [...page.matchAll(/^\| `([^`]+)` \| `([^`]+)`/gm)].map(
  ([, wrong = '', right = '']) => [wrong, right] as const,
);

const read = (text: string) => parseRoster(Buffer.from(text), 'hr.yml', Date.UTC(2026, 10, 25));
/** A line of the page, in an entry if it is a key. */
const toRoster = (line: string): string => {
  if (/^-/.test(line)) return `${line}\n`;
  return line.startsWith('user_id') ? `- ${line}\n` : `- user_id: U024B4DEF\n  ${line}\n`;
};

describe('the page for people who write rosters', () => {
  it('has examples', () => {
    expect([blocks.length, dateRows.length, mistakes.length]).toEqual([5, 4, 5]);
  });

  it.each(blocks)('shows what is read without a problem: %j', (text) => {
    expect(read(text).problems).toEqual([]);
  });

  it('names as many people as its examples hold', () => {
    expect(blocks.map((text) => read(text).mentions.length)).toEqual([1, 3, 2, 0, 1]);
  });

  it('says of dates what is done', () => {
    const zone = 'time_zone: Europe/Berlin\nleavers:\n';
    const moments = dateRows.map((line) => {
      const [mention] = read(`${zone}  - user_id: U024B4DEF\n    ${line}\n`).mentions;
      return new Date(mention?.effectiveMs ?? 0).toISOString();
    });
    expect(moments).toEqual([
      '2026-12-15T23:00:00.000Z',
      '2026-12-14T23:00:00.000Z',
      '2026-12-15T16:00:00.000Z',
      '2026-12-15T16:00:00.000Z',
    ]);
  });

  it.each(mistakes)('calls wrong what is refused, and right what is read: %s', (wrong, right) => {
    expect([read(toRoster(wrong)).problems.length, read(toRoster(right)).problems]).toEqual([1, []]);
  });
});
