import { MONOTONIC_START_MS } from './clock.ts';
import type { Run } from './run.ts';
import type { Exchange } from './trace.ts';
import type { World } from './world.ts';

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
  return `${index}: ${startMs - MONOTONIC_START_MS} to ${endMs - MONOTONIC_START_MS} ms, ${method} ${whom}: ${label}, means ${means}, acted on ${acted.length}`;
}

/** The world of a seed in words, for whoever looks into a failure. */
export function describeWorld(world: World): string {
  const { people, habits, tokenHabits, listing, faults, ignored, ...rest } = world;
  const { rate, outages, weights } = faults;
  const kinds = Object.entries(weights).filter(([, weight]) => weight > 0.01);
  return [
    JSON.stringify({ ...rest, ignored: [...ignored] }),
    JSON.stringify({ ...habits, ...tokenHabits, ...(world.looks ? listing : {}) }),
    `faults: ${rate} of the calls, outages ${outages.toFixed(2)}, ${kinds.map(([kind]) => kind).join(' ')}`,
    `${people.mentions.length} mentions: ${listed(people.mentions.map(({ userId, email }) => userId ?? email ?? ''))}`,
    `accounts: ${listed(people.accounts.map(({ ids, kind, isActive, refusal }) => `${ids.join('=')} ${kind}${isActive ? '' : ' gone'} ${refusal ?? ''}`))}`,
    `protected: ${listed(people.protectedIds)}`,
  ].join('\n');
}

/** The last requests of a run, one a line. */
export function describeRun({ trace }: Run): string {
  return trace.exchanges.map(describeExchange).slice(-MOST).join('\n');
}

/** What the run says of everybody. */
export function describeResults({ record }: Run): string {
  const people = record.results.map(
    ({ person, status, error, foundSignedIn }) =>
      `${person.userId ?? person.source} ${status} (${error})${foundSignedIn ? ', found signed in' : ''}`,
  );
  return [`${record.outcome}, stopped by ${record.stop?.error}`, ...record.faults, listed(people)].join('\n');
}
