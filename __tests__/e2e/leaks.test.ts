import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts';
import { BASE_SHA, HEAD_SHA, pullRequestEvent, type Scene, withScene } from '../support/github-scenario.ts';
import {
  answerWith,
  BAD_GATEWAY,
  FORBIDDEN,
  type ScriptedAnswer as GitHubAnswer,
  type GitHubOptions,
  LOGIN_PAGE,
} from '../support/github-stand-in/index.ts';
import { type Confidential, findLeaks, placesOf, tracesOf } from '../support/leaks.ts';
import { type ActionRun, JOB_TOKEN, type RunOptions } from '../support/run-action.ts';
import { type Inputs, RESET } from '../support/scenario.ts';
import { type ScriptedAnswer, SIMULATOR_TOKEN, type SimulatorOptions } from '../support/slack-simulator/index.ts';
import { type Certificate, makeCertificate, startTlsFront } from '../support/tls-front.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const NAME = 'Josephine Zwetschge';
const NOTE = 'leaves with rancour';
const EMAILS = ['jo.zwetschge@example.com', 'sam.pflaume@example.com', 'kim.mirabelle@example.com'] as const;
const users = [
  { id: JO, email: EMAILS[0] },
  { id: SAM, email: EMAILS[1] },
];
const ROSTER = `version: 1
x-contact: ${NAME} <${EMAILS[0]}>
leavers:
  - user_id: ${JO} # ${NAME}
    name: ${NAME}
    note: ${NOTE}
    email: ${EMAILS[0]}
    ticket: HR-77
    x-manager: ${NAME}
  - email: ${EMAILS[1]}
    name: Sam Pflaume
  - { email: ${EMAILS[2]}, name: Kim Mirabelle, effective: 2999-01-01 }
  - { user_id: ${KIM}, note: '${NOTE}' }
`;
const CONFIDENTIAL: Confidential = {
  tokens: { "Slack's token": SIMULATOR_TOKEN, "the job's token": JOB_TOKEN },
  personal: [
    ...[NAME, 'Zwetschge', 'Sam Pflaume', 'Mirabelle', NOTE, 'rancour', ...EMAILS, 'pflaume@', 'mirabelle@'],
    // What the simulated Slack says of people and their sessions.
    ...['192.0.2.10', '198.51.100.20', 'iPhone14,3', '14.6.1', '4.41.97', '24.11.20', '2026.11.1'],
  ],
};
const FILES = { 'r.yml': ROSTER };
const ECHO = `${SIMULATOR_TOKEN} ${Buffer.from(SIMULATOR_TOKEN).toString('base64')} ${NAME} ${EMAILS.join(' ')} 192.0.2.10 iPhone14,3`;
/** What GitHub echoes; it may well hold the job's token. */
const ECHO_OF_GITHUB = JSON.stringify({ message: `${JOB_TOKEN} ${NAME} ${EMAILS[0]}`, errors: [JOB_TOKEN, NAME] });

interface Path {
  readonly inputs?: Inputs;
  readonly slack?: SimulatorOptions;
  readonly github?: GitHubOptions;
  readonly options?: RunOptions;
  readonly answers?: Readonly<Record<string, ScriptedAnswer>>;
  readonly gitHubAnswer?: GitHubAnswer;
}

const error = (code: string, body: object = {}): ScriptedAnswer => ({ kind: 'error', error: code, body });
const everywhere = (answer: ScriptedAnswer): Readonly<Record<string, ScriptedAnswer>> => ({
  [RESET]: answer,
  'users.lookupByEmail': answer,
  'auth.test': answer,
  'admin.users.session.list': answer,
});
const added: Inputs = { 'roster-entries': 'added' };
const before = { [BASE_SHA]: { 'r.yml': ROSTER.replace(`  - { user_id: ${KIM}`, '# ') }, [HEAD_SHA]: FILES };
const ECHO_BODY = {
  user: { id: JO, name: NAME, profile: { email: EMAILS[0] } },
  response_metadata: { messages: [ECHO] },
};

const PATHS: readonly (readonly [string, Path])[] = [
  ['a reset with everything', {}],
  ['a dry run', { inputs: { 'dry-run': 'true' } }],
  ['only what was added', { inputs: added, github: { commits: before } }],
  ['too many people', { inputs: { 'max-users': '1' } }],
  ['a protected person', { inputs: { 'protected-user-ids': KIM } }],
  [
    'sessions that stay',
    { inputs: { 'timeout-minutes': '0.06' }, slack: { users: users.map((user) => ({ ...user, sticky: true })) } },
  ],
  ['a token without scopes', { slack: { users, scopes: [] } }],
  ['a token of a bot', { slack: { users, botToken: true } }],
  [
    'a code about a person',
    {
      answers: {
        [RESET]: error('failed_for_some_users', { failed_user_ids: { [JO]: ECHO, [ECHO]: ECHO }, ...ECHO_BODY }),
      },
    },
  ],
  [
    'a code about the request',
    {
      inputs: { verify: 'false' },
      answers: {
        [RESET]: error('invalid_arguments', {
          response_metadata: { messages: [`[ERROR] ${SIMULATOR_TOKEN} ${EMAILS.join(', ')} [json-pointer:/user_ids]`] },
        }),
      },
    },
  ],
  ['a code about the token', { answers: everywhere(error('token_revoked', ECHO_BODY)) }],
  ['a missing scope', { answers: everywhere(error('missing_scope', { needed: ECHO, provided: ECHO })) }],
  ['a text in place of a code', { answers: everywhere(error(ECHO, ECHO_BODY)) }],
  ['a look-up that echoes', { answers: { 'users.lookupByEmail': error('users_not_found', ECHO_BODY) } }],
  [
    'a look-up that finds nonsense',
    { answers: { 'users.lookupByEmail': { kind: 'ok', body: { user: { id: ECHO } } } } },
  ],
  [
    'a page of an error',
    {
      answers: everywhere({
        kind: 'http',
        status: 500,
        body: ECHO,
        headers: { 'x-slack-req-id': SIMULATOR_TOKEN, 'retry-after': '1' },
      }),
    },
  ],
  [
    'a redirect',
    {
      answers: everywhere({
        kind: 'http',
        status: 302,
        headers: { location: `https://example.com/?${SIMULATOR_TOKEN}` },
      }),
    },
  ],
  ['JSON that is cut', { answers: everywhere({ kind: 'cut', when: 'mid-body' }) }],
  ['no JSON', { answers: everywhere({ kind: 'raw', body: ECHO, contentType: 'text/html' }) }],
  [
    'a rate limit',
    {
      inputs: { 'timeout-minutes': '0.02' },
      answers: everywhere({ kind: 'rate-limited', retryAfter: SIMULATOR_TOKEN }),
    },
  ],
  ['a time limit', { inputs: { 'timeout-minutes': '0.01' }, answers: everywhere({ kind: 'hang' }) }],
  ['a Slack that is not there', { inputs: { 'api-url': 'http://127.0.0.1:2/' } }],
  [
    'a cancelled run',
    { answers: everywhere({ kind: 'hang' }), options: { signal: { signal: 'SIGTERM', when: 1500 } } },
  ],
  [
    'a listing that echoes',
    {
      answers: {
        'admin.users.session.list': {
          kind: 'ok',
          body: { active_sessions: [{ user_id: ECHO, session_id: ECHO }], response_metadata: { next_cursor: ECHO } },
        },
      },
    },
  ],
  [
    'a GitHub that echoes',
    { inputs: added, gitHubAnswer: answerWith({ status: 422, headers: {}, body: ECHO_OF_GITHUB }) },
  ],
  ['a GitHub that forbids', { inputs: added, gitHubAnswer: answerWith({ ...FORBIDDEN, body: ECHO_OF_GITHUB }) }],
  [
    'a GitHub behind a broken gateway',
    { inputs: added, gitHubAnswer: answerWith({ ...BAD_GATEWAY, body: ECHO_OF_GITHUB }) },
  ],
  ['a GitHub behind a page to sign in', { inputs: added, gitHubAnswer: answerWith(LOGIN_PAGE) }],
  ['a GitHub that is not there', { inputs: added, options: { env: { GITHUB_API_URL: 'http://127.0.0.1:2' } } }],
  [
    'an earlier roster that is broken',
    { inputs: added, github: { commits: { ...before, [BASE_SHA]: { 'r.yml': `- "${NAME}\n${EMAILS[0]}: [` } } } },
  ],
  [
    'an event that is no JSON',
    {
      inputs: added,
      options: { prepare: ({ eventFile }) => writeFile(eventFile, `${NAME} ${EMAILS[0]} ${JOB_TOKEN}`) },
    },
  ],
  ['a broken roster', { options: { files: { 'r.yml': `${ROSTER}  - "${NAME}\n ${EMAILS[0]}: [\n` } } }],
  ['a roster in Latin-1', { options: { files: { 'r.yml': Buffer.from(`${ROSTER}# \u00e4\n`, 'latin1') } } }],
  ['no report', { inputs: { 'report-path': 'r.yml/report.json' } }],
  ['no summary and no outputs', { options: { env: { GITHUB_STEP_SUMMARY: '/dev/full', GITHUB_OUTPUT: '/dev/full' } } }],
  ['no GitHub token', { inputs: { ...added, 'github-token': '' } }],
  [
    'addresses in the place of IDs',
    { inputs: { 'user-ids': EMAILS.join(' '), emails: NAME, 'protected-user-ids': EMAILS[0] } },
  ],
  [
    'tokens in the place of other inputs',
    {
      inputs: {
        'user-ids': JOB_TOKEN,
        emails: SIMULATOR_TOKEN,
        roster: JOB_TOKEN,
        'max-users': JOB_TOKEN,
        'dry-run': JOB_TOKEN,
        'report-path': JOB_TOKEN,
        'ignore-errors': `${SIMULATOR_TOKEN} ${JOB_TOKEN}`,
        'api-url': `https://${SIMULATOR_TOKEN}/`,
      },
    },
  ],
  [
    'the token of Slack for GitHub and the other way round',
    { inputs: { ...added, token: JOB_TOKEN, 'github-token': SIMULATOR_TOKEN } },
  ],
];

/** Where the two made-up tokens differ. */
const [SLACK_PART, JOB_PART] = [SIMULATOR_TOKEN.slice(0, 20), JOB_TOKEN.slice(0, 12)];

/** What each of the two hosts received of the token that belongs to the other. */
function strays({ slack, github }: Scene): readonly string[] {
  const toSlack = slack.requests.map(({ headers, rawBody, method }) => JSON.stringify([headers, rawBody, method]));
  const toGitHub = github.requests.map((request) => JSON.stringify(request));
  return [
    ...findLeaks(
      { 'a request to Slack': toSlack.join('\n') },
      { tokens: { "the job's token": JOB_PART }, personal: [NAME, NOTE] },
    ),
    ...findLeaks(
      { 'a request to GitHub': toGitHub.join('\n') },
      { ...CONFIDENTIAL, tokens: { "Slack's token": SLACK_PART } },
    ),
  ];
}

/** What a comment holds is what the summary holds, and a process without one starts sooner. */
const WITH_COMMENT = /everything|plan|dry|GitHub|broken|person|event/;

describe('tokens and personal data stay inside, with debug logging', () => {
  it.concurrent.each(PATHS)(
    '%s',
    async (name, { inputs, slack: world, github: repository, options, answers = {}, gitHubAnswer }) => {
      await withScene({ slack: world ?? { users }, github: repository ?? {} }, async (scene) => {
        const { slack, github, run } = scene;
        for (const [method, answer] of Object.entries(answers)) {
          slack.answerAlways(method, answer);
        }
        if (gitHubAnswer !== undefined) {
          github.answerAlways(gitHubAnswer);
        }
        const given = {
          roster: 'r.yml',
          comment: String(WITH_COMMENT.test(name)),
          verify: 'true',
          'max-retries': '0',
          'timeout-minutes': '0.1',
          ...inputs,
        };
        const ended = await run(given, { files: FILES, event: pullRequestEvent(), debug: true, ...options });
        const comments = github.comments().map(({ body }) => body);
        const isSwapped = name.startsWith('the token of Slack for GitHub');
        expect([
          findLeaks({ ...placesOf(ended), comments: comments.join('\n') }, CONFIDENTIAL),
          isSwapped ? [] : strays(scene),
        ]).toEqual([[], []]);
        expect(new Set(ended.masks)).toEqual(
          new Set([SIMULATOR_TOKEN, ...(inputs?.['github-token'] === '' ? [] : [JOB_TOKEN])]),
        );
        expect(ended.stdout).toMatch(/Outcome: /);
      });
    },
  );
});

describe('each token goes to its own host', () => {
  let certificate: Certificate;
  beforeAll(async () => {
    certificate = await makeCertificate('slack.com');
  });

  async function visit(
    scene: Scene,
    act: (proxy: ForwardProxy) => Promise<ActionRun>,
  ): Promise<[ActionRun, ForwardProxy]> {
    const front = await startTlsFront(certificate, scene.slack.url);
    const proxy = await startForwardProxy({ route: { 'slack.com:443': front.port } });
    try {
      return [await act(proxy), proxy];
    } finally {
      await proxy.close();
      await front.close();
    }
  }

  it('through a proxy, which sees neither in a CONNECT', async () => {
    await withScene({ slack: { users }, github: { commits: before } }, async (scene) => {
      const [ended, proxy] = await visit(scene, ({ url }) =>
        scene.run(
          { roster: 'r.yml', comment: 'true', verify: 'true', 'api-url': 'https://slack.com/api/', ...added },
          {
            files: FILES,
            event: pullRequestEvent(),
            debug: true,
            env: { HTTPS_PROXY: url, NO_PROXY: '127.0.0.1', NODE_EXTRA_CA_CERTS: 'ca.pem' },
            prepare: ({ workspace }) => writeFile(join(workspace, 'ca.pem'), certificate.cert),
          },
        ),
      );
      const seen = JSON.stringify(proxy.requests);
      expect([findLeaks({ ...placesOf(ended), proxy: seen }, CONFIDENTIAL), strays(scene)]).toEqual([[], []]);
      expect([proxy.requests.length > 0, scene.github.comments().length, scene.slack.groups()]).toEqual([
        true,
        1,
        [[KIM]],
      ]);
      const authorizations = [...scene.slack.requests.map(({ headers }) => headers.authorization)];
      expect(new Set(authorizations)).toEqual(new Set([`Bearer ${SIMULATOR_TOKEN}`]));
      expect(new Set(scene.github.requests.map(({ authorization }) => authorization))).toEqual(
        new Set([`token ${JOB_TOKEN}`]),
      );
    });
  });

  it('and to no other when Slack or GitHub redirects', async () => {
    await withScene({ slack: { users } }, async (scene) => {
      await withScene({}, async (other) => {
        const location = `${other.github.url}/elsewhere`;
        scene.slack.answerAlways(RESET, { kind: 'http', status: 307, headers: { location } });
        scene.github.answerAlways(
          answerWith({ status: 307, headers: { location: `${other.slack.url}auth.test` }, body: '' }),
        );
        const inputs = { 'user-ids': JO, comment: 'true', 'max-retries': '0' };
        const ended = await scene.run(inputs, { event: pullRequestEvent(), debug: true });
        const received = [...other.slack.requests, ...other.github.requests].map((request) => JSON.stringify(request));
        const traces = [SIMULATOR_TOKEN, JOB_TOKEN].flatMap(tracesOf);
        expect(received.filter((text) => traces.some((trace) => text.toLowerCase().includes(trace)))).toEqual([]);
        expect([ended.exitCode, findLeaks(placesOf(ended), CONFIDENTIAL)]).toEqual([1, []]);
      });
    });
  });
});

describe('a token that is none', () => {
  it.concurrent.each(['e', '"', ',', 'null'])('spoils no output and no report: %s', async (token) => {
    await withScene({ slack: { users, token } }, async ({ run }) => {
      const ended = await run({ 'user-ids': JO, token }, { debug: true });
      expect([ended.outputs['outcome'], ended.results.map(({ user_id, status }) => [user_id, status])]).toEqual([
        'success',
        [[JO, 'queued']],
      ]);
      expect(ended.report).toMatchObject({ schema_version: 1, outcome: 'success', results: [{ user_id: JO }] });
    });
  });
});

describe('the bundle', () => {
  it('holds no token', async () => {
    const text = await readFile(new URL('../../dist/index.js', import.meta.url), 'utf8');
    expect(text.match(/\bx(?:ox[abcdeprs]|app)-[A-Za-z0-9-]{16,}|\bgh[opsur]_[A-Za-z0-9]{20,}/g) ?? []).toEqual([]);
  });
});
