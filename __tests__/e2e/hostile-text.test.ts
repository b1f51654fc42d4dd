import { writeFile } from 'node:fs/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { BASE_SHA, pullRequestEvent, withScene } from '../support/github-scenario.ts';
import { answerWith, type ScriptedAnswer as GitHubAnswer } from '../support/github-stand-in/index.ts';
import { findForeign } from '../support/rendered.ts';
import type { ActionRun, RunOptions } from '../support/run-action.ts';
import { type Inputs, RESET, stackLines } from '../support/scenario.ts';
import { type ScriptedAnswer, SIMULATOR_TOKEN } from '../support/slack-simulator/index.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const JO = 'W012A3CDE';
const users = [{ id: JO, email: 'jo@example.com' }];

/** Texts that mean something to a runner, a terminal, a page, a reader. */
const TEXTS = [
  '::error file=a.yml,line=1::boo',
  '::set-output name=outcome::success',
  '::add-path::/tmp/evil',
  '::set-env name=NODE_OPTIONS::--require=evil',
  '::stop-commands::pause',
  '::add-mask::W012A3CDE',
  '##[set-output name=outcome]success',
  '##[add-path]/tmp/evil',
  '##[stop-commands]pause',
  '%0A::error::boo%0D%0A##[error]boo',
  '\r::error::boo',
  '\u2028::error::boo',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '</code></details></td></table><h1>boo</h1>',
  '`<b>` | </td> @octo-org/team',
  '@octo-org/team @octocat #1 GH-1 octo-org/offboarding#2',
  '[a](javascript:alert(1)) ![b](https://example.com/c.png) https://example.com www.example.com',
  '**a** _b_ ~~c~~ <!-- d',
  '\u001b[31mred\u001b]8;;https://example.com\u0007link',
  '\u202etxet\u2066\u200f\u061c',
  'a\\`b\\|c&lt;img&gt;',
] as const;
/** All of them in one line, for places that cost a process each. */
const ALL = TEXTS.join(' ');
const ALL_LINES = TEXTS.join('\n');

const OUR_COMMANDS = new Set(['add-mask', 'group', 'endgroup', 'warning', 'error', 'debug']);
const OUR_OUTPUTS = [
  ...['failed-count', 'failed-user-ids', 'outcome', 'queued-count', 'report-path', 'results', 'signed-out-count'],
  ...['skipped-count', 'user-count', 'verified-count'],
];

/** What a run told that is not ours. */
function foreignIn(run: ActionRun): readonly unknown[] {
  const masks = run.masks.filter((mask) => mask !== SIMULATOR_TOKEN && !mask.startsWith('ghs_'));
  const names = run.commands.map(({ name }) => name).filter((name) => !OUR_COMMANDS.has(name));
  const groups = run.commands.filter(({ name }) => name === 'group').map(({ message }) => message);
  const messages = run.commands.filter(({ name }) => name !== 'debug').map(({ message }) => message);
  const unfit = [run.stdout, run.stderr, run.summary].flatMap(
    (text) => /[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u.exec(text) ?? [],
  );
  const keys = Object.keys(run.outputs).toSorted();
  return [
    ...masks,
    ...names,
    ...groups.filter(
      (title) => !/^(Results \(\d+ (person|people)\)|Call \d+(?: of \d+)?, \d+ (person|people): the IDs)$/.test(title),
    ),
    ...messages.filter((message) => /[\r\n]/.test(message)),
    ...unfit,
    ...(JSON.stringify(keys) === JSON.stringify(OUR_OUTPUTS) ? [] : keys),
    ...findForeign(run.summary),
    ...stackLines(run),
    ...(run.stderr === '' ? [] : [run.stderr]),
  ];
}

interface Trap {
  readonly inputs?: Inputs;
  readonly options?: RunOptions;
  readonly answers?: Readonly<Record<string, ScriptedAnswer>>;
  readonly github?: GitHubAnswer;
}

const error = (code: string, body: object = {}): ScriptedAnswer => ({ kind: 'error', error: code, body });
const roster = (text: string, name = 'r.yml'): Trap => ({
  inputs: { 'user-ids': '', roster: '*.yml' },
  options: { files: { [name]: text } },
});
const quoted = JSON.stringify(ALL);
/** A file for each of the texts. */
const rosters = (text: string): Trap => ({
  inputs: { 'user-ids': '', roster: '*.yml' },
  options: { files: Object.fromEntries(TEXTS.map((name) => [fileName(name), text])) },
});
const fileName = (text: string) => `${text.replaceAll('/', '\u2215').slice(0, 80)}.yml`;

const TRAPS: readonly (readonly [string, Trap])[] = [
  ['user-ids', { inputs: { 'user-ids': ALL } }],
  ['user-ids as JSON', { inputs: { 'user-ids': JSON.stringify(TEXTS) } }],
  [
    'the name of a mention',
    { inputs: { 'user-ids': TEXTS.map((text) => `<@${JO}|${text.replaceAll(/[<>\n]/g, '')}>`).join('\n') } },
  ],
  ['emails', { inputs: { emails: ALL } }],
  ['protected-user-ids', { inputs: { 'protected-user-ids': ALL } }],
  ['ignore-errors', { inputs: { 'ignore-errors': ALL } }],
  ['max-users', { inputs: { 'max-users': ALL } }],
  ['dry-run', { inputs: { 'dry-run': ALL_LINES } }],
  ['roster-entries', { inputs: { 'roster-entries': ALL_LINES } }],
  ['timeout-minutes', { inputs: { 'timeout-minutes': ALL } }],
  ['api-url', { inputs: { 'api-url': `https://${ALL}/` } }],
  ['the path of api-url', { inputs: { 'api-url': `http://127.0.0.1:2/${ALL}/`, 'max-retries': '0' } }],
  ['report-path', { inputs: { 'report-path': `a${ALL.replaceAll('/', '.').slice(0, 180)}\n::error::boo` } }],
  ['roster, as paths', { inputs: { roster: ALL_LINES } }],
  ['a token of GitHub', { inputs: { 'github-token': `ghs_${ALL.slice(0, 40)}` } }],
  ['an entry', roster(`- ${quoted}\n`)],
  ['an ID', roster(`- user_id: ${quoted}\n`)],
  ['an address', roster(`- email: ${quoted}\n`)],
  ['a date', roster(`- { user_id: ${JO}, effective: ${quoted} }\n`)],
  [
    'a ticket',
    roster(
      TEXTS.map(
        (text, index) =>
          `- { user_id: W0000${index}A, ticket: ${JSON.stringify(text.replaceAll(/[\p{Cc}\u2028]/gu, ''))} }\n`,
      ).join(''),
    ),
  ],
  ['a key', roster(`- { user_id: ${JO}, ${quoted}: a }\n`)],
  ['a key of the house', roster(`- { user_id: ${JO}, "x-${quoted.slice(1)}: a, name: ${quoted}, note: ${quoted} }\n`)],
  ['a name as an alias', roster(`- *${ALL.replaceAll(/[\s[\]{},]/g, '')}\n`)],
  ['YAML that is none', roster(`- "a\n${ALL_LINES}\n`)],
  ['Slack’s error', { answers: { [RESET]: error(ALL) } }],
  [
    'Slack’s messages',
    { answers: { [RESET]: error('invalid_arguments', { response_metadata: { messages: TEXTS } }) } },
  ],
  [
    'Slack’s messages that turn or hide text',
    {
      answers: {
        [RESET]: error('invalid_arguments', { response_metadata: { messages: [TEXTS[19], TEXTS[18], TEXTS[11]] } }),
      },
    },
  ],
  [
    'Slack’s messages of another kind',
    {
      answers: {
        [RESET]: error('invalid_arguments', {
          response_metadata: { messages: [{ toString: 1 }, [[TEXTS]], null, ALL] },
        }),
      },
    },
  ],
  [
    'the scopes that Slack names',
    { answers: { [RESET]: error('missing_scope', { needed: ALL, provided: ALL_LINES }) } },
  ],
  [
    'the people whom Slack names',
    { answers: { [RESET]: error('failed_for_some_users', { failed_user_ids: { [JO]: ALL, [ALL]: ALL } }) } },
  ],
  [
    'Slack’s page of an error',
    { inputs: { 'max-retries': '0' }, answers: { [RESET]: { kind: 'http', status: 500, body: ALL_LINES } } },
  ],
  [
    'Slack’s request ID',
    {
      inputs: { 'max-retries': '0' },
      answers: {
        [RESET]: {
          kind: 'http',
          status: 503,
          headers: {
            'x-slack-req-id': '::error::a ##[error]b <img src=x> @octo-org/team',
            'retry-after': '##[error]a',
          },
        },
      },
    },
  ],
  [
    'Slack’s member',
    {
      inputs: { emails: 'jo@example.com', 'user-ids': '' },
      answers: { 'users.lookupByEmail': { kind: 'ok', body: { user: { id: ALL, name: ALL } } } },
    },
  ],
  [
    'Slack’s team',
    {
      inputs: { verify: 'true', 'timeout-minutes': '0.05' },
      answers: {
        'auth.test': {
          kind: 'ok',
          body: { team_id: ALL, enterprise_id: ALL, user_id: ALL, user: ALL, team: ALL, url: ALL },
        },
      },
    },
  ],
  [
    'Slack’s sessions',
    {
      inputs: { verify: 'true', 'timeout-minutes': '0.05' },
      answers: {
        'admin.users.session.list': {
          kind: 'ok',
          body: {
            active_sessions: [
              { user_id: ALL, session_id: ALL, created: { os: ALL, ip: ALL } },
              { user_id: JO, session_id: 1, recent: { device_hardware: ALL } },
            ],
            response_metadata: { next_cursor: ALL },
          },
        },
      },
    },
  ],
  [
    'Slack’s refusal of a listing',
    {
      inputs: { verify: 'true', 'timeout-minutes': '0.05' },
      answers: { 'admin.users.session.list': error(ALL, { response_metadata: { messages: TEXTS } }) },
    },
  ],
  [
    'GitHub’s error',
    {
      inputs: { 'roster-entries': 'added', roster: 'r.yml', 'max-retries': '0' },
      options: { files: { 'r.yml': `- ${JO}\n` } },
      github: answerWith({ status: 422, headers: {}, body: JSON.stringify({ message: ALL_LINES, errors: TEXTS }) }),
    },
  ],
  [
    'GitHub’s page of an error',
    {
      inputs: { 'roster-entries': 'added', roster: 'r.yml', 'max-retries': '0' },
      options: { files: { 'r.yml': `- ${JO}\n` } },
      github: answerWith({ status: 200, headers: { 'content-type': 'text/html' }, body: ALL_LINES }),
    },
  ],
  [
    'GitHub’s list of files',
    {
      inputs: { 'roster-entries': 'added', roster: 'r.yml', 'max-retries': '0' },
      options: { files: { 'r.yml': `- ${JO}\n` } },
      github: answerWith({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          sha: BASE_SHA,
          truncated: false,
          tree: [...TEXTS, 'r.yml'].map((path) => ({ path, type: 'blob', sha: ALL })),
        }),
      }),
    },
  ],
  [
    'the event',
    {
      inputs: { 'roster-entries': 'added', roster: 'r.yml' },
      options: {
        files: { 'r.yml': `- ${JO}\n` },
        prepare: ({ eventFile }) => writeFile(eventFile, `<b>@octo-org ${ALL_LINES}`),
      },
    },
  ],
  [
    'the facts of the run',
    {
      options: {
        env: {
          GITHUB_WORKFLOW: ALL_LINES,
          GITHUB_JOB: ALL,
          GITHUB_ACTOR: ALL,
          GITHUB_REF: ALL,
          GITHUB_RUN_ID: ALL,
          GITHUB_SHA: ALL,
          GITHUB_EVENT_NAME: 'push',
        },
      },
    },
  ],
  ['the names of files', rosters(`- C012\n`)],
  ['the names of good files', rosters(`- ${JO}\n- ${JO}\n`)],
  ['a file with line ends in its name', roster(`- ${JO}\n`, 'a\n::error::boo\n##[error]boo\n.yml')],
];

const WITH_COMMENT = /file|GitHub|facts|ticket|error|paths/;

describe('text from outside is text, and no command, markup, mention or output', () => {
  it.concurrent.each(TRAPS)('in %s', async (name, { inputs, options, answers = {}, github: gitHubAnswer }) => {
    await withScene({ slack: { users } }, async ({ slack, github, run }) => {
      for (const [method, answer] of Object.entries(answers)) {
        slack.answerAlways(method, answer);
      }
      if (gitHubAnswer !== undefined) {
        github.answerNext('tree', gitHubAnswer);
      }
      const ended = await run(
        // What a comment holds is what the summary holds, and a process without one starts sooner.
        { 'user-ids': JO, comment: String(WITH_COMMENT.test(name)), ...inputs },
        { event: pullRequestEvent(), debug: true, ...options },
      );
      const comments = github.comments().flatMap(({ body }) => findForeign(body));
      expect([foreignIn(ended), comments, ended.outputs['outcome'] === '']).toEqual([[], [], false]);
      expect(
        slack
          .groups()
          .flat()
          .every((id) => /^[UW][A-Z0-9]{2,31}$/.test(id)),
      ).toBe(true);
    });
  });
});
