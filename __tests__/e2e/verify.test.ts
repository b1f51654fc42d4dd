import { describe, expect, it, jest } from '@jest/globals';
import { readReport } from '../support/report-schema.ts';
import type { ActionRun } from '../support/run-action.ts';
import {
  annotations,
  type Inputs,
  makeIds,
  RESET,
  resetWith,
  stackLines,
  standings,
  withSlack,
} from '../support/scenario.ts';
import type {
  ScriptedAnswer,
  SimulatedUser,
  SimulatorOptions,
  SlackSimulator,
} from '../support/slack-simulator/index.ts';

// Looks are 2 s and 4 s apart, and processes share the machine.
jest.setTimeout(30_000);

const LIST = 'admin.users.session.list';
const AUTH = 'auth.test';
const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const TEAM = [JO, SAM, KIM];
/** Time for one wait of 2 s, not for a second one of 4 s. */
const SHORT = { 'timeout-minutes': '0.07' };
const NORMAL: ScriptedAnswer = { kind: 'normal' };
const NOBODY: ScriptedAnswer = { kind: 'error', error: 'no_active_sessions' };

interface Scene {
  readonly slack: SlackSimulator;
  readonly run: ActionRun;
  /** The methods called, in their order, without what they have in common. */
  readonly methods: readonly string[];
}

function methodsOf({ requests }: SlackSimulator): string[] {
  return requests.map(({ method, body }) => {
    const isOfOne = typeof body === 'object' && body !== null && 'user_id' in body;
    return method === LIST ? (isOfOne ? 'person' : 'page') : method;
  });
}

/** Resets and verifies against a simulator of its own. */
function verify(options: SimulatorOptions, inputs: Inputs, arrange?: (slack: SlackSimulator) => void): Promise<Scene> {
  return withSlack(options, async (slack) => {
    arrange?.(slack);
    const run = await resetWith(slack, { verify: 'true', 'max-retries': '0', ...inputs });
    return { slack, run, methods: methodsOf(slack) };
  });
}

/** How a run with one person ended: status, code, exit code, how often it waited for another look. */
function endOf({ run }: Scene): readonly unknown[] {
  const [, status, error] = standings(run)[0] ?? [];
  return [status, error, run.exitCode, run.stdout.split('next look in').length - 1];
}

describe('one person', () => {
  const of = (...kinds: readonly ('web' | 'desktop' | 'mobile' | 'unknown')[]): SimulatedUser => ({
    id: JO,
    sessions: kinds.map((kind, index) => ({ sessionId: 1_700_000_000_001 + index, kind })),
  });
  const web = { 'web-only': 'true' };
  const mobile = { 'mobile-only': 'true' };
  it.concurrent.each<[string, SimulatedUser, Inputs, SimulatorOptions, readonly unknown[]]>([
    ['sessions are gone at once', of('web', 'mobile'), {}, {}, ['verified', null, 0, 0]],
    ['sessions are gone at the second look', of('web'), {}, { resetAfterListings: 1 }, ['verified', null, 0, 1]],
    ['sessions take a second to go', of('mobile'), {}, { resetDelayMs: 1000 }, ['verified', null, 0, 1]],
    ['there was no session before', of(), {}, {}, ['verified', null, 0, 0]],
    ['sessions never go', { ...of('web'), sticky: true }, SHORT, {}, ['still-active', 'sessions_left', 1, 1]],
    ['only web, with a mobile session left', of('web', 'desktop', 'mobile'), web, {}, ['verified', null, 0, 0]],
    [
      'only web, with a session left on an untold device',
      of('web', 'unknown'),
      { ...web, ...SHORT },
      {},
      ['still-active', 'sessions_left', 1, 1],
    ],
    ['only mobile, with a desktop session left', of('desktop', 'mobile'), mobile, {}, ['verified', null, 0, 0]],
    [
      'only mobile, with a session left on an untold device',
      of('mobile', 'unknown'),
      { ...mobile, ...SHORT },
      {},
      ['still-active', 'sessions_left', 1, 1],
    ],
    ['only mobile, with nothing but a browser', of('web'), mobile, {}, ['verified', null, 0, 0]],
  ])('%s', async (_name, user, inputs, options, end) => {
    const scene = await verify({ users: [user], ...options }, { 'user-ids': JO, ...inputs });
    expect(endOf(scene)).toEqual(end);
    expect(readReport(scene.run).results.map(({ status }) => status)).toEqual([end[0]]);
  });

  it.concurrent('who signs in again is worse news than one whose sessions stay, and gets words of its own', async () => {
    const users = [{ ...of('web'), returns: true }, { id: SAM, sticky: true }, KIM];
    const { run } = await verify({ users }, { 'user-ids': TEAM.join(), 'timeout-minutes': '0.12' });
    expect(standings(run)).toEqual([
      [JO, 'still-active', 'signed_in_again'],
      [SAM, 'still-active', 'sessions_left'],
      [KIM, 'verified', null],
    ]);
    for (const told of [run.summary, annotations(run, 'error').join('\n')]) {
      expect(told).toContain('so sign-in is still open');
      expect(told).toContain('that the reset should have ended are still listed');
    }
    expect(run.outputs).toMatchObject({
      outcome: 'partial',
      'queued-count': '1',
      'verified-count': '1',
      'failed-count': '2',
      'failed-user-ids': JSON.stringify([JO, SAM]),
    });
    expect(run.stdout).toContain('1 of 3 verified, 2 still active, next look in 4 s');
  });

  it.concurrent('is not said to have no session when a mobile one is left on purpose', async () => {
    const { slack, run } = await verify({ users: [of('web', 'mobile')] }, { 'user-ids': JO, ...web });
    expect(slack.sessionsOf(JO)).toHaveLength(1);
    expect(run.summary).toContain('Verified for 1 person: Slack lists no web session any more');
    expect(run.everything).not.toMatch(/no session of theirs|lists no session any more/);
  });
});

describe('everybody', () => {
  it.concurrent('a dry run asks Slack for nothing', async () => {
    const { run, methods } = await verify({ users: TEAM }, { 'user-ids': TEAM.join(), 'dry-run': 'true' });
    expect([methods, standings(run), run.exitCode]).toEqual([[], TEAM.map((id) => [id, 'planned', null]), 0]);
    expect(readReport(run).results.map(({ evidence }) => evidence)).toEqual([null, null, null]);
  });

  it.concurrent('without verify nobody is looked at', async () => {
    const { run, methods } = await verify({ users: TEAM }, { 'user-ids': TEAM.join(), verify: 'false' });
    expect([methods, standings(run)]).toEqual([[RESET], TEAM.map((id) => [id, 'queued', null])]);
  });

  it.concurrent('a refused person is never verified, though no session of theirs is listed', async () => {
    const users: SimulatedUser[] = [
      { id: JO },
      { id: SAM, refusal: 'cannot_reset_primary_owner', sessions: [] },
      { id: KIM },
    ];
    const { run } = await verify({ users }, { 'user-ids': TEAM.join() });
    expect([standings(run), run.exitCode]).toEqual([
      [
        [JO, 'verified', null],
        [SAM, 'failed', 'cannot_reset_primary_owner'],
        [KIM, 'verified', null],
      ],
      1,
    ]);
  });

  it.concurrent('the others of failed_for_some_users are verified', async () => {
    const users: SimulatedUser[] = [
      { id: JO },
      { id: SAM, refusal: 'failed_for_some_users', reason: 'user_not_found' },
      { id: KIM },
    ];
    const { run, slack } = await verify({ users }, { 'user-ids': TEAM.join(), 'ignore-errors': 'user_not_found' });
    expect([standings(run), run.exitCode, slack.groups()]).toEqual([
      [
        [JO, 'verified', null],
        [SAM, 'ignored', 'user_not_found'],
        [KIM, 'verified', null],
      ],
      0,
      [TEAM],
    ]);
  });

  it.concurrent('somebody whom the others of failed_for_some_users were not reset with is still active', async () => {
    const users: SimulatedUser[] = [{ id: JO }, { id: SAM, refusal: 'failed_for_some_users' }];
    const options = { users, failedForSomeAppliesRest: false };
    const { run } = await verify(options, { 'user-ids': `${JO},${SAM}`, ...SHORT });
    expect(standings(run)).toEqual([
      [JO, 'still-active', 'sessions_left'],
      [SAM, 'failed', 'failed_for_some_users'],
    ]);
  });
});

describe('the way of listing', () => {
  it.concurrent('is one call a person for a few', async () => {
    const { methods, run, slack } = await verify({ users: TEAM }, { 'user-ids': TEAM.join() });
    expect(methods).toEqual([AUTH, 'person', 'person', 'person', RESET, 'person', 'person', 'person']);
    expect(slack.callsOf(LIST).map(({ body }) => body)).toEqual(
      [...TEAM, ...TEAM].map((id) => ({ user_id: id, team_id: 'E012A3CDE', limit: '1000' })),
    );
    expect(standings(run)).toEqual(TEAM.map((id) => [id, 'verified', null]));
  });

  it.concurrent.each<[string, SimulatorOptions, readonly string[]]>([
    ['the organization is no team to Slack', { orgTeamIdAccepted: false }, [AUTH, 'person', 'page', RESET, 'page']],
    ['the token names no organization', { isEnterprise: true, orgId: 'no ID' }, [AUTH, 'page', RESET, 'page']],
  ])('is paging when %s', async (_name, options, methods) => {
    const scene = await verify({ users: [...TEAM, 'WSOMEBODY1'], ...options }, { 'user-ids': JO });
    expect([scene.methods, endOf(scene)]).toEqual([methods, ['verified', null, 0, 0]]);
  });

  it.concurrent('is confirmed by paging when asking for single people shows nobody', async () => {
    const scene = await verify({ users: [{ id: JO, sessions: [] }, SAM] }, { 'user-ids': JO });
    expect([scene.methods, endOf(scene)]).toEqual([
      [AUTH, 'person', 'page', RESET, 'page'],
      ['verified', null, 0, 0],
    ]);
    expect(scene.run.stdout).toContain('paging through the organization to make sure');
  });

  it.concurrent('is paging for good when that shows somebody, and nobody is verified on an empty answer', async () => {
    const users: SimulatedUser[] = [
      { id: JO, sticky: true, sessions: [{ sessionId: 1_700_000_000_001, kind: 'web' }] },
    ];
    const scene = await verify({ users }, { 'user-ids': JO, ...SHORT }, ({ answerNext }) => answerNext(LIST, NOBODY));
    expect([scene.methods, endOf(scene)]).toEqual([
      [AUTH, 'person', 'page', RESET, 'page', 'page'],
      ['still-active', 'sessions_left', 1, 1],
    ]);
    expect(readReport(scene.run).results[0]?.evidence).toMatchObject({ sessions_before: ['1700000000001'] });
  });

  it.concurrent('says that it turns to paging, and why', async () => {
    const { run } = await verify({ users: TEAM, orgTeamIdAccepted: false }, { 'user-ids': JO });
    expect(run.stdout).toContain(
      "Slack does not list single people's sessions for this token (team_not_found): paging",
    );
  });

  it.concurrent.each([
    [1000, 2],
    [100, 12],
  ])('is paging for 300 people among 600: pages of %i', async (sessionPageSize, pages) => {
    const users = makeIds(600);
    const leavers = users.filter((_id, index) => index % 2 === 0);
    const inputs = { 'user-ids': leavers.join(), 'max-users': '300', 'max-retries': '5' };
    const { run, methods, slack } = await verify({ users, sessionPageSize, resetAfterListings: 1 }, inputs);
    expect(standings(run)).toEqual(leavers.map((id) => [id, 'verified', null]));
    // After the reset the leavers' 600 sessions are seen once more, then those of the others are left.
    const left = Math.ceil(600 / sessionPageSize);
    expect(methods).toEqual([
      AUTH,
      ...Array.from({ length: pages }, () => 'page'),
      RESET,
      ...Array.from({ length: pages + left }, () => 'page'),
    ]);
    expect(slack.callsOf(LIST).every(({ body }) => JSON.stringify(body).includes('"limit":"1000"'))).toBe(true);
    expect([run.exitCode, run.outputs['verified-count']]).toEqual([0, '300']);
    expect(run.stdout).toContain('0 of 300 verified, 300 still active, next look in 2 s');
  });
});

describe('an answer of the listing that tells nothing', () => {
  const raw = (body: unknown): ScriptedAnswer => ({
    kind: 'raw',
    body: JSON.stringify(body),
    contentType: 'application/json',
  });
  it.concurrent.each<[string, ScriptedAnswer]>([
    ['a page of HTML', { kind: 'raw', body: '<html>Sign in</html>' }],
    ['nothing', { kind: 'raw', body: '' }],
    ['ok and nothing else', { kind: 'ok' }],
    ['sessions that are text', raw({ ok: true, active_sessions: 'none' })],
    ['sessions of numbers', raw({ ok: true, active_sessions: [1, 2] })],
    ['a session without an owner', raw({ ok: true, active_sessions: [{ session_id: 1 }] })],
    ['ok that is text', raw({ ok: 'true', active_sessions: [] })],
    ['the same cursor for ever', raw({ ok: true, active_sessions: [], response_metadata: { next_cursor: 'same' } })],
    ['an error that is no code', { kind: 'error', error: 'iPhone at 192.0.2.10' }],
    ['HTTP 500', { kind: 'http', status: 500 }],
    ['a cut connection', { kind: 'cut', when: 'mid-body' }],
  ])('leaves everybody queued and fails the step: %s', async (_name, answer) => {
    const inputs = { 'user-ids': `${JO},${SAM}`, ...SHORT };
    const { run } = await verify({ users: TEAM }, inputs, (slack) => slack.answerAlways(LIST, answer));
    expect([standings(run), run.exitCode, stackLines(run)]).toEqual([
      [
        [JO, 'queued', null],
        [SAM, 'queued', null],
      ],
      1,
      [],
    ]);
    expect(readReport(run).unverified?.people).toBe(2);
    expect(run.outputs['verified-count']).toBe('0');
    expect(annotations(run, 'error').join()).toContain(
      '2 people could not be verified and are only known to be queued',
    );
    expect(run.everything).not.toContain('192.0.2.10');
  });

  it.concurrent.each([LIST, AUTH])('does not keep the reset from being sent: %s hangs', async (method) => {
    const inputs = { 'user-ids': JO, 'timeout-minutes': '0.03' };
    const { slack } = await verify({ users: TEAM }, inputs, ({ answerNext }) => answerNext(method, { kind: 'hang' }));
    expect(slack.groups()).toEqual([[JO]]);
  });

  it.concurrent('is followed by another look, which may tell', async () => {
    const html: ScriptedAnswer = { kind: 'raw', body: '<html>Sign in</html>' };
    const scene = await verify({ users: TEAM }, { 'user-ids': JO }, ({ answerNext }) => answerNext(LIST, NORMAL, html));
    expect([scene.methods, endOf(scene)]).toEqual([
      [AUTH, 'person', RESET, 'person', 'person'],
      ['verified', null, 0, 1],
    ]);
    expect(scene.run.stdout).toContain('0 of 1 verified, 0 still active, 1 not seen yet, next look in 2 s');
    expect(readReport(scene.run).unverified).toBeNull();
  });
});

describe('a rate limit', () => {
  it.concurrent('while looking is waited for, and said', async () => {
    const { run, methods } = await verify({ users: TEAM }, { 'user-ids': `${JO},${SAM}` }, (slack) =>
      slack.answerNext(LIST, NORMAL, NORMAL, { kind: 'rate-limited', retryAfter: '1' }),
    );
    expect([methods.filter((method) => method === 'person').length, run.exitCode, standings(run)]).toEqual([
      5,
      0,
      [
        [JO, 'verified', null],
        [SAM, 'verified', null],
      ],
    ]);
    expect(run.stdout).toMatch(
      /Listing sessions person by person, 1 of 2, page 1: rate limited by Slack .*; waiting 1 s, then again/,
    );
    expect(run.wallMs).toBeGreaterThan(1000);
  });

  it.concurrent('that outlasts the time leaves people queued', async () => {
    const { run } = await verify({ users: TEAM }, { 'user-ids': JO, ...SHORT }, (slack) =>
      slack.answerNext(LIST, NORMAL, { kind: 'rate-limited', retryAfter: '60', bodyOnly: true }),
    );
    expect([standings(run), run.exitCode, readReport(run).unverified]).toEqual([
      [[JO, 'queued', null]],
      1,
      { people: 1, error: 'time_limit' },
    ]);
  });
});

describe('SIGTERM while looking', () => {
  const later = async (request: Promise<unknown>): Promise<void> => {
    await request;
    await new Promise((done) => setTimeout(done, 150));
  };
  it.concurrent.each<[string, readonly ScriptedAnswer[], readonly string[], readonly [string, string | null]]>([
    // The first two looks are before the reset; then JO is seen.
    [
      'in a wait for a rate limit',
      [NORMAL, NORMAL, NORMAL, { kind: 'rate-limited', retryAfter: '60' }],
      [JO, SAM],
      ['queued', null],
    ],
    ['in a call that hangs', [NORMAL, NORMAL, NORMAL, { kind: 'hang' }], [JO, SAM], ['queued', null]],
    ['in the wait for the next look', [], [JO, SAM], ['still-active', 'sessions_left']],
  ])('%s ends the run with everything told', async (_name, answers, ids, last) => {
    await withSlack({ users: ids.map((id) => ({ id, sticky: true })) }, async (slack) => {
      slack.answerNext(LIST, ...answers);
      const when = later(slack.waitForRequest(() => slack.callsOf(LIST).length === 4, 30_000));
      const inputs = { 'user-ids': ids.join(), verify: 'true' };
      const run = await resetWith(slack, inputs, { signal: { signal: 'SIGTERM', when } });
      expect([standings(run), run.exitCode, run.signal, slack.callsOf(LIST).length, stackLines(run)]).toEqual([
        [
          [JO, 'still-active', 'sessions_left'],
          [SAM, ...last],
        ],
        1,
        null,
        4,
        [],
      ]);
      expect(run.signalToEndMs).toBeLessThan(2000);
      const unseen = last[0] === 'queued' ? { people: 1, error: 'cancelled' } : null;
      expect(readReport(run).unverified).toEqual(unseen);
    });
  });
});

describe('the token', () => {
  const saidBefore = (run: ActionRun): string => run.stdout.slice(0, run.stdout.indexOf('Call 1 of'));

  it.concurrent.each<[string, SimulatorOptions, string, string | null]>([
    ['is a bot token', { botToken: true }, '"token" is a bot token', 'not_allowed_token_type'],
    [
      'belongs to no organization',
      { isEnterprise: false },
      'belongs to no Enterprise organization',
      'feature_not_enabled',
    ],
    ['may not reset', { scopes: ['admin.users:read'] }, 'lacks the scope admin.users:write', 'missing_scope'],
    ['belongs to one of the people', { actingUserId: JO }, `own user, ${JO}, is among the people`, null],
    ['may not list', { scopes: ['admin.users:write'] }, 'lacks the scope admin.users:read', null],
  ])('is warned of before the first reset when it %s', async (_name, options, words, code) => {
    const { run, methods } = await verify({ users: TEAM, ...options }, { 'user-ids': JO });
    const warnings = annotations(run, 'warning').filter((warning) => warning.includes(words));
    expect([warnings.length, saidBefore(run).includes(words), methods.indexOf(AUTH)]).toEqual([1, true, 0]);
    expect(methods.filter((method) => method === RESET)).toHaveLength(1);
    expect(standings(run)[0]?.[2]).toBe(code);
  });

  it.concurrent('that is in order is not warned of', async () => {
    const { run } = await verify({ users: TEAM }, { 'user-ids': JO });
    expect(annotations(run, 'warning').filter((warning) => !warning.includes('api-url'))).toEqual([]);
  });

  it.concurrent('without admin.users:read leaves people queued and fails the step with the name of the scope', async () => {
    const { run, methods } = await verify(
      { users: TEAM, scopes: ['admin.users:write'] },
      { 'user-ids': `${JO} ${SAM}` },
    );
    expect([methods, standings(run), run.exitCode]).toEqual([
      [AUTH, RESET],
      [
        [JO, 'queued', null],
        [SAM, 'queued', null],
      ],
      1,
    ]);
    expect(annotations(run, 'error')).toEqual([expect.stringContaining('Add admin.users:read')]);
    expect(run.summary).toContain('Add admin.users:read');
    expect(readReport(run).unverified).toEqual({ people: 2, error: 'missing_scope' });
  });

  it.concurrent('whose scopes are not told is no reason to stop', async () => {
    const scene = await verify({ users: TEAM, omitScopesHeader: true }, { 'user-ids': JO });
    expect(endOf(scene)).toEqual(['verified', null, 0, 0]);
    expect(annotations(scene.run, 'warning').some((warning) => warning.includes('scope'))).toBe(false);
  });

  it.concurrent('whose missing scope only the listing tells fails the step with its name', async () => {
    const { run, slack } = await verify(
      { users: TEAM, omitScopesHeader: true },
      { 'user-ids': JO },
      ({ answerAlways }) =>
        answerAlways(LIST, { kind: 'error', error: 'missing_scope', body: { needed: 'admin.users:read' } }),
    );
    expect([slack.groups(), standings(run), run.exitCode]).toEqual([[[JO]], [[JO, 'queued', null]], 1]);
    expect(annotations(run, 'error').join()).toContain('admin.users:read');
    const warnings = annotations(run, 'warning').filter((warning) => warning.includes('lacks the scope'));
    expect([warnings.length, saidBefore(run).includes('lacks the scope admin.users:read')]).toEqual([1, true]);
  });

  it.concurrent('of an app that is installed on one workspace only is warned of before the reset', async () => {
    const body = {
      team_id: 'T012A3CDE',
      enterprise_id: 'E012A3CDE',
      user_id: 'W0ADMIN001',
      is_enterprise_install: false,
    };
    const scene = await verify({ users: TEAM }, { 'user-ids': JO }, ({ answerNext }) =>
      answerNext(AUTH, { kind: 'ok', body }),
    );
    expect(saidBefore(scene.run)).toContain('installed on one workspace only');
    expect(endOf(scene)).toEqual(['verified', null, 0, 0]);
  });

  it.concurrent('that Slack refuses resets nobody', async () => {
    const { run, methods } = await verify({ users: TEAM, token: 'xoxp-another' }, { 'user-ids': `${JO},${SAM}` });
    expect([methods, standings(run), run.exitCode, run.outputs['outcome']]).toEqual([
      [AUTH],
      [
        [JO, 'not-attempted', 'invalid_auth'],
        [SAM, 'not-attempted', 'invalid_auth'],
      ],
      1,
      'failure',
    ]);
    expect(run.summary).toContain('Stopped by `invalid_auth`');
    expect(readReport(run).unverified).toBeNull();
  });

  it.concurrent('that Slack refuses looks up nobody', async () => {
    const users = [{ id: JO, email: 'jo@example.com' }];
    const { run, methods } = await verify({ users, token: 'xoxp-another' }, { emails: 'jo@example.com' });
    expect([methods, standings(run)]).toEqual([[AUTH], [[null, 'not-attempted', 'invalid_auth']]]);
  });

  it.concurrent.each<[string, ScriptedAnswer]>([
    ['a page of HTML', { kind: 'raw', body: '<html>' }],
    ['ok and nothing else', { kind: 'ok' }],
    ['wrong types', { kind: 'ok', body: { team_id: 7, user_id: {}, enterprise_id: '<b>', bot_id: 1 } }],
    ['HTTP 503', { kind: 'http', status: 503 }],
  ])('of which auth.test tells nothing still resets, and verifies: %s', async (_name, answer) => {
    const scene = await verify({ users: TEAM }, { 'user-ids': JO }, ({ answerAlways }) => answerAlways(AUTH, answer));
    expect([endOf(scene), scene.methods]).toEqual([
      ['verified', null, 0, 0],
      [AUTH, 'page', RESET, 'page'],
    ]);
    expect(readReport(scene.run).slack).toMatchObject({ team_id: null, enterprise_id: null, acting_user_id: null });
  });

  it.concurrent('that dies after the first call leaves the queued unverified and nobody lost', async () => {
    const { run } = await verify({ users: TEAM }, { 'user-ids': JO }, (slack) => slack.revokeTokenAfter(1));
    expect([standings(run), run.exitCode]).toEqual([[[JO, 'queued', null]], 1]);
    expect(readReport(run).unverified).toEqual({ people: 1, error: 'token_revoked' });
  });

  it.concurrent('is not needed when nobody is due', async () => {
    await withSlack({ users: TEAM, token: 'xoxp-another' }, async (slack) => {
      const run = await resetWith(slack, { verify: 'true', roster: 'r.yml' }, { files: { 'r.yml': '[]\n' } });
      expect([slack.requests.length, run.outputs['outcome'], run.exitCode]).toEqual([0, 'nothing-to-do', 0]);
    });
  });
});
