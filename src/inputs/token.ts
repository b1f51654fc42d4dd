const WRONG_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(xoxe\.)?xoxb-/, 'a bot token (xoxb-)'],
  [/^xapp-/, 'an app-level token (xapp-)'],
  [/^xoxc-/, 'a browser session token (xoxc-)'],
  [/^xoxd-/, 'a browser cookie (xoxd-)'],
  [/^xoxe-/, 'a refresh token (xoxe-)'],
];
const WANTED = 'a user token (xoxp-…) of an org admin or owner, with the scope admin.users:write';

/**
 * Says what is wrong or doubtful about a Slack token, in words that follow its name and contain none of it.
 *
 * @param isReadOnly - the token resets nobody, so one of any kind may do
 */
export function checkToken(
  token: string,
  { isReadOnly }: { isReadOnly: boolean },
): { readonly problem?: string; readonly warning?: string } {
  if (token === '') {
    const hint = "Is the secret's name right, and can this event use it? A pull request from a fork gets no secrets.";
    return { problem: `is empty: expected ${WANTED}. ${hint}` };
  }
  const wrong = isReadOnly ? undefined : WRONG_KINDS.find(([pattern]) => pattern.test(token));
  if (wrong !== undefined) return { problem: `holds ${wrong[1]}: expected ${WANTED}.` };
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return { problem: `contains whitespace or characters that no token has: expected ${WANTED}, and nothing else.` };
  }
  return token.startsWith('xoxe.xoxp-')
    ? { warning: 'is a rotating token: it lives 12 hours, so a stored secret soon answers token_expired.' }
    : {};
}
