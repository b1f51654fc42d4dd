import { isJsonObject } from '../calls/json.ts';
import { formatCount, formatPeopleCount } from '../people/wording.ts';
import type { Stop } from '../reset/ledger.ts';
import { type PersonResult, type Tally, whoNeedAttention } from '../reset/results.ts';
import { classOf } from '../slack/error-codes.ts';
import { causesOf, whatToDo } from './remedies.ts';
import type { RunRecord } from './run-record.ts';
import { toLogText } from './text.ts';

/** One line: how the run ended. */
export function renderHeadline(record: RunRecord): string {
  const { outcome, tally, problems, options, stop } = record;
  if (problems.length > 0) {
    return `Refused: ${formatCount(problems.length, 'problem')}, nothing was sent to Slack`;
  }
  const good = renderGood(record);
  if (tally.needsAttention > 0) {
    return `${renderHand(tally)}${good === '' ? '' : `; ${good}`}`;
  }
  const later = renderLater(record);
  const andLater = later === '' ? '' : `; ${later}`;
  if (stop !== undefined) {
    return `Stopped by ${stop.error}${good === '' ? '' : `; ${good}`}`;
  }
  switch (outcome) {
    case 'planned':
      return `Plan: ${formatPeopleCount(tally.planned)} would be signed out of Slack${andLater}`;
    case 'nothing-to-do':
      return tally.people === 0 ? 'Nothing to do: nobody is asked for' : 'Nothing to do: nobody is due yet';
    case 'success':
      return tally.verified > 0 && tally.queued + tally.ignored === 0
        ? `Verified for ${formatPeopleCount(tally.verified)}: Slack lists no ${kindOf(options)}session any more${andLater}`
        : `Done: ${good}`;
    default:
      return 'The run failed';
  }
}

function renderHand({ needsAttention: hand, people: all }: Tally): string {
  return `${hand} of ${formatPeopleCount(all)} ${hand === 1 ? 'needs' : 'need'} a hand`;
}

/** Those who need nobody's hand: `2 verified, reset queued for 3 people, 1 not due yet`. */
function renderGood(record: RunRecord): string {
  const { planned, verified, queued, ignored } = record.tally;
  const parts = [
    planned > 0 ? `${planned} would be signed out` : '',
    verified > 0 ? `${verified} verified` : '',
    queued > 0 ? `reset queued for ${formatPeopleCount(queued)}` : '',
    ignored > 0 ? `${ignored} refused and ignored` : '',
    renderLater(record),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function renderLater({ results }: RunRecord): string {
  const later = results.filter(({ error }) => error === 'not_due').length;
  return later > 0 ? `${later} not due yet` : '';
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
  const parts: string[] = [];
  if (problems.length > 0) {
    parts.push(`${renderHeadline(record)}.`);
  } else if (tally.needsAttention > 0) {
    const good = renderGood(record);
    parts.push(`${renderHand(tally)}: ${countByError(results)}${good === '' ? '' : `; ${good}`}.`);
    parts.push(...remediesOf(results, stop?.error));
  }
  if (stop !== undefined) {
    const details = detailsOf(stop).join('; ');
    const inBrackets = details === '' ? '' : toLogText(` (${details})`);
    parts.push(`The run was stopped by ${stop.error}${inBrackets}. ${whatToDo(stop.error)}`);
  }
  parts.push(...faults);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Figures for the log: `3 queued, 1 failed, 1 skipped`. */
export function renderCounts({ people: _people, needsAttention: _needHand, ...counts }: Tally): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.length === 0 ? 'nobody' : parts.map(([status, count]) => `${count} ${status}`).join(', ');
}

/** `2 failed (user_not_found), 1 unknown (timeout)`, the most urgent first. */
function countByError(results: readonly PersonResult[]): string {
  const counts = new Map<string, number>();
  for (const result of whoNeedAttention(results)) {
    const words = `${result.status}${result.error === null ? '' : ` (${result.error})`}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${count} ${words}`).join(', ');
}

const MAX_REMEDIES = 3;

/** What to do about the most urgent codes; what stopped the run has its remedy elsewhere. */
function remediesOf(results: readonly PersonResult[], stoppedBy: string | undefined): readonly string[] {
  const causes = causesOf(results).filter(({ error }) => error !== stoppedBy);
  return causes.slice(0, MAX_REMEDIES).map(({ error, remedy }) => `${error}: ${remedy}`);
}

const MAX_MESSAGES = 3;
const MAX_READ = 1000;
const SCOPES = /^[a-z0-9_.:, -]{1,200}$/;

/** Slack's own message, without what might be an address in it. */
function toSafeMessage(message: string): string {
  // The pattern takes the square of the length, and the last word may be an address that the cut has torn apart.
  const text = message.length > MAX_READ ? message.slice(0, MAX_READ).replace(/\S*$/, '…') : message;
  return text.replace(/\S*[@%]\S*/g, '…').slice(0, 200);
}

/** The scopes that Slack asks for, and its own message about a request, as far as they may be shown. */
export function detailsOf({ error, refusal }: Stop): readonly string[] {
  const body = refusal?.body;
  const needed = body?.['needed'];
  const provided = body?.['provided'];
  const parts: string[] = [];
  if (typeof needed === 'string' && SCOPES.test(needed)) {
    parts.push(`needed: ${needed}`);
  }
  if (typeof provided === 'string' && SCOPES.test(provided)) {
    parts.push(`provided: ${provided}`);
  }
  // Of any other class the message tells nothing that the code does not.
  const metadata = classOf(error) === 'request' ? body?.['response_metadata'] : undefined;
  const messages = isJsonObject(metadata) && Array.isArray(metadata['messages']) ? metadata['messages'] : [];
  for (const message of messages.filter((item) => typeof item === 'string').slice(0, MAX_MESSAGES)) {
    parts.push(`Slack says: ${toSafeMessage(message)}`);
  }
  return parts;
}
