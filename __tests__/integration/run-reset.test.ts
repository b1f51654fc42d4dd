import { describe, expect, it } from '@jest/globals';
import { type Email, parseEmail } from '../../src/people/email.ts';
import type { Mention } from '../../src/people/mention.ts';
import { makePlan } from '../../src/people/plan.ts';
import type { UserId } from '../../src/people/user-id.ts';
import { resetPeople } from '../../src/reset/run-reset.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { type CallContextSettings, makeCallContext, START_MS } from '../support/call-context.ts';
import { accepted, refused, userIds } from '../support/reset-stand.ts';
import { page, WHOLE_ORG } from '../support/verify-stand.ts';

const [JO = '' as UserId, SAM = '' as UserId, KIM = '' as UserId] = userIds(3);
const JO_AT = address('jo@example.com');
const SAM_AT = address('Sam@example.com');
const KIM_AT = address('kim@example.com');

function address(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.email;
}

interface World extends CallContextSettings {
  /** Whose the addresses are, in lower case, or what Slack says to a look-up. */
  readonly found?: Readonly<Record<string, UserId | SlackReply>>;
  readonly reset?: (group: readonly UserId[]) => SlackReply;
  readonly verify?: boolean;
  readonly authTest?: SlackReply;
  readonly protectedUserIds?: readonly UserId[];
}

function toReply(answer: UserId | SlackReply | undefined): SlackReply {
  if (typeof answer === 'object') return answer;
  if (answer === undefined) return refused('users_not_found');
  return { kind: 'accepted', body: { ok: true, user: { id: answer } }, scopes: undefined };
}

async function run(people: readonly Omit<Mention, 'source'>[], world: World = {}) {
  const { found = {}, reset = () => accepted, verify = false, authTest = WHOLE_ORG, protectedUserIds = [] } = world;
  const stand = makeCallContext({ maxRetries: 0, ...world });
  const events: string[] = [];
  const answer = async (event: string, reply: SlackReply): Promise<SlackReply> => {
    events.push(event);
    stand.spend(100);
    return reply;
  };
  const mentions = people.map((person, index) => ({ ...person, source: `r.yml:${index + 1}` }));
  const end = await resetPeople(mentions, {
    sessions: 'all',
    verify,
    slack: {
      authTest: () => answer('auth.test', authTest),
      lookupByEmail: (email) => answer(`look-up ${email}`, toReply(found[email.toLowerCase()])),
      resetBulk: (group) => answer(`reset ${group.join(' ')}`, reset(group)),
      listSessions: () => answer('list', page([])),
    },
    callContext: stand.callContext,
    planOf: (all) => makePlan(all, { nowMs: START_MS, protectedUserIds: new Set(protectedUserIds) }),
    warn: (message) => events.push(`warning: ${message}`),
  });
  const standings = [...end.standings].map(([who, { status, error, calls }]) => [who, status, error, calls]);
  return { ...end, events, list: standings };
}

describe('people known by address', () => {
  it('are looked up first, and reset together with everybody else in the order asked', async () => {
    const end = await run([{ email: SAM_AT }, { userId: KIM }, { email: JO_AT }], {
      found: { 'sam@example.com': SAM, 'jo@example.com': JO },
    });
    expect(end.events).toEqual([`look-up ${SAM_AT}`, `look-up ${JO_AT}`, `reset ${SAM} ${KIM} ${JO}`]);
    expect(end.list).toEqual([
      [SAM, 'queued', null, 2],
      [KIM, 'queued', null, 1],
      [JO, 'queued', null, 2],
    ]);
    expect([end.calls, end.stop, end.identity]).toEqual([3, undefined, undefined]);
    expect(end.plan.due.map(({ userId, source }) => [userId, source])).toEqual([
      [SAM, 'r.yml:1'],
      [KIM, 'r.yml:2'],
      [JO, 'r.yml:3'],
    ]);
  });

  it('and by ID as well are reset once, by the ID', async () => {
    const end = await run([{ userId: JO }, { email: JO_AT }, { userId: SAM, email: SAM_AT }], {
      found: { 'jo@example.com': JO },
    });
    expect(end.events).toEqual([`look-up ${JO_AT}`, `reset ${JO} ${SAM}`]);
    expect(end.plan.people).toHaveLength(2);
  });

  it('keep their own ID when their address turns out to be of somebody else', async () => {
    const end = await run([{ email: JO_AT }, { userId: SAM, email: JO_AT }], { found: { 'jo@example.com': JO } });
    expect(end.events.at(-1)).toBe(`reset ${JO} ${SAM}`);
  });

  it('and unknown to Slack fail alone', async () => {
    const end = await run([{ email: JO_AT }, { userId: SAM }]);
    expect(end.list).toEqual([
      ['jo@example.com', 'failed', 'users_not_found', 1],
      [SAM, 'queued', null, 1],
    ]);
    expect(end.calls).toBe(2);
  });

  it('are not sent when the look-up shows that they are protected', async () => {
    const end = await run([{ email: JO_AT }, { userId: SAM }], {
      found: { 'jo@example.com': JO },
      protectedUserIds: [JO],
    });
    expect(end.events.at(-1)).toBe(`reset ${SAM}`);
    expect(end.plan.people.map(({ userId, hold }) => [userId, hold])).toEqual([
      [JO, 'protected_user'],
      [SAM, undefined],
    ]);
  });

  it('and not due yet are not looked up', async () => {
    const { events } = await run([{ email: JO_AT, effectiveMs: START_MS + 1 }, { userId: SAM }]);
    expect(events).toEqual([`reset ${SAM}`]);
  });

  it('stop everything when Slack refuses the look-up itself', async () => {
    const refusal = refused('missing_scope');
    const end = await run([{ userId: KIM }, { email: JO_AT }, { email: SAM_AT }, { email: KIM_AT }], {
      found: { 'jo@example.com': JO, 'sam@example.com': refusal },
    });
    expect(end.events).toEqual([`look-up ${JO_AT}`, `look-up ${SAM_AT}`]);
    expect(end.stop).toEqual({ error: 'missing_scope', refusal });
    expect(Object.fromEntries(end.list.map(([who, ...rest]) => [who, rest]))).toEqual({
      'sam@example.com': ['not-attempted', 'missing_scope', 1],
      [KIM]: ['not-attempted', 'missing_scope', 0],
      [JO]: ['not-attempted', 'missing_scope', 1],
      'kim@example.com': ['not-attempted', 'missing_scope', 0],
    });
    expect(end.calls).toBe(2);
  });
});

describe('a run that verifies', () => {
  it('asks whose token it is before anything else, and tells what is likely to go wrong', async () => {
    const authTest: SlackReply = { kind: 'accepted', body: { team_id: 'T012A3CDE' }, scopes: undefined };
    const end = await run([{ email: JO_AT }], { found: { 'jo@example.com': JO }, verify: true, authTest });
    const firstWords = end.events.map((event) => event.split(/[: ]/)[0]);
    expect(firstWords).toEqual(['auth.test', 'look-up', 'warning', 'list', 'reset', 'list']);
    expect([end.list, end.calls]).toEqual([[[JO, 'verified', null, 2]], 5]);
    expect(end.identity).toMatchObject({ teamId: 'T012A3CDE' });
  });

  it('ends when the token is refused: nobody is looked up or sent', async () => {
    const refusal = refused('token_revoked');
    const end = await run([{ email: JO_AT }, { userId: SAM }], { verify: true, authTest: refusal });
    expect([end.events, end.calls, end.stop]).toEqual([['auth.test'], 1, { error: 'token_revoked', refusal }]);
    expect(end.list).toEqual([
      ['jo@example.com', 'not-attempted', 'token_revoked', 0],
      [SAM, 'not-attempted', 'token_revoked', 0],
    ]);
  });

  it('asks nothing when nobody is due', async () => {
    const { events, calls } = await run([{ userId: JO, effectiveMs: START_MS + 1 }], { verify: true });
    expect([events, calls]).toEqual([[], 0]);
  });
});

describe('a run that does not verify', () => {
  it('does not ask whose token it is', async () => {
    const end = await run([{ userId: JO }], { reset: () => refused('token_revoked') });
    expect([end.events, end.calls, end.evidence]).toEqual([[`reset ${JO}`], 1, undefined]);
    expect(end.list).toEqual([[JO, 'not-attempted', 'token_revoked', 1]]);
  });
});
