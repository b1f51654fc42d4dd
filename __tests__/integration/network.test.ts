import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { takeProxySettings } from '../../src/network/proxy.ts';
import { SlackClient } from '../../src/slack/client.ts';
import { openSilentPort } from '../support/dropped-connections.ts';
import { type ForwardProxyOptions, startForwardProxy } from '../support/forward-proxy.ts';
import { openServer } from '../support/open-server.ts';
import { type Certificate, makeCertificate, startTlsFront } from '../support/tls-front.ts';

const HOST = 'slack.example.com';
const HAS_IPV6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

const endings: (() => unknown)[] = [];
const usual = getCACertificates('default');
afterEach(async () => {
  setDefaultCACertificates(usual);
  await Promise.all(endings.splice(0).map((end) => end()));
});

let ca: Certificate;
let ofSlack: Certificate;
let ofProxy: Certificate;
beforeAll(async () => {
  ca = await makeCertificate('Test issuer');
  ofSlack = await makeCertificate(HOST, { ca });
  ofProxy = await makeCertificate('localhost', { ca });
});

async function listen(server: Server, host?: string): Promise<number> {
  const { port, close } = await openServer(server, host);
  endings.push(close);
  return port;
}

interface CallOptions {
  readonly proxy?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

function call(origin: string, { proxy, timeoutMs = 5000, signal }: CallOptions = {}) {
  const proxies = takeProxySettings(proxy === undefined ? {} : { HTTPS_PROXY: proxy });
  const client = new SlackClient(`${origin}/api/`, 'xoxp-made-up-token', proxies);
  return client.call({
    method: 'auth.test',
    body: { form: {} },
    timeoutMs,
    signal: signal ?? new AbortController().signal,
  });
}

/** A server behind TLS under the name of Slack, and a proxy that leads to it. */
async function world(options: ForwardProxyOptions = {}, certificate = ofSlack) {
  const seen: string[] = [];
  const plain: RequestListener = ({ url, headers }, response) => {
    seen.push(`${headers['host']}${url}`);
    response.end('{"ok":true}');
  };
  const port = await listen(createServer(plain));
  const front = await startTlsFront(certificate, `http://127.0.0.1:${port}`);
  const route = { [`${HOST}:443`]: front.port, '[2001:db8::7]:443': front.port };
  const proxy = await startForwardProxy({ route, ...options });
  endings.push(front.close, proxy.close);
  return { proxy, seen };
}

const untouched = (detail: string) => ({ kind: 'unreachable', detail });
const noTunnel = (cause: string) => untouched(`the proxy did not open a tunnel (${cause})`);
const lasting = (reply: object) => ({ ...reply, isLasting: true });

describe('before the connection is established, nothing can have happened', () => {
  it('when nobody answers the attempt to connect', async () => {
    const silent = await openSilentPort();
    if (silent === undefined) {
      process.stderr.write('SKIPPED: this system drops no attempts to connect.\n');
      return;
    }
    endings.push(silent.close);
    const origin = `https://127.0.0.1:${silent.port}`;
    expect(await call(origin, { timeoutMs: 300 })).toEqual(untouched('no connection in time'));
    expect(await call(origin.replace('https', 'http'), { timeoutMs: 300 })).toEqual(untouched('no connection in time'));
    expect(await call(`https://${HOST}`, { timeoutMs: 300, proxy: `127.0.0.1:${silent.port}` })).toEqual(
      noTunnel('no connection in time'),
    );
  });

  it('when the TLS hello is never answered', async () => {
    const port = await listen(createTcpServer());
    expect(await call(`https://127.0.0.1:${port}`, { timeoutMs: 200 })).toEqual(untouched('no TLS handshake in time'));
    expect(await call(`https://${HOST}`, { timeoutMs: 200, proxy: `https://127.0.0.1:${port}` })).toEqual(
      noTunnel('no TLS handshake in time'),
    );
  });

  it('when the connection ends in the TLS handshake', async () => {
    const port = await listen(createTcpServer((socket) => socket.once('data', () => socket.end())));
    const reset = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
    expect(await call(`https://127.0.0.1:${port}`)).toEqual(untouched('ECONNRESET'));
    expect(await call(`https://127.0.0.1:${reset}`)).toEqual(untouched('ECONNRESET'));
  });

  it('when the proxy never answers', async () => {
    const { proxy, seen } = await world({ hangConnect: true });
    expect(await call(`https://${HOST}`, { proxy: proxy.url, timeoutMs: 200 })).toEqual(noTunnel('no answer in time'));
    expect(seen).toEqual([]);
  });

  it('when the run is cancelled meanwhile', async () => {
    const { proxy } = await world({ hangConnect: true });
    const cancellation = new AbortController();
    setTimeout(() => cancellation.abort(), 100);
    expect(await call(`https://${HOST}`, { proxy: proxy.url, signal: cancellation.signal })).toEqual(
      untouched('cut off because the run was cancelled'),
    );
  });

  const body = '{"ok":true,"error":"user_not_found"}';
  const answer = (head: string) =>
    `HTTP/1.1 ${head}\r\nContent-Type: application/json\r\nContent-Length: 36\r\n\r\n${body}`;
  it.each<[string, string, object]>([
    ['502', answer('502 Bad Gateway'), noTunnel('HTTP 502')],
    ['429', answer('429 Too Many Requests'), noTunnel('HTTP 429')],
    ['407', answer('407 Proxy Authentication Required'), lasting(noTunnel('HTTP 407'))],
    ['403', answer('403 Forbidden'), lasting(noTunnel('HTTP 403'))],
    ['a redirect', answer('302 Found'), noTunnel('HTTP 302')],
    ['200 with words of its own', answer('200 OK'), noTunnel('an answer that is not a tunnel')],
    ['200 and the end', 'HTTP/1.1 200 OK\r\n\r\n', untouched('ECONNRESET')],
    ['no HTTP', '220 mail.example.com ESMTP\r\n\r\n', noTunnel('HPE_INVALID_CONSTANT')],
    ['nothing', '', noTunnel('ECONNRESET')],
  ])("when the proxy's answer is %s, which is never taken for one of Slack's", async (_name, connectAnswer, reply) => {
    const { proxy, seen } = await world({ connectAnswer });
    expect(await call(`https://${HOST}`, { proxy: proxy.url })).toEqual(reply);
    expect(seen).toEqual([]);
  });
});

/** Hands over every TCP connection that this process begins to open. */
function watchSockets(act: (socket: Socket) => void): void {
  const listener = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'socket' in message) act(message.socket as Socket);
  };
  subscribe('net.client.socket', listener);
  endings.push(() => void unsubscribe('net.client.socket', listener));
}

const networkDown = (code: string) => Object.assign(new Error(`read ${code}`), { code });

describe('once the connection was established, it may have happened', () => {
  it.each(['ENETDOWN', 'EHOSTUNREACH', 'EPROTO', 'ECONNREFUSED', 'CERT_HAS_EXPIRED'])(
    'even when the error is %s',
    async (code) => {
      let own: Socket | undefined;
      watchSockets((socket) => {
        own ??= socket;
      });
      const port = await listen(createServer(() => own?.destroy(networkDown(code))));
      expect(await call(`http://127.0.0.1:${port}`)).toEqual({
        kind: 'unclear',
        reason: 'connection_lost',
        detail: code,
      });
    },
  );

  it('and not when the same error comes before', async () => {
    watchSockets((socket) => socket.destroy(networkDown('ENETDOWN')));
    expect(await call('http://127.0.0.1:9')).toEqual(untouched('ENETDOWN'));
  });

  it('when the server resets the connection, or ends it, after the request', async () => {
    const reset = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
    const end = await listen(createTcpServer((socket) => socket.once('data', () => socket.end())));
    const lost = { kind: 'unclear', reason: 'connection_lost', detail: 'ECONNRESET' };
    expect([await call(`http://127.0.0.1:${reset}`), await call(`http://127.0.0.1:${end}`)]).toEqual([lost, lost]);
  });

  it('when the server switches to another protocol', async () => {
    const head = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    const port = await listen(createTcpServer((socket) => socket.once('data', () => socket.write(`${head}hello`))));
    expect(await call(`http://127.0.0.1:${port}`)).toEqual({
      kind: 'unclear',
      reason: 'http_101',
      detail: 'HTTP 101, a switch to another protocol',
    });
  });

  it('though an error after the answer changes nothing', async () => {
    let own: Socket | undefined;
    watchSockets((socket) => {
      own ??= socket;
    });
    const port = await listen(createServer((_message, response) => response.end('{"ok":true}')));
    expect(await call(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'accepted' });
    own?.emit('error', networkDown('ECONNRESET'));
    expect(own?.destroyed).toBe(true);
  });
});

describe('a proxy', () => {
  it('that speaks TLS is checked by its own name, and Slack by its own', async () => {
    setDefaultCACertificates([ca.cert]);
    const { proxy, seen } = await world({ certificate: ofProxy });
    expect(await call(`https://${HOST}`, { proxy: proxy.url })).toMatchObject({ kind: 'accepted' });
    expect([seen, proxy.requests.map(({ target }) => target)]).toEqual([[`${HOST}/api/auth.test`], [`${HOST}:443`]]);
  });

  it("that shows Slack's certificate is refused, and so is a server that shows the proxy's", async () => {
    setDefaultCACertificates([ca.cert]);
    const refusal = 'certificate not accepted: ERR_TLS_CERT_ALTNAME_INVALID';
    const asSlack = await world({ certificate: ofSlack });
    expect(await call(`https://${HOST}`, { proxy: asSlack.proxy.url })).toEqual(lasting(noTunnel(refusal)));
    const asProxy = await world({ certificate: ofProxy }, ofProxy);
    expect(await call(`https://${HOST}`, { proxy: asProxy.proxy.url })).toEqual(lasting(untouched(refusal)));
    expect([asSlack.seen, asProxy.seen, asSlack.proxy.requests]).toEqual([[], [], []]);
  });

  it('gets the name of this Action and its own credentials, and nothing of the request', async () => {
    setDefaultCACertificates([ca.cert]);
    const { proxy } = await world({ credentials: { username: 'jo doe', password: 'p@ss:w%rd' } });
    expect(await call(`https://${HOST}`, { proxy: proxy.url })).toMatchObject({ kind: 'accepted' });
    expect(proxy.requests.map(({ headers }) => headers)).toEqual([
      {
        host: `${HOST}:443`,
        'user-agent': 'slack-session-reset',
        'proxy-authorization': expect.stringMatching(/^Basic /),
        connection: 'close',
      },
    ]);
  });
});

(HAS_IPV6 ? describe : describe.skip)('IPv6 (skipped where this machine has no ::1)', () => {
  it('is the way to a server, and to a proxy', async () => {
    setDefaultCACertificates([ca.cert]);
    const port = await listen(
      createServer((_message, response) => response.end('{"ok":true}')),
      '::1',
    );
    expect(await call(`http://[::1]:${port}`)).toMatchObject({ kind: 'accepted' });
    const { proxy } = await world({ host: '::1' });
    expect(proxy.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect(await call(`https://${HOST}`, { proxy: proxy.url })).toMatchObject({ kind: 'accepted' });
  });

  it('is an address that the certificate must hold', async () => {
    setDefaultCACertificates([ca.cert]);
    const origin = 'https://[2001:db8::7]';
    const right = await world({}, await makeCertificate('2001:db8::7', { ca }));
    const wrong = await world({}, await makeCertificate('2001:db8::8', { ca }));
    const through = (to: typeof right) => call(origin, { proxy: to.proxy.url });
    expect(await through(right)).toMatchObject({ kind: 'accepted' });
    expect(await through(wrong)).toMatchObject(lasting({ kind: 'unreachable' }));
  });
});

describe('the name that a request bears', () => {
  it('is the same in every run', async () => {
    const names: (string | undefined)[] = [];
    const port = await listen(
      createServer(({ headers }, response) => {
        names.push(headers['user-agent']);
        response.end('{"ok":true}');
      }),
    );
    process.env['ACTIONS_ORCHESTRATION_ID'] = 'run-1.job';
    endings.push(() => delete process.env['ACTIONS_ORCHESTRATION_ID']);
    await call(`http://127.0.0.1:${port}`);
    expect(names).toEqual(['slack-session-reset']);
  });
});
