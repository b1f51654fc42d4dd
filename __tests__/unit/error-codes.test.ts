import { describe, expect, it } from '@jest/globals';
import { classOf, isPerUserCode, leavesEffectOpen, remedyOf } from '../../src/slack/error-codes.ts';

describe('a code of Slack', () => {
  it.each<[string, string, boolean, boolean]>([
    ['user_not_found', 'per-user', true, false],
    ['failed_for_some_users', 'per-user', true, false],
    ['users_not_found', 'per-user', true, false],
    ['user_session_reset_failed', 'transient', true, false],
    ['invalid_arguments', 'request', true, false],
    ['internal_error', 'transient', false, true],
    ['fatal_error', 'transient', false, true],
    ['service_unavailable', 'transient', false, true],
    ['request_timeout', 'transient', false, true],
    ['token_revoked', 'token', false, false],
    ['missing_scope', 'permission', false, false],
    ['a_new_code', 'unlisted', false, false],
    ['toString', 'unlisted', false, false],
  ])('%s: %s, about people: %s, may have had its effect: %s', (code, errorClass, isAboutPeople, isOpen) => {
    expect([classOf(code), isPerUserCode(code), leavesEffectOpen(code)]).toEqual([errorClass, isAboutPeople, isOpen]);
  });

  it('that is not documented has a remedy all the same', () => {
    expect(remedyOf('a_new_code')).toBe(
      "Slack had not documented this code when this version was released: look it up in Slack's documentation, and give Slack support the request ID.",
    );
    expect(remedyOf('user_not_found')).not.toBe(remedyOf('a_new_code'));
  });
});
