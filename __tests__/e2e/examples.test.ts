import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { parseRoster } from '../../src/roster/parse.ts';
import { isRecord, ROOT, readText, sectionOf, usesIn } from '../support/documents.ts';
import { runAction } from '../support/run-action.ts';
import { EXAMPLE_COMPANY, SIMULATOR_TOKEN, startSlackSimulator } from '../support/slack-simulator/index.ts';

const ACTION: unknown = parse(readText('action.yml'));
const OWN = /^[\w.-]+\/slack-session-reset@/;
/** Files in examples/ that are read by GitHub as workflows. */
const FILES = readdirSync(join(ROOT, 'examples')).filter((name) => /\.ya?ml$/.test(name) && name !== 'issue-form.yml');

/** An expression as workflows write it. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

interface Job {
  readonly name: string;
  readonly job: Record<string, unknown>;
  readonly steps: readonly Record<string, unknown>[];
}

function jobsOf(workflow: unknown): readonly Job[] {
  return Object.entries(sectionOf(workflow, 'jobs')).map(([name, job]) => {
    const steps = isRecord(job) && Array.isArray(job['steps']) ? job['steps'].filter(isRecord) : [];
    return { name, job: isRecord(job) ? job : {}, steps };
  });
}

/** The steps of a job that use this Action, by their inputs. */
function ownInputs({ steps }: Job): readonly Record<string, unknown>[] {
  return steps.filter(({ uses }) => OWN.test(String(uses))).map((step) => sectionOf(step, 'with'));
}

function scriptOf(file: string, job: string, step: number): string {
  const found = jobsOf(parse(readText(join('examples', file)))).find(({ name }) => name === job)?.steps[step];
  return String(found?.['run']);
}

describe('examples/', () => {
  it('are all explained in docs/workflows.md', () => {
    const names = readdirSync(join(ROOT, 'examples')).filter((name) => /\.(?:ya?ml|jq)$/.test(name));
    const page = readText('docs/workflows.md');
    expect(names.filter((name) => !page.includes(`](../examples/${name})`))).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });
});

describe.each(FILES)('examples/%s', (name) => {
  const text = readText(join('examples', name));
  const workflow: unknown = parse(text);
  const jobs = jobsOf(workflow);
  const users = jobs.filter((job) => ownInputs(job).length > 0);

  it('is one YAML document without errors and warnings', () => {
    const documents = [...parseAllDocuments(text)];
    expect(documents.flatMap((document) => [...document.errors, ...document.warnings])).toEqual([]);
    expect(documents).toHaveLength(1);
  });

  it('uses this Action with inputs that it has, or the reusable workflow', () => {
    const known = Object.keys(sectionOf(ACTION, 'inputs'));
    expect(users.length > 0 || name === 'call-reusable.yml').toBe(true);
    const given = users.flatMap(ownInputs).flatMap((inputs) => Object.keys(inputs));
    expect(given.filter((input) => !known.includes(input))).toEqual([]);
  });

  it('allows nothing by default, and a job with this Action no more than it needs', () => {
    expect(isRecord(workflow) && workflow['permissions']).toEqual({});
    for (const entry of users) {
      const steps = entry.steps.map(({ uses }) => String(uses ?? ''));
      const comments = ownInputs(entry).some(({ comment }) => comment === true);
      const proves = steps.some((uses) => /vault-action|configure-aws|actions\/attest@/.test(uses));
      expect(entry.job['permissions']).toEqual({
        ...(steps.some((uses) => uses.startsWith('actions/checkout@')) ? { contents: 'read' } : {}),
        ...(comments ? { [name === 'issueops.yml' ? 'issues' : 'pull-requests']: 'write' } : {}),
        ...(proves ? { 'id-token': 'write' } : {}),
        ...(steps.some((uses) => uses.startsWith('actions/attest@')) ? { attestations: 'write' } : {}),
      });
    }
  });

  it('lets GitHub drop no run with people whom no later run makes up for', () => {
    const list = [sectionOf(workflow, 'concurrency'), ...jobs.map(({ job }) => sectionOf(job, 'concurrency'))];
    const [concurrency] = list.filter((section) => 'group' in section);
    const resets = users.flatMap(ownInputs).filter((inputs) => inputs['dry-run'] !== true);
    const isMadeUpFor = resets.every((inputs) => inputs['roster-entries'] === 'all');
    const isAlone = /github\.(?:sha|run_id)\b/.test(String(concurrency?.['group']));
    expect(isAlone || isMadeUpFor || concurrency?.['queue'] === 'max').toBe(true);
    expect(concurrency !== undefined || name === 'call-reusable.yml').toBe(true);
  });

  it('gives the token only to a job in an environment, and none to a plan', () => {
    for (const entry of users) {
      const needsToken = ownInputs(entry).some((inputs) => inputs['dry-run'] !== true);
      const tokens = ownInputs(entry).flatMap(({ token }) => (token === undefined ? [] : [token]));
      const possible = [expression('secrets.SLACK_ADMIN_TOKEN'), expression('steps.vault.outputs.SLACK_ADMIN_TOKEN')];
      expect(tokens.filter((token) => !possible.includes(String(token)))).toEqual([]);
      expect(tokens.length).toBe(needsToken ? 1 : 0);
      expect(typeof entry.job['environment']).toBe(needsToken ? 'string' : 'undefined');
      expect(needsToken || !JSON.stringify(entry.job).includes('secrets.')).toBe(true);
    }
  });

  it('protects people, bounds their number, and keeps the report of a reset', () => {
    for (const entry of users) {
      const resets = ownInputs(entry).filter((inputs) => inputs['dry-run'] !== true);
      for (const inputs of resets) {
        expect([inputs['verify'], inputs['protected-user-ids']]).toEqual([
          true,
          expression('vars.SLACK_PROTECTED_USER_IDS'),
        ]);
        expect(inputs['max-users']).toBeDefined();
      }
      const keeps = entry.steps.filter((step) => JSON.stringify(step).includes('steps.slack.outputs.report-path'));
      expect(keeps.length > 0).toBe(resets.length > 0);
      expect(keeps.filter((step) => !String(step['if']).includes('always()'))).toEqual([]);
    }
  });

  it('gives the job more time than the Action', () => {
    for (const entry of users) {
      const budgets = ownInputs(entry).map((inputs) => Number(inputs['timeout-minutes']));
      expect(Number(entry.job['timeout-minutes'])).toBeGreaterThanOrEqual(Math.max(...budgets) + 5);
    }
  });

  it('pins this Action by full commit SHA with the version', () => {
    const own = usesIn(text).filter((use) => OWN.test(use));
    expect(own.filter((use) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
    expect(own).toHaveLength(users.flatMap(ownInputs).length);
  });

  it('leaves no credentials behind and writes no expression into a script', () => {
    const steps = jobs.flatMap((entry) => entry.steps);
    const checkouts = steps.filter(({ uses }) => String(uses).startsWith('actions/checkout@'));
    expect(checkouts.map((step) => sectionOf(step, 'with')['persist-credentials'])).toEqual(checkouts.map(() => false));
    expect(steps.filter(({ run }) => String(run ?? '').includes('${{'))).toEqual([]);
  });
});

describe('the reusable workflow', () => {
  it('is called in eight lines', () => {
    const lines = readText('examples/call-reusable.yml').split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(8);
  });

  it('gets what it needs and nothing else', () => {
    const { workflow_call: call } = sectionOf(parse(readText('examples/reusable.yml')), 'on');
    const [caller] = jobsOf(parse(readText('examples/call-reusable.yml')));
    expect(Object.keys(sectionOf(caller?.job, 'secrets'))).toEqual(Object.keys(sectionOf(call, 'secrets')));
    expect(Object.keys(sectionOf(caller?.job, 'with')).filter((name) => !(name in sectionOf(call, 'inputs')))).toEqual(
      [],
    );
    const [called] = jobsOf(parse(readText('examples/reusable.yml')));
    expect(caller?.job['permissions']).toEqual(called?.job['permissions']);
  });
});

describe('scripts in examples', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'example-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a script as the runner does. */
  function runScript(script: string, env: Readonly<Record<string, string>>): { output: string; status: number | null } {
    const path = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
    const { stdout, stderr, status } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-c', script], {
      env: { ...env, PATH: path, RUNNER_TEMP: folder },
      encoding: 'utf8',
    });
    return { output: stdout + stderr, status };
  }

  function writeEvent(payload: unknown): string {
    const file = join(folder, 'event.json');
    writeFileSync(file, JSON.stringify(payload));
    return file;
  }

  it.each(['plan', 'reset'])('mask every address of the form by hand, in the job %s', (job) => {
    const event = writeEvent({ inputs: { emails: 'jo@example.com, "ann@example.com"\n["x+y@example.org"]' } });
    const { output, status } = runScript(scriptOf('by-hand.yml', job, 0), { GITHUB_EVENT_PATH: event });
    expect([output.trim().split('\n'), status]).toEqual([
      ['::add-mask::jo@example.com', '::add-mask::ann@example.com', '::add-mask::x+y@example.org'],
      0,
    ]);
  });

  it('pass when the form by hand has no addresses', () => {
    const event = writeEvent({ inputs: { emails: '' } });
    expect(runScript(scriptOf('by-hand.yml', 'reset', 0), { GITHUB_EVENT_PATH: event })).toEqual({
      output: '',
      status: 0,
    });
  });

  describe.each(['plan', 'reset'])('that turn an issue into a roster, in the job %s', (job) => {
    function rosterOf(body: string | null): ReturnType<typeof parseRoster> {
      const event = writeEvent({ issue: { body } });
      expect(runScript(scriptOf('issueops.yml', job, 0), { GITHUB_EVENT_PATH: event })).toEqual({
        output: '',
        status: 0,
      });
      return parseRoster(readFileSync(join(folder, 'issue.yml')), 'issue.yml');
    }

    it('read people and ticket as the form writes them', () => {
      const { mentions, problems } = rosterOf(
        '### Who\r\n\r\nW012A3CDE\r\n<@U024B4DEF> jo@example.com\r\n\r\n### Ticket\r\n\r\nHR-1234\r\n',
      );
      expect(problems).toEqual([]);
      expect(mentions.map(({ userId, email, ticket }) => [userId ?? email, ticket])).toEqual([
        ['W012A3CDE', 'HR-1234'],
        ['U024B4DEF', 'HR-1234'],
        ['jo@example.com', 'HR-1234'],
      ]);
    });

    it('leave to the Action what is no ID, and let no text become YAML or a command', () => {
      const text = '### Who\n\nJo", effective: x\n$(touch pwned)\n\n### Ticket\n\nT\n';
      expect(rosterOf(text).problems.length).toBeGreaterThan(0);
      expect(readdirSync(folder).toSorted()).toEqual(['event.json', 'issue.yml']);
    });

    it('find nobody in an issue that did not come from the form', () => {
      expect(rosterOf('Please sign out W012A3CDE').mentions).toEqual([]);
      expect(rosterOf(null).mentions).toEqual([]);
    });
  });

  it('have the titles of the issue form', () => {
    const form: unknown = parse(readText('examples/issue-form.yml'));
    const body = isRecord(form) && Array.isArray(form['body']) ? form['body'] : [];
    expect(body.map((field: unknown) => sectionOf(field, 'attributes')['label'])).toEqual(['Who', 'Ticket']);
    expect(isRecord(form) && form['labels']).toEqual(['slack-sign-out']);
  });

  describe('of the nightly issue', () => {
    const script = scriptOf('nightly.yml', 'issue', 0);

    /** Runs the script with a stand-in for gh that knows of an open issue, or of none. */
    function notify(result: string, openIssue: string): readonly string[] {
      const calls = join(folder, 'calls');
      writeFileSync(calls, '');
      const bin = join(folder, 'bin');
      spawnSync('mkdir', ['-p', bin]);
      const lines = ['#!/bin/sh', `echo "$*" >> '${calls}'`, `[ "$2" = list ] && printf '%s' '${openIssue}'`, 'exit 0'];
      writeFileSync(join(bin, 'gh'), lines.join('\n'));
      chmodSync(join(bin, 'gh'), 0o755);
      const env = { RESULT: result, OUTCOME: 'partial', FAILED: '2', RUN_URL: 'https://example.com/run', LABEL: 'red' };
      expect(runScript(script, env).status).toBe(0);
      const lists = readFileSync(calls, 'utf8').trim().split('\n');
      return lists.map((call) => call.split(' ').slice(0, 3).join(' '));
    }

    it('opens one when red', () => {
      expect(notify('failure', '')).toEqual(['issue list --label', 'label create red', 'issue create --label']);
      expect(notify('cancelled', '')).toContain('issue create --label');
    });

    it('comments on the open one while it stays red', () => {
      expect(notify('failure', '7')).toEqual(['issue list --label', 'issue comment 7']);
    });

    it('closes it when green, and does nothing when there is none', () => {
      expect(notify('success', '7')).toEqual(['issue list --label', 'issue close 7']);
      expect(notify('success', '')).toEqual(['issue list --label']);
    });
  });

  describe('that make one CSV over many reports', () => {
    function toCsv(...reports: readonly string[]): readonly string[] {
      const files = reports.map((report, index) => {
        const file = join(folder, `${index}.json`);
        writeFileSync(file, report);
        return file;
      });
      const args = ['-n', '-r', '-f', join(ROOT, 'examples', 'reports-to-csv.jq'), ...files];
      const { stdout, stderr, status } = spawnSync('jq', args, { encoding: 'utf8' });
      expect([stderr, status]).toEqual(['', 0]);
      return stdout.trim().split('\n');
    }

    it('have one head, and a line for each person of each run', async () => {
      const slack = await startSlackSimulator({ users: EXAMPLE_COMPANY });
      const run = await runAction(
        { token: SIMULATOR_TOKEN, roster: 'leavers.yml', 'user-ids': 'W012A3CDE', 'api-url': slack.url },
        { files: { 'leavers.yml': '- user_id: U0BOT00001\n  ticket: \'=HYPERLINK("x")\'\n' } },
      );
      await slack.close();
      const lines = toCsv(run.reportText, run.reportText);
      expect(lines).toHaveLength(5);
      expect(lines[0]).toMatch(/^"started_at","repository","run_url","outcome","user_id","status","error"/);
      expect(new Set(lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length))).toEqual(
        new Set([18]),
      );
      expect(lines[1]).toContain('"partial","W012A3CDE","queued"');
      expect(lines[2]).toContain('"failed","cannot_reset_bot"');
      expect(lines[2]).toContain('"\'=HYPERLINK(""x"")"');
    });

    it('read evidence where there is some', () => {
      const evidence = { sessions_before: ['1', '2'], sessions_after: [], queued_at: 'q', verified_at: 'v', looks: 2 };
      const result = { user_id: 'W1', status: 'verified', evidence };
      const [, line] = toCsv(JSON.stringify({ run: {}, results: [result] }));
      expect(line).toContain('"q","v",2,2,0,');
    });
  });
});
