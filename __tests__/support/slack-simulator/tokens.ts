import { type SimulatorSettings, type TokenOptions, toSettings } from './options.ts';
import { createOrganization, type Organization } from './organization.ts';
import type { SimulatedUser } from './people.ts';

/** A further token, of this organization or of another one. */
export interface SimulatedToken extends TokenOptions {
  readonly token: string;
  /** The people of the other organization, where `orgId` names one. */
  readonly users?: readonly (SimulatedUser | string)[];
}

/** What a token sees: its own settings, and the organization it belongs to. */
export interface TokenView {
  readonly settings: SimulatorSettings;
  readonly organization: Organization;
}

/** The view of every token that the simulator accepts, by the token; the first is the main one's. */
export function createTokenViews(main: TokenView, nowMs: () => number): ReadonlyMap<string, TokenView> {
  const { settings } = main;
  const organizations = new Map([[settings.orgId, main.organization]]);
  const views = new Map([[settings.token, main]]);
  for (const other of settings.otherTokens) {
    const isEnterprise = other.isEnterprise ?? settings.isEnterprise;
    const own = toSettings({ ...settings, isEnterpriseInstall: isEnterprise, users: [], ...other });
    const organization = organizations.get(own.orgId) ?? createOrganization(own, nowMs);
    organizations.set(own.orgId, organization);
    views.set(other.token, { settings: own, organization });
  }
  return views;
}
