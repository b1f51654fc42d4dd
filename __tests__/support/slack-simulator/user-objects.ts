import { SIMULATOR_WORKSPACE, type SimulatorSettings } from './options.ts';
import type { Account } from './organization.ts';
import { type AccountKind, enterpriseIdOf, isSoftware, type SimulatedUser } from './people.ts';

const CREATED_TS = 1_600_000_000;
const DEACTIVATED_TS = 1_700_000_000;
const OTHER_WORKSPACE = 'T0OTHER0001';
const OTHER_ORGANIZATION = 'E0OTHER0001';

function nameOf({ email, id }: SimulatedUser): string {
  return email?.split('@')[0] ?? id.toLowerCase();
}

function rolesOf({ kind = 'member' }: SimulatedUser): Record<string, boolean> {
  const is = (...kinds: AccountKind[]) => kinds.includes(kind);
  return {
    is_admin: is('admin', 'owner', 'primary-owner'),
    is_owner: is('owner', 'primary-owner'),
    is_primary_owner: is('primary-owner'),
    is_restricted: is('guest', 'single-channel-guest'),
    is_ultra_restricted: is('single-channel-guest'),
  };
}

function profileOf(user: SimulatedUser, teamId: string, tellsEmail: boolean): object {
  const name = nameOf(user);
  return {
    title: '',
    phone: '',
    skype: '',
    real_name: `Made-up ${name}`,
    real_name_normalized: `Made-up ${name}`,
    display_name: name,
    display_name_normalized: name,
    status_text: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: '0123456789ab',
    ...(isSoftware(user) ? { api_app_id: 'A0SIM00001', always_active: true, bot_id: 'B0SIM00002' } : {}),
    ...(tellsEmail && user.email !== undefined ? { email: user.email } : {}),
    image_24: 'https://www.example.com/24.png',
    image_512: 'https://www.example.com/512.png',
    team: teamId,
  };
}

function enterpriseUserOf(user: SimulatedUser, { orgId }: SimulatorSettings): object {
  const { is_admin, is_owner, is_primary_owner } = rolesOf(user);
  return {
    id: enterpriseIdOf(user),
    enterprise_id: orgId,
    enterprise_name: 'Example Org',
    is_admin,
    is_owner,
    is_primary_owner,
    teams: [SIMULATOR_WORKSPACE],
  };
}

/**
 * The object that `users.info` and `users.lookupByEmail` answer with.
 *
 * @see https://docs.slack.dev/reference/objects/user-object
 */
export function toUserObject({ user, isDeactivated }: Account, settings: SimulatorSettings): Record<string, unknown> {
  const isStranger = user.kind === 'stranger';
  const teamId = isStranger ? OTHER_WORKSPACE : SIMULATOR_WORKSPACE;
  const name = nameOf(user);
  const belongsToOrganization = settings.isEnterprise && !isStranger;
  return {
    id: settings.accountId === 'enterprise' ? enterpriseIdOf(user) : user.id,
    team_id: teamId,
    name,
    deleted: isDeactivated,
    // Slack leaves these out of the record of a deactivated account.
    ...(isDeactivated
      ? {}
      : { color: '9f69e7', tz: 'Europe/Berlin', tz_label: 'Central European Time', tz_offset: 3600 }),
    real_name: `Made-up ${name}`,
    profile: profileOf(user, teamId, settings.scopes.includes('users:read.email') && !isStranger),
    ...(isDeactivated ? {} : rolesOf(user)),
    is_bot: isSoftware(user),
    is_app_user: user.kind === 'app-user',
    updated: CREATED_TS,
    ...(isDeactivated ? {} : { is_email_confirmed: user.email !== undefined, has_2fa: false }),
    ...(belongsToOrganization ? { enterprise_user: enterpriseUserOf(user, settings) } : {}),
    ...(isStranger ? { is_stranger: true, enterprise_id: OTHER_ORGANIZATION } : {}),
    who_can_share_contact_card: 'EVERYONE',
  };
}

/**
 * One person as `admin.users.list` shows people.
 *
 * @see https://docs.slack.dev/reference/methods/admin.users.list
 */
export function toAdminListItem({ user, isDeactivated }: Account, settings: SimulatorSettings): object {
  return {
    id: settings.listedId === 'local' ? user.id : enterpriseIdOf(user),
    email: user.email ?? '',
    ...rolesOf(user),
    is_bot: isSoftware(user),
    is_active: !isDeactivated,
    date_created: CREATED_TS,
    deactivated_ts: user.deactivatedTs ?? (isDeactivated ? DEACTIVATED_TS : 0),
    expiration_ts: 0,
    username: nameOf(user),
    full_name: `Made-up ${nameOf(user)}`,
    workspaces: [SIMULATOR_WORKSPACE],
    has_2fa: false,
    has_sso: true,
    roles: [],
  };
}
