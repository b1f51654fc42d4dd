import { describe, expect, it } from '@jest/globals';
import { beforeReset, type Identity, identify, lacksScope, predictProblems } from '../../src/reset/token-check.ts';
import type { CallLimits } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { makeCallContext, START_MS } from '../support/call-context.ts';
import { refused, unclear, userIds } from '../support/reset-stand.ts';
import { verify, WHOLE_ORG } from '../support/verify-stand.ts';

const PEOPLE = userIds(3);
const FINE: Identity = {
  teamId: 'E012A3CDE',
  enterpriseId: 'E012A3CDE',
  userId: 'W0ADMIN001',
  isBot: false,
  isOneWorkspace: false,
  scopes: ['admin.users:write', 'admin.users:read'],
};
/** What is known of nobody's token. */
const UNTOLD: Identity = { isBot: false, isOneWorkspace: false };
const BOT = 'is a bot token';
const ONE_WORKSPACE = 'is installed on one workspace only';
const NO_ORG = 'belongs to no Enterprise organization';
const WRITE = 'admin.users:write';
const READ = 'admin.users:read';
const OWN = 'own user';

describe('what is likely to go wrong', () => {
  it.each<[string, Partial<Identity>, readonly string[]]>([
    ['nothing', {}, []],
    ['nothing, for a workspace of an organization', { teamId: 'T012A3CDE' }, []],
    ['nothing, when Slack names the organization as the team only', { enterpriseId: undefined }, []],
    [
      'nothing, when nothing is known',
      { teamId: undefined, enterpriseId: undefined, userId: undefined, scopes: undefined },
      [],
    ],
    ['a bot', { isBot: true }, [BOT]],
    ['no organization', { teamId: 'T012A3CDE', enterpriseId: undefined }, [NO_ORG]],
    ['one workspace only', { teamId: 'T012A3CDE', isOneWorkspace: true }, [ONE_WORKSPACE]],
    ['no scope to reset', { scopes: [READ] }, [WRITE]],
    ['no scope to list', { scopes: [WRITE] }, [READ]],
    ['no scope at all', { scopes: [] }, [WRITE, READ]],
    ['scopes that only begin alike', { scopes: ['admin.users:writes', 'admin.users'] }, [WRITE, READ]],
    ['the own user', { userId: PEOPLE[1] }, [OWN]],
    [
      'all of it',
      { isBot: true, teamId: 'T1A', enterpriseId: undefined, isOneWorkspace: true, scopes: [], userId: PEOPLE[0] },
      [BOT, NO_ORG, ONE_WORKSPACE, WRITE, READ, OWN],
    ],
  ])('is foreseen: %s', (_name, change, words) => {
    const warnings = predictProblems({ ...FINE, ...change }, PEOPLE);
    expect(warnings.map((warning, index) => warning.includes(words[index] ?? 'none'))).toEqual(words.map(() => true));
    expect(warnings).toHaveLength(words.length);
  });

  it('is said before anybody is reset', async () => {
    const authTest = {
      ...WHOLE_ORG,
      scopes: [READ],
      body: { ok: true, team_id: 'T1A', bot_id: 'B1', user_id: PEOPLE[0], is_enterprise_install: false },
    };
    const { events } = await verify(PEOPLE, {
      authTest,
      list: () => ({ kind: 'refused', code: 'no_active_sessions', body: {} }),
    });
    const kinds = events.map((event) => (event.startsWith('warning') ? 'warning' : event));
    expect(kinds.slice(0, 6)).toEqual(['auth.test', ...Array.from({ length: 5 }, () => 'warning')]);
    expect(kinds.lastIndexOf('warning')).toBeLessThan(kinds.indexOf('reset'));
  });

  it('is a missing scope only when Slack told the scopes', () => {
    const told = [undefined, [], [READ], [READ, WRITE]];
    expect(told.map((scopes) => lacksScope({ ...FINE, scopes }, WRITE))).toEqual([false, true, true, false]);
  });
});

describe('whose token it is', () => {
  const body = {
    ok: true,
    team_id: 'T012A3CDE',
    enterprise_id: 'E012A3CDE',
    user_id: 'W0ADMIN001',
    user: 'jo',
    url: 'x',
  };
  const TOLD = { teamId: 'T012A3CDE', enterpriseId: 'E012A3CDE', userId: 'W0ADMIN001', ...UNTOLD };
  /** Every answer takes `callMs` of a clock that never waits. */
  const ask = async (reply: SlackReply, { maxRetries = 0, callMs = 0 } = {}) => {
    const stand = makeCallContext({ budgetMs: 60_000, maxRetries });
    const timeouts: number[] = [];
    const authTest = async ({ timeoutMs }: CallLimits): Promise<SlackReply> => {
      timeouts.push(timeoutMs);
      stand.spend(callMs);
      return reply;
    };
    const asked = await identify({ slack: { authTest }, callContext: stand.callContext });
    return { asked, timeouts, tookMs: stand.elapsedMs(), lines: stand.lines };
  };

  it('is what Slack answers, without names', async () => {
    const { asked } = await ask({ kind: 'accepted', body, scopes: [READ] });
    expect(asked).toEqual({ identity: { ...TOLD, scopes: [READ] }, calls: 1 });
  });

  it.each<[string, object, Partial<Identity>]>([
    ['a bot', { bot_id: 'B1' }, { isBot: true }],
    [
      'numbers',
      { team_id: 1, enterprise_id: 2, user_id: 3, bot_id: 4, is_enterprise_install: 0 },
      { teamId: undefined, enterpriseId: undefined, userId: undefined },
    ],
    ['null', { enterprise_id: null, bot_id: null, is_enterprise_install: null }, { enterpriseId: undefined }],
    ['markup', { team_id: '<b>', user_id: 'W1\n::error::x' }, { teamId: undefined, userId: undefined }],
    ['lower case', { user_id: 'w0admin001' }, { userId: undefined }],
    ['more than an ID', { user_id: 'W0ADMIN001 jo', team_id: 'xT012A3CDE' }, { userId: undefined, teamId: undefined }],
    ['the whole organization', { is_enterprise_install: true }, { isOneWorkspace: false }],
    ['one workspace', { is_enterprise_install: false }, { isOneWorkspace: true }],
    ['text', { is_enterprise_install: 'false' }, { isOneWorkspace: false }],
  ])('is taken from what can be true only: %s', async (_name, change, expected) => {
    const { asked } = await ask({ kind: 'accepted', body: { ...body, ...change }, scopes: undefined });
    expect(asked.identity).toEqual({ ...TOLD, scopes: undefined, ...expected });
  });

  it.each<[string, SlackReply, string]>([
    ['known', { kind: 'accepted', body, scopes: [] }, 'it acts as W0ADMIN001 in T012A3CDE'],
    ['untold', { kind: 'accepted', body: {}, scopes: [] }, 'it acts as somebody in an unknown team'],
    ['refused', { kind: 'refused', code: 'token_revoked', body: {} }, 'Slack answered token_revoked'],
    ['unknown', { kind: 'unreachable', detail: 'x' }, 'no answer, so whose it is stays unknown'],
  ])('is told in the log: %s', async (_name, reply, told) => {
    const { lines } = await ask(reply);
    expect(lines).toEqual([`Checking the token: ${told}`]);
  });

  it('stops the run when Slack refuses', async () => {
    const refusal: SlackReply = { kind: 'refused', code: 'token_revoked', body: {} };
    const { asked } = await ask(refusal);
    expect(asked).toEqual({ identity: UNTOLD, calls: 1, stop: { error: 'token_revoked', refusal } });
  });

  it.each<[string, SlackReply, object, number]>([
    ['no clear answer', unclear, {}, 1],
    ['no clear answer, tried again once at most', unclear, { maxRetries: 5 }, 2],
    ['a code for the moment', refused('internal_error'), { maxRetries: 5 }, 2],
    ['a wait past a quarter of the time', { kind: 'rate-limited', retryAfterSeconds: 15 }, {}, 1],
    ['a wait past the time limit', { kind: 'rate-limited', retryAfterSeconds: 60 }, {}, 1],
    ['a wait within it, and then nothing better', { kind: 'rate-limited', retryAfterSeconds: 8 }, {}, 2],
    ['an answer that takes a quarter of the time', unclear, { maxRetries: 5, callMs: 15_000 }, 1],
  ])('stays unknown, and the run goes on: %s', async (_name, reply, settings, calls) => {
    const { asked, timeouts, tookMs } = await ask(reply, settings);
    expect(asked).toEqual({ identity: UNTOLD, calls });
    expect(timeouts[0]).toBe(15_000);
    expect(tookMs).toBeLessThanOrEqual(15_000);
  });

  it('stops the run when the time is up', async () => {
    const { asked } = await ask(unclear, { callMs: 60_000 });
    expect(asked).toEqual({ identity: UNTOLD, calls: 1, stop: { error: 'time_limit' } });
  });

  it('is not asked in a run that was cancelled', async () => {
    const { callContext, cancel } = makeCallContext();
    cancel();
    const asked = await identify({ slack: { authTest: async () => unclear }, callContext });
    expect(asked).toEqual({ identity: UNTOLD, calls: 0, stop: { error: 'cancelled' } });
  });
});

describe('bounds before the reset', () => {
  it.each([
    [0, 5, 25, 1],
    [40, 1, 55, 1],
    [0, 0, 25, 0],
    [100, 3, 100, 1],
  ])('at %i of 100, with %i retries: until %i, with %i', (now, maxRetries, deadlineMs, retries) => {
    const { callContext, spend } = makeCallContext({ budgetMs: 100, maxRetries });
    spend(now);
    const bounds = { ...callContext.bounds, deadlineMs: START_MS + deadlineMs, maxRetries: retries };
    expect(beforeReset(callContext).bounds).toEqual(bounds);
  });
});
