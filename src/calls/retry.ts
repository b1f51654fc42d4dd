const RATE_LIMIT_DEFAULT_SECONDS = 30;
const BACKOFF_FIRST_MS = 1_000;
const BACKOFF_MAX_MS = 30_000;
const JITTER = 0.25;

/** Whether an answer is worth another try, and what the server said about when. */
export interface Retryability {
  /** `final`: another try changes nothing. `rate-limited`: only a wait is needed, and it uses up no retry. */
  readonly kind: 'final' | 'rate-limited' | 'transient';
  readonly retryAfterSeconds?: number | undefined;
}

/** What to do after an answer. */
export type RetryDecision =
  | { readonly kind: 'final' }
  /** A further try after a wait; `isAttempt` is false for a rate limit. */
  | { readonly kind: 'wait'; readonly delayMs: number; readonly isAttempt: boolean }
  /** Transient, but no retries are left. */
  | { readonly kind: 'exhausted' };

/**
 * Decides whether a call is made again, and when. `Retry-After` beats the backoff and gets no jitter; the backoff
 * is exponential from 1 s, doubling, up to a quarter more by jitter, at most 30 s.
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
 * Reads `Retry-After`: whole seconds, or an HTTP date.
 *
 * @returns seconds from now, or `undefined` when the header is absent or says nothing usable
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,12}$/.test(text)) {
    return Number(text);
  }
  const dateMs = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, Math.ceil((dateMs - nowMs) / 1000));
}
