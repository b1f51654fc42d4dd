import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
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

/** Starts the server. */
export async function startSlackEndpoint(): Promise<SlackEndpoint> {
  const certificate = await makeCertificate('localhost');
  const server = createServer(certificate, (request, response) => {
    request.resume().once('end', () => response.writeHead(200, headers()).end('{"ok":true}'));
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
