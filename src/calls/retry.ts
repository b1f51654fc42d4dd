import { type CallContext, type CallLimits, type StopReason, stopReason, timeLeftMs } from './call-context.ts';

const RATE_LIMIT_DEFAULT_SECONDS = 30;
const BACKOFF_FIRST_MS = 1_000;
const BACKOFF_MAX_MS = 30_000;
const JITTER = 0.25;

/** How long one HTTP call may take, in ms. */
export const CALL_TIMEOUT_MS = 30_000;

/** Whether an answer is worth another attempt, and what the server said about when. */
export interface Retryability {
  /** `final`: another attempt changes nothing. `rate-limited`: only a wait is needed, and it uses up no retry. */
  readonly kind: 'final' | 'rate-limited' | 'transient';
  readonly retryAfterSeconds?: number | undefined;
}

/** What to do after an answer. */
export type RetryDecision =
  | { readonly kind: 'final' }
  /** Another attempt after a wait; `isAttempt` is false for a rate limit. */
  | { readonly kind: 'wait'; readonly delayMs: number; readonly isAttempt: boolean }
  /** Transient, but no retries are left. */
  | { readonly kind: 'exhausted' };

/**
 * Decides whether a call is made again, and when. `Retry-After` beats the backoff and gets no jitter; the backoff
 * is exponential from 1 s, doubling, plus up to 25 % jitter, at most 30 s.
 *
 * @param retriesLeft - further attempts that are still allowed
 * @param retry - counted from 1: which retry this would be
 * @param random - from 0 up to, not including, 1
 */
export function decideRetry(
  { kind, retryAfterSeconds }: Retryability,
  { retriesLeft, retry, random }: { retriesLeft: number; retry: number; random: number },
): RetryDecision {
  if (kind === 'final') {
    return { kind };
  }
  if (kind === 'rate-limited') {
    return { kind: 'wait', delayMs: toDelayMs(retryAfterSeconds ?? RATE_LIMIT_DEFAULT_SECONDS), isAttempt: false };
  }
  if (retriesLeft <= 0) {
    return { kind: 'exhausted' };
  }
  const delayMs = retryAfterSeconds === undefined ? backoffMs(retry, random) : toDelayMs(retryAfterSeconds);
  return { kind: 'wait', delayMs, isAttempt: true };
}

/** A server that says 0 must not be asked again and again without a pause. */
function toDelayMs(retryAfterSeconds: number): number {
  return Math.max(1, retryAfterSeconds) * 1000;
}

function backoffMs(retry: number, random: number): number {
  const baseMs = BACKOFF_FIRST_MS * 2 ** Math.min(retry - 1, 10);
  return Math.round(Math.min(BACKOFF_MAX_MS, baseMs * (1 + JITTER * random)));
}

/**
 * Reads `Retry-After`: whole seconds, or an HTTP date, which counts from the answer's own date.
 *
 * @param dateMs - when the answer was made by the server's clock, in ms since the epoch
 * @returns seconds, or `undefined` when the header is absent or says nothing usable
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(value: string | undefined, dateMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,12}$/.test(text)) {
    return Number(text);
  }
  const untilMs = parseHttpDate(text);
  return untilMs === undefined ? undefined : Math.max(0, Math.ceil((untilMs - dateMs) / 1000));
}

/** Reads an HTTP date, in ms since the epoch; `undefined` when it is none. */
export function parseHttpDate(text: string | undefined): number | undefined {
  const ms = /^[A-Z][a-z]{2}, .* GMT$/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** A call that may be made more than once. */
export interface RetriableCall<Reply> {
  /** Names the call in the log. */
  readonly label: string;
  /** By the monotonic clock, in ms: the server has asked not to be called before. */
  readonly notBeforeMs?: number | undefined;
  /** Makes one attempt. Never throws. */
  readonly send: (limits: CallLimits) => Promise<Reply>;
  readonly retryabilityOf: (reply: Reply) => Retryability;
  /** Words for a reply in the log: codes and figures only. */
  readonly describe: (reply: Reply) => string;
  /** Says of a reply whether this call may still be retried for it; without it, every call may. */
  readonly mayRetry?: ((reply: Reply) => boolean) | undefined;
}

/** How the attempts at a call ended. */
export type RetryEnd<Reply> =
  | { readonly kind: 'final'; readonly reply: Reply }
  /** No retries are left. */
  | { readonly kind: 'exhausted'; readonly reply: Reply }
  /** No further attempt, since the run ends; `reply` is the last one, if there was one. */
  | {
      readonly kind: 'interrupted';
      readonly by: StopReason;
      readonly reply: Reply | undefined;
      /** Where the server asks for a wait that is longer than the time: when that ends, by the monotonic clock. */
      readonly notBeforeMs?: number | undefined;
    };

/**
 * Makes a call and, after transient failures and rate limits, makes it again, within the bounds of the run. A wait
 * that would end past the deadline is not begun. The one retry loop of this Action.
 *
 * @param onReply - sees every reply, in order
 */
export async function retryCall<Reply>(
  call: RetriableCall<Reply>,
  context: CallContext,
  onReply?: (reply: Reply) => void,
): Promise<RetryEnd<Reply>> {
  const { bounds, random, clock } = context;
  const heldMs = (call.notBeforeMs ?? 0) - clock.monotonicMs();
  if (heldMs > 0 && !(await wait(heldMs, { next: 'the call', why: `${call.label}: it is too early` }, context))) {
    return {
      kind: 'interrupted',
      by: stopReason(context) ?? 'time_limit',
      reply: undefined,
      notBeforeMs: call.notBeforeMs,
    };
  }
  let reply: Reply | undefined;
  for (let retry = 0; ; ) {
    const stop = stopReason(context);
    if (stop !== undefined) {
      return { kind: 'interrupted', by: stop, reply };
    }
    const timeoutMs = Math.max(1, Math.min(CALL_TIMEOUT_MS, timeLeftMs(context)));
    reply = await call.send({ timeoutMs, signal: bounds.abandoned });
    onReply?.(reply);
    const retriesLeft = call.mayRetry?.(reply) === false ? 0 : bounds.maxRetries - retry;
    const retryability = call.retryabilityOf(reply);
    const decision = decideRetry(retryability, { retriesLeft, retry: retry + 1, random: random() });
    if (decision.kind !== 'wait') {
      return { kind: decision.kind, reply };
    }
    retry += decision.isAttempt ? 1 : 0;
    const next = decision.isAttempt ? `retry ${retry} of ${bounds.maxRetries}` : 'again';
    const isAsked = !decision.isAttempt || retryability.retryAfterSeconds !== undefined;
    const notBeforeMs = isAsked ? clock.monotonicMs() + decision.delayMs : undefined;
    if (!(await wait(decision.delayMs, { next, why: `${call.label}: ${call.describe(reply)}` }, context))) {
      return { kind: 'interrupted', by: stopReason(context) ?? 'time_limit', reply, notBeforeMs };
    }
  }
}

/** @returns whether the wait was begun */
async function wait(
  delayMs: number,
  { next, why }: { next: string; why: string },
  context: CallContext,
): Promise<boolean> {
  const { clock, bounds, log } = context;
  const delay = `${Math.round(delayMs / 100) / 10} s`;
  if (bounds.cancelled.aborted) {
    return false;
  }
  if (delayMs >= timeLeftMs(context)) {
    log.info(`${why}; a wait of ${delay} would end past the time limit`);
    return false;
  }
  log.info(`${why}; waiting ${delay}, then ${next}`);
  await clock.sleep(delayMs, bounds.cancelled);
  return true;
}
