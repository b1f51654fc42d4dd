import { type PersonResult, STATUSES, type Status, whoNeedAttention } from '../reset/results.ts';
import { ERROR_CODES } from '../slack/error-catalogue.ts';
import { remedyOf } from '../slack/error-codes.ts';

const OWN_REMEDIES: ReadonlyMap<string, string> = new Map([
  ['protected_user', 'On the list of protected-user-ids: take the person off one of the two lists.'],
  ['max_users', 'More people are due than max-users allows: if that many are meant, raise max-users.'],
  [
    'sessions_left',
    'Sessions that the reset should have ended are still listed: look again later, and end them in Slack itself if they stay.',
  ],
  [
    'signed_in_again',
    'A session newer than the reset is listed, so sign-in is still open: disable the account in the identity provider, then run again.',
  ],
  ['earlier_roster', 'The earlier version of the roster could not be read, so nobody was sent: see the problem above.'],
  ['time_limit', 'The time limit was reached: run again, or raise timeout-minutes.'],
  ['cancelled', 'The run was cancelled: run again.'],
  [
    'unreachable',
    'Slack could not be reached: check api-url, name resolution, proxy and certificates, then run again.',
  ],
  ['unexpected_error', 'A fault of this Action: run again with debug logging and please report it.'],
]);

const NO_CLEAR_ANSWER =
  'No clear answer came back, so the sessions may or may not be reset: run again; a repeated reset does no harm.';
const NO_CLEAR_LOOK_UP = 'No clear answer came back to the look-up, and nothing was sent for this person: run again.';

/** One line that says what to do about an error code, be it Slack's or ours. */
export function whatToDo(error: string, status?: Status): string {
  const own = OWN_REMEDIES.get(error);
  if (own !== undefined) {
    return own;
  }
  if (!isNoClearAnswer(error)) {
    return remedyOf(error);
  }
  return status === 'not-attempted' ? NO_CLEAR_LOOK_UP : NO_CLEAR_ANSWER;
}

/** Why people need a hand, and what to do about it. */
export interface Cause {
  readonly error: string;
  /** The most urgent one among those concerned. */
  readonly status: Status;
  readonly people: number;
  readonly remedy: string;
}

/** The causes among those who need a hand, the most urgent first, and of those the most frequent. */
export function causesOf(results: readonly PersonResult[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const { error, status } of whoNeedAttention(results)) {
    if (error !== null) {
      const remedy = whatToDo(error, status);
      const key = `${error} ${remedy}`;
      const known = causes.get(key) ?? { error, status, remedy, people: 0 };
      causes.set(key, { ...known, people: known.people + 1 });
    }
  }
  const urgency = ({ status }: Cause): number => STATUSES.indexOf(status);
  return [...causes.values()].toSorted((a, b) => urgency(a) - urgency(b) || b.people - a.people);
}

function isNoClearAnswer(error: string): boolean {
  return !ERROR_CODES.has(error) && /^(timeout|connection_lost|invalid_response|http_\d{3})$/.test(error);
}
