import { checkRun } from './check.ts';
import { describeRun, describeWorld } from './describe.ts';
import { runWorld } from './run.ts';
import { drawWorld } from './world.ts';

export { DOCUMENTED } from './codes.ts';
export { FAULTS } from './fault-plan.ts';
export { type Run, runWorld } from './run.ts';
export { doesVerify, drawWorld, type World } from './world.ts';

/** Runs the world of a seed; the result says what is wrong, with all that is needed to look into it, or nothing. */
export async function tryFaults(seed: number): Promise<string | undefined> {
  const world = drawWorld(seed);
  const run = await runWorld(world);
  const problems = checkRun(world, run);
  if (problems.length === 0) {
    return undefined;
  }
  const shown = problems.slice(0, 10).join('\n');
  return [`FAULT_SEED=${seed}: ${problems.length} problems\n${shown}`, describeWorld(world), describeRun(run)].join(
    '\n\n',
  );
}
