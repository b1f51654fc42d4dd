import { expect, it } from '@jest/globals';
import { createCallContext } from '../../src/calls/create-context.ts';

function create() {
  const [cancelled, abandoned] = [new AbortController(), new AbortController()];
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line), debug: () => 0, group: () => 0 };
  const startMs = performance.now();
  const signals = { cancelled: cancelled.signal, abandoned: abandoned.signal };
  const context = createCallContext({ timeoutMinutes: 0.5, maxRetries: 3 }, { startMs, ...signals, log });
  return { context, cancelled, startMs };
}

it('the time budget counts from the start, by a clock that only grows', () => {
  const { context, startMs } = create();
  expect(context.bounds.deadlineMs).toBe(startMs + 30_000);
  const before = context.clock.monotonicMs();
  expect(before).toBeGreaterThanOrEqual(startMs);
  expect(context.clock.monotonicMs()).toBeGreaterThanOrEqual(before);
  expect(Math.abs(context.clock.now() - Date.now())).toBeLessThan(1000);
  expect(context.random()).toBeLessThan(1);
});

it('a wait takes its time, and ends at once when the run is cancelled', async () => {
  const { context, cancelled } = create();
  const startedMs = performance.now();
  await context.clock.sleep(30, cancelled.signal);
  expect(performance.now() - startedMs).toBeGreaterThan(25);
  const long = context.clock.sleep(60_000, cancelled.signal);
  cancelled.abort();
  await long;
  expect(performance.now() - startedMs).toBeLessThan(30_000);
});
