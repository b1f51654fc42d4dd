import type { Facts } from './facts.ts';
import type { AskedPerson } from './persons.ts';

const BATCH = 1000;

function isOwn({ ids }: AskedPerson, { owner }: Facts): boolean {
  return owner?.userId !== undefined && ids.has(owner.userId);
}

/** Who is sent, and who of them nobody may send with others. */
interface Due {
  readonly order: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Everybody due with every ID, in the order requested. */
function dueOf(facts: Facts): Due {
  const due = facts.personsBefore.filter(({ hold }) => hold === undefined);
  const order = new Map(due.flatMap(({ ids }, index) => [...ids].map((id) => [id, index] as const)));
  return { order, count: due.length };
}

/** Every batch is sent once, in the order requested, before anybody is sent again; the token's own user comes last, alone. */
function checkOrder(facts: Facts, { order }: Due): string[] {
  const problems: string[] = [];
  const sent = new Set<number>();
  const sentAgain = new Set<number>();
  let ownAt = -1;
  for (const { call } of facts.expected.ends.filter(({ call: { method } }) => method === 'reset')) {
    const { userIds, lastIndex } = call;
    const places = userIds.map((id) => order.get(id) ?? -1);
    const own = userIds.filter((id) => {
      const person = facts.byId.get(id);
      return person !== undefined && isOwn(person, facts);
    });
    if (own.length > 0) {
      ownAt = lastIndex;
      problems.push(
        ...(userIds.length > 1 ? [`the token's own user is sent with others by request ${lastIndex}`] : []),
      );
    } else if (ownAt >= 0) {
      problems.push(`request ${lastIndex} comes after the token's own user`);
    }
    const isAgain = places.some((place) => sent.has(place));
    if (!isAgain && sentAgain.size > 0 && own.length === 0) {
      problems.push(`request ${lastIndex} sends people for the first time after others were searched for`);
    }
    for (const place of places) {
      (isAgain ? sentAgain : sent).add(place);
    }
    const isUp = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
    if (!isAgain && (!isUp || userIds.length > BATCH || new Set(places).size < places.length)) {
      problems.push(`request ${lastIndex} has ${userIds.length} people, not in the order requested`);
    }
  }
  return problems;
}

/** Accounts that are bound to be refused are sent alone, deactivated ones in calls of their own. */
function checkAccounts({ world, expected, byId }: Facts): string[] {
  if (!world.checkAccounts) {
    return [];
  }
  return expected.ends.flatMap(({ call: { method, userIds, lastIndex } }) => {
    if (method !== 'reset' || userIds.length < 2) {
      return [];
    }
    const people = userIds.flatMap((id) => byId.get(id) ?? []);
    const odd = people.filter(({ oddFrom }) => oddFrom < lastIndex).length;
    const gone = people.filter(({ goneFrom }) => goneFrom < lastIndex).length;
    return [
      ...(odd > 0 ? [`request ${lastIndex} sends accounts with others that Slack is bound to refuse`] : []),
      ...(gone > 0 && gone < people.length ? [`request ${lastIndex} sends deactivated accounts with others`] : []),
    ];
  });
}

/** Without `check-accounts` the first calls hold everybody, a thousand at a time. */
function checkBatches(facts: Facts, { order, count }: Due): string[] {
  const { world, expected } = facts;
  const calls = expected.ends
    .filter(({ call: { method } }) => method === 'reset')
    .map(({ call }) => call.userIds.length);
  const sendable = new Set(order.values()).size;
  const batches = world.checkAccounts ? count : Math.ceil(sendable / BATCH) + 1;
  const most = sendable + batches * (Math.ceil(Math.log2(Math.max(1, Math.min(BATCH, sendable)))) + 2);
  const first = calls[0] ?? 0;
  const isShort = !world.checkAccounts && first > 0 && world.lookFirstAfterDays === undefined;
  const isApart = ({ oddFrom, goneFrom }: AskedPerson): boolean => Math.min(oddFrom, goneFrom) < facts.firstReset;
  const isOwnIn = facts.personsBefore.some(
    (person) => isOwn(person, facts) && person.hold === undefined && !isApart(person),
  );
  const own = isOwnIn ? 1 : 0;
  const full = Math.min(BATCH, sendablePeople(facts) - own);
  return [
    ...(calls.length > most ? [`${sendable} people take ${calls.length} calls`] : []),
    ...(isShort && full > 0 && first !== full ? [`the first call holds ${first} people, not ${full}`] : []),
  ];
}

/** Those due whose ID is known, but for accounts that are sent apart. */
function sendablePeople({ personsBefore }: Facts): number {
  return personsBefore.filter(({ hold, ids, oddFrom, goneFrom }) => {
    const isGrouped = Math.min(oddFrom, goneFrom) === Number.POSITIVE_INFINITY;
    return hold === undefined && ids.size > 0 && isGrouped;
  }).length;
}

/** No ID is sent that was not requested, or that is held back or somebody's lesser one by what is known. */
function checkIds(facts: Facts): string[] {
  const { run, byId, firstReset, world } = facts;
  const sent = new Set(run.trace.exchanges.flatMap(({ userIds }) => userIds));
  return [...sent].flatMap((id) => {
    const person = byId.get(id);
    const enterprise = person?.enterpriseId;
    return [
      ...(person === undefined ? [`${id} is sent, but was not requested`] : []),
      ...(person?.hold === undefined ? [] : [`${id} is sent, but is ${person.hold}`]),
      ...(enterprise !== undefined && enterprise.from < firstReset && enterprise.id !== id
        ? [`${id} is sent, but the person's ID is ${enterprise.id}`]
        : []),
      ...(world.dryRun ? [`${id} is sent in a dry run`] : []),
    ];
  });
}

/** The log lists the IDs of a call before its first request. */
function checkGroups({ run, expected }: Facts): string[] {
  return expected.ends.flatMap(({ call: { method, userIds, attempts, lastIndex } }) => {
    const first = lastIndex - attempts.length + 1;
    const isListed = run.groups.some(({ after, ids }) => after === first && ids.join() === userIds.join());
    return method === 'reset' && !isListed ? [`the log does not list the IDs of request ${first}`] : [];
  });
}

/** More people than `max-users` are never sent, and the organization is checked before anybody is. */
function checkBounds({ world, run, owner }: Facts): string[] {
  const sent = new Set(run.trace.exchanges.flatMap(({ userIds }) => userIds));
  return [
    ...(sent.size > world.maxUsers ? [`${sent.size} people are sent, more than ${world.maxUsers}`] : []),
    ...(sent.size > 0 && world.orgId !== undefined && owner?.organization !== world.orgId
      ? [`people are sent by a token of ${owner?.organization}, not ${world.orgId}`]
      : []),
  ];
}

/** Who is sent, when, and with whom. */
export function checkOrders(facts: Facts): string[] {
  const due = dueOf(facts);
  return [
    ...checkOrder(facts, due),
    ...checkAccounts(facts),
    ...checkBatches(facts, due),
    ...checkIds(facts),
    ...checkGroups(facts),
    ...checkBounds(facts),
  ];
}
