import type { Expected } from './expected.ts';
import type { Asked, People } from './people.ts';
import type { AccountAnswer, Exchange } from './trace.ts';
import { START_MS, type World } from './world.ts';

/** Somebody who must have one result: everything that was requested of one person, and is known to be so. */
export interface AskedPerson {
  /** Requested, or told by an answer. */
  readonly ids: ReadonlySet<string>;
  /** In lower case. */
  readonly emails: ReadonlySet<string>;
  readonly source: string;
  readonly hold: 'not_due' | 'protected_user' | undefined;
  /** For how long the person has been due, in days; undefined where one mention has a date and another none. */
  readonly dueDays: number | undefined;
  /** The Enterprise ID, once an answer told it, and the place of that answer. */
  readonly enterpriseId: { readonly id: string; readonly from: number } | undefined;
  /** What the last answer about the account said. */
  readonly isDeactivated: boolean | undefined;
  /** Found among deactivated members, by address only. */
  readonly isFoundGone: boolean;
  /** Places of answers that said that the account is of a kind that Slack refuses, or unknown. */
  readonly oddFrom: number;
  readonly goneFrom: number;
  /** `users.info` has answered for an ID and named no other Enterprise ID. */
  readonly knownIds: ReadonlySet<string>;
}

/** That two keys, IDs or addresses, are one person's, as told by the answer at this place. */
interface Link {
  readonly from: number;
  readonly keys: readonly string[];
  readonly account?: AccountAnswer | undefined;
  readonly isMember?: boolean;
  readonly isInfo?: boolean;
}

function keyOf({ userId, email }: Pick<Asked, 'userId' | 'email'>): string {
  return userId ?? email?.toLowerCase() ?? '';
}

/** Everything that answers tell about who is who. */
function linksOf(exchanges: readonly Exchange[], missing: ReadonlySet<string>): readonly Link[] {
  return exchanges.flatMap(({ method, subject, meaning }, from): Link[] => {
    if (meaning.kind !== 'accepted') {
      return [];
    }
    const { account, memberPage } = meaning;
    if (method === 'members') {
      const found = memberPage?.members.filter(({ email }) => missing.has(email)) ?? [];
      return found.map(({ email, userId }) => ({ from, keys: [email, userId], isMember: true }));
    }
    if (account === undefined || (method !== 'lookup' && method !== 'info')) {
      return [];
    }
    const isRight =
      method === 'lookup' ? (account.email ?? subject).toLowerCase() === subject : account.ids.includes(subject);
    return isRight ? [{ from, keys: [subject, ...account.ids], account, isInfo: method === 'info' }] : [];
  });
}

/** Groups keys that belong together. */
function join(keys: readonly string[], links: readonly Link[]): (key: string) => string {
  const parents = new Map<string, string>(keys.map((key) => [key, key]));
  const rootOf = (key: string): string => {
    const parent = parents.get(key) ?? key;
    return parent === key ? key : rootOf(parent);
  };
  for (const { keys: linked } of links) {
    const [first = '', ...others] = linked;
    for (const other of others) {
      parents.set(rootOf(other), rootOf(first));
    }
  }
  return rootOf;
}

function dueDaysOf(mentions: readonly Asked[]): number | undefined {
  const dates = mentions.flatMap(({ effectiveMs }) => effectiveMs ?? []);
  if (dates.length === 0) {
    return 0;
  }
  return dates.length < mentions.length ? undefined : (START_MS - Math.min(...dates)) / 86_400_000;
}

function holdOf(mentions: readonly Asked[], ids: Iterable<string>, { protectedIds }: People): AskedPerson['hold'] {
  const isDue = mentions.some(({ effectiveMs }) => effectiveMs === undefined || effectiveMs <= START_MS);
  if (!isDue) {
    return 'not_due';
  }
  return protectedIds.some((id) => new Set(ids).has(id)) ? 'protected_user' : undefined;
}

/** Everybody requested, once each, in input order, by what the answers before this place tell. */
export function personsAt(
  { people }: Pick<World, 'people'>,
  {
    exchanges,
    lookUps,
    before = Number.POSITIVE_INFINITY,
  }: Pick<Expected, 'lookUps'> & { exchanges: readonly Exchange[]; before?: number },
): readonly AskedPerson[] {
  const missing = new Set(
    [...lookUps].flatMap(([email, end]) => (end !== 'found' && end.errors.has('users_not_found') ? email : [])),
  );
  const links = linksOf(exchanges, missing).filter(({ from }) => from < before);
  const rootOf = join(people.mentions.map(keyOf), links);
  const linksByRoot = Map.groupBy(links, ({ keys: [first = ''] }) => rootOf(first));
  const odd = new Map<string, number>();
  for (const [from, { method, subject, meaning }] of exchanges.entries()) {
    const isUnknown = meaning.kind === 'refused' && ['user_not_found', 'user_not_visible'].includes(meaning.code);
    if (method === 'info' && isUnknown && from < before) {
      odd.set(rootOf(subject), Math.min(from, odd.get(rootOf(subject)) ?? from));
    }
  }
  const groups = Map.groupBy(people.mentions, (mention) => rootOf(keyOf(mention)));
  return [...groups].map(([root, mentions]) => {
    const own = linksByRoot.get(root) ?? [];
    return toPerson(mentions, own, { people, oddFrom: odd.get(root) });
  });
}

function toPerson(
  mentions: readonly Asked[],
  links: readonly Link[],
  { people, oddFrom }: { people: People; oddFrom: number | undefined },
): AskedPerson {
  const keys = [...mentions.map(keyOf), ...links.flatMap((link) => link.keys)];
  const ids = new Set(keys.filter((key) => !key.includes('@')));
  const told = links.filter(({ account }) => account !== undefined && account.ids.length > 1);
  const [enterprise] = told;
  const info = links.filter(({ isInfo }) => isInfo);
  const odd = info.filter(({ account }) => account?.isOdd === true).map(({ from }) => from);
  const gone = info.filter(({ account }) => account?.isDeactivated === true).map(({ from }) => from);
  const isMember = links.some((link) => link.isMember === true);
  const isGone = isMember || info.at(-1)?.account?.isDeactivated === true;
  return {
    ids,
    emails: new Set(keys.filter((key) => key.includes('@'))),
    source: mentions[0]?.source ?? '',
    hold: holdOf(mentions, ids, people),
    dueDays: dueDaysOf(mentions),
    enterpriseId: enterprise && { id: enterprise.account?.ids[0] ?? '', from: enterprise.from },
    isDeactivated: isMember || info.at(-1)?.account?.isDeactivated,
    isFoundGone: isMember,
    // Whoever is known after all is not unknown.
    oddFrom: Math.min((info.length === 0 ? oddFrom : undefined) ?? Number.POSITIVE_INFINITY, ...odd),
    goneFrom: isGone
      ? Math.min(...gone, ...links.flatMap((link) => (link.isMember ? link.from : [])))
      : Number.POSITIVE_INFINITY,
    knownIds: new Set(info.flatMap(({ account, keys: [asked = ''] }) => (account?.ids[0] === asked ? asked : []))),
  };
}
