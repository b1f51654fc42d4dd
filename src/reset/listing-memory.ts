import { parseUserId, type UserId } from '../people/user-id.ts';
import { formatCount } from '../people/wording.ts';
import type { Session } from '../slack/sessions.ts';
import { type Entry, hasId } from './entry.ts';
import type { Ledger } from './ledger.ts';

/** A person for whom the organization's listing showed sessions under the team used for single listings. */
interface Witness {
  readonly userId: UserId;
  readonly sessionIds: readonly string[];
}

/** From this many sessions on, a listing that has lost more than half of them is not believed. */
const MIN_VANISHED = 20;
const MAX_VANISHED_SHARE = 0.5;
/** Enough to find one witness among them. */
const MAX_REMEMBERED = 50;

/** What the listings of a run have shown, as far as later ones are judged by it. */
export class ListingMemory {
  readonly #ledger: Ledger;
  readonly #shown = new Set<string>();
  readonly #shownSingly = new Set<Entry>();
  /** Teams under which pages showed sessions of people in this run. */
  readonly #teams = new Map<string, Set<string>>();
  /** Those under which answers about a person alone did. */
  readonly #singleTeams = new Map<string, Set<string>>();
  /** Teams under which pages showed sessions of anybody. */
  readonly #allTeams = new Set<string>();
  /** People whose sessions a complete listing left out while a question about them alone showed some. */
  readonly #leftOut = new Set<Entry>();
  readonly #witnesses = new Map<string, Session[]>();
  readonly #dropped = new Set<string>();
  /** Sessions of people who are not reset: in the last listing that counted, and in one that was not believed. */
  #counted: ReadonlySet<string> | undefined;
  #doubted: ReadonlySet<string> | undefined;
  /** Pages of the whole organization's listing, once it was read to its end. */
  pages: number | undefined;
  /** How many pages were read without reaching the end. */
  pagesInVain = 0;
  /** The most pages that one reading of that listing has shown, to its end or not. */
  mostPages = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Whether a listing has shown a session under an ID. */
  hasShown(userId: string): boolean {
    return this.#shown.has(userId);
  }

  /** Whether asking about this person alone has shown a session before. */
  hasShownSingly(entry: Entry): boolean {
    return this.#shownSingly.has(entry);
  }

  /** Whether pages have shown sessions of this person under a team that asking with this one does not show. */
  isElsewhere({ userIds }: Entry, teamId: string | undefined): boolean {
    const ids = [...userIds];
    const shown = new Set(ids.flatMap((id) => [...(this.#singleTeams.get(id) ?? [])]));
    const teams = ids.flatMap((id) => [...(this.#teams.get(id) ?? [])]);
    return teams.some((team) => team !== '' && team !== teamId && !shown.has(team));
  }

  /** Whether pages have shown anybody's session under another team: then asking with this one may leave people out. */
  hasOtherTeams(teamId: string | undefined): boolean {
    return [...this.#allTeams].some((team) => team !== '' && team !== teamId);
  }

  /** Remembers people whose sessions the organization's listing leaves out. */
  noteLeftOut(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#leftOut.add(entry);
    }
  }

  /** Whether the organization's listing has left out this person's sessions. */
  isLeftOut(entry: Entry): boolean {
    return this.#leftOut.has(entry);
  }

  /** Whether an ID belongs to a person requested in this run. */
  isOfRun(userId: string): boolean {
    return this.#ledger.get(userId) !== undefined;
  }

  /** Takes in the answer about one person. */
  noteSingle(entry: Entry, sessions: readonly Session[]): void {
    if (sessions.some(({ userId }) => hasId(entry, userId))) {
      this.#shownSingly.add(entry);
    }
    for (const { userId, teamId } of sessions) {
      this.#shown.add(userId);
      addTo(this.#singleTeams, userId, teamId);
    }
  }

  /** Takes in a page of the organization's listing, counted from 1. */
  notePage(sessions: readonly Session[], page: number): void {
    this.mostPages = Math.max(this.mostPages, page);
    for (const session of sessions) {
      const { userId } = session;
      this.#allTeams.add(session.teamId);
      if (this.isOfRun(userId)) {
        this.#shown.add(userId);
        addTo(this.#teams, userId, session.teamId);
        continue;
      }
      const known = this.#witnesses.get(userId);
      if (known !== undefined) {
        known.push(session);
      } else if (this.#witnesses.size < MAX_REMEMBERED && !this.#dropped.has(userId)) {
        this.#witnesses.set(userId, [session]);
      }
    }
  }

  /**
   * Judges a complete listing of the organization.
   *
   * @returns why it says nothing, in words; `undefined` when it counts
   */
  judge(sessions: readonly Session[], pages: number): string | undefined {
    if (sessions.length === 0) {
      return 'an organization without any session is not plausible';
    }
    this.pages = pages;
    const others = new Set(sessions.filter(({ userId }) => !this.isOfRun(userId)).map(toKey));
    const vanished = countVanished(this.#counted, others);
    const isAgreed = this.#doubted !== undefined && agree(this.#doubted, others);
    if (isTooMany(this.#counted, others) && !isAgreed) {
      this.#doubted = others;
      return `${formatCount(vanished, 'session')} of people who were not reset ${vanished === 1 ? 'has' : 'have'} vanished`;
    }
    this.#counted = others;
    this.#doubted = undefined;
    return undefined;
  }

  /** Whether a page has shown a person who can be a witness for this team. */
  hasWitnesses(teamId: string): boolean {
    return this.witnesses(teamId, 1).length > 0;
  }

  /** People whose sessions all carry this team. */
  witnesses(teamId: string, most: number): readonly Witness[] {
    const suited = [...this.#witnesses].filter(([, sessions]) =>
      sessions.every((session) => session.teamId === teamId),
    );
    return suited.slice(0, most).flatMap(([id, sessions]) => {
      const parsed = parseUserId(id);
      return parsed.ok ? [{ userId: parsed.userId, sessionIds: sessions.map(({ sessionId }) => sessionId) }] : [];
    });
  }

  /** Forgets a person who could not be a witness. */
  dropWitness(userId: string): void {
    this.#witnesses.delete(userId);
    this.#dropped.add(userId);
  }
}

function addTo(teams: Map<string, Set<string>>, userId: string, teamId: string): void {
  teams.set(userId, (teams.get(userId) ?? new Set()).add(teamId));
}

function toKey({ userId, sessionId }: Session): string {
  return `${userId} ${sessionId}`;
}

function countVanished(before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): number {
  return before === undefined ? 0 : [...before].filter((key) => !now.has(key)).length;
}

/** Whether two listings agree: most of each is in the other. */
function agree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const share = MAX_VANISHED_SHARE;
  return countVanished(one, other) <= one.size * share && countVanished(other, one) <= other.size * share;
}

function isTooMany(before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): boolean {
  const vanished = countVanished(before, now);
  return vanished >= MIN_VANISHED && vanished > (before?.size ?? 0) * MAX_VANISHED_SHARE;
}
