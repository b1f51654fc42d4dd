import { randomUUID } from 'node:crypto';

/** The headers that Slack sends with every answer, as recorded answers show them. */
export function slackHeaders(requestId: string, clockAheadMs: number): Record<string, string> {
  return {
    date: new Date(Date.now() + clockAheadMs).toUTCString(),
    server: 'Apache',
    'access-control-allow-origin': '*',
    'access-control-allow-headers':
      'slack-route, x-slack-version-ts, x-b3-traceid, x-b3-spanid, x-b3-sampled, x-b3-flags',
    'access-control-expose-headers': 'x-slack-req-id, retry-after',
    vary: 'Accept-Encoding',
    'x-slack-req-id': requestId,
    'x-slack-unique-id': randomUUID(),
    'x-slack-backend': 'r',
    'x-slack-shared-secret-outcome': 'no-match',
    'x-slack-edge-shared-secret-outcome': 'no-match',
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    expires: 'Sat, 26 Jul 1997 05:00:00 GMT',
    pragma: 'no-cache',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    via: '1.1 slack-prod.tinyspeck.com, envoy-www-simulated, envoy-edge-simulated',
  };
}
