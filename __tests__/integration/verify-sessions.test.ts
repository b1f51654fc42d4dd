import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { START_MS } from '../support/call-context.ts';
import { accepted, refused, unclear, userIds } from '../support/reset-stand.ts';
import {
  item,
  listing,
  type Moment,
  NOBODY,
  ORG,
  page,
  paged,
  SCOPES,
  type VerifySettings,
  verify,
  WHOLE_ORG,
} from '../support/verify-stand.ts';

type List = VerifySettings['list'];

const [JO = '' as UserId, SAM = '' as UserId, KIM = '' as UserId] = userIds(3);
const GONE = ['verified', null];
const LEFT = ['still-active', 'sessions_left'];
const BACK = ['still-active', 'signed_in_again'];
const queuedWith = (error: string) => ['queued', error];
const rateLimited: SlackReply = { kind: 'rate-limited' };
const NOWHERE: SlackReply = { kind: 'accepted', body: { ok: true, team_id: 'T012A3CDE' }, scopes: SCOPES };
const OTHERS = [item('W0OTHER001', 901), item('W0OTHER002', 902)];

/** An organization with these sessions and those of two people whom nobody resets. */
function org(sessions: (moment: Moment) => readonly object[], others: readonly object[] = OTHERS): List {
  return (query, moment) => listing([...sessions(moment), ...others], query);
}

/** Session 1 of Jo, 2 of Sam and 3 of Kim, as long as so many seconds have not gone by since the reset. */
function goneAfter(seconds: number, people: readonly UserId[] = [JO, SAM, KIM]): List {
  const sessions = people.map((id, index) => item(id, index + 1));
  return org(({ sinceResetMs }) => (sinceResetMs !== undefined && sinceResetMs >= seconds * 1000 ? [] : sessions));
}

/** The moments of looks after the reset, in whole seconds since Slack accepted it. */
function looksAt({ events, times }: { events: readonly string[]; times: readonly number[] }): number[] {
  const calls = events.filter((event) => !event.startsWith('warning'));
  const reset = calls.indexOf('reset');
  const acceptedMs = (times[reset] ?? 0) + 100;
  return calls.flatMap((event, index) =>
    index > reset && event !== 'account' ? [Math.floor(((times[index] ?? 0) - acceptedMs) / 1000)] : [],
  );
}

describe('the looks after the reset', () => {
  it.each([
    [0, [5, 10]],
    [7, [5, 10, 20]],
    [15, [5, 10, 20, 40]],
    [25, [5, 10, 20, 40, 70]],
    [75, [5, 10, 20, 40, 70, 100, 130]],
  ])(
    'come after 5 s, then 5, 10, 20 and 30 s, until two in a row show no session: gone after %i s',
    async (seconds, looks) => {
      const end = await verify([JO], { list: goneAfter(seconds) });
      expect([end.list, looksAt(end)]).toEqual([[GONE], looks]);
      expect(end.proofs[0]).toMatchObject({ sessionsBefore: ['1'], sessionsAfter: [], looks: looks.length });
    },
  );

  it.each([
    [60_000, [5, 10, 20, 40]],
    [71_000, [5, 10, 20, 40, 70]],
    [3_000, []],
  ])('end with the time: %i ms', async (budgetMs, looks) => {
    const end = await verify([JO], { list: goneAfter(1e6), budgetMs });
    expect([end.list, looksAt(end)]).toEqual([[looks.length === 0 ? queuedWith('time_limit') : LEFT], looks]);
    expect(end.elapsedMs).toBeLessThan(budgetMs);
  });

  it('leave a person queued with time_limit when time ends after the first of two', async () => {
    const end = await verify([JO], { list: goneAfter(0), budgetMs: 9_000 });
    expect([end.list, end.proofs[0]?.looks, end.outcome]).toEqual([[queuedWith('time_limit')], 1, 'failure']);
  });

  it('wait from the last acceptance, also when a search follows the first', async () => {
    const end = await verify([JO, SAM], {
      list: goneAfter(0),
      reset: (group) => (group.includes(SAM) ? refused('user_not_found') : accepted),
    });
    const calls = end.events.filter((event) => !event.startsWith('warning'));
    const last = calls.lastIndexOf('reset');
    expect(end.groups).toEqual([[JO, SAM], [JO], [SAM]]);
    // Sam's own call is a refusal; Jo's was the last that Slack accepted.
    expect((end.times[last + 1] ?? 0) - ((end.times[last - 1] ?? 0) + 100)).toBe(5000);
  });

  it('leave a record of what was there, what is there, and when', async () => {
    const { proofs, results } = await verify([JO], { list: goneAfter(0) });
    expect(proofs).toEqual([
      {
        sessionsBefore: ['1'],
        lookedAtMs: START_MS + 200,
        lookRequestId: 'listing',
        sessionsAfter: [],
        queuedAtMs: START_MS + 300,
        queuedRequestId: 'r',
        verifiedAtMs: START_MS + 10_500,
        looks: 2,
      },
    ]);
    expect(results).toMatchObject([{ status: 'verified', calls: 4 }]);
  });

  it('are logged', async () => {
    const { lines } = await verify([JO, SAM], { list: goneAfter(7) });
    expect(lines.filter((line) => line.includes('verified'))).toEqual([
      '0 of 2 verified, 2 still active, next look in 5 s',
      '0 of 2 verified, 0 still active, 2 not known yet, next look in 10 s',
      '2 of 2 verified, 0 still active.',
    ]);
  });
});

describe('every look judges everybody it covers', () => {
  const five = userIds(5);
  const lingering = five[4] ?? JO;
  const before = five.map((id, index) => item(id, index + 1));

  it('takes verified back when a later one shows a session', async () => {
    const end = await verify(five, {
      list: org(({ sinceResetMs: ms }) => {
        if (ms === undefined) return before;
        const again = ms > 15_000 && ms < 45_000 ? [item(JO, 77)] : [];
        return [...(ms < 35_000 ? [item(lingering, 5)] : []), ...again];
      }),
      budgetMs: 50_000,
    });
    expect(end.list).toEqual([BACK, ...five.slice(2).map(() => GONE), queuedWith('time_limit')]);
    expect(end.proofs[0]).toMatchObject({ sessionsAfter: ['77'], verifiedAtMs: null });
  });

  it('gives verified anew when that session goes as well', async () => {
    const end = await verify(five, {
      list: org(({ sinceResetMs: ms }) => {
        if (ms === undefined) return before;
        return [...(ms < 90_000 ? [item(lingering, 5)] : []), ...(ms > 15_000 && ms < 30_000 ? [item(JO, 77)] : [])];
      }),
    });
    expect(end.list).toEqual(five.map(() => GONE));
  });

  it('does so by the organization listing too', async () => {
    const many = userIds(20);
    const end = await verify(many, {
      list: org(({ sinceResetMs: ms }) => {
        if (ms === undefined) return many.map((id, index) => item(id, index + 1));
        return [...(ms < 35_000 ? [item(many[19] ?? JO, 20)] : []), ...(ms > 15_000 ? [item(JO, 77)] : [])];
      }),
    });
    expect([end.list[0], end.list[1], end.list[19]]).toEqual([BACK, GONE, GONE]);
  });
});

describe('a person taken for signed out', () => {
  it('because the account is deactivated is refused after all when a listing shows a session', async () => {
    const end = await verify([JO, SAM], {
      authTest: { ...WHOLE_ORG, scopes: [...SCOPES, 'users:read'] },
      checkAccounts: true,
      maxRetries: 0,
      list: (query, moment) => (moment.look === 0 ? unclear : org(() => [item(JO, 1)])(query, moment)),
      slack: {
        userInfo: (id) => ({ kind: 'accepted', body: { ok: true, user: { id, deleted: id === JO } } }),
      },
      reset: (group) => (group.includes(JO) ? refused('user_not_found') : accepted),
    });
    expect([end.list, end.groups]).toEqual([
      [['failed', 'user_not_found'], GONE],
      [[SAM], [JO], [JO]],
    ]);
  });
});

describe('a person who signs in again', () => {
  it('is found out after three looks, in words of its own', async () => {
    const end = await verify([JO], { list: org(({ look }) => [item(JO, look === 0 ? 7 : 8)]) });
    expect([end.list, looksAt(end)]).toEqual([[BACK], [5, 10, 20]]);
    expect(end.proofs).toMatchObject([{ sessionsBefore: ['7'], sessionsAfter: ['8'], verifiedAtMs: null }]);
  });

  it('is distinguished from one who had no session before', async () => {
    const end = await verify([JO, SAM], { list: org(({ look }) => (look === 0 ? [] : [item(JO, 8)])) });
    expect(end.list).toEqual([BACK, GONE]);
  });

  it('is found out also when sessions from before are left to the end', async () => {
    const end = await verify([JO], {
      list: org(({ look }) => (look === 0 ? [item(JO, 7)] : [item(JO, 7), item(JO, 8)])),
      budgetMs: 20_000,
    });
    expect([end.list, end.proofs[0]?.sessionsAfter]).toEqual([[BACK], ['7', '8']]);
  });

  it('is verified when the new session goes as well', async () => {
    const end = await verify([JO], {
      list: org(({ sinceResetMs: ms }) => (ms === undefined ? [item(JO, 7)] : ms < 12_000 ? [item(JO, 8)] : [])),
    });
    expect(end.list).toEqual([GONE]);
  });

  it('is not accused when no look came before', async () => {
    const list: List = (query, moment) => (moment.look === 0 ? unclear : org(() => [item(JO, 8)])(query, moment));
    const end = await verify([JO], { list, budgetMs: 20_000 });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([[LEFT], null]);
  });

  it.each<[string, readonly object[], readonly string[] | null]>([
    ['shows another session of theirs', [item(JO, 7)], ['7']],
    ['shows one of another kind only', [item(JO, 7, 'iOS')], null],
    ['shows none of theirs', OTHERS, null],
  ])('is not accused when the look before was cut off, and %s', async (_name, sessions, before) => {
    const after = org(() => [item(JO, 8)]);
    const list: List = (query, moment) => {
      if (moment.look > 0) return after(query, moment);
      return query.cursor === undefined ? page(sessions, 'next') : unclear;
    };
    const end = await verify([JO], { authTest: NOWHERE, list, budgetMs: 20_000, sessions: 'web' });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([[LEFT], before]);
  });

  it('is seen by a large number as an ID', async () => {
    const end = await verify([JO], {
      list: org(({ look }) => [item(JO, look === 0 ? '9007199254740993' : '9007199254740992')]),
      budgetMs: 20_000,
    });
    expect(end.list).toEqual([BACK]);
  });
});

describe('a reset of one kind', () => {
  const cases: readonly (readonly [VerifySettings['sessions'], string, readonly unknown[]])[] = [
    ['web', 'iOS', GONE],
    ['web', 'Android', GONE],
    ['web', 'Windows', LEFT],
    ['web', '', LEFT],
    ['web', 'Solaris', LEFT],
    ['mobile', 'iOS', LEFT],
    ['mobile', 'Mac OS', GONE],
    ['mobile', 'OS X', GONE],
    ['mobile', '', LEFT],
    ['mobile', 'Solaris', LEFT],
    ['all', 'iOS', LEFT],
    ['all', 'Windows', LEFT],
  ];
  it.each(cases)('%s, with a session on "%s" left: %j', async (sessions = 'all', os, expected) => {
    const end = await verify([JO], { sessions, list: org(() => [item(JO, 1, os)]), budgetMs: 20_000 });
    expect(end.list).toEqual([expected]);
    expect(end.proofs[0]?.sessionsBefore).toEqual(expected === GONE ? [] : ['1']);
  });
});

describe('a look that is not complete or not plausible', () => {
  const many = userIds(12);
  const own = many.map((id, index) => item(id, index + 1));
  const strangers = (count: number) =>
    Array.from({ length: count }, (_, index) => item(`W0STRANGE${index}`, 5000 + index));
  const byPages = (after: (moment: Moment) => readonly object[]): List => {
    return ({ of: whose, ...query }, moment) =>
      whose !== undefined
        ? refused('team_not_found')
        : moment.look === 0
          ? page([...own, ...strangers(50)])
          : paged(after(moment), 1000)(query, moment);
  };

  it('proves nothing when the whole organization has no session', async () => {
    const end = await verify(many, { authTest: NOWHERE, list: byPages(() => []), budgetMs: 60_000 });
    expect(end.list).toEqual(many.map(() => queuedWith('implausible_listing')));
  });

  it.each([
    ['more than half', 24, 'implausible'],
    ['half', 25, 'plausible'],
    ['fewer than half', 40, 'plausible'],
  ])(
    'tells nothing when %s of 50 sessions that nobody reset have vanished, unless a second agrees',
    async (_name, left, first) => {
      const end = await verify(many, { authTest: NOWHERE, list: byPages(() => strangers(left)) });
      expect(end.list).toEqual(many.map(() => GONE));
      // One that is not believed costs another look.
      expect(looksAt(end)).toEqual(first === 'implausible' ? [5, 10, 20] : [5, 10]);
    },
  );

  it('proves nothing as long as listings disagree', async () => {
    const end = await verify(many, {
      authTest: NOWHERE,
      list: byPages(({ call }) => strangers(50).filter((_item, index) => index % 6 === call % 6)),
      budgetMs: 200_000,
    });
    expect(new Set(end.list.map(([, error]) => error))).toEqual(new Set(['implausible_listing']));
  });

  it('counts although all have vanished, where fewer than 20 were there', async () => {
    const list: List = ({ of: whose }, { look }) =>
      whose !== undefined ? refused('team_not_found') : page(look === 0 ? [...own, ...strangers(19)] : strangers(1));
    const end = await verify(many, { authTest: NOWHERE, list });
    expect([end.list, looksAt(end)]).toEqual([many.map(() => GONE), [5, 10]]);
  });

  it('still shows the sessions that it comes across', async () => {
    const end = await verify(many, {
      authTest: NOWHERE,
      list: ({ cursor }, { look }) =>
        look === 0
          ? page([...own, ...OTHERS])
          : cursor === undefined
            ? page([item(JO, 1)], 'next')
            : refused('invalid_cursor'),
      budgetMs: 20_000,
    });
    expect([end.list[0]?.[0], end.list[1]]).toEqual(['still-active', queuedWith('invalid_cursor')]);
  });
});

it('a listing that breaks off where more was promised says nothing', async () => {
  const settings = { authTest: NOWHERE, budgetMs: 60_000 };
  const ends = await Promise.all([
    verify([JO], { ...settings, list: ({ cursor }) => (cursor === undefined ? page(OTHERS, 'c2') : NOBODY) }),
    verify([JO], { ...settings, list: ({ cursor }) => (cursor === undefined ? page(OTHERS, 'c2') : page([])) }),
  ]);
  expect(ends.map(({ list }) => list)).toEqual([[queuedWith('invalid_response')], [GONE]]);
});

describe('an empty answer about one person', () => {
  const hidden: List = ({ of: whose }) => (whose === undefined ? page([item(JO, 1), ...OTHERS]) : NOBODY);

  it('counts for a person for whom this kind of listing has shown a session before', async () => {
    const end = await verify([JO], { list: goneAfter(0) });
    expect(end.events).toEqual(['auth.test', 'person', 'reset', 'person', 'person']);
  });

  it('counts when a witness vouches for the way', async () => {
    const nobody = org(() => []);
    // With one page only, the whole listing would be the proof from then on.
    const list: List = (query, moment) => (query.of === undefined ? page(OTHERS, 'more') : nobody(query, moment));
    const end = await verify([JO], { list });
    expect(end.queries.map(({ of: whose }) => whose?.userId)).toEqual([JO, undefined, 'W0OTHER001', JO, JO]);
    expect(end.list).toEqual([GONE]);
  });

  it('does not count merely because this kind of listing showed a session of another person in the run', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of: whose }, { look }) => {
        if (whose?.userId === SAM) return look === 0 ? page([item(SAM, 2)]) : NOBODY;
        return whose === undefined ? page([item(JO, 1), item('W0OTHER001', 901, 'iOS', 'T0WORK')]) : NOBODY;
      },
      budgetMs: 30_000,
    });
    expect(end.list).toEqual([LEFT, GONE]);
  });

  it('does not count while the organization listing shows a session of the same person', async () => {
    const end = await verify([JO], { list: hidden, budgetMs: 20_000 });
    expect(end.list).toEqual([LEFT]);
  });

  it.each<[string, readonly object[]]>([
    ['carry another team', [item('W0OTHER001', 901, 'iOS', 'T0WORK')]],
    ['carry that team only in part', [item('W0OTHER001', 901), item('W0OTHER001', 902, 'iOS', 'T0WORK')]],
    ['carry none', [{ user_id: 'W0OTHER001', session_id: 901 }]],
  ])('has no witness in a person whose sessions %s: the organization is read to the end', async (_name, others) => {
    const end = await verify([JO], { list: org(() => [], others) });
    expect(end.queries.some(({ of: whose }) => whose?.userId === 'W0OTHER001')).toBe(false);
    expect([end.list, end.events.slice(0, 4)]).toEqual([[GONE], ['auth.test', 'person', 'page', 'page']]);
  });

  it.each([
    ['is listed', page([item(JO, 12, 'iOS', 'T0WORK'), ...OTHERS]), LEFT],
    ['cannot be listed', refused('not_an_admin'), queuedWith('not_an_admin')],
  ])('proves nothing of a person with a session under another team, which %s then', async (_what, then, ending) => {
    // Asked with the organization, Slack lists the person's sessions under that team alone.
    const list: List = ({ of: whose }, { sinceResetMs }) => {
      if (whose === undefined) {
        return sinceResetMs === undefined ? page([item(JO, 1), item(JO, 12, 'iOS', 'T0WORK'), ...OTHERS]) : then;
      }
      const own = whose.userId === JO && sinceResetMs === undefined ? [item(JO, 1)] : [];
      const others = OTHERS.filter((session) => 'user_id' in session && session.user_id === whose.userId);
      return own.length + others.length === 0 ? NOBODY : page([...own, ...others]);
    };
    // Sam has no session before, so that the organization is paged and Jo's other session comes to light.
    const end = await verify([JO, SAM], { list, budgetMs: 60_000 });
    expect(end.list[0]).toEqual(ending);
  });

  it('proves nothing of such a person either when it shows sessions of another kind', async () => {
    const phone = item(JO, 1, 'iOS');
    const list: List = ({ of: whose }, { sinceResetMs }) => {
      if (whose === undefined) {
        return sinceResetMs === undefined
          ? page([phone, item(JO, 12, 'Windows', 'T0WORK'), ...OTHERS])
          : refused('not_an_admin');
      }
      return whose.userId === JO ? page([phone]) : NOBODY;
    };
    const end = await verify([JO, SAM], { list, sessions: 'web', budgetMs: 60_000 });
    expect(end.list[0]).toEqual(queuedWith('not_an_admin'));
  });

  it('proves something of a person only twice where the cost of a further look is not known', async () => {
    // After the reset Sam's session is on a page and not in Sam's own listing, and no listing can be read to its end.
    const list: List = ({ of: whose, cursor }, { sinceResetMs }) => {
      if (whose === undefined) {
        return cursor === undefined ? page([item(SAM, 2), ...OTHERS], 'next') : page(['x']);
      }
      if (sinceResetMs === undefined) {
        return whose.userId === JO ? page([item(JO, 1)]) : refused('not_an_admin');
      }
      return NOBODY;
    };
    const end = await verify([JO, SAM], { list, budgetMs: 30_000 });
    expect(end.list[0]).not.toEqual(GONE);
  });

  it('has no witness where pages show people under another team, since Jo may be under that', async () => {
    const strangers = Array.from({ length: 300_000 }, (_, index) =>
      item(`W9X${index}`, 1000 + index, 'iOS', index % 20 === 3 ? ORG : 'T0WORK'),
    );
    const jo = item(JO, 1, 'iOS', 'T0WORK');
    const list: List = (query, moment) => {
      if (query.of === undefined) return paged([...strangers, jo], 1000)(query, moment);
      const own = strangers.filter((one) => 'user_id' in one && one.user_id === query.of?.userId);
      const shown = own.filter((one) => 'team_id' in one && one.team_id === query.of?.teamId);
      return shown.length === 0 ? NOBODY : page(shown);
    };
    const end = await verify([JO], { list, budgetMs: 60_000 });
    expect(end.list).toEqual([LEFT]);
    expect((await verify([JO], { list, budgetMs: 20_000 })).list).toEqual([queuedWith('time_limit')]);
  });

  it('of everybody does not overrule a session that a question about the person alone shows', async () => {
    // Sam has none before, so that the organization is listed, which leaves Jo out.
    const list: List = ({ of: whose }) => {
      if (whose === undefined) return page(OTHERS);
      return whose.userId === JO ? page([item(JO, 1)]) : NOBODY;
    };
    const end = await verify([JO, SAM], { list, budgetMs: 60_000 });
    expect(end.list).toEqual([LEFT, GONE]);
  });

  it('has no witness in a person whose own listing returns another session', async () => {
    const list: List = ({ of: whose }) =>
      whose === undefined ? page(OTHERS) : whose.userId === JO ? NOBODY : page([item(whose.userId, 12345)]);
    const end = await verify([JO], { list });
    expect([end.list, end.events.slice(0, 6)]).toEqual([
      [GONE],
      ['auth.test', 'person', 'page', 'person', 'person', 'page'],
    ]);
  });

  it.each<[string, SlackReply, string]>([
    ['refused for good', refused('not_an_admin'), 'not_an_admin'],
    ['not to be read', page(['x']), 'invalid_response'],
    ['not answered', unclear, 'http_500'],
    ['empty', NOBODY, 'implausible_listing'],
  ])('proves nothing when paging is %s', async (_name, reply, error) => {
    const end = await verify([JO, SAM], {
      list: ({ of: whose }) => (whose === undefined ? reply : NOBODY),
      budgetMs: 20_000,
    });
    expect(end.list).toEqual([queuedWith(error), queuedWith(error)]);
    expect(end.proofs).toEqual([undefined, undefined]);
  });

  it('is not proof if the listing ignores the person and answers with anybody', async () => {
    const end = await verify([JO, SAM], { list: () => page(OTHERS), budgetMs: 30_000 });
    expect(end.list).toEqual([queuedWith('invalid_response'), queuedWith('invalid_response')]);
  });

  it.each(['team_not_found', 'missing_team', 'invalid_arguments', 'team_access_not_granted'])(
    'is not asked for again once Slack does not take the team: %s',
    async (code) => {
      const world = goneAfter(0, [JO, SAM]);
      const list: List = (query, moment) => (query.of === undefined ? world(query, moment) : refused(code));
      const end = await verify([JO, SAM], { list });
      expect([end.events, end.list]).toEqual([
        ['auth.test', 'person', 'page', 'reset', 'page', 'page'],
        [GONE, GONE],
      ]);
    },
  );

  it('is never requested when the token belongs to no organization', async () => {
    const end = await verify([JO], { authTest: NOWHERE, list: goneAfter(0) });
    expect([end.queries.filter(({ of: whose }) => whose !== undefined), end.list]).toEqual([[], [GONE]]);
  });

  it('is requested under the organization, never under one of its workspaces', async () => {
    const body = { ok: true, team_id: 'T0WORK', enterprise_id: ORG };
    const end = await verify([JO], { authTest: { ...WHOLE_ORG, body } as SlackReply, list: goneAfter(0) });
    expect(new Set(end.queries.map(({ of: whose }) => whose?.teamId))).toEqual(new Set([ORG]));
  });
});

describe('the ID that Slack lists', () => {
  const LOCAL = 'U0LOCAL01' as UserId;
  const GLOBAL = 'W0GLOBAL1' as UserId;
  const info = (user: object): SlackReply => ({ kind: 'accepted', body: { ok: true, user }, scopes: undefined });
  const unseen = org(() => []);
  const withInfo: SlackReply = { ...WHOLE_ORG, scopes: [...SCOPES, 'users:read'] };

  it('is one that a listing has shown', async () => {
    const end = await verify([LOCAL], { list: goneAfter(0, [LOCAL]) });
    expect(end.list).toEqual([GONE]);
  });

  it('is never_listed when only the other ID is listed and nothing says whose it is', async () => {
    const end = await verify([LOCAL], { list: org(() => [item(GLOBAL, 1)]) });
    expect(end.list).toEqual([queuedWith('never_listed')]);
    expect(end.warnings.some((warning) => warning.includes('users:read'))).toBe(true);
    expect(end.events.findIndex((event) => event.includes('users:read'))).toBeLessThan(end.events.indexOf('reset'));
  });

  it('is the Enterprise ID where an answer names one: that is sent, and verified', async () => {
    const end = await verify([LOCAL], {
      authTest: withInfo,
      list: goneAfter(0, [GLOBAL]),
      slack: { userInfo: () => info({ id: LOCAL, enterprise_user: { id: GLOBAL } }) },
    });
    expect([end.groups, end.list, end.results[0]?.person.userId]).toEqual([[[GLOBAL]], [GONE], GLOBAL]);
  });

  it('is one for which users.info answers and names no other', async () => {
    const end = await verify([LOCAL], {
      authTest: withInfo,
      list: unseen,
      slack: { userInfo: () => info({ id: LOCAL }) },
    });
    expect([end.groups, end.list]).toEqual([[[LOCAL]], [GONE]]);
  });

  it.each<[string, SlackReply]>([
    ['is not found', refused('user_not_found')],
    ['may not be seen', refused('user_not_visible')],
    ['is not told of', unclear],
    ['is somebody else', info({ id: 'U0ELSE0001' })],
    ['is no user', info({})],
  ])('is never_listed when the account %s', async (_name, reply) => {
    const end = await verify([LOCAL], { authTest: withInfo, list: unseen, slack: { userInfo: () => reply } });
    expect(end.list).toEqual([queuedWith('never_listed')]);
  });

  it('is told with the ID that was sent, also when another becomes known afterwards', async () => {
    let isSent = false;
    const end = await verify([LOCAL, JO], {
      authTest: withInfo,
      list: org(({ sinceResetMs }) => (sinceResetMs === undefined ? [item(GLOBAL, 1), item(JO, 2)] : [])),
      slack: { userInfo: () => (isSent ? info({ id: LOCAL, enterprise_user: { id: GLOBAL } }) : unclear) },
      reset: () => {
        isSent = true;
        return accepted;
      },
    });
    expect([end.groups[0], end.results[0]?.person.userId]).toEqual([[LOCAL, JO], LOCAL]);
  });

  /** So many people that a listing of all is not read to its end; Jo's session is listed under one of two IDs. */
  const large =
    (listed: UserId, isUnknown = false): List =>
    (query) => {
      const others = Array.from({ length: 30 }, (_, index) => item(`W0OTHER${100 + index}`, 100 + index));
      const reply = listing([...others, item(listed, 1)], query, 3);
      return reply === NOBODY && isUnknown ? refused('user_not_found') : reply;
    };
  const twoIds = info({ id: LOCAL, enterprise_user: { id: GLOBAL } });

  it.each([
    [LOCAL, LOCAL, LEFT],
    [LOCAL, GLOBAL, LEFT],
    [GLOBAL, LOCAL, LEFT],
    [GLOBAL, GLOBAL, LEFT],
    [GLOBAL, 'W0OTHER200' as UserId, GONE],
  ])('may be either of two: %s requested, sessions under %s', async (requested, listed, expected) => {
    const settings = { authTest: withInfo, checkAccounts: true, budgetMs: 60_000, slack: { userInfo: () => twoIds } };
    const ends = await Promise.all([
      verify([requested], { ...settings, list: large(listed) }),
      // One that Slack knows nothing of keeps the other from nothing.
      verify([requested], { ...settings, list: large(listed, true) }),
    ]);
    const isKnown = expected === LEFT;
    expect(ends.map(({ list }) => list)).toEqual([[expected], [isKnown ? expected : queuedWith('user_not_found')]]);
  });

  it('makes no session of before a new one when it becomes known only afterwards', async () => {
    let isSent = false;
    const end = await verify([LOCAL, JO], {
      authTest: withInfo,
      list: org(() => [item(GLOBAL, 1)]),
      slack: { userInfo: () => (isSent ? twoIds : unclear) },
      reset: () => {
        isSent = true;
        return accepted;
      },
      budgetMs: 120_000,
    });
    expect(end.list[0]).toEqual(LEFT);
  });

  it('is the last question when the token turns out to be dead', async () => {
    // Before the reset everybody is listed, so that accounts are asked about only after it.
    let asked = 0;
    const end = await verify([LOCAL, JO], {
      authTest: withInfo,
      list: org(({ sinceResetMs }) => (sinceResetMs === undefined ? [item(GLOBAL, 1), item(JO, 2)] : [])),
      slack: {
        userInfo: () => {
          asked += 1;
          return asked === 1 ? unclear : refused('token_revoked');
        },
      },
      maxRetries: 0,
    });
    expect(end.events.at(-1)).toBe('account');
    expect(end.list.map(([status]) => status)).toEqual(['queued', 'queued']);
    expect(end.list[1]).toEqual(queuedWith('token_revoked'));
  });

  it('is asked about for IDs in doubt alone, each once', async () => {
    const asked: string[] = [];
    await verify([LOCAL, JO, 'U0LISTED01' as UserId], {
      authTest: withInfo,
      list: goneAfter(0, ['U0LISTED01' as UserId]),
      slack: {
        userInfo: (userId) => {
          asked.push(userId);
          return info({ id: userId });
        },
      },
    });
    expect(asked).toEqual([LOCAL]);
  });

  it('shows also after a look that found nothing: a session seen later decides', async () => {
    const end = await verify([LOCAL, JO], {
      list: org(({ sinceResetMs: ms = 0 }) => [item(JO, 1), ...(ms > 15_000 ? [item(LOCAL, 9)] : [])]),
      budgetMs: 60_000,
    });
    expect(end.list[0]?.[0]).toBe('still-active');
  });
});

describe('two looks', () => {
  it.each([
    { people: 45, looks: 1, title: 'are one where a further look takes more than 40 calls' },
    { people: 40, looks: 2, title: 'are two for 40 people asked singly' },
  ])('$title', async ({ people, looks }) => {
    const many = userIds(people);
    const end = await verify(many, {
      list: (query, moment) => {
        const world = [...(moment.look === 0 ? many.map((id, at) => item(id, at)) : [])];
        if (query.of !== undefined) return org(() => world)(query, moment);
        const strangers = Array.from({ length: 100_000 }, (_, index) => item(`W9X${index}`, 1000 + index));
        return paged(strangers, 1000)(query, moment);
      },
    });
    expect([end.list.every(([status]) => status === 'verified'), end.proofs[0]?.looks]).toEqual([true, looks]);
  });

  it('are one where each needs the whole of a large organization as its proof', async () => {
    const strangers = Array.from({ length: 50_000 }, (_, index) => item(`W9X${index}`, 1000 + index, 'iOS', 'T0WORK'));
    const end = await verify([JO], {
      list: (query, moment) => (query.of === undefined ? paged(strangers, 1000)(query, moment) : NOBODY),
    });
    expect([end.list, end.proofs[0]?.looks]).toEqual([[GONE], 1]);
  });

  it('are followed by one of somebody else, whose listing of everybody takes a verdict back', async () => {
    // 50 pages, so that one look is enough, and the looks for Sam are no looks for Jo.
    const strangers = Array.from({ length: 50_000 }, (_, index) => item(`W9X${index}`, 1000 + index, 'iOS', 'T0WORK'));
    const end = await verify([JO, SAM], {
      authTest: NOWHERE,
      list: (query, moment) => {
        const { sinceResetMs = 0 } = moment;
        const sam = sinceResetMs < 24_000 ? [item(SAM, 2)] : [];
        const jo = sinceResetMs > 14_000 ? [item(JO, 9)] : [];
        return paged([...strangers, ...sam, ...jo], 1000)(query, moment);
      },
      budgetMs: 120_000,
    });
    expect(end.list).toEqual([BACK, GONE]);
  });

  it.each([
    ['takes its place', NOBODY],
    ['takes its place until the token dies', refused('token_revoked')],
  ])('are two where paging is refused and asking person by person %s', async (_how, reply) => {
    const strangers = Array.from({ length: 50_000 }, (_, index) => item(`W9X${index}`, 1000 + index));
    const end = await verify([JO, SAM], {
      list: (query, moment) => {
        if (query.of?.userId === JO) return moment.sinceResetMs === undefined ? page([item(JO, 1)]) : NOBODY;
        if (query.of !== undefined) return moment.sinceResetMs === undefined ? NOBODY : reply;
        return moment.sinceResetMs === undefined ? paged(strangers, 1000)(query, moment) : refused('access_denied');
      },
    });
    expect([end.list[0], end.proofs[0]?.looks]).not.toEqual([GONE, 1]);
  });
});

describe('an answer that proves nothing', () => {
  const cases: readonly (readonly [string, SlackReply, string])[] = [
    ['no listing at all', { kind: 'accepted', body: { ok: true }, scopes: undefined }, 'invalid_response'],
    ['sessions that are no list', { kind: 'accepted', body: { active_sessions: {} } }, 'invalid_response'],
    ['a session that is text', page(['x']), 'invalid_response'],
    ['a session without an ID', page([{ user_id: JO }]), 'invalid_response'],
    ['a session of nobody', page([{ session_id: 1 }]), 'invalid_response'],
    ['a cursor that is a number', page([item('W0OTHER001', 2)], 5), 'invalid_response'],
    ['the same cursor again', page([], 'again'), 'invalid_response'],
    ['a cursor that Slack does not take', refused('invalid_cursor'), 'invalid_cursor'],
    ['an error that is no code', refused('unrecognized_error'), 'unrecognized_error'],
    ['HTTP 500', unclear, 'http_500'],
    ['no connection', { kind: 'unreachable', detail: 'ECONNREFUSED' }, 'unreachable'],
  ];
  const ways: readonly (readonly [string, SlackReply])[] = [
    ['person by person', WHOLE_ORG],
    ['paging', NOWHERE],
  ];

  describe.each(ways)('%s', (_way, authTest) => {
    it.each(cases)('verifies nobody: %s', async (_name, reply, error) => {
      const before = goneAfter(1e6, [JO, SAM]);
      const list: List = (query, moment) => (moment.look === 0 ? before(query, moment) : reply);
      const end = await verify([JO, SAM], { authTest, list, budgetMs: 20_000 });
      expect([end.list, end.outcome]).toEqual([[queuedWith(error), queuedWith(error)], 'failure']);
    });

    it.each(cases.filter(([, , error]) => error !== 'unrecognized_error'))(
      'is followed by another look, which may tell: %s',
      async (_name, reply) => {
        const world = goneAfter(0, [JO]);
        const list: List = (query, moment) =>
          moment.sinceResetMs !== undefined && moment.sinceResetMs < 9_000 ? reply : world(query, moment);
        const end = await verify([JO], { authTest, list });
        expect(end.list).toEqual([GONE]);
      },
    );

    it.each(['not_an_admin', 'missing_scope', 'token_revoked', 'feature_not_enabled', 'no_such_code_yet'])(
      'ends the looks when no other can mend it: %s',
      async (code) => {
        const world = goneAfter(1e6, [JO]);
        const list: List = (query, moment) => (moment.look === 0 ? world(query, moment) : refused(code));
        const end = await verify([JO], { authTest, list });
        expect([end.list, looksAt(end)]).toEqual([[queuedWith(code)], [5]]);
      },
    );
  });

  it('keeps the code when the second of two looks is refused', async () => {
    const world = goneAfter(0, [JO]);
    const list: List = (query, moment) => (moment.look < 2 ? world(query, moment) : refused('token_revoked'));
    const end = await verify([JO], { list });
    expect(end.list).toEqual([queuedWith('token_revoked')]);
  });

  it.each(['user_not_found', 'bots_not_allowed'])(
    'about one person concerns that person only, who is not asked about again: %s',
    async (code) => {
      const world = goneAfter(7, [JO, SAM, KIM]);
      const list: List = (query, moment) =>
        query.of?.userId === SAM && moment.look > 0 ? refused(code) : world(query, moment);
      const end = await verify([JO, SAM, KIM], { list });
      expect(end.list).toEqual([GONE, queuedWith(code), GONE]);
      const after = end.queries.slice(3).map(({ of: whose }) => whose?.userId);
      expect(after).toEqual([JO, SAM, KIM, JO, KIM, JO, KIM]);
    },
  );

  it('leaves what an earlier look has shown', async () => {
    const world = goneAfter(1e6, [JO]);
    const list: List = (query, moment) => (moment.look === 2 ? refused('token_revoked') : world(query, moment));
    const end = await verify([JO], { list });
    expect(end.list).toEqual([LEFT]);
  });

  it('does not delay the people that the look covered', async () => {
    const world = goneAfter(0, [JO, SAM]);
    const list: List = (query, moment) =>
      moment.look > 0 && query.of?.userId === SAM ? unclear : world(query, moment);
    const end = await verify([JO, SAM], { list, budgetMs: 30_000 });
    expect(end.list).toEqual([GONE, queuedWith('http_500')]);
  });
});

describe('who is not looked at afterwards', () => {
  it('is a person Slack did not accept', async () => {
    const end = await verify([JO, SAM], {
      list: goneAfter(0),
      reset: (group) => (group.includes(SAM) ? refused('user_not_found') : accepted),
    });
    expect(end.list).toEqual([GONE, ['failed', 'user_not_found']]);
    expect(end.queries.slice(2).map(({ of: whose }) => whose?.userId)).toEqual([JO, JO]);
    expect(end.proofs[1]).toMatchObject({ sessionsBefore: ['2'], sessionsAfter: null, queuedAtMs: null, looks: 0 });
  });

  it('is a person without a clear answer', async () => {
    const end = await verify([JO], { list: goneAfter(0), reset: () => unclear });
    expect([end.list, end.queries.length]).toEqual([[['unknown', 'http_500']], 1]);
  });

  it.each<[string, SlackReply, Partial<VerifySettings>, string]>([
    ['a run-wide refusal', refused('token_revoked'), {}, 'token_revoked'],
    ['a cancellation', rateLimited, { cancelInWait: 1 }, 'cancelled'],
    ['the end of time', rateLimited, { budgetMs: 29_000 }, 'time_limit'],
  ])('is everybody once the run has stopped, and the queued say why: %s', async (_name, reply, settings, error) => {
    const end = await verify([JO, SAM], {
      list: goneAfter(0),
      reset: (group) => (group.length === 2 ? refused('user_not_found') : group.includes(SAM) ? reply : accepted),
      ...settings,
    });
    expect(end.list).toEqual([queuedWith(error), ['not-attempted', error]]);
    expect([end.ledger.stop?.error, end.queries.length]).toEqual([error, 2]);
  });
});

describe('rate limits while listing', () => {
  it.each([
    ['Retry-After', { kind: 'rate-limited', retryAfterSeconds: 7 }, 7000],
    ['nothing said', rateLimited, 30_000],
  ] as const)('are waited for as Slack asks: %s', async (_name, reply, waitMs) => {
    const world = goneAfter(0, [JO, SAM]);
    const list: List = (query, moment) => (moment.look === 2 ? reply : world(query, moment));
    const end = await verify([JO, SAM], { list });
    expect([end.list, end.waits]).toEqual([
      [GONE, GONE],
      [5000, waitMs, 5000],
    ]);
  });

  it('leave people queued when the wait would end past the time limit', async () => {
    const world = goneAfter(0, [JO, SAM]);
    const list: List = (query, moment) =>
      moment.look > 0 && query.of?.userId === SAM ? rateLimited : world(query, moment);
    const end = await verify([JO, SAM], { list, budgetMs: 29_000 });
    expect(end.list).toEqual([queuedWith('time_limit'), queuedWith('time_limit')]);
  });
});

describe('a cancellation', () => {
  it('during a wait leaves people seen with a session still-active', async () => {
    const end = await verify([JO], { list: goneAfter(1e6), cancelInWait: 2 });
    expect([end.list, looksAt(end)]).toEqual([[LEFT], [5]]);
  });

  it('leaves people not seen, or seen only once, queued', async () => {
    const unseen = await verify([JO], { list: goneAfter(0), cancelInWait: 1 });
    const once = await verify([JO], { list: goneAfter(0), cancelInWait: 2 });
    expect([unseen.list, once.list]).toEqual([[queuedWith('cancelled')], [queuedWith('cancelled')]]);
  });
});

describe('looking before the reset never keeps anybody signed in', () => {
  const people = userIds(20);

  it.each<[string, SlackReply]>([
    ['garbage', page(['x'])],
    ['a refusal', refused('not_an_admin')],
    ['a failure', unclear],
  ])('%s: the reset is sent all the same', async (_name, reply) => {
    const world = goneAfter(0, people);
    const list: List = (query, moment) => (moment.look === 0 ? reply : world(query, moment));
    const end = await verify(people, { list });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([people.map(() => GONE), null]);
  });

  it.each<[string, List, Partial<VerifySettings>]>([
    ['failures that are retried', () => unclear, { maxRetries: 5, budgetMs: 60_000 }],
    ['a rate limit', () => rateLimited, { budgetMs: 900_000 }],
    ['cursors in a circle', ({ cursor }) => page([], cursor === 'a' ? 'b' : 'a'), {}],
    [
      'an endless organization that refuses the team',
      ({ of: whose, cursor = '0' }) =>
        whose === undefined ? page([item('W0OTHER001', 1)], String(Number(cursor) + 1)) : refused('team_not_found'),
      {},
    ],
  ])('%s: the reset is sent before half of the time is gone', async (_name, list, settings) => {
    const end = await verify(people.slice(0, 3), { list, ...settings });
    const at = end.times[end.events.filter((event) => !event.startsWith('warning')).indexOf('reset')];
    expect(at).toBeLessThanOrEqual((settings.budgetMs ?? 900_000) / 2);
    expect(end.groups).toEqual([people.slice(0, 3)]);
  });

  it.each<[string, SlackReply]>([
    ['rate limits', rateLimited],
    ['failures', unclear],
  ])('nor does asking whose token it is: %s', async (_name, authTest) => {
    const end = await verify([JO], { authTest, maxRetries: 5, budgetMs: 60_000, list: goneAfter(0) });
    const at = end.times[end.events.indexOf('reset')];
    expect(at).toBeLessThan(30_000);
  });
});

describe('a token that cannot', () => {
  const tokenOf = (scopes: readonly string[], more = {}): SlackReply => {
    return { kind: 'accepted', body: { ok: true, team_id: 'E012A3CDE', ...more }, scopes };
  };

  it('list sessions resets them all the same, nobody is verified, and the step fails', async () => {
    const end = await verify([JO, SAM], { authTest: tokenOf(['admin.users:write']), list: goneAfter(0) });
    expect(end.list).toEqual([queuedWith('missing_scope'), queuedWith('missing_scope')]);
    expect(end.results.map(({ fails }) => fails)).toEqual([true, true]);
    expect(end.queries).toEqual([]);
    expect(end.events.findIndex((event) => event.includes('admin.users:read'))).toBeLessThan(
      end.events.indexOf('reset'),
    );
  });

  it.each<[string, SlackReply]>([
    ['reset them', tokenOf(['admin.users:read'])],
    ['reset them, being a bot', tokenOf(SCOPES, { bot_id: 'B012A3CDE' })],
  ])('%s is found out without a look at what would end', async (_name, authTest) => {
    const end = await verify([JO], { authTest, list: goneAfter(0), reset: () => refused('not_an_admin') });
    expect(end.events.filter((event) => !event.startsWith('warning'))).toEqual(['auth.test', 'reset']);
  });
});

it('nobody due is nothing to ask Slack about', async () => {
  const { events } = await verify([], { list: () => NOBODY });
  expect(events).toEqual([]);
});

describe('300 people among 700 sessions', () => {
  const everybody = userIds(300);
  const strangers = Array.from({ length: 400 }, (_, index) => item(`W9X${index}`, 10_000 + index));
  const world = [...everybody.map((id, index) => item(id, index + 1)), ...strangers];

  it.each([1000, 100, 20])('are verified by paging, %i sessions a page', async (size) => {
    const list: List = (query, moment) =>
      paged(moment.sinceResetMs === undefined ? world : strangers, size)(query, moment);
    const end = await verify(everybody, { list });
    const [before, after] = [Math.ceil(700 / size), Math.ceil(400 / size)];
    expect(end.list).toEqual(everybody.map(() => GONE));
    expect(end.queries.length).toBe(before + 2 * after);
    expect(end.waits).toEqual([5000, 5000]);
  });
});
