import { HEAD_SHA } from '../../__tests__/support/github-scenario.ts';
import { type Inputs, resetWith, withSlack } from '../../__tests__/support/scenario.ts';
import { EXAMPLE_COMPANY } from '../../__tests__/support/slack-simulator/index.ts';
import { readPlannedRosters } from '../demo/rosters.ts';
import { playPlan } from '../demo/scenes.ts';

const ROSTER = 'offboarding/2026-11.yml';
const ENV = { GITHUB_SHA: HEAD_SHA, GITHUB_RUN_ATTEMPT: '1' };

function readFiles(): Readonly<Record<string, string>> {
  return { [ROSTER]: readPlannedRosters().after };
}

/** The job summary of a verified reset after which three people need attention, one of them found signed in. */
export function runReset(): Promise<string> {
  return withSlack({ users: EXAMPLE_COMPANY }, async (slack) => {
    const inputs: Inputs = { roster: ROSTER, verify: 'true', 'look-first-after-days': '30' };
    const { summary, outputs, stdout } = await resetWith(slack, inputs, { files: readFiles(), env: ENV });
    expectCounts('The reset', outputs, { outcome: 'partial', verified: '5', failed: '3', skipped: '2' }, stdout);
    return summary;
  });
}

/** The comment on a pull request that adds people to the roster, moves a date and removes somebody. */
export async function runPlan(): Promise<string> {
  const { run, pages } = await playPlan();
  expectCounts('The plan', run.outputs, { outcome: 'planned', verified: '0', failed: '0', skipped: '2' }, run.stdout);
  return pages['comment'] ?? '';
}

/** The job summary of a run that a revoked token stopped, under `added`. */
export function runStopped(): Promise<string> {
  return withSlack({ users: EXAMPLE_COMPANY }, async (slack) => {
    slack.revokeToken('token_revoked');
    const { summary, outputs, stdout } = await resetWith(slack, { roster: ROSTER }, { files: readFiles(), env: ENV });
    expectCounts('The stopped run', outputs, { outcome: 'failure', verified: '0', failed: '7', skipped: '2' }, stdout);
    return summary;
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
