import type { CallContext } from '../calls/call-context.ts';
import { decideRetry, parseRetryAfter, type Retryability } from '../calls/retry.ts';
import { NoAnswer } from '../network/no-answer.ts';
import { readSentence } from './sentence.ts';

/** GitHub did not do what was asked; the message says what to check. */
export class GitHubError extends Error {
  /** HTTP status, if one came back. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.name = 'GitHubError';
    this.status = status;
  }
}

/** Thrown by a reader for an answer that came but cannot be what GitHub meant; another try may mend it. */
export class UnreadableAnswer extends Error {}

/** A question to GitHub's REST API. */
export interface Question<T> {
  /** For messages, after "GitHub did not": what GitHub was to do, such as "list the comments". */
  readonly what: string;
  /** Asks once and reads the answer to its end. */
  readonly ask: (signal: AbortSignal) => Promise<T>;
}

const CALL_TIMEOUT_MS = 30_000;
/** GitHub asks for at least a minute after its secondary limit, when it names no time. */
const SECONDARY_LIMIT_SECONDS = 60;

/**
 * Asks GitHub, and again after transient failures, within the bounds of the run. A rate limit uses up no retry.
 *
 * @param before - done before every further attempt; a result makes that attempt needless
 * @throws GitHubError
 */
export async function askUntilSettled<T>(
  { what, ask }: Question<T>,
  { bounds, clock, log, random }: CallContext,
  before?: () => Promise<T | undefined>,
): Promise<T> {
  let retries = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const timeoutMs = Math.max(1, Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now()));
      const signal = AbortSignal.any([AbortSignal.timeout(Math.ceil(timeoutMs)), bounds.cancelled]);
      return (attempt > 1 ? await before?.() : undefined) ?? (await ask(signal));
    } catch (error) {
      const { retryability, status } = readFailure(error, clock.now());
      const retriesLeft = bounds.maxRetries - retries;
      const decision = decideRetry(retryability, { retriesLeft, retry: retries + 1, random: random() });
      const why = `GitHub did not ${what} (${describe(error, status)})`;
      const hasTime = decision.kind === 'wait' && clock.now() + decision.delayMs < bounds.deadlineMs;
      if (decision.kind !== 'wait' || !hasTime || bounds.cancelled.aborted) {
        throw new GitHubError(why, status);
      }
      retries += decision.isAttempt ? 1 : 0;
      log.info(`${why}; waiting ${decision.delayMs / 1000} s, then again`);
      await clock.sleep(decision.delayMs, bounds.cancelled);
    }
  }
}

function describe(error: unknown, status: number | undefined): string {
  if (error instanceof UnreadableAnswer || error instanceof GitHubError) {
    return error.message;
  }
  if (status === undefined) {
    const why = findNoAnswer(error)?.message;
    return why === undefined ? 'no answer' : `no answer: ${why}`;
  }
  const sentence = readSentence(error);
  return sentence === undefined ? `HTTP ${status}` : `HTTP ${status}: ${sentence}`;
}

interface Failure {
  readonly retryability: Retryability;
  readonly status: number | undefined;
}

/** Why nothing came back, as the network layer says it. */
function findNoAnswer(error: unknown): NoAnswer | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].find((each) => each instanceof NoAnswer);
}

/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readFailure(error: unknown, nowMs: number): Failure {
  if (error instanceof GitHubError) {
    // Another question, asked before a further attempt, has used up its own attempts.
    return { retryability: { kind: 'final' }, status: error.status };
  }
  const { status, headers } = readResponse(error);
  const retryAfterSeconds = parseRetryAfter(headers['retry-after'], nowMs);
  const waitSeconds = retryAfterSeconds ?? readReset(headers, nowMs) ?? readSecondaryLimit(error);
  if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
    return { retryability: { kind: 'rate-limited', retryAfterSeconds: waitSeconds }, status };
  }
  // A certificate that does not fit now does not fit at the next attempt either.
  const isLasting = status === undefined && findNoAnswer(error)?.isLasting === true;
  const isTransient = (status === undefined && !isLasting) || Number(status) >= 500 || status === 408;
  return { retryability: { kind: isTransient ? 'transient' : 'final', retryAfterSeconds }, status };
}

function readReset(headers: Readonly<Record<string, string | undefined>>, nowMs: number): number | undefined {
  const resetSeconds = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  const isUsedUp = headers['x-ratelimit-remaining'] === '0' && !Number.isNaN(resetSeconds);
  return isUsedUp ? Math.ceil(resetSeconds - nowMs / 1000) : undefined;
}

function readSecondaryLimit(error: unknown): number | undefined {
  return error instanceof Error && /secondary rate limit/i.test(error.message) ? SECONDARY_LIMIT_SECONDS : undefined;
}

function readResponse(error: unknown): { status: number | undefined; headers: Record<string, string | undefined> } {
  const headers: Record<string, string | undefined> = {};
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') {
    return { status: undefined, headers };
  }
  const response: unknown = 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null || !('headers' in response)) {
    // Octokit gives a lost connection the status 500, but no response.
    return { status: undefined, headers };
  }
  for (const [name, value] of Object.entries(response.headers ?? {})) {
    headers[name.toLowerCase()] = String(value);
  }
  return { status: error.status, headers };
}
