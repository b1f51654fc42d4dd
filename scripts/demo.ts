// The main job, without Slack: a small made-up company in the simulator, and the committed bundle run as GitHub's
// runner would run it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAction } from '../__tests__/support/run-action.ts';
import { EXAMPLE_COMPANY, SIMULATOR_TOKEN, startSlackSimulator } from '../__tests__/support/slack-simulator/index.ts';

const ROSTER = 'offboarding/leavers.yml';
const EXPECTED = ['queued', 'queued', 'queued', 'failed', 'skipped'];

const roster = readFileSync(join(import.meta.dirname, '..', 'examples', 'demo', 'leavers.yml'), 'utf8');
const slack = await startSlackSimulator({ users: EXAMPLE_COMPANY });
const show = (title: string, text: string): void => console.log(`\n──── ${title} ────\n${text.trimEnd()}`);

show(
  'The workflow step',
  `- uses: slack-session-reset
  with:
    token: \${{ secrets.SLACK_TOKEN }}
    user-ids: U035C5EFG
    roster: ${ROSTER}
    api-url: ${slack.url}      # the simulator stands in for Slack`,
);
show(`The roster, ${ROSTER}`, roster);

const run = await runAction(
  { token: SIMULATOR_TOKEN, 'user-ids': 'U035C5EFG', roster: ROSTER, 'api-url': slack.url },
  { files: { [ROSTER]: roster } },
);
const sessionsLeft = EXAMPLE_COMPANY.map(({ id }) => {
  const kinds = slack.sessionsOf(id).map(({ kind }) => kind);
  return `${id.padEnd(12)} ${kinds.length === 0 ? 'signed out everywhere' : `signed in on: ${kinds.join(', ')}`}`;
});
await slack.close();

show('The log of the step', run.stdout + run.stderr);
show('The job summary (Markdown)', run.summary);
show(
  'The outputs',
  Object.entries(run.outputs)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n'),
);
show('What the simulator says about sessions now', sessionsLeft.join('\n'));

const statuses = run.results.map(({ status }) => status);
const asExpected = run.exitCode === 1 && statuses.join() === EXPECTED.join() && run.outputs['outcome'] === 'partial';
show(
  'Verdict of the demo',
  asExpected
    ? 'As expected: three people were queued, the bot was refused, one person is not due yet. The step is red (exit 1),\n' +
        'since somebody has to look at the bot; everybody else was signed out all the same.'
    : `Not as expected: exit ${run.exitCode}, outcome ${run.outputs['outcome']}, statuses ${statuses.join(', ')}.`,
);
process.exitCode = asExpected ? 0 : 1;
