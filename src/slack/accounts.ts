import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { parseUserId, type UserId } from '../people/user-id.ts';

/** An account as Slack describes it. What is not needed, such as names, is not read. */
export interface Account {
  readonly userId: UserId;
  /** The ID in the Enterprise organization, where Slack gives one. It is the ID to use. */
  readonly enterpriseUserId: UserId | undefined;
  /** Absent when Slack does not say. */
  readonly isActive: boolean | undefined;
  /** What makes the account unlike a member's; the first that applies. */
  readonly kind: 'bot' | 'app' | 'primary-owner' | 'foreign' | 'member';
  /** Absent when Slack does not say, as without the scope `users:read.email`. Never logged, never written. */
  readonly email: string | undefined;
}

/**
 * Reads the user object of `users.info` and `users.lookupByEmail`.
 *
 * @param organization - the token's Enterprise organization, if known: members of another one are foreign
 * @returns `undefined` when the answer is not such an object
 * @see https://docs.slack.dev/reference/objects/user-object
 */
export function readAccount(body: JsonObject, organization?: string): Account | undefined {
  const user = body['user'];
  const userId = isJsonObject(user) ? toUserId(user['id']) : undefined;
  if (!isJsonObject(user) || userId === undefined) {
    return undefined;
  }
  const enterprise = isJsonObject(user['enterprise_user']) ? user['enterprise_user'] : {};
  const { deleted, profile } = user;
  return {
    userId,
    enterpriseUserId: toUserId(enterprise['id']),
    isActive: typeof deleted === 'boolean' ? !deleted : undefined,
    kind: kindOf(user, enterprise, organization),
    email: isJsonObject(profile) && typeof profile['email'] === 'string' ? profile['email'] : undefined,
  };
}

function kindOf(user: JsonObject, enterprise: JsonObject, organization: string | undefined): Account['kind'] {
  const home = enterprise['enterprise_id'];
  if (
    user['is_stranger'] === true ||
    (typeof home === 'string' && organization !== undefined && home !== organization)
  ) {
    return 'foreign';
  }
  if (user['is_bot'] === true || user['is_workflow_bot'] === true || user['is_connector_bot'] === true) {
    return 'bot';
  }
  if (user['is_app_user'] === true) {
    return 'app';
  }
  // A workspace has a primary owner too; where Slack speaks of the organization's, that one counts.
  return (enterprise['is_primary_owner'] ?? user['is_primary_owner']) === true ? 'primary-owner' : 'member';
}

/** A deactivated member, as `admin.users.list` with `is_active=false` lists them. */
export interface DeactivatedMember {
  readonly userId: UserId;
  readonly email: string;
}

/** One page of `admin.users.list`. */
export interface MemberPage {
  /** Only those with an address; an item that is not said to be inactive is left out. */
  readonly deactivated: readonly DeactivatedMember[];
  readonly nextCursor: string | undefined;
}

/**
 * Reads a page of deactivated members.
 *
 * @returns `undefined` when the answer is not such a page: then it says nothing
 * @see https://docs.slack.dev/reference/methods/admin.users.list
 */
export function readMemberPage(body: JsonObject): MemberPage | undefined {
  const users = body['users'];
  const cursor = readCursor(body['response_metadata']);
  if (!Array.isArray(users) || cursor === undefined) {
    return undefined;
  }
  const deactivated = users.filter(isJsonObject).flatMap((user): DeactivatedMember[] => {
    const { id, email, is_active: isActive } = user;
    const userId = toUserId(id);
    // `deactivated_ts` is set on active people too: only `is_active` decides.
    return userId !== undefined && isActive === false && typeof email === 'string' ? [{ userId, email }] : [];
  });
  return { deactivated, nextCursor: cursor === '' ? undefined : cursor };
}

/** The cursor of an answer, empty on the last page; `undefined` when it is unclear whether another page follows. */
export function readCursor(metadata: unknown): string | undefined {
  if (metadata === undefined || metadata === null) {
    return '';
  }
  const cursor = isJsonObject(metadata) ? (metadata['next_cursor'] ?? '') : undefined;
  return typeof cursor === 'string' ? cursor : undefined;
}

function toUserId(value: unknown): UserId | undefined {
  const parsed = typeof value === 'string' ? parseUserId(value) : undefined;
  return parsed?.ok === true ? parsed.userId : undefined;
}
