import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parseRoster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

const schema = JSON.parse(readFileSync(new URL('../../roster.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

function schemaAccepts(text: string): boolean {
  const document = parseDocument(text, { schema: 'core', resolveKnownTags: false });
  if (document.errors.length + document.warnings.length > 0) return false;
  return validate(document.toJS());
}

function parserAccepts(text: string): boolean {
  return parseRoster(new TextEncoder().encode(text), 'roster.yml').problems.length === 0;
}

const entry = (line: string): string => `- user_id: U012AB3CD\n  ${line}\n`;
const effective = (value: string): string => entry(`effective: ${value}`);

const ACCEPTED: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['a comment only', '# nobody\n'],
  ['a null document', '~'],
  ['an empty list', '[]'],
  ['a bare list of IDs', '- U012AB3CD\n- W012A3CDE\n'],
  ['a list that mixes IDs, addresses and mappings', '- U012AB3CD\n- jo@example.com\n- user_id: W012A3CDE\n'],
  ['a pasted mention', '- <@U012AB3CD>\n'],
  ['a pasted mention with a name', '- <@U012AB3CD|jo ann>\n'],
  ['white space around an ID', '- " U012AB3CD "\n'],
  ['the shortest ID', '- U12\n'],
  ['the longest ID', `- U${'1'.repeat(31)}\n`],
  ['an ID that starts with a reserved word', '- USERS1\n'],
  ['the mapping form', 'version: 1\nleavers:\n  - user_id: U012AB3CD\n'],
  ['the mapping form as JSON', '{"version": 1, "leavers": [{"user_id": "U012AB3CD"}]}'],
  ['version 1.0', 'version: 1.0\nleavers: []\n'],
  ['no version', 'leavers:\n- U012AB3CD\n'],
  ['empty leavers', 'version: 1\nleavers:\n'],
  ['a key of the house at the top', 'x-team: [a, {b: c}]\nleavers: []\n'],
  ['a key of the house in an entry', entry('x-manager: {a: [1]}')],
  ['an entry with both ID and address', entry('email: jo@example.com')],
  ['an entry with an address only', '- email: jo@example.com\n'],
  ['an address with atoms of all kinds', `- "o'brien+x_y.z@mail-1.example.co.uk"\n`],
  ['a local part of 64 characters', `- ${'a'.repeat(64)}@example.com\n`],
  ['a date', effective('2026-12-15')],
  ['a quoted date', effective('"2026-12-15"')],
  ['a leap day', effective('2028-02-29')],
  ['a leap day in a century', effective('2000-02-29')],
  ['a date-time with an offset', effective('2026-11-30T17:00:00+01:00')],
  ['a date-time in UTC, in lower case', effective('2026-11-30t17:00:00z')],
  ['a date-time with a fraction', effective('2026-11-30T17:00:00.123456Z')],
  ['a date-time without seconds', effective('2026-11-30T17:00Z')],
  ['a date-time with a blank', effective('2026-11-30 17:00:00+05:30')],
  ['a date-time with a blank and without seconds', effective('2026-11-30 17:00-08:00')],
  ['a last day', entry('last_day: 2026-12-15')],
  ['a last day that is a leap day', entry('last_day: 2028-02-29')],
  ['a time zone', 'time_zone: Europe/Berlin\nleavers: []\n'],
  [
    'a time zone at the end',
    'leavers:\n- {user_id: U012AB3CD, last_day: 2026-12-15}\ntime_zone: America/Argentina/Ushuaia\n',
  ],
  ['a time zone without a city', 'time_zone: UTC\nleavers: []\n'],
  ['a time zone by an older name', 'time_zone: Asia/Calcutta\nleavers: []\n'],
  ['an alias of a version', 'x-v: &v 1\nversion: *v\nleavers: []\n'],
  ['an alias of a time zone', 'x-z: &z Europe/Berlin\ntime_zone: *z\nleavers: []\n'],
  ['an alias of a date', `- {user_id: U012AB3CD, last_day: &d 2026-12-15}\n- {user_id: W012A3CDE, last_day: *d}\n`],
  ['an alias of a note', `- {user_id: U012AB3CD, note: &n a}\n- {user_id: W012A3CDE, note: *n, name: *n}\n`],
  ['an alias of leavers', 'x-l: &l [U012AB3CD]\nleavers: *l\n'],
  ['tabs around an ID', '- "\\tU012AB3CD\\t"\n'],
  ['a ticket with an emoji and an umlaut', entry('ticket: "Jö 😀"')],
  ['the largest offset', effective('2026-11-30T17:00:00-23:59')],
  ['a ticket', entry('ticket: HR-1234')],
  ['a number as ticket', entry('ticket: 007')],
  ['a ticket of 200 characters', entry(`ticket: ${'x'.repeat(200)}`)],
  ['a ticket of 200 characters outside the basic plane', entry(`ticket: ${'😀'.repeat(200)}`)],
  ['name and note of any single value', entry('name: Jo\n  note: 12')],
  ['an empty note', entry('note:')],
  ['an alias of a value', '- {user_id: U012AB3CD, ticket: &t HR-1}\n- {user_id: W012A3CDE, ticket: *t}\n'],
  ['an alias of an entry', 'x-one: &e {user_id: U012AB3CD}\nleavers: [*e]\n'],
  ['an explicit standard tag', effective('!!str 2026-12-15')],
];

const REFUSED: readonly (readonly [string, string])[] = [
  ['a text', 'U012AB3CD'],
  ['a number', '12'],
  ['a mapping without leavers', 'version: 1\n'],
  ['an empty mapping', '{}'],
  ['another version', 'version: 2\nleavers: []\n'],
  ['a version as text', 'version: "1"\nleavers: []\n'],
  ['an empty version', 'version:\nleavers: []\n'],
  ['leavers as text', 'leavers: U012AB3CD\n'],
  ['leavers as mapping', 'leavers: {user_id: U012AB3CD}\n'],
  ['an unknown key at the top', 'leaver: []\nleavers: []\n'],
  ['an entry at the top', 'user_id: U012AB3CD\n'],
  ['an unknown key in an entry', entry('efective: 2026-12-15')],
  ['a key in upper case', entry('Effective: 2026-12-15')],
  ['the key __proto__', entry('__proto__: {a: 1}')],
  ['the key constructor', entry('constructor: a')],
  ['a merge key', entry('<<: {ticket: HR-1}')],
  ['the same key twice', entry('user_id: U012AB3CD')],
  ['an empty entry', '-\n'],
  ['a list as entry', '- [U012AB3CD]\n'],
  ['a number as entry', '- 12\n'],
  ['an entry with neither ID nor address', '- ticket: HR-1\n'],
  ['an empty mapping as entry', '- {}\n'],
  ['an ID in lower case', '- u012ab3cd\n'],
  ['an ID that is too short', '- U1\n'],
  ['an ID that is too long', `- U${'1'.repeat(32)}\n`],
  ['a channel ID', '- C012AB3CD\n'],
  ['Slackbot', '- USLACKBOT\n'],
  ['a column header', '- USERID\n'],
  ['a mention that is not closed', '- <@U012AB3CD\n'],
  ['a number as ID', '- user_id: 12\n'],
  ['an empty ID beside an address', '- {user_id: , email: jo@example.com}\n'],
  ['an ID as address', '- email: U012AB3CD\n'],
  ['an address as ID', '- user_id: jo@example.com\n'],
  ['a bad address beside an ID', entry('email: jo@example')],
  ['a local part of 65 characters', `- ${'a'.repeat(65)}@example.com\n`],
  ['an address of 255 characters', `- ${'a'.repeat(64)}@${'b.'.repeat(93)}com1\n`],
  ['an address with two @', '- jo@ann@example.com\n'],
  ['an address in angle brackets', '- Jo <jo@example.com>\n'],
  ['a local part that ends with a dot', '- jo.@example.com\n'],
  ['a domain label that starts with a hyphen', '- jo@-example.com\n'],
  ['an empty effective', effective('')],
  ['an effective of quotes only', effective('""')],
  ['a number as effective', effective('20261215')],
  ['a boolean as effective', effective('true')],
  ['a list as effective', effective('[2026-12-15]')],
  ['a day that does not exist', effective('2026-02-30')],
  ['the 31st of a short month', effective('2026-04-31')],
  ['a leap day in a common year', effective('2026-02-29')],
  ['a leap day in a common century', effective('2100-02-29')],
  ['month 13', effective('2026-13-01')],
  ['day 0', effective('2026-01-00')],
  ['a date without leading zeros', effective('2026-1-5')],
  ['a date-time without offset', effective('2026-11-30T17:00:00')],
  ['a date-time without seconds and offset', effective('2026-11-30 17:00')],
  ['a date-time with two blanks', effective('2026-11-30  17:00Z')],
  ['a date-time with a blank before the offset', effective('2026-11-30 17:00 +01:00')],
  ['a fraction without seconds', effective('2026-11-30T17:00.5Z')],
  ['a date followed by a newline', effective('"2026-12-15\\n"')],
  ['a German date', effective('15.12.2026')],
  ['an American date', effective('12/15/2026')],
  ['a last day with a time', entry('last_day: 2026-12-15T17:00Z')],
  ['a last day that does not exist', entry('last_day: 2026-02-30')],
  ['a last day as a number', entry('last_day: 20261215')],
  ['an empty last day', entry('last_day:')],
  ['the very last day', entry('last_day: 9999-12-31')],
  ['both effective and last_day', entry('effective: 2026-12-15\n  last_day: 2026-12-15')],
  ['a time zone in an entry', entry('time_zone: Europe/Berlin')],
  ['a time zone in lower case', 'time_zone: europe/berlin\nleavers: []\n'],
  ['a time zone that does not exist', 'time_zone: Europe/Bielefeld\nleavers: []\n'],
  ['an offset as time zone', 'time_zone: "+01:00"\nleavers: []\n'],
  ['an abbreviation as time zone', 'time_zone: CEST\nleavers: []\n'],
  ['an empty time zone', 'time_zone:\nleavers: []\n'],
  ['a list as time zone', 'time_zone: [Europe/Berlin]\nleavers: []\n'],
  ['an alias of a list as note', 'x-l: &l [a]\nleavers: [{user_id: U012AB3CD, note: *l}]\n'],
  ['a no-break space around an ID', '- "\\_U012AB3CD"\n'],
  ['a zero-width space behind an ID', '- "U012AB3CD\\u200b"\n'],
  ['half a character in a ticket', entry('ticket: "\\ud83d"')],
  ['two IDs in one text', '- U012AB3CD, W012A3CDE\n'],
  ['hour 24', effective('2026-11-30T24:00:00Z')],
  ['second 60', effective('2026-11-30T23:59:60Z')],
  ['offset 24:00', effective('2026-11-30T17:00:00+24:00')],
  ['an offset without colon', effective('2026-11-30T17:00:00+0100')],
  ['a date with white space', effective('" 2026-12-15"')],
  ['a ticket of 201 characters', entry(`ticket: ${'x'.repeat(201)}`)],
  ['a ticket of two lines', entry('ticket: "a\\nb"')],
  ['a ticket with a control character', entry('ticket: "a\\eb"')],
  ['an empty ticket', entry('ticket: ""')],
  ['a ticket without value', entry('ticket:')],
  ['a boolean as ticket', entry('ticket: true')],
  ['an infinite ticket', entry('ticket: .inf')],
  ['a list as name', entry('name: [a]')],
  ['a mapping as note', entry('note: {a: b}')],
  ['an unknown tag', entry('x-a: !!js/function "f"')],
  ['a binary value', entry('ticket: !!binary aGk=')],
  ['two documents', '- U012AB3CD\n---\n- W012A3CDE\n'],
  ['an unclosed quote', '- "U012AB3CD\n'],
];

/** JSON Schema sees the number, not how long it was written, and computes with no times. */
const REFUSED_BY_THE_PARSER_ALONE: readonly (readonly [string, string])[] = [
  ['a number of 201 digits as ticket', entry(`ticket: ${'1'.repeat(201)}`)],
  ['a moment whose year in UTC has five digits', effective('9999-12-31T23:59:59-00:01')],
];

/** What Python's validator says of documents, one line each; undefined where Python or the package is missing. */
function pythonAccepts(texts: readonly string[]): readonly boolean[] | undefined {
  const program = [
    'import json, sys, jsonschema',
    'schema, documents = json.load(sys.stdin)',
    'validator = jsonschema.Draft7Validator(schema)',
    'print(json.dumps([validator.is_valid(document) for document in documents]))',
  ].join('\n');
  const documents = texts.map((text) => parseDocument(text, { schema: 'core', resolveKnownTags: false }).toJS());
  const { status, stdout } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify([schema, documents]),
    encoding: 'utf8',
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

/** Documents, not texts, are what a validator sees. */
function isDocument(text: string): boolean {
  const { errors, warnings } = parseDocument(text, { schema: 'core', resolveKnownTags: false });
  return errors.length + warnings.length === 0 && !/\.inf|[\ud800-\udfff]/.test(text);
}

describe('roster.schema.json and the parser', () => {
  it('are tried on at least a hundred documents', () => {
    expect(ACCEPTED.length + REFUSED.length).toBeGreaterThan(150);
  });

  const good = ACCEPTED.map(([, text]) => text).filter(isDocument);
  const bad = REFUSED.map(([, text]) => text).filter(isDocument);
  const answers = pythonAccepts([...good, ...bad]);
  if (answers === undefined) process.stderr.write('SKIPPED: Python 3 with the package jsonschema is not installed.\n');
  (answers === undefined ? it.skip : it)("agree with Python's validator, too", () => {
    const wrong = [...good, ...bad].filter((_text, index) => answers?.[index] !== index < good.length);
    expect(wrong).toEqual([]);
    expect(bad.length).toBeGreaterThan(80);
  });

  it('know the same time zones', () => {
    const zones: readonly string[] = schema.properties.time_zone.enum;
    const refused = zones.filter((zone) => !parserAccepts(`time_zone: ${zone}\nleavers: []\n`));
    const missing = Intl.supportedValuesOf('timeZone').filter((zone) => !zones.includes(zone));
    expect([zones.length > 500, refused, missing]).toEqual([true, [], []]);
  });

  it('need no part of regular expressions that only JavaScript knows', () => {
    expect(JSON.stringify(schema)).not.toMatch(/\\\\[pP]\{|\(\?</);
  });

  it.each(ACCEPTED)('accept %s', (_name, text) => {
    expect({ schema: schemaAccepts(text), parser: parserAccepts(text) }).toEqual({ schema: true, parser: true });
  });

  it.each(REFUSED)('refuse %s', (_name, text) => {
    expect({ schema: schemaAccepts(text), parser: parserAccepts(text) }).toEqual({ schema: false, parser: false });
  });

  it.each(REFUSED_BY_THE_PARSER_ALONE)('differ on %s', (_name, text) => {
    expect({ schema: schemaAccepts(text), parser: parserAccepts(text) }).toEqual({ schema: true, parser: false });
  });

  it('agree on every text that looks like a date', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const likely = (max: number) =>
      fc.oneof(
        fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0')),
        two,
      );
    const date = fc.tuple(two, two, likely(13), likely(32)).map(([a, b, month, day]) => `${a}${b}-${month}-${day}`);
    const offset = fc.oneof(
      fc.constantFrom('', 'Z', 'z'),
      fc.tuple(likely(24), likely(60)).map((o) => `+${o.join(':')}`),
    );
    const time = fc
      .oneof(fc.tuple(likely(24), likely(60), likely(60)), fc.tuple(likely(24), likely(60)))
      .map((parts) => parts.join(':'));
    const dateTime = fc.tuple(date, fc.constantFrom('T', 't', ' '), time, offset).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(date, dateTime), (text) => {
        expect([text, parserAccepts(effective(text))]).toEqual([text, schemaAccepts(effective(text))]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('accepts every example it gives', () => {
    const texts = schema.examples.map((example: unknown) => JSON.stringify(example));
    expect(texts.map((text: string) => schemaAccepts(text) && parserAccepts(text))).toEqual(texts.map(() => true));
  });
});
