import { expect, it } from '@jest/globals';
import type { SlackReply } from '../../src/slack/reply.ts';
import { unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, runPeople } from '../support/run-stand.ts';
import { WHOLE_ORG } from '../support/verify-stand.ts';

it.each<[string, SlackReply]>([
  ['gives no clear answer', unclear],
  ['names no scopes', { ...WHOLE_ORG, scopes: undefined }],
])('a token that others can read is not used for accounts when Slack %s', async (_name, authTest) => {
  const end = await runPeople(mentionsOf(userIds(2)), {
    ...{ dryRun: true, checkAccounts: true, isTokenExposed: true },
    slack: { authTest: () => authTest },
  });
  expect(end.events.filter((event) => event === 'userInfo')).toEqual([]);
  expect([end.warnings.length, end.outcome]).toEqual([1, 'planned']);
});

it('a plan for too many people is refused whatever Slack says of the token', async () => {
  const end = await runPeople(mentionsOf(userIds(3)), {
    ...{ dryRun: true, checkAccounts: true, isTokenExposed: true, maxUsers: 2 },
    slack: { authTest: () => unclear },
  });
  expect([end.problems.length, end.list]).toEqual([1, userIds(3).map(() => ['not-attempted', 'max_users'])]);
});
