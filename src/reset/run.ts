import { type CallContext, withDeadline } from '../calls/call-context.ts';
import { type CallResult, callWithRetry, type SlackCall } from '../slack/call.ts';
import type { SessionKind, SlackApi } from '../slack/methods.ts';
import type { SlackReply } from '../slack/reply.ts';
import type { Entry } from './entry.ts';
import type { Ledger, TokenOwner } from './ledger.ts';

/** The user's options for a run, besides the people. */
export interface ResetOptions {
  readonly sessions: SessionKind;
  readonly verify: boolean;
  /** People due for at least this many days are looked at before the reset; absent: nobody. */
  readonly lookFirstAfterDays: number | undefined;
  readonly checkAccounts: boolean;
  /** The Enterprise organization that the token must belong to. */
  readonly orgId: string | undefined;
  readonly maxUsers: number;
  readonly dryRun: boolean;
  /** Others can read the token, so one that may reset is refused. */
  readonly isTokenExposed: boolean;
}

/** What every step of a run works with. */
export interface Run {
  readonly slack: SlackApi;
  readonly context: CallContext;
  readonly ledger: Ledger;
  readonly options: ResetOptions;
  /** When the run started, in ms since the epoch: dates up to this moment are due. */
  readonly startedMs: number;
  /** Shows a warning, at its place in a roster if it has one. */
  readonly warn: (message: string, place?: { readonly file: string; readonly line: number }) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a person has been due long enough to be looked at before the reset. */
export function isLongDue({ person }: Entry, { options, startedMs }: Run): boolean {
  const { lookFirstAfterDays: days } = options;
  const dueForMs = person.effectiveMs === undefined ? 0 : startedMs - person.effectiveMs;
  return days !== undefined && dueForMs >= days * DAY_MS;
}

/** Whether a step of the run needs to know whose token it is. */
export function needsOwner({ checkAccounts, orgId, verify, lookFirstAfterDays }: ResetOptions): boolean {
  return checkAccounts || orgId !== undefined || verify || lookFirstAfterDays !== undefined;
}

/** A larger difference affects who is due, and is worth a warning, in ms. */
const MAX_CLOCK_SKEW_MS = 120_000;

/** Makes a call to Slack within the bounds of `context`, and records what its answers say about the run. */
export async function callSlack(call: SlackCall, run: Run, context = run.context): Promise<CallResult> {
  const { heldUntilMs } = run.ledger;
  const notBeforeMs = heldUntilMs.get(call.method);
  const result = await callWithRetry({ ...call, notBeforeMs, onReply: (reply) => noteReply(reply, run) }, context);
  if (result.notBeforeMs !== undefined) {
    heldUntilMs.set(call.method, result.notBeforeMs);
  }
  return result;
}

function noteReply({ warnings = [], dateMs, scopes }: SlackReply, { ledger, context, warn }: Run): void {
  ledger.calls += 1;
  for (const warning of warnings) {
    if (!ledger.warnings.has(warning)) {
      ledger.warnings.add(warning);
      context.log.info(`Slack warns: ${warning}`);
    }
  }
  if (ledger.token !== undefined && ledger.token.scopes === undefined && scopes !== undefined) {
    ledger.token = { ...ledger.token, scopes };
  }
  if (dateMs !== undefined && ledger.clockSkewMs === undefined) {
    ledger.clockSkewMs = dateMs - context.clock.now();
    const minutes = Math.round(Math.abs(ledger.clockSkewMs) / 60_000);
    if (Math.abs(ledger.clockSkewMs) > MAX_CLOCK_SKEW_MS) {
      warn(
        `The runner's clock is ${minutes} minutes ${ledger.clockSkewMs > 0 ? 'behind' : 'ahead of'} Slack's: ` +
          'check it, since it decides who is due.',
      );
    }
  }
}

/** Whether Slack listed the token's scopes, and `scope` is not among them. */
export function lacksScope(token: TokenOwner | undefined, scope: string): boolean {
  return token?.scopes !== undefined && !token.scopes.includes(scope);
}

/** The message about a scope that the token lacks, and what cannot be done without it. */
export function missingScope(what: string, scope: string): string {
  return `"token" lacks the scope ${scope}, so ${what}: add it to the app's user token scopes.`;
}

/** Signing people out comes first: everything before the reset ends when this share of the run's time is used. */
const SHARE_BEFORE_RESET = 0.5;

/** The context of the steps before the reset. */
export function beforeReset({ context }: Run): CallContext {
  const { startMs, deadlineMs } = context.bounds;
  return withDeadline(context, startMs + (deadlineMs - startMs) * SHARE_BEFORE_RESET);
}
