import { fileURLToPath } from 'node:url';
import { readActionDefinition, toInputVariables } from './action-definition.ts';
import { type PlannedSignal, type ProgramEnd, runProgram } from './child-process.ts';
import {
  JOB_TOKEN,
  makePlaces,
  parseOutputFile,
  type RunnerPlaces,
  readIfThere,
  removePlaces,
  runnerVariables,
  type WorkflowEvent,
  writeFiles,
} from './runner-places.ts';
import { parseLog, type WorkflowCommand } from './workflow-commands.ts';

export { JOB_TOKEN, type RunnerPlaces, type WorkflowEvent } from './runner-places.ts';
export type { WorkflowCommand } from './workflow-commands.ts';

/** One object of the output `results`. */
export interface WireResult {
  readonly user_id: string | null;
  readonly status: string;
  readonly error: string | null;
  readonly source: string;
  readonly calls: number;
  readonly request_id: string | null;
  readonly at: string | null;
}

/** Everything that one run of the action left behind; its folders are gone by then. */
export interface ActionRun extends ProgramEnd {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The JSON file that the output `report-path` names; undefined when there is none. */
  readonly report: unknown;
  /** The same as text; empty when there is none. */
  readonly reportText: string;
  /** The workflow commands of both streams. */
  readonly commands: readonly WorkflowCommand[];
  readonly masks: readonly string[];
  /** The output `results`; empty when there is none. */
  readonly results: readonly WireResult[];
  readonly workspace: string;
  /** All that left the process: streams, outputs, state, summary and report, without the lines that mask a secret. */
  readonly everything: string;
}

export interface RunOptions {
  /** Added to the variables of the runner; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Written into the workspace first. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** Whatever else must be prepared, such as links or files in `RUNNER_TEMP`. */
  readonly prepare?: (places: RunnerPlaces) => Promise<void>;
  /** Sees the places once more before they are removed. */
  readonly finish?: (places: RunnerPlaces) => Promise<void>;
  readonly event?: WorkflowEvent;
  readonly signal?: PlannedSignal;
  readonly debug?: boolean;
  /** Default: one minute. */
  readonly timeoutMs?: number;
  /** A command that stands between the runner and Node, such as a shell. */
  readonly through?: readonly string[];
  /** A script in place of the one that `action.yml` names. */
  readonly entry?: string;
  /** Default: the repository's own `action.yml`. */
  readonly actionFile?: string;
}

/** The inputs of the step, which may need to know where the workspace is. */
export type StepInputs =
  | Readonly<Record<string, string>>
  | ((places: RunnerPlaces) => Readonly<Record<string, string>>);

const ACTION_FILE = fileURLToPath(new URL('../../action.yml', import.meta.url));
const SOURCE_ENTRY = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
/** CI judges the bundle that users get; at a desk the source, so that an edit is never judged by an old build. */
const JUDGES_BUNDLE = (process.env['ACTION_UNDER_TEST'] ?? (process.env['CI'] ? 'bundle' : 'source')) === 'bundle';
/** The source is stripped of types and compiled once, not by each of a thousand runs. The bundle runs as for users. */
const COMPILE_CACHE = fileURLToPath(new URL('../../.cache/compile', import.meta.url));
const BY_HAND: WorkflowEvent = {
  name: 'workflow_dispatch',
  payload: { inputs: {}, ref: 'refs/heads/main', repository: { full_name: 'octo-org/offboarding', private: true } },
};

function isPersonResult(value: unknown): value is WireResult {
  return typeof value === 'object' && value !== null && 'status' in value && 'source' in value;
}

function parseResults(output: string | undefined): readonly WireResult[] {
  const results: unknown = JSON.parse(output === undefined || output === '' ? '[]' : output);
  if (!Array.isArray(results) || !results.every(isPersonResult)) {
    throw new Error(`The output "results" is no list of people: ${output}`);
  }
  return results;
}

function definedOnly(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function runIn(places: RunnerPlaces, event: WorkflowEvent, inputs: StepInputs, options: RunOptions) {
  const definition = await readActionDefinition(options.actionFile ?? ACTION_FILE);
  await writeFiles(places.workspace, options.files ?? {});
  await options.prepare?.(places);
  const given = typeof inputs === 'function' ? inputs(places) : inputs;
  const env = definedOnly({
    ...runnerVariables(places, event),
    ...toInputVariables(definition, given, JOB_TOKEN),
    ...(options.debug === true ? { RUNNER_DEBUG: '1' } : {}),
    ...options.env,
  });
  const script = options.entry ?? (JUDGES_BUNDLE || options.actionFile !== undefined ? definition.entry : SOURCE_ENTRY);
  return runProgram({
    script,
    through: options.through,
    cwd: places.workspace,
    env: script === SOURCE_ENTRY ? { NODE_COMPILE_CACHE: COMPILE_CACHE, ...env } : env,
    timeoutMs: options.timeoutMs ?? 60_000,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
}

async function toRun(places: RunnerPlaces, end: ProgramEnd): Promise<ActionRun> {
  const files = places.commandFiles;
  const outputText = await readIfThere(files.GITHUB_OUTPUT);
  const summary = await readIfThere(files.GITHUB_STEP_SUMMARY);
  const kept = [await readIfThere(files.GITHUB_STATE), await readIfThere(files.GITHUB_ENV)];
  const outputs = parseOutputFile(outputText);
  const reportText = await readIfThere(outputs['report-path'] ?? '');
  // Apart, so that a last line without an end on one stream does not swallow the first of the other.
  const logs = [parseLog(end.stdout), parseLog(end.stderr)];
  return {
    ...end,
    outputs,
    summary,
    report: reportText === '' ? undefined : JSON.parse(reportText),
    reportText,
    commands: logs.flatMap((log) => log.commands),
    masks: logs.flatMap((log) => log.masks),
    results: parseResults(outputs['results']),
    workspace: places.workspace,
    everything: [...logs.map((log) => log.visible), outputText, ...kept, summary, reportText].join('\n'),
  };
}

/**
 * Runs the action in a child process as GitHub's runner would.
 *
 * @throws when `action.yml` has no such input, when the run takes too long, and when what it leaves cannot be read
 */
export async function runAction(inputs: StepInputs, options: RunOptions = {}): Promise<ActionRun> {
  const event = options.event ?? BY_HAND;
  // It is awaited only once the process runs; a failure before that must not end the test run as unhandled.
  Promise.resolve(options.signal?.when).catch(() => undefined);
  const places = await makePlaces(event);
  try {
    const run = await toRun(places, await runIn(places, event, inputs, options));
    await options.finish?.(places);
    return run;
  } finally {
    await removePlaces(places);
  }
}
