import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A made-up token in the place of the job's own; no real token looks like it. */
export const JOB_TOKEN = 'ghs_test-not-a-real-token';

/** The event that started the workflow. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: object;
}

/** The temporary folders and files that a runner makes for one step. */
export interface RunnerPlaces {
  readonly root: string;
  /** `GITHUB_WORKSPACE` */
  readonly workspace: string;
  /** `RUNNER_TEMP` */
  readonly temp: string;
  /** The files by which a step speaks to the runner, by the name of their variable. */
  readonly commandFiles: Readonly<
    Record<'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY' | 'GITHUB_STATE' | 'GITHUB_ENV', string>
  >;
  readonly eventFile: string;
}

/** Makes fresh places, all files in them empty but the event. */
export async function makePlaces(event: WorkflowEvent): Promise<RunnerPlaces> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'run-action-')));
  const commands = join(root, '_runner_file_commands');
  const places: RunnerPlaces = {
    root,
    workspace: join(root, 'work'),
    temp: join(root, '_temp'),
    commandFiles: {
      GITHUB_OUTPUT: join(commands, 'set_output'),
      GITHUB_STEP_SUMMARY: join(commands, 'step_summary'),
      GITHUB_STATE: join(commands, 'save_state'),
      GITHUB_ENV: join(commands, 'set_env'),
    },
    eventFile: join(root, '_github_workflow', 'event.json'),
  };
  for (const directory of [places.workspace, places.temp, commands, dirname(places.eventFile)]) {
    await mkdir(directory, { recursive: true });
  }
  for (const file of Object.values(places.commandFiles)) {
    await writeFile(file, '');
  }
  await writeFile(places.eventFile, JSON.stringify(event.payload));
  return places;
}

/** Writes files below a folder, with the folders they need. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = resolve(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

export async function removePlaces(places: RunnerPlaces): Promise<void> {
  await rm(places.root, { recursive: true, force: true });
}

/** Reads a file, or nothing when it is not there. */
export async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Reads the file format of `GITHUB_OUTPUT`: `name=value` lines and `name<<delimiter` blocks.
 *
 * @throws when the runner would refuse the file
 */
export function parseOutputFile(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') {
      continue;
    }
    const [, name = '', sign = '', rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === '') {
      throw new Error(`The output file has a line that is neither name=value nor name<<delimiter: ${line}`);
    }
    if (sign === '=') {
      outputs[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest);
    if (end < 0) {
      throw new Error(`The output file never ends the value of ${name}`);
    }
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return outputs;
}

/** Everything a hosted runner tells a step about its run, made up, and nothing of this machine but `PATH` and `HOME`. */
export function runnerVariables(places: RunnerPlaces, event: WorkflowEvent): Record<string, string> {
  const sha = '6dcb09b5b57875f334f61aebed695e2e4193db5e';
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__octo-org_slack-session-reset',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTION_REPOSITORY: 'octo-org/slack-session-reset',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_TRIGGERING_ACTOR: 'hubot',
    // Nobody listens there: a test that needs GitHub brings its own.
    GITHUB_API_URL: 'http://127.0.0.1:2',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:2/graphql',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_BASE_REF: '',
    GITHUB_HEAD_REF: '',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: places.eventFile,
    GITHUB_JOB: 'offboard',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/offboarding',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_REPOSITORY_OWNER_ID: '6811672',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: 'Offboarding',
    GITHUB_WORKFLOW_REF: 'octo-org/offboarding/.github/workflows/offboard.yml@refs/heads/main',
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_WORKSPACE: places.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: places.temp,
    RUNNER_TOOL_CACHE: places.temp,
    RUNNER_WORKSPACE: places.root,
    ...places.commandFiles,
  };
}
