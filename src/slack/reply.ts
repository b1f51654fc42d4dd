import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { parseHttpDate, parseRetryAfter } from '../calls/retry.ts';

/** The result of one HTTP call to Slack. Whatever Slack or the network does is one of these; nothing is thrown. */
export type SlackReply =
  | ({ readonly kind: 'accepted'; readonly body: JsonObject } & Traced)
  /** Slack did not take the call; waiting is all that is needed. */
  | ({ readonly kind: 'rate-limited' } & Traced)
  /** Slack answered with an error code; `unrecognized_error` stands for text that is not a code. */
  | ({ readonly kind: 'refused'; readonly code: string; readonly body: JsonObject } & Traced)
  /** The request had no effect: it cannot have reached Slack. `isLasting`: another attempt would fail the same way. */
  | ({ readonly kind: 'unreachable'; readonly detail: string; readonly isLasting?: boolean } & Traced)
  /** The request may have had its effect. `reason` is a short code of ours, such as `timeout` or `http_502`. */
  | ({ readonly kind: 'unclear'; readonly reason: string; readonly detail: string } & Traced);

interface Traced {
  /** Slack's `x-slack-req-id`, which Slack support asks for. */
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** The scopes that the token has; absent when Slack did not say. */
  readonly scopes?: readonly string[] | undefined;
  /** Slack's own warnings, such as `missing_charset`. */
  readonly warnings?: readonly string[] | undefined;
  /** When Slack answered by its own clock, in ms since the epoch. */
  readonly dateMs?: number | undefined;
}

/** One HTTP response, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const ERROR_CODE = /^[a-z0-9_.]{1,64}$/;
const REQUEST_ID = /^[\w.:-]{1,128}$/;
const TRANSIENT_STATUSES = new Set([408, 429]);

/** Words of ours that say how a person ended: a host that answers with one of them would speak for the Action. */
const OUR_WORDS: ReadonlySet<string> = new Set([
  ...['not_due', 'protected_user', 'no_session', 'deactivated', 'found_signed_in', 'sessions_left', 'signed_in_again'],
  ...['never_listed', 'implausible_listing', 'wrong_person', 'max_users', 'look_failed', 'earlier_roster'],
  ...['time_limit', 'cancelled', 'unreachable', 'timeout', 'connection_lost', 'invalid_response', 'unexpected_error'],
]);

/** Returns whether text can be one of Slack's error codes, and so be shown. */
export function isErrorCode(text: unknown): text is string {
  return typeof text === 'string' && ERROR_CODE.test(text) && !OUR_WORDS.has(text) && !text.startsWith('http_');
}

/**
 * Says what a complete HTTP response means. Only HTTP 2xx with `"ok": true` and without an `error` in a JSON object
 * is an acceptance.
 *
 * @param nowMs - stands in for an answer's `Date` that is missing
 * @see https://docs.slack.dev/apis/web-api/
 */
export function toReply(answer: HttpAnswer, nowMs: number): SlackReply {
  const dateMs = parseHttpDate(single(answer.headers['date']));
  const body = parseObject(answer.text);
  const trace = {
    requestId: requestIdOf(answer.headers),
    retryAfterSeconds: parseRetryAfter(single(answer.headers['retry-after']), dateMs ?? nowMs),
    scopes: scopesOf(answer.headers),
    warnings: warningsOf(body),
    dateMs,
  };
  const code = codeOf(body);
  if (answer.status === 429 || (code === 'ratelimited' && body?.['ok'] === false)) {
    return { kind: 'rate-limited', ...trace };
  }
  if (answer.status >= 500 || TRANSIENT_STATUSES.has(answer.status)) {
    return { kind: 'unclear', reason: `http_${answer.status}`, detail: `HTTP ${answer.status}`, ...trace };
  }
  if (body !== undefined && code !== undefined) {
    return { kind: 'refused', code, body, ...trace };
  }
  const isSuccess = answer.status >= 200 && answer.status < 300;
  if (isSuccess && body?.['ok'] === true) {
    return { kind: 'accepted', body, ...trace };
  }
  return { kind: 'unclear', ...whyUnclear(answer, body !== undefined), ...trace };
}

function whyUnclear({ status, headers }: HttpAnswer, isJson: boolean): { reason: string; detail: string } {
  if (status < 200 || (status >= 300 && status < 400)) {
    const what = status < 200 ? 'which is not an answer' : 'a redirect, which is not followed';
    return { reason: `http_${status}`, detail: `HTTP ${status}, ${what}` };
  }
  if (status >= 400) {
    return { reason: `http_${status}`, detail: `HTTP ${status}` };
  }
  const isCoded = !['', 'identity'].includes(String(headers['content-encoding'] ?? ''));
  const body = isCoded ? 'a compressed body, which was not asked for' : 'a body that is not a JSON object';
  const detail = isJson ? 'JSON without a true or false "ok"' : body;
  return { reason: 'invalid_response', detail: `HTTP ${status} with ${detail}` };
}

/** The code of a refusal. An `ok` that comes with an error is one too: it has accepted nothing. */
function codeOf(body: JsonObject | undefined): string | undefined {
  const error = body?.['error'];
  const isContradiction = body?.['ok'] === true && Boolean(error);
  if (body?.['ok'] !== false && !isContradiction) {
    return undefined;
  }
  return isErrorCode(error) ? error : 'unrecognized_error';
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = parseJson(text.replace(/^\uFEFF/, ''));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps whole numbers that a JavaScript number would round, such as long session IDs, as text. */
function parseJson(text: string): unknown {
  // The reviver makes large bodies slow, so only a text with a long number pays for it.
  if (!/\d{16}/.test(text)) {
    return JSON.parse(text);
  }
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    const isRounded = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isRounded && context?.source !== undefined ? context.source : value;
  });
}

/** @see https://docs.slack.dev/apis/web-api/#responses */
function warningsOf(body: JsonObject | undefined): readonly string[] | undefined {
  const warning = body?.['warning'];
  const metadata = body?.['response_metadata'];
  const listed = isJsonObject(metadata) ? metadata['warnings'] : undefined;
  const all = [...(typeof warning === 'string' ? warning.split(',') : []), ...(Array.isArray(listed) ? listed : [])];
  const codes = all.map((item) => (typeof item === 'string' ? item.trim() : item)).filter(isErrorCode);
  return codes.length === 0 ? undefined : [...new Set(codes)].slice(0, MAX_WARNINGS);
}

const MAX_WARNINGS = 10;

function requestIdOf(headers: HttpAnswer['headers']): string | undefined {
  const value = single(headers['x-slack-req-id']);
  return value !== undefined && REQUEST_ID.test(value) ? value : undefined;
}

function scopesOf(headers: HttpAnswer['headers']): readonly string[] | undefined {
  const value = single(headers['x-oauth-scopes']);
  return value
    ?.split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
