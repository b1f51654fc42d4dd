import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isJsonObject } from '../../src/calls/json.ts';
import { findConversation, readChange } from '../../src/github/event.ts';
import { renderFailure } from '../../src/report/headline.ts';
import { startRecord } from '../../src/report/run-record.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { findNamedUsers } from '../../src/slack/named-users.ts';
import { type HttpAnswer, type SlackReply, toReply } from '../../src/slack/reply.ts';
import { readSessionPage, shouldBeGone } from '../../src/slack/sessions.ts';
import { findForeign } from '../support/rendered.ts';
import { runs } from '../support/runs.ts';

const SEED = 20_261_122;
const NOW = Date.UTC(2026, 10, 30);
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const EVIL = [
  '##[error]a',
  '::error::a',
  '\n',
  '\u001b[31m',
  '\u202e',
  '<img src=x>',
  '@octo-org/team',
  '__proto__',
  '',
];
const ASKED = ['W1A', 'W2B', 'U3C'] as const;

/** Checks many cases; nothing may throw, and `faultsOf` tells what is wrong with a case. */
function check<T>(cases: fc.Arbitrary<T>, numRuns: number, faultsOf: (value: T) => unknown[]): void {
  fc.assert(
    fc.property(cases, (value) => {
      const faults = faultsOf(value);
      if (faults.length > 0) {
        expect(faults).toEqual([]);
      }
    }),
    { seed: SEED, numRuns: runs(numRuns) },
  );
  expect(Reflect.ownKeys(Object.prototype)).not.toContain('polluted');
}

function unless(isSo: boolean, fault: unknown): unknown[] {
  return isSo ? [] : [fault];
}

const KEYS = [
  ...['ok', 'error', 'needed', 'provided', 'response_metadata', 'messages', 'next_cursor', 'active_sessions', 'user'],
  ...['user_id', 'session_id', 'created', 'recent', 'os', 'device_hardware', 'failed_user_ids', 'errors', 'details'],
  ...[
    'pull_request',
    'base',
    'sha',
    'before',
    'merge_group',
    'base_sha',
    'number',
    '__proto__',
    'toString',
    'constructor',
  ],
  ...ASKED,
];
const leaf = fc.oneof(
  fc.constantFrom(true, false, null, 0, -1, 1e21, 'ratelimited', 'user_not_found', 'iOS', 'Mac OS', ...ASKED, ...EVIL),
  fc.constantFrom('a'.repeat(40), '0'.repeat(40), '{"W1A":"is_bot"}', '[["W1A"]]', 'no W1A, but W2B', '[W1A'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc.array(tie('json'), { maxLength: 5 }),
    // As JSON.parse makes it, so that __proto__ is a member of its own.
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 5 })), tie('json')), { maxLength: 6 })
      .map((pairs) =>
        JSON.parse(
          `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value ?? null)}`).join(',')}}`,
        ),
      ),
  ),
}));
const object = json.filter(isJsonObject);

const headerText = fc.oneof(
  fc.constantFrom(
    '30',
    '-1',
    '1e9',
    '9'.repeat(400),
    '0',
    'Wed, 21 Oct 2099 07:28:00 GMT',
    'Wed, GMT',
    'a,b, c',
    ...EVIL,
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const headers = fc.dictionary(
  fc.constantFrom('retry-after', 'x-slack-req-id', 'x-oauth-scopes', '__proto__', 'content-type'),
  fc.oneof(headerText, fc.array(headerText, { maxLength: 3 }), fc.constant(undefined)),
);
const body = fc.oneof(
  json.map((value) => JSON.stringify(value) ?? ''),
  fc.tuple(fc.constantFrom(true, false), leaf).map(([ok, error]) => JSON.stringify({ ok, error })),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc.constantFrom(
    '',
    '<html>',
    '{"ok":true}',
    '{"ok":true',
    '{"ok":1}',
    '["ok"]',
    '\ufeff{"ok":true}',
    '[['.repeat(5000),
  ),
);
const answer: fc.Arbitrary<HttpAnswer> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 204, 302, 400, 408, 429, 500, 503, 0), fc.integer({ min: 100, max: 999 })),
  headers,
  text: body,
});

describe('any answer of Slack', () => {
  it('is a reply, accepted only with ok, and shows nothing that is not a code', () => {
    check(answer, 5000, (given) => {
      const reply: SlackReply = toReply(given, NOW);
      const { requestId = 'r', retryAfterSeconds: wait = 0 } = reply;
      const isOk = given.status >= 200 && given.status < 300 && /"ok"\s*:\s*true/.test(given.text);
      const words = reply.kind === 'unclear' ? `${reply.reason} ${reply.detail}` : '';
      const code = reply.kind === 'refused' ? reply.code : 'a';
      return [
        ...unless(/^[\w.:-]{1,128}$/.test(requestId), requestId),
        ...unless(Number.isFinite(wait) && wait >= 0, wait),
        ...unless(reply.kind !== 'accepted' || isOk, given),
        ...unless(/^[a-z0-9_.]{1,64}$/.test(code), code),
        ...unless(!UNFIT.test(words) && /^[\w "(),.-]*$/.test(words), words),
        ...unless(reply.kind !== 'unreachable', reply),
      ];
    });
  });

  it('names only people in the call, with or without a code', () => {
    check(object, 1200, (refusal) =>
      [...findNamedUsers(refusal, ASKED)].flatMap(([id, code]) => [
        ...unless(ASKED.includes(id), id),
        ...unless(code === undefined || /^[a-z0-9_.]{1,64}$/.test(code), code),
      ]),
    );
  });

  it('is a page of sessions of known form, or none', () => {
    const session = fc.record({ user_id: leaf, session_id: leaf, created: json, recent: json }, { requiredKeys: [] });
    const page = fc.oneof(
      object,
      fc.record({ active_sessions: fc.array(fc.oneof(session, json), { maxLength: 4 }), response_metadata: json }),
    );
    check(page, 1200, (given) =>
      (readSessionPage(given)?.sessions ?? []).flatMap((listed) => [
        ...unless(/^[\w-]{1,64}$/.test(listed.sessionId), listed.sessionId),
        ...unless(typeof listed.userId === 'string', listed.userId),
        ...unless(shouldBeGone(listed, 'all'), listed),
        ...unless(
          Object.keys(listed).every((key) => ['userId', 'sessionId', 'teamId', 'device'].includes(key)),
          listed,
        ),
      ]),
    );
  });

  it('that stops the run is reported on one line, and as text in a summary', () => {
    const refusal = fc.record({ needed: json, provided: json, response_metadata: json }, { requiredKeys: [] });
    const messages = fc.record({ response_metadata: fc.record({ messages: fc.array(json, { maxLength: 4 }) }) });
    const codes = fc.constantFrom(
      'missing_scope',
      'invalid_arguments',
      'token_revoked',
      'unrecognized_error',
      'too_many_users_provided',
    );
    check(fc.tuple(fc.oneof(refusal, messages), codes), 1000, ([given, code]) => {
      const stop = { error: code, refusal: { kind: 'refused' as const, code, body: given } };
      const record = { ...startRecord({}, NOW), stop };
      const words = renderFailure(record) ?? '';
      const marks = findForeign(renderSummary(record));
      return [...unless(!UNFIT.test(words) && words.length < 2000, words), ...marks];
    });
  });

  it.each<[string, unknown]>([
    ['a message that is one long word', 'a'.repeat(2_000_000)],
    ['a message of many words', 'a '.repeat(1_000_000)],
    ['a message of addresses', 'jo@example.com '.repeat(100_000)],
    ['a message that is an object', { toString: 1, valueOf: null }],
    ['a message that is a deep array', JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ])('is reported quickly and without addresses: %s', (_name, message) => {
    const stop = {
      error: 'invalid_arguments',
      refusal: {
        kind: 'refused' as const,
        code: 'invalid_arguments',
        body: { response_metadata: { messages: [message] } },
      },
    };
    const before = process.cpuUsage();
    const words = renderFailure({ ...startRecord({}, NOW), stop }) ?? '';
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
    expect(words).not.toMatch(/jo@|jo $/);
    expect(words.length).toBeLessThan(1500);
  });

  it.each([0, 1, 2, 5, 10, 14])('shows no half of an address that the limit of a message cuts: %i', (shift) => {
    const message = `${'x'.repeat(shift)} ${'jo.zwetschge@example.com '.repeat(100)}`;
    const stop = {
      error: 'invalid_arguments',
      refusal: {
        kind: 'refused' as const,
        code: 'invalid_arguments',
        body: { response_metadata: { messages: [message] } },
      },
    };
    expect(renderFailure({ ...startRecord({}, NOW), stop })).not.toContain('jo');
  });
});

describe('any event of GitHub', () => {
  const eventName = fc.oneof(
    fc.constantFrom('push', 'pull_request', 'pull_request_target', 'merge_group', 'schedule', ...EVIL),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  it('has a commit to compare with, or words about why not', () => {
    check(fc.tuple(eventName, json), 6000, ([name, payload]) => {
      const change = readChange(name, payload);
      const commits = Object.entries(change).flatMap(([key, value]) => (/sha$/i.test(key) ? [value] : []));
      return 'problem' in change
        ? unless(/^[\w ".,:-]+$/.test(change.problem), change.problem)
        : commits.flatMap((sha) => unless(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha), sha));
    });
  });

  it('is about an issue or a pull request with a whole number, or about none', () => {
    check(json, 1500, (payload) => {
      const number = findConversation(payload);
      return unless(number === undefined || Number.isSafeInteger(number), number);
    });
  });
});
