/** An answer ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `ok`, Slack's error code, or what else was sent: what the record of the request says. */
  readonly label: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Slack's `{"ok":true}` with what belongs to it. */
export function accept(body: object = {}): Answer {
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ ok: true, ...body }), label: 'ok' };
}

/** Slack's `{"ok":false}`; refusals come with HTTP 200 unless told otherwise. */
export function refuse(error: string, body: object = {}, status = 200): Answer {
  return { status, headers: JSON_TYPE, body: JSON.stringify({ ok: false, error, ...body }), label: error };
}

/** A refusal with the lines that Slack adds for developers. */
export function refuseWithMessages(error: string, messages: readonly string[]): Answer {
  return refuse(error, { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } });
}

/** Slack's rate limit: 429 with `Retry-After`, or the rarer form that has neither. */
export function limitRate(retryAfter: string | undefined, bodyOnly: boolean): Answer {
  const answer = refuse('ratelimited', {}, bodyOnly ? 200 : 429);
  return retryAfter === undefined ? answer : withHeaders(answer, { 'retry-after': retryAfter });
}

/** The page that Slack's web servers send for a path that is no method. */
export function notFoundPage(): Answer {
  return {
    status: 404,
    headers: { 'content-type': 'text/html; charset=iso-8859-1' },
    body: '<!DOCTYPE HTML>\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n</body></html>\n',
    label: 'http 404',
  };
}

export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Adds warnings in both places where Slack puts them. */
export function withWarnings(answer: Answer, warnings: readonly string[]): Answer {
  if (warnings.length === 0) {
    return answer;
  }
  const added = JSON.stringify({ warning: warnings.join(','), response_metadata: { warnings } });
  const metadata = /"response_metadata":\{(?=")/;
  const body = metadata.test(answer.body)
    ? answer.body
        .replace(metadata, (opening) => `${opening}"warnings":${JSON.stringify(warnings)},`)
        .replace(/^\{/, () => `{"warning":${JSON.stringify(warnings.join(','))},`)
    : `${answer.body.slice(0, -1)},${added.slice(1)}`;
  return { ...answer, body };
}
