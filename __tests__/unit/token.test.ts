import { describe, expect, it } from '@jest/globals';
import { checkToken } from '../../src/inputs/token.ts';

const WANTED = 'a user token (xoxp-…) of an org admin or owner, with the scope admin.users:write';

describe('a token', () => {
  it.each(['xoxp-1234-abcd', 'made-up', 'xoxp-xoxb-1'])('may be %s', (token) => {
    expect(checkToken(token, { isReadOnly: false })).toEqual({});
  });

  it('that rotates is doubtful', () => {
    expect(checkToken('xoxe.xoxp-1-abcd', { isReadOnly: false })).toEqual({
      warning: 'is a rotating token: it lives 12 hours, so a stored secret soon answers token_expired.',
    });
  });

  it.each([
    ['xoxb-1', 'a bot token (xoxb-)'],
    ['xoxe.xoxb-1', 'a bot token (xoxb-)'],
    ['xapp-1', 'an app-level token (xapp-)'],
    ['xoxc-1', 'a browser session token (xoxc-)'],
    ['xoxd-1', 'a browser cookie (xoxd-)'],
    ['xoxe-1', 'a refresh token (xoxe-)'],
  ])('may not be %s', (token, kind) => {
    expect(checkToken(token, { isReadOnly: false })).toEqual({ problem: `holds ${kind}: expected ${WANTED}.` });
  });

  it.each(['xoxp-1 xoxp-2', 'xoxp-1\n', 'xoxp-ä', '\u0000'])('may not hold what no token has: %j', (token) => {
    expect(checkToken(token, { isReadOnly: false })).toEqual({
      problem: `contains whitespace or characters that no token has: expected ${WANTED}, and nothing else.`,
    });
  });

  it.each(['xoxb-1', 'xoxe.xoxb-1', 'xapp-1', 'xoxc-1', 'xoxp-1', 'made-up'])(
    'may be of any kind where nobody is reset: %s',
    (token) => {
      expect(checkToken(token, { isReadOnly: true })).toEqual({});
      expect(checkToken(`${token} `, { isReadOnly: true }).problem).toMatch(/^contains whitespace/);
    },
  );

  it('may not be missing', () => {
    expect(checkToken('', { isReadOnly: false }).problem).toMatch(
      /^is empty: expected .+ Is the secret's name right, and can this event use it\?/,
    );
  });
});
