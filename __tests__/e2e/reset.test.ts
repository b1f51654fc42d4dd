import { describe, expect, it, jest } from '@jest/globals';
import { readReport } from '../support/report-schema.ts';
import { makeIds, RESET, resetWith, standings, withSlack } from '../support/scenario.ts';
import { SIMULATOR_TOKEN } from '../support/slack-simulator/index.ts';

jest.setTimeout(30_000);

const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const TEAM = [JO, SAM, KIM];
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe.each([
  { flags: {}, extra: {} },
  { flags: { 'web-only': 'true' }, extra: { web_only: true } },
  { flags: { 'mobile-only': 'TRUE' }, extra: { mobile_only: true } },
  { flags: { 'web-only': 'false', 'mobile-only': '' }, extra: {} },
])('with $flags', ({ flags, extra }) => {
  it('sends three people in one POST, in the order asked, with a real array', async () => {
    await withSlack({ users: TEAM }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': `${KIM}, ${JO}\n${SAM}`, ...flags });
      const sent = slack.requests.map(({ method, httpMethod, rawBody, headers }) => ({
        method,
        httpMethod,
        body: JSON.parse(rawBody),
        authorization: headers.authorization,
        type: headers['content-type'],
        agent: headers['user-agent'],
      }));
      expect({ sent, exitCode: run.exitCode }).toEqual({
        sent: [
          {
            method: RESET,
            httpMethod: 'POST',
            body: { user_ids: [KIM, JO, SAM], ...extra },
            authorization: `Bearer ${SIMULATOR_TOKEN}`,
            type: 'application/json; charset=utf-8',
            agent: 'slack-session-reset',
          },
        ],
        exitCode: 0,
      });
    });
  });
});

describe('outputs', () => {
  it('hold every figure, and results in the order asked with their sources', async () => {
    await withSlack({ users: [JO, SAM, { id: 'U0BOT00001', kind: 'bot' }] }, async (slack) => {
      const run = await resetWith(
        slack,
        {
          'user-ids': `["${SAM}", "W0NOBODY1"]`,
          roster: 'leavers/*.yml',
          'protected-user-ids': 'W0OWNER001',
          'ignore-errors': 'cannot_reset_bot',
        },
        {
          files: {
            'leavers/b.yml': `version: 1\nleavers:\n  - user_id: W0LATER001\n    effective: 2999-01-01\n  - user_id: ${JO}\n`,
            'leavers/a.yml': '- W0OWNER001\n- U0BOT00001\n',
          },
        },
      );
      const accepted = slack.requests.filter(({ answered }) => answered === 'ok');
      const { results, ...figures } = run.outputs;
      expect({ figures, code: run.exitCode }).toEqual({
        figures: {
          outcome: 'partial',
          'user-count': '6',
          'queued-count': '2',
          'verified-count': '0',
          'signed-out-count': '0',
          'failed-count': '2',
          'skipped-count': '2',
          'failed-user-ids': '["W0NOBODY1","W0OWNER001"]',
          'report-path': expect.stringMatching(/^\/.*\/_temp\/.*\.json$/),
        },
        code: 1,
      });
      const found_signed_in = false;
      const asked = {
        found_signed_in,
        calls: expect.any(Number),
        request_id: expect.any(String),
        at: expect.stringMatching(TIMESTAMP),
      };
      const unsent = { found_signed_in, calls: 0, request_id: null, at: null };
      expect(JSON.parse(String(results))).toEqual([
        { user_id: SAM, status: 'queued', error: null, source: 'user-ids[0]', ...asked },
        { user_id: 'W0NOBODY1', status: 'failed', error: 'user_not_found', source: 'user-ids[1]', ...asked },
        { user_id: 'W0OWNER001', status: 'skipped', error: 'protected_user', source: 'leavers/a.yml:1', ...unsent },
        { user_id: 'U0BOT00001', status: 'ignored', error: 'cannot_reset_bot', source: 'leavers/a.yml:2', ...asked },
        { user_id: 'W0LATER001', status: 'skipped', error: 'not_due', source: 'leavers/b.yml:3', ...unsent },
        { user_id: JO, status: 'queued', error: null, source: 'leavers/b.yml:5', ...asked },
      ]);
      // The deciding call and the number of calls are what Slack saw, not what the action believes.
      for (const { user_id, calls, request_id } of run.results.filter(({ status }) => status !== 'skipped')) {
        const named = slack.requests.filter((_, index) => slack.groups()[index]?.includes(String(user_id)));
        expect({ user_id, calls, request_id }).toEqual({
          user_id,
          calls: named.length,
          request_id: named.at(-1)?.requestId,
        });
      }
      expect(accepted.length).toBeGreaterThan(0);
      expect(new Set(slack.groups().flat())).toEqual(new Set([SAM, 'W0NOBODY1', 'U0BOT00001', JO]));
    });
  });

  it('take the same person, however given, as one person with the first source', async () => {
    await withSlack({ users: TEAM }, async (slack) => {
      const run = await resetWith(
        slack,
        { 'user-ids': `${JO},<@${JO}>\n<@${JO}|jo d, 1> ${SAM}`, roster: 'r.yml\nr.yml\n*.yml' },
        { files: { 'r.yml': `- ${SAM}\n- user_id: ${JO}\n  effective: 2999-01-01\n- ${KIM}\n` } },
      );
      expect([slack.groups(), run.results.map(({ user_id, source }) => [user_id, source])]).toEqual([
        [[JO, SAM, KIM]],
        [
          [JO, 'user-ids[0]'],
          [SAM, 'user-ids[3]'],
          [KIM, 'r.yml:4'],
        ],
      ]);
    });
  });
});

describe('many people', () => {
  const everybody = makeIds(2100);
  const inputs = { roster: 'all.yml', 'max-users': '2100' };
  const files = { 'all.yml': everybody.map((id) => `- ${id}\n`).join('') };

  it('go in calls of 1000, 1000 and 100, in the order given', async () => {
    await withSlack({ users: everybody }, async (slack) => {
      const run = await resetWith(slack, inputs, { files });
      expect(slack.groups()).toEqual([everybody.slice(0, 1000), everybody.slice(1000, 2000), everybody.slice(2000)]);
      expect([run.exitCode, run.outputs['outcome'], run.outputs['queued-count']]).toEqual([0, 'success', '2100']);
      expect(standings(run)).toEqual(everybody.map((id) => [id, 'queued', null]));
    });
  });

  it('keep what was queued when the token is revoked later, and the rest is not-attempted', async () => {
    await withSlack({ users: everybody }, async (slack) => {
      slack.revokeTokenAfter(1);
      const run = await resetWith(slack, inputs, { files });
      expect([slack.groups().length, run.exitCode, run.outputs['outcome']]).toEqual([2, 1, 'partial']);
      // The output leaves out those who were queued, since all together are too long for it.
      const { results } = readReport(run);
      expect(results.map(({ user_id, status, error }) => [user_id, status, error])).toEqual(
        everybody.map((id, index) => (index < 1000 ? [id, 'queued', null] : [id, 'not-attempted', 'token_revoked'])),
      );
      expect(results.map(({ calls }) => calls)).toEqual(everybody.map((_, index) => (index < 2000 ? 1 : 0)));
    });
  });

  it('are refused as a whole past max-users, before any call', async () => {
    await withSlack({ users: TEAM }, async (slack) => {
      const over = { 'user-ids': TEAM.join(), 'protected-user-ids': KIM };
      const [two, one] = await Promise.all([
        resetWith(slack, { ...over, 'max-users': '2', 'dry-run': 'true' }),
        resetWith(slack, { ...over, 'max-users': '1' }),
      ]);
      expect(slack.requests).toEqual([]);
      expect(standings(two).map(([, status]) => status)).toEqual(['planned', 'planned', 'skipped']);
      expect([one.exitCode, one.outputs['outcome'], one.outputs['failed-count']]).toEqual([1, 'failure', '3']);
      expect(standings(one)).toEqual([
        [JO, 'not-attempted', 'max_users'],
        [SAM, 'not-attempted', 'max_users'],
        [KIM, 'skipped', 'protected_user'],
      ]);
      expect(one.stdout).toContain('"max-users" is 1, but 2 distinct people would be sent');
    });
  });
});

describe('no request is made', () => {
  it.each([
    ['in a dry run, without a token', { 'user-ids': TEAM.join(), 'dry-run': 'true', token: '' }, 'planned', 'planned'],
    ['with an empty roster', { roster: 'empty.yml' }, 'nothing-to-do', undefined],
    ['when nobody is due', { roster: 'later.yml' }, 'nothing-to-do', 'skipped'],
  ])('%s', async (_name, inputs, outcome, status) => {
    await withSlack({ users: TEAM }, async (slack) => {
      const files = { 'empty.yml': '', 'later.yml': `- user_id: ${JO}\n  effective: 2999-12-31\n` };
      const run = await resetWith(slack, inputs, { files });
      expect([slack.requests, run.exitCode, run.outputs['outcome']]).toEqual([[], 0, outcome]);
      expect(new Set(run.results.map((result) => result.status))).toEqual(
        new Set(status === undefined ? [] : [status]),
      );
    });
  });
});

describe('one person alone', () => {
  it.each([
    ['protected', { 'protected-user-ids': JO }, 1, 'failure', ['skipped', 'protected_user']],
    ['refused', {}, 1, 'failure', ['failed', 'user_not_found']],
    [
      'refused with an ignored code',
      { 'ignore-errors': 'user_not_found' },
      0,
      'partial',
      ['ignored', 'user_not_found'],
    ],
  ])('%s', async (_name, inputs, exitCode, outcome, standing) => {
    await withSlack({}, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': JO, ...inputs });
      expect([run.exitCode, run.outputs['outcome'], standings(run)]).toEqual([exitCode, outcome, [[JO, ...standing]]]);
    });
  });
});
