import { expect, it } from '@jest/globals';
import { makeIds, resetWith, withSlack } from '../support/scenario.ts';

const PEOPLE = makeIds(11);

it('the debug log says where a bug struck, and nothing of what its error quotes', async () => {
  // A look at more than ten people groups a page of sessions by person.
  const script = 'Map.groupBy = () => { throw new TypeError(["jo", "example.com"].join("@")) };';
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
  await withSlack({ users: PEOPLE }, async (slack) => {
    const run = await resetWith(slack, { 'user-ids': PEOPLE.join(' '), verify: 'true' }, { env });
    const origin = run.commands.filter(({ name, message }) => name === 'debug' && /^at \S/.test(message));
    expect([run.exitCode, origin.length]).toEqual([1, 1]);
    expect(run.everything).toContain('Unexpected error (TypeError)');
    expect(run.everything).not.toContain('jo@example.com');
  });
});
