import type { IncomingHttpHeaders } from 'node:http';

/** One request that the simulator received. */
export interface RecordedRequest {
  /** Slack's method name; the path when it is outside `/api/`. */
  readonly method: string;
  readonly httpMethod: string;
  readonly headers: IncomingHttpHeaders;
  /** The parsed body, or the query of a request without one; undefined when it cannot be parsed. */
  readonly body: unknown;
  readonly rawBody: string;
  /** Since the simulator started. */
  readonly atMs: number;
  /** The `x-slack-req-id` that goes with the answer. */
  readonly requestId: string;
  /** `ok`, Slack's error code, `http 500`, `raw`, `cut …`, `drip`, `hang`; `unanswered` while nothing was sent. */
  readonly answered: string;
}

export type RequestPredicate = (request: RecordedRequest) => boolean;

export interface RequestLog {
  readonly requests: readonly RecordedRequest[];
  /** Returns what to call with the answer's label. */
  add(request: Omit<RecordedRequest, 'answered'>): (answered: string) => void;
  /**
   * Resolves with the first request, past or future, that the method or predicate fits; it need not be answered yet.
   *
   * @throws when none came in time
   */
  waitFor(wanted: string | RequestPredicate, timeoutMs: number): Promise<RecordedRequest>;
}

interface Waiter {
  readonly fits: RequestPredicate;
  readonly resolve: (request: RecordedRequest) => void;
}

/** Starts an empty log. */
export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  const waiters = new Set<Waiter>();
  return {
    requests,
    add: (request) => {
      const recorded = { ...request, answered: 'unanswered' };
      requests.push(recorded);
      for (const waiter of [...waiters].filter(({ fits }) => fits(recorded))) {
        waiter.resolve(recorded);
      }
      return (answered) => {
        recorded.answered = answered;
      };
    },
    waitFor: (wanted, timeoutMs) => {
      const fits = typeof wanted === 'string' ? (request: RecordedRequest) => request.method === wanted : wanted;
      const past = requests.find(fits);
      if (past !== undefined) {
        return Promise.resolve(past);
      }
      return new Promise((resolve, reject) => {
        const waiter = { fits, resolve: settle };
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          const wish = typeof wanted === 'string' ? ` of ${wanted}` : '';
          reject(new Error(`No such request${wish} within ${timeoutMs} ms; ${requests.length} others came`));
        }, timeoutMs);
        function settle(request: RecordedRequest): void {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve(request);
        }
        waiters.add(waiter);
      });
    },
  };
}
