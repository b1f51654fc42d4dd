import type { AskedPerson } from './persons.ts';
import type { Exchange, ListedSession, Trace, Wait } from './trace.ts';
import type { World } from './world.ts';

/** One listing, as far as it was read: of a person, or of everybody. */
export interface Listing {
  /** Empty for the whole organization's. */
  readonly of: string;
  readonly teamId: string | undefined;
  /** Which look it belongs to: how many pauses came before it. */
  readonly look: number;
  readonly firstIndex: number;
  lastIndex: number;
  pages: number;
  isComplete: boolean;
  next: string | undefined;
  readonly cursors: Set<string>;
  readonly sessions: ListedSession[];
}

/** What a clear answer to a listing shows; nothing else shows anything. */
function pageOf({ meaning }: Exchange): { sessions: readonly ListedSession[]; next: string | undefined } | undefined {
  if (meaning.kind === 'refused' && meaning.code === 'no_active_sessions') {
    return { sessions: [], next: undefined };
  }
  return meaning.kind === 'accepted' ? meaning.page : undefined;
}

/** Waits that are neither for another attempt nor for the end of an earlier rate limit: each begins a new look. */
export function pausesOf(
  { waits, exchanges }: Pick<Trace, 'waits' | 'exchanges'>,
  attemptWaits: ReadonlySet<number>,
): readonly Wait[] {
  const seen = new Set<number>();
  const limits = exchanges.flatMap(({ method, meaning, endMs, retryAfter }) =>
    meaning.kind === 'rate-limited' || retryAfter !== undefined
      ? [{ method, endMs: endMs + 1000 * Math.max(1, retryAfter?.seconds ?? 30) }]
      : [],
  );
  return waits.filter(({ after, startMs, ms }) => {
    const isForAttempt = attemptWaits.has(after) && !seen.has(after);
    seen.add(after);
    // A wait that is cut is followed by no call that would tell which limit it was for.
    const next = exchanges[after]?.method;
    const isForLimit = limits.some(
      ({ method, endMs }) => (next === undefined || next === method) && Math.abs(endMs - startMs - ms) <= 1,
    );
    return !isForAttempt && !isForLimit;
  });
}

/** Every listing of a run, in its order. */
export function listingsOf({ exchanges }: Pick<Trace, 'exchanges'>, pauses: readonly Wait[]): readonly Listing[] {
  const listings: Listing[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    const page = exchange.method === 'list' ? pageOf(exchange) : undefined;
    const open = listings.at(-1);
    if (page === undefined) {
      continue;
    }
    const { subject, teamId, cursor } = exchange;
    const isFurther = cursor !== undefined && open?.of === subject && open.next === cursor && !open.isComplete;
    if (cursor !== undefined && !isFurther) {
      continue;
    }
    const look = pauses.filter(({ after }) => after <= index).length;
    const listing: Listing =
      isFurther && open !== undefined
        ? open
        : {
            ...{ of: subject, teamId, look, firstIndex: index, lastIndex: index, pages: 0 },
            ...{ isComplete: false, next: undefined, cursors: new Set(), sessions: [] },
          };
    listing.lastIndex = index;
    listing.pages += 1;
    listing.sessions.push(...page.sessions);
    listing.isComplete = page.next === undefined;
    listing.next = page.next !== undefined && !listing.cursors.has(page.next) ? page.next : undefined;
    listing.cursors.add(page.next ?? '');
    if (listing !== open) {
      listings.push(listing);
    }
  }
  return listings;
}

/** Whether the reset is to end such a session; one whose device is not told always counts. */
export function isMeant({ device }: ListedSession, kind: World['sessions']): boolean {
  return kind === 'all' || device !== (kind === 'mobile' ? 'computer' : 'mobile');
}

const keyOf = ({ userId, sessionId }: ListedSession): string => `${userId} ${sessionId}`;

/** More than half, and at least 20, of the sessions have vanished. */
function hasVanished(before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): boolean {
  const vanished = [...(before ?? [])].filter((key) => !now.has(key)).length;
  return vanished >= 20 && vanished > (before?.size ?? 0) / 2;
}

/** The complete listings of the organization that can be believed. */
export function plausibleListings(
  listings: readonly Listing[],
  isReset: (id: string) => boolean,
): ReadonlySet<Listing> {
  const plausible = new Set<Listing>();
  let counted: ReadonlySet<string> | undefined;
  let doubted: ReadonlySet<string> | undefined;
  for (const listing of listings.filter(({ of, isComplete }) => of === '' && isComplete)) {
    if (listing.sessions.length === 0) {
      continue;
    }
    const others = new Set(listing.sessions.filter(({ userId }) => !isReset(userId)).map(keyOf));
    if (hasVanished(counted, others) && (doubted === undefined || hasVanished(doubted, others))) {
      doubted = others;
      continue;
    }
    plausible.add(listing);
    counted = others;
    doubted = undefined;
  }
  return plausible;
}

/** What one look shows of a person: a session, none for certain, or nothing. */
export interface Sight {
  readonly look: number;
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly isEmpty: boolean;
  /** Sessions of the kind to be reset, those among them that were gone by the end of the look. */
  readonly sessionIds: readonly number[];
  /** Sessions of other IDs in an answer about this person: the person's second ID, or a mistake. */
  readonly others: number;
}

/** What sights are judged by. */
export interface Surroundings {
  readonly listings: readonly Listing[];
  readonly plausible: ReadonlySet<Listing>;
  readonly kind: World['sessions'];
  /** Where somebody outside of the run has shown that asking singly with a team shows sessions. */
  readonly witnessed: readonly { readonly teamId: string | undefined; readonly at: number }[];
}

/** All looks between two places of the trace that show something of a person. */
export function sightsOf(
  { ids, enterpriseId }: AskedPerson,
  { from, to }: { from: number; to: number },
  around: Surroundings,
): readonly Sight[] {
  const { listings, plausible, kind } = around;
  const own = listings.filter(
    (listing) => listing.firstIndex >= from && listing.firstIndex < to && isAbout(listing, ids),
  );
  // Under a lesser ID Slack may list nobody.
  const isLesser = ({ of }: Listing): boolean => of !== '' && enterpriseId !== undefined && of !== enterpriseId.id;
  const looks = Map.groupBy(own, ({ look }) => look);
  return [...looks].flatMap(([look, parts]) => {
    const lastIndex = Math.max(...parts.map((part) => part.lastIndex));
    const until = Math.max(...listings.filter((listing) => listing.look === look).map((listing) => listing.lastIndex));
    const proof = parts.findLast(
      (part) => !isLesser(part) && isProofOfNone(part, ids, { ...around, plausible, until }),
    );
    // What was seen before a listing that shows all of it may be gone by then.
    const counted = parts.filter((part) => proof === undefined || part.firstIndex >= proof.firstIndex);
    const sessions = counted.flatMap(({ sessions: all }) => all.filter(({ userId }) => ids.has(userId)));
    // Of one other ID, an answer may tell of this person.
    const strangeIn = (some: readonly Listing[]): number =>
      some
        .filter(({ of, sessions: all }) => of !== '' && !all.some(({ userId }) => ids.has(userId)))
        .flatMap((part) => part.sessions)
        .filter((session) => isMeant(session, kind)).length;
    const others = strangeIn(parts);
    const left = sessions.filter((session) => isMeant(session, kind)).length;
    const isEmpty = proof !== undefined && left + strangeIn(counted) === 0;
    const meant = parts.flatMap(({ sessions: all }) =>
      all.filter((session) => ids.has(session.userId) && isMeant(session, kind)),
    );
    const firstIndex = Math.min(...parts.map((part) => part.firstIndex));
    return isEmpty || meant.length + others > 0
      ? [
          {
            look,
            firstIndex,
            lastIndex,
            isEmpty,
            others,
            sessionIds: meant.map(({ sessionId }) => sessionId),
          },
        ]
      : [];
  });
}

/** Whether a listing is about a person; an answer with sessions of several people is about nobody. */
function isAbout({ of, sessions }: Listing, ids: ReadonlySet<string>): boolean {
  const owners = new Set(sessions.map(({ userId }) => userId));
  const isMixed = owners.size > 1 && [...owners].some((owner) => !ids.has(owner));
  return of === '' || (ids.has(of) && !isMixed);
}

/** Whether a listing shows that a person has no session of the kind, by the rules of the contract. */
function isProofOfNone(
  listing: Listing,
  ids: ReadonlySet<string>,
  around: Surroundings & { readonly until: number },
): boolean {
  if (!listing.isComplete) {
    return false;
  }
  if (listing.of === '') {
    return around.plausible.has(listing);
  }
  // Sessions of another kind show that the way of asking works.
  return !isElsewhere(listing, ids, around) && (listing.sessions.length > 0 || isVouchedFor(listing, ids, around));
}

/** Whether pages have shown sessions of the person under a team that answers to this question do not show. */
function isElsewhere(
  { teamId }: Listing,
  ids: ReadonlySet<string>,
  { listings, until }: Surroundings & { readonly until: number },
): boolean {
  const told = listings.filter(({ firstIndex }) => firstIndex <= until);
  const teamsIn = (some: readonly Listing[]): readonly string[] =>
    some.flatMap(({ sessions }) => sessions.flatMap((session) => (ids.has(session.userId) ? session.teamId : [])));
  const shown = new Set([teamId, '', ...teamsIn(told.filter(({ of }) => ids.has(of)))]);
  return teamsIn(told.filter(({ of }) => of === '')).some((team) => !shown.has(team));
}

/** An empty answer about one person counts only with proof that asking in this way shows sessions at all. */
function isVouchedFor(
  listing: Listing,
  ids: ReadonlySet<string>,
  { listings, plausible, until, witnessed }: Surroundings & { readonly until: number },
): boolean {
  const hasShown = listings.some(
    ({ of, sessions, lastIndex }) =>
      ids.has(of) && sessions.some(({ userId }) => ids.has(userId)) && lastIndex < listing.firstIndex,
  );
  const isConfirmed = listings.some(
    (other) =>
      other.look === listing.look && plausible.has(other) && !other.sessions.some(({ userId }) => ids.has(userId)),
  );
  return hasShown || isConfirmed || witnessed.some(({ teamId, at }) => teamId === listing.teamId && at <= until);
}

/** Finds witnesses: people of whom a listing of everybody and one of their own show the same session. */
export function findWitnesses(listings: readonly Listing[]): Surroundings['witnessed'] {
  return listings.flatMap(({ of, teamId, sessions, lastIndex }) => {
    if (of === '') {
      return [];
    }
    const pages = listings.filter((other) => other.of === '' && other.firstIndex < lastIndex);
    const shown = pages.flatMap((page) => page.sessions.filter(({ userId }) => userId === of));
    const isOfTeam = shown.every((session) => session.teamId === teamId);
    const isSame = shown.some((session) => sessions.some(({ sessionId }) => sessionId === session.sessionId));
    return isOfTeam && isSame ? [{ teamId, at: lastIndex }] : [];
  });
}
