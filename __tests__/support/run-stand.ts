import type { Mention } from '../../src/people/mention.ts';
import { makePlan } from '../../src/people/plan.ts';
import { InputError } from '../../src/people/problem.ts';
import type { UserId } from '../../src/people/user-id.ts';
import { Ledger } from '../../src/reset/ledger.ts';
import { outcomeOf, type PersonResult, toResults } from '../../src/reset/results.ts';
import type { ResetOptions, Run } from '../../src/reset/run.ts';
import { runReset } from '../../src/reset/run-reset.ts';
import type { SlackApi } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { type CallContextSettings, type CallContextStand, makeCallContext, START_MS } from './call-context.ts';

/** How long every call takes on the stand's clock. */
export const CALL_MS = 100;

/** Slack, method by method; what a test leaves out answers with `unknown_method`. */
export type FakeSlack = {
  readonly [Method in keyof SlackApi]?: (...args: Parameters<SlackApi[Method]>) => SlackReply | Promise<SlackReply>;
};

export interface RunSettings extends CallContextSettings, Partial<ResetOptions> {
  readonly slack: FakeSlack;
  readonly protectedUserIds?: readonly UserId[];
  readonly ignoredCodes?: readonly string[];
  readonly callMs?: number;
  /** A bug of the program's own is part of the test; else it fails the test. */
  readonly expectsFault?: boolean;
  /** Sees the surroundings before anything happens. */
  readonly onStand?: (stand: CallContextStand) => void;
}

/** What one run left behind. */
export interface RunEnd {
  readonly ledger: Ledger;
  readonly results: readonly PersonResult[];
  /** Status and error of everybody, in input order. */
  readonly list: readonly (readonly [string, string | null])[];
  readonly outcome: string;
  /** The methods called, in order; warnings stand among them. */
  readonly events: readonly string[];
  /** Who was sent, call by call. */
  readonly groups: readonly (readonly unknown[])[];
  readonly warnings: readonly string[];
  /** Why the input was refused. */
  readonly problems: readonly string[];
  /** The bug that the run ended with, if a test expects one. */
  readonly fault: unknown;
  readonly stand: CallContextStand;
  /** When each call was made after the start of the run, in ms. */
  readonly times: readonly number[];
}

const METHODS = ['resetBulk', 'lookupByEmail', 'authTest', 'listSessions', 'userInfo', 'listDeactivated'] as const;

/** Runs the whole engine for these people against a Slack made of functions, on a clock that never waits. */
export async function runPeople(mentions: readonly Mention[], settings: RunSettings): Promise<RunEnd> {
  const { slack, protectedUserIds = [], ignoredCodes = [], callMs = CALL_MS } = settings;
  const stand = makeCallContext({ maxRetries: 0, budgetMs: 900_000, ...settings });
  settings.onStand?.(stand);
  const events: string[] = [];
  const groups: (readonly unknown[])[] = [];
  const times: number[] = [];
  const warnings: string[] = [];
  const observed = observe(slack, (method, first) => {
    events.push(method);
    if (method === 'resetBulk' && Array.isArray(first)) groups.push(first);
    times.push(stand.elapsedMs());
    stand.spend(callMs);
  });
  const protectedSet = new Set(protectedUserIds);
  const plan = makePlan(mentions, { nowMs: START_MS, protectedUserIds: protectedSet });
  const ledger = new Ledger(plan, { nowMs: START_MS, protectedUserIds: protectedSet });
  const run: Run = {
    slack: observed,
    context: stand.callContext,
    ledger,
    options: toOptions(settings),
    startedMs: START_MS,
    warn: (message) => {
      warnings.push(message);
      events.push(`warning: ${message}`);
    },
  };
  const { problems = [], fault } = await refusalOf(() => runReset(run), settings.expectsFault === true);
  const { verify, dryRun } = run.options;
  const results = toResults(ledger, { ignoredCodes: new Set(ignoredCodes), verify, dryRun });
  return {
    ledger,
    results,
    list: results.map(({ status, error }) => [status, error] as const),
    outcome: outcomeOf(results),
    events,
    groups,
    warnings,
    problems,
    fault,
    stand,
    times,
  };
}

/** The options of a run in which nothing is asked for beside the reset. */
export function toOptions(settings: Partial<ResetOptions>): ResetOptions {
  return {
    sessions: settings.sessions ?? 'all',
    verify: settings.verify ?? false,
    lookFirstAfterDays: settings.lookFirstAfterDays,
    checkAccounts: settings.checkAccounts ?? false,
    orgId: settings.orgId,
    maxUsers: settings.maxUsers ?? 1_000_000,
    dryRun: settings.dryRun ?? false,
    isTokenExposed: settings.isTokenExposed ?? false,
  };
}

function observe(slack: FakeSlack, see: (method: string, first: unknown) => void): SlackApi {
  const unknown: SlackReply = { kind: 'refused', code: 'unknown_method', body: {} };
  // One function for all methods: each passes on whatever it is given.
  const entries = METHODS.map((method) => [
    method,
    async (...args: readonly unknown[]): Promise<SlackReply> => {
      see(method, args[0]);
      const answer: unknown = slack[method];
      return typeof answer === 'function' ? answer(...args) : unknown;
    },
  ]);
  return Object.fromEntries(entries);
}

async function refusalOf(
  act: () => Promise<void>,
  expectsFault: boolean,
): Promise<{ problems?: readonly string[]; fault?: unknown }> {
  try {
    await act();
    return {};
  } catch (error) {
    if (error instanceof InputError) {
      return { problems: error.problems.map(({ message }) => message) };
    }
    if (expectsFault) {
      return { fault: error };
    }
    throw error;
  }
}

/** Mentions of these IDs, due at once unless told otherwise. */
export function mentionsOf(userIds: readonly UserId[], effectiveMs?: number): Mention[] {
  return userIds.map((userId, index) => ({
    userId,
    source: `user-ids[${index}]`,
    ...(effectiveMs === undefined ? {} : { effectiveMs }),
  }));
}
