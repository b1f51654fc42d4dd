import { STATUSES } from '../../../src/reset/results.ts';
import { retryOf } from '../fault-world/call-ends.ts';
import { isRed, outcomesOf } from '../fault-world/check-outputs.ts';
import { type Expectation, expectRun, STOP } from '../fault-world/expected.ts';
import type { Exchange } from '../fault-world/trace.ts';
import type { ActionRun, WireResult } from '../run-action.ts';
import { stackLines } from '../scenario.ts';
import { SIMULATOR_TOKEN } from '../slack-simulator/index.ts';
import type { FaultScenario } from './scenario.ts';

/** What is known of a run from outside. */
export interface Observed {
  readonly scenario: FaultScenario;
  readonly run: ActionRun;
  readonly exchanges: readonly Exchange[];
  /** When the signal was sent, by the simulator's clock. */
  readonly cancelledMs: number | undefined;
  /** Who of the people asked for has a session left. */
  readonly signedIn: ReadonlySet<string>;
}

/** How far a request may lag behind the decision to make it. */
const LAG_MS = 250;

function checkStatus(result: WireResult, due: Expectation | undefined, { scenario, run }: Observed): string[] {
  const stops = ['cancelled', 'time_limit', stoppedBy(run)];
  const { status: expected, errors } = due ?? { status: 'not-attempted', errors: new Set([STOP]) };
  const isIgnored = expected === 'failed' && [...errors].some((code) => scenario.ignored.includes(String(code)));
  const status = isIgnored ? 'ignored' : expected;
  const told = result.status === 'verified' || result.status === 'still-active' ? 'queued' : result.status;
  const isKnown = [...errors].some((error) => (error === STOP ? stops.includes(result.error) : error === result.error));
  // Who is to be verified and is not has an error that says why.
  const isUnverified = scenario.verify && result.status === 'queued' && result.error !== null;
  return told === status &&
    (isUnverified || (isKnown && !(scenario.verify && result.status === 'queued')) || told !== result.status)
    ? []
    : [
        `${result.user_id ?? result.source} is ${result.status} (${result.error}), not ${status} (${[...errors].map(String).join(' or ')})`,
      ];
}

function stoppedBy({ report }: ActionRun): string | null {
  const stop = typeof report === 'object' && report !== null && 'stopped_by' in report ? report.stopped_by : null;
  return typeof stop === 'string' ? stop : null;
}

/** Everybody once, in the order asked, with the status that the answers call for. */
function checkPeople(observed: Observed): string[] {
  const { scenario, run, exchanges } = observed;
  const expected = expectRun({ maxRetries: scenario.maxRetries }, { exchanges });
  const problems = [...expected.violations];
  const asked = [
    ...scenario.ids,
    ...[...scenario.emails].map(([email, id]) => (expected.lookUps.get(email) === 'found' ? (id ?? email) : email)),
  ];
  const placeOf = ({ source }: WireResult): string => {
    const [, list, index] = /^(user-ids|emails)\[(\d+)\]$/.exec(source) ?? [];
    return asked[Number(index) + (list === 'emails' ? scenario.ids.length : 0)] ?? '';
  };
  const told = run.results.map((result) => placeOf(result));
  if (told.join() !== asked.join()) {
    problems.push(`results of ${told.length} people, not ${asked.length}`);
  }
  for (const result of run.results) {
    const name = placeOf(result);
    const lookUp = expected.lookUps.get(name);
    const ends = new Set<string | typeof STOP>([STOP, 'time_limit', expected.lookUpEnd ?? STOP]);
    const never: Expectation = { status: 'not-attempted', errors: ends, settledBy: undefined };
    const due = expected.people.get(name) ?? (lookUp === 'found' ? undefined : lookUp) ?? never;
    const [email] = [...scenario.emails].find(([, id]) => id === name) ?? [name];
    const calls = exchanges.filter(
      ({ subject, userIds }) => subject === name || subject === email || userIds.includes(name),
    ).length;
    problems.push(...checkStatus(result, due, observed));
    if ((result.user_id ?? name) !== name || result.calls !== calls) {
      problems.push(`${name} has ${result.calls} calls, not ${calls}`);
    }
  }
  const sent = new Set(exchanges.flatMap(({ userIds }) => userIds));
  const strangers = [...sent].filter((id) => !asked.includes(id));
  return [...problems, ...strangers.map((id) => `${id} is sent, but was not asked for`)];
}

/** What the simulator really did. */
function checkTruth({ scenario, run, signedIn }: Observed): string[] {
  const members = new Set(scenario.users.map(({ id }) => id));
  return run.results.flatMap(({ user_id: id, status }) => {
    const isIn = id !== null && members.has(id) && signedIn.has(id);
    const isOut = id !== null && members.has(id) && !signedIn.has(id);
    const isLie = (['queued', 'verified'].includes(status) && isIn) || (status === 'not-attempted' && isOut);
    return isLie ? [`${id} is ${status}, but is ${isIn ? 'signed in' : 'signed out'}`] : [];
  });
}

/** How long the next attempt is away at most; endless when the answer does not name a wait that is known here. */
function longestWait({ retryAfter, meaning }: Exchange): number {
  if (retryAfter !== undefined && 'seconds' in retryAfter) {
    return Math.max(1, retryAfter.seconds) * 1000;
  }
  return meaning.kind === 'rate-limited' ? Number.POSITIVE_INFINITY : 1250;
}

/** What is due to be tried again is tried again, while there is time. */
function checkGivenUp({ scenario, exchanges, cancelledMs }: Observed): string[] {
  const { ends } = expectRun({ maxRetries: scenario.maxRetries }, { exchanges });
  const deadlineMs = scenario.timeoutMinutes * 60_000;
  return ends
    .filter(({ call, end }) => end.kind === 'interrupted' && call.method !== 'auth' && cancelledMs === undefined)
    .filter(({ call: { last } }) => !isEndless(last) && last.endMs + longestWait(last) + LAG_MS < deadlineMs)
    .map(({ call: { last } }) => `${last.method} is not made again after ${last.label}`);
}

/** An answer that never comes takes the time that is left. */
function isEndless({ meaning }: Exchange): boolean {
  return meaning.kind === 'unclear' && meaning.reason === 'timeout';
}

/** Further attempts come after the wait that is due and are not too many; after the signal nothing begins. */
function checkTimes({ scenario, exchanges, cancelledMs }: Observed): string[] {
  const { ends } = expectRun({ maxRetries: scenario.maxRetries }, { exchanges });
  const problems: string[] = [];
  for (const { call } of ends) {
    const counted = call.attempts.slice(0, -1).filter((attempt) => retryOf(attempt) === 'counted').length;
    if (counted > scenario.maxRetries) {
      problems.push(`${counted} retries of ${call.method}`);
    }
    for (const [index, attempt] of call.attempts.slice(0, -1).entries()) {
      const { retryAfter } = attempt;
      const seconds = retryAfter !== undefined && 'seconds' in retryAfter ? Math.max(1, retryAfter.seconds) : 1;
      const waitedMs = (call.attempts[index + 1]?.startMs ?? 0) - attempt.endMs;
      if (waitedMs < seconds * 1000 - 20) {
        problems.push(`a wait of ${waitedMs} ms instead of ${seconds} s`);
      }
    }
  }
  const late = exchanges.filter(({ startMs }) => startMs > (cancelledMs ?? Number.POSITIVE_INFINITY) + LAG_MS);
  return [...problems, ...late.map(({ method }) => `${method} begins after the signal`)];
}

/** Outputs, report, summary and exit code say the same. */
function checkTelling({ scenario, run, cancelledMs }: Observed): string[] {
  const { outputs, results, report, summary, exitCode } = run;
  const ignored = new Set(scenario.ignored);
  const everybody = results.map(({ status, error, user_id: id }) => ({
    status: STATUSES.find((known) => known === status) ?? 'failed',
    error,
    foundSignedIn: false,
    id,
  }));
  const red = everybody.filter((result) => isRed(result, ignored));
  const count = (...statuses: string[]): string =>
    String(results.filter(({ status }) => statuses.includes(status)).length);
  const outcomes = outcomesOf(everybody, { ignored, isRefused: false, isStopped: stoppedBy(run) !== null });
  const due = new Map([
    ['outcome', outcomes.find((outcome) => outcome === outputs['outcome']) ?? outcomes.join(' or ')],
    ['user-count', String(scenario.ids.length + scenario.emails.size)],
    ['queued-count', count('queued', 'verified', 'still-active')],
    ['verified-count', count('verified')],
    ['signed-out-count', count('signed-out')],
    ['failed-count', String(red.length)],
    ['skipped-count', '0'],
    ['failed-user-ids', JSON.stringify(red.flatMap(({ id }) => id ?? []))],
  ]);
  const wrong = [...due]
    .filter(([name, value]) => outputs[name] !== value)
    .map(([name, value]) => `${name} is not ${value}`);
  const told = typeof report === 'object' && report !== null && 'results' in report ? report.results : [];
  const people = Array.isArray(told) ? told.length : 0;
  const isFailed = red.length > 0;
  const mayBeRed = isFailed || cancelledMs !== undefined;
  return [
    ...wrong,
    ...(people === results.length ? [] : [`the report has ${people} people`]),
    ...(summary.includes('##') ? [] : ['there is no summary']),
    ...((isFailed && exitCode !== 1) || (!mayBeRed && exitCode !== 0) ? [`the step ends with ${exitCode}`] : []),
    ...stackLines(run).map((line) => `a stack: ${line}`),
    ...(run.everything.includes(SIMULATOR_TOKEN) ? ['the token is told'] : []),
    ...(/person\.\d|nobody@/.test(run.everything) ? ['an address is told'] : []),
  ];
}

const GRACE_MS = 2000;

function checkSignal({ run }: Observed): string[] {
  const { signal, signalToEndMs = 0 } = run;
  return [
    ...(signal === null ? [] : [`the process dies of ${signal}`]),
    ...(signalToEndMs < GRACE_MS ? [] : [`the process ends ${signalToEndMs} ms after the signal`]),
  ];
}

/** Says in words what is not as the contract has it. */
export function checkFaultRun(observed: Observed): readonly string[] {
  return [
    ...checkSignal(observed),
    ...checkPeople(observed),
    ...checkTruth(observed),
    ...checkTimes(observed),
    ...checkGivenUp(observed),
    ...checkTelling(observed),
  ];
}
