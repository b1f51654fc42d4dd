import type { UserId } from '../people/user-id.ts';
import type { SessionKind } from '../slack/methods.ts';
import { shouldBeGone } from '../slack/sessions.ts';
import { type Standing, withCalls } from './ledger.ts';
import type { ListingTools } from './list-sessions.ts';
import type { ResetResult } from './reset-batches.ts';
import { type Listing, type Look, lookAtSessions } from './session-listing.ts';
import { beforeReset, type Identity, lacksScope, MISSING_READ_SCOPE, READ_SCOPE } from './token-check.ts';
import { type Verification, type Verified, verifySessions } from './verify-sessions.ts';

/** What shows that a person was signed out, as far as Slack's listing can show it. Times in ms since the epoch. */
export interface Evidence {
  /** IDs of the sessions that the reset was to end; null when nobody looked before. */
  readonly sessionsBefore: readonly string[] | null;
  /** Those and newer ones that the last look saw; null when nobody looked after. */
  readonly sessionsAfter: readonly string[] | null;
  readonly queuedAtMs: number | null;
  /** Slack's ID of the call that was accepted. */
  readonly queuedRequestId: string | null;
  readonly verifiedAtMs: number | null;
}

/** What came of verifying a reset. */
export interface Proof {
  readonly standings: ReadonlyMap<UserId, Standing>;
  readonly evidence: ReadonlyMap<UserId, Evidence>;
  /** Why some people who were queued could not be looked at. */
  readonly gap?: { readonly error: string; readonly people: number } | undefined;
}

/** What looking at sessions before and after needs. */
export interface ProofTools extends ListingTools {
  readonly sessions: SessionKind;
  readonly identity: Identity;
  readonly warn: (message: string) => void;
}

/** Sessions as they were before the reset. */
export interface Snapshot {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly listing: Listing;
}

/** Slack allows about 20 listings a minute, so that each costs this long. */
const LISTING_MS = 3_000;

/** Notes which sessions people have before the reset, unless that would delay it for too long. */
export async function takeSnapshot(userIds: readonly UserId[], tools: ProofTools): Promise<Snapshot> {
  const { sessions, identity } = tools;
  const listing: Listing = { teamId: organizationOf(identity), hasShown: false, pages: undefined };
  // Where the reset is bound to be refused, nobody waits for a look at what it would have ended.
  const isHopeless = identity.isBot || lacksScope(identity, 'admin.users:write');
  if (isHopeless || lacksScope(identity, READ_SCOPE) || userIds.length === 0) {
    return { before: new Map(), listing };
  }
  const callContext = beforeReset(tools.callContext);
  const maxCalls = Math.max(1, Math.floor((callContext.bounds.deadlineMs - callContext.clock.now()) / LISTING_MS));
  callContext.log.info('Looking at the sessions before the reset');
  const { look, listing: next } = await lookAtSessions(userIds, listing, { ...tools, callContext, maxCalls });
  if (look.problem?.error === 'missing_scope') {
    tools.warn(MISSING_READ_SCOPE);
  } else if (look.sessions.size === 0) {
    callContext.log.info(
      'The sessions before the reset are not known, so a later one cannot be told from an earlier one',
    );
  }
  return { before: idsOf(look, sessions), listing: next };
}

/** The ID under which Slack may list single people's sessions: the organization's, never one workspace's. */
function organizationOf({ enterpriseId, teamId }: Identity): string | undefined {
  return enterpriseId ?? (teamId?.startsWith('E') ? teamId : undefined);
}

function idsOf({ sessions }: Look, kind: SessionKind): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...sessions].map(([userId, all]) => [
      userId,
      all.filter((session) => shouldBeGone(session, kind)).map(({ sessionId }) => sessionId),
    ]),
  );
}

/** Verifies that the sessions of everybody who was queued are gone. After what stopped the reset nothing is sent. */
export async function prove(
  { standings, stop }: Pick<ResetResult, 'standings' | 'stop'>,
  { snapshot, tools }: { snapshot: Snapshot; tools: ProofTools },
): Promise<Proof> {
  const userIds = [...standings].filter(([, { status }]) => status === 'queued').map(([userId]) => userId);
  const { verifications, problem } =
    stop === undefined
      ? await verifyQueued(userIds, { snapshot, tools })
      : { verifications: new Map<UserId, Verification>(), problem: stop.error };
  const proven = new Map<UserId, Standing>();
  const evidence = new Map<UserId, Evidence>();
  for (const [userId, standing] of standings) {
    const verification = verifications.get(userId);
    evidence.set(userId, toEvidence(standing, { verification, before: snapshot.before.get(userId) }));
    const { status, error, requestId, atMs } = verification ?? standing;
    proven.set(userId, { ...standing, status, error, requestId: requestId ?? standing.requestId, atMs });
  }
  const people = userIds.length - verifications.size;
  const gap = people > 0 ? { error: problem ?? 'time_limit', people } : undefined;
  return { standings: withCalls(proven, tools.meter.naming), evidence, gap };
}

function toEvidence(
  standing: Standing,
  { verification, before }: { verification: Verification | undefined; before: readonly string[] | undefined },
): Evidence {
  const isQueued = standing.status === 'queued';
  return {
    sessionsBefore: before ?? null,
    sessionsAfter: verification?.left ?? null,
    queuedAtMs: isQueued ? standing.atMs : null,
    queuedRequestId: isQueued ? standing.requestId : null,
    verifiedAtMs: verification?.status === 'verified' ? verification.atMs : null,
  };
}

async function verifyQueued(
  userIds: readonly UserId[],
  { snapshot, tools }: { snapshot: Snapshot; tools: ProofTools },
): Promise<Verified> {
  if (userIds.length === 0 || lacksScope(tools.identity, READ_SCOPE)) {
    return { verifications: new Map(), problem: 'missing_scope' };
  }
  return verifySessions({ userIds, ...snapshot, ...tools });
}
