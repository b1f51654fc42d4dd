import { InputError } from '../people/problem.ts';
import { checkAccounts } from './check-accounts.ts';
import { lookBefore } from './look-before.ts';
import { resolveEmails } from './resolve-emails.ts';
import type { Run } from './run.ts';
import { SessionLister } from './session-lister.ts';
import { checkToken, organizationOf, predictProblems } from './token-check.ts';
import { verifySessions } from './verify.ts';

/**
 * What a run asks Slack besides the reset: whose token it is, who people are, and whether they are signed in. Most runs
 * ask nothing, so this and all behind it is loaded by those that do.
 */
export interface Questions {
  /** A bug met before the reset, which does not keep known people from being sent: the run fails afterwards. */
  readonly bug: unknown;
  /** Verifies everybody whose reset Slack accepted, if that is wanted. */
  askAfter(): Promise<void>;
}

/**
 * Asks all that is to be known before the reset.
 *
 * @throws InputError when the token belongs to another organization
 */
export async function askBefore(run: Run): Promise<Questions> {
  const { ledger, warn } = run;
  const bugs: unknown[] = [];
  await checkToken(run);
  await tolerate(() => resolveEmails(run), bugs);
  await tolerate(() => checkAccounts(run), bugs);
  for (const problem of ledger.stop === undefined ? predictProblems(run) : []) {
    warn(problem);
  }
  const lister = new SessionLister(run, organizationOf(ledger.token));
  await tolerate(() => lookBefore(run, lister), bugs);
  return { bug: bugs[0], askAfter: () => verifySessions(run, lister) };
}

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

/** Asks what a plan shows about accounts, with a token that may do nothing else. */
export async function askForPlan(run: Run): Promise<void> {
  const { ledger, options, warn } = run;
  await checkToken(run);
  const isRisky = options.isTokenExposed && ledger.token?.scopes === undefined;
  if (!isRisky) {
    await resolveEmails(run);
    await checkAccounts(run);
  } else if (ledger.stop === undefined) {
    warn('Accounts are not checked: Slack did not say whether "token" may reset sessions.');
  }
}
