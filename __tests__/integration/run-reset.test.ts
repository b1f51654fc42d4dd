import { describe, expect, it } from '@jest/globals';
import { type Email, parseEmail } from '../../src/people/email.ts';
import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { START_MS } from '../support/call-context.ts';
import { accepted, refused, unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, type RunSettings, runPeople } from '../support/run-stand.ts';
import { item, NOBODY, page, SCOPES, WHOLE_ORG } from '../support/verify-stand.ts';

const [JO = '' as UserId, SAM = '' as UserId, KIM = '' as UserId] = userIds(3);

function address(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.email;
}

describe('the order of a run', () => {
  it('is token, look-ups, accounts, a look, the reset, looks', async () => {
    const end = await runPeople(
      [
        { email: address('jo@example.com'), source: 'emails[0]' },
        { userId: SAM, source: 'r.yml:1', effectiveMs: START_MS - 10 * 86_400_000 },
      ],
      {
        verify: true,
        checkAccounts: true,
        lookFirstAfterDays: 2,
        slack: {
          authTest: () => ({ ...WHOLE_ORG, scopes: [...SCOPES, 'users:read'] }),
          lookupByEmail: () => ({ kind: 'accepted', body: { ok: true, user: { id: JO } } }),
          userInfo: (id) => ({ kind: 'accepted', body: { ok: true, user: { id } } }),
          listSessions: ({ of: whose }, _limits) =>
            whose === undefined ? page([item('W0OTHER001', 1)]) : page([item(whose.userId, 1)]),
          resetBulk: () => accepted,
        },
        budgetMs: 25_000,
      },
    );
    const order = end.events.filter((event, index) => event !== end.events[index - 1]);
    expect(order).toEqual(['authTest', 'lookupByEmail', 'userInfo', 'listSessions', 'resetBulk', 'listSessions']);
    expect(end.results.map(({ foundSignedIn }) => foundSignedIn)).toEqual([false, true]);
  });

  it('asks nothing when nobody is due', async () => {
    const { events, outcome } = await runPeople(mentionsOf([JO], START_MS + 1), {
      verify: true,
      checkAccounts: true,
      orgId: 'E012A3CDE',
      lookFirstAfterDays: 0,
      slack: {},
    });
    expect([events, outcome]).toEqual([[], 'nothing-to-do']);
  });

  it('is only the reset if nothing else is requested', async () => {
    const end = await runPeople(mentionsOf([JO, SAM]), { slack: { resetBulk: () => refused('token_revoked') } });
    expect([end.events, end.list]).toEqual([
      ['resetBulk'],
      [
        ['not-attempted', 'token_revoked'],
        ['not-attempted', 'token_revoked'],
      ],
    ]);
  });
});

describe('every batch is sent once before anybody is searched for', () => {
  const people = userIds(2000);
  const bad = new Set(people.slice(0, 1000).filter((_id, place) => place % 4 === 0));
  const answer = (group: readonly UserId[]): SlackReply =>
    group.some((id) => bad.has(id)) ? refused('user_not_found') : accepted;

  it('also when time is short: the good thousand is queued', async () => {
    const end = await runPeople(mentionsOf(people), { budgetMs: 3_000, slack: { resetBulk: answer } });
    expect(end.list.slice(1000).every(([status]) => status === 'queued')).toBe(true);
    expect(end.list.filter(([status]) => status === 'not-attempted').length).toBeLessThan(1000);
  });

  it.each([
    ['generic', () => refused('failed_for_some_users')],
    ['rate-limited for a while', () => refused('cannot_reset_bot')],
    ['invalid, naming nobody', () => refused('invalid_arguments')],
  ])('whatever the first answer is: %s', async (_name, refusal) => {
    const groups: (readonly UserId[])[] = [];
    const end = await runPeople(mentionsOf(people), {
      slack: {
        resetBulk: (group) => {
          groups.push(group);
          return group.includes(people[0] ?? JO) ? refusal() : accepted;
        },
      },
    });
    expect(groups.slice(0, 2).map((group) => group.length)).toEqual([1000, 1000]);
    expect(end.list.filter(([status]) => status === 'queued').length).toBe(1999);
    expect(end.list[0]?.[0]).toBe('failed');
  });

  it('and an invalid one of all batches stops the run', async () => {
    const end = await runPeople(mentionsOf(people), { slack: { resetBulk: () => refused('invalid_arguments') } });
    expect([end.events.length, end.ledger.stop?.error]).toEqual([2, 'invalid_arguments']);
    expect(new Set(end.list.map((pair) => pair.join()))).toEqual(new Set(['not-attempted,invalid_arguments']));
  });
});

describe('max-users', () => {
  const DAY = 86_400_000;
  const old = mentionsOf([JO, SAM, KIM], START_MS - 10 * DAY);
  const recent = [{ userId: 'W0NEW00001' as UserId, source: 'user-ids[9]' }];
  const world = (signedIn: readonly UserId[], settings: Partial<RunSettings> = {}): RunSettings => ({
    lookFirstAfterDays: 2,
    slack: {
      authTest: () => WHOLE_ORG,
      listSessions: ({ of: whose }) => {
        const all = [...signedIn, 'W0OTHER001' as UserId].map((id, index) => item(id, index));
        if (whose === undefined) return page(all);
        const own = all.filter((session) => 'user_id' in session && session.user_id === whose.userId);
        return own.length === 0 ? NOBODY : page(own);
      },
      resetBulk: () => accepted,
    },
    ...settings,
  });

  it('does not count those who are only looked at', async () => {
    const end = await runPeople([...old, ...recent], world([], { maxUsers: 1 }));
    expect([end.problems, end.list]).toEqual([[], [...old.map(() => ['signed-out', 'no_session']), ['queued', null]]]);
  });

  it('refuses before anything is asked when too many would be sent whatever a look shows', async () => {
    const many = mentionsOf(userIds(3));
    const end = await runPeople(many, world([], { maxUsers: 2 }));
    expect([end.events, end.problems.length, end.list]).toEqual([
      [],
      1,
      many.map(() => ['not-attempted', 'max_users']),
    ]);
    expect(end.problems[0]).toContain('"max-users" is 2, but 3 distinct people');
  });

  it('plans nobody in a plan that is refused, whatever a look-up has said', async () => {
    const email = { email: address('jo@example.com'), source: 'emails[0]' };
    const end = await runPeople([email, ...mentionsOf([SAM, KIM])], {
      ...{ dryRun: true, checkAccounts: true, maxUsers: 1 },
      slack: {
        authTest: () => WHOLE_ORG,
        lookupByEmail: () => accepted,
        userInfo: () => refused('user_not_found'),
        listDeactivated: () => refused('missing_scope'),
      },
    });
    expect([end.problems.length, end.list]).toEqual([1, Array(3).fill(['not-attempted', 'max_users'])]);
  });

  it('refuses the whole run when too many are found signed in', async () => {
    const end = await runPeople([...old, ...recent], world([JO, SAM], { maxUsers: 2 }));
    expect([end.events.includes('resetBulk'), end.problems.length]).toEqual([false, 1]);
    expect(end.results.map(({ status, error, foundSignedIn }) => [status, error, foundSignedIn])).toEqual([
      ['not-attempted', 'max_users', true],
      ['not-attempted', 'max_users', true],
      ['signed-out', 'no_session', false],
      ['not-attempted', 'max_users', false],
    ]);
  });

  it('leaves out only the people for whom the look gave no answer, if only they exceed the limit', async () => {
    const settings = world([JO], { maxUsers: 2 });
    const end = await runPeople([...old, ...recent], {
      ...settings,
      slack: {
        ...settings.slack,
        listSessions: (query, limits) =>
          query.of?.userId === SAM || query.of?.userId === KIM
            ? unclear
            : (settings.slack.listSessions?.(query, limits) ?? NOBODY),
      },
    });
    expect(end.list).toEqual([
      ['queued', 'found_signed_in'],
      ['not-attempted', 'look_failed'],
      ['not-attempted', 'look_failed'],
      ['queued', null],
    ]);
    expect(end.problems).toEqual([]);
  });

  it.each<[string, readonly UserId[], boolean]>([
    ['organization-wide IDs are different people', ['W0A0000001', 'W0A0000002'] as UserId[], true],
    ["IDs of a workspace's are different people", ['U0A0000001', 'U0A0000002'] as UserId[], true],
    ['one of each may be the same person', ['W0A0000001', 'U0A0000002'] as UserId[], false],
  ])('is exceeded before anything is asked where it is certain: %s', async (_what, ids, isCertain) => {
    const end = await runPeople(mentionsOf(ids), world([], { maxUsers: 1, checkAccounts: true }));
    expect([end.problems.length, end.events.length === 0]).toEqual([1, isCertain]);
  });

  it('counts in a plan only those who would not be looked at first', async () => {
    const plan = { dryRun: true, maxUsers: 1 };
    const end = await runPeople([...old, ...recent], world([], { ...plan, lookFirstAfterDays: 2 }));
    expect([end.problems, end.outcome]).toEqual([[], 'planned']);
    const [later] = mentionsOf([JO], START_MS + DAY);
    const refused = await runPeople([...(later ? [later] : []), ...mentionsOf([SAM, KIM])], world([], plan));
    expect(refused.list).toEqual([
      ['skipped', 'not_due'],
      ['not-attempted', 'max_users'],
      ['not-attempted', 'max_users'],
    ]);
  });

  it('counts people, and not the addresses and IDs that lead to them', async () => {
    const end = await runPeople(
      [
        { userId: JO, source: 'user-ids[0]' },
        { userId: JO, source: 'r.yml:1' },
      ],
      { maxUsers: 1, slack: { resetBulk: () => accepted } },
    );
    expect(end.list).toEqual([['queued', null]]);
  });
});

describe('a bug of the program itself', () => {
  /** A body that cannot be read: the fault is raised in the middle of the step that reads it. */
  const broken = (member: string): SlackReply => {
    const body = Object.defineProperty({ ok: true }, member, {
      enumerable: true,
      get: () => {
        throw new TypeError('a bug');
      },
    });
    return { kind: 'accepted', body, requestId: 'broken' };
  };
  const emails = [{ email: address('jo@example.com'), source: 'emails[0]' }];

  it.each<[string, Parameters<typeof runPeople>[0], RunSettings, readonly unknown[]]>([
    [
      'in the look before the reset keeps nobody from being sent',
      mentionsOf([JO]),
      {
        verify: true,
        slack: {
          authTest: () => WHOLE_ORG,
          listSessions: broken.bind(undefined, 'active_sessions'),
          resetBulk: () => ({ ...accepted, requestId: 'the-reset' }),
        },
      },
      ['queued', 'unexpected_error'],
    ],
    [
      'in a look-up leaves everybody not attempted',
      emails,
      { slack: { lookupByEmail: broken.bind(undefined, 'user'), resetBulk: () => accepted } },
      ['not-attempted', 'unexpected_error'],
    ],
    [
      'in reading what a reset came to leaves it unknown',
      mentionsOf([JO]),
      { slack: { resetBulk: broken.bind(undefined, 'failed_user_ids') } },
      ['unknown', 'unexpected_error'],
    ],
  ])('%s', async (_name, mentions, settings, end) => {
    const { list, fault, groups } = await runPeople(mentions, { ...settings, expectsFault: true });
    expect(list).toEqual([end]);
    // It fails the run, once everybody known has been sent.
    expect(fault).toEqual(new TypeError('a bug'));
    expect(groups.every((group) => group.length > 0)).toBe(true);
  });

  it('in a look after the reset leaves the acceptance, its request, and no untrue reason', async () => {
    let isReset = false;
    const { results } = await runPeople(mentionsOf([JO]), {
      verify: true,
      expectsFault: true,
      slack: {
        authTest: () => WHOLE_ORG,
        listSessions: () => (isReset ? broken('active_sessions') : page([item(JO, 1)])),
        resetBulk: () => {
          isReset = true;
          return { ...accepted, requestId: 'the-reset' };
        },
      },
    });
    expect(results.map(({ status, error, requestId }) => [status, error, requestId])).toEqual([
      ['queued', 'unexpected_error', 'the-reset'],
    ]);
  });
});
