import { describe, expect, it } from '@jest/globals';
import { type Email, parseEmail } from '../../src/people/email.ts';
import type { Mention } from '../../src/people/mention.ts';
import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { START_MS } from '../support/call-context.ts';
import { accepted, refused, unclear } from '../support/reset-stand.ts';
import { type RunSettings, runPeople } from '../support/run-stand.ts';

const JO = 'jo@example.com';
const SAM = 'sam@example.com';
const KIM = 'kim@example.com';

function address(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.email;
}

function emails(...texts: string[]): Mention[] {
  return texts.map((text, index) => ({ email: address(text), source: `emails[${index}]` }));
}

function user(fields: object): SlackReply {
  return { kind: 'accepted', body: { ok: true, user: fields }, scopes: undefined, requestId: 'look-up' };
}

const found = (id: unknown, email?: string): SlackReply =>
  user({ id, ...(email === undefined ? {} : { profile: { email } }) });

/** Runs in a Slack that answers each address as told; every reset is accepted. */
async function lookUp(
  mentions: readonly Mention[],
  answers: Readonly<Record<string, SlackReply>>,
  settings: Partial<RunSettings> = {},
) {
  const asked: string[] = [];
  const groups: (readonly UserId[])[] = [];
  const end = await runPeople(mentions, {
    ...settings,
    slack: {
      lookupByEmail: (email) => {
        asked.push(email);
        return answers[email.toLowerCase()] ?? refused('users_not_found');
      },
      resetBulk: (group) => {
        groups.push(group);
        return accepted;
      },
      ...settings.slack,
    },
  });
  return { ...end, asked, groups };
}

describe('look-ups', () => {
  it('come first, one for each address, and everybody is reset together in input order', async () => {
    const end = await lookUp(
      [...emails('Sam@example.com'), { userId: 'W0KIM00001' as UserId, source: 'user-ids[0]' }, ...emails(JO)],
      { [SAM]: found('W024B4DEF'), [JO]: found('W012A3CDE') },
    );
    expect(end.asked).toEqual(['Sam@example.com', JO]);
    expect(end.groups).toEqual([['W024B4DEF', 'W0KIM00001', 'W012A3CDE']]);
    expect(end.results.map(({ calls }) => calls)).toEqual([2, 1, 2]);
    expect(end.stand.lines.slice(0, 2)).toEqual(['Look-up 1 of 2: found W024B4DEF', 'Look-up 2 of 2: found W012A3CDE']);
  });

  it.each(['users_not_found', 'invalid_arguments', 'user_not_found', 'a_new_code', 'unrecognized_error'])(
    'about one address concern that address alone, first or last: %s',
    async (code) => {
      const first = await lookUp(emails(JO, SAM), { [JO]: refused(code), [SAM]: found('W024B4DEF') });
      const last = await lookUp(emails(SAM, JO), { [JO]: refused(code), [SAM]: found('W024B4DEF') });
      expect([first.list, last.list]).toEqual([
        [
          ['failed', code],
          ['queued', null],
        ],
        [
          ['queued', null],
          ['failed', code],
        ],
      ]);
    },
  );

  it('have the request and the moment of the answer', async () => {
    const { results } = await lookUp(emails(JO), { [JO]: { ...refused('users_not_found'), requestId: 'req-1' } });
    expect(results).toMatchObject([{ calls: 1, requestId: 'req-1', atMs: START_MS + 100 }]);
  });

  it.each<[string, SlackReply]>([
    ['no user', { kind: 'accepted', body: { ok: true } }],
    ['a user that is none', { kind: 'accepted', body: { ok: true, user: 'W012A3CDE' } }],
    ['a user without an ID', found(undefined)],
    ['a number', found(12)],
    ['an app', found('A012A3CDE')],
    ['a bot', found('B012A3CDE')],
    ['Slackbot', found('USLACKBOT')],
  ])('reset nobody for an answer that names %s', async (_name, answer) => {
    const end = await lookUp(emails(JO, SAM), { [JO]: answer, [SAM]: found('W024B4DEF') });
    expect([end.list, end.groups]).toEqual([
      [
        ['not-attempted', 'invalid_response'],
        ['queued', null],
      ],
      [['W024B4DEF']],
    ]);
  });

  it('count every attempt, and nobody else is kept by one that was never answered', async () => {
    const end = await lookUp(emails(JO, SAM), { [JO]: unclear, [SAM]: found('W024B4DEF') }, { maxRetries: 2 });
    expect(end.results).toMatchObject([
      { status: 'not-attempted', error: 'http_500', calls: 3 },
      { status: 'queued', error: null },
    ]);
  });

  it('say when Slack was not reached', async () => {
    const end = await lookUp(emails(JO), { [JO]: { kind: 'unreachable', detail: 'ENOTFOUND' } });
    expect(end.results).toMatchObject([{ status: 'not-attempted', error: 'unreachable', requestId: null }]);
  });

  it.each(['missing_scope', 'not_allowed_token_type', 'enterprise_is_restricted', 'unknown_method', 'access_denied'])(
    'that the token may not make leave all addresses not-attempted, and do not keep those known by ID: %s',
    async (code) => {
      const mentions = [...emails(JO, SAM), { userId: 'W0KIM00001' as UserId, source: 'user-ids[0]' }];
      const end = await lookUp(mentions, { [JO]: found('W012A3CDE'), [SAM]: refused(code) });
      expect([end.list, end.groups, end.ledger.stop]).toEqual([
        [
          ['queued', null],
          ['not-attempted', code],
          ['queued', null],
        ],
        [['W012A3CDE', 'W0KIM00001']],
        undefined,
      ]);
    },
  );

  it.each(['token_revoked', 'token_expired', 'account_inactive', 'invalid_auth', 'not_authed'])(
    'that find the token dead stop the run: %s',
    async (code) => {
      const mentions = [...emails(JO, SAM), { userId: 'W0KIM00001' as UserId, source: 'user-ids[0]' }];
      const end = await lookUp(mentions, { [JO]: found('W012A3CDE'), [SAM]: refused(code) });
      expect([end.list, end.groups, end.ledger.stop?.error]).toEqual([
        mentions.map(() => ['not-attempted', code]),
        [],
        code,
      ]);
    },
  );
});

describe('look-ups end when half of the time is used', () => {
  const known = { userId: 'W0KIM00001' as UserId, source: 'user-ids[0]' };

  it.each<[string, SlackReply, Partial<RunSettings>]>([
    ['a wait of an hour', { kind: 'rate-limited', retryAfterSeconds: 3600 }, { budgetMs: 12_000 }],
    ['a wait without an end named', { kind: 'rate-limited' }, { budgetMs: 12_000 }],
    ['a wait past half of the time', { kind: 'rate-limited', retryAfterSeconds: 7 }, { budgetMs: 12_000 }],
    ['retries', unclear, { budgetMs: 12_000, maxRetries: 20 }],
  ])('%s: everybody known is sent, the others are not-attempted', async (_name, reply, settings) => {
    const end = await lookUp([...emails(JO, SAM), known], { [JO]: found('W012A3CDE'), [SAM]: reply }, settings);
    expect(end.list).toEqual([
      ['queued', null],
      ['not-attempted', 'time_limit'],
      ['queued', null],
    ]);
    expect(end.stand.elapsedMs()).toBeLessThanOrEqual(6_500);
  });

  it('many addresses, one after another', async () => {
    const texts = Array.from({ length: 100 }, (_, index) => `p${index}@example.com`);
    const answers = Object.fromEntries(texts.map((text, index) => [text, found(`W${String(index).padStart(6, '0')}`)]));
    const end = await lookUp([...emails(...texts), known], answers, { budgetMs: 10_000 });
    expect([end.asked.length, end.groups.map((group) => group.length)]).toEqual([50, [51]]);
    expect(end.list.slice(49, 52)).toEqual([
      ['queued', null],
      ['not-attempted', 'time_limit'],
      ['not-attempted', 'time_limit'],
    ]);
    expect(end.results[51]).toMatchObject({ calls: 0, requestId: null, atMs: null });
  });

  it('and in a cancelled run nobody is sent', async () => {
    const end = await lookUp(
      [...emails(JO), known],
      { [JO]: { kind: 'rate-limited', retryAfterSeconds: 1 } },
      { cancelInWait: 1 },
    );
    expect([end.list, end.groups]).toEqual([
      [
        ['not-attempted', 'cancelled'],
        ['not-attempted', 'cancelled'],
      ],
      [],
    ]);
  });
});

describe('whose address it is', () => {
  it.each([
    ['another person', JO, 'ceo@example.com'],
    ['another domain', JO, 'jo@example.org'],
    ['a longer name', JO, 'jojo@example.com'],
    ['a plus address', 'jo+slack@example.com', 'jo@example.com'],
  ])('is not the requested one, so nobody is sent: %s', async (_name, asked, told) => {
    const end = await lookUp(emails(asked), { [asked]: found('W0CEO00001', told) });
    expect([end.list, end.groups, end.outcome]).toEqual([[['failed', 'wrong_person']], [], 'failure']);
  });

  it.each([
    ['in another case', 'Jo.Doe@Example.com', 'jo.doe@EXAMPLE.com'],
    ['with the domain in letters', 'jo@xn--bcher-kva.example', 'jo@b\u00dccher.example'],
  ])('is the requested one %s', async (_name, asked, told) => {
    const end = await runPeople(emails(asked), {
      slack: { lookupByEmail: () => found('W012A3CDE', told), resetBulk: () => accepted },
    });
    expect(end.list).toEqual([['queued', null]]);
  });

  it.each<[string, object]>([
    ['no profile', {}],
    ['no address', { profile: {} }],
    ['null', { profile: { email: null } }],
  ])('is taken for the requested one if the answer does not say: %s', async (_name, more) => {
    const end = await lookUp(emails(JO), { [JO]: user({ id: 'W012A3CDE', ...more }) });
    expect(end.list).toEqual([['queued', null]]);
  });

  it('is the Enterprise ID that counts: for sending, for protection, for duplicates', async () => {
    const two = user({ id: 'U0LOCAL01', enterprise_user: { id: 'W0GLOBAL1' }, profile: { email: JO } });
    const plain = await lookUp(emails(JO), { [JO]: two });
    const doubled = await lookUp([{ userId: 'W0GLOBAL1' as UserId, source: 'user-ids[0]' }, ...emails(JO)], {
      [JO]: two,
    });
    expect([plain.groups, doubled.groups, doubled.results.length]).toEqual([[['W0GLOBAL1']], [['W0GLOBAL1']], 1]);
    for (const id of ['W0GLOBAL1', 'U0LOCAL01']) {
      const end = await lookUp(
        emails(JO, SAM),
        { [JO]: two, [SAM]: found('W024B4DEF') },
        {
          protectedUserIds: [id as UserId],
        },
      );
      expect([end.list[0], end.groups, end.outcome]).toEqual([
        ['skipped', 'protected_user'],
        [['W024B4DEF']],
        'partial',
      ]);
    }
  });

  it('makes one person of two addresses of the same account, due as soon as either is', async () => {
    const [jo, sam] = emails(JO, SAM);
    if (jo === undefined || sam === undefined) throw new Error('These are people');
    const mentions = [{ ...jo, effectiveMs: START_MS + 1 }, sam, ...emails(KIM)];
    const end = await lookUp(mentions, { [SAM]: found('W012A3CDE'), [KIM]: found('W012A3CDE') });
    // Jo is not due, so that Slack is not asked whose address that is.
    expect([end.asked, end.results.length, end.list]).toEqual([
      [SAM, KIM],
      2,
      [
        ['skipped', 'not_due'],
        ['queued', null],
      ],
    ]);
  });
});
