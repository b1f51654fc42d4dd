import type { CallContext, CallLimits } from '../calls/call-context.ts';
import { parseHttpDate, parseRetryAfter, type Retryability, retryCall } from '../calls/retry.ts';
import { NoAnswer } from '../network/no-answer.ts';
import { GitHubError } from './github-error.ts';
import { readSentence } from './sentence.ts';

/** Thrown by a reader for an answer that cannot be what GitHub intended; a retry may fix it. */
export class UnreadableAnswer extends Error {}

/** A question to GitHub's REST API. */
export interface Question<T> {
  /** For messages, after "GitHub did not": what GitHub was to do, such as "list the comments". */
  readonly what: string;
  /** Asks once and reads the answer to its end. */
  readonly ask: (signal: AbortSignal) => Promise<T>;
}

/** GitHub asks for at least a minute after its secondary limit, when it names no time. */
const SECONDARY_LIMIT_SECONDS = 60;

type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * Asks GitHub, and again after transient failures, within the bounds of the run. A rate limit uses up no retry.
 *
 * @param before - done before every further attempt; a result makes that attempt needless
 * @throws GitHubError
 */
export async function askUntilSettled<T>(
  { what, ask }: Question<T>,
  context: CallContext,
  before?: () => Promise<T | undefined>,
): Promise<T> {
  let attempts = 0;
  const send = async ({ timeoutMs, signal }: CallLimits): Promise<Reply<T>> => {
    attempts += 1;
    const bound = AbortSignal.any([AbortSignal.timeout(Math.ceil(timeoutMs)), signal, context.bounds.cancelled]);
    try {
      return { ok: true, value: (attempts > 1 ? await before?.() : undefined) ?? (await ask(bound)) };
    } catch (error) {
      return { ok: false, error };
    }
  };
  const label = `GitHub did not ${what}`;
  const retryabilityOf = (reply: Reply<T>): Retryability =>
    reply.ok ? { kind: 'final' } : readRetryability(reply.error, context.clock.now());
  const end = await retryCall({ label, send, retryabilityOf, describe }, context);
  if (end.reply?.ok === true) {
    return end.reply.value;
  }
  const why = end.reply === undefined && end.kind === 'interrupted' ? WORDS[end.by] : describe(end.reply);
  throw new GitHubError(
    `${label} (${why})`,
    end.reply === undefined ? undefined : readResponse(end.reply.error).status,
  );
}

const WORDS = { cancelled: 'the run was cancelled', time_limit: 'the time limit was reached' } as const;

function describe(reply: Reply<unknown> | undefined): string {
  const error = reply?.ok === false ? reply.error : undefined;
  const { status } = readResponse(error);
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

/** Why nothing came back, as the network layer says it. */
function findNoAnswer(error: unknown): NoAnswer | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].find((each) => each instanceof NoAnswer);
}

/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readRetryability(error: unknown, nowMs: number): Retryability {
  if (error instanceof GitHubError) {
    // Another question, asked before a further attempt, has used up its own attempts.
    return { kind: 'final' };
  }
  const { status, headers } = readResponse(error);
  // What GitHub says of a moment counts by its own clock.
  const dateMs = parseHttpDate(headers['date']) ?? nowMs;
  const retryAfterSeconds = parseRetryAfter(headers['retry-after'], dateMs);
  const waitSeconds = retryAfterSeconds ?? readReset(headers, dateMs) ?? readSecondaryLimit(error);
  if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
    return { kind: 'rate-limited', retryAfterSeconds: waitSeconds };
  }
  // A certificate that does not fit now does not fit at the next attempt either.
  const isLasting = status === undefined && findNoAnswer(error)?.isLasting === true;
  const isTransient = (status === undefined && !isLasting) || Number(status) >= 500 || status === 408;
  return { kind: isTransient ? 'transient' : 'final', retryAfterSeconds };
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
  if (error instanceof GitHubError) {
    return { status: error.status, headers };
  }
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
