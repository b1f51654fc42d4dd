import { tooManyPeople } from '../people/plan.ts';
import { InputError, type Problem } from '../people/problem.ts';
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
  const tooMany = findSizeProblem(run);
  if (tooMany !== undefined) {
    ledger.settle(ledger.open(), 'not-attempted', 'max_users');
    throw new InputError([tooMany]);
  }
  if (run.options.dryRun) {
    await planAccounts(run);
    return;
  }
  await checkToken(run);
  await resolveEmails(run);
  await checkAccounts(run);
  const lister = new SessionLister(run, organizationOf(ledger.token));
  for (const problem of ledger.stop === undefined ? predictProblems(run) : []) {
    warn(problem);
  }
  await lookBefore(run, lister);
  await resetBatches(holdToLimit(ledger.open(), run), run);
  await verifySessions(run, lister);
}

/** In a plan Slack is asked about accounts, where the user wants that, and about nothing else. */
async function planAccounts(run: Run): Promise<void> {
  if (run.options.checkAccounts) {
    await checkToken(run);
    await resolveEmails(run);
    await checkAccounts(run);
  }
}

/**
 * Keeps a run within `max-users`: where only people about whom the look said nothing are too many, those are not
 * attempted; else nobody is.
 *
 * @throws InputError when too many people would be sent
 */
function holdToLimit(open: readonly Entry[], { ledger, options, warn }: Run): readonly Entry[] {
  const { maxUsers } = options;
  const sure = open.filter(({ lookFailed }) => !lookFailed);
  if (ledger.stop !== undefined || open.length <= maxUsers) {
    return open;
  }
  if (sure.length > maxUsers) {
    ledger.settle(open, 'not-attempted', 'max_users');
    throw new InputError([tooManyPeople(sure.length, maxUsers)]);
  }
  const unsure = open.filter(({ lookFailed }) => lookFailed);
  ledger.settle(unsure, 'not-attempted', 'look_failed');
  warn(`"max-users" is ${maxUsers}: the ${unsure.length} people about whom the look said nothing are not sent.`);
  return sure;
}

/** Says why a run is refused for its size before anything is asked; people who are only looked at do not count. */
function findSizeProblem(run: Run): Problem | undefined {
  const { maxUsers } = run.options;
  const sent = run.ledger.open().filter((entry) => !isLongDue(entry, run));
  return sent.length > maxUsers ? tooManyPeople(sent.length, maxUsers) : undefined;
}
