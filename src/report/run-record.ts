import type { Problem } from '../people/problem.ts';
import type { Stop } from '../reset/reset-batches.ts';
import { outcomeOf, type PersonResult, type RunOutcome, type Tally, tallyOf } from '../reset/results.ts';
import type { PeopleReset } from '../reset/run-reset.ts';
import type { RosterFile } from '../roster/files.ts';
import { type RunContext, readRunContext } from '../runner/run-context.ts';

/** All that a run has to tell: every report is drawn from this and from nothing else. */
export interface RunRecord {
  readonly context: RunContext;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly dryRun: boolean;
  /** Inputs in force, by their names in `action.yml`; never a token. */
  readonly options: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly apiHost: string;
  readonly rosters: readonly Pick<RosterFile, 'path' | 'sha256'>[];
  readonly results: readonly PersonResult[];
  readonly tally: Tally;
  readonly outcome: RunOutcome;
  /** HTTP calls made to reset sessions; in a dry run, the calls it would take. */
  readonly calls: number;
  /** What ended the run before its work was done. */
  readonly stop?: Stop | undefined;
  /** Why some people who were queued could not be verified. */
  readonly gap?: PeopleReset['gap'];
  /** Whose token it is, when Slack was asked. */
  readonly identity?: PeopleReset['identity'];
  /** Why the input was refused. */
  readonly problems: readonly Problem[];
  /** What went wrong with the run itself, such as an output file that cannot be written. */
  readonly faults: readonly string[];
}

/** The record of a run that has not begun yet: nobody is asked for, and its outcome is a failure until it is done. */
export function startRecord(env: Readonly<Record<string, string | undefined>>, startedMs: number): RunRecord {
  return {
    context: readRunContext(env),
    startedMs,
    endedMs: startedMs,
    dryRun: false,
    options: {},
    apiHost: '',
    rosters: [],
    results: [],
    tally: tallyOf([]),
    outcome: 'failure',
    calls: 0,
    problems: [],
    faults: [],
  };
}

/** The record with everybody's outcome, and the outcome that follows from them. */
export function withResults(record: RunRecord, results: readonly PersonResult[]): RunRecord {
  return { ...record, results, tally: tallyOf(results), outcome: outcomeOf(results) };
}
