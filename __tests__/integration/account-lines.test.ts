import { expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import { unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, runPeople } from '../support/run-stand.ts';
import { WHOLE_ORG } from '../support/verify-stand.ts';

const [JO = '' as UserId, SAM = '' as UserId] = userIds(2);

it('the log does not call an account known about which Slack gave no clear answer', async () => {
  const { stand } = await runPeople(mentionsOf([JO, SAM]), {
    checkAccounts: true,
    slack: {
      authTest: () => ({ ...WHOLE_ORG, scopes: undefined }),
      userInfo: (id) => (id === JO ? unclear : { kind: 'accepted', body: { ok: true, user: { id, deleted: false } } }),
      resetBulk: () => ({ kind: 'accepted', body: { ok: true } }),
    },
  });
  expect(stand.lines.filter((line) => /^Account \d of 2, \w+: [a-z ]+$/.test(line))).toEqual([
    `Account 1 of 2, ${JO}: no clear answer`,
    `Account 2 of 2, ${SAM}: active`,
  ]);
});
