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

/** What a code means for the run. */
export interface ErrorCode {
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
      remedy: 'Check the type and role of each person listed in the report, then run again for those people only.',
    },
  ],
  [
    'user_not_found',
    {
      class: 'per-user',
      remedy:
        'Check that it is an Enterprise user ID of this organization: not a typo, not from another organization, and not an external (Slack Connect) person.',
    },
  ],
  [
    'users_not_found',
    {
      class: 'per-user',
      remedy:
        'No active member has this e-mail address, and Slack does not find deactivated members by address: give the user ID instead.',
    },
  ],
  [
    'cannot_reset_bot',
    {
      class: 'per-user',
      remedy: "Remove bots and app users from the list, and revoke or rotate the app's token instead.",
    },
  ],
  [
    'cannot_reset_primary_owner',
    { class: 'per-user', remedy: 'Remove the Primary Org Owner from the list, or transfer ownership first.' },
  ],
  [
    'session_reset_not_allowed',
    {
      class: 'per-user',
      remedy:
        "Slack does not allow a reset for this person, who may be the Primary Org Owner: transfer the role first, or use Slack's admin pages.",
    },
  ],
  [
    'user_session_reset_failed',
    {
      class: 'transient',
      remedy:
        "Slack could not start the reset: run again. If it persists for one person, use Slack's admin pages or contact Slack support.",
    },
  ],
  [
    'internal_error',
    {
      class: 'transient',
      remedy: 'A Slack-side error: run again, since repeating a reset does no harm. Give Slack support the request ID.',
    },
  ],
  [
    'fatal_error',
    {
      class: 'transient',
      remedy: 'A Slack-side error: run again, since repeating a reset does no harm. Give Slack support the request ID.',
    },
  ],
  [
    'service_unavailable',
    { class: 'transient', remedy: 'Slack is not available: check status.slack.com, then run again.' },
  ],
  [
    'request_timeout',
    {
      class: 'transient',
      remedy: 'Slack did not receive a complete request: check the proxy between the runner and Slack, then run again.',
    },
  ],
  [
    'ratelimited',
    { class: 'transient', remedy: 'Slack rate-limited the calls: run again later, or raise timeout-minutes.' },
  ],
  [
    'team_added_to_org',
    { class: 'migration', remedy: 'The workspace is being moved into the organization: run again in a few hours.' },
  ],
  [
    'org_login_required',
    { class: 'migration', remedy: 'The workspace is being moved into the organization: run again in a few hours.' },
  ],
  [
    'not_authed',
    {
      class: 'token',
      remedy:
        'The token is empty or was not passed: check the name of the secret. A pull request from a fork gets no secrets.',
    },
  ],
  [
    'invalid_auth',
    {
      class: 'token',
      remedy:
        "The token is wrong or belongs to another organization, the host is wrong (for GovSlack, set api-url), or the runner's address is not among the app's allowed IP addresses.",
    },
  ],
  [
    'account_inactive',
    {
      class: 'token',
      remedy: "The token's owner or workspace is deactivated: reinstall the app from an active admin account.",
    },
  ],
  [
    'token_revoked',
    {
      class: 'token',
      remedy:
        'The app was uninstalled or its token was revoked: reinstall the app on the organization and update the secret.',
    },
  ],
  [
    'token_expired',
    { class: 'token', remedy: 'A rotating token lives 12 hours: refresh it in the job, or turn token rotation off.' },
  ],
  [
    'not_allowed_token_type',
    {
      class: 'token',
      remedy: 'The input token must be an organization-level user token (xoxp-), not a bot or app-level token.',
    },
  ],
  [
    'is_bot',
    { class: 'token', remedy: 'The input token must be an organization-level user token (xoxp-), not a bot token.' },
  ],
  [
    'missing_scope',
    {
      class: 'permission',
      remedy: "Add the missing scope to the app's user token scopes, then reinstall the app on the whole organization.",
    },
  ],
  [
    'not_an_admin',
    {
      class: 'permission',
      remedy: "The token's owner must be an org owner or org admin: check whether the role was removed.",
    },
  ],
  [
    'no_permission',
    { class: 'permission', remedy: 'This token belongs to one workspace: install the app on the whole organization.' },
  ],
  [
    'access_denied',
    { class: 'permission', remedy: "Check the role of the token's owner and the organization's app policy." },
  ],
  [
    'restricted_action',
    {
      class: 'permission',
      remedy: "An organization policy or the role of the token's owner forbids this: try as an org owner.",
    },
  ],
  [
    'team_access_not_granted',
    {
      class: 'permission',
      remedy: 'The organization-wide installation does not include that workspace: grant the app access to it.',
    },
  ],
  [
    'ekm_access_denied',
    { class: 'permission', remedy: 'The administrators of Enterprise Key Management have suspended access: ask them.' },
  ],
  [
    'accesslimited',
    {
      class: 'network',
      remedy: "The runner's network is blocked: use a self-hosted runner, or one with a fixed address.",
    },
  ],
  [
    'two_factor_setup_required',
    { class: 'permission', remedy: "The token's owner must finish setting up two-factor authentication." },
  ],
  [
    'feature_not_enabled',
    { class: 'plan', remedy: "This needs Slack's Enterprise plan: check that this is the right organization." },
  ],
  [
    'enterprise_is_restricted',
    {
      class: 'plan',
      remedy:
        'The kind of token and the method do not match: check that the app is installed on the organization, or ask Slack.',
    },
  ],
  ['unknown_method', { class: 'request', remedy: 'The method does not exist at this address: check api-url.' }],
  ['method_deprecated', { class: 'request', remedy: 'Slack has retired the method: update this Action.' }],
  ['deprecated_endpoint', { class: 'request', remedy: 'Slack has retired the method: update this Action.' }],
  [
    'invalid_arguments',
    {
      class: 'request',
      remedy:
        "Slack rejected the request: check the user IDs against Slack's message. If they are right, report a bug.",
    },
  ],
  ['invalid_arg_name', { class: 'request', remedy: 'A bug in this Action: please report it.' }],
  ['invalid_array_arg', { class: 'request', remedy: 'A bug in this Action: please report it.' }],
  [
    'invalid_charset',
    {
      class: 'request',
      remedy: 'A bug in this Action, or a proxy that rewrites headers: check the proxy, then report it.',
    },
  ],
  [
    'invalid_form_data',
    {
      class: 'request',
      remedy: 'A bug in this Action, or a proxy that rewrites requests: check the proxy, then report it.',
    },
  ],
  [
    'invalid_post_type',
    {
      class: 'request',
      remedy: 'A bug in this Action, or a proxy that rewrites headers: check the proxy, then report it.',
    },
  ],
  [
    'missing_post_type',
    {
      class: 'request',
      remedy: 'A bug in this Action, or a proxy that strips headers: check the proxy, then report it.',
    },
  ],
]);
