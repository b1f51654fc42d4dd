import { describe, expect, it } from '@jest/globals';
import { callForm, callJson, closeAfterEach, startForTest } from '../support/simulator-calls.ts';
import { PUBLISHED_DEVICE, type SimulatorOptions, type SlackSimulator } from '../support/slack-simulator/index.ts';

closeAfterEach();

const RESET = 'admin.users.session.resetBulk';
const LIST = 'admin.users.session.list';
const ORG = 'E012A3CDE';

interface Page {
  readonly ids: readonly string[];
  readonly cursor: string;
  readonly error: unknown;
}

async function page(slack: SlackSimulator, form: Record<string, string> = {}): Promise<Page> {
  const { body } = await callForm(slack, LIST, form);
  const { active_sessions: items = [], response_metadata: metadata } = body as {
    active_sessions?: { user_id: string }[];
    response_metadata?: { next_cursor?: string };
  };
  return { ids: items.map((item) => item.user_id), cursor: metadata?.next_cursor ?? '', error: body['error'] };
}

function of(userId: string): Record<string, string> {
  return { user_id: userId, team_id: ORG };
}

function waitMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe('a listing', () => {
  it('lags: shows what was the case a while ago, new sign-ins included', async () => {
    const slack = await startForTest({ users: ['W1A', { id: 'W2B', sessions: [] }], listing: { lagMs: 80 } });
    await callJson(slack, RESET, { user_ids: ['W1A'] });
    slack.signIn('W2B', 'web');
    expect((await page(slack)).ids).toEqual(['W1A', 'W1A']);
    await waitMs(90);
    expect((await page(slack)).ids).toEqual(['W2B']);
  });

  it('runs ahead: shows nothing of a reset that has not happened', async () => {
    const slack = await startForTest({ users: ['W1A'], resetDelayMs: 60_000, listing: { runsAhead: true } });
    await callJson(slack, RESET, { user_ids: ['W1A'], mobile_only: true });
    expect((await page(slack)).ids).toEqual(['W1A']);
    expect(slack.sessionsOf('W1A')).toHaveLength(2);
  });

  it('shrinks after so many listings of the whole organization', async () => {
    const listing = { shrinks: { afterListings: 1, toSessions: 3 } };
    const slack = await startForTest({ users: ['W1A', 'W2B', 'W3C'], listing });
    const before = await page(slack);
    const person = await page(slack, of('W3C'));
    const after = await page(slack);
    expect([before.ids.length, person.ids.length, after.ids.length, after.cursor]).toEqual([6, 2, 3, '']);
  });

  it('shrinks to nothing', async () => {
    const slack = await startForTest({ users: ['W1A'], listing: { shrinks: { afterListings: 0, toSessions: 0 } } });
    expect(await page(slack)).toEqual({ ids: [], cursor: '', error: 'no_active_sessions' });
  });

  it('is cut: ends early and does not say so', async () => {
    const slack = await startForTest({ users: ['W1A', 'W2B', 'W3C'], listing: { cutAfterPages: 2 } });
    const first = await page(slack, { limit: '2' });
    const second = await page(slack, { limit: '2', cursor: first.cursor });
    expect([first.cursor === '', second]).toEqual([false, { ids: ['W2B', 'W2B'], cursor: '', error: undefined }]);
  });

  it('repeats a cursor', async () => {
    const slack = await startForTest({ users: ['W1A', 'W2B', 'W3C'], listing: { repeatsCursor: true } });
    const first = await page(slack, { limit: '2' });
    const second = await page(slack, { limit: '2', cursor: first.cursor });
    expect([second.ids, second.cursor]).toEqual([['W2B', 'W2B'], first.cursor]);
  });

  it('has pages larger than the limit', async () => {
    const slack = await startForTest({ users: ['W1A', 'W2B', 'W3C'], listing: { pagesOf: 5 } });
    expect((await page(slack, { limit: '2' })).ids).toHaveLength(5);
  });

  it.each([
    ['organization', ['W2B', 'W2B'], 2],
    ['person', ['W1A', 'W1A', 'W2B', 'W2B'], 0],
    ['both', ['W2B', 'W2B'], 0],
  ] as const)('omits somebody, from: %s', async (omittedFrom, whole, alone) => {
    const slack = await startForTest({ users: [{ id: 'W1A', omittedFrom }, 'W2B'] });
    expect((await page(slack)).ids).toEqual(whole);
    expect((await page(slack, of('W1A'))).ids).toHaveLength(alone);
  });

  it.each<[NonNullable<SimulatorOptions['orgTeamIdAccepted']>, unknown]>([
    [true, undefined],
    [false, 'team_not_found'],
    ['lists-nobody', 'no_active_sessions'],
  ])('takes E… as the team or not: %s', async (orgTeamIdAccepted, error) => {
    const slack = await startForTest({ users: ['W1A'], orgTeamIdAccepted });
    expect((await page(slack, of('W1A'))).error).toBe(error);
    expect((await page(slack, { user_id: 'W1A', team_id: 'T012A3CDE' })).ids).toHaveLength(2);
  });

  it('answers no sessions with an empty array, if configured to', async () => {
    const slack = await startForTest({ users: [{ id: 'W1A', sessions: [] }], emptyListing: 'empty-array' });
    const { body } = await callForm(slack, LIST, of('W1A'));
    expect(body).toMatchObject({ ok: true, active_sessions: [] });
  });

  it('has session IDs that JavaScript rounds, digit by digit, and the device that Slack publishes', async () => {
    const sessions = [
      { sessionId: 1, kind: 'desktop' as const, listedAs: '9007199254740993', device: PUBLISHED_DEVICE },
    ];
    const slack = await startForTest({ users: [{ id: 'W1A', sessions }], recent: 'never' });
    const { text, body } = await callForm(slack, LIST, of('W1A'));
    expect(text).toContain('"session_id":9007199254740993,');
    expect(body).toMatchObject({ active_sessions: [{ created: { os: 'OS X', device_hardware: 'Intel' } }] });
    expect(text).not.toContain('"recent"');
  });

  it.each([
    ['organization', [ORG, ORG]],
    ['workspace', ['T012A3CDE', 'T012A3CDE']],
    ['mixed', ['T012A3CDE', ORG]],
  ] as const)('shows sessions under the team that is set: %s', async (listedTeamId, teams) => {
    const slack = await startForTest({ users: ['W1A'], listedTeamId });
    const { body } = await callForm(slack, LIST, {});
    expect(body).toMatchObject({ active_sessions: teams.map((team_id) => ({ team_id })) });
  });
});

describe('people who come back', () => {
  it('sign in a while after the reset', async () => {
    const slack = await startForTest({ users: [{ id: 'W1A', returns: true, returnsAfterMs: 60 }] });
    await callJson(slack, RESET, { user_ids: ['W1A'] });
    expect(slack.sessionsOf('W1A')).toEqual([]);
    await waitMs(70);
    expect(slack.sessionsOf('W1A')).toHaveLength(1);
  });

  it('sign in at a time of their own', async () => {
    const slack = await startForTest({ users: [{ id: 'W1A', sessions: [], signsInAtMs: [60] }] });
    expect(slack.sessionsOf('W1A')).toEqual([]);
    await waitMs(70);
    expect(slack.sessionsOf('W1A')).toHaveLength(1);
  });

  it('keep a session that began after the reset took effect, although nothing looked before', async () => {
    const slack = await startForTest({ users: [{ id: 'W1A', signsInAtMs: [150] }] });
    await callJson(slack, RESET, { user_ids: ['W1A'] });
    await waitMs(200);
    expect(slack.sessionsOf('W1A')).toHaveLength(1);
  });

  it('keep a session that began after the reset took effect', async () => {
    const slack = await startForTest({ users: ['W1A'], resetDelayMs: 20 });
    await callJson(slack, RESET, { user_ids: ['W1A'] });
    await waitMs(30);
    slack.signIn('W1A', 'web');
    expect(slack.sessionsOf('W1A').map(({ kind }) => kind)).toEqual(['web']);
  });
});

describe('a reset that misleads', () => {
  const refusal = 'failed_for_some_users';
  const users = ['W1A', { id: 'U2B', enterpriseId: 'W2GLOBAL', refusal }, { id: 'W3C', refusal }, 'W4D'];

  it.each([
    [
      'positions',
      { response_metadata: { messages: expect.arrayContaining([expect.stringContaining('/user_ids/1]')]) } },
    ],
    ['enterprise-ids', { failed_user_ids: { W2GLOBAL: refusal, W3C: refusal } }],
    ['first-and-more', { response_metadata: { messages: ['[ERROR] failed for U2B and 1 more'] } }],
    ['accepted-people', { failed_user_ids: { W1A: refusal, W4D: refusal } }],
    ['inverted', { extended_comments: 'Sessions of W1A, W4D were invalidated. 2 users failed.' }],
  ] as const)('names people otherwise: %s', async (failedForSome, details) => {
    const slack = await startForTest({ users, failedForSome });
    const { body } = await callJson(slack, RESET, { user_ids: ['W1A', 'U2B', 'W3C', 'W4D'] });
    expect(body).toMatchObject({ ok: false, error: refusal, ...details });
    expect(['W1A', 'U2B', 'W3C', 'W4D'].map((id) => slack.sessionsOf(id).length)).toEqual([0, 2, 2, 0]);
  });

  it.each([
    ['map', { ok: true, failed_user_ids: { U2B: refusal } }],
    ['objects', { ok: true, errors: [{ ok: false, error: refusal, user: 'U2B' }] }],
    ['code-only', { ok: true, error: refusal }],
  ] as const)('is ok and not for everybody: %s', async (okWithFailures, answer) => {
    const slack = await startForTest({ users, okWithFailures });
    const { body } = await callJson(slack, RESET, { user_ids: ['W1A', 'U2B'] });
    expect(body).toEqual(answer);
    expect(['W1A', 'U2B'].map((id) => slack.sessionsOf(id).length)).toEqual([0, 2]);
  });

  it('calls an ID malformed by its position, in the words that Slack uses', async () => {
    const slack = await startForTest({ users: ['U0AAAAAA1'], userIdPattern: '^[WU][A-Z0-9]{8,}$' });
    const { body } = await callJson(slack, RESET, { user_ids: ['U0AAAAAA1', 'U1234'] });
    const message = '[ERROR] input must match regex pattern: ^[WU][A-Z0-9]{8,}$ [json-pointer:/user_ids/1]';
    expect(body).toEqual({ ok: false, error: 'invalid_arguments', response_metadata: { messages: [message] } });
    expect(slack.sessionsOf('U0AAAAAA1')).toHaveLength(2);
  });

  it.each([
    [{ kind: 'bot' }, 'cannot_reset_bot', { botUsers: 'accept' }],
    [{ kind: 'app-user' }, 'cannot_reset_bot', { botUsers: 'accept' }],
    [{ kind: 'primary-owner' }, 'cannot_reset_primary_owner', { primaryOwners: 'accept' }],
    [{ kind: 'stranger' }, 'user_not_found', { strangers: 'accept' }],
    [{ kind: 'deactivated' }, 'ok', { deactivatedUsers: 'accept' }],
    [{ isDeactivated: true }, 'ok', { deactivatedUsers: 'accept' }],
  ] as const)('answers about %o as set', async (user, byDefault, accepting) => {
    for (const [options, answer] of [
      [{}, byDefault],
      [accepting, 'ok'],
    ] as const) {
      const slack = await startForTest({ users: [{ id: 'W1A', ...user }], ...options });
      await callJson(slack, RESET, { user_ids: ['W1A'] });
      expect(slack.requests[0]?.answered).toBe(answer);
    }
  });
});
