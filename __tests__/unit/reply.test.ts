import { describe, expect, it } from '@jest/globals';
import { type HttpAnswer, isErrorCode, toReply } from '../../src/slack/reply.ts';

const NOW = Date.UTC(2026, 10, 22);

/** What the answer means, without the body and without what is absent. */
function meaning(answer: Partial<HttpAnswer>): object {
  const { body: _body, ...rest }: Record<string, unknown> = {
    ...toReply({ status: 200, headers: {}, text: '', ...answer }, NOW),
  };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}

describe('toReply', () => {
  const unclear = (reason: string) => ({ kind: 'unclear', reason, detail: expect.stringContaining('HTTP ') });
  it.each<[number, string, object]>([
    [200, '{"ok":true}', { kind: 'accepted' }],
    [200, '\uFEFF{"ok":true}', { kind: 'accepted' }],
    [201, '{"ok":true}', { kind: 'accepted' }],
    [200, ' {"ok":true,"warning":"missing_charset"}\n', { kind: 'accepted', warnings: ['missing_charset'] }],
    [
      200,
      '{"ok":true,"warning":"a,b","response_metadata":{"warnings":["b","c",7,"Not a code"]}}',
      { kind: 'accepted', warnings: ['a', 'b', 'c'] },
    ],
    [200, '{"ok":true,"error":"failed_for_some_users"}', { kind: 'refused', code: 'failed_for_some_users' }],
    [200, '{"ok":true,"error":"Some of them failed"}', { kind: 'refused', code: 'unrecognized_error' }],
    [200, '{"ok":true,"error":""}', { kind: 'accepted' }],
    [200, '{"ok":true,"error":null}', { kind: 'accepted' }],
    [200, '{"ok":true,"error":{"code":"x"}}', { kind: 'refused', code: 'unrecognized_error' }],
    [200, '{"ok":false,"error":"token_revoked"}', { kind: 'refused', code: 'token_revoked' }],
    [400, '{"ok":false,"error":"invalid_auth"}', { kind: 'refused', code: 'invalid_auth' }],
    [403, '{"ok":false,"error":"accesslimited"}', { kind: 'refused', code: 'accesslimited' }],
    ...['{"ok":false}', '{"ok":false,"error":""}', '{"ok":false,"error":1}', '{"ok":false,"error":"Not a code"}'].map(
      (text): [number, string, object] => [200, text, { kind: 'refused', code: 'unrecognized_error' }],
    ),
    [200, '{"ok":false,"error":"ratelimited"}', { kind: 'rate-limited' }],
    [429, '{"ok":false,"error":"ratelimited"}', { kind: 'rate-limited' }],
    [429, '<html>', { kind: 'rate-limited' }],
    [429, '{"ok":true}', { kind: 'rate-limited' }],
    [200, '{"ok":true,"error":"ratelimited"}', { kind: 'refused', code: 'ratelimited' }],
    [299, '{"ok":true}', { kind: 'accepted' }],
    [300, '{"ok":true}', unclear('http_300')],
    [399, '', unclear('http_399')],
    [400, '', unclear('http_400')],
    [408, '', unclear('http_408')],
    [408, '{"ok":false,"error":"token_revoked"}', unclear('http_408')],
    [499, '{"ok":false,"error":"token_revoked"}', { kind: 'refused', code: 'token_revoked' }],
    [500, '{"ok":false,"error":"token_revoked"}', unclear('http_500')],
    [500, '{"ok":true}', unclear('http_500')],
    [503, '{"ok":false,"error":"token_revoked"}', unclear('http_503')],
    [404, '{"ok":true}', unclear('http_404')],
    [307, '', unclear('http_307')],
    [302, '{"ok":true}', unclear('http_302')],
    [0, '{"ok":true}', unclear('http_0')],
    [101, '', unclear('http_101')],
    ...[
      '',
      ' ',
      'ok',
      'null',
      '[]',
      '[{"ok":true}]',
      '{}',
      '{"ok":"true"}',
      '{"ok":1}',
      '{"OK":true}',
      '{"ok":tru',
    ].map((text): [number, string, object] => [200, text, unclear('invalid_response')]),
  ])('HTTP %d with %j', (status, text, expected) => {
    expect(meaning({ status, text })).toEqual(expected);
  });

  it.each([
    [200, '<html>', 'HTTP 200 with a body that is not a JSON object'],
    [200, '{}', 'HTTP 200 with JSON without a true or false "ok"'],
    [300, '', 'HTTP 300, a redirect, which is not followed'],
    [399, '', 'HTTP 399, a redirect, which is not followed'],
    [400, '', 'HTTP 400'],
    [503, '', 'HTTP 503'],
  ])('says what came instead of an answer: HTTP %d with %j', (status, text, detail) => {
    expect(meaning({ status, text })).toMatchObject({ detail });
  });

  it.each(['gzip', 'br', 'zstd, gzip'])('says that a body is compressed: %s', (coding) => {
    expect(meaning({ headers: { 'content-encoding': coding }, text: '\x1f\x8b' })).toMatchObject({
      kind: 'unclear',
      detail: 'HTTP 200 with a compressed body, which was not asked for',
    });
  });

  it.each<[string, HttpAnswer['headers'], object]>([
    ['request ID', { 'x-slack-req-id': 'f00-1.A:b_' }, { requestId: 'f00-1.A:b_' }],
    ['request ID that is none', { 'x-slack-req-id': 'a b' }, {}],
    ['request ID with a command', { 'x-slack-req-id': 'x\n::error::boo' }, {}],
    ['request ID that is too long', { 'x-slack-req-id': 'a'.repeat(129) }, {}],
    [
      'first of many',
      { 'x-slack-req-id': ['a', 'b'], 'retry-after': ['1', '2'] },
      { requestId: 'a', retryAfterSeconds: 1 },
    ],
    ['Retry-After as a date', { 'retry-after': 'Sun, 22 Nov 2026 00:00:09 GMT' }, { retryAfterSeconds: 9 }],
    ['scopes', { 'x-oauth-scopes': 'a:b, ,c' }, { scopes: ['a:b', 'c'] }],
  ])('reads the headers: %s', (_name, headers, expected) => {
    expect(meaning({ headers, text: '{"ok":true}' })).toEqual({ kind: 'accepted', ...expected });
  });
});

it.each([
  ['user_not_found', true],
  ['a.b_1', true],
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
  ['', false],
  ['User_not_found', false],
  ['user_not_found\n', false],
  ['a-b', false],
  [undefined, false],
  [['user_not_found'], false],
])('isErrorCode(%j) is %j', (text, is) => {
  expect(isErrorCode(text)).toBe(is);
});
