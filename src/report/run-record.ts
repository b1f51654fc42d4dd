import type { Problem } from '../people/problem.ts';
import { countCalls } from '../reset/batches.ts';
import type { Ledger, Stop, TokenOwner } from '../reset/ledger.ts';
import {
  outcomeOf,
  type PersonResult,
  type ResultOptions,
  type RunOutcome,
  type Tally,
  tallyOf,
  toResults,
} from '../reset/results.ts';
import type { RosterChange } from '../roster/changes.ts';
import { type RunContext, readRunContext } from '../runner/run-context.ts';

/** Everything that reports say about a run: each of them is rendered from this alone. */
export interface RunRecord {
  readonly context: RunContext;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly dryRun: boolean;
  /** Inputs in force, by their names in `action.yml`; never a token. */
  readonly options: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly apiHost: string;
  readonly rosters: readonly { readonly path: string; readonly sha256: string }[];
  /** Where roster files stand in the repository, by their paths as shown. */
  readonly rosterPlaces: ReadonlyMap<string, { readonly path: string; readonly sha: string }>;
  readonly results: readonly PersonResult[];
  readonly tally: Tally;
  readonly outcome: RunOutcome;
  /** HTTP calls made to reset sessions; in a dry run, the calls it would take. */
  readonly calls: number;
  /** Whether any call to Slack was made, answered or not. */
  readonly hasCalledSlack: boolean;
  /** What ended the run before its work was done. */
  readonly stop?: Stop | undefined;
  /** The token's owner, if Slack was asked. */
  readonly token?: TokenOwner | undefined;
  /** Where the report was written. */
  readonly reportPath?: string | undefined;
  /** Of the report as written, in hexadecimal. */
  readonly reportSha256?: string | undefined;
  /** Slack's own warnings. */
  readonly slackWarnings: readonly string[];
  /** What the change did to the roster, under `roster-entries: added`. */
  readonly change?: RosterChange | undefined;
  /** Why the input was refused. */
  readonly problems: readonly Problem[];
  /** What went wrong with the run itself, such as an output file that cannot be written. */
  readonly faults: readonly string[];
}

/** The record of a run that has not started: no people, and a failure until the run is done. */
export function startRecord(env: Readonly<Record<string, string | undefined>>, startedMs: number): RunRecord {
  return {
    context: readRunContext(env),
    startedMs,
    endedMs: startedMs,
    dryRun: false,
    options: {},
    apiHost: '',
    rosters: [],
    rosterPlaces: new Map(),
    results: [],
    tally: tallyOf([]),
    outcome: 'failure',
    calls: 0,
    hasCalledSlack: false,
    slackWarnings: [],
    problems: [],
    faults: [],
  };
}

/** The record with everybody's result from the ledger, and the resulting outcome. */
export function readLedger(
  record: RunRecord,
  ledger: Ledger | undefined,
  options: ResultOptions | undefined,
): RunRecord {
  if (ledger === undefined || options === undefined) {
    return withResults(record, []);
  }
  // If the input was refused before any result was decided, it is not certain who was requested.
  const isRefused = record.problems.length > 0 && ledger.open().length > 0;
  const results = isRefused ? [] : toResults(ledger, options);
  const calls = options.dryRun ? countCalls(ledger.planned(), ledger.token?.userId) : ledger.calls;
  const hasCalledSlack = ledger.calls > 0;
  return withResults(
    { ...record, calls, hasCalledSlack, token: ledger.token, slackWarnings: [...ledger.warnings] },
    results,
  );
}

/** The record with everybody's result, and the outcome that follows from them and from the run's faults. */
export function withResults(record: RunRecord, results: readonly PersonResult[]): RunRecord {
  return { ...record, results, tally: tallyOf(results), outcome: toOutcome(record, results) };
}

function toOutcome({ problems, faults, stop, dryRun }: RunRecord, results: readonly PersonResult[]): RunOutcome {
  const outcome = outcomeOf(results);
  const isBroken = faults.length > 0 || stop !== undefined;
  if (problems.length > 0 || (isBroken && outcome === 'nothing-to-do')) {
    return 'failure';
  }
  if (isBroken && outcome === 'planned' && dryRun) {
    return faults.length > 0 ? 'failure' : outcome;
  }
  return isBroken && outcome === 'success' ? 'partial' : outcome;
}
