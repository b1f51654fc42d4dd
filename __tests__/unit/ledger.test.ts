import { describe, expect, it } from '@jest/globals';
import { type Email, parseEmail } from '../../src/people/email.ts';
import type { Mention } from '../../src/people/mention.ts';
import { makePlan } from '../../src/people/plan.ts';
import type { UserId } from '../../src/people/user-id.ts';
import { Ledger } from '../../src/reset/ledger.ts';
import { toResults } from '../../src/reset/results.ts';
import { ledgerOf, userIds } from '../support/reset-stand.ts';

const people = userIds(3);
const [A = '' as UserId, B = '' as UserId] = people;
const NOW = Date.UTC(2026, 10, 30);

function call(extra: Partial<Parameters<Ledger['record']>[1]> = {}): Parameters<Ledger['record']>[1] {
  return { calls: 1, atMs: 5, requestId: 'r1', possibleEffect: undefined, ...extra };
}

function rows(ledger: Ledger) {
  return toResults(ledger, { ignoredCodes: new Set(), verify: false, dryRun: false }).map(
    ({ person, status, error, calls, requestId, atMs }) => [person.userId, status, error, calls, requestId, atMs],
  );
}

function address(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.email;
}

function ledgerFor(mentions: readonly Mention[], ...protectedIds: UserId[]): Ledger {
  const settings = { nowMs: NOW, protectedUserIds: new Set(protectedIds) };
  return new Ledger(makePlan(mentions, settings), settings);
}

describe('the ledger', () => {
  it('gives everybody one result, including people that no call named', () => {
    const ledger = ledgerOf(people);
    ledger.record([A], call());
    ledger.queue([A], 0);
    ledger.record([B], call({ possibleEffect: 'timeout', calls: 3 }));
    ledger.stop = { error: 'token_revoked' };
    expect(rows(ledger)).toEqual([
      [A, 'queued', null, 1, 'r1', 5],
      [B, 'unknown', 'timeout', 3, 'r1', 5],
      [people[2], 'not-attempted', 'token_revoked', 0, null, null],
    ]);
  });

  it('gives what is known in the middle of a call', () => {
    const ledger = ledgerOf(people);
    ledger.record([A], call());
    ledger.queue([A], 0);
    ledger.sending([B]);
    ledger.stop = { error: 'cancelled' };
    expect(rows(ledger).map(([, ...rest]) => rest.slice(0, 2))).toEqual([
      ['queued', null],
      ['unknown', 'connection_lost'],
      ['not-attempted', 'cancelled'],
    ]);
  });

  it('gives what is known after a bug in this Action', () => {
    const ledger = ledgerOf(people);
    ledger.record([A], call());
    ledger.queue([A], 0);
    ledger.sending([B]);
    expect(rows(ledger).map(([, status, error]) => [status, error])).toEqual([
      ['queued', null],
      ['unknown', 'unexpected_error'],
      ['not-attempted', 'unexpected_error'],
    ]);
  });

  it('keeps unknown what may have happened, through later calls that had no effect', () => {
    const ledger = ledgerOf([A]);
    ledger.record([A], call({ possibleEffect: 'http_500' }));
    ledger.record([A], call({ atMs: 9, requestId: 'r2' }));
    ledger.giveUp(ledger.open(), 'token_revoked');
    expect(rows(ledger)).toEqual([[A, 'unknown', 'http_500', 2, 'r2', 9]]);
  });

  it('takes an acceptance for the last word', () => {
    const ledger = ledgerOf([A]);
    ledger.record([A], call({ possibleEffect: 'http_500' }));
    expect(ledger.hasQueued).toBe(false);
    ledger.record([A], call());
    ledger.queue([A], 42);
    expect([ledger.hasQueued, ledger.lastQueuedMs, rows(ledger)]).toEqual([
      true,
      42,
      [[A, 'queued', null, 2, 'r1', 5]],
    ]);
  });

  it('keeps the request of the acceptance, whatever is asked about the person later', () => {
    const ledger = ledgerOf([A]);
    ledger.record([A], call({ requestId: 'the-reset' }));
    ledger.queue([A], 0);
    ledger.record([A], call({ requestId: 'a-listing', atMs: 99 }));
    expect(rows(ledger)).toEqual([[A, 'queued', null, 2, 'the-reset', 5]]);
  });

  it('keeps request and time of the last call that was made', () => {
    const ledger = ledgerOf([A]);
    ledger.record([A], call({ atMs: 5 }));
    ledger.record([A], call({ calls: 0, atMs: 99, requestId: undefined }));
    ledger.giveUp(ledger.open(), 'time_limit');
    expect(rows(ledger)).toEqual([[A, 'not-attempted', 'time_limit', 1, 'r1', 5]]);
  });

  it('ignores a call for people it does not know', () => {
    const ledger = ledgerOf([A]);
    ledger.record(['W0STRANGER'], call());
    ledger.queue(['W0STRANGER' as UserId], 0);
    ledger.settle([undefined], 'failed', 'x');
    expect([ledger.hasQueued, ledger.open().length]).toEqual([false, 1]);
  });
});

describe('two IDs of one person', () => {
  const LOCAL = 'U0LOCAL01' as UserId;
  const GLOBAL = 'W0GLOBAL1' as UserId;
  const JO = address('jo@example.com');

  it('are one person, with the Enterprise ID, the first source and the earliest date', () => {
    const ledger = ledgerFor([
      { userId: LOCAL, source: 'r.yml:1', effectiveMs: NOW + 1 },
      { userId: A, source: 'r.yml:2' },
      { userId: GLOBAL, source: 'r.yml:3', ticket: 'HR-1' },
    ]);
    const first = ledger.get(LOCAL);
    expect(first?.person.hold).toBe('not_due');
    const merged = first === undefined ? [] : ledger.identify(first, [GLOBAL, LOCAL]);
    expect(merged.map(({ person }) => person.source)).toEqual(['r.yml:3']);
    expect(ledger.entries.map(({ userId, person }) => [userId, person.source, person.ticket, person.hold])).toEqual([
      [GLOBAL, 'r.yml:1', 'HR-1', undefined],
      [A, 'r.yml:2', undefined, undefined],
    ]);
    expect([ledger.get(LOCAL), ledger.get(GLOBAL)]).toEqual([first, first]);
  });

  it.each([[LOCAL], [GLOBAL]])('are both protected when %s is', (protectedId) => {
    const ledger = ledgerFor([{ email: JO, source: 'emails[0]' }], protectedId);
    const [entry] = ledger.entries;
    if (entry !== undefined) ledger.identify(entry, [GLOBAL, LOCAL]);
    expect([rows(ledger)[0]?.slice(0, 3), ledger.open()]).toEqual([[GLOBAL, 'skipped', 'protected_user'], []]);
  });

  it('show what happened, where the protected one turns out only after the reset', () => {
    const ledger = ledgerFor([{ userId: LOCAL, source: 'user-ids[0]' }], GLOBAL);
    ledger.record([LOCAL], call());
    ledger.queue([LOCAL], 0);
    const entry = ledger.get(LOCAL);
    if (entry !== undefined) ledger.identify(entry, [GLOBAL, LOCAL]);
    expect(rows(ledger)[0]?.[1]).toBe('queued');
  });

  it('keep the calls of both, and the end that one of them has come to', () => {
    const ledger = ledgerFor([
      { email: JO, source: 'emails[0]' },
      { userId: LOCAL, source: 'user-ids[0]' },
    ]);
    ledger.record(['jo@example.com'], call());
    ledger.record([LOCAL], call({ calls: 2, requestId: 'r2', atMs: 7 }));
    ledger.queue([LOCAL], 0);
    const [entry] = ledger.entries;
    if (entry !== undefined) ledger.identify(entry, [LOCAL]);
    expect(rows(ledger)).toEqual([[LOCAL, 'queued', null, 3, 'r2', 7]]);
  });
});
