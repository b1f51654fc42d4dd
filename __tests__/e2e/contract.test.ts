import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { withTables } from '../../scripts/write-tables.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { INPUT_NAMES } from '../../src/inputs/names.ts';
import { renderOutputs } from '../../src/report/outputs.ts';
import { startRecord } from '../../src/report/run-record.ts';
import { STATUSES } from '../../src/reset/results.ts';
import { VERSION } from '../../src/runner/version.ts';
import { ERROR_CODES } from '../../src/slack/error-catalogue.ts';
import { classOf } from '../../src/slack/error-codes.ts';
import { isRecord, readTable, readText, sectionOf } from '../support/documents.ts';

const README = readText('README.md');
const REFERENCE = readText('docs/reference.md');
const TROUBLESHOOTING = readText('docs/troubleshooting.md');
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

/** The Action's own codes that need a remedy; `missing_scope` is Slack's too, and means another thing when verifying. */
const OWN_CODES = [
  'cancelled',
  'connection_lost',
  'deactivated',
  'earlier_roster',
  'found_signed_in',
  'http_…',
  'implausible_listing',
  'invalid_response',
  'look_failed',
  'max_users',
  'missing_scope',
  'never_listed',
  'no_session',
  'protected_user',
  'sessions_left',
  'signed_in_again',
  'time_limit',
  'timeout',
  'unexpected_error',
  'unreachable',
  'unrecognized_error',
  'wrong_person',
];

/** An expression as workflows and `action.yml` write it. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
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

  it('stand in the reference in the order of action.yml, with the same defaults', () => {
    const rows = readTable(REFERENCE, 'inputs').map(([name, , standard]) => [withoutTicks(name), standard]);
    expect(rows).toEqual(inputs.map(([name, input]) => [name, toCell(input)]));
  });

  it('stand in the README, each in one of its four groups, with the same defaults', () => {
    const rows = readTable(README, 'inputs').map(([name, standard]) => [withoutTicks(name), standard]);
    const sorted = (list: readonly (readonly unknown[])[]) =>
      list.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(sorted(rows)).toEqual(sorted(inputs.map(([name, input]) => [name, toCell(input)])));
    expect([...README.matchAll(/^\| input \| default \| meaning \|$/gm)]).toHaveLength(4);
  });

  it('have a meaning in action.yml, in the README and in the reference', () => {
    const silent = inputs.filter(([, input]) => !isRecord(input) || !String(input['description'] ?? '').trim());
    expect(silent).toEqual([]);
    expect(readTable(README, 'inputs').filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
    expect(readTable(REFERENCE, 'inputs').filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
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

  it.each([
    ['the README', README, 2],
    ['the reference', REFERENCE, 4],
  ])('stand in %s in the order of action.yml', (_where, text, columns) => {
    const rows = readTable(text, 'outputs');
    expect(rows.map(([name]) => withoutTicks(name))).toEqual(names);
    expect(rows.filter((cells) => cells.length !== columns || cells.includes(''))).toEqual([]);
  });
});

describe('statuses', () => {
  it('stand in the README in the order of the code', () => {
    const rows = readTable(README, 'statuses');
    expect(rows.map(([name]) => withoutTicks(name))).toEqual(STATUSES);
  });
});

describe('error codes', () => {
  it('hold all 41 of resetBulk, and the one of the look-up by e-mail address', () => {
    expect(RESET_BULK_CODES).toHaveLength(41);
    expect([...ERROR_CODES.keys()].toSorted()).toEqual([...RESET_BULK_CODES, 'users_not_found'].toSorted());
  });

  it.each([...ERROR_CODES])('%s has a class and one line of what to do', (code, entry) => {
    expect(classOf(code)).not.toBe('unlisted');
    expect(entry.remedy).toMatch(/^\S.*\S$/);
  });

  it('stand in docs/troubleshooting.md with what to do, in the words of the job summary', () => {
    // `npm run docs` brings the page up to date.
    expect(TROUBLESHOOTING).toBe(withTables(TROUBLESHOOTING));
    const codes = readTable(TROUBLESHOOTING, 'errors').map(([code]) => withoutTicks(code));
    expect(codes.toSorted()).toEqual([...RESET_BULK_CODES, 'users_not_found'].toSorted());
  });

  it('of the Action itself stand there, all that the contract has', () => {
    const codes = readTable(TROUBLESHOOTING, 'own-codes').flatMap(([cell = '']) => cell.match(/[a-z_…]+/g) ?? []);
    expect([...new Set(codes)].toSorted()).toEqual(OWN_CODES);
    expect(readTable(TROUBLESHOOTING, 'own-codes').filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual(
      [],
    );
    expect(TROUBLESHOOTING).not.toContain('Slack did not document this code');
  });

  it('that matter are eight in the README, and all of them are in docs/troubleshooting.md', () => {
    const codes = readTable(README, 'codes').flatMap(([cell = '']) => cell.match(/[a-z_]+/g) ?? []);
    expect(codes).toHaveLength(8);
    expect(codes.filter((code) => !TROUBLESHOOTING.includes(`| \`${code}\` |`))).toEqual([]);
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
