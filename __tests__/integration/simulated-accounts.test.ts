import { describe, expect, it } from '@jest/globals';
import { callForm, callJson, closeAfterEach, send, startForTest } from '../support/simulator-calls.ts';
import type { SimulatedUser, SlackSimulator } from '../support/slack-simulator/index.ts';

closeAfterEach();

const RESET = 'admin.users.session.resetBulk';
const LIST = 'admin.users.session.list';
const ORG = 'E012A3CDE';

/** One person of each kind; the second has two IDs. */
const COMPANY: readonly SimulatedUser[] = [
  { id: 'W0MEMBER01', email: 'jo@example.com' },
  { id: 'U0LOCAL001', enterpriseId: 'W0GLOBAL01', email: 'sam@example.com', aliases: ['samuel@example.com'] },
  { id: 'W0GUEST001', kind: 'guest', email: 'guest@example.com' },
  { id: 'W0GUEST002', kind: 'single-channel-guest' },
  { id: 'U0BOT00001', kind: 'bot' },
  { id: 'U0APP00001', kind: 'app-user' },
  { id: 'W0OWNER001', kind: 'owner' },
  { id: 'W0PRIMARY1', kind: 'primary-owner' },
  { id: 'W0GONE0001', kind: 'deactivated', email: 'former@example.com' },
  { id: 'U0STRANGE1', kind: 'stranger', email: 'other@example.org' },
];

function infoOf(slack: SlackSimulator, user: string): Promise<Readonly<Record<string, unknown>>> {
  return callForm(slack, 'users.info', { user }).then(({ body }) => body);
}

describe('users.info', () => {
  it.each([
    ['W0MEMBER01', { deleted: false, is_bot: false, is_app_user: false }],
    ['W0GUEST001', { is_restricted: true, is_ultra_restricted: false }],
    ['W0GUEST002', { is_restricted: true, is_ultra_restricted: true }],
    ['U0BOT00001', { is_bot: true, is_app_user: false }],
    ['U0APP00001', { is_bot: true, is_app_user: true }],
    ['W0OWNER001', { is_owner: true, is_primary_owner: false }],
    ['W0PRIMARY1', { is_owner: true, is_primary_owner: true }],
    ['W0GONE0001', { deleted: true, is_bot: false }],
    ['U0STRANGE1', { is_stranger: true, deleted: false }],
    ['U0LOCAL001', { id: 'U0LOCAL001', enterprise_user: { id: 'W0GLOBAL01', enterprise_id: ORG } }],
    ['W0GLOBAL01', { id: 'U0LOCAL001', enterprise_user: { id: 'W0GLOBAL01', enterprise_id: ORG } }],
  ])('describes %s', async (user, record) => {
    const slack = await startForTest({ users: COMPANY });
    expect(await infoOf(slack, user)).toMatchObject({ ok: true, user: record });
  });

  it('gives no Enterprise ID for people of another organization', async () => {
    const slack = await startForTest({ users: COMPANY });
    expect((await infoOf(slack, 'U0STRANGE1'))['user']).not.toHaveProperty('enterprise_user');
  });

  it('shows the address only to tokens that may read it', async () => {
    const slack = await startForTest({ users: COMPANY, scopes: ['users:read'] });
    const body = await infoOf(slack, 'W0MEMBER01');
    expect(body['ok']).toBe(true);
    expect(JSON.stringify(body)).not.toContain('jo@example.com');
  });

  it('takes the person from a query and from a form, not from JSON, as documented', async () => {
    const slack = await startForTest({ users: COMPANY });
    const query = await send(slack, 'users.info?user=W0MEMBER01', {});
    const json = await callJson(slack, 'users.info', { user: 'W0MEMBER01' });
    expect([query.body, json.body]).toMatchObject([
      { ok: true, user: { id: 'W0MEMBER01' } },
      { ok: false, error: 'user_not_found' },
    ]);
  });

  it('answers user_not_found, and what is set for a person', async () => {
    const slack = await startForTest({ users: [{ id: 'W1AAAAAAA', accountRefusal: 'user_not_visible' }] });
    expect(await infoOf(slack, 'W0NOBODY01')).toEqual({ ok: false, error: 'user_not_found' });
    expect(await infoOf(slack, 'W1AAAAAAA')).toEqual({ ok: false, error: 'user_not_visible' });
  });

  it('reports a person as deactivated after a test deactivates the account', async () => {
    const slack = await startForTest({ users: COMPANY });
    slack.deactivate('W0MEMBER01');
    expect(await infoOf(slack, 'W0MEMBER01')).toMatchObject({ user: { deleted: true } });
    expect(slack.sessionsOf('W0MEMBER01')).toEqual([]);
    const found = await callForm(slack, 'users.lookupByEmail', { email: 'jo@example.com' });
    expect(found.body).toEqual({ ok: false, error: 'users_not_found' });
  });
});

describe('users.lookupByEmail', () => {
  it('answers an alias with the address of the profile', async () => {
    const slack = await startForTest({ users: COMPANY });
    const { body } = await callForm(slack, 'users.lookupByEmail', { email: 'samuel@example.com' });
    expect(body).toMatchObject({ user: { id: 'U0LOCAL001', profile: { email: 'sam@example.com' } } });
  });

  it('leaves out the Enterprise ID where the published sample has none', async () => {
    const slack = await startForTest({ users: COMPANY, lookUpNamesEnterpriseId: false });
    const { body } = await callForm(slack, 'users.lookupByEmail', { email: 'sam@example.com' });
    expect(body['user']).not.toHaveProperty('enterprise_user');
  });
});

describe('admin.users.list', () => {
  async function listed(slack: SlackSimulator, form: Record<string, string>): Promise<string[][]> {
    const pages: string[][] = [];
    let cursor = '';
    do {
      const { body } = await callForm(slack, 'admin.users.list', { ...form, cursor });
      const page = body as { users: { id: string }[]; response_metadata: { next_cursor: string } };
      pages.push(page.users.map(({ id }) => id));
      cursor = page.response_metadata.next_cursor;
    } while (cursor !== '');
    return pages;
  }

  it('lists active people by default, by their Enterprise ID, and nobody from another organization', async () => {
    const slack = await startForTest({ users: COMPANY });
    const [page] = await listed(slack, {});
    expect(page).toEqual([
      ...['W0MEMBER01', 'W0GLOBAL01', 'W0GUEST001', 'W0GUEST002', 'U0BOT00001', 'U0APP00001'],
      ...['W0OWNER001', 'W0PRIMARY1', 'W0ADMIN001'],
    ]);
  });

  it.each(['false', '0'])('lists deactivated people alone when is_active is %s', async (value) => {
    const slack = await startForTest({ users: COMPANY });
    expect(await listed(slack, { is_active: value })).toEqual([['W0GONE0001']]);
  });

  it('gives 100 people a page unless limit says otherwise', async () => {
    const users = Array.from({ length: 250 }, (_, index) => ({ id: `W0${index}`, isDeactivated: true }));
    const slack = await startForTest({ users });
    const sizes = async (form: Record<string, string>) => {
      return (await listed(slack, { is_active: 'false', ...form })).map(({ length }) => length);
    };
    expect(await sizes({})).toEqual([100, 100, 50]);
    expect(await sizes({ limit: '200' })).toEqual([200, 50]);
  });

  it('lists guests alone when asked to', async () => {
    const slack = await startForTest({ users: COMPANY });
    expect(await listed(slack, { only_guests: 'true' })).toEqual([['W0GUEST001', 'W0GUEST002']]);
  });

  it('knows no argument for an address', async () => {
    const slack = await startForTest({ users: COMPANY });
    const [page] = await listed(slack, { email: 'jo@example.com', query: 'jo' });
    expect(page).toHaveLength(9);
  });

  it.each([
    ['team_not_found', { team_id: 'T0OTHER001' }],
    ['invalid_cursor', { cursor: 'nonsense' }],
  ])('answers %s', async (error, form) => {
    const slack = await startForTest({ users: COMPANY });
    expect((await callForm(slack, 'admin.users.list', form)).body).toMatchObject({ ok: false, error });
  });
});

describe('two IDs of one person', () => {
  it.each([
    ['both', 'ok', 'ok'],
    ['local', 'ok', 'user_not_found'],
    ['enterprise', 'user_not_found', 'ok'],
  ] as const)('are taken by a reset as set: %s', async (resetAccepts, local, enterprise) => {
    const slack = await startForTest({ users: COMPANY, resetAccepts });
    await callJson(slack, RESET, { user_ids: ['U0LOCAL001'] });
    await callJson(slack, RESET, { user_ids: ['W0GLOBAL01'] });
    expect(slack.requests.map(({ answered }) => answered)).toEqual([local, enterprise]);
    expect(slack.sessionsOf('U0LOCAL001')).toEqual([]);
  });

  it.each([
    ['enterprise', 'W0GLOBAL01'],
    ['local', 'U0LOCAL001'],
  ] as const)('are listed under the one that is set: %s', async (listedId, userId) => {
    const slack = await startForTest({ users: COMPANY, listedId });
    const { body } = await callForm(slack, LIST, { user_id: 'U0LOCAL001', team_id: ORG });
    expect(body).toMatchObject({ active_sessions: [{ user_id: userId }, { user_id: userId }] });
  });
});

describe('tokens', () => {
  it('have scopes of their own, named with every answer, refusals included', async () => {
    const reading = { token: 'xoxp-test-reading', scopes: ['users:read'] };
    const slack = await startForTest({ users: COMPANY, otherTokens: [reading] });
    const { body, headers } = await callJson(slack, 'auth.test', {});
    expect([body['ok'], headers.get('x-oauth-scopes')?.includes('admin.users:write')]).toEqual([true, true]);
    const refused = await callForm(slack, RESET, { user_ids: 'W0MEMBER01' }, reading.token);
    expect(refused.body).toMatchObject({ error: 'missing_scope', needed: 'admin.users:write', provided: 'users:read' });
    expect(refused.headers.get('x-oauth-scopes')).toBe('users:read');
  });

  it('of bots are refused by admin methods and read accounts', async () => {
    const bot = { token: 'xoxb-test-bot', botToken: true, actingUserId: 'U0BOT00001', scopes: ['users:read'] };
    const slack = await startForTest({ users: COMPANY, otherTokens: [bot] });
    const replies = [
      await callForm(slack, 'auth.test', {}, bot.token),
      await callForm(slack, 'users.info', { user: 'W0GONE0001' }, bot.token),
      await callForm(slack, LIST, {}, bot.token),
    ];
    expect(replies.map(({ body }) => body)).toMatchObject([
      { ok: true, bot_id: 'B0SIM00001', user_id: 'U0BOT00001' },
      { ok: true, user: { deleted: true } },
      { ok: false, error: 'not_allowed_token_type' },
    ]);
  });

  it('of another organization know nobody of this one', async () => {
    const other = { token: 'xoxp-test-other', orgId: 'E0OTHER001', users: ['W0ELSEWHER'] };
    const slack = await startForTest({ users: COMPANY, otherTokens: [other] });
    const replies = [
      await callForm(slack, 'auth.test', {}, other.token),
      await callForm(slack, RESET, { user_ids: 'W0MEMBER01' }, other.token),
      await callForm(slack, RESET, { user_ids: 'W0ELSEWHER' }, other.token),
    ];
    expect(replies.map(({ body }) => body)).toMatchObject([
      { enterprise_id: 'E0OTHER001' },
      { error: 'user_not_found' },
      { ok: true },
    ]);
    expect(slack.sessionsOf('W0MEMBER01')).toHaveLength(2);
  });

  it('of an app on one workspace say so', async () => {
    const slack = await startForTest({ users: COMPANY, isEnterpriseInstall: false });
    const { body } = await callForm(slack, 'auth.test', {});
    expect(body).toMatchObject({ team_id: 'T012A3CDE', enterprise_id: ORG, is_enterprise_install: false });
  });
});

describe('every answer', () => {
  it('names the scopes when the rate is limited too, and the time by a clock that can be wrong', async () => {
    const rateLimit = { perMinute: 60, burst: 1 };
    const slack = await startForTest({ users: COMPANY, rateLimit, clockAheadMs: 3_600_000 });
    await callForm(slack, 'auth.test', {});
    const { status, headers } = await callForm(slack, 'auth.test', {});
    expect([status, headers.get('retry-after'), headers.get('x-oauth-scopes')?.split(',').length]).toEqual([
      429,
      '1',
      4,
    ]);
    const aheadMs = Date.parse(headers.get('date') ?? '') - Date.now();
    expect(Math.round(aheadMs / 60_000)).toBe(60);
  });

  it('carries warnings in both of their places, beside what else is there', async () => {
    const slack = await startForTest({ users: ['W1AAAAAAA'], warnings: ['method_deprecated', 'superfluous_charset'] });
    const bodies = [
      await callForm(slack, RESET, { user_ids: 'W1AAAAAAA' }),
      await callForm(slack, 'admin.users.list', {}),
    ];
    expect(bodies.map(({ body }) => body)).toMatchObject([
      {
        ok: true,
        warning: 'method_deprecated,superfluous_charset',
        response_metadata: { warnings: ['method_deprecated', 'superfluous_charset'] },
      },
      { response_metadata: { next_cursor: '', warnings: ['method_deprecated', 'superfluous_charset'] } },
    ]);
  });

  it.each([
    [RESET, 20],
    [LIST, 20],
    ['admin.users.list', 50],
    ['users.lookupByEmail', 50],
    ['users.info', 100],
  ])('of %s is limited by its documented tier', async (method, perMinute) => {
    const slack = await startForTest({ users: COMPANY, rateLimit: 'documented' });
    const startedMs = performance.now();
    const calls = Array.from({ length: perMinute + 20 }, () => callForm(slack, method, {}));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    const taken = statuses.filter((status) => status === 200).length;
    // While the calls are made, a few more are allowed.
    const more = Math.ceil(((performance.now() - startedMs) / 60_000) * perMinute);
    expect(taken).toBeGreaterThanOrEqual(perMinute);
    expect(taken).toBeLessThanOrEqual(perMinute + more);
  });
});

describe('the audit log', () => {
  it.each([
    ['array', ['W0MEMBER01']],
    ['json-string', '["W0MEMBER01"]'],
  ] as const)('tells after a while whom a bulk reset reached: %s', async (auditDetails, succeeded) => {
    const scopes = ['admin.users:write', 'auditlogs:read'];
    const slack = await startForTest({ users: COMPANY, auditDetails, auditDelayMs: 60, scopes });
    await callJson(slack, RESET, { user_ids: ['W0MEMBER01'] });
    const path = '/audit/v1/logs?action=bulk_session_reset_by_admin&actor=W0ADMIN001';
    expect((await send(slack, path, {})).body).toMatchObject({ entries: [] });
    await new Promise((resolve) => setTimeout(resolve, 70));
    expect((await send(slack, path, {})).body).toMatchObject({
      entries: [{ action: 'bulk_session_reset_by_admin', details: { succeeded_users: succeeded } }],
    });
  });
});
