import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UserId } from '../../src/people/user-id.ts';
import { START_MS } from '../support/call-context.ts';
import { type FakeOrganizationSettings, makeOrganization } from '../support/fake-organization.ts';
import { userIds } from '../support/reset-stand.ts';
import { mentionsOf, type RunSettings, runPeople } from '../support/run-stand.ts';
import { runs } from '../support/runs.ts';

const DAY = 86_400_000;
const LONG_AGO = START_MS - 30 * DAY;
/** Slack allows about 20 listings a minute. */
const TIER_2_MS = 3_000;
const HOUR = 3_600_000;

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
const tally = (list: readonly (readonly [string, string | null])[]) => {
  const groups = Map.groupBy(list, ([status, error]) => `${status} ${error}`);
  return Object.fromEntries([...groups].map(([key, those]) => [key, those.length]));
};

async function nightly(people: readonly UserId[], settings: FakeOrganizationSettings, more: Partial<RunSettings> = {}) {
  const organization = makeOrganization(settings);
  const { slack, onStand, groups, counts } = organization;
  const end = await runPeople(mentionsOf(people, LONG_AGO), {
    ...{ lookFirstAfterDays: 2, maxUsers: 100, budgetMs: 6 * HOUR, callMs: TIER_2_MS, slack, onStand },
    ...more,
  });
  return { ...end, groups, counts, calls: sum(counts), minutes: end.stand.elapsedMs() / 60_000 };
}

describe('5,000 people long due in an organization of 20,000 people with 50,000 sessions', () => {
  const people = userIds(5000);
  const large = { others: 20_000, sessionsOfOthers: 2.5 };
  const three = { W000007: 1, W002500: 2, W004999: 1 };

  it('are already signed out: 51 calls, three minutes, nobody is sent', async () => {
    const end = await nightly(people, large);
    expect(tally(end.list)).toEqual({ 'signed-out no_session': 5000 });
    expect([end.groups, end.calls, end.outcome]).toEqual([[], 51, 'success']);
    expect(end.minutes).toBeLessThan(3);
  });

  it('but for three, who are reset and said to be found signed in', async () => {
    const end = await nightly(people, { ...large, sessions: three }, { verify: true });
    expect(tally(end.list)).toEqual({ 'signed-out no_session': 4997, 'verified found_signed_in': 3 });
    expect(end.groups).toEqual([['W000007', 'W002500', 'W004999']]);
    expect(end.results.filter(({ fails }) => fails).map(({ person }) => person.userId)).toEqual(Object.keys(three));
    expect(end.counts).toMatchObject({ 'auth.test': 1, reset: 1, person: 7 });
    expect(end.minutes).toBeLessThan(4);
  });

  it('with paging refused, are asked about one by one as far as half of the time goes; nobody too many is sent', async () => {
    const end = await nightly(people, { ...large, sessions: three, pagingRefused: 'not_an_admin' }, { budgetMs: HOUR });
    // Nothing vouches for empty answers: only those who show a session are known.
    const kinds = tally(end.list);
    expect(kinds['queued found_signed_in']).toBe(1);
    expect((kinds['not-attempted look_failed'] ?? 0) + 1).toBe(5000);
    expect(end.groups).toEqual([['W000007']]);
    expect(end.minutes).toBeLessThan(31);
  });

  it('with person by person refused, are looked at by paging', async () => {
    const end = await nightly(people, { ...large, sessions: three, singlyRefused: 'team_not_found' });
    expect(tally(end.list)).toEqual({ 'signed-out no_session': 4997, 'queued found_signed_in': 3 });
    expect(end.calls).toBeLessThanOrEqual(52 + 1);
  });

  it('with both refused, nobody is known: too many for max-users are not attempted', async () => {
    const refusals = { pagingRefused: 'not_an_admin', singlyRefused: 'team_not_found' };
    const end = await nightly(people, { ...large, ...refusals });
    expect([tally(end.list), end.groups, end.outcome]).toEqual([{ 'not-attempted look_failed': 5000 }, [], 'failure']);
  });

  it('with both refused and max-users high enough, everybody is reset, with a warning', async () => {
    const refusals = { pagingRefused: 'not_an_admin', singlyRefused: 'team_not_found' };
    const end = await nightly(people, { ...large, ...refusals }, { maxUsers: 10_000 });
    expect([tally(end.list), end.groups.length]).toEqual([{ 'queued null': 5000 }, 5]);
    expect(end.warnings.some((warning) => warning.includes('5000 people'))).toBe(true);
  });

  it('when time runs out in the middle of the look, keep what was seen by then', async () => {
    const end = await nightly(people, { ...large, sessions: three }, { budgetMs: 4 * 60_000, maxUsers: 10_000 });
    // 40 of 51 pages are read: those found are at the end, so that nobody is known.
    expect(tally(end.list)).toEqual({ 'queued null': 5000 });
    expect(end.warnings.some((warning) => warning.includes('time_limit'))).toBe(true);
    const seenEarly = await nightly(
      people,
      { others: 100, sessionsOfOthers: 1, sessions: Object.fromEntries(people.map((id) => [id, 10])) },
      { budgetMs: 4 * 60_000, maxUsers: 10_000 },
    );
    const kinds = tally(seenEarly.list);
    expect(Number(kinds['queued found_signed_in'])).toBeGreaterThan(3000);
    expect(Number(kinds['queued null']) + Number(kinds['queued found_signed_in'])).toBe(5000);
  });
});

describe('time that runs out in the middle of asking one by one', () => {
  const people = userIds(20);
  const huge = { others: 100_000, sessionsOfOthers: 1 };

  it('keeps what those reached have shown, and resets the others with a warning', async () => {
    const sessions = { W000000: 1, W000019: 1 };
    const end = await nightly(people, { ...huge, sessions }, { budgetMs: 60_000 });
    const kinds = tally(end.list);
    expect(end.list[0]).toEqual(['queued', 'found_signed_in']);
    expect(end.list[19]).toEqual(['queued', null]);
    expect(kinds).toEqual({ 'queued found_signed_in': 1, 'queued null': 19 });
    expect(end.warnings.some((warning) => warning.includes('time_limit'))).toBe(true);
  });
});

describe('200 people of whom 5 are bots and 5 deactivated', () => {
  const people = userIds(200);
  const bots = [3, 41, 97, 150, 199].map((index) => people[index] ?? '');
  const gone = [10, 11, 60, 120, 180].map((index) => people[index] ?? '');
  const refusals = {
    ...Object.fromEntries(bots.map((id) => [id, 'cannot_reset_bot'])),
    ...Object.fromEntries(gone.map((id) => [id, 'user_not_found'])),
  };
  const accounts = {
    ...Object.fromEntries(bots.map((id) => [id, { id, is_bot: true, deleted: false }])),
    ...Object.fromEntries(gone.map((id) => [id, { id, deleted: true }])),
  };
  const world = { others: 10, sessionsOfOthers: 1, refusals, accounts };
  const due = async (checkAccounts: boolean, more: Partial<FakeOrganizationSettings> = {}) => {
    const organization = makeOrganization({ ...world, ...more });
    const { slack, onStand, groups } = organization;
    const end = await runPeople(mentionsOf(people), { checkAccounts, slack, onStand });
    return { ...end, groups };
  };

  it('take 12 reset calls with check-accounts, and several times as many without', async () => {
    const [known, blind] = [await due(true), await due(false)];
    // One for all others, one for each bot; one for the deactivated, who are refused and then sent one by one.
    expect(known.groups.length).toBe(1 + 5 + 1 + 5);
    expect(known.groups[0]?.length).toBe(190);
    expect(blind.groups.length).toBeGreaterThan(40);
    expect(tally(known.list)).toEqual({
      'queued null': 190,
      'failed cannot_reset_bot': 5,
      'signed-out deactivated': 5,
    });
    expect(tally(blind.list)).toEqual({ 'queued null': 190, 'failed cannot_reset_bot': 5, 'failed user_not_found': 5 });
  });

  it('take 7 where Slack accepts deactivated accounts', async () => {
    const { groups, list } = await due(true, {
      refusals: Object.fromEntries(bots.map((id) => [id, 'cannot_reset_bot'])),
    });
    expect([groups.length, tally(list)]).toEqual([7, { 'queued null': 195, 'failed cannot_reset_bot': 5 }]);
  });
});

describe('run after run', () => {
  it('without new sign-ins the second run sends nobody, whoever was signed in', async () => {
    const world = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      signedIn: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 3 })), { maxLength: 20 }),
      others: fc.integer({ min: 1, max: 3_000 }),
      resetDelayMs: fc.constantFrom(0, 3_000, 20_000),
      pagingRefused: fc.constantFrom(undefined, undefined, 'not_an_admin'),
      singlyRefused: fc.constantFrom(undefined, undefined, 'team_not_found'),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ count, signedIn, pagingRefused, singlyRefused, ...rest }) => {
        fc.pre(pagingRefused === undefined);
        const people = userIds(count);
        const sessions = Object.fromEntries(
          signedIn.filter(([index]) => index < count).map(([index, many]) => [people[index] ?? '', many]),
        );
        const organization = makeOrganization({
          ...rest,
          sessionsOfOthers: 1,
          sessions,
          ...(singlyRefused === undefined ? {} : { singlyRefused }),
        });
        const { slack, onStand, groups } = organization;
        const night = () =>
          runPeople(mentionsOf(people, LONG_AGO), { lookFirstAfterDays: 2, verify: true, slack, onStand });
        const first = await night();
        expect(new Set(groups.flat())).toEqual(new Set(Object.keys(sessions)));
        expect(first.results.filter(({ foundSignedIn }) => foundSignedIn).length).toBe(Object.keys(sessions).length);
        const before = groups.length;
        const second = await night();
        expect([groups.length - before, second.outcome]).toEqual([0, 'success']);
        expect(tally(second.list)).toEqual({ 'signed-out no_session': count });
        organization.signIn(people[0] ?? '');
        const third = await night();
        expect([groups.slice(before), third.list[0]]).toEqual([[[people[0]]], ['verified', 'found_signed_in']]);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('verification in an organization of 200,000 people with 500,000 sessions', () => {
  const huge = { others: 200_000, sessionsOfOthers: 2.5 };

  it.each([
    [3, 16],
    [10, 40],
    [100, 210],
  ])('of %i people without sessions takes at most %i calls', async (count, most) => {
    const organization = makeOrganization(huge);
    const { slack, onStand, counts } = organization;
    const end = await runPeople(mentionsOf(userIds(count)), { verify: true, budgetMs: HOUR, slack, onStand });
    expect(tally(end.list)).toEqual({ 'verified null': count });
    expect(sum(counts)).toBeLessThanOrEqual(most);
  });

  it('of 100 people by U-IDs that are in doubt takes no more listings than that', async () => {
    const people = userIds(100).map((id) => `U${id.slice(1)}` as UserId);
    const { slack, onStand, counts } = makeOrganization(huge);
    const end = await runPeople(mentionsOf(people), { verify: true, budgetMs: HOUR, slack, onStand });
    expect(tally(end.list)).toEqual({ 'verified null': 100 });
    expect(sum(counts) - Number(counts['account'])).toBeLessThanOrEqual(210);
    expect(counts['account']).toBe(100);
  });
});
