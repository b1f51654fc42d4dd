import { describe, expect, it } from '@jest/globals';
import type { CallLimits } from '../../src/calls/call-context.ts';
import { callWithRetry } from '../../src/slack/call.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { type CallContextSettings, MONOTONIC_START_MS, makeCallContext, START_MS } from '../support/call-context.ts';
import { accepted, refused } from '../support/reset-stand.ts';

const unclear: SlackReply = { kind: 'unclear', reason: 'http_502', detail: 'HTTP 502', requestId: 'req-502' };
const unreachable: SlackReply = { kind: 'unreachable', detail: 'ECONNREFUSED' };
const limited: SlackReply = { kind: 'rate-limited', retryAfterSeconds: 7 };
const INTERNAL = refused('internal_error');

interface Settings extends CallContextSettings {
  readonly callMs?: number;
  /** Cancels the run while this call is answered. */
  readonly cancelAt?: number;
  readonly mayRetry?: (reply: SlackReply) => boolean;
  /** Slack has asked not to be called for so long from the start, in ms. */
  readonly heldMs?: number;
}

/** Makes a call that Slack answers in this way, one reply a try, the last one for ever. */
async function send(replies: readonly (SlackReply | Error)[], settings: Settings = {}) {
  const { callMs = 100, cancelAt, mayRetry, heldMs } = settings;
  const stand = makeCallContext({ maxRetries: 5, ...settings });
  const limits: CallLimits[] = [];
  const call = {
    label: 'Call 1 of 1',
    method: 'resetBulk' as const,
    notBeforeMs: heldMs === undefined ? undefined : MONOTONIC_START_MS + heldMs,
    send: async (given: CallLimits): Promise<SlackReply> => {
      limits.push(given);
      stand.spend(callMs);
      if (limits.length === cancelAt) stand.cancel();
      const reply = replies[Math.min(limits.length, replies.length) - 1] ?? accepted;
      if (reply instanceof Error) throw reply;
      return reply;
    },
    ...(mayRetry === undefined ? {} : { mayRetry }),
  };
  const settled = await callWithRetry(call, stand.callContext);
  const timeouts = limits.map(({ timeoutMs }) => timeoutMs);
  return { settled, timeouts, limits, stand, waits: stand.waits.map(({ ms }) => ms), lines: stand.lines };
}

describe('a call', () => {
  it('that is accepted is settled at once, with the ID and the moment of the answer', async () => {
    const { settled, waits, lines } = await send([accepted]);
    expect(settled).toEqual({
      end: { kind: 'accepted', reply: accepted },
      calls: 1,
      requestId: 'r',
      atMs: START_MS + 100,
    });
    expect([...waits, ...lines]).toEqual([]);
  });

  it('is given half a minute, or what is left of the time', async () => {
    expect((await send([accepted])).timeouts).toEqual([30_000]);
    expect((await send([unclear, accepted], { budgetMs: 30_500 })).timeouts).toEqual([30_000, 29_400]);
  });

  it('is cut off by the signal that comes a moment after the cancellation', async () => {
    const { limits, stand } = await send([accepted]);
    expect(limits[0]?.signal).toBe(stand.callContext.bounds.abandoned);
  });

  it.each<[string, readonly SlackReply[], number[], string]>([
    [
      'no clear answer',
      [unclear, accepted],
      [1000],
      'Call 1 of 1: no clear answer: HTTP 502 (request req-502); waiting 1 s, then retry 1 of 5',
    ],
    [
      'no connection',
      [unreachable, accepted],
      [1000],
      'Call 1 of 1: Slack could not be reached: ECONNREFUSED; waiting 1 s, then retry 1 of 5',
    ],
    [
      'a code for the moment',
      [INTERNAL, accepted],
      [1000],
      'Call 1 of 1: Slack answered internal_error; waiting 1 s, then retry 1 of 5',
    ],
    [
      'a rate limit',
      [{ ...limited, requestId: 'req-429' }, accepted],
      [7000],
      'Call 1 of 1: rate limited by Slack (request req-429); waiting 7 s, then again',
    ],
    [
      'an answer that says when',
      [{ ...unclear, retryAfterSeconds: 2 }, accepted],
      [2000],
      'Call 1 of 1: no clear answer: HTTP 502 (request req-502); waiting 2 s, then retry 1 of 5',
    ],
    [
      'a code that says when',
      [{ ...INTERNAL, retryAfterSeconds: 3, requestId: 'q' }, accepted],
      [3000],
      'Call 1 of 1: Slack answered internal_error (request q); waiting 3 s, then retry 1 of 5',
    ],
  ])('is made again after %s', async (_name, replies, expected, line) => {
    const { settled, waits, lines } = await send(replies);
    expect([settled.end.kind, settled.calls]).toEqual(['accepted', 2]);
    expect(waits).toEqual(expected);
    expect(lines).toEqual([line]);
  });

  it('waits longer every time, with jitter, and says how long', async () => {
    const { waits, lines } = await send([unclear, unclear, unclear, accepted], { random: () => 0.5 });
    expect(waits).toEqual([1125, 2250, 4500]);
    expect(lines.at(-1)).toBe(
      'Call 1 of 1: no clear answer: HTTP 502 (request req-502); waiting 4.5 s, then retry 3 of 5',
    );
  });

  it('spends no retry on a rate limit', async () => {
    const { settled, waits } = await send([limited, limited, unclear, limited, accepted], { maxRetries: 1 });
    expect([settled.end.kind, settled.calls, waits]).toEqual(['accepted', 5, [7000, 7000, 1000, 7000]]);
  });

  it.each<[string, readonly SlackReply[], string | undefined, string | undefined]>([
    ['no clear answer', [unclear], 'http_502', 'http_502'],
    ['a code for the moment', [INTERNAL], 'internal_error', 'internal_error'],
    [
      'a code of a service that is down',
      [refused('service_unavailable')],
      'service_unavailable',
      'service_unavailable',
    ],
    ['no connection', [unreachable], undefined, undefined],
    ['no connection after no clear answer', [unclear, unreachable], 'http_502', 'http_502'],
  ])(
    'is given up after %s, and tells whether it may have had its effect',
    async (_name, replies, error, possibleEffect) => {
      const { settled } = await send(replies, { maxRetries: 2 });
      expect(settled.end).toEqual({ kind: 'exhausted', error });
      expect([settled.calls, settled.possibleEffect]).toEqual([3, possibleEffect]);
    },
  );

  it('is settled by a refusal, whose code leaves no effect open', async () => {
    const refusal = refused('missing_scope');
    const { settled } = await send([refusal]);
    expect(settled).toEqual({ end: { kind: 'refused', reply: refusal }, calls: 1, atMs: START_MS + 100 });
  });

  it('keeps in mind that an earlier try may have had its effect', async () => {
    const { settled } = await send([unclear, refused('missing_scope')]);
    expect([settled.end.kind, settled.possibleEffect]).toEqual(['refused', 'http_502']);
  });

  it('has the ID of the last answer, if that has one', async () => {
    const { settled } = await send([unclear, unreachable], { maxRetries: 1 });
    expect(settled.requestId).toBeUndefined();
  });

  it('that may be retried no more for its reply is settled by it', async () => {
    const { settled } = await send([refused('user_session_reset_failed')], { mayRetry: () => false });
    expect([settled.end.kind, settled.calls]).toEqual(['refused', 1]);
    expect((await send([unclear, accepted], { mayRetry: () => true })).settled.calls).toBe(2);
  });

  it('waits for the end of a rate limit that an earlier call did not wait for', async () => {
    const { settled, waits, lines } = await send([accepted], { heldMs: 7000 });
    expect([settled.end.kind, settled.calls, waits]).toEqual(['accepted', 1, [7000]]);
    expect(lines).toEqual(['Call 1 of 1: it is too early; waiting 7 s, then the call']);
    expect((await send([accepted], { heldMs: 0 })).waits).toEqual([]);
  });

  it.each([
    ['is met in it', [{ kind: 'rate-limited', retryAfterSeconds: 60 } as const], {}, 1, 60_100],
    ['was met before', [accepted], { heldMs: 60_000 }, 0, 60_000],
  ])(
    'says when a rate limit ends that lasts past the time limit and %s',
    async (_when, replies, held, calls, endMs) => {
      const { settled, waits } = await send(replies, { ...held, budgetMs: 60_000 });
      expect(settled).toMatchObject({ end: { kind: 'interrupted', by: 'time_limit' }, calls });
      expect([settled.notBeforeMs, waits]).toEqual([MONOTONIC_START_MS + endMs, []]);
    },
  );

  it('is not begun when the run is cancelled or its time is up', async () => {
    const cancelled = makeCallContext();
    cancelled.cancel();
    const late = makeCallContext({ budgetMs: 0 });
    const call = {
      label: 'Call',
      method: 'resetBulk' as const,
      send: () => Promise.reject(new Error('Nothing may be sent')),
    };
    expect(await callWithRetry(call, cancelled.callContext)).toEqual({
      end: { kind: 'interrupted', by: 'cancelled' },
      calls: 0,
      atMs: START_MS,
    });
    expect((await callWithRetry(call, late.callContext)).end).toEqual({ kind: 'interrupted', by: 'time_limit' });
  });

  it.each([
    [60_100, 1, []],
    [60_101, 2, [60_000]],
  ])('is not waited for past the time limit of %i ms', async (budgetMs, calls, expected) => {
    const { settled, waits, lines } = await send([{ kind: 'rate-limited', retryAfterSeconds: 60 }, accepted], {
      budgetMs,
    });
    expect([settled.calls, waits]).toEqual([calls, expected]);
    if (calls === 1) {
      expect(settled.end).toEqual({ kind: 'interrupted', by: 'time_limit' });
      expect(lines).toEqual(['Call 1 of 1: rate limited by Slack; a wait of 60 s would end past the time limit']);
    }
  });

  it('is not made again once the run is cancelled, during the call or the wait', async () => {
    const during = await send([unclear], { cancelAt: 1 });
    expect(during.settled.end).toEqual({ kind: 'interrupted', by: 'cancelled' });
    expect([during.settled.calls, during.settled.possibleEffect, during.waits, during.lines]).toEqual([
      1,
      'http_502',
      [],
      [],
    ]);
    const waiting = await send([unclear], { cancelInWait: 1 });
    expect([waiting.settled.end, waiting.settled.calls]).toEqual([{ kind: 'interrupted', by: 'cancelled' }, 1]);
  });

  it('loses nobody by a fault of our own', async () => {
    const { settled, lines } = await send([new TypeError('jo@example.com')], { maxRetries: 0 });
    expect(settled.end).toEqual({ kind: 'exhausted', error: 'unexpected_error' });
    expect(settled.possibleEffect).toBe('unexpected_error');
    expect(lines.join()).not.toContain('example.com');
    const again = await send([new TypeError('jo@example.com'), accepted]);
    expect(again.lines[0]).toContain('no clear answer: TypeError; ');
  });
});
