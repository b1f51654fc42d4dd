// One call for three people beside other ways to make it: whole processes, over TLS on loopback, in turn.
// "npm run bench -- peers --peer DIR" runs the built bundle of another Action as well, by its action.yml;
// "--python PROGRAM" names a Python that has slack_sdk.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readActionDefinition } from '../__tests__/support/action-definition.ts';
import { SIMULATOR_TOKEN } from '../__tests__/support/slack-simulator/index.ts';
import { compare, type Program } from './support/processes.ts';
import { makeBench } from './support/programs.ts';
import { startSlackEndpoint } from './support/slack-endpoint.ts';

const ROUNDS = 25;
const THREE = ['U0BENCH001', 'U0BENCH002', 'U0BENCH003'];
const BODY = JSON.stringify({ user_ids: THREE });
const METHOD = 'admin.users.session.resetBulk';
const HEADERS = JSON.stringify({
  'Content-Type': 'application/json; charset=utf-8',
  Authorization: `Bearer ${SIMULATOR_TOKEN}`,
});

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { peer: { type: 'string', multiple: true }, python: { type: 'string' } } });

const bench = makeBench();
const slack = await startSlackEndpoint();
// Below the packages, so that a script there finds them.
const scripts = join(root, '.cache', 'bench');
bench.write('ca.pem', slack.certificate);
const trust = { NODE_EXTRA_CA_CERTS: join(bench.folder, 'ca.pem') };
const plain = { PATH: process.env['PATH'] ?? '', HOME: bench.folder };

const fetchSource = `fetch('${slack.url}${METHOD}', { method: 'POST', headers: ${HEADERS}, body: '${BODY}' })
  .then((answer) => answer.json()).then(({ ok }) => { if (!ok) process.exit(1); })`;
const httpsSource = `const request = require('node:https').request('${slack.url}${METHOD}',
  { method: 'POST', headers: ${HEADERS} }, (answer) => { let text = ''; answer.on('data', (part) => text += part)
  .on('end', () => { if (!JSON.parse(text).ok) process.exit(1); }); }); request.end('${BODY}')`;
const webApiSource = `import { WebClient } from '@slack/web-api';
const client = new WebClient('${SIMULATOR_TOKEN}', { slackApiUrl: '${slack.url}' });
await client.admin.users.session.resetBulk({ user_ids: ${JSON.stringify(THREE)} });
`;
const pythonSource = `from slack_sdk import WebClient
WebClient(token='${SIMULATOR_TOKEN}', base_url='${slack.url}').admin_users_session_resetBulk(user_ids=${JSON.stringify(THREE)})
`;
const curlSource = `curl --silent --fail --cacert ca.pem --header 'Content-Type: application/json; charset=utf-8' \
--header 'Authorization: Bearer ${SIMULATOR_TOKEN}' --data '${BODY}' '${slack.url}${METHOD}' | jq --exit-status .ok`;

/** Slack's SDK for Node, as it is installed and in one file. */
function webApi(): readonly Program[] {
  rmSync(scripts, { recursive: true, force: true });
  mkdirSync(scripts, { recursive: true });
  const source = join(scripts, 'web-api.mjs');
  writeFileSync(source, webApiSource);
  const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  execFileSync(process.execPath, [ncc, 'build', source, '-o', join(scripts, 'bundle'), '--quiet'], { cwd: root });
  return [
    { name: '@slack/web-api', args: [source], env: { ...plain, ...trust } },
    { name: '@slack/web-api, bundled', args: [join(scripts, 'bundle', 'index.mjs')], env: { ...plain, ...trust } },
  ];
}

function has(program: string, ...args: readonly string[]): boolean {
  const found = spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  if (!found) console.log(`Left out, since it is not here: ${[program, ...args].join(' ')}`);
  return found;
}

function others(): readonly Program[] {
  const python = values.python ?? 'python3';
  const programs: Program[] = [];
  if (has(python, '-c', 'import slack_sdk')) {
    // Its own folder comes first on the path of a shim, and not on that of the program itself.
    const command = execFileSync(python, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
    const env = { ...plain, SSL_CERT_FILE: trust.NODE_EXTRA_CA_CERTS };
    programs.push({ name: "Python's slack_sdk", command, args: ['-c', pythonSource], env });
  }
  if (has('curl', '--version') && has('jq', '--version')) {
    programs.push({ name: 'curl and jq', command: 'sh', args: ['-c', curlSource], env: plain, cwd: bench.folder });
  }
  return programs;
}

/** Another Action that can call a method of Slack's, with whichever of the usual inputs it has. */
async function peer(folder: string): Promise<Program> {
  const { entry, defaults } = await readActionDefinition(resolve(folder, 'action.yml'));
  const wanted: Readonly<Record<string, string>> = {
    token: SIMULATOR_TOKEN,
    method: METHOD,
    payload: BODY,
    errors: 'true',
    api: slack.url,
    'api-url': slack.url,
    'user-ids': THREE.join(' '),
  };
  const inputs = Object.fromEntries([...defaults].map(([name, text]) => [name, wanted[name] ?? text]));
  return bench.action(`Action of ${basename(resolve(folder))}`, inputs, trust, entry);
}

try {
  await compare(
    'One call for three people, TLS on loopback, with the response headers of Slack',
    [
      bench.action('This Action', { 'api-url': slack.url, 'user-ids': THREE.join(' ') }, trust),
      bench.script('fetch', fetchSource, trust),
      bench.script('node:https', httpsSource, trust),
      bench.script('node, nothing', '0', trust),
      ...webApi(),
      ...others(),
      ...(await Promise.all((values.peer ?? []).map(peer))),
    ],
    { beside: ['fetch', 'node:https'], rounds: ROUNDS },
  );
} finally {
  await slack.close();
  bench.remove();
  rmSync(scripts, { recursive: true, force: true });
}
