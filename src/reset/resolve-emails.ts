import { type Email, emailKey, isSameEmail } from '../people/email.ts';
import { placeInRoster } from '../people/plan.ts';
import type { UserId } from '../people/user-id.ts';
import { type Account, readAccount } from '../slack/accounts.ts';
import type { CallResult } from '../slack/call.ts';
import { isAboutMethod, isDeadToken } from '../slack/error-codes.ts';
import type { AccountNote, Entry } from './entry.ts';
import { beforeReset, callSlack, missingScope, type Run } from './run.ts';
import { organizationOf } from './token-check.ts';

const LOOK_UP_SCOPE = 'users:read.email';

/**
 * Asks Slack who owns the e-mail addresses of everybody due. A code about one address concerns that address; a
 * code about the method leaves all addresses unresolved; only a dead token stops the run. Addresses not resolved when
 * half of the time is used are not attempted; everybody known is still sent.
 */
export async function resolveEmails(run: Run): Promise<void> {
  const { ledger, context } = run;
  if (ledger.stop !== undefined) {
    return;
  }
  const waiting = ledger.open().flatMap((entry) => {
    const { email } = entry.person;
    return entry.userId === undefined && email !== undefined ? [{ entry, email }] : [];
  });
  for (const [index, { email }] of waiting.entries()) {
    const label = `Look-up ${index + 1} of ${waiting.length}`;
    const result = await lookUp(label, email, run);
    ledger.record([emailKey(email)], { ...result, possibleEffect: undefined });
    const answer = readAnswer(result, email, organizationOf(ledger.token));
    const isEnd = takeAnswer(
      answer,
      waiting.slice(index).map((later) => later.entry),
      run,
    );
    // Logged only now: even if the log breaks, the ledger has the answer.
    context.log.info(`${label}: ${'account' in answer ? `found ${idsOf(answer.account).join(', ')}` : answer.error}`);
    if (isEnd) {
      return;
    }
  }
}

/**
 * Records the result of a look-up.
 *
 * @param waiting - the person it is about, and everybody after that
 * @returns whether no more addresses can be looked up
 */
function takeAnswer(answer: Answer, waiting: readonly Entry[], run: Run): boolean {
  const { ledger } = run;
  const [entry] = waiting;
  if (entry === undefined) {
    return true;
  }
  if ('account' in answer) {
    learnIds(entry, answer.account, run);
    return false;
  }
  if (answer.kind === 'failed') {
    fail(entry, answer.error, run);
    return false;
  }
  if (answer.kind === 'unresolved') {
    ledger.settle([entry], 'not-attempted', answer.error);
    return false;
  }
  ledger.settle(waiting, 'not-attempted', answer.error);
  ledger.stop = answer.kind === 'stop' ? answer.stop : ledger.stop;
  if (answer.error === 'missing_scope') {
    run.warn(missingScope('e-mail addresses cannot be looked up', LOOK_UP_SCOPE));
  }
  return true;
}

function lookUp(label: string, email: Email, run: Run): Promise<CallResult> {
  return callSlack(
    { label, method: 'lookupByEmail', send: (limits) => run.slack.lookupByEmail(email, limits) },
    run,
    beforeReset(run),
  );
}

type Answer =
  | { readonly account: Account }
  /** About this address only: refused, or without a clear answer. */
  | { readonly kind: 'failed' | 'unresolved'; readonly error: string }
  /** No more addresses can be looked up; `stop` ends the run. */
  | { readonly kind: 'all'; readonly error: string }
  | { readonly kind: 'stop'; readonly error: string; readonly stop: NonNullable<Run['ledger']['stop']> };

function readAnswer({ end }: CallResult, email: Email, organization: string | undefined): Answer {
  switch (end.kind) {
    case 'accepted': {
      const account = readAccount(end.reply.body, organization);
      if (account === undefined) {
        return { kind: 'unresolved', error: 'invalid_response' };
      }
      const isOther = account.email !== undefined && !isSameEmail(account.email, email);
      return isOther ? { kind: 'failed', error: 'wrong_person' } : { account };
    }
    case 'refused': {
      const { code } = end.reply;
      if (isDeadToken(code)) {
        return { kind: 'stop', error: code, stop: { error: code, refusal: end.reply } };
      }
      return { kind: isAboutMethod(code) ? 'all' : 'failed', error: code };
    }
    case 'exhausted':
      return { kind: 'unresolved', error: end.error ?? 'unreachable' };
    case 'interrupted':
      return end.by === 'cancelled'
        ? { kind: 'stop', error: end.by, stop: { error: end.by } }
        : { kind: 'all', error: end.by };
  }
}

/** The IDs of an account, the one to use first. */
export function idsOf({ userId, enterpriseUserId }: Account): readonly UserId[] {
  return enterpriseUserId === undefined || enterpriseUserId === userId ? [userId] : [enterpriseUserId, userId];
}

/** Takes over an account's IDs; warns where two roster entries turn out to be one person. */
export function learnIds(entry: Entry, account: Account, { ledger, warn }: Run): void {
  const merged = ledger.identify(entry, idsOf(account));
  const first = ledger.get(account.userId)?.person;
  for (const { person } of merged) {
    const place = placeInRoster(person);
    if (first !== undefined && place !== undefined && placeInRoster(first) !== undefined) {
      warn(`${person.source}: the same person as in ${first.source}`, place);
    }
  }
}

/** Nobody is sent for an address that is refused; a plan says why in a note. */
function fail(entry: Entry, error: string, { ledger, options }: Run): void {
  ledger.settle([entry], 'failed', error);
  if (options.dryRun) {
    entry.accountNote = NOTES.get(error) ?? entry.accountNote;
  }
}

const NOTES: ReadonlyMap<string, AccountNote> = new Map([
  ['wrong_person', 'wrong person'],
  ['users_not_found', 'unknown'],
]);
