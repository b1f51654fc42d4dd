import type { SimulatedUser } from './people.ts';
import type { SimulatedToken } from './tokens.ts';

/** A made-up token that the simulator accepts unless told otherwise; no real token looks like it. */
export const SIMULATOR_TOKEN = 'xoxp-test-0000000000-not-a-real-token';

/** The workspace of the simulated organization; its sessions can be listed under this ID as well. */
export const SIMULATOR_WORKSPACE = 'T012A3CDE';

/**
 * How a refused call names people. The shapes up to `raw` name those who were refused; those after it mislead:
 * `positions` and `enterprise-ids` name them otherwise, `first-and-more` one of several, `accepted-people` and
 * `inverted` the others.
 */
export type FailedForSomeShape =
  | 'map'
  | 'strings'
  | 'objects'
  | 'json-string'
  | 'messages'
  | 'raw'
  | 'unnamed'
  | 'positions'
  | 'enterprise-ids'
  | 'first-and-more'
  | 'accepted-people'
  | 'inverted';

export interface RateLimit {
  readonly perMinute: number;
  readonly burst: number;
  /** `body-only` answers HTTP 200 with `ratelimited` and no `Retry-After`. */
  readonly retryAfter?: 'header' | 'body-only';
}

/** One of a person's two IDs, or both of them. */
export type WhichId = 'both' | 'local' | 'enterprise';

/** What the listing of sessions does wrong; nothing by default. */
export interface ListingFaults {
  /** Shows what was the case so long ago, new sign-ins included. */
  readonly lagMs?: number;
  /** Shows the sessions of an enqueued reset as gone before it took effect. */
  readonly runsAhead?: boolean;
  /** Listings of the whole organization that begin after so many others hold these many sessions at most. */
  readonly shrinks?: { readonly afterListings: number; readonly toSessions: number };
  /** Ends after so many pages as if everything had been listed. */
  readonly cutAfterPages?: number;
  /** From the second page on, every page gives the cursor that it was asked with. */
  readonly repeatsCursor?: boolean;
  /** Every page has this many sessions, also where `limit` is smaller. */
  readonly pagesOf?: number;
}

/** The questions that only a real organization can answer. The probe asks them; each switch is one possible answer. */
export interface OpenQuestions {
  /** Is the organization's `E…` ID taken as `team_id` by `admin.users.session.list`? */
  readonly orgTeamIdAccepted?: boolean | 'lists-nobody';
  /** Which ID of a person who has two do listings and `admin.users.list` show? */
  readonly listedId?: Exclude<WhichId, 'both'>;
  /** Which IDs of such a person are taken by the reset? */
  readonly resetAccepts?: WhichId;
  /** Which IDs of such a person are taken as `user_id` by the listing? */
  readonly listAccepts?: WhichId;
  /** Which ID stands at the root of a user object? */
  readonly accountId?: Exclude<WhichId, 'both'>;
  /** Does the answer of a look-up carry `enterprise_user`? The published samples differ. */
  readonly lookUpNamesEnterpriseId?: boolean;
  readonly unknownUsers?: 'user_not_found' | 'failed_for_some_users' | 'accept';
  readonly deactivatedUsers?: string;
  /** What a reset answers about a bot or an app's user: Slack's code, or `accept`. */
  readonly botUsers?: string;
  readonly primaryOwners?: string;
  readonly strangers?: string;
  readonly failedForSome?: FailedForSomeShape;
  /** Whether the others of a call answered with `failed_for_some_users` are enqueued. */
  readonly failedForSomeAppliesRest?: boolean;
  /** Whether the other per-user codes name the first refused person in `response_metadata.messages`. */
  readonly namesInOtherRefusals?: boolean;
  /** Whether refusals come with `ok: true`: names in a map, names in a list of errors, or only the code. */
  readonly okWithFailures?: 'never' | 'map' | 'objects' | 'code-only';
  /** Which IDs are well-formed; one that is not makes `invalid_arguments` that names its position. */
  readonly userIdPattern?: string;
  /** How an organization, or a person, without sessions is answered. */
  readonly emptyListing?: 'no_active_sessions' | 'empty-array';
  readonly recent?: 'sometimes' | 'always' | 'never';
  /** Under which team the listing shows sessions; `mixed` alternates. */
  readonly listedTeamId?: 'organization' | 'workspace' | 'mixed';
  /** How the audit log names people in `details`, and after which time. */
  readonly auditDetails?: 'array' | 'json-string';
  readonly auditDelayMs?: number;
}

/** What one token is and may do. */
export interface TokenOptions {
  readonly scopes?: readonly string[];
  readonly orgId?: string;
  readonly actingUserId?: string;
  readonly isEnterprise?: boolean;
  /** False: the app is installed on one workspace of the organization only. Default: as `isEnterprise`. */
  readonly isEnterpriseInstall?: boolean;
  /** The token is a bot's: admin methods refuse it. */
  readonly botToken?: boolean;
  readonly omitScopesHeader?: boolean;
}

export interface SimulatorOptions extends OpenQuestions, TokenOptions {
  readonly users?: readonly (SimulatedUser | string)[];
  readonly token?: string;
  /** Further tokens; what is not said of one is as for the first. */
  readonly otherTokens?: readonly SimulatedToken[];
  /** How long an enqueued job takes before the sessions go. */
  readonly resetDelayMs?: number;
  /** Sessions of a reset user go after this many session lists that named or included the user; added to the delay. */
  readonly resetAfterListings?: number;
  readonly listing?: ListingFaults;
  /** Slack's warnings in every accepted answer. */
  readonly warnings?: readonly string[];
  /** A token bucket for each method; `documented` takes Slack's tiers. */
  readonly rateLimit?: RateLimit | 'documented';
  /** No page of sessions is larger, whatever `limit` says. */
  readonly sessionPageSize?: number;
  /** No page of `admin.users.list` is larger, whatever `limit` says. */
  readonly userPageSize?: number;
  /** How far Slack's clock, which the header `Date` shows, is ahead. */
  readonly clockAheadMs?: number;
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
    otherTokens: [],
    scopes: ['admin.users:write', 'admin.users:read', 'users:read', 'users:read.email'],
    orgId: 'E012A3CDE',
    actingUserId: 'W0ADMIN001',
    isEnterprise: true,
    isEnterpriseInstall: options.isEnterprise ?? true,
    botToken: false,
    omitScopesHeader: false,
    resetDelayMs: 0,
    resetAfterListings: 0,
    listing: {},
    warnings: [],
    orgTeamIdAccepted: true,
    listedId: 'enterprise',
    resetAccepts: 'both',
    listAccepts: 'both',
    accountId: 'local',
    lookUpNamesEnterpriseId: true,
    unknownUsers: 'user_not_found',
    deactivatedUsers: 'accept',
    botUsers: 'cannot_reset_bot',
    primaryOwners: 'cannot_reset_primary_owner',
    strangers: 'user_not_found',
    failedForSome: 'map',
    failedForSomeAppliesRest: true,
    namesInOtherRefusals: false,
    okWithFailures: 'never',
    userIdPattern: '^[UW][A-Z0-9]{2,}$',
    emptyListing: 'no_active_sessions',
    recent: 'sometimes',
    listedTeamId: 'organization',
    auditDetails: 'array',
    auditDelayMs: 0,
    userPageSize: 1000,
    clockAheadMs: 0,
    port: 0,
    ...options,
  };
}
