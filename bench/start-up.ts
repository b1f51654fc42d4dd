// Whole processes, from start to end: the Action with one call for three people, and the same POST without it.

import { startForwardProxy } from '../__tests__/support/forward-proxy.ts';
import { BASE_SHA, HEAD_SHA, pushEvent } from '../__tests__/support/github-scenario.ts';
import { startGitHub } from '../__tests__/support/github-stand-in/index.ts';
import { JOB_TOKEN } from '../__tests__/support/run-action.ts';
import { SIMULATOR_TOKEN, startSlackSimulator } from '../__tests__/support/slack-simulator/index.ts';
import { makeCertificate, startTlsFront } from '../__tests__/support/tls-front.ts';
import { compare } from './support/processes.ts';
import { makeBench } from './support/programs.ts';

const ROUNDS = 20;
const THREE = ['U0BENCH001', 'U0BENCH002', 'U0BENCH003'];
const TEN = Array.from({ length: 10 }, (_, index) => `U0ROSTER0${index}`);
const ROSTER = TEN.map((id) => `- user_id: ${id}\n  effective: 2026-01-01\n`).join('');

const fetchSource = (url: string): string =>
  `fetch('${url}admin.users.session.resetBulk', { method: 'POST', headers: ${headers()}, body: ${body()} })
    .then((answer) => answer.json()).then(({ ok }) => { if (!ok) process.exit(1); })`;
const httpSource = (url: string): string =>
  `const request = require('node:http').request('${url}admin.users.session.resetBulk',
    { method: 'POST', headers: ${headers()} }, (answer) => { let text = ''; answer.on('data', (part) => text += part)
    .on('end', () => { if (!JSON.parse(text).ok) process.exit(1); }); }); request.end(${body()})`;

function headers(): string {
  return `{ 'Content-Type': 'application/json; charset=utf-8', Authorization: 'Bearer ${SIMULATOR_TOKEN}' }`;
}

function body(): string {
  return `'${JSON.stringify({ user_ids: THREE })}'`;
}

const bench = makeBench();
const slack = await startSlackSimulator({ users: [...THREE, ...TEN] });
const github = await startGitHub({
  commits: { [BASE_SHA]: { 'README.md': 'before' }, [HEAD_SHA]: { 'roster.yml': ROSTER } },
});
const certificate = await makeCertificate('slack.com');
const front = await startTlsFront(certificate, slack.url);
const proxy = await startForwardProxy({ route: { 'slack.com:443': front.port } });
bench.write('roster.yml', ROSTER);
bench.write('event.json', JSON.stringify(pushEvent().payload));
bench.write('ca.pem', certificate.cert);
try {
  const api = { 'api-url': slack.url };
  const added = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: `${bench.folder}/event.json`,
    GITHUB_SHA: HEAD_SHA,
    GITHUB_API_URL: github.url,
  };
  await compare(
    'Start-up and one call, plain HTTP on loopback',
    [
      bench.action('Action, 3 user IDs', { ...api, 'user-ids': THREE.join(' ') }),
      bench.action('Action, roster of 10', { ...api, roster: 'roster.yml' }),
      bench.action(
        'Action, roster of 10, added',
        { ...api, roster: 'roster.yml', 'roster-entries': 'added', 'github-token': JOB_TOKEN },
        added,
      ),
      bench.script('fetch', fetchSource(slack.url)),
      bench.script('node:http', httpSource(slack.url)),
      bench.script('node, nothing', '0'),
    ],
    { beside: ['fetch', 'node:http'], rounds: ROUNDS },
  );
  const behind = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: `${bench.folder}/ca.pem` };
  const url = 'https://slack.com/api/';
  await compare(
    'Start-up and one call, TLS through a proxy',
    [
      bench.action('Action, 3 user IDs, proxy', { 'api-url': url, 'user-ids': THREE.join(' ') }, behind),
      bench.script('fetch, proxy', fetchSource(url), { ...behind, NODE_USE_ENV_PROXY: '1' }),
    ],
    { beside: ['fetch, proxy'], rounds: ROUNDS },
  );
} finally {
  await Promise.all([slack.close(), github.close(), proxy.close(), front.close()]);
  bench.remove();
}
