import { authTest, listUsers, lookupByEmail, usersInfo } from './account-methods.ts';
import { type Answer, limitRate, refuse, withWarnings } from './answers.ts';
import type { CallArguments } from './arguments.ts';
import { AUDIT_PATH, auditLogs } from './audit.ts';
import type { SimulatorSettings } from './options.ts';
import type { RateLimiter } from './rate-limit.ts';
import { reset, resetBulk } from './reset-methods.ts';
import type { SessionListing } from './session-listing.ts';
import { listSessions } from './session-methods.ts';
import type { TokenView } from './tokens.ts';

/** What a method sees of a call that passed the gate, and the world it acts on. */
export interface MethodCall extends TokenView {
  readonly values: Readonly<Record<string, unknown>>;
  readonly listing: SessionListing;
  /** Since the simulator started. */
  readonly nowMs: number;
}

/** The state of the simulated Slack that decides about a call. */
export interface Slack {
  readonly settings: SimulatorSettings;
  readonly views: ReadonlyMap<string, TokenView>;
  readonly listingOf: (view: TokenView) => SessionListing;
  readonly nowMs: () => number;
  readonly takeToken: RateLimiter;
  /** Slack's code for the token once it was revoked. */
  readonly tokenError: (method: string) => string | undefined;
}

interface Method {
  readonly answer: (call: MethodCall) => Answer;
  readonly scope?: string;
  /** Only for an organization's user token. */
  readonly isAdmin?: boolean;
  readonly postOnly?: boolean;
  /** The documentation lists no JSON for it: what a JSON body says goes unread. */
  readonly formOnly?: boolean;
}

export const RESET_BULK = 'admin.users.session.resetBulk';

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  [RESET_BULK, { answer: resetBulk, scope: 'admin.users:write', isAdmin: true, postOnly: true }],
  ['admin.users.session.reset', { answer: reset, scope: 'admin.users:write', isAdmin: true, postOnly: true }],
  ['admin.users.session.list', { answer: listSessions, scope: 'admin.users:read', isAdmin: true }],
  ['admin.users.list', { answer: listUsers, scope: 'admin.users:read', isAdmin: true }],
  ['users.lookupByEmail', { answer: lookupByEmail, scope: 'users:read.email' }],
  ['users.info', { answer: usersInfo, scope: 'users:read', formOnly: true }],
  ['auth.test', { answer: authTest }],
  [AUDIT_PATH, { answer: auditLogs, scope: 'auditlogs:read', isAdmin: true }],
]);

/** The names of all methods that the simulator has. */
export const METHOD_NAMES: readonly string[] = [...METHODS.keys()];

/** The token of a request; Slack takes it from the header, whatever the scheme's case, or from a form. */
export function tokenOf({ authorization, arguments: { formToken } }: CallRequest): string | undefined {
  return /^Bearer +(.+)$/i.exec(authorization)?.[1] ?? formToken;
}

function permissionProblem(method: Method, settings: SimulatorSettings): Answer | undefined {
  if (method.isAdmin === true && settings.botToken) {
    return refuse('not_allowed_token_type');
  }
  if (method.scope !== undefined && !settings.scopes.includes(method.scope)) {
    return refuse('missing_scope', { needed: method.scope, provided: settings.scopes.join(',') });
  }
  if (method.isAdmin === true && !settings.isEnterprise) {
    return refuse('feature_not_enabled');
  }
  // Assumption: the documentation has this code for the wrong level of token, and no example of it.
  return method.isAdmin === true && !settings.isEnterpriseInstall ? refuse('no_permission') : undefined;
}

/** What Slack tells with every answer to a token that it knows, refusals and rate limits included. */
export function scopeHeaders(slack: Slack, request: CallRequest): Record<string, string> {
  const settings = slack.views.get(tokenOf(request) ?? '')?.settings;
  const scope = METHODS.get(request.method)?.scope;
  if (settings === undefined || settings.omitScopesHeader) {
    return {};
  }
  return {
    'x-oauth-scopes': settings.scopes.join(','),
    ...(scope === undefined ? {} : { 'x-accepted-oauth-scopes': scope }),
  };
}

function answerAuthorized(slack: Slack, view: TokenView, method: Method, request: CallRequest): Answer {
  const { problem, warning, query, isJson } = request.arguments;
  const values = method.formOnly === true && isJson ? query : request.arguments.values;
  const refusal =
    permissionProblem(method, view.settings) ??
    (problem === undefined ? undefined : refuse(problem)) ??
    // Assumption: what a GET of a changing method really gives is not documented.
    (method.postOnly === true && request.httpMethod !== 'POST' ? refuse('invalid_http_method') : undefined);
  const call = { ...view, values, listing: slack.listingOf(view), nowMs: slack.nowMs() };
  const answer = refusal ?? method.answer(call);
  const own = answer.label === 'ok' ? view.settings.warnings : [];
  return withWarnings(answer, [...(warning === undefined ? [] : [warning]), ...own]);
}

export interface CallRequest {
  readonly method: string;
  readonly httpMethod: string;
  readonly authorization: string;
  readonly arguments: CallArguments;
}

/** Does what was asked and says what Slack would say; gates come in the order rate, token, permission, request. */
export function answerCall(slack: Slack, request: CallRequest): Answer {
  const method = METHODS.get(request.method);
  if (method === undefined) {
    return refuse('unknown_method', { req_method: request.method });
  }
  const { rateLimit } = slack.settings;
  const waitSeconds = slack.takeToken(request.method);
  if (waitSeconds > 0) {
    const bodyOnly = rateLimit !== undefined && rateLimit !== 'documented' && rateLimit.retryAfter === 'body-only';
    return limitRate(bodyOnly ? undefined : String(waitSeconds), bodyOnly);
  }
  const token = tokenOf(request);
  if (token === undefined) {
    return refuse('not_authed');
  }
  const view = slack.views.get(token);
  if (view === undefined) {
    return refuse('invalid_auth');
  }
  const problem = slack.tokenError(request.method);
  return problem === undefined ? answerAuthorized(slack, view, method, request) : refuse(problem);
}
