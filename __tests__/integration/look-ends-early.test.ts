import { expect, it } from '@jest/globals';
import { START_MS } from '../support/call-context.ts';
import { userIds } from '../support/reset-stand.ts';
import { item, NOBODY, page, type VerifySettings, verify } from '../support/verify-stand.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const people = userIds(120);

/** An organization with more pages than anybody reads, in which nobody of the run has a session. */
const large: VerifySettings['list'] = ({ of: whose, cursor = '0' }) => {
  const other = (index: number) => item(`W0OTHER${String(index).padStart(3, '0')}`, 900 + index);
  if (whose === undefined) {
    return page([other(Number(cursor))], String(Number(cursor) + 1));
  }
  const index = /^W0OTHER(\d+)$/.exec(whose.userId)?.[1];
  return index === undefined ? NOBODY : page([other(Number(index))]);
};

it('people reached before the time for looking ran out keep their answers', async () => {
  const end = await verify(people, {
    list: large,
    verify: false,
    lookFirstAfterDays: 7,
    effectiveMs: START_MS - 30 * DAY_MS,
    callMs: 1000,
    budgetMs: 160_000,
    slack: { userInfo: () => ({ kind: 'refused', code: 'missing_scope', body: {} }) },
  });
  const signedOut = end.list.filter(([status, error]) => status === 'signed-out' && error === 'no_session').length;
  expect(signedOut).toBeGreaterThan(40);
  expect(end.list.slice(signedOut)).toEqual(people.slice(signedOut).map(() => ['queued', null]));
  expect(end.groups).toEqual([people.slice(signedOut)]);
});

it('a session on a page of the organization counts although the person alone shows none', async () => {
  const [first] = people.slice(0, 12);
  const end = await verify(people.slice(0, 12), {
    list: (query, moment) => {
      const answer = large(query, moment);
      const isFirstPage = query.of === undefined && query.cursor === undefined;
      return isFirstPage && first !== undefined ? page([item(first, 1), item('W0OTHER000', 900)], '1') : answer;
    },
    budgetMs: 60_000,
  });
  expect(end.list[0]).toEqual(['still-active', 'sessions_left']);
});
