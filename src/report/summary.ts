import { needsHand, type Outcome, STATUSES, type Status } from '../reset/outcome.ts';
import { causesOf, whatToDo } from './remedies.ts';
import type { RunRecord } from './run-record.ts';
import { people, plural, toCode, toTimestamp } from './text.ts';
import { renderFailure, renderGap, renderHeadline } from './verdict.ts';

/** GitHub refuses a job summary of 1 MiB; some room is left for what is written around it. */
const MAX_BYTES = 1024 * 1024 - 16 * 1024;
/** What headings, folds and the last line take at most; the rosters named in that line have their own share. */
const FRAME_BYTES = 2000;
const TABLE_FRAME_BYTES = 500;
const FOOT_BYTES = 8000;

const MEANINGS: Readonly<Record<Status, string>> = {
  planned: 'would be sent',
  queued: 'Slack has accepted the reset and carries it out soon; this does not prove that anybody is signed out',
  verified: 'queued, and Slack then listed no session of the kind that was reset',
  'still-active': 'queued, but sessions are left',
  failed: 'Slack refused this person',
  ignored: 'refused with a code that is ignored here',
  unknown: 'sent, but no clear answer came back: it may have happened',
  'not-attempted': 'surely untouched: never sent, or only in calls that Slack turned away',
  skipped: 'not sent: not due yet, or protected',
};

/**
 * The job summary as Markdown: the verdict, the counts, who needs a hand and what to do, the rest folded.
 *
 * @param reportSha256 - of the report as written, in hexadecimal
 * @param maxBytes - the result is cut to stay below it and says so
 */
export function renderSummary(
  record: RunRecord,
  { reportSha256, maxBytes = MAX_BYTES }: { reportSha256?: string | undefined; maxBytes?: number } = {},
): string {
  const { outcomes } = record;
  const hand = outcomes.filter(needsHand);
  const planned = outcomes.filter(({ status }) => status === 'planned');
  const rest = outcomes.filter((outcome) => !needsHand(outcome) && outcome.status !== 'planned');
  const sections = [renderHead(record, maxBytes), renderWhatToDo(hand)].filter((part) => part !== '');
  const counts = renderCountTable(record);
  let room = maxBytes - Buffer.byteLength([...sections, counts].join('\n\n')) - FRAME_BYTES - FOOT_BYTES;
  const tables: readonly Section[] = [
    { title: 'Who needs a hand', outcomes: hand, isFolded: false },
    { title: 'Who would be signed out', outcomes: planned, isFolded: false },
    { title: titleOfRest(rest, outcomes), outcomes: rest, isFolded: true },
  ];
  for (const section of tables) {
    if (section.outcomes.length > 0) {
      const table = renderTable(section.outcomes, room);
      room -= Buffer.byteLength(table);
      sections.push(renderSection(section, table));
    }
    if (section.outcomes === hand && counts !== '') {
      sections.push(counts);
    }
  }
  sections.push(renderFoot(record, reportSha256));
  return `${sections.join('\n\n')}\n`;
}

function titleOfRest(rest: readonly Outcome[], all: readonly Outcome[]): string {
  if (rest.length === all.length) {
    return `Everybody: ${people(rest.length)}`;
  }
  return rest.length === 1 ? '1 other person' : `The other ${people(rest.length)}`;
}

interface Section {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly isFolded: boolean;
}

function renderSection({ title, isFolded }: Section, table: string): string {
  return isFolded ? `<details><summary>${title}</summary>\n\n${table}\n\n</details>` : `### ${title}\n\n${table}`;
}

function renderHead(record: RunRecord, maxBytes: number): string {
  const isRed = renderFailure(record) !== undefined;
  const mark = isRed ? '❌' : ({ planned: '📝', 'nothing-to-do': '💤' }[String(record.verdict)] ?? '✅');
  const lines = [`## ${mark} ${renderHeadline(record)}`];
  if (record.stop !== undefined) {
    lines.push(`**Stopped by ${toCode(record.stop.error)}.** ${whatToDo(record.stop.error)}`);
  }
  if (record.gap !== undefined) {
    lines.push(`**${renderGap(record.gap)}**`);
  }
  lines.push(...record.faults.map((fault) => `**${toCode(fault)}**`));
  if (record.problems.length > 0) {
    lines.push(renderProblems(record, maxBytes / 4));
  } else if (record.dryRun) {
    lines.push(...renderPlan(record));
  }
  if (record.options['roster-entries'] === 'added' && record.outcomes.some(({ error }) => error === 'not_due')) {
    lines.push(ADDED_TOO_EARLY);
  }
  return lines.join('\n\n');
}

const ADDED_TOO_EARLY =
  'Some entries are not due yet, and a later run with `roster-entries: added` does not see them again: only a run ' +
  'with `all`, such as a nightly one, picks them up.';

function renderPlan({ calls, outcomes }: RunRecord): string[] {
  const planned = outcomes.filter(({ status }) => status === 'planned');
  const lookUps = planned.filter(({ person }) => person.userId === undefined).length;
  const looked = lookUps === 0 ? '' : ` and ${plural(lookUps, 'look-up')} by e-mail address`;
  const lines = [`A dry run: Slack was not called. The reset would take ${plural(calls, 'call')}${looked}.`];
  if (lookUps > 0) {
    lines.push(
      'Only the look-up tells whether an address is known, protected, or of somebody who is listed by ID too.',
    );
  }
  return lines;
}

function renderProblems({ problems }: RunRecord, room: number): string {
  const lines = problems.map(({ message, file, line, column }) => {
    const place = file === undefined ? '' : `${toCode(`${file}:${line ?? 1}:${column ?? 1}`)} `;
    return `- ${place}${toCode(message)}`;
  });
  const { shown, left } = takeWhile(lines, room);
  return [...shown, ...(left > 0 ? [`- and ${left} more, in the report`] : [])].join('\n');
}

/** As many leading lines as fit into `room` bytes. */
function takeWhile(lines: readonly string[], room: number): { shown: readonly string[]; left: number } {
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > room;
  });
  const shown = end === -1 ? lines : lines.slice(0, end);
  return { shown, left: lines.length - shown.length };
}

function renderCountTable({ tally }: RunRecord): string {
  const rows = STATUSES.filter((status) => tally[status] > 0).map(
    (status) => `| ${status} | ${tally[status]} | ${MEANINGS[status]} |`,
  );
  return rows.length === 0 ? '' : ['| status | people | meaning |', '| --- | ---: | --- |', ...rows].join('\n');
}

function renderWhatToDo(outcomes: readonly Outcome[]): string {
  const lines = causesOf(outcomes).map(
    ({ error, people: count, remedy }) => `- ${toCode(error)} (${people(count)}): ${remedy}`,
  );
  return lines.length === 0 ? '' : `### What to do\n\n${lines.join('\n')}`;
}

interface Column {
  readonly title: string;
  readonly cell: (outcome: Outcome) => string;
}

const COLUMNS: readonly Column[] = [
  {
    title: 'person',
    cell: ({ person }) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
  },
  { title: 'status', cell: ({ status }) => status },
  { title: 'code', cell: ({ error }) => (error === null ? '' : toCode(error)) },
  { title: 'due', cell: ({ person, error }) => (error === 'not_due' ? (toTimestamp(person.effectiveMs) ?? '') : '') },
  { title: 'asked for in', cell: ({ person }) => toCode(person.source) },
  { title: 'Slack\u2019s request ID', cell: ({ requestId }) => (requestId === null ? '' : toCode(requestId)) },
];

/** A table of people, without the columns that nobody fills, cut to `room` bytes; the cut is said in its last row. */
function renderTable(outcomes: readonly Outcome[], room: number): string {
  const columns = COLUMNS.filter(({ cell }) => outcomes.some((outcome) => cell(outcome) !== ''));
  const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [toRow(columns.map(({ title }) => title)), toRow(columns.map(() => '---'))];
  const rows = outcomes.map((outcome) => toRow(columns.map(({ cell }) => cell(outcome))));
  const { shown, left } = takeWhile(rows, room - TABLE_FRAME_BYTES);
  const more = `and ${left} more, in the report`;
  const cut = left > 0 ? [toRow(columns.map((_, column) => (column === 0 ? more : '')))] : [];
  return [...head, ...shown, ...cut].join('\n');
}

function renderFoot(
  { startedMs, endedMs, apiHost, calls, dryRun, rosters }: RunRecord,
  reportSha256: string | undefined,
): string {
  const files = rosters.map(({ path, sha256 }) => `${toCode(path)} ${toCode(sha256.slice(0, 12))}`);
  const { shown, left } = takeWhile(files, FOOT_BYTES);
  const more = left > 0 ? ` and ${left} more, in the report` : '';
  const from = files.length === 0 ? '' : ` Rosters (SHA-256): ${shown.join(', ')}${more}.`;
  const took = dryRun ? '' : ` ${plural(calls, 'call')} to ${toCode(apiHost)}.`;
  const report = reportSha256 === undefined ? '' : ` Report (SHA-256): ${toCode(reportSha256)}.`;
  return `<sub>${toTimestamp(startedMs)} to ${toTimestamp(endedMs)}.${took}${from}${report}</sub>`;
}
