import { describe, expect, it } from '@jest/globals';
import { readAccount, readMemberPage } from '../../src/slack/accounts.ts';
import { findNamedUsers } from '../../src/slack/named-users.ts';
import { type SlackReply, toReply } from '../../src/slack/reply.ts';
import { readSessionPage } from '../../src/slack/sessions.ts';
import { disagreements, readDeclaredAnswer } from '../support/declared-answers.ts';
import { KINDS, type RecordedAnswer, readRecordedAnswers } from '../support/recorded-answers.ts';

const RECORDED = readRecordedAnswers();

/** What each recorded answer means, by the documentation of Slack and the contract; never what the code makes of it. */
const MEANINGS: Readonly<Record<string, string>> = {
  'code-fatal-error': 'refused: fatal_error',
  'code-missing-scope': 'refused: missing_scope',
  'code-no-sessions-as-an-empty-list': 'accepted',
  'code-not-found-page': 'unclear: http_404',
  'code-ok-false-without-a-code': 'refused: unrecognized_error',
  'code-rate-limit-without-header': 'rate-limited',
  'code-server-error-page': 'unclear: http_503',
  'documentation-admin.users.session.list': 'accepted',
  'documentation-admin.users.session.resetBulk': 'accepted',
  'documentation-admin.users.session.resetBulk-refusal': 'refused: invalid_auth',
  'documentation-auth.test': 'accepted',
  'documentation-auth.test-bot': 'accepted',
  'documentation-auth.test-refusal': 'refused: not_authed',
  'documentation-no-sessions': 'refused: no_active_sessions',
  'documentation-users.info': 'accepted',
  'documentation-users.info-refusal': 'refused: user_not_found',
  'issue-conversations.invite-names': 'refused: user_not_found',
  'issue-message-with-pointer': 'refused: invalid_arguments',
  'issue-messages-of-several-problems': 'refused: invalid_arguments',
  'issue-rate-limit': 'rate-limited',
  'issue-warning-missing-charset': 'accepted',
  'issue-warning-superfluous-charset': 'accepted',
  'sample-admin.conversations.invite-names': 'refused: failed_for_some_users',
  'sample-admin.users.list': 'accepted',
  'sample-admin.users.session.list': 'accepted',
  'sample-admin.users.session.resetBulk': 'accepted',
  'sample-audit-logs': 'accepted',
  'sample-auth.test': 'accepted',
  'sample-users.info': 'accepted',
  'sample-users.lookupByEmail': 'accepted',
};

function meaningOf(reply: SlackReply): string {
  switch (reply.kind) {
    case 'refused':
      return `refused: ${reply.code}`;
    case 'unclear':
      return `unclear: ${reply.reason}`;
    default:
      return reply.kind;
  }
}

function recorded(name: string): RecordedAnswer {
  const answer = RECORDED.find((one) => one.name === name);
  if (answer === undefined) {
    throw new Error(`No recorded answer is called ${name}`);
  }
  return answer;
}

function bodyOf(name: string): Readonly<Record<string, unknown>> {
  return recorded(name).body ?? {};
}

describe('an answer that others recorded', () => {
  it('has a meaning here, each of them', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(MEANINGS).toSorted());
  });

  it.each(RECORDED)('$name names its source and holds nothing of real people', ({ source, kind, text }) => {
    expect(source).toMatch(/\w+/);
    expect(KINDS).toContain(kind);
    const addresses = text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
    expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
    const ids = text.match(/\b[UWTEBA]0[A-Z0-9]{7,}\b/g) ?? [];
    expect(ids.filter((id) => !/^[UWTEBA]0EXAMPLE\d/.test(id))).toEqual([]);
  });

  it.each(RECORDED)('$name is understood', (answer) => {
    expect(meaningOf(toReply(answer, Date.parse('2026-11-30T12:00:00Z')))).toBe(MEANINGS[answer.name]);
  });
});

describe('recorded sessions', () => {
  it.each([
    ['documentation-admin.users.session.list', 'U0EXAMPLE1AB', 'E0EXAMPLE1AB'],
    ['sample-admin.users.session.list', 'W0EXAMPLE1', 'E0EXAMPLE1'],
  ])('are on a computer: %s', (name, userId, teamId) => {
    expect(readSessionPage(bodyOf(name))).toMatchObject({
      sessions: [{ userId, sessionId: '1112275520242', device: 'computer', teamId }],
      nextCursor: undefined,
    });
  });

  it('may be none, in a page without any', () => {
    const page = readSessionPage(bodyOf('code-no-sessions-as-an-empty-list'));
    expect(page).toEqual({ sessions: [], nextCursor: undefined });
  });
});

describe('recorded accounts', () => {
  it.each([
    ['documentation-users.info', 'W0EXAMPLE1', undefined],
    ['sample-users.info', 'U0EXAMPLE1', 'W0EXAMPLE1'],
    ['sample-users.lookupByEmail', 'U0EXAMPLE1', undefined],
  ])('are active members with an address: %s', (name, userId, enterpriseUserId) => {
    const email = 'jo@example.com';
    expect(readAccount(bodyOf(name))).toEqual({ userId, enterpriseUserId, isActive: true, kind: 'member', email });
  });

  it('are of another organization where the token is of one', () => {
    expect(readAccount(bodyOf('sample-users.info'), 'E0EXAMPLE1')?.kind).toBe('member');
    expect(readAccount(bodyOf('sample-users.info'), 'E0EXAMPLE2')?.kind).toBe('foreign');
  });

  it('are found among deactivated members', () => {
    expect(readMemberPage(bodyOf('sample-admin.users.list'))).toEqual({
      deactivated: [{ userId: 'W0EXAMPLE1', email: 'jo@example.com' }],
      nextCursor: undefined,
    });
  });
});

describe('recorded refusals', () => {
  it.each([
    ['sample-admin.conversations.invite-names', ['U0EXAMPLE1', 'U0EXAMPLE2']],
    ['issue-conversations.invite-names', ['U0EXAMPLE1', 'U0EXAMPLE2']],
  ])('name people of the call: %s', (name, named) => {
    const asked = ['U0EXAMPLE1', 'U0EXAMPLE2', 'U0EXAMPLE3'];
    expect([...findNamedUsers(bodyOf(name), asked).keys()]).toEqual(named);
  });

  it('name nobody with a message about another argument', () => {
    const asked = ['U0EXAMPLE1', 'U0EXAMPLE2'];
    expect(findNamedUsers(bodyOf('issue-message-with-pointer'), asked)).toEqual(new Map());
  });
});

describe('a recorded rate limit', () => {
  it('says how long to wait, and which request it was', () => {
    expect(toReply(recorded('issue-rate-limit'), 0)).toMatchObject({
      retryAfterSeconds: 1,
      requestId: '00000000-0000-4000-8000-000000000000',
    });
  });
});

describe("the types of Slack's own client", () => {
  it.each([
    ['sample-admin.users.list', 'AdminUsersListResponse'],
    ['sample-admin.users.session.list', 'AdminUsersSessionListResponse'],
    ['documentation-admin.users.session.list', 'AdminUsersSessionListResponse'],
    ['sample-admin.users.session.resetBulk', 'AdminUsersSessionResetBulkResponse'],
    ['sample-auth.test', 'AuthTestResponse'],
    ['documentation-auth.test-bot', 'AuthTestResponse'],
    ['documentation-users.info', 'UsersInfoResponse'],
    ['sample-users.lookupByEmail', 'UsersLookupByEmailResponse'],
  ])('describe %s', (name, type) => {
    expect(disagreements(bodyOf(name), readDeclaredAnswer(type))).toEqual([]);
  });
});
