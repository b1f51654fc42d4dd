import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../../src/people/user-id.ts';
import { toResults } from '../../src/reset/results.ts';
import { ledgerOf, userIds } from '../support/reset-stand.ts';

const [LOCAL = '' as UserId, GLOBAL = '' as UserId] = userIds(2);
const CALL = { calls: 1, atMs: 5, requestId: 'r1', possibleEffect: undefined };
const seen = (...sessionIds: string[]) => ({ sessionIds, requestId: null, atMs: 1, isComplete: true });

/** Two entries whose resets were accepted, before they turn out to be one person. */
function bothQueued() {
  const ledger = ledgerOf([LOCAL, GLOBAL]);
  ledger.record([LOCAL, GLOBAL], CALL);
  ledger.queue([LOCAL, GLOBAL], 0);
  const [local, global] = ledger.entries;
  if (local === undefined || global === undefined) throw new Error('no entries');
  return { ledger, local, global };
}

describe('two entries that turn out to be one person', () => {
  it('were found signed in where either was', () => {
    const { ledger, local, global } = bothQueued();
    global.foundSignedIn = true;
    ledger.identify(local, [GLOBAL, LOCAL]);
    const results = toResults(ledger, { ignoredCodes: new Set(), verify: false, dryRun: false });
    expect(results.map(({ error, fails }) => [error, fails])).toEqual([['found_signed_in', true]]);
  });

  it.each([
    [undefined, seen('1'), { ...seen('1'), isComplete: false }],
    [undefined, seen(), undefined],
    [seen(), seen('1'), seen('1')],
    [seen('1'), seen(), seen('1')],
    [seen('1'), seen('2'), seen('1', '2')],
    [seen('1'), undefined, { ...seen('1'), isComplete: false }],
  ])('have the sessions from before of both: %j and %j', (first, second, expected) => {
    const { ledger, local, global } = bothQueued();
    local.before = first;
    global.before = second;
    ledger.identify(local, [GLOBAL, LOCAL]);
    expect(ledger.entries.map(({ before }) => before)).toEqual([expected]);
  });

  it('are not verified by what one of them showed alone', () => {
    const { ledger, local, global } = bothQueued();
    for (const entry of [local, global]) {
      entry.verification = {
        ...{ kind: 'gone', error: null, seen: seen(), looks: 2, emptyLooks: 2, hasSeenNone: true, newOnlyLooks: 0 },
      };
    }
    ledger.identify(local, [GLOBAL, LOCAL]);
    ledger.verifyProblem = 'time_limit';
    const results = toResults(ledger, { ignoredCodes: new Set(), verify: true, dryRun: false });
    expect(results.map(({ status, error }) => [status, error])).toEqual([['queued', 'time_limit']]);
  });
});
