import { type Answer, accept, refuse, refuseWithMessages } from './answers.ts';
import { isFalse, isTrue, toText } from './arguments.ts';
import type { MethodCall } from './methods.ts';
import { SIMULATOR_WORKSPACE } from './options.ts';
import { toAdminListItem, toUserObject } from './user-objects.ts';

const DEFAULT_USERS = 100;

/**
 * Tells about one account, the deactivated and those of other organizations included.
 *
 * @see https://docs.slack.dev/reference/methods/users.info
 */
export function usersInfo({ values, organization, settings }: MethodCall): Answer {
  const account = organization.accountOf(toText(values['user']));
  if (account === undefined) {
    return refuse('user_not_found');
  }
  const { accountRefusal } = account.user;
  return accountRefusal === undefined ? accept({ user: toUserObject(account, settings) }) : refuse(accountRefusal);
}

/**
 * Finds a user by e-mail address; the deactivated and the unknown are both `users_not_found`.
 *
 * @see https://docs.slack.dev/reference/methods/users.lookupByEmail
 */
export function lookupByEmail({ values, organization, settings }: MethodCall): Answer {
  const email = toText(values['email']);
  if (email === '') {
    return refuseWithMessages('invalid_arguments', ['missing required field: email']);
  }
  const account = organization.accountByEmail(email);
  if (account === undefined || account.isDeactivated) {
    return refuse('users_not_found');
  }
  const { enterprise_user, ...user } = toUserObject(account, settings);
  return accept({ user: settings.lookUpNamesEnterpriseId ? { ...user, enterprise_user } : user });
}

/**
 * Lists people page by page; active ones unless `is_active` is false, then deactivated ones only.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.list
 */
export function listUsers({ values, organization, settings }: MethodCall): Answer {
  const teamId = toText(values['team_id']);
  if (teamId !== '' && teamId !== SIMULATOR_WORKSPACE && teamId !== settings.orgId) {
    return refuse('team_not_found');
  }
  const cursor = toText(values['cursor']);
  const start = cursor === '' ? 0 : Number(/^user:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]);
  if (Number.isNaN(start)) {
    return refuse('invalid_cursor');
  }
  const limit = Number(toText(values['limit']) || DEFAULT_USERS);
  if (!Number.isInteger(limit) || limit < 1) {
    return refuseWithMessages('invalid_arguments', ['must be a positive number [json-pointer:/limit]']);
  }
  const wantsDeactivated = isFalse(values['is_active']);
  const onlyGuests = isTrue(values['only_guests']);
  const fitting = organization.accounts.filter(({ user, isDeactivated }) => {
    const isGuest = user.kind === 'guest' || user.kind === 'single-channel-guest';
    return user.kind !== 'stranger' && isDeactivated === wantsDeactivated && (isGuest || !onlyGuests);
  });
  const end = start + Math.min(limit, settings.userPageSize);
  const nextCursor = end < fitting.length ? Buffer.from(`user:${end}`).toString('base64') : '';
  return accept({
    users: fitting.slice(start, end).map((account) => toAdminListItem(account, settings)),
    response_metadata: { next_cursor: nextCursor },
  });
}

/**
 * Tells whose token it is; for an organization's token the team is the organization itself.
 *
 * @see https://docs.slack.dev/reference/methods/auth.test
 */
export function authTest({ settings }: MethodCall): Answer {
  const { orgId, isEnterprise, isEnterpriseInstall, botToken } = settings;
  return accept({
    url: 'https://example-org.enterprise.slack.com/',
    team: 'Example Org',
    user: 'admin',
    team_id: isEnterpriseInstall ? orgId : SIMULATOR_WORKSPACE,
    user_id: settings.actingUserId,
    ...(botToken ? { bot_id: 'B0SIM00001' } : {}),
    ...(isEnterprise ? { enterprise_id: orgId } : {}),
    is_enterprise_install: isEnterpriseInstall,
  });
}
