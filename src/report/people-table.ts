import type { Outcome } from '../reset/outcome.ts';
import { toCode, toMoment } from './text.ts';

/** What the head and the last row of a table take at most. */
const FRAME_BYTES = 500;

const COLUMNS = {
  person: ({ person }: Outcome) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
  status: ({ status }: Outcome) => status,
  code: ({ error }: Outcome) => (error === null ? '' : toCode(error)),
  due: ({ person, error }: Outcome) =>
    error === 'not_due' && person.effectiveMs !== undefined ? toMoment(person.effectiveMs) : '',
  'asked for in': ({ person }: Outcome) => toCode(person.source),
  'Slack\u2019s request ID': ({ requestId }: Outcome) => (requestId === null ? '' : toCode(requestId)),
} as const;

/** A column of a table of people. */
export type Column = keyof typeof COLUMNS;

/**
 * A table of people, without the columns that nobody fills.
 *
 * @param room - in bytes; the table is cut to it, and says so in its last row
 */
export function renderPeople(
  outcomes: readonly Outcome[],
  { columns, room }: { columns: readonly Column[]; room: number },
): string {
  const filled = columns.filter((column) => outcomes.some((outcome) => COLUMNS[column](outcome) !== ''));
  const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [toRow(filled), toRow(filled.map(() => '---'))];
  const rows = outcomes.map((outcome) => toRow(filled.map((column) => COLUMNS[column](outcome))));
  const { shown, left } = takeWhile(rows, room - FRAME_BYTES);
  const more = `and ${left} more, in the report`;
  const cut = left > 0 ? [toRow(filled.map((_, index) => (index === 0 ? more : '')))] : [];
  return [...head, ...shown, ...cut].join('\n');
}

/** As many leading lines as fit into `room` bytes. */
export function takeWhile(lines: readonly string[], room: number): { shown: readonly string[]; left: number } {
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > room;
  });
  const shown = end === -1 ? lines : lines.slice(0, end);
  return { shown, left: lines.length - shown.length };
}
