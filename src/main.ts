import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { type CallContext, stopReason } from './calls/call-context.ts';
import { findRepositoryPaths } from './github/checkout.ts';
import { type Inputs, readInputs, readSecrets, toOptions } from './inputs/inputs.ts';
import type { Mention } from './people/mention.ts';
import { describeProtection, makePlan } from './people/plan.ts';
import { InputError } from './people/problem.ts';
import { formatPeopleCount } from './people/wording.ts';
import { Annotations } from './report/annotations.ts';
import { placeReport } from './report/report-path.ts';
import { type RunRecord, readLedger, startRecord } from './report/run-record.ts';
import { toLogText } from './report/text.ts';
import { type ReportTargets, renderComment, writeReports, writeVerdict } from './report/write-reports.ts';
import { Ledger } from './reset/ledger.ts';
import type { Run } from './reset/run.ts';
import { runReset } from './reset/run-reset.ts';
import { findAddedProblems, findRosterChange } from './roster/added.ts';
import type { RosterChange } from './roster/changes.ts';
import type { RosterFolders } from './roster/files.ts';
import { type LoadedRosters, readRosters } from './roster/load.ts';
import { Log, writeWhole } from './runner/log.ts';
import { describeError, describeOrigin, guardProcess, type ProcessGuard } from './runner/process-guard.ts';
import { env, isMergedPullRequest, readEventWarnings } from './runner/run-context.ts';
import { SlackClient } from './slack/client.ts';
import { createSlackApi, MAX_USERS_PER_CALL } from './slack/methods.ts';

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
  // Before the reports, so that they and the exit code agree if the run is cancelled in the meantime.
  await comment(around);
  report(around);
  end(around);
}

function prepare(): Surroundings {
  const startMs = performance.now();
  const secrets = readSecrets();
  const state: State = { record: startRecord(env, Date.now()), inputs: undefined, ledger: undefined, phase: 'running' };
  const write = (text: string): void => writeWhole(process.stdout.fd, text);
  // Even the first line can break the log, so nothing is written before everything is set up.
  const log = new Log({ write, onBroken: () => endByBrokenLog(around) });
  const annotations = new Annotations(log);
  const guard = guardProcess((fault) => endNow(fault, around));
  const targets = { log, annotations, secrets, env, reportPath: undefined };
  const folders = { workspace: env['GITHUB_WORKSPACE'] || process.cwd(), temp: env['RUNNER_TEMP'] || undefined };
  const around: Surroundings = { state, log, annotations, guard, targets, folders, startMs };
  for (const secret of secrets) log.mask(secret);
  return around;
}

function addFault(state: State, fault: string): void {
  state.record = { ...state.record, faults: [...state.record.faults, fault] };
}

/** The log is broken: the run ends as if cancelled, and everything else is still written. */
function endByBrokenLog({ state, guard }: Surroundings): void {
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
function end({ state, log, annotations }: Surroundings): void {
  if (state.phase !== 'ended') {
    state.phase = 'ended';
    writeVerdict(state.record, { log, annotations });
    log.flush();
  }
}

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
  const surroundings = { folders, abandoned: guard.abandoned, nowMs: state.record.startedMs };
  const rosters = await readRosters(inputs.roster, surroundings);
  const { commit, linkedCommit } = state.record.context;
  const checkout = { workspace: folders.workspace, shas: [commit, linkedCommit] };
  const repositoryPaths = findRepositoryPaths(rosters.files, checkout);
  const faults = [...state.record.faults, ...rosters.gaps];
  state.record = { ...state.record, rosters: rosters.files, repositoryPaths, faults };
  const addedProblems = inputs.roster.length === 0 ? [] : await findAddedProblems(inputs);
  const all = [...problems, ...placeProblems, ...rosters.problems, ...addedProblems];
  if (all.length > 0) {
    throw new InputError(all);
  }
  const isNews = dryRun || inputs.rosterEntries === 'added';
  const eventWarnings = dryRun ? [] : readEventWarnings(env).map((message) => ({ message }));
  annotations.show('warning', [
    ...warnings,
    ...eventWarnings,
    ...rosters.warnings,
    ...(isNews ? rosters.pastWarnings : []),
  ]);
  return { inputs, rosters };
}

/** Finds out who is requested, and resets them unless the run has already stopped. */
async function resetEverybody(inputs: Inputs, rosters: LoadedRosters, around: Surroundings): Promise<void> {
  const { state, guard, log, startMs } = around;
  const context = toCallContext(inputs, { startMs, guard, log });
  const takesAll = inputs.rosterEntries === 'all' || inputs.roster.length === 0;
  const known = [...inputs.mentions, ...(takesAll ? rosters.mentions : [])];
  // Signals that arrived while reading a roster are handled before anything is sent.
  await setImmediate();
  state.ledger = openLedger(known, inputs, around);
  const stop = stopReason(context);
  if (stop !== undefined) {
    state.ledger.stop = { error: stop };
    return;
  }
  if (!takesAll) {
    const change = await findChange(rosters, { inputs, context, around });
    state.record = { ...state.record, change };
    state.ledger = openLedger([...known, ...change.added], inputs, around);
  }
  const due = state.ledger.open().length;
  log.info(`${formatPeopleCount(state.ledger.entries.length)} requested, ${due} due.`);
  log.info(describeProtection(inputs.protectedUserIds.size, inputs.checkAccounts));
  state.record = { ...state.record, calls: Math.ceil(due / MAX_USERS_PER_CALL) };
  await runReset(toRun(inputs, state.ledger, { context, around }));
}

function openLedger(mentions: readonly Mention[], inputs: Inputs, { state, annotations }: Surroundings): Ledger {
  const { protectedUserIds } = inputs;
  const nowMs = state.record.startedMs;
  const plan = makePlan(mentions, { nowMs, protectedUserIds });
  annotations.show('warning', plan.warnings);
  return new Ledger(plan, { nowMs, protectedUserIds });
}

/** @throws InputError when GitHub does not say who was added; then people requested elsewhere are not attempted */
async function findChange(
  rosters: LoadedRosters,
  { inputs, context, around }: { inputs: Inputs; context: CallContext; around: Surroundings },
): Promise<RosterChange> {
  const { state, folders } = around;
  try {
    return await findRosterChange(rosters, { inputs, folders, callContext: context });
  } catch (error) {
    const reason = stopReason(context) ?? 'earlier_roster';
    state.ledger?.settle(state.ledger.open(), 'not-attempted', reason);
    throw error;
  }
}

function toRun(
  inputs: Inputs,
  ledger: Ledger,
  { context, around }: { context: CallContext; around: Surroundings },
): Run {
  const { annotations, state } = around;
  const { sessions, verify, lookFirstAfterDays, orgId, maxUsers, dryRun, token } = inputs;
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
      ...{ sessions, verify, lookFirstAfterDays, checkAccounts, maxUsers, dryRun },
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

function toCallContext(
  { timeoutMinutes, maxRetries }: Pick<Inputs, 'timeoutMinutes' | 'maxRetries'>,
  { startMs, guard, log }: { startMs: number; guard: ProcessGuard; log: Log },
): CallContext {
  const { cancelled, abandoned } = guard;
  return {
    clock: {
      now: Date.now,
      monotonicMs: () => performance.now(),
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    },
    bounds: { startMs, deadlineMs: startMs + timeoutMinutes * 60_000, maxRetries, cancelled, abandoned },
    random: Math.random,
    log: {
      info: (line) => log.info(toLogText(line)),
      debug: (line) => log.debug(toLogText(line)),
      group: (title, lines) => {
        log.startGroup(toLogText(title));
        for (const line of lines) log.info(toLogText(line));
        log.endGroup();
        log.flush();
      },
    },
  };
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

/** Writes report, outputs and summary from the current ledger. After that, the outcome of the run is final. */
function report(around: Surroundings): void {
  const { state, targets } = around;
  state.phase = 'reported';
  state.record = writeReports(toRecord(around), { ...targets, reportPath: state.inputs?.reportPath });
}

const COMMENT_MINUTES = 1;

/** Keeps the comment up to date, if requested. The outcome of the run does not depend on it. */
async function comment(around: Surroundings): Promise<void> {
  const { state, guard, log, annotations, targets } = around;
  const { inputs } = state;
  if (inputs?.comment !== true || guard.cancelled.aborted) {
    return;
  }
  const { maxRetries, githubToken: token, proxies, commentId } = inputs;
  const limits = { timeoutMinutes: COMMENT_MINUTES, maxRetries };
  const callContext = toCallContext(limits, { startMs: performance.now(), guard, log });
  try {
    const { publishComment } = await import('./github/index.ts');
    const options = { token, proxies, commentId, callContext };
    const problem = await publishComment(renderComment(toRecord(around), targets), options);
    if (problem !== undefined) {
      annotations.warn(`No comment: ${problem}.`);
    }
  } catch (error) {
    annotations.warn(`No comment: ${describeError(error)}`);
  }
}
