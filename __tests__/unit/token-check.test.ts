import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import type { TokenOwner } from '../../src/reset/ledger.ts';
import { beforeReset, lacksScope } from '../../src/reset/run.ts';
import { predictProblems } from '../../src/reset/token-check.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { MONOTONIC_START_MS, makeCallContext, START_MS } from '../support/call-context.ts';
import { accepted, ledgerOf, refused, unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, type RunSettings, runPeople, toOptions } from '../support/run-stand.ts';

const PEOPLE = userIds(3);
const ORG = 'E012A3CDE';
const WRITE = 'admin.users:write';
const READ = 'admin.users:read';
const FINE: TokenOwner = {
  teamId: ORG,
  enterpriseId: ORG,
  userId: 'W0ADMIN001',
  isBot: false,
  isOneWorkspace: false,
  scopes: [WRITE, READ],
};
const BODY = { ok: true, team_id: ORG, enterprise_id: ORG, user_id: 'W0ADMIN001', user: 'jo', url: 'x' };

function tokenOf(change: object = {}, scopes: readonly string[] | undefined = [WRITE, READ]): SlackReply {
  return { kind: 'accepted', body: { ...BODY, ...change }, scopes };
}

/** Runs with a token of which Slack says this; every reset is accepted. */
async function check(authTest: SlackReply, settings: Partial<RunSettings> = {}) {
  const groups: (readonly UserId[])[] = [];
  const end = await runPeople(mentionsOf(PEOPLE), {
    orgId: ORG,
    ...settings,
    slack: {
      authTest: () => authTest,
      resetBulk: (group) => {
        groups.push(group);
        return accepted;
      },
      ...settings.slack,
    },
  });
  return { ...end, groups };
}

describe('what is likely to go wrong', () => {
  const ONE_WORKSPACE = 'is installed on one workspace only';
  const NO_ORG = 'belongs to no Enterprise organization';
  const BOT = 'is a bot token';
  it.each<[string, Partial<TokenOwner>, readonly string[]]>([
    ['nothing', {}, []],
    ['nothing, for a workspace of an organization', { teamId: 'T012A3CDE' }, []],
    ['nothing, when Slack names the organization as the team only', { enterpriseId: undefined }, []],
    ['nothing, when nothing is known', { teamId: undefined, enterpriseId: undefined, scopes: undefined }, []],
    ['a bot', { isBot: true }, [BOT]],
    ['no organization', { teamId: 'T012A3CDE', enterpriseId: undefined }, [NO_ORG]],
    ['one workspace only', { teamId: 'T012A3CDE', isOneWorkspace: true }, [ONE_WORKSPACE]],
    ['no scope to reset', { scopes: [READ] }, [WRITE]],
    ['no scope to list', { scopes: [WRITE] }, [READ]],
    ['no scope at all', { scopes: [] }, [WRITE, READ]],
    ['scopes that only begin alike', { scopes: ['admin.users:writes', 'admin.users'] }, [WRITE, READ]],
    [
      'all of it',
      { isBot: true, teamId: 'T1A', enterpriseId: undefined, isOneWorkspace: true, scopes: [] },
      [BOT, NO_ORG, ONE_WORKSPACE, WRITE, READ],
    ],
  ])('is predicted: %s', (_name, change, words) => {
    const ledger = ledgerOf(PEOPLE);
    ledger.token = { ...FINE, ...change };
    const warnings = predictProblems({
      ledger,
      options: toOptions({ verify: true }),
      slack: {} as never,
      context: makeCallContext().callContext,
      startedMs: START_MS,
      warn: () => undefined,
    });
    expect(warnings.map((warning, index) => warning.includes(words[index] ?? 'none'))).toEqual(words.map(() => true));
    expect(warnings).toHaveLength(words.length);
  });

  it('is said before anybody is reset', async () => {
    const end = await check(tokenOf({ bot_id: 'B1', is_enterprise_install: false }, []), { verify: true });
    const kinds = end.events.map((event) => (event.startsWith('warning') ? 'warning' : event));
    expect(kinds.filter((kind) => kind === 'warning').length).toBeGreaterThanOrEqual(4);
    expect(kinds.lastIndexOf('warning')).toBeLessThan(kinds.indexOf('resetBulk'));
  });

  it('is a missing scope only when Slack listed the scopes', () => {
    const listed = [undefined, [], [READ], [READ, WRITE]];
    expect(listed.map((scopes) => lacksScope({ ...FINE, scopes }, WRITE))).toEqual([false, true, true, false]);
  });
});

describe('the token is checked', () => {
  it.each<[string, Partial<RunSettings>, boolean]>([
    ['nothing', { orgId: undefined }, false],
    ['org-id', {}, true],
    ['verify', { orgId: undefined, verify: true }, true],
    ['look-first-after-days', { orgId: undefined, lookFirstAfterDays: 2 }, true],
    ['check-accounts', { orgId: undefined, checkAccounts: true }, true],
    ['verify in a dry run', { orgId: undefined, verify: true, dryRun: true }, false],
    ['look-first-after-days in a dry run', { orgId: undefined, lookFirstAfterDays: 0, dryRun: true }, false],
    ['check-accounts in a dry run', { orgId: undefined, checkAccounts: true, dryRun: true }, true],
  ])('where an option asks for it: %s', async (_name, settings, isChecked) => {
    const end = await check(tokenOf(), { ...settings, budgetMs: 20_000 });
    expect([end.events.includes('authTest'), end.events.indexOf('authTest')]).toEqual([isChecked, isChecked ? 0 : -1]);
  });

  it.each<[string, object, Partial<TokenOwner>]>([
    ['a bot', { bot_id: 'B1' }, { isBot: true }],
    ['numbers', { team_id: 1, user_id: 3, bot_id: 4 }, { teamId: undefined, userId: undefined }],
    ['null', { bot_id: null, is_enterprise_install: null }, {}],
    ['markup', { team_id: '<b>', user_id: 'W1\n::error::x' }, { teamId: undefined, userId: undefined }],
    ['lower case', { user_id: 'w0admin001' }, { userId: undefined }],
    ['more than an ID', { user_id: 'W0ADMIN001 jo', team_id: `x${ORG}` }, { userId: undefined, teamId: undefined }],
    ['the whole organization', { is_enterprise_install: true }, { isOneWorkspace: false }],
    ['one workspace', { is_enterprise_install: false }, { isOneWorkspace: true }],
    ['a text', { is_enterprise_install: 'false' }, { isOneWorkspace: false }],
  ])('and only what can be true is taken from the answer: %s', async (_name, change, expected) => {
    const { ledger } = await check(tokenOf(change));
    expect(ledger.token).toEqual({ ...FINE, ...expected });
  });

  it.each<[string, SlackReply, string]>([
    ['known', tokenOf(), `it acts as W0ADMIN001 in ${ORG}`],
    ['refused', refused('token_revoked'), 'Slack answered token_revoked'],
    ['not known', { kind: 'unreachable', detail: 'x' }, 'no answer, so its owner is not known'],
  ])('and the log says whose it is: %s', async (_name, reply, words) => {
    const { stand } = await check(reply);
    expect(stand.lines).toContain(`Checking the token: ${words}`);
  });

  it('and its refusal stops the run', async () => {
    const end = await check(refused('token_revoked'), { orgId: undefined, verify: true });
    expect([end.list, end.groups, end.ledger.stop?.error]).toEqual([
      PEOPLE.map(() => ['not-attempted', 'token_revoked']),
      [],
      'token_revoked',
    ]);
  });

  it.each<[string, SlackReply, Partial<RunSettings>]>([
    ['no clear answer', unclear, {}],
    ['no clear answer, with retries', unclear, { maxRetries: 5 }],
    ['a transient code', refused('internal_error'), { maxRetries: 5 }],
    ['a wait past half of the time', { kind: 'rate-limited', retryAfterSeconds: 40 }, {}],
    ['a wait without an end', { kind: 'rate-limited' }, {}],
  ])('and no answer keeps nobody: %s', async (_name, reply, settings) => {
    const end = await check(reply, { orgId: undefined, lookFirstAfterDays: 5, budgetMs: 60_000, ...settings });
    expect([end.list, end.groups]).toEqual([PEOPLE.map(() => ['queued', null]), [PEOPLE]]);
    expect(end.times[end.events.indexOf('resetBulk')]).toBeLessThan(30_000);
  });
});

describe('org-id', () => {
  it.each<[string, SlackReply]>([
    ['the organization', tokenOf()],
    ['the organization as the team only', tokenOf({ enterprise_id: undefined })],
    ['a workspace of it', tokenOf({ team_id: 'T012A3CDE' })],
  ])('lets a token of it pass: %s', async (_name, authTest) => {
    expect((await check(authTest)).list).toEqual(PEOPLE.map(() => ['queued', null]));
  });

  it.each<[string, SlackReply, string]>([
    ['another organization', tokenOf({ enterprise_id: 'E0OTHER001', team_id: 'E0OTHER001' }), 'E0OTHER001'],
    ['a workspace of another one', tokenOf({ enterprise_id: 'E0OTHER001', team_id: 'T012A3CDE' }), 'E0OTHER001'],
    ['no organization', tokenOf({ enterprise_id: undefined, team_id: 'T012A3CDE' }), 'no Enterprise organization'],
    ['an unreadable one', tokenOf({ enterprise_id: 7, team_id: null }), 'no Enterprise organization'],
  ])('refuses the run before anything is reset: %s', async (_name, authTest, words) => {
    const end = await check(authTest);
    expect([end.groups, end.problems.length, end.events]).toEqual([[], 1, ['authTest']]);
    expect(end.problems[0]).toContain(`"org-id" is "${ORG}"`);
    expect(end.problems[0]).toContain(words);
  });

  it.each<[string, SlackReply, string]>([
    ['no clear answer', unclear, 'http_500'],
    ['no connection', { kind: 'unreachable', detail: 'ENOTFOUND' }, 'unreachable'],
    ['a rate limit without an end', { kind: 'rate-limited', retryAfterSeconds: 3600 }, 'time_limit'],
    ['a refusal', refused('invalid_auth'), 'invalid_auth'],
  ])('keeps everybody while Slack does not say whose the token is: %s', async (_name, reply, error) => {
    const end = await check(reply, { budgetMs: 60_000 });
    expect([end.groups, end.list]).toEqual([[], PEOPLE.map(() => ['not-attempted', error])]);
  });
});

describe('a token that others can read', () => {
  const plan = { dryRun: true, checkAccounts: true, isTokenExposed: true, orgId: undefined };

  it('is refused when it may reset', async () => {
    const end = await check(tokenOf({}, [WRITE, 'users:read']), plan);
    expect([end.problems.length, end.events]).toEqual([1, ['authTest']]);
    expect(end.problems[0]).toContain(WRITE);
  });

  it.each<[string, SlackReply]>([
    ['it may only read', tokenOf({}, ['users:read'])],
    ['it is a bot that may only read', tokenOf({ bot_id: 'B1' }, ['users:read'])],
  ])('serves when %s', async (_name, authTest) => {
    const userInfo = (id: UserId): SlackReply => ({ kind: 'accepted', body: { ok: true, user: { id } } });
    const end = await check(authTest, { ...plan, slack: { userInfo } });
    expect([end.problems, end.events.filter((event) => event === 'userInfo').length]).toEqual([[], 3]);
  });
});

describe("the token's own user", () => {
  const [first = '' as UserId, second = '' as UserId, third = '' as UserId] = PEOPLE;

  it('is sent alone, after everybody else, with a warning', async () => {
    const end = await check(tokenOf({ user_id: first }));
    expect([end.groups, end.list]).toEqual([[[second, third], [first]], PEOPLE.map(() => ['queued', null])]);
    expect(end.warnings.some((warning) => warning.includes(first))).toBe(true);
  });

  it('comes after the search for people who are refused as well', async () => {
    const end = await check(tokenOf({ user_id: first }), {
      slack: { resetBulk: (group) => (group.includes(third) ? refused('user_not_found') : accepted) },
    });
    expect(end.list).toEqual([
      ['queued', null],
      ['queued', null],
      ['failed', 'user_not_found'],
    ]);
    expect(end.events.filter((event) => event === 'resetBulk')).toHaveLength(4);
  });

  it('is sent also when nobody else is due', async () => {
    const groups: unknown[] = [];
    const end = await runPeople(mentionsOf([first]), {
      orgId: ORG,
      slack: {
        authTest: () => tokenOf({ user_id: first }),
        resetBulk: (group) => {
          groups.push(group);
          return accepted;
        },
      },
    });
    expect([groups, end.list]).toEqual([[[first]], [['queued', null]]]);
  });
});

describe('bounds before the reset', () => {
  it.each([0, 40, 100])('end when half of the time of the run is used: at %i of 100', (now) => {
    const { callContext: context, spend } = makeCallContext({ budgetMs: 100, maxRetries: 3 });
    spend(now);
    const run = {
      context,
      ledger: ledgerOf([]),
      options: toOptions({}),
      slack: {} as never,
      startedMs: START_MS,
      warn: () => undefined,
    };
    expect(beforeReset(run).bounds).toEqual({ ...context.bounds, deadlineMs: MONOTONIC_START_MS + 50 });
  });
});

describe("the runner's clock", () => {
  it.each([
    [121_000, 'behind'],
    [-121_000, 'ahead of'],
    [119_000, undefined],
    [0, undefined],
  ])('is compared with that of Slack: %i ms', async (aheadMs, words) => {
    const end = await check({ ...tokenOf(), dateMs: START_MS + 100 + aheadMs });
    const warning = end.warnings.find((text) => text.includes('clock'));
    expect(words === undefined ? warning : warning?.includes(words)).toBe(words === undefined ? undefined : true);
  });

  it.each([3_600_000, -3_600_000])('may jump by %i ms in the middle of a run: bounds hold', async (jumpMs) => {
    let jump = (): void => undefined;
    const end = await runPeople(mentionsOf(PEOPLE), {
      budgetMs: 60_000,
      maxRetries: 3,
      onStand: (stand) => {
        jump = () => stand.jump(jumpMs);
      },
      slack: {
        resetBulk: () => {
          jump();
          return { kind: 'rate-limited', retryAfterSeconds: 10 };
        },
      },
    });
    expect(end.list).toEqual(PEOPLE.map(() => ['not-attempted', 'time_limit']));
    expect(end.events).toHaveLength(6);
  });
});
