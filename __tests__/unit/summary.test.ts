import { describe, expect, it } from '@jest/globals';
import { type RunRecord, startRecord, withResults } from '../../src/report/run-record.ts';
import { renderSummary } from '../../src/report/summary.ts';
import type { PersonResult, Status } from '../../src/reset/results.ts';
import { userIds } from '../support/reset-stand.ts';

const LIMIT = 1024 * 1024;
const START = Date.UTC(2026, 10, 22);

function outcomes(count: number, [status, error]: [Status, string | null], source = 'r.yml:1'): PersonResult[] {
  return userIds(count).map((userId) => ({
    person: { userId, source },
    status,
    error,
    calls: 1,
    requestId: 'f'.repeat(32),
    atMs: START,
  }));
}

function record(people: readonly PersonResult[], extra: Partial<RunRecord> = {}): RunRecord {
  return { ...withResults({ ...startRecord({}, START), apiHost: 'slack.com' }, people), ...extra };
}

const bytes = (text: string) => Buffer.byteLength(text);

describe('the size of the summary', () => {
  const wide = `r/${'ä😀`|'.repeat(40)}.yml:1`;
  const rosters = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      path: `offboarding/${String(index).padStart(5, '0')}/${'ü'.repeat(40)}.yml`,
      sha256: 'a'.repeat(64),
    }));
  const problems = Array.from({ length: 300 }, (_, index) => ({
    message: `"|${'ü'.repeat(900)}`,
    file: '|'.repeat(900),
    line: index + 1,
    column: 1,
  }));
  it.each<[string, RunRecord]>([
    ['100,000 queued', record(outcomes(100_000, ['queued', null], wide))],
    ['100,000 failed', record(outcomes(100_000, ['failed', 'user_not_found'], wide))],
    [
      'half and half',
      record([...outcomes(50_000, ['failed', 'x'], wide), ...outcomes(50_000, ['queued', null], wide)]),
    ],
    ['50,000 planned', record(outcomes(50_000, ['planned', null], wide), { dryRun: true })],
    ['100,000 people of 500 rosters', record(outcomes(100_000, ['queued', null]), { rosters: rosters(500) })],
    ['20,000 rosters', record([], { rosters: rosters(20_000) })],
    ['300 long problems', record([], { problems })],
  ])('stays below 1 MiB in bytes: %s', (_name, run) => {
    expect(bytes(renderSummary(run))).toBeLessThan(LIMIT);
  });

  it('names how many are left out, and leaves out the others before those who need a hand', () => {
    const text = renderSummary(
      record([...outcomes(40_000, ['queued', null]), ...outcomes(5, ['failed', 'user_not_found'])]),
    );
    const rows = (status: string) =>
      text.split('\n').filter((line) => new RegExp(`^\\| \`W\\d+\` \\| ${status} \\|`).test(line)).length;
    expect([rows('failed'), rows('queued') < 40_000]).toEqual([5, true]);
    expect(text).toContain(`and ${40_000 - rows('queued')} more, in the report`);
  });
});

describe('the summary', () => {
  it('says no more than Slack does: queued is not signed out', () => {
    const text = renderSummary(record(outcomes(2, ['queued', null])));
    expect(text).toMatch(/^## ✅ .*\bqueued\b.* 2 people$/m);
    expect(text).toContain('this does not prove that anybody is signed out');
  });

  it.each<[string, RunRecord, RegExp]>([
    ['somebody failed', record(outcomes(1, ['failed', 'user_not_found'])), /^## ❌/],
    ['somebody is protected', record(outcomes(1, ['skipped', 'protected_user'])), /^## ❌/],
    [
      'a fault',
      record(outcomes(1, ['queued', null]), { faults: ['The report could not be written (EIO).'] }),
      /^## ❌/,
    ],
    ['nobody is due', record(outcomes(1, ['skipped', 'not_due'])), /^## 💤/],
    ['a dry run', record(outcomes(1, ['planned', null]), { dryRun: true }), /^## 📝/],
    ['somebody is ignored', record(outcomes(1, ['ignored', 'user_not_found'])), /^## ✅/],
  ])('has the mark of how the run ended: %s', (_name, run, mark) => {
    expect(renderSummary(run)).toMatch(mark);
  });

  it('says what to do about each code once, and who is concerned', () => {
    const text = renderSummary(
      record([...outcomes(2, ['failed', 'cannot_reset_bot']), ...outcomes(1, ['unknown', 'http_502'])]),
    );
    expect(text.match(/^- .*$/gm)).toEqual([
      expect.stringMatching(/^- `cannot_reset_bot` \(2 people\): Take bots/),
      expect.stringMatching(/^- `http_502` \(1 person\): No clear answer came back/),
    ]);
    const [who = '', requests = ''] = text.split('<details>');
    expect([who, requests].map((part) => part.match(/^\| `W.*$/gm)?.length)).toEqual([3, 3]);
    expect(requests).toContain('Request IDs for Slack');
  });

  it('has the most urgent first: those who are still signed in before those nobody could sign out', () => {
    const text = renderSummary(
      record([
        ...outcomes(1, ['skipped', 'protected_user']),
        ...outcomes(2, ['failed', 'cannot_reset_bot']),
        ...outcomes(3, ['failed', 'user_not_found']),
        ...outcomes(1, ['still-active', 'signed_in_again']),
      ]),
    );
    const codes = ['signed_in_again', 'user_not_found', 'cannot_reset_bot', 'protected_user'];
    expect(text.match(/^- `\w+`/gm)).toEqual(codes.map((code) => `- \`${code}\``));
    expect(text.match(/(?<=^\| `W\d+` \| )[\w-]+(?= \|)/gm)).toEqual([
      'still-active',
      ...Array(5).fill('failed'),
      'skipped',
    ]);
  });

  it('says once what stopped the run, with the scopes that Slack asks for, and folds those left behind', () => {
    const refusal = {
      kind: 'refused' as const,
      code: 'missing_scope',
      body: { ok: false, needed: 'admin.users:write', provided: 'users:read' },
      requestId: 'f'.repeat(32),
    };
    const run = record(outcomes(11, ['not-attempted', 'missing_scope']), { stop: { error: 'missing_scope', refusal } });
    const text = renderSummary(run);
    expect(text.match(/^\*\*Stopped by `missing_scope`.*$/m)?.[0]).toMatch(
      /Add the missing scope .* `needed: admin\.users:write` `provided: users:read` `request f{32}`$/,
    );
    expect([text.match(/Add the missing scope/g)?.length, text.match(/f{32}/g)?.length]).toEqual([1, 1]);
    expect(text).toContain('<details><summary>Not attempted: 11 people</summary>');
    expect(text).not.toMatch(/What to do|Who needs a hand/);
  });

  it('shows those who are not due with their date, open in a short plan and folded otherwise', () => {
    const later = (count: number) =>
      outcomes(count, ['skipped', 'not_due']).map((outcome) => ({
        ...outcome,
        person: { ...outcome.person, effectiveMs: Date.UTC(2026, 11, 15, 16) },
      }));
    const texts = [
      renderSummary(record([...outcomes(1, ['planned', null]), ...later(10)], { dryRun: true })),
      renderSummary(record([...outcomes(1, ['planned', null]), ...later(11)], { dryRun: true })),
      renderSummary(record(later(1))),
    ];
    expect(texts.map((text) => /^(###|<details><summary>) ?Not due yet.*$/m.exec(text)?.[0])).toEqual([
      '### Not due yet: 10 people',
      '<details><summary>Not due yet: 11 people</summary>',
      '<details><summary>Not due yet: 1 person</summary>',
    ]);
    expect(texts.map((text) => text.match(/\| 2026-12-15 16:00 UTC \|/g)?.length)).toEqual([10, 11, 1]);
    expect(texts[0]).toMatch(/^## 📝 Plan: 1 person would be signed out of Slack; 10 not due yet$/m);
    expect(texts[0]).not.toContain('| meaning |');
  });

  it('holds nothing from outside that is markup', () => {
    const evil = '<img src=x onerror=y>|@octo-org/team`[a](javascript:b)';
    const people: PersonResult[] = [
      { ...(outcomes(1, ['failed', 'x'], evil)[0] as PersonResult), error: evil, requestId: evil },
    ];
    const texts = [
      renderSummary(
        record(people, { rosters: [{ path: evil, sha256: 'a'.repeat(64) }], apiHost: evil, faults: [evil] }),
      ),
      renderSummary(record([], { problems: [{ message: evil, file: evil, line: 1, column: 1 }], faults: [evil] })),
    ];
    expect(texts.filter((text) => /<img|@octo|\]\(java/.test(text))).toEqual([]);
  });
});
