import { people } from '../people/describe.ts';
import { needsHand, type Outcome, whoNeedHand } from '../reset/outcome.ts';
import type { RunRecord } from './run-record.ts';
import { toCode, toMoment } from './text.ts';

const COLUMNS = {
  person: ({ person }: Outcome) => (person.userId === undefined ? 'by e-mail address' : toCode(person.userId)),
  status: ({ status }: Outcome) => status,
  code: ({ error }: Outcome) => (error === null ? '' : toCode(error)),
  due: ({ person, error }: Outcome) =>
    error === 'not_due' && person.effectiveMs != null ? toMoment(person.effectiveMs) : '',
  'asked for in': ({ person }: Outcome) => toCode(person.source),
  'Slack\u2019s request ID': ({ requestId }: Outcome) => (requestId === null ? '' : toCode(requestId)),
} as const;

type Column = keyof typeof COLUMNS;

/** A table of people, open under a heading or folded. */
export interface PeopleTable {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  /** Columns that nobody fills are left out. */
  readonly columns: readonly Column[];
  readonly isFolded: boolean;
}

/** A table that everybody can do without is open only as long as it is short. */
const MAX_UNFOLDED = 10;

/** Those who need a hand: first the ones to look at one by one, then those whom only the end of the run left behind. */
export function tablesOfHand(record: RunRecord): readonly PeopleTable[] {
  const stopped = record.outcomes.filter((outcome) => isStopped(outcome, record));
  return withPeople([
    {
      title: 'Who needs a hand',
      outcomes: handOneByOne(record),
      columns: ['person', 'status', 'code', 'asked for in'],
      isFolded: false,
    },
    {
      title: `Not attempted: ${people(stopped.length)}`,
      outcomes: stopped,
      columns: ['person', 'asked for in'],
      isFolded: stopped.length > MAX_UNFOLDED,
    },
  ]);
}

/** Everybody else, and what Slack's support asks for about those who need a hand. */
export function tablesOfOthers(record: RunRecord): readonly PeopleTable[] {
  const { outcomes, dryRun } = record;
  const rest = outcomes.filter((outcome) => !needsHand(outcome) && outcome.status !== 'planned');
  const isLater = rest.every(isNotDue);
  const asked = handOneByOne(record).filter(({ requestId }) => requestId !== null);
  return withPeople([
    {
      title: 'Who would be signed out',
      outcomes: outcomes.filter(({ status }) => status === 'planned'),
      columns: ['person', 'asked for in'],
      isFolded: false,
    },
    {
      title: `${isLater ? 'Not due yet' : titleOfRest(rest, outcomes)}: ${people(rest.length)}`,
      outcomes: rest,
      columns: isLater ? ['person', 'due', 'asked for in'] : ['person', 'status', 'code', 'due', 'asked for in'],
      isFolded: !dryRun || rest.length > MAX_UNFOLDED,
    },
    {
      title: `Request IDs for Slack\u2019s support: ${people(asked.length)}`,
      outcomes: asked,
      columns: ['person', 'Slack\u2019s request ID'],
      isFolded: true,
    },
  ]);
}

function handOneByOne(record: RunRecord): readonly Outcome[] {
  return whoNeedHand(record.outcomes).filter((outcome) => !isStopped(outcome, record));
}

/** What stopped the run, or refused it whole, is told of all at once. */
function isStopped({ status, error }: Outcome, { stop, problems }: RunRecord): boolean {
  return status === 'not-attempted' && (error === stop?.error || problems.length > 0);
}

function withPeople(tables: readonly PeopleTable[]): readonly PeopleTable[] {
  return tables.filter(({ outcomes }) => outcomes.length > 0);
}

function titleOfRest(rest: readonly Outcome[], all: readonly Outcome[]): string {
  return rest.length === all.length ? 'Everybody' : 'Everybody else';
}

/** Tells whether only the date keeps a person from being sent. */
export function isNotDue({ error }: Outcome): boolean {
  return error === 'not_due';
}

/** What the head and the last row of a table take at most. */
const FRAME_BYTES = 500;

/**
 * A table of people as Markdown.
 *
 * @param room - in bytes; the table is cut to it, and says so in its last row
 */
export function renderTable({ title, outcomes, columns, isFolded }: PeopleTable, room: number): string {
  const filled = columns.filter((column) => outcomes.some((outcome) => COLUMNS[column](outcome) !== ''));
  const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [toRow(filled), toRow(filled.map(() => '---'))];
  const { shown, left } = takeWhile(outcomes, room - FRAME_BYTES, (outcome) =>
    toRow(filled.map((column) => COLUMNS[column](outcome))),
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
