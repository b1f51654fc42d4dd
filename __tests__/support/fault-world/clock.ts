import type { Clock } from '../../../src/calls/call-context.ts';
import type { Wait } from './trace.ts';

/** The longest that a call may go on after the run was cancelled. */
const GRACE_MS = 1_000;
/** Where the monotonic clock starts means nothing. */
export const MONOTONIC_START_MS = 5_000_000;

/** The runner's clock is set at a moment of the run. */
export interface Jump {
  /** Since the start of the run. */
  readonly afterMs: number;
  readonly byMs: number;
}

/** Time that passes only by calls and waits, and at whose appointed moment the run is cancelled. */
export interface SimulatedClock extends Clock {
  readonly waits: readonly Wait[];
  readonly cancelled: AbortSignal;
  readonly abandoned: AbortSignal;
  /** Lets a call take its time: until its answer, its time-out, or the end of grace. */
  call(latencyMs: number, timeoutMs: number): 'answered' | 'timed-out' | 'abandoned';
}

/**
 * @param wallMs - the runner's clock at the start of the run
 * @param cancelMs - when the run is cancelled, if it is, by the monotonic clock
 */
export function createClock(
  wallMs: number,
  {
    cancelMs,
    jumps,
    exchanges,
  }: { cancelMs: number | undefined; jumps: readonly Jump[]; exchanges: readonly unknown[] },
): SimulatedClock {
  const cancelled = new AbortController();
  const abandoned = new AbortController();
  const waits: Wait[] = [];
  const abandonMs = cancelMs === undefined ? Number.POSITIVE_INFINITY : cancelMs + GRACE_MS;
  let nowMs = MONOTONIC_START_MS;
  const passUntil = (ms: number): void => {
    nowMs = ms;
    if (cancelMs !== undefined && nowMs >= cancelMs) {
      cancelled.abort();
    }
    if (nowMs >= abandonMs) {
      abandoned.abort();
    }
  };
  passUntil(nowMs);
  return {
    waits,
    cancelled: cancelled.signal,
    abandoned: abandoned.signal,
    monotonicMs: () => nowMs,
    now: () => {
      const elapsedMs = nowMs - MONOTONIC_START_MS;
      const jumped = jumps.reduce((sum, { afterMs, byMs }) => sum + (elapsedMs >= afterMs ? byMs : 0), 0);
      return wallMs + elapsedMs + jumped;
    },
    sleep: async (ms) => {
      const startedMs = nowMs;
      const endMs = Math.max(nowMs, Math.min(nowMs + ms, cancelMs ?? Number.POSITIVE_INFINITY));
      passUntil(endMs);
      waits.push({ after: exchanges.length, ms, startMs: startedMs, isCut: cancelled.signal.aborted });
    },
    call: (latencyMs, timeoutMs) => {
      const endMs = Math.min(nowMs + latencyMs, nowMs + timeoutMs, Math.max(nowMs, abandonMs));
      const isAnswered = nowMs + latencyMs <= endMs;
      const isAbandoned = !isAnswered && endMs === abandonMs;
      passUntil(endMs);
      return isAnswered ? 'answered' : isAbandoned ? 'abandoned' : 'timed-out';
    },
  };
}
