import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import {
  annotations,
  makeIds,
  occurrences,
  RESET,
  resetWith,
  stackLines,
  standings,
  withSlack,
} from '../support/scenario.ts';
import type { ScriptedAnswer, SlackSimulator } from '../support/slack-simulator/index.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(30_000);

const LOOKUP = 'users.lookupByEmail';
const [JO, SAM, KIM] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG'];
const users = [
  { id: JO, email: 'jo@example.com' },
  { id: SAM, email: 'sam@example.com' },
  { id: KIM, email: 'kim+slack@example.com' },
];
const EVERYBODY = 'jo@example.com, sam@example.com kim+slack@example.com';

/** The addresses that were asked for, in order, whatever the answer. */
function lookedUp(slack: SlackSimulator): (string | null)[] {
  return slack.callsOf(LOOKUP).map(({ rawBody }) => new URLSearchParams(rawBody).get('email'));
}

describe('addresses', () => {
  it.concurrent('of input and roster are looked up once each, whatever their case, and sent in the order asked', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(
        slack,
        {
          emails: 'KIM+Slack@example.com\njo@example.com, Jo@Example.COM <mailto:jo@example.com|jo@example.com>',
          roster: 'leavers.yml',
        },
        { files: { 'leavers.yml': '- sam@example.com\n- email: JO@EXAMPLE.COM\n- user_id: U035C5EFG\n' } },
      );
      const asked = lookedUp(slack).map((email) => email?.toLowerCase());
      expect({ asked, groups: slack.groups(), calls: slack.requests.length, exitCode: run.exitCode }).toEqual({
        asked: ['kim+slack@example.com', 'jo@example.com', 'sam@example.com'],
        groups: [[KIM, JO, SAM]],
        calls: 4,
        exitCode: 0,
      });
      expect(run.results.map(({ user_id, status, source }) => [user_id, status, source])).toEqual([
        [KIM, 'queued', 'emails[0]'],
        [JO, 'queued', 'emails[1]'],
        [SAM, 'queued', 'leavers.yml:1'],
      ]);
    });
  });

  it.concurrent('travel in the body of a form, and never in the URL or a header', async () => {
    const seen: { url: string; method: string; headers: string; body: string }[] = [];
    const read = async (request: IncomingMessage) => {
      const chunks = [];
      for await (const chunk of request) {
        chunks.push(Buffer.from(chunk));
      }
      const { url = '', method = '', rawHeaders } = request;
      seen.push({ url, method, headers: rawHeaders.join(' '), body: Buffer.concat(chunks).toString() });
    };
    const server = createServer((request, response) => {
      read(request).then(
        () => response.end(JSON.stringify({ ok: true, user: { id: JO } })),
        () => response.destroy(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const run = await resetWith({ url: `http://127.0.0.1:${port}/api/` }, { emails: 'kim+slack@example.com' });
    server.close();
    expect([run.exitCode, seen.map(({ headers: _headers, ...request }) => request)]).toEqual([
      0,
      [
        { url: `/api/${LOOKUP}`, method: 'POST', body: 'email=kim%2Bslack%40example.com' },
        { url: `/api/${RESET}`, method: 'POST', body: JSON.stringify({ user_ids: [JO] }) },
      ],
    ]);
    expect(seen[0]?.headers).toContain('application/x-www-form-urlencoded');
    expect(seen[0]?.headers).not.toMatch(/kim|example\.com/);
  });

  it.concurrent('are not looked up in a dry run', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { emails: EVERYBODY, 'dry-run': 'true', token: '' });
      expect([slack.requests, run.exitCode, standings(run)]).toEqual([
        [],
        0,
        [
          [null, 'planned', null],
          [null, 'planned', null],
          [null, 'planned', null],
        ],
      ]);
    });
  });

  it.concurrent('of those who are not due are not looked up', async () => {
    await withSlack({ users }, async (slack) => {
      const files = { 'r.yml': '- email: jo@example.com\n  effective: 2999-01-01\n- sam@example.com\n' };
      const run = await resetWith(slack, { roster: 'r.yml' }, { files });
      expect([lookedUp(slack), run.exitCode, standings(run)]).toEqual([
        ['sam@example.com'],
        0,
        [
          [null, 'skipped', 'not_due'],
          [SAM, 'queued', null],
        ],
      ]);
    });
  });

  it.concurrent('count for max-users once it is known whose they are, and nobody is reset then', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { emails: EVERYBODY, 'user-ids': 'W0OTHER001', 'max-users': '3' });
      expect([slack.groups(), run.exitCode, new Set(run.results.map(({ error }) => error))]).toEqual([
        [],
        1,
        new Set(['max_users']),
      ]);
      const same = await resetWith(slack, { emails: EVERYBODY, 'user-ids': [JO, SAM].join(), 'max-users': '3' });
      expect([slack.groups().flat().length, same.exitCode]).toEqual([3, 0]);
    });
  });
});

describe('the same person', () => {
  it.concurrent('by ID and by addresses is one person', async () => {
    const aliases = [...users, { id: JO, email: 'joanna@example.com' }];
    await withSlack({ users: aliases }, async (slack) => {
      const run = await resetWith(
        slack,
        { emails: 'sam@example.com joanna@example.com jo@example.com', 'user-ids': SAM, roster: 'r.yml' },
        { files: { 'r.yml': `- user_id: ${JO}\n  ticket: HR-1\n` } },
      );
      expect([slack.groups(), run.outputs['user-count']]).toEqual([[[SAM, JO]], '2']);
      expect(run.results.map(({ user_id, source }) => [user_id, source])).toEqual([
        [SAM, 'user-ids[0]'],
        [JO, 'emails[1]'],
      ]);
      expect(run.report).toMatchObject({ results: [{ ticket: null }, { user_id: JO, ticket: 'HR-1' }] });
    });
  });

  it.concurrent('by ID and by address is due as soon as one of the two is', async () => {
    await withSlack({ users }, async (slack) => {
      const files = { 'r.yml': `- user_id: ${JO}\n  effective: 2999-01-01\n- jo@example.com\n` };
      const run = await resetWith(slack, { roster: 'r.yml' }, { files });
      expect([slack.groups(), standings(run)]).toEqual([[[JO]], [[JO, 'queued', null]]]);
    });
  });

  it.concurrent('by ID and by address in two entries of the roster is told in a warning', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { roster: 'r.yml' }, { files: { 'r.yml': `- ${JO}\n- jo@example.com\n` } });
      expect([slack.groups(), annotations(run, 'warning').filter((text) => text.includes('same person'))]).toEqual([
        [[JO]],
        ['r.yml:2: the same person as in r.yml:1'],
      ]);
    });
  });

  it.concurrent('is held back when protected, and everybody else is reset', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { emails: EVERYBODY, 'protected-user-ids': SAM });
      expect([slack.groups(), run.exitCode, run.outputs['outcome'], standings(run)]).toEqual([
        [[JO, KIM]],
        1,
        'partial',
        [
          [JO, 'queued', null],
          [SAM, 'skipped', 'protected_user'],
          [KIM, 'queued', null],
        ],
      ]);
    });
  });

  it.concurrent('protected and alone is not sent', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { emails: 'sam@example.com', 'protected-user-ids': SAM });
      expect([slack.groups(), run.exitCode, standings(run)]).toEqual([[], 1, [[SAM, 'skipped', 'protected_user']]]);
    });
  });
});

describe('an address that Slack does not know', () => {
  const gone = { id: 'W0GONE0001', email: 'gone@example.com', kind: 'deactivated' as const };
  const inputs = { emails: 'jo@example.com nobody@example.com gone@example.com sam@example.com' };

  it.concurrent.each([
    { ignored: '', exitCode: 1, outcome: 'partial', status: 'failed', failed: '2' },
    { ignored: 'users_not_found', exitCode: 0, outcome: 'success', status: 'ignored', failed: '0' },
  ])('concerns that person alone, with ignore-errors "$ignored"', async ({ ignored, status, failed, ...ended }) => {
    await withSlack({ users: [...users, gone] }, async (slack) => {
      const { results, outputs, exitCode } = await resetWith(slack, { ...inputs, 'ignore-errors': ignored });
      expect([slack.groups(), { exitCode, outcome: outputs['outcome'] }]).toEqual([[[JO, SAM]], ended]);
      expect([outputs['failed-count'], outputs['failed-user-ids'], outputs['queued-count']]).toEqual([
        failed,
        '[]',
        '2',
      ]);
      const refusals = slack.callsOf(LOOKUP).filter(({ answered }) => answered === 'users_not_found');
      expect(results.filter(({ user_id }) => user_id === null)).toEqual(
        refusals.map(({ requestId }, index) => ({
          user_id: null,
          status,
          error: 'users_not_found',
          found_signed_in: false,
          source: `emails[${index + 1}]`,
          calls: 1,
          request_id: requestId,
          at: expect.any(String),
        })),
      );
      expect(refusals.length).toBe(2);
    });
  });

  it.concurrent('leaves nobody to send when it is the only one', async () => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { emails: 'nobody@example.com' });
      expect([slack.groups(), run.exitCode, run.outputs['outcome'], standings(run)]).toEqual([
        [],
        1,
        'failure',
        [[null, 'failed', 'users_not_found']],
      ]);
    });
  });
});

describe('a code about the whole run', () => {
  it.concurrent('leaves all addresses not-attempted, names the scope, and sends those known by ID', async () => {
    await withSlack({ users, scopes: ['admin.users:write'] }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': KIM, emails: 'jo@example.com sam@example.com' });
      expect([slack.requests.map(({ method }) => method), run.exitCode, run.outputs['outcome']]).toEqual([
        [LOOKUP, RESET],
        1,
        'partial',
      ]);
      expect(standings(run)).toEqual([
        [KIM, 'queued', null],
        [null, 'not-attempted', 'missing_scope'],
        [null, 'not-attempted', 'missing_scope'],
      ]);
      const warnings = annotations(run, 'warning').join();
      expect(warnings).toContain('users:read.email');
      // The token has that scope; to be told to add it would send the admin the wrong way.
      expect(`${warnings} ${annotations(run, 'error').join()}`).not.toMatch(/[Aa]dd (the scope )?admin\.users:write/);
    });
  });

  it.concurrent('such as a token revoked midway keeps everybody, and who was found is known', async () => {
    await withSlack({ users }, async (slack) => {
      slack.answerNext(LOOKUP, { kind: 'normal' }, { kind: 'normal' }, { kind: 'error', error: 'token_revoked' });
      const emails = 'nobody@example.com jo@example.com sam@example.com kim+slack@example.com';
      const run = await resetWith(slack, { emails, 'user-ids': 'W0OTHER001', 'protected-user-ids': JO });
      expect([slack.requests.map(({ method }) => method), run.exitCode, run.outputs['outcome']]).toEqual([
        [LOOKUP, LOOKUP, LOOKUP],
        1,
        'failure',
      ]);
      expect(standings(run)).toEqual([
        ['W0OTHER001', 'not-attempted', 'token_revoked'],
        [null, 'failed', 'users_not_found'],
        [JO, 'skipped', 'protected_user'],
        [null, 'not-attempted', 'token_revoked'],
        [null, 'not-attempted', 'token_revoked'],
      ]);
    });
  });
});

describe('a code about one address', () => {
  it.concurrent('that is not to be ignored fails that person alone', async () => {
    await withSlack({ users }, async (slack) => {
      slack.answerAlways(LOOKUP, { kind: 'error', error: 'user_not_visible' });
      const run = await resetWith(slack, { emails: EVERYBODY, 'ignore-errors': 'users_not_found,user_not_found' });
      expect([slack.requests.length, run.exitCode, new Set(standings(run).map(String))]).toEqual([
        3,
        1,
        new Set([',failed,user_not_visible']),
      ]);
    });
  });

  it.concurrent.each([
    { name: 'first', found: 0 },
    { name: 'after another', found: 1 },
  ])('is invalid_arguments too: $name', async ({ found }) => {
    await withSlack({ users }, async (slack) => {
      const normal: ScriptedAnswer[] = Array.from({ length: found }, () => ({ kind: 'normal' }));
      slack.answerNext(LOOKUP, ...normal, { kind: 'error', error: 'invalid_arguments' });
      const run = await resetWith(slack, { emails: EVERYBODY });
      const expected = [JO, SAM, KIM].map((id, index) =>
        index === found ? [null, 'failed', 'invalid_arguments'] : [id, 'queued', null],
      );
      expect([lookedUp(slack).length, standings(run)]).toEqual([3, expected]);
    });
  });
});

describe('a failure that passes', () => {
  it.concurrent('100 look-ups with a rate limit in the middle find everybody', async () => {
    const hundred = makeIds(100).map((id, index) => ({ id, email: `leaver-${index}@example.com` }));
    await withSlack({ users: hundred }, async (slack) => {
      const normal: ScriptedAnswer[] = Array.from({ length: 49 }, () => ({ kind: 'normal' }));
      slack.answerNext(LOOKUP, ...normal, { kind: 'rate-limited', retryAfter: '1' });
      const emails = hundred.map(({ email }) => email);
      const run = await resetWith(slack, { emails: JSON.stringify(emails), 'max-retries': '0' });
      const [at = 0, next = 0] = slack
        .callsOf(LOOKUP)
        .map(({ atMs }) => atMs)
        .slice(49);
      expect({
        lookedUp: lookedUp(slack),
        groups: slack.groups(),
        exitCode: run.exitCode,
        waits: occurrences(run.stdout, 'rate limited by Slack'),
      }).toEqual({
        lookedUp: emails.toSpliced(49, 0, 'leaver-49@example.com'),
        groups: [hundred.map(({ id }) => id)],
        exitCode: 0,
        waits: 1,
      });
      expect(next - at).toBeGreaterThanOrEqual(1000);
    });
  });

  const cases: [string, ScriptedAnswer][] = [
    ['HTTP 503', { kind: 'http', status: 503, headers: { 'retry-after': '1' } }],
    ['internal_error', { kind: 'error', error: 'internal_error' }],
    ['a lost connection', { kind: 'cut', when: 'after-acting' }],
    ['a page', { kind: 'raw', body: '<html>' }],
    ['HTTP 429 with a page', { kind: 'http', status: 429, headers: { 'retry-after': '1' } }],
  ];

  it.concurrent.each(cases)('is waited for: %s', async (_name, failure) => {
    await withSlack({ users }, async (slack) => {
      slack.answerNext(LOOKUP, { kind: 'normal' }, failure);
      const run = await resetWith(slack, { emails: EVERYBODY });
      expect([lookedUp(slack), slack.groups(), run.exitCode]).toEqual([
        ['jo@example.com', 'sam@example.com', 'sam@example.com', 'kim+slack@example.com'],
        [[JO, SAM, KIM]],
        0,
      ]);
    });
  });

  it.concurrent('but stays too long leaves that person untouched, and everybody else is reset', async () => {
    await withSlack({ users }, async (slack) => {
      slack.answerNext(LOOKUP, { kind: 'normal' }, { kind: 'http', status: 500 });
      const run = await resetWith(slack, { emails: EVERYBODY, 'max-retries': '0' });
      expect([slack.groups(), run.exitCode, run.outputs['outcome'], standings(run)]).toEqual([
        [[JO, KIM]],
        1,
        'partial',
        [
          [JO, 'queued', null],
          [null, 'not-attempted', 'http_500'],
          [KIM, 'queued', null],
        ],
      ]);
      // No reset was sent for that person, so nothing can be open about it.
      expect(run.everything).not.toContain('may or may not be reset');
    });
  });

  it.concurrent('but later than half of the time keeps nobody who is known', async () => {
    await withSlack({ users }, async (slack) => {
      slack.answerNext(LOOKUP, { kind: 'normal' }, { kind: 'rate-limited', retryAfter: '120' });
      const run = await resetWith(slack, { emails: EVERYBODY, 'timeout-minutes': '1' });
      expect([slack.groups(), run.exitCode, standings(run)]).toEqual([
        [[JO]],
        1,
        [
          [JO, 'queued', null],
          [null, 'not-attempted', 'time_limit'],
          [null, 'not-attempted', 'time_limit'],
        ],
      ]);
    });
  });

  it.concurrent('but after the run was cancelled is not waited for', async () => {
    await withSlack({ users }, async (slack) => {
      slack.answerNext(LOOKUP, { kind: 'normal' }, { kind: 'rate-limited', retryAfter: '30' });
      const second = slack.waitForRequest((request) => request.rawBody.includes('sam'), 20_000);
      const moment = second.then(() => delay(300));
      const run = await resetWith(slack, { emails: EVERYBODY }, { signal: { signal: 'SIGTERM', when: moment } });
      expect([slack.groups(), run.exitCode, standings(run)]).toEqual([
        [],
        1,
        [JO, null, null].map((id) => [id, 'not-attempted', 'cancelled']),
      ]);
      expect(run.signalToEndMs).toBeLessThan(3000);
    });
  });
});

it.concurrent('an answer without a user ID that can be sent leaves the person untouched', async () => {
  const bodies: unknown[] = [
    {},
    { user: null },
    { user: JO },
    { user: [{ id: JO }] },
    { user: {} },
    { user: { id: null } },
    { user: { id: 12 } },
    { user: { id: [JO] } },
    { user: { id: '' } },
    { user: { id: 'USLACKBOT' } },
    { user: { id: 'w012a3cde' } },
    { user: { id: 'B012A3CDE' } },
    { user: { id: `${JO},${SAM}` } },
    { user: { id: 'jo@example.com' } },
    { user: { id: '::error::boo' } },
  ];
  await withSlack({ users }, async (slack) => {
    slack.answerNext(LOOKUP, ...bodies.map((body): ScriptedAnswer => ({ kind: 'ok', body: Object(body) })));
    const emails = [...bodies.map((_, index) => `leaver-${index}@example.com`), 'kim+slack@example.com'];
    const run = await resetWith(slack, { emails: emails.join(), 'max-retries': '0' });
    expect([slack.groups(), run.exitCode, stackLines(run)]).toEqual([[[KIM]], 1, []]);
    expect(standings(run)).toEqual([
      ...bodies.map(() => [null, 'not-attempted', 'invalid_response']),
      [KIM, 'queued', null],
    ]);
    expect(run.everything).not.toMatch(/boo|leaver-/);
  });
});

describe('no address appears in anything that leaves the process', () => {
  const ADDRESS = 'Very.Private+leaver@example.com';
  const encoded = encodeURIComponent(ADDRESS);
  const traces = /private|leaver@|leaver%/i;

  it.concurrent('when all goes well, and when it is unknown, protected, not due or given twice', async () => {
    const people = [
      { id: JO, email: ADDRESS },
      { id: SAM, email: 'private.sam@example.com' },
    ];
    await withSlack({ users: people }, async (slack) => {
      const run = await resetWith(
        slack,
        {
          emails: `${ADDRESS} private.unknown@example.com`,
          roster: '*.yml',
          'protected-user-ids': SAM,
        },
        {
          debug: true,
          files: {
            'r.yml': `- email: ${ADDRESS.toUpperCase()}\n  name: Private Person\n  note: private\n  x-mail: private@example.com\n- private.sam@example.com\n- email: private.later@example.com\n  effective: 2999-01-01\n- private.later@example.com\n`,
          },
        },
      );
      expect([slack.groups(), standings(run).map(([, status]) => status)]).toEqual([
        [[JO]],
        ['queued', 'failed', 'skipped', 'failed'],
      ]);
      expect(run.everything).not.toMatch(traces);
    });
  });

  const words = [
    `no user ${ADDRESS}`,
    `no user ${encoded}`,
    `GET /users.lookupByEmail?email=${encoded}`,
    `[ERROR] invalid value "${ADDRESS}" [json-pointer:/email]`,
  ];
  it.concurrent.each([
    ['users_not_found', 'users_not_found'],
    ['invalid_arguments', 'invalid_arguments'],
    ['missing_scope', 'missing_scope'],
    ['the address itself', ADDRESS],
  ])('when Slack repeats it with %s', async (_name, error) => {
    await withSlack({ users }, async (slack) => {
      const body = { needed: ADDRESS, provided: encoded, warning: ADDRESS, response_metadata: { messages: words } };
      slack.answerAlways(LOOKUP, { kind: 'error', error, body });
      const run = await resetWith(slack, { emails: ADDRESS }, { debug: true });
      expect([slack.groups(), run.exitCode]).toEqual([[], 1]);
      expect(run.everything).not.toMatch(traces);
    });
  });

  it.concurrent.each([
    ['in the input', { emails: 'private@@example.com, private@example, <private@example.com' }, {}],
    [
      'in the roster',
      { roster: 'r.yml' },
      { 'r.yml': '- email: "private @example.com"\n- privat@example.com: private\n' },
    ],
    ['as a user ID', { 'user-ids': 'private@example.com' }, {}],
    [
      'in YAML that is not valid',
      { roster: 'r.yml' },
      { 'r.yml': '- email: "private@example.com\n- private@example.com: ]\n' },
    ],
  ])('when it is malformed %s', async (_name, inputs, files) => {
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, inputs, { files, debug: true });
      expect([slack.requests, run.exitCode]).toEqual([[], 1]);
      expect(run.everything).not.toMatch(traces);
    });
  });
});
