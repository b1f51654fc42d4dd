import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { openConnection, USER_AGENT } from './connection.ts';
import { codeOf, NoAnswer } from './no-answer.ts';
import { type ProxySettings, routeTo } from './proxy.ts';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** One HTTP request. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** The exchange is cut off after this long, whatever the server does. */
  readonly timeoutMs: number;
  /** Cuts the exchange off at once. */
  readonly signal: AbortSignal;
}

/** One HTTP response, read to its end. */
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Makes one HTTP request over a connection of its own, through the proxy that is set for the host. No redirect is
 * followed. The request is begun only when the connection is ready for it, so an error says for certain whether
 * anything of it can have left this machine.
 *
 * @throws NoAnswer
 */
export async function exchange(request: Exchange, settings: ProxySettings): Promise<Answer> {
  const limit = new AbortController();
  const { signal } = limit;
  const cut = (): void => limit.abort();
  const timer = setTimeout(cut, Math.max(1, Math.ceil(request.timeoutMs)));
  request.signal.addEventListener('abort', cut, { once: true });
  if (request.signal.aborted) cut();
  let socket: Socket | undefined;
  try {
    checkHeaders(request.headers);
    const route = routeTo(request.url, settings);
    if (route.kind === 'unusable') throw new NoAnswer(route.problem, { isUnsent: true, isLasting: true });
    socket = await openConnection(request.url, route.kind === 'proxy' ? route : undefined, signal);
    const message = await send(request, socket, signal);
    const answer = { status: message.statusCode ?? 0, headers: message.headers, body: await readBody(message) };
    // Closing a connection takes a moment, which an answer need not wait for.
    setImmediate(() => socket?.destroy());
    return answer;
  } catch (error) {
    socket?.destroy();
    throw explain(error, { request, isUnsent: socket === undefined, isOver: signal.aborted });
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', cut);
  }
}

/** @throws NoAnswer for a text that no header can carry */
function checkHeaders(headers: Exchange['headers']): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      http.validateHeaderValue(name, value);
    } catch (error) {
      throw new NoAnswer(codeOf(error) ?? 'a header that cannot be sent', { isUnsent: true, isLasting: true });
    }
  }
}

async function send(request: Exchange, socket: Socket, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, method, body } = request;
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const sent = http.request({
    method,
    path: `${url.pathname}${url.search}`,
    headers: { ...request.headers, ...length, host: url.host, 'user-agent': USER_AGENT, 'accept-encoding': 'identity' },
    signal,
    createConnection: () => socket,
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', (message) => {
      // An error that comes when the answer has been read must not end the process.
      message.on('error', () => undefined);
      resolve(message);
    });
    sent.on('error', reject);
  });
  sent.end(body);
  return Promise.race([response, closedWithoutAnswer(socket)]);
}

/** Node closes the connection, without an error, on which a server switches to another protocol. */
function closedWithoutAnswer(socket: Socket): Promise<never> {
  return new Promise((_resolve, reject) => {
    const giveUp = (): void => reject(new NoAnswer('HTTP 101, a switch to another protocol', { reason: 'http_101' }));
    // Later than the error of any other close.
    socket.once('close', () => setImmediate(giveUp));
  });
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) {
      throw new NoAnswer('an answer of more than 32 MiB', { reason: 'invalid_response' });
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

interface Failure {
  readonly request: Exchange;
  readonly isUnsent: boolean;
  readonly isOver: boolean;
}

function explain(error: unknown, { request, isUnsent, isOver }: Failure): NoAnswer {
  if (isOver && isCancelled(request.signal)) {
    return new NoAnswer('cut off because the run was cancelled', { reason: 'cancelled', isUnsent });
  }
  if (isOver) {
    const limit = request.signal.aborted ? 'in time' : `within ${seconds(request)} s`;
    const message = isUnsent && error instanceof NoAnswer ? error.message : `no answer ${limit}`;
    return new NoAnswer(message, { reason: 'timeout', isUnsent });
  }
  if (error instanceof NoAnswer) return error;
  return new NoAnswer(codeOf(error) ?? 'connection lost', { isUnsent });
}

/** A signal of the caller's may also be a limit of time. */
function isCancelled({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(Error.isError(reason) && reason.name === 'TimeoutError');
}

function seconds({ timeoutMs }: Exchange): string {
  return String(Math.round(timeoutMs / 100) / 10);
}
