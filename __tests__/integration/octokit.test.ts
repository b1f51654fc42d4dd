import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { NoAnswer } from '../../src/network/no-answer.ts';
import { type ProxySettings, takeProxySettings } from '../../src/network/proxy.ts';
import { type ForwardProxyOptions, startForwardProxy } from '../support/forward-proxy.ts';
import { type Certificate, makeCertificate, startTlsFront } from '../support/tls-front.ts';

const HOST = 'github.example.com';
const DIRECT = takeProxySettings({});

const endings: (() => unknown)[] = [];
const usual = getCACertificates('default');
afterEach(async () => {
  setDefaultCACertificates(usual);
  await Promise.all(endings.splice(0).map((end) => end()));
});

type OpenOctokit = typeof import('../../src/github/octokit.ts')['openOctokit'];
let openOctokit: OpenOctokit;
let ca: Certificate;
let ofProxy: Certificate;
let ofGitHub: Certificate;
beforeAll(async () => {
  ca = await makeCertificate('Test issuer');
  ofProxy = await makeCertificate('localhost', { ca });
  ofGitHub = await makeCertificate(HOST, { ca });
  ({ openOctokit } = await import('../../src/github/octokit.ts'));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** Asks for one thing; returns the answer, or what kept it away. */
async function ask(baseUrl: string, proxies: ProxySettings = DIRECT, request: object = {}) {
  const octokit = openOctokit({ token: 'ghs_made-up', proxies });
  try {
    const { status, data, url, headers } = await octokit.request('GET /repos/octo-org/a', { baseUrl, request });
    return { status, data: data as unknown, url, etag: headers.etag };
  } catch (error) {
    if (!Error.isError(error)) throw error;
    const { cause } = error;
    const status = 'status' in error ? error.status : undefined;
    if (!(cause instanceof NoAnswer)) return { status, message: error.message };
    return { message: cause.message, isUnsent: cause.isUnsent, isLasting: cause.isLasting };
  }
}

async function world(options: ForwardProxyOptions = {}, certificate = ofGitHub) {
  const seen: IncomingMessage[] = [];
  const plain = await serve((message, response) => {
    seen.push(message);
    response.setHeader('content-type', 'application/json').end('{"id":1}');
  });
  const front = await startTlsFront(certificate, plain);
  const proxy = await startForwardProxy({ route: { [`${HOST}:443`]: front.port }, ...options });
  endings.push(front.close, proxy.close);
  return { proxy, seen, settings: takeProxySettings({ HTTPS_PROXY: proxy.url }) };
}

describe('an answer of GitHub', () => {
  it('is what Octokit makes of it', async () => {
    const seen: IncomingMessage[] = [];
    const url = await serve((message, response) => {
      seen.push(message);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', etag: '"x"' }).end('{"id":1}');
    });
    expect(await ask(url)).toEqual({ status: 200, data: { id: 1 }, url: `${url}/repos/octo-org/a`, etag: '"x"' });
    expect(seen.map(({ headers }) => [headers.authorization, headers['user-agent'], headers.host])).toEqual([
      ['token ghs_made-up', 'slack-session-reset', new URL(url).host],
    ]);
  });

  it.each<[number, string]>([
    [404, 'Not Found'],
    [403, 'Resource not accessible by integration'],
    [500, 'Server Error'],
  ])('that is an error keeps its status and its sentence: %d', async (status, message) => {
    const url = await serve((_message, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message })),
    );
    expect(await ask(url)).toEqual({ status, message });
  });

  it('of raw bytes comes whole', async () => {
    const bytes = Buffer.from([0, 255, 195, 10]);
    const url = await serve((_message, response) =>
      response.setHeader('content-type', 'application/octet-stream').end(bytes),
    );
    const { data } = (await ask(url)) as { data: ArrayBuffer };
    expect(Buffer.from(data)).toEqual(bytes);
    const read = (await ask(url, DIRECT, { parseSuccessResponseBody: false })) as { data: ReadableStream };
    expect(Buffer.from(await new Response(read.data).arrayBuffer())).toEqual(bytes);
  });

  it('that leads elsewhere is followed on the same server only', async () => {
    const asked: (string | undefined)[] = [];
    const foreign = await serve((_message, response) => response.end('{"id":3}'));
    const url = await serve(({ url: path }, response) => {
      asked.push(path);
      const isMoved = path === '/repos/octo-org/a';
      if (isMoved) response.writeHead(301, { location: '/repositories/7' }).end();
      else response.writeHead(302, { location: `${foreign}/x` }).end();
    });
    expect(await ask(url)).toMatchObject({ message: 'HTTP 302, a redirect that is not followed', isLasting: true });
    expect(asked).toEqual(['/repos/octo-org/a', '/repositories/7']);
  });

  it('that leads in a circle has an end', async () => {
    let asked = 0;
    const url = await serve(({ url: path }, response) => {
      asked += 1;
      response.writeHead(307, { location: String(path) }).end();
    });
    expect(await ask(url)).toMatchObject({ message: 'HTTP 307, a redirect that is not followed', isLasting: true });
    expect(asked).toBe(4);
  });
});

describe('without an answer of GitHub, the cause is known', () => {
  const failure = (message: string, isUnsent: boolean, isLasting = false) => ({ message, isUnsent, isLasting });

  it('a certificate of an unknown authority, which lasts', async () => {
    const { settings, seen } = await world();
    expect(await ask(`https://${HOST}`, settings)).toEqual(
      failure('certificate not accepted: UNABLE_TO_VERIFY_LEAF_SIGNATURE', true, true),
    );
    expect(seen).toEqual([]);
  });

  it.each<[string, ForwardProxyOptions, string, boolean]>([
    ['that refuses', { refuseConnect: true }, 'HTTP 403', true],
    ['that has no way', { connectAnswer: 'HTTP/1.1 502 Bad Gateway\r\n\r\n' }, 'HTTP 502', false],
  ])('a proxy %s', async (_name, options, cause, isLasting) => {
    const { settings } = await world(options);
    const message = `the proxy did not open a tunnel (${cause})`;
    expect(await ask(`https://${HOST}`, settings)).toEqual(failure(message, true, isLasting));
  });

  it('an answer that is cut off, and one that never comes', async () => {
    const cut = await serve((_message, response) => {
      response.writeHead(200, { 'content-length': '99', 'content-type': 'application/json' });
      response.write('{"id":1}', () => response.destroy());
    });
    expect(await ask(cut)).toEqual(failure('ECONNRESET', false));
    const silent = await serve(() => undefined);
    expect(await ask(silent, DIRECT, { signal: AbortSignal.timeout(100) })).toEqual(
      failure('no answer in time', false),
    );
  });

  it('nobody who listens', async () => {
    const server = createTcpServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await ask(`http://127.0.0.1:${port}`)).toEqual(failure('ECONNREFUSED', true));
  });
});

describe('behind a proxy', () => {
  it('that speaks TLS, GitHub is reached as Slack is', async () => {
    setDefaultCACertificates([ca.cert]);
    const { settings, seen, proxy } = await world({ certificate: ofProxy });
    expect(await ask(`https://${HOST}`, settings)).toMatchObject({ status: 200, data: { id: 1 } });
    expect([seen.length, proxy.requests.map(({ target, headers }) => [target, headers.authorization])]).toEqual([
      1,
      [[`${HOST}:443`, undefined]],
    ]);
  });

  it('a server that is called by plain http is reached through a tunnel too', async () => {
    const plain = await serve((_message, response) => response.setHeader('content-type', 'application/json').end('{}'));
    const proxy = await startForwardProxy({ route: { [`${HOST}:80`]: Number(new URL(plain).port) } });
    endings.push(proxy.close);
    const settings = takeProxySettings({ HTTP_PROXY: proxy.url });
    expect(await ask(`http://${HOST}`, settings)).toMatchObject({ status: 200 });
    expect(proxy.requests.map(({ kind }) => kind)).toEqual(['connect']);
  });
});
