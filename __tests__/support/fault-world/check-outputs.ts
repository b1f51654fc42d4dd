import type { PersonResult } from '../../../src/reset/results.ts';
import type { Run } from './run.ts';
import type { World } from './world.ts';

const RED = new Set(['failed', 'unknown', 'not-attempted', 'still-active']);
const GOOD = new Set(['queued', 'verified', 'signed-out', 'ignored']);
const MAX_RESULTS = 400_000;

/** Whether a result fails the step. */
export function isRed(
  { status, error, foundSignedIn }: Pick<PersonResult, 'status' | 'error' | 'foundSignedIn'>,
  ignored: ReadonlySet<string>,
): boolean {
  const isFound = foundSignedIn && !ignored.has('found_signed_in');
  const isDoubtful = (status === 'queued' || status === 'verified') && error !== null && error !== 'found_signed_in';
  return RED.has(status) || isFound || isDoubtful || (status === 'skipped' && error === 'protected_user');
}

/** What the outcome may be, given everybody's result. */
export function outcomesOf(
  results: readonly Pick<PersonResult, 'status' | 'error' | 'foundSignedIn'>[],
  { ignored, isRefused, isStopped }: { ignored: ReadonlySet<string>; isRefused: boolean; isStopped: boolean },
): readonly string[] {
  const due = results.filter(({ error }) => error !== 'not_due');
  const good = due.filter((result) => GOOD.has(result.status) && !isRed(result, ignored)).length;
  if (isRefused) {
    return ['failure'];
  }
  if (due.length === 0) {
    return isStopped ? ['nothing-to-do', 'failure'] : ['nothing-to-do'];
  }
  if (due.some(({ status }) => status === 'planned')) {
    return isStopped ? ['planned', 'failure'] : ['planned'];
  }
  if (good === due.length) {
    const isAllIgnored = due.every(({ status }) => status === 'ignored');
    return isAllIgnored ? ['partial'] : isStopped ? ['success', 'partial'] : ['success'];
  }
  return good === 0 ? ['failure'] : ['partial'];
}

function toResult({ person, status, error, foundSignedIn, calls, requestId, atMs }: PersonResult): object {
  return {
    user_id: person.userId ?? null,
    status,
    error,
    found_signed_in: foundSignedIn,
    source: person.source,
    calls,
    request_id: requestId,
    at: atMs === null ? null : new Date(atMs).toISOString(),
  };
}

/** Everybody; if that is too long those who fail the step; if that is too long as many of them as there is room for. */
function resultsOf(results: readonly PersonResult[], red: readonly PersonResult[], most: number): string {
  const all = JSON.stringify(results.map(toResult));
  if (all.length <= most) {
    return all;
  }
  let text = '[';
  for (const item of red.map((result) => JSON.stringify(toResult(result)))) {
    if (text.length + item.length + 2 > most) {
      break;
    }
    text += `${text === '[' ? '' : ','}${item}`;
  }
  return `${text}]`;
}

/** The outputs say what the results say, and the step is red exactly when somebody fails it or the run itself failed. */
export function checkOutputs({ ignored }: World, { record, outputs, failure }: Run): string[] {
  const { results, problems, faults, stop } = record;
  const red = results.filter((result) => isRed(result, ignored));
  const count = (...statuses: string[]): string =>
    String(results.filter(({ status }) => statuses.includes(status)).length);
  const isStopped = faults.length > 0 || stop !== undefined;
  const outcomes = outcomesOf(results, { ignored, isRefused: problems.length > 0, isStopped });
  const [told, full] = [outputs.get('results'), resultsOf(results, red, MAX_RESULTS)];
  const due: Readonly<Record<string, string>> = {
    outcome: outcomes.find((outcome) => outcome === outputs.get('outcome')) ?? outcomes.join(' or '),
    'user-count': String(results.length),
    'queued-count': count('queued', 'verified', 'still-active'),
    'verified-count': count('verified'),
    'signed-out-count': count('signed-out'),
    'failed-count': String(red.length),
    'skipped-count': count('skipped'),
    'failed-user-ids': JSON.stringify(red.flatMap(({ person }) => person.userId ?? [])),
    // A list that would fill the last character may be cut before it.
    results: told === full ? full : resultsOf(results, red, MAX_RESULTS - 1),
    'report-path': 'report.json',
  };
  const names = new Set([...Object.keys(due), ...outputs.keys()]);
  const wrong = [...names]
    .filter((name) => outputs.get(name) !== due[name])
    .map((name) => `the output ${name} is ${outputs.get(name)?.slice(0, 200)}, not ${due[name]?.slice(0, 200)}`);
  const isRight = (failure !== undefined) === (red.length > 0 || problems.length > 0 || isStopped);
  return isRight ? wrong : [...wrong, `the step is ${failure === undefined ? 'green' : `red (${failure})`}`];
}
