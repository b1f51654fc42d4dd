import { checkRun } from './check.ts';
import { describeResults, describeRun, describeWorld } from './describe.ts';
import { type Run, runWorld } from './run.ts';
import { drawWorld } from './world.ts';

export { checkRun } from './check.ts';
export { DOCUMENTED } from './codes.ts';
export { FAULTS } from './fault-plan.ts';
export { type Run, runWorld } from './run.ts';
export { doesLook, drawWorld, type World } from './world.ts';

/** Runs the world of a seed; `failure` says what is wrong, with all that is needed to look into it. */
export async function tryFaults(seed: number): Promise<{ run: Run; failure: string | undefined }> {
  const world = drawWorld(seed);
  const run = await runWorld(world);
  const problems = checkRun(world, run);
  if (problems.length === 0) {
    return { run, failure: undefined };
  }
  const headline = `FAULT_SEED=${seed}: ${problems.length} problems`;
  const shown = [headline, ...problems.slice(0, 10)].join('\n');
  return { run, failure: [shown, describeWorld(world), describeRun(run), describeResults(run)].join('\n\n') };
}
