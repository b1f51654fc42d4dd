import { type PersonResult, type Status, urgencyOf, whoNeedAttention } from '../reset/results.ts';
import { ERROR_CODES } from '../slack/error-catalogue.ts';
import { isPerUserCode, remedyOf } from '../slack/error-codes.ts';

const OWN_REMEDIES: ReadonlyMap<string, string> = new Map([
  ['protected_user', 'This person is in protected-user-ids: remove the person from one of the two lists.'],
  ['max_users', 'More people are due than max-users allows: if that many are intended, raise max-users.'],
  [
    'sessions_left',
    'Slack still lists sessions that the reset should have ended: check again later, and end them in Slack if they remain.',
  ],
  [
    'signed_in_again',
    'Slack lists a session newer than the reset: disable the account in the identity provider, then run again.',
  ],
  [
    'found_signed_in',
    'Due for a long time but still signed in when the run looked: check that the account is disabled in the identity provider, and find out what happened since the due date.',
  ],
  [
    'wrong_person',
    'The look-up answered with another address, so nothing was sent: give the user ID instead of the address.',
  ],
  [
    'look_failed',
    'The look before the reset gave no answer, and max-users left no room: run again, or raise max-users.',
  ],
  [
    'never_listed',
    'Slack never listed a session under this ID, so an empty list proves nothing: give the Enterprise user ID (W\u2026), or add the scope users:read.',
  ],
  [
    'implausible_listing',
    'Slack\u2019s list of sessions was empty, or too many sessions had vanished from it at once, so it proves nothing: run again.',
  ],
  ['no_session', 'Slack listed no session, so there was nothing to end.'],
  ['deactivated', 'The account is deactivated, which ended all its sessions.'],
  ['earlier_roster', 'The earlier version of the roster could not be read: see the problem above.'],
  ['time_limit', 'The time limit was reached: run again, or raise timeout-minutes.'],
  ['cancelled', 'The run was cancelled: run again.'],
  [
    'unreachable',
    'Slack could not be reached: check api-url, name resolution, proxy and certificates, then run again.',
  ],
  ['unexpected_error', 'A bug in this Action: run again with debug logging, and please report it.'],
  [
    'unrecognized_error',
    'Slack answered with something that is not an error code: check that api-url is Slack\u2019s, then run again.',
  ],
]);

/** What to do about people whose reset Slack accepted and who could not be verified. */
const UNVERIFIED: ReadonlyMap<string, string> = new Map([
  ['time_limit', 'Time ran out before Slack stopped listing the sessions: run again, or raise timeout-minutes.'],
  ['cancelled', 'The run was cancelled before Slack stopped listing the sessions: run again.'],
  [
    'missing_scope',
    "The token may not list sessions: add the scope admin.users:read to the app's user token scopes, then reinstall the app on the whole organization.",
  ],
]);

const NO_CLEAR_ANSWER =
  'No clear answer came back, so the sessions may or may not have been reset: run again; repeating a reset does no harm.';
const NO_CLEAR_LOOK_UP = 'The look-up got no clear answer, and nothing was sent for this person: run again.';
const NO_CLEAR_LOOK = 'The sessions could not be listed: run again.';

/** One line that says what to do about an error code, Slack's or ours. */
export function whatToDo(error: string, status?: Status): string {
  const isAccepted = status === 'queued' || status === 'verified';
  const own = (isAccepted ? UNVERIFIED.get(error) : undefined) ?? OWN_REMEDIES.get(error);
  if (own !== undefined) {
    return own;
  }
  if (!isNoClearAnswer(error) && !(status === 'unknown' && isPerUserCode(error))) {
    return isAccepted ? `The sessions could not be listed. ${remedyOf(error)}` : remedyOf(error);
  }
  if (isAccepted) {
    return NO_CLEAR_LOOK;
  }
  return status === 'not-attempted' ? NO_CLEAR_LOOK_UP : NO_CLEAR_ANSWER;
}

/** Why people need attention, what to do, and who they are. */
export interface Cause {
  readonly error: string;
  /** The most urgent one among the people. */
  readonly status: Status;
  readonly remedy: string;
  readonly results: readonly PersonResult[];
}

/** The causes among those who need attention, the most urgent first, and of those the most frequent. */
export function causesOf(results: readonly PersonResult[]): readonly Cause[] {
  const causes = new Map<string, PersonResult[]>();
  for (const result of whoNeedAttention(results)) {
    const key = `${result.error} ${kindOf(result.status)}`;
    const known = causes.get(key);
    if (known === undefined) {
      causes.set(key, [result]);
    } else {
      known.push(result);
    }
  }
  const list = [...causes.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...toCause(first, group), urgency: urgencyOf(first) }];
  });
  return list.toSorted((a, b) => a.urgency - b.urgency || b.results.length - a.results.length);
}

function toCause({ error, status }: PersonResult, results: readonly PersonResult[]): Cause {
  const code = error ?? 'unexpected_error';
  return { error: code, status, results, remedy: whatToDo(code, status) };
}

/** Queued and verified people share remedies. */
function kindOf(status: Status): Status {
  return status === 'verified' ? 'queued' : status;
}

function isNoClearAnswer(error: string): boolean {
  return !ERROR_CODES.has(error) && /^(timeout|connection_lost|invalid_response|http_\d{3})$/.test(error);
}
