import { mayHaveActed, NOT_STARTED, SOME_FAILED } from './codes.ts';
import { type Before, type CallEnd, endOf, reasonOf } from './expected-call.ts';
import { type Call, callsOf, type Exchange, type Trace } from './trace.ts';
import type { World } from './world.ts';

/** Where a person must stand, as far as calls tell. */
export interface Expectation {
  readonly status: 'queued' | 'failed' | 'unknown' | 'not-attempted';
  /** What the error may be. `stop` stands for whatever stopped the run. */
  readonly errors: ReadonlySet<string | null | typeof STOP>;
  readonly calls: number;
  readonly requestIds: ReadonlySet<string | undefined>;
  /** The answer that settles the person. */
  readonly settledBy: Exchange | undefined;
}

export const STOP = Symbol('stop');

/** What must follow from the calls of a run. */
export interface Expected {
  readonly ends: readonly { readonly call: Call; readonly before: Before; readonly end: CallEnd }[];
  /** By user ID, everybody whom a reset named. */
  readonly people: ReadonlyMap<string, Expectation>;
  /** By address in lower case, everybody whom a look-up named and did not find. */
  readonly lookUps: ReadonlyMap<string, Expectation>;
  readonly foundIds: ReadonlyMap<string, string>;
  /** Look-ups that found somebody, by user ID. */
  readonly findingCalls: ReadonlyMap<string, number>;
  /** What must not be: people sent again although they were settled. */
  readonly violations: readonly string[];
}

interface Person {
  status: Expectation['status'];
  isSettled: boolean;
  settledBy: Exchange | undefined;
  readonly openReasons: Set<string>;
  errors: Set<string | null | typeof STOP>;
  calls: number;
  readonly requestIds: Set<string | undefined>;
}

function isOpen({ meaning }: Call['last']): boolean {
  return meaning.kind === 'unclear' || (meaning.kind === 'refused' && mayHaveActed(meaning.code));
}

function settle(person: Person, status: Person['status'], { error, by }: { error: string | null; by: Exchange }): void {
  Object.assign(person, { status, errors: new Set([error]), isSettled: true, settledBy: by });
}

function leaveOpen(person: Person, reasons: Iterable<string>): void {
  for (const reason of reasons) {
    person.openReasons.add(reason);
  }
  Object.assign(person, { status: 'unknown', errors: person.openReasons });
}

function followExhausted(person: Person, { method, attempts }: Call, isSeen: boolean): void {
  const reasons = attempts.flatMap((attempt) => reasonOf(attempt) ?? []);
  person.isSettled = true;
  if (isSeen && method === 'reset') {
    leaveOpen(person, reasons);
  } else if (person.status !== 'unknown') {
    Object.assign(person, { status: 'not-attempted', errors: new Set(isSeen ? reasons : ['unreachable']) });
  }
}

function followRefused(
  person: Person,
  id: string,
  { call, end }: { call: Call; end: CallEnd & { kind: 'refused' } },
): void {
  const { last: by } = call;
  const { meaning } = by;
  const named = meaning.kind === 'refused' ? meaning.named : new Map<string, string | undefined>();
  if (end.isRunWide) {
    return;
  }
  if (end.isPartial) {
    const error = named.has(id) ? (named.get(id) ?? SOME_FAILED) : null;
    settle(person, named.has(id) ? 'failed' : 'queued', { error, by });
  } else if (call.userIds.length <= 1) {
    settle(person, 'failed', { error: end.code, by });
  } else if (end.code === SOME_FAILED) {
    leaveOpen(person, [SOME_FAILED]);
  }
}

/** Notes for one person what one call and its end mean. */
function follow(person: Person, id: string, { call, end }: { call: Call; end: CallEnd }): void {
  const { attempts, last, method } = call;
  person.calls += attempts.length;
  for (const { requestId } of attempts) {
    person.requestIds.add(requestId);
  }
  const open = attempts.filter(isOpen).flatMap((attempt) => reasonOf(attempt) ?? []);
  if (open.length > 0 && method === 'reset') {
    leaveOpen(person, open);
  }
  if (end.kind === 'accepted') {
    settle(person, 'queued', { error: null, by: last });
  } else if (end.kind === 'exhausted') {
    followExhausted(person, call, end.isSeen);
  } else if (end.kind === 'refused') {
    followRefused(person, id, { call, end });
  }
}

function newPerson(): Person {
  const errors = new Set<Expectation['errors'] extends ReadonlySet<infer E> ? E : never>([STOP]);
  const requestIds = new Set<string | undefined>();
  const openReasons = new Set<string>();
  return { status: 'not-attempted', isSettled: false, settledBy: undefined, openReasons, errors, calls: 0, requestIds };
}

function personOf(people: Map<string, Person>, key: string): Person {
  const person = people.get(key) ?? newPerson();
  people.set(key, person);
  return person;
}

/** A look-up that Slack accepts and that names nobody tells nothing about anybody. */
function followLookUp(person: Person, { call, end }: { call: Call; end: CallEnd }): string | undefined {
  const { meaning } = call.last;
  const foundId = meaning.kind === 'accepted' ? meaning.foundId : undefined;
  follow(person, '', { call, end });
  if (end.kind === 'accepted') {
    Object.assign(person, { status: 'not-attempted', errors: new Set(['invalid_response']) });
  }
  return foundId;
}

/** Follows the calls of a run, one after the other, and says where everybody must stand at its end. */
export function expectRun({ maxRetries }: Pick<World, 'maxRetries'>, trace: Pick<Trace, 'exchanges'>): Expected {
  const people = new Map<string, Person>();
  const lookUps = new Map<string, Person>();
  const foundIds = new Map<string, string>();
  const findingCalls = new Map<string, number>();
  const outOfRetries = new Set<string>();
  const violations: string[] = [];
  let hasQueued = false;
  const ends = callsOf(trace).map((call) => {
    const hasAccepted = call.method === 'lookup' ? foundIds.size > 0 : hasQueued;
    const isOutOfRetries = call.userIds.length > 0 && call.userIds.every((id) => outOfRetries.has(id));
    const before = {
      maxRetries: call.method === 'auth' ? Math.min(1, maxRetries) : maxRetries,
      hasAccepted,
      isOutOfRetries,
    };
    const end = endOf(call, before);
    for (const id of call.userIds) {
      const person = personOf(people, id);
      if (person.isSettled) {
        violations.push(`${id} is sent again although ${person.status}`);
      }
      follow(person, id, { call, end });
      hasQueued ||= person.status === 'queued';
      if (end.kind === 'refused' && end.code === NOT_STARTED) {
        outOfRetries.add(id);
      }
    }
    if (call.method === 'lookup') {
      const foundId = followLookUp(personOf(lookUps, call.subject), { call, end });
      if (foundId !== undefined) {
        foundIds.set(call.subject, foundId);
        findingCalls.set(foundId, (findingCalls.get(foundId) ?? 0) + call.attempts.length);
      }
    }
    return { call, before, end };
  });
  return { ends, people, lookUps, foundIds, findingCalls, violations };
}
