import { type Before, type Call, type CallEnd, canGoOn, endOf, reasonOf } from './call-ends.ts';
import { INVALID, isDead, isOfMethod, mayHaveActed, NOT_STARTED, SOME_FAILED } from './codes.ts';
import type { Exchange, Trace } from './trace.ts';

/** Where a person must stand, as far as calls tell. */
export interface Expectation {
  readonly status: 'queued' | 'failed' | 'unknown' | 'not-attempted';
  /** What the error may be. `stop` stands for whatever stopped the run. */
  readonly errors: ReadonlySet<string | null | typeof STOP>;
  /** The answer that settles the person. */
  readonly settledBy: Exchange | undefined;
}

export const STOP = Symbol('stop');

/** One call, what came before it, and how it ends. */
export interface EndedCall {
  readonly call: Call;
  readonly before: Before;
  readonly end: CallEnd;
}

/** What must follow from the calls of a run. */
export interface Expected {
  readonly ends: readonly EndedCall[];
  /** By user ID, everybody whom a reset named. */
  readonly people: ReadonlyMap<string, Expectation>;
  /** By address in lower case, everybody whom a look-up named; those whom it found have no `unresolved`. */
  readonly lookUps: ReadonlyMap<string, Expectation | 'found'>;
  /** Why addresses are not looked up any more, where an answer says so. */
  readonly lookUpEnd: string | undefined;
  /** What stops the run by the calls alone: nothing may be sent after it. */
  readonly stop: { readonly by: EndedCall; readonly error: string | undefined } | undefined;
  /** What must not be, such as people sent again although they were settled. */
  readonly violations: readonly string[];
}

interface Person {
  status: Expectation['status'];
  isSettled: boolean;
  settledBy: Exchange | undefined;
  readonly openReasons: Set<string>;
  errors: Set<string | null | typeof STOP>;
}

interface Following {
  readonly maxRetries: number;
  readonly needsOwner: boolean;
  readonly people: Map<string, Person>;
  readonly outOfRetries: Set<string>;
  /** To be sent alone. */
  readonly named: Set<string>;
  readonly everNamed: Set<string>;
  readonly violations: string[];
  deferred: EndedCall[];
  hasAccepted: boolean;
}

function isOpen({ meaning }: Exchange): boolean {
  return (
    meaning.kind === 'unclear' ||
    (meaning.kind === 'refused' && (mayHaveActed(meaning.code) || meaning.isContradiction === true))
  );
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

/** What leaves a call without a clear end: `unreachable` only if no request can have got through. */
function reasonsOfExhausted({ attempts }: Call): ReadonlySet<string> {
  const seen = attempts.flatMap((attempt) => reasonOf(attempt) ?? []);
  const limited = attempts.some(({ meaning }) => meaning.kind === 'rate-limited') ? ['ratelimited'] : [];
  return new Set([...(seen.length > 0 ? seen : ['unreachable']), ...limited]);
}

function followAccepted(id: string, person: Person, { userIds, last }: Call): void {
  const failures = last.meaning.kind === 'accepted' ? last.meaning.failures : undefined;
  if (failures === undefined) {
    settle(person, 'queued', { error: null, by: last });
    return;
  }
  const { named, hasOthers } = failures;
  if (userIds.length === 1) {
    settle(person, 'failed', { error: named.get(id) ?? SOME_FAILED, by: last });
  } else if (hasOthers || named.has(id)) {
    leaveOpen(person, [SOME_FAILED]);
  } else {
    settle(person, 'queued', { error: null, by: last });
  }
}

function followRefused(id: string, person: Person, { userIds, last }: Call, code: string): void {
  const named = last.meaning.kind === 'refused' ? last.meaning.named : new Map<string, string | undefined>();
  if (userIds.length === 1) {
    // In an answer about one person a code of their own says more than that of the group.
    settle(person, 'failed', { error: code === SOME_FAILED ? (named.get(id) ?? code) : code, by: last });
  } else if (code === SOME_FAILED) {
    leaveOpen(person, [code]);
  }
}

/** Notes for one person what one call and its end mean. */
function follow(id: string, person: Person, { call, end }: EndedCall): void {
  const open = call.attempts.filter(isOpen).flatMap((attempt) => reasonOf(attempt) ?? []);
  if (open.length > 0) {
    leaveOpen(person, open);
  }
  if (end.kind === 'accepted') {
    followAccepted(id, person, call);
  } else if (end.kind === 'exhausted') {
    person.isSettled = true;
    if (person.status !== 'unknown') {
      Object.assign(person, { status: 'not-attempted', errors: reasonsOfExhausted(call) });
    }
  } else if (end.kind === 'refused' && end.about === 'people') {
    followRefused(id, person, call, end.code);
  }
}

function personOf(people: Map<string, Person>, key: string): Person {
  const errors = new Set<string | null | typeof STOP>([STOP]);
  const person = people.get(key) ?? {
    status: 'not-attempted',
    isSettled: false,
    settledBy: undefined,
    openReasons: new Set<string>(),
    errors,
  };
  people.set(key, person);
  return person;
}

/** Whom an answer names: they are to be sent alone. */
function namesIn({ last: { meaning } }: Call): ReadonlySet<string> {
  const named =
    meaning.kind === 'refused' ? meaning.named : meaning.kind === 'accepted' ? meaning.failures?.named : undefined;
  return new Set(named?.keys());
}

/** What was left open until every batch was sent once is about people, if Slack has accepted anybody by then. */
function judgeDeferred(state: Following): void {
  if (state.deferred.length > 0 && !state.hasAccepted) {
    state.violations.push(`the run goes on although ${INVALID} names nobody and nobody was accepted`);
  }
  for (const { call } of state.deferred) {
    for (const id of call.userIds) {
      followRefused(id, personOf(state.people, id), call, INVALID);
    }
  }
  state.deferred = [];
}

function followReset(ended: EndedCall, state: Following): void {
  const { call, end, before } = ended;
  const { people, violations, named } = state;
  for (const id of call.userIds) {
    const person = personOf(people, id);
    if (person.isSettled) {
      violations.push(`${id} is sent again although ${person.status}`);
    }
    if (named.has(id) && call.userIds.length > 1) {
      violations.push(`${id} is sent with others although an answer named the person`);
    }
    follow(id, person, ended);
    state.hasAccepted ||= person.status === 'queued';
    if (end.kind === 'refused' && end.code === NOT_STARTED) {
      state.outOfRetries.add(id);
    }
  }
  if (end.kind === 'refused' && end.about === 'either' && before.isFirst) {
    state.deferred.push(ended);
  }
  const names = namesIn(call);
  for (const id of names) {
    state.everNamed.add(id);
  }
  const isVerdict = call.last.meaning.kind === 'accepted' && call.last.meaning.failures?.hasOthers === false;
  // A refusal that names everybody tells as little as one that names nobody.
  if (names.size < call.userIds.length || isVerdict) {
    for (const id of names) {
      named.add(id);
    }
  }
}

function beforeOf(call: Pick<Call, 'method' | 'userIds'>, state: Following): Before {
  const { userIds, method } = call;
  // Whose token it is need not be known for certain, unless it is asked for.
  const isBrief = method === 'auth' && !state.needsOwner;
  return {
    maxRetries: isBrief ? Math.min(1, state.maxRetries) : state.maxRetries,
    hasAccepted: state.hasAccepted,
    isOutOfRetries: userIds.length > 0 && userIds.every((id) => state.outOfRetries.has(id)),
    wasNamed: userIds.length === 1 && userIds.every((id) => state.everNamed.has(id)),
    isFirst: !userIds.some((id) => state.people.has(id)),
  };
}

/** Follows the calls of a run, one after the other, and says where everybody must stand at its end. */
export function expectRun(
  { maxRetries, ownId, needsOwner = false }: { maxRetries: number; ownId?: string | undefined; needsOwner?: boolean },
  { exchanges }: Pick<Trace, 'exchanges'>,
): Expected {
  const state: Following = {
    maxRetries,
    needsOwner,
    people: new Map(),
    outOfRetries: new Set(),
    named: new Set(),
    everNamed: new Set(),
    violations: [],
    deferred: [],
    hasAccepted: false,
  };
  const lookUps = new Map<string, Expectation | 'found'>();
  const ends: EndedCall[] = [];
  let lookUpEnd: string | undefined;
  for (let from = 0; from < exchanges.length; ) {
    const { call, before } = readCall(exchanges, from, state);
    from = call.lastIndex + 1;
    const isLater = call.method === 'reset' && (!before.isFirst || call.userIds.includes(ownId ?? ''));
    if (isLater) {
      judgeDeferred(state);
    }
    const ended = { call, before, end: endOf(call, before) };
    ends.push(ended);
    if (call.method === 'reset') {
      followReset(ended, state);
    } else if (call.method === 'lookup') {
      const expectation = followLookUp(ended);
      lookUps.set(call.subject, expectation);
      lookUpEnd ??= endsLookUps(ended);
    }
  }
  const stop = findStop(ends, state);
  if (stop === undefined && state.deferred.length > 0) {
    judgeDeferred(state);
  }
  return { ends, people: state.people, lookUps, lookUpEnd, stop, violations: state.violations };
}

/** Takes the attempts of one call: the same request again, as long as another attempt is due. */
function readCall(
  exchanges: readonly Exchange[],
  from: number,
  state: Following,
): { readonly call: Call; readonly before: Before } {
  const first = exchanges[from];
  if (first === undefined) {
    throw new Error('There is no such exchange');
  }
  const { method, subject, userIds, cursor } = first;
  const before = beforeOf({ method, userIds }, state);
  const attempts = [first];
  for (let at = from + 1; canGoOn(attempts, before); at += 1) {
    const next = exchanges[at];
    if (next?.method !== method || next.subject !== subject || next.cursor !== cursor) {
      break;
    }
    attempts.push(next);
  }
  const last = attempts.at(-1) ?? first;
  return { call: { method, subject, userIds, attempts, last, lastIndex: from + attempts.length - 1 }, before };
}

const UNRESOLVED = { status: 'not-attempted', settledBy: undefined } as const;

function followLookUp({ call, end }: EndedCall): Expectation | 'found' {
  const { meaning } = call.last;
  const { last: settledBy } = call;
  if (meaning.kind === 'accepted' && end.kind === 'accepted') {
    const { account } = meaning;
    if (account === undefined) {
      return { ...UNRESOLVED, errors: new Set(['invalid_response']) };
    }
    const isRight = account.email === undefined || account.email.toLowerCase() === call.subject;
    return isRight ? 'found' : { status: 'failed', errors: new Set(['wrong_person']), settledBy };
  }
  if (end.kind === 'refused') {
    const { code } = end;
    return isDead(code) || isOfMethod(code)
      ? { ...UNRESOLVED, errors: new Set([code]) }
      : { status: 'failed', errors: new Set([code]), settledBy };
  }
  return { ...UNRESOLVED, errors: end.kind === 'exhausted' ? reasonsOfExhausted(call) : new Set([STOP, 'time_limit']) };
}

/** A code about the method or the token leaves all further addresses alone. */
function endsLookUps({ end }: EndedCall): string | undefined {
  return end.kind === 'refused' && (isDead(end.code) || isOfMethod(end.code)) ? end.code : undefined;
}

/** The first end after which nothing may be sent. */
function findStop(ends: readonly EndedCall[], { deferred, hasAccepted }: Following): Expected['stop'] {
  const by = ends.find(({ call: { method }, end }) => {
    if (end.kind === 'refused') {
      const isRunWide = method === 'reset' && end.about === 'run';
      return isRunWide || method === 'auth' || (isDead(end.code) && (method === 'lookup' || method === 'info'));
    }
    return method === 'reset' && end.kind === 'interrupted';
  });
  if (by !== undefined) {
    return { by, error: by.end.kind === 'refused' ? by.end.code : undefined };
  }
  const [first] = deferred;
  return first === undefined || hasAccepted ? undefined : { by: ends.at(-1) ?? first, error: INVALID };
}
