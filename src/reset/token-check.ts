import { stopReason } from '../calls/call-context.ts';
import type { JsonObject } from '../calls/json.ts';
import { InputError } from '../people/problem.ts';
import type { SlackReply } from '../slack/reply.ts';
import type { TokenOwner } from './ledger.ts';
import { beforeReset, callSlack, lacksScope, needsOwner, type Run } from './run.ts';

const SLACK_ID = /^[A-Z][A-Z0-9]{2,31}$/;
/** Without `org-id` the owner is optional information, so a failing call is not retried for long. */
const MAX_RETRIES = 1;

/**
 * Asks Slack whose token it is, where a step needs to know. A refusal stops the run; no clear answer leaves the owner
 * unknown, unless `org-id` asks for it.
 *
 * @throws InputError when the token does not belong to the organization in `org-id`, or when that cannot be found out
 */
export async function checkToken(run: Run): Promise<void> {
  const { options, ledger, slack } = run;
  const { orgId } = options;
  if (!needsOwner(options) || ledger.open().length === 0) {
    return;
  }
  const label = 'Checking the token';
  const context = beforeReset(run);
  const maxRetries = orgId === undefined ? Math.min(MAX_RETRIES, context.bounds.maxRetries) : context.bounds.maxRetries;
  const { end } = await callSlack({ label, method: 'authTest', send: (limits) => slack.authTest(limits) }, run, {
    ...context,
    bounds: { ...context.bounds, maxRetries },
  });
  const { log } = run.context;
  if (end.kind === 'accepted') {
    const owner = readOwner(end.reply);
    ledger.token = owner;
    log.info(`${label}: it acts as ${owner.userId ?? 'an unknown user'} in ${owner.teamId ?? 'an unknown team'}`);
    checkOrganization(owner, orgId);
    checkExposure(owner, options.isTokenExposed);
    return;
  }
  if (end.kind === 'refused') {
    log.info(`${label}: Slack answered ${end.reply.code}`);
    ledger.stop = { error: end.reply.code, refusal: end.reply };
    return;
  }
  log.info(`${label}: no answer, so its owner is not known`);
  const stop = stopReason(run.context);
  if (stop !== undefined) {
    ledger.stop = { error: stop };
  } else if (orgId !== undefined) {
    const why = end.kind === 'exhausted' ? (end.error ?? 'unreachable') : end.by;
    ledger.stop = { error: why };
  }
}

function readOwner({ body, scopes }: SlackReply & { kind: 'accepted' }): TokenOwner {
  return {
    teamId: readId(body, 'team_id'),
    enterpriseId: readId(body, 'enterprise_id'),
    userId: readId(body, 'user_id'),
    isBot: typeof body['bot_id'] === 'string',
    isOneWorkspace: body['is_enterprise_install'] === false,
    scopes,
  };
}

function readId(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && SLACK_ID.test(value) ? value : undefined;
}

/** The Enterprise organization of a token, as far as Slack said. */
export function organizationOf(owner: TokenOwner | undefined): string | undefined {
  return owner?.enterpriseId ?? (owner?.teamId?.startsWith('E') === true ? owner.teamId : undefined);
}

function checkOrganization(owner: TokenOwner, orgId: string | undefined): void {
  const organization = organizationOf(owner);
  if (orgId === undefined || organization === orgId) {
    return;
  }
  const found =
    organization === undefined
      ? 'Slack names no Enterprise organization for the token'
      : `the token belongs to "${organization}"`;
  throw new InputError([{ message: `"org-id" is "${orgId}", but ${found}: check which secret "token" uses.` }]);
}

const RESET_SCOPE = 'admin.users:write';

function checkExposure({ scopes = [] }: TokenOwner, isTokenExposed: boolean): void {
  if (isTokenExposed && scopes.includes(RESET_SCOPE)) {
    const message =
      `"token" has the scope ${RESET_SCOPE}, which is not allowed under pull_request, since whoever edits the workflow ` +
      'could read it: use a token that has only users:read; a bot token will do.';
    throw new InputError([{ message }]);
  }
}

/** The scope that reading sessions and deactivated members needs. */
export const READ_SCOPE = 'admin.users:read';

/** What is likely to go wrong with this token and these people, in words, before the reset. */
export function predictProblems({ ledger, options }: Run): readonly string[] {
  const owner = ledger.token;
  if (owner === undefined) {
    return [];
  }
  const warnings: string[] = [];
  if (owner.isBot) {
    warnings.push('"token" is a bot token: Slack resets sessions only for the user token of an org admin or owner.');
  }
  if (owner.teamId !== undefined && organizationOf(owner) === undefined) {
    warnings.push('"token" belongs to no Enterprise organization: Slack resets sessions on its Enterprise plan only.');
  }
  if (owner.isOneWorkspace) {
    warnings.push('The app is installed on one workspace only: resetting sessions needs an org-wide installation.');
  }
  if (lacksScope(owner, RESET_SCOPE)) {
    warnings.push(`"token" lacks the scope ${RESET_SCOPE}, which resetting sessions needs.`);
  }
  const needsRead = [
    ...(options.verify ? ['"verify"'] : []),
    ...(options.lookFirstAfterDays === undefined ? [] : ['"look-first-after-days"']),
  ];
  if (needsRead.length > 0 && lacksScope(owner, READ_SCOPE)) {
    const verb = needsRead.length === 1 ? 'needs' : 'need';
    warnings.push(`"token" lacks the scope ${READ_SCOPE}, which ${needsRead.join(' and ')} ${verb}.`);
  }
  return warnings;
}
