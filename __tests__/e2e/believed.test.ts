import { describe, expect, it, jest } from '@jest/globals';
import { annotations, makeIds, RESET, resetWith, standings, withSlack } from '../support/scenario.ts';
import type { ScriptedAnswer, SimulatorOptions } from '../support/slack-simulator/index.ts';

jest.setTimeout(60_000);

const LOOKUP = 'users.lookupByEmail';
const [A = '', B = '', C = '', D = ''] = ['W0AAAAAA1', 'W0BBBBBB1', 'W0CCCCCC1', 'W0DDDDDD1'];
const FOUR = [A, B, C, D];
const queued = (...ids: string[]) => ids.map((id) => [id, 'queued', null]);
const partly = (body: object): ScriptedAnswer => ({ kind: 'error', error: 'failed_for_some_users', body });
const ok = (body: object): ScriptedAnswer => ({ kind: 'ok', body });

/** Resets four people; the first call gets this answer, and what follows is what the simulated Slack does. */
async function answeredFirst(answer: ScriptedAnswer, options: SimulatorOptions = { users: FOUR }) {
  return withSlack(options, async (slack) => {
    slack.answerNext(RESET, answer);
    const run = await resetWith(slack, { 'user-ids': FOUR.join() });
    return { run, groups: slack.groups(), list: standings(run) };
  });
}

describe('names in a refusal only say where to look: the named alone, the others as a group', () => {
  it.concurrent.each<[string, object, readonly string[]]>([
    [
      'the accepted are named, the refused counted (B1)',
      { extended_comments: `Sessions of ${A} were invalidated. 3 users failed.` },
      [A],
    ],
    ['one is named for several (B2)', { response_metadata: { messages: [`failed for ${A} and 2 more`] } }, [A]],
    [
      'an ID that nobody asked for stands beside (B3)',
      { failed_user_ids: { [A]: 'user_not_found', W0GLOBAL1: 'x' } },
      [A],
    ],
    [
      'two in a list of objects',
      {
        errors: [
          { ok: false, error: 'x', user: B },
          { ok: false, user: D },
        ],
      },
      [B, D],
    ],
    ['JSON in a string', { details: { failed_users: JSON.stringify([C]) } }, [C]],
    ['a position', { response_metadata: { messages: ['[ERROR] unknown user [json-pointer:/user_ids/2]'] } }, [C]],
  ])('%s', async (_name, body, named) => {
    const { groups, list } = await answeredFirst(partly(body));
    const others = FOUR.filter((id) => !named.includes(id));
    expect(groups).toEqual([FOUR, ...named.map((id) => [id]), others]);
    expect(list).toEqual(queued(...FOUR));
  });

  it.concurrent.each<[string, object]>([
    ['only IDs that nobody asked for (B3)', { failed_user_ids: { W0GLOBAL1: 'user_not_found' } }],
    ['a number', { extended_comments: '3 users failed.' }],
    ['everybody', { failed_user_ids: FOUR }],
    ['nothing', {}],
  ])('and where nobody is told apart, nobody is queued without an accepted call: %s', async (_name, body) => {
    const { groups, list } = await answeredFirst(partly(body), {
      users: [A, B, { id: C, refusal: 'user_not_found' }, D],
    });
    expect(list).toEqual([...queued(A, B), [C, 'failed', 'user_not_found'], ...queued(D)]);
    expect(
      groups
        .filter((group) => !group.includes(C))
        .flat()
        .toSorted(),
    ).toEqual([A, B, D]);
  });

  it.concurrent('whatever the calls that follow answer', async () => {
    await withSlack({ users: FOUR }, async (slack) => {
      slack.answerNext(
        RESET,
        partly({ extended_comments: `Sessions of ${A} were invalidated. 3 users failed.` }),
        { kind: 'normal' },
        { kind: 'http', status: 502 },
      );
      const run = await resetWith(slack, { 'user-ids': FOUR.join(), 'max-retries': '0' });
      expect(standings(run)).toEqual([
        ...queued(A),
        [B, 'unknown', 'http_502'],
        [C, 'unknown', 'http_502'],
        [D, 'unknown', 'http_502'],
      ]);
    });
  });
});

describe('an ok that says against itself has not accepted those', () => {
  it.concurrent.each<[string, object, readonly string[]]>([
    ['a map (B4)', { failed_user_ids: { [B]: 'user_not_found' } }, [B]],
    ['a list of objects (B4)', { errors: [{ ok: false, user: B }] }, [B]],
    ['rejected users', { rejected_users: [B] }, [B]],
    ['details', { details: { failed_users: [B, C] } }, [B, C]],
    ['a message', { response_metadata: { messages: [`[ERROR] could not reset ${D}`] } }, [D]],
  ])('%s: each is sent alone, and nobody else again', async (_name, body, named) => {
    const { groups, list } = await answeredFirst(ok(body));
    expect([groups, list]).toEqual([[FOUR, ...named.map((id) => [id])], queued(...FOUR)]);
  });

  it.concurrent.each<[string, object]>([
    ['a code (B4)', { error: 'failed_for_some_users' }],
    ['a count', { failed_count: 2 }],
    ['IDs that nobody asked for', { failed_user_ids: ['W0GLOBAL1'] }],
    ['a code that is not documented', { error: 'user_not_found' }],
  ])('%s: nobody counts as accepted', async (_name, body) => {
    const { groups, list } = await answeredFirst(ok(body), {
      users: [A, B, { id: C, refusal: 'user_not_found' }, D],
    });
    expect(list).toEqual([...queued(A, B), [C, 'failed', 'user_not_found'], ...queued(D)]);
    expect(groups.length).toBeGreaterThan(2);
  });

  it.concurrent.each(['map', 'objects', 'code-only'] as const)(
    'and a person for whom it stays so is failed: %s',
    async (okWithFailures) => {
      await withSlack({ users: [A, { id: B, refusal: 'user_not_found' }, C], okWithFailures }, async (slack) => {
        const run = await resetWith(slack, { 'user-ids': [A, B, C].join() });
        expect(standings(run).map(([id, status]) => [id, status])).toEqual([
          [A, 'queued'],
          [B, 'failed'],
          [C, 'queued'],
        ]);
        expect(run.exitCode).toBe(1);
      });
    },
  );

  it.concurrent.each<[string, object]>([
    ['people who were accepted', { queued_users: FOUR }],
    ['empty lists of failures', { failed_user_ids: {}, errors: [], failed_users: '[]' }],
    ['a warning', { warning: 'superfluous_charset', response_metadata: { warnings: ['superfluous_charset'] } }],
  ])('but not one with %s', async (_name, body) => {
    const { groups, list } = await answeredFirst(ok(body));
    expect([groups, list]).toEqual([[FOUR], queued(...FOUR)]);
  });
});

describe('invalid_arguments that names a position', () => {
  it.concurrent.each([
    ['the second of three (B11)', ['U0AAAAAA1', 'U1234', 'U0CCCCCC1']],
    ['the first', ['U1234', 'U0AAAAAA1', 'U0CCCCCC1']],
    ['two of them', ['U1234', 'U0AAAAAA1', 'U5678']],
    ['all of them', ['U1234', 'U5678']],
    ['the only one', ['U1234']],
  ])('fails that person alone: %s', async (_name, ids) => {
    const isShort = (id: string) => id.length < 9;
    await withSlack({ users: ids, userIdPattern: '^[WU][A-Z0-9]{8,}$' }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': ids.join() });
      const good = ids.filter((id) => !isShort(id));
      if (good.length > 0) {
        expect(standings(run)).toEqual(
          ids.map((id) => (isShort(id) ? [id, 'failed', 'invalid_arguments'] : [id, 'queued', null])),
        );
      }
      expect(run.results.filter(({ status }) => status === 'queued').length).toBe(good.length);
      expect(run.exitCode).toBe(1);
    });
  });
});

describe('whose address it is', () => {
  const LOCAL = 'U0LOCAL01';
  const GLOBAL = 'W0GLOBAL1';
  const jo = { id: LOCAL, enterpriseId: GLOBAL, email: 'jo@example.com' };

  it.concurrent('is protected under the Enterprise ID too (B8)', async () => {
    await withSlack({ users: [jo, A] }, async (slack) => {
      const inputs = { emails: 'jo@example.com', 'user-ids': A };
      const run = await resetWith(slack, { ...inputs, 'protected-user-ids': GLOBAL });
      expect([standings(run), slack.groups(), run.exitCode]).toEqual([
        [...queued(A), [GLOBAL, 'skipped', 'protected_user']],
        [[A]],
        1,
      ]);
      const plain = await resetWith(slack, inputs);
      expect([standings(plain), slack.groups().at(-1), plain.exitCode]).toEqual([queued(A, GLOBAL), [A, GLOBAL], 0]);
    });
  });

  it.concurrent.each([
    ['B9', 'jo@example.com', { id: 'W0CEO00001', email: 'ceo@example.com', aliases: ['jo@example.com'] }],
    [
      'an alias at another domain',
      'jo@example.org',
      { id: 'W0CEO00001', email: 'jo@example.com', aliases: ['jo@example.org'] },
    ],
    [
      'a name that begins alike',
      'jo.doe@example.com',
      { id: 'W0CEO00001', email: 'jo@example.com', aliases: ['jo.doe@example.com'] },
    ],
  ])('is not that of another person: wrong_person, and nobody is sent (%s)', async (_name, email, ceo) => {
    await withSlack({ users: [ceo] }, async (slack) => {
      const run = await resetWith(slack, { emails: email });
      expect([slack.groups(), run.exitCode, run.results]).toEqual([
        [],
        1,
        [expect.objectContaining({ status: 'failed', error: 'wrong_person' })],
      ]);
      expect(run.everything).not.toContain('example.');
    });
  });
});

describe('a token of another organization', () => {
  const forty = makeIds(40);
  const inputs = { 'user-ids': forty.join(), 'ignore-errors': 'user_not_found' };

  it.concurrent('that refuses everybody is partial, with a warning (B10)', async () => {
    await withSlack({}, async (slack) => {
      const run = await resetWith(slack, inputs);
      expect([run.outputs['outcome'], new Set(standings(run).map(([, status]) => status))]).toEqual([
        'partial',
        new Set(['ignored']),
      ]);
      expect(annotations(run, 'warning').some((text) => /organization/.test(text))).toBe(true);
    });
  });

  it.concurrent.each([
    ['another organization', { orgId: 'E0OTHER001' }],
    ['no organization', { isEnterprise: false }],
  ])('is refused by org-id before anybody is reset: %s', async (_name, options) => {
    await withSlack({ users: forty, ...options }, async (slack) => {
      const run = await resetWith(slack, { ...inputs, 'org-id': 'E012A3CDE' });
      expect([slack.groups(), run.exitCode, run.outputs['outcome']]).toEqual([[], 1, 'failure']);
      expect(annotations(run, 'error').join()).toContain('"org-id"');
    });
  });

  it.concurrent('passes with its own org-id', async () => {
    await withSlack({ users: forty }, async (slack) => {
      const run = await resetWith(slack, { ...inputs, 'org-id': 'E012A3CDE' });
      expect([run.exitCode, run.outputs['outcome'], slack.requests[0]?.method]).toEqual([0, 'success', 'auth.test']);
    });
  });
});

describe('what may have happened is unknown, however the call ends', () => {
  it.concurrent.each(['service_unavailable', 'internal_error', 'fatal_error', 'request_timeout'])(
    '%s, then the time limit (B14)',
    async (error) => {
      await withSlack({ users: FOUR }, async (slack) => {
        slack.answerAlways(RESET, { kind: 'error', error });
        const run = await resetWith(slack, { 'user-ids': FOUR.join(), 'timeout-minutes': '0.02', 'max-retries': '20' });
        expect(standings(run)).toEqual(FOUR.map((id) => [id, 'unknown', error]));
      });
    },
  );

  it.concurrent('a rate limit then the time limit has had no effect', async () => {
    await withSlack({ users: FOUR }, async (slack) => {
      slack.answerAlways(RESET, { kind: 'rate-limited', retryAfter: '60' });
      const run = await resetWith(slack, { 'user-ids': FOUR.join(), 'timeout-minutes': '0.02' });
      expect(standings(run)).toEqual(FOUR.map((id) => [id, 'not-attempted', 'time_limit']));
    });
  });

  it.concurrent.each(['before-acting', 'after-acting', 'mid-body'] as const)(
    'a cut connection: %s (B12)',
    async (when) => {
      await withSlack({ users: FOUR }, async (slack) => {
        slack.answerAlways(RESET, { kind: 'cut', when });
        const run = await resetWith(slack, { 'user-ids': FOUR.join(), 'max-retries': '0' });
        expect(standings(run)).toEqual(FOUR.map((id) => [id, 'unknown', 'connection_lost']));
      });
    },
  );
});

describe('nobody is lost to somebody else', () => {
  it.concurrent('a look-up that is to wait for an hour keeps nobody who is known (L1)', async () => {
    await withSlack({ users: [A] }, async (slack) => {
      slack.answerAlways(LOOKUP, { kind: 'rate-limited', retryAfter: '3600' });
      const run = await resetWith(slack, { 'user-ids': A, emails: 'jo@example.com', 'timeout-minutes': '0.2' });
      expect(standings(run)).toEqual([...queued(A), [null, 'not-attempted', 'time_limit']]);
      expect(run.wallMs).toBeLessThan(6_000);
    });
  });

  it.concurrent.each(['invalid_arguments', 'a_code_of_tomorrow', 'user_not_visible'])(
    'a look-up that is refused first concerns that address alone: %s (L2)',
    async (error) => {
      await withSlack({ users: [{ id: A, email: 'sam@example.com' }, B] }, async (slack) => {
        slack.answerNext(LOOKUP, { kind: 'error', error });
        const run = await resetWith(slack, { 'user-ids': B, emails: 'jo@example.com sam@example.com' });
        expect(standings(run)).toEqual([...queued(B), [null, 'failed', error], ...queued(A)]);
      });
    },
  );

  it.concurrent('a scope that look-ups lack keeps nobody who is known, and is named', async () => {
    await withSlack({ users: [B], scopes: ['admin.users:write'] }, async (slack) => {
      const run = await resetWith(slack, { 'user-ids': B, emails: 'jo@example.com sam@example.com' });
      expect(standings(run)).toEqual([
        ...queued(B),
        [null, 'not-attempted', 'missing_scope'],
        [null, 'not-attempted', 'missing_scope'],
      ]);
      expect([...annotations(run, 'warning'), ...annotations(run, 'error')].join()).toContain('users:read.email');
    });
  });

  it.concurrent('a page of 300,000 sessions breaks nothing: the queued stay queued (L5)', async () => {
    const session = (index: number) =>
      `{"user_id":"W9X${index}","session_id":${index},"team_id":"E012A3CDE","created":{"os":"iOS"}}`;
    const sessions = Array.from({ length: 300_000 }, (_, index) => session(index)).join();
    const body = `{"ok":true,"active_sessions":[${sessions}],"response_metadata":{"next_cursor":""}}`;
    const ids = makeIds(20);
    await withSlack({ users: ids, orgTeamIdAccepted: false }, async (slack) => {
      slack.answerAlways('admin.users.session.list', { kind: 'raw', body });
      const inputs = { 'user-ids': ids.join(), verify: 'true', 'timeout-minutes': '0.15' };
      const run = await resetWith(slack, inputs, { timeoutMs: 50_000 });
      const [reset] = slack.callsOf(RESET);
      expect(run.results.every(({ status }) => status === 'queued' || status === 'verified')).toBe(true);
      expect(run.results.length).toBe(20);
      expect(reset?.answered).toBe('ok');
      expect(JSON.stringify(run.report)).toContain(reset?.requestId ?? 'none');
    });
  });
});
