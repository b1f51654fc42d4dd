import type { Random } from './random.ts';
import type { RetryAfter } from './trace.ts';

/** A header `Retry-After`, and what it says by RFC 9110; nothing usable is `undefined`. */
export interface RetryAfterHeader {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly retryAfter: RetryAfter;
}

const UNUSABLE = [
  '',
  '-5',
  'soon',
  '1e3',
  '0x10',
  '5, 9',
  '99999999999999999999',
  '2026-11-30',
  'Mon, 99 Foo 2026 GMT',
];

function inSeconds(seconds: number, text = String(seconds)): RetryAfterHeader {
  return { headers: { 'retry-after': text }, retryAfter: { seconds } };
}

/**
 * Draws a header, which may be missing, good, absurd, zero, a date or no number at all. A date counts from the
 * answer's own `Date`, which comes with it, whatever the runner's clock says.
 */
export function drawRetryAfter(random: Random): RetryAfterHeader {
  switch (random.weighted({ missing: 6, good: 8, zero: 2, long: 1, absurd: 0.5, date: 2, past: 1, unusable: 2 })) {
    case 'missing':
      return { headers: {}, retryAfter: undefined };
    case 'good': {
      const seconds = random.int(1, 60);
      return inSeconds(seconds, random.chance(0.2) ? ` 0${seconds} ` : String(seconds));
    }
    case 'zero':
      return inSeconds(0);
    case 'long':
      return inSeconds(random.int(100, 4000));
    case 'absurd':
      return inSeconds(999_999_999_999);
    case 'date':
      return at(random.int(1, 90), random);
    case 'past':
      return at(-random.int(0, 90_000), random);
    case 'unusable':
      return { headers: { 'retry-after': random.pick(UNUSABLE) }, retryAfter: undefined };
  }
}

/** The server's clock is any. */
function at(seconds: number, random: Random): RetryAfterHeader {
  const dateMs = 1000 * random.int(1_700_000_000, 1_900_000_000);
  const headers = {
    date: new Date(dateMs).toUTCString(),
    'retry-after': new Date(dateMs + 1000 * seconds).toUTCString(),
  };
  return { headers, retryAfter: { seconds: Math.max(0, seconds) } };
}
