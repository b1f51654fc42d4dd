import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { pythonFolder } from '../../scripts/tools/install.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { ACCEPTED, effective, REFUSED, REFUSED_BY_THE_PARSER_ALONE } from '../support/roster-documents.ts';
import { runs } from '../support/runs.ts';
import { reportMissing } from '../support/witnesses.ts';

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
    env: { ...process.env, PYTHONPATH: pythonFolder('jsonschema') },
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
  if (answers === undefined) {
    reportMissing("Python's validator");
  }
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
