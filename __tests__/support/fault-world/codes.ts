/** What the documentation of Slack and the contract say of each code, written down once more and apart from the code. */
export const PER_USER = [
  'user_not_found',
  'users_not_found',
  'cannot_reset_bot',
  'cannot_reset_primary_owner',
  'session_reset_not_allowed',
  'failed_for_some_users',
] as const;

/** Tried again; once that is used up, it is about people. */
export const NOT_STARTED = 'user_session_reset_failed';
/** About people when the answer names some of them, or when Slack has accepted a person before; else about the run. */
export const INVALID = 'invalid_arguments';
export const SOME_FAILED = 'failed_for_some_users';

/** Tried again, and the reset may have happened. */
export const OPEN = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'] as const;

/** No call with the same token can succeed. */
const DEAD_TOKEN = ['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'] as const;

/** The token may not use the method, for whichever person. */
const OF_METHOD = [
  'team_added_to_org',
  'org_login_required',
  'not_allowed_token_type',
  'is_bot',
  'missing_scope',
  'not_an_admin',
  'no_permission',
  'access_denied',
  'restricted_action',
  'team_access_not_granted',
  'ekm_access_denied',
  'accesslimited',
  'two_factor_setup_required',
  'feature_not_enabled',
  'enterprise_is_restricted',
  'unknown_method',
] as const;

/** These end the run when a reset gets them. */
export const RUN_WIDE = [
  ...DEAD_TOKEN,
  ...OF_METHOD,
  'method_deprecated',
  'deprecated_endpoint',
  'invalid_arg_name',
  'invalid_array_arg',
  'invalid_charset',
  'invalid_form_data',
  'invalid_post_type',
  'missing_post_type',
] as const;

/** Every documented code but the rate limit's, which is no refusal. */
export const DOCUMENTED: readonly string[] = [...PER_USER, NOT_STARTED, INVALID, ...OPEN, ...RUN_WIDE];

/** Codes that nobody has documented, and what the run makes of a text that cannot be a code. */
export const UNLISTED = ['brand_new_code', 'a.b_c.9', 'x', 'constructor', 'u'.repeat(64)] as const;
export const NO_CODES: readonly unknown[] = [
  'Something went wrong!',
  '',
  'USER_NOT_FOUND',
  ' user_not_found',
  'u'.repeat(65),
  17,
  null,
  true,
  ['user_not_found'],
  { code: 'user_not_found' },
  undefined,
];
export const NO_CODE = 'unrecognized_error';

const set = (codes: readonly string[]): ReadonlySet<string> => new Set(codes);
const perUser = set(PER_USER);
const open = set(OPEN);
const dead = set(DEAD_TOKEN);
const ofMethod = set(OF_METHOD);

export const isPerUser = (code: string): boolean => perUser.has(code);
export const isTransient = (code: string): boolean => open.has(code) || code === NOT_STARTED;
export const mayHaveActed = (code: string): boolean => open.has(code);
export const isDead = (code: string): boolean => dead.has(code);
export const isOfMethod = (code: string): boolean => ofMethod.has(code);
