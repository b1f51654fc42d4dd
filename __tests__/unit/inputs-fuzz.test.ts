import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type InputReading, readInputs, toOptions } from '../../src/inputs/inputs.ts';
import { readActionDefinition } from '../support/action-definition.ts';
import { runs } from '../support/runs.ts';

const SEED = 20_261_122;
const TOKEN = 'xoxp-test-0000000000-not-a-real-token';
const JOB_TOKEN = 'ghs_madeUpMadeUpMadeUpMadeUpMadeUpMadeUp';
const CONFIDENTIAL = ['Josephine Zwetschge', 'zwetschge@', 'j.zwetschge', 'not-a-real', 'madeup', '0123456789abcdef'];
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const RESERVED = /^(USLACKBOT|USLACKUSER|USLACKSECURITY|USERS?|USERIDS?|USERNAMES?|UU?ID)$/;

let names: readonly string[] = [];
beforeAll(async () => {
  const definition = await readActionDefinition(fileURLToPath(new URL('../../action.yml', import.meta.url)));
  names = [...definition.defaults.keys()];
});

function clear(): void {
  for (const name of names) {
    delete process.env[`INPUT_${name.toUpperCase()}`];
  }
}

afterEach(clear);

/** Reads inputs as the runner would hand them over. */
function read(inputs: Readonly<Record<string, string>>): InputReading {
  for (const name of names) {
    process.env[`INPUT_${name.toUpperCase()}`] = inputs[name] ?? '';
  }
  return readInputs();
}

/** What is wrong with a reading, whatever was given. */
function faultsOf({ inputs, problems, warnings }: InputReading): unknown[] {
  const { maxUsers, maxRetries, timeoutMinutes, apiUrl, mentions, protectedUserIds, ignoreErrors, token } = inputs;
  const messages = [...problems, ...warnings].map(({ message }) => message);
  const ids = [...mentions.flatMap(({ userId }) => userId ?? []), ...protectedUserIds];
  const given = (process.env['INPUT_API-URL'] ?? '').trim();
  const host = URL.canParse(given) ? new URL(given).host : '';
  const isLoopback = /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(apiUrl.hostname);
  const isSound = [
    Number.isInteger(maxUsers) && maxUsers >= 1 && maxUsers <= 1_000_000,
    Number.isInteger(maxRetries) && maxRetries >= 0 && maxRetries <= 20,
    [host, 'slack.com'].includes(apiUrl.host),
    timeoutMinutes > 0 && timeoutMinutes <= 360,
    apiUrl.protocol === 'https:' || (apiUrl.protocol === 'http:' && isLoopback),
    apiUrl.pathname.endsWith('/') && `${apiUrl.username}${apiUrl.password}${apiUrl.search}${apiUrl.hash}` === '',
    mentions.every(({ source }) => /^(user-ids|emails)\[\d+\]$/.test(source)),
    mentions.every(({ userId, email }) => (userId === undefined) !== (email === undefined)),
    ids.every((id) => /^[UW][A-Z0-9]{2,31}$/.test(id) && !RESERVED.test(id)),
    mentions.every(({ email }) => email === undefined || /^[^\s@]{1,64}@[A-Za-z0-9.-]+$/.test(email)),
    problems.length > 0 || [...ignoreErrors].every((code) => /^[a-z_]+$/.test(code)),
    problems.length > 0 || token === undefined || /^[\x21-\x7e]+$/.test(token),
    problems.length > 0 || token !== undefined || inputs.dryRun,
    problems.length > 0 || !/"(token|github-token)":/.test(JSON.stringify(toOptions(inputs))),
  ];
  return [
    ...isSound.flatMap((is, index) => (is ? [] : [index])),
    ...messages.filter((message) => UNFIT.test(message) || message.length > 500),
    ...messages.filter((message) => CONFIDENTIAL.some((part) => message.toLowerCase().includes(part.toLowerCase()))),
  ];
}

const PIECES = [
  ...['U001', 'W012A3CDE', '<@U024B4DEF|Josephine Zwetschge>', 'USERID', 'w012a3cde', 'B0TB0T', '["U001"]', '[', ']'],
  ...['j.zwetschge@example.com', '<mailto:j.zwetschge@example.com|j.zwetschge@example.com>', 'Josephine Zwetschge'],
  ...[TOKEN, JOB_TOKEN, '0123456789abcdef0123456789abcdef', 'xoxb-1', 'xoxe.xoxp-1-not-a-real', 'j.zwetschge'],
  ...['true', 'false', 'True', 'yes', 'no', '0', '1', '-1', '1e3', '0x1F', '1_000', 'Infinity', '9'.repeat(30), '0.5'],
  ...[
    'https://slack.com/api',
    'http://127.0.0.1:2/',
    'http://127.1/',
    'https://a:b@slack.com/',
    'javascript:alert(1)',
    '//',
    '//example.com/',
  ],
  ...['http://[::ffff:7f00:1]/', 'http://localhost.example.com/', 'file:///etc/passwd', 'https://ex\u00e4mple.com/x'],
  ...['user_not_found', 'token_revoked', 'all', 'added', '*.yml', '../x', '/dev/zero', '__proto__', 'constructor'],
  ...[
    '::error::a',
    '##[error]a',
    '%0A',
    '<img src=x>',
    '@octo-org/team',
    '\u001b[31m',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\u2028',
  ],
  ...[
    ' ',
    ',',
    '\n',
    '\r\n',
    '\t',
    '"',
    "'",
    '<@',
    '<@<@',
    '|',
    '>',
    '\u00a0',
    '😀',
    '{}',
    'null',
    '[[1],{"a":2},null]',
  ],
];

// A variable of the environment cannot hold NUL.
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replaceAll('\0', '')),
);

describe('inputs that hold any text', () => {
  it('are read without a throw, and no message reveals private text', () => {
    const anyInputs = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: names.length });
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const faults = faultsOf(read(inputs));
        if (faults.length > 0) {
          expect(faults).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: runs(5000) },
    );
  });

  it.each([
    ['https://slack.com//api/', 'https://slack.com//api/'],
    ['https://slack.com//example.com/', 'https://slack.com//example.com/'],
    ['http://127.0.0.1:2//example.com', 'http://127.0.0.1:2//example.com/'],
    ['https://slack.com/\\\\example.com', 'https://slack.com///example.com/'],
    ['https://slack.com/../..//example.com/?', 'https://slack.com//example.com/'],
  ])('name the host that the token goes to: %s', (given, taken) => {
    const { inputs, problems, warnings } = read({ token: TOKEN, 'user-ids': 'U001', 'api-url': given });
    expect([inputs.apiUrl.href, problems, warnings.length]).toEqual([taken, [], given.includes('slack.com') ? 0 : 1]);
  });

  it('name one after the other what is wrong with each', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (name, value) => {
        const { problems } = read({ token: TOKEN, 'user-ids': 'U001', [name]: value });
        const foreign = problems.filter(
          ({ message }) => !message.includes(`"${name}"`) && !/^Nobody is requested/.test(message),
        );
        if (foreign.length > 0) {
          expect([name, foreign]).toEqual([name, []]);
        }
      }),
      { seed: SEED, numRuns: runs(2000) },
    );
  });

  it.each([
    ['words', 'a '.repeat(300_000), 300_000],
    ['halves of mentions', '<@'.repeat(100_000), 1],
    ['halves of mentions, apart', '<@ '.repeat(100_000), 100_000],
    ['one word', 'U'.repeat(2_000_000), 1],
    ['an array of numbers', `[${'1,'.repeat(200_000)}1]`, 200_001],
    ['nested arrays', '['.repeat(200_000), 1],
  ])('of great length are read in good time: %s', (_name, value, count) => {
    const before = process.cpuUsage();
    const { problems } = read({ token: TOKEN, 'user-ids': value });
    const { user } = process.cpuUsage(before);
    expect(problems).toHaveLength(count);
    expect(user / 1e6).toBeLessThan(5);
  });

  it.each(['max-users', 'dry-run', 'roster-entries', 'timeout-minutes', 'ignore-errors', 'verify', 'max-retries'])(
    'are not repeated when a secret or a name is in the place of "%s"',
    (name) => {
      const values = [
        TOKEN,
        JOB_TOKEN,
        'j.zwetschge',
        '0123456789abcdef0123456789abcdef',
        '0000000000-not-a-real-token',
      ];
      for (const value of values) {
        const { problems } = read({ token: TOKEN, 'user-ids': 'U001', [name]: value });
        expect(problems.filter(({ message }) => message.includes(value))).toEqual([]);
        expect(problems.length).toBeGreaterThan(0);
      }
    },
  );
});
