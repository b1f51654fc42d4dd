import { tooManyPeople } from '../people/plan.ts';
import { InputError } from '../people/problem.ts';
import { checkAccounts } from './check-accounts.ts';
import type { Entry } from './entry.ts';
import { isLongDue, lookBefore } from './look-before.ts';
import { resetBatches } from './reset-batches.ts';
import { resolveEmails } from './resolve-emails.ts';
import type { Run } from './run.ts';
import { SessionLister } from './session-lister.ts';
import { checkToken, organizationOf, predictProblems } from './token-check.ts';
import { verifySessions } from './verify.ts';

/**
 * Resets everybody due, step by step; every step writes into the run's ledger what it learns. In a dry run nothing is
 * reset, and only accounts are asked about.
 *
 * @throws InputError when the token belongs to another organization, or more people would be sent than allowed
 */
export async function runReset(run: Run): Promise<void> {
  const { ledger, warn } = run;
  if (run.options.dryRun) {
    await planAccounts(run);
    return;
  }
  refuseIfTooMany(countAtLeast(run), run);
  await checkToken(run);
  const bugs: unknown[] = [];
  await tolerate(() => resolveEmails(run), bugs);
  await tolerate(() => checkAccounts(run), bugs);
  const lister = new SessionLister(run, organizationOf(ledger.token));
  for (const problem of ledger.stop === undefined ? predictProblems(run) : []) {
    warn(problem);
  }
  await tolerate(() => lookBefore(run, lister), bugs);
  await resetBatches(holdToLimit(ledger.open(), run), run);
  await verifySessions(run, lister);
  if (bugs.length > 0) {
    throw bugs[0];
  }
}

/** A bug in a step before the reset keeps nobody who is known from being sent: the run fails for it afterwards. */
async function tolerate(step: () => Promise<void>, bugs: unknown[]): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    bugs.push(error);
  }
}

/**
 * In a plan Slack is asked about accounts, where the user wants that, and about nothing else; people who are only
 * looked at do not count against `max-users`.
 *
 * @throws InputError when too many people would be sent
 */
async function planAccounts(run: Run): Promise<void> {
  const { ledger, options, warn } = run;
  if (options.checkAccounts) {
    await checkToken(run);
  }
  const isRisky = options.isTokenExposed && ledger.token?.scopes === undefined;
  if (options.checkAccounts && !isRisky) {
    await resolveEmails(run);
    await checkAccounts(run);
  } else if (options.checkAccounts && ledger.stop === undefined) {
    warn('Accounts are not checked: Slack did not say whether "token" may reset sessions.');
  }
  refuseIfTooMany(ledger.open().filter((entry) => !isLongDue(entry, run)).length, run);
}

/** @throws InputError when more people would be sent than allowed */
function refuseIfTooMany(sent: number, { ledger, options }: Run): void {
  if (sent > options.maxUsers) {
    ledger.settle(ledger.open(), 'not-attempted', 'max_users');
    throw new InputError([tooManyPeople(sent, options.maxUsers)]);
  }
}

/**
 * How many people are sent for certain, whatever Slack says of addresses, second IDs and sessions: an address may
 * belong to nobody or to somebody requested by ID, and a U… ID may be the second one of somebody with a W… ID.
 */
function countAtLeast(run: Run): number {
  const ids = run.ledger.open().flatMap((entry) => (isLongDue(entry, run) ? [] : (entry.userId ?? [])));
  const enterprise = ids.filter((id) => id.startsWith('W')).length;
  return Math.max(enterprise, ids.length - enterprise);
}

/**
 * Keeps a run within `max-users`: where only people about whom the look said nothing are too many, those are not
 * attempted; else nobody is.
 *
 * @throws InputError when too many people would be sent
 */
function holdToLimit(open: readonly Entry[], run: Run): readonly Entry[] {
  const { ledger, options, warn } = run;
  const { maxUsers } = options;
  const sure = open.filter(({ lookFailed }) => !lookFailed);
  if (ledger.stop !== undefined || open.length <= maxUsers) {
    return open;
  }
  refuseIfTooMany(sure.length, run);
  const unsure = open.filter(({ lookFailed }) => lookFailed);
  ledger.settle(unsure, 'not-attempted', 'look_failed');
  warn(`"max-users" is ${maxUsers}: the ${unsure.length} people for whom the look gave no answer are not sent.`);
  return sure;
}
