import { describe, expect, it } from '@jest/globals';
import { type Email, parseEmail } from '../../src/people/email.ts';
import type { Mention } from '../../src/people/mention.ts';
import type { UserId } from '../../src/people/user-id.ts';
import { countCalls } from '../../src/reset/batches.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { accepted, refused, unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, type RunSettings, runPeople } from '../support/run-stand.ts';
import { WHOLE_ORG } from '../support/verify-stand.ts';

const ORG = 'E012A3CDE';
const SCOPES = ['admin.users:write', 'admin.users:read', 'users:read', 'users:read.email'];
const [JO = '' as UserId, SAM = '' as UserId, KIM = '' as UserId, ALEX = '' as UserId] = userIds(4);

const info = (user: object): SlackReply => ({ kind: 'accepted', body: { ok: true, user }, requestId: 'info' });

function address(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.email;
}

function members(users: readonly object[], nextCursor = ''): SlackReply {
  return { kind: 'accepted', body: { ok: true, users, response_metadata: { next_cursor: nextCursor } } };
}

/** Runs with check-accounts in an organization whose accounts answer like this; others are plain members. */
async function check(
  mentions: readonly Mention[],
  accounts: Readonly<Record<string, object | SlackReply>>,
  settings: Partial<RunSettings> = {},
) {
  const asked: UserId[] = [];
  const end = await runPeople(mentions, {
    checkAccounts: true,
    ...settings,
    slack: {
      authTest: () => ({ ...WHOLE_ORG, scopes: SCOPES }),
      userInfo: (id) => {
        asked.push(id);
        const account = accounts[id] ?? {};
        return isReply(account) ? account : info({ id, deleted: false, ...account });
      },
      resetBulk: () => accepted,
      ...settings.slack,
    },
  });
  return { ...end, asked };
}

function isReply(value: object | SlackReply): value is SlackReply {
  return 'kind' in value;
}

describe('a plan has a note on each account', () => {
  it.each<[string, object | SlackReply, string | undefined]>([
    ['a member', {}, undefined],
    ['a guest', { is_restricted: true }, undefined],
    ['deactivated', { deleted: true }, 'deactivated'],
    ['a bot', { is_bot: true }, 'bot'],
    ['a workflow', { is_workflow_bot: true }, 'bot'],
    ['an app', { is_app_user: true }, 'app'],
    ['the primary owner', { enterprise_user: { is_primary_owner: true } }, 'primary owner'],
    [
      'an owner of a workspace only',
      { is_primary_owner: true, enterprise_user: { is_primary_owner: false } },
      undefined,
    ],
    ['a stranger', { is_stranger: true }, 'another organization'],
    ['of another organization', { enterprise_user: { enterprise_id: 'E0OTHER001' } }, 'another organization'],
    ['of this one', { enterprise_user: { enterprise_id: ORG } }, undefined],
    ['not found', refused('user_not_found'), 'unknown'],
  ])('%s', async (_name, account, note) => {
    const end = await check(mentionsOf([JO]), { [JO]: account }, { dryRun: true });
    expect([end.list, end.results[0]?.accountNote, end.groups]).toEqual([[['planned', null]], note, []]);
  });

  it('with an address that belongs to nobody, or to another person', async () => {
    const mentions = ['jo@example.com', 'sam@example.com'].map((text, index) => ({
      email: address(text),
      source: `emails[${index}]`,
    }));
    const end = await check(
      mentions,
      {},
      {
        dryRun: true,
        slack: {
          lookupByEmail: (email) =>
            email.startsWith('jo')
              ? refused('users_not_found')
              : info({ id: SAM, profile: { email: 'ceo@example.com' } }),
          listDeactivated: () => members([]),
        },
      },
    );
    expect(end.list).toEqual([
      ['planned', null],
      ['planned', null],
    ]);
    expect(end.results.map(({ accountNote }) => accountNote)).toEqual(['unknown', 'wrong person']);
  });
});

describe('a run that knows accounts', () => {
  it('sends those who are bound to be refused alone, deactivated ones apart, everybody else together', async () => {
    const people = userIds(10);
    const [bot = JO, app = JO, owner = JO, stranger = JO, unknown = JO, gone = JO, left = JO] = people.slice(2);
    const end = await check(mentionsOf(people), {
      [bot]: { is_bot: true },
      [app]: { is_app_user: true },
      [owner]: { enterprise_user: { is_primary_owner: true } },
      [stranger]: { is_stranger: true },
      [unknown]: refused('user_not_found'),
      [gone]: { deleted: true },
      [left]: { deleted: true },
    });
    const together = [people[0], people[1], people[9]];
    expect(end.groups.map((group) => [...group])).toEqual([
      together,
      [gone, left],
      ...[bot, app, owner, stranger, unknown].map((id) => [id]),
    ]);
    expect(end.results.map(({ account }) => account).slice(6)).toEqual([null, 'deactivated', 'deactivated', 'active']);
  });

  it.each<[string, SlackReply]>([
    ['does not answer', unclear],
    ['answers without a user', { kind: 'accepted', body: { ok: true } }],
    ['answers about somebody else', info({ id: 'W0ELSE0001' })],
  ])('says of how many people nothing was learnt when Slack %s', async (_how, reply) => {
    const end = await check(mentionsOf([JO, SAM]), { [JO]: reply }, { dryRun: true });
    expect(end.warnings).toEqual(['The accounts of 1 person were not checked: Slack gave no clear answer.']);
  });

  it('sends deactivated people one by one once they are refused together, since all of them may be', async () => {
    const people = userIds(6);
    const gone = people.slice(1);
    const end = await check(mentionsOf(people), Object.fromEntries(gone.map((id) => [id, { deleted: true }])), {
      slack: { resetBulk: (group) => (group.includes(people[0] ?? JO) ? accepted : refused('user_not_found')) },
    });
    expect(end.groups.map(({ length }) => length)).toEqual([1, 5, 1, 1, 1, 1, 1]);
    expect(end.list.slice(1)).toEqual(gone.map(() => ['signed-out', 'deactivated']));
  });

  it('plans the calls that it makes', async () => {
    const accounts = { [JO]: { is_bot: true }, [SAM]: { deleted: true }, [KIM]: refused('user_not_found') };
    const people = mentionsOf([JO, SAM, 'W0ADMIN001' as UserId, KIM, ALEX, 'W0OTHER001' as UserId]);
    const [dry, real] = [await check(people, accounts, { dryRun: true }), await check(people, accounts)];
    expect([countCalls(dry.ledger.planned(), 'W0ADMIN001'), real.groups.length]).toEqual([5, 5]);
  });

  it('asks about everybody due once, protected people included, and about nobody else', async () => {
    const mentions = [...mentionsOf([JO, SAM]), ...mentionsOf([KIM], 9e15), ...mentionsOf([JO])];
    const end = await check(mentions, {}, { protectedUserIds: [SAM] });
    expect([end.asked, end.groups]).toEqual([[JO, SAM], [[JO]]]);
  });

  it('holds a person back under both IDs when only the answer about the protected one names the other', async () => {
    const [local, enterprise] = ['U0LOCAL01' as UserId, 'W0GLOBAL1' as UserId];
    const answers = { [local]: { enterprise_user: { id: enterprise, enterprise_id: ORG } } };
    const ends = await Promise.all(
      [
        [local, enterprise, JO],
        [enterprise, local, JO],
      ].map((people) => check(mentionsOf(people), answers, { protectedUserIds: [local] })),
    );
    expect(ends.map(({ groups, list }) => [groups, list])).toEqual(
      ends.map(() => [
        [[JO]],
        [
          ['skipped', 'protected_user'],
          ['queued', null],
        ],
      ]),
    );
  });

  it.each<[string, string, readonly unknown[]]>([
    ['not found, and deactivated', 'user_not_found', ['signed-out', 'deactivated']],
    ['refused for another reason', 'session_reset_not_allowed', ['failed', 'session_reset_not_allowed']],
  ])('reports a person as signed out who is %s', async (_name, code, end) => {
    const run = await check(
      mentionsOf([JO, SAM]),
      { [JO]: { deleted: true } },
      {
        ignoredCodes: ['user_not_found'],
        slack: { resetBulk: (group) => (group.includes(JO) ? refused(code) : accepted) },
      },
    );
    expect(run.list).toEqual([end, ['queued', null]]);
    expect(run.outcome).toBe(code === 'user_not_found' ? 'success' : 'partial');
  });

  it('does not report a person as signed out who is not found and active, or unknown', async () => {
    const slack = {
      resetBulk: (group: readonly UserId[]) => (group.length > 0 ? refused('user_not_found') : accepted),
    };
    const run = await check(mentionsOf([JO, SAM]), { [SAM]: refused('user_not_found') }, { slack });
    expect(run.list).toEqual([
      ['failed', 'user_not_found'],
      ['failed', 'user_not_found'],
    ]);
  });

  it('takes the Enterprise ID: it is sent once, and protected under both', async () => {
    const LOCAL = 'U0LOCAL01' as UserId;
    const GLOBAL = 'W0GLOBAL1' as UserId;
    const accounts = { [LOCAL]: { enterprise_user: { id: GLOBAL, enterprise_id: ORG } } };
    const plain = await check(mentionsOf([LOCAL, GLOBAL, JO]), accounts);
    expect([plain.groups, plain.results.length]).toEqual([[[GLOBAL, JO]], 2]);
    const held = await check(mentionsOf([LOCAL, JO]), accounts, { protectedUserIds: [GLOBAL] });
    expect([held.groups, held.list[0]]).toEqual([[[JO]], ['skipped', 'protected_user']]);
  });

  it.each<[string, SlackReply]>([
    ['the scope is missing', refused('missing_scope')],
    ['Slack refuses the method', refused('not_allowed_token_type')],
    ['there is no clear answer', unclear],
    ['the wait would be too long', { kind: 'rate-limited', retryAfterSeconds: 3600 }],
  ])('costs nothing else when accounts cannot be asked about: %s', async (_name, reply) => {
    const end = await check(mentionsOf([JO, SAM]), { [JO]: reply, [SAM]: reply });
    expect([end.groups, end.list.map(([status]) => status)]).toEqual([[[JO, SAM]], ['queued', 'queued']]);
  });

  it('says which scope is missing before anything is asked', async () => {
    const end = await check(
      mentionsOf([JO]),
      {},
      {
        slack: { authTest: () => ({ ...WHOLE_ORG, scopes: ['admin.users:write'] }) },
      },
    );
    expect([end.asked, end.groups, end.warnings.filter((text) => text.includes('users:read')).length]).toEqual([
      [],
      [[JO]],
      1,
    ]);
  });

  it('ends the questions when half of the time is used, and sends everybody', async () => {
    const people = userIds(100);
    const end = await check(mentionsOf(people), {}, { budgetMs: 10_000 });
    expect([end.asked.length < 60, end.groups]).toEqual([true, [people]]);
    expect(end.warnings.some((text) => text.includes('time_limit'))).toBe(true);
  });

  it('stops when the token is found dead', async () => {
    const end = await check(mentionsOf([JO, SAM]), { [JO]: refused('token_revoked') });
    expect([end.groups, end.list]).toEqual([
      [],
      [
        ['not-attempted', 'token_revoked'],
        ['not-attempted', 'token_revoked'],
      ],
    ]);
  });
});

describe('an address that is not found', () => {
  const jo = { email: address('Jo@Example.com'), source: 'emails[0]' };
  const inactive = (id: string, email: string, more = {}) => ({ id, email, is_active: false, ...more });
  const run = (mentions: readonly Mention[], pages: readonly SlackReply[], settings: Partial<RunSettings> = {}) => {
    const cursors: unknown[] = [];
    return check(
      mentions,
      {},
      {
        ...settings,
        slack: {
          lookupByEmail: () => refused('users_not_found'),
          listDeactivated: (cursor) => {
            cursors.push(cursor);
            return pages[cursors.length - 1] ?? members([]);
          },
          ...settings.slack,
        },
      },
    ).then((end) => ({ ...end, cursors }));
  };

  it('is searched among deactivated members, page by page to the end', async () => {
    const pages = [
      members([inactive('W0ELSE0001', 'else@example.com')], 'two'),
      members([], 'three'),
      members([inactive(ALEX, 'jo@example.com')]),
    ];
    const end = await run([jo, ...mentionsOf([SAM])], pages);
    expect([end.cursors, end.list, end.outcome]).toEqual([
      [undefined, 'two', 'three'],
      [
        ['signed-out', 'deactivated'],
        ['queued', null],
      ],
      'success',
    ]);
    expect(end.results[0]).toMatchObject({ account: 'deactivated', person: { userId: ALEX } });
  });

  it.each<[string, readonly SlackReply[]]>([
    [
      'only an active one has it',
      [members([{ id: ALEX, email: 'jo@example.com', is_active: true, deactivated_ts: 1 }])],
    ],
    ['nobody has it', [members([inactive(ALEX, 'other@example.com')])]],
    ['Slack refuses the list', [refused('missing_scope')]],
    ['the list is not to be read', [{ kind: 'accepted', body: { ok: true } }]],
    ['its cursors go in a circle', [members([], 'a'), members([], 'a'), members([], 'a')]],
  ])('stays failed when %s', async (_name, pages) => {
    const end = await run([jo], pages);
    expect([end.list, end.cursors.length <= 3]).toEqual([[['failed', 'users_not_found']], true]);
  });

  it.each<[string, Readonly<Record<string, SlackReply>>, readonly SlackReply[]]>([
    ['found among deactivated members', {}, [members([inactive(ALEX, 'jo@example.com')])]],
    ['found nowhere', {}, []],
    ['somebody else’s', { look: info({ id: ALEX, profile: { email: 'other@example.com' } }) }, []],
  ])('takes no room in max-users and no call, neither in a plan nor in a run: %s', async (_name, { look }, pages) => {
    const slack = look === undefined ? {} : { lookupByEmail: () => look };
    const settings = { maxUsers: 1, slack };
    const [real, dry] = await Promise.all(
      [false, true].map((dryRun) => run([jo, ...mentionsOf([SAM])], pages, { ...settings, dryRun })),
    );
    expect([
      real?.groups,
      dry?.list.map(([status]) => status),
      countCalls(dry?.ledger.planned() ?? [], undefined),
    ]).toEqual([[[SAM]], ['planned', 'planned'], 1]);
  });

  it('is not called signed out when the same person is requested by ID: that is sent', async () => {
    const end = await run([jo, ...mentionsOf([ALEX])], [members([inactive(ALEX, 'jo@example.com')])]);
    expect([end.groups, end.list]).toEqual([[[ALEX]], [['queued', null]]]);
  });

  it('is protected under the ID that is found', async () => {
    const pages = [members([inactive(ALEX, 'jo@example.com')])];
    const end = await run([jo], pages, { protectedUserIds: [ALEX] });
    expect(end.list).toEqual([['skipped', 'protected_user']]);
  });

  it('is not searched without check-accounts', async () => {
    const end = await run([jo], [], { checkAccounts: false });
    expect([end.cursors, end.list]).toEqual([[], [['failed', 'users_not_found']]]);
  });
});
