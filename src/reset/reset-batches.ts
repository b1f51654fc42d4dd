import type { UserId } from '../people/user-id.ts';
import { formatPeopleCount } from '../people/wording.ts';
import type { CallResult } from '../slack/call.ts';
import { findContradiction } from '../slack/contradiction.ts';
import { isNotStarted, isPerUserCode } from '../slack/error-codes.ts';
import { findNamedUsers } from '../slack/named-users.ts';
import type { SlackReply } from '../slack/reply.ts';
import { type Batch, splitOwn, toBatches } from './batches.ts';
import type { Entry } from './entry.ts';
import type { GroupAnswer } from './group-search.ts';
import type { Stop } from './ledger.ts';
import { Progress } from './progress.ts';
import { describeEnd, toIdLines } from './reset-log.ts';
import { callSlack, type Run } from './run.ts';
import type { RefusedBatch } from './search-batches.ts';

type Refusal = SlackReply & { readonly kind: 'refused' };

/** What the calls of one reset share. */
interface Reset {
  readonly run: Run;
  readonly progress: Progress;
  /** People whose calls used up their retries because Slack could not start the reset. */
  readonly outOfRetries: Set<UserId>;
  /** People named by an answer: if one is refused alone, that is about the person, whatever the code. */
  readonly named: Set<UserId>;
}

/**
 * Has Slack enqueue the reset of everybody's sessions, in input order, and isolates the people that Slack refuses.
 * Every batch is sent once before anybody is searched for; the token's own user is sent alone, after everybody else.
 * Nobody counts as accepted whose ID was not in a call that Slack accepted.
 */
export async function resetBatches(entries: readonly Entry[], run: Run): Promise<void> {
  const ownId = run.ledger.token?.userId;
  const [others, own] = splitOwn(entries, ownId);
  if (own.length > 0 && ownId !== undefined) {
    run.warn(warnOfOwnUser(ownId, others.length));
  }
  const progress = new Progress(run.context, entries.length);
  const reset: Reset = { run, progress, outOfRetries: new Set(), named: new Set() };
  for (const part of [toBatches(others), toBatches(own)]) {
    run.ledger.stop ??= await resetInTurn(part, reset);
  }
  const reason = run.ledger.stop?.error;
  if (reason !== undefined) {
    run.ledger.giveUp(
      entries.filter(({ end }) => end === undefined),
      reason,
    );
  }
}

/** What came of a group that was sent: an answer about its people, or none if the run stops. */
type Sent =
  | { readonly stop: Stop }
  | { readonly answer: GroupAnswer<UserId> }
  /** It cannot be judged until every batch has been sent once. */
  | { readonly deferred: Refusal };

/** Sends every batch once, then searches batch by batch. @returns why the run stops, if so */
async function resetInTurn(batches: readonly Batch[], reset: Reset): Promise<Stop | undefined> {
  const all: { readonly batch: Batch; readonly sent: Exclude<Sent, { readonly stop: Stop }> }[] = [];
  for (const batch of batches) {
    const sent = await send(batch.people, reset, true);
    if ('stop' in sent) {
      return sent.stop;
    }
    all.push({ batch, sent });
  }
  const refused: RefusedBatch[] = [];
  for (const { batch, sent } of all) {
    if ('deferred' in sent && !reset.run.ledger.hasQueued) {
      return { error: sent.deferred.code, refusal: sent.deferred };
    }
    const answer = 'deferred' in sent ? toRefusal(sent.deferred, batch.people, reset) : sent.answer;
    if (answer.kind === 'split' || (answer.kind === 'refused' && batch.people.length > 1)) {
      refused.push({ ...batch, answer });
    }
  }
  return refused.length === 0 ? undefined : searchIn(refused, reset);
}

/** Most runs have nobody refused, so they do not load the search. */
async function searchIn(refused: readonly RefusedBatch[], reset: Reset): Promise<Stop | undefined> {
  const { searchBatches } = await import('./search-batches.ts');
  let stop: Stop | undefined;
  await searchBatches(refused, async (group) => {
    const sent = await send(group, reset, false);
    stop = 'stop' in sent ? sent.stop : undefined;
    return 'answer' in sent ? sent.answer : undefined;
  });
  return stop;
}

/** Sends a group; with `isFirst`, the answer may wait to be judged until every batch has been sent. */
async function send(group: readonly UserId[], reset: Reset, isFirst: boolean): Promise<Sent> {
  const { label, result } = await sendGroup(group, reset);
  const sent = takeResult(result, { group, reset, isFirst });
  // Logged only now: even if the log breaks, the ledger has the answer.
  reset.run.context.log.info(`${label}: ${describeEnd(result, group)}`);
  reset.progress.say();
  return sent;
}

/** Records the result of a call. */
function takeResult(
  result: CallResult,
  { group, reset, isFirst }: { group: readonly UserId[]; reset: Reset; isFirst: boolean },
): Sent {
  const { run } = reset;
  const { end } = result;
  if (end.kind === 'interrupted') {
    run.ledger.record(group, result);
    return { stop: { error: end.by } };
  }
  if (end.kind === 'refused' && !isAboutPeople(end.reply, group, reset)) {
    run.ledger.record(group, { ...result, possibleEffect: partialEffect(end.reply, group) ?? result.possibleEffect });
    const isJudgedLater = isFirst && end.reply.code === 'invalid_arguments';
    return isJudgedLater ? { deferred: end.reply } : { stop: { error: end.reply.code, refusal: end.reply } };
  }
  return { answer: toAnswer(result, group, reset) };
}

async function sendGroup(
  group: readonly UserId[],
  { run, progress, outOfRetries }: Reset,
): Promise<{ readonly label: string; readonly result: CallResult }> {
  const { context, options, slack, ledger } = run;
  const label = `Call ${progress.nextCall()}, ${formatPeopleCount(group.length)}`;
  context.log.group(`${label}: the IDs`, toIdLines(group));
  ledger.sending(group);
  const result = await callSlack(
    {
      label,
      method: 'resetBulk',
      send: (limits) => slack.resetBulk(group, options.sessions, limits),
      mayRetry: (reply) =>
        !(reply.kind === 'refused' && isNotStarted(reply.code) && group.every((userId) => outOfRetries.has(userId))),
    },
    run,
  );
  return { label, result };
}

/**
 * `invalid_arguments` is about people only if Slack says so, or if it accepted a person in this run: otherwise the
 * request itself is at fault, and sending its parts would only repeat the fault.
 */
function isAboutPeople(refusal: Refusal, group: readonly UserId[], { run, named }: Reset): boolean {
  if (refusal.code !== 'invalid_arguments') {
    return isPerUserCode(refusal.code);
  }
  const names = findNamedUsers(refusal.body, group).size;
  const wasNamed = group.length === 1 && group.every((userId) => named.has(userId));
  // Naming everybody is more likely an echo of the request than a verdict on each.
  return run.ledger.hasQueued || wasNamed || (names > 0 && (names < group.length || group.length === 1));
}

/** Records the result of a call for its people, and returns what it shows about the group. */
function toAnswer(result: CallResult, group: readonly UserId[], reset: Reset): GroupAnswer<UserId> {
  const { end } = result;
  const { ledger } = reset.run;
  const entries = group.map((userId) => ledger.get(userId));
  switch (end.kind) {
    case 'accepted':
      return toAcceptance(result, group, reset);
    case 'refused': {
      ledger.record(group, { ...result, possibleEffect: partialEffect(end.reply, group) ?? result.possibleEffect });
      if (isNotStarted(end.reply.code)) {
        for (const userId of group) {
          reset.outOfRetries.add(userId);
        }
      }
      return toRefusal(end.reply, group, reset);
    }
    case 'exhausted':
      ledger.record(group, result);
      ledger.giveUp(entries, end.error ?? 'unreachable');
      reset.progress.settled(group.length, 0);
      return { kind: 'unclear' };
    case 'interrupted':
      throw new Error('An interrupted call has no answer');
  }
}

/** If Slack failed for part of a group, the others may be reset; if it answered ok with an error, all may be. */
function partialEffect({ code, body }: Refusal, group: readonly UserId[]): string | undefined {
  return body['ok'] === true || (code === 'failed_for_some_users' && group.length > 1) ? code : undefined;
}

/** An acceptance that reports people of the call as failed did not accept them; if it reports others, nobody. */
function toAcceptance(result: CallResult, group: readonly UserId[], reset: Reset): GroupAnswer<UserId> {
  const { run, progress } = reset;
  const { ledger, context } = run;
  const body = result.end.kind === 'accepted' ? result.end.reply.body : {};
  const contradiction = findContradiction(body, group);
  if (contradiction === undefined) {
    ledger.record(group, { ...result, possibleEffect: undefined });
    ledger.queue(group, context.clock.monotonicMs());
    progress.settled(group.length, 0);
    return { kind: 'accepted' };
  }
  const { named, hasOthers } = contradiction;
  const code = 'failed_for_some_users';
  const [userId] = group;
  if (group.length === 1 && userId !== undefined) {
    ledger.record(group, result);
    settleRefused(userId, named.get(userId) ?? code, ledger);
    progress.settled(1, 1);
    return { kind: 'refused', named: new Set() };
  }
  ledger.record(group, { ...result, possibleEffect: code });
  noteNames(named.keys(), reset);
  if (hasOthers) {
    return { kind: 'refused', named: new Set(named.keys()) };
  }
  const accepted = group.filter((userId) => !named.has(userId));
  ledger.queue(accepted, context.clock.monotonicMs());
  progress.settled(accepted.length, 0);
  return { kind: 'split', named: new Set(named.keys()) };
}

function toRefusal({ code, body }: Refusal, group: readonly UserId[], reset: Reset): GroupAnswer<UserId> {
  const { ledger } = reset.run;
  const named = findNamedUsers(body, group);
  noteNames(named.keys(), reset);
  const [userId] = group;
  if (group.length === 1 && userId !== undefined) {
    // In an answer about one person, the person's own code says more than the group's.
    const own = code === 'failed_for_some_users' ? named.get(userId) : undefined;
    settleRefused(userId, own ?? code, ledger);
    reset.progress.settled(1, 1);
  }
  return { kind: 'refused', named: new Set(named.keys()) };
}

/**
 * Slack documents that deactivation ends all sessions: such an account that is not found has nothing left to end,
 * unless a look has just shown a session.
 */
function settleRefused(userId: UserId, code: string, ledger: Run['ledger']): void {
  const entry = ledger.get(userId);
  const isSignedIn = (entry?.before?.sessionIds.length ?? 0) > 0;
  const isGone = code === 'user_not_found' && entry?.account === 'deactivated' && !isSignedIn;
  ledger.settle([entry], isGone ? 'signed-out' : 'failed', isGone ? 'deactivated' : code);
}

function noteNames(names: Iterable<UserId>, { named }: Reset): void {
  for (const userId of names) {
    named.add(userId);
  }
}

/** Words for the token's own user among the people, who is sent last. */
function warnOfOwnUser(userId: string, others: number): string {
  const after = others === 0 ? '' : `, after ${formatPeopleCount(others)}`;
  return `The token's own user, ${userId}, is among the people: the reset signs that admin out too, last${after}.`;
}
