import type { Run } from './run.ts';
import type { Exchange } from './trace.ts';
import { START_MS, type World } from './world.ts';

const MOST = 60;

function listed(items: readonly string[]): string {
  const rest = items.length - MOST;
  return `${items.slice(0, MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function describeExchange(
  { method, userIds, subject, startMs, endMs, meaning, acted, label }: Exchange,
  index: number,
): string {
  const whom = method === 'reset' ? `${userIds.length} people (${userIds.slice(0, 3).join()}…)` : subject;
  const means = meaning.kind === 'refused' ? meaning.code : meaning.kind === 'unclear' ? meaning.reason : meaning.kind;
  return `${index}: ${startMs - START_MS} to ${endMs - START_MS} ms, ${method} ${whom}: ${label}, means ${means}, acted on ${acted.length}`;
}

/** The world of a seed in words, for whoever looks into a failure. */
export function describeWorld(world: World): string {
  const { people, habits, sessionHabits, faults, ignored, ...rest } = world;
  const { rate, outages, weights } = faults;
  const kinds = Object.entries(weights).filter(([, weight]) => weight > 0.01);
  return [
    JSON.stringify({ ...rest, ignored: [...ignored] }),
    JSON.stringify({ ...habits, ...(world.verify ? sessionHabits : {}) }),
    `faults: ${rate} of the calls, outages ${outages.toFixed(2)}, ${kinds.map(([kind]) => kind).join(' ')}`,
    `${people.mentions.length} mentions: ${listed(people.mentions.map(({ userId, email }) => userId ?? email ?? ''))}`,
    `refused: ${listed([...people.refusals].map(([id, code]) => `${id} ${code}`))}`,
    `protected: ${listed(people.protectedIds)}`,
  ].join('\n');
}

/** The last requests of a run, one a line. */
export function describeRun({ trace }: Run): string {
  return trace.exchanges.map(describeExchange).slice(-MOST).join('\n');
}
