import type { Expected } from './expected.ts';
import { type CallEnd, retriesLeft, retryOf } from './expected-call.ts';
import type { Call, Exchange, Trace, Wait } from './trace.ts';
import { START_MS, type World } from './world.ts';

const CALL_MS = 30_000;
const BATCH = 1000;

interface Limits {
  readonly deadlineMs: number;
  readonly cancelMs: number;
}

export function limitsOf({ budgetMs, cancelAfterMs }: World): Limits {
  return { deadlineMs: START_MS + budgetMs, cancelMs: START_MS + (cancelAfterMs ?? Number.POSITIVE_INFINITY) };
}

/** Nothing begins once the run is cancelled or its time is over, and nothing goes past the deadline. */
function checkLimits({ exchanges, waits }: Trace, { deadlineMs, cancelMs }: Limits): string[] {
  const calls = exchanges.flatMap(({ startMs, timeoutMs }, index) => [
    ...(startMs >= deadlineMs ? [`request ${index} begins after the deadline`] : []),
    ...(startMs >= cancelMs ? [`request ${index} begins after the cancellation`] : []),
    ...(timeoutMs > Math.min(CALL_MS, deadlineMs - startMs) ? [`request ${index} may take ${timeoutMs} ms`] : []),
  ]);
  const pauses = waits.flatMap(({ startMs, ms, after }) => [
    ...(startMs + ms >= deadlineMs ? [`the wait after ${after} requests ends past the deadline`] : []),
    ...(startMs >= cancelMs ? [`the wait after ${after} requests begins after the cancellation`] : []),
  ]);
  return [...calls, ...pauses];
}

/** How long the wait after an answer is at least and at most; `failures` counts what uses up retries. */
function waitAfter({ retryAfter, endMs, meaning }: Exchange, failures: number): { min: number; max: number } {
  if (retryAfter !== undefined) {
    const seconds = 'seconds' in retryAfter ? retryAfter.seconds : Math.ceil((retryAfter.untilMs - endMs) / 1000);
    const ms = 1000 * Math.max(1, seconds);
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
function checkAttempts(
  call: Call,
  before: Expected['ends'][number]['before'],
  waits: ReadonlyMap<number, Wait[]>,
): string[] {
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
    if (wait === undefined || more.length > 0 || wait.ms < min || wait.ms > max) {
      problems.push(`after request ${place} (${attempt.label}) the wait is ${wait?.ms} ms, not ${min} to ${max}`);
    }
  }
  return problems;
}

/** A call that could be made again ends only because there is no time or the run is cancelled. */
function checkEnd(call: Call, end: CallEnd, { wait, limits }: { wait: Wait | undefined; limits: Limits }): string[] {
  const { last, lastIndex, attempts } = call;
  const { min, max } = waitAfter(last, failuresOf(attempts));
  if (end.kind !== 'interrupted') {
    return wait === undefined ? [] : [`request ${lastIndex} is final, but a wait comes after it`];
  }
  const isLate = last.endMs + max >= limits.deadlineMs;
  const isCancelled = last.endMs >= limits.cancelMs || wait?.isCut === true;
  const isAsDue = wait === undefined || (wait.ms >= min && wait.ms <= max);
  return (isLate || isCancelled) && isAsDue ? [] : [`request ${lastIndex} (${last.label}) is not made again`];
}

function checkWaits({ ends }: Expected, trace: Trace, limits: Limits): string[] {
  const waits = Map.groupBy(trace.waits, ({ after }) => after);
  return ends.flatMap(({ call, before, end }) => [
    ...checkAttempts(call, before, waits),
    ...checkEnd(call, end, {
      wait: waits.get(call.lastIndex + 1)?.[0],
      limits: call.method === 'auth' ? { ...limits, deadlineMs: quarter(START_MS, limits) } : limits,
    }),
  ]);
}

/** What is done before the reset and is not needed for it may take a quarter of the time left. */
function quarter(fromMs: number, { deadlineMs }: Limits): number {
  return fromMs + (deadlineMs - fromMs) / 4;
}

/** The check of the token and the look at sessions before the reset leave time for it; listings wait as they are told. */
function checkBeforeReset({ exchanges }: Trace, limits: Limits): string[] {
  const firstReset = exchanges.findIndex(({ method }) => method === 'reset');
  const before = exchanges.slice(0, Math.max(0, firstReset));
  const firstList = before.find(({ method }) => method === 'list');
  const listUntilMs = quarter(firstList?.startMs ?? START_MS, limits);
  const late = before.filter(
    ({ method, endMs }) =>
      (method === 'auth' && endMs > quarter(START_MS, limits)) || (method === 'list' && endMs > listUntilMs),
  );
  const early = exchanges.slice(1).filter((next, index) => {
    const exchange = exchanges[index];
    const isSame = exchange?.method === 'list' && next.subject === exchange.subject && next.cursor === exchange.cursor;
    const isLimited = isSame && next.method === 'list' && exchange.meaning.kind === 'rate-limited';
    return isLimited && next.startMs - exchange.endMs < waitAfter(exchange, 0).min;
  });
  return [
    ...late.map(({ method, endMs }) => `${method} before the reset goes on until ${endMs - START_MS} ms`),
    ...early.map(({ startMs }) => `a listing at ${startMs - START_MS} ms comes too soon after a rate limit`),
  ];
}

/** What stops the run by the calls alone: the first end after which nothing may be sent. */
export function stoppingEnd({ ends }: Expected): Expected['ends'][number] | undefined {
  return ends.find(({ call, end }) => {
    // Whose token it is need not be known, so only a refusal stops the run.
    const isCutShort = end.kind === 'interrupted' && call.method !== 'auth';
    return isCutShort || (end.kind === 'refused' && end.isRunWide);
  });
}

function checkStop(expected: Expected, { exchanges }: Trace): string[] {
  const stopping = stoppingEnd(expected);
  return stopping === undefined || stopping.call.lastIndex === exchanges.length - 1
    ? []
    : [`request ${stopping.call.lastIndex} (${stopping.call.last.label}) stops the run, but more is sent`];
}

/** Groups are parts of one batch, in the order asked, and not too many. */
function checkGroups({ ends }: Expected, due: readonly string[]): string[] {
  const places = new Map(due.map((id, index) => [id, index]));
  const problems: string[] = [];
  const callsOfBatch = new Map<number, number>();
  for (const { call } of ends.filter(({ call: { method } }) => method === 'reset')) {
    const { userIds, lastIndex } = call;
    const batches = new Set(userIds.map((id) => Math.floor((places.get(id) ?? -BATCH) / BATCH)));
    const [batch = -1] = batches;
    callsOfBatch.set(batch, (callsOfBatch.get(batch) ?? 0) + 1);
    const isGood =
      batches.size === 1 && batch >= 0 && new Set(userIds).size === userIds.length && userIds.length <= BATCH;
    if (!isGood) {
      problems.push(`request ${lastIndex} has ${userIds.length} people of batches ${[...batches]}`);
    }
  }
  for (const [batch, calls] of callsOfBatch) {
    const people = Math.min(BATCH, due.length - batch * BATCH);
    if (calls > people + Math.ceil(Math.log2(people)) + 2) {
      problems.push(`batch ${batch} of ${people} people takes ${calls} calls`);
    }
  }
  return problems;
}

/** @param due - the user IDs to be sent, in the order asked */
export function checkCalls(
  world: World,
  { trace, expected, due }: { trace: Trace; expected: Expected; due: readonly string[] },
): string[] {
  const limits = limitsOf(world);
  return [
    ...checkLimits(trace, limits),
    ...checkWaits(expected, trace, limits),
    ...checkStop(expected, trace),
    ...checkBeforeReset(trace, limits),
    ...checkGroups(expected, due),
    ...expected.violations,
  ];
}
