import { ERROR_CODES, remedyOf } from '../slack/error-codes.ts';

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

/** One line that says what to do about an error code, be it Slack's or ours. */
export function whatToDo(error: string): string {
  const own = OWN_REMEDIES.get(error);
  if (own !== undefined) {
    return own;
  }
  return isNoClearAnswer(error) ? NO_CLEAR_ANSWER : remedyOf(error);
}

function isNoClearAnswer(error: string): boolean {
  return !ERROR_CODES.has(error) && /^(timeout|connection_lost|invalid_response|http_\d{3})$/.test(error);
}
