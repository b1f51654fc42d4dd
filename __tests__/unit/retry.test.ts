import { describe, expect, it } from '@jest/globals';
import { decideRetry, parseRetryAfter, type Retryability } from '../../src/calls/retry.ts';

describe('decideRetry', () => {
  const wait = (delayMs: number, isAttempt: boolean) => ({ kind: 'wait', delayMs, isAttempt });
  it.each<[Retryability, { retriesLeft: number; retry: number; random: number }, object]>([
    [{ kind: 'final' }, { retriesLeft: 5, retry: 1, random: 0 }, { kind: 'final' }],
    [{ kind: 'final', retryAfterSeconds: 1 }, { retriesLeft: 5, retry: 1, random: 0 }, { kind: 'final' }],
    [{ kind: 'rate-limited' }, { retriesLeft: 0, retry: 1, random: 0.9 }, wait(30_000, false)],
    [{ kind: 'rate-limited', retryAfterSeconds: 0 }, { retriesLeft: 0, retry: 1, random: 0 }, wait(1000, false)],
    [{ kind: 'rate-limited', retryAfterSeconds: 7 }, { retriesLeft: 0, retry: 9, random: 0.9 }, wait(7000, false)],
    [{ kind: 'transient' }, { retriesLeft: 0, retry: 1, random: 0 }, { kind: 'exhausted' }],
    [{ kind: 'transient', retryAfterSeconds: 1 }, { retriesLeft: 0, retry: 1, random: 0 }, { kind: 'exhausted' }],
    [{ kind: 'transient', retryAfterSeconds: 0 }, { retriesLeft: 1, retry: 1, random: 0 }, wait(1000, true)],
    [{ kind: 'transient', retryAfterSeconds: 90 }, { retriesLeft: 1, retry: 1, random: 0.9 }, wait(90_000, true)],
    ...[1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map(
      (delayMs, index) =>
        [{ kind: 'transient' }, { retriesLeft: 1, retry: index + 1, random: 0 }, wait(delayMs, true)] as [
          Retryability,
          { retriesLeft: number; retry: number; random: number },
          object,
        ],
    ),
    [{ kind: 'transient' }, { retriesLeft: 1, retry: 1, random: 0.999 }, wait(1250, true)],
    [{ kind: 'transient' }, { retriesLeft: 1, retry: 5, random: 0.999 }, wait(19_996, true)],
    [{ kind: 'transient' }, { retriesLeft: 1, retry: 20, random: 0.999 }, wait(30_000, true)],
  ])('%j, %j', (retryability, state, decision) => {
    expect(decideRetry(retryability, state)).toEqual(decision);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 10, 22, 12, 0, 0, 500);
  it.each([
    ['0', 0],
    ['30', 30],
    [' 30 ', 30],
    ['030', 30],
    ['999999999999', 999_999_999_999],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30],
    ['Sun, 22 Nov 2026 12:00:01 GMT', 1],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['Sun, 99 Nov 2026 12:00:01 GMT', undefined],
    ['2026-11-22T12:00:30Z', undefined],
    ['9999999999999', undefined],
  ])('%j is %j', (value, seconds) => {
    expect(parseRetryAfter(value, now)).toBe(seconds);
  });
});
