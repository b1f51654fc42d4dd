import { checkCalls } from './check-calls.ts';
import { checkLooks } from './check-looks.ts';
import { checkOrders } from './check-order.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkPeople } from './check-people.ts';
import { type Facts, gatherFacts } from './facts.ts';
import type { Run } from './run.ts';
import type { World } from './world.ts';

/** A run that does nothing for nobody: no request is made when nobody is due, or in a dry run that asks nobody. */
function checkIdle({ world, run, persons }: Facts): string[] {
  const isIdle =
    (world.dryRun && !world.checkAccounts && world.orgId === undefined) ||
    persons.every(({ hold }) => hold === 'not_due');
  return isIdle && run.trace.exchanges.length > 0 ? ['requests are made although nobody is due'] : [];
}

/** Holds a run against what really happened, and says in words what is not as the contract has it. */
export function checkRun(world: World, run: Run): readonly string[] {
  const facts = gatherFacts(world, run);
  return [
    ...checkIdle(facts),
    ...checkCalls(facts),
    ...checkOrders(facts),
    ...checkPeople(facts),
    ...checkLooks(facts),
    ...checkOutputs(world, run),
    ...run.logLines.filter((line) => line.includes('@')).map((line) => `the log says ${line}`),
  ];
}
