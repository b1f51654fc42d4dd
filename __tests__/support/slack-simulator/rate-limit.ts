import type { RateLimit } from './options.ts';

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

// Who waited as long as told must not be turned away by a rounding error.
const ROUNDING = 1e-6;

/** Takes a token for a call; returns 0 when there was one, else the whole seconds after which there surely is. */
export type RateLimiter = (method: string) => number;

/** Every method has a bucket of its own, full at the start; without a limit every call passes. */
export function createRateLimiter(limit: RateLimit | undefined, nowMs: () => number): RateLimiter {
  if (limit === undefined) {
    return () => 0;
  }
  const buckets = new Map<string, Bucket>();
  const tokensPerMs = limit.perMinute / 60_000;
  return (method) => {
    const now = nowMs();
    const bucket = buckets.get(method) ?? { tokens: limit.burst, filledAtMs: now };
    const tokens = Math.min(limit.burst, bucket.tokens + (now - bucket.filledAtMs) * tokensPerMs);
    const passes = tokens >= 1 - ROUNDING;
    buckets.set(method, { tokens: passes ? tokens - 1 : tokens, filledAtMs: now });
    return passes ? 0 : Math.max(1, Math.ceil((1 - tokens) / tokensPerMs / 1000));
  };
}
