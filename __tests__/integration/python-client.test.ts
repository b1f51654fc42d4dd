import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { pythonFolder } from '../../scripts/tools/install.ts';
import { closeAfterEach, startForTest } from '../support/simulator-calls.ts';
import { SIMULATOR_TOKEN, type SimulatedUser, type SlackSimulator } from '../support/slack-simulator/index.ts';
import { describeWith } from '../support/witnesses.ts';

// Slack's client for Python judges the simulator too: it sends other forms, and reads with other code.
closeAfterEach();

const ORG = 'E012A3CDE';
const SDK = pythonFolder('slack-sdk');
const SCRIPT = join(import.meta.dirname, '..', 'support', 'python-client.py');

const COMPANY: readonly SimulatedUser[] = [
  { id: 'W0MEMBER01', email: 'jo@example.com' },
  { id: 'U0LOCAL001', enterpriseId: 'W0GLOBAL01', email: 'sam@example.com' },
  { id: 'W0GONE0001', kind: 'deactivated', email: 'former@example.com' },
  { id: 'U0BOT00001', kind: 'bot' },
];

interface PythonCall {
  readonly method: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  /** Follows all pages, and gathers what is under this key. */
  readonly pages?: string;
}

interface PythonAnswer {
  readonly code: string;
  readonly status?: number;
  readonly retry_after?: string;
  readonly scopes?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly items?: readonly Readonly<Record<string, unknown>>[];
  readonly read?: unknown;
}

async function callFromPython(
  slack: SlackSimulator,
  calls: readonly PythonCall[],
  token = SIMULATOR_TOKEN,
): Promise<readonly PythonAnswer[]> {
  const child = spawn('python3', [SCRIPT], { env: { ...process.env, PYTHONPATH: SDK } });
  const withArguments = calls.map((call) => ({ arguments: {}, ...call }));
  child.stdin.end(JSON.stringify({ url: slack.url, token, calls: withArguments }));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (stdout === '') {
    throw new Error(`slack_sdk failed: ${stderr}`);
  }
  return JSON.parse(stdout).answers;
}

const isThere = existsSync(SDK) && spawnSync('python3', ['--version']).status === 0;

describeWith("Slack's client for Python", isThere)('slack_sdk', () => {
  it('resets people in bulk, as a list and as a text, and one person', async () => {
    const slack = await startForTest({ users: COMPANY });
    const answers = await callFromPython(slack, [
      {
        method: 'admin_users_session_resetBulk',
        arguments: { user_ids: ['W0MEMBER01', 'U0LOCAL001'], mobile_only: true },
      },
      { method: 'admin_users_session_resetBulk', arguments: { user_ids: 'W0MEMBER01,U0LOCAL001', web_only: true } },
      { method: 'admin_users_session_reset', arguments: { user_id: 'W0MEMBER01' } },
    ]);
    expect(answers.map(({ code }) => code)).toEqual(['ok', 'ok', 'ok']);
    expect(slack.groups()).toEqual(Array(2).fill(['W0MEMBER01', 'U0LOCAL001']));
    expect([slack.sessionsOf('W0MEMBER01'), slack.sessionsOf('U0LOCAL001')]).toEqual([[], []]);
  });

  it('reads the token, accounts and sessions', async () => {
    const slack = await startForTest({ users: COMPANY });
    const answers = await callFromPython(slack, [
      { method: 'auth_test' },
      { method: 'users_info', arguments: { user: 'U0LOCAL001' } },
      { method: 'users_lookupByEmail', arguments: { email: 'jo@example.com' } },
      { method: 'admin_users_list', arguments: { team_id: ORG, is_active: false } },
      { method: 'admin_users_session_list', arguments: { user_id: 'W0MEMBER01', team_id: ORG } },
    ]);
    expect(answers[0]?.scopes).toContain('admin.users:write');
    expect(answers.map(({ body }) => body)).toMatchObject([
      { ok: true, enterprise_id: ORG, user_id: 'W0ADMIN001' },
      { user: { id: 'U0LOCAL001', deleted: false, enterprise_user: { id: 'W0GLOBAL01' } } },
      { user: { id: 'W0MEMBER01', profile: { email: 'jo@example.com' } } },
      { users: [{ id: 'W0GONE0001', is_active: false }] },
      { active_sessions: [{ user_id: 'W0MEMBER01' }, { user_id: 'W0MEMBER01' }] },
    ]);
  });

  it('follows the pages by itself', async () => {
    const slack = await startForTest({ users: COMPANY, sessionPageSize: 1, userPageSize: 2 });
    const [sessions, users] = await callFromPython(slack, [
      { method: 'admin_users_session_list', pages: 'active_sessions' },
      { method: 'admin_users_list', arguments: { team_id: ORG }, pages: 'users' },
    ]);
    expect(sessions?.items?.map((item) => item['user_id'])).toEqual([
      'W0MEMBER01',
      'W0MEMBER01',
      'W0GLOBAL01',
      'W0GLOBAL01',
    ]);
    expect(users?.items?.map((item) => item['id'])).toEqual(['W0MEMBER01', 'W0GLOBAL01', 'U0BOT00001', 'W0ADMIN001']);
  });

  it('reads refusals: of people, of scopes, of the rate', async () => {
    const slack = await startForTest({ users: COMPANY, scopes: ['users:read'], rateLimit: { perMinute: 1, burst: 1 } });
    const answers = await callFromPython(slack, [
      { method: 'users_info', arguments: { user: 'W0NOBODY01' } },
      { method: 'admin_users_session_resetBulk', arguments: { user_ids: ['W0MEMBER01'] } },
      { method: 'users_info', arguments: { user: 'W0MEMBER01' } },
    ]);
    expect(answers).toMatchObject([
      { code: 'user_not_found', status: 200 },
      { code: 'missing_scope', body: { needed: 'admin.users:write', provided: 'users:read' } },
      { code: 'ratelimited', status: 429, retry_after: '60' },
    ]);
  });

  it.each(['array', 'json-string'] as const)('reads the people in the audit log: %s', async (auditDetails) => {
    const scopes = ['admin.users:write', 'auditlogs:read'];
    const refused = { id: 'W0REFUSED1', refusal: 'failed_for_some_users' };
    const slack = await startForTest({ users: [...COMPANY, refused], auditDetails, scopes });
    const user_ids = ['W0MEMBER01', 'W0REFUSED1'];
    const [, audit] = await callFromPython(slack, [
      { method: 'admin_users_session_resetBulk', arguments: { user_ids } },
      { method: 'audit_logs', arguments: { action: 'bulk_session_reset_by_admin' } },
    ]);
    expect(audit?.read).toEqual([{ succeeded: ['W0MEMBER01'], failed: ['W0REFUSED1'] }]);
  });
});
