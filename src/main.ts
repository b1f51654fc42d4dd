import { setTimeout as sleep } from 'node:timers/promises';
import * as core from '@actions/core';
import { listenForCancellation } from './cancellation.ts';
import { type Inputs, maskToken, readInputs, toOptions } from './inputs.ts';
import type { Mention } from './people/person.ts';
import { checkSize, makePlan, type Plan } from './people/plan.ts';
import { InputError, type Problem } from './people/problem.ts';
import type { RosterFile } from './people/roster-files.ts';
import { finish } from './report/finish.ts';
import { annotate } from './report/outputs.ts';
import { type RunRecord, startRecord, withOutcomes } from './report/run-record.ts';
import { people, toLogText } from './report/text.ts';
import { planOutcomes, refusedOutcomes, toOutcomes } from './reset/outcome.ts';
import { resetSessions } from './reset/reset-sessions.ts';
import { SlackClient } from './slack/client.ts';
import { createSlackApi, MAX_USERS_PER_CALL } from './slack/methods.ts';
import type { Sending } from './slack/send.ts';

const log = {
  info: (line: string): void => core.info(toLogText(line)),
  debug: (line: string): void => core.debug(toLogText(line)),
};

/** Runs the Action: reads inputs and people, has Slack reset their sessions, tells what happened, fails or not. */
export async function run(): Promise<void> {
  maskToken();
  const cancellation = listenForCancellation();
  let record = startRecord(process.env, Date.now());
  let inputs: Inputs | undefined;
  try {
    const reading = readInputs();
    inputs = reading.inputs;
    record = { ...record, dryRun: inputs.dryRun, apiHost: inputs.apiUrl.host, options: toOptions(inputs) };
    const rosters = await readRosters(inputs.roster);
    record = { ...record, rosters: rosters.files };
    refuse([...reading.problems, ...rosters.problems]);
    annotate('warning', [...reading.warnings, ...rosters.warnings]);

    const plan = planPeople([...inputs.mentions, ...rosters.mentions], inputs, record.startedMs);
    const tooMany = checkSize(plan, inputs.maxUsers);
    if (tooMany !== undefined) {
      record = withOutcomes(record, refusedOutcomes(plan, 'max_users'));
      refuse([tooMany]);
    }
    record = inputs.dryRun ? planOnly(record, plan) : await reset(record, plan, { inputs, cancellation });
  } catch (error) {
    record = withError(record, error);
  }
  await finish({ ...record, endedMs: Date.now() }, inputs?.reportPath);
}

/** @throws InputError when there is any problem: nothing may be sent then */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

interface Rosters {
  readonly files: readonly RosterFile[];
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

async function readRosters(patterns: readonly string[]): Promise<Rosters> {
  if (patterns.length === 0) {
    return { files: [], mentions: [], problems: [], warnings: [] };
  }
  // Only a run with a roster pays for loading the YAML parser.
  const { readRosterFiles } = await import('./people/roster-files.ts');
  const { parseRoster } = await import('./people/roster.ts');
  const { files, problems } = readRosterFiles(patterns, {
    workspace: process.env['GITHUB_WORKSPACE'] || process.cwd(),
    temp: process.env['RUNNER_TEMP'] || undefined,
  });
  const parsed = files.map(({ bytes, path }) => parseRoster(bytes, path));
  for (const [index, { path }] of files.entries()) {
    log.info(`${path}: ${people(parsed[index]?.mentions.length ?? 0)}`);
  }
  return {
    files,
    mentions: parsed.flatMap(({ mentions }) => mentions),
    problems: [...problems, ...parsed.flatMap((roster) => roster.problems)],
    warnings: parsed.flatMap(({ warnings }) => warnings),
  };
}

function planPeople(mentions: readonly Mention[], { protectedUserIds }: Inputs, nowMs: number): Plan {
  const plan = makePlan(mentions, { nowMs, protectedUserIds });
  annotate('warning', plan.warnings);
  log.info(`${people(plan.people.length)} asked for, ${plan.due.length} to send.`);
  return plan;
}

function planOnly(record: RunRecord, plan: Plan): RunRecord {
  const calls = Math.ceil(plan.due.length / MAX_USERS_PER_CALL);
  return { ...withOutcomes(record, planOutcomes(plan)), calls };
}

async function reset(
  record: RunRecord,
  plan: Plan,
  { inputs, cancellation }: { inputs: Inputs; cancellation: ReturnType<typeof listenForCancellation> },
): Promise<RunRecord> {
  const slack = createSlackApi(new SlackClient(inputs.apiUrl.href, inputs.token ?? ''));
  const sending: Sending = {
    clock: { now: Date.now, sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined) },
    bounds: {
      deadlineMs: record.startedMs + inputs.timeoutMinutes * 60_000,
      maxRetries: inputs.maxRetries,
      ...cancellation,
    },
    random: Math.random,
    log,
  };
  const userIds = plan.due.flatMap(({ userId }) => userId ?? []);
  const { standings, calls, stop } = await resetSessions(userIds, { sessions: inputs.sessions, slack, sending });
  return { ...withOutcomes(record, toOutcomes(plan, standings, inputs.ignoreErrors)), calls, stop };
}

function withError(record: RunRecord, error: unknown): RunRecord {
  if (error instanceof InputError) {
    return { ...record, verdict: 'failure', problems: error.problems };
  }
  core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const words = error instanceof Error ? error.message : String(error);
  return { ...record, verdict: 'failure', faults: [`Unexpected error: ${words}. Please report it.`] };
}
