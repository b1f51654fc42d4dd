import type { CallContext } from '../../src/calls/call-context.ts';

export const START_MS = Date.UTC(2026, 10, 30);

/** Where the monotonic clock stands when a run begins: nowhere near the date. */
export const MONOTONIC_START_MS = 5_000;

export interface CallContextSettings {
  readonly maxRetries?: number;
  readonly budgetMs?: number;
  /** Cancels the run in this wait, counted from 1. */
  readonly cancelInWait?: number;
  readonly random?: () => number;
}

/** The surroundings of calls, on a clock that never waits, and what was seen of them. */
export interface CallContextStand {
  readonly callContext: CallContext;
  /** Every wait, in ms, and when it ended after the start of the run. */
  readonly waits: readonly { readonly ms: number; readonly endMs: number }[];
  /** What was logged, groups aside. */
  readonly lines: readonly string[];
  /** The folded groups of the log: their titles and lines. */
  readonly folded: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** Time since the start of the run, in ms. */
  elapsedMs(): number;
  /** Lets time go by, as a call does. */
  spend(ms: number): void;
  /** Sets the runner's clock forward, or back; the monotonic one takes no notice. */
  jump(ms: number): void;
  cancel(): void;
}

/** Makes surroundings in which a run has just begun. */
export function makeCallContext(settings: CallContextSettings = {}): CallContextStand {
  const { maxRetries = 1, budgetMs = 3_600_000, cancelInWait, random = () => 0 } = settings;
  const cancellation = new AbortController();
  const waits: { ms: number; endMs: number }[] = [];
  const lines: string[] = [];
  const folded: { title: string; lines: readonly string[] }[] = [];
  let elapsedMs = 0;
  let jumpedMs = 0;
  const callContext: CallContext = {
    clock: {
      now: () => START_MS + elapsedMs + jumpedMs,
      monotonicMs: () => MONOTONIC_START_MS + elapsedMs,
      sleep: async (ms, signal) => {
        if (signal !== cancellation.signal) {
          throw new Error('A wait that a cancellation does not end');
        }
        elapsedMs += ms;
        waits.push({ ms, endMs: elapsedMs });
        if (waits.length === cancelInWait) {
          cancellation.abort();
        }
      },
    },
    bounds: {
      startMs: MONOTONIC_START_MS,
      deadlineMs: MONOTONIC_START_MS + budgetMs,
      maxRetries,
      cancelled: cancellation.signal,
      abandoned: new AbortController().signal,
    },
    random,
    log: {
      info: (line) => lines.push(line),
      debug: (line) => lines.push(line),
      group: (title, own) => folded.push({ title, lines: own }),
    },
  };
  return {
    callContext,
    waits,
    lines,
    folded,
    elapsedMs: () => elapsedMs,
    spend: (ms) => {
      elapsedMs += ms;
    },
    jump: (ms) => {
      jumpedMs += ms;
    },
    cancel: () => cancellation.abort(),
  };
}
