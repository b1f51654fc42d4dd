import { expect, it } from '@jest/globals';
import { annotations, makeIds, resetWith, withSlack } from '../support/scenario.ts';

const [JO = ''] = makeIds(1);
const event = { name: 'pull_request', payload: { action: 'opened', pull_request: { number: 1, merged: false } } };

it('a reset under an unmerged pull request warns and is made, also when it is verified', async () => {
  await withSlack({ users: [JO] }, async (slack) => {
    const run = await resetWith(slack, { 'user-ids': JO, verify: 'true', 'timeout-minutes': '0.1' }, { event });
    expect(slack.groups()).toEqual([[JO]]);
    expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('before the change is reviewed'));
  });
});

it('with check-accounts, a token that may reset is refused there: whoever edits the workflow could read it', async () => {
  await withSlack({ users: [JO] }, async (slack) => {
    const run = await resetWith(slack, { 'user-ids': JO, 'check-accounts': 'true' }, { event });
    expect([slack.groups(), run.exitCode]).toEqual([[], 1]);
    expect(annotations(run, 'error')[0]).toContain('admin.users:write');
  });
});
