// Runs every workflow of this folder on a real runner, nektos/act, with `uses: ./`, against stand-ins for Slack and for
// GitHub.
import { isDeepStrictEqual } from 'node:util';
import { installAct } from '../../scripts/tools/install.ts';
import { startGitHub } from '../support/github-stand-in/index.ts';
import { EXAMPLE_COMPANY, startSlackSimulator } from '../support/slack-simulator/index.ts';
import { runWorkflow, type WorkflowRun } from './act.ts';
import { COMMITS, type RunnerScenario, SCENARIOS } from './scenarios.ts';

async function runScenario(act: string, scenario: RunnerScenario): Promise<WorkflowRun> {
  const slack = await startSlackSimulator({ users: EXAMPLE_COMPANY });
  const github = await startGitHub({ commits: COMMITS });
  try {
    return await runWorkflow(scenario, { act, slackUrl: slack.url, githubUrl: github.url });
  } finally {
    await slack.close();
    await github.close();
  }
}

function describe(jobs: Readonly<Record<string, string>>): string {
  return (
    Object.entries(jobs)
      .map(([name, result]) => `${name}: ${result}`)
      .join(', ') || 'none'
  );
}

function tryToInstall(): string {
  try {
    return installAct();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

const act = tryToInstall();
let failed = 0;
for (const scenario of SCENARIOS) {
  const startedMs = performance.now();
  const { jobs, log } = await runScenario(act, scenario);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const isAsExpected = isDeepStrictEqual(jobs, scenario.jobs);
  if (!isAsExpected) {
    failed += 1;
    console.log(`\n${log}\n\nJobs expected: ${describe(scenario.jobs)}\nJobs run:      ${describe(jobs)}`);
  }
  console.log(`${isAsExpected ? 'ok    ' : 'FAILED'} ${scenario.workflow}: ${scenario.title} (${seconds} s)`);
}
console.log(`\n${SCENARIOS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
