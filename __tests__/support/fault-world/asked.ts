import type { Asked } from './people.ts';
import { START_MS, type World } from './world.ts';

/** Somebody who must have one outcome. */
export interface AskedPerson {
  readonly userId: string | undefined;
  /** In lower case; of somebody who was not found. */
  readonly email: string | undefined;
  readonly hold: 'not_due' | 'protected_user' | undefined;
}

/** Everybody asked for, once each, in the order asked, given whom the look-ups found. */
export function askedPeople({ people }: World, foundIds: ReadonlyMap<string, string>): readonly AskedPerson[] {
  const identify = ({ userId, email }: Asked): Pick<AskedPerson, 'userId' | 'email'> => {
    const id = userId ?? foundIds.get(email?.toLowerCase() ?? '');
    return id === undefined ? { userId: undefined, email: email?.toLowerCase() } : { userId: id, email: undefined };
  };
  const groups = Map.groupBy(people.mentions, (mention) => {
    const { userId, email } = identify(mention);
    return userId ?? email;
  });
  const protectedIds = new Set(people.protectedIds);
  return [...groups.values()].flatMap((mentions) => {
    const [first] = mentions;
    if (first === undefined) {
      return [];
    }
    const who = identify(first);
    const isDue = mentions.some(({ effectiveMs }) => effectiveMs === undefined || effectiveMs <= START_MS);
    const isProtected = who.userId !== undefined && protectedIds.has(who.userId);
    return [{ ...who, hold: isDue ? (isProtected ? 'protected_user' : undefined) : 'not_due' }];
  });
}
