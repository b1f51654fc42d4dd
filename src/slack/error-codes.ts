import { ERROR_CODES, type ErrorClass, type ErrorCode } from './error-catalogue.ts';

const UNLISTED: ErrorCode = {
  class: 'unlisted',
  remedy:
    "Slack had not documented this code when this version was released: look it up in Slack's documentation, and give Slack support the request ID.",
};

/** The class of a code; a code that is not in the catalogue is `unlisted`. */
export function classOf(code: string): ErrorClass {
  return (ERROR_CODES.get(code) ?? UNLISTED).class;
}

/** One line that says what an admin should do about one of Slack's codes. */
export function remedyOf(code: string): string {
  return (ERROR_CODES.get(code) ?? UNLISTED).remedy;
}

/** Returns whether a code is about single people, so that the rest of the call can still be reset. */
export function isPerUserCode(code: string): boolean {
  return classOf(code) === 'per-user' || PER_USER_IN_CONTEXT.has(code);
}

/** About people only under a condition: once retries are used up, or once Slack accepted a person in this run. */
const PER_USER_IN_CONTEXT: ReadonlySet<string> = new Set(['user_session_reset_failed', 'invalid_arguments']);

/** Slack-side errors: what the call was to do may have been done. */
const POSSIBLE_EFFECT: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Returns whether a refusal with this code leaves open that the call had its effect, however the call ends. */
export function leavesEffectOpen(code: string): boolean {
  return POSSIBLE_EFFECT.has(code);
}

/** Codes after which no call with the same token can succeed. */
const DEAD_TOKEN: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);

/** Returns whether a code means that the token is dead for every method. */
export function isDeadToken(code: string): boolean {
  return DEAD_TOKEN.has(code);
}

const OF_METHOD: ReadonlySet<ErrorClass> = new Set<ErrorClass>(['token', 'permission', 'network', 'plan', 'migration']);

/** Returns whether a code means that the token may not use the method at all, for whichever person. */
export function isAboutMethod(code: string): boolean {
  return OF_METHOD.has(classOf(code)) || code === 'unknown_method' || code === 'admin_unauthorized';
}

/** Returns whether Slack says that it could not start the reset: another attempt may, and nothing has been done. */
export function isNotStarted(code: string): boolean {
  return code === 'user_session_reset_failed';
}
