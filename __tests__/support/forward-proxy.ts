import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Certificate } from './tls-front.ts';

export interface ForwardProxyOptions {
  /** Basic authentication that every request must bring. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Speaks TLS with its clients, with this certificate; the URL names `localhost` then. */
  readonly certificate?: Certificate;
  /** Listens there, on IPv6 if it is such an address. Default: 127.0.0.1. */
  readonly host?: string;
  /** Answers CONNECT with 403. */
  readonly refuseConnect?: boolean;
  /** Answers CONNECT with these bytes, and ends the connection. */
  readonly connectAnswer?: string;
  /** Takes CONNECT and never answers it. */
  readonly hangConnect?: boolean;
  /** Ports on 127.0.0.1 in the place of `host:port` targets; a tunnel to anything else is forwarded as asked. */
  readonly route?: Readonly<Record<string, number>>;
}

/** One request that reached the proxy, refused ones included. */
export interface ProxiedRequest {
  readonly kind: 'connect' | 'absolute';
  /** `host:port` of a tunnel, the whole URL of an absolute-form request. */
  readonly target: string;
  readonly httpMethod: string;
  /** The headers that the proxy could read. */
  readonly headers: IncomingHttpHeaders;
  /** What the proxy answered itself: 200 for a tunnel, 403, 407, 502; undefined when the target answered, or nobody. */
  readonly status: number | undefined;
}

/** A running forward proxy on loopback. */
export interface ForwardProxy {
  /** For `https_proxy` and the like, with the credentials in it. */
  readonly url: string;
  readonly requests: readonly ProxiedRequest[];
  /** Stops listening and destroys every connection, tunnels included. */
  close(): Promise<void>;
}

const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'upgrade'];

function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}

/** Starts a proxy that really forwards, both tunnels and absolute-form requests. */
export async function startForwardProxy(options: ForwardProxyOptions = {}): Promise<ForwardProxy> {
  const { credentials } = options;
  const userInfo = credentials === undefined ? '' : `${credentials.username}:${credentials.password}`;
  const expected = `Basic ${Buffer.from(userInfo).toString('base64')}`;
  const requests: ProxiedRequest[] = [];
  const sockets = new Set<Duplex>();

  const isAllowed = (message: IncomingMessage) =>
    credentials === undefined || message.headers['proxy-authorization'] === expected;

  function keep<Socket extends Duplex>(socket: Socket): Socket {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A peer that goes away is no fault of the proxy.
    socket.on('error', () => socket.destroy());
    return socket;
  }

  function record(kind: ProxiedRequest['kind'], message: IncomingMessage, status: number | undefined): void {
    const { url = '', method = '', headers } = message;
    requests.push({ kind, target: url, httpMethod: method, headers, status });
  }

  function forward(message: IncomingMessage, response: ServerResponse): void {
    const refusal = isAllowed(message) ? (URL.canParse(message.url ?? '') ? undefined : 400) : 407;
    if (refusal !== undefined) {
      record('absolute', message, refusal);
      response.writeHead(refusal, refusal === 407 ? { 'proxy-authenticate': 'Basic realm="proxy"' } : {}).end();
      return;
    }
    const onward = request(message.url ?? '', {
      method: message.method,
      headers: withoutHopByHop(message.headers),
      agent: false,
    });
    onward.once('response', (answer) => {
      record('absolute', message, undefined);
      response.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.headers));
      pipeline(answer, response).catch(() => response.destroy());
    });
    onward.once('error', () => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      record('absolute', message, 502);
      response.writeHead(502).end();
    });
    message.pipe(onward);
  }

  function tunnel(message: IncomingMessage, client: Duplex, head: Buffer): void {
    keep(client);
    const answer = (status: number, text: string, header = '') => {
      record('connect', message, status);
      client.end(`HTTP/1.1 ${status} ${text}\r\n${header}content-length: 0\r\n\r\n`);
    };
    if (!isAllowed(message)) {
      answer(407, 'Proxy Authentication Required', 'proxy-authenticate: Basic realm="proxy"\r\n');
      return;
    }
    if (options.refuseConnect === true) {
      answer(403, 'Forbidden');
      return;
    }
    if (options.connectAnswer !== undefined) {
      record('connect', message, Number(/^HTTP\/1\.1 (\d{3})/.exec(options.connectAnswer)?.[1]));
      client.end(options.connectAnswer);
      return;
    }
    if (options.hangConnect === true) {
      record('connect', message, undefined);
      return;
    }
    const { hostname, port } = new URL(`http://${message.url}`);
    const routed = options.route?.[message.url ?? ''];
    const target = keep(
      routed === undefined
        ? connect(Number(port || 80), hostname.replace(/^\[|\]$/g, ''))
        : connect(routed, '127.0.0.1'),
    );
    target.once('error', () => answer(502, 'Bad Gateway'));
    target.once('connect', () => {
      target.removeAllListeners('error').on('error', () => client.destroy());
      record('connect', message, 200);
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
      target.once('close', () => client.destroy());
      client.once('close', () => target.destroy());
    });
  }

  const { certificate, host = '127.0.0.1' } = options;
  const server = certificate === undefined ? createServer(forward) : createTlsServer(certificate, forward);
  server.on('connection', keep);
  server.on('connect', tunnel);
  // A client that does not trust the certificate goes away, which is what some tests are about.
  server.on('tlsClientError', () => undefined);
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const encoded =
    credentials === undefined
      ? ''
      : `${encodeURIComponent(credentials.username)}:${encodeURIComponent(credentials.password)}@`;

  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: certificate === undefined ? `http://${encoded}${shown}:${port}` : `https://${encoded}localhost:${port}`,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}
