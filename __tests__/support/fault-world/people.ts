import { type Account, drawAccounts } from './accounts.ts';
import type { Random } from './random.ts';

/** How somebody is requested once. */
export interface Asked {
  readonly userId?: string;
  readonly email?: string;
  readonly source: string;
  readonly effectiveMs?: number;
}

/** What a look-up of an address finds; `wrong` is another person, whose address the answer tells. */
export type Found =
  | { readonly kind: 'own' | 'alias' | 'wrong'; readonly account: Account }
  | { readonly kind: 'nobody' | 'no-user' | 'bad-id' };

/** Who is requested, and who they are to Slack. */
export interface People {
  readonly mentions: readonly Asked[];
  readonly accounts: readonly Account[];
  readonly accountOf: ReadonlyMap<string, Account>;
  /** By e-mail address in lower case. */
  readonly emails: ReadonlyMap<string, Found>;
  readonly protectedIds: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many people: mostly few, now and then more than one call holds. */
function drawCount(random: Random): number {
  const sizes = { few: 80, some: 16, dozens: 2.5, many: 0.4, hundreds: 0.7, thousand: 0.15, thousands: 0.25 };
  switch (random.weighted(sizes)) {
    case 'few':
      return random.int(1, 8);
    case 'some':
      return random.int(6, 14);
    case 'dozens':
      return random.int(12, 26);
    case 'many':
      return random.int(20, 64);
    case 'hundreds':
      return random.magnitude(81, 990);
    case 'thousand':
      return random.int(995, 1005);
    case 'thousands':
      return random.int(1001, 3500);
  }
}

function withCase(email: string, random: Random): string {
  return random.chance(0.3) ? email.toUpperCase() : email;
}

function drawFound(account: Account, accounts: readonly Account[], random: Random): Found {
  if (!account.isActive || account.kind === 'nobody') {
    return { kind: 'nobody' };
  }
  const kind = random.weighted({ own: 80, nobody: 8, alias: 4, wrong: 6, 'no-user': 2, 'bad-id': 3 });
  switch (kind) {
    case 'own':
      return { kind, account };
    case 'alias':
    case 'wrong':
      return { kind, account: random.pick(accounts) };
    default:
      return { kind };
  }
}

/** When people became due: hours, months or years ago, or not yet. */
function drawDates(random: Random, nowMs: number): () => { effectiveMs?: number } {
  const futureShare = random.pick([0, 0, 0, 0, 0, 0, 0.3, random.chance(0.2) ? 1 : 0]);
  const pastShare = random.pick([0, 0.1, 0.5, 1]);
  return () => {
    if (random.chance(futureShare)) {
      return { effectiveMs: nowMs + random.int(1, 90_000_000) };
    }
    const agoMs = random.chance(0.3) ? random.int(0, 2 * DAY_MS) : random.int(0, 900) * DAY_MS;
    return random.chance(pastShare) ? { effectiveMs: nowMs - agoMs } : {};
  };
}

/** Draws who is requested, most of them once and by user ID. */
export function drawPeople(random: Random, { nowMs, most }: { nowMs: number; most: number }): People {
  const accounts = drawAccounts(Math.min(most, drawCount(random)), random);
  const emailShare = random.chance(0.35) && accounts.length < 200 ? random.next() : 0;
  const protectedShare = random.chance(0.15) ? 0.2 * random.next() : 0;
  const dateOf = drawDates(random, nowMs);
  const emails = new Map<string, Found>();
  const mentions: Asked[] = [];
  const mention = (who: { userId?: string; email?: string }): void => {
    mentions.push({ ...who, ...dateOf(), source: `user-ids[${mentions.length}]` });
  };
  for (const account of accounts) {
    const { ids, email } = account;
    const isByEmail = random.chance(emailShare);
    if (isByEmail) {
      emails.set(email, drawFound(account, accounts, random));
      mention({ email: withCase(email, random) });
    }
    if (!isByEmail || random.chance(0.15)) {
      mention({ userId: random.pick(ids) });
    }
    if (random.chance(ids.length > 1 ? 0.15 : 0.02)) {
      mention(isByEmail ? { email: withCase(email, random) } : { userId: random.pick(ids) });
    }
  }
  return {
    mentions,
    accounts,
    accountOf: new Map(accounts.flatMap((account) => account.ids.map((id) => [id, account] as const))),
    emails,
    protectedIds: accounts.filter(() => random.chance(protectedShare)).map(({ ids }) => random.pick(ids)),
  };
}
