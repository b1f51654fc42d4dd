import { describe, expect, it } from '@jest/globals';
import { renderFailure } from '../../src/report/headline.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { renderSummary } from '../../src/report/summary.ts';
import type { PersonResult } from '../../src/reset/results.ts';
import { makeRecord, makeResults, makeUserIds, RUN_COMMIT, RUN_MS, RUN_ROSTER } from '../support/people-results.ts';
import { findForeign } from '../support/rendered.ts';

const LIMIT = 1024 * 1024;
const DAY_MS = 86_400_000;
const ADDED = { 'roster-entries': 'added' };

const bytes = (text: string) => Buffer.byteLength(text);
/** What is read first, without the mark. */
const headline = (record: RunRecord) =>
  renderSummary(record)
    .split('\n')[0]
    ?.replace(/^## \S+ /, '');
const headings = (record: RunRecord) => renderSummary(record).match(/^### .*$/gm) ?? [];
const folded = (record: RunRecord) => renderSummary(record).match(/(?<=<summary>).*(?=<\/summary>)/g) ?? [];
const stoppedBy = (code: string, body: object = {}): Partial<RunRecord> => ({
  stop: { error: code, refusal: { kind: 'refused', code, body: { ok: false, ...body }, requestId: 'e'.repeat(32) } },
});

describe('the size of the summary', () => {
  const wide = { person: { source: `r/${'ä😀`|'.repeat(40)}.yml:1` } };
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
  const codes = makeResults(2000, ['failed', 'x']).map((result, index) => ({ ...result, error: `code_${index}` }));
  const removed = makeUserIds(50_000).map((userId) => ({ userId, source: 'r.yml:1' }));
  const arrivals = rosters(20_000).map(({ path }) => ({ file: path, former: path }));
  it.each<[string, RunRecord]>([
    ['100,000 queued', makeRecord(makeResults(100_000, ['queued', null], wide))],
    ['100,000 failed', makeRecord(makeResults(100_000, ['failed', 'user_not_found'], wide))],
    [
      'half and half',
      makeRecord([...makeResults(50_000, ['failed', 'x'], wide), ...makeResults(50_000, ['queued', null], wide)]),
    ],
    ['50,000 planned', makeRecord(makeResults(50_000, ['planned', null], wide), { dryRun: true })],
    ['2,000 codes', makeRecord(codes)],
    [
      'a large change',
      makeRecord([], { dryRun: true, options: ADDED, change: { added: [], moved: [], removed, arrivals } }),
    ],
    ['100,000 people of 500 rosters', makeRecord(makeResults(100_000, ['queued', null]), { rosters: rosters(500) })],
    ['20,000 rosters', makeRecord([], { rosters: rosters(20_000) })],
    ['300 long problems', makeRecord([], { problems })],
  ])('stays below 1 MiB in bytes, and below 64,000 in a comment: %s', (_name, run) => {
    expect([bytes(renderSummary(run)) < LIMIT, bytes(renderSummary(run, 64_000)) < 64_000]).toEqual([true, true]);
  });

  it('is kept by cutting the folded part, which says so', () => {
    const text = renderSummary(
      makeRecord([...makeResults(40_000, ['queued', null]), ...makeResults(5, ['failed', 'user_not_found'])]),
    );
    const [open = '', rest = ''] = text.split('<details>');
    const rows = (part: string) => part.match(/^\| `W\d+` \|/gm)?.length ?? 0;
    expect([rows(open), rows(rest) < 40_000]).toEqual([5, true]);
    expect(rest).toContain(`and ${40_000 - rows(rest)} more, in the report`);
  });
});

describe('what is read first', () => {
  const waiting = makeResults(3, ['not-attempted', 'token_revoked']);
  it.each<[string, RunRecord]>([
    ['Slack token revoked: nobody was signed out, 3 waiting', makeRecord(waiting, stoppedBy('token_revoked'))],
    [
      'Slack token revoked: reset queued for 2 people, 3 waiting, 1 not due yet',
      makeRecord(
        [...makeResults(2, ['queued', null]), ...waiting, ...makeResults(1, ['skipped', 'not_due'])],
        stoppedBy('token_revoked'),
      ),
    ],
    ['Run cancelled: 2 verified', makeRecord(makeResults(2, ['verified', null]), { stop: { error: 'cancelled' } })],
    [
      'Slack token lacks the scope `admin.users:write`: nobody was signed out, 1 waiting',
      makeRecord(
        makeResults(1, ['not-attempted', 'missing_scope']),
        stoppedBy('missing_scope', { needed: 'admin.users:write' }),
      ),
    ],
    [
      'Time limit reached: no clear answer for 1 person, 2 waiting',
      makeRecord([...makeResults(1, ['unknown', 'timeout']), ...makeResults(2, ['not-attempted', 'time_limit'])], {
        stop: { error: 'time_limit' },
      }),
    ],
    [
      'Slack could not be reached: nobody was signed out, 2 waiting',
      makeRecord(makeResults(2, ['not-attempted', 'unreachable'])),
    ],
    [
      'Slack token lacks a scope: reset queued but not verified for 2 people',
      makeRecord(makeResults(2, ['queued', 'missing_scope'])),
    ],
    [
      'Slack answered `brand_new_code`: nobody was signed out, 1 waiting',
      makeRecord(makeResults(1, ['not-attempted', 'brand_new_code']), stoppedBy('brand_new_code')),
    ],
    [
      'Sign-in is still open for 1 person, 2 people refused; 1 verified',
      makeRecord([
        ...makeResults(1, ['verified', null]),
        ...makeResults(2, ['failed', 'user_not_found']),
        ...makeResults(1, ['still-active', 'signed_in_again']),
      ]),
    ],
    [
      'Sign-in may still be open for 2 people',
      makeRecord([
        ...makeResults(1, ['verified', 'found_signed_in']),
        ...makeResults(1, ['queued', 'never_listed'], { foundSignedIn: true }),
      ]),
    ],
    [
      'Sessions are left for 1 person, no clear answer for 1 person, reset queued but not verified for 1 person, 1 person refused, 1 person not attempted',
      makeRecord([
        ...makeResults(1, ['not-attempted', 'look_failed']),
        ...makeResults(1, ['failed', 'wrong_person']),
        ...makeResults(1, ['queued', 'never_listed']),
        ...makeResults(1, ['unknown', 'http_502']),
        ...makeResults(1, ['still-active', 'sessions_left']),
      ]),
    ],
    [
      '1 person protected; reset queued for 1 person',
      makeRecord([...makeResults(1, ['queued', null]), ...makeResults(1, ['skipped', 'protected_user'])]),
    ],
    [
      'Slack refused all 2 people, all ignored: this may be the wrong organization',
      makeRecord(makeResults(2, ['ignored', 'user_not_found'])),
    ],
    [
      'The report could not be written (EIO): reset queued for 1 person',
      makeRecord(makeResults(1, ['queued', null]), { faults: ['The report could not be written (EIO).'] }),
    ],
    [
      'Reset queued for 2 people, 1 not due yet',
      makeRecord([...makeResults(2, ['queued', null]), ...makeResults(1, ['skipped', 'not_due'])]),
    ],
    [
      '2 verified, 1 already signed out',
      makeRecord([...makeResults(2, ['verified', null]), ...makeResults(1, ['signed-out', 'no_session'])]),
    ],
    ['Nothing to do: no people requested', makeRecord([])],
    ['Nothing to do: 2 people not due yet', makeRecord(makeResults(2, ['skipped', 'not_due']))],
    ['Refused: 1 problem, nothing was sent to Slack', makeRecord([], { problems: [{ message: 'x' }] })],
    [
      'Refused: 150 people due, more than max-users allows, nothing was sent to Slack',
      makeRecord(makeResults(150, ['not-attempted', 'max_users']), { problems: [{ message: 'x' }] }),
    ],
    [
      'Sign-in may still be open for 2 people; refused: 2 people due, more than max-users allows, nothing was sent to Slack',
      makeRecord(
        makeResults(2, ['not-attempted', 'max_users']).map((result) => ({ ...result, foundSignedIn: true })),
        { problems: [{ message: 'x' }] },
      ),
    ],
  ])('is %s', (first, run) => {
    expect(headline(run)).toBe(first);
  });

  it.each<[string, RunRecord, RegExp]>([
    ['somebody failed', makeRecord(makeResults(1, ['failed', 'user_not_found'])), /^## ❌/],
    ['somebody is protected', makeRecord(makeResults(1, ['skipped', 'protected_user'])), /^## ❌/],
    ['a fault', makeRecord(makeResults(1, ['queued', null]), { faults: ['The report is lost.'] }), /^## ❌/],
    ['nobody is due', makeRecord(makeResults(1, ['skipped', 'not_due'])), /^## 💤/],
    ['a dry run', makeRecord(makeResults(1, ['planned', null]), { dryRun: true }), /^## 📝/],
    ['everybody is ignored', makeRecord(makeResults(1, ['ignored', 'user_not_found'])), /^## ⚠️/],
    ['a success', makeRecord(makeResults(1, ['queued', null])), /^## ✅/],
  ])('has the mark of how the run ended: %s', (_name, run, mark) => {
    expect(renderSummary(run)).toMatch(mark);
  });

  it('says no more than Slack does: queued is not signed out', () => {
    const text = renderSummary(makeRecord(makeResults(2, ['queued', null])));
    expect(text).toContain('this does not prove that anybody is signed out');
    expect(text).toMatch(/^### Results: 2 people\n\n\| status \| people \| meaning \|$/m);
  });
});

describe('those who need attention', () => {
  it('are grouped by code, the most urgent first, each group with what to do', () => {
    const run = makeRecord([
      ...makeResults(1, ['skipped', 'protected_user']),
      ...makeResults(1, ['not-attempted', 'unreachable']),
      ...makeResults(2, ['failed', 'cannot_reset_bot']),
      ...makeResults(3, ['failed', 'user_not_found']),
      ...makeResults(1, ['queued', 'never_listed']),
      ...makeResults(1, ['unknown', 'http_502']),
      ...makeResults(1, ['still-active', 'sessions_left']),
      ...makeResults(1, ['verified', 'found_signed_in']),
      ...makeResults(1, ['still-active', 'signed_in_again']),
    ]);
    const groups = renderSummary(run).split(/^### /m).slice(1, 10);
    expect(groups.map((group) => group.split('\n')[0])).toEqual([
      'Signed in again (`signed_in_again`): 1 person',
      'Due for a long time and still signed in (`found_signed_in`): 1 person',
      'Sessions left (`sessions_left`): 1 person',
      'No clear answer (`http_502`): 1 person',
      'Not verified (`never_listed`): 1 person',
      'Refused with `user_not_found`: 3 people',
      'Refused with `cannot_reset_bot`: 2 people',
      'Not attempted (`unreachable`): 1 person',
      'Protected (`protected_user`): 1 person',
    ]);
    expect(groups.map((group) => group.match(/^\| `W/gm)?.length)).toEqual([1, 1, 1, 1, 1, 3, 2, 1, 1]);
    // A sentence stands between the heading and the table.
    expect(groups.filter((group) => !/^.+\n\n[A-Z].{20,}\n\n\|/.test(group))).toEqual([]);
  });

  it('have their ticket in the table, and others have not', () => {
    const text = renderSummary(
      makeRecord([
        ...makeResults(1, ['failed', 'user_not_found'], { person: { ticket: 'HR-1' } }),
        ...makeResults(1, ['queued', null], { person: { ticket: 'HR-2' } }),
      ]),
    );
    expect([text.includes('`HR-1`'), text.includes('HR-2')]).toEqual([true, false]);
  });

  it('are folded above 20 rows', () => {
    const run = (count: number) => makeRecord(makeResults(count, ['failed', 'user_not_found'], { requestId: null }));
    expect([folded(run(20)), folded(run(21))]).toEqual([[], ['21 people']]);
    expect(headings(run(21))[0]).toBe('### Refused with `user_not_found`: 21 people');
  });

  it('are found by a link to their line at the commit, and the run by one to its attempt', () => {
    const text = renderSummary(
      makeRecord([
        ...makeResults(2, ['failed', 'user_not_found']),
        ...makeResults(1, ['failed', 'user_not_found'], { person: { source: 'user-ids[0]' } }),
        ...makeResults(1, ['failed', 'user_not_found'], { person: { source: 'RUNNER_TEMP/x.yml:3' } }),
      ]),
    );
    const page = 'https://github.com/octo-org/offboarding';
    expect(text.match(/\]\([^)]*\)/g)).toEqual([
      `](${page}/blob/${RUN_COMMIT}/${RUN_ROSTER}#L1)`,
      `](${page}/blob/${RUN_COMMIT}/${RUN_ROSTER}#L2)`,
      `](${page}/actions/runs/1658821493/attempts/2)`,
    ]);
    expect(findForeign(text)).toEqual([]);
  });

  it('are found by links that no file name breaks', () => {
    const path = "a (b)/`c` [d](e) | @f's *!.yml";
    const text = renderSummary(
      makeRecord(makeResults(1, ['failed', 'x'], { person: { source: `${path}:7` } }), {
        rosterPlaces: new Map([[path, { path, sha: RUN_COMMIT }]]),
      }),
    );
    expect(findForeign(text)).toEqual([]);
    const [, address = ''] = /blob\/[0-9a-f]{40}\/([^)]*)#L7\)/.exec(text) ?? [];
    expect(decodeURIComponent(address)).toBe(path);
  });

  it('have no link where the commit is none', () => {
    const rosterPlaces = new Map([[RUN_ROSTER, { path: RUN_ROSTER, sha: 'main)](x' }]]);
    const run = makeRecord(makeResults(1, ['failed', 'x']), { rosterPlaces });
    expect(renderSummary(run)).not.toContain('blob');
  });

  it.each([
    ['the repository', { repository: 'a/b)](javascript:x' }],
    ['the server', { serverUrl: 'javascript:alert(1)//' }],
  ])('have no link where %s is none', (_name, hostile) => {
    const { context } = makeRecord([]);
    const run = makeRecord(makeResults(1, ['failed', 'x']), { context: { ...context, ...hostile } });
    expect(renderSummary(run)).not.toContain('](');
  });
});

describe('what stopped the run', () => {
  const body = { needed: 'admin.users:write', provided: 'users:read' };
  const run = makeRecord(makeResults(21, ['not-attempted', 'missing_scope']), stoppedBy('missing_scope', body));

  it('is said once, with the scopes that Slack asks for, above those who wait', () => {
    const text = renderSummary(run);
    expect(text.match(/^\*\*Stopped by `missing_scope`.*$/m)?.[0]).toMatch(
      /Add the missing scope .* `needed: admin\.users:write` `provided: users:read` `request e{32}`$/,
    );
    expect([text.match(/Add the missing scope/g)?.length, text.match(/e{32}/g)?.length]).toEqual([1, 1]);
    expect([headings(run), folded(run)]).toEqual([['### Results: 21 people'], ['Waiting: 21 people']]);
  });

  it.each<[string, string[], string[]]>([
    [
      'of known form is shown',
      ['[ERROR] input must match regex pattern: ^[WU][A-Z0-9]{8,}$ [json-pointer:/user_ids/1]'],
      ['Slack says: [ERROR] input must match regex pattern: ^[WU][A-Z0-9]{8,}$ [json-pointer:/user_ids/1]'],
    ],
    [
      'of any other form is a length',
      ['Jo Doe is no user', '[ERROR] Jo Doe is no user [json-pointer:/user_ids/1]'],
      ['17 characters', '52 characters'],
    ],
    [
      'about an address is a length',
      ['[ERROR] input must match regex pattern: jo@example.com [json-pointer:/a]'],
      ['72 characters'],
    ],
  ])('with a message of Slack’s: one %s', (_name, messages, shown) => {
    const stop = stoppedBy('invalid_arguments', { response_metadata: { messages } });
    const record = makeRecord(makeResults(1, ['not-attempted', 'invalid_arguments']), stop);
    for (const text of [renderSummary(record), renderFailure(record) ?? '']) {
      const parts = text.match(/Slack says[^`;]*?(?=`|;|, which|\)\. )/g) ?? [];
      expect(parts.map((part) => part.replace(/^Slack says more in /, ''))).toEqual(shown);
      expect(text).not.toMatch(/Jo Doe|example/);
    }
  });

  it.each<[string, Partial<RunRecord>, RegExp]>([
    [
      'under added, since only that compares with the same commit',
      { options: ADDED },
      /^Then \*\*Re-run failed jobs\*\* of \[this run\]\(.*\/attempts\/2\)/m,
    ],
    ['else a new run does', {}, /^Then \*\*Run again\*\*:/m],
  ])('is followed by which button to press: a re-run %s', (_name, extra, words) => {
    const text = renderSummary({ ...run, ...extra });
    expect(text).toMatch(words);
    expect(text.indexOf('Then **')).toBeLessThan(text.indexOf('Waiting'));
  });

  it.each<[string, RunRecord]>([
    ['nothing failed', makeRecord(makeResults(1, ['queued', null]))],
    ['only protected people failed', makeRecord(makeResults(1, ['skipped', 'protected_user']))],
    ['it is a plan', makeRecord(makeResults(1, ['planned', null]), { dryRun: true })],
  ])('is followed by no button when %s', (_name, record) => {
    expect(renderSummary(record)).not.toMatch(/Re-run|Run again/);
  });
});

describe('refused input', () => {
  const problems = [
    { message: '"user-ids"[0] is "C012A3CDE": a C… ID is a channel; expected a user ID.' },
    { message: 'unknown key "user_ID": expected user_id.', file: RUN_ROSTER, line: 3, column: 5 },
  ];

  it('is said in prose, with only values and names in code, and ends with what was sent', () => {
    const [, first, second, last] = renderSummary(makeRecord([], { problems }))
      .split('\n')
      .filter((line) => line !== '');
    expect([first, second, last]).toEqual([
      '- `user-ids[0]` is `C012A3CDE`: a C… ID is a channel; expected a user ID.',
      '- `offboarding/2026-11.yml:3:5` unknown key `user_ID`: expected `user_id`.',
      '**Nothing was sent.**',
    ]);
  });

  it('has no table of those whom it kept from being sent', () => {
    const run = makeRecord(makeResults(150, ['not-attempted', 'max_users']), { problems });
    expect(renderSummary(run)).not.toMatch(/^\|/m);
  });

  it('says under added which run sees the entries again', () => {
    const people = makeResults(2, ['not-attempted', 'max_users']);
    expect(renderSummary(makeRecord(people, { problems, options: ADDED }))).toContain('`roster-entries: all`');
    expect(renderSummary(makeRecord(people, { problems }))).not.toContain('roster-entries');
  });
});

describe('times and accounts', () => {
  const evidence = (queuedAtMs: number, verifiedAtMs: number | null): PersonResult['evidence'] => ({
    sessionsBefore: [],
    lookedAtMs: RUN_MS,
    lookRequestId: 'r',
    sessionsAfter: [],
    queuedAtMs,
    queuedRequestId: 'r',
    verifiedAtMs,
    looks: 2,
  });

  it('show the way from due over queued to verified, with the delays', () => {
    const run = makeRecord([
      ...makeResults(1, ['verified', null], {
        person: { effectiveMs: RUN_MS - 26 * DAY_MS },
        evidence: evidence(RUN_MS + 2000, RUN_MS + 14_000),
      }),
      ...makeResults(1, ['verified', null], { evidence: evidence(RUN_MS + 2000, RUN_MS + 20_000) }),
    ]);
    const text = renderSummary(run);
    expect(text).toContain('| 2026-10-27 09:00 UTC | 26 d 0 h later | 12 s later |');
    expect(text).toContain('|  | 2026-11-22 09:00:02 UTC | 18 s later |');
    expect(text).toContain('Longest delays: due → queued 26 d 0 h, queued → verified 18 s.');
  });

  it('say how many accounts are still active, where Slack was asked', () => {
    const people = [
      ...makeResults(2, ['queued', null], { account: 'active' }),
      ...makeResults(1, ['signed-out', 'deactivated'], { account: 'deactivated' }),
      ...makeResults(1, ['queued', null]),
      ...makeResults(1, ['skipped', 'not_due']),
    ];
    expect(renderSummary(makeRecord(people, { options: { 'check-accounts': true } }))).toContain(
      'Accounts: 2 still active, 1 deactivated, 1 not known.',
    );
    expect(renderSummary(makeRecord(people))).not.toContain('Accounts:');
  });
});

describe('the plan', () => {
  const [jo, sam] = makeUserIds(2);
  if (jo === undefined || sam === undefined) throw new Error('These are people');
  const later = (count: number) =>
    makeResults(count, ['skipped', 'not_due'], { person: { effectiveMs: RUN_MS + DAY_MS } });
  const plan = (results: readonly PersonResult[], extra: Partial<RunRecord> = {}) =>
    makeRecord(results, { dryRun: true, options: ADDED, ...extra });

  it('names who would be signed out, with what is special about the account', () => {
    const text = renderSummary(plan(makeResults(1, ['planned', null], { accountNote: 'primary owner' })));
    expect(text).toMatch(/^## 📝 Plan: 1 person would be signed out of Slack; 1 of them likely to be refused$/m);
    expect(text).toMatch(
      /^### Would be signed out: 1 person\n\n\| person \| account \| source \|\n.*\n\| `W000000` \| primary owner \| /m,
    );
  });

  it('names who was removed, whose date moved from when to when, and which files are new', () => {
    const change = {
      added: [],
      removed: [{ userId: jo, source: `${RUN_ROSTER}:7` }],
      moved: [
        { userId: sam, source: `${RUN_ROSTER}:2`, fromMs: RUN_MS, toMs: RUN_MS + DAY_MS },
        { source: `${RUN_ROSTER}:3`, fromMs: RUN_MS, toMs: undefined },
      ],
      arrivals: [{ file: 'offboarding/12.yml', former: 'offboarding/drafts/12.yml' }],
    };
    const text = renderSummary(plan(makeResults(1, ['planned', null]), { change }));
    expect(text).toMatch(/^## 📝 Plan: 1 person would be signed out of Slack; 1 removed from the roster$/m);
    // The line is one of the earlier version, so there is no page to link to.
    expect(text).toMatch(
      /^### Removed from the roster: 1 person\n\n.*\n.*\n\| `W000000` \| `offboarding\/2026-11\.yml:7` \|$/m,
    );
    expect(text).toMatch(/^\| `W000001` \| 2026-11-22 09:00 UTC \| 2026-11-23 09:00 UTC \| \[/m);
    expect(text).toMatch(/^\| by e-mail address \| 2026-11-22 09:00 UTC \| at once \| \[/m);
    expect(text).toContain(
      '- `offboarding/12.yml` is new in the roster; its content was in `offboarding/drafts/12.yml` before.',
    );
  });

  it('of a change that only removes people says so', () => {
    const change = { added: [], removed: [{ userId: jo, source: 'r.yml:7' }], moved: [], arrivals: [] };
    expect(headline(plan([], { change }))).toBe(
      'Nothing to do: the change removes 1 person from the roster and adds none',
    );
  });

  it('shows those who are not due with their date, open up to 20, and says which run sees them again', () => {
    const few = plan([...makeResults(1, ['planned', null]), ...later(20)]);
    const many = plan([...makeResults(1, ['planned', null]), ...later(21)]);
    expect([headings(few).at(-1), folded(few), folded(many)]).toEqual([
      '### Not due yet: 20 people',
      [],
      ['Not due yet: 21 people'],
    ]);
    expect(renderSummary(few).match(/\| 2026-11-23 09:00 UTC \|/g)?.length).toBe(20);
    expect(renderSummary(few)).toContain('only a run with `all`, such as a nightly one, picks them up');
    expect(renderSummary({ ...few, options: {} })).not.toContain('nightly');
  });

  it('says that nothing was sent: no word of a call that was made', () => {
    const text = renderSummary(plan(makeResults(2, ['planned', null])));
    expect(text).toContain('A dry run: Slack was not called. The reset would take 3 calls.');
    expect(text).not.toMatch(/calls? to `/);
  });

  it.each<[string, Partial<RunRecord>, string]>([
    ['about accounts', { hasCalledSlack: true }, 'Slack was asked about accounts, and nothing was reset.'],
    ['without an answer', { hasCalledSlack: true }, 'said nothing about accounts, so none was checked'],
    ['not at all', { hasCalledSlack: false }, 'Slack was not called.'],
  ])('says what Slack was asked: %s', (name, record, words) => {
    const account = name === 'about accounts' ? 'active' : null;
    const run = { ...plan(makeResults(2, ['planned', null], { account })), ...record };
    expect(renderSummary(run)).toContain(words);
  });
});

it('holds nothing from outside that is markup', () => {
  const evil = '<img src=x onerror=y>|@octo-org/team`[a](javascript:b) #1 www.example.com "q" __a__ HR-12';
  const [failed] = makeResults(1, ['failed', 'x'], { person: { source: `${evil}:1`, ticket: evil } });
  if (failed === undefined) throw new Error('This is a person');
  const people = [{ ...failed, error: evil, requestId: evil }];
  const change = { added: [], removed: [{ source: evil }], moved: [], arrivals: [{ file: evil, former: evil }] };
  const texts = [
    renderSummary(
      makeRecord(people, { rosters: [{ path: evil, sha256: 'a'.repeat(64) }], apiHost: evil, faults: [evil] }),
    ),
    renderSummary(makeRecord([], { problems: [{ message: evil, file: evil, line: 1, column: 1 }], faults: [evil] })),
    renderSummary(makeRecord(people, { stop: { error: evil } })),
    renderSummary(makeRecord([], { dryRun: true, change })),
  ];
  expect(texts.flatMap(findForeign)).toEqual([]);
});
