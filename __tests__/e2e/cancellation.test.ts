import { describe, expect, it, jest } from '@jest/globals';
import { type Inputs, makeIds, RESET, resetWith, stackLines, standings, withSlack } from '../support/scenario.ts';
import type { ScriptedAnswer } from '../support/slack-simulator/index.ts';

jest.setTimeout(30_000);

const EVERYBODY = makeIds(1003);
const FIRST = EVERYBODY.slice(0, 1000);
const LAST = EVERYBODY.slice(1000);
const FILES = { 'r.yml': EVERYBODY.map((id) => `- ${id}\n`).join('') };
// Two seconds on a machine that has time; here many processes share two cores.
const GRACE_MS = 3000;

interface Case {
  readonly name: string;
  /** What the calls get, one after the other. */
  readonly answers: readonly ScriptedAnswer[];
  /** Which request it is after whose arrival the signal comes. */
  readonly signalAt: number;
  /** Where those of the first call stand, and those of the second. */
  readonly first: readonly [string, string | null];
  readonly last: readonly [string, string | null];
}

const NORMAL: ScriptedAnswer = { kind: 'normal' };
const CASES: readonly Case[] = [
  {
    name: 'while it waits for a rate limit',
    answers: [NORMAL, { kind: 'rate-limited', retryAfter: '60' }],
    signalAt: 2,
    first: ['queued', null],
    last: ['not-attempted', 'cancelled'],
  },
  {
    name: 'while it waits to try again',
    answers: [NORMAL, { kind: 'http', status: 503, headers: { 'retry-after': '60' } }],
    signalAt: 2,
    first: ['queued', null],
    last: ['unknown', 'http_503'],
  },
  {
    name: 'during a call that hangs',
    answers: [NORMAL, { kind: 'hang' }],
    signalAt: 2,
    first: ['queued', null],
    last: ['unknown', 'cancelled'],
  },
  {
    name: 'during a call whose answer drips',
    answers: [NORMAL, { kind: 'drip', everyMs: 100 }],
    signalAt: 2,
    first: ['queued', null],
    last: ['unknown', 'cancelled'],
  },
  {
    name: 'during a call that is accepted a moment later',
    answers: [{ kind: 'slow', delayMs: 400 }],
    signalAt: 1,
    first: ['queued', null],
    last: ['not-attempted', 'cancelled'],
  },
  {
    name: 'during a call that is refused for one person a moment later',
    answers: [{ kind: 'slow', delayMs: 400, answer: { kind: 'error', error: 'user_not_found' } }],
    signalAt: 1,
    first: ['not-attempted', 'cancelled'],
    last: ['not-attempted', 'cancelled'],
  },
  {
    name: 'during a call that Slack fails for some, unnamed, a moment later',
    answers: [{ kind: 'slow', delayMs: 400, answer: { kind: 'error', error: 'failed_for_some_users' } }],
    signalAt: 1,
    first: ['unknown', 'failed_for_some_users'],
    last: ['not-attempted', 'cancelled'],
  },
];

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it.concurrent.each(CASES)('ends the run with everything told: $name', async ({ answers, signalAt, first, last }) => {
    await withSlack({ users: EVERYBODY }, async (slack) => {
      slack.answerNext(RESET, ...answers);
      const arrived = slack.waitForRequest(() => slack.requests.length === signalAt, 30_000);
      const answered = async () => {
        await arrived;
        await new Promise((done) => setTimeout(done, 150));
      };
      const run = await resetWith(
        slack,
        { roster: 'r.yml', 'max-users': '2000' },
        { files: FILES, signal: { signal, when: answered() } },
      );
      expect({
        exit: [run.exitCode, run.signal],
        inTime: Number(run.signalToEndMs) < GRACE_MS,
        requests: slack.requests.length,
        outcome: run.outputs['outcome'],
        standings: standings(run),
        report: run.report,
        summary: run.summary.includes('Stopped by `cancelled`'),
        stack: stackLines(run),
      }).toEqual({
        exit: [1, null],
        inTime: true,
        requests: signalAt,
        outcome: first[0] === 'queued' ? 'partial' : 'failure',
        standings: [...FIRST.map((id) => [id, ...first]), ...LAST.map((id) => [id, ...last])],
        report: expect.objectContaining({ stopped_by: 'cancelled' }),
        summary: true,
        stack: [],
      });
    });
  });

  it.concurrent('fails the step also when the last call is accepted a moment later', async () => {
    await withSlack({ users: EVERYBODY }, async (slack) => {
      slack.answerNext(RESET, { kind: 'slow', delayMs: 400 });
      const inputs: Inputs = { 'user-ids': LAST.join() };
      const run = await resetWith(slack, inputs, { signal: { signal, when: slack.waitForRequest(RESET, 30_000) } });
      expect([standings(run), run.exitCode]).toEqual([LAST.map((id) => [id, 'queued', null]), 1]);
    });
  });
});

it('a second signal changes nothing', async () => {
  await withSlack({ users: EVERYBODY }, async (slack) => {
    slack.answerAlways(RESET, { kind: 'hang' });
    const run = await resetWith(
      slack,
      { 'user-ids': LAST.join() },
      {
        signal: { signal: 'SIGINT', when: slack.waitForRequest(RESET, 30_000) },
        env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SECOND_SIGNAL)}` },
      },
    );
    expect([run.exitCode, run.signal, standings(run)]).toEqual([
      1,
      null,
      LAST.map((id) => [id, 'unknown', 'cancelled']),
    ]);
    expect(Number(run.signalToEndMs)).toBeLessThan(GRACE_MS);
  });
});

/** Sends the process a SIGTERM 300 ms after its first SIGINT, as the runner does after some seconds. */
const SECOND_SIGNAL = "process.once('SIGINT', () => setTimeout(() => process.kill(process.pid, 'SIGTERM'), 300))";
