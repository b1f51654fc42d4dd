/** A session as a listing shows it. */
export interface ListedSession {
  readonly userId: string;
  readonly sessionId: number;
  readonly device: 'mobile' | 'computer' | 'untold';
  readonly teamId: string;
}

/** A page of a listing that is whole and well-formed. */
export interface Page {
  readonly sessions: readonly ListedSession[];
  readonly next: string | undefined;
}

/** What an answer tells of an account. */
export interface AccountAnswer {
  /** The Enterprise ID first, where it is told. */
  readonly ids: readonly string[];
  readonly email: string | undefined;
  readonly isDeactivated: boolean | undefined;
  /** A bot, an app, the primary owner or somebody of another organization. */
  readonly isOdd: boolean;
}

/** A page of deactivated members. */
export interface MemberPage {
  readonly members: readonly { readonly userId: string; readonly email: string }[];
  readonly next: string | undefined;
}

/** Whose token it is. */
export interface OwnerAnswer {
  readonly userId: string | undefined;
  readonly organization: string | undefined;
  readonly scopes: readonly string[] | undefined;
}

/** What an `ok: true` says of people that it reports as failed. */
export interface ReportedFailures {
  /** Of the call, with codes of their own. */
  readonly named: ReadonlyMap<string, string | undefined>;
  /** Failures beside theirs are reported: of other IDs, or only their number. */
  readonly hasOthers: boolean;
}

/** What an answer means by Slack's documentation and the contract; the simulated Slack knows, since it meant it. */
export type Meaning =
  | {
      readonly kind: 'accepted';
      readonly failures?: ReportedFailures | undefined;
      readonly account?: AccountAnswer | undefined;
      readonly page?: Page | undefined;
      readonly memberPage?: MemberPage | undefined;
      readonly owner?: OwnerAnswer | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly code: string;
      /** People of the call whom the answer names, with codes of their own. */
      readonly named: ReadonlyMap<string, string | undefined>;
      /** The answer says `ok: true` as well. */
      readonly isContradiction?: boolean;
    }
  | { readonly kind: 'rate-limited' }
  /** The request cannot have reached Slack. */
  | { readonly kind: 'unreachable' }
  /** Anything may have happened. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** What the header `Retry-After` says, if it says something; `untilMs` is by the clock that the answer names. */
export type RetryAfter = { readonly seconds: number } | undefined;

export type Method = 'auth' | 'lookup' | 'info' | 'members' | 'reset' | 'list';

/** One HTTP request and what came of it. Times are monotonic. */
export interface Exchange {
  readonly method: Method;
  /** The people of a reset. */
  readonly userIds: readonly string[];
  /** Who or what the request is about: requests about the same in a row are attempts of one call. */
  readonly subject: string;
  /** Of a listing of one person. */
  readonly teamId?: string | undefined;
  /** Of a listing. */
  readonly cursor?: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
  /** The end by the runner's clock, which may jump. */
  readonly wallMs: number;
  readonly timeoutMs: number;
  readonly meaning: Meaning;
  /** The truth: the IDs that were really acted on. */
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
