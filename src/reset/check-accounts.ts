import { type CallContext, withShareOfRest } from '../calls/call-context.ts';
import { emailKey } from '../people/email.ts';
import { formatPeopleCount } from '../people/wording.ts';
import { type Account, type DeactivatedMember, readAccount, readMemberPage } from '../slack/accounts.ts';
import type { CallResult } from '../slack/call.ts';
import { isAboutMethod, isDeadToken } from '../slack/error-codes.ts';
import type { AccountNote, Entry } from './entry.ts';
import { learnIds } from './resolve-emails.ts';
import { beforeReset, callSlack, lacksScope, missingScope, type Run } from './run.ts';
import { organizationOf, READ_SCOPE } from './token-check.ts';

const ACCOUNT_SCOPE = 'users:read';
/** The share of the time before the reset that checking accounts may take if the run also looks at sessions. */
const SHARE_BESIDE_LOOKING = 0.5;

/**
 * Asks Slack about the account of everybody due, each once, and searches addresses that were not found among
 * deactivated members. Anything that cannot be learned is a warning and has no other effect.
 */
export async function checkAccounts(run: Run): Promise<void> {
  const { options, ledger } = run;
  if (!options.checkAccounts || ledger.stop !== undefined) {
    return;
  }
  const looksFirst = options.lookFirstAfterDays !== undefined && !options.dryRun;
  const rest = beforeReset(run);
  const context = looksFirst ? withShareOfRest(rest, SHARE_BESIDE_LOOKING) : rest;
  const entries = ledger.entries.filter(isToBeAsked);
  const asked = new Set(entries);
  const problem = await askAboutAccounts(entries, run, context);
  const unknown = ledger.open().filter((entry) => asked.has(entry) && findingOf(entry) === undefined);
  if (problem === undefined && unknown.length > 0) {
    run.warn(`The accounts of ${formatPeopleCount(unknown.length)} were not checked: Slack gave no clear answer.`);
  }
  if (ledger.stop === undefined) {
    await searchDeactivated(run, context);
  }
}

/** Protected people as well: another ID in the list may be theirs. */
function isToBeAsked({ userId, person, end }: Entry): boolean {
  return userId !== undefined && end === undefined && person.hold !== 'not_due';
}

/**
 * Asks Slack about people's accounts until everybody is known, time is up, or Slack refuses the method.
 *
 * @returns why some people could not be checked, if so
 */
export async function askAboutAccounts(
  entries: readonly Entry[],
  run: Run,
  context: CallContext,
): Promise<string | undefined> {
  const { ledger, warn } = run;
  if (entries.length > 0 && lacksScope(ledger.token, ACCOUNT_SCOPE)) {
    ledger.accountsRefused = 'missing_scope';
    warn(missingScope('accounts cannot be checked', ACCOUNT_SCOPE));
  }
  if (ledger.accountsRefused !== undefined) {
    return ledger.accountsRefused;
  }
  for (const [index, entry] of entries.entries()) {
    const { userId } = entry;
    // A person checked earlier may have turned out to be this one.
    if (userId === undefined || ledger.get(userId)?.isKnownId === true) {
      continue;
    }
    const label = `Account ${index + 1} of ${entries.length}, ${userId}`;
    const result = await callSlack(
      { label, method: 'userInfo', send: (limits) => run.slack.userInfo(userId, limits) },
      run,
      context,
    );
    ledger.record([userId], { ...result, possibleEffect: undefined });
    const problem = noteAnswer(entry, result, run);
    const found = findingOf(ledger.get(userId) ?? entry);
    run.context.log.info(`${label}: ${problem ?? found ?? 'no clear answer'}`);
    if (problem !== undefined && ledger.stop === undefined) {
      warn(
        problem === 'missing_scope'
          ? missingScope('accounts cannot be checked', ACCOUNT_SCOPE)
          : `The accounts of ${formatPeopleCount(entries.length - index)} were not checked (${problem}).`,
      );
    }
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/**
 * Asks Slack about accounts to find out whether their IDs are the right ones.
 *
 * @returns the people who turned out to have another ID
 */
export async function findRenamed(
  entries: readonly Entry[],
  run: Run,
  context: CallContext,
): Promise<readonly Entry[]> {
  const idsBefore = entries.map(({ userIds }) => userIds.size);
  await askAboutAccounts(entries, run, context);
  return entries.filter(({ userIds }, index) => userIds.size !== idsBefore[index]);
}

/** What is known of an account, in a word; undefined when no answer told anything. */
function findingOf({ account, accountNote, isKnownId }: Entry): string | undefined {
  return accountNote ?? account ?? (isKnownId ? 'known' : undefined);
}

/** @returns why nobody else can be checked, if so */
function noteAnswer(entry: Entry, { end }: CallResult, run: Run): string | undefined {
  switch (end.kind) {
    case 'accepted': {
      const account = readAccount(end.reply.body, organizationOf(run.ledger.token));
      if (account !== undefined && (entry.userId === undefined || isAbout(account, entry))) {
        noteAccount(entry, account, run);
      }
      return undefined;
    }
    case 'refused': {
      const { code } = end.reply;
      if (isDeadToken(code)) {
        run.ledger.stop = { error: code, refusal: end.reply };
        return code;
      }
      if (code === 'user_not_found' || code === 'user_not_visible') {
        entry.accountNote = 'unknown';
      }
      run.ledger.accountsRefused = isAboutMethod(code) ? code : undefined;
      return run.ledger.accountsRefused;
    }
    case 'exhausted':
      return undefined;
    case 'interrupted':
      if (end.by === 'cancelled') {
        run.ledger.stop = { error: end.by };
      }
      return end.by;
  }
}

/** An answer about another person says nothing. */
function isAbout({ userId, enterpriseUserId }: Account, { userIds }: Entry): boolean {
  return userIds.has(userId) || (enterpriseUserId !== undefined && userIds.has(enterpriseUserId));
}

function noteAccount(entry: Entry, account: Account, run: Run): void {
  learnIds(entry, account, run);
  const known = run.ledger.get(account.userId) ?? entry;
  known.isKnownId = true;
  known.account = account.isActive === undefined ? null : account.isActive ? 'active' : 'deactivated';
  known.accountNote = noteOf(account);
}

function noteOf({ kind, isActive }: Account): AccountNote | undefined {
  switch (kind) {
    case 'foreign':
      return 'another organization';
    case 'primary-owner':
      return 'primary owner';
    case 'bot':
    case 'app':
      return kind;
    case 'member':
      return isActive === false ? 'deactivated' : undefined;
  }
}

/** Searches addresses that Slack does not find among its deactivated members, page by page to the end. */
async function searchDeactivated(run: Run, context: CallContext): Promise<void> {
  const { ledger, warn } = run;
  const missing = new Map(
    ledger.entries
      .filter(isAddressNotFound)
      .flatMap((entry) => (entry.person.email === undefined ? [] : [[emailKey(entry.person.email), entry] as const])),
  );
  if (missing.size === 0) {
    return;
  }
  if (lacksScope(ledger.token, READ_SCOPE)) {
    warn(missingScope('addresses cannot be searched among deactivated members', READ_SCOPE));
    return;
  }
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; missing.size > 0; page += 1) {
    const label = `Searching deactivated members, page ${page}`;
    const from = cursor;
    const result = await callSlack(
      { label, method: 'listDeactivated', send: (limits) => run.slack.listDeactivated(from, limits) },
      run,
      context,
    );
    const answer = result.end.kind === 'accepted' ? readMemberPage(result.end.reply.body) : undefined;
    if (answer === undefined) {
      warn(
        `Addresses could not be searched among deactivated members (${problemOf(result)}): ` +
          `${formatPeopleCount(missing.size)} not found may be deactivated.`,
      );
      return;
    }
    noteDeactivated(answer.deactivated, missing, { run, result });
    run.context.log.info(`${label}: ${missing.size} still not found`);
    cursor = answer.nextCursor;
    if (cursor === undefined || seen.has(cursor)) {
      return;
    }
    seen.add(cursor);
  }
}

function isAddressNotFound({ userId, end }: Entry): boolean {
  return userId === undefined && end?.error === 'users_not_found';
}

function noteDeactivated(
  members: readonly DeactivatedMember[],
  missing: Map<string, Entry>,
  { run, result }: { run: Run; result: CallResult },
): void {
  for (const { userId, email } of members) {
    const entry = missing.get(emailKey(email));
    if (entry === undefined) {
      continue;
    }
    missing.delete(emailKey(email));
    const { ledger } = run;
    // A person who is also requested by ID is still sent.
    const isRequested = ledger.get(userId) !== undefined;
    entry.end = undefined;
    ledger.identify(entry, [userId]);
    const known = ledger.get(userId) ?? entry;
    known.account = 'deactivated';
    known.accountNote = 'deactivated';
    known.requestId = result.requestId ?? null;
    known.atMs = result.atMs;
    if (!isRequested && known.person.hold === undefined) {
      ledger.settle([known], 'signed-out', 'deactivated');
    }
  }
}

function problemOf({ end }: CallResult): string {
  switch (end.kind) {
    case 'accepted':
      return 'invalid_response';
    case 'refused':
      return end.reply.code;
    case 'exhausted':
      return end.error ?? 'unreachable';
    case 'interrupted':
      return end.by;
  }
}
