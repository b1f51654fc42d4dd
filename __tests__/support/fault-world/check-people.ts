import type { PersonResult } from '../../../src/reset/results.ts';
import { DOCUMENTED } from './codes.ts';
import { type Expectation, STOP } from './expected.ts';
import type { Facts } from './facts.ts';
import type { AskedPerson } from './persons.ts';

/** Where one person must stand: any of these, and whatever stopped the run where an error is `STOP`. */
type Standing = Pick<Expectation, 'settledBy'> & {
  readonly status: PersonResult['status'];
  readonly errors: ReadonlySet<string | null | typeof STOP>;
};

const ACCEPTED = new Set(['queued', 'verified', 'still-active']);

/** Reasons for which somebody known by ID need not be sent, as far as the calls do not tell. */
function reasonsForNobody({ world, run }: Facts): ReadonlySet<string | typeof STOP> {
  const hasProblem = run.record.problems.length > 0;
  return new Set<string | typeof STOP>([
    STOP,
    ...(hasProblem ? ['max_users'] : []),
    ...(world.lookFirstAfterDays !== undefined && !hasProblem ? ['look_failed'] : []),
    ...(run.isBroken ? ['unexpected_error'] : []),
  ]);
}

/** What the look-up of somebody without a known ID came to. */
function standingsByEmail({ emails }: AskedPerson, facts: Facts): readonly Standing[] {
  const { lookUps, lookUpEnd } = facts.expected;
  const ends = [...emails].flatMap((email) => lookUps.get(email) ?? []).filter((end) => end !== 'found');
  const never: Standing = {
    status: 'not-attempted',
    errors: new Set([...reasonsForNobody(facts), lookUpEnd ?? STOP, 'time_limit']),
    settledBy: undefined,
  };
  // An error of our own may come between an answer and its entry; then nothing is known.
  return ends.length === 0 || facts.run.isBroken ? [never, ...ends] : ends;
}

function standingsById(person: AskedPerson, facts: Facts): readonly Standing[] {
  const sent = [...person.ids].flatMap((id) => facts.expected.people.get(id) ?? []);
  const never: Standing = { status: 'not-attempted', errors: reasonsForNobody(facts), settledBy: undefined };
  if (sent.length > 0) {
    return sent;
  }
  const isById = [...person.ids].some((id) => facts.requestedIds.has(id));
  if (person.isFoundGone && !isById) {
    return [{ status: 'signed-out', errors: new Set(['deactivated']), settledBy: undefined }];
  }
  const isLong = isLongDue(person, facts);
  return [never, ...(isLong ? [{ ...never, status: 'signed-out', errors: new Set(['no_session']) } as const] : [])];
}

/** Whether a person is looked at before the reset for being due so long; unknown dates may be. */
export function isLongDue({ dueDays }: AskedPerson, { world }: Facts): boolean {
  const { lookFirstAfterDays: days } = world;
  return days !== undefined && (dueDays === undefined || dueDays >= days);
}

/** The account is gone, and Slack refused the person as not found: there is nothing left to end. */
function isGone(person: AskedPerson, { status, errors }: Standing): boolean {
  return person.isDeactivated === true && status === 'failed' && errors.has('user_not_found');
}

function withIgnored(person: AskedPerson, standing: Standing, { world, run }: Facts): readonly Standing[] {
  if (isGone(person, standing)) {
    return [{ ...standing, status: 'signed-out', errors: new Set(['deactivated']) }];
  }
  const isIgnored =
    standing.status === 'failed' && [...standing.errors].some((code) => world.ignored.has(String(code)));
  const base = isIgnored ? ({ ...standing, status: 'ignored' } as const) : standing;
  // An error of our own may come between an answer and its entry; then nothing clear is known.
  const lost = { ...standing, status: 'unknown', errors: new Set(['unexpected_error', ...ANY_REASON]) } as const;
  const isLast = standing.settledBy !== undefined && standing.settledBy === run.trace.exchanges.at(-1);
  const isOpen = standing.status === 'not-attempted' || standing.status === 'unknown' || isLast;
  return run.isBroken && isOpen ? [base, lost] : [base];
}

const ANY_REASON = ['connection_lost', 'time_limit', 'cancelled', ...DOCUMENTED];

/** All that may be said of a person, by the calls alone. */
export function standingsOf(person: AskedPerson, facts: Facts): readonly Standing[] {
  const wasSent = [...person.ids].some((id) => facts.expected.people.has(id));
  if (person.hold !== undefined && !wasSent) {
    return [{ status: 'skipped', errors: new Set([person.hold]), settledBy: undefined }];
  }
  if (facts.world.dryRun) {
    const refused = { status: 'not-attempted', errors: new Set(['max_users']), settledBy: undefined } as const;
    const planned = { status: 'planned', errors: new Set([null]), settledBy: undefined } as const;
    return facts.run.record.problems.length > 0 ? [refused] : [planned];
  }
  const standings = person.ids.size === 0 ? standingsByEmail(person, facts) : standingsById(person, facts);
  return standings.flatMap((standing) => withIgnored(person, standing, facts));
}

function nameOf({ ids, emails }: AskedPerson): string {
  return [...ids, ...emails].join('/');
}

/** HTTP calls that named the person; one that named both IDs counts once at least. */
function callsOf({ ids, emails }: AskedPerson, { callCounts }: Facts): number {
  return [...ids, ...emails].reduce((sum, key) => sum + (callCounts.get(key) ?? 0), 0);
}

/** Before two IDs were known as one person's, a call may have counted for both, or for none when it asked a witness. */
function isAbout(told: number, calls: number, { enterpriseId, ids }: AskedPerson): boolean {
  return told === calls || ((enterpriseId !== undefined || ids.size > 1) && told > 0 && told < calls);
}

/** Everybody requested has one result, in the order requested. */
function checkEverybody({ run, persons }: Facts): string[] {
  const told = run.record.results.map(({ person }) => person.source);
  const due = persons.map(({ source }) => source);
  return told.join() === due.join() ? [] : [`results of ${told.join()} instead of ${due.join()}`];
}

function describe({ status, error }: PersonResult): string {
  return `${status} (${error})`;
}

/** One person's result is what the calls say; what looks say of them is held against the looks elsewhere. */
function checkStatus(result: PersonResult, person: AskedPerson, facts: Facts): string[] {
  const name = nameOf(person);
  const standings = standingsOf(person, facts);
  const stop = facts.run.record.stop?.error;
  const broken = facts.run.isBroken ? 'unexpected_error' : undefined;
  const told = ACCEPTED.has(result.status) ? 'queued' : result.status;
  const fitting = standings.filter(({ status }) => status === told);
  const due = standings.map(({ status, errors }) => `${status} (${[...errors].map(String).join(' or ')})`).join(' or ');
  if (fitting.length === 0) {
    return [`${name} is ${describe(result)}, not ${due}`];
  }
  const errors = fitting
    .flatMap((standing) => [...standing.errors])
    .map((error) => (error === STOP ? (stop ?? broken) : error));
  const isSaid = told === 'queued' || errors.includes(result.error);
  return isSaid ? [] : [`${name} is ${describe(result)}, not ${due}, where the run was stopped by ${stop}`];
}

/** Request and moment are those of the answer that decided. */
function checkTrail(result: PersonResult, person: AskedPerson, facts: Facts): string[] {
  const name = nameOf(person);
  const { status, requestId, atMs, userId } = { ...result, userId: result.person.userId };
  const problems: string[] = [];
  const calls = callsOf(person, facts);
  if (!isAbout(result.calls, calls, person) && !facts.run.isBroken) {
    problems.push(`${name} has ${result.calls} calls, not ${calls}`);
  }
  const isNameless = userId === undefined && person.ids.size > 0 && !facts.run.isBroken;
  if (
    isNameless ||
    (userId !== undefined && person.ids.size === 0) ||
    (userId !== undefined && !person.ids.has(userId))
  ) {
    problems.push(`${name} is called ${userId}`);
  }
  const isByReset = status === 'queued' || status === 'failed' || status === 'ignored';
  const by = standingsOf(person, facts).flatMap(({ settledBy }) => settledBy ?? []);
  const isSo = by.some((exchange) => exchange.wallMs === atMs && (exchange.requestId ?? null) === requestId);
  if (isByReset && by.length > 0 && !isSo) {
    problems.push(
      `${name} is settled at ${atMs} by ${requestId}, not ${by.map(({ wallMs, requestId: id }) => `${wallMs} by ${id}`)}`,
    );
  }
  return problems;
}

/** What is said of the account is what Slack said of it last. */
function checkAccount(result: PersonResult, person: AskedPerson): string[] {
  const { isDeactivated } = person;
  const due = isDeactivated === undefined ? null : isDeactivated ? 'deactivated' : 'active';
  return result.account === due ? [] : [`the account of ${nameOf(person)} is ${result.account}, not ${due}`];
}

/** The truth, whatever answers say: who is called untouched is so, and who is called queued was taken. */
function checkTruth(result: PersonResult, { ids }: AskedPerson, facts: Facts): string[] {
  const [known = ''] = ids;
  // Such a Slack names one of two people who are the same to it.
  const { habits, people } = facts.world;
  if (habits.contradicts === 'other-ids' && (people.accountOf.get(known)?.ids.length ?? 0) > 1) {
    return [];
  }
  const acted = [...ids].some((id) => facts.acted.has(id));
  const isUntouched = ['not-attempted', 'skipped', 'planned'].includes(result.status);
  return (isUntouched && acted) || (ACCEPTED.has(result.status) && !acted)
    ? [`${[...ids]} is ${describe(result)}, but Slack has ${acted ? '' : 'not '}acted on the person`]
    : [];
}

/** What may have stopped the run: the answer that did, or the cancellation or the deadline that had come by then. */
function checkStopReason({ run, expected, cancelMs, deadlineMs, world }: Facts): string[] {
  const told = run.record.stop?.error;
  const { stop } = expected;
  const isCancelled = run.trace.endMs >= cancelMs;
  const isLate = run.trace.endMs >= deadlineMs;
  const authEnd = expected.ends.find(({ call: { method } }) => method === 'auth');
  // Without an answer about the organization that is asked for, nothing can be sent.
  const isUnchecked = world.orgId !== undefined && authEnd !== undefined && authEnd.end.kind !== 'accepted';
  const allowed =
    stop?.error !== undefined
      ? [stop.error, ...(isCancelled ? ['cancelled'] : []), ...(run.isBroken ? [undefined] : [])]
      : [
          ...(stop === undefined ? [undefined] : []),
          ...(isCancelled ? ['cancelled'] : []),
          ...(isLate || stop !== undefined ? ['time_limit'] : []),
          ...(isUnchecked ? [told] : []),
          ...(run.isBroken ? [undefined] : []),
        ];
  return allowed.includes(told) ? [] : [`the run is stopped by ${told}, not ${allowed.join(' or ')}`];
}

/** Where the input is refused, nobody is sent, and only a refusal for the size says who was meant. */
function checkRefusal({ run, owner, world, persons }: Facts): string[] | undefined {
  const { problems, results } = run.record;
  if (problems.length === 0) {
    return undefined;
  }
  const isElsewhere = owner !== undefined && world.orgId !== undefined && owner.organization !== world.orgId;
  if (isElsewhere) {
    return results.length === 0 ? [] : ['the input is refused, but people have results'];
  }
  const due = persons.filter(({ hold }) => hold === undefined).length;
  const most = world.people.mentions.length;
  return Math.max(due, most) > world.maxUsers ? undefined : [`the run is refused: ${problems[0]?.message}`];
}

/** Everybody ends with the one status that is true. */
export function checkPeople(facts: Facts): string[] {
  const refusal = checkRefusal(facts);
  if (refusal !== undefined) {
    return refusal;
  }
  const everybody = checkEverybody(facts);
  const single = facts.run.record.results.flatMap((result, index) => {
    const person = facts.persons[index];
    return person === undefined || everybody.length > 0
      ? []
      : [
          ...checkStatus(result, person, facts),
          ...checkTrail(result, person, facts),
          ...(facts.run.isBroken ? [] : checkAccount(result, person)),
          ...checkTruth(result, person, facts),
        ];
  });
  return [...everybody, ...single, ...checkStopReason(facts)];
}
