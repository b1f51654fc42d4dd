import { describe, expect, it } from '@jest/globals';
import type { Mention } from '../../src/people/mention.ts';
import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { START_MS } from '../support/call-context.ts';
import { accepted, refused, unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, type RunSettings, runPeople } from '../support/run-stand.ts';
import { item, listing, NOBODY, page, SCOPES, WHOLE_ORG } from '../support/verify-stand.ts';

const DAY = 86_400_000;
const LONG_AGO = START_MS - 30 * DAY;
const [JO = '' as UserId, SAM = '' as UserId, KIM = '' as UserId] = userIds(3);
const SIGNED_OUT = ['signed-out', 'no_session'];
const FOUND = ['queued', 'found_signed_in'];
const QUEUED = ['queued', null];

interface World extends Partial<RunSettings> {
  /** The sessions before the reset; `look` counts the listings, from 1. */
  readonly before?: (look: number) => readonly object[];
  readonly after?: (sinceResetMs: number) => readonly object[];
  readonly reset?: (group: readonly UserId[]) => SlackReply;
  /** Answers in place of the organization. */
  readonly list?: (look: number, userId: UserId | undefined) => SlackReply | undefined;
}

async function lookFirst(mentions: readonly Mention[], world: World) {
  const { before = () => [], after = () => [], reset = () => accepted, list = () => undefined, ...settings } = world;
  const groups: (readonly UserId[])[] = [];
  const asked: (UserId | undefined)[] = [];
  let elapsed = () => 0;
  let resetMs: number | undefined;
  const end = await runPeople(mentions, {
    lookFirstAfterDays: 2,
    ...settings,
    onStand: (stand) => {
      elapsed = stand.elapsedMs;
    },
    slack: {
      authTest: () => ({ ...WHOLE_ORG, scopes: SCOPES }),
      listSessions: (query) => {
        const asksFor = query.of?.userId;
        asked.push(asksFor);
        const own = resetMs === undefined ? before(asked.length) : after(elapsed() - resetMs);
        const all = [...own, item('W0OTHER001', 901), item('W0OTHER002', 902)];
        return list(asked.length, asksFor) ?? listing(all, query);
      },
      resetBulk: (group) => {
        groups.push(group);
        resetMs = elapsed();
        return reset(group);
      },
      ...settings.slack,
    },
  });
  return { ...end, groups, asked };
}

describe('who is looked at first', () => {
  it.each<[string, number, number | undefined, boolean]>([
    ['due for exactly so many days', 2, START_MS - 2 * DAY, true],
    ['due for a moment less', 2, START_MS - 2 * DAY + 1, false],
    ['without a date, after two days', 2, undefined, false],
    ['without a date, after none', 0, undefined, true],
    ['due just now, after none', 0, START_MS, true],
    ['due for years', 3650, START_MS - 4000 * DAY, true],
    ['due for half a day, after half a day', 0.5, START_MS - DAY / 2, true],
  ])('includes people by how long they have been due: %s', async (_name, lookFirstAfterDays, effectiveMs, isLooked) => {
    const end = await lookFirst(mentionsOf([JO], effectiveMs), { lookFirstAfterDays });
    expect([end.list, end.groups.length]).toEqual(isLooked ? [[SIGNED_OUT], 0] : [[QUEUED], 1]);
    expect(end.asked.includes(JO)).toBe(isLooked);
  });

  it('is nobody without the option, in a dry run, or protected', async () => {
    const without = await lookFirst(mentionsOf([JO], LONG_AGO), { lookFirstAfterDays: undefined });
    const planned = await lookFirst(mentionsOf([JO], LONG_AGO), { dryRun: true });
    const held = await lookFirst(mentionsOf([JO, SAM], LONG_AGO), { protectedUserIds: [JO] });
    expect([without.asked, planned.asked, held.asked.includes(JO)]).toEqual([[], [], false]);
    expect([without.list, planned.list, held.list]).toEqual([
      [QUEUED],
      [['planned', null]],
      [['skipped', 'protected_user'], SIGNED_OUT],
    ]);
  });
});

describe('no session', () => {
  it('means signed out: nothing is sent, and the look is the deciding call', async () => {
    const end = await lookFirst(mentionsOf([JO], LONG_AGO), {});
    expect([end.list, end.groups, end.outcome]).toEqual([[SIGNED_OUT], [], 'success']);
    const [result] = end.results;
    expect([result?.requestId, result?.fails]).toEqual(['listing', false]);
    expect(result?.atMs).toBeGreaterThan(START_MS + 5000);
  });

  it('is seen twice, 5 s apart, where the second look is cheap', async () => {
    const end = await lookFirst(mentionsOf([JO], LONG_AGO), {});
    expect([end.asked, end.stand.waits.map(({ ms }) => ms)]).toEqual([
      [JO, undefined, 'W0OTHER001', undefined],
      [5000],
    ]);
  });

  it('in the first look and one in the second is found signed in', async () => {
    const end = await lookFirst(mentionsOf([JO], LONG_AGO), { before: (look) => (look > 3 ? [item(JO, 1)] : []) });
    expect([end.list, end.groups]).toEqual([[FOUND], [[JO]]]);
  });

  it('of the kind to be reset is enough', async () => {
    const mobile = { before: () => [item(JO, 1, 'iOS')] };
    const web = await lookFirst(mentionsOf([JO], LONG_AGO), { ...mobile, sessions: 'web' });
    const all = await lookFirst(mentionsOf([JO], LONG_AGO), mobile);
    expect([web.list, all.list]).toEqual([[SIGNED_OUT], [FOUND]]);
  });
});

describe('somebody taken for signed out whom a later listing shows with a session', () => {
  const both = [...mentionsOf([JO], LONG_AGO), ...mentionsOf([SAM])];
  const world = (sessionsOfJo: (resets: number) => readonly object[]): World => {
    let resets = 0;
    return {
      verify: true,
      before: () => [item(SAM, 2)],
      after: () => sessionsOfJo(resets),
      reset: () => {
        resets += 1;
        return accepted;
      },
    };
  };

  it('is reset like everybody, verified, and found signed in', async () => {
    const end = await lookFirst(
      both,
      world((resets) => (resets === 1 ? [item(JO, 1)] : [])),
    );
    expect([end.list, end.groups, end.outcome]).toEqual([
      [
        ['verified', 'found_signed_in'],
        ['verified', null],
      ],
      [[SAM], [JO]],
      'partial',
    ]);
  });

  it('is still active if the session stays, from before the reset or newer', async () => {
    const ends = await Promise.all([
      lookFirst(both, { ...world(() => [item(JO, 1)]), budgetMs: 90_000 }),
      lookFirst(both, { ...world((resets) => [item(JO, resets)]), budgetMs: 90_000 }),
    ]);
    expect(ends.map(({ list }) => list[0])).toEqual([
      ['still-active', 'sessions_left'],
      ['still-active', 'signed_in_again'],
    ]);
  });

  it('is not sent beyond max-users or the time, which fails the step', async () => {
    const ends = await Promise.all([
      lookFirst(both, { ...world(() => [item(JO, 1)]), maxUsers: 1 }),
      lookFirst(both, {
        ...world(() => [item(JO, 1)]),
        reset: (group) => (group[0] === JO ? unclear : accepted),
        budgetMs: 60_000,
      }),
    ]);
    expect(ends.map(({ list, results }) => [list[0], results[0]?.foundSignedIn, results[0]?.fails])).toEqual([
      [['not-attempted', 'max_users'], true, true],
      [['unknown', 'http_500'], true, true],
    ]);
  });
});

describe('a look without a usable answer', () => {
  it.each<[string, World]>([
    ['it fails', { list: () => unclear }],
    ['it is refused', { list: () => refused('feature_not_enabled') }],
    ['it is garbage', { list: () => page(['x']) }],
    ['it is implausible', { list: (_look, id) => (id === undefined ? NOBODY : refused('team_not_found')) }],
    ['nothing vouches for it', { list: (_look, id) => (id === undefined ? refused('not_an_admin') : NOBODY) }],
    ['the second one fails', { list: (look) => (look > 3 ? unclear : undefined) }],
    ['time runs out before the second one', { budgetMs: 10_000 }],
    ['it waits for a rate limit', { list: () => ({ kind: 'rate-limited', retryAfterSeconds: 3600 }) }],
    [
      'the scope is missing',
      { slack: { authTest: () => ({ ...WHOLE_ORG, scopes: ['admin.users:write'] }), resetBulk: () => accepted } },
    ],
  ])('means the reset like everybody, with a warning: %s', async (_name, world) => {
    const end = await lookFirst(mentionsOf([JO], LONG_AGO), world);
    expect(end.list).toEqual([QUEUED]);
    expect(end.warnings.some((warning) => warning.includes('reset like everybody else'))).toBe(true);
    expect(end.results[0]?.foundSignedIn).toBe(false);
  });

  it('means so for an ID that Slack may not list', async () => {
    const end = await lookFirst(mentionsOf(['U0LOCAL01' as UserId], LONG_AGO), {});
    expect([end.list, end.warnings.some((warning) => warning.includes('never_listed'))]).toEqual([[QUEUED], true]);
  });

  it('concerns each person separately: people already reached keep their answers', async () => {
    const end = await lookFirst(mentionsOf([JO, SAM, KIM], LONG_AGO), {
      before: () => [item(JO, 1)],
      list: (_look, id) => (id === KIM ? unclear : undefined),
    });
    expect([end.list, end.groups]).toEqual([[FOUND, SIGNED_OUT, QUEUED], [[JO, KIM]]]);
  });

  it('is over when half of the time is used', async () => {
    const end = await lookFirst(mentionsOf(userIds(9), LONG_AGO), { budgetMs: 60_000, callMs: 10_000 });
    const calls = end.events.filter((event) => !event.startsWith('warning'));
    expect(end.times[calls.indexOf('resetBulk')]).toBeLessThanOrEqual(40_000);
    expect(end.list.every(([status]) => status === 'queued')).toBe(true);
  });
});

describe('found_signed_in goes with every other ending', () => {
  const before = () => [item(JO, 1)];
  it.each<[string, World, readonly unknown[]]>([
    ['queued', {}, ['queued', 'found_signed_in']],
    ['verified', { verify: true }, ['verified', 'found_signed_in']],
    [
      'sessions left',
      { verify: true, after: () => [item(JO, 1)], budgetMs: 30_000 },
      ['still-active', 'sessions_left'],
    ],
    [
      'signed in again',
      { verify: true, after: () => [item(JO, 2)], budgetMs: 60_000 },
      ['still-active', 'signed_in_again'],
    ],
    ['one look of two', { verify: true, budgetMs: 9_000 }, ['queued', 'time_limit']],
    ['refused', { reset: () => refused('user_not_found') }, ['failed', 'user_not_found']],
    ['no clear answer', { reset: () => unclear }, ['unknown', 'http_500']],
    ['a dead token', { reset: () => refused('token_revoked') }, ['not-attempted', 'token_revoked']],
    ['no connection', { reset: () => ({ kind: 'unreachable', detail: 'x' }) }, ['not-attempted', 'unreachable']],
    ['too many', { maxUsers: 1 }, ['not-attempted', 'max_users']],
  ])('%s', async (_name, world, ending) => {
    const people = 'maxUsers' in world ? [JO, SAM] : [JO];
    const sessions = () => [...before(), ...('maxUsers' in world ? [item(SAM, 9)] : [])];
    const end = await lookFirst(mentionsOf(people, LONG_AGO), { before: sessions, ...world });
    const [result] = end.results;
    expect([result?.status, result?.error, result?.foundSignedIn, result?.fails]).toEqual([...ending, true, true]);
  });
});

it('the look before serves verify as well: nobody is listed twice before the reset', async () => {
  const end = await lookFirst([...mentionsOf([JO], LONG_AGO), ...mentionsOf([SAM])], {
    verify: true,
    before: () => [item(JO, 1), item(SAM, 2)],
  });
  const calls = end.events.filter((event) => event === 'listSessions' || event === 'resetBulk');
  expect(calls.slice(0, 3)).toEqual(['listSessions', 'listSessions', 'resetBulk']);
  expect(end.list).toEqual([
    ['verified', 'found_signed_in'],
    ['verified', null],
  ]);
});
