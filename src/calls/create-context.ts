import { setTimeout as sleep } from 'node:timers/promises';
import type { Bounds, CallContext, CallLog } from './call-context.ts';

/**
 * Creates the context of real calls: the system's clocks, real waits, real chance.
 *
 * @param startMs - by `performance.now()`: when the time budget began
 */
export function createCallContext(
  { timeoutMinutes, maxRetries }: { timeoutMinutes: number; maxRetries: number },
  { startMs, cancelled, abandoned, log }: Pick<Bounds, 'startMs' | 'cancelled' | 'abandoned'> & { log: CallLog },
): CallContext {
  return {
    clock: {
      now: Date.now,
      monotonicMs: () => performance.now(),
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    },
    bounds: { startMs, deadlineMs: startMs + timeoutMinutes * 60_000, maxRetries, cancelled, abandoned },
    random: Math.random,
    log,
  };
}
