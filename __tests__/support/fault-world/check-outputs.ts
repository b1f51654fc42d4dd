import type { PersonResult } from '../../../src/reset/results.ts';
import type { Run } from './run.ts';

const RED = new Set(['failed', 'unknown', 'not-attempted', 'still-active']);
const GOOD = new Set(['queued', 'verified', 'ignored']);
const MAX_RESULTS = 400_000;

function isRed({ status, error }: PersonResult): boolean {
  return RED.has(status) || (status === 'skipped' && error === 'protected_user');
}

function outcomeOf(outcomes: readonly PersonResult[]): string {
  const due = outcomes.filter(({ error }) => error !== 'not_due');
  const good = due.filter(({ status }) => GOOD.has(status)).length;
  if (due.length === 0) {
    return 'nothing-to-do';
  }
  return good === due.length ? 'success' : good === 0 ? 'failure' : 'partial';
}

function toResult({ person, status, error, calls, requestId, atMs }: PersonResult): object {
  const at = atMs === null ? null : new Date(atMs).toISOString();
  return { user_id: person.userId ?? null, status, error, source: person.source, calls, request_id: requestId, at };
}

/** Everybody; if that is too long those who need a hand; if that is too long as many of them as there is room for. */
function resultsOf(outcomes: readonly PersonResult[], most: number): string {
  const all = JSON.stringify(outcomes.map(toResult));
  if (all.length <= most) {
    return all;
  }
  let text = '[';
  for (const item of outcomes.filter(isRed).map((outcome) => JSON.stringify(toResult(outcome)))) {
    if (text.length + item.length + 2 > most) {
      break;
    }
    text += `${text === '[' ? '' : ','}${item}`;
  }
  return `${text}]`;
}

/** The outputs say what the outcomes say, and the step is red exactly when somebody needs a hand. */
export function checkOutputs({ record, outputs, failure }: Run): string[] {
  const { results: outcomes, gap } = record;
  const red = outcomes.filter(isRed);
  const count = (...statuses: string[]): string =>
    String(outcomes.filter(({ status }) => statuses.includes(status)).length);
  // A list that would fill the last character may be cut before it.
  const [results, full] = [outputs.get('results'), resultsOf(outcomes, MAX_RESULTS)];
  const due: Readonly<Record<string, string>> = {
    outcome: outcomeOf(outcomes),
    'user-count': String(outcomes.length),
    'queued-count': count('queued', 'verified'),
    'verified-count': count('verified'),
    'failed-count': String(red.length),
    'skipped-count': count('skipped'),
    'failed-user-ids': JSON.stringify(red.flatMap(({ person }) => person.userId ?? [])),
    results: results === full ? full : resultsOf(outcomes, MAX_RESULTS - 1),
    'report-path': 'report.json',
  };
  const names = new Set([...Object.keys(due), ...outputs.keys()]);
  const wrong = [...names]
    .filter((name) => outputs.get(name) !== due[name])
    .map((name) => `the output ${name} is ${outputs.get(name)?.slice(0, 200)}, not ${due[name]?.slice(0, 200)}`);
  const needsAttention = red.length > 0 || gap !== undefined;
  const isRight = (failure !== undefined) === needsAttention;
  return isRight ? wrong : [...wrong, `the step is ${failure === undefined ? 'green' : `red (${failure})`}`];
}
