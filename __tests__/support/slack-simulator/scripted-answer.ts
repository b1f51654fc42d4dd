/** An answer that a test orders, in place of what the simulated Slack would do. */
export type ScriptedAnswer =
  | { readonly kind: 'normal' }
  /** Says ok and does nothing. */
  | { readonly kind: 'ok'; readonly body?: object }
  | { readonly kind: 'error'; readonly error: string; readonly body?: object; readonly status?: number }
  /** `retryAfter` is the header verbatim; absent, there is none. `bodyOnly`: HTTP 200 instead of 429. */
  | { readonly kind: 'rate-limited'; readonly retryAfter?: string; readonly bodyOnly?: boolean }
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** HTTP 200 with this text, which need not be JSON. */
  | { readonly kind: 'raw'; readonly body: string; readonly contentType?: string }
  /** Destroys the connection; `after-acting` and `mid-body` have done what was asked. */
  | { readonly kind: 'cut'; readonly when: 'before-acting' | 'after-acting' | 'mid-body' }
  /** Waits, then does and answers as `answer` says, also when nobody waits for it any more. */
  | { readonly kind: 'slow'; readonly delayMs: number; readonly answer?: ScriptedAnswer }
  /** Does nothing; sends a blank of body now and then and never ends. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Does nothing and never answers. */
  | { readonly kind: 'hang' };

/** The answers ordered for each method: first the queue, then the standing order, else normal behaviour. */
export interface AnswerScript {
  queue(method: string, answers: readonly ScriptedAnswer[]): void;
  always(method: string, answer: ScriptedAnswer | undefined): void;
  /** Takes the next answer; one from the queue is used up by this. */
  next(method: string): ScriptedAnswer;
}

/** Starts with nothing ordered. */
export function createAnswerScript(): AnswerScript {
  const queues = new Map<string, ScriptedAnswer[]>();
  const standing = new Map<string, ScriptedAnswer>();
  return {
    queue: (method, answers) => {
      queues.set(method, [...(queues.get(method) ?? []), ...answers]);
    },
    always: (method, answer) => {
      if (answer === undefined) {
        standing.delete(method);
      } else {
        standing.set(method, answer);
      }
    },
    next: (method) => queues.get(method)?.shift() ?? standing.get(method) ?? { kind: 'normal' },
  };
}
