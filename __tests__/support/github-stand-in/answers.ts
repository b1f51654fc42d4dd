/** An answer ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An answer that a test orders, in place of what the stand-in would do. */
export type ScriptedAnswer =
  | { readonly kind: 'normal' }
  | ({ readonly kind: 'answer' } & Answer)
  /** Does what was asked, but sends this. */
  | ({ readonly kind: 'answer-after-acting' } & Answer)
  /** Destroys the connection; `mid-body` sends the head and half of the body first. */
  | { readonly kind: 'cut'; readonly when: 'before-acting' | 'after-acting' | 'mid-body' }
  /** Changes the head of what the stand-in answers, and cuts it in the middle of the body. */
  | { readonly kind: 'cut-as'; readonly contentType: string };

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
const DOCUMENTATION = 'https://docs.github.com/rest';

/** What GitHub sends as JSON. */
export function json(value: unknown, status = 200): Answer {
  return { status, headers: JSON_TYPE, body: JSON.stringify(value) };
}

/** GitHub's form of an error. */
export function refuse(status: number, message: string, more: object = {}): Answer {
  return json({ message, ...more, documentation_url: DOCUMENTATION, status: String(status) }, status);
}

/** What a missing permission of the job's token gives. */
export const FORBIDDEN = refuse(403, 'Resource not accessible by integration');

/** What a path gives that is not there, or not for this token. */
export const NOT_FOUND = refuse(404, 'Not Found');

/** A transient failure of GitHub's own. */
export const SERVER_ERROR = refuse(500, 'Server Error');

/** What stands before GitHub when nothing behind it answers. */
export const BAD_GATEWAY: Answer = {
  status: 502,
  headers: HTML_TYPE,
  body: '<!DOCTYPE html>\n<html><head><title>Unicorn! &middot; GitHub</title></head><body></body></html>\n',
};

/** A page of somebody in between, with the status of success. */
export const LOGIN_PAGE: Answer = { status: 200, headers: HTML_TYPE, body: '<html><body>Sign in</body></html>\n' };

/**
 * The limit on too many requests at a time.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function secondaryLimit(retryAfterSeconds: number): Answer {
  const answer = refuse(
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  );
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } };
}

/** The limit on requests in an hour, which ends at `resetMs` since the epoch. */
export function primaryLimit(resetMs: number): Answer {
  const answer = refuse(403, 'API rate limit exceeded for installation ID 1296269.');
  const reset = String(Math.ceil(resetMs / 1000));
  return { ...answer, headers: { ...answer.headers, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } };
}

/** Orders an answer as it stands. */
export function answerWith(answer: Answer): ScriptedAnswer {
  return { kind: 'answer', ...answer };
}
