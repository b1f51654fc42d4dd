/** Why Slack refuses; the class decides what the run does next. */
export type ErrorClass =
  | 'per-user'
  | 'transient'
  | 'token'
  | 'permission'
  | 'network'
  | 'plan'
  | 'migration'
  | 'request'
  | 'unlisted';

interface ErrorCode {
  readonly class: ErrorClass;
  /** One line: what an admin should do. */
  readonly remedy: string;
}

/**
 * Every error code that Slack documents for `admin.users.session.resetBulk` (41), and `users_not_found` of
 * `users.lookupByEmail`.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.session.resetBulk
 */
export const ERROR_CODES: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  [
    'failed_for_some_users',
    {
      class: 'per-user',
      remedy: 'Check the type and role of each person named in the report and run again for them alone.',
    },
  ],
  [
    'user_not_found',
    {
      class: 'per-user',
      remedy:
        'Check that it is a global user ID of this org, not a typo, another org or an external (Slack Connect) person.',
    },
  ],
  [
    'users_not_found',
    {
      class: 'per-user',
      remedy:
        'No active member has this e-mail address; a deactivated one is not found either. Ask by user ID instead.',
    },
  ],
  [
    'cannot_reset_bot',
    { class: 'per-user', remedy: "Take bots and app users off the list; revoke or rotate the app's token instead." },
  ],
  [
    'cannot_reset_primary_owner',
    { class: 'per-user', remedy: 'Take the Primary Org Owner off the list, or transfer the ownership first.' },
  ],
  [
    'session_reset_not_allowed',
    {
      class: 'per-user',
      remedy:
        "Slack does not allow this for the person, as for a Primary Org Owner: transfer the role first or use Slack's own admin pages.",
    },
  ],
  [
    'user_session_reset_failed',
    {
      class: 'transient',
      remedy:
        "Slack could not start the reset: run again; if it persists for one person, use Slack's admin pages or Slack's support.",
    },
  ],
  [
    'internal_error',
    {
      class: 'transient',
      remedy: "A fault at Slack: run again; a repeated reset does no harm. Give Slack's support the request ID.",
    },
  ],
  [
    'fatal_error',
    {
      class: 'transient',
      remedy: "A fault at Slack: run again; a repeated reset does no harm. Give Slack's support the request ID.",
    },
  ],
  [
    'service_unavailable',
    { class: 'transient', remedy: 'Slack is not available: see status.slack.com and run again.' },
  ],
  [
    'request_timeout',
    {
      class: 'transient',
      remedy: 'Slack got no complete request: check the proxy between runner and Slack, then run again.',
    },
  ],
  [
    'ratelimited',
    { class: 'transient', remedy: 'Slack limits the rate of calls: run again later, or raise timeout-minutes.' },
  ],
  [
    'team_added_to_org',
    { class: 'migration', remedy: 'The workspace is being moved into the org: run again in some hours.' },
  ],
  [
    'org_login_required',
    { class: 'migration', remedy: 'The workspace is being moved into the org: run again in some hours.' },
  ],
  [
    'not_authed',
    {
      class: 'token',
      remedy:
        'The token is empty or was not passed: check the name of the secret; a pull request from a fork gets no secrets.',
    },
  ],
  [
    'invalid_auth',
    {
      class: 'token',
      remedy:
        "Wrong or foreign token, wrong host (GovSlack or not: api-url), or the runner's address is not on the app's list of allowed IP addresses.",
    },
  ],
  [
    'account_inactive',
    {
      class: 'token',
      remedy: "The token's owner or workspace is deactivated: install the app again from a living admin account.",
    },
  ],
  [
    'token_revoked',
    {
      class: 'token',
      remedy: 'The app was uninstalled or its token revoked: install it again on the org and renew the secret.',
    },
  ],
  [
    'token_expired',
    { class: 'token', remedy: 'A rotating token lives 12 hours: refresh it in the job or turn token rotation off.' },
  ],
  [
    'not_allowed_token_type',
    {
      class: 'token',
      remedy: 'The input token must be an org-level user token (xoxp-), not a bot or app-level token.',
    },
  ],
  ['is_bot', { class: 'token', remedy: 'The input token must be an org-level user token (xoxp-), not a bot token.' }],
  [
    'missing_scope',
    {
      class: 'permission',
      remedy: "Add the missing scope to the app's user token scopes and install the app again on the whole org.",
    },
  ],
  [
    'not_an_admin',
    {
      class: 'permission',
      remedy: "The token's owner must be an org owner or org admin: check whether the role was taken away.",
    },
  ],
  [
    'no_permission',
    { class: 'permission', remedy: 'This is a token of one workspace: install the app on the whole org.' },
  ],
  [
    'access_denied',
    { class: 'permission', remedy: "Check the role of the token's owner and the org's policy for apps." },
  ],
  [
    'restricted_action',
    {
      class: 'permission',
      remedy: "A policy of the org or the role of the token's owner forbids it: try as an org owner.",
    },
  ],
  [
    'team_access_not_granted',
    { class: 'permission', remedy: 'The org-wide installation lacks that workspace: grant the app access to it.' },
  ],
  [
    'ekm_access_denied',
    { class: 'permission', remedy: 'Administrators of Enterprise Key Management have suspended access: ask them.' },
  ],
  [
    'accesslimited',
    {
      class: 'network',
      remedy: "The runner's network is blocked: use a self-hosted runner or one with a fixed address.",
    },
  ],
  [
    'two_factor_setup_required',
    { class: 'permission', remedy: "The token's owner must finish setting up two-factor authentication." },
  ],
  [
    'feature_not_enabled',
    { class: 'plan', remedy: "This needs Slack's Enterprise plan: check that it is the right org." },
  ],
  [
    'enterprise_is_restricted',
    {
      class: 'plan',
      remedy:
        'The kind of token and the method do not match: check that the app is installed on the org, or ask Slack.',
    },
  ],
  ['unknown_method', { class: 'request', remedy: 'The method does not exist at this address: check api-url.' }],
  [
    'method_deprecated',
    { class: 'request', remedy: 'Slack has retired the method: use a newer version of this Action.' },
  ],
  [
    'deprecated_endpoint',
    { class: 'request', remedy: 'Slack has retired the method: use a newer version of this Action.' },
  ],
  [
    'invalid_arguments',
    {
      class: 'request',
      remedy:
        'Slack did not accept the request: check the user IDs against its message, and report a bug if they are right.',
    },
  ],
  ['invalid_arg_name', { class: 'request', remedy: 'A fault of this Action: please report it.' }],
  ['invalid_array_arg', { class: 'request', remedy: 'A fault of this Action: please report it.' }],
  [
    'invalid_charset',
    {
      class: 'request',
      remedy: 'A fault of this Action, or a proxy rewrites headers: check the proxy, then report it.',
    },
  ],
  [
    'invalid_form_data',
    {
      class: 'request',
      remedy: 'A fault of this Action, or a proxy rewrites requests: check the proxy, then report it.',
    },
  ],
  [
    'invalid_post_type',
    {
      class: 'request',
      remedy: 'A fault of this Action, or a proxy rewrites headers: check the proxy, then report it.',
    },
  ],
  [
    'missing_post_type',
    { class: 'request', remedy: 'A fault of this Action, or a proxy strips headers: check the proxy, then report it.' },
  ],
]);

const UNLISTED: ErrorCode = {
  class: 'unlisted',
  remedy:
    "Slack does not document this code: look it up in Slack's documentation, and give Slack's support the request ID.",
};

/** The class of a code; a code that is not in the catalogue is `unlisted`. */
export function classOf(code: string): ErrorClass {
  return (ERROR_CODES.get(code) ?? UNLISTED).class;
}

/** One line that says what an admin should do about a code of Slack's. */
export function remedyOf(code: string): string {
  return (ERROR_CODES.get(code) ?? UNLISTED).remedy;
}

/** Tells whether a code is about single people, so that the rest of the call can still be reset. */
export function isPerUserCode(code: string): boolean {
  return classOf(code) === 'per-user' || PER_USER_IN_CONTEXT.has(code);
}

/** About people only under a condition: once retries are used up, or once Slack accepted somebody in this run. */
const PER_USER_IN_CONTEXT: ReadonlySet<string> = new Set(['user_session_reset_failed', 'invalid_arguments']);

/** Codes after which the call may still have had its effect. */
const EFFECT_UNKNOWN: ReadonlySet<string> = new Set(['internal_error', 'fatal_error']);

/** Tells whether a refusal with this code leaves open if the call had its effect. */
export function leavesEffectOpen(code: string): boolean {
  return EFFECT_UNKNOWN.has(code);
}
