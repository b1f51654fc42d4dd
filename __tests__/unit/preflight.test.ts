import { describe, expect, it } from '@jest/globals';
import { foresee, type Identity, identify, lacksScope } from '../../src/reset/preflight.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { unclear, userIds } from '../support/reset-stand.ts';
import { verify, WHOLE_ORG } from '../support/verify-stand.ts';

const PEOPLE = userIds(3);
const FINE: Identity = {
  teamId: 'E012A3CDE',
  enterpriseId: 'E012A3CDE',
  userId: 'W0ADMIN001',
  isBot: false,
  scopes: ['admin.users:write', 'admin.users:read'],
};
const BOT = 'is a bot token';
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
    ['no scope to reset', { scopes: [READ] }, [WRITE]],
    ['no scope to list', { scopes: [WRITE] }, [READ]],
    ['no scope at all', { scopes: [] }, [WRITE, READ]],
    ['scopes that only begin alike', { scopes: ['admin.users:writes', 'admin.users'] }, [WRITE, READ]],
    ['the own user', { userId: PEOPLE[1] }, [OWN]],
    [
      'all of it',
      { isBot: true, teamId: 'T1A', enterpriseId: undefined, scopes: [], userId: PEOPLE[0] },
      [BOT, NO_ORG, WRITE, READ, OWN],
    ],
  ])('is foreseen: %s', (_name, change, words) => {
    const warnings = foresee({ ...FINE, ...change }, PEOPLE);
    expect(warnings.map((warning, index) => warning.includes(words[index] ?? 'none'))).toEqual(words.map(() => true));
    expect(warnings).toHaveLength(words.length);
  });

  it('is said before anybody is reset', async () => {
    const authTest = {
      ...WHOLE_ORG,
      scopes: [READ],
      body: { ok: true, team_id: 'T1A', bot_id: 'B1', user_id: PEOPLE[0] },
    };
    const { events } = await verify(PEOPLE, {
      authTest,
      list: () => ({ kind: 'refused', code: 'no_active_sessions', body: {} }),
    });
    const kinds = events.map((event) => (event.startsWith('warning') ? 'warning' : event));
    expect(kinds.slice(0, 5)).toEqual(['auth.test', 'warning', 'warning', 'warning', 'warning']);
    expect(kinds.lastIndexOf('warning')).toBeLessThan(kinds.indexOf('reset'));
  });

  it('is a missing scope only when Slack told the scopes', () => {
    expect([undefined, [], [READ], [READ, WRITE]].map((scopes) => lacksScope({ isBot: false, scopes }, WRITE))).toEqual(
      [false, true, true, false],
    );
  });
});

describe('whose token it is', () => {
  const ask = (reply: SlackReply) => {
    const stop = new AbortController().signal;
    const lines: string[] = [];
    const sending = {
      clock: { now: () => 0, sleep: async () => undefined },
      bounds: { deadlineMs: 60_000, maxRetries: 0, cancelled: stop, abandoned: stop },
      random: () => 0,
      log: { info: (line: string) => lines.push(line), debug: () => undefined },
    };
    return identify({ slack: { authTest: async () => reply }, sending });
  };
  const body = {
    ok: true,
    team_id: 'T012A3CDE',
    enterprise_id: 'E012A3CDE',
    user_id: 'W0ADMIN001',
    user: 'jo',
    url: 'x',
  };

  it('is what Slack answers, without names', async () => {
    expect(await ask({ kind: 'accepted', body, scopes: [READ] })).toEqual({
      identity: { teamId: 'T012A3CDE', enterpriseId: 'E012A3CDE', userId: 'W0ADMIN001', isBot: false, scopes: [READ] },
      calls: 1,
    });
  });

  it.each<[string, object, Partial<Identity>]>([
    ['a bot', { bot_id: 'B1' }, { isBot: true }],
    [
      'numbers',
      { team_id: 1, enterprise_id: 2, user_id: 3, bot_id: 4 },
      { teamId: undefined, enterpriseId: undefined, userId: undefined },
    ],
    ['null', { enterprise_id: null, bot_id: null }, { enterpriseId: undefined }],
    ['markup', { team_id: '<b>', user_id: 'W1\n::error::x' }, { teamId: undefined, userId: undefined }],
    ['lower case', { user_id: 'w0admin001' }, { userId: undefined }],
  ])('is taken from what can be true only: %s', async (_name, change, expected) => {
    const { identity } = await ask({ kind: 'accepted', body: { ...body, ...change }, scopes: undefined });
    expect(identity).toEqual({
      teamId: 'T012A3CDE',
      enterpriseId: 'E012A3CDE',
      userId: 'W0ADMIN001',
      isBot: false,
      scopes: undefined,
      ...expected,
    });
  });

  it('stops the run when Slack refuses', async () => {
    const refusal: SlackReply = { kind: 'refused', code: 'token_revoked', body: {} };
    expect(await ask(refusal)).toEqual({
      identity: { isBot: false },
      calls: 1,
      stop: { error: 'token_revoked', refusal },
    });
  });

  it('stays unknown without a clear answer', async () => {
    expect(await ask(unclear)).toEqual({ identity: { isBot: false }, calls: 1 });
  });

  it('stops the run when a wait would end past the time limit', async () => {
    expect(await ask({ kind: 'rate-limited', retryAfterSeconds: 60 })).toMatchObject({ stop: { error: 'time_limit' } });
  });
});
