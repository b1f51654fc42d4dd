import { INVALID, NOT_STARTED, PER_USER, SOME_FAILED } from './codes.ts';
import type { Random } from './random.ts';

/** What an account is. `nobody`: Slack has no such account. */
export type AccountKind = 'member' | 'bot' | 'app' | 'primary-owner' | 'foreign' | 'nobody';

/** A person as Slack has them. */
export interface Account {
  /** The Enterprise ID first; a second one is that of a workspace. */
  readonly ids: readonly string[];
  readonly email: string;
  readonly kind: AccountKind;
  readonly isActive: boolean;
  /** Slack's code when it does not reset the person. */
  readonly refusal: string | undefined;
}

const REFUSALS = {
  ...Object.fromEntries(PER_USER.map((code) => [code, 3])),
  [SOME_FAILED]: 6,
  [NOT_STARTED]: 2,
  [INVALID]: 1,
};

/** IDs of every length that occurs, never two alike; the first digit keeps them from being words. */
export function drawIds(count: number, random: Random, isListed = random.chance(0.5)): string[] {
  const isLong = random.chance(0.8) || count > 300;
  const ids = Array.from({ length: count }, (_, index) => {
    const tail = index.toString(36).toUpperCase().padStart(2, '0');
    const extra = isLong
      ? random
          .int(36 ** 5, 36 ** 8)
          .toString(36)
          .toUpperCase()
      : '';
    return `${isListed ? 'W' : random.pick(['U', 'W'])}${extra}${random.int(0, 9)}${tail}`;
  });
  return [...new Set(ids)];
}

function drawRefused(count: number, random: Random): ReadonlySet<number> {
  const all = Array.from({ length: count }, (_, index) => index);
  const mostly = count > 150 ? Math.ceil(count / 12) : count;
  switch (random.weighted({ none: 25, scattered: 45, clustered: 20, all: count > 150 ? 0.5 : 7 })) {
    case 'none':
      return new Set();
    case 'scattered':
      return new Set(random.shuffle(all).slice(0, random.magnitude(1, mostly)));
    case 'clustered': {
      const size = random.magnitude(1, mostly);
      const from = random.int(0, Math.max(0, count - size));
      return new Set(all.slice(from, from + size));
    }
    case 'all':
      return new Set(all);
  }
}

function drawKind(random: Random): AccountKind {
  return random.weighted({ member: 10, bot: 2, app: 1, 'primary-owner': 1, foreign: 1, nobody: 2 });
}

function refusalOf(kind: AccountKind): string | undefined {
  switch (kind) {
    case 'member':
      return undefined;
    case 'bot':
    case 'app':
      return 'cannot_reset_bot';
    case 'primary-owner':
      return 'cannot_reset_primary_owner';
    case 'foreign':
    case 'nobody':
      return 'user_not_found';
  }
}

/** Draws people, most of them with one ID and nothing special about them. */
export function drawAccounts(count: number, random: Random): readonly Account[] {
  const ids = drawIds(count, random);
  const refused = drawRefused(ids.length, random);
  const only = random.chance(0.5) ? random.weighted(REFUSALS) : undefined;
  const oddShare = random.chance(0.75) ? 0 : random.next() * 0.4;
  const goneShare = random.chance(0.7) ? 0 : random.next() * 0.5;
  const twiceShare = random.chance(0.7) ? 0 : random.next();
  return ids.map((id, index) => {
    const kind = random.chance(oddShare) ? drawKind(random) : 'member';
    const isActive = !random.chance(goneShare);
    const own = refused.has(index) ? (only ?? random.weighted(REFUSALS)) : undefined;
    const gone = isActive ? undefined : random.pick([undefined, 'user_not_found', 'user_not_found', 'users_not_found']);
    const isTwice = random.chance(twiceShare);
    return {
      ids: isTwice ? [`W${id.slice(1)}2`, `U${id.slice(1)}1`] : [id],
      email: `person.${index}@example.com`,
      kind,
      isActive,
      refusal: refusalOf(kind) ?? gone ?? own,
    };
  });
}
