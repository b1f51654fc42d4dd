/** Time and waiting, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Why a run stops before its work is done, other than by an answer of Slack's. */
export type StopReason = 'time_limit' | 'cancelled';

/** What bounds every call of a run. */
export interface Bounds {
  /** Milliseconds since the epoch; no call and no wait goes past it. */
  readonly deadlineMs: number;
  readonly maxRetries: number;
  /** Fires when the run is cancelled: nothing further is begun, and waits end. */
  readonly cancelled: AbortSignal;
  /** Fires a moment later: cuts off the call that is under way. */
  readonly abandoned: AbortSignal;
}

/** The surroundings of every call, to Slack and to GitHub. */
export interface CallContext {
  readonly clock: Clock;
  readonly bounds: Bounds;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly log: CallLog;
}

/** Where the progress of calls is told. */
export interface CallLog {
  /** One line for the reader of the log. */
  info(line: string): void;
  debug(line: string): void;
}

/** Tells why nothing further may begin, if so. */
export function stopReason(clock: Clock, bounds: Bounds): StopReason | undefined {
  if (bounds.cancelled.aborted) {
    return 'cancelled';
  }
  return clock.now() >= bounds.deadlineMs ? 'time_limit' : undefined;
}
