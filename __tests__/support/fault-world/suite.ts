import { describe, expect, it, jest } from '@jest/globals';
import { STATUSES } from '../../../src/reset/results.ts';
import { faultSeeds } from '../runs.ts';
import { DOCUMENTED, doesLook, FAULTS, type Run, tryFaults } from './index.ts';

/** Runs of every shard; a test file is a shard, so that they run side by side. */
const USUAL_RUNS = 10_000;
const SHARDS = 4;
const MAX_RARE = 15;
const MAX_RARE_ERRORS = 2;

const ENDS = [
  ...['nothing-to-do', 'planned', 'success', 'partial', 'failure'],
  ...['cancelled', 'time_limit', 'refused', 'broken'],
];
const ERRORS = [
  ...['not_due', 'protected_user', 'no_session', 'deactivated', 'found_signed_in', 'sessions_left', 'signed_in_again'],
  ...['missing_scope', 'implausible_listing', 'wrong_person', 'max_users', 'look_failed', 'unreachable'],
  ...['timeout', 'connection_lost', 'invalid_response', 'http_503', 'unexpected_error', 'unrecognized_error'],
];

/** What the runs of a shard have met so far. */
interface Met {
  readonly faults: Set<string>;
  readonly codes: Set<string>;
  readonly statuses: Set<string>;
  readonly errors: Set<string | null>;
  readonly ends: Set<string | undefined>;
}

function note({ trace, record }: Run, met: Met): void {
  for (const { label, meaning } of trace.exchanges) {
    met.faults.add(label);
    met.codes.add(meaning.kind === 'refused' ? meaning.code : meaning.kind);
  }
  for (const { status, error } of record.results) {
    met.statuses.add(status);
    met.errors.add(error);
  }
  met.ends
    .add(record.outcome)
    .add(record.stop?.error)
    .add(record.problems.length > 0 ? 'refused' : undefined)
    .add(record.faults.length > 0 ? 'broken' : undefined);
}

async function tryAll(seeds: readonly number[], met: Met): Promise<void> {
  for (const seed of seeds) {
    const { run, failure } = await tryFaults(seed);
    note(run, met);
    if (failure !== undefined) {
      throw new Error(`${failure}\n\nFAULT_SEED=${seed} npm test -- fault-simulation replays this run.`);
    }
  }
}

/**
 * Describes a share of the simulated worlds.
 *
 * FAULT_SEED=17 replays one run; FAULT_FROM=1000000 RANDOM_RUNS=500000 tries others than the usual ones.
 */
export function describeFaults(shard: number): void {
  const all = faultSeeds(USUAL_RUNS);
  const seeds = all.filter((_, index) => Math.floor((index * SHARDS) / all.length) === shard);
  const met: Met = {
    faults: new Set(),
    codes: new Set(),
    statuses: new Set(),
    errors: new Set(),
    ends: new Set(),
  };
  jest.setTimeout(60_000 + seeds.length * 60);

  describe('whatever goes wrong, and whenever', () => {
    it('everybody ends with the one status that is true, in as many calls and waits as are due', async () => {
      await tryAll(
        seeds.filter((seed) => !doesLook(seed)),
        met,
      );
    });

    it('nobody is called signed out of whom Slack did not list that all sessions are gone', async () => {
      await tryAll(seeds.filter(doesLook), met);
    });

    (all.length < USUAL_RUNS ? it.skip : it)('the runs meet every fault, most codes and errors, and every end', () => {
      const missing = {
        faults: FAULTS.filter((fault) => !met.faults.has(fault)),
        // The rarest codes are met by one share or another.
        codes: DOCUMENTED.filter((code) => !met.codes.has(code)).slice(MAX_RARE),
        statuses: STATUSES.filter((status) => !met.statuses.has(status)),
        errors: ERRORS.filter((error) => !met.errors.has(error)).slice(MAX_RARE_ERRORS),
        ends: ENDS.filter((end) => !met.ends.has(end)),
      };
      expect(missing).toEqual({ faults: [], codes: [], statuses: [], errors: [], ends: [] });
    });
  });
}
