import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { readInputs } from '../../src/inputs/inputs.ts';
import { INPUT_NAMES } from '../../src/inputs/names.ts';
import { renderOutputs } from '../../src/report/outputs.ts';
import { startRecord } from '../../src/report/run-record.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { VERSION } from '../../src/runner/version.ts';
import { ERROR_CODES, type ErrorClass } from '../../src/slack/error-catalogue.ts';
import { isPerUserCode } from '../../src/slack/error-codes.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readText('README.md');
const ACTION: unknown = parse(readText('action.yml'));

/** What Slack documents for `admin.users.session.resetBulk`. */
const RESET_BULK_CODES = [
  'access_denied',
  'accesslimited',
  'account_inactive',
  'cannot_reset_bot',
  'cannot_reset_primary_owner',
  'deprecated_endpoint',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'failed_for_some_users',
  'fatal_error',
  'feature_not_enabled',
  'internal_error',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_auth',
  'invalid_charset',
  'invalid_form_data',
  'invalid_post_type',
  'is_bot',
  'method_deprecated',
  'missing_post_type',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_an_admin',
  'not_authed',
  'org_login_required',
  'ratelimited',
  'request_timeout',
  'restricted_action',
  'service_unavailable',
  'session_reset_not_allowed',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
  'unknown_method',
  'user_not_found',
  'user_session_reset_failed',
];

/** The README's words for what an error is about. */
const ABOUT: Readonly<Record<ErrorClass, string>> = {
  'per-user': 'one person',
  transient: 'a passing fault',
  token: 'the token',
  permission: 'permission',
  network: 'the network',
  plan: 'the plan',
  migration: 'a migration',
  request: 'the request',
  unlisted: 'unknown',
};

/** An expression as workflows and `action.yml` write it. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sectionOf(value: unknown, name: string): Record<string, unknown> {
  const section = isRecord(value) ? value[name] : undefined;
  return isRecord(section) ? section : {};
}

/** The cells of a table's rows, without its head. */
function readTable(name: string): readonly (readonly string[])[] {
  const [, table = ''] = README.split(new RegExp(`<!-- /?${name} -->`));
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

function withoutTicks(cell: string | undefined): string {
  return cell?.replace(/^`(.*)`$/, '$1') ?? '';
}

/** The default as the README writes it. */
function toCell(input: unknown): string {
  const value = isRecord(input) ? input['default'] : undefined;
  if (value === undefined) {
    return '–';
  }
  return value === '' ? 'empty' : `\`${String(value)}\``;
}

describe('inputs', () => {
  const inputs = Object.entries(sectionOf(ACTION, 'inputs'));
  const names = inputs.map(([name]) => name);

  it('stand in the README in the order of action.yml, with the same defaults', () => {
    const rows = readTable('inputs').map(([name, , standard]) => [withoutTicks(name), standard]);
    expect(rows).toEqual(inputs.map(([name, input]) => [name, toCell(input)]));
  });

  it('have a meaning in action.yml and in the README', () => {
    const silent = inputs.filter(([, input]) => !isRecord(input) || !String(input['description'] ?? '').trim());
    expect(silent).toEqual([]);
    expect(readTable('inputs').filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
  });

  it('that the code knows are those of action.yml, in the same order', () => {
    expect(INPUT_NAMES).toEqual(names);
  });

  it('that the code knows are all read', () => {
    const code = ['inputs', 'values'].map((name) => readText(`src/inputs/${name}.ts`)).join('');
    expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });
});

describe('inputs left empty', () => {
  const before = { ...process.env };

  afterEach(() => {
    for (const name of Object.keys(process.env)) {
      if (!(name in before)) {
        delete process.env[name];
      }
    }
    Object.assign(process.env, before);
  });

  function readWith(defaults: Readonly<Record<string, unknown>>) {
    for (const name of Object.keys(process.env).filter((key) => /^INPUT_|^GITHUB_EVENT_NAME$/.test(key))) {
      delete process.env[name];
    }
    for (const [name, input] of Object.entries(defaults)) {
      process.env[`INPUT_${name.toUpperCase()}`] = isRecord(input) ? String(input['default'] ?? '') : '';
    }
    return readInputs();
  }

  it('mean the defaults of action.yml, but for the one that the runner fills in', () => {
    const all = sectionOf(ACTION, 'inputs');
    const { 'github-token': byRunner, ...others } = all;
    expect(sectionOf({ byRunner }, 'byRunner')['default']).toBe(expression('github.token'));
    const empty = Object.fromEntries(Object.keys(all).map((name) => [name, {}]));
    const withoutToken = { ...others, 'github-token': {} };
    expect(readWith(empty)).toEqual(readWith(withoutToken));
    expect(readWith(empty).inputs.githubToken).toBeUndefined();
    expect(readWith(all).inputs).toEqual({ ...readWith(empty).inputs, githubToken: expression('github.token') });
  });
});

describe('outputs', () => {
  const names = Object.keys(sectionOf(ACTION, 'outputs'));

  it('that the code writes are those of action.yml', () => {
    const { outputs } = renderOutputs(startRecord({}, 0), '');
    expect([...outputs.keys()]).toEqual(names);
  });

  it('stand in the README in the order of action.yml, with value, example and size', () => {
    const rows = readTable('outputs');
    expect(rows.map(([name]) => withoutTicks(name))).toEqual(names);
    expect(rows.filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
  });
});

describe('error codes', () => {
  it('hold all 41 of resetBulk, and the one of the look-up by e-mail address', () => {
    expect(RESET_BULK_CODES).toHaveLength(41);
    expect([...ERROR_CODES.keys()].toSorted()).toEqual([...RESET_BULK_CODES, 'users_not_found'].toSorted());
  });

  it.each([...ERROR_CODES])('%s has a class and one line of what to do', (_code, entry) => {
    expect(Object.keys(ABOUT)).toContain(entry.class);
    expect(entry.class).not.toBe('unlisted');
    expect(entry.remedy).toMatch(/^\S.*\S$/);
  });

  it('stand in the README with what they are about, what to do, and whether they can be ignored', () => {
    const rows = [...ERROR_CODES].map(([code, entry]) => [
      `\`${code}\``,
      ABOUT[entry.class],
      entry.remedy,
      isPerUserCode(code) ? 'yes' : '–',
    ]);
    expect(readTable('errors')).toEqual(rows);
  });
});

describe('the version', () => {
  it('is the same in package.json and in the code', () => {
    expect(sectionOf({ manifest: JSON.parse(readText('package.json')) }, 'manifest')['version']).toBe(VERSION);
  });

  it('has an entry in the changelog', () => {
    expect(readText('CHANGELOG.md')).toContain(`\n## [${VERSION}]`);
  });
});

/** Markdown files for readers: those at the root, and `docs/` with all its folders. */
function documents(): readonly string[] {
  const inDocs = existsSync(join(ROOT, 'docs')) ? readdirSync(join(ROOT, 'docs'), { recursive: true }) : [];
  const paths = [...readdirSync(ROOT), ...inDocs.map((path) => join('docs', String(path)))];
  return paths.filter((path) => path.endsWith('.md'));
}

function withoutCode(markdown: string): string {
  return markdown
    .replace(/^( *)```[\s\S]*?^\1```$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...withoutCode(markdown).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase());
  return new Set(headings.map((text) => text.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')));
}

function isBroken(target: string, document: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? join(ROOT, document) : resolve(ROOT, dirname(document), decodeURI(path));
  if (!existsSync(file)) {
    return true;
  }
  return anchor !== undefined && file.endsWith('.md') && !anchorsOf(readFileSync(file, 'utf8')).has(anchor);
}

describe('documents', () => {
  it.each(documents())('%s has no link to a file or heading that does not exist', (document) => {
    const targets = [...withoutCode(readText(document)).matchAll(/\]\(\s*<?([^)>\s]+)>?[^)]*\)/g)].map(
      ([, to = '']) => to,
    );
    const relative = targets.filter((target) => !/^[a-z]+:/i.test(target));
    expect(relative.filter((target) => isBroken(target, document))).toEqual([]);
  });

  it('includes all that a newcomer looks for', () => {
    expect(documents()).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md']),
    );
  });
});

interface Step {
  readonly uses: string;
  readonly run: string;
  readonly inputs: readonly string[];
}

function toStep(step: unknown): Step {
  const text = (name: string): string => (isRecord(step) && typeof step[name] === 'string' ? step[name] : '');
  return { uses: text('uses'), run: text('run'), inputs: Object.keys(sectionOf(step, 'with')) };
}

function stepsOf(example: unknown): readonly Step[] {
  if (Array.isArray(example)) {
    return example.map(toStep);
  }
  return Object.values(sectionOf(example, 'jobs')).flatMap((job) => {
    const steps = isRecord(job) ? job['steps'] : undefined;
    return Array.isArray(steps) ? steps.map(toStep) : [];
  });
}

/** The blocks of YAML that a document shows. */
function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
}

describe('examples of the README', () => {
  const texts = yamlBlocks(README);
  const examples = texts.map((text) => ({ text, value: parse(text) as unknown }));
  const workflows = examples.filter(({ value }) => isRecord(value) && 'jobs' in value);
  const steps = examples.flatMap(({ value }) => stepsOf(value)).filter(({ uses, run }) => uses !== '' || run !== '');
  const rosters = examples.filter(({ value }) => stepsOf(value).every(({ uses, run }) => uses === '' && run === ''));

  it('are YAML without errors and warnings', () => {
    const documents = texts.flatMap((text) => [...parseAllDocuments(text)]);
    expect(documents.flatMap((document) => [...document.errors, ...document.warnings])).toEqual([]);
    expect(documents).toHaveLength(texts.length);
  });

  it('show whole workflows that may only read', () => {
    expect(workflows.length).toBeGreaterThan(0);
    for (const { value } of workflows) {
      expect(sectionOf(value, 'permissions')).toEqual({ contents: 'read' });
      expect(isRecord(value) && 'on' in value).toBe(true);
    }
  });

  it('use this Action with inputs that it has', () => {
    const uses = steps.filter((step) => step.uses.includes('slack-session-reset'));
    const known = Object.keys(sectionOf(ACTION, 'inputs'));
    expect(uses.length).toBeGreaterThanOrEqual(workflows.length);
    expect(uses.flatMap(({ inputs }) => inputs).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('pin the actions of others by full commit SHA', () => {
    const others = steps.filter(({ uses }) => uses !== '' && !uses.startsWith('your-org/slack-session-reset@'));
    expect(others.filter(({ uses }) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  it('write no expression into a script', () => {
    expect(steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  });

  it('name rosters that are accepted as they stand', () => {
    expect(rosters.length).toBeGreaterThan(0);
    for (const { text } of rosters) {
      const { mentions, problems } = parseRoster(new TextEncoder().encode(text), 'README.md');
      expect(problems).toEqual([]);
      expect(mentions.length).toBeGreaterThan(0);
    }
  });

  it('say when somebody is due in agreement with the code', () => {
    const due = rosters.map(({ text }) => {
      const { mentions } = parseRoster(new TextEncoder().encode(text), 'README.md');
      return mentions.map(({ effectiveMs }) =>
        effectiveMs === undefined ? null : new Date(effectiveMs).toISOString(),
      );
    });
    expect(due).toEqual([
      ['2026-11-30T16:00:00.000Z', '2026-12-15T00:00:00.000Z', null],
      [null, null, '2026-12-15T00:00:00.000Z'],
    ]);
  });
});

/** The actions that a text uses: each `uses:` with its comment. */
function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, uses = '']) => uses);
}

const OWN = 'your-org/slack-session-reset@';

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
  return steps.filter(({ uses }) => String(uses).startsWith(OWN)).map((step) => sectionOf(step, 'with'));
}

describe('workflows in examples/', () => {
  const files = readdirSync(join(ROOT, 'examples')).filter((name) => /\.ya?ml$/.test(name));

  it('are the four that the README points to', () => {
    expect(files.toSorted()).toEqual(['by-hand.yml', 'nightly.yml', 'plan-and-reset.yml', 'with-evidence.yml']);
    expect(files.filter((name) => !README.includes(`](examples/${name})`))).toEqual([]);
  });

  describe.each(files)('%s', (name) => {
    const text = readText(join('examples', name));
    const workflow: unknown = parse(text);
    const jobs = jobsOf(workflow);

    it('is one YAML document without errors and warnings', () => {
      const documents = [...parseAllDocuments(text)];
      expect(documents.flatMap((document) => [...document.errors, ...document.warnings])).toEqual([]);
      expect(documents).toHaveLength(1);
    });

    it('uses this Action in every job, with inputs that it has', () => {
      const known = Object.keys(sectionOf(ACTION, 'inputs'));
      expect(jobs.length).toBeGreaterThan(0);
      for (const job of jobs) {
        expect(ownInputs(job).length).toBeGreaterThan(0);
        expect(ownInputs(job).flatMap(Object.keys)).toEqual(
          ownInputs(job)
            .flatMap(Object.keys)
            .filter((input) => known.includes(input)),
        );
      }
    });

    it('allows nothing by default, and each job no more than it needs', () => {
      expect(isRecord(workflow) && workflow['permissions']).toEqual({});
      for (const entry of jobs) {
        const comments = ownInputs(entry).some(({ comment }) => comment === true);
        const readsFiles = ownInputs(entry).some((inputs) => 'roster' in inputs);
        expect(entry.job['permissions']).toEqual({
          ...(readsFiles ? { contents: 'read' } : {}),
          ...(comments ? { 'pull-requests': 'write' } : {}),
        });
      }
    });

    it('has a concurrency group, and one for each run unless the next run makes up for it', () => {
      const { group, 'cancel-in-progress': cancels } = sectionOf(workflow, 'concurrency');
      const isAlone = /github\.(?:sha|run_id)\b/.test(String(group));
      const entries = jobs.flatMap(ownInputs).map((inputs) => ('roster' in inputs ? inputs['roster-entries'] : 'none'));
      expect(String(group)).toMatch(/^\$\{\{ github\.workflow \}\}/);
      expect(cancels).toEqual(jobs.length > 1 ? expression("github.event_name == 'pull_request'") : false);
      expect(isAlone).toBe(!entries.every((entry) => entry === 'all'));
    });

    it('gives the token only to a job in an environment, and none to a plan', () => {
      for (const entry of jobs) {
        const needsToken = ownInputs(entry).some((inputs) => inputs['dry-run'] !== true);
        const hasToken = ownInputs(entry).some((inputs) => inputs['token'] === expression('secrets.SLACK_ADMIN_TOKEN'));
        expect(hasToken).toBe(needsToken);
        expect(typeof entry.job['environment']).toBe(needsToken ? 'string' : 'undefined');
        expect(JSON.stringify(entry.job).includes('secrets.')).toBe(needsToken);
      }
    });

    it('gives the job more time than the Action', () => {
      for (const entry of jobs) {
        const budgets = ownInputs(entry).map((inputs) => Number(inputs['timeout-minutes']));
        expect(Number(entry.job['timeout-minutes'])).toBeGreaterThanOrEqual(Math.max(...budgets) + 5);
      }
    });

    it('pins all actions by full commit SHA with the version, those of others as the README does', () => {
      const uses = usesIn(text);
      const ofReadme = usesIn(README).filter((use) => !use.startsWith(OWN));
      expect(uses).toHaveLength(jobs.flatMap(({ steps }) => steps).filter((step) => 'uses' in step).length);
      expect(uses.filter((use) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
      expect(uses.filter((use) => !use.startsWith(OWN) && !ofReadme.includes(use))).toEqual([]);
    });

    it('leaves no credentials behind and writes no expression into a script', () => {
      const steps = jobs.flatMap((entry) => entry.steps);
      const checkouts = steps.filter(({ uses }) => String(uses).startsWith('actions/checkout@'));
      expect(checkouts.map((step) => sectionOf(step, 'with')['persist-credentials'])).toEqual(
        checkouts.map(() => false),
      );
      expect(steps.filter(({ run }) => String(run ?? '').includes('${{'))).toEqual([]);
    });
  });
});

describe('the Slack app of docs/setup.md', () => {
  const manifests = yamlBlocks(readText(join('docs', 'setup.md')))
    .map((text): unknown => parse(text))
    .filter((value) => isRecord(value) && 'display_information' in value);

  it('is one manifest that Slack would take', () => {
    expect(manifests).toHaveLength(1);
    const { name, description } = sectionOf(manifests[0], 'display_information');
    expect(String(name).length).toBeLessThanOrEqual(35);
    expect(String(description).length).toBeLessThanOrEqual(140);
  });

  it('is installed on the whole organization, does not rotate its token, and asks for what the Action uses', () => {
    const settings = sectionOf(manifests[0], 'settings');
    expect([settings['org_deploy_enabled'], settings['token_rotation_enabled']]).toEqual([true, false]);
    const scopes = sectionOf(sectionOf(manifests[0], 'oauth_config'), 'scopes');
    const asked = ['admin.users:write', 'admin.users:read', 'users:read', 'users:read.email'];
    expect(scopes).toEqual({ user: asked });
    expect(asked.filter((scope) => !README.includes(`\`${scope}\``))).toEqual([]);
  });
});
