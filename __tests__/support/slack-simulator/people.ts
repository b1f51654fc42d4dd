export type SessionKind = 'web' | 'desktop' | 'mobile' | 'unknown';

/** What Slack says of the device that a session is on. */
export interface SimulatedDevice {
  readonly device_hardware: string;
  readonly os: string;
  readonly os_version: string;
  readonly slack_client_version: string;
}

/** The device of the one session that Slack's documentation has as an example. */
export const PUBLISHED_DEVICE: SimulatedDevice = {
  device_hardware: 'Intel',
  os: 'OS X',
  os_version: '10.15.7',
  slack_client_version: '91.0.4472.77',
};

export interface SimulatedSession {
  readonly sessionId: number;
  readonly kind: SessionKind;
  /** The digits that the listing shows as a number in place of `sessionId`, beyond 2^53 if need be. */
  readonly listedAs?: string;
  /** Default: a device of that kind. */
  readonly device?: SimulatedDevice;
}

/** `stranger` is in another organization and seen through Slack Connect; a `guest` is restricted. */
export type AccountKind =
  | 'member'
  | 'guest'
  | 'single-channel-guest'
  | 'bot'
  | 'app-user'
  | 'admin'
  | 'owner'
  | 'primary-owner'
  | 'deactivated'
  | 'stranger';

export interface SimulatedUser {
  /** The only ID of this person, or the workspace's when there is an `enterpriseId`. */
  readonly id: string;
  /** The Enterprise ID of a person who has two. */
  readonly enterpriseId?: string;
  readonly email?: string;
  /** Further addresses that lead to this person, while the profile shows `email`. */
  readonly aliases?: readonly string[];
  readonly kind?: AccountKind;
  /** Deactivated, whatever the kind. */
  readonly isDeactivated?: boolean;
  /** Slack publishes an active person with one, so it proves nothing. Default: 0 for active accounts. */
  readonly deactivatedTs?: number;
  /** The error code that this user causes in a reset, instead of the one that `kind` implies. */
  readonly refusal?: string;
  /** What a `failed_for_some_users` answer says about this user where its shape has a reason; default: the error code. */
  readonly reason?: string;
  /** The error code of `users.info` about this user, such as `user_not_visible`. */
  readonly accountRefusal?: string;
  /** Default: one desktop, one mobile; none for bots, strangers and the deactivated. */
  readonly sessions?: readonly SimulatedSession[];
  /** Signs in again right after a reset. */
  readonly returns?: boolean;
  /** With `returns`: so long after the reset took effect. */
  readonly returnsAfterMs?: number;
  /** Signs in at these times since the simulator started, each time on a computer. */
  readonly signsInAtMs?: readonly number[];
  /** Sessions never go. */
  readonly sticky?: boolean;
  /** Which listings leave out the sessions of this person. */
  readonly omittedFrom?: 'organization' | 'person' | 'both';
}

const NO_PERSON: ReadonlySet<AccountKind> = new Set(['bot', 'app-user']);

/** Tells whether an account belongs to software. */
export function isSoftware({ kind }: SimulatedUser): boolean {
  return kind !== undefined && NO_PERSON.has(kind);
}

/** Tells whether an account is deactivated from the start. */
export function startsDeactivated({ kind, isDeactivated }: SimulatedUser): boolean {
  return kind === 'deactivated' || isDeactivated === true;
}

/** The ID that Slack recommends for a person: the Enterprise ID where there is one. */
export function enterpriseIdOf({ id, enterpriseId }: SimulatedUser): string {
  return enterpriseId ?? id;
}
