import type { Bounds, CallContext, CallLog } from './call-context.ts';

/**
 * Creates the context of real calls: the system's clocks, real waits, real chance.
 *
 * @param startMs - by {@link monotonicMs}: when the time budget began
 */
export function createCallContext(
  { timeoutMinutes, maxRetries }: { timeoutMinutes: number; maxRetries: number },
  { startMs, cancelled, abandoned, log }: Pick<Bounds, 'startMs' | 'cancelled' | 'abandoned'> & { log: CallLog },
): CallContext {
  return {
    clock: {
      now: Date.now,
      monotonicMs,
      sleep,
    },
    bounds: { startMs, deadlineMs: startMs + timeoutMinutes * 60_000, maxRetries, cancelled, abandoned },
    random: Math.random,
    log,
  };
}

/** Milliseconds by the clock that only increases. Unlike `performance`, it costs a start nothing. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  // Most runs never wait, so they do not load this.
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
