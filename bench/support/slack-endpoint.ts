import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { makeCertificate } from '../../__tests__/support/tls-front.ts';

/** A server that accepts every reset, over TLS on loopback, with the response headers that Slack sends. */
export interface SlackEndpoint {
  /** Base URL of the methods, on `localhost`. */
  readonly url: string;
  /** The certificate that clients have to trust, in PEM. */
  readonly certificate: string;
  close(): Promise<void>;
}

/** As recorded in public logs of clients; a server with five headers flatters clients that are slow to read them. */
function headers(): Record<string, string> {
  return {
    server: 'Apache',
    vary: 'Accept-Encoding',
    'x-slack-req-id': randomUUID().replaceAll('-', ''),
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
    pragma: 'no-cache',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    expires: 'Sat, 26 Jul 1997 05:00:00 GMT',
    'content-type': 'application/json; charset=utf-8',
    'x-accepted-oauth-scopes': 'admin.users:write',
    'x-oauth-scopes': 'admin.users:write,admin.users:read,users:read,users:read.email',
    'access-control-expose-headers': 'x-slack-req-id, retry-after',
    'access-control-allow-headers':
      'slack-route, x-slack-version-ts, x-b3-traceid, x-b3-spanid, x-b3-parentspanid, x-b3-sampled, x-b3-flags',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'referrer-policy': 'no-referrer',
    'x-slack-unique-id': randomUUID(),
    'x-slack-backend': 'r',
    'access-control-allow-origin': '*',
    via: '1.1 slack-prod.tinyspeck.com, envoy-www-iad-example, envoy-edge-iad-example',
    'x-envoy-attempt-count': '1',
    'x-envoy-upstream-service-time': '108',
    'x-backend': 'main_normal main_canary_with_overflow main_control_with_overflow',
    'x-server': 'slack-www-hhvm-main-iad-example',
    'x-slack-shared-secret-outcome': 'no-match',
    'x-edge-backend': 'envoy-www',
    'x-slack-edge-shared-secret-outcome': 'no-match',
  };
}

const ACCEPTED = Buffer.from('{"ok":true}');
/** By the name of the encoding, the one that Slack likes best first. */
const ENCODED: readonly (readonly [string, Buffer])[] = [
  ['br', brotliCompressSync(ACCEPTED)],
  ['gzip', gzipSync(ACCEPTED)],
];

/** Slack compresses even answers of two bytes for every client that takes it: `content-encoding: br`, `content-length: 6`. */
function encode(accepted: string): { readonly body: Buffer; readonly encoding: Record<string, string> } {
  const taken = accepted.split(',').map((part) => part.split(';')[0]?.trim());
  const [name, body] = ENCODED.find(([encoding]) => taken.includes(encoding)) ?? [];
  return body === undefined || name === undefined
    ? { body: ACCEPTED, encoding: {} }
    : { body, encoding: { 'content-encoding': name } };
}

/** Starts the server. */
export async function startSlackEndpoint(): Promise<SlackEndpoint> {
  const certificate = await makeCertificate('localhost');
  const server = createServer(certificate, (request, response) => {
    const { body, encoding } = encode(String(request.headers['accept-encoding'] ?? ''));
    const length = { 'content-length': String(body.length) };
    request.resume().once('end', () => response.writeHead(200, { ...headers(), ...encoding, ...length }).end(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `https://localhost:${port}/api/`,
    certificate: certificate.cert,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
