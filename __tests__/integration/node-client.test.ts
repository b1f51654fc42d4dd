import { describe, expect, it } from '@jest/globals';
import { ErrorCode, type Logger, LogLevel, retryPolicies, WebClient } from '@slack/web-api';
import { disagreements, readDeclaredAnswer } from '../support/declared-answers.ts';
import { closeAfterEach, send, startForTest } from '../support/simulator-calls.ts';
import {
  METHOD_NAMES,
  PUBLISHED_DEVICE,
  SIMULATOR_TOKEN,
  type SimulatedUser,
  type SimulatorOptions,
  type SlackSimulator,
} from '../support/slack-simulator/index.ts';

// Slack's own client judges the simulator: what it cannot read is a fault of the simulator.
closeAfterEach();

const RESET = 'admin.users.session.resetBulk';
const ORG = 'E012A3CDE';

const COMPANY: readonly SimulatedUser[] = [
  { id: 'W0MEMBER01', email: 'jo@example.com' },
  { id: 'U0LOCAL001', enterpriseId: 'W0GLOBAL01', email: 'sam@example.com' },
  { id: 'W0GUEST001', kind: 'guest', email: 'guest@example.com' },
  { id: 'U0APP00001', kind: 'app-user' },
  { id: 'W0PRIMARY1', kind: 'primary-owner', email: 'owner@example.com' },
  { id: 'W0GONE0001', kind: 'deactivated', email: 'former@example.com' },
  { id: 'U0STRANGE1', kind: 'stranger', email: 'other@example.org' },
  { id: 'W0INTEL001', sessions: [{ sessionId: 1_112_275_520_242, kind: 'web', device: PUBLISHED_DEVICE }] },
];

const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

function clientOf(slack: SlackSimulator, token = SIMULATOR_TOKEN): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.url,
    logger: SILENT,
    retryConfig: retryPolicies.rapidRetryPolicy,
    rejectRateLimitedCalls: true,
  });
}

async function start(options: SimulatorOptions = {}): Promise<{ slack: SlackSimulator; web: WebClient }> {
  const slack = await startForTest({ users: COMPANY, ...options });
  return { slack, web: clientOf(slack) };
}

describe('@slack/web-api', () => {
  it('reads whose token it is, and its scopes', async () => {
    const { web } = await start();
    const { ok, user_id, team_id, enterprise_id, is_enterprise_install, response_metadata } = await web.auth.test();
    expect({ ok, user_id, team_id, enterprise_id, is_enterprise_install }).toEqual({
      ok: true,
      user_id: 'W0ADMIN001',
      team_id: ORG,
      enterprise_id: ORG,
      is_enterprise_install: true,
    });
    expect(response_metadata?.scopes).toContain('admin.users:write');
  });

  it('resets people in bulk, one kind of session too', async () => {
    const { slack, web } = await start();
    await web.admin.users.session.resetBulk({ user_ids: ['W0MEMBER01', 'W0GLOBAL01'], mobile_only: true });
    await web.admin.users.session.resetBulk({ user_ids: ['W0INTEL001'], web_only: true });
    expect(slack.groups()).toEqual([['W0MEMBER01', 'W0GLOBAL01'], ['W0INTEL001']]);
    const kinds = ['W0MEMBER01', 'U0LOCAL001', 'W0INTEL001'].map((id) => slack.sessionsOf(id).map(({ kind }) => kind));
    expect(kinds).toEqual([['desktop'], ['desktop'], []]);
  });

  it('resets one person', async () => {
    const { slack, web } = await start();
    await web.admin.users.session.reset({ user_id: 'W0MEMBER01' });
    expect(slack.sessionsOf('W0MEMBER01')).toEqual([]);
  });

  it('pages through all sessions by itself', async () => {
    const { web } = await start({ sessionPageSize: 2 });
    const ids: (string | undefined)[] = [];
    for await (const page of web.paginate('admin.users.session.list', { limit: 1000 })) {
      const { active_sessions: sessions = [] } = page as Awaited<ReturnType<typeof web.admin.users.session.list>>;
      ids.push(...sessions.map(({ user_id }) => user_id));
    }
    const twice = (id: string) => [id, id];
    expect(ids).toEqual([...['W0MEMBER01', 'W0GLOBAL01', 'W0GUEST001', 'W0PRIMARY1'].flatMap(twice), 'W0INTEL001']);
  });

  it("reads the sessions of one person, of which the published example's device is one", async () => {
    const { web } = await start();
    const { active_sessions: sessions } = await web.admin.users.session.list({ user_id: 'W0INTEL001', team_id: ORG });
    const [session] = sessions ?? [];
    const { user_id, team_id, session_id, created } = session ?? {};
    expect({ user_id, team_id, session_id, os: created?.os, hardware: created?.device_hardware }).toEqual({
      user_id: 'W0INTEL001',
      team_id: ORG,
      session_id: 1_112_275_520_242,
      os: 'OS X',
      hardware: 'Intel',
    });
  });

  it('reads accounts: active, deactivated, with two IDs', async () => {
    const { web } = await start();
    const ids = ['W0MEMBER01', 'W0GONE0001', 'U0LOCAL001'];
    const answers = await Promise.all(ids.map((user) => web.users.info({ user })));
    expect(answers.map(({ user }) => [user?.id, user?.deleted, user?.enterprise_user?.id])).toEqual([
      ['W0MEMBER01', false, 'W0MEMBER01'],
      ['W0GONE0001', true, 'W0GONE0001'],
      ['U0LOCAL001', false, 'W0GLOBAL01'],
    ]);
  });

  it('finds people by address, deactivated ones only in the list', async () => {
    const { web } = await start();
    const found = await web.users.lookupByEmail({ email: 'SAM@example.com' });
    expect([found.user?.id, found.user?.profile?.email]).toEqual(['U0LOCAL001', 'sam@example.com']);
    const lookUp = web.users.lookupByEmail({ email: 'former@example.com' });
    await expect(lookUp).rejects.toMatchObject({ code: ErrorCode.PlatformError, data: { error: 'users_not_found' } });
    const { users } = await web.admin.users.list({ team_id: ORG, is_active: false });
    expect(users?.map(({ id, email, is_active }) => [id, email, is_active])).toEqual([
      ['W0GONE0001', 'former@example.com', false],
    ]);
  });

  it('reads what a missing scope needs', async () => {
    const { web } = await start({ scopes: ['users:read'] });
    const data = { ok: false, error: 'missing_scope', needed: 'admin.users:write', provided: 'users:read' };
    await expect(web.admin.users.session.resetBulk({ user_ids: ['W0MEMBER01'] })).rejects.toMatchObject({ data });
  });

  it('reads messages about arguments', async () => {
    const { web } = await start({ userIdPattern: '^[WU][A-Z0-9]{8,}$' });
    const messages = ['[ERROR] input must match regex pattern: ^[WU][A-Z0-9]{8,}$ [json-pointer:/user_ids/1]'];
    const reset = web.admin.users.session.resetBulk({ user_ids: ['W0MEMBER01', 'U1234'] });
    await expect(reset).rejects.toMatchObject({
      data: { error: 'invalid_arguments', response_metadata: { messages } },
    });
  });

  it('keeps the names in a refusal that its types do not know', async () => {
    const users = [...COMPANY, { id: 'W0REFUSED1', refusal: 'failed_for_some_users', reason: 'not_here' }];
    const { web } = await start({ users });
    const reset = web.admin.users.session.resetBulk({ user_ids: ['W0MEMBER01', 'W0REFUSED1'] });
    await expect(reset).rejects.toMatchObject({ data: { failed_user_ids: { W0REFUSED1: 'not_here' } } });
  });

  it('reads a rate limit as one', async () => {
    const { web } = await start({ rateLimit: { perMinute: 1, burst: 1 } });
    await web.auth.test();
    await expect(web.auth.test()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 60 });
  });

  it('reads the page of a server error as no answer', async () => {
    const { slack } = await start();
    slack.answerAlways('auth.test', { kind: 'http', status: 503, body: '<!DOCTYPE html><title>Server Error</title>' });
    const once = new WebClient(SIMULATOR_TOKEN, {
      slackApiUrl: slack.url,
      logger: SILENT,
      retryConfig: { retries: 0 },
    });
    await expect(once.auth.test()).rejects.toMatchObject({ code: ErrorCode.HTTPError, statusCode: 503 });
  });

  it('calls every method that the simulator has, the audit log aside', async () => {
    const { slack, web } = await start();
    await web.auth.test();
    await web.users.info({ user: 'W0MEMBER01' });
    await web.users.lookupByEmail({ email: 'jo@example.com' });
    await web.admin.users.list({ team_id: ORG });
    await web.admin.users.session.list({});
    await web.admin.users.session.reset({ user_id: 'W0MEMBER01' });
    await web.admin.users.session.resetBulk({ user_ids: ['W0MEMBER01'] });
    expect(slack.requests.map(({ method }) => method).toSorted()).toEqual(
      METHOD_NAMES.filter((name) => !name.startsWith('/')).toSorted(),
    );
  });
});

describe("the client's types", () => {
  /** What documentation or public code shows, though the types, which Slack makes of recorded answers, lack it. */
  const KNOWN: Readonly<Record<string, readonly string[]>> = {
    // In the documentation of the method.
    AdminUsersListResponse: ['users[].deactivated_ts is not declared'],
    // In the documentation of the user object, which look-ups are documented to answer with.
    UsersLookupByEmailResponse: ['user.enterprise_user is not declared'],
  };

  it.each<[string, string, Record<string, string>]>([
    ['AuthTestResponse', 'auth.test', {}],
    ['AdminUsersSessionListResponse', 'admin.users.session.list', {}],
    ['AdminUsersSessionListResponse', 'admin.users.session.list', { user_id: 'W0PRIMARY1', team_id: ORG }],
    ['AdminUsersListResponse', 'admin.users.list', {}],
    ['AdminUsersListResponse', 'admin.users.list', { is_active: 'false' }],
    ...COMPANY.map(({ id }): [string, string, Record<string, string>] => [
      'UsersInfoResponse',
      'users.info',
      { user: id },
    ]),
    ['UsersLookupByEmailResponse', 'users.lookupByEmail', { email: 'jo@example.com' }],
    ['UsersLookupByEmailResponse', 'users.lookupByEmail', { email: 'former@example.com' }],
    ['AdminUsersSessionResetBulkResponse', RESET, { user_ids: 'W0MEMBER01,U0LOCAL001' }],
    ['AdminUsersSessionResetBulkResponse', RESET, { user_ids: 'U0APP00001' }],
    ['AdminUsersSessionResetResponse', 'admin.users.session.reset', { user_id: 'W0MEMBER01' }],
  ])('%s describes every field of %s %o', async (type, method, form) => {
    const slack = await startForTest({ users: COMPANY });
    const answer = await clientOf(slack)
      .apiCall(method, form)
      .catch((error: { data: unknown }) => error.data);
    const found = new Set(disagreements(answer, readDeclaredAnswer(type)));
    expect([...found].filter((text) => KNOWN[type]?.includes(text) !== true)).toEqual([]);
  });

  it('would notice an unknown field, and one of another type', () => {
    const declared = readDeclaredAnswer('UsersInfoResponse');
    const answer = {
      ok: true,
      user: { id: 1, nickname: 'jo', enterprise_user: { teams: [2] } },
      response_metadata: { a: 1 },
    };
    expect(disagreements(answer, declared)).toEqual([
      'user.id is not a string',
      'user.nickname is not declared',
      'user.enterprise_user.teams[] is not a string',
      'response_metadata.a is not declared',
    ]);
  });
});

describe('the forms that clients use', () => {
  const multipart = new FormData();
  multipart.append('user_ids', '["W0MEMBER01","W0GUEST001"]');
  multipart.append('mobile_only', 'true');
  const form = 'application/x-www-form-urlencoded';
  const list = encodeURIComponent('["W0MEMBER01","W0GUEST001"]');

  it.each<[string, RequestInit]>([
    [
      'JSON, as the documentation shows',
      {
        body: '{"user_ids":["W0MEMBER01","W0GUEST001"],"mobile_only":true}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
    ],
    [
      'a form with a JSON array and a word, as Node sends',
      { body: `user_ids=${list}&mobile_only=true`, headers: { 'content-type': form } },
    ],
    [
      'a form with commas and a digit, as Python sends',
      { body: 'user_ids=W0MEMBER01%2CW0GUEST001&mobile_only=1', headers: { 'content-type': form } },
    ],
    [
      'a form with both flags, as Java sends',
      { body: 'user_ids=W0MEMBER01%2CW0GUEST001&mobile_only=1&web_only=0', headers: { 'content-type': form } },
    ],
    ['a multipart form', { body: multipart }],
    [
      'a lower-case bearer',
      {
        body: 'user_ids=W0MEMBER01,W0GUEST001&mobile_only=true',
        headers: { 'content-type': form, authorization: `bearer ${SIMULATOR_TOKEN}` },
      },
    ],
    [
      'the token in the form',
      {
        body: `token=${SIMULATOR_TOKEN}&user_ids=W0MEMBER01,W0GUEST001&mobile_only=1`,
        headers: { 'content-type': form, authorization: '' },
      },
    ],
  ])('reset the same people: %s', async (_name, init) => {
    const slack = await startForTest({ users: COMPANY });
    const { body } = await send(slack, RESET, { method: 'POST', ...init });
    expect(body).toEqual({ ok: true });
    expect(slack.groups()).toEqual([['W0MEMBER01', 'W0GUEST001']]);
    expect(['W0MEMBER01', 'W0GUEST001'].map((id) => slack.sessionsOf(id).map(({ kind }) => kind))).toEqual([
      ['desktop'],
      ['desktop'],
    ]);
  });

  it.each<[string, RequestInit, string]>([
    [
      'repeated keys with brackets',
      { body: 'user_ids[]=W0MEMBER01', headers: { 'content-type': form } },
      'invalid_array_arg',
    ],
    [
      'the token in JSON',
      {
        body: `{"token":"${SIMULATOR_TOKEN}","user_ids":["W0MEMBER01"]}`,
        headers: { 'content-type': 'application/json', authorization: '' },
      },
      'not_authed',
    ],
    [
      'a body that is no form',
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } },
      'invalid_form_data',
    ],
  ])('that Slack does not take are refused: %s', async (_name, init, error) => {
    const slack = await startForTest({ users: COMPANY });
    const { body } = await send(slack, RESET, { method: 'POST', ...init });
    expect(body).toMatchObject({ ok: false, error });
    expect(slack.sessionsOf('W0MEMBER01')).toHaveLength(2);
  });
});
