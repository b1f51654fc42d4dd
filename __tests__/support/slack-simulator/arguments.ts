/** What a request says, read as Slack reads it: JSON or form body, and the query. */
export interface CallArguments {
  /** The parsed body, or the query of a request without one; undefined when it cannot be parsed. */
  readonly body: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the URL says, which is part of `values`. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly isJson: boolean;
  /** Where the token may stand besides the header: in a form, never in JSON or in a query. */
  readonly formToken?: string;
  /** Slack's code for a request that cannot be read. */
  readonly problem?: string;
  readonly warning?: string;
}

type ReadBody = Omit<CallArguments, 'query' | 'isJson'>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(text: string): ReadBody {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { body: undefined, values: {}, problem: 'invalid_json' };
  }
  return isRecord(body) ? { body, values: body } : { body, values: {}, problem: 'json_not_object' };
}

function readForm(fields: readonly (readonly [string, string])[]): ReadBody {
  const values = Object.fromEntries(fields);
  const token = values['token'];
  const hasArrayKey = fields.some(([key]) => key.endsWith('[]'));
  return {
    body: values,
    values,
    ...(token === undefined ? {} : { formToken: token }),
    ...(hasArrayKey ? { problem: 'invalid_array_arg' } : {}),
  };
}

async function readMultipart(contentType: string, text: string): Promise<ReadBody> {
  try {
    const form = await new Response(text, { headers: { 'content-type': contentType } }).formData();
    return readForm([...form].map(([key, value]) => [key, typeof value === 'string' ? value : '']));
  } catch {
    return { body: undefined, values: {}, problem: 'invalid_form_data' };
  }
}

async function readBody(contentType: string, text: string): Promise<ReadBody> {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'iso-8859-1'].includes(charset.replaceAll('"', ''))) {
    return { body: undefined, values: {}, problem: 'invalid_charset' };
  }
  switch (type) {
    case 'application/json':
      return { ...readJson(text), ...(charset === undefined ? { warning: 'missing_charset' } : {}) };
    case 'application/x-www-form-urlencoded':
      return {
        ...readForm([...new URLSearchParams(text)]),
        ...(charset === undefined ? {} : { warning: 'superfluous_charset' }),
      };
    case 'multipart/form-data':
      return readMultipart(contentType, text);
    case '':
      return { body: undefined, values: {}, problem: 'missing_post_type' };
    default:
      return { body: undefined, values: {}, problem: 'invalid_post_type' };
  }
}

/** Reads the arguments of a call, whichever way Slack takes them. */
export async function readArguments(request: {
  contentType: string;
  query: URLSearchParams;
  text: string;
}): Promise<CallArguments> {
  const query = Object.fromEntries(request.query);
  if (request.text === '') {
    return { body: query, values: query, query, isJson: false };
  }
  const read = await readBody(request.contentType, request.text);
  const isJson = /^application\/json\b/i.test(request.contentType);
  return { ...read, values: { ...query, ...read.values }, query, isJson };
}

/** Accepts an array, a JSON array in a string, and a comma-separated string; anything else is undefined. */
export function toStrings(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value : undefined;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  if (value.trimStart().startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(value);
      return typeof parsed === 'string' ? undefined : toStrings(parsed);
    } catch {
      return undefined;
    }
  }
  return value.split(',').flatMap((item) => item.trim() || []);
}

/** Accepts what the official SDKs send for true: a boolean, a word, a digit. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

/** Accepts what the official SDKs send for false; absent is not false. */
export function isFalse(value: unknown): boolean {
  return value === false || value === 'false' || value === 0 || value === '0';
}

/** Reads a string argument; absent and empty are both `''`. */
export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
