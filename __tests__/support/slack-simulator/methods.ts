import { type Answer, limitRate, refuse, withHeaders, withWarning } from './answers.ts';
import type { CallArguments } from './arguments.ts';
import type { SimulatorSettings } from './options.ts';
import type { Organization } from './organization.ts';
import type { RateLimiter } from './rate-limit.ts';
import { authTest, listSessions, lookupByEmail } from './read-methods.ts';
import { reset, resetBulk } from './reset-methods.ts';

/** What a method sees of a call that passed the gate, and the world it acts on. */
export interface MethodCall {
  readonly values: Readonly<Record<string, unknown>>;
  readonly settings: SimulatorSettings;
  readonly organization: Organization;
}

/** The state of the simulated Slack that decides about a call. */
export interface Slack {
  readonly settings: SimulatorSettings;
  readonly organization: Organization;
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
}

export const RESET_BULK = 'admin.users.session.resetBulk';

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  [RESET_BULK, { answer: resetBulk, scope: 'admin.users:write', isAdmin: true, postOnly: true }],
  ['admin.users.session.reset', { answer: reset, scope: 'admin.users:write', isAdmin: true, postOnly: true }],
  ['admin.users.session.list', { answer: listSessions, scope: 'admin.users:read', isAdmin: true }],
  ['users.lookupByEmail', { answer: lookupByEmail, scope: 'users:read.email' }],
  ['auth.test', { answer: authTest }],
]);

function tokenProblem(slack: Slack, request: CallRequest): string | undefined {
  const token = /^Bearer (.+)$/.exec(request.authorization)?.[1] ?? request.arguments.formToken;
  if (token === undefined) {
    return 'not_authed';
  }
  return token === slack.settings.token ? slack.tokenError(request.method) : 'invalid_auth';
}

function permissionProblem(method: Method, settings: SimulatorSettings): Answer | undefined {
  if (method.isAdmin === true && settings.botToken) {
    return refuse('not_allowed_token_type');
  }
  if (method.scope !== undefined && !settings.scopes.includes(method.scope)) {
    return refuse('missing_scope', { needed: method.scope, provided: settings.scopes.join(',') });
  }
  return method.isAdmin === true && !settings.isEnterprise ? refuse('feature_not_enabled') : undefined;
}

function scopeHeaders(method: Method, settings: SimulatorSettings): Record<string, string> {
  return settings.omitScopesHeader
    ? {}
    : {
        'x-oauth-scopes': settings.scopes.join(','),
        ...(method.scope === undefined ? {} : { 'x-accepted-oauth-scopes': method.scope }),
      };
}

function answerAuthorized(slack: Slack, method: Method, request: CallRequest): Answer {
  const { problem, warning, values } = request.arguments;
  const { settings, organization } = slack;
  const refusal =
    permissionProblem(method, settings) ??
    (problem === undefined ? undefined : refuse(problem)) ??
    // Assumption: what a GET of a changing method really gives is not documented.
    (method.postOnly === true && request.httpMethod !== 'POST' ? refuse('invalid_http_method') : undefined);
  const answer = refusal ?? method.answer({ values, settings, organization });
  const warned = warning === undefined ? answer : withWarning(answer, warning);
  return withHeaders(warned, scopeHeaders(method, settings));
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
  const waitSeconds = slack.takeToken(request.method);
  if (waitSeconds > 0) {
    const bodyOnly = slack.settings.rateLimit?.retryAfter === 'body-only';
    return limitRate(bodyOnly ? undefined : String(waitSeconds), bodyOnly);
  }
  const problem = tokenProblem(slack, request);
  return problem === undefined ? answerAuthorized(slack, method, request) : refuse(problem);
}
