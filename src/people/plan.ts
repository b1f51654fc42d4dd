import { type Email, emailKey } from './email.ts';
import type { Mention } from './mention.ts';
import type { Problem } from './problem.ts';
import type { UserId } from './user-id.ts';

/** A person asked for, once, however often they were mentioned. */
export interface Person {
  /** Absent when the person is known by e-mail address only, and was not (or could not be) looked up. */
  readonly userId?: UserId;
  readonly email?: Email;
  /** Where the person was asked for first, without personal data. */
  readonly source: string;
  readonly ticket?: string;
  /** When the person becomes due, in ms since the epoch; absent means at once. */
  readonly effectiveMs?: number;
  /** Why the person is not sent. */
  readonly hold?: 'not_due' | 'protected_user';
}

/** Who is asked for and who of them is sent. */
export interface Plan {
  /** Everybody, once each, in the order asked. */
  readonly people: readonly Person[];
  /** Those to send, in the order asked. */
  readonly due: readonly Person[];
  readonly warnings: readonly Problem[];
}

/**
 * Makes one person of all mentions of the same person and decides who is sent. Somebody mentioned twice is due as
 * soon as one of the mentions is.
 *
 * @param nowMs - what is past or now is due
 */
export function makePlan(
  mentions: readonly Mention[],
  { nowMs, protectedUserIds }: { nowMs: number; protectedUserIds: ReadonlySet<UserId> },
): Plan {
  const byIdentity = new Map<string, Mention>();
  const warnings: Problem[] = [];
  for (const mention of mentions) {
    const identity = identityOf(mention);
    const first = byIdentity.get(identity);
    byIdentity.set(identity, first === undefined ? mention : merge(first, mention));
    const place = first === undefined ? undefined : placeInRoster(mention);
    if (first !== undefined && place !== undefined && placeInRoster(first) !== undefined) {
      warnings.push({ message: `${mention.source}: the same person as in ${first.source}`, ...place });
    }
  }
  const people = [...byIdentity.values()].map((mention): Person => {
    const hold = holdOf(mention, { nowMs, protectedUserIds });
    return hold === undefined ? mention : { ...mention, hold };
  });
  return { people, due: people.filter((person) => person.hold === undefined), warnings };
}

/** What makes two mentions the same person: the user ID, else the e-mail address whatever its case. */
export function identityOf({ userId, email }: Mention): string {
  return userId ?? (email === undefined ? '' : emailKey(email));
}

function merge(first: Mention, second: Mention): Mention {
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

function holdOf(
  { userId, effectiveMs }: Mention,
  { nowMs, protectedUserIds }: { nowMs: number; protectedUserIds: ReadonlySet<UserId> },
): Person['hold'] {
  if (effectiveMs !== undefined && effectiveMs > nowMs) {
    return 'not_due';
  }
  return userId !== undefined && protectedUserIds.has(userId) ? 'protected_user' : undefined;
}

function placeInRoster({ source }: Mention): { file: string; line: number } | undefined {
  const [, file, line] = /^(.+):(\d+)$/.exec(source) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Says why a plan is refused as a whole for its size, if it is. */
export function checkSize(plan: Plan, maxUsers: number): Problem | undefined {
  const { length } = plan.due;
  if (length <= maxUsers) {
    return undefined;
  }
  return {
    message:
      `"max-users" is ${maxUsers}, but ${length} distinct people are due: nobody was sent. ` +
      'If that many are meant, raise "max-users" (at most 1000000).',
  };
}
