/** Time and waiting, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch, for what is written down; it may jump. */
  now(): number;
  /** Milliseconds that only increase, for every time limit. Their starting point has no meaning. */
  monotonicMs(): number;
  /** Resolves after `ms`, or at once when `signal` fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Why a run stops before its work is done, other than by an answer from Slack. */
export type StopReason = 'time_limit' | 'cancelled';

/** What bounds every call of a run. */
export interface Bounds {
  /** When the run began, by the monotonic clock. */
  readonly startMs: number;
  /** On the monotonic clock; no call and no wait goes past it. */
  readonly deadlineMs: number;
  readonly maxRetries: number;
  /** Fires when the run is cancelled: nothing further begins, and waits end. */
  readonly cancelled: AbortSignal;
  /** Fires a moment later: cuts off the call in progress. */
  readonly abandoned: AbortSignal;
}

/** What surrounds every call, to Slack and to GitHub. */
export interface CallContext {
  readonly clock: Clock;
  readonly bounds: Bounds;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly log: CallLog;
}

/** Where the progress of calls is reported. */
export interface CallLog {
  /** One line for the reader of the log. */
  info(line: string): void;
  debug(line: string): void;
  /** Folded lines under a title, written out before this returns: they must survive the death of the machine. */
  group(title: string, lines: readonly string[]): void;
}

/** How long one call may take, and what cuts it off. */
export interface CallLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Returns why nothing further may begin, if so. */
export function stopReason({ clock, bounds }: Pick<CallContext, 'clock' | 'bounds'>): StopReason | undefined {
  if (bounds.cancelled.aborted) {
    return 'cancelled';
  }
  return clock.monotonicMs() >= bounds.deadlineMs ? 'time_limit' : undefined;
}

/** Milliseconds until the deadline; 0 once it has passed. */
export function timeLeftMs({ clock, bounds }: Pick<CallContext, 'clock' | 'bounds'>): number {
  return Math.max(0, bounds.deadlineMs - clock.monotonicMs());
}

/** The same context with an earlier deadline; a later one changes nothing. */
export function withDeadline(context: CallContext, deadlineMs: number): CallContext {
  return { ...context, bounds: { ...context.bounds, deadlineMs: Math.min(deadlineMs, context.bounds.deadlineMs) } };
}

/** The same context with a share of the time that is left in it. */
export function withShareOfRest(context: CallContext, share: number): CallContext {
  return withDeadline(context, context.clock.monotonicMs() + timeLeftMs(context) * share);
}
