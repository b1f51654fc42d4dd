import { formatCount, formatPeopleCount } from '../people/wording.ts';
import type { PersonResult } from '../reset/results.ts';
import { MAX_UNFOLDED, type PeopleTable, takeWhile } from './people-tables.ts';
import type { RunRecord } from './run-record.ts';
import { toCode } from './text.ts';

/** What a plan says besides who would be signed out: who was removed, and whose date moved. */
export function tablesOfChange({ change, dryRun }: RunRecord): readonly PeopleTable[] {
  if (change === undefined || !dryRun) {
    return [];
  }
  const { removed, moved } = change;
  return [
    {
      title: `Date moved: ${formatPeopleCount(moved.length)}`,
      rows: moved.map(({ fromMs, toMs, ...person }) => ({
        person: { ...person, ...(toMs === undefined ? {} : { effectiveMs: toMs }) },
        fromMs,
      })),
      columns: ['person', 'from', 'to', 'source'],
      isFolded: moved.length > MAX_UNFOLDED,
    },
    {
      title: `Removed from the roster: ${formatPeopleCount(removed.length)}`,
      rows: removed.map((person) => ({ person })),
      columns: ['person', 'former source'],
      isFolded: removed.length > MAX_UNFOLDED,
    },
  ];
}

/** Files that became part of the roster with their people, each on a line of its own. */
export function renderArrivals({ change, dryRun }: RunRecord, room: number): string {
  const arrivals = dryRun ? (change?.arrivals ?? []) : [];
  const { shown, left } = takeWhile(
    arrivals,
    room,
    ({ file, former }) => `- ${toCode(file)} is new in the roster; its content was in ${toCode(former)} before.`,
  );
  return [...shown, ...(left > 0 ? [`- and ${formatCount(left, 'more file')}`] : [])].join('\n');
}

/** What a dry run has done, and what the reset would take. */
export function renderPlanNote({ calls, hasCalledSlack, results, options }: RunRecord): string {
  const planned = results.filter(({ status }) => status === 'planned');
  const lookUps = planned.filter(({ person }) => person.userId === undefined).length;
  const isTold = results.some(({ account, accountNote }) => account !== null || accountNote !== undefined);
  const asked = isTold
    ? 'Slack was asked about accounts, and nothing was reset'
    : 'Slack was asked but said nothing about accounts, so none was checked; nothing was reset';
  const done = hasCalledSlack ? asked : 'Slack was not called';
  const effort = lookUps === 0 ? '' : ` and ${formatCount(lookUps, 'look-up')} by e-mail address`;
  const open =
    lookUps === 0
      ? ''
      : ' Only the look-up shows whether an address is known, protected, or belongs to a person who is also listed by ID.';
  const days = options['look-first-after-days'];
  const first =
    typeof days === 'number'
      ? ` People due for at least ${formatCount(days, 'day')} would be looked at first, and reset only if they are still signed in.`
      : '';
  const takes =
    planned.length === 0 || calls === 0 ? '' : ` The reset would take ${formatCount(calls, 'call')}${effort}.`;
  return `A dry run: ${done}.${takes}${open}${first}`;
}

/** Which run will see entries that are not due yet, if this one compares two versions of the roster. */
export function renderLaterRuns({ options, results }: RunRecord): string {
  const isLater = results.some(({ error }: PersonResult) => error === 'not_due');
  return options['roster-entries'] === 'added' && isLater
    ? 'A later run with `roster-entries: added` does not see entries that are not due yet: only a run with ' +
        '`all`, such as a nightly one, picks them up.'
    : '';
}
