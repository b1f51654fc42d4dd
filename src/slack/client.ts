import { exchange } from '../network/exchange.ts';
import { NoAnswer } from '../network/no-answer.ts';
import type { ProxySettings } from '../network/proxy.ts';
import { type SlackReply, toReply } from './reply.ts';

/** One request to a Web API method. */
export interface SlackRequest {
  readonly method: string;
  /** What goes into the body: a JSON object, or the fields of a form, which is what methods that read data take. */
  readonly body:
    | { readonly json: Readonly<Record<string, unknown>> }
    | { readonly form: Readonly<Record<string, string>> };
  /** The call is cut off after this long, whatever the server does. */
  readonly timeoutMs: number;
  /** Cuts the call off at once. */
  readonly signal: AbortSignal;
}

/** Calls Slack's Web API over HTTP(S). */
export class SlackClient {
  readonly #apiUrl: string;
  readonly #token: string;
  readonly #proxies: ProxySettings;

  /** @param apiUrl - base URL that ends in a slash */
  constructor(apiUrl: string, token: string, proxies: ProxySettings) {
    this.#apiUrl = apiUrl;
    this.#token = token;
    this.#proxies = proxies;
  }

  /** Makes one HTTP call and says what came of it. Never throws for what Slack or the network does. */
  async call({ method, body, timeoutMs, signal }: SlackRequest): Promise<SlackReply> {
    const { text, type } = encode(body);
    const headers = { Authorization: `Bearer ${this.#token}`, 'Content-Type': type, Accept: 'application/json' };
    const url = `${this.#apiUrl}${method}`;
    if (!URL.canParse(url)) return { kind: 'unreachable', detail: 'ERR_INVALID_URL', isLasting: true };
    try {
      const request = { method: 'POST', url: new URL(url), headers, body: text, timeoutMs, signal };
      const answer = await exchange(request, this.#proxies);
      return toReply({ ...answer, text: answer.body.toString('utf8') }, Date.now());
    } catch (error) {
      if (error instanceof NoAnswer) return toFailure(error);
      throw error;
    }
  }
}

function encode(body: SlackRequest['body']): { text: string; type: string } {
  if ('json' in body) {
    return { text: JSON.stringify(body.json), type: 'application/json; charset=utf-8' };
  }
  return { text: new URLSearchParams(body.form).toString(), type: 'application/x-www-form-urlencoded' };
}

function toFailure({ message: detail, reason, isUnsent, isLasting }: NoAnswer): SlackReply {
  return isUnsent
    ? { kind: 'unreachable', detail, ...(isLasting ? { isLasting } : {}) }
    : { kind: 'unclear', reason, detail };
}
