import { retriesLeft, retryOf } from './call-ends.ts';
import { isOfMethod } from './codes.ts';
import type { EndedCall } from './expected.ts';
import type { Facts } from './facts.ts';
import type { Exchange, Wait } from './trace.ts';

const CALL_MS = 30_000;

/** Nothing begins once the run is cancelled or its time is over, and nothing goes past the deadline. */
function checkLimits({ run, deadlineMs, cancelMs }: Facts): string[] {
  const calls = run.trace.exchanges.flatMap(({ startMs, timeoutMs }, index) => [
    ...(startMs >= deadlineMs ? [`request ${index} begins after the deadline`] : []),
    ...(startMs >= cancelMs ? [`request ${index} begins after the cancellation`] : []),
    ...(timeoutMs > Math.min(CALL_MS, Math.max(1, deadlineMs - startMs))
      ? [`request ${index} may take ${timeoutMs} ms`]
      : []),
  ]);
  const pauses = run.trace.waits.flatMap(({ startMs, ms, after, isCut }) => [
    ...(startMs + ms >= deadlineMs && ms > 0 && !isCut
      ? [`the wait after ${after} requests ends past the deadline`]
      : []),
    ...(startMs >= cancelMs && ms > 0 && !isCut
      ? [`the wait after ${after} requests begins after the cancellation`]
      : []),
  ]);
  return [...calls, ...pauses];
}

/** All steps before the reset together end when half of the time is used. */
function checkHalf({ run, firstReset, halfMs, world }: Facts): string[] {
  const before = run.trace.exchanges.slice(0, firstReset);
  const calls = before.flatMap(({ method, startMs, timeoutMs }, index) =>
    startMs >= halfMs || timeoutMs > Math.max(1, halfMs - startMs)
      ? [`request ${index}, ${method}, comes before the reset and may go past half of the time`]
      : [],
  );
  // Where nothing was sent, it is not for each wait to say what it was for.
  const isSent = firstReset < run.trace.exchanges.length || world.dryRun;
  const waits = run.trace.waits.flatMap(({ after, startMs, ms }) =>
    isSent && after <= firstReset && startMs + ms > halfMs && startMs < halfMs && after < firstReset
      ? [`the wait after ${after} requests comes before the reset and goes past half of the time`]
      : [],
  );
  return [...calls, ...waits];
}

/** How long the wait after an answer is at least and at most; `failures` counts what uses up retries. */
function waitAfter({ retryAfter, meaning }: Exchange, failures: number): { min: number; max: number } {
  if (retryAfter !== undefined) {
    const ms = 1000 * Math.max(1, retryAfter.seconds);
    return { min: ms, max: ms };
  }
  if (meaning.kind === 'rate-limited') {
    return { min: 30_000, max: 30_000 };
  }
  const base = 1000 * 2 ** (failures - 1);
  return { min: Math.min(30_000, base), max: Math.min(30_000, 1.25 * base) };
}

function failuresOf(attempts: readonly Exchange[]): number {
  return attempts.filter((attempt) => retryOf(attempt) === 'counted').length;
}

/** Every further attempt is due and comes after the wait that is due. */
function checkAttempts({ call, before }: EndedCall, waits: ReadonlyMap<number, readonly Wait[]>): string[] {
  const problems: string[] = [];
  for (const [index, attempt] of call.attempts.slice(0, -1).entries()) {
    const until = call.attempts.slice(0, index + 1);
    const place = call.lastIndex - call.attempts.length + 1 + index;
    const retry = retryOf(attempt);
    if (retry === 'none' || (retry === 'counted' && retriesLeft(until, before) <= 0)) {
      problems.push(`request ${place} (${attempt.label}) is made again`);
    }
    const [wait, ...more] = waits.get(place + 1) ?? [];
    const { min, max } = waitAfter(attempt, failuresOf(until));
    const isOne = call.method === 'list' || more.length === 0;
    if (wait === undefined || !isOne || wait.ms < min || wait.ms > max) {
      problems.push(`after request ${place} (${attempt.label}) the wait is ${wait?.ms} ms, not ${min} to ${max}`);
    }
  }
  return problems;
}

/** A call that could be made again ends only because there is no time or the run is cancelled. */
function checkEnd({ call, end }: EndedCall, wait: Wait | undefined, facts: Facts): string[] {
  const { last, lastIndex, attempts, method } = call;
  const isBefore = lastIndex < facts.firstReset;
  // How the time before the reset is divided among its steps is not for this to say; a token's owner need not be known.
  const isFree = method === 'auth' || (isBefore && method !== 'lookup');
  if (end.kind !== 'interrupted' || isFree || facts.run.isBroken) {
    return [];
  }
  const { min, max } = waitAfter(last, failuresOf(attempts));
  const limitMs = isBefore && method === 'lookup' ? facts.halfMs : facts.deadlineMs;
  const isLate = last.endMs + max >= limitMs;
  const isCancelled = last.endMs >= facts.cancelMs || wait?.isCut === true;
  // Another wait is the pause before the next look.
  const isAsDue = wait?.isCut !== true || (wait.ms >= min && wait.ms <= max);
  return (isLate || isCancelled) && isAsDue ? [] : [`request ${lastIndex} (${last.label}) is not made again`];
}

function checkWaits(facts: Facts): string[] {
  const waits = Map.groupBy(facts.run.trace.waits, ({ after }) => after);
  return facts.expected.ends.flatMap((ended) => [
    ...checkAttempts(ended, waits),
    ...checkEnd(ended, waits.get(ended.call.lastIndex + 1)?.[0], facts),
  ]);
}

/** A method that Slack limits is not called again before the time that Slack names. */
function checkRateLimits({ run }: Facts): string[] {
  const { exchanges } = run.trace;
  return exchanges.slice(1).flatMap((next, index) => {
    const exchange = exchanges[index];
    const isSame = exchange?.meaning.kind === 'rate-limited' && next.method === exchange.method;
    return isSame && next.startMs - exchange.endMs < waitAfter(exchange, 0).min
      ? [`request ${index + 1}, ${next.method}, comes too soon after a rate limit`]
      : [];
  });
}

/** Nothing is sent after what stops the run. */
function checkStop({ expected, run }: Facts): string[] {
  const { stop } = expected;
  return stop === undefined || stop.by.call.lastIndex === run.trace.exchanges.length - 1
    ? []
    : [`request ${stop.by.call.lastIndex} (${stop.by.call.last.label}) stops the run, but more is sent`];
}

/** A code about the method ends the look-ups, and each address is looked up once. */
function checkLookUps({ expected }: Facts): string[] {
  const calls = expected.ends.filter(({ call: { method } }) => method === 'lookup');
  const ending = calls.findIndex(({ end }) => end.kind === 'refused' && isOfMethod(end.code));
  const subjects = calls.map(({ call: { subject } }) => subject);
  return [
    ...(ending >= 0 && ending < calls.length - 1 ? ['look-ups go on although the token may not make them'] : []),
    ...(new Set(subjects).size < subjects.length ? ['an address is looked up twice'] : []),
  ];
}

/** Each account is asked about once, unless there was no clear answer. */
function checkAccounts({ expected }: Facts): string[] {
  const answered = new Set<string>();
  return expected.ends.flatMap(({ call, end }) => {
    if (call.method !== 'info') {
      return [];
    }
    const isAgain = answered.has(call.subject);
    const { meaning } = call.last;
    if (end.kind === 'accepted' && meaning.kind === 'accepted' && meaning.account !== undefined) {
      answered.add(call.subject);
      for (const id of meaning.account.ids) {
        answered.add(id);
      }
    }
    return isAgain ? [`the account ${call.subject} is asked about twice`] : [];
  });
}

/** Calls and waits are as many and as long as the contract has them. */
export function checkCalls(facts: Facts): string[] {
  return [
    ...checkLimits(facts),
    ...checkHalf(facts),
    ...checkWaits(facts),
    ...checkRateLimits(facts),
    ...checkStop(facts),
    ...checkLookUps(facts),
    ...checkAccounts(facts),
    ...facts.expected.violations,
  ];
}
