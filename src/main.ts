import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import * as core from '@actions/core';
import { type CallContext, stopReason } from './calls/call-context.ts';
import { type Inputs, readInputs, readSecrets, toOptions } from './inputs/inputs.ts';
import type { Mention } from './people/mention.ts';
import { checkSize, makePlan, type Plan } from './people/plan.ts';
import { InputError, type Problem } from './people/problem.ts';
import { formatPeopleCount } from './people/wording.ts';
import { Annotations } from './report/annotations.ts';
import { placeReport } from './report/report-path.ts';
import { type RunRecord, startRecord, withResults } from './report/run-record.ts';
import { toLogText } from './report/text.ts';
import { finish } from './report/write-reports.ts';
import { planResults, sameResults, toPersonResults } from './reset/results.ts';
import { resetPeople } from './reset/run-reset.ts';
import { findAddedProblems, findRosterChange } from './roster/added.ts';
import type { RosterChange } from './roster/changes.ts';
import type { RosterFolders } from './roster/files.ts';
import { type LoadedRosters, readRosters } from './roster/load.ts';
import { type Cancellation, listenForCancellation } from './runner/cancellation.ts';
import { SlackClient } from './slack/client.ts';
import { createSlackApi, MAX_USERS_PER_CALL } from './slack/methods.ts';

/** Runs the Action: reads inputs and people, has Slack reset their sessions, tells what happened, fails or not. */
export async function run(): Promise<void> {
  const secrets = readSecrets();
  secrets.forEach(core.setSecret);
  const cancellation = listenForCancellation();
  const annotations = new Annotations();
  let record = startRecord(process.env, Date.now());
  let inputs: Inputs | undefined;
  let reportPath: string | undefined;
  try {
    const reading = readInputs();
    inputs = reading.inputs;
    record = { ...record, dryRun: inputs.dryRun, apiHost: inputs.apiUrl.host, options: toOptions(inputs) };
    const place = placeReport(inputs.reportPath, process.env);
    const reportProblems = 'problem' in place ? [{ message: `"report-path": ${place.problem}` }] : [];
    if (reportProblems.length === 0) reportPath = inputs.reportPath;
    const folders = { workspace: workspace(), temp: process.env['RUNNER_TEMP'] || undefined };
    const rosters = await readRosters(inputs.roster, {
      folders,
      abandoned: cancellation.abandoned,
      nowMs: record.startedMs,
    });
    record = { ...record, rosters: rosters.files };
    const addedProblems = inputs.roster.length === 0 ? [] : await findAddedProblems(inputs);
    refuse([...reading.problems, ...rosters.problems, ...addedProblems]);
    annotations.show('warning', [...reading.warnings, ...rosters.warnings]);
    if (inputs.dryRun || inputs.rosterEntries === 'added') annotations.show('warning', rosters.pastWarnings);
    refuse([...reading.problems, ...reportProblems, ...rosters.problems, ...addedProblems]);
    annotations.show('warning', reading.warnings);

    const callContext = toCallContext(inputs, record.startedMs, cancellation);
    record = await carryOut(record, rosters, { inputs, folders, callContext, annotations });
  } catch (error) {
    record = withError(record, error);
  }
  const comment = inputs?.comment ? toCommenter(inputs, cancellation) : undefined;
  await finish(
    { ...record, endedMs: Date.now() },
    {
      reportPath,
      comment,
      annotations,
      secrets,
      cancelled: cancellation.cancelled,
    },
  );
}

function workspace(): string {
  return process.env['GITHUB_WORKSPACE'] || process.cwd();
}

/** @throws InputError when there is any problem: nothing may be sent then */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

const log = {
  info: (line: string): void => core.info(toLogText(line)),
  debug: (line: string): void => core.debug(toLogText(line)),
};

function toCallContext(inputs: Inputs, startedMs: number, cancellation: Cancellation): CallContext {
  return {
    clock: { now: Date.now, sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined) },
    bounds: {
      deadlineMs: startedMs + inputs.timeoutMinutes * 60_000,
      maxRetries: inputs.maxRetries,
      ...cancellation,
    },
    random: Math.random,
    log,
  };
}

interface Run {
  readonly inputs: Inputs;
  readonly folders: RosterFolders;
  readonly callContext: CallContext;
  readonly annotations: Annotations;
}

/** Finds out who is asked for, and acts on them unless the run has been stopped by then. */
async function carryOut(record: RunRecord, { mentions, files }: LoadedRosters, run: Run): Promise<RunRecord> {
  const { inputs, callContext } = run;
  const { clock, bounds } = callContext;
  const isAll = inputs.rosterEntries === 'all' || inputs.roster.length === 0;
  const known = [...inputs.mentions, ...(isAll ? mentions : [])];
  // Signals that came while a roster was read are let in before anybody is sent.
  await setImmediate();
  const stop = stopReason(clock, bounds);
  if (stop !== undefined) {
    return { ...sendNobody(record, known, { inputs, error: stop }), stop: { error: stop } };
  }
  if (isAll) {
    return act(record, known, run);
  }
  let change: RosterChange;
  try {
    change = await findRosterChange({ mentions, files }, run);
  } catch (error) {
    // GitHub did not say who was added, and those asked for elsewhere end with a status all the same.
    const reason = stopReason(clock, bounds) ?? 'earlier_roster';
    return withError(sendNobody(record, known, { inputs, error: reason }), error);
  }
  return act(record, [...known, ...change.added], run);
}

function sendNobody(
  record: RunRecord,
  mentions: readonly Mention[],
  { inputs, error }: { inputs: Inputs; error: string },
): RunRecord {
  const plan = makePlan(mentions, { nowMs: record.startedMs, protectedUserIds: inputs.protectedUserIds });
  return withResults(record, sameResults(plan, { status: 'not-attempted', error }));
}

async function act(
  record: RunRecord,
  mentions: readonly Mention[],
  { inputs, callContext, annotations }: Run,
): Promise<RunRecord> {
  const { protectedUserIds, ignoreErrors, sessions, verify } = inputs;
  const planOf = (all: readonly Mention[]): Plan => makePlan(all, { nowMs: record.startedMs, protectedUserIds });
  const plan = planOf(mentions);
  annotations.show('warning', plan.warnings);
  log.info(`${formatPeopleCount(plan.people.length)} asked for, ${plan.due.length} to send.`);
  const tooMany = checkSize(plan, inputs.maxUsers);
  if (tooMany !== undefined) {
    return {
      ...withResults(record, sameResults(plan, { status: 'not-attempted', error: 'max_users' })),
      problems: [tooMany],
    };
  }
  if (inputs.dryRun) {
    const calls = Math.ceil(plan.due.length / MAX_USERS_PER_CALL);
    return { ...withResults(record, planResults(plan)), calls };
  }
  const slack = createSlackApi(new SlackClient(inputs.apiUrl.href, inputs.token ?? '', inputs.proxies));
  try {
    const warn = (message: string): void => annotations.warn(message);
    const reset = await resetPeople(mentions, { sessions, verify, slack, callContext, planOf, warn });
    const { calls, stop, gap, identity } = reset;
    const told = new Set(plan.warnings.map(({ message }) => message));
    annotations.show(
      'warning',
      reset.plan.warnings.filter(({ message }) => !told.has(message)),
    );
    return { ...withResults(record, toPersonResults(reset, ignoreErrors)), calls, stop, gap, identity };
  } catch (error) {
    // A fault of our own: nobody is lost, and nobody is said to be untouched.
    return withError(withResults(record, sameResults(plan, { status: 'unknown', error: 'unexpected_error' })), error);
  }
}

const COMMENT_MINUTES = 1;

/** Publishes the comment; the result says in words why it could not. */
function toCommenter(inputs: Inputs, cancellation: Cancellation): (markdown: string) => Promise<string | undefined> {
  return async (markdown) => {
    const { publishComment } = await import('./github/index.ts');
    const callContext = toCallContext({ ...inputs, timeoutMinutes: COMMENT_MINUTES }, Date.now(), cancellation);
    return publishComment(markdown, { token: inputs.githubToken, commentId: undefined, callContext });
  };
}

function withError(record: RunRecord, error: unknown): RunRecord {
  if (error instanceof InputError) {
    return { ...record, outcome: 'failure', problems: error.problems };
  }
  core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const words = error instanceof Error ? error.message : String(error);
  return { ...record, outcome: 'failure', faults: [`Unexpected error: ${words}. Please report it.`] };
}
