import { type Answer, accept, refuse, refuseWithMessages } from './answers.ts';
import { isTrue, toStrings, toText } from './arguments.ts';
import type { MethodCall } from './methods.ts';
import type { SimulatorSettings } from './options.ts';
import { detailsOf, positionMessage, type Refusal, refusalsOf } from './refusals.ts';
import type { ResetScope } from './session-history.ts';

const MAX_USERS = 1000;

function scopeOf({ values }: MethodCall): ResetScope | undefined {
  const web = isTrue(values['web_only']);
  const mobile = isTrue(values['mobile_only']);
  if (web && mobile) {
    return undefined;
  }
  return web ? 'web' : mobile ? 'mobile' : 'all';
}

function userIdProblems(userIds: readonly string[] | undefined, settings: SimulatorSettings): readonly string[] {
  if (userIds === undefined) {
    return ['must provide an array [json-pointer:/user_ids]'];
  }
  if (userIds.length === 0) {
    return ['no less than 1 items allowed [json-pointer:/user_ids]'];
  }
  if (userIds.length > MAX_USERS) {
    return [`no more than ${MAX_USERS} items allowed [json-pointer:/user_ids]`];
  }
  const pattern = new RegExp(settings.userIdPattern);
  return userIds.flatMap((userId, index) => (pattern.test(userId) ? [] : positionMessage(index, settings)));
}

function refuseAll(first: Refusal, refusals: readonly Refusal[], { settings }: MethodCall): Answer {
  if (first.code === 'invalid_arguments') {
    const malformed = refusals.filter(({ code }) => code === first.code);
    return refuseWithMessages(
      first.code,
      malformed.map(({ index }) => positionMessage(index, settings)),
    );
  }
  return settings.namesInOtherRefusals
    ? refuseWithMessages(first.code, [`${first.code}: ${first.userId}`])
    : refuse(first.code);
}

/** Enqueues a job, and notes what the audit log will say of it. */
function enqueue(
  { accepted, refused = [] }: { accepted: readonly string[]; refused?: readonly string[] },
  scope: ResetScope,
  { organization, settings, nowMs }: MethodCall,
): void {
  organization.enqueueReset(accepted, scope);
  organization.auditEvents.push({
    atMs: nowMs,
    actorId: settings.actingUserId,
    succeeded: accepted,
    failed: refused,
  });
}

/** Slack's `ok: true` that is none for everybody. */
function acceptSome(refusals: readonly Refusal[], settings: SimulatorSettings): Answer {
  switch (settings.okWithFailures) {
    case 'map':
      return accept({ failed_user_ids: Object.fromEntries(refusals.map(({ userId, reason }) => [userId, reason])) });
    case 'objects':
      return accept({ errors: refusals.map(({ userId, reason }) => ({ ok: false, error: reason, user: userId })) });
    default:
      return accept({ error: 'failed_for_some_users' });
  }
}

function answerRefused(
  userIds: readonly string[],
  refusals: readonly Refusal[],
  scope: ResetScope,
  call: MethodCall,
): Answer {
  const { settings } = call;
  const first = refusals[0];
  const isPartial = settings.okWithFailures !== 'never' || first?.code === 'failed_for_some_users';
  if (first === undefined || !isPartial) {
    return first === undefined ? accept() : refuseAll(first, refusals, call);
  }
  const refused = refusals.map(({ userId }) => userId);
  if (settings.okWithFailures !== 'never' || settings.failedForSomeAppliesRest) {
    const isRefused = new Set(refused);
    enqueue({ accepted: userIds.filter((userId) => !isRefused.has(userId)), refused }, scope, call);
  }
  return settings.okWithFailures === 'never'
    ? refuse('failed_for_some_users', detailsOf(userIds, refusals, settings))
    : acceptSome(refusals, settings);
}

/**
 * Resets everybody or, as soon as one person is refused, nobody: the answer carries the code of the first one
 * refused. Only `failed_for_some_users` may reset the others. `okWithFailures` makes it an `ok: true` that resets the
 * others.
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
    ...userIdProblems(toStrings(given), call.settings),
    ...(scope === undefined ? ['mobile_only and web_only cannot be used together'] : []),
  ];
  if (scope === undefined || problems.length > 0) {
    return refuseWithMessages('invalid_arguments', problems);
  }
  const refusals = refusalsOf(userIds, call);
  if (refusals.length > 0) {
    return answerRefused(userIds, refusals, scope, call);
  }
  enqueue({ accepted: userIds }, scope, call);
  return accept();
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
  const [refusal] = refusalsOf([userId], call);
  if (refusal === undefined) {
    call.organization.enqueueReset([userId], scope);
    return accept();
  }
  return refuse(refusal.code === 'failed_for_some_users' ? 'user_not_found' : refusal.code);
}
