import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import {
  BASE_SHA,
  HEAD_SHA,
  PULL_REQUEST,
  pullRequestEvent,
  pushEvent,
  withScene,
} from '../support/github-scenario.ts';
import {
  answerWith,
  BAD_GATEWAY,
  type EarlierComment,
  type GitHubStandIn,
  LOGIN_PAGE,
  type Route,
  type ScriptedAnswer,
  SERVER_ERROR,
  secondaryLimit,
} from '../support/github-stand-in/index.ts';
import type { ActionRun } from '../support/run-action.ts';
import { annotations, makeIds, occurrences, stackLines } from '../support/scenario.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(30_000);

const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const users = [{ id: JO, email: 'jo@example.com' }, SAM, KIM];
const event = pullRequestEvent();
const MARKER = /^<!-- slack-session-reset [0-9a-f]{16} -->\n/;
const PLAN = { comment: 'true', 'dry-run': 'true', 'user-ids': `${JO},${SAM}` };
const RESET = { comment: 'true', 'user-ids': `${JO},${SAM}` };

function chatter(count: number): EarlierComment[] {
  return Array.from({ length: count }, (_, index) => ({ issue: PULL_REQUEST, body: `Remark ${index}` }));
}

/** The bodies of all comments, without what differs from run to run. */
function bodies(github: GitHubStandIn): string[] {
  return github
    .comments()
    .map(({ body }) => body.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z|\d{4}-\d{2}-\d{2} [\d:]+ UTC/g, 'NOW'));
}

/** The cells of every table row that tells of a person, without empty ones. */
function rowsOf(body: string, source: RegExp): string[][] {
  const lines = body.split('\n').filter((line) => line.startsWith('| ') && source.test(line));
  return lines.map((line) => line.split('|').flatMap((cell) => cell.trim() || []));
}

const LINKS = /\[([^[\]]*)\]\(https:\/\/github\.com\/octo-org\/offboarding\/(?:blob|actions)\/[\w%./~-]+(?:#L\d+)?\)/g;

/** The text of links, whose addresses hold nothing that Markdown takes for more. */
function withoutLinks(body: string): string {
  return body.replaceAll(LINKS, '$1');
}

/** The warnings about the comment, and what the run came to. */
function told(run: ActionRun) {
  const warnings = annotations(run, 'warning').filter((text) => text.includes('comment'));
  return { exitCode: run.exitCode, outcome: run.outputs['outcome'], warnings, stack: stackLines(run) };
}

describe('the comment', () => {
  it.concurrent('holds the plan of a dry run', async () => {
    await withScene({ slack: { users } }, async ({ github, slack, run }) => {
      const files = {
        'r.yml': `- ${JO}\n- user_id: ${SAM}\n  effective: 2999-01-01T12:00:00+01:00\n- ${KIM}\n- email: jo@example.com\n`,
      };
      const inputs = { comment: 'true', 'dry-run': 'true', roster: 'r.yml', 'protected-user-ids': KIM, token: '' };
      const ended = await run(inputs, { event, files });
      expect([slack.requests, github.routes()]).toEqual([[], ['list-comments', 'create-comment']]);
      const [{ issue, body } = { issue: 0, body: '' }] = github.comments();
      expect([issue, github.comments().length]).toEqual([PULL_REQUEST, 1]);
      expect(body).toMatch(MARKER);
      expect(rowsOf(withoutLinks(body), /`r\.yml:\d+`/).map((cells) => cells.join(' '))).toEqual([
        `\`${KIM}\` \`r.yml:4\``,
        `\`${JO}\` \`r.yml:1\``,
        'by e-mail address `r.yml:5`',
        `\`${SAM}\` 2999-01-01 11:00 UTC \`r.yml:2\``,
      ]);
      expect(body.match(/^### .*$/gm)).toEqual([
        '### Protected (`protected_user`): 1 person',
        '### Would be signed out: 2 people',
        '### Not due yet: 1 person',
      ]);
      expect(body).toMatch(/would take 1 call and 1 look-up/);
      expect(body).not.toContain('example.com');
      // The comment comes before the report is written, so it has no checksum of it, and takes less time.
      const told = (text: string): string =>
        text.replace(/, [\d.]+ s\. /, ' ').replace(/ Report \(SHA-256\): `\w+`\./, '');
      expect(told(body.replace(MARKER, ''))).toBe(told(ended.summary.trimEnd().concat('\n')));
    });
  });

  it.concurrent('holds the outcome of a reset, here one in part', async () => {
    await withScene({ slack: { users: [JO] } }, async ({ github, run }) => {
      const ended = await run(RESET, { event });
      expect(told(ended)).toEqual({ exitCode: 1, outcome: 'partial', warnings: [], stack: [] });
      const [body = ''] = bodies(github);
      expect(rowsOf(body, /^\| `W/)).toEqual([
        [`\`${SAM}\``, '`user-ids[1]`'],
        [`\`${JO}\``, 'queued', 'NOW', '`user-ids[0]`'],
        [`\`${SAM}\``, expect.stringMatching(/^`\w{32}`$/)],
      ]);
      expect(body).toContain('❌ 1 person refused; reset queued for 1 person\n');
    });
  });

  it.concurrent('holds what is wrong with a roster', async () => {
    await withScene({}, async ({ github, run }) => {
      const ended = await run({ ...PLAN, roster: 'r.yml' }, { event, files: { 'r.yml': '- nobody\n' } });
      expect([told(ended).exitCode, told(ended).warnings]).toEqual([1, []]);
      expect(bodies(github)[0]).toContain('`r.yml:1:3`');
    });
  });

  it.concurrent('holds only what the pull request adds, and says so when the base cannot be read', async () => {
    const commits = { [BASE_SHA]: { 'r.yml': `- ${JO}\n` }, [HEAD_SHA]: { 'r.yml': `- ${JO}\n- ${SAM}\n` } };
    const files = { 'r.yml': `- ${JO}\n- ${SAM}\n` };
    const inputs = { comment: 'true', 'dry-run': 'true', roster: 'r.yml', 'roster-entries': 'added' };
    await withScene({ github: { commits } }, async ({ github, run }) => {
      await run(inputs, { event, files });
      const [plan = ''] = bodies(github);
      github.answerNext('tree', answerWith(SERVER_ERROR));
      await run({ ...inputs, 'max-retries': '0' }, { event, files });
      expect([plan.includes(JO), plan.includes(SAM)]).toEqual([false, true]);
      expect(bodies(github)).toEqual([expect.stringContaining('the earlier version of the roster cannot be read')]);
    });
  });

  it.concurrent('is one, updated in place by the next run', async () => {
    await withScene({ slack: { users }, github: { comments: chatter(3) } }, async ({ github, run }) => {
      await run(PLAN, { event });
      const first = github.comments()[3];
      const ended = await run(RESET, { event });
      expect(told(ended)).toEqual({ exitCode: 0, outcome: 'success', warnings: [], stack: [] });
      expect(github.routes()).toEqual(['list-comments', 'create-comment', 'list-comments', 'viewer', 'update-comment']);
      expect(github.comments()).toEqual([
        ...chatter(3).map((comment) => expect.objectContaining({ ...comment, writes: 0 })),
        { id: first?.id, issue: PULL_REQUEST, body: expect.stringContaining('queued'), writes: 2 },
      ]);
    });
  });

  it.concurrent('is found on the third page', async () => {
    await withScene({}, async ({ github, run }) => {
      await run(PLAN, { event });
      const [own = ''] = github.comments().map(({ body }) => body);
      const comments = [...chatter(230), { issue: PULL_REQUEST, body: own }, ...chatter(5)];
      await withScene({ github: { comments } }, async (later) => {
        await later.run({ ...PLAN, 'user-ids': KIM }, { event });
        const written = later.github.comments().filter(({ writes }) => writes > 0);
        expect([later.github.routes(), later.github.comments().length, written]).toEqual([
          ['list-comments', 'list-comments', 'list-comments', 'viewer', 'update-comment'],
          236,
          [expect.objectContaining({ body: expect.stringContaining(KIM) })],
        ]);
      });
    });
  });

  it.concurrent('is looked for on every page, also when the last one is full', async () => {
    await withScene({ github: { comments: chatter(100) } }, async ({ github, run }) => {
      await run(PLAN, { event });
      expect([github.routes(), github.comments().length]).toEqual([
        ['list-comments', 'list-comments', 'create-comment'],
        101,
      ]);
    });
  });

  it.concurrent('is its own for each workflow, its file included, and job, whatever they are called', async () => {
    const places = [
      { GITHUB_WORKFLOW: 'Offboarding', GITHUB_JOB: 'offboard' },
      { GITHUB_WORKFLOW: 'Offboarding', GITHUB_JOB: 'plan' },
      { GITHUB_WORKFLOW: 'Nightly', GITHUB_JOB: 'offboard' },
      { GITHUB_WORKFLOW: '--> @octo-org/team <!--', GITHUB_JOB: 'a' },
      { GITHUB_WORKFLOW_REF: 'octo-org/offboarding/.github/workflows/plan.yml@refs/pull/7/merge' },
    ];
    const later = { GITHUB_WORKFLOW_REF: 'octo-org/offboarding/.github/workflows/plan.yml@refs/heads/main' };
    await withScene({}, async ({ github, run }) => {
      const runAll = () => Promise.all(places.map((env) => run(PLAN, { event, env })));
      await runAll();
      await runAll();
      await run(PLAN, { event, env: later });
      const markers = github.comments().map(({ body }) => MARKER.exec(body)?.[0]);
      expect(
        github
          .comments()
          .map(({ writes }) => writes)
          .toSorted(),
      ).toEqual([2, 2, 2, 2, 3]);
      expect([new Set(markers).size, markers.includes(undefined)]).toEqual([5, false]);
      expect(bodies(github).join()).not.toContain('octo-org/team');
    });
  });

  it.concurrent('does not take another comment that quotes it', async () => {
    await withScene({}, async ({ github, run }) => {
      await run(PLAN, { event });
      const quoted = `Is this right?\n\n${github.comments()[0]?.body}`;
      await withScene({ github: { comments: [{ issue: PULL_REQUEST, body: quoted }] } }, async (later) => {
        await later.run(PLAN, { event });
        expect(later.github.comments().map(({ body, writes }) => [body === quoted, writes])).toEqual([
          [true, 0],
          [false, 1],
        ]);
      });
    });
  });

  it.concurrent('is not written unless it is asked for', async () => {
    await withScene({}, async ({ github, run }) => {
      const ended = await run({ ...PLAN, comment: 'false' }, { event });
      expect([github.requests, told(ended).warnings]).toEqual([[], []]);
    });
  });

  it.concurrent('goes to the server that GITHUB_API_URL names', async () => {
    await withScene({ github: { prefix: '/api/v3' } }, async ({ github, run }) => {
      await run(PLAN, { event });
      expect([github.routes(), github.comments().length]).toEqual([['list-comments', 'create-comment'], 1]);
    });
  });

  it.concurrent('is not doubled when the answer to its creation is lost', async () => {
    await withScene({}, async ({ github, run }) => {
      github.answerNext('create-comment', { kind: 'cut', when: 'after-acting' });
      const ended = await run(PLAN, { event });
      expect([told(ended).exitCode, github.comments().length]).toEqual([0, 1]);
    });
  });
});

describe('the length of the comment stays within what GitHub takes', () => {
  it.concurrent('with 10,000 people', async () => {
    const ids = makeIds(10_000);
    await withScene({}, async ({ github, run }) => {
      const files = { 'r.yml': ids.map((id) => `- ${id}\n`).join('') };
      const inputs = { comment: 'true', 'dry-run': 'true', roster: 'r.yml', 'max-users': '10000' };
      const ended = await run(inputs, { event, files });
      const [body = ''] = bodies(github);
      expect(told(ended)).toEqual({ exitCode: 0, outcome: 'planned', warnings: [], stack: [] });
      expect(body.length).toBeLessThan(65_536);
      const shown = rowsOf(body, /`r\.yml:\d+`/).length;
      expect(body).toContain(`and ${10_000 - shown} more, in the report`);
      expect([
        shown > 500,
        body.includes('Plan: 10000 people would be signed out'),
        body.includes('would take 10 calls'),
      ]).toEqual([true, true, true]);
    });
  });

  it.concurrent('with one roster file for each of 1,000 people', async () => {
    await withScene({}, async ({ github, run }) => {
      const files = Object.fromEntries(makeIds(1000).map((id) => [`offboarding/2026/${id}.yml`, `- ${id}\n`]));
      const inputs = { comment: 'true', 'dry-run': 'true', roster: 'offboarding/**/*.yml', 'max-users': '1000' };
      const ended = await run(inputs, { event, files });
      expect([told(ended), bodies(github).length]).toEqual([
        { exitCode: 0, outcome: 'planned', warnings: [], stack: [] },
        1,
      ]);
    });
  });

  it.concurrent('with many problems in a roster with a long name', async () => {
    await withScene({}, async ({ github, run }) => {
      const roster = `offboarding/${'people who leave the company this year '.repeat(6)}.yml`;
      const files = { [roster]: '- user_id: U12 34\n  efective: 2020\n'.repeat(150) };
      const ended = await run({ comment: 'true', 'dry-run': 'true', roster }, { event, files });
      expect([told(ended).exitCode, told(ended).warnings, bodies(github).length]).toEqual([1, [], 1]);
    });
  });
});

describe('names of files are harmless', () => {
  const names = [
    'offboarding/@octo-org/team/a.yml',
    'offboarding/@octocat `code` @hubot.yml',
    'offboarding/<img src=x onerror=alert(1)>.yml',
    'offboarding/a | b | @octocat.yml',
    'offboarding/--> <!-- slack-session-reset 0000000000000000 -->.yml',
    'offboarding/[link](https:example.com) **bold** #17 ~~x~~.yml',
    'offboarding/<details></summary>.yml',
    'offboarding/``` fence.yml',
    'offboarding/\\`@octocat\\`.yml',
    'offboarding/::error::boo.yml',
  ];

  it.concurrent('in the plan, be they mentions, HTML or Markdown', async () => {
    await withScene({}, async ({ github, run }) => {
      const files = Object.fromEntries(names.map((name, index) => [name, `- W0LEAVER${index}\n`]));
      await run({ comment: 'true', 'dry-run': 'true', roster: 'offboarding/**/*.yml' }, { event, files });
      const [body = ''] = bodies(github);
      // What is left beside code is what GitHub looks at for mentions, links, HTML and tables.
      const rest = body
        .replace(MARKER, '')
        .replaceAll(/<code>[^<>`|]*<\/code>/g, 'CODE')
        .replaceAll(/`[^`|\n]+`/g, 'CODE')
        .replaceAll(LINKS, '$1');
      expect(rowsOf(rest, /^\| CODE/)).toEqual(names.map(() => ['CODE', 'CODE']));
      expect(rest.replace(/<\/?sub>/g, '')).not.toMatch(/[@<>[\]`]|octo|hubot|fence|boo|alert|#17/);
    });
  });

  it.concurrent('in the problems of a roster', async () => {
    await withScene({}, async ({ github, run }) => {
      const files = Object.fromEntries(names.map((name) => [name, '- nobody\n']));
      await run({ comment: 'true', 'dry-run': 'true', roster: 'offboarding/**/*.yml' }, { event, files });
      const rest = (bodies(github)[0] ?? '')
        .replace(MARKER, '')
        .replaceAll(/<code>[^<>`|]*<\/code>/g, 'CODE')
        .replaceAll(/`[^`|\n]+`/g, 'CODE')
        .replaceAll(LINKS, '$1');
      expect(rest.split('\n').filter((line) => line.startsWith('- CODE'))).toEqual(
        names.map(() => '- CODE expected a user ID (U… or W…), got a value of 6 characters'),
      );
      expect(rest.replace(/<\/?sub>/g, '')).not.toMatch(/[@<>[\]`]|octo|hubot|fence|boo|alert|#17/);
    });
  });
});

describe('what goes wrong with the comment is a warning', () => {
  const outcomes = [
    { inputs: PLAN, exitCode: 0, outcome: 'planned' },
    { inputs: RESET, exitCode: 0, outcome: 'success' },
  ];

  it.concurrent.each([
    {
      name: 'a fork may read only',
      github: { pullRequests: 'read' as const },
      warning: /HTTP 403.*pull-requests: write.*fork/,
    },
    {
      name: 'the permission is missing',
      github: { pullRequests: 'none' as const },
      warning: /HTTP 403.*pull-requests: write/,
    },
    { name: 'the repository is not found', github: { isVisible: false }, warning: /HTTP 404.*pull-requests: write/ },
  ])('when $name', async ({ github, warning }) => {
    for (const { inputs, exitCode, outcome } of outcomes) {
      await withScene({ slack: { users }, github }, async (scene) => {
        const ended = await scene.run(inputs, { event });
        expect([told(ended), scene.github.comments()]).toEqual([
          { exitCode, outcome, warnings: [expect.stringMatching(warning)], stack: [] },
          [],
        ]);
      });
    }
  });

  it.concurrent.each([
    ['github-token is empty', '"github-token" is empty', { event }, { 'github-token': '' }],
    ['github-token is wrong', 'HTTP 401', { event }, { 'github-token': 'ghs_other' }],
  ])('when %s', async (_name, warning, options, inputs) => {
    await withScene({ slack: { users } }, async ({ github, run }) => {
      const ended = await run({ ...RESET, ...inputs }, options);
      expect([told(ended), github.comments()]).toEqual([
        { exitCode: 0, outcome: 'success', warnings: [expect.stringContaining(warning)], stack: [] },
        [],
      ]);
    });
  });

  it.concurrent.each([
    ['the event is about neither', pushEvent()],
    ['the number is no number', { name: 'pull_request', payload: { pull_request: { number: '17/../18' } } }],
    ['the payload is empty', { name: 'issue_comment', payload: {} }],
  ])('is not wanted, and only said in the log, when %s', async (_name, other) => {
    await withScene({ slack: { users } }, async ({ github, run }) => {
      const ended = await run(RESET, { event: other });
      expect([told(ended), github.comments()]).toEqual([
        { exitCode: 0, outcome: 'success', warnings: [], stack: [] },
        [],
      ]);
      expect(ended.stdout).toContain('No comment, since the event is not about an issue or a pull request.');
    });
  });

  const shape = { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } };
  const failures: { name: string; route: Route; failure: ScriptedAnswer }[] = [
    { name: 'HTTP 500', route: 'list-comments', failure: answerWith(SERVER_ERROR) },
    { name: 'HTTP 502 with a page', route: 'create-comment', failure: answerWith(BAD_GATEWAY) },
    { name: 'a lost connection', route: 'list-comments', failure: { kind: 'cut', when: 'before-acting' } },
    { name: 'a body cut in the middle', route: 'list-comments', failure: { kind: 'cut', when: 'mid-body' } },
    { name: 'a page of somebody else', route: 'list-comments', failure: answerWith(LOGIN_PAGE) },
    { name: 'an object in place of a list', route: 'list-comments', failure: answerWith({ ...shape, body: '{}' }) },
    { name: 'a list of null', route: 'list-comments', failure: answerWith({ ...shape, body: '[null]' }) },
    {
      name: 'a redirect in the body of a list',
      route: 'list-comments',
      failure: answerWith({ ...shape, status: 301, body: '[]' }),
    },
    ...[300, 301, 302, 303, 307, 308].map((status) => ({
      name: `HTTP ${status} to a page for signing in`,
      route: 'create-comment' as const,
      failure: answerWith({ ...shape, status, headers: { location: 'https://sso.example.com/' }, body: '' }),
    })),
  ];

  it.concurrent.each(failures)('when GitHub fails with $name for $route', async ({ route, failure }) => {
    await withScene({ slack: { users: [JO] }, github: { comments: chatter(2) } }, async ({ github, run }) => {
      github.answerNext(route, failure);
      const ended = await run({ ...RESET, 'max-retries': '0' }, { event });
      expect(told(ended)).toEqual({ exitCode: 1, outcome: 'partial', warnings: [expect.any(String)], stack: [] });
      // The step fails for its own reason, with its own words.
      expect(annotations(ended, 'error')).toEqual([
        expect.stringContaining('1 person refused; reset queued for 1 person'),
      ]);
      expect(github.comments().length).toBe(2);
    });
  });

  it.concurrent('when nobody listens at GITHUB_API_URL', async () => {
    await withScene({ slack: { users } }, async ({ slack, run }) => {
      const env = { GITHUB_API_URL: 'http://127.0.0.1:2' };
      const ended = await run({ ...RESET, 'max-retries': '0' }, { event, env });
      expect([told(ended), slack.groups()]).toEqual([
        { exitCode: 0, outcome: 'success', warnings: [expect.stringContaining('no answer')], stack: [] },
        [[JO, SAM]],
      ]);
    });
  });

  it.concurrent('when the run is cancelled while GitHub has it wait', async () => {
    await withScene({ slack: { users } }, async ({ github, run }) => {
      github.answerNext('list-comments', answerWith(secondaryLimit(30)));
      const when = github.firstRequest.then(() => delay(300));
      const ended = await run(RESET, { event, signal: { signal: 'SIGTERM', when } });
      expect(told(ended)).toEqual({ exitCode: 1, outcome: 'partial', warnings: [expect.any(String)], stack: [] });
      expect(ended.signalToEndMs).toBeLessThan(2000);
    });
  });

  it.concurrent('and a failure that passes is waited for', async () => {
    await withScene({}, async ({ github, run }) => {
      github.answerNext('list-comments', answerWith(secondaryLimit(1)));
      github.answerNext('create-comment', answerWith({ ...BAD_GATEWAY, headers: { 'retry-after': '1' } }));
      const ended = await run(PLAN, { event });
      expect([told(ended), github.comments().length, occurrences(ended.stdout, 'waiting 1 s')]).toEqual([
        { exitCode: 0, outcome: 'planned', warnings: [], stack: [] },
        1,
        2,
      ]);
    });
  });
});
