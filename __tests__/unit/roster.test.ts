import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRoster, type Roster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

const FILE = 'offboarding/2026-11.yml';
const MIB = 1024 * 1024;

const parse = (text: string): Roster => parseRoster(new TextEncoder().encode(text), FILE);
const mention = (line: number, rest: object): object => ({ ...rest, source: `${FILE}:${line}` });
const good = (...mentions: object[]): object => ({ mentions, problems: [], warnings: [], pastWarnings: [] });

/** Problems as `line:column message`, to keep the tables short. */
const NOT_UTF8 = 'expected text in UTF-8, got a byte that is not UTF-8: save the file as UTF-8';
const problemsOf = (text: string): string[] =>
  parse(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

const ENTRY_KEYS =
  'expected one of the keys user_id, email, effective, last_day, ticket, name, note, or one that starts with x-';
const ROSTER_KEYS = 'expected one of the keys version, time_zone, leavers, or one that starts with x-';
const DATES = 'expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00';
const TICKETS = 'expected one line of at most 200 characters';
const ENTRIES = 'expected a user ID, an e-mail address, or lines that start with "user_id: …" or "email: …"';
const CHANNEL = 'expected a user ID (U… or W…), got "C012AB3CD": that is a channel ID (C…)';
const TOP = 'expected a list of entries, each beginning with "- ", or "leavers:" with such a list';
const LEAVERS = '"leavers": expected a list of entries, each beginning with "- "';
const NO_LEAVERS = 'expected the key "leavers", got none; its list may be empty';
const TWICE = 'expected each key once, got the same key twice';
const PERSON_TWICE = 'expected "user_id" once in an entry, got it twice: put "- " before the first line of each person';
const NEITHER = 'expected "user_id" or "email" in each entry, got neither';
const DOCUMENTS = 'expected one list in the file, got a line "---" that begins another: remove that line';
const DEPTH = 'expected at most 64 nested levels, got more';

describe('a roster', () => {
  it('is read in mapping form, with every key', () => {
    const text = [
      'version: 1',
      'x-team: {lead: [Jo, Ann]}',
      'leavers:',
      '  - user_id: W012A3CDE',
      '    effective: 2026-11-30T17:00:00+01:00',
      '    ticket: HR-1234',
      '    name: Jo',
      '    note: 12',
      '  # a comment',
      '',
      '  - email: jo@example.com',
      '    effective: 2026-12-15',
      '    x-manager: {any: [thing]}',
      '  - {user_id: U012AB3CD, email: spare@example.com}',
      '  - U345AB3CD',
      '  - ann@example.com',
    ].join('\n');
    expect(parse(text)).toEqual(
      good(
        mention(4, { userId: 'W012A3CDE', effectiveMs: Date.UTC(2026, 10, 30, 16), ticket: 'HR-1234' }),
        mention(11, { email: 'jo@example.com', effectiveMs: Date.UTC(2026, 11, 15) }),
        mention(14, { userId: 'U012AB3CD' }),
        mention(15, { userId: 'U345AB3CD' }),
        mention(16, { email: 'ann@example.com' }),
      ),
    );
  });

  it.each([
    ['an empty file', ''],
    ['whitespace', ' \n\n'],
    ['comments', '# nobody\n# yet\n'],
    ['a document mark', '---\n'],
    ['null', 'null\n'],
    ['an empty list', '[]\n'],
    ['empty leavers', 'version: 1\nleavers:\n'],
    ['an empty list of leavers', 'leavers: []\n'],
  ])('may be %s', (_name, text) => {
    expect(parse(text)).toEqual(good());
  });

  it.each([
    ['one entry', '- U001\n', ['U001']],
    ['the same person twice', '- U001\n- U001\n', ['U001', 'U001']],
    ['no line end at the end', '- U001\n- U002', ['U001', 'U002']],
    ['CRLF', '- U001\r\n- U002\r\n', ['U001', 'U002']],
    ['CR alone', '- U001\r- U002\r', ['U001', 'U002']],
    ['a BOM', '\uFEFF- U001\n- U002\n', ['U001', 'U002']],
    ['document marks', '---\n- U001\n...\n', undefined],
    ['a %YAML directive', '%YAML 1.2\n---\n- U001\n', undefined],
    ['JSON', '["U001", "U002"]', undefined],
  ])('may have %s', (_name, text, ids) => {
    const { mentions, problems } = parse(text);
    const expected = ids?.map((userId, index) => mention(index + 1, { userId }));
    expect(problems).toEqual([]);
    expect(mentions).toEqual(expected ?? mentions.map(({ source }, index) => ({ userId: `U00${index + 1}`, source })));
    expect(mentions.length).toBeGreaterThan(0);
  });

  it('shows a BOM and CRLF as no column and no line of their own', () => {
    expect(problemsOf('\uFEFF- C012AB3CD\r\n\r\n-  C012AB3CD\r\n')).toEqual([`1:3 ${CHANNEL}`, `3:4 ${CHANNEL}`]);
  });
});

const missingOffset = (time: string): string =>
  `the offset from UTC is missing; write 2026-11-30T${time}+01:00 with your offset, or last_day: 2026-11-30`;

describe('"effective"', () => {
  it.each([
    ['a date', '2026-11-30', Date.UTC(2026, 10, 30)],
    ['a quoted date', '"2026-11-30"', Date.UTC(2026, 10, 30)],
    ['a leap day', '2028-02-29', Date.UTC(2028, 1, 29)],
    ['UTC', '2026-11-30T17:00:00Z', Date.UTC(2026, 10, 30, 17)],
    ['lower case', '2026-11-30t17:00:00z', Date.UTC(2026, 10, 30, 17)],
    ['an offset ahead of UTC', '2026-11-30T17:00:00+05:30', Date.UTC(2026, 10, 30, 11, 30)],
    ['an offset behind UTC', '2026-12-31T23:00:00-08:00', Date.UTC(2027, 0, 1, 7)],
    ['the largest offset', '2026-11-30T00:00:00-23:59', Date.UTC(2026, 10, 30, 23, 59)],
    ['the date of another day in UTC', '2026-11-30T00:30:00+01:00', Date.UTC(2026, 10, 29, 23, 30)],
    ['a fraction', '2026-11-30T17:00:00.5Z', Date.UTC(2026, 10, 30, 17, 0, 0, 500)],
    ['a fine fraction', '2026-11-30T17:00:00.123999Z', Date.UTC(2026, 10, 30, 17, 0, 0, 123)],
    ['no seconds', '2026-11-30T17:00+01:00', Date.UTC(2026, 10, 30, 16)],
    ['a blank in place of T', '2026-11-30 17:00:30Z', Date.UTC(2026, 10, 30, 17, 0, 30)],
    ['a blank, and no seconds', '2026-11-30 17:00-05:00', Date.UTC(2026, 10, 30, 22)],
    ['the last second of a day', '2026-11-30T23:59:59Z', Date.UTC(2026, 10, 30, 23, 59, 59)],
    ['a year below 100', '0050-01-01', Date.parse('0050-01-01T00:00:00Z')],
  ])('takes %s', (_name, value, effectiveMs) => {
    expect(parse(`- {user_id: U001, effective: ${value}}`)).toEqual(good(mention(1, { userId: 'U001', effectiveMs })));
  });

  it.each([
    ['', 'no value'],
    ['~', 'no value'],
    ['12', 'a number'],
    ['true', 'true or false'],
    ['[2026-11-30]', 'a list: give each person an entry'],
    ['{a: b}', 'keys and values'],
    ['""', 'empty text'],
    ['at the end of May', 'text that is not a date'],
    ['+49 170 1234567', 'text that is not a date'],
    ['2026-02-30', '"2026-02-30": there is no such day'],
    ['2026-02-29', '"2026-02-29": there is no such day'],
    ['2026-00-01', '"2026-00-01": there is no such day'],
    ['2026-13-01', '"2026-13-01": there is no such day'],
    ['30.11.2026', '"30.11.2026": write 2026-11-30'],
    ['2026-1-5', '"2026-1-5": write 2026-01-05'],
    ['30-11-26', '"30-11-26": write the year first'],
    ['2026-11-30T17:00:00', `"2026-11-30T17:00:00": ${missingOffset('17:00:00')}`],
    ['2026-11-30 17:00', `"2026-11-30 17:00": ${missingOffset('17:00')}`],
    ['2026-11-30T24:00:00Z', '"2026-11-30T24:00:00Z": there is no such time of day'],
    ['2026-11-30T23:60:00Z', '"2026-11-30T23:60:00Z": there is no such time of day'],
    ['2026-11-30T23:59:60Z', '"2026-11-30T23:59:60Z": there is no such time of day'],
    ['2026-11-30T23:59:59+24:00', '"2026-11-30T23:59:59+24:00": there is no such offset'],
    ['2026-11-30T23:59:59+01:60', '"2026-11-30T23:59:59+01:60": there is no such offset'],
    ['9999-12-31T23:59:59-00:01', '"9999-12-31T23:59:59-00:01": in UTC its year does not have four digits'],
    [`2026-11-30T23:59:59.${'1'.repeat(60)}Z`, 'text that is too long for a date'],
  ])('refuses %s', (value, found) => {
    const text = `- user_id: U001\n  effective: ${value}\n`;
    expect(problemsOf(text)).toEqual([`2:14 "effective": ${DATES}, got ${found}`]);
  });

  it.each([
    ['20261130', '"20261130": write 2026-11-30'],
    ['46356', 'a number: if a spreadsheet turned the date into a number, write 2026-11-30'],
    ['36526', 'a number: if a spreadsheet turned the date into a number, write 2000-01-01'],
    ['73050', 'a number: if a spreadsheet turned the date into a number, write 2099-12-31'],
    ['36525', 'a number'],
    ['73051', 'a number'],
    ['46356.5', 'a number'],
    ['11/30/2026', '"11/30/2026": write 2026-11-30'],
    ['30/11/2026', '"30/11/2026": write 2026-11-30'],
    ['11/12/2026', '"11/12/2026": write the year first, then the month, then the day: 2026-MM-DD'],
    ['2026/11/30', '"2026/11/30": write 2026-11-30'],
    ['31.11.2026', '"31.11.2026"'],
    ['30. November 2026', 'text that is not a date: write 2026-11-30'],
    ['Nov 30, 2026', 'text that is not a date: write 2026-11-30'],
    ['Monday, 30 November 2026', 'text that is not a date: write 2026-11-30'],
    ['June 31, 2026', 'text that is not a date'],
    ['today', '"today": to sign the person out with the next run, leave "effective" out'],
    ['tomorrow', '"tomorrow"'],
    ['TBD', '"TBD"'],
    ['yes', '"yes"'],
    ['" 2026-11-30"', 'text that is not a date: remove the space before or after the date'],
    [
      '2026-11-30 5pm',
      'text that is not a date: write 2026-11-30T17:00+01:00 with your time and offset, or last_day: 2026-11-30',
    ],
  ])('says what to write in place of %s', (value, found) => {
    expect(problemsOf(`- user_id: U001\n  effective: ${value}\n`)).toEqual([
      `2:14 "effective": ${DATES}, got ${found}`,
    ]);
  });
});

describe('"ticket"', () => {
  it.each([
    ['a text', 'HR-1234', 'HR-1234'],
    ['a number as it was written', '007', '007'],
    ['a hexadecimal number as it was written', '0x1F', '0x1F'],
    ['a fraction as it was written', '1.50', '1.50'],
    ['200 characters', 'x'.repeat(200), 'x'.repeat(200)],
    ['200 characters of two units each', '😀'.repeat(200), '😀'.repeat(200)],
    ['markup, as text', '"<b>|`*"', '<b>|`*'],
  ])('takes %s', (_name, value, ticket) => {
    expect(parse(`- {user_id: U001, ticket: ${value}}`)).toEqual(good(mention(1, { userId: 'U001', ticket })));
  });

  it.each([
    ['201 characters', 'x'.repeat(201), 'text that is too long'],
    ['a number of 201 digits', '1'.repeat(201), 'text that is too long'],
    ['two lines', '"a\\nb"', 'more than one line, or control characters'],
    ['a control character', '"\\e[31m"', 'more than one line, or control characters'],
    ['a line separator', '"a\\Lb"', 'more than one line, or control characters'],
    ['half of a character', '"\\ud83d"', 'half of a character (a lone surrogate)'],
    ['empty text', '""', 'empty text'],
    ['nothing', '~', 'no value'],
    ['a boolean', 'true', 'true or false'],
    ['an infinite number', '.inf', 'a number'],
    ['a list', '[a]', 'a list'],
  ])('refuses %s', (_name, value, found) => {
    expect(problemsOf(`- user_id: U001\n  ticket: ${value}\n`)).toEqual([`2:11 "ticket": ${TICKETS}, got ${found}`]);
  });
});

describe('problems of a roster', () => {
  it.each([
    ['a text', 'nobody', [`1:1 ${TOP}, got text`]],
    ['no leavers', 'version: 1', [`1:1 ${NO_LEAVERS}`]],
    ['an empty mapping', '{}', [`1:1 ${NO_LEAVERS}`]],
    ['another version', 'version: 2\nleavers:', ['1:10 "version": expected 1, got "2"']],
    ['a number of a person as version', 'version: 4711\nleavers:', ['1:10 "version": expected 1, got another number']],
    ['a version as text', 'version: "1"\nleavers:', ['1:10 "version": expected 1, got text']],
    ['an empty version', 'version:\nleavers:', ['1:9 "version": expected 1, got no value']],
    ['a key without value', '{version, leavers: }', ['1:2 "version": expected 1, got no value']],
    ['leavers as text', 'leavers: U001', [`1:10 ${LEAVERS}, got text`]],
    [
      'leavers as mapping',
      'leavers: {a: b}',
      [`1:10 ${LEAVERS}, got keys and values: put "- " before the first line of each person`],
    ],
    [
      'an entry at the top',
      'user_id: U001\nticket: HR-1\nleavers:',
      ['1:1 expected "user_id" within an entry, got it outside: put "- " before the first line of each person'],
    ],
    ['a nearly known key at the top', 'leaver: []\nleavers:', ['1:1 expected the key "leavers", got "leaver"']],
    ['a misspelt key', '- user_id: U001\n  efective: 2026-11-30', ['2:3 expected the key "effective", got "efective"']],
    [
      'a key that holds an address',
      '- user_id: U001\n  jo@example.com: gone',
      ['2:3 expected "email: " before an e-mail address, got the address as a key'],
    ],
    [
      'the key __proto__',
      '- user_id: U001\n  __proto__: {ticket: HR-1}',
      [`2:3 ${ENTRY_KEYS}, got another key, a value of 9 characters`],
    ],
    [
      'the key constructor',
      'constructor: a\nleavers:',
      [`1:1 ${ROSTER_KEYS}, got another key, a value of 11 characters`],
    ],
    [
      'a merge key',
      '- user_id: U001\n  <<: {ticket: HR-1}',
      [`2:3 ${ENTRY_KEYS}, got "<<": merge keys are not supported`],
    ],
    ['a key that is a number', '- user_id: U001\n  1: a', [`2:3 ${ENTRY_KEYS}, got a key that is not text`]],
    ['a key that is a list', '- user_id: U001\n  ? [a]\n  : b', [`2:5 ${ENTRY_KEYS}, got a key that is not text`]],
    ['the same key twice', '- user_id: U001\n  user_id: U001', [`2:3 ${PERSON_TWICE}`]],
    ['another key twice', '- user_id: U001\n  note: a\n  note: b', [`3:3 ${TWICE}`]],
    ['the same key twice at the top', 'leavers:\nleavers:', [`2:1 ${TWICE}`]],
    ['the same key twice in a custom value', '- user_id: U001\n  x-a: {b: 1, b: 2}', [`2:15 ${TWICE}`]],
    ['an empty entry', '- U001\n-\n', [`2:2 ${ENTRIES}, got no value`]],
    ['a number as entry', '- 12', [`1:3 ${ENTRIES}, got a number`]],
    ['a list as entry', '- [U001]', [`1:3 ${ENTRIES}, got a list: give each person an entry`]],
    ['an entry without a person', '- U001\n- ticket: HR-1', [`2:3 ${NEITHER}`]],
    ['an ID that is a number', '- user_id: 12', ['1:12 "user_id": expected a user ID (U… or W…), got a number']],
    ['an empty address', '- email:', ['1:9 "email": expected an e-mail address such as jo@example.com, got no value']],
    [
      'a bad address beside an ID',
      '- user_id: U001\n  email: jo@example',
      [
        '2:10 "email": expected an e-mail address such as jo@example.com, got a value of 10 characters with an @: the part after the @ has no dot',
      ],
    ],
    [
      'a list as name',
      '- user_id: U001\n  name: [Jo]',
      ['2:9 "name": expected one text, in quotes if it starts with a bracket, got a list'],
    ],
    [
      'effective and last_day at once',
      '- user_id: U001\n  last_day: 2026-11-30\n  effective: 2026-11-30',
      ['3:3 expected "effective" or "last_day" in an entry, got both'],
    ],
  ])('include %s', (_name, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('are all found at once, in the order of the file', () => {
    const text = '- C012AB3CD\n- user_id: U1\n  efective: a\n  effective: b\n- {}\n- U001\n';
    expect(parse(text)).toEqual({
      mentions: [mention(6, { userId: 'U001' })],
      problems: [
        [1, 3, CHANNEL],
        [2, 12, '"user_id": expected a user ID (U… or W…), got a value of 2 characters: that is too short'],
        [3, 3, 'expected the key "effective", got "efective"'],
        [4, 14, `"effective": ${DATES}, got text that is not a date`],
        [5, 3, NEITHER],
      ].map(([line, column, message]) => ({ message, file: FILE, line, column })),
      warnings: [],
      pastWarnings: [],
    });
  });

  it.each([
    [1000, undefined],
    [1001, { message: 'there are more than 1000 problems; the others are not listed', file: FILE }],
  ])('are listed up to the thousandth of %i', (count, last) => {
    const { problems } = parse('- C012AB3CD\n'.repeat(count));
    expect([problems.length, problems[1000]]).toEqual([last === undefined ? 1000 : 1001, last]);
  });
});

describe('text that is not YAML', () => {
  const syntax = (words: string): string => `not valid YAML here: ${words}`;
  const TAG = syntax('a tag (!…) is not supported; put text that starts with ! in quotes');

  it.each([
    ['an unclosed quote', '- "U001\n', ['1:3 expected a closing quote, got none: close the quote that opens here']],
    ['a tab as indentation', '- user_id: U001\n\tticket: a\n', undefined],
    ['an unknown tag', '- user_id: U001\n  x-a: !!js/function "secret"\n', [`2:8 ${TAG}`]],
    ['a tag of binary data', '- user_id: U001\n  ticket: !!binary aGk=\n', [`2:11 ${TAG}`]],
    ['a timestamp tag', '- user_id: U001\n  effective: !!timestamp 2026-11-30\n', [`2:14 ${TAG}`]],
    ['a set', 'leavers: !!set {U001: }\n', undefined],
    [
      'a %YAML 1.1 directive',
      '%YAML 1.1\n---\n- U001\n',
      ['1:1 expected no YAML directive other than %YAML 1.2, got another: remove the line that starts with %'],
    ],
    [
      'a %TAG directive',
      '%TAG ! tag:x,2026:\n---\n- U001\n',
      ['1:1 expected no YAML directive other than %YAML 1.2, got another: remove the line that starts with %'],
    ],
    ['two documents', '- U001\n---\n- U002\n', [`2:1 ${DOCUMENTS}`]],
  ])('is refused: %s', (_name, text, problems) => {
    const found = problemsOf(text);
    expect(found).toEqual(problems ?? found);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).not.toContain('secret');
  });

  it('takes a standard tag', () => {
    expect(parse('- {user_id: !!str U001, ticket: !!str 12}')).toEqual(
      good(mention(1, { userId: 'U001', ticket: '12' })),
    );
  });

  it.each([
    [
      'UTF-16, little end first',
      [0xff, 0xfe, 0x2d, 0],
      { message: 'expected text in UTF-8, got UTF-16: save the file as UTF-8', line: 1, column: 1 },
    ],
    [
      'UTF-16, big end first',
      [0xfe, 0xff, 0, 0x2d],
      { message: 'expected text in UTF-8, got UTF-16: save the file as UTF-8', line: 1, column: 1 },
    ],
    ['half a mark of UTF-16, the first', [0xff, 0x2d], { message: NOT_UTF8, line: 1, column: 1 }],
    ['half a mark of UTF-16, the second', [0xfe, 0x2d], { message: NOT_UTF8, line: 1, column: 1 }],
    ['a mark of UTF-16 in the second place', [0x2d, 0xfe], { message: NOT_UTF8, line: 1, column: 2 }],
    ['another in the second place', [0x2d, 0xff], { message: NOT_UTF8, line: 1, column: 2 }],
    ['Latin-1', [...Buffer.from('- U001\r\n- j'), 0xf6, 0x0a], { message: NOT_UTF8, line: 2, column: 4 }],
    [
      'a character that is cut at the end',
      [...Buffer.from('- U001 #'), 0xc3],
      { message: NOT_UTF8, line: 1, column: 9 },
    ],
    [
      'NUL',
      [...Buffer.from('- U001\n- U\0')],
      { message: 'expected plain text, got the control character U+0000: delete it', line: 2, column: 4 },
    ],
    [
      'an escape character',
      [...Buffer.from('- U001 # \u001b[31m')],
      { message: 'expected plain text, got the control character U+001B: delete it', line: 1, column: 10 },
    ],
  ])('is refused: %s', (_name, bytes, problem) => {
    expect(parseRoster(Uint8Array.from(bytes), FILE)).toEqual({
      mentions: [],
      problems: [{ file: FILE, ...problem }],
      warnings: [],
      pastWarnings: [],
    });
  });
});

describe('what is not valid YAML', () => {
  it.each([
    ['- "\\q"', '1:4', 'text in double quotes contains a backslash (\\); use single quotes'],
    ['a:\n  b: 1\n c: 2', '3:1', 'this line is not indented like the lines above it'],
    ['[`jo`]', '1:2', 'a value starts with a special character; put it in quotes'],
    ['- &a &b U001', '1:6', 'a value has more than one anchor (&…)'],
    ['- !a !b U001', '1:6', 'a value has more than one tag (!…)'],
    ['- &a U001\n- &b *a', '2:6', 'an alias (*…) has a tag or an anchor'],
    ['- *', '1:3', 'an anchor (&…) or alias (*…) has no clear name; put text that starts with & or * in quotes'],
    ['a: b: c', '1:4', 'a second key or list starts within this value; put the value in quotes, or start a new line'],
    ['[\n- U001\n]', '2:1', 'lines with "- " or keys are inside [ ] or { }'],
    ['"a\n b": c', '1:1', 'this line has no colon followed by a space, or the next line is not indented like it'],
    [`- ${'a'.repeat(1025)}: b`, '1:3', 'a key is longer than 1,024 characters'],
    ['- !<tag:x> U001', '1:3', 'a tag (!…) is not supported; put text that starts with ! in quotes'],
    ['- |x\n a', '1:4', 'something is where it cannot be; put text with special characters in quotes'],
  ])('is described without quoting the file: %j', (text, place, words) => {
    expect(problemsOf(text)).toContain(`${place} not valid YAML here: ${words}`);
  });
});

describe('any text', () => {
  const pieces = [
    '- ',
    ': ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '\n',
    '\n  ',
    '"',
    "'",
    '&a ',
    '*a',
    '!b ',
    '| ',
    '> ',
    '#',
  ];
  const words = ['U001', 'user_id', 'leavers', 'version: 1', 'jane.doe@', '---\n', '...\n', '%YAML 1.2\n', '\t', '\\x'];

  it('is read without a throw, and every problem is one line with a place in the file and without names', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { message, file, line = 0, column = 0 } of parse(text).problems) {
          expect(message).toMatch(/^[^\p{Cc}]+$/u);
          expect(message).not.toContain('jane');
          expect([file, line >= 1 && line <= text.split('\n').length, column >= 1]).toEqual([FILE, true, true]);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});

const ALIAS = 'an alias (*…) of an anchor (&…) that is not above; put text that starts with * in quotes';

describe('aliases', () => {
  it('stand for a value or an entry that comes before', () => {
    const text = [
      'x-defaults: {ticket: &t 007, entry: &e {email: jo@example.com, ticket: *t}}',
      'leavers:',
      '  - {user_id: &id U001, ticket: *t}',
      '  - *id',
      '  - *e',
      '  - {user_id: U002, ticket: &t HR-2, x-a: *t}',
      '  - {user_id: U003, ticket: *t}',
    ].join('\n');
    expect(parse(text)).toEqual(
      good(
        mention(3, { userId: 'U001', ticket: '007' }),
        mention(4, { userId: 'U001' }),
        mention(5, { email: 'jo@example.com', ticket: '007' }),
        mention(6, { userId: 'U002', ticket: 'HR-2' }),
        mention(7, { userId: 'U003', ticket: 'HR-2' }),
      ),
    );
  });

  it('stand for a whole list of leavers', () => {
    expect(parse('x-list: &l [U001]\nleavers: *l\n')).toEqual(good(mention(1, { userId: 'U001' })));
  });

  it.each([
    ['to nothing', '- user_id: *a', `1:12 "user_id": expected a user ID (U… or W…), got ${ALIAS}`],
    ['to what comes later', '- *a\n- &a U001', `1:3 ${ENTRIES}, got ${ALIAS}`],
    [
      'to the entry they are in',
      '- &a {user_id: *a}',
      '1:16 "user_id": expected a user ID (U… or W…), got keys and values',
    ],
    ['to a list', '- x-a: &a [U001]\n  user_id: U001\n- *a', `1:11 ${ENTRIES}, got a list: give each person an entry`],
  ])('are refused %s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('are not multiplied: an alias bomb is one small problem', () => {
    const names = Array.from('abcdefghijklmnopqrstuvwxyz');
    const list = (name: string): string => `[${`*${name}, `.repeat(9)}*${name}]`;
    const levels = names.slice(1).map((name, index) => `x-${name}: &${name} ${list(names[index] ?? '')}`);
    const text = ['x-a: &a [lol]', ...levels, 'leavers: *z'].join('\n');
    expect(problemsOf(text)).toEqual([`25:9 ${ENTRIES}, got a list: give each person an entry`]);
  });
});

describe('a large roster', () => {
  const COUNT = 700;
  const ids = Array.from({ length: COUNT }, (_, index) => `W0${String(index).padStart(9, '0')}`);
  const few = ids.slice(0, 200);
  const mapping = (userId: string): object => ({ user_id: userId, effective: '2026-11-30', ticket: 'HR-1' });
  const full = (userId: string): object => ({ userId, effectiveMs: Date.UTC(2026, 10, 30), ticket: 'HR-1' });
  const bare = (userId: string): object => ({ userId });
  const block = (userId: string): string => `- user_id: ${userId}\n  effective: 2026-11-30\n  ticket: HR-1\n`;
  const indented = (text: string): string => text.replaceAll(/^/gm, '    ').trimEnd();

  it.each([
    ['a bare list', ids.map((id) => `- ${id}\n`).join(''), bare, (index: number) => index + 1],
    ['a bare list in brackets', `[${ids.join(', ')}]`, bare, () => 1],
    ['a bare list in brackets, a line each', `[\n${ids.join(' ,\n')},\n]`, bare, (index: number) => index + 2],
    ['a list of mappings', few.map(block).join(''), full, (index: number) => 3 * index + 1],
    [
      'the mapping form',
      `version: 1\nleavers:\n${indented(few.map(block).join(''))}`,
      full,
      (index: number) => 3 * index + 3,
    ],
    [
      'the mapping form, not indented, with keys around and comments between',
      `x-a: 1\n# c\nx-b: 2\nleavers: # c\n${few.map((id) => `\n# c\n${block(id)}   # c\n`).join('')}x-c: 3\nversion: 1\n`,
      full,
      (index: number) => 6 * index + 7,
    ],
    [
      'the mapping form with braces',
      `leavers:\n${few.map((id) => `  - {"user_id": ${id}, effective: '2026-11-30', ticket: HR-1}\n`).join('')}`,
      full,
      (index: number) => index + 2,
    ],
    ['JSON on one line', JSON.stringify({ version: 1, leavers: few.map(mapping) }), full, () => 1],
    [
      'JSON, indented',
      JSON.stringify({ leavers: few.map(mapping), 'x-a': 1 }, null, 2),
      full,
      (index: number) => 5 * index + 3,
    ],
    ['a JSON list of strings', JSON.stringify(ids), bare, () => 1],
    ['a JSON list of objects', JSON.stringify(few.map(mapping)), full, () => 1],
  ])('is read like a small one: %s', (_name, text, entry, line) => {
    expect(parse(text)).toEqual(
      good(...(entry === bare ? ids : few).map((id, index) => mention(line(index), entry(id)))),
    );
  });

  it('keeps anchors from first to last', () => {
    const text = `x-t: &t HR-1\nleavers:\n${few.map((id) => `- {user_id: ${id}, ticket: *t}\n`).join('')}`;
    expect(parse(text)).toEqual(good(...few.map((userId, index) => mention(index + 3, { userId, ticket: 'HR-1' }))));
  });

  it.each([
    [
      'keys given twice far apart',
      `x-a: 1\nleavers:\n${ids.map((id) => `- ${id}\n`).join('')}x-a: 1\n`,
      `703:1 ${TWICE}`,
    ],
    [
      'a second list of leavers',
      `leavers:\n${ids.map((id) => `- ${id}\n`).join('')}leavers:\n- ${ids[0]}\n`,
      `702:1 ${TWICE}`,
    ],
    [
      'a second document',
      `${ids.map((id) => `- ${id}\n`).join('')}---\n${ids.map((id) => `- ${id}\n`).join('')}`,
      `701:1 ${DOCUMENTS}`,
    ],
    ['a problem at the end', `${ids.map((id) => `- ${id}\n`).join('')}- C012AB3CD\n`, `701:3 ${CHANNEL}`],
    ['no leavers', ids.map((id) => `x-${id}: 1\n`).join(''), `1:1 ${NO_LEAVERS}`],
  ])('is checked like a small one: %s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('is refused for all that is not valid YAML in it, in one go', () => {
    const text = few.map((id, index) => (index % 50 === 10 ? '- user_id: @jo\n' : block(id))).join('');
    expect(problemsOf(text).map((problem) => problem.split(' ')[0])).toEqual(['31:12', '179:12', '327:12', '475:12']);
  });

  it.each(Array.from({ length: 8 }, (_, index) => 327 + index))('needs the comma after item %i', (at) => {
    // Three tokens an item, so that these items lie around a place where a part of the list ends.
    const items = ids.map((id, index) => `"${id}"${index === at || index === COUNT - 1 ? ' ' : ','} `).join('');
    expect(problemsOf(`[${items}]`).every((problem) => problem.includes('not valid YAML'))).toBe(true);
    expect(problemsOf(`[${items}]`).length).toBeGreaterThan(0);
  });

  it.each([
    ['a pair', 'a: b', `1:3 ${ENTRY_KEYS}, got another key, a value of 1 character`],
    ['a pair without value', 'a: ', `1:3 ${ENTRY_KEYS}, got another key, a value of 1 character`],
    ['a marked key', '? a', `1:5 ${ENTRY_KEYS}, got another key, a value of 1 character`],
    ['a list', '[a] ', `1:3 ${ENTRIES}, got a list: give each person an entry`],
    [
      'a tag behind the value',
      '"U001" !a',
      '1:10 not valid YAML here: a character is missing, such as a closing quote or bracket, a comma, a colon or a space',
    ],
    [
      'two commas',
      'U001,',
      '1:8 not valid YAML here: something is where it cannot be; put text with special characters in quotes',
    ],
    ['an indented list', '\n - U001', undefined],
  ])('in brackets is checked like a small one: %s', (_name, item, problem) => {
    const text = `[ ${item}, ${ids.join(', ')}]`;
    const small = problemsOf(`[ ${item}, ${ids[0]}]`);
    expect(problemsOf(text)).toEqual(small);
    expect(small[0]).toEqual(problem ?? expect.stringMatching(/not valid YAML/));
  });

  it.each([
    ['brackets', '['.repeat(100), `1:65 ${DEPTH}`],
    ['braces', '{a: '.repeat(100), `1:254 ${DEPTH}`],
    ['dashes', '- '.repeat(100), `1:128 ${DEPTH}`],
    ['keys', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), `64:65 ${DEPTH}`],
  ])('is refused when it is a trap: %s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each([
    [10 * MIB, []],
    [10 * MIB + 1, [{ message: 'expected at most 10485760 bytes (10 MiB), got 10485761', file: FILE }]],
  ])('of %i bytes is read or refused for its size alone', (bytes, problems) => {
    const text = `- U001 #${' '.repeat(bytes - 8)}`;
    expect(parse(text).problems).toEqual(problems);
  });
});
