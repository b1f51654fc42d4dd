import { needsAttention } from '../reset/results.ts';
import { findRunLink } from './links.ts';
import type { RunRecord } from './run-record.ts';
import { toLink } from './text.ts';

/** Which button to press once the causes are fixed; empty if no further run is needed. */
export function renderNextStep(record: RunRecord): string {
  const { results, dryRun, options, context, problems, stop, faults } = record;
  const isOpen = results.some((result) => needsAttention(result) && result.error !== 'protected_user');
  if (dryRun || problems.length > 0 || !(isOpen || stop !== undefined || faults.length > 0)) {
    return '';
  }
  if (options['roster-entries'] === 'added') {
    const page = toLink('this run', findRunLink(record));
    return `Then **Re-run failed jobs** of ${page}, rather than start a new run: under \`roster-entries: added\` only a re-run compares with the same commit.`;
  }
  const orWait = context.event === 'schedule' ? ', or wait for the next scheduled run' : '';
  return `Then **Run again**${orWait}: repeating a reset does no harm.`;
}

/** What to do about refused input, where correcting it is not enough. */
export function renderAfterRefusal({ options, problems, dryRun, context, results }: RunRecord): string {
  const isAdded = options['roster-entries'] === 'added' && !dryRun && results.length > 0;
  if (problems.length === 0 || !isAdded || context.event === 'pull_request') {
    return '';
  }
  return (
    'If the correction is a secret, a variable or time, **Re-run failed jobs**. If it is a new commit, the entries of ' +
    'this one no longer count as added: use a run with `roster-entries: all`.'
  );
}
