import type { PersonResult } from '../../../src/reset/results.ts';
import { isLongDue } from './check-people.ts';
import type { Facts } from './facts.ts';
import { isMeant, type Sight, sightsOf } from './looks.ts';
import type { AskedPerson } from './persons.ts';

/** A further look is taken when it takes no more calls. */
const MAX_CALLS = 40;
const FIRST_LOOK_MS = 5_000;
const LATER_LOOKS_MS = [5_000, 10_000, 20_000, 30_000];

/** All that is needed to judge one person by looks. */
interface Case {
  readonly result: PersonResult;
  readonly person: AskedPerson;
  readonly name: string;
  readonly before: readonly Sight[];
  readonly after: readonly Sight[];
}

/** How many looks in a row, up to the last one, saw no session. */
function emptyRun(sights: readonly Sight[]): number {
  return sights.length - 1 - sights.findLastIndex(({ isEmpty }) => !isEmpty);
}

/** Whether a further look would have been cheap: it takes about as many calls as the last one. */
function isCheap(last: Sight | undefined, { pauses, expected }: Facts): boolean {
  const [from, to] = [
    pauses[(last?.look ?? 0) - 1]?.after ?? 0,
    pauses[last?.look ?? 0]?.after ?? Number.POSITIVE_INFINITY,
  ];
  const calls = expected.ends.filter(
    ({ call }) => call.method === 'list' && call.lastIndex >= from && call.lastIndex < to,
  );
  return calls.length <= MAX_CALLS;
}

/** Whether an ID is the one that Slack lists. */
function isListed(id: string, { ids, knownIds }: AskedPerson, { looks }: Facts): boolean {
  const isShown = looks.listings.some(({ of, sessions }) =>
    sessions.some(({ userId }) => ids.has(userId) && (of === '' || ids.has(of))),
  );
  return id.startsWith('W') || isShown || knownIds.has(id);
}

function describe({ name, result: { status, error } }: Case): string {
  return `${name} is ${status} (${error})`;
}

function seen(sights: readonly Sight[]): string {
  return sights.map(({ look, sessionIds }) => `${sessionIds.length} in look ${look}`).join(', ');
}

/** Whether Slack's listing is as true as one could wish. */
function isHonest({ world: { listing } }: Facts): boolean {
  return listing.lie === 'none' && listing.lagMs === 0 && !listing.runsAhead;
}

function wasReallyGone({ person }: Case, from: number, { run, world }: Facts): boolean {
  const [id = ''] = person.ids;
  // Of a second ID that Slack never tells, nobody can know.
  if ((world.people.accountOf.get(id)?.ids.length ?? 1) > 1 && !world.habits.tellsEnterprise) {
    return true;
  }
  return run.trace.exchanges
    .slice(from)
    .some(({ startMs }) => !run.sessionsAt(id, startMs).some((session) => isMeant(session, world.sessions)));
}

/** The IDs that were sent and accepted. */
function sentIdsOf({ person }: Case, { expected }: Facts): readonly string[] {
  return [...person.ids].filter((id) => expected.people.get(id)?.status === 'queued');
}

/** `verified` is said only if every rule holds. */
function checkVerified(item: Case, facts: Facts): string[] {
  const { result, person, after } = item;
  if (result.status !== 'verified') {
    return [];
  }
  const needed = isCheap(after.at(-1), facts) ? 2 : 1;
  return [
    ...(facts.world.verify ? [] : [`${describe(item)} although nobody is to be verified`]),
    ...(emptyRun(after) < needed ? [`${describe(item)}, but looks after the reset saw ${seen(after)}`] : []),
    ...(sentIdsOf(item, facts).some((id) => isListed(id, person, facts))
      ? []
      : [`${describe(item)}, but may be listed by another ID`]),
    ...(isHonest(facts) && !wasReallyGone(item, facts.lastReset + 1, facts)
      ? [`${describe(item)}, but had sessions all the time`]
      : []),
  ];
}

/** `still-active` says that the last look saw sessions, and `signed_in_again` that one of them is newer than the reset. */
function checkStillActive(item: Case, facts: Facts): string[] {
  const { world } = facts;
  const { result, before, after } = item;
  if (result.status !== 'still-active') {
    return [];
  }
  const last = after.at(-1)?.sessionIds ?? [];
  const isLeft = last.length + (after.at(-1)?.others ?? 0) > 0;
  const known = new Set([...before, ...after.slice(0, -1)].flatMap(({ sessionIds }) => sessionIds));
  const hasSeenNone = after.some(({ isEmpty }) => isEmpty);
  const wasLookedAt = before.length > 0;
  const old = new Set(before.flatMap(({ sessionIds }) => sessionIds));
  const isNew = (wasLookedAt || hasSeenNone) && last.some((id) => !old.has(id));
  const isWrong =
    (result.error === 'signed_in_again' && !last.some((id) => !old.has(id))) ||
    (result.error === 'sessions_left' && isNew && !last.some((id) => known.has(id)) && !before.some(isUncertain));
  return [
    ...(world.verify && isLeft ? [] : [`${describe(item)}, but looks after the reset saw ${seen(after)}`]),
    ...(isWrong && isHonest(facts) && item.person.ids.size === 1
      ? [`${describe(item)}, which is not what the sessions say`]
      : []),
  ];
}

/** Sessions seen by a look that was not whole may not be all. */
function isUncertain({ isEmpty, sessionIds }: Sight): boolean {
  return !isEmpty && sessionIds.length > 0;
}

/** Who could not be verified has an error that says why, one that can be true. */
function checkUnverified(item: Case, facts: Facts): string[] {
  const { result, person } = item;
  const { world, run, cancelMs } = facts;
  if (result.status !== 'queued' || !world.verify || run.isBroken) {
    return [];
  }
  const codes = run.trace.exchanges.flatMap(({ method, meaning }) => {
    const code = meaning.kind === 'refused' ? meaning.code : meaning.kind === 'unclear' ? meaning.reason : [];
    return method === 'list' ? code : [];
  });
  const own = ['never_listed', 'time_limit', 'cancelled', 'missing_scope', 'implausible_listing', 'invalid_response'];
  const errors = new Set([...own, 'unreachable', 'ratelimited', ...codes, run.record.stop?.error]);
  const isTrue =
    (result.error !== 'cancelled' || run.trace.endMs >= cancelMs) &&
    (result.error !== 'never_listed' ||
      !sentIdsOf(item, facts).every((id) => isListed(id, { ...person, ids: new Set([id]) }, facts)));
  return result.error !== null && errors.has(result.error) && isTrue
    ? []
    : [`${describe(item)}, which does not say why the person could not be verified`];
}

/** Nothing is sent to somebody who has long been due and has no session; every rule of looks holds. */
function checkNoSession(item: Case, facts: Facts): string[] {
  const { result, person, before } = item;
  if (result.error !== 'no_session') {
    return [];
  }
  const needed = isCheap(before.at(-1), facts) ? 2 : 1;
  const [id = ''] = person.enterpriseId === undefined ? person.ids : [person.enterpriseId.id];
  return [
    ...(emptyRun(before) < needed ? [`${describe(item)}, but looks before the reset saw ${seen(before)}`] : []),
    ...(isListed(id, person, facts) ? [] : [`${describe(item)}, but may be listed by another ID`]),
    ...(isHonest(facts) && !wasReallyGone(item, 0, facts) ? [`${describe(item)}, but had sessions all the time`] : []),
  ];
}

/** Who has long been due and was seen with a session before the reset was found signed in, and nobody else. */
function checkFound(item: Case, facts: Facts): string[] {
  const { result, person, before } = item;
  const isSeen = before.some(({ sessionIds }) => sessionIds.length > 0);
  const isDoubtful = before.every(({ sessionIds, isEmpty }) => sessionIds.length === 0 || isEmpty);
  const firstLook = facts.looks.listings[0]?.firstIndex ?? 0;
  // What a look shows of an ID that is learnt only after it counts for nobody.
  const isLearntLate = (person.enterpriseId?.from ?? -1) > firstLook;
  const isMaybe = isLearntLate || before.some(({ others }) => others > 0);
  const isFound = isLongDue(person, facts) && isSeen && person.hold === undefined && !facts.world.dryRun;
  const isUntouched = result.status === 'skipped' || result.status === 'not-attempted';
  const isOpen = person.dueDays === undefined || facts.run.isBroken || isUntouched;
  const isWrong =
    result.foundSignedIn !== isFound && !((isOpen || (isSeen && isDoubtful)) && !result.foundSignedIn) && !isMaybe;
  const isSaid = !result.foundSignedIn || result.error !== null || !['queued', 'verified'].includes(result.status);
  return [
    ...(isWrong ? [`${describe(item)}, found signed in: ${result.foundSignedIn}, but looks saw ${seen(before)}`] : []),
    ...(isSaid ? [] : [`${describe(item)}, but was found signed in`]),
  ];
}

/** Where nothing goes wrong, everybody is verified, and whoever has no session is already signed out. */
function checkBenign(item: Case, facts: Facts): string[] {
  const { result, person } = item;
  const { world, run } = facts;
  if (!isBenign(facts) || person.ids.size === 0) {
    return [];
  }
  const [id = ''] = person.ids;
  const hasSession = run.sessionsAt(id, 0).some((session) => isMeant(session, world.sessions));
  const isDueLong = world.lookFirstAfterDays !== undefined && isLongDue(person, facts);
  const isSure = person.hold === undefined && person.dueDays !== undefined;
  const isOut = isSure && isDueLong && !hasSession && result.error !== 'no_session';
  const isUnverified = world.verify && result.status === 'queued';
  return isOut || isUnverified ? [`${describe(item)} although nothing went wrong`] : [];
}

function isBenign(facts: Facts): boolean {
  const { world, run, owner, pauses } = facts;
  const { listing, faults, people, budgetMs, cancelAfterMs, habits } = world;
  const isKind =
    isHonest(facts) &&
    listing.takesOrganization === 'yes' &&
    listing.otherId === 'shown' &&
    listing.workspaceShare === 0 &&
    listing.others >= 20 &&
    listing.stickyShare + listing.returnShare === 0 &&
    listing.jobMs < 60_000;
  const isCalm = faults.rate === 0 && cancelAfterMs === undefined && !run.isBroken && budgetMs >= 900_000;
  const askedTwice = people.accounts.some(({ ids }) => ids.filter((id) => facts.requestedIds.has(id)).length > 1);
  const isPlain =
    people.accounts.every(({ kind, isActive }) => kind === 'member' && isActive) &&
    habits.tellsEnterprise &&
    !askedTwice;
  const isAble = owner?.organization === 'E012A3CDE' && (owner.scopes?.length ?? 4) === 4;
  const isAnswered = run.trace.exchanges.every(({ label }) => label !== 'about somebody else');
  const isDone = isAnswered && run.record.problems.length === 0 && run.record.stop === undefined && pauses.length > 0;
  return isKind && isCalm && isPlain && isAble && isDone;
}

/** The first look comes 5 s after the last acceptance, and the others after the waits that are due. */
function checkPauses({ run, lastReset, pauses, looks, expected }: Facts): string[] {
  const settling = new Set(
    [...expected.people.values()].flatMap(({ status, settledBy }) => (status === 'queued' && settledBy) || []),
  );
  const accepted = run.trace.exchanges.findLast((exchange) => settling.has(exchange));
  const first = run.trace.exchanges.slice(lastReset + 1)[0];
  const isEarly = accepted !== undefined && first !== undefined && first.startMs < accepted.endMs + FIRST_LOOK_MS;
  const later = pauses.filter(({ after }) => after > lastReset + 1 && looks.listings.length > 0);
  const isIrregular = later.some(({ ms }, index) => ms !== LATER_LOOKS_MS[Math.min(index, LATER_LOOKS_MS.length - 1)]);
  return [
    ...(isEarly ? [`the first look comes ${first.startMs - accepted.endMs} ms after the reset was accepted`] : []),
    ...(isIrregular && lastReset >= 0 ? [`the waits between looks are ${later.map(({ ms }) => ms).join()}`] : []),
  ];
}

/** What is said of people by looks is what the listings show, by the rules of the contract. */
export function checkLooks(facts: Facts): string[] {
  const { world, run, persons, looks, firstReset, lastReset } = facts;
  const { results } = run.record;
  if (results.length !== persons.length) {
    return [];
  }
  if (!world.looks) {
    const said = results.filter(({ status, error }) => status === 'verified' || error === 'no_session');
    return said.map(({ person, status }) => `${person.userId} is ${status}, but nobody has looked`);
  }
  const single = persons.flatMap((person, index) => {
    const result = results[index];
    if (result === undefined) {
      return [];
    }
    // By what was known then.
    const personThen = facts.personsBefore.find(({ source }) => source === person.source) ?? person;
    const before = sightsOf(personThen, { from: 0, to: firstReset }, looks);
    const after = lastReset < 0 ? [] : sightsOf(person, { from: lastReset + 1, to: Number.POSITIVE_INFINITY }, looks);
    const item = { result, person, before, after, name: [...person.ids, ...person.emails].join('/') };
    return [
      ...checkVerified(item, facts),
      ...checkStillActive(item, facts),
      ...checkUnverified(item, facts),
      ...checkNoSession(item, facts),
      ...checkFound(item, facts),
      ...checkBenign(item, facts),
    ];
  });
  return [...single, ...checkPauses(facts)];
}
