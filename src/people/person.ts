import { emailKey } from './email.ts';
import type { Mention } from './mention.ts';

/** A person requested, once, however often they were mentioned. */
export interface Person extends Mention {
  /** Why the person is not sent. */
  readonly hold?: 'not_due' | 'protected_user';
}

/** What makes two mentions the same person: the user ID, else the e-mail address whatever its spelling. */
export function identityOf({ userId, email }: Pick<Mention, 'userId' | 'email'>): string {
  return userId ?? (email === undefined ? '' : emailKey(email));
}

/** Makes one of two mentions of the same person: where the first was requested, due as soon as either is. */
export function mergeMentions(first: Mention, second: Mention): Mention {
  const { effectiveMs: firstMs, ...rest } = first;
  const ticket = first.ticket ?? second.ticket;
  const effectiveMs = earliest(firstMs, second.effectiveMs);
  return {
    ...rest,
    ...(effectiveMs === undefined ? {} : { effectiveMs }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}

/** An absent moment means at once, so it is the earliest of all. */
function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.min(a, b);
}
