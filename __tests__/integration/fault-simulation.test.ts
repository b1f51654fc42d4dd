import { describe, expect, it, jest } from '@jest/globals';
import type { Status } from '../../src/reset/results.ts';
import { DOCUMENTED, doesVerify, FAULTS, type Run, tryFaults } from '../support/fault-world/index.ts';
import { faultSeeds } from '../support/runs.ts';

// FAULT_SEED=17 replays one run; FAULT_FROM=1000000 RANDOM_RUNS=500000 tries others than the usual ones.
const SEEDS = faultSeeds(10_000);

jest.setTimeout(60_000 + SEEDS.length * 20);

const STATUSES: readonly Status[] = [
  'queued',
  'verified',
  'still-active',
  'failed',
  'ignored',
  'unknown',
  'not-attempted',
  'skipped',
];
const ENDS = ['nothing-to-do', 'success', 'partial', 'failure', 'cancelled', 'time_limit', 'token_revoked', 'gap'];

/** What the runs have met so far. */
const met = {
  faults: new Set<string>(),
  codes: new Set<string>(),
  statuses: new Set<string>(),
  ends: new Set<string | undefined>(),
};

function note({ trace, record }: Run): void {
  for (const { label, meaning } of trace.exchanges) {
    met.faults.add(label);
    met.codes.add(meaning.kind === 'refused' ? meaning.code : meaning.kind);
  }
  for (const { status } of record.results) {
    met.statuses.add(status);
  }
  met.ends
    .add(record.outcome)
    .add(record.stop?.error)
    .add(record.gap === undefined ? undefined : 'gap');
}

async function tryAll(seeds: readonly number[]): Promise<void> {
  for (const seed of seeds) {
    const { run, failure } = await tryFaults(seed);
    note(run);
    if (failure !== undefined) {
      throw new Error(`${failure}\n\nFAULT_SEED=${seed} npm test -- fault-simulation replays this run.`);
    }
  }
}

describe('whatever goes wrong, and whenever', () => {
  it('everybody ends with the one status that is true, in as many calls and waits as are due', async () => {
    await tryAll(SEEDS.filter((seed) => !doesVerify(seed)));
  });

  it('nobody is called verified whose sessions Slack did not list as gone', async () => {
    await tryAll(SEEDS.filter(doesVerify));
  });

  (SEEDS.length < 10_000 ? it.skip : it)('is every fault, every code, and every end of a person and of a run', () => {
    const missing = {
      faults: FAULTS.filter((fault) => !met.faults.has(fault)),
      codes: DOCUMENTED.filter((code) => !met.codes.has(code)),
      statuses: STATUSES.filter((status) => !met.statuses.has(status)),
      ends: ENDS.filter((end) => !met.ends.has(end)),
    };
    expect(missing).toEqual({ faults: [], codes: [], statuses: [], ends: [] });
  });
});
