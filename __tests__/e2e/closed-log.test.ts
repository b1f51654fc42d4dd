import { expect, it } from '@jest/globals';
import { makeIds, resetWith, standings, withSlack } from '../support/scenario.ts';

// A device that takes nothing, from the first line on, exists on Linux only.
const onLinux = process.platform === 'linux' ? it : it.skip;
const [JO = ''] = makeIds(1);

onLinux('a log that takes not even its first line: nobody is sent, and everything else is written', async () => {
  await withSlack({ users: [JO] }, async (slack) => {
    const run = await resetWith(slack, { 'user-ids': JO }, { through: ['bash', '-c', '"$@" > /dev/full', 'bash'] });
    expect([run.exitCode, slack.groups(), run.outputs['outcome'], standings(run)]).toEqual([
      1,
      [],
      'failure',
      [[JO, 'not-attempted', 'cancelled']],
    ]);
    expect(run.summary).toContain('The log could not be written.');
  });
});
