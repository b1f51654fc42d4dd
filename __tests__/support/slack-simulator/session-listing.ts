import type { SimulatorSettings } from './options.ts';
import { type Account, listedSessionsOf, type Organization } from './organization.ts';
import type { SimulatedSession } from './people.ts';

export interface ListedSession {
  readonly account: Account;
  readonly session: SimulatedSession;
}

export interface SessionPage {
  readonly items: readonly ListedSession[];
  /** Empty on the last page, as Slack has it. */
  readonly nextCursor: string;
}

export interface PageRequest {
  /** Absent: the whole organization. */
  readonly account?: Account | undefined;
  readonly cursor: string;
  readonly limit: number;
}

/** Where a page begins, and what its listing is like; this is what the cursor holds. */
interface Start {
  readonly index: number;
  readonly sessionId: number;
  readonly page: number;
  /** How many sessions the rest of this listing may hold. */
  readonly left: number;
}

function toCursor({ index, sessionId, page, left }: Start): string {
  return Buffer.from([index, sessionId, page, left].join(':')).toString('base64');
}

function parseCursor(cursor: string): Start | undefined {
  const match = /^(\d+):(\d+):(\d+):(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  const [index = 0, sessionId = 0, page = 1, left = 0] = (match ?? []).slice(1).map(Number);
  return match === null ? undefined : { index, sessionId, page, left };
}

/** Lists sessions page by page, with the faults that the settings ask for. */
export class SessionListing {
  #listingsBegun = 0;
  readonly #organization: Organization;
  readonly #nowMs: () => number;

  constructor(organization: Organization, nowMs: () => number) {
    this.#organization = organization;
    this.#nowMs = nowMs;
  }

  /** Returns a page, and undefined when the cursor is not one of ours. */
  page({ account, cursor, limit }: PageRequest, settings: SimulatorSettings): SessionPage | undefined {
    const start = cursor === '' ? this.#begin(account, settings) : parseCursor(cursor);
    if (start === undefined) {
      return undefined;
    }
    const most = Math.min(limit, start.left);
    const { items, next } = this.#collect(account, { start, most }, settings);
    const left = start.left - items.length;
    const isCut = start.page >= (settings.listing.cutAfterPages ?? Number.POSITIVE_INFINITY) || left === 0;
    if (next === undefined || isCut) {
      return { items, nextCursor: '' };
    }
    const repeats = settings.listing.repeatsCursor === true && cursor !== '';
    return { items, nextCursor: repeats ? cursor : toCursor({ ...next, page: start.page + 1, left }) };
  }

  #begin(account: Account | undefined, { listing }: SimulatorSettings): Start {
    const begun = this.#listingsBegun;
    this.#listingsBegun += account === undefined ? 1 : 0;
    const shrinks = account === undefined && listing.shrinks !== undefined && begun >= listing.shrinks.afterListings;
    const left = shrinks ? (listing.shrinks?.toSessions ?? 0) : Number.MAX_SAFE_INTEGER;
    return { index: account?.index ?? 0, sessionId: 0, page: 1, left };
  }

  #collect(
    only: Account | undefined,
    { start, most }: { start: Start; most: number },
    settings: SimulatorSettings,
  ): { items: readonly ListedSession[]; next?: Pick<Start, 'index' | 'sessionId'> } {
    const items: ListedSession[] = [];
    const touched = new Set<Account>(only === undefined ? [] : [only]);
    const { accounts } = this.#organization;
    const end = only === undefined ? accounts.length : start.index + 1;
    let next: Pick<Start, 'index' | 'sessionId'> | undefined;
    for (let index = start.index; index < end && next === undefined; index += 1) {
      const account = accounts[index];
      for (const session of account === undefined ? [] : this.#visible(account, only === undefined, settings)) {
        if (account === undefined || (index === start.index && session.sessionId < start.sessionId)) {
          continue;
        }
        if (items.length === most) {
          next = { index, sessionId: session.sessionId };
          break;
        }
        items.push({ account, session });
        touched.add(account);
      }
    }
    for (const account of touched) {
      account.history.noteListing();
    }
    return { items, ...(next === undefined ? {} : { next }) };
  }

  #visible(account: Account, isWhole: boolean, settings: SimulatorSettings): readonly SimulatedSession[] {
    const { omittedFrom, kind } = account.user;
    const isOmitted = omittedFrom === 'both' || omittedFrom === (isWhole ? 'organization' : 'person');
    // People of other organizations are seen in channels, not in the listing of this one.
    return isOmitted || kind === 'stranger' ? [] : listedSessionsOf(account, settings, this.#nowMs());
  }
}
