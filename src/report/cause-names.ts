import { needsAttention } from '../reset/results.ts';
import type { RunRecord } from './run-record.ts';
import { findMissingScope } from './stop-details.ts';

/** Headline words for codes about the whole run. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['token_revoked', 'Slack token revoked'],
  ['token_expired', 'Slack token expired'],
  ['invalid_auth', 'Slack token not accepted'],
  ['not_authed', 'Slack token missing'],
  ['account_inactive', 'Owner of the Slack token deactivated'],
  ['not_allowed_token_type', 'Wrong type of Slack token'],
  ['is_bot', 'Wrong type of Slack token'],
  ['missing_scope', 'Slack token lacks a scope'],
  ['not_an_admin', 'Owner of the Slack token is not an admin'],
  ['no_permission', 'Slack app not installed on the whole organization'],
  ['team_access_not_granted', 'Slack app not installed on the whole organization'],
  ['access_denied', 'Slack denied access'],
  ['restricted_action', 'Slack denied access'],
  ['ekm_access_denied', 'Slack denied access'],
  ['accesslimited', 'Slack blocked the network of the runner'],
  ['two_factor_setup_required', 'Owner of the Slack token must set up two-factor authentication'],
  ['feature_not_enabled', 'Slack organization not on the Enterprise plan'],
  ['enterprise_is_restricted', 'Slack token does not fit the organization'],
  ['team_added_to_org', 'Slack is moving the workspace'],
  ['org_login_required', 'Slack is moving the workspace'],
  ['unknown_method', 'Wrong address for Slack'],
  ['unreachable', 'Slack could not be reached'],
  ['ratelimited', 'Slack rate-limited the calls'],
  ['service_unavailable', 'Slack not available'],
  ['internal_error', 'Error on Slack\u2019s side'],
  ['fatal_error', 'Error on Slack\u2019s side'],
  ['request_timeout', 'Slack did not receive the whole request'],
  ['timeout', 'Slack did not answer in time'],
  ['connection_lost', 'Connection to Slack lost'],
  ['invalid_response', 'No usable answer from Slack'],
  ['implausible_listing', 'Slack\u2019s list of sessions is implausible'],
  ['time_limit', 'Time limit reached'],
  ['cancelled', 'Run cancelled'],
  ['unrecognized_error', 'No usable answer from Slack'],
  ['unexpected_error', 'Bug in this Action'],
]);

/** The cause that stopped the run, or that everybody who needs attention shares and that is not about them. */
export function nameCause({ stop, results }: RunRecord): string | undefined {
  if (stop !== undefined) {
    const scope = stop.error === 'missing_scope' ? findMissingScope(stop) : undefined;
    const named = scope === undefined ? NAMES.get(stop.error) : `Slack token lacks the scope ${scope}`;
    return named ?? `Slack answered ${stop.error}`;
  }
  const errors = new Set(results.filter(needsAttention).map(({ error }) => error));
  const [error] = errors;
  if (errors.size !== 1 || error === null || error === undefined) {
    return undefined;
  }
  return NAMES.get(error) ?? (/^http_\d{3}$/.test(error) ? `Slack answered HTTP ${error.slice(5)}` : undefined);
}
