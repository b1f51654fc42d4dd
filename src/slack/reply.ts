import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { parseRetryAfter } from '../calls/retry.ts';

/** What one HTTP call to Slack came to. Whatever Slack or the network does is one of these; nothing is thrown. */
export type SlackReply =
  | ({ readonly kind: 'accepted'; readonly body: JsonObject; readonly scopes: readonly string[] | undefined } & Traced)
  /** Slack did not take the call; waiting is all that is needed. */
  | ({ readonly kind: 'rate-limited' } & Traced)
  /** Slack answered with an error code; `unrecognized_error` stands for a text that is no code. */
  | ({ readonly kind: 'refused'; readonly code: string; readonly body: JsonObject } & Traced)
  /** The request had no effect: it cannot have reached Slack. `isLasting`: another try fails in the same way. */
  | ({ readonly kind: 'unreachable'; readonly detail: string; readonly isLasting?: boolean } & Traced)
  /** The request may have had its effect. `reason` is a short code of ours, such as `timeout` or `http_502`. */
  | ({ readonly kind: 'unclear'; readonly reason: string; readonly detail: string } & Traced);

interface Traced {
  /** Slack's `x-slack-req-id`, the handle that Slack's support asks for. */
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
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

/** Tells whether a text can be one of Slack's error codes, and so be shown. */
export function isErrorCode(text: unknown): text is string {
  return typeof text === 'string' && ERROR_CODE.test(text);
}

/**
 * Says what a complete HTTP response means. Only HTTP 2xx with `"ok": true` in a JSON object is an acceptance.
 *
 * @param nowMs - needed for a `Retry-After` that is a date
 * @see https://docs.slack.dev/apis/web-api/
 */
export function toReply(answer: HttpAnswer, nowMs: number): SlackReply {
  const trace = {
    requestId: requestIdOf(answer.headers),
    retryAfterSeconds: parseRetryAfter(single(answer.headers['retry-after']), nowMs),
  };
  const body = parseObject(answer.text);
  const code = body?.['ok'] === false ? codeOf(body) : undefined;
  if (answer.status === 429 || code === 'ratelimited') {
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
    return { kind: 'accepted', body, scopes: scopesOf(answer.headers), ...trace };
  }
  return { kind: 'unclear', ...whyUnclear(answer.status, body !== undefined), ...trace };
}

function whyUnclear(status: number, isJson: boolean): { reason: string; detail: string } {
  if (status >= 300 && status < 400) {
    return { reason: `http_${status}`, detail: `HTTP ${status}, a redirect, which is not followed` };
  }
  if (status >= 400) {
    return { reason: `http_${status}`, detail: `HTTP ${status}` };
  }
  const detail = isJson ? 'JSON without a true or false "ok"' : 'a body that is not a JSON object';
  return { reason: 'invalid_response', detail: `HTTP ${status} with ${detail}` };
}

function codeOf(body: JsonObject): string {
  const error = body['error'];
  return isErrorCode(error) ? error : 'unrecognized_error';
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

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
