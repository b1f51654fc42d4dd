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

  it('is also retried for people that Slack refused earlier for another reason', async () => {
    const people = userIds(2);
    const end = await reset(people, (group, call) => {
      if (group.length === 2) return refused('user_not_found');
      return call === 2 ? refused('user_session_reset_failed') : accepted;
    });
    expect([end.groups.map((group) => group.length), end.list]).toEqual([[2, 1, 1, 1], all(people, 'queued', null)]);
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

  it('stops the run when it names everybody, which may be an echo of the request', async () => {
    const people = userIds(3);
    const echo = refused('invalid_arguments', { failed_user_ids: people });
    const end = await reset(people, () => echo);
    expect([end.groups.length, end.stop?.error]).toEqual([1, 'invalid_arguments']);
  });

  it('is about a person who was sent alone and is named', async () => {
    const end = await reset([bad], () => refused('invalid_arguments', { failed_user_ids: [bad] }));
    expect([end.stop, end.list]).toEqual([undefined, [[bad, 'failed', 'invalid_arguments']]]);
  });

  it('still stops the run after people who failed, when nobody was accepted', async () => {
    const [one = '' as UserId, two = '' as UserId] = userIds(2);
    const end = await reset([one, two], (group) =>
      group.includes(one) ? refused('user_not_found') : refused('invalid_arguments'),
    );
    expect([end.stop?.error, end.list]).toEqual([
      'invalid_arguments',
      [
        [one, 'failed', 'user_not_found'],
        [two, 'not-attempted', 'invalid_arguments'],
      ],
    ]);
  });

  it('is about a person once another person was accepted', async () => {
    const people = [...userIds(1003).slice(1), bad];
    const end = await reset(people, isBad);
    expect([end.stop, end.list]).toEqual([
      undefined,
      people.map((id) => (id === bad ? [id, 'failed', 'invalid_arguments'] : [id, 'queued', null])),
    ]);
  });

  it('is about the person it names, from the first call on', async () => {
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

  it('sends the named alone and the others as a group, and each call alone is the verdict', async () => {
    const failed = { [first]: 'user_is_restricted', [third]: 'Not a code' };
    const end = await reset(people, (group) => {
      const own = Object.fromEntries(Object.entries(failed).filter(([id]) => group.some((userId) => userId === id)));
      return Object.keys(own).length === 0 ? accepted : refused('failed_for_some_users', { failed_user_ids: own });
    });
    const others = people.filter((id) => id !== first && id !== third);
    const code: Record<string, string> = { [first]: 'user_is_restricted', [third]: 'failed_for_some_users' };
    expect([end.groups, end.list]).toEqual([
      [people, [first], [third], others],
      people.map((id) => (id in code ? [id, 'failed', code[id]] : [id, 'queued', null])),
    ]);
  });

  it('queues the people it named once they are accepted alone', async () => {
    const end = await reset(people, (group) =>
      group.length > 1 && group.includes(first)
        ? refused('failed_for_some_users', { failed_user_ids: { [first]: 'user_not_found' } })
        : accepted,
    );
    expect([end.groups, end.list]).toEqual([[people, [first], people.slice(1)], all(people, 'queued', null)]);
  });

  it('without names is split, and nobody is queued before an accepted call', async () => {
    const end = await reset(people, (group) => (group.includes(third) ? refused('failed_for_some_users') : accepted));
    expect(end.list).toEqual(
      people.map((id) => (id === third ? [id, 'failed', 'failed_for_some_users'] : [id, 'queued', null])),
    );
  });

  it('without names leaves people unknown if the run is cancelled before they are separated', async () => {
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

  it('leaves its people unknown also after a code that speaks of the moment', async () => {
    const people = userIds(2);
    const end = await reset(people, () => refused('service_unavailable'));
    expect([end.stop, end.list]).toEqual([undefined, all(people, 'unknown', 'service_unavailable')]);
  });

  it('leaves its people not attempted when Slack cannot have been reached', async () => {
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

  it('gives way to a clear refusal alone that comes later', async () => {
    const people = userIds(3);
    const [bad = '' as UserId] = people;
    const within = await reset(people.slice(0, 1), (_group, call) =>
      call === 1 ? unclear : refused('user_not_found'),
    );
    expect(within.list).toEqual([[bad, 'failed', 'user_not_found']]);
    const after = await reset(people, (group, call) => {
      if (call === 1) return unclear;
      return group.includes(bad) ? refused(call === 2 ? 'failed_for_some_users' : 'cannot_reset_bot') : accepted;
    });
    expect(after.list).toEqual([[bad, 'failed', 'cannot_reset_bot'], ...all(people.slice(1), 'queued', null)]);
  });

  it('leaves its people unknown when the time limit ends the search after an unnamed partial failure', async () => {
    const people = userIds(4);
    const end = await reset(people, () => refused('failed_for_some_users'), { budgetMs: 50 });
    expect(end.list).toEqual(all(people, 'unknown', 'failed_for_some_users'));
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
  it('leaves people not yet separated not attempted, and keeps what was settled', async () => {
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

describe('the log', () => {
  const people = userIds(5);
  const [first = '' as UserId] = people;
  const said = async (...args: Parameters<typeof reset>): Promise<readonly string[]> => (await reset(...args)).lines;

  it('has a line for every call', async () => {
    expect(await said(userIds(2001), () => accepted)).toEqual([
      'Call 1, 1000 people: queued by Slack (request r)',
      'Call 2, 1000 people: queued by Slack (request r)',
      'Call 3, 1 person: queued by Slack (request r)',
    ]);
  });

  it('says when a search begins', async () => {
    const lines = await said(people, (group) => (group.includes(first) ? refused('user_not_found') : accepted));
    expect(lines).toEqual([
      'Call 1, 5 people: refused by Slack with user_not_found, searching for the people refused',
      'Call 2, 1 person: refused by Slack with user_not_found',
      'Call 3, 1 person: queued by Slack (request r)',
      'Call 4, 3 people: queued by Slack (request r)',
    ]);
  });

  it('does not speak of a search when the answer names people, or when the run stops', async () => {
    const named = { ...refused('user_not_found', { failed_user_ids: [first] }), requestId: 'q' };
    const lines = await said(people, (group) => (group.includes(first) ? named : accepted));
    expect(lines[0]).toBe('Call 1, 5 people: refused by Slack with user_not_found, 1 named (request q)');
    expect(await said(people, () => refused('not_an_admin'))).toEqual([
      'Call 1, 5 people: refused by Slack with not_an_admin',
    ]);
  });

  it.each<[string, Answer, object, string]>([
    ['no clear answer', () => unclear, { maxRetries: 0 }, 'given up after http_500'],
    ['no connection', () => ({ kind: 'unreachable', detail: 'x' }), { maxRetries: 0 }, 'given up after unreachable'],
    ['a cancellation', () => unclear, { cancelAt: 1 }, 'stopped because the run was cancelled'],
    ['the end of time', () => unclear, { budgetMs: 1000 }, 'stopped by the time limit'],
  ])('says why a call ended: %s', async (_name, answer, settings, end) => {
    expect((await said(people, answer, settings)).at(-1)).toBe(`Call 1, 5 people: ${end}`);
  });

  it('lists the IDs of a call, folded', async () => {
    const many = userIds(25);
    const end = await reset(many, () => accepted);
    expect(end.folded).toEqual([
      { title: 'Call 1, 25 people: the IDs', lines: [many.slice(0, 20).join(' '), many.slice(20).join(' ')] },
    ]);
  });

  it('says how far a search is every 30 s', async () => {
    const refusedIds = new Set(userIds(1000).filter((_id, place) => place % 3 === 0));
    const end = await reset(userIds(1000), (group) =>
      group.some((id) => refusedIds.has(id)) ? refused('user_not_found') : accepted,
    );
    const progress = end.lines.filter((line) => line.startsWith('Progress'));
    expect(progress.length).toBe(Math.floor((end.groups.length * 100) / 30_000));
    expect(progress[0]).toMatch(/^Progress: \d+ of 1000 people settled, \d+ refused, 30 of 3600 s used$/);
  });

  it('is empty when nobody is to be sent', async () => {
    const end = await reset([], () => accepted);
    expect([end.lines, end.folded, end.calls, end.stop]).toEqual([[], [], 0, undefined]);
  });
});

it('after a stop nothing more is sent, and everybody left has its reason', async () => {
  const people = userIds(2500);
  const end = await reset(people, (_group, call) => (call === 2 ? refused('token_revoked') : accepted));
  expect(end.calls).toBe(2);
  expect(end.list).toEqual(
    people.map((id, at) => (at < 1000 ? [id, 'queued', null] : [id, 'not-attempted', 'token_revoked'])),
  );
});
