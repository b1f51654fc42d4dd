import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/people/plan.ts';
import {
  needsAttention,
  outcomeOf,
  type PersonResult,
  planResults,
  STATUSES,
  type Status,
  sameResults,
  tallyOf,
  toPersonResults,
  whoNeedAttention,
} from '../../src/reset/results.ts';
import { userIds } from '../support/reset-stand.ts';

function outcome([status, error]: [Status, string | null]): PersonResult {
  return { person: { source: 'user-ids[0]' }, status, error, calls: 0, requestId: null, atMs: null };
}

const QUEUED: [Status, string | null] = ['queued', null];
const FAILED: [Status, string | null] = ['failed', 'user_not_found'];
const IGNORED: [Status, string | null] = ['ignored', 'user_not_found'];
const NOT_DUE: [Status, string | null] = ['skipped', 'not_due'];
const PROTECTED: [Status, string | null] = ['skipped', 'protected_user'];
const PLANNED: [Status, string | null] = ['planned', null];

describe('outcomeOf', () => {
  it.each<[string, [Status, string | null][]]>([
    ['nothing-to-do', []],
    ['nothing-to-do', [NOT_DUE, NOT_DUE]],
    ['success', [QUEUED]],
    ['success', [QUEUED, NOT_DUE, IGNORED, ['verified', null]]],
    ['success', [IGNORED]],
    ['partial', [QUEUED, FAILED]],
    ['partial', [QUEUED, PROTECTED]],
    ['partial', [QUEUED, ['unknown', 'timeout']]],
    ['partial', [QUEUED, ['not-attempted', 'cancelled']]],
    [
      'partial',
      [
        ['verified', null],
        ['still-active', 'sessions_left'],
      ],
    ],
    ['failure', [FAILED]],
    ['failure', [PROTECTED, NOT_DUE]],
    [
      'failure',
      [
        ['unknown', 'timeout'],
        ['not-attempted', 'cancelled'],
      ],
    ],
    ['failure', [['still-active', 'sessions_left']]],
    ['planned', [PLANNED, NOT_DUE]],
    ['planned', [PLANNED, PROTECTED]],
  ])('is %s for %j', (verdict, outcomes) => {
    expect(outcomeOf(outcomes.map(outcome))).toBe(verdict);
  });
});

it('only what is good or not due needs no hand', () => {
  const failing = STATUSES.filter((status) => needsAttention({ status, error: 'x' }));
  expect([failing, needsAttention({ status: 'skipped', error: 'not_due' })]).toEqual([
    ['still-active', 'failed', 'unknown', 'not-attempted', 'skipped'],
    false,
  ]);
});

it('the tally counts every outcome once', () => {
  const outcomes = [QUEUED, QUEUED, FAILED, NOT_DUE, PROTECTED, IGNORED].map(outcome);
  const none = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  expect(tallyOf(outcomes)).toEqual({
    ...none,
    queued: 2,
    failed: 1,
    skipped: 2,
    ignored: 1,
    people: 6,
    needsAttention: 2,
  });
});

it('those who need a hand come in the order of urgency, and among themselves as asked', () => {
  const outcomes = [
    ['skipped', 'protected_user'],
    ['not-attempted', 'cancelled'],
    ['failed', 'user_not_found'],
    ['queued', null],
    ['failed', 'cannot_reset_bot'],
    ['skipped', 'not_due'],
    ['still-active', 'sessions_left'],
    ['unknown', 'timeout'],
  ] as const;
  expect(
    whoNeedAttention(outcomes.map(([status, error]) => outcome([status, error]))).map(({ error }) => error),
  ).toEqual(['sessions_left', 'user_not_found', 'cannot_reset_bot', 'timeout', 'cancelled', 'protected_user']);
});

describe('the outcome of everybody in a plan', () => {
  const [jo, sam] = userIds(2);
  if (jo === undefined || sam === undefined) throw new Error('These are people');
  const people = [
    { userId: jo, source: 'r.yml:1' },
    { userId: sam, source: 'r.yml:2', hold: 'protected_user' as const },
    { source: 'r.yml:3', hold: 'not_due' as const },
  ];
  const plan: Plan = { people, due: people.slice(0, 1), warnings: [] };
  const never = { calls: 0, requestId: null, atMs: null };
  const held = [
    { person: people[1], status: 'skipped', error: 'protected_user', ...never },
    { person: people[2], status: 'skipped', error: 'not_due', ...never },
  ];
  const standing = { status: 'failed', error: 'user_not_found', calls: 2, requestId: 'r', atMs: 7 } as const;

  it('of a dry run is planned, or skipped', () => {
    expect(planResults(plan)).toEqual([{ person: people[0], status: 'planned', error: null, ...never }, ...held]);
  });

  it('is the same for all who were to be sent when nobody was', () => {
    const same = { status: 'not-attempted', error: 'max_users' } as const;
    expect(sameResults(plan, same)).toEqual([{ person: people[0], ...same, ...never }, ...held]);
  });

  it.each<[string, string[], object]>([
    ['failed', [], standing],
    ['failed with a code that others may have', ['cannot_reset_bot'], standing],
    ['ignored', ['user_not_found'], { ...standing, status: 'ignored' }],
  ])('after a reset is what came of it: %s', (_name, ignored, expected) => {
    const outcomes = toPersonResults({ plan, standings: new Map([[jo, standing]]) }, new Set(ignored));
    expect(outcomes).toEqual([{ person: people[0], ...expected }, ...held]);
  });

  it('is never ignored when it did not fail', () => {
    const unknown = { ...standing, status: 'unknown' } as const;
    const outcomes = toPersonResults({ plan, standings: new Map([[jo, unknown]]) }, new Set(['user_not_found']));
    expect(outcomes[0]?.status).toBe('unknown');
  });

  it('is untouched when nothing is known of a person', () => {
    const [first] = toPersonResults({ plan, standings: new Map() }, new Set());
    expect(first).toEqual({ person: people[0], status: 'not-attempted', error: null, ...never });
  });

  it('holds the evidence that there is', () => {
    const evidence = { sessionsBefore: ['1'], sessionsAfter: [], queuedAtMs: 1, queuedRequestId: 'r', verifiedAtMs: 2 };
    const verified = { ...standing, status: 'verified', error: null } as const;
    const outcomes = toPersonResults(
      { plan, standings: new Map([[jo, verified]]), evidence: new Map([[jo, evidence]]) },
      new Set(),
    );
    expect(outcomes.map((each) => each.evidence)).toEqual([evidence, undefined, undefined]);
  });
});
