import { formatCount, formatPeopleCount } from '../people/wording.ts';
import { needsAttention, type PersonResult, type Tally, whoNeedAttention } from '../reset/results.ts';
import { nameCause } from './cause-names.ts';
import { causesOf, whatToDo } from './remedies.ts';
import type { RunRecord } from './run-record.ts';
import { detailsOf } from './stop-details.ts';
import { capitalize, toLogText } from './text.ts';

/** One line: how the run ended, the cause first. */
export function renderHeadline(record: RunRecord): string {
  const { problems, results, faults } = record;
  if (problems.length > 0) {
    const tooMany = results.filter(({ error }) => error === 'max_users').length;
    const why =
      tooMany > 0 ? `${tooMany} people due, more than max-users allows` : formatCount(problems.length, 'problem');
    // A look before the refusal may have found what matters more.
    const signedIn = results.filter(({ foundSignedIn }) => foundSignedIn).length;
    const found = signedIn === 0 ? '' : `Sign-in may still be open for ${formatPeopleCount(signedIn)}; `;
    return `${found}${found === '' ? 'Refused' : 'refused'}: ${why}, nothing was sent to Slack`;
  }
  const cause = nameCause(record);
  const urgent = renderUrgent(results, cause !== undefined);
  const good = renderGood(record);
  if (cause !== undefined) {
    const effect = hasNoEffect(record) ? ['nobody was signed out'] : renderDone(results);
    return `${cause}${toTail([...urgent, ...effect, ...renderWaiting(record), ...renderLater(record)], ': ')}`;
  }
  if (urgent.length > 0) {
    return capitalize(`${urgent.join(', ')}${good.length === 0 ? '' : `; ${good.join(', ')}`}`);
  }
  const [fault] = faults;
  return fault === undefined ? renderCalm(record) : `${fault.replace(/\.$/, '')}${toTail(good, ': ')}`;
}

/** The line where nobody needs attention. */
function renderCalm(record: RunRecord): string {
  const { outcome, tally, options, change } = record;
  const later = renderLater(record);
  switch (outcome) {
    case 'planned':
      return `Plan: ${formatPeopleCount(tally.planned)} would be signed out of Slack${toTail([...renderDoubtful(record), ...later, ...renderRemoved(record)], '; ')}`;
    case 'nothing-to-do': {
      const removed = change?.removed.length ?? 0;
      if (tally.people > 0) {
        return `Nothing to do: ${formatPeopleCount(tally.people)} not due yet${toTail(renderRemoved(record), '; ')}`;
      }
      return removed === 0
        ? 'Nothing to do: no people requested'
        : `Nothing to do: the change removes ${formatPeopleCount(removed)} from the roster and adds none`;
    }
    case 'partial':
      return `Slack refused all ${formatPeopleCount(tally.ignored)}, all ignored: this may be the wrong organization`;
    case 'success':
      return tally.verified > 0 && tally.queued + tally.ignored + tally['signed-out'] === 0
        ? `Verified for ${formatPeopleCount(tally.verified)}: Slack lists no ${kindOf(options)}session any longer${toTail(later, '; ')}`
        : capitalize(renderGood(record).join(', '));
    default:
      return 'The run failed';
  }
}

/** Accounts that Slack refuses to reset, or that are probably not the intended person. */
const DOUBTFUL = new Set(['bot', 'app', 'primary owner', 'unknown', 'another organization', 'wrong person']);

function renderDoubtful({ results }: RunRecord): readonly string[] {
  const doubtful = results.filter(({ accountNote = '', status }) => status === 'planned' && DOUBTFUL.has(accountNote));
  return doubtful.length === 0 ? [] : [`${doubtful.length} of them likely to be refused`];
}

function toTail(parts: readonly string[], divider: string): string {
  return parts.length === 0 ? '' : `${divider}${parts.join(', ')}`;
}

/** People who need attention, by urgency; {@link renderWaiting} counts those who only wait for what stopped the run. */
function renderUrgent(results: readonly PersonResult[], hasCause: boolean): readonly string[] {
  const all = results.filter(needsAttention);
  const open = all.filter(isOpen);
  const others = all.filter((result) => !isOpen(result));
  const count = (...statuses: readonly string[]): number =>
    others.filter(({ status }) => statuses.includes(status)).length;
  const phrase = (people: number, words: (text: string) => string): string[] =>
    people === 0 ? [] : [words(formatPeopleCount(people))];
  const isSure = open.every(({ error }) => error === 'signed_in_again');
  return [
    ...phrase(open.length, (people) => `sign-in ${isSure ? 'is still' : 'may still be'} open for ${people}`),
    ...phrase(count('still-active'), (people) => `sessions are left for ${people}`),
    ...phrase(count('unknown'), (people) => `no clear answer for ${people}`),
    ...phrase(count('queued', 'verified'), (people) => `reset queued but not verified for ${people}`),
    ...phrase(count('failed'), (people) => `${people} refused`),
    ...phrase(hasCause ? 0 : count('not-attempted'), (people) => `${people} not attempted`),
    ...phrase(count('skipped'), (people) => `${people} protected`),
  ];
}

function isOpen({ error, foundSignedIn }: PersonResult): boolean {
  return error === 'signed_in_again' || foundSignedIn;
}

function renderWaiting({ tally }: RunRecord): readonly string[] {
  const waiting = tally['not-attempted'];
  return waiting === 0 ? [] : [`${waiting} waiting`];
}

/** Whether it is certain that the run ended no session of the people it was meant to sign out. */
function hasNoEffect({ tally, dryRun }: RunRecord): boolean {
  const done = tally.queued + tally.verified + tally['still-active'] + tally.unknown + tally['signed-out'];
  return !dryRun && done === 0 && tally['not-attempted'] > 0;
}

/** People who need no attention: `2 verified, reset queued for 3 people, 1 not due yet`. */
function renderGood(record: RunRecord): readonly string[] {
  return [...renderDone(record.results), ...renderLater(record)];
}

function renderDone(results: readonly PersonResult[]): readonly string[] {
  const good = results.filter((result) => !needsAttention(result));
  const count = (status: string): number => good.filter((result) => result.status === status).length;
  const [planned, verified, queued] = [count('planned'), count('verified'), count('queued')];
  const [signedOut, ignored] = [count('signed-out'), count('ignored')];
  return [
    ...(planned > 0 ? [`${planned} would be signed out`] : []),
    ...(verified > 0 ? [`${verified} verified`] : []),
    ...(queued > 0 ? [`reset queued for ${formatPeopleCount(queued)}`] : []),
    ...(signedOut > 0 ? [`${signedOut} already signed out`] : []),
    ...(ignored > 0 ? [`${ignored} refused and ignored`] : []),
  ];
}

function renderLater({ results }: RunRecord): readonly string[] {
  const later = results.filter(({ error }) => error === 'not_due').length;
  return later > 0 ? [`${later} not due yet`] : [];
}

function renderRemoved({ change }: RunRecord): readonly string[] {
  const removed = change?.removed.length ?? 0;
  return removed > 0 ? [`${removed} removed from the roster`] : [];
}

/** `web ` or `mobile ` where only such sessions are reset. */
export function kindOf(options: RunRecord['options']): string {
  if (options['web-only'] === true) {
    return 'web ';
  }
  return options['mobile-only'] === true ? 'mobile ' : '';
}

/** The words that the failed step shows, or `undefined` when nothing fails it. */
export function renderFailure(record: RunRecord): string | undefined {
  const { problems, results, tally, stop, faults } = record;
  if (problems.length === 0 && tally.needsAttention === 0 && stop === undefined && faults.length === 0) {
    return undefined;
  }
  const parts = [`${renderHeadline(record)}.`];
  if (problems.length === 0 && tally.needsAttention > 0) {
    parts.push(`Needs attention: ${countByError(results)}.`, ...remediesOf(results, stop?.error));
  }
  if (stop !== undefined && problems.length === 0) {
    const details = detailsOf(stop).join('; ');
    const inBrackets = details === '' ? '' : toLogText(` (${details})`);
    parts.push(`Stopped by ${stop.error}${inBrackets}. ${whatToDo(stop.error)}`);
  }
  return [...parts, ...faults.filter((fault) => !parts[0]?.startsWith(fault.replace(/\.$/, '')))].join(' ');
}

/** Figures for the log: `3 queued, 1 failed, 1 skipped`. */
export function renderCounts({ people: _people, needsAttention: _needsAttention, ...counts }: Tally): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.length === 0 ? 'no people' : parts.map(([status, count]) => `${count} ${status}`).join(', ');
}

/** Codes named in the words of the failed step; the summary has all. */
const MAX_CODES = 20;

/** `2 failed (user_not_found), 1 unknown (timeout)`, the most urgent first. */
function countByError(results: readonly PersonResult[]): string {
  const counts = new Map<string, number>();
  for (const { status, error } of whoNeedAttention(results)) {
    const words = `${status}${error === null ? '' : ` (${error})`}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const parts = [...counts].map(([words, count]) => `${count} ${words}`);
  const more = parts.length - MAX_CODES;
  return [...parts.slice(0, MAX_CODES), ...(more > 0 ? [`and ${more} more codes`] : [])].join(', ');
}

const MAX_REMEDIES = 3;

/** What to do about the most urgent codes; what stopped the run has its remedy elsewhere. */
function remediesOf(results: readonly PersonResult[], stoppedBy: string | undefined): readonly string[] {
  const causes = causesOf(results).filter(({ error }) => error !== stoppedBy);
  return causes.slice(0, MAX_REMEDIES).map(({ error, remedy }) => `${error}: ${remedy}`);
}
