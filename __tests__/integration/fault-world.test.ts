import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonResult, Status } from '../../src/reset/results.ts';
import { ERROR_CODES } from '../../src/slack/error-codes.ts';
import { checkRun, DOCUMENTED, drawWorld, type Run, runWorld, type World } from '../support/fault-world/index.ts';

/** The same run, with other outcomes than the true ones. */
function tell({ record, ...run }: Run, change: (outcome: PersonResult) => readonly PersonResult[]): Run {
  return { ...run, record: { ...record, results: record.results.flatMap(change) } };
}

/** Every person who has one status has another. */
function swap(from: Status, to: Pick<PersonResult, 'status' | 'error'>): (run: Run) => Run {
  return (run) => tell(run, (outcome) => (outcome.status === from ? [{ ...outcome, ...to }] : [outcome]));
}

interface Lie {
  readonly name: string;
  readonly lie: (run: Run) => Run;
  readonly seen: string;
}

const LIES: readonly Lie[] = [
  {
    name: 'loses people',
    lie: (run) => tell(run, ({ calls, ...all }) => (calls > 2 ? [] : [{ calls, ...all }])),
    seen: 'outcomes of',
  },
  {
    name: 'calls queued what is unknown',
    lie: swap('unknown', { status: 'queued', error: null }),
    seen: 'queued (null), not unknown',
  },
  {
    name: 'calls queued who failed',
    lie: swap('failed', { status: 'queued', error: null }),
    seen: 'Slack has not acted',
  },
  {
    name: 'calls untouched what is unknown',
    lie: swap('unknown', { status: 'not-attempted', error: 'cancelled' }),
    seen: 'Slack has acted',
  },
  {
    name: 'ignores what is not to be ignored',
    lie: swap('failed', { status: 'ignored', error: 'user_not_found' }),
    seen: 'not failed',
  },
  {
    name: 'calls verified who is queued',
    lie: swap('queued', { status: 'verified', error: null }),
    seen: 'looks after the reset saw',
  },
  { name: 'is red for nothing', lie: (run) => ({ ...run, failure: run.failure ?? 'red' }), seen: 'the step is red' },
  { name: 'is green for too long', lie: (run) => ({ ...run, failure: undefined }), seen: 'the step is green' },
  {
    name: 'names a call too many',
    lie: (run) => tell(run, (all) => [{ ...all, calls: all.calls + 1 }]),
    seen: 'calls, not',
  },
  {
    name: 'does not wait',
    lie: ({ trace, ...run }) => ({
      ...run,
      trace: { ...trace, waits: trace.waits.map((wait) => ({ ...wait, ms: 1 })) },
    }),
    seen: 'the wait is 1 ms',
  },
  {
    name: 'leaves out outputs',
    lie: (run) => ({ ...run, outputs: new Map([...run.outputs].slice(1)) }),
    seen: 'the output outcome is undefined',
  },
];

describe('the simulation of faults', () => {
  it('draws the same world and the same run for the same seed', async () => {
    for (const seed of [20, 21, 22, 24]) {
      const [one, other] = [await runWorld(drawWorld(seed)), await runWorld(drawWorld(seed))];
      expect([one.trace, one.outputs]).toEqual([other.trace, other.outputs]);
    }
  });

  it('knows every code of the catalogue', () => {
    expect(new Set([...DOCUMENTED, 'ratelimited'])).toEqual(new Set(ERROR_CODES.keys()));
  });

  describe('sees through a run', () => {
    const runs: { world: World; run: Run }[] = [];

    beforeAll(async () => {
      for (let seed = 1; seed <= 150; seed += 1) {
        const world = drawWorld(seed);
        runs.push({ world, run: await runWorld(world) });
      }
    });

    it.each(LIES)('that $name', ({ lie, seen }) => {
      const found = runs.flatMap(({ world, run }) => checkRun(world, lie(run)));
      expect(found).toContainEqual(expect.stringContaining(seen));
    });
  });
});
