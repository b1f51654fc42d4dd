/** A made-up token that the simulator accepts unless told otherwise; no real token looks like it. */
export const SIMULATOR_TOKEN = 'xoxp-test-0000000000-not-a-real-token';

/** The workspace of the simulated organization; its sessions can be listed under this ID as well. */
export const SIMULATOR_WORKSPACE = 'T012A3CDE';

export type SessionKind = 'web' | 'desktop' | 'mobile' | 'unknown';

export interface SimulatedSession {
  readonly sessionId: number;
  readonly kind: SessionKind;
}

export interface SimulatedUser {
  readonly id: string;
  readonly email?: string;
  readonly kind?: 'member' | 'bot' | 'primary-owner' | 'deactivated';
  /** The error code that this user causes, instead of the one that `kind` implies. */
  readonly refusal?: string;
  /** What a `failed_for_some_users` answer says about this user where its shape has a reason; default: the error code. */
  readonly reason?: string;
  /** Default: one desktop, one mobile; none for bots and the deactivated. */
  readonly sessions?: readonly SimulatedSession[];
  /** Signs in again right after a reset. */
  readonly returns?: boolean;
  /** Sessions never go. */
  readonly sticky?: boolean;
}

export type FailedForSomeShape = 'map' | 'strings' | 'objects' | 'json-string' | 'messages' | 'raw' | 'unnamed';

export interface RateLimit {
  readonly perMinute: number;
  readonly burst: number;
  /** `body-only` answers HTTP 200 with `ratelimited` and no `Retry-After`. */
  readonly retryAfter?: 'header' | 'body-only';
}

export interface SimulatorOptions {
  readonly users?: readonly (SimulatedUser | string)[];
  readonly token?: string;
  readonly scopes?: readonly string[];
  readonly orgId?: string;
  readonly actingUserId?: string;
  readonly isEnterprise?: boolean;
  /** The token is a bot's: admin methods refuse it. */
  readonly botToken?: boolean;
  readonly omitScopesHeader?: boolean;
  /** How long an enqueued job takes before the sessions go. */
  readonly resetDelayMs?: number;
  /** Sessions of a reset user go after this many session lists that named or included the user; added to the delay. */
  readonly resetAfterListings?: number;
  readonly unknownUsers?: 'user_not_found' | 'failed_for_some_users' | 'accept';
  readonly deactivatedUsers?: 'accept' | 'user_not_found' | 'failed_for_some_users';
  readonly failedForSome?: FailedForSomeShape;
  /** Whether the others of a call answered with `failed_for_some_users` are enqueued. */
  readonly failedForSomeAppliesRest?: boolean;
  /** Whether the other per-user codes name the first refused person in `response_metadata.messages`. */
  readonly namesInOtherRefusals?: boolean;
  /** Whether `admin.users.session.list` takes the organization's `E…` ID as `team_id`. */
  readonly orgTeamIdAccepted?: boolean;
  /** A token bucket for each method. */
  readonly rateLimit?: RateLimit;
  /** No page of sessions is larger, whatever `limit` says. */
  readonly sessionPageSize?: number;
  readonly port?: number;
}

type Optional = 'rateLimit' | 'sessionPageSize';

/** The options with every default filled in. */
export type SimulatorSettings = Required<Omit<SimulatorOptions, Optional>> & Pick<SimulatorOptions, Optional>;

/** Fills in the defaults. */
export function toSettings(options: SimulatorOptions): SimulatorSettings {
  return {
    users: [],
    token: SIMULATOR_TOKEN,
    scopes: ['admin.users:write', 'admin.users:read', 'users:read.email'],
    orgId: 'E012A3CDE',
    actingUserId: 'W0ADMIN001',
    isEnterprise: true,
    botToken: false,
    omitScopesHeader: false,
    resetDelayMs: 0,
    resetAfterListings: 0,
    unknownUsers: 'user_not_found',
    deactivatedUsers: 'accept',
    failedForSome: 'map',
    failedForSomeAppliesRest: true,
    namesInOtherRefusals: false,
    orgTeamIdAccepted: true,
    port: 0,
    ...options,
  };
}
