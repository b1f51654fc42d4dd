import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { type ActionRun, type RunOptions, runAction } from '../support/run-action.ts';
import {
  annotations,
  type Inputs,
  PACKAGE_VERSION,
  RESET,
  resetWith,
  stackLines,
  standings,
  withSlack,
} from '../support/scenario.ts';
import { SIMULATOR_TOKEN, type SlackSimulator } from '../support/slack-simulator/index.ts';

jest.setTimeout(30_000);

const [JO, SAM, BOT] = ['W012A3CDE', 'W024B4DEF', 'U0BOT00001'];
const USERS = [JO, SAM, { id: BOT, kind: 'bot' as const }];
const ROSTER = `version: 1
leavers:
  - user_id: ${JO}
    ticket: HR-1234
    name: Josephine Zwetschge
    note: leaves with rancour
  - user_id: ${BOT}
    ticket: 0042
  - { user_id: W0LATER001, effective: 2999-12-31T17:00:00+01:00, ticket: "<b>|@octo-org/team" }
`;
const FILES = {
  'hr/leavers.yml': ROSTER,
  'hr/empty.yml': '[]\n',
  'hr/later.yml': '- { user_id: W1A, effective: 2999-01-01 }\n',
};

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8')));

interface Report {
  readonly outcome: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly results: readonly { readonly user_id: string; readonly status: string; readonly ticket: string | null }[];
  readonly rosters: readonly unknown[];
}

function isReport(value: unknown): value is Report {
  return validate(value) === true;
}

/** The report, once it is known to keep to the schema. */
function reportOf(run: ActionRun): Report {
  const { report } = run;
  if (!isReport(report)) {
    throw new Error(
      `The report breaks the schema: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(report, null, 2)}`,
    );
  }
  return report;
}

function visit(inputs: Inputs, options?: RunOptions, arrange?: (slack: SlackSimulator) => void): Promise<ActionRun> {
  return withSlack({ users: USERS }, async (slack) => {
    arrange?.(slack);
    return resetWith(slack, { 'max-retries': '0', ...inputs }, { files: FILES, ...options });
  });
}

describe('the report keeps to the schema, and its totals to its results', () => {
  const stop = (slack: SlackSimulator) => slack.answerAlways(RESET, { kind: 'error', error: 'Not A Code' });
  const hang = (slack: SlackSimulator) => slack.answerAlways(RESET, { kind: 'hang' });
  it.concurrent.each<[string, string, Inputs, ((slack: SlackSimulator) => void)?]>([
    ['success', 'success', { 'user-ids': `${JO},${SAM}` }],
    ['some refused', 'partial', { 'user-ids': SAM, roster: 'hr/leavers.yml' }],
    ['a stop', 'failure', { 'user-ids': SAM, roster: 'hr/leavers.yml' }, stop],
    ['the time limit', 'failure', { 'user-ids': SAM, 'timeout-minutes': '0.01' }, hang],
    ['refused input', 'failure', { 'user-ids': 'C012A3CDE', roster: 'hr/*.yml\ngone.yml', 'max-users': '0' }],
    ['no people requested', 'failure', {}],
    ['too many', 'failure', { 'user-ids': `${JO},${SAM}`, 'max-users': '1' }],
    [
      'a dry run',
      'planned',
      { roster: 'hr/leavers.yml', 'dry-run': 'true', token: '', 'ignore-errors': 'user_not_found' },
    ],
    ['nothing to do', 'nothing-to-do', { roster: 'hr/later.yml\nhr/empty.yml' }],
  ])('%s: %s', async (_name, outcome, inputs, arrange) => {
    const run = await visit(inputs, {}, arrange);
    const { totals, results, ...report } = reportOf(run);
    const { people, needs_attention: needsAttention, ...counts } = totals;
    const counted = results.map(({ status }) => status.replaceAll('-', '_'));
    expect([report.outcome, run.outputs['outcome'], people, needsAttention]).toEqual([
      outcome,
      outcome,
      results.length,
      Number(run.outputs['failed-count']),
    ]);
    expect(counts).toEqual(
      Object.fromEntries(Object.keys(counts).map((name) => [name, counted.filter((status) => status === name).length])),
    );
    // The output "results" is the same list without what only the report has.
    expect(results.map(({ user_id, status }) => [user_id, status])).toEqual(
      run.results.map(({ user_id, status }) => [user_id, status]),
    );
  });
});

describe('the report', () => {
  it('holds run, options and roster, and the ticket but no name and no note', async () => {
    const run = await visit({ roster: 'hr/leavers.yml', 'protected-user-ids': SAM, 'web-only': 'true' });
    const report = reportOf(run);
    const sha256 = createHash('sha256').update(ROSTER).digest('hex');
    expect(report).toMatchObject({
      schema_version: 1,
      action: { name: 'slack-session-reset', version: PACKAGE_VERSION },
      run: {
        repository: 'octo-org/offboarding',
        commit: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
        event: 'workflow_dispatch',
        workflow: 'Offboarding',
        run_id: '1658821493',
        run_attempt: 1,
        url: 'https://github.com/octo-org/offboarding/actions/runs/1658821493/attempts/1',
        actor: 'octocat',
        triggering_actor: 'hubot',
      },
      slack: { api_host: expect.stringMatching(/^127\.0\.0\.1:\d+$/) },
      rosters: [{ path: 'hr/leavers.yml', sha256 }],
      options: { 'web-only': true, 'mobile-only': false, 'max-retries': 0, 'protected-user-ids': [SAM] },
      stopped_by: null,
      results: [
        { user_id: JO, status: 'queued', ticket: 'HR-1234', effective: null },
        { user_id: BOT, status: 'failed', ticket: '0042', effective: null },
        {
          user_id: 'W0LATER001',
          status: 'skipped',
          ticket: '<b>|@octo-org/team',
          effective: '2999-12-31T16:00:00.000Z',
        },
      ],
    });
    expect(JSON.stringify(report)).not.toMatch(/Zwetschge|rancour/);
    expect(run.summary).toContain(sha256.slice(0, 12));
  });

  it('holds everybody on a line of their own', async () => {
    const run = await visit({ roster: 'hr/leavers.yml' });
    const lines = run.reportText.split('\n');
    const found = lines.filter((line) => line.includes('"user_id"')).map((line) => line.trim().replace(/,$/, ''));
    expect(found.map((line) => JSON.parse(line))).toEqual(reportOf(run).results);
    expect(found).toHaveLength(3);
  });

  it.concurrent.each<[string, string]>([
    ['out/deep/report.json', 'out/deep/report.json'],
    ['../_temp/elsewhere.json', '../_temp/elsewhere.json'],
    ['', '../_temp/'],
  ])('goes where report-path says: %j', async (path, expected) => {
    const run = await visit({ 'user-ids': JO, 'report-path': path });
    expect(String(run.outputs['report-path']).startsWith(join(run.workspace, expected))).toBe(true);
    expect(reportOf(run).outcome).toBe('success');
  });

  it.concurrent('goes where an absolute report-path says', async () => {
    await withSlack({ users: USERS }, async (slack) => {
      const run = await runAction((places) => {
        const given = { token: SIMULATOR_TOKEN, 'api-url': slack.url, 'user-ids': JO };
        return { ...given, 'report-path': join(places.temp, 'a/b.json') };
      });
      expect([run.outputs['report-path'], reportOf(run).outcome]).toEqual([
        join(run.workspace, '../_temp/a/b.json'),
        'success',
      ]);
    });
  });
});

describe('everybody refused, and the refusals ignored', () => {
  it('passes the step in part, with a warning that it may be the wrong organization', async () => {
    const inputs = { 'user-ids': 'W0NOBODY01 W0NOBODY02', 'ignore-errors': 'user_not_found' };
    const run = await visit(inputs);
    expect([run.exitCode, run.outputs['outcome'], reportOf(run).outcome]).toEqual([0, 'partial', 'partial']);
    expect(annotations(run, 'warning')).toContainEqual(expect.stringMatching(/all 2 people.*wrong organization/));
    expect(run.summary).toMatch(/^## ⚠️ Slack refused all 2 people/);
    const one = await visit({ ...inputs, 'user-ids': `W0NOBODY01 ${JO}` });
    expect([one.exitCode, one.outputs['outcome']]).toEqual([0, 'success']);
    expect(annotations(one, 'warning').filter((text) => text.includes('wrong organization'))).toEqual([]);
  });
});

describe('the log', () => {
  it.concurrent.each<[string, Inputs, string]>([
    ['a reset', { roster: 'hr/leavers.yml' }, 'Outcome: partial. 1 queued, 1 failed, 1 skipped.'],
    ['refused input', { 'user-ids': 'C012A3CDE' }, 'Outcome: failure. Nothing was sent.'],
    [
      'a dry run',
      { roster: 'hr/leavers.yml', 'dry-run': 'true' },
      'Outcome: planned. Plan: 2 people would be signed out of Slack; 1 not due yet.',
    ],
  ])('of %s ends with the outcome', async (_name, inputs, last) => {
    const run = await visit(inputs);
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(last);
  });

  it('of a dry run says nothing that sounds as if something was sent', async () => {
    const run = await visit({ roster: 'hr/leavers.yml', 'dry-run': 'true' });
    expect(run.stdout).not.toMatch(/\b(is|was|were) sent\b|queued|accepted|^Call \d/m);
  });
});

describe('what cannot be written', () => {
  const lost: [string, string, Inputs, RunOptions, string[]][] = [
    [
      'the report, into a temporary folder that is none',
      'The report could not be written (E',
      {},
      { env: { RUNNER_TEMP: '/dev/null/temp' } },
      ['outputs', 'summary'],
    ],
    [
      'outputs, without their file',
      'could not be written',
      {},
      { prepare: ({ commandFiles }) => rm(commandFiles.GITHUB_OUTPUT) },
      ['summary'],
    ],
    [
      'the summary, without its file',
      'The job summary could not be written',
      {},
      { prepare: ({ commandFiles }) => rm(commandFiles.GITHUB_STEP_SUMMARY) },
      ['outputs', 'report'],
    ],
    [
      'the summary, without its variable',
      'The job summary could not be written',
      {},
      { env: { GITHUB_STEP_SUMMARY: undefined } },
      ['outputs', 'report'],
    ],
  ];
  it.concurrent.each(lost)(
    '%s, fails the step with the reason, and the rest is told',
    async (_name, reason, inputs, options, left) => {
      await withSlack({ users: USERS }, async (slack) => {
        const run = await resetWith(slack, { 'user-ids': `${JO} ${BOT}`, ...inputs }, { files: FILES, ...options });
        const told = {
          outputs: run.outputs['queued-count'] === '1',
          summary: run.summary.includes(BOT),
          report: run.report !== undefined,
        };
        expect([
          run.exitCode,
          Object.entries(told).flatMap(([name, is]) => (is ? [name] : [])),
          stackLines(run),
        ]).toEqual([1, left, []]);
        expect(annotations(run, 'error').some((message) => message.includes(reason))).toBe(true);
        expect(run.stdout).toContain(`${BOT}, user-ids[1]: failed (cannot_reset_bot)`);
        expect(standings(run)).toEqual(
          left.includes('outputs')
            ? [
                [JO, 'queued', null],
                [BOT, 'failed', 'cannot_reset_bot'],
              ]
            : [],
        );
      });
    },
  );
});
