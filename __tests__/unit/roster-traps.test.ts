import { describe, expect, it, jest } from '@jest/globals';
import { parseRoster } from '../../src/roster/parse.ts';

// Many tests run side by side, on a machine that may be slow.
jest.setTimeout(120_000);

const MIB = 1024 * 1024;
const LIMIT = 10 * MIB;
/** Seconds of computing; a good roster of 10 MiB takes about as long. */
const MAX_SECONDS = 20;

/** As much of a text as fits into 10 MiB. */
function fill(unit: string, head = '', tail = ''): string {
  const room = LIMIT - Buffer.byteLength(head + tail);
  return head + unit.repeat(Math.floor(room / Buffer.byteLength(unit))) + tail;
}

function series(count: number, unit: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => unit(index)).join('');
}

/** Reads a roster, and measures the time that this process computes, whatever else the machine does. */
function read(text: string): {
  readonly people: number;
  readonly problems: readonly string[];
  readonly seconds: number;
} {
  const bytes = Buffer.from(text);
  const before = process.cpuUsage();
  const { mentions, problems } = parseRoster(bytes, 'r.yml');
  const { user, system } = process.cpuUsage(before);
  const words = problems.map(({ message, line, column }) => `${line ?? '-'}:${column ?? '-'} ${message}`);
  return { people: mentions.length, problems: words, seconds: (user + system) / 1e6 };
}

const NOTE = '- user_id: U001\n  note: ';
const LINES = '-:- expected at most 1000000 lines, got more';
const TOO_LARGE = /^\d+:\d+ expected a roster, got a single entry, value or comment that is too large to be read$/;

describe('a roster of 10 MiB that is a trap is refused in good time', () => {
  it.each<[string, () => string, string | RegExp]>([
    ['blank lines', () => fill('\n'), LINES],
    ['blank lines that end in CR', () => fill('\r'), LINES],
    ['blank lines that end in CR and LF', () => fill('\r\n', '', ' '.repeat(MIB)), LINES],
    ['blank lines in a folded value', () => fill('\n', `${NOTE}>\n    a\n`, '    b\n'), LINES],
    ['blank lines in quotes', () => fill('\n', `${NOTE}"`, '"\n'), LINES],
    ['one alias a line', () => fill('- *e\n', '- &e U001\n'), LINES],
    ['directives', () => fill('%a\n'), LINES],
    [
      'aliases of one entry on one line',
      () => fill('*e,', '[&e {user_id: U001},', ']'),
      '1:600021 expected at most 200000 aliases (*…), got more',
    ],
    [
      'anchors',
      () => series(600_000, (index) => `- &a${index} U001\n`),
      '10001:11 expected at most 10000 anchors (&…), got more',
    ],
    [
      'anchors on one line',
      () => `[${series(700_000, (index) => `&a${index} U001,`)}]`,
      /expected at most 10000 anchors/,
    ],
    ['tags of one value', () => fill('!a ', '- '), TOO_LARGE],
    ['brackets', () => fill('['), '1:65 expected at most 64 nested levels, got more'],
    ['braces', () => fill('{a: '), '1:254 expected at most 64 nested levels, got more'],
    ['dashes', () => fill('- '), '1:128 expected at most 64 nested levels, got more'],
    [
      'keys within keys',
      () => series(4000, (depth) => `${' '.repeat(depth)}a:\n`),
      '64:65 expected at most 64 nested levels, got more',
    ],
    ['anchors of one value', () => fill('&a ', '- '), TOO_LARGE],
    ['commas', () => fill(',', '[', ']'), TOO_LARGE],
    ['colons', () => fill(': '), '1:128 expected at most 64 nested levels, got more'],
    ['one key', () => fill('a', '- ', ': b'), '1:3 not valid YAML here: a key is longer than 1,024 characters'],
    [
      'one tag',
      () => fill('a', '- !', ' U001'),
      '1:3 not valid YAML here: a tag (!…) is not supported; put text that starts with ! in quotes',
    ],
    [
      'one text',
      () => fill('ä'),
      '1:1 expected a list of entries, each beginning with "- ", or "leavers:" with such a list, got text',
    ],
    [
      'one address',
      () => fill('a', '- email: jo@', '.example'),
      /^1:10 "email": expected .*, got a value of more than 1000 characters$/,
    ],
    [
      'one ticket',
      () => fill('x', `- user_id: U001\n  ticket: `),
      /^2:11 "ticket": expected .*, got text that is too long$/,
    ],
  ])('%s', (_name, text, problem) => {
    const { people, problems, seconds } = read(text());
    expect([problems.length, problems[0]]).toEqual([
      1,
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ]);
    expect(people).toBeLessThan(220_000);
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });

  it('a million unknown keys in one mapping', () => {
    const { problems, seconds } = read(series(950_000, (index) => `k${index}: 1\n`));
    expect(problems.length).toBe(1001);
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });

  it('a million empty entries', () => {
    const { problems, seconds } = read(fill('{},', '[', ']'));
    expect(problems.length).toBe(1001);
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });
});

describe('a roster of 10 MiB that is odd is read in good time', () => {
  it.each<[string, () => string, number]>([
    ['one note', () => fill('x', NOTE), 1],
    ['one note of many lines', () => fill('    twenty characters\n', `${NOTE}|\n`), 1],
    ['one comment', () => fill('#', '- U001 '), 1],
    ['blanks', () => fill(' '), 0],
    [
      'a long comment within brackets',
      () => `[${'U001,'.repeat(7000)}{user_id: U001} \n${'# a\n'.repeat(120_000)}, ${'U002,'.repeat(7000)}]`,
      14_001,
    ],
    ['one anchor', () => fill('a', '- &', ' U001'), 1],
    ['keys of the house in one mapping', () => `${series(50_000, (index) => `x-${index}: 1\n`)}leavers: [U001]\n`, 1],
  ])('%s', (_name, text, expected) => {
    const { people, problems, seconds } = read(text());
    expect([people, problems]).toEqual([expected, []]);
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });
});

describe('the bounds of a roster', () => {
  it.each([
    [1_000_000, 0],
    [1_000_001, 1],
  ])('%i lines: %i problems', (lines, count) => {
    expect(read('\n'.repeat(lines - 1)).problems.filter((problem) => problem === LINES)).toHaveLength(count);
  });
});

describe('aliases', () => {
  it('of a large entry read it once', () => {
    const own = series(2000, (index) => `x-${index}: 1, `);
    const { people, problems, seconds } = read(`x-e: &e {user_id: U001, ${own}}\nleavers:\n${'- *e\n'.repeat(20_000)}`);
    expect([people, problems]).toEqual([20_000, []]);
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });
});
