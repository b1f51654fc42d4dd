import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { RunnerPlaces, RunOptions } from '../support/run-action.ts';
import { annotations, type Inputs, resetWith, stackLines, withSlack } from '../support/scenario.ts';
import { SIMULATOR_TOKEN } from '../support/slack-simulator/index.ts';

jest.setTimeout(30_000);

const JO = 'W012A3CDE';
const ERROR = 'error';
const REFUSED = /\b\d+ problems?\b.*nothing was sent to Slack\.$/;

/** What every refused input has in common; returns what the errors say. */
async function refused(inputs: Inputs, options?: RunOptions): Promise<string[]> {
  return withSlack({ users: [JO] }, async (slack) => {
    const run = await resetWith(slack, { 'user-ids': JO, ...inputs }, options);
    const { outcome, results, 'queued-count': queued, 'user-count': asked, 'report-path': path } = run.outputs;
    expect({
      requests: slack.requests,
      exitCode: run.exitCode,
      outputs: { outcome, results, queued, asked, path },
      stack: stackLines(run),
      stderr: run.stderr,
      summary: /^## ❌ .*\b\d+ problems?\b.*nothing was sent to Slack/m.test(run.summary),
      report: typeof run.report,
    }).toEqual({
      requests: [],
      exitCode: 1,
      outputs: { outcome: 'failure', results: '[]', queued: '0', asked: '0', path: expect.stringMatching(/\.json$/) },
      stack: [],
      stderr: '',
      summary: true,
      report: 'object',
    });
    expect(annotations(run, ERROR).at(-1)).toMatch(REFUSED);
    return annotations(run, ERROR).slice(0, -1);
  });
}

describe('an input that is wrong is refused before any call, with the reason', () => {
  it.concurrent.each<[string, Inputs, RegExp]>([
    ['no token', { token: '' }, /"token" is empty: expected a user token \(xoxp-…\)/],
    ['a blank token', { token: ' \n ' }, /"token" is empty/],
    ['a bot token', { token: 'xoxb-test-1' }, /a bot token \(xoxb-\)/],
    ['an app token', { token: 'xapp-test-1' }, /an app-level token \(xapp-\)/],
    ['a browser token', { token: 'xoxc-test-1' }, /a browser session token \(xoxc-\)/],
    ['a cookie', { token: 'xoxd-test-1' }, /a browser cookie \(xoxd-\)/],
    ['a refresh token', { token: 'xoxe-1-test' }, /a refresh token \(xoxe-\)/],
    ['a rotating bot token', { token: 'xoxe.xoxb-1-test' }, /a bot token/],
    ['two tokens', { token: `${SIMULATOR_TOKEN}\n${SIMULATOR_TOKEN}` }, /"token" contains whitespace/],
    ['nobody', { 'user-ids': '' }, /No people requested: expected at least one of "user-ids"/],
    ['lower case', { 'user-ids': 'w012a3cde' }, /upper case; lower case is not repaired/],
    ['a bot ID', { 'user-ids': 'B012A3CDE' }, /item 1: expected .*, got "B012A3CDE": that is a bot ID/],
    ['a channel', { 'user-ids': `${JO} C012A3CDE` }, /item 2: expected .*, got "C012A3CDE": that is a channel ID/],
    ['a user group', { 'user-ids': 'S012A3CDE' }, /a user group ID/],
    ['a workspace', { 'user-ids': 'T012A3CDE' }, /a workspace ID/],
    ['an org', { 'user-ids': 'E012A3CDE' }, /an Enterprise organization ID/],
    ['an app', { 'user-ids': 'A012A3CDE' }, /an app ID/],
    ['an address', { 'user-ids': 'jo@example.com' }, /an e-mail address belongs in "emails"/],
    ['a header', { 'user-ids': 'USERID\nW012A3CDE' }, /a column header/],
    ['Slackbot', { 'user-ids': 'USLACKBOT' }, /one of Slack's own accounts/],
    ['half a JSON array', { 'user-ids': '["W012A3CDE"' }, /not a JSON array/],
    ['a JSON number', { 'user-ids': '[1]' }, /a JSON number/],
    ['a protected name', { 'protected-user-ids': 'jo' }, /"protected-user-ids", item 1/],
    ['a bad boolean', { 'dry-run': 'yes' }, /"dry-run": expected true or false, got "yes"\./],
    ['a bad flag', { 'web-only': '1' }, /"web-only": expected true or false, got "1"\./],
    ['both kinds', { 'web-only': 'true', 'mobile-only': 'True' }, /"web-only" and "mobile-only" are both true/],
    ['max-users 0', { 'max-users': '0' }, /"max-users": expected a whole number from 1 to 1000000, got "0"\./],
    ['max-users 1000001', { 'max-users': '1000001' }, /"max-users": .*, got "1000001"\./],
    ['max-users 1.5', { 'max-users': '1.5' }, /"max-users": .*, got "1.5"\./],
    ['max-users 1e3', { 'max-users': '1e3' }, /"max-users": .*, got "1e3"\./],
    ['max-users 1O', { 'max-users': '1O' }, /"max-users": .*, got "1O"\./],
    [
      'max-users 5 in words',
      { 'max-users': 'five hundred at most' },
      /"max-users": .*, got a value of 20 characters\./,
    ],
    [
      'days -1',
      { 'look-first-after-days': '-1' },
      /"look-first-after-days": expected a number from 0 to 3650, got "-1"\./,
    ],
    ['3651 days', { 'look-first-after-days': '3651' }, /"look-first-after-days": .*, got "3651"\./],
    [
      'a date',
      { 'look-first-after-days': '2026-11-30' },
      /"look-first-after-days": .*, got a value of 10 characters\./,
    ],
    ['a bad flag for accounts', { 'check-accounts': 'on' }, /"check-accounts": expected true or false, got "on"\./],
    ['a workspace as organization', { 'org-id': 'T012A3CDE' }, /"org-id": expected the ID .*, got "T012A3CDE"\./],
    [
      'an organization by name',
      { 'org-id': 'example' },
      /"org-id": expected the ID of an organization, E…, got "example"\./,
    ],
    [
      'a comment ID with a slash',
      { 'comment-id': 'a/b' },
      /"comment-id": expected up to 64 letters, digits, .*, got a value/,
    ],
    ['a long comment ID', { 'comment-id': 'a'.repeat(65) }, /"comment-id": .*, got a value of 65 characters\./],
    ['the token in another input', { 'comment-id': SIMULATOR_TOKEN }, /"comment-id" contains the token/],
    ['max-users unlimited', { 'max-users': 'unlimited' }, /"max-users": .*, got "unlimited"\./],
    ['max-retries 21', { 'max-retries': '21' }, /"max-retries": expected a whole number from 0 to 20, got "21"\./],
    ['max-retries -1', { 'max-retries': '-1' }, /"max-retries": .*, got "-1"\./],
    [
      'no minutes',
      { 'timeout-minutes': '0' },
      /"timeout-minutes": expected a number above 0 and at most 360, got "0"\./,
    ],
    ['0.000 minutes', { 'timeout-minutes': '0.000' }, /"timeout-minutes": .*, got "0.000"\./],
    ['360.01 minutes', { 'timeout-minutes': '360.01' }, /"timeout-minutes": .*, got "360.01"\./],
    ['endless minutes', { 'timeout-minutes': 'Infinity' }, /"timeout-minutes": .*, got "Infinity"\./],
    [
      'half a URL',
      { 'api-url': 'slack.com/api' },
      /"api-url": expected an https URL .*, got text that is not a plain URL\./,
    ],
    ['plain http', { 'api-url': 'http://slack.com/api/' }, /"api-url": .*, got a URL with http:\./],
    [
      'http to a near loopback',
      { 'api-url': 'http://127.0.0.1.example.com/' },
      /"api-url": .*, got a URL with http:\./,
    ],
    ['file', { 'api-url': 'file:///etc/passwd' }, /"api-url": .*, got a URL with file:\./],
    ['a user in the URL', { 'api-url': 'https://a:b@slack.com/api/' }, /not a plain URL/],
    ['a query', { 'api-url': 'https://slack.com/api/?a=b' }, /not a plain URL/],
    ['a fragment', { 'api-url': 'https://slack.com/api/#a' }, /not a plain URL/],
    [
      'a run-wide code ignored',
      { 'ignore-errors': 'user_not_found,token_revoked' },
      /"ignore-errors": expected .* got "token_revoked"\./,
    ],
    ['a transient code ignored', { 'ignore-errors': 'internal_error' }, /got "internal_error"\./],
    ['an unknown code ignored', { 'ignore-errors': 'users_gone' }, /got "users_gone"\./],
    ['no such roster', { roster: 'gone.yml' }, /"roster": "gone.yml" matches no file/],
    ['no match', { roster: 'ok.yml\nnothing/*.yml' }, /"roster": "nothing\/\*.yml" matches no file/],
    ['a path out', { roster: '../outside.yml' }, /"roster": "..\/outside.yml" is outside/],
    ['a glob out', { roster: '../*.yml' }, /"roster": "..\/\*.yml" is outside/],
    ['an absolute path out', { roster: '/etc/hostname' }, /is outside/],
    ['a link out', { roster: 'out.yml' }, /"out.yml" is outside/],
    ['a link in a circle', { roster: 'circle.yml' }, /"circle.yml" cannot be read \(ELOOP\)/],
    ['a link to nothing', { roster: 'dangling.yml' }, /"dangling.yml" matches no file/],
    ['a folder', { roster: 'folder' }, /"folder" is a folder, not a file/],
    ['a pipe', { roster: 'pipe' }, /"pipe" is a pipe, not a file/],
    ['a large file', { roster: 'large.yml' }, /"large.yml" has 10485761 bytes; expected at most 10485760/],
    ['UTF-16', { roster: 'utf16.yml' }, /UTF-8|utf-8/i],
  ])('%s', async (_name, inputs, reason) => {
    const options = inputs['roster'] === undefined ? {} : { prepare };
    expect(await refused(inputs, options)).toContainEqual(expect.stringMatching(reason));
  });

  it.concurrent('pull_request_target, unless it is a dry run', async () => {
    const event = { name: 'pull_request_target', payload: {} };
    expect(await refused({}, { event })).toEqual([expect.stringMatching(/^Under pull_request_target only a dry run/)]);
    await withSlack({ users: [JO] }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': JO, 'dry-run': 'true' }, { event });
      expect([run.exitCode, run.outputs['outcome'], slack.requests]).toEqual([0, 'planned', []]);
    });
  });

  it.concurrent('check-accounts under pull_request_target, in a dry run too', async () => {
    const event = { name: 'pull_request_target', payload: {} };
    const inputs = { 'dry-run': 'true', 'check-accounts': 'true' };
    expect(await refused(inputs, { event })).toEqual([
      expect.stringMatching(
        /^"check-accounts" is not allowed under pull_request_target, since the event gives secrets/,
      ),
    ]);
  });
});

async function prepare({ root, workspace }: RunnerPlaces): Promise<void> {
  const inside = (name: string) => join(workspace, name);
  await Promise.all([
    writeFile(inside('ok.yml'), `- ${JO}\n`),
    writeFile(join(root, 'outside.yml'), `- ${JO}\n`),
    symlink(join(root, 'outside.yml'), inside('out.yml')),
    symlink(inside('circle.yml'), inside('circle.yml')),
    symlink(inside('nowhere.yml'), inside('dangling.yml')),
    mkdir(inside('folder')),
    // A file with a hole: it has its size without its bytes.
    writeFile(inside('large.yml'), '').then(() => truncate(inside('large.yml'), 10 * 1024 * 1024 + 1)),
    writeFile(inside('utf16.yml'), Buffer.from(`\ufeff- ${JO}\n`, 'utf16le')),
  ]);
  execFileSync('mkfifo', [inside('pipe')]);
}

describe('problems', () => {
  it('of a roster stand at their file, line and column', async () => {
    const text = `version: 1\nleavers:\n  - user_id: ${JO}\n    efective: 2026-11-30\n  - C012A3CDE\n  - email: jo\n`;
    await withSlack({ users: [JO] }, async (slack) => {
      const run = await resetWith(slack, { roster: 'hr/leavers.yml' }, { files: { 'hr/leavers.yml': text } });
      const places = run.commands.filter(({ name }) => name === ERROR).map(({ properties }) => properties);
      expect([slack.requests, run.exitCode, places]).toEqual([
        [],
        1,
        [
          { file: 'hr/leavers.yml', line: '4', col: '5' },
          { file: 'hr/leavers.yml', line: '5', col: '5' },
          { file: 'hr/leavers.yml', line: '6', col: '12' },
          {},
        ],
      ]);
      expect(annotations(run, ERROR)[0]).toContain('"effective"');
    });
  });

  it('of all inputs and rosters are told at once, and nobody good is sent', async () => {
    const messages = await refused(
      {
        token: 'xoxb-1',
        'user-ids': `${JO} T012A3CDE`,
        roster: 'gone.yml\nbad.yml',
        'max-users': '0',
        'web-only': 'x',
      },
      { files: { 'bad.yml': '- nobody\n' } },
    );
    const found = ['"token"', 'T012A3CDE', 'gone.yml', 'got a value of 6 characters', '"max-users"', '"web-only"'];
    expect(found.filter((part) => !messages.some((message) => message.includes(part)))).toEqual([]);
    expect(messages).toHaveLength(found.length);
  });

  it.concurrent.each([9, 10, 11, 500])('are at most ten annotations, and all stand in the log: %d', async (count) => {
    const files = { 'r.yml': Array.from({ length: count }, (_, index) => `- C${100_000_000 + index}\n`).join('') };
    await withSlack({}, async (slack) => {
      const run = await resetWith(slack, { roster: 'r.yml' }, { files });
      const errors = annotations(run, ERROR);
      expect([errors.length <= 10, errors.at(-1)]).toEqual([
        true,
        expect.stringMatching(new RegExp(`\\b${count} problems\\b.*nothing was sent to Slack\\.$`)),
      ]);
      const more = count - (errors.length - (count > 9 ? 2 : 1));
      expect(more === 0 || errors.some((message) => message.startsWith(`${more} more problem`))).toBe(true);
      const told = Array.from({ length: count }, (_, index) => run.stdout.includes(`"C${100_000_000 + index}"`));
      expect(told).toEqual(Array(count).fill(true));
    });
  });

  it('that are only warnings are at most ten annotations too', async () => {
    await withSlack({ users: [JO] }, async (slack) => {
      const run = await resetWith(slack, { roster: 'r.yml' }, { files: { 'r.yml': `- ${JO}\n`.repeat(30) } });
      expect([slack.groups(), run.exitCode]).toEqual([[[JO]], 0]);
      expect(annotations(run, 'warning').length).toBeLessThanOrEqual(10);
    });
  });
});

describe('an input that is right is taken', () => {
  it.concurrent.each<[string, (url: string) => Inputs]>([
    ['booleans in all core forms', () => ({ 'web-only': 'True', 'mobile-only': 'FALSE', 'dry-run': 'false' })],
    ['numbers at their limits', () => ({ 'max-users': '1000000', 'max-retries': '20', 'timeout-minutes': '360' })],
    ['a fraction of a minute', () => ({ 'timeout-minutes': '0.5', 'max-retries': '0', 'max-users': '1' })],
    ['an API address without its last slash', (url) => ({ 'api-url': url.slice(0, -1) })],
    ['an API address by name', (url) => ({ 'api-url': url.replace('127.0.0.1', 'LocalHost') })],
    ['an API address that ends in ?', (url) => ({ 'api-url': `${url}?` })],
    ['an API address that ends in #', (url) => ({ 'api-url': `${url}#` })],
    ['a token with whitespace around it', () => ({ token: `  ${SIMULATOR_TOKEN}\n` })],
    [
      'every per-user code ignored',
      () => ({ 'ignore-errors': 'user_not_found, cannot_reset_bot\nfailed_for_some_users, found_signed_in' }),
    ],
    ['a comment ID of every kind of character', () => ({ 'comment-id': 'Leg-1_a.b' })],
  ])('%s', async (_name, inputsFor) => {
    await withSlack({ users: [JO] }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': JO, 'max-retries': '0', ...inputsFor(slack.url) });
      expect([run.exitCode, annotations(run, ERROR), slack.groups()]).toEqual([0, [], [[JO]]]);
    });
  });

  it.concurrent('a link that stays inside the workspace, and a file of RUNNER_TEMP', async () => {
    await withSlack({ users: [JO, 'W024B4DEF'] }, async (slack) => {
      const run = await resetWith(
        slack,
        { roster: 'link.yml\n../_temp/t.yml' },
        {
          prepare: async ({ workspace, temp }) => {
            await writeFile(join(workspace, 'real.yml'), `- ${JO}\n`);
            await symlink('real.yml', join(workspace, 'link.yml'));
            await writeFile(join(temp, 't.yml'), '- W024B4DEF\n');
          },
        },
      );
      expect([run.exitCode, run.results.map(({ source }) => source)]).toEqual([
        0,
        ['real.yml:1', 'RUNNER_TEMP/t.yml:1'],
      ]);
    });
  });

  it.concurrent.each(['', 'xoxb-test-not-real', 'xoxe-1-test-not-real', 'not a token'])(
    'in a dry run, which calls nobody: the token %j, and a host that is not one of Slack',
    async (token) => {
      await withSlack({}, async (slack) => {
        const run = await resetWith(slack, { 'user-ids': JO, token, 'dry-run': 'true' });
        expect([run.exitCode, annotations(run, 'warning'), slack.requests]).toEqual([0, [], []]);
      });
    },
  );

  it.concurrent('with a warning: a rotating token, and a host that is not one of Slack', async () => {
    await withSlack({ users: [JO], token: 'xoxe.xoxp-1-test-not-real' }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': JO, token: 'xoxe.xoxp-1-test-not-real' });
      expect([run.exitCode, annotations(run, 'warning')]).toEqual([
        0,
        [expect.stringContaining('12 hours'), expect.stringContaining("not one of Slack's hosts")],
      ]);
    });
  });
});
