import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { HEAD_SHA } from '../support/github-scenario.ts';
import { JOB_TOKEN } from '../support/runner-places.ts';
import { isRecord } from '../support/slack-simulator/arguments.ts';
import { SIMULATOR_TOKEN } from '../support/slack-simulator/index.ts';
import { CALLED_WORKFLOWS, toOfflineWorkflow } from './example-workflow.ts';
import type { RunnerScenario } from './scenarios.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TIMEOUT_MS = 120_000;

/** What stands in for the world outside of the runner. */
export interface Surroundings {
  /** Path of the program. */
  readonly act: string;
  readonly slackUrl: string;
  readonly githubUrl: string;
}

export interface WorkflowRun {
  /** How each job ended, by its name. */
  readonly jobs: Readonly<Record<string, string>>;
  readonly log: string;
  /** The calls of programs that stand in for `gh` and `aws`, one a line. */
  readonly programs: readonly string[];
}

/** Programs that would call a service. */
const PROGRAMS = ['gh', 'aws'];

/** Runs a workflow with act on this machine itself: no container, no network, nothing of the user's configuration. */
export async function runWorkflow(scenario: RunnerScenario, around: Surroundings): Promise<WorkflowRun> {
  // Outside of the project: below it, Node would take a workflow's scripts for modules of this package.
  const home = await mkdtemp(join(tmpdir(), 'act-'));
  const { event } = scenario;
  try {
    const eventFile = join(home, 'event.json');
    await writeFile(eventFile, JSON.stringify(event.payload));
    await writeVariables(home, around);
    await writePrograms(home);
    const args = [
      event.name,
      ...['--directory', ROOT],
      ...['--workflows', await placeWorkflow(scenario, home)],
      ...['--platform', 'ubuntu-latest=-self-hosted'],
      ...['--eventpath', eventFile],
      ...['--env-file', join(home, 'env')],
      ...['--var-file', join(home, 'vars')],
      ...['--secret-file', join(home, 'secrets')],
      ...['--actor', 'octocat'],
      '--no-cache-server',
      '--json',
    ];
    const child = spawn(around.act, args, { cwd: home, env: toEnvironment(home), stdio: ['ignore', 'pipe', 'pipe'] });
    const timeout = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    clearTimeout(timeout);
    const programs = await readFile(join(home, 'programs'), 'utf8');
    return { ...readLog(`${stderr}\n${stdout}`), programs: programs.split('\n').filter((line) => line !== '') };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The file of the workflow; an example is written as it can run without a network. */
async function placeWorkflow({ workflow, isExample, calls }: RunnerScenario, home: string): Promise<string> {
  if (isExample !== true) {
    return join(import.meta.dirname, 'workflows', workflow);
  }
  const file = join(home, workflow);
  await writeFile(file, toOfflineWorkflow(workflow));
  if (calls !== undefined) {
    await mkdir(join(ROOT, CALLED_WORKFLOWS), { recursive: true });
    await writeFile(join(ROOT, CALLED_WORKFLOWS, calls), toOfflineWorkflow(calls));
  }
  return file;
}

/** Programs that only note that they were called. */
async function writePrograms(home: string): Promise<void> {
  await mkdir(join(home, 'bin'));
  await writeFile(join(home, 'programs'), '');
  for (const name of PROGRAMS) {
    const file = join(home, 'bin', name);
    await writeFile(file, `#!/bin/sh\necho "${name} $*" >> '${join(home, 'programs')}'\n`);
    await chmod(file, 0o755);
  }
}

async function writeVariables(home: string, { slackUrl, githubUrl }: Surroundings): Promise<void> {
  const files = {
    env: {
      GITHUB_API_URL: githubUrl,
      GITHUB_REPOSITORY: 'octo-org/offboarding',
      GITHUB_REPOSITORY_OWNER: 'octo-org',
      GITHUB_REF: 'refs/heads/main',
      SHA_REF: HEAD_SHA,
    },
    vars: { SLACK_API_URL: slackUrl },
    secrets: { SLACK_ADMIN_TOKEN: SIMULATOR_TOKEN, GITHUB_TOKEN: JOB_TOKEN },
  };
  for (const [name, variables] of Object.entries(files)) {
    const lines = Object.entries(variables).map(([key, value]) => `${key}=${value}\n`);
    await writeFile(join(home, name), lines.join(''));
  }
}

function toEnvironment(home: string): Record<string, string> {
  const nowhere = 'http://127.0.0.1:9';
  return {
    // act takes the first Node.js on the path for every Action.
    PATH: [join(home, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    ACT_DISABLE_VERSION_CHECK: '1',
    // Whatever wants to leave this machine fails, so that no scenario comes to need a network unnoticed.
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: '127.0.0.1,localhost',
  };
}

/** Reads the log in JSON, one object a line; other lines are kept as they are. */
function readLog(output: string): Omit<WorkflowRun, 'programs'> {
  const jobs: Record<string, string> = {};
  const log: string[] = [];
  for (const line of output.split('\n').filter((part) => part.trim() !== '')) {
    const entry = parseLine(line);
    // act writes "<workflow>/<job>", with a number at the end of each job of a matrix, padded to one width.
    const job = (
      String(entry['job'] ?? '')
        .split('/')
        .at(-1) ?? ''
    ).trim();
    if (typeof entry['jobResult'] === 'string') {
      jobs[job] = entry['jobResult'];
    }
    log.push(`[${job}] ${String(entry['msg']).trimEnd()}`);
  }
  return { jobs, log: log.join('\n') };
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const entry: unknown = JSON.parse(line);
    return isRecord(entry) ? entry : { msg: line };
  } catch {
    return { msg: line };
  }
}
