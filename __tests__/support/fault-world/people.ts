import { INVALID, NOT_STARTED, PER_USER, SOME_FAILED } from './codes.ts';
import type { Random } from './random.ts';

/** How somebody is asked for once. */
export interface Asked {
  readonly userId?: string;
  readonly email?: string;
  readonly source: string;
  readonly effectiveMs?: number;
}

/** Whom Slack knows for an e-mail address: a user ID, nobody, or an answer that makes no sense. */
export type Found = { readonly userId: string } | 'nobody' | 'no-user' | 'bad-id';

/** Who is asked for, and what Slack thinks of them. */
export interface People {
  readonly mentions: readonly Asked[];
  /** Slack's code for each person it does not reset. */
  readonly refusals: ReadonlyMap<string, string>;
  /** By e-mail address in lower case. */
  readonly emails: ReadonlyMap<string, Found>;
  readonly protectedIds: readonly string[];
}

const REFUSALS = {
  ...Object.fromEntries(PER_USER.map((code) => [code, 3])),
  [SOME_FAILED]: 6,
  [NOT_STARTED]: 2,
  [INVALID]: 1,
};

/** IDs of every length that occurs, never two alike; the first digit keeps them from being words. */
export function drawIds(count: number, random: Random): string[] {
  const isLong = random.chance(0.8) || count > 300;
  const ids = Array.from({ length: count }, (_, index) => {
    const tail = index.toString(36).toUpperCase().padStart(2, '0');
    const extra = isLong
      ? random
          .int(36 ** 5, 36 ** 8)
          .toString(36)
          .toUpperCase()
      : '';
    return `${random.pick(['U', 'W'])}${extra}${random.int(0, 9)}${tail}`;
  });
  return [...new Set(ids)];
}

/** How many people: mostly few, now and then more than one call holds. */
export function drawCount(random: Random): number {
  const sizes = { few: 72, dozens: 24, hundreds: 3, thousand: 0.5, thousands: 0.7 };
  switch (random.weighted(sizes)) {
    case 'few':
      return random.int(1, 12);
    case 'dozens':
      return random.int(5, 60);
    case 'hundreds':
      return random.magnitude(81, 990);
    case 'thousand':
      return random.int(995, 1005);
    case 'thousands':
      return random.int(1001, 3500);
  }
}

function drawRefused(ids: readonly string[], random: Random): readonly string[] {
  const mostly = ids.length > 150 ? Math.ceil(ids.length / 12) : ids.length;
  switch (random.weighted({ none: 25, scattered: 45, clustered: 20, all: ids.length > 150 ? 0.5 : 7 })) {
    case 'none':
      return [];
    case 'scattered':
      return random.shuffle(ids).slice(0, random.magnitude(1, mostly));
    case 'clustered': {
      const size = random.magnitude(1, mostly);
      const from = random.int(0, Math.max(0, ids.length - size));
      return ids.slice(from, from + size);
    }
    case 'all':
      return ids;
  }
}

function drawRefusals(ids: readonly string[], random: Random): ReadonlyMap<string, string> {
  const only = random.chance(0.5) ? random.weighted(REFUSALS) : undefined;
  return new Map(drawRefused(ids, random).map((id) => [id, only ?? random.weighted(REFUSALS)]));
}

function withCase(email: string, random: Random): string {
  return random.chance(0.3) ? email.toUpperCase() : email;
}

function drawFound(userId: string, ids: readonly string[], random: Random): Found {
  switch (random.weighted({ own: 80, nobody: 10, other: 5, 'no-user': 2, 'bad-id': 3 })) {
    case 'own':
      return { userId };
    case 'other':
      return { userId: random.pick(ids) };
    case 'nobody':
      return 'nobody';
    case 'no-user':
      return 'no-user';
    case 'bad-id':
      return 'bad-id';
  }
}

/** Draws who is asked for, most of them once and by user ID. */
export function drawPeople(random: Random, { nowMs, most }: { nowMs: number; most: number }): People {
  const ids = drawIds(Math.min(most, drawCount(random)), random);
  const emailShare = random.chance(0.3) && ids.length < 200 ? random.next() : 0;
  const futureShare = random.weighted({ none: 85, some: 12, all: 3 });
  const protectedShare = random.chance(0.15) ? 0.2 * random.next() : 0;
  const emails = new Map<string, Found>();
  const mentions: Asked[] = [];
  const mention = (who: { userId?: string; email?: string }): void => {
    const isLater = futureShare === 'all' || (futureShare === 'some' && random.chance(0.3));
    const effective = isLater ? { effectiveMs: nowMs + random.int(1, 90_000_000) } : {};
    const past = !isLater && random.chance(0.1) ? { effectiveMs: nowMs - random.int(0, 90_000_000) } : {};
    mentions.push({ ...who, ...effective, ...past, source: `user-ids[${mentions.length}]` });
  };
  for (const [index, userId] of ids.entries()) {
    const email = `person.${index}@example.com`;
    const isByEmail = random.chance(emailShare);
    if (isByEmail) {
      emails.set(email, drawFound(userId, ids, random));
      mention({ email: withCase(email, random) });
    }
    if (!isByEmail || random.chance(0.1)) {
      mention({ userId });
    }
    if (random.chance(0.02)) {
      mention(isByEmail ? { email: withCase(email, random) } : { userId: random.pick(ids) });
    }
  }
  const protectedIds = ids.filter(() => random.chance(protectedShare));
  return { mentions, refusals: drawRefusals(ids, random), emails, protectedIds };
}
