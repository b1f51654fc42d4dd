import type { PersonResult } from '../../../src/reset/results.ts';
import type { AskedPerson } from './asked.ts';
import { limitsOf, stoppingEnd } from './check-calls.ts';
import { type Expectation, type Expected, STOP } from './expected.ts';
import type { Run } from './run.ts';
import type { Trace } from './trace.ts';
import type { World } from './world.ts';

/** All that the outcomes are held against. */
export interface Facts {
  readonly world: World;
  readonly run: Run;
  readonly expected: Expected;
  readonly asked: readonly AskedPerson[];
}

const NEVER_NAMED: Expectation = {
  status: 'not-attempted',
  errors: new Set([STOP]),
  calls: 0,
  requestIds: new Set([undefined]),
  settledBy: undefined,
};

const nameOf = ({ userId, email }: { userId?: string | undefined; email?: string | undefined }): string =>
  userId ?? email?.toLowerCase() ?? '';

/** What may have stopped the run: the answer that did, or the cancellation or the deadline that had come by then. */
function allowedStops({ world, run, expected }: Facts): readonly (string | undefined)[] {
  const { cancelMs, deadlineMs } = limitsOf(world);
  const stopping = stoppingEnd(expected);
  if (stopping?.end.kind === 'refused') {
    return [stopping.end.code];
  }
  const last = run.trace.exchanges.findLast(({ method }) => method !== 'list' || stopping === undefined);
  const wait = run.trace.waits.findLast(({ after }) => after === run.trace.exchanges.length);
  const isCancelled = run.trace.endMs >= cancelMs;
  const isLate = run.trace.endMs >= deadlineMs;
  if (stopping !== undefined) {
    const byWait = isCancelled && ((last?.endMs ?? 0) >= cancelMs || wait?.isCut === true || world.verify);
    return byWait ? ['cancelled'] : ['time_limit', ...(isCancelled ? ['cancelled'] : [])];
  }
  return [undefined, ...(isCancelled ? ['cancelled'] : []), ...(isLate ? ['time_limit'] : [])];
}

/** Everybody asked for has one outcome, in the order asked. */
function checkEverybody({ run, asked }: Facts): string[] {
  const told = run.record.results.map(({ person }) => nameOf(person));
  const due = asked.map(nameOf);
  const isSame = told.length === due.length && told.every((name, index) => name === due[index]);
  return isSame ? [] : [`outcomes of ${told.join()} instead of ${due.join()}`];
}

function checkHeld({ status, error, calls }: PersonResult, { hold }: AskedPerson, name: string): string[] {
  return status === 'skipped' && error === hold && calls === 0 ? [] : [`${name} is ${status} (${error}), not ${hold}`];
}

/** One person's outcome is what the calls say. */
function checkPerson(outcome: PersonResult, asked: AskedPerson, { world, run, expected }: Facts): string[] {
  const name = nameOf(asked);
  if (asked.hold !== undefined) {
    return checkHeld(outcome, asked, name);
  }
  const { people, lookUps } = expected;
  const due = (asked.userId === undefined ? lookUps.get(name) : people.get(name)) ?? NEVER_NAMED;
  const isLookedAt = outcome.status === 'verified' || outcome.status === 'still-active';
  const isIgnored = due.status === 'failed' && [...due.errors].some((code) => world.ignored.has(String(code)));
  const status = isIgnored ? 'ignored' : due.status;
  const problems: string[] = [];
  const stop = run.record.stop?.error;
  const errors = [...due.errors].flatMap((error) => (error === STOP ? (stop ?? []) : error));
  if ((isLookedAt ? 'queued' : outcome.status) !== status) {
    problems.push(`${name} is ${outcome.status} (${outcome.error}), not ${status}`);
  } else if (!isLookedAt && !errors.includes(outcome.error)) {
    problems.push(`${name} is ${outcome.status} with ${outcome.error}, not ${errors.join(' or ')}`);
  }
  const listings = run.trace.exchanges.filter(({ method, subject }) => method === 'list' && subject === name).length;
  const calls = due.calls + listings + (expected.findingCalls.get(name) ?? 0);
  if (outcome.calls !== calls) {
    problems.push(`${name} has ${outcome.calls} calls, not ${calls}`);
  }
  if (!isLookedAt && !due.requestIds.has(outcome.requestId ?? undefined)) {
    problems.push(`${name} has the request ID ${outcome.requestId}, which is of no call that named the person`);
  }
  const { settledBy: by } = due;
  const isSettledSo = outcome.atMs === by?.endMs && outcome.requestId === (by?.requestId ?? null);
  if (!isLookedAt && by !== undefined && !isSettledSo) {
    problems.push(`${name} is settled at ${outcome.atMs} by ${outcome.requestId}, not ${by.endMs} by ${by.requestId}`);
  }
  return problems;
}

/** The truth, whatever answers say: who is called untouched is so, and who is called queued was taken. */
function checkTruth({ exchanges }: Trace, outcomes: readonly PersonResult[]): string[] {
  const acted = new Set(exchanges.flatMap((exchange) => exchange.acted));
  return outcomes.flatMap(({ person, status }) => {
    const id = person.userId ?? '';
    const isUntouched = status === 'not-attempted' || status === 'skipped';
    const isQueued = status === 'queued' || status === 'verified' || status === 'still-active';
    return (isUntouched && acted.has(id)) || (isQueued && !acted.has(id))
      ? [`${id} is ${status}, but Slack has ${acted.has(id) ? '' : 'not '}acted on the person`]
      : [];
  });
}

/** Nobody is sent who was not asked for, or who is held back. */
function checkNobodyElse({ run, asked }: Facts): string[] {
  const due = new Set(asked.flatMap(({ userId, hold }) => (hold === undefined ? (userId ?? []) : [])));
  const sent = new Set(run.trace.exchanges.flatMap(({ userIds }) => userIds));
  return [...sent].filter((id) => !due.has(id)).map((id) => `${id} is sent, but was not asked for`);
}

export function checkPeople(facts: Facts): string[] {
  const { run, asked } = facts;
  const { results: outcomes, stop } = run.record;
  const stops = allowedStops(facts);
  const everybody = checkEverybody(facts);
  const single = outcomes.flatMap((outcome, index) => {
    const person = asked[index];
    return person === undefined || everybody.length > 0 ? [] : checkPerson(outcome, person, facts);
  });
  return [
    ...everybody,
    ...single,
    ...checkTruth(run.trace, outcomes),
    ...checkNobodyElse(facts),
    ...(stops.includes(stop?.error) ? [] : [`the run is stopped by ${stop?.error}, not ${stops.join(' or ')}`]),
  ];
}
