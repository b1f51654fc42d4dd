import type { CallContext, CallLimits, StopReason } from '../calls/call-context.ts';
import { type Retryability, retryCall } from '../calls/retry.ts';
import { classOf, isPerUserCode, leavesEffectOpen } from './error-codes.ts';
import type { SlackApi } from './methods.ts';
import type { SlackReply } from './reply.ts';

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
  readonly requestId?: string | undefined;
  /** Where Slack asks for a wait that is longer than the time: when that ends, by the monotonic clock. */
  readonly notBeforeMs?: number | undefined;
  /** When the last answer came, or when the run stopped waiting for one, in ms since the epoch. */
  readonly atMs: number;
}

/** A call as the run knows it. */
export interface SlackCall {
  /** Names the call in the log. */
  readonly label: string;
  /** Slack counts calls by method, and so do its rate limits. */
  readonly method: keyof SlackApi;
  /** By the monotonic clock, in ms: Slack has asked not to be called with this method before. */
  readonly notBeforeMs?: number | undefined;
  readonly send: (limits: CallLimits) => Promise<SlackReply>;
  /** Says of a reply whether this call may still be retried for it; without it, every call may. */
  readonly mayRetry?: (reply: SlackReply) => boolean;
  /** Receives every reply from Slack, in order. */
  readonly onReply?: (reply: SlackReply) => void;
}

/** What the replies to one call leave behind. */
interface Trail {
  calls: number;
  possibleEffect: string | undefined;
  /** Our or Slack's code for the last reply that shows that Slack may have seen the request. */
  seenError: string | undefined;
  requestId: string | undefined;
}

/** Makes a call to Slack and, after transient failures and rate limits, makes it again, within the bounds of the run. */
export async function callWithRetry(call: SlackCall, context: CallContext): Promise<CallResult> {
  const trail: Trail = { calls: 0, possibleEffect: undefined, seenError: undefined, requestId: undefined };
  const end = await retryCall(
    { ...call, send: (limits) => attempt(call, limits), retryabilityOf, describe },
    context,
    (reply) => {
      trail.calls += 1;
      trail.possibleEffect = possibleEffectOf(reply) ?? trail.possibleEffect;
      trail.seenError = seenErrorOf(reply) ?? trail.seenError;
      trail.requestId = reply.requestId;
      call.onReply?.(reply);
    },
  );
  const isUnanswered = end.reply?.kind === 'unreachable' || end.reply?.kind === 'unclear';
  if (end.kind !== 'interrupted' && isUnanswered) {
    context.log.info(`${call.label}: ${describe(end.reply)}`);
  }
  const { calls, possibleEffect, requestId } = trail;
  const ended = end.kind === 'interrupted' ? ({ kind: end.kind, by: end.by } as const) : endOf(end.reply, trail);
  const notBeforeMs = end.kind === 'interrupted' ? end.notBeforeMs : undefined;
  return { end: ended, calls, possibleEffect, requestId, notBeforeMs, atMs: context.clock.now() };
}

/** A bug of our own while people are on their way to Slack must not lose them. */
async function attempt(call: SlackCall, limits: CallLimits): Promise<SlackReply> {
  try {
    return await call.send(limits);
  } catch (error) {
    return { kind: 'unclear', reason: 'unexpected_error', detail: error instanceof Error ? error.name : 'an error' };
  }
}

/** How a reply that is not followed by another attempt ends the call. */
function endOf(reply: SlackReply, trail: Trail): CallResult['end'] {
  if (reply.kind === 'accepted') {
    return { kind: 'accepted', reply };
  }
  if (reply.kind === 'refused' && (classOf(reply.code) !== 'transient' || isPerUserCode(reply.code))) {
    return { kind: 'refused', reply };
  }
  return { kind: 'exhausted', error: trail.seenError };
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
    case 'unreachable':
      return { kind: reply.isLasting === true ? 'final' : 'transient', retryAfterSeconds };
    case 'unclear':
      return { kind: 'transient', retryAfterSeconds };
  }
}

function possibleEffectOf(reply: SlackReply): string | undefined {
  if (reply.kind === 'unclear') {
    return reply.reason;
  }
  // An `ok` that comes with an error leaves everything open.
  const isOpen = reply.kind === 'refused' && (leavesEffectOpen(reply.code) || reply.body['ok'] === true);
  return isOpen ? reply.code : undefined;
}

function seenErrorOf(reply: SlackReply): string | undefined {
  switch (reply.kind) {
    case 'refused':
      return reply.code;
    case 'unclear':
      return reply.reason;
    case 'rate-limited':
      return 'ratelimited';
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
