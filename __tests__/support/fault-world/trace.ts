/** A session as a listing shows it. */
export interface ListedSession {
  readonly userId: string;
  readonly sessionId: number;
  readonly device: 'mobile' | 'computer' | 'untold';
}

/** A page of a listing that is whole and well-formed. */
export interface Page {
  readonly sessions: readonly ListedSession[];
  readonly next: string | undefined;
}

/** What an answer means by Slack's documentation and the contract; the simulated Slack knows, since it meant it. */
export type Meaning =
  | { readonly kind: 'accepted'; readonly foundId?: string | undefined; readonly page?: Page | undefined }
  | {
      readonly kind: 'refused';
      readonly code: string;
      /** People of the call whom the answer names, with codes of their own. */
      readonly named: ReadonlyMap<string, string | undefined>;
    }
  | { readonly kind: 'rate-limited' }
  /** The request cannot have reached Slack. */
  | { readonly kind: 'unreachable' }
  /** Anything may have happened. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** What the header `Retry-After` says, if it says something. */
export type RetryAfter = { readonly seconds: number } | { readonly untilMs: number } | undefined;

export type Method = 'auth' | 'lookup' | 'reset' | 'list';

/** One HTTP request and what came of it. */
export interface Exchange {
  readonly method: Method;
  /** The people of a reset. */
  readonly userIds: readonly string[];
  /** Who or what the request is about: requests about the same in a row are attempts of one call. */
  readonly subject: string;
  /** Of a listing. */
  readonly cursor?: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
  readonly timeoutMs: number;
  readonly meaning: Meaning;
  /** The truth: who was really acted on. */
  readonly acted: readonly string[];
  readonly retryAfter?: RetryAfter;
  readonly requestId?: string | undefined;
  /** What kind of answer it was, for people who read a failure. */
  readonly label: string;
}

/** A wait, which begins after so many exchanges. */
export interface Wait {
  readonly after: number;
  readonly ms: number;
  readonly startMs: number;
  /** Whether the run is cancelled by its end, or by that. */
  readonly isCut: boolean;
}

/** What happened in a run, as the simulated Slack and the simulated clock saw it. */
export interface Trace {
  readonly exchanges: readonly Exchange[];
  readonly waits: readonly Wait[];
  readonly endMs: number;
}

/** All attempts of one call. */
export interface Call {
  readonly method: Method;
  readonly subject: string;
  readonly userIds: readonly string[];
  /** Never empty. */
  readonly attempts: readonly Exchange[];
  readonly last: Exchange;
  /** The place of the last attempt in the trace. */
  readonly lastIndex: number;
}

/** Puts the attempts of each call together; listings are left out, since the same one is made again and again. */
export function callsOf({ exchanges }: Pick<Trace, 'exchanges'>): readonly Call[] {
  const calls: Call[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    const { method, subject, userIds } = exchange;
    const before = calls.at(-1);
    if (method === 'list') {
      continue;
    }
    const isSame = before?.method === method && before.subject === subject && before.lastIndex === index - 1;
    const attempts = isSame ? [...before.attempts, exchange] : [exchange];
    calls.splice(isSame ? -1 : calls.length, isSame ? 1 : 0, {
      method,
      subject,
      userIds,
      attempts,
      last: exchange,
      lastIndex: index,
    });
  }
  return calls;
}
