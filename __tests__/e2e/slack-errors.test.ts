import { describe, expect, it, jest } from '@jest/globals';
import { whatToDo } from '../../src/report/remedies.ts';
import { ERROR_CODES } from '../../src/slack/error-catalogue.ts';
import { occurrences, RESET, resetWith, stackLines, standings, withSlack } from '../support/scenario.ts';
import { type ScriptedAnswer, startSlackSimulator } from '../support/slack-simulator/index.ts';

jest.setTimeout(30_000);

const TEAM = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const PAIR = TEAM.slice(0, 2);
const everybodyIs = (status: string, error: string | null, ids = PAIR) => ids.map((id) => [id, status, error]);

/** The Action's own codes by the contract, which Slack never says of anybody. */
const ownCodes = [
  ...['not_due', 'protected_user', 'no_session', 'deactivated', 'found_signed_in', 'sessions_left', 'signed_in_again'],
  ...['never_listed', 'time_limit', 'cancelled', 'implausible_listing', 'wrong_person', 'max_users', 'look_failed'],
  ...['earlier_roster', 'unreachable', 'timeout', 'connection_lost', 'invalid_response', 'unexpected_error'],
];

describe('a code that concerns the whole run', () => {
  const isRunWide = ([, { class: kind }]: [string, { class: string }]) => kind !== 'per-user' && kind !== 'transient';
  const codes = [...[...ERROR_CODES].filter(isRunWide).map(([code]) => code), 'a_code_of_next_year', '__proto__'];
  const noCodes = [
    'Not A Code',
    '',
    'x'.repeat(65),
    '::error::boo',
    '<html>\nwiki</html>',
    42,
    null,
    ['token_revoked'],
    ...ownCodes,
    'http_502',
  ];
  const cases = [
    ...codes.map((code) => ({ error: code as unknown, code })),
    ...noCodes.map((error) => ({ error: error as unknown, code: 'unrecognized_error' })),
  ];

  it.concurrent.each(cases)('stops at once, and nobody is lost: $error', async ({ error, code }) => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerAlways(RESET, { kind: 'ok', body: { ok: false, error } });
      const run = await resetWith(slack, { 'user-ids': TEAM.join(), 'protected-user-ids': String(TEAM[1]) });
      expect({
        calls: slack.requests.length,
        exitCode: run.exitCode,
        outcome: run.outputs['outcome'],
        standings: standings(run),
        remedies: occurrences(run.stdout, whatToDo(code)),
        stack: stackLines(run),
        raw: run.everything.includes('boo') || run.everything.includes('wiki'),
      }).toEqual({
        calls: 1,
        exitCode: 1,
        outcome: 'failure',
        standings: [
          [TEAM[0], 'not-attempted', code],
          [TEAM[1], 'skipped', 'protected_user'],
          [TEAM[2], 'not-attempted', code],
        ],
        remedies: 1,
        stack: [],
        raw: false,
      });
    });
  });

  it.concurrent('says which scope is missing', async () => {
    await withSlack({ users: TEAM, scopes: ['users:read', 'admin.users:read'] }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': TEAM.join() });
      expect(run.stdout).toContain('missing_scope (needed: admin.users:write; provided: users:read,admin.users:read)');
      expect(standings(run)).toEqual(everybodyIs('not-attempted', 'missing_scope', TEAM));
    });
  });
});

const page = (status: number, body = '<html><body>Server Error</body></html>'): ScriptedAnswer => ({
  kind: 'http',
  status,
  body,
});
const json = (body: string): ScriptedAnswer => ({ kind: 'raw', body });
const redirect = (status: number): ScriptedAnswer => ({
  kind: 'http',
  status,
  headers: { location: '/api/admin.users.session.resetBulk' },
});

const FAULTS: readonly { name: string; answer: ScriptedAnswer; error: string }[] = [
  {
    name: 'a connection cut before Slack acts',
    answer: { kind: 'cut', when: 'before-acting' },
    error: 'connection_lost',
  },
  {
    name: 'a connection cut after Slack acted',
    answer: { kind: 'cut', when: 'after-acting' },
    error: 'connection_lost',
  },
  { name: 'a connection cut inside the body', answer: { kind: 'cut', when: 'mid-body' }, error: 'connection_lost' },
  ...[408, 500, 502, 503].map((status) => ({ name: `HTTP ${status}`, answer: page(status), error: `http_${status}` })),
  { name: 'HTTP 503 that says ok', answer: page(503, '{"ok":true}'), error: 'http_503' },
  { name: 'HTTP 404 that says ok', answer: page(404, '{"ok":true}'), error: 'http_404' },
  { name: 'HTTP 302', answer: redirect(302), error: 'http_302' },
  { name: 'HTTP 307', answer: redirect(307), error: 'http_307' },
  ...[
    '',
    '<html>ok</html>',
    '{}',
    '{"ok":"true"}',
    '{"ok":1}',
    '{"ok":null}',
    '[{"ok":true}]',
    '"ok"',
    '{"ok":true',
  ].map((body) => ({ name: `HTTP 200 with ${body || 'nothing'}`, answer: json(body), error: 'invalid_response' })),
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].map((error) => ({
    name: error,
    answer: { kind: 'error', error } as const,
    error,
  })),
];

describe('a fault that may pass', () => {
  it.concurrent.each(FAULTS)('is tried again, and everybody is queued: $name', async ({ answer }) => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerNext(RESET, answer);
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'max-retries': '1' });
      expect([slack.groups(), run.exitCode, standings(run)]).toEqual([[PAIR, PAIR], 0, everybodyIs('queued', null)]);
      expect(run.results.map(({ calls, request_id }) => [calls, request_id])).toEqual(
        PAIR.map(() => [2, slack.requests[1]?.requestId]),
      );
    });
  });

  it.concurrent.each(FAULTS)('is never a success while it lasts: $name', async ({ answer, error }) => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerAlways(RESET, answer);
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'max-retries': '0' });
      expect([slack.requests.length, run.exitCode, run.outputs['outcome'], run.outputs['queued-count']]).toEqual([
        1,
        1,
        'failure',
        '0',
      ]);
      expect(standings(run)).toEqual(everybodyIs('unknown', error));
      expect(stackLines(run)).toEqual([]);
    });
  });

  it.concurrent('leaves people untouched when no request can have got through', async () => {
    const dead = await startSlackSimulator();
    await dead.close();
    const run = await resetWith(dead, { 'user-ids': PAIR.join(), 'max-retries': '1' });
    expect([run.exitCode, standings(run)]).toEqual([1, everybodyIs('not-attempted', 'unreachable')]);
    expect(run.stdout).toContain('retry 1 of 1');
  });

  it.concurrent('is about one person when a reset cannot be started for that person alone', async () => {
    await withSlack({ users: [...PAIR, { id: 'W0CULPRIT', refusal: 'user_session_reset_failed' }] }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': `${PAIR[0]} W0CULPRIT ${PAIR[1]}`, 'max-retries': '1' });
      expect([run.exitCode, run.outputs['outcome'], standings(run)]).toEqual([
        1,
        'partial',
        [
          [PAIR[0], 'queued', null],
          ['W0CULPRIT', 'failed', 'user_session_reset_failed'],
          [PAIR[1], 'queued', null],
        ],
      ]);
    });
  });
});

describe('a rate limit', () => {
  const limited = (retryAfter?: string): ScriptedAnswer => ({
    kind: 'rate-limited',
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });

  it.concurrent.each<[string, ScriptedAnswer[], number[]]>([
    ['429, twice', [limited('1'), limited('2')], [1000, 2000]],
    ['429 that says 0', [limited('0')], [1000]],
    [
      'ratelimited in a body with HTTP 200',
      [{ kind: 'http', status: 200, body: '{"ok":false,"error":"ratelimited"}', headers: { 'retry-after': '1' } }],
      [1000],
    ],
    ['an HTML page with 429', [{ kind: 'http', status: 429, body: '<html>', headers: { 'retry-after': '1' } }], [1000]],
  ])('is waited for to the second and uses up no retry: %s', async (_name, answers, waits) => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerNext(RESET, ...answers);
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'max-retries': '0' });
      expect([run.exitCode, standings(run), slack.requests.length]).toEqual([
        0,
        everybodyIs('queued', null),
        answers.length + 1,
      ]);
      const gaps = slack.requests.slice(1).map(({ atMs }, index) => atMs - (slack.requests[index]?.atMs ?? 0));
      expect(gaps.map((gap, index) => gap >= (waits[index] ?? 0) && gap < (waits[index] ?? 0) + 5000)).toEqual(
        waits.map(() => true),
      );
    });
  });

  it.concurrent('leaves the retries to the faults that come after it', async () => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerNext(RESET, limited('1'), { kind: 'cut', when: 'before-acting' });
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'max-retries': '1' });
      expect([run.exitCode, standings(run), slack.requests.length]).toEqual([0, everybodyIs('queued', null), 3]);
      expect(run.stdout).toContain('then retry 1 of 1');
    });
  });

  it.concurrent('is waited for as Retry-After says with HTTP 503 too', async () => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerNext(RESET, { kind: 'http', status: 503, headers: { 'retry-after': '3' } });
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'max-retries': '1' });
      const [first, second] = slack.requests.map(({ atMs }) => atMs);
      expect([run.exitCode, (second ?? 0) - (first ?? 0) >= 3000]).toEqual([0, true]);
    });
  });

  it.concurrent.each<[string, ScriptedAnswer, string]>([
    ['without a header', { kind: 'rate-limited', bodyOnly: true }, '30 s'],
    ['429 without a header', limited(), '30 s'],
    ['absurdly long', limited('999999999999'), '999999999999 s'],
    ['longer than a number', limited('9'.repeat(40)), '30 s'],
    ['in words', limited('soon'), '30 s'],
    ['below zero', limited('-5'), '30 s'],
  ])('that would end past the time limit is not waited for: %s', async (_name, answer, wait) => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerAlways(RESET, answer);
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'timeout-minutes': '0.45' });
      expect([slack.requests.length, run.exitCode, standings(run)]).toEqual([
        1,
        1,
        everybodyIs('not-attempted', 'time_limit'),
      ]);
      expect(run.stdout).toContain(`a wait of ${wait} would end past the time limit`);
      expect(run.wallMs).toBeLessThan(15_000);
    });
  });
});

describe('the time limit', () => {
  it.concurrent.each<ScriptedAnswer>([
    { kind: 'hang' },
    { kind: 'drip', everyMs: 200 },
    { kind: 'slow', delayMs: 9000 },
  ])('ends a call that does not: $kind', async (answer) => {
    await withSlack({ users: TEAM }, async (slack) => {
      slack.answerAlways(RESET, answer);
      const run = await resetWith(slack, { 'user-ids': PAIR.join(), 'timeout-minutes': '0.02' });
      expect([slack.requests.length, run.exitCode, standings(run)]).toEqual([1, 1, everybodyIs('unknown', 'timeout')]);
      expect(run.wallMs).toBeLessThan(5000);
    });
  });
});
