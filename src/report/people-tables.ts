import { formatPeopleCount } from '../people/wording.ts';
import type { PersonResult } from '../reset/results.ts';
import { findLineLink } from './links.ts';
import type { RunRecord } from './run-record.ts';
import { toCode, toDuration, toLink, toMoment } from './text.ts';

/** A row of a table: one person, requested or removed. */
export type Row = Pick<PersonResult, 'person'> & Partial<PersonResult> & { readonly fromMs?: number | undefined };

type Cell = (row: Row, sourceLink: (source: string) => string | undefined) => string;

const COLUMNS = {
  person: ({ person }) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
  status: ({ status = '' }) => status,
  code: ({ error }) => (error == null ? '' : toCode(error)),
  also: ({ error, foundSignedIn }) =>
    foundSignedIn === true && error !== 'found_signed_in' ? toCode('found_signed_in') : '',
  ticket: ({ person }) => (person.ticket === undefined ? '' : toCode(person.ticket)),
  account: ({ accountNote = '', account }) => accountNote || (account === 'active' ? account : ''),
  from: ({ fromMs }) => toDue(fromMs),
  to: ({ person }) => toDue(person.effectiveMs),
  due: ({ person }) => (person.effectiveMs === undefined ? '' : toMoment(person.effectiveMs)),
  queued: (row) => {
    const [dueMs, queuedMs] = [row.person.effectiveMs, queuedAt(row)];
    if (queuedMs === undefined) {
      return '';
    }
    return dueMs === undefined ? toMoment(queuedMs) : `${toDuration(queuedMs - dueMs)} later`;
  },
  verified: (row) => {
    const [queuedMs, verifiedMs] = [queuedAt(row), row.evidence?.verifiedAtMs];
    return queuedMs === undefined || verifiedMs == null ? '' : `${toDuration(verifiedMs - queuedMs)} later`;
  },
  source: ({ person }, sourceLink) => toLink(toCode(person.source), sourceLink(person.source)),
  // No link: the line is one of an earlier version.
  'former source': ({ person }) => toCode(person.source),
  'request ID': ({ requestId }) => (requestId == null ? '' : toCode(requestId)),
} satisfies Readonly<Record<string, Cell>>;

/** @see COLUMNS */
export type Column = keyof typeof COLUMNS;

function toDue(ms: number | undefined): string {
  return ms === undefined ? 'at once' : toMoment(ms);
}

/** When Slack accepted the reset of a person, as far as the result says. */
export function queuedAt({ status, evidence, atMs }: Pick<Row, 'status' | 'evidence' | 'atMs'>): number | undefined {
  return evidence?.queuedAtMs ?? (status === 'queued' ? (atMs ?? undefined) : undefined);
}

/** A table of people: open under a heading, or folded. */
export interface PeopleTable {
  readonly title: string;
  /** Markdown between the heading and the table. */
  readonly text?: string;
  readonly rows: readonly Row[];
  /** Empty columns are left out. */
  readonly columns: readonly Column[];
  readonly isFolded: boolean;
}

/** A longer table is folded. */
export const MAX_UNFOLDED = 20;
/** The most that the head and the last row of a table can take. */
const FRAME_BYTES = 500;

/**
 * A table of people as Markdown. Without links to the rosters if it does not fit with them.
 *
 * @param room - in bytes; the table is cut to it, and says so in its last row
 */
export function renderTable(
  { title, text, rows, columns, isFolded }: PeopleTable,
  record: RunRecord,
  room: number,
): string {
  const heading = `### ${title}${text === undefined ? '' : `\n\n${text}`}`;
  const space = room - FRAME_BYTES - Buffer.byteLength(heading);
  const linked = renderRows(rows, columns, { room: space, sourceLink: (source) => findLineLink(source, record) });
  const table = linked.left === 0 ? linked : renderRows(rows, columns, { room: space, sourceLink: () => undefined });
  if (!isFolded) {
    return `${heading}\n\n${table.text}`;
  }
  const folded = (summary: string): string => `<details><summary>${summary}</summary>\n\n${table.text}\n\n</details>`;
  return text === undefined ? folded(title) : `${heading}\n\n${folded(formatPeopleCount(rows.length))}`;
}

function renderRows(
  rows: readonly Row[],
  columns: readonly Column[],
  { room, sourceLink }: { room: number; sourceLink: (source: string) => string | undefined },
): { text: string; left: number } {
  const toCell = (column: Column, row: Row): string => {
    const cell: Cell = COLUMNS[column];
    return cell(row, sourceLink);
  };
  const filled = columns.filter((column) => rows.some((row) => toCell(column, row) !== ''));
  const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [toRow(filled), toRow(filled.map(() => '---'))];
  const { shown, left } = takeWhile(rows, room, (row) => toRow(filled.map((column) => toCell(column, row))));
  const more = `and ${left} more, in the report`;
  const cut = left > 0 ? [toRow(filled.map((_, index) => (index === 0 ? more : '')))] : [];
  return { text: [...head, ...shown, ...cut].join('\n'), left };
}

/** As many leading items as fit in `room` bytes, one per line. */
export function takeWhile<Item>(
  items: readonly Item[],
  room: number,
  toLine: (item: Item) => string,
): { shown: readonly string[]; left: number } {
  const shown: string[] = [];
  let bytes = 0;
  for (const item of items) {
    const line = toLine(item);
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > room) break;
    shown.push(line);
  }
  return { shown, left: items.length - shown.length };
}
