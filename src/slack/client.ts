import type { IncomingMessage, RequestOptions } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { type SlackReply, toReply } from './reply.ts';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

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

/** Error codes of Node that mean: no connection came about, or none was tried, so no request left this machine. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EPROTO',
  'ERR_INVALID_URL',
  'ERR_INVALID_PROTOCOL',
  'ERR_INVALID_CHAR',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Calls Slack's Web API over HTTP(S), through the proxy that `HTTPS_PROXY` and `NO_PROXY` name. */
export class SlackClient {
  readonly #token: string;
  readonly #apiUrl: string;

  /** @param apiUrl - base URL that ends in a slash */
  constructor(apiUrl: string, token: string) {
    this.#apiUrl = apiUrl;
    this.#token = token;
  }

  /** Makes one HTTP call and says what came of it. Never throws for what Slack or the network does. */
  async call(request: SlackRequest): Promise<SlackReply> {
    const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(request.timeoutMs)));
    const signal = AbortSignal.any([request.signal, timeout]);
    try {
      const message = await this.#post(request, signal);
      const text = await readText(message);
      return toReply({ status: message.statusCode ?? 0, headers: message.headers, text }, Date.now());
    } catch (error) {
      if (request.signal.aborted) {
        return { kind: 'unclear', reason: 'cancelled', detail: 'cut off by the cancellation of the run' };
      }
      if (timeout.aborted) {
        return { kind: 'unclear', reason: 'timeout', detail: `no answer within ${seconds(request.timeoutMs)} s` };
      }
      return toFailure(error);
    }
  }

  async #post(request: SlackRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const handler = {
      prepareRequest(options: RequestOptions): void {
        options.signal = signal;
      },
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error('not supported')),
    };
    // A fresh connection for each call: a kept one that the server has meanwhile closed fails in a way that
    // cannot be told from a call that was carried out.
    const http = new HttpClient('slack-session-reset', [handler], {
      allowRedirects: false,
      keepAlive: false,
      socketTimeout: request.timeoutMs + 1000,
    });
    const { text, type } = encode(request.body);
    const response = http.post(`${this.#apiUrl}${request.method}`, text, {
      Authorization: `Bearer ${this.#token}`,
      'Content-Type': type,
      Accept: 'application/json',
    });
    // A request that still waits for its tunnel takes no notice of the signal.
    return (await Promise.race([response, abortOf(signal)])).message;
  }
}

/** Rejects when the signal fires. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}

function encode(body: SlackRequest['body']): { text: string; type: string } {
  if ('json' in body) {
    return { text: JSON.stringify(body.json), type: 'application/json; charset=utf-8' };
  }
  return { text: new URLSearchParams(body.form).toString(), type: 'application/x-www-form-urlencoded' };
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    // Leaving the loop closes the connection.
    if (bytes > MAX_BODY_BYTES) break;
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toFailure(error: unknown): SlackReply {
  const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
  // The tunnel to a proxy reports each of its failures as a reset connection; the request was never sent.
  if (Error.isError(error) && error.message.startsWith('tunneling socket could not be established')) {
    return { kind: 'unreachable', detail: `the proxy did not open a tunnel (${proxyCause(error.message)})` };
  }
  if (UNREACHABLE.has(code)) {
    return { kind: 'unreachable', detail: code };
  }
  return { kind: 'unclear', reason: 'connection_lost', detail: /^\w{1,40}$/.test(code) ? code : 'connection lost' };
}

function proxyCause(message: string): string {
  const status = /statusCode=(\d{3})/.exec(message);
  return status === null ? 'no connection' : `HTTP ${status[1]}`;
}

function seconds(ms: number): string {
  return String(Math.round(ms / 100) / 10);
}
