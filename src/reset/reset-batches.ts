import type { CallContext } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import { formatPeopleCount } from '../people/wording.ts';
import { type CallResult, callWithRetry } from '../slack/call.ts';
import { isPerUserCode } from '../slack/error-codes.ts';
import { MAX_USERS_PER_CALL, type SessionKind, type SlackApi } from '../slack/methods.ts';
import { findNamedUsers, type NamedUsers } from '../slack/named-users.ts';
import type { SlackReply } from '../slack/reply.ts';
import {
  expectedCalls,
  type GroupAnswer,
  learn,
  nextGroup,
  type RefusalShare,
  type Search,
  shareOf,
  startSearch,
} from './group-search.ts';
import { Ledger, type Standing } from './ledger.ts';

/** Why the run ended before everybody was sent: Slack's code with its answer, or an interruption. */
export interface Stop {
  readonly error: string;
  readonly refusal?: SlackReply & { readonly kind: 'refused' };
}

/** What came of a reset: a standing for everybody asked for, and what stopped the run, if anything. */
export interface ResetResult {
  readonly standings: ReadonlyMap<UserId, Standing>;
  readonly stop?: Stop;
  readonly calls: number;
}

interface Run {
  readonly sessions: SessionKind;
  readonly slack: Pick<SlackApi, 'resetBulk'>;
  readonly callContext: CallContext;
  readonly ledger: Ledger;
  /** People whose calls have used up the retries for a reset that Slack could not start. */
  readonly outOfRetries: Set<UserId>;
  /** HTTP calls made so far. */
  calls: number;
}

/**
 * Has Slack enqueue the reset of everybody's sessions, in the order given, and isolates the people whom Slack
 * refuses. Everybody ends with exactly one standing, also when Slack fails, the token dies or the run is stopped.
 */
export async function resetSessions(
  userIds: readonly UserId[],
  {
    sessions,
    slack,
    callContext,
  }: { sessions: SessionKind; slack: Pick<SlackApi, 'resetBulk'>; callContext: CallContext },
): Promise<ResetResult> {
  const run: Run = {
    sessions,
    slack,
    callContext,
    ledger: new Ledger(userIds),
    outOfRetries: new Set(),
    calls: 0,
  };
  let share: RefusalShare = { accepted: 0, refused: 0 };
  let stop: Stop | undefined;
  for (let from = 0; from < userIds.length && stop === undefined; from += MAX_USERS_PER_CALL) {
    const batch = userIds.slice(from, from + MAX_USERS_PER_CALL);
    const batchesAfter = Math.ceil((userIds.length - from) / MAX_USERS_PER_CALL) - 1;
    ({ share, stop } = await resetBatch(startSearch(batch, share), { run, batchesAfter }));
  }
  const standings = run.ledger.close(stop?.error ?? 'cancelled');
  return { standings, calls: run.calls, ...(stop === undefined ? {} : { stop }) };
}

async function resetBatch(
  first: Search<UserId>,
  { run, batchesAfter }: { run: Run; batchesAfter: number },
): Promise<{ share: RefusalShare; stop: Stop | undefined }> {
  let search = first;
  for (let group = nextGroup(search); group.length > 0; group = nextGroup(search)) {
    const expected = expectedCalls(search);
    const settled = await sendGroup(group, { run, left: expected + batchesAfter, isSearching: expected > 1 });
    const stop = stopOf(settled, group, run);
    if (stop !== undefined) {
      return { share: shareOf(search), stop };
    }
    search = learn(search, toAnswer(settled, group, run));
  }
  return { share: shareOf(search), stop: undefined };
}

async function sendGroup(
  group: readonly UserId[],
  { run, left, isSearching }: { run: Run; left: number; isSearching: boolean },
): Promise<CallResult> {
  const { callContext, sessions, slack, outOfRetries } = run;
  const about = isSearching ? 'about ' : '';
  const label = `Call ${run.calls + 1} of ${about}${run.calls + left}, ${formatPeopleCount(group.length)}`;
  const settled = await callWithRetry(
    {
      label,
      send: (limits) => slack.resetBulk(group, sessions, limits),
      mayRetry: (reply) => !(isNotStarted(reply) && group.every((userId) => outOfRetries.has(userId))),
    },
    callContext,
  );
  run.calls += settled.calls;
  callContext.log.info(`${label}: ${describeEnd(settled, group)}`);
  return settled;
}

/** Records what stops the whole run, if this answer does. */
function stopOf({ end, ...settled }: CallResult, group: readonly UserId[], run: Run): Stop | undefined {
  const stop = runWideStop(end, group, run);
  if (stop !== undefined) {
    run.ledger.note(group, settled);
    run.ledger.giveUp(group, stop.error);
  }
  return stop;
}

function runWideStop(end: CallResult['end'], group: readonly UserId[], run: Run): Stop | undefined {
  if (end.kind === 'interrupted') {
    return { error: end.by };
  }
  if (end.kind !== 'refused' || isAboutPeople(end.reply, group, run)) {
    return undefined;
  }
  return { error: end.reply.code, refusal: end.reply };
}

/**
 * `invalid_arguments` is about people only if Slack says so, or if it accepted somebody in this run: otherwise the
 * request itself is at fault, and sending its parts would only repeat the fault.
 */
function isAboutPeople(refusal: Stop['refusal'] & {}, group: readonly UserId[], run: Run): boolean {
  if (refusal.code === 'invalid_arguments') {
    const named = findNamedUsers(refusal.body, group).size;
    // Naming everybody is more likely an echo of the request than a verdict on each.
    return run.ledger.hasQueued || (named > 0 && (named < group.length || group.length === 1));
  }
  return isPerUserCode(refusal.code);
}

/** Records what a call came to for its people and says what it tells about the group. */
function toAnswer(settled: CallResult, group: readonly UserId[], { ledger, outOfRetries }: Run): GroupAnswer<UserId> {
  const { end } = settled;
  ledger.note(group, { ...settled, possibleEffect: possibleEffectOf(settled, group) });
  switch (end.kind) {
    case 'accepted':
      ledger.settle(group, 'queued', null);
      return { kind: 'accepted' };
    case 'refused': {
      if (isNotStarted(end.reply)) {
        for (const userId of group) {
          outOfRetries.add(userId);
        }
      }
      return answerOfRefusal(end.reply, group, ledger);
    }
    default:
      ledger.giveUp(group, end.kind === 'exhausted' ? (end.error ?? 'unreachable') : end.by);
      return { kind: 'unclear' };
  }
}

function answerOfRefusal(
  { code, body }: SlackReply & { kind: 'refused' },
  group: readonly UserId[],
  ledger: Ledger,
): GroupAnswer<UserId> {
  const named: NamedUsers<UserId> = findNamedUsers(body, group);
  const isPartial = code === 'failed_for_some_users' && named.size > 0;
  if (isPartial) {
    for (const [userId, own] of named) {
      ledger.settle([userId], 'failed', own ?? code);
    }
    ledger.settle(
      group.filter((userId) => !named.has(userId)),
      'queued',
      null,
    );
    return { kind: 'unclear' };
  }
  if (group.length === 1) {
    ledger.settle(group, 'failed', code);
  }
  return { kind: 'refused', named: new Set(named.keys()) };
}

/** Why the call may have had its effect: when Slack failed for some without names, the others may be reset. */
function possibleEffectOf({ end, possibleEffect }: CallResult, group: readonly UserId[]): string | undefined {
  if (end.kind === 'exhausted') {
    return end.error;
  }
  const isPartial = end.kind === 'refused' && end.reply.code === 'failed_for_some_users' && group.length > 1;
  return isPartial ? end.reply.code : possibleEffect;
}

function isNotStarted(reply: SlackReply): boolean {
  return reply.kind === 'refused' && reply.code === 'user_session_reset_failed';
}

function describeEnd({ end, requestId }: CallResult, group: readonly UserId[]): string {
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  switch (end.kind) {
    case 'accepted':
      return `queued by Slack${request}`;
    case 'refused': {
      const isSearch = group.length > 1 && isPerUserCode(end.reply.code);
      const looking = isSearch && findNamedUsers(end.reply.body, group).size === 0 ? ', looking for whom' : '';
      return `refused by Slack with ${end.reply.code}${looking}${request}`;
    }
    case 'exhausted':
      return `given up after ${end.error ?? 'unreachable'}${request}`;
    case 'interrupted':
      return end.by === 'cancelled' ? 'stopped, since the run was cancelled' : 'stopped by the time limit';
  }
}
