import { formatPeopleCount } from '../people/wording.ts';
import { type PersonResult, STATUSES, type Status } from '../reset/results.ts';
import { kindOf } from './headline.ts';
import { queuedAt } from './people-tables.ts';
import type { RunRecord } from './run-record.ts';
import { toDuration } from './text.ts';

const MEANINGS: Readonly<Record<Status, string>> = {
  planned: 'would be sent',
  queued: 'Slack accepted the reset and will carry it out soon; this does not prove that anybody is signed out',
  verified: 'queued, and Slack then listed no session',
  'signed-out': 'nothing to end: no session is listed, or the account is deactivated',
  'still-active': 'queued, but sessions are left',
  failed: 'Slack refused this person',
  ignored: 'refused with a code listed in ignore-errors',
  unknown: 'sent, but no clear answer came back: it may have happened',
  'not-attempted': 'not affected: never sent, or only in calls that Slack rejected',
  skipped: 'not sent: not due yet, or protected',
};

/** How many people ended with each status, with accounts and delays. A plan needs no counts: its headline has them. */
export function renderCounts(record: RunRecord): string {
  const { tally, results, options, dryRun } = record;
  const held = results.some(({ error }) => error === 'protected_user') ? ['protected'] : [];
  const later = results.some(({ error }) => error === 'not_due') ? ['not due yet'] : [];
  const meanings = {
    ...MEANINGS,
    verified: `queued, and Slack then listed no ${kindOf(options)}session`,
    skipped: `not sent: ${[...later, ...held].join(', or ')}`,
  };
  const rows = STATUSES.filter((status) => tally[status] > 0).map(
    (status) => `| ${status} | ${tally[status]} | ${meanings[status]} |`,
  );
  const table = ['| status | people | meaning |', '| --- | ---: | --- |', ...rows].join('\n');
  const heading = `### Results: ${formatPeopleCount(results.length)}`;
  const lines = [renderAccounts(record), renderDelays(results)].filter((line) => line !== '');
  return [...(dryRun || rows.length === 0 ? [] : [heading, table]), ...lines].join('\n\n');
}

function renderAccounts({ results, options }: RunRecord): string {
  const due = results.filter(({ error }) => error !== 'not_due');
  const count = (account: PersonResult['account']): number => due.filter((result) => result.account === account).length;
  const unknown = count(null);
  return options['check-accounts'] !== true || unknown === due.length
    ? ''
    : `Accounts: ${count('active')} still active, ${count('deactivated')} deactivated${unknown === 0 ? '' : `, ${unknown} not known`}.`;
}

function renderDelays(results: readonly PersonResult[]): string {
  const longest = (delays: readonly number[]): number => delays.reduce((most, delay) => Math.max(most, delay), 0);
  const toQueued = results.flatMap((result) => {
    const [dueMs, queuedMs] = [result.person.effectiveMs, queuedAt(result)];
    return dueMs === undefined || queuedMs === undefined ? [] : [queuedMs - dueMs];
  });
  const toVerified = results.flatMap((result) => {
    const [queuedMs, verifiedMs] = [queuedAt(result), result.evidence?.verifiedAtMs ?? undefined];
    return queuedMs === undefined || verifiedMs === undefined ? [] : [verifiedMs - queuedMs];
  });
  const parts = [
    ...(toQueued.length === 0 ? [] : [`due → queued ${toDuration(longest(toQueued))}`]),
    ...(toVerified.length === 0 ? [] : [`queued → verified ${toDuration(longest(toVerified))}`]),
  ];
  return parts.length === 0 ? '' : `Longest delays: ${parts.join(', ')}.`;
}
