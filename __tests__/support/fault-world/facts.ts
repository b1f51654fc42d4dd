import { MONOTONIC_START_MS } from './clock.ts';
import { type Expected, expectRun } from './expected.ts';
import { findWitnesses, listingsOf, pausesOf, plausibleListings, type Surroundings } from './looks.ts';
import { type AskedPerson, personsAt } from './persons.ts';
import type { Run } from './run.ts';
import type { Exchange, OwnerAnswer, Wait } from './trace.ts';
import type { World } from './world.ts';

/** All that a run is held against. */
export interface Facts {
  readonly world: World;
  readonly run: Run;
  readonly expected: Expected;
  /** Everybody by what is known at the end. */
  readonly persons: readonly AskedPerson[];
  /** Everybody by what was known when the first reset was sent. */
  readonly personsBefore: readonly AskedPerson[];
  /** By every ID, by what was known when the first reset was sent. */
  readonly byId: ReadonlyMap<string, AskedPerson>;
  /** How many requests named an ID or an address. */
  readonly callCounts: ReadonlyMap<string, number>;
  /** The truth: IDs that were really acted on. */
  readonly acted: ReadonlySet<string>;
  readonly requestedIds: ReadonlySet<string>;
  readonly owner: OwnerAnswer | undefined;
  readonly firstReset: number;
  readonly lastReset: number;
  readonly pauses: readonly Wait[];
  readonly looks: Surroundings;
  readonly deadlineMs: number;
  readonly halfMs: number;
  readonly cancelMs: number;
}

/** Everybody, by all that answers told; where an error of our own came right after an answer, without that. */
function personsSaid(
  world: World,
  { trace: { exchanges }, record, isBroken }: Run,
  lookUps: Expected['lookUps'],
): readonly AskedPerson[] {
  const persons = personsAt(world, { exchanges, lookUps });
  const isSaid = record.results.length === persons.length || !isBroken;
  return isSaid ? persons : personsAt(world, { exchanges, lookUps, before: exchanges.length - 1 });
}

function countCalls(exchanges: readonly Exchange[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { method, subject, userIds } of exchanges) {
    for (const key of method === 'reset' ? userIds : [subject]) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Puts together what can be known of a run from outside. */
export function gatherFacts(world: World, run: Run): Facts {
  const { exchanges } = run.trace;
  const owner = exchanges.flatMap(({ method, meaning }) =>
    method === 'auth' && meaning.kind === 'accepted' ? (meaning.owner ?? []) : [],
  )[0];
  const expected = expectRun(
    { maxRetries: world.maxRetries, ownId: owner?.userId, needsOwner: world.orgId !== undefined },
    run.trace,
  );
  const resets = exchanges.flatMap(({ method }, index) => (method === 'reset' ? index : []));
  const firstReset = resets[0] ?? exchanges.length;
  const { lookUps } = expected;
  const persons = personsSaid(world, run, lookUps);
  const personsBefore =
    firstReset === exchanges.length ? persons : personsAt(world, { exchanges, lookUps, before: firstReset });
  const cut = new Set(run.trace.waits.flatMap(({ isCut, after }) => (isCut ? after : [])));
  const attemptWaits = new Set(
    expected.ends.flatMap(({ call, end }) => {
      const first = call.lastIndex - call.attempts.length + 1;
      // A wait for an attempt that is not made was cut: one that would end too late is not begun.
      const isCut = end.kind === 'interrupted' && cut.has(call.lastIndex + 1);
      return Array.from({ length: call.attempts.length - (isCut ? 0 : 1) }, (_, index) => first + index + 1);
    }),
  );
  const pauses = pausesOf(run.trace, attemptWaits);
  const listings = listingsOf(run.trace, pauses);
  const isOfRun = (id: string): boolean => ofRun.has(id);
  const ofRun = new Set(persons.flatMap(({ ids }) => [...ids]));
  return {
    ...{ world, run, expected, persons, personsBefore, owner, firstReset, pauses },
    callCounts: countCalls(exchanges),
    acted: new Set(exchanges.flatMap((exchange) => exchange.acted)),
    requestedIds: new Set(world.people.mentions.flatMap(({ userId }) => userId ?? [])),
    byId: new Map(personsBefore.flatMap((person) => [...person.ids].map((id) => [id, person] as const))),
    lastReset: resets.at(-1) ?? -1,
    looks: {
      listings,
      plausible: plausibleListings(listings, isOfRun),
      kind: world.sessions,
      witnessed: findWitnesses(listings),
    },
    deadlineMs: MONOTONIC_START_MS + world.budgetMs,
    halfMs: MONOTONIC_START_MS + world.budgetMs / 2,
    cancelMs: MONOTONIC_START_MS + (world.cancelAfterMs ?? Number.POSITIVE_INFINITY),
  };
}
