/** How long a call that is under way when the run is cancelled may still take to answer, in ms. */
const GRACE_MS = 1_000;
/** How long after a signal a run that is still busy is ended, in ms: GitHub allows a few seconds, the contract two. */
const LAST_MOMENT_MS = 1_700;

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

/** Says that a run is to end early. */
export interface Cancellation {
  /** Fires at once: nothing further may begin. */
  readonly cancelled: AbortSignal;
  /** Fires a second later: what is still under way is cut off. */
  readonly abandoned: AbortSignal;
}

/** Watches over the process until the run has written its reports. */
export interface ProcessGuard extends Cancellation {
  /** Ends the run as a signal does. */
  cancel(): void;
}

/**
 * Listens for everything that ends a process before its work is done: the signals by which GitHub cancels a step, an
 * error that nobody catches, and an event loop that runs dry. Signals cancel the run, which then ends by itself; for
 * all else, and for a run that does not end in time, `endNow` is called.
 *
 * @param endNow - writes what is known and ends the process, without waiting for anything
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
export function guardProcess(endNow: (fault: string | undefined) => void): ProcessGuard {
  const cancelled = new AbortController();
  const abandoned = new AbortController();
  const cancel = (): void => {
    if (cancelled.signal.aborted) {
      return;
    }
    cancelled.abort();
    setTimeout(() => abandoned.abort(), GRACE_MS).unref();
    setTimeout(() => endNow(undefined), LAST_MOMENT_MS).unref();
  };
  for (const signal of SIGNALS) {
    process.on(signal, cancel);
  }
  const endByError = (error: unknown): void => endNow(describeError(error));
  process.on('uncaughtException', endByError);
  process.on('unhandledRejection', endByError);
  process.on('beforeExit', () => endNow('The run ended before its work was done. Please report this bug.'));
  return { cancelled: cancelled.signal, abandoned: abandoned.signal, cancel };
}

/** Words for an error that is a bug of this Action. */
export function describeError(error: unknown): string {
  const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'an error';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const what = /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? `${name}, ${code}` : name;
  return `Unexpected error (${what}), a bug in this Action: please report it with the debug log.`;
}

/** Where an error was thrown, for the debug log; its message is left out, since it may quote what was read. */
export function describeOrigin(error: unknown): string {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ {4}at \S/.test(line)) : [];
  return frames.length === 0 ? 'an error without a stack' : frames.map((line) => line.trim()).join(', ');
}
