import { formatPeopleCount } from '../people/wording.ts';
import { needsAttention, type PersonResult } from '../reset/results.ts';
import { MAX_UNFOLDED, type PeopleTable } from './people-tables.ts';
import { type Cause, causesOf } from './remedies.ts';
import type { RunRecord } from './run-record.ts';
import { toCode, toProse } from './text.ts';

/** Causes that have a table of their own; the others share one. */
const MAX_CAUSES = 30;

/** Those who need attention: a table for each cause, the most urgent first, with what to do about it. */
export function tablesOfAttention(record: RunRecord): readonly PeopleTable[] {
  const causes = causesOf(record.results);
  const rest = causes.slice(MAX_CAUSES).flatMap(({ results }) => results);
  return [
    ...causes.slice(0, MAX_CAUSES).map((cause) => toTable(cause, record)),
    ...(rest.length === 0
      ? []
      : [
          {
            title: `Other codes: ${formatPeopleCount(rest.length)}`,
            rows: rest,
            columns: ['person', 'status', 'code', 'also', 'ticket', 'source'] as const,
            isFolded: rest.length > MAX_UNFOLDED,
          },
        ]),
  ];
}

function toTable(cause: Cause, { stop }: RunRecord): PeopleTable {
  const { error, status, results, remedy } = cause;
  // The cause that stopped the run, and its remedy, are above all tables.
  const isStopped = isWaiting(cause, stop);
  const isMixed = results.some((result) => result.status !== status) || error === 'found_signed_in';
  return {
    title: `${isStopped ? 'Waiting' : titleOf(cause)}: ${formatPeopleCount(results.length)}`,
    ...(isStopped ? {} : { text: toProse(remedy) }),
    rows: results,
    columns: ['person', ...(isMixed ? (['status'] as const) : []), 'also', 'ticket', 'due', 'source'],
    isFolded: results.length > MAX_UNFOLDED,
  };
}

function isWaiting({ error, status }: Pick<PersonResult, 'error' | 'status'>, stop: RunRecord['stop']): boolean {
  return status === 'not-attempted' && error === stop?.error;
}

const TITLES: ReadonlyMap<string, string> = new Map([
  ['signed_in_again', 'Signed in again'],
  ['found_signed_in', 'Due for a long time and still signed in'],
  ['sessions_left', 'Sessions left'],
  ['protected_user', 'Protected'],
  ['wrong_person', 'Address of another person'],
]);

function titleOf({ error, status }: Cause): string {
  const code = toCode(error);
  const title = TITLES.get(error);
  if (title !== undefined) {
    return `${title} (${code})`;
  }
  switch (status) {
    case 'failed':
      return `Refused with ${code}`;
    case 'unknown':
      return `No clear answer (${code})`;
    case 'queued':
    case 'verified':
      return `Not verified (${code})`;
    default:
      return `Not attempted (${code})`;
  }
}

/** The request IDs that Slack support asks for. */
export function tableOfRequests({ results, stop }: RunRecord): PeopleTable {
  const rows = results.filter(
    (result) => needsAttention(result) && result.requestId !== null && !isWaiting(result, stop),
  );
  return {
    title: `Request IDs for Slack support: ${formatPeopleCount(rows.length)}`,
    rows,
    columns: ['person', 'request ID'],
    isFolded: true,
  };
}
