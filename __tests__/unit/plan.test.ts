import { describe, expect, it } from '@jest/globals';
import { parseEmail } from '../../src/people/email.ts';
import type { Mention } from '../../src/people/mention.ts';
import { describeProtection, makePlan } from '../../src/people/plan.ts';
import { userIds } from '../support/reset-stand.ts';

const [A, B, C] = userIds(3);
const NOW = Date.UTC(2026, 10, 22);
const PAST = NOW - 1;
const FUTURE = NOW + 1;

function email(text: string) {
  const parsed = parseEmail(text);
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  return parsed.email;
}

function mention(userId: typeof A, source: string, effectiveMs?: number, ticket?: string): Mention {
  return {
    ...(userId === undefined ? {} : { userId }),
    source,
    ...(effectiveMs === undefined ? {} : { effectiveMs }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}

function plan(mentions: readonly Mention[], ...protectedIds: (typeof A)[]) {
  return makePlan(mentions, { nowMs: NOW, protectedUserIds: new Set(protectedIds.flatMap((id) => id ?? [])) });
}

/** Who, where from, when, why not, which ticket. */
function rows(mentions: readonly Mention[], ...protectedIds: (typeof A)[]) {
  return plan(mentions, ...protectedIds).people.map(({ userId, source, effectiveMs, hold, ticket }) => [
    userId,
    source,
    effectiveMs,
    hold,
    ticket,
  ]);
}

describe('makePlan', () => {
  it.each<[string, Mention[], unknown[][]]>([
    [
      'keeps the order asked',
      [mention(C, 'user-ids[0]'), mention(A, 'r.yml:1')],
      [
        [C, 'user-ids[0]', undefined, undefined, undefined],
        [A, 'r.yml:1', undefined, undefined, undefined],
      ],
    ],
    ['knows who is due: past', [mention(A, 'r.yml:1', PAST)], [[A, 'r.yml:1', PAST, undefined, undefined]]],
    ['knows who is due: now', [mention(A, 'r.yml:1', NOW)], [[A, 'r.yml:1', NOW, undefined, undefined]]],
    ['knows who is not due', [mention(A, 'r.yml:1', FUTURE)], [[A, 'r.yml:1', FUTURE, 'not_due', undefined]]],
    [
      'is due as soon as one mention is, the first',
      [mention(A, 'r.yml:1', PAST), mention(A, 'r.yml:2', FUTURE)],
      [[A, 'r.yml:1', PAST, undefined, undefined]],
    ],
    [
      'is due as soon as one mention is, the last',
      [mention(A, 'r.yml:1', FUTURE), mention(A, 'r.yml:2', PAST)],
      [[A, 'r.yml:1', PAST, undefined, undefined]],
    ],
    [
      'is due at once when one mention has no date',
      [mention(A, 'r.yml:1', FUTURE), mention(A, 'user-ids[0]')],
      [[A, 'r.yml:1', undefined, undefined, undefined]],
    ],
    [
      'takes the first ticket there is',
      [mention(A, 'r.yml:1'), mention(A, 'r.yml:2', PAST, 'HR-2'), mention(A, 'r.yml:3', PAST, 'HR-3')],
      [[A, 'r.yml:1', undefined, undefined, 'HR-2']],
    ],
    ['is empty for nobody', [], []],
  ])('%s', (_name, mentions, expected) => {
    expect(rows(mentions)).toEqual(expected);
  });

  it('holds back the protected, and sends everybody else', () => {
    const made = plan([mention(A, 'user-ids[0]'), mention(B, 'user-ids[1]'), mention(C, 'r.yml:1', FUTURE)], B, C);
    expect([made.people.map(({ hold }) => hold), made.due.map(({ userId }) => userId)]).toEqual([
      [undefined, 'protected_user', 'not_due'],
      [A],
    ]);
  });

  it('warns of the same person in two entries of rosters, and of no other repetition', () => {
    const twice = [
      mention(A, 'a.yml:1'),
      mention(A, 'b:c.yml:17'),
      mention(B, 'user-ids[0]'),
      mention(B, 'a.yml:2'),
      mention(B, 'user-ids[1]'),
      mention(C, 'a.yml:3'),
      mention(C, 'user-ids[2]'),
    ];
    expect(plan(twice).warnings).toEqual([
      { message: 'b:c.yml:17: the same person as in a.yml:1', file: 'b:c.yml', line: 17 },
    ]);
  });

  it('knows the same e-mail address whatever its case', () => {
    const [first, second] = [email('Jo@Example.com'), email('jo@example.COM')];
    expect(
      plan([
        { email: first, source: 'emails[0]' },
        { email: second, source: 'emails[1]' },
      ]).people,
    ).toEqual([{ email: first, source: 'emails[0]' }]);
  });

  it('takes different addresses for different people', () => {
    const mentions = ['jo@example.com', 'sam@example.com'].map((text, index) => {
      return { email: email(text), source: `emails[${index}]` };
    });
    expect(plan(mentions).people).toEqual(mentions);
  });
});

it.each([
  [0, false, '0 user IDs protected.'],
  [0, true, '0 user IDs protected.'],
  [1, true, '1 user ID protected.'],
  [2, false, '2 user IDs protected; without "check-accounts", an ID given directly is compared as it is.'],
])('the log says how many IDs are protected: %j, %j', (count, knowsBothIds, words) => {
  expect(describeProtection(count, knowsBothIds)).toBe(words);
});
