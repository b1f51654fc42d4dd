import { askedPeople } from './asked.ts';
import { checkCalls } from './check-calls.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkPeople } from './check-people.ts';
import { checkSessions } from './check-sessions.ts';
import { expectRun } from './expected.ts';
import type { Run } from './run.ts';
import type { World } from './world.ts';

/** A run that does nothing for nobody: no request is made when nobody is due. */
function checkIdle(run: Run, dueCount: number): string[] {
  return dueCount === 0 && run.trace.exchanges.length > 0 ? ['requests are made although nobody is due'] : [];
}

/** Holds a run against what really happened, and says in words what is not as the contract has it. */
export function checkRun(world: World, run: Run): readonly string[] {
  const expected = expectRun(world, run.trace);
  const asked = askedPeople(world, expected.foundIds);
  const due = asked.flatMap(({ userId, hold }) => (hold === undefined ? (userId ?? []) : []));
  const dueAtFirst = askedPeople(world, new Map()).filter(({ hold }) => hold === undefined).length;
  return [
    ...checkIdle(run, dueAtFirst),
    ...checkCalls(world, { trace: run.trace, expected, due }),
    ...checkPeople({ world, run, expected, asked }),
    ...checkSessions(world, run),
    ...checkOutputs(run),
    ...run.logLines.filter((line) => line.includes('@')).map((line) => `the log says ${line}`),
  ];
}
