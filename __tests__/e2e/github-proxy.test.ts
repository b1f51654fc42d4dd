import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ForwardProxy, type ForwardProxyOptions, startForwardProxy } from '../support/forward-proxy.ts';
import { pullRequestEvent, withScene } from '../support/github-scenario.ts';
import type { ActionRun } from '../support/run-action.ts';
import { annotations, type Inputs } from '../support/scenario.ts';
import { type Certificate, makeCertificate, startTlsFront } from '../support/tls-front.ts';

jest.setTimeout(30_000);

const HOST = 'github.example.com';
const JO = 'W012A3CDE';

let ca: Certificate;
let ofGitHub: Certificate;
let ofProxy: Certificate;
beforeAll(async () => {
  ca = await makeCertificate('Test issuer');
  ofGitHub = await makeCertificate(HOST, { ca });
  ofProxy = await makeCertificate('localhost', { ca });
});

interface World {
  readonly proxy?: ForwardProxyOptions;
  readonly inputs?: Inputs;
  /** The proxy speaks TLS. */
  readonly isTls?: boolean;
  readonly isTrusted?: boolean;
  readonly env?: (proxy: ForwardProxy) => Readonly<Record<string, string>>;
}

interface Visit {
  readonly run: ActionRun;
  readonly proxy: ForwardProxy;
  readonly comments: number;
  readonly slackRequests: number;
}

/** Runs a plan with a comment; GitHub Enterprise Server is reached through the proxy alone. */
async function visit({ proxy: options, inputs, isTls = false, isTrusted = true, env }: World): Promise<Visit> {
  return withScene({ github: { prefix: '/api/v3' } }, async ({ slack, github, run }) => {
    const front = await startTlsFront(ofGitHub, github.url);
    const proxy = await startForwardProxy({
      ...options,
      ...(isTls ? { certificate: ofProxy } : {}),
      route: { [`${HOST}:443`]: front.port },
    });
    try {
      const ended = await run(
        { 'user-ids': JO, 'dry-run': 'true', comment: 'true', 'max-retries': '2', ...inputs },
        {
          event: pullRequestEvent(),
          env: {
            GITHUB_API_URL: `https://${HOST}/api/v3`,
            ...(env?.(proxy) ?? { HTTPS_PROXY: proxy.url }),
            ...(isTrusted ? { NODE_EXTRA_CA_CERTS: 'ca.pem' } : {}),
          },
          prepare: ({ workspace }) => writeFile(join(workspace, 'ca.pem'), ca.cert),
        },
      );
      return { run: ended, proxy, comments: github.comments().length, slackRequests: slack.requests.length };
    } finally {
      await proxy.close();
      await front.close();
    }
  });
}

describe('GitHub behind a proxy', () => {
  it.each<[string, World]>([
    ['by http', {}],
    ['by TLS, whose certificate is checked by its own name', { isTls: true }],
    ['without a scheme', { env: ({ url }) => ({ https_proxy: url.replace('http://', '') }) }],
    ['that wants credentials', { proxy: { credentials: { username: 'jo doe', password: 'p@ss:w%rd' } } }],
  ])('gets the comment: %s', async (_name, world) => {
    const { run, proxy, comments } = await visit(world);
    expect([run.exitCode, annotations(run, 'warning'), comments]).toEqual([0, [], 1]);
    expect(
      new Set(proxy.requests.map(({ kind, target, headers }) => [kind, target, headers.authorization].join())),
    ).toEqual(new Set([`connect,${HOST}:443,`]));
  });

  it.each<[string, World, string]>([
    [
      'an unknown certificate authority',
      { isTrusted: false },
      'no answer: certificate not accepted: UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    [
      'a proxy that refuses',
      { proxy: { refuseConnect: true } },
      'no answer: the proxy did not open a tunnel (HTTP 403)',
    ],
  ])('says the cause and does not ask again: %s', async (_name, world, cause) => {
    const { run, proxy, comments } = await visit(world);
    expect([run.exitCode, comments, proxy.requests.length]).toEqual([0, 0, 1]);
    expect(annotations(run, 'warning')).toEqual([expect.stringContaining(`(${cause})`)]);
  });

  it('is asked again through a proxy that has no way for the moment', async () => {
    const { run, proxy } = await visit({
      proxy: { connectAnswer: 'HTTP/1.1 502 Bad Gateway\r\n\r\n' },
      inputs: { 'max-retries': '1' },
    });
    expect([run.exitCode, proxy.requests.length]).toEqual([0, 2]);
    expect(annotations(run, 'warning')).toEqual([
      expect.stringContaining('the proxy did not open a tunnel (HTTP 502)'),
    ]);
  });

  it('that cannot be used stops the run, even one that does not call Slack', async () => {
    const { run, slackRequests } = await visit({ env: () => ({ HTTPS_PROXY: 'socks5://127.0.0.1:1080' }) });
    expect([run.exitCode, run.outputs['outcome'], slackRequests]).toEqual([1, 'failure', 0]);
    expect(annotations(run, 'error')[0]).toMatch(/^HTTPS_PROXY cannot be used for github\.example\.com: /);
  });
});
