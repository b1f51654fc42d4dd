import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import type { Entry } from '../../src/reset/entry.ts';
import type { Ledger } from '../../src/reset/ledger.ts';
import {
  outcomeOf,
  type PersonResult,
  type ResultOptions,
  STATUSES,
  type Status,
  tallyOf,
  toResults,
  whoNeedAttention,
} from '../../src/reset/results.ts';
import { ledgerOf, userIds } from '../support/reset-stand.ts';

const [JO = '' as UserId] = userIds(1);
const OPTIONS: ResultOptions = { ignoredCodes: new Set(), verify: false, dryRun: false };
const SEEN = { sessionIds: [], requestId: 'look', atMs: 9 };

/** Jo's result in a ledger of nobody else. */
function resultOf(change: (entry: Entry, ledger: Ledger) => void, options: Partial<ResultOptions> = {}): PersonResult {
  const ledger = ledgerOf([JO]);
  const entry = ledger.get(JO);
  if (entry === undefined) throw new Error('Jo is in the ledger');
  change(entry, ledger);
  const [result] = toResults(ledger, { ...OPTIONS, ...options });
  if (result === undefined) throw new Error('Jo has a result');
  return result;
}

const short = ({ status, error, fails }: PersonResult) => [status, error, fails];
const queued = (entry: Entry): void => {
  entry.end = { status: 'queued', error: null };
  entry.queued = { userId: JO, requestId: 'r', atMs: 5 };
};
const verifiedAs = (kind: 'gone' | 'not-yet' | 'left', error: 'sessions_left' | 'signed_in_again' | null = null) => {
  return (entry: Entry): void => {
    queued(entry);
    entry.verification = { kind, error, seen: SEEN, looks: 2, emptyLooks: 2, hasSeenNone: true, newOnlyLooks: 0 };
  };
};
const found =
  (then: (entry: Entry, ledger: Ledger) => void) =>
  (entry: Entry, ledger: Ledger): void => {
    then(entry, ledger);
    entry.foundSignedIn = true;
  };
const settled = (status: 'failed' | 'signed-out' | 'unknown' | 'not-attempted', error: string) => (entry: Entry) => {
  entry.end = { status, error };
};

describe('the result of a person', () => {
  it.each<[string, (entry: Entry, ledger: Ledger) => void, boolean, readonly unknown[]]>([
    ['queued', queued, false, ['queued', null, false]],
    ['verified', verifiedAs('gone'), true, ['verified', null, false]],
    ['sessions left', verifiedAs('left', 'sessions_left'), true, ['still-active', 'sessions_left', true]],
    ['signed in again', verifiedAs('left', 'signed_in_again'), true, ['still-active', 'signed_in_again', true]],
    [
      'one look of two',
      (entry, ledger) => {
        verifiedAs('not-yet')(entry);
        ledger.verifyProblem = 'time_limit';
      },
      true,
      ['queued', 'time_limit', true],
    ],
    [
      'never listed',
      (entry) => {
        queued(entry);
        entry.unverified = 'never_listed';
      },
      true,
      ['queued', 'never_listed', true],
    ],
    [
      'the token without the scope',
      (entry, ledger) => {
        queued(entry);
        ledger.verifyProblem = 'missing_scope';
      },
      true,
      ['queued', 'missing_scope', true],
    ],
    [
      'the run stopped before the looks',
      (entry, ledger) => {
        queued(entry);
        ledger.stop = { error: 'token_revoked' };
      },
      true,
      ['queued', 'token_revoked', true],
    ],
    ['a bug before the looks', queued, true, ['queued', 'unexpected_error', true]],
    ['no session', settled('signed-out', 'no_session'), true, ['signed-out', 'no_session', false]],
    ['deactivated', settled('signed-out', 'deactivated'), false, ['signed-out', 'deactivated', false]],
    ['refused', settled('failed', 'user_not_found'), false, ['failed', 'user_not_found', true]],
    ['unknown', settled('unknown', 'timeout'), false, ['unknown', 'timeout', true]],
    ['not attempted', settled('not-attempted', 'time_limit'), false, ['not-attempted', 'time_limit', true]],
  ])('is, after %s', (_name, change, verify, expected) => {
    expect(short(resultOf(change, { verify }))).toEqual(expected);
  });

  it.each<[string, (entry: Entry, ledger: Ledger) => void, boolean, readonly [Status, string | null]]>([
    ['queued', queued, false, ['queued', 'found_signed_in']],
    ['verified', verifiedAs('gone'), true, ['verified', 'found_signed_in']],
    ['sessions left', verifiedAs('left', 'sessions_left'), true, ['still-active', 'sessions_left']],
    ['signed in again', verifiedAs('left', 'signed_in_again'), true, ['still-active', 'signed_in_again']],
    ['a refusal', settled('failed', 'user_not_found'), false, ['failed', 'user_not_found']],
    ['no clear answer', settled('unknown', 'timeout'), false, ['unknown', 'timeout']],
    ['nothing sent', settled('not-attempted', 'token_revoked'), false, ['not-attempted', 'token_revoked']],
    ['an account found deactivated', settled('signed-out', 'deactivated'), false, ['signed-out', 'deactivated']],
    [
      'never listed',
      (entry) => {
        queued(entry);
        entry.unverified = 'never_listed';
      },
      true,
      ['queued', 'never_listed'],
    ],
  ])('of a person found signed in says so in a separate field, and fails: %s', (_name, change, verify, ending) => {
    const result = resultOf(found(change), { verify });
    expect([result.status, result.error, result.foundSignedIn, result.fails]).toEqual([...ending, true, true]);
  });

  it.each<[string, (entry: Entry, ledger: Ledger) => void, boolean, boolean]>([
    ['queued', queued, false, false],
    ['verified', verifiedAs('gone'), true, false],
    ['sessions left', verifiedAs('left', 'sessions_left'), true, true],
    ['no clear answer', settled('unknown', 'timeout'), false, true],
    ['nothing sent', settled('not-attempted', 'time_limit'), false, true],
  ])(
    'fails no longer for found_signed_in where that is ignored, and keeps the code: %s',
    (_name, change, verify, fails) => {
      const ignoredCodes = new Set(['found_signed_in']);
      const result = resultOf(found(change), { verify, ignoredCodes });
      expect([result.foundSignedIn, result.fails]).toEqual([true, fails]);
      expect(result.error).toBe(resultOf(found(change), { verify }).error);
    },
  );

  it('is ignored with a code that is to be ignored, and only where Slack refused', () => {
    const ignoredCodes = new Set(['user_not_found']);
    expect(short(resultOf(settled('failed', 'user_not_found'), { ignoredCodes }))).toEqual([
      'ignored',
      'user_not_found',
      false,
    ]);
    expect(short(resultOf(settled('failed', 'cannot_reset_bot'), { ignoredCodes }))[0]).toBe('failed');
    expect(short(resultOf(settled('unknown', 'user_not_found'), { ignoredCodes }))[0]).toBe('unknown');
    // An account that is known to be deactivated comes before the ignored code.
    expect(short(resultOf(settled('signed-out', 'deactivated'), { ignoredCodes }))[0]).toBe('signed-out');
  });

  it('of a dry run is planned, unless there are too many', () => {
    expect(short(resultOf(() => undefined, { dryRun: true }))).toEqual(['planned', null, false]);
    expect(short(resultOf(settled('failed', 'users_not_found'), { dryRun: true }))[0]).toBe('planned');
    expect(short(resultOf(settled('not-attempted', 'max_users'), { dryRun: true }))).toEqual([
      'not-attempted',
      'max_users',
      true,
    ]);
  });

  it('has the request and the moment of the look that decided', () => {
    const { requestId, atMs, evidence } = resultOf(verifiedAs('gone'), { verify: true });
    expect([requestId, atMs]).toEqual(['look', 9]);
    expect(evidence).toEqual({
      sessionsBefore: null,
      lookedAtMs: null,
      lookRequestId: null,
      sessionsAfter: [],
      queuedAtMs: 5,
      queuedRequestId: 'r',
      verifiedAtMs: 9,
      looks: 2,
    });
  });
});

function result(status: Status, error: string | null, more: Partial<PersonResult> = {}): PersonResult {
  const fails = !['planned', 'queued', 'verified', 'signed-out', 'ignored'].includes(status) && error !== 'not_due';
  return {
    ...{ person: { source: 'user-ids[0]' }, status, error, foundSignedIn: false, fails, calls: 0 },
    ...{ requestId: null, atMs: null, account: null },
    ...more,
  };
}

const QUEUED = result('queued', null);
const FAILED = result('failed', 'user_not_found');
const IGNORED = result('ignored', 'user_not_found');
const NOT_DUE = result('skipped', 'not_due');
const PROTECTED = result('skipped', 'protected_user');
const PLANNED = result('planned', null);
const VERIFIED = result('verified', null);
const SIGNED_OUT = result('signed-out', 'no_session');
const UNVERIFIED = result('queued', 'never_listed', { fails: true });
const FOUND = result('verified', 'found_signed_in', { fails: true, foundSignedIn: true });

describe('the outcome', () => {
  it.each<[string, PersonResult[]]>([
    ['nothing-to-do', []],
    ['nothing-to-do', [NOT_DUE, NOT_DUE]],
    ['success', [QUEUED]],
    ['success', [QUEUED, NOT_DUE, IGNORED, VERIFIED, SIGNED_OUT]],
    ['success', [SIGNED_OUT]],
    ['success', [SIGNED_OUT, IGNORED]],
    ['success', [result('verified', 'found_signed_in', { foundSignedIn: true })]],
    ['partial', [IGNORED]],
    ['partial', [IGNORED, IGNORED, NOT_DUE]],
    ['partial', [QUEUED, FAILED]],
    ['partial', [QUEUED, PROTECTED]],
    ['partial', [QUEUED, result('unknown', 'timeout')]],
    ['partial', [QUEUED, result('not-attempted', 'cancelled')]],
    ['partial', [VERIFIED, result('still-active', 'sessions_left')]],
    ['partial', [QUEUED, UNVERIFIED]],
    ['partial', [VERIFIED, FOUND]],
    ['failure', [FAILED]],
    ['failure', [UNVERIFIED, UNVERIFIED]],
    ['failure', [FOUND]],
    ['failure', [PROTECTED, NOT_DUE]],
    ['failure', [result('unknown', 'timeout'), result('not-attempted', 'cancelled')]],
    ['failure', [result('still-active', 'sessions_left')]],
    ['planned', [PLANNED, NOT_DUE]],
    ['planned', [PLANNED, PROTECTED]],
  ])('is %s for %j', (outcome, results) => {
    expect(outcomeOf(results)).toBe(outcome);
  });
});

it('the tally counts every result once', () => {
  const none = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  expect(tallyOf([QUEUED, QUEUED, FAILED, NOT_DUE, PROTECTED, IGNORED, SIGNED_OUT])).toEqual({
    ...none,
    queued: 2,
    failed: 1,
    skipped: 2,
    ignored: 1,
    'signed-out': 1,
    people: 7,
    needsAttention: 2,
  });
});

it('those who need attention come in the order of urgency, and among themselves in input order', () => {
  const order = [
    PROTECTED,
    result('not-attempted', 'cancelled'),
    FAILED,
    QUEUED,
    result('failed', 'cannot_reset_bot'),
    NOT_DUE,
    result('still-active', 'sessions_left'),
    result('unknown', 'timeout'),
    result('still-active', 'signed_in_again'),
    result('unknown', 'http_500', { foundSignedIn: true }),
  ];
  expect(whoNeedAttention(order).map(({ error }) => error)).toEqual([
    'signed_in_again',
    'http_500',
    'sessions_left',
    'timeout',
    'user_not_found',
    'cannot_reset_bot',
    'cancelled',
    'protected_user',
  ]);
});
