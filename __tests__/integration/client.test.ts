import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ProxySettings, takeProxySettings } from '../../src/network/proxy.ts';
import { parseEmail } from '../../src/people/email.ts';
import { SlackClient, type SlackRequest } from '../../src/slack/client.ts';
import { createSlackApi, type SlackApi } from '../../src/slack/methods.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { openServer } from '../support/open-server.ts';
import { userIds } from '../support/reset-stand.ts';
import { type Certificate, type CertificateOptions, makeCertificate, startTlsFront } from '../support/tls-front.ts';

const TOKEN = 'xoxp-made-up-token';
const NO_PROXY = takeProxySettings({});

const endings: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

/** @returns the port */
async function listen(server: Server): Promise<number> {
  const { port, close } = await openServer(server);
  endings.push(close);
  return port;
}

/** Starts a server of that behaviour. @returns the base URL of its API */
async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(listener))}/api/`;
}

/** Starts a server that writes these bytes to whoever connects and asks. @returns the base URL of its API */
async function serveBytes(answer: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => socket.once('data', () => answer(socket)));
  return `http://127.0.0.1:${await listen(server)}/api/`;
}

/** @returns a port that nobody listens on */
async function deafPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

function call(apiUrl: string, request: Partial<SlackRequest> = {}, proxies: ProxySettings = NO_PROXY) {
  const client = new SlackClient(apiUrl, TOKEN, proxies);
  const signal = new AbortController().signal;
  return client.call({ method: 'auth.test', body: { form: {} }, timeoutMs: 5000, signal, ...request });
}

interface Seen {
  readonly message: IncomingMessage;
  readonly body: string;
}

/** Starts a server that accepts everything and keeps what it was asked. */
async function record(): Promise<{ apiUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const apiUrl = await serve(async (message, response) => {
    const chunks = await message.toArray();
    seen.push({ message, body: Buffer.concat(chunks).toString('utf8') });
    response.end('{"ok":true}');
  });
  return { apiUrl, seen };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const FORM_TYPE = 'application/x-www-form-urlencoded';

describe('a call', () => {
  it('is one POST with the token in its header, over a connection of its own', async () => {
    const { apiUrl, seen } = await record();
    await call(apiUrl, { method: 'admin.users.session.resetBulk', body: { json: { user_ids: ['W012A3CDE'] } } });
    expect(seen).toHaveLength(1);
    const [{ message, body } = { message: undefined, body: '' }] = seen;
    expect([message?.method, message?.url]).toEqual(['POST', '/api/admin.users.session.resetBulk']);
    expect(message?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': JSON_TYPE,
      accept: 'application/json',
      connection: 'close',
    });
    expect(JSON.parse(body)).toEqual({ user_ids: ['W012A3CDE'] });
  });

  const [jo, sam] = userIds(2);
  const email = parseEmail('jo+x@example.com');
  const limits = { timeoutMs: 5000, signal: new AbortController().signal };
  if (jo === undefined || sam === undefined || !email.ok) throw new Error('These are people');

  it.each<[string, (api: SlackApi) => Promise<unknown>, string, string, string]>([
    [
      'a reset of all sessions',
      (api) => api.resetBulk([jo, sam], 'all', limits),
      'admin.users.session.resetBulk',
      JSON_TYPE,
      `{"user_ids":["${jo}","${sam}"]}`,
    ],
    [
      'a reset of browsers',
      (api) => api.resetBulk([jo], 'web', limits),
      'admin.users.session.resetBulk',
      JSON_TYPE,
      `{"user_ids":["${jo}"],"web_only":true}`,
    ],
    [
      'a reset of devices',
      (api) => api.resetBulk([jo], 'mobile', limits),
      'admin.users.session.resetBulk',
      JSON_TYPE,
      `{"user_ids":["${jo}"],"mobile_only":true}`,
    ],
    [
      'a look-up',
      (api) => api.lookupByEmail(email.email, limits),
      'users.lookupByEmail',
      FORM_TYPE,
      'email=jo%2Bx%40example.com',
    ],
    ['the question whose token this is', (api) => api.authTest(limits), 'auth.test', FORM_TYPE, ''],
    [
      'a listing of everybody',
      (api) => api.listSessions({}, limits),
      'admin.users.session.list',
      FORM_TYPE,
      'limit=1000',
    ],
    [
      'the next page',
      (api) => api.listSessions({ cursor: 'dXNlcg==' }, limits),
      'admin.users.session.list',
      FORM_TYPE,
      'limit=1000&cursor=dXNlcg%3D%3D',
    ],
    [
      "a listing of one person's sessions",
      (api) => api.listSessions({ of: { userId: jo, teamId: 'E012A3CDE' } }, limits),
      'admin.users.session.list',
      FORM_TYPE,
      `limit=1000&user_id=${jo}&team_id=E012A3CDE`,
    ],
  ])('that is %s says so in the words of Slack', async (_name, ask, method, type, body) => {
    const { apiUrl, seen } = await record();
    expect(await ask(createSlackApi(new SlackClient(apiUrl, TOKEN, NO_PROXY)))).toMatchObject({ kind: 'accepted' });
    expect(seen.map(({ message }) => [message.url, message.headers['content-type']])).toEqual([
      [`/api/${method}`, type],
    ]);
    expect(seen[0]?.body).toBe(body);
  });

  it('gives what Slack answered, whole, also when it comes in pieces that cut a character', async () => {
    const body = Buffer.from('{"ok":false,"error":"user_not_found","name":"Zoë"}');
    const cut = body.indexOf(0xc3) + 1;
    const apiUrl = await serve((_message, response) => {
      response.writeHead(200, { 'x-slack-req-id': 'req-1' });
      response.write(body.subarray(0, cut));
      setTimeout(() => response.end(body.subarray(cut)), 20);
    });
    expect(await call(apiUrl)).toMatchObject({
      kind: 'refused',
      code: 'user_not_found',
      body: { name: 'Zoë' },
      requestId: 'req-1',
    });
  });

  it('reads a Retry-After that is a date by the clock of this machine', async () => {
    const apiUrl = await serve((_message, response) => {
      const date = new Date(Date.now() + 60_000).toUTCString();
      response.writeHead(429, { 'retry-after': date }).end();
    });
    const reply = await call(apiUrl);
    expect(reply.kind).toBe('rate-limited');
    expect(reply.retryAfterSeconds).toBeGreaterThan(50);
    expect(reply.retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  it('follows no redirect and answers no challenge', async () => {
    const asked: (string | undefined)[] = [];
    const apiUrl = await serve(({ url }, response) => {
      asked.push(url);
      const isFirst = asked.length === 1;
      response.writeHead(isFirst ? 307 : 401, { location: '/elsewhere', 'www-authenticate': 'Basic realm="x"' }).end();
    });
    expect(await call(apiUrl)).toMatchObject({ kind: 'unclear', reason: 'http_307' });
    expect(await call(apiUrl)).toMatchObject({ kind: 'unclear', reason: 'http_401' });
    expect(asked).toEqual(['/api/auth.test', '/api/auth.test']);
  });

  it('reads 32 MiB of an answer and no more', async () => {
    const answer = (padding: number): RequestListener => {
      return (_message: IncomingMessage, response: ServerResponse) => {
        response.write('{"ok":true,"padding":"');
        response.end(`${'x'.repeat(padding)}"}`);
      };
    };
    const most = 32 * 1024 * 1024 - '{"ok":true,"padding":""}'.length;
    expect(await call(await serve(answer(most)))).toMatchObject({ kind: 'accepted' });
    expect(await call(await serve(answer(most + 1)))).toMatchObject({ kind: 'unclear', reason: 'invalid_response' });
  });
});

describe('a call without an answer', () => {
  it.each([
    [400, '0.4'],
    [1250, '1.3'],
  ])('is cut off after %i ms, though it may have had its effect', async (timeoutMs, seconds) => {
    const apiUrl = await serve(() => undefined);
    expect(await call(apiUrl, { timeoutMs })).toEqual({
      kind: 'unclear',
      reason: 'timeout',
      detail: `no answer within ${seconds} s`,
    });
  });

  it('is cut off in the middle of the answer as well', async () => {
    const apiUrl = await serve((_message, response) => void response.write('{"ok":'));
    expect(await call(apiUrl, { timeoutMs: 100 })).toMatchObject({ kind: 'unclear', reason: 'timeout' });
  });

  it('has an end even when no time is left', async () => {
    const apiUrl = await serve(() => undefined);
    // Whether the connection stood by then is a matter of luck.
    expect(await call(apiUrl, { timeoutMs: -5 })).toMatchObject({
      kind: expect.stringMatching(/^(unreachable|unclear)$/),
      detail: expect.stringMatching(/^no (connection in time|answer within 0 s)$/),
    });
  });

  it('is cut off by the cancellation, before and while it is under way', async () => {
    const cancelled = { kind: 'unclear', reason: 'cancelled', detail: 'cut off because the run was cancelled' };
    const cancellation = new AbortController();
    const apiUrl = await serve(() => cancellation.abort());
    expect(await call(apiUrl, { signal: cancellation.signal })).toEqual(cancelled);
    // Before anything is sent, nothing can have happened.
    const { detail } = cancelled;
    expect(await call(apiUrl, { signal: AbortSignal.abort() })).toEqual({ kind: 'unreachable', detail });
  });

  it('leaves open what happened when the connection breaks', async () => {
    const broken = await serveBytes((socket) => socket.resetAndDestroy());
    expect(await call(broken)).toEqual({ kind: 'unclear', reason: 'connection_lost', detail: 'ECONNRESET' });
    const cut = await serveBytes((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"ok":true'));
    expect(await call(cut)).toMatchObject({ kind: 'unclear', reason: 'connection_lost' });
    const noise = await serveBytes((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    expect(await call(noise)).toEqual({
      kind: 'unclear',
      reason: 'connection_lost',
      detail: expect.stringMatching(/^HPE_\w+$/),
    });
  });

  it('had no effect when nobody listens', async () => {
    expect(await call(`http://127.0.0.1:${await deafPort()}/api/`)).toEqual({
      kind: 'unreachable',
      detail: 'ECONNREFUSED',
    });
  });

  it.each<[string, string, (ca: Certificate) => Promise<Certificate>]>([
    ['signs itself', 'DEPTH_ZERO_SELF_SIGNED_CERT', () => makeCertificate('127.0.0.1')],
    ['is signed by nobody we know', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', (ca) => makeCertificate('127.0.0.1', { ca })],
    [
      'comes with its unknown issuer, as from a proxy that reads along',
      'SELF_SIGNED_CERT_IN_CHAIN',
      async (ca) => {
        const { cert, key } = await makeCertificate('127.0.0.1', { ca });
        return { cert: `${cert}\n${ca.cert}`, key };
      },
    ],
  ])('had no effect when the certificate of the server %s', async (_name, detail, make) => {
    const { apiUrl, seen } = await record();
    const front = await startTlsFront(await make(await makeCertificate('Test issuer')), apiUrl);
    endings.push(front.close);
    expect(await call(`https://127.0.0.1:${front.port}/api/`)).toEqual({
      kind: 'unreachable',
      detail: `certificate not accepted: ${detail}`,
      isLasting: true,
    });
    expect(seen).toEqual([]);
  });

  it.each<[string, string, CertificateOptions & { host?: string }]>([
    [
      'has expired',
      'CERT_HAS_EXPIRED',
      { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2021-01-01') },
    ],
    ['holds from later on', 'CERT_NOT_YET_VALID', { notBeforeDate: new Date('2999-01-01') }],
    ["is another server's", 'ERR_TLS_CERT_ALTNAME_INVALID', { host: 'slack.example.com' }],
  ])(
    'had no effect when the certificate of the server %s',
    async (_name, detail, { host = '127.0.0.1', ...options }) => {
      const ca = await makeCertificate('Test issuer');
      const { apiUrl, seen } = await record();
      const front = await startTlsFront(await makeCertificate(host, { ...options, ca }), apiUrl);
      const usual = getCACertificates('default');
      setDefaultCACertificates([ca.cert]);
      endings.push(front.close, () => setDefaultCACertificates(usual));
      expect(await call(`https://127.0.0.1:${front.port}/api/`)).toEqual({
        kind: 'unreachable',
        detail: `certificate not accepted: ${detail}`,
        isLasting: true,
      });
      expect(seen).toEqual([]);
    },
  );

  it('had no effect when the server speaks no TLS', async () => {
    const port = await listen(createTcpServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 \r\n'))));
    expect(await call(`https://127.0.0.1:${port}/api/`)).toEqual({
      kind: 'unreachable',
      detail: 'ERR_SSL_WRONG_VERSION_NUMBER',
    });
  });

  it.each([
    ['a token that cannot stand in a header', 'xoxp-\u2028', 'http://127.0.0.1:9/api/', 'ERR_INVALID_CHAR'],
    ['a URL that is none', TOKEN, 'http://[/', 'ERR_INVALID_URL'],
  ])('had no effect when it could not be made: %s', async (_name, token, apiUrl, code) => {
    const client = new SlackClient(apiUrl, token, NO_PROXY);
    const { signal } = new AbortController();
    const reply = await client.call({ method: 'auth.test', body: { form: {} }, timeoutMs: 1000, signal });
    expect(reply).toEqual({ kind: 'unreachable', detail: code, isLasting: true });
  });
});

describe('behind a proxy, a call', () => {
  const SLACK = 'https://slack.example.com/api/';
  const behind = (url: string) => takeProxySettings({ https_proxy: url });

  it.each([
    ['that refuses the tunnel', { refuseConnect: true }, 'HTTP 403'],
    ['that wants another password', { credentials: { username: 'u', password: 'p' } }, 'HTTP 407'],
  ])('had no effect, and lastingly so: one %s', async (_name, options, cause) => {
    const proxy = await startForwardProxy(options);
    endings.push(proxy.close);
    expect(await call(SLACK, {}, behind(`127.0.0.1:${new URL(proxy.url).port}`))).toEqual({
      kind: 'unreachable',
      detail: `the proxy did not open a tunnel (${cause})`,
      isLasting: true,
    });
  });
});
