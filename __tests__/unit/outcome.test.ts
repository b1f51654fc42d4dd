import { describe, expect, it } from '@jest/globals';
import { needsHand, type Outcome, STATUSES, type Status, tallyOf, verdictOf } from '../../src/reset/outcome.ts';

function outcome([status, error]: [Status, string | null]): Outcome {
  return { person: { source: 'user-ids[0]' }, status, error, calls: 0, requestId: null, atMs: null };
}

const QUEUED: [Status, string | null] = ['queued', null];
const FAILED: [Status, string | null] = ['failed', 'user_not_found'];
const IGNORED: [Status, string | null] = ['ignored', 'user_not_found'];
const NOT_DUE: [Status, string | null] = ['skipped', 'not_due'];
const PROTECTED: [Status, string | null] = ['skipped', 'protected_user'];
const PLANNED: [Status, string | null] = ['planned', null];

describe('verdictOf', () => {
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
    expect(verdictOf(outcomes.map(outcome))).toBe(verdict);
  });
});

it('only what is good or not due needs no hand', () => {
  const failing = STATUSES.filter((status) => needsHand({ status, error: 'x' }));
  expect([failing, needsHand({ status: 'skipped', error: 'not_due' })]).toEqual([
    ['still-active', 'failed', 'unknown', 'not-attempted', 'skipped'],
    false,
  ]);
});

it('the tally counts every outcome once', () => {
  const outcomes = [QUEUED, QUEUED, FAILED, NOT_DUE, PROTECTED, IGNORED].map(outcome);
  const none = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  expect(tallyOf(outcomes)).toEqual({ ...none, queued: 2, failed: 1, skipped: 2, ignored: 1, people: 6, needHand: 2 });
});
