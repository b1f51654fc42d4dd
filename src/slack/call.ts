import { type CallContext, type Clock, type StopReason, stopReason } from '../calls/call-context.ts';
import { decideRetry, type Retryability } from '../calls/retry.ts';
import { classOf, isPerUserCode, leavesEffectOpen } from './error-codes.ts';
import type { CallLimits } from './methods.ts';
import type { SlackReply } from './reply.ts';

/** How long one call may take, in ms. */
export const CALL_TIMEOUT_MS = 30_000;

/** How a call ended after all its retries. */
export interface CallResult {
  readonly end:
    | { readonly kind: 'accepted'; readonly reply: SlackReply & { kind: 'accepted' } }
    | { readonly kind: 'refused'; readonly reply: SlackReply & { kind: 'refused' } }
    /** Out of retries; `error` is Slack's code or ours, absent when no request can have reached Slack. */
    | { readonly kind: 'exhausted'; readonly error: string | undefined }
    /** Not sent again, since the run ends. */
    | { readonly kind: 'interrupted'; readonly by: StopReason };
  /** HTTP calls made, retries included. */
  readonly calls: number;
  /** Why one of the calls may have had its effect although no acceptance came back. */
  readonly possibleEffect?: string | undefined;
  /** Slack's ID of the last answer. */
  readonly requestId?: string;
  /** When the last answer came, or when the run stopped waiting for one. */
  readonly atMs: number;
}

/** A call as the run knows it. */
export interface Call {
  /** Names the call in the log. */
  readonly label: string;
  readonly send: (limits: CallLimits) => Promise<SlackReply>;
  /** Tells of a reply whether this call may still be retried for it; without it, every call may. */
  readonly mayRetry?: (reply: SlackReply) => boolean;
}

/**
 * Makes a call and, after transient failures and rate limits, makes it again, within the bounds of the run. A wait
 * that would end past the deadline is not begun.
 */
export async function callWithRetry(call: Call, callContext: CallContext): Promise<CallResult> {
  const { clock, bounds, random } = callContext;
  let trail: Trail = { calls: 0 };
  let retry = 0;
  for (;;) {
    const stop = stopReason(clock, bounds);
    if (stop !== undefined) {
      return settle({ kind: 'interrupted', by: stop }, trail, clock);
    }
    const timeoutMs = Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now());
    const reply = await attempt(call, { timeoutMs, signal: bounds.abandoned });
    trail = extend(trail, reply);
    const retriesLeft = call.mayRetry?.(reply) === false ? 0 : bounds.maxRetries - retry;
    const decision = decideRetry(retryabilityOf(reply), { retriesLeft, retry: retry + 1, random: random() });
    if (decision.kind !== 'wait') {
      return settle(endOf(reply, trail), trail, clock);
    }
    retry += decision.isAttempt ? 1 : 0;
    const next = decision.isAttempt ? `retry ${retry} of ${bounds.maxRetries}` : 'again';
    if (!(await wait({ decision, next, why: `${call.label}: ${describe(reply)}` }, callContext))) {
      return settle({ kind: 'interrupted', by: stopReason(clock, bounds) ?? 'time_limit' }, trail, clock);
    }
  }
}

/** A fault of our own while people are on their way to Slack must not lose them. */
async function attempt(call: Call, limits: CallLimits): Promise<SlackReply> {
  try {
    return await call.send(limits);
  } catch (error) {
    return { kind: 'unclear', reason: 'unexpected_error', detail: error instanceof Error ? error.name : 'a fault' };
  }
}

/** What the replies to one call leave behind. */
interface Trail {
  readonly calls: number;
  readonly possibleEffect?: string;
  /** Our or Slack's code for the last reply that shows that Slack may have seen the request. */
  readonly seenError?: string;
  readonly requestId?: string | undefined;
}

function extend(trail: Trail, reply: SlackReply): Trail {
  const possibleEffect = possibleEffectOf(reply);
  const seenError = seenErrorOf(reply);
  return {
    ...trail,
    calls: trail.calls + 1,
    ...(possibleEffect === undefined ? {} : { possibleEffect }),
    ...(seenError === undefined ? {} : { seenError }),
    requestId: reply.requestId,
  };
}

function settle(end: CallResult['end'], { calls, possibleEffect, requestId }: Trail, clock: Clock): CallResult {
  return {
    end,
    calls,
    atMs: clock.now(),
    ...(possibleEffect === undefined ? {} : { possibleEffect }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** How a reply that is not followed by another try ends the call. */
function endOf(reply: SlackReply, trail: Trail): CallResult['end'] {
  if (reply.kind === 'accepted') {
    return { kind: 'accepted', reply };
  }
  if (reply.kind === 'refused' && (classOf(reply.code) !== 'transient' || isPerUserCode(reply.code))) {
    return { kind: 'refused', reply };
  }
  return { kind: 'exhausted', error: trail.seenError };
}

/** @returns whether the wait was begun */
async function wait(
  { decision, next, why }: { decision: { delayMs: number }; next: string; why: string },
  { clock, bounds, log }: CallContext,
): Promise<boolean> {
  const delay = `${Math.round(decision.delayMs / 100) / 10} s`;
  if (bounds.cancelled.aborted) {
    return false;
  }
  if (clock.now() + decision.delayMs >= bounds.deadlineMs) {
    log.info(`${why}; a wait of ${delay} would end past the time limit`);
    return false;
  }
  log.info(`${why}; waiting ${delay}, then ${next}`);
  await clock.sleep(decision.delayMs, bounds.cancelled);
  return true;
}

function retryabilityOf(reply: SlackReply): Retryability {
  const { retryAfterSeconds } = reply;
  switch (reply.kind) {
    case 'accepted':
      return { kind: 'final' };
    case 'rate-limited':
      return { kind: 'rate-limited', retryAfterSeconds };
    case 'refused':
      return { kind: classOf(reply.code) === 'transient' ? 'transient' : 'final', retryAfterSeconds };
    default:
      return { kind: 'transient', retryAfterSeconds };
  }
}

function possibleEffectOf(reply: SlackReply): string | undefined {
  if (reply.kind === 'unclear') {
    return reply.reason;
  }
  return reply.kind === 'refused' && leavesEffectOpen(reply.code) ? reply.code : undefined;
}

function seenErrorOf(reply: SlackReply): string | undefined {
  switch (reply.kind) {
    case 'refused':
      return reply.code;
    case 'unclear':
      return reply.reason;
    default:
      return undefined;
  }
}

/** Words for a reply in the log: codes and figures only. */
function describe(reply: SlackReply): string {
  const requestId = reply.requestId === undefined ? '' : ` (request ${reply.requestId})`;
  switch (reply.kind) {
    case 'accepted':
      return `accepted${requestId}`;
    case 'rate-limited':
      return `rate limited by Slack${requestId}`;
    case 'refused':
      return `Slack answered ${reply.code}${requestId}`;
    case 'unreachable':
      return `Slack could not be reached: ${reply.detail}`;
    case 'unclear':
      return `no clear answer: ${reply.detail}${requestId}`;
  }
}
