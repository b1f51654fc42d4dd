import { tooManyPeople } from '../people/plan.ts';
import { InputError } from '../people/problem.ts';
import { formatPeopleCount } from '../people/wording.ts';
import type { Entry } from './entry.ts';
import { resetBatches } from './reset-batches.ts';
import { isLongDue, needsOwner, type Run } from './run.ts';

/**
 * Resets everybody due, step by step; every step writes what it learns to the run's ledger. A dry run resets nothing
 * and only checks accounts.
 *
 * @throws InputError when the token belongs to another organization, or more people would be sent than allowed
 */
export async function runReset(run: Run): Promise<void> {
  const { ledger } = run;
  if (run.options.dryRun) {
    await planAccounts(run);
    return;
  }
  refuseIfTooMany(countAtLeast(run), run);
  const asks = needsOwner(run.options) || ledger.open().some(({ userId }) => userId === undefined);
  const questions = asks ? await loadQuestions().then(({ askBefore }) => askBefore(run)) : undefined;
  await resetBatches(holdToLimit(ledger.open(), run), run);
  await questions?.askAfter();
  while (ledger.hasReopened) {
    await resetBatches(withinLimit(ledger.takeReopened(), run), run);
    await questions?.askAfter();
  }
  if (questions?.bug !== undefined) {
    throw questions.bug;
  }
}

function loadQuestions(): Promise<typeof import('./questions.ts')> {
  return import('./questions.ts');
}

/**
 * In a plan, Slack is asked only about accounts, and only if the user wants that; people who are only looked at do not
 * count towards `max-users`.
 *
 * @throws InputError when too many people would be sent
 */
async function planAccounts(run: Run): Promise<void> {
  const { ledger } = run;
  if (run.options.checkAccounts) {
    const { askForPlan } = await loadQuestions();
    await askForPlan(run);
  }
  refuseIfTooMany(ledger.open().filter((entry) => !isLongDue(entry, run)).length, run);
}

/** @throws InputError when more people would be sent than allowed */
function refuseIfTooMany(sent: number, { ledger, options }: Run): void {
  if (sent > options.maxUsers) {
    // A plan that is refused plans nobody, not even people about whom a look-up has said something.
    const refused = options.dryRun ? ledger.entries.filter(({ person }) => person.hold === undefined) : ledger.open();
    ledger.settle(refused, 'not-attempted', 'max_users');
    throw new InputError([tooManyPeople(sent, options.maxUsers)]);
  }
}

/**
 * How many people are certain to be sent, whatever Slack says about addresses, second IDs and sessions: an address may
 * belong to nobody or to a person requested by ID, and a U… ID may be the second one of a person with a W… ID.
 */
function countAtLeast(run: Run): number {
  const ids = run.ledger.open().flatMap((entry) => (isLongDue(entry, run) ? [] : (entry.userId ?? [])));
  const enterprise = ids.filter((id) => id.startsWith('W')).length;
  return Math.max(enterprise, ids.length - enterprise);
}

/** Those who were taken for signed out until a later listing showed a session, as far as `max-users` has room for them. */
function withinLimit(reopened: readonly Entry[], { ledger, options, warn }: Run): readonly Entry[] {
  const room = options.maxUsers - ledger.entries.filter(({ wasSent }) => wasSent).length;
  const unsent = reopened.filter(({ wasSent }) => !wasSent);
  const beyond = new Set(unsent.slice(Math.max(0, room)));
  ledger.settle(beyond, 'not-attempted', 'max_users');
  if (beyond.size > 0) {
    const people = formatPeopleCount(beyond.size);
    warn(`"max-users" is ${options.maxUsers}: ${people} found signed in after the reset had begun, and not sent.`);
  }
  return reopened.filter((entry) => !beyond.has(entry));
}

/**
 * Keeps a run within `max-users`: if only the people for whom the look gave no answer exceed it, they are not
 * attempted; otherwise the run is refused.
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
  warn(
    `"max-users" is ${maxUsers}: the ${unsure.length} people for whom the look gave no answer are not sent after all.`,
  );
  return sure;
}
