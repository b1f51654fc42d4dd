import { formatCount, formatPeopleCount } from '../people/wording.ts';
import type { Stop } from '../reset/ledger.ts';
import { needsAttention } from '../reset/results.ts';
import { tableOfRequests, tablesOfAttention } from './attention.ts';
import { renderCounts } from './counts.ts';
import { renderFailure, renderHeadline } from './headline.ts';
import { findRunLink } from './links.ts';
import { renderAfterRefusal, renderNextStep } from './next-step.ts';
import { MAX_UNFOLDED, type PeopleTable, renderTable, takeWhile } from './people-tables.ts';
import { renderArrivals, renderLaterRuns, renderPlanNote, tablesOfChange } from './plan-tables.ts';
import { whatToDo } from './remedies.ts';
import type { RunRecord } from './run-record.ts';
import { detailsOf } from './stop-details.ts';
import { toCode, toDuration, toLink, toMoment, toProse } from './text.ts';

/** GitHub refuses a job summary of 1 MiB; the rest is left for what other steps write. */
const MAX_BYTES = 1024 * 1024 - 16 * 1024;
/** What headings, folds and the last line take at most; the rosters named in that line have their own share. */
const FRAME_BYTES = 2000;
const FOOT_BYTES = 8000;

/**
 * The job summary as Markdown: the cause, what to do and for which people, the counts, and the rest folded.
 *
 * @param maxBytes - the result is cut to stay below it and says so
 */
export function renderSummary(record: RunRecord, maxBytes = MAX_BYTES): string {
  const isRefused = record.problems.length > 0;
  const head = renderHead(record, maxBytes);
  const counts = isRefused ? '' : renderCounts(record);
  let room = maxBytes - Buffer.byteLength(`${head}${counts}`) - FRAME_BYTES - FOOT_BYTES;
  const render = (tables: readonly PeopleTable[]): string[] =>
    tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => {
        const text = renderTable(table, record, room);
        room -= Buffer.byteLength(text);
        return text;
      });
  // A refusal concerns everybody: a table of the people would add nothing to the problems.
  const attention = isRefused ? [] : render(tablesOfAttention(record));
  const arrivals = renderArrivals(record, Math.max(0, room / 4));
  room -= Buffer.byteLength(arrivals);
  const others = isRefused ? [] : render([...tablesOfPlan(record), ...tablesOfChange(record)]);
  const folded = isRefused ? [] : render([tableOfRest(record), tableOfRequests(record)]);
  // The cause that stopped the run must be fixed first; other causes have their tables before that.
  const next = renderNextStep(record);
  const start = record.stop === undefined ? [head, ...attention, next] : [head, next, ...attention];
  const sections = [...start, counts, ...others, arrivals, ...folded, renderLaterRuns(record)];
  return `${[...sections, renderFoot(record)].filter((section) => section !== '').join('\n\n')}\n`;
}

function renderHead(record: RunRecord, maxBytes: number): string {
  const { stop, problems, faults, dryRun } = record;
  const headline = renderHeadline(record);
  const lines = [`## ${markOf(record)} ${toProse(headline)}`];
  if (stop !== undefined && problems.length === 0) {
    lines.push(renderStop(stop));
  }
  // A fault in the headline is not repeated.
  const others = faults.filter((fault) => !headline.startsWith(fault.replace(/\.$/, '')));
  lines.push(...others.map((fault) => `**${toProse(fault)}**`));
  if (problems.length > 0) {
    lines.push(renderProblems(record, maxBytes / 4), '**Nothing was sent.**', renderAfterRefusal(record));
  } else if (dryRun) {
    lines.push(renderPlanNote(record));
  }
  return lines.filter((line) => line !== '').join('\n\n');
}

function markOf(record: RunRecord): string {
  if (renderFailure(record) !== undefined) {
    return '❌';
  }
  const marks: Readonly<Record<string, string>> = { planned: '📝', 'nothing-to-do': '💤', partial: '⚠️' };
  return marks[record.outcome] ?? '✅';
}

function renderStop(stop: Stop): string {
  const { error, refusal } = stop;
  const request = refusal?.requestId === undefined ? [] : [`request ${refusal.requestId}`];
  const details = [...detailsOf(stop), ...request].map(toCode);
  return [`**Stopped by ${toCode(error)}.**`, toProse(whatToDo(error)), ...details].join(' ');
}

function renderProblems(record: RunRecord, room: number): string {
  const { shown, left } = takeWhile(record.problems, room, ({ message, file, line, column }) => {
    const place = file === undefined ? '' : `${toCode(`${file}:${line ?? 1}:${column ?? 1}`)} `;
    return `- ${place}${toProse(message)}`;
  });
  return [...shown, ...(left > 0 ? [`- and ${left} more, in the report`] : [])].join('\n');
}

function tablesOfPlan({ results }: RunRecord): readonly PeopleTable[] {
  const planned = results.filter(({ status }) => status === 'planned');
  return [
    {
      title: `Would be signed out: ${formatPeopleCount(planned.length)}`,
      rows: planned,
      columns: ['person', 'account', 'due', 'source'],
      isFolded: planned.length > MAX_UNFOLDED,
    },
  ];
}

function tableOfRest({ results, dryRun }: RunRecord): PeopleTable {
  const rows = results.filter((result) => !needsAttention(result) && result.status !== 'planned');
  const isLater = rows.every(({ error }) => error === 'not_due');
  const title = rows.length === results.length ? 'All results' : 'Other results';
  return {
    title: `${isLater ? 'Not due yet' : title}: ${formatPeopleCount(rows.length)}`,
    rows,
    columns: isLater
      ? ['person', 'due', 'source']
      : ['person', 'status', 'code', 'due', 'queued', 'verified', 'source'],
    isFolded: !dryRun || rows.length > MAX_UNFOLDED,
  };
}

function renderFoot(record: RunRecord): string {
  const { startedMs, endedMs, apiHost, calls, dryRun, rosters, reportSha256, context } = record;
  const run = findRunLink(record);
  const { shown, left } = takeWhile(
    rosters,
    FOOT_BYTES,
    ({ path, sha256 }) => `${toCode(path)} ${toCode(sha256.slice(0, 12))}`,
  );
  const more = left > 0 ? ` and ${left} more, in the report` : '';
  const parts = [
    ...(run === undefined ? [] : [`${toLink(`Attempt ${context.runAttempt ?? 1} of this run`, run)}.`]),
    `${toMoment(startedMs)}, ${toDuration(endedMs - startedMs)}.`,
    ...(dryRun || calls === 0 ? [] : [`${formatCount(calls, 'call')} to ${toCode(apiHost)}.`]),
    ...(rosters.length === 0 ? [] : [`Rosters (SHA-256): ${shown.join(', ')}${more}.`]),
    ...(reportSha256 === undefined ? [] : [`Report (SHA-256): ${toCode(reportSha256)}.`]),
  ];
  return `<sub>${parts.join(' ')}</sub>`;
}
