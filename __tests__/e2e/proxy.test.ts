import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ForwardProxy, type ForwardProxyOptions, startForwardProxy } from '../support/forward-proxy.ts';
import type { ActionRun } from '../support/run-action.ts';
import { annotations, type Inputs, resetWith, standings, withSlack } from '../support/scenario.ts';
import type { SlackSimulator } from '../support/slack-simulator/index.ts';
import { type Certificate, makeCertificate, startTlsFront } from '../support/tls-front.ts';

jest.setTimeout(30_000);

const JO = 'W012A3CDE';
const HAS_IPV6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
const SLACK_URL = 'https://slack.com/api/';
const SLACK_TARGET = 'slack.com:443';
const UNREACHED = [[JO, 'not-attempted', 'unreachable']];

let ca: Certificate;
let certificate: Certificate;
let ofProxy: Certificate;
beforeAll(async () => {
  ca = await makeCertificate('Test issuer');
  certificate = await makeCertificate('slack.com', { ca });
  ofProxy = await makeCertificate('localhost', { ca });
});

interface World {
  readonly proxy: ForwardProxyOptions;
  readonly inputs?: Inputs;
  /** The variables for a run behind this proxy. */
  readonly env?: (proxy: ForwardProxy) => Readonly<Record<string, string>>;
  readonly isTrusted?: boolean;
  readonly signalOnConnect?: boolean;
}

interface Visit {
  readonly run: ActionRun;
  readonly slack: SlackSimulator;
  readonly proxy: ForwardProxy;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs the action with https://slack.com routed, by the proxy alone, to a simulator behind TLS. */
async function visit({ proxy: options, inputs, env, isTrusted = true, signalOnConnect }: World): Promise<Visit> {
  return withSlack({ users: [JO] }, async (slack) => {
    const front = await startTlsFront(certificate, slack.url);
    const proxy = await startForwardProxy({
      ...options,
      route: { [SLACK_TARGET]: front.port, 'files.slack.com:443': front.port },
    });
    try {
      const run = await resetWith(
        slack,
        { 'user-ids': JO, 'api-url': SLACK_URL, 'max-retries': '0', ...inputs },
        {
          env: {
            ...(env?.(proxy) ?? { HTTPS_PROXY: proxy.url }),
            // Relative to the workspace, where the process starts.
            ...(isTrusted ? { NODE_EXTRA_CA_CERTS: 'ca.pem' } : {}),
          },
          prepare: ({ workspace }) => writeFile(join(workspace, 'ca.pem'), ca.cert),
          timeoutMs: 6000,
          ...(signalOnConnect === true
            ? { signal: { signal: 'SIGTERM' as const, when: until(() => proxy.requests.length > 0) } }
            : {}),
        },
      );
      return { run, slack, proxy };
    } finally {
      await proxy.close();
      await front.close();
    }
  });
}

describe('a proxy', () => {
  it.each<[string, (proxy: ForwardProxy) => Record<string, string>]>([
    ['HTTPS_PROXY', ({ url }) => ({ HTTPS_PROXY: url })],
    ['HTTPS_PROXY without a scheme', ({ url }) => ({ HTTPS_PROXY: url.replace('http://', '') })],
    ['HTTPS_PROXY by a name without a scheme', ({ url }) => ({ HTTPS_PROXY: `localhost:${new URL(url).port}` })],
    [
      'HTTPS_PROXY beside an ALL_PROXY, which is not read',
      ({ url }) => ({ HTTPS_PROXY: url, ALL_PROXY: 'socks5://x' }),
    ],
    ['https_proxy', ({ url }) => ({ https_proxy: url })],
    [
      'HTTPS_PROXY beside a NO_PROXY for other hosts',
      ({ url }) => ({ HTTPS_PROXY: url, NO_PROXY: 'example.com,lack.com' }),
    ],
  ])('named by %s carries the call to Slack through a tunnel', async (_name, env) => {
    const { run, slack, proxy } = await visit({ proxy: {}, env });
    expect({
      tunnels: proxy.requests.map(({ kind, target, status }) => [kind, target, status]),
      groups: slack.groups(),
      host: slack.requests[0]?.headers.host,
      exitCode: run.exitCode,
      standings: standings(run),
      warnings: annotations(run, 'warning'),
      stderr: run.stderr,
    }).toEqual({
      tunnels: [['connect', SLACK_TARGET, 200]],
      groups: [[JO]],
      host: 'slack.com',
      exitCode: 0,
      standings: [[JO, 'queued', null]],
      warnings: [],
      stderr: '',
    });
  });

  it('gets its credentials, and never the token', async () => {
    const credentials = { username: 'proxy user', password: 'p@ss:w%rd' };
    const { run, proxy } = await visit({ proxy: { credentials } });
    expect([run.exitCode, standings(run)]).toEqual([0, [[JO, 'queued', null]]]);
    expect(proxy.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(run.everything).not.toContain(credentials.password);
    expect(run.everything).not.toContain(encodeURIComponent(credentials.password));
  });

  it.each<[string, World]>([
    [
      'the proxy wants credentials',
      {
        proxy: { credentials: { username: 'a', password: 'b' } },
        env: ({ url }) => ({ HTTPS_PROXY: url.replace('a:b@', '') }),
      },
    ],
    ['the proxy refuses the tunnel', { proxy: { refuseConnect: true } }],
    ['nobody listens at the address of the proxy', { proxy: {}, env: () => ({ HTTPS_PROXY: 'http://127.0.0.1:2' }) }],
    ['the certificate is not trusted', { proxy: {}, isTrusted: false }],
    ['the certificate is for another host', { proxy: {}, inputs: { 'api-url': 'https://files.slack.com/api/' } }],
  ])('leaves people not attempted when %s', async (_name, world) => {
    const { run, slack } = await visit(world);
    expect([slack.requests, run.exitCode, standings(run)]).toEqual([[], 1, UNREACHED]);
    expect(run.stdout).toContain('Slack could not be reached: check api-url, name resolution, proxy and certificates');
  });

  it('is passed by for a host in NO_PROXY', async () => {
    // A name that resolves nowhere: the direct attempt cannot leave this machine.
    const { run, slack, proxy } = await visit({
      proxy: {},
      inputs: { 'api-url': 'https://slack.invalid/api/' },
      env: ({ url }) => ({ HTTPS_PROXY: url, NO_PROXY: 'slack.invalid' }),
    });
    expect([proxy.requests, slack.requests, run.exitCode, standings(run)]).toEqual([[], [], 1, UNREACHED]);
  });

  it('that never answers leaves people not attempted, and cannot hold the run past its time limit', async () => {
    const { run, slack } = await visit({ proxy: { hangConnect: true }, inputs: { 'timeout-minutes': '0.02' } });
    expect([slack.requests, run.exitCode, run.results.map(({ status }) => status)]).toEqual([[], 1, ['not-attempted']]);
    expect(run.wallMs).toBeLessThan(5000);
  });

  it('that never answers cannot hold a run that is cancelled', async () => {
    const { run } = await visit({ proxy: { hangConnect: true }, signalOnConnect: true });
    expect([run.exitCode, run.results.length]).toEqual([1, 1]);
    expect(Number(run.signalToEndMs)).toBeLessThan(2000);
  });
});

describe('a proxy that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['is no URL', 'not an address', /^HTTPS_PROXY cannot be used for slack\.com: expected a URL such as /],
    [
      'has a bad escape',
      'http://jo:100%sure@127.0.0.1:3128',
      /a % that does not start an escape \(write %25 for a percent sign\)/,
    ],
    ['speaks SOCKS', 'socks5://jo:100percent@127.0.0.1:1080', /expected the scheme http or https, got "socks5"/],
  ])('since it %s stops the run, and is not shown', async (_name, value, reason) => {
    const { run, slack, proxy } = await visit({ proxy: {}, env: () => ({ HTTPS_PROXY: value }) });
    expect([slack.requests, proxy.requests, run.exitCode, run.outputs['results']]).toEqual([[], [], 1, '[]']);
    expect(annotations(run, 'error')[0]).toMatch(reason);
    expect(run.everything).not.toMatch(/100%sure|100percent/);
  });

  it('does not stop a run that calls nobody', async () => {
    const inputs = { 'dry-run': 'true' };
    const { run } = await visit({ proxy: {}, inputs, env: () => ({ HTTPS_PROXY: 'not an address' }) });
    expect([run.exitCode, annotations(run, 'warning')]).toEqual([0, []]);
  });
});

describe('a proxy that speaks TLS', () => {
  it('has its certificate checked by its own name, and Slack by its own', async () => {
    const { run, slack, proxy } = await visit({ proxy: { certificate: ofProxy } });
    expect([run.exitCode, standings(run), slack.groups()]).toEqual([0, [[JO, 'queued', null]], [[JO]]]);
    expect(proxy.requests.map(({ kind, target }) => [kind, target])).toEqual([['connect', SLACK_TARGET]]);
  });

  it('under the name of Slack is refused', async () => {
    const { run, slack, proxy } = await visit({ proxy: { certificate } });
    expect([run.exitCode, standings(run), slack.requests, proxy.requests]).toEqual([1, UNREACHED, [], []]);
    expect(run.stdout).toContain('certificate not accepted: ERR_TLS_CERT_ALTNAME_INVALID');
  });
});

describe('a certificate', () => {
  it('that is not accepted is not tried again, and its code is told', async () => {
    const { run, slack, proxy } = await visit({ proxy: {}, isTrusted: false, inputs: { 'max-retries': '3' } });
    expect([run.exitCode, standings(run), slack.requests, proxy.requests.length]).toEqual([1, UNREACHED, [], 1]);
    expect(run.stdout).toContain('certificate not accepted: UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('is checked whatever NODE_TLS_REJECT_UNAUTHORIZED says, and a warning says so', async () => {
    const { run, slack } = await visit({
      proxy: { certificate: ofProxy },
      isTrusted: false,
      env: ({ url }) => ({ HTTPS_PROXY: url, NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
    });
    expect([slack.requests, run.exitCode, standings(run), run.stderr]).toEqual([[], 1, UNREACHED, '']);
    expect(annotations(run, 'warning')).toContainEqual(
      expect.stringMatching(/^NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect: certificates are always checked\./),
    );
  });
});

(HAS_IPV6 ? describe : describe.skip)('IPv6 (skipped where this machine has no ::1)', () => {
  it('is the way to a proxy', async () => {
    const { run, proxy } = await visit({ proxy: { host: '::1' } });
    expect([proxy.url, run.exitCode, standings(run)]).toEqual([
      expect.stringMatching(/^http:\/\/\[::1\]:\d+$/),
      0,
      [[JO, 'queued', null]],
    ]);
  });

  it('is the way to the API', async () => {
    await withSlack({ users: [JO] }, async (slack) => {
      const server = createServer((socket) => {
        const target = connect(Number(new URL(slack.url).port), '127.0.0.1');
        socket.on('error', () => undefined);
        target.on('error', () => undefined);
        socket.pipe(target).pipe(socket);
      }).listen(0, '::1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      try {
        const run = await resetWith(slack, { 'user-ids': JO, 'api-url': `http://[::1]:${port}/api/` });
        expect([run.exitCode, standings(run), slack.groups()]).toEqual([0, [[JO, 'queued', null]], [[JO]]]);
      } finally {
        server.close();
      }
    });
  });
});

describe('without a proxy', () => {
  it('people are not attempted when the server never answers the TLS hello', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await withSlack({}, async (slack) => {
      const limits = { 'max-retries': '0', 'timeout-minutes': '0.02' };
      const run = await resetWith(slack, { 'user-ids': JO, 'api-url': `https://127.0.0.1:${port}/api/`, ...limits });
      expect([run.exitCode, standings(run)]).toEqual([1, UNREACHED]);
      expect(run.stdout).toContain('no TLS handshake in time');
    });
    server.close();
  });

  it('people are untouched when the server speaks no TLS', async () => {
    await withSlack({ users: [JO] }, async (slack) => {
      const inputs = { 'user-ids': JO, 'api-url': slack.url.replace('http:', 'https:'), 'max-retries': '0' };
      const run = await resetWith(slack, inputs);
      expect([slack.requests, run.exitCode, standings(run)]).toEqual([[], 1, UNREACHED]);
    });
  });
});
