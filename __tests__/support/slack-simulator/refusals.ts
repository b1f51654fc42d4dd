import type { MethodCall } from './methods.ts';
import type { SimulatorSettings } from './options.ts';
import type { Account } from './organization.ts';
import { enterpriseIdOf } from './people.ts';
import { isTaken } from './session-methods.ts';

/** One person whom a reset refuses. */
export interface Refusal {
  /** As it was sent. */
  readonly userId: string;
  readonly index: number;
  /** The ID that Slack may know the person by. */
  readonly enterpriseId: string;
  readonly code: string;
  readonly reason: string;
}

function refusalOfKind({ user, isDeactivated }: Account, settings: SimulatorSettings): string {
  switch (user.kind) {
    case 'bot':
    case 'app-user':
      return settings.botUsers;
    case 'primary-owner':
      return settings.primaryOwners;
    case 'stranger':
      return settings.strangers;
    default:
      return isDeactivated ? settings.deactivatedUsers : 'accept';
  }
}

function codeOf(userId: string, { organization, settings }: MethodCall): string {
  const account = organization.accountOf(userId);
  if (account === undefined || !isTaken(userId, account, settings.resetAccepts)) {
    return settings.unknownUsers;
  }
  return account.user.refusal ?? refusalOfKind(account, settings);
}

/** What a reset says against the people of a call, in the order of the call; nothing about who is accepted. */
export function refusalsOf(userIds: readonly string[], call: MethodCall): readonly Refusal[] {
  return userIds.flatMap((userId, index) => {
    const code = codeOf(userId, call);
    const user = call.organization.accountOf(userId)?.user;
    const enterpriseId = user === undefined ? userId : enterpriseIdOf(user);
    return code === 'accept' ? [] : { userId, index, enterpriseId, code, reason: user?.reason ?? code };
  });
}

/** Slack's words about an argument that stands at this position of the call. */
export function positionMessage(index: number, { userIdPattern }: SimulatorSettings): string {
  return `input must match regex pattern: ${userIdPattern} [json-pointer:/user_ids/${index}]`;
}

/** Names people in the shape that is set: Slack publishes no sample of its own. */
export function detailsOf(
  userIds: readonly string[],
  refusals: readonly Refusal[],
  settings: SimulatorSettings,
): object {
  const refused = refusals.map((refusal) => refusal.userId);
  const accepted = userIds.filter((userId) => !refused.includes(userId));
  const messages = (...texts: string[]) => ({
    response_metadata: { messages: texts.map((text) => `[ERROR] ${text}`) },
  });
  switch (settings.failedForSome) {
    case 'map':
      return { failed_user_ids: Object.fromEntries(refusals.map(({ userId, reason }) => [userId, reason])) };
    case 'strings':
      return { failed_users: refused };
    case 'objects':
      return { errors: refusals.map(({ userId, reason }) => ({ ok: false, error: reason, user: userId })) };
    case 'json-string':
      return { extended_comments: JSON.stringify(refused) };
    case 'messages':
      return messages(...refused.map((userId) => `could not reset ${userId}`));
    case 'raw':
      return { comment: `The sessions of ${refused.join(', ')} could not be invalidated.` };
    case 'unnamed':
      return {};
    case 'positions':
      return messages(...refusals.map(({ index }) => `could not be reset [json-pointer:/user_ids/${index}]`));
    case 'enterprise-ids':
      return {
        failed_user_ids: Object.fromEntries(refusals.map(({ enterpriseId, reason }) => [enterpriseId, reason])),
      };
    case 'first-and-more':
      return messages(`failed for ${refused[0]}${refused.length > 1 ? ` and ${refused.length - 1} more` : ''}`);
    case 'accepted-people':
      return { failed_user_ids: Object.fromEntries(accepted.map((userId) => [userId, refusals[0]?.reason ?? ''])) };
    case 'inverted':
      return {
        extended_comments: `Sessions of ${accepted.join(', ')} were invalidated. ${refused.length} users failed.`,
      };
  }
}
