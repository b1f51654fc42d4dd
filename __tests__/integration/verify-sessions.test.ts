import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import type { SessionQuery } from '../../src/slack/methods.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { refused, unclear, userIds } from '../support/reset-stand.ts';
import { item, page, SCOPES, type VerifySettings, verify, WHOLE_ORG } from '../support/verify-stand.ts';

type List = VerifySettings['list'];

const [JO = '' as UserId, SAM = '' as UserId, KIM = '' as UserId] = userIds(3);
const NOBODY = refused('no_active_sessions');
const GONE = ['verified', null];
const LEFT = ['still-active', 'sessions_left'];
const BACK = ['still-active', 'signed_in_again'];
const QUEUED = ['queued', null];
const rateLimited: SlackReply = { kind: 'rate-limited' };
const numberOf = (id: string): number => Number(id.slice(1));

/** Everybody has one session, whose ID is the number in theirs, until so many looks after the reset have seen it. */
function goneAfter(looks: number): List {
  return ({ of }, { look }) =>
    look <= looks && of !== undefined ? page([item(of.userId, numberOf(of.userId))]) : NOBODY;
}

/** Everybody has one session before the reset, and after it whatever `after` says. */
function signedInBefore(after: List): List {
  return (query, moment) => (moment.look === 0 ? goneAfter(0)(query, moment) : after(query, moment));
}

/** The listing of a whole organization, in pages of so many sessions. */
function paged(sessions: readonly object[], size: number): List {
  return ({ cursor = '0' }) => {
    const from = Number(cursor);
    return page(sessions.slice(from, from + size), from + size < sessions.length ? String(from + size) : '');
  };
}

describe('sessions that go', () => {
  it.each([
    [0, []],
    [1, [2000]],
    [2, [2000, 4000]],
    [5, [2000, 4000, 8000, 16_000, 30_000]],
    [7, [2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]],
  ])('after %i looks are waited for, longer each time up to half a minute', async (looks, waits) => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) =>
        of !== undefined && look <= 2 * looks ? page([item(of.userId, numberOf(of.userId))]) : NOBODY,
    });
    expect([end.list, end.waits, end.gap]).toEqual([[GONE, GONE], waits, undefined]);
  });

  it('are asked for only as long as they are there', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) =>
        (of?.userId === JO && look > 0) || look > 5 ? NOBODY : page([item(of?.userId ?? '', 1)]),
    });
    const after = end.queries.slice(2).map(({ of }) => of?.userId);
    expect([after, end.list]).toEqual([
      [JO, SAM, SAM, SAM, SAM, SAM],
      [GONE, GONE],
    ]);
  });

  it('leave a record of what was there, what is there, and when', async () => {
    const { proofs } = await verify([JO], { list: goneAfter(1) });
    const startMs = Date.UTC(2026, 10, 30);
    expect(proofs).toEqual([
      {
        sessionsBefore: ['0'],
        sessionsAfter: [],
        queuedAtMs: startMs + 300,
        queuedRequestId: 'r',
        verifiedAtMs: startMs + 2500,
      },
    ]);
  });

  it('are told of with every look', async () => {
    const { lines } = await verify([JO, SAM], {
      list: ({ of }, { look }) => (of?.userId === SAM && look < 4 ? page([item(SAM, 1)]) : NOBODY),
    });
    expect(lines.filter((line) => line.includes('verified,'))).toEqual([
      '1 of 2 verified, 1 still active, next look in 2 s',
      '1 of 2 verified, 1 still active, next look in 4 s',
      '2 of 2 verified, 0 still active.',
    ]);
  });
});

describe('the record of a person', () => {
  const standingsOf = async (people: readonly UserId[], settings: VerifySettings) => {
    const { standings, calls, events } = await verify(people, settings);
    return { all: people.map((id) => standings.get(id)), calls, made: events.filter((name) => !name.includes(' ')) };
  };

  it('counts the listings that named the person', async () => {
    const { all, calls, made } = await standingsOf([JO, SAM], {
      list: signedInBefore(({ of }, { look }) => (of?.userId === SAM && look < 4 ? page([item(SAM, 1)]) : NOBODY)),
    });
    // One before the reset, the reset, and one or three after it.
    expect([all.map((standing) => standing?.calls), calls, made.length]).toEqual([[3, 5], 8, 8]);
  });

  it('does not count pages of the organization, which name nobody', async () => {
    const { all, calls, made } = await standingsOf(userIds(4), { list: () => page([]) });
    expect([all.map((standing) => standing?.calls), calls, made.length]).toEqual([[1, 1, 1, 1], 4, 4]);
  });

  it.each<[string, SlackReply, string]>([
    ['the listing', page([]), 'listing'],
    ['the reset, when the listing has no ID', NOBODY, 'r'],
  ])('names the call that told: %s', async (_name, reply, requestId) => {
    const { all } = await standingsOf([JO], { list: signedInBefore(() => reply) });
    expect(all).toMatchObject([{ status: 'verified', requestId }]);
  });

  it('has the moment of the answer, not of the last answer about anybody', async () => {
    const { proofs } = await verify([JO, SAM], {
      list: signedInBefore((_query, { look }) =>
        look === 2 ? { kind: 'rate-limited', retryAfterSeconds: 7 } : NOBODY,
      ),
    });
    const [jo = 0, sam = 0] = proofs.map((proof) => proof?.verifiedAtMs ?? undefined);
    expect(sam - jo).toBe(7200);
  });
});

describe('sessions that never go', () => {
  it.each([
    [60_000, [2000, 4000, 8000, 16_000]],
    [61_500, [2000, 4000, 8000, 16_000, 30_000]],
    [900_000, [2000, 4000, 8000, 16_000, ...Array.from({ length: 28 }, () => 30_000)]],
    [1000, []],
  ])('are waited for until the time is up, not longer: %i ms', async (budgetMs, waits) => {
    const end = await verify([JO], { list: goneAfter(Number.POSITIVE_INFINITY), budgetMs });
    expect([end.list, end.waits]).toEqual([[LEFT], waits]);
    expect(end.elapsedMs).toBeLessThan(budgetMs);
  });

  it('stay on record', async () => {
    const { proofs } = await verify([JO], { list: goneAfter(Number.POSITIVE_INFINITY), budgetMs: 9000 });
    expect(proofs).toMatchObject([{ sessionsBefore: ['0'], sessionsAfter: ['0'], verifiedAtMs: null }]);
  });
});

describe('a person who signs in again', () => {
  const before = page([item(JO, 7)]);

  it('is found out after three looks, in words of its own', async () => {
    const end = await verify([JO], { list: (_query, { look }) => (look === 0 ? before : page([item(JO, 8)])) });
    expect([end.list, end.waits]).toEqual([[BACK], [2000, 4000]]);
    expect(end.proofs).toMatchObject([{ sessionsBefore: ['7'], sessionsAfter: ['8'], verifiedAtMs: null }]);
  });

  it('is told apart from one who had no session before', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => (look === 0 || of?.userId === SAM ? NOBODY : page([item(JO, 8)])),
    });
    expect(end.list).toEqual([BACK, GONE]);
  });

  it('is waited for while a session from before is left as well', async () => {
    const both = page([item(JO, 7), item(JO, 8)]);
    const end = await verify([JO], {
      list: (_query, { look }) => (look === 0 ? before : look < 6 ? both : page([item(JO, 8)])),
    });
    expect([end.list, end.waits.length]).toEqual([[BACK], 7]);
  });

  it('is found out also when sessions from before are left to the end', async () => {
    const end = await verify([JO], {
      list: (_query, { look }) => (look === 0 ? before : page([item(JO, 7), item(JO, 8)])),
      budgetMs: 20_000,
    });
    expect([end.list, end.proofs[0]?.sessionsAfter]).toEqual([[BACK], ['7', '8']]);
    expect(end.lines.at(-1)).toBe('0 of 1 verified, 1 still active; there is no time for another look.');
  });

  it('is verified when the new session goes as well', async () => {
    const end = await verify([JO], {
      list: (_query, { look }) => (look === 0 ? before : look < 3 ? page([item(JO, 8)]) : NOBODY),
    });
    expect(end.list).toEqual([GONE]);
  });

  it('is not accused when nobody looked before', async () => {
    const end = await verify([JO], {
      list: (_query, { look }) => (look === 0 ? unclear : page([item(JO, 8)])),
      budgetMs: 20_000,
    });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([[LEFT], null]);
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
    ['mobile', '', LEFT],
    ['mobile', 'Solaris', LEFT],
    ['all', 'iOS', LEFT],
    ['all', 'Windows', LEFT],
  ];
  it.each(cases)('%s, with a session on "%s" left: %j', async (sessions = 'all', os, expected) => {
    const end = await verify([JO], { sessions, list: () => page([item(JO, 1, os)]), budgetMs: 20_000 });
    expect(end.list).toEqual([expected]);
    expect(end.proofs[0]?.sessionsBefore).toEqual(expected === GONE ? [] : ['1']);
  });
});

describe('the way of looking', () => {
  const everybody = userIds(40);
  const sessions = everybody.flatMap((id) => [item(id, numberOf(id) * 2), item(id, numberOf(id) * 2 + 1)]);
  const org = (size: number): List => {
    const before = paged(sessions, size);
    return signedInBeforeEach((query, moment) => (moment.look === 0 ? before(query, moment) : NOBODY));
  };
  const signedInBeforeEach =
    (everybodys: List): List =>
    (query, moment) =>
      query.of === undefined ? everybodys(query, moment) : goneAfter(0)(query, moment);

  it('is person by person for three people', async () => {
    const end = await verify([JO, SAM, KIM], { list: goneAfter(0) });
    expect(end.events).toEqual(['auth.test', 'person', 'person', 'person', 'reset', 'person', 'person', 'person']);
  });

  it('is paging for many, in as few calls as there are pages', async () => {
    const end = await verify(everybody, { list: org(30) });
    expect(end.events).toEqual(['auth.test', 'page', 'page', 'page', 'reset', 'page']);
    expect(end.list).toEqual(everybody.map(() => GONE));
    expect(end.proofs.map((proof) => proof?.sessionsBefore)).toEqual(
      everybody.map((id) => [String(numberOf(id) * 2), String(numberOf(id) * 2 + 1)]),
    );
  });

  it('turns from paging to asking each when the organization is larger than people are many', async () => {
    const people = everybody.slice(0, 5);
    const end = await verify(people, { list: org(3) });
    const [before, after] = [end.events.slice(1, 11), end.events.slice(12)];
    expect([before, after]).toEqual([
      [...Array.from({ length: 5 }, () => 'page'), ...Array.from({ length: 5 }, () => 'person')],
      Array.from({ length: 5 }, () => 'person'),
    ]);
    expect(end.lines).toContain("The organization's sessions fill more than 5 pages: asking person by person");
    expect(end.list).toEqual(people.map(() => GONE));
  });

  it('turns from paging to asking each when few are left', async () => {
    const people = everybody.slice(0, 12);
    const world = paged(sessions, 10);
    const end = await verify(people, {
      list: (query, moment) => {
        if (query.of === undefined) {
          return moment.look <= 8 ? world(query, moment) : NOBODY;
        }
        return moment.look < 30 ? page([item(query.of.userId, numberOf(query.of.userId) * 2)]) : NOBODY;
      },
    });
    expect(end.list).toEqual(people.map(() => GONE));
  });

  it.each(['team_not_found', 'missing_team', 'invalid_arguments', 'team_access_not_granted'])(
    'turns to paging for good when Slack does not take the team: %s',
    async (code) => {
      const end = await verify([JO, SAM], {
        list: ({ of }, { look }) => {
          if (of !== undefined) {
            return refused(code);
          }
          return look < 3 ? page([item(JO, 1), item('WSOMEBODY1', 2), item(SAM, 3)]) : page([item('WSOMEBODY1', 2)]);
        },
      });
      expect([end.events, end.list]).toEqual([
        ['auth.test', 'person', 'page', 'reset', 'page', 'page', 'page'],
        [GONE, GONE],
      ]);
      expect(end.lines).toContain(`Slack does not list single people's sessions for this token (${code}): paging`);
    },
  );

  it('keeps what was seen when Slack stops taking the team in the middle of a look', async () => {
    const end = await verify([JO, SAM], {
      list: signedInBefore(({ of }) => (of?.userId === SAM ? refused('invalid_arguments') : NOBODY)),
    });
    expect([end.events, end.list, end.gap]).toEqual([
      ['auth.test', 'person', 'person', 'reset', 'person', 'person'],
      [GONE, QUEUED],
      { error: 'invalid_arguments', people: 1 },
    ]);
  });

  it('is paging when the token tells of no organization', async () => {
    const nowhere: SlackReply = { kind: 'accepted', body: { ok: true, team_id: 'T012A3CDE' }, scopes: SCOPES };
    const end = await verify([JO], { authTest: nowhere, list: () => page([item('WSOMEBODY1', 2)]) });
    expect([end.queries.map(({ of }) => of), end.list]).toEqual([[undefined, undefined], [GONE]]);
  });

  it.each([
    ['the organization is the team', { team_id: 'E0ORG', user_id: 'W0ADMIN001' }, 'E0ORG'],
    ['the team is a workspace of it', { team_id: 'T0WORK', enterprise_id: 'E0ORG' }, 'E0ORG'],
  ])('names the organization: %s', async (_name, body, teamId) => {
    const authTest: SlackReply = { kind: 'accepted', body: { ok: true, ...body }, scopes: SCOPES };
    const end = await verify([JO], { authTest, list: goneAfter(0) });
    expect(end.queries).toEqual([{ of: { userId: JO, teamId: 'E0ORG' } }, { of: { userId: JO, teamId } }]);
  });

  it('is said in the log, a line for every listing', async () => {
    const few = await verify([JO, SAM], { list: goneAfter(0) });
    const many = await verify(everybody, { list: org(30) });
    const said = [few, many].map(({ lines }) => lines.filter((line) => line.startsWith('Listing')));
    const looks = ['Listing sessions person by person, 1 of 2', 'Listing sessions person by person, 2 of 2'];
    const pages = "Listing the organization's sessions";
    expect(said).toEqual([
      [...looks.map((look) => `${look}, page 1: 1 session`), ...looks.map((look) => `${look}, page 1: 0 sessions`)],
      [30, 30, 20]
        .map((size, index) => `${pages}, page ${index + 1}: ${size} sessions`)
        .concat(`${pages}, page 1: 0 sessions`),
    ]);
    expect([few, many].map(({ queries }, index) => queries.length - (said[index]?.length ?? 0))).toEqual([0, 0]);
  });

  it('is said in the log with why a listing told nothing', async () => {
    const { lines } = await verify([JO], { list: signedInBefore(() => refused('token_revoked')) });
    expect(lines).toContain('Listing sessions person by person, 1 of 1, page 1: token_revoked');
  });
});

describe('asking person by person that has shown no session yet', () => {
  const four = userIds(4);
  const others = [item('WSOMEBODY1', 2), item('WSOMEBODY2', 3)];
  const isPerson = ({ queries }: { queries: readonly SessionQuery[] }) => queries.map(({ of }) => of !== undefined);

  it('is confirmed by paging through the organization', async () => {
    const end = await verify([JO], { list: ({ of }) => (of === undefined ? page(others) : NOBODY) });
    expect([end.events, end.list]).toEqual([['auth.test', 'person', 'page', 'reset', 'page'], [GONE]]);
    expect(end.proofs).toMatchObject([{ sessionsBefore: [], sessionsAfter: [] }]);
    expect(end.lines).toContain(
      'Nobody asked for has a session by this answer: paging through the organization to make sure',
    );
  });

  it('is confirmed in every look that shows none, also where asking each takes fewer calls', async () => {
    const world = paged([...others, ...others], 2);
    const end = await verify([JO], {
      list: (query, moment) => (query.of === undefined ? world(query, moment) : NOBODY),
    });
    expect(end.events.join(' ')).toBe('auth.test person page page reset person page page');
    expect([end.list, end.standings.get(JO)?.requestId]).toEqual([[GONE], 'listing']);
  });

  it('is given up for good when paging shows sessions of somebody asked for', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => (of === undefined ? page(look < 2 ? [...others, item(SAM, 7)] : others) : NOBODY),
    });
    expect([end.events, end.list, end.waits]).toEqual([
      ['auth.test', 'person', 'person', 'page', 'reset', 'page', 'page'],
      [GONE, GONE],
      [2000],
    ]);
    expect(end.proofs.map((proof) => proof?.sessionsBefore)).toEqual([[], ['7']]);
  });

  it('is given up for good also where paging takes more calls than asking each', async () => {
    const world = (list: readonly object[]) => paged(list, 1);
    const end = await verify([JO], {
      list: (query, moment) => {
        if (query.of !== undefined) return NOBODY;
        return world(moment.look < 3 ? [item(JO, 7), ...others] : others)(query, moment);
      },
    });
    expect(end.queries.map(({ of }) => of !== undefined).indexOf(true, 1)).toBe(-1);
    expect(end.list).toEqual([GONE]);
  });

  it('is given up as well when only the look after the reset finds that out', async () => {
    const end = await verify([JO], {
      list: ({ of }, { look }) => (look === 0 ? unclear : of === undefined ? page([item(JO, 7)]) : NOBODY),
      budgetMs: 20_000,
    });
    expect([isPerson(end), end.list]).toEqual([[true, true, false, false, false, false], [LEFT]]);
    expect(end.proofs).toMatchObject([{ sessionsBefore: null, sessionsAfter: ['7'], verifiedAtMs: null }]);
  });

  it('is given up also when the session left is of another kind than the one reset', async () => {
    const end = await verify([JO], {
      sessions: 'web',
      list: ({ of }) => (of === undefined ? page([item(JO, 7, 'iOS')]) : NOBODY),
    });
    expect([isPerson(end), end.list]).toEqual([[true, false, false], [GONE]]);
  });

  it('is trusted once it has shown a session of somebody', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => (look === 0 && of?.userId === SAM ? page([item(SAM, 1)]) : NOBODY),
    });
    expect([isPerson(end), end.list]).toEqual([
      [true, true, true, true],
      [GONE, GONE],
    ]);
  });

  it('is trusted also when it showed a session before the look was cut short', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => {
        if (look === 0) {
          return of?.userId === JO ? page([item(JO, 1)]) : refused('not_an_admin');
        }
        return NOBODY;
      },
    });
    expect([isPerson(end), end.list]).toEqual([
      [true, true, true, true],
      [GONE, GONE],
    ]);
    expect(end.proofs.map((proof) => proof?.sessionsBefore ?? null)).toEqual([['1'], null]);
  });

  it('does not hold back the others when one is not listed', async () => {
    const world = paged([...others, ...others], 1);
    const end = await verify([JO, SAM], {
      list: (query, moment) => {
        if (query.of === undefined) {
          return world(query, moment);
        }
        return query.of.userId === SAM ? refused('user_not_found') : NOBODY;
      },
    });
    expect([end.list, end.gap]).toEqual([[GONE, QUEUED], { error: 'user_not_found', people: 1 }]);
  });

  it.each<[string, SlackReply, number]>([
    ['refused for good', refused('not_an_admin'), 0],
    ['not to be read', page(['x']), 3],
    ['not answered', unclear, 3],
  ])('verifies nobody when paging is %s', async (_name, reply, waits) => {
    const end = await verify([JO, SAM], { list: ({ of }) => (of === undefined ? reply : NOBODY), budgetMs: 20_000 });
    expect([end.list, end.gap?.people, end.waits.length]).toEqual([[QUEUED, QUEUED], 2, waits]);
    expect(end.proofs).toMatchObject([{ sessionsBefore: null }, { sessionsBefore: null }]);
  });

  it('verifies whom paging clears at another look', async () => {
    const end = await verify([JO], {
      list: ({ of }, { look }) => (of !== undefined ? NOBODY : look < 5 ? page(['x']) : page(others)),
    });
    expect([end.list, end.waits]).toEqual([[GONE], [2000, 4000]]);
  });

  it.each<[string, SlackReply, string, Partial<VerifySettings>]>([
    ['a refusal', refused('token_revoked'), 'token_revoked', {}],
    ['the end of time', rateLimited, 'time_limit', { budgetMs: 29_000 }],
    ['a cancellation', rateLimited, 'cancelled', { cancelInWait: 1 }],
  ])('tells nothing when nothing confirms it any more: %s', async (_name, reply, error, settings) => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => (look === 0 ? page(['x']) : of?.userId === SAM ? reply : NOBODY),
      ...settings,
    });
    expect([end.list, end.gap]).toEqual([[QUEUED, QUEUED], { error, people: 2 }]);
    expect(end.proofs).toMatchObject([{ sessionsAfter: null }, { sessionsAfter: null }]);
  });

  it('accuses nobody of a new sign-in when nothing confirmed that there was none before', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => {
        if (look === 0) {
          return of?.userId === JO ? NOBODY : refused('not_an_admin');
        }
        return page([item(of?.userId ?? '', 1)]);
      },
      budgetMs: 20_000,
    });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([[LEFT, LEFT], null]);
  });

  it('needs no paging of its own after paging', async () => {
    const end = await verify(four, { list: () => page(others) });
    expect([isPerson(end), end.list]).toEqual([[false, false], four.map(() => GONE)]);
  });
});

describe('an answer that tells nothing', () => {
  const two = [JO, SAM];
  const four = userIds(4);
  const cases: readonly (readonly [string, SlackReply])[] = [
    ['no listing at all', { kind: 'accepted', body: { ok: true }, scopes: undefined }],
    ['sessions that are no list', { kind: 'accepted', body: { ok: true, active_sessions: {} }, scopes: undefined }],
    ['sessions that are null', { kind: 'accepted', body: { ok: true, active_sessions: null }, scopes: undefined }],
    ['a session that is text', page(['x'])],
    ['a session without an ID', page([{ user_id: JO }])],
    ['a session of nobody', page([{ session_id: 1 }])],
    ['a session ID that is an object', page([item(JO, 1), { user_id: SAM, session_id: {} }])],
    ['the same cursor again', page([], 'again')],
    ['an error that is no code', refused('unrecognized_error')],
    ['HTTP 500', unclear],
    ['no connection', { kind: 'unreachable', detail: 'ECONNREFUSED' }],
  ];

  it.each(cases)('verifies nobody, asked person by person: %s', async (_name, reply) => {
    const end = await verify(two, { list: (_query, { look }) => (look === 0 ? NOBODY : reply) });
    expect([end.list, end.gap?.people]).toEqual([[QUEUED, QUEUED], 2]);
  });

  it.each(cases)('verifies nobody, paging: %s', async (_name, reply) => {
    const end = await verify(four, { list: (_query, { look }) => (look === 0 ? NOBODY : reply) });
    expect([end.list, end.gap?.people]).toEqual([four.map(() => QUEUED), 4]);
  });

  it.each(cases.filter(([name]) => name !== 'the same cursor again'))(
    'verifies nobody, on the second page: %s',
    async (_name, reply) => {
      const list: List = ({ cursor }, { look }) => {
        if (look === 0) {
          return NOBODY;
        }
        return cursor === undefined ? page([], 'next') : reply;
      };
      const runs = await Promise.all([verify(two, { list }), verify(four, { list })]);
      expect(runs.map(({ list: those }) => those)).toEqual([two.map(() => QUEUED), four.map(() => QUEUED)]);
    },
  );

  it.each(['user_not_found', 'bots_not_allowed'])(
    'about one person concerns that person only, who is not asked for again: %s',
    async (code) => {
      const end = await verify([JO, SAM, KIM], {
        list: signedInBefore(({ of }, { look }) => {
          if (of?.userId === SAM) {
            return refused(code);
          }
          return of?.userId === KIM && look < 6 ? page([item(KIM, 2)]) : NOBODY;
        }),
      });
      expect([end.list, end.gap]).toEqual([[GONE, QUEUED, GONE], { error: code, people: 1 }]);
      expect(end.queries.slice(3).map(({ of }) => of?.userId)).toEqual([JO, SAM, KIM, KIM, KIM, KIM]);
      expect(end.lines).toContain('1 of 3 verified, 1 still active, 1 not seen yet, next look in 2 s');
    },
  );

  it('leaves what an earlier look has shown', async () => {
    const end = await verify([JO], {
      list: (_query, { look }) => (look === 2 ? refused('token_revoked') : page([item(JO, 1)])),
    });
    expect([end.list, end.waits]).toEqual([[LEFT], [2000]]);
  });

  it.each<[string, unknown]>([
    ['a number', 5],
    ['an object', { next: 'x' }],
    ['a list', ['x']],
    ['true', true],
  ])('verifies nobody whose page may follow: a cursor that is %s', async (_name, cursor) => {
    const end = await verify(four, {
      list: (_query, { look }) => (look === 0 ? NOBODY : page([item('WSOMEBODY1', 2)], cursor)),
    });
    expect(end.list).toEqual(four.map(() => QUEUED));
  });

  it.each([
    ['person by person', two, WHOLE_ORG],
    ['paging', two, { kind: 'accepted', body: { ok: true }, scopes: SCOPES } as SlackReply],
  ])('ends for good when cursors go in a circle: %s', async (_name, people, authTest) => {
    const end = await verify(people, {
      authTest,
      list: ({ cursor }, { look }) => (look === 0 ? NOBODY : page([], cursor === 'a' ? 'b' : 'a')),
    });
    expect([end.list, end.gap, end.waits]).toEqual([[QUEUED, QUEUED], { error: 'invalid_response', people: 2 }, []]);
    expect(end.queries.length).toBeLessThan(10);
  });
});

describe('another look after an answer that tells nothing', () => {
  const nowhere: SlackReply = { kind: 'accepted', body: { ok: true }, scopes: SCOPES };
  const mendable: readonly (readonly [string, SlackReply, string])[] = [
    ['garbage', page(['x']), 'invalid_response'],
    ['a cursor of a wrong type', page([], 5), 'invalid_response'],
    ['retries used up', unclear, 'http_500'],
    ['no connection', { kind: 'unreachable', detail: 'ECONNREFUSED' }, 'unreachable'],
    ['a cursor that Slack does not take', refused('invalid_cursor'), 'invalid_cursor'],
  ];
  const final = ['not_an_admin', 'missing_scope', 'token_revoked', 'feature_not_enabled', 'no_such_code_yet'];
  const ways: readonly (readonly [string, SlackReply])[] = [
    ['person by person', WHOLE_ORG],
    ['paging', nowhere],
  ];

  describe.each(ways)('%s', (_way, authTest) => {
    it.each(mendable)('follows: %s', async (_name, reply) => {
      const end = await verify([JO], {
        authTest,
        list: (_query, { look }) => (look === 0 ? page([item(JO, 1)]) : look < 3 ? reply : NOBODY),
      });
      expect([end.list, end.gap, end.waits]).toEqual([[GONE], undefined, [2000, 4000]]);
      expect(end.lines).toContain('0 of 1 verified, 0 still active, 1 not seen yet, next look in 2 s');
    });

    it.each(mendable)('follows only while there is time: %s', async (_name, reply, error) => {
      const list: List = (_query, { look }) => (look === 0 ? page([item(JO, 1)]) : reply);
      const end = await verify([JO], { authTest, list, budgetMs: 20_000 });
      expect([end.list, end.gap, end.waits]).toEqual([[QUEUED], { error, people: 1 }, [2000, 4000, 8000]]);
    });

    it.each(final)('does not follow a refusal that another look cannot mend: %s', async (code) => {
      const end = await verify([JO], {
        authTest,
        list: (_query, { look }) => (look === 0 ? page([item(JO, 1)]) : refused(code)),
      });
      expect([end.list, end.gap, end.queries.length]).toEqual([[QUEUED], { error: code, people: 1 }, 2]);
      expect(end.lines).toContain('0 of 1 verified, 0 still active, 1 not seen yet.');
    });
  });

  it('asks only for those of whom nothing good is known yet', async () => {
    const end = await verify([JO, SAM, KIM], {
      list: signedInBefore(({ of }, { look }) => (of?.userId === SAM && look < 4 ? page(['x']) : NOBODY)),
    });
    expect([end.list, end.gap]).toEqual([[GONE, GONE, GONE], undefined]);
    expect(end.queries.slice(3).map(({ of }) => of?.userId)).toEqual([JO, SAM, KIM, SAM]);
  });

  it('forgets nothing that an earlier one has shown', async () => {
    const end = await verify([JO], {
      list: signedInBefore((_query, { look }) => (look === 1 ? page([item(JO, 0)]) : page(['x']))),
      budgetMs: 20_000,
    });
    expect([end.list, end.gap]).toEqual([[LEFT], undefined]);
  });

  it('is made of many people by paging', async () => {
    const four = userIds(4);
    const end = await verify(four, { list: (_query, { look }) => (look === 1 ? unclear : NOBODY) });
    expect([end.list, end.waits]).toEqual([four.map(() => GONE), [2000]]);
  });
});

describe('people whom Slack did not accept', () => {
  it('are neither asked for afterwards nor verified', async () => {
    const end = await verify([JO, SAM], {
      list: goneAfter(0),
      reset: (group) => (group.includes(SAM) ? refused('user_not_found') : { kind: 'accepted', body: {}, scopes: [] }),
    });
    expect([end.list, end.events.slice(3)]).toEqual([
      [GONE, ['failed', 'user_not_found']],
      ['reset', 'reset', 'reset', 'person'],
    ]);
    expect(end.proofs[1]).toEqual({
      sessionsBefore: ['1'],
      sessionsAfter: null,
      queuedAtMs: null,
      queuedRequestId: null,
      verifiedAtMs: null,
    });
  });

  it('stay unknown when no clear answer came', async () => {
    const end = await verify([JO], { list: () => NOBODY, reset: () => unclear });
    expect([end.list, end.gap]).toEqual([[['unknown', 'http_500']], undefined]);
  });

  it('are not asked for when the run stops at the first call', async () => {
    const end = await verify([JO], { list: goneAfter(0), reset: () => refused('not_an_admin') });
    expect([end.list, end.events]).toEqual([[['not-attempted', 'not_an_admin']], ['auth.test', 'person', 'reset']]);
  });
});

describe('a reset that stops or is interrupted', () => {
  /** JO is accepted in the second call; the third call is SAM's. */
  const thenFor =
    (sam: SlackReply) =>
    (group: readonly UserId[]): SlackReply => {
      if (group.length === 2) {
        return refused('user_not_found');
      }
      return group.includes(SAM) ? sam : { kind: 'accepted', body: {}, scopes: [] };
    };

  it.each<[string, SlackReply, Partial<VerifySettings>, string]>([
    ['a run-wide refusal', refused('token_revoked'), {}, 'token_revoked'],
    ['a cancellation', rateLimited, { cancelInWait: 1 }, 'cancelled'],
    ['the end of time', rateLimited, { budgetMs: 29_000 }, 'time_limit'],
  ])('is not followed by anything, and the queued stay unverified: %s', async (_name, reply, settings, error) => {
    const end = await verify([JO, SAM], { list: goneAfter(0), reset: thenFor(reply), ...settings });
    expect(end.list).toEqual([QUEUED, ['not-attempted', error]]);
    expect(end.events).toEqual(['auth.test', 'person', 'person', 'reset', 'reset', 'reset']);
    expect([end.gap, end.calls]).toEqual([{ error, people: 1 }, 6]);
    // A listing before the reset, the call that was refused, and one of their own.
    expect([JO, SAM].map((id) => end.standings.get(id)?.calls)).toEqual([3, 3]);
  });
});

describe('rate limits while listing', () => {
  it.each([
    ['Retry-After', { kind: 'rate-limited', retryAfterSeconds: 7 }, 7000],
    ['nothing said', rateLimited, 30_000],
  ] as const)('are waited for as Slack asks: %s', async (_name, reply, waitMs) => {
    const end = await verify([JO, SAM], {
      list: signedInBefore(({ of }, { look }) => (look === 2 && of?.userId === SAM ? reply : NOBODY)),
    });
    expect([end.list, end.waits]).toEqual([[GONE, GONE], [waitMs]]);
  });

  it('leave people queued when the wait would end past the time limit', async () => {
    const end = await verify([JO, SAM], {
      list: signedInBefore(({ of }) => (of?.userId === SAM ? rateLimited : NOBODY)),
      budgetMs: 29_000,
    });
    expect([end.list, end.gap, end.waits]).toEqual([[GONE, QUEUED], { error: 'time_limit', people: 1 }, []]);
  });
});

describe('a cancellation', () => {
  it('in a wait leaves the seen still-active', async () => {
    const end = await verify([JO], { list: goneAfter(Number.POSITIVE_INFINITY), cancelInWait: 2 });
    expect([end.list, end.waits, end.queries.length]).toEqual([[LEFT], [2000, 4000], 3]);
  });

  it('leaves the unseen queued', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) => (look > 0 && of?.userId === SAM ? rateLimited : page([item(JO, 1)])),
      cancelInWait: 1,
    });
    expect([end.list, end.gap]).toEqual([[LEFT, QUEUED], { error: 'cancelled', people: 1 }]);
  });
});

describe('looking before the reset never keeps anybody signed in', () => {
  const people = userIds(20);
  const deadBefore =
    (reply: SlackReply): List =>
    (_query, { look }) =>
      look === 0 ? reply : NOBODY;

  it.each<[string, SlackReply]>([
    ['garbage', page(['x'])],
    ['a refusal', refused('not_an_admin')],
    ['a failure', unclear],
  ])('%s: the reset is sent all the same', async (_name, reply) => {
    const end = await verify(people, { list: deadBefore(reply) });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([people.map(() => GONE), null]);
  });

  it('says that nothing is known when no page could be read', async () => {
    const nowhere: SlackReply = { kind: 'accepted', body: { ok: true }, scopes: SCOPES };
    const end = await verify([JO], { authTest: nowhere, list: deadBefore(unclear) });
    expect([end.list, end.lines.filter((line) => line.includes('are not known')).length]).toEqual([[GONE], 1]);
  });

  it.each<[string, readonly UserId[], List, Partial<VerifySettings>]>([
    ['failures that are retried', people.slice(0, 3), deadBefore(unclear), { maxRetries: 5, budgetMs: 60_000 }],
    ['a rate limit', people.slice(0, 1), deadBefore(rateLimited), { budgetMs: 900_000 }],
    ['cursors in a circle', people.slice(0, 1), ({ cursor }) => page([], cursor === 'a' ? 'b' : 'a'), {}],
    [
      'a huge organization that refuses the team',
      people.slice(0, 1),
      ({ of, cursor = '0' }) =>
        of === undefined ? page([item('WSOMEBODY1', 1)], String(Number(cursor) + 1)) : refused('team_not_found'),
      {},
    ],
  ])('%s: the reset is sent before half of the time is gone', async (_name, those, list, settings) => {
    const { budgetMs = 900_000 } = settings;
    let resetAtCall = 0;
    let listings = 0;
    const end = await verify(those, {
      ...settings,
      budgetMs,
      list: (query, moment) => {
        listings = moment.call;
        return list(query, moment);
      },
      reset: () => {
        resetAtCall = listings;
        return { kind: 'accepted', body: {}, scopes: [] };
      },
    });
    const before = end.events.indexOf('reset');
    expect({
      isSent: before >= 0,
      few: resetAtCall < 100,
      seconds: end.evidence?.get(those[0] ?? '')?.queuedAtMs,
    }).toEqual({
      isSent: true,
      few: true,
      seconds: expect.any(Number),
    });
    expect(Number(end.evidence?.get(those[0] ?? '')?.queuedAtMs) - Date.UTC(2026, 10, 30)).toBeLessThan(budgetMs / 2);
  });

  it.each<[string, SlackReply]>([
    ['rate limits', rateLimited],
    ['failures', unclear],
  ])('nor does asking whose token it is: %s', async (_name, authTest) => {
    const end = await verify([JO], { authTest, maxRetries: 5, budgetMs: 60_000, list: () => NOBODY });
    const queuedAtMs = Number(end.proofs[0]?.queuedAtMs);
    expect(queuedAtMs).toBeGreaterThan(0);
    expect(queuedAtMs - Date.UTC(2026, 10, 30)).toBeLessThan(30_000);
  });

  it('one bot among the people does not hide what the others had', async () => {
    const end = await verify([JO, SAM], {
      list: ({ of }, { look }) =>
        of?.userId === JO ? refused('bots_not_allowed') : look === 0 ? page([item(SAM, 5)]) : NOBODY,
    });
    expect(end.proofs[1]?.sessionsBefore).toEqual(['5']);
    expect([end.list, end.gap]).toEqual([[QUEUED, GONE], { error: 'bots_not_allowed', people: 1 }]);
  });

  it('a scope that only the listing finds missing is told of before the reset', async () => {
    const { events, lines, gap } = await verify([JO], {
      authTest: { ...WHOLE_ORG, scopes: undefined } as SlackReply,
      list: () => refused('missing_scope'),
    });
    expect(gap).toEqual({ error: 'missing_scope', people: 1 });
    const told = [
      ...events.slice(0, events.indexOf('reset')),
      ...lines.slice(
        0,
        lines.findIndex((line) => line.startsWith('Call 1')),
      ),
    ];
    expect(told.some((line) => line.includes('admin.users:read'))).toBe(true);
  });
});

describe('a token that cannot', () => {
  const tokenOf = (scopes: readonly string[], more = {}): SlackReply => {
    return { kind: 'accepted', body: { ok: true, team_id: 'E012A3CDE', ...more }, scopes };
  };
  const isWarning = (event: string) => event.startsWith('warning');

  it('list sessions resets them all the same, and nobody is verified', async () => {
    const end = await verify([JO, SAM], { authTest: tokenOf(['admin.users:write']), list: goneAfter(0) });
    expect(end.events.map((event) => (isWarning(event) ? 'warning' : event))).toEqual([
      'auth.test',
      'warning',
      'reset',
    ]);
    expect([end.list, end.gap]).toEqual([[QUEUED, QUEUED], { error: 'missing_scope', people: 2 }]);
  });

  it.each<[string, SlackReply]>([
    ['reset them', tokenOf(['admin.users:read'])],
    ['reset them, being a bot', tokenOf(SCOPES, { bot_id: 'B012A3CDE' })],
  ])('%s is found out without a look at what would end', async (_name, authTest) => {
    const end = await verify([JO], { authTest, list: goneAfter(0), reset: () => refused('not_an_admin') });
    expect(end.events.filter((event) => !isWarning(event))).toEqual(['auth.test', 'reset']);
    expect(end.events.filter(isWarning)).toHaveLength(1);
  });
});

describe('what is known before the reset', () => {
  const UNKNOWN = 'The sessions before the reset are not known, so a later one cannot be told from an earlier one';

  it('is asked for, and said to be missing only when it is', async () => {
    const known = await verify([JO], { list: goneAfter(0) });
    expect(known.lines).toContain('Looking at the sessions before the reset');
    expect(known.lines).not.toContain(UNKNOWN);
    const unknown = await verify([JO], { list: (_query, { look }) => (look === 0 ? unclear : page([])) });
    expect(unknown.lines).toContain(UNKNOWN);
  });
});

describe('nobody due', () => {
  it('is nothing to ask Slack about', async () => {
    const { events } = await verify([], { list: () => NOBODY });
    expect(events).toEqual([]);
  });
});

describe('sessions of other people', () => {
  it('in the listing of one person are no evidence about that person', async () => {
    const end = await verify([JO], {
      list: (_query, { look }) => page([...(look === 0 ? [item(JO, 1)] : []), item('WSOMEBODY1', 2)]),
      budgetMs: 20_000,
    });
    expect(JSON.stringify(end.proofs)).not.toContain('"2"');
  });

  it('in the listing of everybody count for nobody', async () => {
    const end = await verify([JO, SAM, KIM, ...userIds(4).slice(3)], {
      list: (_query, { look }) => page([...(look === 0 ? [item(JO, 1)] : []), item('WSOMEBODY1', 2)]),
    });
    expect([end.list, JSON.stringify(end.proofs).includes('"2"')]).toEqual([[GONE, GONE, GONE, GONE], false]);
  });
});

describe('300 people', () => {
  const everybody = userIds(300);
  const others = Array.from({ length: 400 }, (_, index) => item(`USOMEBODY${index}`, 10_000 + index));
  const world = [...everybody.map((id) => item(id, numberOf(id))), ...others];

  it.each([1000, 100, 10])('are verified over several looks, %i sessions a page', async (size) => {
    const end = await verify(everybody, {
      list: (query, moment) => {
        const isGone = moment.look > Math.ceil(world.length / size);
        return paged(isGone ? others : world, size)(query, moment);
      },
    });
    const pages = Math.ceil(world.length / size);
    expect(end.list).toEqual(everybody.map(() => GONE));
    expect(end.proofs.map((proof) => proof?.sessionsBefore)).toEqual(everybody.map((id) => [String(numberOf(id))]));
    expect(end.queries.length).toBe(pages + pages + Math.ceil(others.length / size));
    expect(end.waits).toEqual([2000]);
  });

  it('are verified without a look before when that would delay the reset', async () => {
    const end = await verify(everybody, {
      list: (query, moment) => paged(moment.look > 100 ? [] : world, 7)(query, moment),
    });
    expect([end.list, end.proofs[0]?.sessionsBefore]).toEqual([everybody.map(() => GONE), null]);
    expect(end.events.indexOf('reset')).toBeLessThanOrEqual(76);
    expect(end.lines).toContain(
      'The sessions before the reset are not known, so a later one cannot be told from an earlier one',
    );
  });
});
