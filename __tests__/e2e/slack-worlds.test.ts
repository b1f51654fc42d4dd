import { beforeAll, describe, expect, it } from '@jest/globals';
import { annotations, type Inputs, resetWith, standings, withSlack } from '../support/scenario.ts';
import type { SimulatedUser, SimulatorOptions } from '../support/slack-simulator/index.ts';

// Each switch of the simulated Slack stands for an answer that Slack may give. Expectations are those of the contract.
const A = 'W0AAAAAA1';
const B = 'W0BBBBBB1';
const C = 'W0CCCCCC1';
const CODE = 'failed_for_some_users';
const THREE: readonly (SimulatedUser | string)[] = [A, { id: B, refusal: CODE }, C];

type Standings = ReturnType<typeof standings>;

async function judge(options: SimulatorOptions, inputs: Inputs): Promise<{ found: Standings; groups: string[][] }> {
  return withSlack(options, async (slack) => {
    const run = await resetWith(slack, inputs);
    return { found: standings(run), groups: slack.groups() };
  });
}

describe('a reset whose answer misleads', () => {
  it.each(['positions', 'accepted-people', 'inverted', 'first-and-more', 'unnamed', 'raw'] as const)(
    'ends with a verdict of its own for each person: %s',
    async (failedForSome) => {
      const { found, groups } = await judge({ users: THREE, failedForSome }, { 'user-ids': `${A} ${B} ${C}` });
      expect(found).toEqual([
        [A, 'queued', null],
        [B, 'failed', CODE],
        [C, 'queued', null],
      ]);
      expect(groups).toContainEqual([B]);
    },
  );

  it('queues no user on the strength of an Enterprise ID that was not requested', async () => {
    const users = [{ id: 'U0LOCAL01', enterpriseId: 'W0GLOBAL1', refusal: CODE }, B, C];
    const options = { users, failedForSome: 'enterprise-ids', failedForSomeAppliesRest: false } as const;
    const { found, groups } = await judge(options, { 'user-ids': `U0LOCAL01 ${B} ${C}` });
    expect(found.map(([, status]) => status)).toEqual(['failed', 'queued', 'queued']);
    const accepted = groups.filter((group) => !group.includes('U0LOCAL01')).flat();
    expect(accepted.toSorted()).toEqual([B, C]);
  });

  it.each(['map', 'objects', 'code-only'] as const)(
    'believes no ok that reports failures: %s',
    async (okWithFailures) => {
      const { found } = await judge({ users: THREE, okWithFailures }, { 'user-ids': `${A} ${B} ${C}` });
      expect(found.map(([, status]) => status)).toEqual(['queued', 'failed', 'queued']);
    },
  );

  it('fails a malformed ID alone', async () => {
    const options = { users: [A, C], userIdPattern: '^[WU][A-Z0-9]{8,}$' };
    const { found } = await judge(options, { 'user-ids': `${A} U1234 ${C}` });
    expect(found).toEqual([
      [A, 'queued', null],
      ['U1234', 'failed', 'invalid_arguments'],
      [C, 'queued', null],
    ]);
  });
});

describe('accounts', () => {
  const users: readonly SimulatedUser[] = [
    { id: A },
    { id: 'U0BOT00001', kind: 'bot' },
    { id: 'W0PRIMARY1', kind: 'primary-owner' },
    { id: 'W0GONE0001', kind: 'deactivated', email: 'former@example.com' },
  ];

  it('need no search when they are checked first', async () => {
    const ids = `${A} U0BOT00001 W0PRIMARY1 W0GONE0001 W0UNKNOWN1`;
    const options = { users, deactivatedUsers: 'user_not_found' };
    const { found, groups } = await judge(options, { 'user-ids': ids, 'check-accounts': 'true' });
    expect(found).toEqual([
      [A, 'queued', null],
      ['U0BOT00001', 'failed', 'cannot_reset_bot'],
      ['W0PRIMARY1', 'failed', 'cannot_reset_primary_owner'],
      ['W0GONE0001', 'signed-out', 'deactivated'],
      ['W0UNKNOWN1', 'failed', 'user_not_found'],
    ]);
    expect(groups.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are found among deactivated members by an address that no look-up finds', async () => {
    const { found, groups } = await judge({ users }, { emails: 'former@example.com', 'check-accounts': 'true' });
    expect([found, groups]).toEqual([[['W0GONE0001', 'signed-out', 'deactivated']], []]);
  });

  it('are another person where a look-up answers an alias with another address', async () => {
    const boss = [{ id: A, email: 'ceo@example.com', aliases: ['jo@example.com'] }];
    const { found, groups } = await judge({ users: boss }, { emails: 'jo@example.com' });
    expect([found, groups]).toEqual([[[null, 'failed', 'wrong_person']], []]);
  });

  it('are protected under both IDs', async () => {
    const two = [{ id: 'U0LOCAL01', enterpriseId: 'W0GLOBAL1', email: 'jo@example.com' }];
    const inputs = { emails: 'jo@example.com', 'protected-user-ids': 'W0GLOBAL1' };
    const { found, groups } = await judge({ users: two }, inputs);
    expect(found.map(([, ...rest]) => rest)).toEqual([['skipped', 'protected_user']]);
    expect(groups).toEqual([]);
  });

  it('of another organization than "org-id" are not touched', async () => {
    const { found, groups } = await judge({ users }, { 'user-ids': A, 'org-id': 'E0OTHER001' });
    expect([found, groups]).toEqual([[], []]);
  });
});

describe('the listing', () => {
  const verify = (userIds: string) => ({ 'user-ids': userIds, verify: 'true', 'timeout-minutes': '0.25' });
  const CROWD = Array.from({ length: 30 }, (_, index) => `W0PERSON${index}`);

  const worlds: readonly [string, SimulatorOptions, string, Standings][] = [
    [
      'that shrinks to nothing proves nothing',
      { users: CROWD, orgTeamIdAccepted: false, listing: { shrinks: { afterListings: 1, toSessions: 0 } } },
      'W0PERSON1',
      [['W0PERSON1', 'queued', 'implausible_listing']],
    ],
    [
      'that answers for an organization as for nobody hides no session',
      { users: [{ id: A, sticky: true }, B], orgTeamIdAccepted: 'lists-nobody' },
      A,
      [[A, 'still-active', 'sessions_left']],
    ],
    [
      'never shows a local ID, so that it verifies none',
      { users: [{ id: 'U0LOCAL01', enterpriseId: 'W0GLOBAL1' }, B], scopes: ['admin.users:write', 'admin.users:read'] },
      'U0LOCAL01',
      [['U0LOCAL01', 'queued', 'never_listed']],
    ],
    [
      'shows the Enterprise ID, under which a local one is sent and verified',
      { users: [{ id: 'U0LOCAL01', enterpriseId: 'W0GLOBAL1' }, B] },
      'U0LOCAL01',
      [['W0GLOBAL1', 'verified', null]],
    ],
    [
      'may have session IDs that JavaScript rounds',
      { users: [{ id: A, sticky: true, sessions: [{ sessionId: 1, kind: 'web', listedAs: '9007199254740993' }] }] },
      A,
      [[A, 'still-active', 'sessions_left']],
    ],
  ];
  const found = new Map<string, Standings>();
  // Each waits for real looks, so all of them wait at the same time.
  beforeAll(async () => {
    const run = async ([name, options, userIds]: (typeof worlds)[number]) =>
      found.set(name, (await judge(options, verify(userIds))).found);
    await Promise.all(worlds.map(run));
  }, 60_000);

  it.each(worlds)('%s', (name, _options, _userIds, expected) => {
    expect(found.get(name)).toEqual(expected);
  });
});

describe("Slack's clock", () => {
  it.each([
    [10 * 60_000, 1],
    [-10 * 60_000, 1],
    [60_000, 0],
  ])('is warned of when it differs by more than two minutes: %d ms', async (clockAheadMs, warnings) => {
    const run = await withSlack({ users: [A], clockAheadMs }, (slack) => resetWith(slack, { 'user-ids': A }));
    expect(annotations(run, 'warning').filter((message) => message.includes('clock'))).toHaveLength(warnings);
  });
});
