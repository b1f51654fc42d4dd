import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { pullRequestEvent, withScene } from '../support/github-scenario.ts';
import { readReport } from '../support/report-schema.ts';
import { annotations, occurrences, RESET, resetWith, standings, withSlack } from '../support/scenario.ts';
import type { ScriptedAnswer, SimulatedUser, SlackSimulator } from '../support/slack-simulator/index.ts';

// The first look comes 5 s after the reset and the second 5 s later, and processes share the machine.
jest.setTimeout(60_000);

const LIST = 'admin.users.session.list';
const [JO, SAM, KIM, BOT, BOSS] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG', 'U0BOT00001', 'W0BOSS0001'];
const USERS: readonly SimulatedUser[] = [
  {
    id: JO,
    sessions: [
      { sessionId: 1_700_000_000_001, kind: 'web' },
      { sessionId: 1_700_000_000_002, kind: 'mobile' },
    ],
  },
  { id: SAM, sessions: [] },
  { id: KIM, sessions: [{ sessionId: 1_700_000_000_006, kind: 'desktop' }], sticky: true },
];
const ONE = { verify: 'true', 'user-ids': JO };
/** Time for two looks after the reset; the organization's listing has one page. */
const TWO = { verify: 'true', 'user-ids': [JO, KIM].join(), 'timeout-minutes': '0.45' };
/** What the listing says of devices and where they are: none of it may be told on. */
const PRIVATE = [
  ...['Zwetschge-Phone', 'HarmonyOS', '9.87.654', '24.99.1', '203.0.113.77', '2001:db8::77'],
  ...['192.0.2.10', '198.51.100.20', 'iPhone', 'iOS', 'Mac OS', '14.6.1', '4.41.97', '24.11.20', 'Chrome'],
];
const DEVICE = {
  device_hardware: 'Zwetschge-Phone',
  os: 'HarmonyOS',
  os_version: '9.87.654',
  slack_client_version: '24.99.1',
  ip: '203.0.113.77',
};

function leaks(text: string): string[] {
  return PRIVATE.filter((part) => text.toLowerCase().includes(part.toLowerCase()));
}

function listing(...sessions: readonly object[]): ScriptedAnswer {
  return { kind: 'ok', body: { active_sessions: sessions, response_metadata: { next_cursor: '' } } };
}

function requestIds(slack: SlackSimulator, method: string): string[] {
  return slack.callsOf(method).map(({ requestId }) => requestId);
}

describe('the evidence', () => {
  it.concurrent('says what there was, what is left, when, and which call said so, of everybody', async () => {
    await withSlack({ users: USERS, warnings: ['missing_charset'] }, async (slack) => {
      const run = await resetWith(slack, TWO);
      const { results, slack: side, started_at, ended_at } = readReport(run);
      const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(side).toEqual({
        api_host: new URL(slack.url).host,
        team_id: 'E012A3CDE',
        enterprise_id: 'E012A3CDE',
        acting_user_id: 'W0ADMIN001',
        warnings: ['missing_charset'],
      });
      const [queued_request_id] = requestIds(slack, RESET);
      const listings = requestIds(slack, LIST);
      const look = { looked_at: time, look_request_id: expect.any(String) };
      const rest = { requested_at: started_at, ...look, queued_at: time, queued_request_id, looks: expect.any(Number) };
      const [jo, kim] = [['1700000000001', '1700000000002'], ['1700000000006']];
      expect(results.map(({ user_id, status, evidence }) => [user_id, status, evidence])).toEqual([
        [JO, 'verified', { ...rest, sessions_before: jo, sessions_after: [], verified_at: time }],
        [KIM, 'still-active', { ...rest, sessions_before: kim, sessions_after: kim, verified_at: null }],
      ]);
      const looks = results.map(({ evidence }) => [
        (evidence?.looks ?? 0) >= 2,
        listings.indexOf(String(evidence?.look_request_id)),
      ]);
      // The look before the reset is the first question, and the result names the one that decided.
      expect(looks.map(([enough, index]) => [enough, Number(index) <= 1 && Number(index) >= 0])).toEqual([
        [true, true],
        [true, true],
      ]);
      expect(results.map(({ request_id }) => listings.indexOf(String(request_id)) > 1)).toEqual([true, true]);
      const moments = results
        .slice(0, 1)
        .map(({ evidence }) => [
          ...[evidence?.requested_at, evidence?.looked_at, evidence?.queued_at, evidence?.verified_at, ended_at],
        ]);
      expect(moments.map((times) => times.toSorted())).toEqual(moments);
      expect(results.map(({ at }) => at).slice(0, 1)).toEqual(moments.map(([, , , verified]) => verified));
    });
  });

  it.concurrent('names the call by which Slack accepted the reset, beside the look', async () => {
    const users: SimulatedUser[] = [...USERS, { id: BOT, kind: 'bot' }];
    await withSlack({ users }, async (slack) => {
      const run = await resetWith(slack, { ...ONE, 'user-ids': `${JO},${BOT}`, 'timeout-minutes': '0.5' });
      const [results, listings] = [readReport(run).results, requestIds(slack, LIST)];
      const accepted = slack
        .callsOf(RESET)
        .filter(({ body, answered }) => answered === 'ok' && JSON.stringify(body).includes(JO));
      expect(results.map(({ evidence }) => evidence?.queued_request_id ?? null)).toEqual([
        accepted.at(-1)?.requestId,
        null,
      ]);
      expect(results.map(({ request_id }) => listings.includes(String(request_id)))).toEqual([true, false]);
    });
  });

  it.concurrent('tells of a new sign-in by the ID of the new session', async () => {
    const users: SimulatedUser[] = [
      { id: JO, returns: true, sessions: [{ sessionId: 1_700_000_000_001, kind: 'web' }] },
    ];
    const run = await withSlack({ users }, (slack) => resetWith(slack, ONE));
    expect(readReport(run).results[0]?.evidence).toMatchObject({
      sessions_before: ['1700000000001'],
      sessions_after: ['9000000000001'],
      verified_at: null,
    });
  });

  it.concurrent('holds only the sessions of the kind that is reset', async () => {
    const run = await withSlack({ users: USERS }, (slack) => resetWith(slack, { ...ONE, 'web-only': 'true' }));
    expect(readReport(run).results[0]?.evidence).toMatchObject({
      sessions_before: ['1700000000001'],
      sessions_after: [],
    });
  });

  it.concurrent('is there for the refused as well, without a time of queueing', async () => {
    const sessions = [{ sessionId: 1_700_000_000_009, kind: 'web' as const }];
    const users: SimulatedUser[] = [...USERS, { id: BOSS, refusal: 'session_reset_not_allowed', sessions }];
    const inputs = { ...ONE, 'user-ids': `${JO},${BOSS}`, 'timeout-minutes': '0.5' };
    const run = await withSlack({ users }, (slack) => resetWith(slack, inputs));
    expect(readReport(run).results.map(({ status, evidence }) => [status, evidence])).toMatchObject([
      ['verified', { sessions_before: ['1700000000001', '1700000000002'] }],
      [
        'failed',
        {
          ...{ sessions_before: ['1700000000009'], sessions_after: null, looks: 0 },
          ...{ queued_at: null, queued_request_id: null, verified_at: null },
        },
      ],
    ]);
  });

  it.concurrent('is absent when no look was possible, and the result says why', async () => {
    const run = await withSlack({ users: USERS, scopes: ['admin.users:write'] }, (slack) => resetWith(slack, ONE));
    const [result] = readReport(run).results;
    expect(result).toMatchObject({ status: 'queued', error: 'missing_scope', evidence: null });
  });
});

describe('the hash in the job summary', () => {
  it.concurrent.each([
    ['with non-ASCII text in it', `- { user_id: ${JO}, ticket: "Ä-1 🚪 \u2028" }\n`],
    ['without anybody in it', '[]\n'],
  ])('is that of the bytes of the report: %s', async (_name, roster) => {
    {
      const run = await withSlack({ users: USERS }, (slack) =>
        resetWith(slack, { roster: 'r.yml', 'report-path': 'report.json' }, { files: { 'r.yml': roster } }),
      );
      const bytes = Buffer.from(run.reportText);
      const hashes = [...run.summary.matchAll(/Report \(SHA-256\): `([0-9a-f]{64})`/g)].map(([, hash]) => hash);
      expect(hashes).toEqual([createHash('sha256').update(bytes).digest('hex')]);
      expect(readReport(run).results).toHaveLength(run.results.length);
    }
  });
});

describe('devices and addresses stay out, with debug logging', () => {
  const mine = {
    user_id: JO,
    session_id: 1_700_000_000_001,
    created: DEVICE,
    recent: { ...DEVICE, ip: '2001:db8::77' },
  };
  const text = `${DEVICE.device_hardware} ${DEVICE.ip}`;
  it.concurrent.each<[string, readonly ScriptedAnswer[]]>([
    ['as the simulator lists them', []],
    ['of a session that stays', [listing(mine), listing(mine), listing(mine)]],
    ['of a session without an owner', [listing(mine), listing({ ...mine, user_id: 7 })]],
    ['of a session whose ID is none', [listing({ ...mine, session_id: text }), listing({ ...mine, session_id: text })]],
    ['in an error', [listing(mine), { kind: 'error', error: text }]],
    [
      'in a message about an error',
      [listing(mine), { kind: 'error', error: 'not_an_admin', body: { response_metadata: { messages: [text] } } }],
    ],
    ['in a page of HTML', [listing(mine), { kind: 'http', status: 500, body: text }]],
    [
      'in a cursor',
      [listing(mine), { kind: 'ok', body: { active_sessions: [mine], response_metadata: { next_cursor: text } } }],
    ],
    ['in the names of members', [listing(mine), listing({ ...mine, [text]: text })]],
  ])('%s', async (_name, answers) => {
    await withSlack({ users: USERS }, async (slack) => {
      slack.answerNext(LIST, ...answers);
      const run = await resetWith(slack, { ...ONE, 'max-retries': '0', 'timeout-minutes': '0.05' }, { debug: true });
      expect([leaks(run.everything), run.everything.includes(JO)]).toEqual([[], true]);
      expect(standings(run)).toHaveLength(1);
    });
  });

  it.concurrent('in the comment on a pull request', async () => {
    await withScene({ slack: { users: USERS } }, async ({ slack, github, run }) => {
      slack.answerNext(LIST, listing(mine), listing());
      const end = await run({ ...ONE, comment: 'true' }, { event: pullRequestEvent(), debug: true });
      const comments = github
        .comments()
        .map(({ body }) => body)
        .join('\n');
      expect([
        leaks(comments),
        leaks(end.everything),
        annotations(end, 'warning').filter((line) => /comment/.test(line)),
      ]).toEqual([[], [], []]);
      expect(occurrences(comments, JO)).toBe(1);
    });
  });
});
