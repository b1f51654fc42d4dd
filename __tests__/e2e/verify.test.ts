import { describe, expect, it, jest } from '@jest/globals';
import { readReport } from '../support/report-schema.ts';
import type { ActionRun } from '../support/run-action.ts';
import { annotations, type Inputs, RESET, resetWith, stackLines, standings, withSlack } from '../support/scenario.ts';
import type {
  ScriptedAnswer,
  SimulatedUser,
  SimulatorOptions,
  SlackSimulator,
} from '../support/slack-simulator/index.ts';

// The first look comes 5 s after the reset, the second 5 s later, and many processes share the machine. The rules of
// the looks are tried by simulation; here are the cases that the wire, the inputs and the outputs belong to.
jest.setTimeout(90_000);

const LIST = 'admin.users.session.list';
const AUTH = 'auth.test';
const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'W035C5EFG'];
/** Time for two looks after the reset, not for a third. */
const TWO_LOOKS = { 'timeout-minutes': '0.28' };
const NORMAL: ScriptedAnswer = { kind: 'normal' };
const OS_X = { device_hardware: 'Intel', os: 'OS X', os_version: '10.15.7', slack_client_version: '91.0.4472.77' };

interface Scene {
  readonly slack: SlackSimulator;
  readonly run: ActionRun;
}

/** Resets and verifies against a simulator of its own. */
function verify(options: SimulatorOptions, inputs: Inputs, arrange?: (slack: SlackSimulator) => void): Promise<Scene> {
  return withSlack(options, async (slack) => {
    arrange?.(slack);
    return { slack, run: await resetWith(slack, { verify: 'true', 'max-retries': '0', ...inputs }) };
  });
}

const person = (more: Partial<SimulatedUser>): SimulatedUser => ({ id: JO, ...more });
const onDevice = (...kinds: readonly ('web' | 'desktop' | 'mobile' | 'unknown')[]): SimulatedUser =>
  person({ sessions: kinds.map((kind, index) => ({ sessionId: 1_700_000_000_001 + index, kind })) });

describe('one person', () => {
  const sticky = { sticky: true };
  it.concurrent.each<[string, SimulatedUser, Inputs, SimulatorOptions, readonly unknown[]]>([
    ['sessions are gone at once', onDevice('web', 'mobile'), {}, {}, ['verified', null, 0, 2]],
    ['sessions take a while to go', onDevice('mobile'), {}, { resetDelayMs: 7000 }, ['verified', null, 0, 3]],
    ['there was no session before', onDevice(), {}, {}, ['verified', null, 0, 2]],
    ['an empty list has no session', onDevice('web'), {}, { emptyListing: 'empty-array' }, ['verified', null, 0, 2]],
    ['sessions never go', person(sticky), TWO_LOOKS, {}, ['still-active', 'sessions_left', 1, 2]],
    ['a new sign-in', person({ returns: true }), TWO_LOOKS, {}, ['still-active', 'signed_in_again', 1, 2]],
    [
      'web only, with a mobile session left',
      onDevice('web', 'mobile'),
      { 'web-only': 'true' },
      {},
      ['verified', null, 0, 2],
    ],
    [
      'mobile only, with a session on Slack’s own example of a device left',
      person({ sessions: [{ sessionId: 1, kind: 'desktop', device: OS_X }] }),
      { 'mobile-only': 'true' },
      {},
      ['verified', null, 0, 2],
    ],
    [
      'mobile only, with a session on an unknown device left',
      onDevice('mobile', 'unknown'),
      { 'mobile-only': 'true', ...TWO_LOOKS },
      {},
      ['still-active', 'sessions_left', 1, 2],
    ],
    [
      'the team shows nobody',
      onDevice('web'),
      {},
      { orgTeamIdAccepted: 'lists-nobody', users: [SAM] },
      ['verified', null, 0, 2],
    ],
    [
      'the organization is no team',
      onDevice('web'),
      {},
      { orgTeamIdAccepted: false, users: [SAM] },
      ['verified', null, 0, 2],
    ],
    ['the listing lags', onDevice('web'), {}, { listing: { lagMs: 7000 }, users: [SAM] }, ['verified', null, 0, 3]],
  ])('%s', async (_name, user, inputs, options, end) => {
    const users = [user, ...(options.users ?? [SAM])];
    const { run } = await verify({ ...options, users }, { 'user-ids': JO, ...inputs });
    const [, status, error] = standings(run)[0] ?? [];
    const [result] = readReport(run).results;
    expect([status, error, run.exitCode, result?.evidence?.looks]).toEqual(end);
    expect(run.outputs).toMatchObject({ 'queued-count': '1', 'verified-count': status === 'verified' ? '1' : '0' });
  });
});

describe('a person with two IDs', () => {
  const LOCAL = 'U0LOCAL01';
  const GLOBAL = 'W0GLOBAL1';
  const users = [{ id: LOCAL, enterpriseId: GLOBAL }, SAM];

  it.concurrent('is never_listed by the one that Slack does not list, where nothing says so', async () => {
    const scopes = ['admin.users:write', 'admin.users:read'];
    const { run, slack } = await verify({ users, scopes }, { 'user-ids': LOCAL, ...TWO_LOOKS });
    expect([standings(run), slack.groups(), run.exitCode, run.outputs['outcome']]).toEqual([
      [[LOCAL, 'queued', 'never_listed']],
      [[LOCAL]],
      1,
      'failure',
    ]);
    expect(run.outputs).toMatchObject({ 'failed-count': '1', 'failed-user-ids': JSON.stringify([LOCAL]) });
    const warnings = annotations(run, 'warning').join();
    expect(warnings).toContain('users:read');
    expect(run.stdout.indexOf('users:read')).toBeLessThan(run.stdout.indexOf('Call 1,'));
  });

  it.concurrent('is sent and verified by the Enterprise ID where the account may be asked about', async () => {
    const { run, slack } = await verify({ users }, { 'user-ids': LOCAL });
    expect([standings(run), slack.groups(), run.exitCode]).toEqual([[[GLOBAL, 'verified', null]], [[GLOBAL]], 0]);
  });
});

describe('several people', () => {
  it.concurrent('end each with what the last look shows, and the worst comes first', async () => {
    const users = [person({ returns: true }), { id: SAM, sticky: true }, KIM];
    const { run } = await verify({ users }, { 'user-ids': [JO, SAM, KIM].join(), 'timeout-minutes': '0.4' });
    expect(standings(run)).toEqual([
      [JO, 'still-active', 'signed_in_again'],
      [SAM, 'still-active', 'sessions_left'],
      [KIM, 'verified', null],
    ]);
    expect(run.outputs).toMatchObject({
      outcome: 'partial',
      'queued-count': '3',
      'verified-count': '1',
      'failed-count': '2',
      'failed-user-ids': JSON.stringify([JO, SAM]),
    });
    expect(run.summary.indexOf(JO)).toBeLessThan(run.summary.indexOf(SAM));
  });

  it.concurrent('are not verified by an organization from which everybody else has vanished', async () => {
    const others = Array.from({ length: 25 }, (_, index) => ({ id: `W9X${index}` }));
    const listing = { shrinks: { afterListings: 1, toSessions: 0 } };
    const { run } = await verify(
      { users: [JO, SAM, ...others], listing, orgTeamIdAccepted: false },
      { 'user-ids': `${JO},${SAM}`, 'timeout-minutes': '0.15' },
    );
    expect(standings(run)).toEqual([JO, SAM].map((id) => [id, 'queued', 'implausible_listing']));
    expect([run.exitCode, run.outputs['outcome']]).toEqual([1, 'failure']);
  });
});

describe('a look without a usable answer', () => {
  it.concurrent.each<[string, ScriptedAnswer, string]>([
    ['a page of HTML', { kind: 'raw', body: '<html>' }, 'invalid_response'],
    ['HTTP 500', { kind: 'http', status: 500 }, 'http_500'],
    ['a cut connection', { kind: 'cut', when: 'before-acting' }, 'connection_lost'],
    ['an error that is no code', { kind: 'error', error: 'Jo is away' }, 'unrecognized_error'],
    ['a rate limit without an end', { kind: 'rate-limited', retryAfter: '600' }, 'time_limit'],
  ])('leaves the person queued with the reason, and the step fails: %s', async (_name, answer, error) => {
    const { run } = await verify({ users: [JO, SAM] }, { 'user-ids': JO, 'timeout-minutes': '0.15' }, (slack) => {
      slack.answerNext(LIST, NORMAL);
      slack.answerAlways(LIST, answer);
    });
    expect([standings(run), run.exitCode, run.outputs['outcome']]).toEqual([[[JO, 'queued', error]], 1, 'failure']);
  });
});

describe('the token', () => {
  it.concurrent('that may not list is warned of before the reset, and everybody stays queued', async () => {
    const { run, slack } = await verify({ users: [JO], scopes: ['admin.users:write'] }, { 'user-ids': JO });
    expect([standings(run), run.exitCode, slack.callsOf(LIST).length]).toEqual([
      [[JO, 'queued', 'missing_scope']],
      1,
      0,
    ]);
    const warned = run.stdout.indexOf('admin.users:read');
    expect([warned >= 0, warned < run.stdout.indexOf('Call 1,')]).toEqual([true, true]);
  });

  it.concurrent('that Slack refuses resets nobody', async () => {
    const { run, slack } = await verify({ users: [JO] }, { 'user-ids': JO }, ({ revokeToken }) => revokeToken());
    expect([standings(run), slack.requests.map(({ method }) => method)]).toEqual([
      [[JO, 'not-attempted', 'token_revoked']],
      [AUTH],
    ]);
  });

  it.concurrent('of which nothing is known resets all the same, and verifies by paging', async () => {
    const { run } = await verify({ users: [JO, SAM] }, { 'user-ids': JO }, ({ answerAlways }) =>
      answerAlways(AUTH, { kind: 'http', status: 503 }),
    );
    expect([standings(run), run.exitCode]).toEqual([[[JO, 'verified', null]], 0]);
  });

  it.concurrent('that dies after the reset leaves the queued queued, and says why', async () => {
    const { run } = await verify({ users: [JO, SAM] }, { 'user-ids': JO }, ({ revokeTokenAfter }) =>
      revokeTokenAfter(1),
    );
    expect([standings(run), run.exitCode]).toEqual([[[JO, 'queued', 'token_revoked']], 1]);
  });
});

describe('SIGTERM', () => {
  it.concurrent.each<[string, readonly ScriptedAnswer[], number, readonly unknown[]]>([
    ['in a look that hangs', [NORMAL, { kind: 'hang' }], 2, ['queued', 'cancelled']],
    ['in the wait for the next look', [], 2, ['still-active', 'sessions_left']],
    ['in a wait for a rate limit', [NORMAL, { kind: 'rate-limited', retryAfter: '60' }], 2, ['queued', 'cancelled']],
  ])('%s ends the run with everything written', async (_name, answers, nth, end) => {
    await withSlack({ users: [person({ sticky: true }), SAM] }, async (slack) => {
      slack.answerNext(LIST, ...answers);
      const when = slack
        .waitForRequest(() => slack.callsOf(LIST).length === nth, 60_000)
        .then(() => new Promise((done) => setTimeout(done, 150)));
      const inputs = { 'user-ids': JO, verify: 'true' };
      const run = await resetWith(slack, inputs, { signal: { signal: 'SIGTERM', when } });
      expect([standings(run), run.exitCode, run.signal, stackLines(run)]).toEqual([[[JO, ...end]], 1, null, []]);
      expect(readReport(run).results).toHaveLength(1);
    });
  });
});

describe('looking first', () => {
  const files = {
    'r.yml': `version: 1\nleavers:\n  - { user_id: ${JO}, effective: 2020-01-01 }\n  - { user_id: ${SAM}, effective: 2020-01-01 }\n  - user_id: ${KIM}\n`,
  };
  const users = [JO, { id: SAM, sessions: [] }, { id: KIM, sessions: [] }, 'W0OTHER001'];
  const inputs = { roster: 'r.yml', 'look-first-after-days': '2' };

  it.concurrent.each([
    ['fails the step', {}, 1, 'partial', '1'],
    ['is not to fail it', { 'ignore-errors': 'found_signed_in' }, 0, 'success', '0'],
  ])(
    'whoever is found signed in %s, and only those with a session are sent',
    async (_name, more, exitCode, outcome, failed) => {
      await withSlack({ users }, async (slack) => {
        const run = await resetWith(slack, { ...inputs, ...more }, { files });
        expect(standings(run)).toEqual([
          [JO, 'queued', 'found_signed_in'],
          [SAM, 'signed-out', 'no_session'],
          [KIM, 'queued', null],
        ]);
        expect([slack.groups(), run.exitCode]).toEqual([[[JO, KIM]], exitCode]);
        expect(run.outputs).toMatchObject({
          ...{ outcome, 'failed-count': failed, 'signed-out-count': '1', 'queued-count': '2', 'user-count': '3' },
        });
        expect(JSON.parse(run.outputs['results'] ?? '[]')[0]).toMatchObject({ found_signed_in: true });
      });
    },
  );
});

it.concurrent('a dry run asks Slack for nothing', async () => {
  const { run, slack } = await verify({ users: [JO] }, { 'user-ids': JO, 'dry-run': 'true' });
  expect([standings(run), slack.requests]).toEqual([[[JO, 'planned', null]], []]);
});

it.concurrent('the reset is sent once, whatever the looks show', async () => {
  const { slack } = await verify({ users: [person({ sticky: true }), SAM] }, { 'user-ids': JO, ...TWO_LOOKS });
  expect(slack.callsOf(RESET)).toHaveLength(1);
});
