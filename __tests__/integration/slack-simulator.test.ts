import { afterEach, describe, expect, it } from '@jest/globals';
import {
  EXAMPLE_COMPANY,
  SIMULATOR_TOKEN,
  type SimulatorOptions,
  type SlackSimulator,
  startSlackSimulator,
} from '../support/slack-simulator/index.ts';

const RESET = 'admin.users.session.resetBulk';
const LIST = 'admin.users.session.list';

const running: SlackSimulator[] = [];

async function start(options: SimulatorOptions = { users: EXAMPLE_COMPANY }): Promise<SlackSimulator> {
  const slack = await startSlackSimulator(options);
  running.push(slack);
  return slack;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function call(slack: SlackSimulator, method: string, body: object, headers = {}): Promise<Reply> {
  const response = await fetch(new URL(method, slack.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${SIMULATOR_TOKEN}`,
      'content-type': 'application/json; charset=utf-8',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function callForm(slack: SlackSimulator, method: string, form: Record<string, string>): Promise<unknown> {
  const response = await fetch(new URL(method, slack.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${SIMULATOR_TOKEN}` },
    body: new URLSearchParams(form),
  });
  return response.json();
}

function reset(slack: SlackSimulator, ...userIds: string[]): Promise<Reply> {
  return call(slack, RESET, { user_ids: userIds });
}

function kindsOf(slack: SlackSimulator, userId: string): string[] {
  return slack.sessionsOf(userId).map((session) => session.kind);
}

describe('admin.users.session.resetBulk', () => {
  it('ends the sessions of everybody requested and of nobody else', async () => {
    const slack = await start();
    const { body } = await reset(slack, 'W012A3CDE', 'W046D6FGH');
    expect(body).toEqual({ ok: true });
    expect(kindsOf(slack, 'W012A3CDE')).toEqual([]);
    expect(kindsOf(slack, 'W046D6FGH')).toEqual([]);
    expect(kindsOf(slack, 'W024B4DEF')).toEqual(['desktop', 'mobile']);
    expect(slack.groups()).toEqual([['W012A3CDE', 'W046D6FGH']]);
  });

  it('takes user_ids comma-separated and as a JSON array in a form', async () => {
    const slack = await start();
    await callForm(slack, RESET, { user_ids: 'W012A3CDE,W024B4DEF' });
    await callForm(slack, RESET, { user_ids: '["U035C5EFG"]', mobile_only: '1' });
    expect(slack.groups()).toEqual([['W012A3CDE', 'W024B4DEF'], ['U035C5EFG']]);
    expect(kindsOf(slack, 'U035C5EFG')).toEqual(['web']);
  });

  it.each([
    ['web_only', ['mobile']],
    ['mobile_only', ['web', 'desktop']],
  ])('ends with %s the sessions of that kind alone', async (flag, left) => {
    const slack = await start();
    await call(slack, RESET, { user_ids: ['W046D6FGH'], [flag]: true });
    expect(kindsOf(slack, 'W046D6FGH')).toEqual(left);
  });

  it('signs in again who returns, and keeps the sessions of who is sticky', async () => {
    const slack = await start();
    await reset(slack, 'W068F8HIJ', 'W079G9IJK');
    expect(kindsOf(slack, 'W068F8HIJ')).toEqual(['desktop']);
    expect(kindsOf(slack, 'W079G9IJK')).toEqual(['desktop', 'mobile']);
  });

  it('refuses the whole call with the code of the first one refused', async () => {
    const slack = await start({ users: EXAMPLE_COMPANY, namesInOtherRefusals: true });
    const { body } = await reset(slack, 'W012A3CDE', 'U0BOT00001', 'W0OWNER001');
    const response_metadata = { messages: ['[ERROR] cannot_reset_bot: U0BOT00001'] };
    expect(body).toEqual({ ok: false, error: 'cannot_reset_bot', response_metadata });
    expect(kindsOf(slack, 'W012A3CDE')).toEqual(['desktop', 'mobile']);
  });

  it.each([
    [{}, 'missing required field: user_ids'],
    [{ user_ids: [] }, 'no less than 1 items allowed [json-pointer:/user_ids]'],
    [{ user_ids: Array(1001).fill('W012A3CDE') }, 'no more than 1000 items allowed [json-pointer:/user_ids]'],
    [{ user_ids: ['W1', 'C012'] }, 'input must match regex pattern: ^[UW][A-Z0-9]{2,}$ [json-pointer:/user_ids/0]'],
    [{ user_ids: ['W1A'], web_only: true, mobile_only: true }, 'mobile_only and web_only cannot be used together'],
  ])('refuses arguments that cannot be right: case %#', async (body, message) => {
    const reply = await call(await start(), RESET, body);
    expect(reply.body).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(JSON.stringify(reply.body)).toContain(message);
  });
});

describe('failed_for_some_users', () => {
  const users = ['W1A', { id: 'W2B', refusal: 'failed_for_some_users', reason: 'not_here' }, 'W3C'];

  it.each([
    ['map', { failed_user_ids: { W2B: 'not_here' } }],
    ['strings', { failed_users: ['W2B'] }],
    ['objects', { errors: [{ ok: false, error: 'not_here', user: 'W2B' }] }],
    ['json-string', { extended_comments: '["W2B"]' }],
    ['messages', { response_metadata: { messages: ['[ERROR] could not reset W2B'] } }],
    ['raw', { comment: 'The sessions of W2B could not be invalidated.' }],
    ['unnamed', {}],
  ] as const)('names people in the shape %s and resets the others', async (failedForSome, details) => {
    const slack = await start({ users, failedForSome });
    const { body } = await reset(slack, 'W1A', 'W2B', 'W3C');
    expect(body).toEqual({ ok: false, error: 'failed_for_some_users', ...details });
    expect(['W1A', 'W2B', 'W3C'].map((id) => slack.sessionsOf(id).length)).toEqual([0, 2, 0]);
  });

  it('leaves the others alone when told so', async () => {
    const slack = await start({ users, failedForSomeAppliesRest: false });
    await reset(slack, 'W1A', 'W2B');
    expect(slack.sessionsOf('W1A')).toHaveLength(2);
  });
});

describe('people that Slack might not know', () => {
  it.each(['user_not_found', 'failed_for_some_users'] as const)('are refused with %s', async (unknownUsers) => {
    const slack = await start({ users: EXAMPLE_COMPANY, unknownUsers, deactivatedUsers: unknownUsers });
    const replies = [await reset(slack, 'W0NOBODY01'), await reset(slack, 'W0GONE0001')];
    expect(replies.map((reply) => reply.body)).toMatchObject([{ error: unknownUsers }, { error: unknownUsers }]);
  });

  it('are accepted when told so', async () => {
    const slack = await start({ users: EXAMPLE_COMPANY, unknownUsers: 'accept' });
    expect((await reset(slack, 'W0NOBODY01', 'W0GONE0001')).body).toEqual({ ok: true });
  });
});

describe('the gate', () => {
  it.each([
    ['not_authed', { authorization: '' }, {}],
    ['invalid_auth', { authorization: 'Bearer xoxp-test-other' }, {}],
    ['missing_scope', {}, { scopes: ['users:read'] }],
    ['not_allowed_token_type', {}, { botToken: true }],
    ['feature_not_enabled', {}, { isEnterprise: false }],
    ['invalid_post_type', { 'content-type': 'application/xml' }, {}],
  ])('answers %s', async (error, headers, options) => {
    const slack = await start({ users: ['W1A'], ...options });
    const reply = await call(slack, RESET, { user_ids: ['W1A'] }, headers);
    expect(reply).toMatchObject({ status: 200, body: { ok: false, error } });
    expect(slack.sessionsOf('W1A')).toHaveLength(2);
  });

  it('warns about JSON without a charset', async () => {
    const reply = await call(await start(), 'auth.test', {}, { 'content-type': 'application/json' });
    expect(reply.body).toMatchObject({ ok: true, warning: 'missing_charset' });
  });

  it('refuses every call once the token is revoked', async () => {
    const slack = await start();
    slack.revokeTokenAfter(1);
    const first = await reset(slack, 'W012A3CDE');
    const others = [await call(slack, LIST, {}), await reset(slack, 'W024B4DEF')];
    expect(first.body).toEqual({ ok: true });
    expect(others.map((reply) => reply.body)).toEqual(Array(2).fill({ ok: false, error: 'token_revoked' }));
  });

  it('limits the rate of each method by itself and says how long to wait', async () => {
    const slack = await start({ users: ['W1A'], rateLimit: { perMinute: 20, burst: 2 } });
    const replies = [await reset(slack, 'W1A'), await reset(slack, 'W1A'), await reset(slack, 'W1A')];
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 429]);
    expect(replies[2]?.headers.get('retry-after')).toBe('3');
    expect((await call(slack, 'auth.test', {})).status).toBe(200);
  });

  it('answers an unknown method in JSON and an unknown path with a page', async () => {
    const slack = await start();
    expect((await call(slack, 'admin.nothing', {})).body).toMatchObject({ ok: false, error: 'unknown_method' });
    const page = await fetch(new URL('../other', slack.url));
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('<h1>Not Found</h1>')]);
  });
});

interface SessionList {
  readonly active_sessions: readonly { readonly user_id: string; readonly session_id: number }[];
  readonly response_metadata: { readonly next_cursor: string };
}

describe('admin.users.session.list', () => {
  it('lists the sessions of everybody page by page, each once', async () => {
    const slack = await start({ users: ['W1A', 'W2B', 'W3C'], sessionPageSize: 2 });
    const pages: SessionList[] = [];
    let cursor = '';
    do {
      const form = await callForm(slack, LIST, { cursor, limit: '1000' });
      const page = form as SessionList;
      pages.push(page);
      cursor = page.response_metadata.next_cursor;
    } while (cursor !== '');
    const listed = pages.map((page) => page.active_sessions.map((session) => session.user_id));
    expect(listed).toEqual([
      ['W1A', 'W1A'],
      ['W2B', 'W2B'],
      ['W3C', 'W3C'],
    ]);
    expect(pages[0]?.active_sessions[0]?.session_id.toString()).toHaveLength(13);
  });

  it('shows the sessions of a reset user until the listings are used up', async () => {
    const slack = await start({ users: ['W1A'], resetAfterListings: 2 });
    await reset(slack, 'W1A');
    const replies: unknown[] = [];
    for (let listing = 1; listing <= 3; listing += 1) {
      replies.push((await call(slack, LIST, { user_id: 'W1A', team_id: 'E012A3CDE' })).body);
    }
    expect(replies).toMatchObject([{ ok: true }, { ok: true }, { ok: false, error: 'no_active_sessions' }]);
  });

  it.each([
    ['missing_team', { user_id: 'W012A3CDE' }],
    ['missing_user', { team_id: 'E012A3CDE' }],
    ['team_not_found', { user_id: 'W012A3CDE', team_id: 'E0OTHER001' }],
    ['user_not_found', { user_id: 'W0NOBODY01', team_id: 'E012A3CDE' }],
    ['invalid_cursor', { cursor: 'nonsense' }],
    ['no_active_sessions', { user_id: 'U057E7GHI', team_id: 'T012A3CDE' }],
  ])('answers %s', async (error, body) => {
    expect((await call(await start(), LIST, body)).body).toEqual({ ok: false, error });
  });
});

describe('users.lookupByEmail and auth.test', () => {
  it('finds members by e-mail address in any case, not the deactivated', async () => {
    const slack = await start();
    const found = await callForm(slack, 'users.lookupByEmail', { email: 'JO@example.com' });
    const gone = await callForm(slack, 'users.lookupByEmail', { email: 'former@example.com' });
    expect([found, gone]).toMatchObject([
      { ok: true, user: { id: 'W012A3CDE' } },
      { ok: false, error: 'users_not_found' },
    ]);
  });

  it('names the scopes of the token and the organization', async () => {
    const reply = await call(await start(), 'auth.test', {});
    expect(reply.body).toMatchObject({ ok: true, team_id: 'E012A3CDE', enterprise_id: 'E012A3CDE' });
    expect(reply.headers.get('x-oauth-scopes')).toBe('admin.users:write,admin.users:read,users:read,users:read.email');
    expect(reply.headers.get('x-slack-req-id')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('scripted answers', () => {
  it('come in order and then give way to normal behaviour', async () => {
    const slack = await start({ users: ['W1A'] });
    slack.answerNext(RESET, { kind: 'error', error: 'internal_error' }, { kind: 'rate-limited', retryAfter: '7' });
    const replies = [await reset(slack, 'W1A'), await reset(slack, 'W1A'), await reset(slack, 'W1A')];
    expect(replies.map((reply) => [reply.status, reply.headers.get('retry-after')])).toEqual([
      [200, null],
      [429, '7'],
      [200, null],
    ]);
    expect(slack.requests.map((request) => request.answered)).toEqual(['internal_error', 'ratelimited', 'ok']);
  });

  it.each([
    ['before-acting', 2],
    ['after-acting', 0],
    ['mid-body', 0],
  ] as const)('cut the connection %s', async (when, sessionsLeft) => {
    const slack = await start({ users: ['W1A'] });
    slack.answerNext(RESET, { kind: 'cut', when });
    await expect(reset(slack, 'W1A')).rejects.toThrow();
    expect(slack.sessionsOf('W1A')).toHaveLength(sessionsLeft);
    expect(slack.requests.map((request) => request.answered)).toEqual([`cut ${when}`]);
  });

  it.each([{ kind: 'hang' }, { kind: 'drip', everyMs: 5 }, { kind: 'slow', delayMs: 60_000 }] as const)(
    'keep a caller waiting until it gives up or the simulator closes: $kind',
    async (answer) => {
      const slack = await start();
      slack.answerAlways('auth.test', answer);
      const failure = expect(call(slack, 'auth.test', {})).rejects.toThrow();
      await slack.waitForRequest('auth.test');
      await slack.close();
      running.splice(0);
      await failure;
    },
  );

  it('answer late with whatever is ordered', async () => {
    const slack = await start();
    slack.answerNext('auth.test', { kind: 'slow', delayMs: 30, answer: { kind: 'raw', body: '"late"' } });
    const startedMs = performance.now();
    expect((await call(slack, 'auth.test', {})).body).toBe('late');
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(29);
  });
});

describe('the state page', () => {
  it('shows the sessions of everybody and the requests so far, without the token', async () => {
    const slack = await start({ users: ['W1A'] });
    await reset(slack, 'W1A');
    const response = await fetch(new URL('/_simulator/state', slack.url));
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      users: [
        { id: 'W1A', sessions: [] },
        { id: 'W0ADMIN001', sessions: [] },
      ],
      requests: [{ method: RESET, body: { user_ids: ['W1A'] }, answered: 'ok' }],
    });
    expect(text).not.toContain(SIMULATOR_TOKEN);
  });
});
