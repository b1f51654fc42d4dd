import { type CallContext, stopReason, withDeadline } from './calls/call-context.ts';
import { createCallContext, monotonicMs } from './calls/create-context.ts';
import { type Inputs, readInputs, readSecrets, toOptions } from './inputs/inputs.ts';
import type { Mention } from './people/mention.ts';
import { describeProtection, makePlan } from './people/plan.ts';
import { InputError } from './people/problem.ts';
import { formatPeopleCount } from './people/wording.ts';
import { Annotations } from './report/annotations.ts';
import { summarySize } from './report/outputs.ts';
import { placeReport } from './report/report-path.ts';
import { type RunRecord, readLedger, startRecord } from './report/run-record.ts';
import { toLogText } from './report/text.ts';
import { type ReportTargets, renderComment, writeReports, writeVerdict } from './report/write-reports.ts';
import { Ledger } from './reset/ledger.ts';
import type { Run } from './reset/run.ts';
import { runReset } from './reset/run-reset.ts';
import type { RosterChange } from './roster/changes.ts';
import type { RosterFolders } from './roster/files.ts';
import type { LoadedRosters } from './roster/load.ts';
import { Log, writeWhole } from './runner/log.ts';
import { describeError, describeOrigin, guardProcess, type ProcessGuard } from './runner/process-guard.ts';
import { env, isMergedPullRequest, readEventWarnings } from './runner/run-context.ts';
import { SlackClient } from './slack/client.ts';
import { createSlackApi } from './slack/methods.ts';

/** What is known about a run at any moment; however the run ends, its reports are written from this. */
interface State {
  record: RunRecord;
  inputs: Inputs | undefined;
  ledger: Ledger | undefined;
  /** `reported`: outputs, report and summary are written. `ended`: the step has passed or failed. */
  phase: 'running' | 'reported' | 'ended';
}

/** What surrounds a run. */
interface Surroundings {
  readonly state: State;
  readonly log: Log;
  readonly annotations: Annotations;
  readonly guard: ProcessGuard;
  readonly targets: ReportTargets;
  readonly folders: RosterFolders;
  readonly startMs: number;
}

/** Runs the Action: reads inputs and people, resets their sessions, reports, and passes or fails the step. */
export async function run(): Promise<void> {
  const around = prepare();
  try {
    const { inputs, rosters } = await readEverything(around);
    await resetEverybody(inputs, rosters, around);
  } catch (error) {
    noteError(error, around);
  }
  report(around);
  await comment(around);
  end(around);
}

function prepare(): Surroundings {
  const startMs = monotonicMs();
  const secrets = readSecrets();
  const state: State = { record: startRecord(env, Date.now()), inputs: undefined, ledger: undefined, phase: 'running' };
  const write = (text: string): void => writeWhole(process.stdout, text);
  // Even the first line can break the log, so nothing is written before everything is set up.
  const log = new Log({ write, onBroken: () => endByBrokenLog(around) });
  const annotations = new Annotations(log);
  const guard = guardProcess((fault) => endNow(fault, around));
  const summaryBytes = summarySize(env['GITHUB_STEP_SUMMARY']);
  const targets = { log, annotations, secrets, env, reportPath: undefined, summaryBytes };
  const folders = { workspace: env['GITHUB_WORKSPACE'] || '.', temp: env['RUNNER_TEMP'] || undefined };
  const around: Surroundings = { state, log, annotations, guard, targets, folders, startMs };
  for (const secret of secrets) log.mask(secret);
  return around;
}

function addFault(state: State, fault: string): void {
  state.record = { ...state.record, faults: [...state.record.faults, fault] };
}

/** The log is broken: the run ends as if cancelled, and everything else is still written. */
function endByBrokenLog({ state, guard }: Surroundings): void {
  process.exitCode = 1;
  addFault(state, 'The log could not be written.');
  guard.cancel();
}

/** Writes what is known, synchronously, and ends the process. */
function endNow(fault: string | undefined, around: Surroundings): void {
  const { state } = around;
  if (fault !== undefined) {
    process.exitCode = 1;
    addFault(state, fault);
  }
  if (state.phase === 'running') {
    report(around);
  }
  end(around);
  process.exit();
}

/** Passes or fails the step, once. */
function end(around: Surroundings): void {
  const { state, guard, log, annotations } = around;
  if (state.phase !== 'ended') {
    if (guard.cancelled.aborted && state.record.stop === undefined) {
      // Cancelled since the reports were written: they and the exit code agree.
      report(around);
    }
    state.phase = 'ended';
    writeVerdict(state.record, { log, annotations });
    log.flush();
  }
}

/** Octokit is loaded only by runs with `added` or `comment`. One place imports it, so that it is in the bundle once. */
const loadGitHub = (): Promise<typeof import('./github/index.ts')> => import('./github/index.ts');
const NONE = { problems: [], warnings: [], pastWarnings: [], gaps: [] };
const NO_ROSTERS: LoadedRosters = { mentions: [], files: [], rosterPlaces: new Map(), ...NONE };

/** @throws InputError when anything is wrong with inputs or rosters; then nothing is sent */
async function readEverything(around: Surroundings): Promise<{ inputs: Inputs; rosters: LoadedRosters }> {
  const { state, annotations, guard, folders } = around;
  const { inputs, problems, warnings } = readInputs();
  const place = placeReport(inputs.reportPath, env);
  // If report-path itself is refused, the report goes to the default place.
  state.inputs = 'problem' in place ? { ...inputs, reportPath: undefined } : inputs;
  const { dryRun } = inputs;
  state.record = { ...state.record, dryRun, apiHost: inputs.apiUrl.host, options: toOptions(inputs) };
  const placeProblems = 'problem' in place ? [{ message: `"report-path": ${place.problem}` }] : [];
  // Only a run with a roster loads what reads rosters.
  const reader = inputs.roster.length === 0 ? undefined : await import('./roster/index.ts');
  const { startedMs: nowMs, context } = state.record;
  const surroundings = { folders, commits: [context.commit, context.headCommit], abandoned: guard.abandoned, nowMs };
  const rosters = (await reader?.readRosters(inputs.roster, surroundings)) ?? NO_ROSTERS;
  const { files, rosterPlaces, gaps } = rosters;
  state.record = { ...state.record, rosters: files, rosterPlaces, faults: [...state.record.faults, ...gaps] };
  const addedProblems = (await reader?.findAddedProblems(inputs, loadGitHub)) ?? [];
  const all = [...problems, ...placeProblems, ...rosters.problems, ...addedProblems];
  if (all.length > 0) throw new InputError(all);
  const pastWarnings = dryRun || inputs.rosterEntries === 'added' ? rosters.pastWarnings : [];
  const eventWarnings = dryRun ? [] : readEventWarnings(env).map((message) => ({ message }));
  annotations.show('warning', [...warnings, ...eventWarnings, ...rosters.warnings, ...pastWarnings]);
  return { inputs, rosters };
}

/** Finds out who is requested, and resets them unless the run has already stopped. */
async function resetEverybody(inputs: Inputs, rosters: LoadedRosters, around: Surroundings): Promise<void> {
  const { state, guard, log, startMs } = around;
  const context = toCallContext(inputs, { startMs, guard, log });
  const takesAll = inputs.rosterEntries === 'all' || inputs.roster.length === 0;
  const known = [...inputs.mentions, ...(takesAll ? rosters.mentions : [])];
  // Signals that arrived while reading a roster are handled before anything is sent.
  await new Promise((resolve) => setImmediate(resolve));
  state.ledger = openLedger(known, inputs, around);
  const stop = stopReason(context);
  if (stop !== undefined) {
    state.ledger.stop = { error: stop };
    return;
  }
  if (!takesAll) {
    const change = await findChange(rosters, { inputs, context, around });
    if (change === undefined) return;
    state.record = { ...state.record, change };
    state.ledger = openLedger([...known, ...change.added], inputs, around);
  }
  log.info(`${formatPeopleCount(state.ledger.entries.length)} requested, ${state.ledger.open().length} due.`);
  log.info(describeProtection(inputs.protectedUserIds.size, inputs.checkAccounts));
  await runReset(toRun(inputs, state.ledger, { context, around }));
}

function openLedger(mentions: readonly Mention[], inputs: Inputs, { state, annotations }: Surroundings): Ledger {
  const { protectedUserIds } = inputs;
  const nowMs = state.record.startedMs;
  const plan = makePlan(mentions, { nowMs, protectedUserIds });
  annotations.show('warning', plan.warnings);
  return new Ledger(plan, { nowMs, protectedUserIds });
}

/** Undefined when the run ends meanwhile. @throws InputError when GitHub does not say who was added */
async function findChange(
  rosters: LoadedRosters,
  { inputs, context, around: { state, folders } }: { inputs: Inputs; context: CallContext; around: Surroundings },
): Promise<RosterChange | undefined> {
  try {
    // Half of the time, as for every step before the reset.
    const { startMs, deadlineMs } = context.bounds;
    const callContext = withDeadline(context, (startMs + deadlineMs) / 2);
    const { findRosterChange } = await import('./roster/index.ts');
    return await findRosterChange(rosters, { inputs, folders, callContext, loadGitHub });
  } catch (error) {
    const stop = stopReason(context);
    state.ledger?.settle(state.ledger.open(), 'not-attempted', stop ?? 'earlier_roster');
    if (state.ledger === undefined || stop === undefined) throw error;
    state.ledger.stop = { error: stop };
    return undefined;
  }
}

function toRun(
  inputs: Inputs,
  ledger: Ledger,
  { context, around }: { context: CallContext; around: Surroundings },
): Run {
  const { annotations, state } = around;
  const { orgId, dryRun, token } = inputs;
  const checkAccounts = inputs.checkAccounts && token !== undefined;
  const isPullRequest = env['GITHUB_EVENT_NAME'] === 'pull_request';
  const warned = new Set<string>();
  if (inputs.checkAccounts && token === undefined) {
    annotations.warn('Accounts are not checked: "token" is empty, as in a pull request from a fork.');
  }
  return {
    slack: createSlackApi(new SlackClient(inputs.apiUrl.href, token ?? '', inputs.proxies)),
    context,
    ledger,
    options: {
      ...inputs,
      checkAccounts,
      orgId: token === undefined ? undefined : orgId,
      // Anyone who can edit the workflow of a pull request can read its token.
      isTokenExposed: checkAccounts && isPullRequest && (dryRun || !isMergedPullRequest(env)),
    },
    startedMs: state.record.startedMs,
    warn: (message, place) => {
      if (!warned.has(message)) annotations.show('warning', [{ message, ...place }]);
      warned.add(message);
    },
  };
}

/** The context of calls from now on, whose progress goes into the log. */
function toCallContext(
  limits: { timeoutMinutes: number; maxRetries: number },
  { startMs, guard, log }: { startMs: number; guard: ProcessGuard; log: Log },
): CallContext {
  return createCallContext(limits, {
    startMs,
    ...guard,
    log: {
      info: (line) => log.info(toLogText(line)),
      debug: (line) => log.debug(toLogText(line)),
      group: (title, lines) => log.group(toLogText(title), lines.map(toLogText)),
    },
  });
}

function noteError(error: unknown, { state, log }: Surroundings): void {
  if (error instanceof InputError) {
    state.record = { ...state.record, problems: error.problems };
    return;
  }
  log.debug(toLogText(describeOrigin(error)));
  addFault(state, describeError(error));
}

/** Everything known about the run so far. */
function toRecord({ state, guard }: Surroundings): RunRecord {
  const { inputs, ledger } = state;
  if (guard.cancelled.aborted && ledger !== undefined) {
    ledger.stop ??= { error: 'cancelled' };
  }
  const stop = ledger?.stop ?? (guard.cancelled.aborted ? { error: 'cancelled' } : undefined);
  const record = { ...state.record, stop, endedMs: Date.now() };
  return readLedger(record, ledger, inputs && { ...inputs, ignoredCodes: inputs.ignoreErrors });
}

/** Writes report, outputs and summary from the current ledger. */
function report(around: Surroundings): void {
  const { state, targets, log } = around;
  state.phase = 'reported';
  // First, so that a broken log is known before anything is written.
  log.flush();
  const reportPath = state.record.reportPath ?? state.inputs?.reportPath;
  state.record = writeReports(toRecord(around), { ...targets, reportPath });
  log.flush();
}

/** What a comment may take: a minute of the time left, and a moment where none is. */
const COMMENT_MINUTES = 1;
const MIN_COMMENT_MINUTES = 1 / 6;

/** Keeps the comment up to date, if requested. The outcome of the run does not depend on it. */
async function comment(around: Surroundings): Promise<void> {
  const { state, guard, log, annotations, targets } = around;
  if (state.inputs?.comment !== true || guard.cancelled.aborted) return;
  const { maxRetries, githubToken: token, proxies, commentId } = state.inputs;
  const startMs = monotonicMs();
  const leftMinutes = state.inputs.timeoutMinutes - (startMs - around.startMs) / 60_000;
  const timeoutMinutes = Math.max(MIN_COMMENT_MINUTES, Math.min(COMMENT_MINUTES, leftMinutes));
  const callContext = toCallContext({ timeoutMinutes, maxRetries }, { startMs, guard, log });
  try {
    const { publishComment } = await loadGitHub();
    const options = { token, proxies, commentId, workflowRef: env['GITHUB_WORKFLOW_REF'], callContext };
    const problem = await publishComment(renderComment(state.record, targets), options);
    if (problem !== undefined) annotations.warn(`No comment: ${problem}.`);
  } catch (error) {
    annotations.warn(`No comment: ${describeError(error)}`);
  }
}
