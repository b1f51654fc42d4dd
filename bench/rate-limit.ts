// 60 calls against a limit of 20 a minute with a small burst: the time beside the least that this limit allows.
// The clock is simulated, so that three minutes take no time; Slack's limit is a token bucket in that time.
import { CALL_MS, makeUsers, resetOnPaper } from './support/reset-stand.ts';
import { printTable } from './support/table.ts';

const CALLS = 60;

interface Limit {
  readonly name: string;
  /** Takes a call, or says how many whole seconds to wait. */
  readonly take: (nowMs: number) => number;
  /** The least time for all the calls, in ms. */
  readonly leastMs: number;
}

/** A bucket that fills steadily. */
function bucket(perMinute: number, burst: number): Limit {
  const everyMs = 60_000 / perMinute;
  let tokens = burst;
  let filledMs = 0;
  return {
    name: `${perMinute} a minute, burst of ${burst}, filling steadily`,
    take: (nowMs) => {
      tokens = Math.min(burst, tokens + (nowMs - filledMs) / everyMs);
      filledMs = nowMs;
      if (tokens >= 1) {
        tokens -= 1;
        return 0;
      }
      return Math.ceil(((1 - tokens) * everyMs) / 1000);
    },
    leastMs: (CALLS - burst) * everyMs,
  };
}

/** A count that starts anew every minute. */
function windows(perMinute: number): Limit {
  let window = 0;
  let count = 0;
  return {
    name: `${perMinute} in every minute by the clock`,
    take: (nowMs) => {
      const current = Math.floor(nowMs / 60_000);
      count = current === window ? count : 0;
      window = current;
      if (count < perMinute) {
        count += 1;
        return 0;
      }
      return Math.ceil(((current + 1) * 60_000 - nowMs) / 1000);
    },
    leastMs: (Math.ceil(CALLS / perMinute) - 1) * 60_000 + ((CALLS - 1) % perMinute) * CALL_MS,
  };
}

async function runAgainst(limit: Limit): Promise<{ ms: number; requests: number }> {
  let requests = 0;
  const { ms } = await resetOnPaper(makeUsers(CALLS * 1000), (_group, nowMs) => {
    requests += 1;
    const retryAfterSeconds = limit.take(nowMs);
    return retryAfterSeconds === 0
      ? { kind: 'accepted', body: { ok: true }, scopes: undefined }
      : { kind: 'rate-limited', retryAfterSeconds };
  });
  return { ms, requests };
}

const rows = [];
for (const limit of [bucket(20, 5), bucket(20, 3), bucket(20, 2), windows(20)]) {
  const { ms, requests } = await runAgainst(limit);
  const ratio = ms / limit.leastMs;
  rows.push({
    limit: limit.name,
    calls: CALLS,
    requests,
    'least s': (limit.leastMs / 1000).toFixed(1),
    'took s': (ms / 1000).toFixed(1),
    ratio: ratio.toFixed(3),
  });
  if (ratio > 1.05) {
    process.exitCode = 1;
  }
}
printTable('Waiting for rate limits', rows);
