import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_SHA, HEAD_SHA, pullRequestEvent, withScene } from '../../__tests__/support/github-scenario.ts';
import { type Inputs, resetWith, withSlack } from '../../__tests__/support/scenario.ts';
import { EXAMPLE_COMPANY } from '../../__tests__/support/slack-simulator/index.ts';

const ROSTER = 'offboarding/2026-11.yml';
const text = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'demo', '2026-11.yml'), 'utf8');
const [earlier = ''] = text.split('  # From here on');
const files = { [ROSTER]: text };

/** The job summary of a reset after which three people need a hand, as Markdown. */
export function runReset(): Promise<string> {
  return withSlack({ users: EXAMPLE_COMPANY }, async (slack) => {
    const inputs: Inputs = { roster: ROSTER, verify: 'true' };
    const { summary, outputs, stdout } = await resetWith(slack, inputs, { files });
    expectCounts('The reset', outputs, { outcome: 'partial', verified: '5', failed: '3', skipped: '2' }, stdout);
    return summary;
  });
}

/** The comment on a pull request that adds six people to the roster, as Markdown. */
export function runPlan(): Promise<string> {
  const commits = { [BASE_SHA]: { [ROSTER]: earlier }, [HEAD_SHA]: files };
  return withScene({ slack: { users: EXAMPLE_COMPANY }, github: { commits } }, async ({ github, run }) => {
    const inputs: Inputs = { roster: ROSTER, 'roster-entries': 'added', 'dry-run': 'true', comment: 'true' };
    const { outputs, stdout } = await run(inputs, { event: pullRequestEvent(), files });
    expectCounts('The plan', outputs, { outcome: 'planned', verified: '0', failed: '0', skipped: '2' }, stdout);
    return github.comments()[0]?.body ?? '';
  });
}

/** @throws when the run did not go as the picture is meant to show it */
function expectCounts(
  run: string,
  outputs: Readonly<Record<string, string>>,
  { outcome, ...counts }: Readonly<Record<string, string>>,
  log: string,
): void {
  const names = Object.entries(counts).map(([name, count]) => [`${name}-count`, count] as const);
  const wrong = [['outcome', outcome] as const, ...names].filter(([name, value]) => outputs[name] !== value);
  if (wrong.length > 0) {
    const words = wrong.map(([name, value]) => `${name} is ${outputs[name]}, not ${value}`).join('; ');
    throw new Error(`${run} did not go as expected: ${words}.\n${log}`);
  }
}
