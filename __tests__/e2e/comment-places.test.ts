import { describe, expect, it, jest } from '@jest/globals';
import { PULL_REQUEST, pullRequestEvent, type Scene, withScene } from '../support/github-scenario.ts';
import {
  answerWith,
  type EarlierComment,
  type GitHubOptions,
  NOT_FOUND,
  refuse,
  SERVER_ERROR,
} from '../support/github-stand-in/index.ts';
import { annotations, type Inputs } from '../support/scenario.ts';
import { SIMULATOR_TOKEN } from '../support/slack-simulator/index.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const PLAN: Inputs = { comment: 'true', 'dry-run': 'true', 'user-ids': 'W012A3CDE' };
const event = pullRequestEvent();
const ISSUE = 23;
const REPOSITORY = { full_name: 'octo-org/offboarding', name: 'offboarding', owner: { login: 'octo-org' } };

/** The number of its conversation and how often each comment was written. */
function writes({ github }: Scene): (readonly [number, number])[] {
  return github.comments().map(({ issue, writes: count }) => [issue, count]);
}

describe('a comment is written where offboarding is discussed', () => {
  const issue = { number: ISSUE, title: 'Offboard Jo' };
  it.concurrent.each([
    ['an issue that is opened', 'issues', { action: 'opened', issue, repository: REPOSITORY }],
    ['an issue that is commented on', 'issue_comment', { action: 'created', issue, comment: { id: 1 } }],
    [
      'a pull request that is commented on',
      'issue_comment',
      { action: 'created', issue: { ...issue, pull_request: { url: '' } }, comment: { id: 1 } },
    ],
  ])('on %s', async (_name, name, payload) => {
    await withScene({}, async (scene) => {
      await scene.run(PLAN, { event: { name, payload } });
      await scene.run(PLAN, { event: { name, payload } });
      expect(writes(scene)).toEqual([[ISSUE, 2]]);
    });
  });

  it.concurrent('once for each step of a job and for each comment-id, updated by its own step alone', async () => {
    await withScene({}, async (scene) => {
      const runAll = async () => {
        await Promise.all([
          scene.run(PLAN, { event, env: { GITHUB_ACTION: 'plan' } }),
          scene.run(PLAN, { event, env: { GITHUB_ACTION: 'other' } }),
          scene.run({ ...PLAN, 'comment-id': 'berlin' }, { event, env: { GITHUB_ACTION: 'plan' } }),
          scene.run({ ...PLAN, 'comment-id': 'paris' }, { event, env: { GITHUB_ACTION: 'plan' } }),
        ]);
      };
      await runAll();
      await runAll();
      expect(writes(scene)).toEqual(Array.from({ length: 4 }, () => [PULL_REQUEST, 2]));
    });
  });
});

describe('a comment of a step whose comment-id cannot be known', () => {
  it.concurrent.each<[string, Inputs, Record<string, string | undefined>]>([
    ['it is refused', { 'comment-id': 'a/b' }, {}],
    ['it contains the token', { token: SIMULATOR_TOKEN, 'comment-id': SIMULATOR_TOKEN }, {}],
    ['its name is misspelt', {}, { INPUT_COMMENT_ID: 'berlin' }],
    ['its variable was dropped', {}, { 'INPUT_COMMENT-ID': undefined }],
  ])('is left as it is: %s', async (_why, inputs, env) => {
    await withScene({}, async (scene) => {
      await scene.run(PLAN, { event });
      const run = await scene.run({ ...PLAN, ...inputs }, { event, env });
      expect([run.exitCode, writes(scene)]).toEqual([1, [[PULL_REQUEST, 1]]]);
    });
  });
});

/** The comment that a run writes when there is none, by whoever is named. */
async function writtenBy(author: EarlierComment['author']): Promise<EarlierComment> {
  return withScene({}, async ({ github, run }) => {
    await run(PLAN, { event });
    const body = github.comments()[0]?.body ?? '';
    return { issue: PULL_REQUEST, body, ...(author === undefined ? {} : { author }) };
  });
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;
const APP = { login: 'offboarding-app[bot]', type: 'Bot' } as const;
const PERSON = { login: 'octocat', type: 'User' } as const;
const [JOB_TOKEN, PERSON_TOKEN] = ['ghs_test-not-a-real-token', 'ghp_test-not-a-real-token'];

describe('a comment that begins with the marker is edited only if the token’s own login wrote it', () => {
  type Case = [string, NonNullable<EarlierComment['author']>, GitHubOptions, 'edited' | 'left alone'];
  const cases: Case[] = [
    ['the job’s own, named as REST names it', BOT, { viewer: 'github-actions[bot]' }, 'edited'],
    ['the job’s own, named without its suffix', BOT, { viewer: 'github-actions' }, 'edited'],
    ['an app’s', APP, { viewer: 'offboarding-app[bot]' }, 'edited'],
    ['a person’s', PERSON, { viewer: 'octocat', token: PERSON_TOKEN }, 'edited'],
    ['a person’s in another case', PERSON, { viewer: 'OctoCat', token: PERSON_TOKEN }, 'edited'],
    ['another app’s', APP, { viewer: 'github-actions[bot]' }, 'left alone'],
    ['a person’s, seen by the job', PERSON, { viewer: 'github-actions[bot]' }, 'left alone'],
    [
      'a person’s who is called like the app',
      { login: 'github-actions', type: 'User' },
      { viewer: 'github-actions' },
      'left alone',
    ],
    [
      'an app’s, seen by a person called like it',
      APP,
      { viewer: 'offboarding-app', token: PERSON_TOKEN },
      'left alone',
    ],
    ['the job’s own, where GitHub does not say whose token it is', BOT, { viewer: undefined }, 'left alone'],
  ];

  it.concurrent.each(cases)('%s', async (_name, author, github, expected) => {
    const earlier = await writtenBy(author);
    await withScene({ github: { comments: [earlier], ...github } }, async (scene) => {
      const token = github.token ?? JOB_TOKEN;
      const ended = await scene.run({ ...PLAN, 'user-ids': 'W024B4DEF', 'github-token': token }, { event });
      expect([ended.exitCode, writes(scene)]).toEqual([
        0,
        expected === 'edited'
          ? [[PULL_REQUEST, 1]]
          : [
              [PULL_REQUEST, 0],
              [PULL_REQUEST, 1],
            ],
      ]);
    });
  });

  it.concurrent('and the token goes to no other host to learn the login', async () => {
    const earlier = await writtenBy(BOT);
    await withScene({ github: { comments: [earlier] } }, async (scene) => {
      await withScene({}, async (other) => {
        await scene.run(PLAN, { event, env: { GITHUB_GRAPHQL_URL: other.github.graphqlUrl } });
        expect([other.github.requests, writes(scene).length]).toEqual([[], 2]);
      });
    });
  });

  it.concurrent('on a GitHub Enterprise Server, whose GraphQL has a path of its own', async () => {
    const earlier = await writtenBy(BOT);
    await withScene({ github: { prefix: '/api/v3', comments: [earlier] } }, async (scene) => {
      await scene.run(PLAN, { event });
      const asked = scene.github.requests.find(({ route }) => route === 'viewer');
      expect([asked?.url, writes(scene)]).toEqual(['/api/graphql', [[PULL_REQUEST, 1]]]);
    });
  });

  it.concurrent('and a new one is written when the question for the login fails', async () => {
    const earlier = await writtenBy(BOT);
    await withScene({ github: { comments: [earlier] } }, async (scene) => {
      scene.github.answerNext('viewer', answerWith(SERVER_ERROR));
      const ended = await scene.run({ ...PLAN, 'max-retries': '0' }, { event });
      expect([ended.exitCode, writes(scene).length]).toEqual([0, 2]);
    });
  });
});

describe('a comment', () => {
  it.concurrent('that vanished between the question and the update is written anew', async () => {
    const earlier = await writtenBy(BOT);
    await withScene({ github: { comments: [earlier] } }, async (scene) => {
      scene.github.answerNext('update-comment', answerWith(NOT_FOUND));
      const ended = await scene.run(PLAN, { event });
      expect([annotations(ended, 'warning'), writes(scene)]).toEqual([
        [],
        [
          [PULL_REQUEST, 0],
          [PULL_REQUEST, 1],
        ],
      ]);
    });
  });

  it.concurrent('that was deleted is written anew', async () => {
    await withScene({}, async (scene) => {
      await scene.run(PLAN, { event });
      scene.github.removeComment(scene.github.comments()[0]?.id ?? 0);
      await scene.run(PLAN, { event });
      expect(writes(scene)).toEqual([[PULL_REQUEST, 1]]);
    });
  });

  const sentences: [string, number, string][] = [
    ['on a locked pull request', 403, 'Unable to create comment because issue is locked.'],
    ['in an archived repository', 403, 'Repository was archived so is read-only.'],
    ['on a full pull request', 403, 'Commenting is disabled on issues with more than 2500 comments'],
  ];
  it.concurrent.each(sentences)('%s is a warning with GitHub’s own sentence', async (_name, status, sentence) => {
    await withScene({}, async ({ github, run }) => {
      github.answerNext('create-comment', answerWith(refuse(status, sentence)));
      const ended = await run(PLAN, { event });
      const [warning = ''] = annotations(ended, 'warning');
      expect([ended.exitCode, warning.includes(sentence), warning.includes('pull-requests: write')]).toEqual([
        0,
        true,
        false,
      ]);
    });
  });

  it.concurrent('that is refused in many lines is a warning in one', async () => {
    await withScene({}, async ({ github, run }) => {
      const sentence = `Not today\n::error::boo\u001b[31m ${'x'.repeat(5000)}`;
      github.answerNext('create-comment', answerWith(refuse(403, sentence)));
      const ended = await run(PLAN, { event });
      const [warning = '', ...others] = annotations(ended, 'warning');
      expect([others, warning.length < 400, warning.includes('(HTTP 403: Not today …)')]).toEqual([[], true, true]);
      expect(annotations(ended, 'error')).toEqual([]);
    });
  });
});
