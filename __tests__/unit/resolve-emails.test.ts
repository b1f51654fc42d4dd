import { describe, expect, it } from '@jest/globals';
import { type Email, parseEmail } from '../../src/people/email.ts';
import { lookUpEmails } from '../../src/reset/resolve-emails.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { makeCallContext, START_MS } from '../support/call-context.ts';
import { refused, unclear } from '../support/reset-stand.ts';

function emails(...texts: string[]): Email[] {
  return texts.map((text) => {
    const parsed = parseEmail(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.email;
  });
}

function found(id: unknown): SlackReply {
  return { kind: 'accepted', body: { ok: true, user: { id } }, scopes: undefined, requestId: 'look-up' };
}

/** Looks people up in a Slack that answers each address as told, in 100 ms. */
async function lookUp(addresses: readonly Email[], answers: Readonly<Record<string, SlackReply>>, settings = {}) {
  const stand = makeCallContext({ maxRetries: 0, ...settings });
  const asked: string[] = [];
  const slack = {
    lookupByEmail: async (email: Email): Promise<SlackReply> => {
      asked.push(email);
      stand.spend(100);
      return answers[email] ?? refused('users_not_found');
    },
  };
  const lookUps = await lookUpEmails(addresses, { slack, callContext: stand.callContext });
  return { ...lookUps, asked, lines: stand.lines };
}

const JO = 'jo@example.com';
const SAM = 'sam@example.com';
const KIM = 'kim@example.com';

describe('look-ups', () => {
  it('ask once for every address, whatever its case, and tell whose it is', async () => {
    const answers = { [JO]: found('W012A3CDE'), 'Jo@example.com': found('W012A3CDE'), [SAM]: found('W024B4DEF') };
    const end = await lookUp(emails('Jo@example.com', SAM, JO), answers);
    expect(end.asked.map((email) => email.toLowerCase())).toEqual([JO, SAM]);
    expect(end.calls).toBe(2);
    expect([...end.found]).toEqual([
      [JO, 'W012A3CDE'],
      [SAM, 'W024B4DEF'],
    ]);
  });

  it('find a person by ID, and count the calls that found them', async () => {
    const end = await lookUp(emails(JO, SAM), { [JO]: found('W012A3CDE'), [SAM]: found('W012A3CDE') });
    expect([...end.found]).toEqual([
      [JO, 'W012A3CDE'],
      [SAM, 'W012A3CDE'],
    ]);
    expect([...end.callsOf]).toEqual([['W012A3CDE', 2]]);
    expect([...end.standings, end.stop]).toEqual([undefined]);
    expect(end.lines).toEqual(['Look-up 1 of 2: found W012A3CDE', 'Look-up 2 of 2: found W012A3CDE']);
  });

  it('go on after an address that is unknown, with the calls made and the answer', async () => {
    const unknown: SlackReply = { ...refused('users_not_found'), requestId: 'req-1' };
    const end = await lookUp(emails(JO, SAM), { [JO]: unknown, [SAM]: found('W024B4DEF') });
    expect([...end.standings]).toEqual([
      [JO, { status: 'failed', error: 'users_not_found', calls: 1, requestId: 'req-1', atMs: START_MS + 100 }],
    ]);
    expect([...end.found.values()]).toEqual(['W024B4DEF']);
    expect(end.stop).toBeUndefined();
    expect(end.lines[0]).toBe('Look-up 1 of 2: users_not_found');
  });

  it.each([
    ['no user', { kind: 'accepted', body: { ok: true }, scopes: undefined } as const],
    ['a user that is none', { kind: 'accepted', body: { ok: true, user: 'W012A3CDE' }, scopes: undefined } as const],
    ['a user without an ID', found(undefined)],
    ['a number', found(12)],
    ['an app', found('A012A3CDE')],
  ])('reset nobody for an answer that names %s', async (_name, answer) => {
    const end = await lookUp(emails(JO, SAM), { [JO]: answer, [SAM]: found('W024B4DEF') });
    expect([...end.standings].map(([email, { status, error }]) => [email, status, error])).toEqual([
      [JO, 'not-attempted', 'invalid_response'],
    ]);
    expect([...end.found.keys()]).toEqual([SAM]);
  });

  it('count every try, and nobody is stopped by one that was never answered', async () => {
    const end = await lookUp(emails(JO, SAM), { [JO]: unclear, [SAM]: found('W024B4DEF') }, { maxRetries: 2 });
    expect([...end.standings.values()]).toMatchObject([{ status: 'not-attempted', error: 'http_500', calls: 3 }]);
    expect([end.calls, [...end.callsOf]]).toEqual([4, [['W024B4DEF', 1]]]);
  });

  it('say when Slack was not reached', async () => {
    const end = await lookUp(emails(JO), { [JO]: { kind: 'unreachable', detail: 'ENOTFOUND' } });
    expect([...end.standings.values()]).toMatchObject([
      { status: 'not-attempted', error: 'unreachable', requestId: null },
    ]);
  });

  it('end with a code that is about the token, and reset nobody', async () => {
    const refusal = refused('missing_scope');
    const end = await lookUp(emails(JO, SAM, KIM), { [JO]: found('W012A3CDE'), [SAM]: refusal });
    expect(end.asked).toEqual([JO, SAM]);
    expect(end.stop).toEqual({ error: 'missing_scope', refusal });
    expect([...end.standings]).toMatchObject([[SAM, { status: 'not-attempted', error: 'missing_scope' }]]);
    expect([end.calls, [...end.found.keys()]]).toEqual([2, [JO]]);
  });

  it('take invalid_arguments for a fault of the request until an address was found', async () => {
    const invalid = refused('invalid_arguments');
    const first = await lookUp(emails(JO, SAM), { [JO]: invalid });
    expect([first.stop?.error, first.asked]).toEqual(['invalid_arguments', [JO]]);
    const second = await lookUp(emails(JO, SAM), { [JO]: found('W012A3CDE'), [SAM]: invalid });
    expect(second.stop).toBeUndefined();
    expect([...second.standings]).toMatchObject([[SAM, { status: 'failed', error: 'invalid_arguments' }]]);
  });

  it('end when the time is up: an address that was not asked for has no calls', async () => {
    const end = await lookUp(emails(JO, SAM, KIM), { [JO]: found('W012A3CDE') }, { budgetMs: 100 });
    expect([end.stop, end.asked]).toEqual([{ error: 'time_limit' }, [JO]]);
    expect([...end.standings]).toEqual([
      [SAM, { status: 'not-attempted', error: 'time_limit', calls: 0, requestId: null, atMs: null }],
    ]);
  });
});
