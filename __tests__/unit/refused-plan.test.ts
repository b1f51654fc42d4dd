import { expect, it } from '@jest/globals';
import { toResults } from '../../src/reset/results.ts';
import { ledgerOf, userIds } from '../support/reset-stand.ts';

it.each(['max_users', 'earlier_roster'])('nobody is planned in a plan that is refused with %s', (code) => {
  const ledger = ledgerOf(userIds(2));
  ledger.settle(ledger.open(), 'not-attempted', code);
  const results = toResults(ledger, { ignoredCodes: new Set(), verify: false, dryRun: true });
  expect(results.map(({ status, error, fails }) => [status, error, fails])).toEqual([
    ['not-attempted', code, true],
    ['not-attempted', code, true],
  ]);
});
