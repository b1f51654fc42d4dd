import { formatCount, formatPeopleCount } from '../people/wording.ts';
import type { Stop } from '../reset/ledger.ts';
import { STATUSES, type Status } from '../reset/results.ts';
import { detailsOf, kindOf, renderFailure, renderHeadline } from './headline.ts';
import { isNotDue, type PeopleTable, renderTable, tablesOfHand, tablesOfOthers, takeWhile } from './people-tables.ts';
import { causesOf, whatToDo } from './remedies.ts';
import type { RunRecord } from './run-record.ts';
import { toCode, toDuration, toMoment } from './text.ts';

/** GitHub refuses a job summary of 1 MiB; some room is left for what is written around it. */
const MAX_BYTES = 1024 * 1024 - 16 * 1024;
/** What headings, folds and the last line take at most; the rosters named in that line have their own share. */
const FRAME_BYTES = 2000;
const FOOT_BYTES = 8000;

const MEANINGS: Readonly<Record<Status, string>> = {
  planned: 'would be sent',
  queued: 'Slack has accepted the reset and carries it out soon; this does not prove that anybody is signed out',
  verified: 'queued, and Slack then listed no session',
  'signed-out': 'nothing to end: no session is listed, or the account is deactivated',
  'still-active': 'queued, but sessions are left',
  failed: 'Slack refused this person',
  ignored: 'refused with a code that is ignored here',
  unknown: 'sent, but no clear answer came back: it may have happened',
  'not-attempted': 'not affected: never sent, or only in calls that Slack rejected',
  skipped: 'not sent: not due yet, or protected',
};

/**
 * The job summary as Markdown: the outcome, the counts, who needs a hand and what to do, the rest folded.
 *
 * @param maxBytes - the result is cut to stay below it and says so
 */
export function renderSummary(record: RunRecord, maxBytes = MAX_BYTES): string {
  const sections = [renderHead(record, maxBytes), renderWhatToDo(record)].filter((part) => part !== '');
  const counts = renderCountTable(record);
  let room = maxBytes - Buffer.byteLength([...sections, counts].join('\n\n')) - FRAME_BYTES - FOOT_BYTES;
  const render = (table: PeopleTable): string => {
    const text = renderTable(table, room);
    room -= Buffer.byteLength(text);
    return text;
  };
  const hand = tablesOfHand(record).map(render);
  const others = tablesOfOthers(record).map(render);
  sections.push(...hand, ...(counts === '' ? [] : [counts]), ...others);
  if (record.options['roster-entries'] === 'added' && record.results.some(isNotDue)) {
    sections.push(ADDED_TOO_EARLY);
  }
  sections.push(renderFoot(record));
  return `${sections.join('\n\n')}\n`;
}

function renderHead(record: RunRecord, maxBytes: number): string {
  const isRed = renderFailure(record) !== undefined;
  const mark = isRed ? '❌' : ({ planned: '📝', 'nothing-to-do': '💤' }[String(record.outcome)] ?? '✅');
  const lines = [`## ${mark} ${renderHeadline(record)}`];
  if (record.stop !== undefined) {
    lines.push(renderStop(record.stop));
  }
  lines.push(...record.faults.map((fault) => `**${toCode(fault)}**`));
  if (record.problems.length > 0) {
    lines.push(renderProblems(record, maxBytes / 4));
  } else if (record.dryRun) {
    lines.push(...renderPlan(record));
  }
  return lines.join('\n\n');
}

function renderStop(stop: Stop): string {
  const { error, refusal } = stop;
  const request = refusal?.requestId === undefined ? [] : [`request ${refusal.requestId}`];
  return [`**Stopped by ${toCode(error)}.**`, whatToDo(error), ...[...detailsOf(stop), ...request].map(toCode)].join(
    ' ',
  );
}

const ADDED_TOO_EARLY =
  'Entries that are not due yet are not seen again by a later run with `roster-entries: added`: only a run with ' +
  '`all`, such as a nightly one, picks them up.';

function renderPlan({ calls, results }: RunRecord): string[] {
  const lookUps = results.filter(({ person, status }) => status === 'planned' && person.userId === undefined).length;
  const wait = `A dry run: Slack was not called. The reset would take ${formatCount(calls, 'call')}`;
  return lookUps === 0
    ? [`${wait}.`]
    : [
        `${wait} and ${formatCount(lookUps, 'look-up')} by e-mail address. Only the look-up tells whether an address is ` +
          'known, protected, or of somebody who is listed by ID too.',
      ];
}

function renderProblems({ problems }: RunRecord, room: number): string {
  const { shown, left } = takeWhile(problems, room, ({ message, file, line, column }) => {
    const place = file === undefined ? '' : `${toCode(`${file}:${line ?? 1}:${column ?? 1}`)} `;
    return `- ${place}${toCode(message)}`;
  });
  return [...shown, ...(left > 0 ? [`- and ${left} more, in the report`] : [])].join('\n');
}

/** A plan needs none: its headline says it all. */
function renderCountTable({ tally, results, options, dryRun }: RunRecord): string {
  const held = results.some(({ error }) => error === 'protected_user') ? ['protected'] : [];
  const later = results.some(isNotDue) ? ['not due yet'] : [];
  const meanings = {
    ...MEANINGS,
    verified: `queued, and Slack then listed no ${kindOf(options)}session`,
    skipped: `not sent: ${[...later, ...held].join(', or ')}`,
  };
  const rows = STATUSES.filter((status) => tally[status] > 0).map(
    (status) => `| ${status} | ${tally[status]} | ${meanings[status]} |`,
  );
  return dryRun || rows.length === 0
    ? ''
    : ['| status | people | meaning |', '| --- | ---: | --- |', ...rows].join('\n');
}

function renderWhatToDo({ results, stop, problems }: RunRecord): string {
  const causes = problems.length > 0 ? [] : causesOf(results).filter(({ error }) => error !== stop?.error);
  const lines = causes.map(
    ({ error, people: count, remedy }) => `- ${toCode(error)} (${formatPeopleCount(count)}): ${remedy}`,
  );
  return lines.length === 0 ? '' : `### What to do\n\n${lines.join('\n')}`;
}

function renderFoot({ startedMs, endedMs, apiHost, calls, dryRun, rosters, reportSha256 }: RunRecord): string {
  const { shown, left } = takeWhile(
    rosters,
    FOOT_BYTES,
    ({ path, sha256 }) => `${toCode(path)} ${toCode(sha256.slice(0, 12))}`,
  );
  const more = left > 0 ? ` and ${left} more, in the report` : '';
  const from = rosters.length === 0 ? '' : ` Rosters (SHA-256): ${shown.join(', ')}${more}.`;
  const took = dryRun ? '' : ` ${formatCount(calls, 'call')} to ${toCode(apiHost)}.`;
  const report = reportSha256 === undefined ? '' : ` Report (SHA-256): ${toCode(reportSha256)}.`;
  return `<sub>${toMoment(startedMs)}, ${toDuration(endedMs - startedMs)}.${took}${from}${report}</sub>`;
}
