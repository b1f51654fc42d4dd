import type { RateLimit } from './options.ts';

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

// Who waited as long as told must not be turned away by a rounding error.
const ROUNDING = 1e-6;

/** Slack's tiers, in calls a minute. */
const TIER_2 = 20;
const TIER_3 = 50;
const TIER_4 = 100;

/** @see https://docs.slack.dev/apis/web-api/rate-limits */
const DOCUMENTED: ReadonlyMap<string, number> = new Map([
  ['admin.users.session.resetBulk', TIER_2],
  ['admin.users.session.reset', TIER_2],
  ['admin.users.session.list', TIER_2],
  ['users.lookupByEmail', TIER_3],
  // Tier 4 by its page, Tier 3 by the Java SDK's table.
  ['admin.users.list', TIER_3],
  ['users.info', TIER_4],
  ['/audit/v1/logs', TIER_3],
  // "Hundreds" by its page, 600 by the Java SDK's model.
  ['auth.test', 600],
]);

/** Takes a token for a call; returns 0 when there was one, else the whole seconds after which there surely is. */
export type RateLimiter = (method: string) => number;

function limitFor(method: string, limit: RateLimit | 'documented'): Pick<RateLimit, 'perMinute' | 'burst'> {
  if (limit !== 'documented') {
    return limit;
  }
  const perMinute = DOCUMENTED.get(method) ?? TIER_3;
  return { perMinute, burst: perMinute };
}

/** Every method has a bucket of its own, full at the start; without a limit every call passes. */
export function createRateLimiter(limit: RateLimit | 'documented' | undefined, nowMs: () => number): RateLimiter {
  if (limit === undefined) {
    return () => 0;
  }
  const buckets = new Map<string, Bucket>();
  return (method) => {
    const { perMinute, burst } = limitFor(method, limit);
    const tokensPerMs = perMinute / 60_000;
    const now = nowMs();
    const bucket = buckets.get(method) ?? { tokens: burst, filledAtMs: now };
    const tokens = Math.min(burst, bucket.tokens + (now - bucket.filledAtMs) * tokensPerMs);
    const passes = tokens >= 1 - ROUNDING;
    buckets.set(method, { tokens: passes ? tokens - 1 : tokens, filledAtMs: now });
    return passes ? 0 : Math.max(1, Math.ceil((1 - tokens) / tokensPerMs / 1000));
  };
}
