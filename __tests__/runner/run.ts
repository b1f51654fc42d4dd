// Runs every workflow of this folder on a real runner, nektos/act, with `uses: ./`, against stand-ins for Slack and for
// GitHub.
import { isDeepStrictEqual } from 'node:util';
import { installAct } from '../../scripts/tools/install.ts';
import { startGitHub } from '../support/github-stand-in/index.ts';
import { EXAMPLE_COMPANY, startSlackSimulator } from '../support/slack-simulator/index.ts';
import { runWorkflow, type WorkflowRun } from './act.ts';
import { COMMITS, type RunnerScenario, SCENARIOS } from './scenarios.ts';

/** How a scenario ended, and what was not as expected. */
interface ScenarioEnd extends WorkflowRun {
  readonly problems: readonly string[];
}

async function runScenario(act: string, scenario: RunnerScenario): Promise<ScenarioEnd> {
  const slack = await startSlackSimulator({ users: EXAMPLE_COMPANY });
  const github = await startGitHub({ commits: COMMITS });
  try {
    const run = await runWorkflow(scenario, { act, slackUrl: slack.url, githubUrl: github.url });
    const sent = [...new Set(slack.groups().flat())].toSorted();
    const comments = github.comments().length;
    return { ...run, problems: findProblems(scenario, { ...run, sent, comments }) };
  } finally {
    await slack.close();
    await github.close();
  }
}

function findProblems(
  { jobs, sent, comments, programs = [] }: RunnerScenario,
  run: WorkflowRun & { readonly sent: readonly string[]; readonly comments: number },
): readonly string[] {
  const isCalled = (call: string, index: number): boolean => run.programs[index]?.startsWith(call) === true;
  return [
    ...(isDeepStrictEqual(run.jobs, jobs) ? [] : [`jobs: expected ${describe(jobs)}, got ${describe(run.jobs)}`]),
    ...(sent === undefined || isDeepStrictEqual(run.sent, sent) ? [] : [`sent: expected ${sent}, got ${run.sent}`]),
    ...(comments === undefined || comments === run.comments
      ? []
      : [`comments: expected ${comments}, got ${run.comments}`]),
    ...(run.programs.length === programs.length && programs.every(isCalled)
      ? []
      : [`programs: expected ${programs.join('; ')}, got ${run.programs.join('; ')}`]),
  ];
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
// `npm run test:runner -- by-hand nightly` runs those alone.
const words = process.argv.slice(2);
const chosen = SCENARIOS.filter(({ workflow }) => words.length === 0 || words.some((word) => workflow.includes(word)));
let failed = 0;
for (const scenario of chosen) {
  const startedMs = performance.now();
  const { log, problems } = await runScenario(act, scenario);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (problems.length > 0) {
    failed += 1;
    console.log(`\n${log}\n\n${problems.join('\n')}`);
  }
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${scenario.workflow}: ${scenario.title} (${seconds} s)`);
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
