import type { Clock } from '../../../src/calls/call-context.ts';
import type { Wait } from './trace.ts';

/** The longest that a call may go on after the run was cancelled. */
const GRACE_MS = 1_000;

/** Time that passes only by calls and waits, and at whose appointed moment the run is cancelled. */
export interface SimulatedClock extends Clock {
  readonly waits: readonly Wait[];
  readonly cancelled: AbortSignal;
  readonly abandoned: AbortSignal;
  /** Lets a call take its time: until its answer, its time-out, or the end of grace. */
  call(latencyMs: number, timeoutMs: number): 'answered' | 'timed-out' | 'abandoned';
}

/** @param cancelMs - when the run is cancelled, if it is */
export function createClock(
  startMs: number,
  { cancelMs, exchanges }: { cancelMs: number | undefined; exchanges: readonly unknown[] },
): SimulatedClock {
  const cancelled = new AbortController();
  const abandoned = new AbortController();
  const waits: Wait[] = [];
  const abandonMs = cancelMs === undefined ? Number.POSITIVE_INFINITY : cancelMs + GRACE_MS;
  let nowMs = startMs;
  const passUntil = (ms: number): void => {
    nowMs = ms;
    if (cancelMs !== undefined && nowMs >= cancelMs) {
      cancelled.abort();
    }
    if (nowMs >= abandonMs) {
      abandoned.abort();
    }
  };
  passUntil(startMs);
  return {
    waits,
    cancelled: cancelled.signal,
    abandoned: abandoned.signal,
    now: () => nowMs,
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
