import type { Mention } from './mention.ts';
import { identityOf, mergeMentions, type Person } from './person.ts';
import type { Problem } from './problem.ts';
import type { UserId } from './user-id.ts';
import { formatCount } from './wording.ts';

/** Who is requested and who of them is due. */
export interface Plan {
  /** Everybody, once each, in input order. */
  readonly people: readonly Person[];
  /** Those who are neither held back nor ahead of their date, in input order. */
  readonly due: readonly Person[];
  readonly warnings: readonly Problem[];
}

/**
 * Makes one person of all mentions of the same person and decides who is sent. A person mentioned twice is due
 * as soon as one of the mentions is.
 *
 * @param nowMs - dates up to this moment are due
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
    byIdentity.set(identity, first === undefined ? mention : mergeMentions(first, mention));
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

function holdOf(
  { userId, effectiveMs }: Mention,
  { nowMs, protectedUserIds }: { nowMs: number; protectedUserIds: ReadonlySet<UserId> },
): Person['hold'] {
  if (effectiveMs !== undefined && effectiveMs > nowMs) {
    return 'not_due';
  }
  return userId !== undefined && protectedUserIds.has(userId) ? 'protected_user' : undefined;
}

/** The place of a mention in a roster file, if it came from one. */
export function placeInRoster({ source }: Pick<Mention, 'source'>): { file: string; line: number } | undefined {
  const [, file, line] = /^(.+):(\d+)$/.exec(source) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Says why a run is refused as a whole for its size. */
export function tooManyPeople(people: number, maxUsers: number): Problem {
  return {
    message:
      `"max-users" is ${maxUsers}, but ${people} distinct people would be sent. ` +
      'If that many are intended, raise "max-users" (at most 1000000).',
  };
}

/** Says how many user IDs are protected, and how far that goes. */
export function describeProtection(count: number, knowsBothIds: boolean): string {
  const limit =
    knowsBothIds || count === 0 ? '' : '; without "check-accounts", an ID given directly is compared as it is';
  return `${formatCount(count, 'user ID')} protected${limit}.`;
}
