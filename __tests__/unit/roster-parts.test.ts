import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import type { Problem } from '../../src/people/problem.ts';
import { parseRosterInSteps, type Roster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

const AT_ONCE = Number.MAX_SAFE_INTEGER;

function read(text: string, partTokens: number): Roster {
  const steps = parseRosterInSteps(Buffer.from(text), 'roster.yml', { partTokens });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const id = fc.constantFrom('U001', 'W0AAA', '"U002"', "'U003'", 'jo@example.com', 'C001', '<@U004|jo>');
const space = fc.constantFrom('', '', ' ', '\n ', ' # c\n ', '\n\n ');

const field = fc.constantFrom(
  ...['ticket: HR-1', 'effective: 2026-11-30', 'note: |\n    a\n    b', 'name: "a\n    b"', 'x-a: [1, {b: c}]'],
  ...['ticket: &t 7', 'ticket: *t', '# c', '', 'bad: 1', 'user_id: U009', 'ticket: >-\n\n    a\n'],
);

const blockEntry = fc.oneof(
  id.map((text) => `- ${text}\n`),
  fc.tuple(id, fc.array(field, { maxLength: 3 })).map(([text, fields]) => {
    return `- user_id: ${text}\n${fields.map((line) => `  ${line}\n`).join('')}`;
  }),
  id.map((text) => `- {user_id: ${text}, ticket: HR-2}\n`),
  id.map((text) => `- &e ${text}\n- *e\n`),
  fc.constantFrom(
    '-\n',
    '- - U001\n',
    '# c\n',
    '\n',
    '- ? user_id\n  : U001\n',
    '- [U001]\n',
    '- !t U001\n',
    '-   # c\n',
  ),
);
const block = fc.array(blockEntry, { maxLength: 12 }).map((entries) => entries.join(''));

const flowEntry = fc.oneof(
  id,
  id.map((text) => `{user_id: ${text}}`),
  id.map((text) => `{"user_id":${text}, ticket: 1 }`),
  fc.constantFrom('', 'a: b', '? a', '[a]', 'U001 U002', 'user_id: U001', '- U001', '*e', '&e U001', '"U001" !a'),
);
const flow = fc
  .array(fc.tuple(space, flowEntry, space, fc.constantFrom(',', ',', ',', ',', '')), { maxLength: 12 })
  .map((items) => `[${items.flat().join('')}]`);

const rest = fc.array(
  fc.constantFrom('version: 1', 'x-a: 1', 'x-b:\n  c: d', 'x-c: [a]', '# c', '', 'bad: 1', 'x-d: &t 3', 'version: 2'),
  { maxLength: 3 },
);
const leavers = fc.oneof(
  block.map((text) => `leavers:\n${text}`),
  block.map((text) => `leavers:\n${text.replaceAll(/^(?=.)/gm, '  ')}`),
  flow.map((text) => `leavers: ${text}\n`),
  fc.constant(''),
);
const mapping = fc
  .tuple(rest, leavers, rest)
  .map(([before, list, after]) => `${before.join('\n')}\n${list}${after.join('\n')}\n`);
const json = fc.tuple(rest, flow, rest).map(([before, list, after]) => {
  const keys = [...before, `"leavers":${list}`, ...after].filter((text) => !/[\n#]/.test(text) && text !== '');
  return `{${keys.join(', ')}}\n`;
});
const anything = fc
  .array(
    fc.constantFrom(...'-:?[]{},\n"\'!|>#\t', ' ', '\n  ', '&a ', '*a', '- ', ': ', 'U001', 'user_id', 'leavers'),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

const file = fc
  .tuple(
    fc.constantFrom('', '', '---\n', '# c\n', '%YAML 1.2\n---\n'),
    fc.oneof(block, flow, mapping, json, anything),
    fc.constantFrom('', '', '...\n', '# c\n', '---\n- U001\n'),
  )
  .map((parts) => parts.join(''));

/** What the YAML parser says of the text as a whole, apart from what a roster may hold. */
function isYaml(text: string): boolean {
  return parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false }).errors.length === 0;
}

/** Where an empty key is, after another one, the YAML parser does not say for certain. */
function toPlace(problem: Problem): Problem | string {
  return problem.message.endsWith('got a key that is not text') ? problem.message : problem;
}

describe('a roster read in parts', () => {
  it('names the same people, or is refused, as when it is read at once', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 20 }), (text, partTokens) => {
        const parts = read(text, partTokens);
        const whole = read(text, AT_ONCE);
        // What is wrong with values is told only up to the first part that is not valid YAML.
        if (!isYaml(text)) expect(parts.problems).not.toEqual([]);
        else if (whole.problems.length > 0) expect(parts.problems.map(toPlace)).toEqual(whole.problems.map(toPlace));
        else expect(parts).toEqual(whole);
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each(['["U001"]\n\n- U002\n', '{leavers: [U001]}\n\nU002\n', '[]\n\n-', '[U001]\n\n\n- U002\n- U003\n'])(
    'is refused for what follows the list, wherever a part ends: %j',
    (text) => {
      const whole = read(text, AT_ONCE).problems;
      const all = Array.from({ length: 12 }, (_, index) => read(text, index + 1).problems);
      expect(whole).not.toEqual([]);
      expect(all).toEqual(all.map(() => whole));
    },
  );

  it.each(['#\n', '\n', '...\n'])('is not read to its end for nothing but %j after the list', (line) => {
    const { problems } = read(`[U001]\n...\n${line.repeat(300_000)}`, 500);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringMatching(/too large|begins another/) })]);
  });

  it('is refused for everything in it that is not valid YAML, as when it is read at once', () => {
    const fault = fc.constantFrom('- user_id: @jo\n', '- `U001`\n', '- user_id: U001: U002\n', '- ticket: "\\q"\n');
    const entry = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('U001', '"U002"').map((text) => `- user_id: ${text}\n`) },
      { weight: 1, arbitrary: fault },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (entries, partTokens) => {
        const [parts, whole] = [partTokens, AT_ONCE].map((size) => read(entries.join(''), size).problems);
        expect(parts).toEqual(whole);
      }),
      { numRuns: runs(500) },
    );
  });

  const ids = Array.from({ length: 100 }, (_, index) => `U${1000 + index}`);
  it.each([
    ['a list', ids.map((user) => `- ${user}\n`).join('')],
    ['a list of mappings', ids.map((user) => `- user_id: ${user}\n`).join('')],
    ['a list in brackets', `[${ids.join(', ')}]`],
    ['the mapping form', `version: 1\nleavers:\n${ids.map((user) => `  - ${user}\n`).join('')}x-a: 1\n`],
    ['the mapping form, not indented', `leavers:\n${ids.map((user) => `- ${user}\n`).join('')}x-a: 1\n`],
    ['the mapping form in quotes', `"leavers":\n${ids.map((user) => `- ${user}\n`).join('')}`],
    ['the mapping form with brackets', `leavers: [${ids.join(', ')}]\n`],
    ['JSON', JSON.stringify({ version: 1, leavers: ids.map((user) => ({ user_id: user })) })],
  ])('hands over a few people at a time: %s', (_name, text) => {
    const steps = parseRosterInSteps(Buffer.from(text), 'roster.yml', { partTokens: 20 });
    const known = [0];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) known.push(step.value.length);
    expect(step.value.mentions.map(({ userId }) => userId)).toEqual(ids);
    const leaps = [...known, ids.length].map((count, index, all) => count - (all[index - 1] ?? 0));
    expect(Math.max(...leaps)).toBeLessThan(15);
  });
});
