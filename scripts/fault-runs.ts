// Runs the committed bundle against the simulated Slack with drawn faults, and checks what it says against what happened.
// FAULT_SEED=17 npm run test:faults replays one run; FAULT_FROM=1000 RANDOM_RUNS=500 npm run test:faults tries others.
import { tryFaultRun } from '../__tests__/support/fault-runs/index.ts';
import { faultSeeds } from '../__tests__/support/runs.ts';

const seeds = faultSeeds(200);
// Most of the time of a run is waiting.
const SIDE_BY_SIDE = 6;

const startedMs = performance.now();
const left = [...seeds];
let failed = 0;

async function work(): Promise<void> {
  for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
    const failure = await tryFaultRun(seed).catch((error: unknown) => `FAULT_SEED=${seed}\n${error}`);
    if (failure !== undefined) {
      failed += 1;
      console.log(`${failure}\n\nFAULT_SEED=${seed} npm run test:faults replays this run.\n`);
    }
  }
}

await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
const seconds = Math.round((performance.now() - startedMs) / 1000);
console.log(
  `${seeds.length} runs of the bundle with faults in ${seconds} s: ${seeds.length - failed} as they should be, ${failed} not`,
);
// Those who wait for requests that never came would keep the process.
process.exit(failed === 0 ? 0 : 1);
