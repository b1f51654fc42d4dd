import type { Inputs } from '../../../src/inputs/inputs.ts';
import { type Email, parseEmail } from '../../../src/people/email.ts';
import type { Mention } from '../../../src/people/mention.ts';
import { makePlan } from '../../../src/people/plan.ts';
import { InputError } from '../../../src/people/problem.ts';
import { parseUserId, type UserId } from '../../../src/people/user-id.ts';
import { renderFailure } from '../../../src/report/headline.ts';
import { renderOutputs } from '../../../src/report/outputs.ts';
import { type RunRecord, readLedger, startRecord } from '../../../src/report/run-record.ts';
import { Ledger } from '../../../src/reset/ledger.ts';
import { runReset } from '../../../src/reset/run-reset.ts';
import { createSlackApi } from '../../../src/slack/methods.ts';
import { createClock, MONOTONIC_START_MS, type SimulatedClock } from './clock.ts';
import type { Asked } from './people.ts';
import { createRandom } from './random.ts';
import { createSessions, type SessionStore } from './session-store.ts';
import { createSlack } from './slack.ts';
import type { Exchange, Trace } from './trace.ts';
import { START_MS, type World } from './world.ts';

/** IDs that the log lists before a call. */
export interface LoggedGroup {
  /** After so many exchanges. */
  readonly after: number;
  readonly ids: readonly string[];
}

/** A run at its end: what really happened, and what it says of itself. */
export interface Run {
  readonly trace: Trace;
  readonly record: RunRecord;
  readonly outputs: ReadonlyMap<string, string>;
  /** The words that fail the step, if it fails. */
  readonly failure: string | undefined;
  readonly logLines: readonly string[];
  readonly groups: readonly LoggedGroup[];
  /** An error of our own ended the run. */
  readonly isBroken: boolean;
  readonly sessionsAt: SessionStore['sessionsAt'];
}

function toUserId(text: string): UserId {
  const parsed = parseUserId(text);
  if (!parsed.ok) {
    throw new Error(`The world has somebody who is no user ID: ${text}`);
  }
  return parsed.userId;
}

function toEmail(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) {
    throw new Error(`The world has an address that is none: ${text}`);
  }
  return parsed.email;
}

function toMention({ userId, email, ...rest }: Asked): Mention {
  return {
    ...rest,
    ...(userId === undefined ? {} : { userId: toUserId(userId) }),
    ...(email === undefined ? {} : { email: toEmail(email) }),
  };
}

/** The inputs of a step in this world. */
function toInputs(world: World): Inputs {
  const { people, sessions, lookFirstAfterDays, dryRun, checkAccounts, orgId, verify, maxUsers, maxRetries } = world;
  return {
    token: 'xoxp-made-up',
    mentions: people.mentions.map(toMention),
    roster: [],
    rosterEntries: 'all',
    lookFirstAfterDays,
    sessions,
    dryRun,
    checkAccounts,
    orgId,
    verify,
    comment: false,
    commentId: undefined,
    maxUsers,
    protectedUserIds: new Set(people.protectedIds.map(toUserId)),
    ignoreErrors: world.ignored,
    maxRetries,
    timeoutMinutes: world.budgetMs / 60_000,
    apiUrl: new URL('https://slack.com/api/'),
    githubToken: undefined,
    reportPath: undefined,
    proxies: { http: undefined, https: undefined, noProxy: '' },
  };
}

/** A log that keeps what it is given, until it breaks. */
function createLog({ brokenLog }: World, exchanges: readonly Exchange[]) {
  const lines: string[] = [];
  const groups: LoggedGroup[] = [];
  let count = 0;
  const check = (): void => {
    count += 1;
    if (brokenLog !== undefined && (count === brokenLog.line || (brokenLog.isLasting && count > brokenLog.line))) {
      throw new RangeError('The log is broken');
    }
  };
  const write = (line: string): void => {
    check();
    lines.push(line);
  };
  const group = (title: string, members: readonly string[]): void => {
    check();
    lines.push(title, ...members);
    groups.push({ after: exchanges.length, ids: members.flatMap((line) => line.split(/\s+/)) });
  };
  return { lines, groups, write, group };
}

function startRun(
  world: World,
  inputs: Inputs,
  { clock, exchanges }: { clock: SimulatedClock; exchanges: Exchange[] },
) {
  const { budgetMs, maxRetries, seed } = world;
  const { cancelled, abandoned } = clock;
  const { protectedUserIds } = inputs;
  const log = createLog(world, exchanges);
  const store = createSessions(world, createRandom(seed, 'sessions'));
  const plan = makePlan(inputs.mentions, { nowMs: START_MS, protectedUserIds });
  const ledger = new Ledger(plan, { nowMs: START_MS, protectedUserIds });
  const { sessions, verify, lookFirstAfterDays, checkAccounts, orgId, maxUsers, dryRun } = inputs;
  const run = {
    slack: createSlackApi(createSlack(world, { clock, exchanges, store })),
    context: {
      clock,
      bounds: {
        startMs: MONOTONIC_START_MS,
        deadlineMs: MONOTONIC_START_MS + budgetMs,
        ...{ maxRetries, cancelled, abandoned },
      },
      random: createRandom(seed, 'jitter').next,
      log: { info: log.write, debug: log.write, group: log.group },
    },
    ledger,
    options: {
      ...{ sessions, verify, lookFirstAfterDays, checkAccounts, orgId, maxUsers, dryRun },
      isTokenExposed: false,
    },
    startedMs: START_MS,
    warn: log.write,
  };
  return { run, ledger, log, store };
}

/** Runs the real orchestration in a simulated world; no real time passes. */
export async function runWorld(world: World): Promise<Run> {
  const { cancelAfterMs, jumps } = world;
  const exchanges: Exchange[] = [];
  const cancelMs = cancelAfterMs === undefined ? undefined : MONOTONIC_START_MS + cancelAfterMs;
  const clock = createClock(START_MS, { cancelMs, jumps, exchanges });
  const inputs = toInputs(world);
  const { run, ledger, log, store } = startRun(world, inputs, { clock, exchanges });
  let record = { ...startRecord({}, START_MS), dryRun: world.dryRun };
  try {
    await runReset(run);
  } catch (error) {
    record =
      error instanceof InputError ? { ...record, problems: error.problems } : { ...record, faults: [String(error)] };
  }
  if (clock.cancelled.aborted) {
    ledger.stop ??= { error: 'cancelled' };
  }
  record = readLedger({ ...record, stop: ledger.stop, endedMs: clock.now() }, ledger, {
    ...inputs,
    ignoredCodes: inputs.ignoreErrors,
  });
  const { outputs } = renderOutputs(record, 'report.json');
  return {
    trace: { exchanges, waits: clock.waits, endMs: clock.monotonicMs() },
    record,
    outputs,
    failure: renderFailure(record),
    logLines: log.lines,
    groups: log.groups,
    isBroken: record.faults.length > 0,
    sessionsAt: store.sessionsAt,
  };
}
