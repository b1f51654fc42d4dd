import { describe, expect, it } from '@jest/globals';
import { Ledger, UNTOUCHED } from '../../src/reset/ledger.ts';
import type { CallResult } from '../../src/slack/call.ts';
import { accepted, userIds } from '../support/reset-stand.ts';

const people = userIds(3);
const [a, b] = [people.slice(0, 1), people.slice(1, 2)];

function call(extra: Partial<CallResult> = {}): CallResult {
  return { end: { kind: 'interrupted', by: 'cancelled' }, calls: 1, atMs: 5, requestId: 'r1', ...extra };
}

function standing(ledger: Ledger, reason = 'cancelled') {
  return [...ledger.close(reason).values()].map(({ status, error, calls, requestId, atMs }) => [
    status,
    error,
    calls,
    requestId,
    atMs,
  ]);
}

describe('the ledger', () => {
  it('gives everybody one standing, also those whom no call named', () => {
    const ledger = new Ledger(people);
    ledger.note(a, call());
    ledger.settle(a, 'queued', null);
    ledger.note(b, call({ possibleEffect: 'timeout', calls: 3 }));
    expect(standing(ledger, 'token_revoked')).toEqual([
      ['queued', null, 1, 'r1', 5],
      ['unknown', 'timeout', 3, 'r1', 5],
      ['not-attempted', 'token_revoked', 0, null, null],
    ]);
  });

  it('keeps unknown what may have happened, through later calls that had no effect', () => {
    const ledger = new Ledger(a);
    ledger.note(a, call({ possibleEffect: 'http_500', requestId: 'r1' }));
    ledger.note(a, call({ atMs: 9, requestId: 'r2' }));
    ledger.giveUp(a, 'token_revoked');
    expect(standing(ledger)).toEqual([['unknown', 'http_500', 2, 'r2', 9]]);
  });

  it('takes an acceptance for the last word', () => {
    const ledger = new Ledger(a);
    ledger.note(a, call({ possibleEffect: 'http_500' }));
    expect(ledger.hasQueued).toBe(false);
    ledger.note(a, call({ end: { kind: 'accepted', reply: { ...accepted, kind: 'accepted', body: {}, scopes: [] } } }));
    ledger.settle(a, 'queued', null);
    expect([ledger.hasQueued, standing(ledger)]).toEqual([true, [['queued', null, 2, 'r1', 5]]]);
  });

  it('keeps request and time of the last call that was made', () => {
    const ledger = new Ledger(a);
    ledger.note(a, call({ atMs: 5 }));
    const { requestId: _none, ...unsent } = call({ calls: 0, atMs: 99 });
    ledger.note(a, unsent);
    expect(standing(ledger, 'time_limit')).toEqual([['not-attempted', 'time_limit', 1, 'r1', 5]]);
  });

  it('counts somebody whom no call has named as untouched', () => {
    expect([...new Ledger(a).close('x').values()]).toEqual([{ ...UNTOUCHED, error: 'x' }]);
  });
});
