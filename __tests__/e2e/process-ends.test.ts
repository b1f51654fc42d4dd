import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, jest } from '@jest/globals';
import type { ActionRun, RunOptions } from '../support/run-action.ts';
import { type Inputs, makeIds, RESET, resetWith, stackLines, standings, withSlack } from '../support/scenario.ts';
import type { ScriptedAnswer, SlackSimulator } from '../support/slack-simulator/index.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

// Two seconds on a machine that has time; here many processes share two cores.
const GRACE_MS = 3000;
const PEOPLE = makeIds(2100);
const BATCHES = [PEOPLE.slice(0, 1000), PEOPLE.slice(1000, 2000), PEOPLE.slice(2000)] as const;
const FILES = { 'all.yml': PEOPLE.map((id) => `- ${id}\n`).join('') };
const INPUTS: Inputs = { roster: 'all.yml', 'max-users': '5000', 'max-retries': '0' };
const NORMAL: ScriptedAnswer = { kind: 'normal' };
const HANG: ScriptedAnswer = { kind: 'hang' };

/** Runs this script before the action: a fault that the action itself does not have. */
function preload(script: string): RunOptions {
  return { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` } };
}

/** How many of each status and error the output has. */
function tally(run: ActionRun): Record<string, number> {
  const groups = Map.groupBy(standings(run), ([, status, error]) => `${status} ${error}`);
  return Object.fromEntries([...groups].map(([key, those]) => [key, those.length]));
}

/** That outputs, report, summary and exit code are there and say the same. */
function agreement(run: ActionRun) {
  const { outputs, summary, report, results } = run;
  const fromReport = typeof report === 'object' && report !== null ? report : {};
  const people = 'results' in fromReport && Array.isArray(fromReport.results) ? fromReport.results : [];
  return {
    exit: [run.exitCode, run.signal],
    outcome: [outputs['outcome'], 'outcome' in fromReport ? fromReport.outcome : undefined],
    people: [Number(outputs['user-count']), results.length, people.length],
    isSummarized: summary.length > 100,
    stack: stackLines(run),
  };
}

const red = (outcome: string, people: number) => ({
  exit: [1, null],
  outcome: [outcome, outcome],
  people: [people, people, people],
  isSummarized: true,
  stack: [],
});

/** Runs with three batches; the second hangs, and something happens to the process meanwhile. */
async function inSecondCall(signal: NodeJS.Signals, options: RunOptions = {}): Promise<ActionRun> {
  return withSlack({ users: PEOPLE }, async (slack) => {
    slack.answerNext(RESET, NORMAL, HANG);
    const when = slack
      .waitForRequest(() => slack.callsOf(RESET).length === 2, 30_000)
      .then(() => new Promise((done) => setTimeout(done, 50)));
    return resetWith(slack, INPUTS, { ...options, files: FILES, signal: { signal, when } });
  });
}

describe('a signal in the second of three calls', () => {
  it.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s: everything is written from the ledger',
    async (signal) => {
      const run = await inSecondCall(signal);
      expect(agreement(run)).toEqual(red('partial', 2100));
      expect(Number(run.signalToEndMs)).toBeLessThan(GRACE_MS);
      expect(Object.keys(tally(run)).map((key) => key.split(' ')[0])).toEqual(['queued', 'unknown', 'not-attempted']);
      expect(standings(run).slice(0, 1000)).toEqual(BATCHES[0].map((id) => [id, 'queued', null]));
      expect(standings(run).slice(2000)).toEqual(BATCHES[2].map((id) => [id, 'not-attempted', 'cancelled']));
      expect(run.results[0]?.request_id).toEqual(expect.any(String));
    },
  );
});

describe('a bug in the second of three calls', () => {
  it.concurrent.each<[string, string]>([
    ['an exception that nobody catches', 'throw new TypeError("jo@example.com")'],
    ['an exception that is no error', 'throw "jo@example.com"'],
    ['an exception of nothing', 'throw undefined'],
    ['a rejection that nobody handles', 'Promise.reject(new RangeError("jo@example.com"))'],
    ['an error event that nobody hears', 'new (require("node:events"))().emit("error", new Error("jo@example.com"))'],
  ])('%s: everything is written from the ledger, and nothing personal', async (_name, fault) => {
    const script = `import { createRequire } from 'node:module'; const require = createRequire('/'); process.on('SIGUSR2', () => { ${fault} })`;
    const run = await inSecondCall('SIGUSR2', preload(script));
    expect(agreement(run)).toEqual(red('partial', 2100));
    expect(Number(run.signalToEndMs)).toBeLessThan(GRACE_MS);
    expect(tally(run)).toEqual({
      'queued null': 1000,
      'unknown unexpected_error': 1000,
      'not-attempted unexpected_error': 100,
    });
    expect(run.everything).not.toContain('example.com');
    expect(run.everything).toContain('a bug in this Action');
  });

  it.concurrent('an event loop that runs dry in a wait: everything is written, and the step fails', async () => {
    const script = `
      import timers from 'node:timers/promises';
      import { syncBuiltinESMExports } from 'node:module';
      const real = timers.setTimeout;
      timers.setTimeout = (ms, value, options) => real(ms, value, { ...options, ref: false });
      syncBuiltinESMExports();`;
    const run = await withSlack({ users: PEOPLE }, async (slack) => {
      slack.answerNext(RESET, NORMAL, { kind: 'rate-limited', retryAfter: '20' });
      return resetWith(slack, INPUTS, { ...preload(script), files: FILES });
    });
    expect(agreement(run)).toEqual(red('partial', 2100));
    expect(standings(run).slice(0, 1000)).toEqual(BATCHES[0].map((id) => [id, 'queued', null]));
    expect(run.wallMs).toBeLessThan(15_000);
  });
});

describe('an error where nothing catches it', () => {
  it.concurrent.each([
    ['before anything is set up', 0],
    ['while the report is written', 3],
  ])('%s: the step fails', async (_when, calls) => {
    const script = `const now = Date.now; let calls = 0;
      Date.now = () => { calls += 1; if (calls > ${calls}) throw new RangeError('jo@example.com'); return now(); };`;
    const run = await withSlack({ users: PEOPLE }, (slack) =>
      resetWith(slack, { 'user-ids': PEOPLE[0] ?? '' }, preload(script)),
    );
    expect([run.signal, run.exitCode]).not.toEqual([null, 0]);
    expect(run.outputs['outcome'] ?? 'failure').not.toBe('success');
  });
});

describe('a log that nobody reads any more', () => {
  const untilFirstCall = `set -o pipefail; "$@" | sed '/^Call 1, .*queued/q'`;
  const untilStart = 'set -o pipefail; "$@" | head -c 1';

  it.concurrent('after the first of three calls: the queued are told, and the step fails', async () => {
    await withSlack({ users: PEOPLE }, async (slack) => {
      slack.answerNext(RESET, NORMAL, { kind: 'slow', delayMs: 500 });
      const run = await resetWith(slack, INPUTS, { files: FILES, through: ['bash', '-c', untilFirstCall, 'bash'] });
      const sent = slack.groups().length * 1000;
      expect(sent).toBeLessThan(3000);
      expect(agreement(run)).toEqual(red('partial', 2100));
      expect(standings(run)).toEqual(
        PEOPLE.map((id, index) => (index < sent ? [id, 'queued', null] : [id, 'not-attempted', 'cancelled'])),
      );
    });
  });

  it.concurrent('but holds on to it: after half a minute everything is written, and the step fails', async () => {
    const many = makeIds(9000);
    const stalled = 'set -o pipefail; "$@" | sleep 45';
    await withSlack({ users: many }, async (slack) => {
      const files = { 'all.yml': many.map((id) => `- ${id}\n`).join('') };
      const inputs = { ...INPUTS, 'max-users': '9000' };
      const run = await resetWith(slack, inputs, { files, through: ['bash', '-c', stalled, 'bash'] });
      expect(run.exitCode).toBe(1);
      expect([run.outputs['outcome'], Number(run.outputs['user-count'])]).toEqual(['partial', 9000]);
      // The output has only the people who fail the step: there are too many for all of them.
      const queued = Number(run.outputs['queued-count']);
      expect(queued).toBe(slack.groups().length * 1000);
      expect(tally(run)).toEqual({ 'not-attempted cancelled': 9000 - queued });
    });
  });

  it.concurrent('from the start: nobody is sent unseen, or all that were are told', async () => {
    await withSlack({ users: PEOPLE }, async (slack) => {
      const run = await resetWith(slack, INPUTS, { files: FILES, through: ['bash', '-c', untilStart, 'bash'] });
      const sent = Math.min(2100, slack.groups().length * 1000);
      expect(run.exitCode).toBe(1);
      expect(tally(run)).toEqual({
        ...(sent > 0 ? { 'queued null': sent } : {}),
        ...(sent < 2100 ? { 'not-attempted cancelled': 2100 - sent } : {}),
      });
    });
  });
});

/** A server that answers each request with the next of these texts, whatever was asked. */
async function withRawServer<T>(
  answers: readonly string[],
  act: (slack: Pick<SlackSimulator, 'url'>) => Promise<T>,
): Promise<T> {
  let served = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const [head = '', body] = text.split('\r\n\r\n');
      if (body !== undefined && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)) {
        text = '';
        socket.write(answers[served] ?? answers.at(-1) ?? '');
        served += 1;
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    return await act({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/` });
  } finally {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  }
}

describe('an answer that ends the conversation', () => {
  const OK = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"ok":true}';

  it.concurrent.each<[string, string]>([
    [
      'HTTP 101 with an upgrade',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ],
    ['HTTP 101 to another protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'],
    ['HTTP 101 without an upgrade', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  ])('%s leaves its people unknown, and everybody else is sent and told', async (_name, upgrade) => {
    await withRawServer([OK, upgrade, OK], async (slack) => {
      const run = await resetWith(slack, { ...INPUTS, 'timeout-minutes': '0.1' }, { files: FILES });
      expect(agreement(run)).toEqual(red('partial', 2100));
      const kinds = standings(run).map(([, status]) => status);
      expect([kinds[0], kinds[1000]]).toEqual(['queued', 'unknown']);
      expect(new Set(kinds.slice(0, 1000)).size).toBe(1);
    });
  });
});
