import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { START_MS } from '../support/call-context.ts';
import { accepted, refused, unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, runPeople } from '../support/run-stand.ts';
import { item, listing, SCOPES, type VerifySettings, verify, WHOLE_ORG } from '../support/verify-stand.ts';

const LONG_AGO = START_MS - 30 * 86_400_000;
const [JO = '' as UserId, SAM = '' as UserId] = userIds(2);
const [LOCAL, GLOBAL] = ['U0LOCAL01' as UserId, 'W0GLOBAL1' as UserId];
const OTHERS = Array.from({ length: 60 }, (_, index) => item(`W0OTHER${100 + index}`, 100 + index));
const SCOPED: SlackReply = { ...WHOLE_ORG, scopes: [...SCOPES, 'users:read'] };
const GONE = ['verified', null];

/** Both IDs are one person's. */
const userInfo = (id: UserId): SlackReply => ({
  kind: 'accepted',
  body: { ok: true, user: id === LOCAL || id === GLOBAL ? { id: LOCAL, enterprise_user: { id: GLOBAL } } : { id } },
  requestId: 'info',
});

/** The sessions of an organization with more pages than are read for few people. */
function listed(all: readonly object[]): VerifySettings['list'] {
  return (query) => listing(all, query, 3);
}

describe('a refusal about one of two IDs', () => {
  const codes = ['user_not_found', 'user_not_visible', 'admin_unauthorized', 'bots_not_allowed', 'team_not_found', 'x'];
  const without =
    (code: string): VerifySettings['list'] =>
    (query, moment) =>
      query.of?.userId === LOCAL ? refused(code) : listed(OTHERS)(query, moment);

  it.each(codes)('concerns nobody, the other ID having been answered for: %s', async (code) => {
    const settings = { authTest: SCOPED, checkAccounts: true, slack: { userInfo } };
    const end = await verify([LOCAL, JO, SAM], { ...settings, list: without(code) });
    expect([end.list, end.queries.length < 25]).toEqual([[GONE, GONE, GONE], true]);
  });

  it.each(codes)('sends nobody who is looked at first: %s', async (code) => {
    const end = await runPeople(mentionsOf([LOCAL, JO], LONG_AGO), {
      ...{ lookFirstAfterDays: 2, checkAccounts: true },
      slack: {
        ...{ authTest: () => SCOPED, userInfo, resetBulk: () => accepted },
        listSessions: (query) => without(code)(query, { look: 0, call: 0, atMs: 0, sinceResetMs: undefined }),
      },
    });
    expect([end.list, end.groups]).toEqual([[0, 1].map(() => ['signed-out', 'no_session']), []]);
  });

  it('is for everybody when the token is dead', async () => {
    const end = await verify([LOCAL, JO], {
      ...{ authTest: SCOPED, checkAccounts: true, slack: { userInfo }, list: without('token_revoked') },
    });
    expect(end.list).toEqual([0, 1].map(() => ['queued', 'token_revoked']));
  });
});

it.each([
  ['the local one first', [LOCAL, GLOBAL, JO]],
  ['the Enterprise one first', [GLOBAL, LOCAL, JO]],
])('of two IDs that turn out to be one person’s, an empty look at one accuses nobody: %s', async (_name, people) => {
  let isSent = false;
  const world = listed([...OTHERS, item(GLOBAL, 1)]);
  const end = await verify(people, {
    ...{ authTest: SCOPED, budgetMs: 120_000, slack: { userInfo } },
    list: (query, moment) => (query.of?.userId === GLOBAL && !isSent ? unclear : world(query, moment)),
    reset: () => {
      isSent = true;
      return accepted;
    },
  });
  expect(end.list[0]).toEqual(['still-active', 'sessions_left']);
});

it.each([LOCAL, GLOBAL])(
  'a reset that was accepted under one ID is not repeated under the other (%s first)',
  async (id) => {
    let resets = 0;
    const order = id === LOCAL ? [LOCAL, GLOBAL] : [GLOBAL, LOCAL];
    const mentions = order.map((userId, index) => ({
      ...{ userId, source: `user-ids[${index}]`, ...(userId === GLOBAL ? { effectiveMs: LONG_AGO } : {}) },
    }));
    const end = await runPeople([...mentions, ...mentionsOf([JO])], {
      ...{ lookFirstAfterDays: 2, verify: true, budgetMs: 100_000 },
      slack: {
        authTest: () => SCOPED,
        userInfo: (userId) => (resets === 0 ? unclear : userInfo(userId)),
        resetBulk: (group) => {
          resets += 1;
          return group[0] === GLOBAL ? refused('user_not_found') : accepted;
        },
        listSessions: (query) => listing([...OTHERS, ...(resets === 0 ? [] : [item(GLOBAL, 1)])], query),
      },
    });
    expect([end.groups, end.list[0]?.[0]]).toEqual([[[LOCAL, JO]], 'still-active']);
  },
);

it('looks keep their distance when a reset in between was refused', async () => {
  let [resets, elapsedMs] = [0, () => 0];
  const looksAtMs: number[] = [];
  const end = await runPeople([...mentionsOf([JO], LONG_AGO), ...mentionsOf([SAM])], {
    ...{ lookFirstAfterDays: 2, verify: true, budgetMs: 200_000 },
    onStand: (stand) => {
      elapsedMs = stand.elapsedMs;
    },
    slack: {
      authTest: () => SCOPED,
      userInfo,
      resetBulk: (group) => {
        resets += 1;
        return group[0] === JO ? refused('user_not_found') : accepted;
      },
      listSessions: (query) => {
        if (resets > 0 && query.of === undefined) looksAtMs.push(elapsedMs());
        return listing([...OTHERS.slice(0, 2), resets === 0 ? item(SAM, 2) : item(JO, 1)], query);
      },
    },
  });
  expect(end.list).toEqual([['failed', 'user_not_found'], GONE]);
  const [first = 0, second = 0] = looksAtMs;
  expect(second - first).toBeGreaterThanOrEqual(5000);
});

it('nobody who is held back has a deciding call', async () => {
  const end = await runPeople(mentionsOf([JO, SAM]), {
    ...{ checkAccounts: true, protectedUserIds: [JO] },
    slack: { authTest: () => SCOPED, userInfo, resetBulk: () => accepted },
  });
  const [held] = end.results;
  expect([held?.status, held?.requestId, held?.atMs]).toEqual(['skipped', null, null]);
});
