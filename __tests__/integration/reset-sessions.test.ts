import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import { type Answer, accepted, refused, reset, unclear, userIds } from '../support/reset-stand.ts';

const all = (people: readonly UserId[], status: string, error: string | null) =>
  people.map((id) => [id, status, error]);

describe('a reset that cannot be started', () => {
  it('is retried once over, then split until only the culprit fails', async () => {
    const people = userIds(9);
    const culprit = people[6] as UserId;
    const end = await reset(
      people,
      (group) => (group.includes(culprit) ? refused('user_session_reset_failed') : accepted),
      { maxRetries: 3 },
    );
    expect(end.list).toEqual(
      people.map((id) => (id === culprit ? [id, 'failed', 'user_session_reset_failed'] : [id, 'queued', null])),
    );
    expect(end.waits.map(({ ms }) => ms)).toEqual([1000, 2000, 4000]);
    expect(end.stop).toBeUndefined();
  });

  it('queues everybody once it passes', async () => {
    const people = userIds(3);
    const end = await reset(people, (_group, call) => (call === 1 ? refused('user_session_reset_failed') : accepted));
    expect([end.groups, end.list]).toEqual([[people, people], all(people, 'queued', null)]);
  });
});

describe('invalid_arguments', () => {
  const [bad = '' as UserId] = userIds(1);
  const isBad: Answer = (group) => (group.includes(bad) ? refused('invalid_arguments') : accepted);

  it('stops the run when nobody was accepted before and nobody is named', async () => {
    const people = userIds(5);
    const end = await reset(people, isBad);
    expect([end.groups.length, end.stop?.error, end.list]).toEqual([
      1,
      'invalid_arguments',
      all(people, 'not-attempted', 'invalid_arguments'),
    ]);
  });

  it('is about a person once somebody was accepted', async () => {
    const people = [...userIds(1003).slice(1), bad];
    const end = await reset(people, isBad);
    expect([end.stop, end.list]).toEqual([
      undefined,
      people.map((id) => (id === bad ? [id, 'failed', 'invalid_arguments'] : [id, 'queued', null])),
    ]);
  });

  it('is about the person whom it names, from the first call on', async () => {
    const people = userIds(5);
    const messages = [`[ERROR] no such user: ${bad}`];
    const named = refused('invalid_arguments', { response_metadata: { messages } });
    const end = await reset(people, (group) => (group.includes(bad) ? named : accepted));
    expect([end.groups.map((group) => group.length), end.list]).toEqual([
      [5, 1, 4],
      people.map((id) => (id === bad ? [id, 'failed', 'invalid_arguments'] : [id, 'queued', null])),
    ]);
  });
});

describe('failed_for_some_users', () => {
  const people = userIds(6);
  const [first = '' as UserId, , third = '' as UserId] = people;

  it('fails the named with their own codes, queues the others, and sends nobody again', async () => {
    const failed = { [first]: 'user_is_restricted', [third]: 'Not a code' };
    const end = await reset(people, () => refused('failed_for_some_users', { failed_user_ids: failed }));
    const code: Record<string, string> = { [first]: 'user_is_restricted', [third]: 'failed_for_some_users' };
    expect([end.groups, end.list]).toEqual([
      [people],
      people.map((id) => (id in code ? [id, 'failed', code[id]] : [id, 'queued', null])),
    ]);
  });

  it('without names is split, and nobody is queued before an accepted call', async () => {
    const end = await reset(people, (group) => (group.includes(third) ? refused('failed_for_some_users') : accepted));
    expect(end.list).toEqual(
      people.map((id) => (id === third ? [id, 'failed', 'failed_for_some_users'] : [id, 'queued', null])),
    );
  });

  it('without names leaves people unknown when the run is cancelled before they are told apart', async () => {
    const end = await reset(people, () => refused('failed_for_some_users'), { cancelAt: 1 });
    expect([end.groups.length, end.stop, end.list]).toEqual([
      1,
      { error: 'cancelled' },
      all(people, 'unknown', 'failed_for_some_users'),
    ]);
  });
});

describe('a call without a clear answer', () => {
  it('leaves its people unknown, and the run goes on with the next call', async () => {
    const people = userIds(2001);
    const end = await reset(people, (group) => (group.includes(people[1000] as UserId) ? unclear : accepted));
    expect(end.groups.map((group) => group.length)).toEqual([1000, 1000, 1000, 1]);
    expect(end.list).toEqual(
      people.map((id, at) => (at >= 1000 && at < 2000 ? [id, 'unknown', 'http_500'] : [id, 'queued', null])),
    );
  });

  it('leaves its people untouched when Slack cannot have been reached', async () => {
    const people = userIds(2);
    const end = await reset(people, () => ({ kind: 'unreachable', detail: 'ECONNREFUSED' }), { maxRetries: 2 });
    expect([end.groups.length, end.list]).toEqual([3, all(people, 'not-attempted', 'unreachable')]);
  });

  it('leaves its people unknown when only one of its attempts reached Slack', async () => {
    const people = userIds(2);
    const end = await reset(people, (_, call) => (call === 1 ? unclear : { kind: 'unreachable', detail: 'ENOTFOUND' }));
    expect(end.list).toEqual(all(people, 'unknown', 'http_500'));
  });

  it('keeps its people unknown when the token dies on the next attempt', async () => {
    const people = userIds(2);
    const end = await reset(people, (_, call) => (call === 1 ? unclear : refused('token_revoked')));
    expect([end.stop?.error, end.list]).toEqual(['token_revoked', all(people, 'unknown', 'http_500')]);
  });

  it('is what a fault of our own is taken for', async () => {
    const people = userIds(2);
    const broken = () => {
      throw new TypeError('boo');
    };
    expect((await reset(people, broken)).list).toEqual(all(people, 'unknown', 'unexpected_error'));
  });
});

describe('a run that is stopped in the middle of a search', () => {
  it('leaves those not told apart untouched, and keeps what was settled', async () => {
    const people = userIds(8);
    const last = people[7] as UserId;
    const answer: Answer = (group) => (group.includes(last) ? refused('user_not_found') : accepted);
    const whole = await reset(people, answer);
    for (let cancelAt = 1; cancelAt < whole.groups.length; cancelAt += 1) {
      const end = await reset(people, answer, { cancelAt });
      const settled = new Set(end.groups.filter((group) => !group.includes(last)).flat());
      expect([end.groups, end.stop, end.list]).toEqual([
        whole.groups.slice(0, cancelAt),
        { error: 'cancelled' },
        people.map((id) => (settled.has(id) ? [id, 'queued', null] : [id, 'not-attempted', 'cancelled'])),
      ]);
    }
  });
});

describe('the time budget', () => {
  it.each([1, 29, 30, 31, 1e9])('is never passed by a wait or a call: Retry-After %d', async (retryAfterSeconds) => {
    const people = userIds(2);
    const end = await reset(people, () => ({ kind: 'rate-limited', retryAfterSeconds }), { budgetMs: 60_000 });
    expect([end.stop?.error, end.list]).toEqual(['time_limit', all(people, 'not-attempted', 'time_limit')]);
    expect(end.waits.filter(({ ms, endMs }) => endMs >= 60_000 || ms < retryAfterSeconds * 1000)).toEqual([]);
    expect(end.timeouts.filter((overtime) => overtime > 0)).toEqual([]);
    expect(end.groups.length).toBe(Math.max(1, Math.ceil(60 / (retryAfterSeconds + 0.1))));
  });

  it('cuts a call off after 30 s at most', async () => {
    const seen: number[] = [];
    await reset(
      userIds(1),
      (_group, _call, { timeoutMs }) => {
        seen.push(timeoutMs);
        return unclear;
      },
      {
        budgetMs: 40_000,
        maxRetries: 20,
      },
    );
    expect(seen[0]).toBe(30_000);
    expect(Math.min(...seen)).toBeLessThan(30_000);
  });
});
