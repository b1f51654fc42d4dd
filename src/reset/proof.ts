import type { UserId } from '../people/user-id.ts';
import type { SessionKind, SlackApi } from '../slack/methods.ts';
import type { Sending } from '../slack/send.ts';
import { shouldBeGone } from '../slack/sessions.ts';
import type { Standing } from './ledger.ts';
import { type Identity, lacksScope, READ_SCOPE } from './preflight.ts';
import { type Listing, lookAtSessions, pageThrough } from './session-listing.ts';
import { type Verified, verifySessions } from './verify-sessions.ts';

/** What shows that a person was signed out, as far as Slack's listing can show it. Times in ms since the epoch. */
export interface Evidence {
  /** IDs of the sessions that the reset was to end; null when nobody looked before. */
  readonly sessionsBefore: readonly string[] | null;
  /** Those and newer ones that the last look saw; null when nobody looked after. */
  readonly sessionsAfter: readonly string[] | null;
  readonly queuedAtMs: number | null;
  readonly verifiedAtMs: number | null;
}

/** What came of verifying a reset. */
export interface Proof {
  readonly standings: ReadonlyMap<UserId, Standing>;
  readonly evidence: ReadonlyMap<UserId, Evidence>;
  /** Why some people who were queued could not be looked at. */
  readonly gap?: { readonly error: string; readonly people: number } | undefined;
  readonly calls: number;
}

interface Tools {
  readonly slack: Pick<SlackApi, 'listSessions'>;
  readonly sending: Sending;
  readonly sessions: SessionKind;
  readonly identity: Identity;
}

/** Sessions as they were before the reset. */
export interface Snapshot {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly listing: Listing;
  readonly calls: number;
}

/** Slack allows about 20 listings a minute, so that each costs this long. */
const LISTING_MS = 3_000;
/** Looking at what was there before may take this share of the time left: signing people out comes first. */
const SNAPSHOT_SHARE = 0.25;

/** Notes which sessions people have before the reset, unless that would delay it for too long. */
export async function takeSnapshot(userIds: readonly UserId[], tools: Tools): Promise<Snapshot> {
  const { sending, sessions, identity } = tools;
  const listing: Listing = { teamId: organizationOf(identity), pages: undefined };
  // Where the reset is bound to be refused, nobody waits for a look at what it would have ended.
  const isHopeless = identity.isBot || lacksScope(identity, 'admin.users:write');
  if (isHopeless || lacksScope(identity, READ_SCOPE) || userIds.length === 0) {
    return { before: new Map(), listing, calls: 0 };
  }
  const timeLeftMs = sending.bounds.deadlineMs - sending.clock.now();
  const budget = Math.max(1, Math.floor((timeLeftMs * SNAPSHOT_SHARE) / LISTING_MS));
  sending.log.info('Looking at the sessions before the reset');
  if (userIds.length > budget || listing.teamId === undefined) {
    const { look, isComplete } = await pageThrough(userIds, budget, tools);
    if (!isComplete) {
      sending.log.info(
        'The sessions before the reset are not known, so a later one cannot be told from an earlier one',
      );
    }
    return {
      before: idsOf(look, sessions),
      listing: { ...listing, pages: isComplete ? look.calls : undefined },
      calls: look.calls,
    };
  }
  const { look, listing: next } = await lookAtSessions(userIds, listing, tools);
  return { before: idsOf(look, sessions), listing: next, calls: look.calls };
}

/** The ID under which Slack may list single people's sessions: the organization's, never one workspace's. */
function organizationOf({ enterpriseId, teamId }: Identity): string | undefined {
  return enterpriseId ?? (teamId?.startsWith('E') ? teamId : undefined);
}

function idsOf(
  { sessions }: Awaited<ReturnType<typeof lookAtSessions>>['look'],
  kind: SessionKind,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...sessions].map(([userId, all]) => [
      userId,
      all.filter((session) => shouldBeGone(session, kind)).map(({ sessionId }) => sessionId),
    ]),
  );
}

/** Verifies that the sessions of everybody who was queued are gone. */
export async function prove(
  standings: ReadonlyMap<UserId, Standing>,
  { snapshot, tools }: { snapshot: Snapshot; tools: Tools },
): Promise<Proof> {
  const userIds = [...standings].filter(([, { status }]) => status === 'queued').map(([userId]) => userId);
  const verified = await verifyQueued(userIds, { snapshot, tools });
  const proven = new Map(standings);
  const evidence = new Map<UserId, Evidence>();
  for (const [userId, standing] of standings) {
    const verification = verified.verifications.get(userId);
    evidence.set(userId, {
      sessionsBefore: snapshot.before.get(userId) ?? null,
      sessionsAfter: verification?.left ?? null,
      queuedAtMs: standing.status === 'queued' ? standing.atMs : null,
      verifiedAtMs: verification?.status === 'verified' ? verification.atMs : null,
    });
    if (verification !== undefined) {
      const { status, error, requestId, atMs } = verification;
      proven.set(userId, { ...standing, status, error, requestId, atMs });
    }
  }
  const people = userIds.length - verified.verifications.size;
  const gap = people > 0 ? { error: verified.problem ?? 'time_limit', people } : undefined;
  return { standings: proven, evidence, gap, calls: verified.calls };
}

async function verifyQueued(
  userIds: readonly UserId[],
  { snapshot, tools }: { snapshot: Snapshot; tools: Tools },
): Promise<Verified> {
  if (userIds.length === 0 || lacksScope(tools.identity, READ_SCOPE)) {
    return { verifications: new Map(), problem: 'missing_scope', calls: 0 };
  }
  return verifySessions({ userIds, ...snapshot, ...tools });
}
