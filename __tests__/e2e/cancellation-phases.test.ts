import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, jest } from '@jest/globals';
import { HEAD_SHA, pullRequestEvent, pushEvent } from '../support/github-scenario.ts';
import type { ActionRun, RunOptions } from '../support/run-action.ts';
import { type Inputs, makeIds, RESET, resetWith, stackLines, standings, withSlack } from '../support/scenario.ts';
import type { ScriptedAnswer, SimulatorOptions, SlackSimulator } from '../support/slack-simulator/index.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

// Two seconds on a machine that has time; here many processes share two cores.
const GRACE_MS = 3000;
const LOOK_UP = 'users.lookupByEmail';
const LIST = 'admin.users.session.list';
const NORMAL: ScriptedAnswer = { kind: 'normal' };
const HANG: ScriptedAnswer = { kind: 'hang' };
const IDS = makeIds(8);
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** That everything was told, and in time. */
function told(run: ActionRun) {
  const { outputs, results, report, summary } = run;
  const people = typeof report === 'object' && report !== null && 'results' in report ? report.results : undefined;
  return {
    ended: [run.exitCode, run.signal],
    inTime: Number(run.signalToEndMs) < GRACE_MS,
    outputs: [outputs['user-count'], JSON.parse(outputs['failed-user-ids'] ?? 'null')],
    report: Array.isArray(people) && people.length === results.length,
    stopped: [/cancell(ed|ation)/.test(summary), report],
    stack: stackLines(run),
  };
}

/** What must have been told about people of whom so many need a hand. */
function allTold(count: number, failed: readonly (string | null)[]) {
  return {
    ended: [1, null],
    inTime: true,
    outputs: [String(count), failed.filter((id) => id !== null)],
    report: true,
    stopped: [true, expect.objectContaining({ stopped_by: 'cancelled' })],
    stack: [],
  };
}

interface Phase {
  readonly options: SimulatorOptions;
  readonly inputs: Inputs;
  readonly arrange?: (slack: SlackSimulator) => void;
  /** The signal comes a moment after this request. */
  readonly method: string;
  readonly nth: number;
}

async function cancelIn({ options, inputs, arrange, method, nth }: Phase, signal: NodeJS.Signals) {
  return withSlack(options, async (slack) => {
    arrange?.(slack);
    const when = slack
      .waitForRequest(() => slack.callsOf(method).length === nth, 30_000)
      .then(() => new Promise((done) => setTimeout(done, 100)));
    const run = await resetWith(slack, inputs, { signal: { signal, when } });
    return { run, slack, groups: slack.groups(), methods: slack.requests.map((request) => request.method) };
  });
}

describe.each(SIGNALS)('%s', (signal) => {
  it.concurrent('while splitting leaves each part of the group with what became of it', async () => {
    const [last = ''] = IDS.slice(-1);
    const users = IDS.map((id) => (id === last ? { id, refusal: 'user_not_found' } : { id }));
    const { run, groups, slack } = await cancelIn(
      {
        options: { users },
        inputs: { 'user-ids': IDS.join() },
        arrange: ({ answerNext }) => answerNext(RESET, NORMAL, NORMAL, HANG),
        method: RESET,
        nth: 3,
      },
      signal,
    );
    const [all, accepted = [], open = []] = groups;
    const due = IDS.map((id) => {
      const isOpen = open.includes(id) ? 'unknown' : 'not-attempted';
      return accepted.includes(id) ? [id, 'queued', null] : [id, isOpen, 'cancelled'];
    });
    expect([all, groups.length, accepted.length > 0, open.length > 0]).toEqual([IDS, 3, true, true]);
    expect(standings(run)).toEqual(due);
    expect(IDS.filter((id) => slack.sessionsOf(id).length === 0)).toEqual(accepted);
    expect(told(run)).toEqual(
      allTold(
        8,
        IDS.filter((id) => !accepted.includes(id)),
      ),
    );
  });

  const EMAILS = ['jo@example.com', 'sam@example.com', 'kim@example.com'];
  const members = EMAILS.map((email, index) => ({ id: IDS[index] ?? '', email }));

  it.concurrent.each([
    { name: 'during a look-up', answers: [NORMAL, HANG] },
    { name: 'while a look-up waits for a rate limit', answers: [NORMAL, { kind: 'rate-limited', retryAfter: '60' }] },
  ] as const)('$name leaves everybody not attempted', async ({ answers }) => {
    const { run, methods } = await cancelIn(
      {
        options: { users: members },
        inputs: { emails: EMAILS.join(), 'user-ids': IDS.slice(3).join() },
        arrange: ({ answerNext }) => answerNext(LOOK_UP, ...answers),
        method: LOOK_UP,
        nth: 2,
      },
      signal,
    );
    const found = IDS[0] ?? null;
    expect(methods).toEqual([LOOK_UP, LOOK_UP]);
    expect(run.results.map(({ user_id, status, error, calls }) => [user_id, status, error, calls])).toEqual([
      ...IDS.slice(3).map((id) => [id, 'not-attempted', 'cancelled', 0]),
      [found, 'not-attempted', 'cancelled', 1],
      [null, 'not-attempted', 'cancelled', 1],
      [null, 'not-attempted', 'cancelled', 0],
    ]);
    expect(told(run)).toEqual(allTold(8, [...IDS.slice(3), found]));
    expect(run.everything).not.toContain('example.com');
  });

  it.concurrent.each([
    { name: 'the check of the token', method: 'auth.test' },
    { name: 'the look at sessions before the reset', method: LIST },
  ])('during $name leaves everybody not attempted', async ({ method }) => {
    const { run, groups } = await cancelIn(
      {
        options: { users: IDS },
        inputs: { 'user-ids': IDS.join(), verify: 'true' },
        arrange: ({ answerNext }) => answerNext(method, HANG),
        method,
        nth: 1,
      },
      signal,
    );
    expect(groups).toEqual([]);
    expect(standings(run)).toEqual(IDS.map((id) => [id, 'not-attempted', 'cancelled']));
    expect(told(run)).toEqual(allTold(8, IDS));
  });

  it.concurrent('during a look at sessions leaves everybody queued, and says why', async () => {
    const { run } = await cancelIn(
      {
        options: { users: IDS },
        inputs: { 'user-ids': IDS.join(), verify: 'true' },
        // Eight looks come before the reset.
        arrange: ({ answerNext }) => answerNext(LIST, ...IDS.map(() => NORMAL), HANG),
        method: LIST,
        nth: 9,
      },
      signal,
    );
    expect(standings(run)).toEqual(IDS.map((id) => [id, 'queued', 'cancelled']));
    expect(told(run)).toEqual(allTold(8, IDS));
  });

  it.concurrent('between two looks at sessions leaves people as the last look saw them', async () => {
    const [first = '', ...others] = IDS;
    const users = [{ id: first, sticky: true }, ...others.map((id) => ({ id }))];
    const { run } = await cancelIn(
      { options: { users }, inputs: { 'user-ids': IDS.join(), verify: 'true' }, method: LIST, nth: 16 },
      signal,
    );
    expect(standings(run)).toEqual([
      [first, 'still-active', 'sessions_left'],
      ...others.map((id) => [id, 'queued', 'cancelled']),
    ]);
    expect(told(run)).toEqual(allTold(8, IDS));
  });
});

/** Sends the process a signal as soon as it listens for it. */
function atOnce(signal: NodeJS.Signals): RunOptions {
  const script = `process.on('newListener', (name) => name === '${signal}' && queueMicrotask(() => process.kill(process.pid, name)))`;
  return { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` } };
}

const ROSTER = makeIds(60_000)
  .map((id) => `- user_id: ${id}\n  ticket: HR-1\n`)
  .join('');

describe('a signal before the first call', () => {
  it.concurrent.each(SIGNALS)('%s right after the start leaves everybody not attempted', async (signal) => {
    await withSlack({ users: IDS }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': IDS.join() }, atOnce(signal));
      expect(slack.requests).toEqual([]);
      expect(standings(run)).toEqual(IDS.map((id) => [id, 'not-attempted', 'cancelled']));
      expect({ ...told(run), inTime: run.wallMs < 5000 }).toEqual(allTold(8, IDS));
    });
  });

  it.concurrent('ends the reading of a large roster, with nobody sent and no success told', async () => {
    const files = { 'r.yml': ROSTER };
    await withSlack({ users: [] }, async (slack) => {
      const inputs = { roster: 'r.yml', 'max-users': '100000' };
      const run = await resetWith(slack, inputs, { ...atOnce('SIGTERM'), files });
      expect({
        requests: slack.requests.length,
        ended: [run.exitCode, run.signal],
        inTime: run.wallMs < 5000,
        outcome: run.outputs['outcome'],
        others: run.results.filter(({ status, error }) => status !== 'not-attempted' || error !== 'cancelled'),
        // Who was not read cannot be listed, so that it is said instead.
        isSaid: [run.summary, run.reportText, run.stdout].map((text) => text.includes('nobody after that')),
        report: run.report,
        stack: stackLines(run),
      }).toEqual({
        requests: 0,
        ended: [1, null],
        inTime: true,
        outcome: 'failure',
        others: [],
        isSaid: [true, true, true],
        report: expect.objectContaining({ outcome: 'failure', stopped_by: 'cancelled' }),
        stack: [],
      });
    });
  });
});

/** A GitHub that takes every request and answers none. */
async function withSilentGitHub<T>(
  act: (github: { url: string; arrived: Promise<unknown> }) => Promise<T>,
): Promise<T> {
  const server = createServer();
  const arrived = once(server, 'request');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    return await act({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, arrived });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe.each(SIGNALS)('%s while GitHub does not answer', (signal) => {
  it.concurrent('for the earlier roster ends the run with nobody sent', async () => {
    await withSilentGitHub(async ({ url, arrived }) =>
      withSlack({ users: IDS }, async (slack) => {
        const run = await resetWith(
          slack,
          { roster: 'r.yml', 'roster-entries': 'added' },
          {
            event: pushEvent(),
            env: { GITHUB_API_URL: url, GITHUB_SHA: HEAD_SHA },
            files: { 'r.yml': IDS.map((id) => `- ${id}\n`).join('') },
            signal: { signal, when: arrived },
          },
        );
        expect(slack.requests).toEqual([]);
        expect(run.outputs['outcome']).toBe('failure');
        expect(told(run)).toEqual(allTold(0, []));
        expect(run.report).toMatchObject({ stopped_by: 'cancelled' });
        expect(run.summary).toMatch(/cancelled/i);
        expect(run.summary).not.toContain('Refused');
      }),
    );
  });

  it.concurrent('to the comment ends the run with everybody queued', async () => {
    await withSilentGitHub(async ({ url, arrived }) =>
      withSlack({ users: IDS }, async (slack) => {
        const run = await resetWith(
          slack,
          { 'user-ids': IDS.join(), comment: 'true' },
          {
            event: pullRequestEvent(),
            env: { GITHUB_API_URL: url, GITHUB_SHA: HEAD_SHA },
            signal: { signal, when: arrived },
          },
        );
        expect(standings(run)).toEqual(IDS.map((id) => [id, 'queued', null]));
        expect([run.outputs['outcome'], run.exitCode, run.signal]).toEqual(['partial', 1, null]);
        expect(run.report).toMatchObject({ outcome: 'partial', stopped_by: 'cancelled' });
        expect(Number(run.signalToEndMs)).toBeLessThan(GRACE_MS);
        expect([run.outputs['queued-count'], run.summary.includes('8'), stackLines(run)]).toEqual(['8', true, []]);
      }),
    );
  });
});
