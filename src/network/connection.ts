import { request } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { codeOf, NoAnswer } from './no-answer.ts';
import { type HttpProxy, hostOf, portOf } from './proxy.ts';

/** The user agent of every request; without a version, since monitoring rules raise an alarm at every new one. */
export const USER_AGENT = 'slack-session-reset';

/** How a step towards a connection failed. */
interface Setback {
  /** In words that can stand alone or in brackets. */
  readonly cause: string;
  readonly isLasting?: boolean;
}

/**
 * Opens a connection that is ready for a request, with TCP, the tunnel through the proxy, and TLS all established.
 * Certificates are always checked, each against the host that it is for.
 *
 * @throws NoAnswer, unsent, when any of them fails or the signal fires first
 */
export async function openConnection(url: URL, proxy: HttpProxy | undefined, signal: AbortSignal): Promise<Socket> {
  if (proxy === undefined) {
    return openHop(url, signal, ({ cause, isLasting = false }) => new NoAnswer(cause, { isUnsent: true, isLasting }));
  }
  const refuse = ({ cause, isLasting = false }: Setback): NoAnswer =>
    new NoAnswer(`the proxy did not open a tunnel (${cause})`, { isUnsent: true, isLasting });
  const hop = await openHop(proxy.url, signal, refuse);
  const tunnel = await openTunnel(hop, { url, proxy, signal, refuse });
  if (url.protocol !== 'https:') {
    return tunnel;
  }
  const fail = ({ cause, isLasting = false }: Setback): NoAnswer => new NoAnswer(cause, { isUnsent: true, isLasting });
  return secure(tunnel, { url, signal, fail, secureContext: await loadAuthorities() });
}

type Fail = (setback: Setback) => NoAnswer;

async function openHop(url: URL, signal: AbortSignal, fail: Fail): Promise<Socket> {
  const socket = connect({ host: hostOf(url), port: portOf(url) });
  const opened = ready(socket, { event: 'connect', what: 'connection', signal, fail });
  if (url.protocol !== 'https:') {
    await opened;
    return socket;
  }
  // Loading the certificate authorities takes about as long as connecting, so it is done in the meantime.
  const [secureContext] = await Promise.all([loadAuthorities(), opened]);
  return secure(socket, { url, signal, fail, secureContext });
}

/** What TLS trusts: the certificate authorities of Node, and those of `NODE_EXTRA_CA_CERTS`. */
async function loadAuthorities(): Promise<SecureContext> {
  return createSecureContext();
}

/** Speaks TLS over a connection with the host of the URL. */
async function secure(
  socket: Socket,
  { url, signal, fail, secureContext }: { url: URL; signal: AbortSignal; fail: Fail; secureContext: SecureContext },
): Promise<TLSSocket> {
  const host = hostOf(url);
  const tls = connectTls({
    socket,
    host,
    secureContext,
    // Names only: TLS knows no server name that is an address.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED has no say.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  const failTls: Fail = (setback) =>
    tls.authorizationError
      ? fail({ cause: `certificate not accepted: ${setback.cause}`, isLasting: true })
      : fail(setback);
  await ready(tls, { event: 'secureConnect', what: 'TLS handshake', signal, fail: failTls });
  return tls;
}

interface Waiting {
  readonly event: 'connect' | 'secureConnect';
  /** For messages: what is waited for. */
  readonly what: string;
  readonly signal: AbortSignal;
  readonly fail: Fail;
}

/** Waits for a socket's event; a socket that fails first is destroyed. */
function ready(socket: Socket, { event, what, signal, fail }: Waiting): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (setback: Setback): void => {
      signal.removeEventListener('abort', abort);
      reject(fail(setback));
      socket.destroy();
    };
    const abort = (): void => giveUp({ cause: `no ${what} in time` });
    // Stays for the life of the socket: an error after its end must not end the process.
    socket.on('error', (error) => giveUp({ cause: codeOf(error) ?? `no ${what}` }));
    socket.once('close', () => giveUp({ cause: `closed before the ${what}` }));
    socket.once(event, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

interface TunnelOptions {
  readonly url: URL;
  readonly proxy: HttpProxy;
  readonly signal: AbortSignal;
  readonly refuse: Fail;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-connect */
function openTunnel(hop: Socket, { url, proxy, signal, refuse }: TunnelOptions): Promise<Socket> {
  const authority = `${url.hostname}:${portOf(url)}`;
  const ask = request({
    method: 'CONNECT',
    path: authority,
    headers: {
      host: authority,
      'user-agent': USER_AGENT,
      ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
    },
    createConnection: () => hop,
  });
  return new Promise<Socket>((resolve, reject) => {
    let isSettled = false;
    const settle = (setback?: Setback): void => {
      // The request closes as soon as the tunnel is open.
      if (isSettled) return;
      isSettled = true;
      signal.removeEventListener('abort', abort);
      if (setback === undefined) {
        resolve(hop);
        return;
      }
      reject(refuse(setback));
      hop.destroy();
    };
    const abort = (): void => settle({ cause: 'no answer in time' });
    ask.on('error', (error) => settle({ cause: codeOf(error) ?? 'no answer' }));
    ask.once('close', () => settle({ cause: 'no answer' }));
    ask.once('connect', ({ statusCode = 0 }, _socket, head: Buffer) => settle(judge(statusCode, head)));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    ask.end();
  });
}

/** A proxy that wants other credentials, or forbids the host, does so the next time as well. */
function judge(status: number, head: Buffer): Setback | undefined {
  if (status < 200 || status > 299) {
    return { cause: `HTTP ${status}`, isLasting: status >= 400 && status < 500 && status !== 408 && status !== 429 };
  }
  // Nobody has spoken to the server yet, so these are the proxy's own words.
  return head.length > 0 ? { cause: 'an answer that is not a tunnel' } : undefined;
}
