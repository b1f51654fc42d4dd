import { describe, expect, it, jest } from '@jest/globals';
import { type ActionRun, JOB_TOKEN, type RunOptions } from '../support/run-action.ts';
import { type Inputs, RESET, resetWith, withSlack } from '../support/scenario.ts';
import { type ScriptedAnswer, SIMULATOR_TOKEN, type SlackSimulator } from '../support/slack-simulator/index.ts';

jest.setTimeout(30_000);

const PERSONAL = ['Josephine Zwetschge', 'zwetschge', 'jo.z@example.com', 'leaves with rancour'];
const ROSTER = `version: 1
leavers:
  - user_id: W012A3CDE
    name: Josephine Zwetschge
    note: leaves with rancour
    email: jo.z@example.com
    ticket: HR-77
    x-manager: Josephine Zwetschge
`;
const LATER = '  - { user_id: W024B4DEF, effective: 2999-01-01, name: Josephine Zwetschge }\n';

/** Every run of 12 characters of the text. */
function partsOf(text: string): string[] {
  return Array.from({ length: text.length - 11 }, (_, at) => text.slice(at, at + 12));
}

/** What of the secrets can be read in what the run left behind. */
function leaks({ everything }: ActionRun, token = SIMULATOR_TOKEN): string[] {
  const lower = everything.toLowerCase();
  return [...partsOf(token), JOB_TOKEN, ...PERSONAL].filter((secret) => lower.includes(secret.toLowerCase()));
}

/** What is masked, besides the job's own token. */
function masksOf({ masks }: ActionRun): string[] {
  return masks.filter((mask) => mask !== JOB_TOKEN);
}

async function run(inputs: Inputs, options: RunOptions = {}, arrange?: (slack: SlackSimulator) => void) {
  return withSlack({ users: ['W012A3CDE'] }, async (slack) => {
    arrange?.(slack);
    return resetWith(
      slack,
      { roster: 'r.yml', ...inputs },
      { files: { 'r.yml': ROSTER + LATER }, debug: true, ...options },
    );
  });
}

describe('the token and personal data stay inside, with debug logging', () => {
  const echo = `${SIMULATOR_TOKEN} of Josephine Zwetschge <jo.z@example.com>`;
  it.concurrent.each<[string, ScriptedAnswer, Inputs]>([
    ['success', { kind: 'normal' }, {}],
    ['a refused person', { kind: 'error', error: 'user_not_found', body: { user: { real_name: echo } } }, {}],
    ['a stop', { kind: 'error', error: 'token_revoked', body: { token: SIMULATOR_TOKEN } }, {}],
    ['an echo in error', { kind: 'error', error: echo }, {}],
    ['an echo in needed', { kind: 'error', error: 'missing_scope', body: { needed: echo, provided: echo } }, {}],
    [
      'an echo in messages',
      {
        kind: 'error',
        error: 'invalid_arguments',
        body: { response_metadata: { messages: [`[ERROR] ${SIMULATOR_TOKEN} jo.z@example.com`] } },
      },
      {},
    ],
    [
      'an echo about people',
      { kind: 'error', error: 'failed_for_some_users', body: { failed_user_ids: { W012A3CDE: echo } } },
      {},
    ],
    ['an echo as a page', { kind: 'http', status: 500, body: echo }, {}],
    [
      'an echo as a header',
      { kind: 'http', status: 503, headers: { 'x-slack-req-id': SIMULATOR_TOKEN, 'retry-after': echo } },
      {},
    ],
    ['a redirect', { kind: 'http', status: 302, headers: { location: `/?${SIMULATOR_TOKEN}` } }, {}],
    ['a cut connection', { kind: 'cut', when: 'mid-body' }, {}],
    ['a time-out', { kind: 'hang' }, { 'timeout-minutes': '0.01' }],
    ['a dry run', { kind: 'normal' }, { 'dry-run': 'true' }],
  ])('%s', async (_name, answer, inputs) => {
    const end = await run({ 'max-retries': '0', ...inputs }, {}, (slack) => slack.answerAlways(RESET, answer));
    expect([leaks(end), masksOf(end)]).toEqual([[], [SIMULATOR_TOKEN]]);
    expect(end.everything).toContain('W012A3CDE');
  });

  it.concurrent('a server that cannot be reached', async () => {
    const end = await run({ 'max-retries': '0', 'api-url': 'http://127.0.0.1:2/' });
    expect([leaks(end), end.exitCode]).toEqual([[], 1]);
  });

  it.concurrent.each([`  ${SIMULATOR_TOKEN}\n`, `\t${SIMULATOR_TOKEN}`])(
    'a token with whitespace around: %j',
    async (token) => {
      const end = await run({ token });
      expect([leaks(end), new Set(masksOf(end)), end.exitCode]).toEqual([[], new Set([token, SIMULATOR_TOKEN]), 0]);
    },
  );
});

describe('a token in the wrong place is not repeated', () => {
  it.concurrent.each([
    'user-ids',
    'roster',
    'protected-user-ids',
    'ignore-errors',
    'web-only',
    'dry-run',
    'max-users',
    'max-retries',
    'timeout-minutes',
    'report-path',
    'api-url',
  ])('%s', async (name) => {
    const end = await run({ [name]: SIMULATOR_TOKEN });
    expect(leaks(end)).toEqual([]);
  });

  it.concurrent.each([
    ['an URL', { 'api-url': `https://${SIMULATOR_TOKEN}@slack.com/api/` }],
    ['the query of an URL', { 'api-url': `https://slack.com/api/?token=${SIMULATOR_TOKEN}` }],
    ['the path of an URL', { 'api-url': `http://127.0.0.1:2/${SIMULATOR_TOKEN}/`, 'max-retries': '0' }],
    ['a list', { 'user-ids': `W012A3CDE,${SIMULATOR_TOKEN}` }],
    ['JSON', { 'user-ids': `["${SIMULATOR_TOKEN}"]` }],
  ])('%s', async (_name, inputs) => {
    expect(leaks(await run(inputs))).toEqual([]);
  });

  it.concurrent.each([
    ['an entry', `- ${SIMULATOR_TOKEN}\n`],
    ['an ID', `- user_id: ${SIMULATOR_TOKEN}\n`],
    ['an address', `- email: ${SIMULATOR_TOKEN}\n`],
    ['a date', `- { user_id: W012A3CDE, effective: ${SIMULATOR_TOKEN} }\n`],
    ['a key', `- { user_id: W012A3CDE, ${SIMULATOR_TOKEN}: a }\n`],
    ['a syntax error', `- user_id: "${SIMULATOR_TOKEN}\n  x: [\n`],
    ['a value that has no place', `leavers: ${SIMULATOR_TOKEN}\n`],
    ['an alias', `- *${SIMULATOR_TOKEN}\n`],
    ['a tag', `- !${SIMULATOR_TOKEN} W012A3CDE\n`],
  ])('%s of a roster', async (_name, text) => {
    const end = await run({}, { files: { 'r.yml': text } });
    expect([leaks(end), end.exitCode]).toEqual([[], 1]);
  });

  it.concurrent.each(['xoxb', 'xoxc', 'xapp', 'xoxe'])('a token of the wrong kind, %s', async (prefix) => {
    const token = `${prefix}-1-2345678901-abcdefghijklmnop`;
    const end = await run({ token });
    expect([leaks(end, token), masksOf(end), end.exitCode]).toEqual([[], [token], 1]);
  });
});

describe('personal data in a roster with a problem is not repeated', () => {
  it.concurrent.each([
    ['a misspelt key', ROSTER.replace('name:', 'nmae:')],
    ['a name as a key', ROSTER.replace('note:', 'Josephine Zwetschge:')],
    ['a name as an ID', ROSTER.replace('W012A3CDE', 'Josephine Zwetschge')],
    ['an address as an ID', ROSTER.replace('W012A3CDE', 'jo.z@example.com')],
    [
      'a bad address',
      ROSTER.replace('user_id: W012A3CDE', 'email: jo.z@example.com@x').replace('    email: jo.z@example.com\n', ''),
    ],
    ['a name as a date', `${ROSTER}    effective: Josephine Zwetschge\n`],
    ['a name twice', `${ROSTER}    name: Josephine Zwetschge\n`],
    ['broken YAML', `${ROSTER}   Josephine Zwetschge: [\n`],
  ])('%s', async (_name, text) => {
    const end = await run({}, { files: { 'r.yml': text } });
    expect([leaks(end), end.exitCode]).toEqual([[], 1]);
  });
});
