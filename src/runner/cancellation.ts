/** How long a call that is under way when the run is cancelled may still take to answer, in ms. */
const GRACE_MS = 1_000;

/** Tells of SIGINT and SIGTERM, by which GitHub cancels a step. */
export interface Cancellation {
  /** Fires with the signal: nothing further may begin. */
  readonly cancelled: AbortSignal;
  /** Fires a second later: what is still under way is cut off. */
  readonly abandoned: AbortSignal;
}

/**
 * Listens for the signals that end a step, for the rest of the process.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
export function listenForCancellation(): Cancellation {
  const cancelled = new AbortController();
  const abandoned = new AbortController();
  const cancel = (): void => {
    cancelled.abort();
    setTimeout(() => abandoned.abort(), GRACE_MS).unref();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return { cancelled: cancelled.signal, abandoned: abandoned.signal };
}
