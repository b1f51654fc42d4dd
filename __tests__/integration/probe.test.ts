import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from '@jest/globals';
import { closeAfterEach, startForTest } from '../support/simulator-calls.ts';
import {
  type OpenQuestions,
  SIMULATOR_TOKEN,
  type SimulatedUser,
  type SimulatorOptions,
  type SlackSimulator,
} from '../support/slack-simulator/index.ts';

closeAfterEach();

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'probe.ts');
const folder = mkdtempSync(join(tmpdir(), 'probe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MEMBER = 'W0MEMBER01';
const TWO_IDS = 'U0LOCAL001';
const COMPANY: readonly SimulatedUser[] = [
  { id: MEMBER, email: 'jo@example.com' },
  { id: TWO_IDS, enterpriseId: 'W0GLOBAL01', email: 'sam@example.com' },
  { id: 'W0BYSTAND1', email: 'kim@example.com' },
  { id: 'U0BOT00001', kind: 'bot' },
  { id: 'W0PRIMARY1', kind: 'primary-owner' },
  { id: 'W0GONE0001', kind: 'deactivated' },
  { id: 'U0STRANGE1', kind: 'stranger' },
];
const NAMED = [MEMBER, TWO_IDS, 'U0BOT00001', 'W0PRIMARY1', 'W0GONE0001', 'U0STRANGE1'];
const SCOPES = ['admin.users:write', 'admin.users:read', 'users:read', 'auditlogs:read'];

interface ProbeRun {
  readonly status: unknown;
  readonly output: string;
  /** The answers of the table, by the name of the switch. */
  readonly answers: ReadonlyMap<string, string>;
}

async function probe(slack: SlackSimulator, userIds: readonly string[], ...options: string[]): Promise<ProbeRun> {
  const file = join(folder, `${performance.now()}.md`);
  const users = userIds.flatMap((userId) => ['--user', userId]);
  const quick = ['--watch-seconds', '1', '--poll-seconds', '0.05', '--output', file];
  const child = spawn(process.execPath, [SCRIPT, '--api-url', slack.url, ...users, ...quick, ...options], {
    env: { ...process.env, SLACK_TOKEN: SIMULATOR_TOKEN },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const table = status === 0 ? readFileSync(file, 'utf8') : '';
  const rows = table.matchAll(/^\| .* \| `([^`]+)` \| `?(.*?)`? \|$/gm);
  return {
    status,
    output: stdout + stderr + table,
    answers: new Map([...rows].map(([, name = '', answer = '']) => [name, answer])),
  };
}

async function start(options: SimulatorOptions): Promise<SlackSimulator> {
  return startForTest({ users: COMPANY, scopes: SCOPES, ...options });
}

describe('npm run probe', () => {
  /** Two organizations that answer every question differently. */
  const ONE: OpenQuestions = {
    orgTeamIdAccepted: true,
    accountId: 'local',
    listedId: 'enterprise',
    listAccepts: 'both',
    resetAccepts: 'both',
    listedTeamId: 'organization',
    recent: 'sometimes',
    emptyListing: 'no_active_sessions',
    unknownUsers: 'user_not_found',
    deactivatedUsers: 'accept',
    botUsers: 'cannot_reset_bot',
    primaryOwners: 'cannot_reset_primary_owner',
    strangers: 'user_not_found',
    namesInOtherRefusals: false,
    okWithFailures: 'never',
    auditDetails: 'array',
  };
  const OTHER: OpenQuestions = {
    orgTeamIdAccepted: 'lists-nobody',
    accountId: 'enterprise',
    listedId: 'local',
    listAccepts: 'local',
    resetAccepts: 'enterprise',
    listedTeamId: 'workspace',
    recent: 'always',
    emptyListing: 'empty-array',
    unknownUsers: 'failed_for_some_users',
    failedForSomeAppliesRest: true,
    deactivatedUsers: 'user_not_found',
    botUsers: 'accept',
    primaryOwners: 'session_reset_not_allowed',
    strangers: 'failed_for_some_users',
    namesInOtherRefusals: true,
    okWithFailures: 'never',
    auditDetails: 'json-string',
  };

  it.each([
    ['one', ONE],
    ['another', OTHER],
  ])('finds out how %s organization answers', async (_name, switches) => {
    const slack = await start(switches);
    const { status, answers } = await probe(slack, NAMED, '--yes');
    expect(status).toBe(0);
    const found = Object.keys(switches).map((name) => [name, answers.get(name)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(switches).map(([name, value]) => [name, String(value)])),
    );
  });

  it('finds the words about a malformed ID and the shape that names people, without the names', async () => {
    const slack = await start({ unknownUsers: 'failed_for_some_users', failedForSome: 'map' });
    const { answers } = await probe(slack, [MEMBER], '--yes');
    expect(answers.get('userIdPattern')).toBe(
      '{ok: false, error: "invalid_arguments", response_metadata: {messages: ' +
        '["[ERROR] input must match regex pattern: ^[UW][A-Z0-9]{2,}$ [json-pointer:/user_ids/1]"]}}',
    );
    expect(answers.get('failedForSome')).toBe(
      '{ok: false, error: "failed_for_some_users", failed_user_ids: {(ID): "failed_for_some_users"}}',
    );
  });

  it('notices an answer that is ok and names people', async () => {
    const slack = await start({ okWithFailures: 'map' });
    const { answers } = await probe(slack, [MEMBER], '--yes');
    expect(answers.get('okWithFailures')).toBe('{failed_user_ids: {(ID): "user_not_found"}}');
  });

  it('measures how long the listing shows sessions, and how late the audit log is', async () => {
    const slack = await start({ resetDelayMs: 300, auditDelayMs: 400, unknownUsers: 'accept' });
    const slow = await probe(slack, [MEMBER], '--yes');
    expect(slow.answers.get('time until gone')).toBe('at most 1 s');
    expect(slow.answers.get('audit events')).toBe('3 of 4 calls, 3 of them accepted; after at most 1 s');
    const sticky = await start({ users: [{ id: MEMBER, sticky: true }] });
    const never = await probe(sticky, [MEMBER], '--yes');
    expect(never.answers.get('time until gone')).toBe('more than 1 s');
  });

  it('ends no session unless told to', async () => {
    const slack = await start({});
    const { status, output, answers } = await probe(slack, NAMED);
    expect([status, slack.groups()]).toEqual([0, []]);
    expect(output).toContain('No session was ended: without a terminal to ask on, "--yes" is required.');
    expect([answers.get('listAccepts'), answers.get('resetAccepts')]).toEqual(['both', 'not answered']);
  });

  it('ends sessions of nobody but the accounts named', async () => {
    const slack = await start({ unknownUsers: 'failed_for_some_users' });
    await probe(slack, NAMED, '--yes');
    expect(slack.sessionsOf('W0BYSTAND1')).toHaveLength(2);
    const known = new Set(COMPANY.flatMap(({ id, enterpriseId = id }) => [id, enterpriseId]));
    const reached = slack
      .groups()
      .flat()
      .filter((id) => known.has(id));
    expect(new Set(reached)).toEqual(new Set([...NAMED, 'W0GLOBAL01']));
  });

  it('prints neither the token nor anything about people', async () => {
    const slack = await start({
      unknownUsers: 'failed_for_some_users',
      failedForSome: 'inverted',
      namesInOtherRefusals: true,
    });
    const { output } = await probe(slack, NAMED, '--yes');
    const secrets = [SIMULATOR_TOKEN, 'E012A3CDE', 'W0ADMIN001', '@example.com', '192.0.2.10', 'Made-up'];
    const people = COMPANY.flatMap(({ id, enterpriseId = id }) => [id, enterpriseId]);
    expect([...secrets, ...people].filter((secret) => output.includes(secret))).toEqual([]);
    expect(output).toContain('| Question | Switch | Answer |');
  });

  it.each([
    ['the account of the token itself', ['W0ADMIN001'], {}, "the token's own"],
    ['a token that Slack refuses', [MEMBER], { token: 'xoxp-test-another' }, 'invalid_auth'],
    ['a missing scope', [MEMBER], { scopes: ['admin.users:write'] }, 'missing_scope'],
    ['an ID that is none', ['jo@example.com'], {}, '"--user" expects the ID of a test account'],
  ])('stops at %s, and resets nobody', async (_name, userIds, options, message) => {
    const slack = await start(options);
    const { status, output } = await probe(slack, userIds, '--yes');
    expect(status).toBe(1);
    expect(output).toContain(message);
    expect(slack.groups()).toEqual([]);
  });

  it.each(['http://example.com/api/', 'https://slack.com.example.com/api/', 'ftp://slack.com/'])(
    'sends no token to %s',
    async (url) => {
      const slack = await start({});
      const { status, output } = await probe(slack, [MEMBER], '--yes', '--api-url', url);
      expect([status, slack.requests.length]).toEqual([1, 0]);
      expect(output).toContain('"--api-url" expects an https URL of Slack');
    },
  );
});
