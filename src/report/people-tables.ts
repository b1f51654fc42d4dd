import { formatPeopleCount } from '../people/wording.ts';
import { needsAttention, type PersonResult, whoNeedAttention } from '../reset/results.ts';
import type { RunRecord } from './run-record.ts';
import { toCode, toMoment } from './text.ts';

const COLUMNS = {
  person: ({ person }: PersonResult) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
  status: ({ status }: PersonResult) => status,
  code: ({ error }: PersonResult) => (error === null ? '' : toCode(error)),
  due: ({ person, error }: PersonResult) =>
    error === 'not_due' && person.effectiveMs != null ? toMoment(person.effectiveMs) : '',
  'asked for in': ({ person }: PersonResult) => toCode(person.source),
  'Slack\u2019s request ID': ({ requestId }: PersonResult) => (requestId === null ? '' : toCode(requestId)),
} as const;

type Column = keyof typeof COLUMNS;

/** A table of people, open under a heading or folded. */
export interface PeopleTable {
  readonly title: string;
  readonly results: readonly PersonResult[];
  /** Columns that nobody fills are left out. */
  readonly columns: readonly Column[];
  readonly isFolded: boolean;
}

/** A table that everybody can do without is open only as long as it is short. */
const MAX_UNFOLDED = 10;

/** Those who need a hand: first the ones to look at one by one, then those whom only the end of the run left behind. */
export function tablesOfHand(record: RunRecord): readonly PeopleTable[] {
  const stopped = record.results.filter((result) => isStopped(result, record));
  return withPeople([
    {
      title: 'Who needs a hand',
      results: handOneByOne(record),
      columns: ['person', 'status', 'code', 'asked for in'],
      isFolded: false,
    },
    {
      title: `Not attempted: ${formatPeopleCount(stopped.length)}`,
      results: stopped,
      columns: ['person', 'asked for in'],
      isFolded: stopped.length > MAX_UNFOLDED,
    },
  ]);
}

/** Everybody else, and what Slack's support asks for about those who need a hand. */
export function tablesOfOthers(record: RunRecord): readonly PeopleTable[] {
  const { results, dryRun } = record;
  const rest = results.filter((result) => !needsAttention(result) && result.status !== 'planned');
  const isLater = rest.every(isNotDue);
  const asked = handOneByOne(record).filter(({ requestId }) => requestId !== null);
  return withPeople([
    {
      title: 'Who would be signed out',
      results: results.filter(({ status }) => status === 'planned'),
      columns: ['person', 'asked for in'],
      isFolded: false,
    },
    {
      title: `${isLater ? 'Not due yet' : titleOfRest(rest, results)}: ${formatPeopleCount(rest.length)}`,
      results: rest,
      columns: isLater ? ['person', 'due', 'asked for in'] : ['person', 'status', 'code', 'due', 'asked for in'],
      isFolded: !dryRun || rest.length > MAX_UNFOLDED,
    },
    {
      title: `Request IDs for Slack\u2019s support: ${formatPeopleCount(asked.length)}`,
      results: asked,
      columns: ['person', 'Slack\u2019s request ID'],
      isFolded: true,
    },
  ]);
}

function handOneByOne(record: RunRecord): readonly PersonResult[] {
  return whoNeedAttention(record.results).filter((result) => !isStopped(result, record));
}

/** What stopped the run, or refused it whole, is told of all at once. */
function isStopped({ status, error }: PersonResult, { stop, problems }: RunRecord): boolean {
  return status === 'not-attempted' && (error === stop?.error || problems.length > 0);
}

function withPeople(tables: readonly PeopleTable[]): readonly PeopleTable[] {
  return tables.filter(({ results }) => results.length > 0);
}

function titleOfRest(rest: readonly PersonResult[], all: readonly PersonResult[]): string {
  return rest.length === all.length ? 'Everybody' : 'Everybody else';
}

/** Tells whether only the date keeps a person from being sent. */
export function isNotDue({ error }: PersonResult): boolean {
  return error === 'not_due';
}

/** What the head and the last row of a table take at most. */
const FRAME_BYTES = 500;

/**
 * A table of people as Markdown.
 *
 * @param room - in bytes; the table is cut to it, and says so in its last row
 */
export function renderTable({ title, results, columns, isFolded }: PeopleTable, room: number): string {
  const filled = columns.filter((column) => results.some((result) => COLUMNS[column](result) !== ''));
  const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [toRow(filled), toRow(filled.map(() => '---'))];
  const { shown, left } = takeWhile(results, room - FRAME_BYTES, (result) =>
    toRow(filled.map((column) => COLUMNS[column](result))),
  );
  const more = `and ${left} more, in the report`;
  const cut = left > 0 ? [toRow(filled.map((_, index) => (index === 0 ? more : '')))] : [];
  const table = [...head, ...shown, ...cut].join('\n');
  return isFolded ? `<details><summary>${title}</summary>\n\n${table}\n\n</details>` : `### ${title}\n\n${table}`;
}

/** As many leading items, each as a line, as fit into `room` bytes. */
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
