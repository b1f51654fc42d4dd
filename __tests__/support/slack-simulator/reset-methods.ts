import { type Answer, accept, refuse, refuseWithMessages } from './answers.ts';
import { isTrue, toStrings, toText } from './arguments.ts';
import type { MethodCall } from './methods.ts';
import type { SimulatedUser } from './options.ts';
import type { Organization, ResetScope } from './organization.ts';

const MAX_USERS = 1000;
const USER_ID = /^[UW][A-Z0-9]{2,}$/;
const KIND_REFUSALS = { bot: 'cannot_reset_bot', 'primary-owner': 'cannot_reset_primary_owner' };

interface Refusal {
  readonly userId: string;
  readonly code: string;
  readonly reason: string;
}

function refusalOfKind(user: SimulatedUser, { settings }: MethodCall): string {
  switch (user.kind) {
    case 'bot':
    case 'primary-owner':
      return KIND_REFUSALS[user.kind];
    case 'deactivated':
      return settings.deactivatedUsers;
    default:
      return 'accept';
  }
}

function refusalOf(userId: string, call: MethodCall): Refusal | undefined {
  const user = call.organization.userOf(userId);
  const code = user === undefined ? call.settings.unknownUsers : (user.refusal ?? refusalOfKind(user, call));
  return code === 'accept' ? undefined : { userId, code, reason: user?.reason ?? code };
}

function scopeOf({ values }: MethodCall): ResetScope | undefined {
  const web = isTrue(values['web_only']);
  const mobile = isTrue(values['mobile_only']);
  if (web && mobile) {
    return undefined;
  }
  return web ? 'web' : mobile ? 'mobile' : 'all';
}

function userIdProblems(userIds: readonly string[] | undefined): readonly string[] {
  if (userIds === undefined) {
    return ['must provide an array [json-pointer:/user_ids]'];
  }
  if (userIds.length === 0) {
    return ['no less than 1 items allowed [json-pointer:/user_ids]'];
  }
  if (userIds.length > MAX_USERS) {
    return [`no more than ${MAX_USERS} items allowed [json-pointer:/user_ids]`];
  }
  return userIds.flatMap((userId, index) =>
    USER_ID.test(userId) ? [] : [`input must match regex pattern: ${USER_ID.source} [json-pointer:/user_ids/${index}]`],
  );
}

/** Names people in one of the shapes that clients must be ready for: Slack publishes no sample of its own. */
function detailsOf(refusals: readonly Refusal[], { settings }: MethodCall): object {
  const userIds = refusals.map((refusal) => refusal.userId);
  switch (settings.failedForSome) {
    case 'map':
      return { failed_user_ids: Object.fromEntries(refusals.map(({ userId, reason }) => [userId, reason])) };
    case 'strings':
      return { failed_users: userIds };
    case 'objects':
      return { errors: refusals.map(({ userId, reason }) => ({ ok: false, error: reason, user: userId })) };
    case 'json-string':
      return { extended_comments: JSON.stringify(userIds) };
    case 'messages':
      return { response_metadata: { messages: userIds.map((userId) => `[ERROR] could not reset ${userId}`) } };
    case 'raw':
      return { comment: `The sessions of ${userIds.join(', ')} could not be invalidated.` };
    case 'unnamed':
      return {};
  }
}

function refuseSome(userIds: readonly string[], refusals: readonly Refusal[], call: MethodCall): Answer {
  if (call.settings.failedForSomeAppliesRest) {
    const refused = new Set(refusals.map((refusal) => refusal.userId));
    const rest = userIds.filter((userId) => !refused.has(userId));
    call.organization.enqueueReset(rest, scopeOf(call) ?? 'all');
  }
  return refuse('failed_for_some_users', detailsOf(refusals, call));
}

function refuseAll(first: Refusal, { settings }: MethodCall): Answer {
  return settings.namesInOtherRefusals
    ? refuseWithMessages(first.code, [`${first.code}: ${first.userId}`])
    : refuse(first.code);
}

function resetUsers(userIds: readonly string[], scope: ResetScope, organization: Organization): Answer {
  organization.enqueueReset(userIds, scope);
  return accept();
}

/**
 * Resets everybody or, as soon as one person is refused, nobody: the answer carries the code of the first one
 * refused. Only `failed_for_some_users` may reset the others, and then every person refused is among the named.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.session.resetBulk
 */
export function resetBulk(call: MethodCall): Answer {
  const given = call.values['user_ids'];
  if (given === undefined || given === '') {
    return refuseWithMessages('invalid_arguments', ['missing required field: user_ids']);
  }
  const userIds = toStrings(given) ?? [];
  const scope = scopeOf(call);
  const problems = [
    ...userIdProblems(toStrings(given)),
    ...(scope === undefined ? ['mobile_only and web_only cannot be used together'] : []),
  ];
  if (scope === undefined || problems.length > 0) {
    return refuseWithMessages('invalid_arguments', problems);
  }
  const refusals = userIds.flatMap((userId) => refusalOf(userId, call) ?? []);
  const first = refusals[0];
  if (first === undefined) {
    return resetUsers(userIds, scope, call.organization);
  }
  return first.code === 'failed_for_some_users' ? refuseSome(userIds, refusals, call) : refuseAll(first, call);
}

/**
 * Resets one person; what would be `failed_for_some_users` in bulk is `user_not_found` here.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.session.reset
 */
export function reset(call: MethodCall): Answer {
  const userId = toText(call.values['user_id']);
  const scope = scopeOf(call);
  if (userId === '') {
    return refuseWithMessages('invalid_arguments', ['missing required field: user_id']);
  }
  if (scope === undefined) {
    return refuseWithMessages('invalid_arguments', ['mobile_only and web_only cannot be used together']);
  }
  const refusal = refusalOf(userId, call);
  if (refusal === undefined) {
    return resetUsers([userId], scope, call.organization);
  }
  return refuse(refusal.code === 'failed_for_some_users' ? 'user_not_found' : refusal.code);
}
