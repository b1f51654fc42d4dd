import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import {
  BASE_SHA,
  HEAD_SHA,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  type Scene,
  withScene,
} from '../support/github-scenario.ts';
import {
  answerWith,
  BAD_GATEWAY,
  type Files,
  type GitHubOptions,
  LOGIN_PAGE,
  primaryLimit,
  type Route,
  type ScriptedAnswer,
  SERVER_ERROR,
  secondaryLimit,
} from '../support/github-stand-in/index.ts';
import { JOB_TOKEN, type RunnerPlaces, type RunOptions } from '../support/run-action.ts';
import { annotations, type Inputs, makeIds, occurrences, stackLines } from '../support/scenario.ts';
import { SIMULATOR_TOKEN } from '../support/slack-simulator/index.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(30_000);

const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const users = [{ id: JO, email: 'jo@example.com' }, SAM, KIM];
const GLOB = 'offboarding/*.yml';

/** What a change to the repository is made of; the workspace holds what the head commit holds. */
interface Change {
  readonly before: Files;
  readonly now: Files;
  readonly github?: GitHubOptions;
}

function changed<T>({ before, now, github }: Change, act: (scene: Scene) => Promise<T>): Promise<T> {
  const commits = { [BASE_SHA]: { 'README.md': 'Read me', ...before }, [HEAD_SHA]: { 'README.md': 'Read me', ...now } };
  return withScene({ slack: { users }, github: { commits, ...github } }, (scene) =>
    act({
      ...scene,
      run: (inputs, options) =>
        scene.run(
          { roster: GLOB, 'roster-entries': 'added', ...inputs },
          {
            event: pushEvent(),
            ...options,
            prepare: async (places) => {
              await writeTree(now, places.workspace);
              await options?.prepare?.(places);
            },
          },
        ),
    }),
  );
}

/** Writes the files of a commit into a workspace, as a checkout does. */
async function writeTree(files: Files, workspace: string): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const at = join(workspace, path);
    await mkdir(dirname(at), { recursive: true });
    await (typeof content === 'object' && 'link' in content ? symlink(content.link, at) : writeFile(at, content));
  }
}

describe('of a change to the roster', () => {
  const before = { 'offboarding/a.yml': `- ${JO}\n- ${SAM}\n` };
  const dated = (effective: string) => ({ 'offboarding/a.yml': `- user_id: ${JO}\n  effective: ${effective}\n` });
  const cases: (Change & { name: string; sent: string[]; roster?: string })[] = [
    {
      name: 'a new entry is sent alone',
      before,
      now: { 'offboarding/a.yml': `- ${KIM}\n- ${JO}\n- ${SAM}\n` },
      sent: [KIM],
    },
    { name: 'a new file is sent as a whole', before: {}, now: before, sent: [JO, SAM] },
    {
      name: 'a new file is sent without those who stand in another file',
      before,
      now: { ...before, 'offboarding/b.yml': `- ${SAM}\n- ${KIM}\n` },
      sent: [KIM],
    },
    { name: 'entries that are the same are not sent', before, now: before, sent: [] },
    { name: 'another effective is sent', before: dated('2020-01-01'), now: dated('2020-01-02'), sent: [JO] },
    {
      name: 'an effective that comes forward from the future is sent',
      before: dated('2999-01-01'),
      now: dated('2020-01-01'),
      sent: [JO],
    },
    {
      name: 'an effective that is taken away is sent',
      before: dated('2999-01-01'),
      now: { 'offboarding/a.yml': `- ${JO}\n` },
      sent: [JO],
    },
    {
      name: 'an effective that is put off into the future is not due',
      before: dated('2020-01-01'),
      now: dated('2999-01-01'),
      sent: [],
    },
    {
      name: 'the same moment in another notation is not sent',
      before: dated('2020-01-01'),
      now: dated('"2020-01-01T01:00:00+01:00"'),
      sent: [],
    },
    {
      name: 'a file renamed inside the pattern adds nobody',
      before,
      now: { 'offboarding/z.yml': `- ${JO}\n- ${SAM}\n` },
      sent: [],
    },
    {
      name: 'a file renamed without GitHub seeing it adds nobody',
      before,
      now: { 'offboarding/z.yml': `- ${SAM}\n- ${JO}\n- ${KIM}\n` },
      sent: [KIM],
    },
    {
      name: 'a file renamed into the pattern brings its people',
      before: { 'drafts/a.yml': `- ${JO}\n- ${SAM}\n` },
      now: { 'offboarding/a.yml': `- ${JO}\n- ${SAM}\n- ${KIM}\n` },
      sent: [JO, SAM, KIM],
    },
    {
      name: 'a file named literally that was elsewhere before brings its people',
      before: { 'leavers.yml': `- ${JO}\n` },
      now: { 'people/offboarding.yml': `- ${JO}\n- ${KIM}\n` },
      roster: 'people/offboarding.yml',
      sent: [JO, KIM],
    },
    {
      name: 'an entry moved to another file is not sent',
      before: { 'offboarding/a.yml': `- ${JO}\n- ${SAM}\n`, 'offboarding/b.yml': `- ${KIM}\n` },
      now: { 'offboarding/a.yml': `- ${SAM}\n`, 'offboarding/b.yml': `- ${KIM}\n- ${JO}\n` },
      sent: [],
    },
    {
      name: 'an entry moved out of a file that is deleted is not sent',
      before: { 'offboarding/a.yml': `- ${JO}\n`, 'offboarding/b.yml': `- ${KIM}\n` },
      now: { 'offboarding/b.yml': `- ${KIM}\n- ${JO}\n` },
      sent: [],
    },
    { name: 'a deletion sends nobody', before, now: { 'offboarding/a.yml': `- ${SAM}\n` }, sent: [] },
    {
      name: 'an entry added again, after it was gone, is sent',
      before: { 'offboarding/a.yml': `- ${SAM}\n` },
      now: before,
      sent: [JO],
    },
    {
      name: 'another line ending sends nobody',
      before: { 'offboarding/a.yml': `version: 1\nleavers:\n  - user_id: ${JO}\n    effective: 2020-01-01\n` },
      now: { 'offboarding/a.yml': `version: 1\r\nleavers:\r\n  - user_id: ${JO}\r\n    effective: 2020-01-01\r\n` },
      sent: [],
    },
    {
      name: 'a byte order mark sends nobody',
      before,
      now: { 'offboarding/a.yml': `\ufeff- ${JO}\n- ${SAM}\n` },
      sent: [],
    },
    {
      name: 'a comment, a note and a ticket send nobody',
      before,
      now: { 'offboarding/a.yml': `# Left us\n- user_id: ${JO} # Jo\n  note: sad\n  ticket: HR-1\n- ${SAM}\n` },
      sent: [],
    },
    {
      name: 'an address in another case is the same person',
      before: { 'offboarding/a.yml': '- email: jo@example.com\n' },
      now: { 'offboarding/a.yml': `- email: JO@Example.COM\n- ${KIM}\n` },
      sent: [KIM],
    },
    {
      name: 'a new address is looked up and sent',
      before: { 'offboarding/a.yml': '[]' },
      now: { 'offboarding/a.yml': '- JO@example.com\n' },
      sent: [JO],
    },
    {
      name: 'a second entry with a moment of its own is sent',
      before: dated('2999-01-01'),
      now: { 'offboarding/a.yml': `${dated('2999-01-01')['offboarding/a.yml']}- ${JO}\n` },
      sent: [JO],
    },
    {
      name: 'the earlier of two entries taken away is another moment',
      before: { 'offboarding/a.yml': `- ${JO}\n- user_id: ${JO}\n  effective: 2020-01-01\n` },
      now: dated('2020-01-01'),
      sent: [JO],
    },
    {
      name: 'the later of two entries taken away sends nobody',
      before: { 'offboarding/a.yml': `- ${JO}\n- user_id: ${JO}\n  effective: 2020-01-01\n` },
      now: { 'offboarding/a.yml': `- ${JO}\n` },
      sent: [],
    },
    {
      name: 'names that need escaping in a URL are found',
      before: { 'offboarding/März 100% #1 +a&b=c;d.yml': `- ${JO}\n` },
      now: { 'offboarding/März 100% #1 +a&b=c;d.yml': `- ${JO}\n- ${SAM}\n` },
      sent: [SAM],
    },
    {
      name: 'files below, and those deleted there, count when the pattern has two stars',
      before: { 'hr/2026/a.yml': `- ${JO}\n`, 'hr/2025/b.yml': `- ${SAM}\n`, 'hr/notes.txt': '{' },
      now: { 'hr/2027/c.yml': `- ${JO}\n- ${SAM}\n- ${KIM}\n`, 'hr/notes.txt': '{' },
      roster: './hr/../hr/**/*.yml',
      sent: [KIM],
    },
    {
      name: 'every line of the input counts',
      before: { 'a.yml': `- ${JO}\n`, 'b.yml': `- ${SAM}\n`, 'c.yml': `- ${KIM}\n` },
      now: { 'a.yml': `- ${SAM}\n`, 'b.yml': `- ${KIM}\n- ${JO}\n`, 'c.yml': '' },
      roster: 'a.yml\n{b,x}.yml',
      sent: [KIM],
    },
  ];

  it.concurrent.each(cases)('$name', async ({ sent, roster = GLOB, ...change }) => {
    await changed(change, async ({ slack, run }) => {
      const { exitCode, outputs } = await run({ roster });
      expect({ sent: slack.groups(), exitCode, outcome: outputs['outcome'] }).toEqual({
        sent: sent.length === 0 ? [] : [sent],
        exitCode: 0,
        outcome: sent.length === 0 ? 'nothing-to-do' : 'success',
      });
    });
  });
});

const ONE_MORE: Change = {
  before: { 'offboarding/a.yml': `- ${JO}\n- ${SAM}\n` },
  now: { 'offboarding/a.yml': `- ${JO}\n- ${SAM}\n- ${KIM}\n` },
};

/** What git calls a file with this content. */
function blobOf(content: unknown): string {
  const text = String(content);
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

describe('the base', () => {
  it.concurrent.each([
    ['push', pushEvent()],
    ['pull_request', pullRequestEvent()],
    ['merge_group', mergeGroupEvent()],
  ])('of a %s is read as raw text, with the token of the job', async (_name, event) => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      await run({}, { event });
      const reading = github.requests.filter(({ route }) => route === 'blob');
      expect([slack.groups(), reading]).toEqual([
        [[KIM]],
        [
          {
            route: 'blob',
            httpMethod: 'GET',
            url: `/repos/octo-org/offboarding/git/blobs/${blobOf(ONE_MORE.before['offboarding/a.yml'])}`,
            authorization: `token ${JOB_TOKEN}`,
            accept: 'application/vnd.github.raw+json',
            rawBody: '',
          },
        ],
      ]);
    });
  });

  it.concurrent('of pull_request_target is read for the plan', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const { results, exitCode } = await run(
        { 'dry-run': 'true' },
        { event: pullRequestEvent('pull_request_target') },
      );
      const told = results.map(({ user_id, status, source }) => [user_id, status, source]);
      expect([slack.requests, exitCode, told]).toEqual([[], 0, [[KIM, 'planned', 'offboarding/a.yml:3']]]);
    });
  });

  it.concurrent('is read from the server that GITHUB_API_URL names, with its path', async () => {
    await changed({ ...ONE_MORE, github: { prefix: '/api/v3' } }, async ({ github, slack, run }) => {
      await run({});
      expect([slack.groups(), github.routes()]).toEqual([[[KIM]], ['tree', 'tree', 'blob']]);
    });
  });

  it.concurrent('is found when the checkout lies in a folder of the workspace', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const files = { 'hr/.git/HEAD': 'ref: refs/heads/main\n' };
      const prepare = ({ workspace }: RunnerPlaces) => writeTree(ONE_MORE.now, join(workspace, 'hr'));
      const { exitCode } = await run({ roster: 'hr/offboarding/*.yml' }, { files, prepare });
      expect([slack.groups(), exitCode]).toEqual([[[KIM]], 0]);
    });
  });

  it.concurrent('does not concern those who are asked for elsewhere', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      await run({ 'user-ids': SAM, emails: 'jo@example.com' });
      expect(slack.groups()).toEqual([[SAM, JO, KIM]]);
    });
  });

  it.concurrent('is not needed, and not read, for all entries', async () => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      await run({ 'roster-entries': 'all' }, { event: { name: 'schedule', payload: {} } });
      expect([slack.groups(), github.requests]).toEqual([[[JO, SAM, KIM]], []]);
    });
  });

  it.concurrent('of 5,000 entries above 1 MB leaves the three that were added', async () => {
    const ids = makeIds(5003);
    const entry = (id: string) =>
      `  - user_id: ${id}\n    effective: 2020-01-01\n    note: ${'Left the company. '.repeat(10)}\n`;
    const before = `version: 1\nleavers:\n${ids.slice(3).map(entry).join('')}`;
    const now = `version: 1\nleavers:\n${[...ids.slice(1, 2500), ids[0], ...ids.slice(2500)].map(String).map(entry).join('')}`;
    expect(Buffer.byteLength(before)).toBeGreaterThan(1024 * 1024);
    const change = { before: { 'offboarding/a.yml': before }, now: { 'offboarding/a.yml': now } };
    await changed(change, async ({ slack, run }) => {
      const { exitCode, wallMs } = await run({ 'ignore-errors': 'user_not_found' });
      expect([slack.groups()[0], exitCode]).toEqual([[ids[1], ids[2], ids[0]], 0]);
      expect(wallMs).toBeLessThan(10_000);
    });
  });
});

describe('nobody is sent, and the error says what to do', () => {
  const invalid = { ...ONE_MORE, before: { 'offboarding/a.yml': `- ${JO}\n- ]\n` } };
  const misspelt = { ...ONE_MORE, before: { 'offboarding/a.yml': `- user_id: ${JO}\n  efective: 2020-01-01\n` } };
  const gone = {
    ...ONE_MORE,
    before: { 'offboarding/a.yml': `- ${JO}\n`, 'offboarding/old.yml': '# old\n\n- nobody\n' },
  };
  const manual = { event: { name: 'workflow_dispatch', payload: {} } };
  const toAll = /use "roster-entries: all"/;
  const cases: [string, RegExp, { change?: Change; inputs?: Inputs; options?: RunOptions }][] = [
    ['on workflow_dispatch', /event workflow_dispatch has no earlier version/, { options: manual }],
    ['on schedule', /event schedule has no earlier version/, { options: { event: { name: 'schedule', payload: {} } } }],
    ['on the first push of a branch', /push\.before is all zeros/, { options: { event: pushEvent('0'.repeat(40)) } }],
    ['on a push without before', /does not say push\.before/, { options: { event: pushEvent(null) } }],
    [
      'on a push with a before that is no commit',
      /does not say push\.before/,
      { options: { event: pushEvent('main') } },
    ],
    [
      'on a pull request without a base',
      /does not say pull_request\.head\.sha/,
      { options: { event: { name: 'pull_request', payload: { pull_request: { number: 1 } } } } },
    ],
    [
      'when the base was not valid YAML',
      /offboarding\/a\.yml was not a valid roster at ba5e000 \(line 2: not valid YAML/,
      { change: invalid },
    ],
    ['when the base had an unknown key', /offboarding\/a\.yml .*\(line 2: .*"effective"/, { change: misspelt }],
    ['when a file that is gone was no roster', /offboarding\/old\.yml .*\(line 3: /, { change: gone }],
    [
      'when the commit is gone',
      /HTTP 404.*contents: read.*commit still exists/,
      { options: { event: pushEvent('1'.repeat(40)) } },
    ],
    [
      'when the token may not read',
      /HTTP 403.*contents: read/,
      { change: { ...ONE_MORE, github: { contents: 'none' } } },
    ],
    [
      'when the repository is not the token’s',
      /another repository, or "github-token" may not read.*contents: read.*HTTP 404/,
      { change: { ...ONE_MORE, github: { isVisible: false } } },
    ],
    ['when the token is not valid', /HTTP 401.*Check "github-token"/, { inputs: { 'github-token': 'ghs_other' } }],
    [
      'when GitHub cannot list all files of a folder',
      /did not list all files of one folder.*too many/,
      { change: { ...ONE_MORE, github: { maxTreeEntries: 1, maxFolderEntries: 1 } } },
    ],
  ];

  it.concurrent.each(cases)('%s', async (_name, message, { change = ONE_MORE, inputs, options }) => {
    await changed(change, async ({ slack, run }) => {
      const { exitCode, outputs, results, ...ended } = await run({ 'user-ids': JO, ...inputs }, options);
      const errors = annotations({ exitCode, outputs, results, ...ended }, 'error');
      // Without a base nobody can be asked for; when GitHub does not give it, those asked for elsewhere are told.
      const statuses = results.map(({ user_id, status, error }) => [user_id, status, error]);
      const jo = [JO, 'not-attempted', 'earlier_roster'];
      expect([slack.requests, exitCode, outputs['outcome'], statuses]).toEqual([
        [],
        1,
        'failure',
        outputs['user-count'] === '0' ? [] : [jo],
      ]);
      expect(outputs['user-count']).toBe(errors[0]?.includes('the event') || errors[0]?.includes('zeros') ? '0' : '1');
      expect(errors).toEqual([expect.stringMatching(message), 'Refused: 1 problem, nothing was sent to Slack.']);
      expect(errors[0]).toMatch(toAll);
    });
  });

  it.concurrent('without a github-token', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const ended = await run({ 'github-token': '' });
      expect([slack.requests, ended.exitCode, annotations(ended, 'error')[0]]).toEqual([
        [],
        1,
        '"roster-entries" is added, which needs "github-token".',
      ]);
    });
  });

  it.concurrent('when a roster lies in RUNNER_TEMP', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const ended = await run(
        { roster: `${GLOB}\n../_temp/made.yml` },
        { prepare: ({ temp }) => writeFile(join(temp, 'made.yml'), `- ${JO}\n`) },
      );
      const [error] = annotations(ended, 'error');
      expect([slack.requests, ended.exitCode]).toEqual([[], 1]);
      expect(error).toMatch(/RUNNER_TEMP\/made\.yml is outside the repository.*use "roster-entries: all"/);
    });
  });

  it.concurrent('when a roster was made in the workspace, and is no file of the commit', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const ended = await run({ roster: 'made.yml' }, { files: { 'made.yml': `- ${JO}\n` } });
      expect([slack.requests, ended.exitCode, annotations(ended, 'error')[0]]).toEqual([
        [],
        1,
        expect.stringMatching(/made\.yml/),
      ]);
    });
  });

  it.concurrent('when a roster lies in the checkout of another repository', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const files = { '.git/HEAD': '', 'hr/.git/HEAD': '', 'hr/leavers.yml': `- ${JO}\n- ${SAM}\n` };
      const ended = await run({ roster: 'hr/*.yml' }, { files });
      expect([slack.requests, ended.exitCode]).toEqual([[], 1]);
    });
  });
});

/** All that is asked of GitHub for a pull request whose head is checked out. */
const READS: readonly Route[] = ['tree', 'ref', 'compare', 'blob'];

describe('a failure of GitHub that passes', () => {
  const inSeconds = (answer: typeof SERVER_ERROR) =>
    answerWith({ ...answer, headers: { ...answer.headers, 'retry-after': '1' } });
  const cases: { name: string; route: Route; failure: () => ScriptedAnswer }[] = [
    { name: 'HTTP 500', route: 'tree', failure: () => inSeconds(SERVER_ERROR) },
    { name: 'HTTP 502 with a page', route: 'blob', failure: () => inSeconds(BAD_GATEWAY) },
    { name: 'the secondary rate limit', route: 'compare', failure: () => answerWith(secondaryLimit(1)) },
    { name: 'the primary rate limit', route: 'ref', failure: () => answerWith(primaryLimit(Date.now() + 900)) },
    { name: 'a lost connection', route: 'tree', failure: () => ({ kind: 'cut', when: 'before-acting' }) },
    ...READS.map((route) => ({
      name: 'a body cut in the middle',
      route,
      failure: (): ScriptedAnswer => ({ kind: 'cut', when: 'mid-body' }),
    })),
  ];

  it.concurrent.each(cases)('is waited for: $name for $route', async ({ route, failure }) => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      github.answerNext(route, failure());
      const { exitCode, stdout } = await run({}, { event: pullRequestEvent() });
      const asked = github.routes().filter((name) => name === route).length;
      expect([slack.groups(), exitCode, asked, occurrences(stdout, 'GitHub did not ')]).toEqual([
        [[KIM]],
        0,
        route === 'tree' ? 3 : 2,
        1,
      ]);
    });
  });

  it.concurrent('is not blamed on a permission when it is a rate limit that lasts too long', async () => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      github.answerNext('tree', answerWith(primaryLimit(Date.now() + 7_200_000)));
      const ended = await run({});
      expect([slack.groups(), ended.exitCode, annotations(ended, 'error')[0]]).toEqual([
        [],
        1,
        expect.stringMatching(/rate limit exceeded.* Run again\./),
      ]);
    });
  });

  it.concurrent('is waited for when it is a rate limit, even without retries', async () => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      github.answerNext('tree', answerWith(secondaryLimit(1)), answerWith(secondaryLimit(1)));
      const { exitCode } = await run({ 'max-retries': '0' });
      expect([slack.groups(), exitCode]).toEqual([[[KIM]], 0]);
    });
  });

  it.concurrent('is waited for within a time limit that is no whole number of milliseconds', async () => {
    await changed(ONE_MORE, async ({ slack, run }) => {
      const { exitCode } = await run({ 'timeout-minutes': '0.123456', 'max-retries': '0' });
      expect([slack.groups(), exitCode]).toEqual([[[KIM]], 0]);
    });
  });
});

describe('a failure of GitHub that stays', () => {
  const shape = { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } };
  const cases: { name: string; routes: readonly Route[]; failure: ScriptedAnswer }[] = [
    { name: 'HTTP 500', routes: ['tree'], failure: answerWith(SERVER_ERROR) },
    { name: 'a page of somebody else', routes: READS, failure: answerWith(LOGIN_PAGE) },
    { name: 'an empty object', routes: ['tree', 'ref', 'compare'], failure: answerWith({ ...shape, body: '{}' }) },
    { name: 'null', routes: ['compare'], failure: answerWith({ ...shape, body: 'null' }) },
    { name: 'a lost connection', routes: ['compare'], failure: { kind: 'cut', when: 'before-acting' } },
    { name: 'a body cut in the middle', routes: READS, failure: { kind: 'cut', when: 'mid-body' } },
    {
      name: 'bytes cut in the middle',
      routes: ['blob'],
      failure: { kind: 'cut-as', contentType: 'application/octet-stream' },
    },
    {
      name: 'an answer without content',
      routes: ['blob'],
      failure: answerWith({ status: 204, headers: {}, body: '' }),
    },
  ];
  const single = cases.flatMap(({ name, routes, failure }) => routes.map((route) => ({ name, route, failure })));

  it.concurrent.each(single)('sends nobody: $name for $route', async ({ route, failure }) => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      github.answerNext(route, failure);
      const ended = await run({ 'max-retries': '0' }, { event: pullRequestEvent() });
      const errors = annotations(ended, 'error');
      expect({
        sent: slack.groups(),
        exitCode: ended.exitCode,
        outcome: ended.outputs['outcome'],
        isExplained: errors.some((error) => error.includes('"roster-entries: all"')),
        isOurFault: errors.some((error) => error.includes('Please report it')),
        stack: stackLines(ended),
      }).toEqual({ sent: [], exitCode: 1, outcome: 'failure', isExplained: true, isOurFault: false, stack: [] });
    });
  });

  it.concurrent('sends nobody when the wait would end past the time limit', async () => {
    await changed(ONE_MORE, async ({ github, slack, run }) => {
      github.answerAlways(answerWith(primaryLimit(Date.now() + 3_000_000)));
      const { exitCode, wallMs } = await run({ 'timeout-minutes': '1' });
      expect([slack.requests, exitCode, github.routes()]).toEqual([[], 1, ['tree']]);
      expect(wallMs).toBeLessThan(10_000);
    });
  });
});

it.concurrent('a run that is cancelled while it waits for GitHub ends within two seconds, and sends nobody', async () => {
  await changed(ONE_MORE, async ({ github, slack, run }) => {
    github.answerNext('tree', answerWith(secondaryLimit(30)));
    const when = github.firstRequest.then(() => delay(300));
    const { exitCode, outputs, signalToEndMs } = await run({}, { signal: { signal: 'SIGTERM', when } });
    expect([slack.requests, exitCode, outputs['outcome'], github.routes()]).toEqual([[], 1, 'failure', ['tree']]);
    expect(signalToEndMs).toBeLessThan(2000);
  });
});

it.concurrent('the tokens go where they belong, and appear nowhere else', async () => {
  await changed(ONE_MORE, async ({ github, slack, run }) => {
    github.answerNext('tree', answerWith(secondaryLimit(1)));
    github.answerNext('blob', answerWith(SERVER_ERROR));
    const ended = await run({ 'max-retries': '0', comment: 'true' }, { debug: true, event: pullRequestEvent() });
    const again = await run({ comment: 'true' }, { debug: true, event: pullRequestEvent() });
    expect(slack.groups()).toEqual([[KIM]]);
    expect([ended, again].map(({ everything, exitCode }) => [exitCode, occurrences(everything, JOB_TOKEN)])).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect([ended.masks, again.masks]).toEqual([
      [SIMULATOR_TOKEN, JOB_TOKEN],
      [SIMULATOR_TOKEN, JOB_TOKEN],
    ]);
    expect(occurrences(JSON.stringify(slack.requests), JOB_TOKEN)).toBe(0);
    expect(occurrences(JSON.stringify([github.requests, github.comments()]), SIMULATOR_TOKEN)).toBe(0);
    expect(new Set(github.requests.map(({ authorization }) => authorization))).toEqual(new Set([`token ${JOB_TOKEN}`]));
  });
});

it.concurrent('a roster reached by a link is compared with the file that the link names', async () => {
  const linked = { 'offboarding/current.yml': { link: '../hr/a.yml' } };
  const change = {
    before: { ...linked, 'hr/a.yml': `- ${JO}\n` },
    now: { ...linked, 'hr/a.yml': `- ${JO}\n- ${KIM}\n` },
  };
  await changed(change, async ({ github, slack, run }) => {
    const { exitCode } = await run({});
    // The link is as it was, so its content is not asked for.
    expect([slack.groups(), exitCode, github.routes()]).toEqual([[[KIM]], 0, ['tree', 'tree', 'blob']]);
  });
});
