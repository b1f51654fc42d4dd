import { describe, expect, it } from '@jest/globals';
import { findNamedUsers } from '../../src/slack/named-users.ts';

const ASKED = ['W1A', 'W2B', 'U3C', 'W1AB'] as const;
/** Stands for the absence of a code, which `toEqual` would not tell from the absence of a person. */
const NONE = 'no code';
const BAD = { W1A: NONE, U3C: NONE };
const CODED = { W1A: 'is_bot', U3C: 'user_not_found' };

function named(body: Record<string, unknown>, asked: readonly string[] = ASKED): object {
  const users = findNamedUsers({ ok: false, error: 'failed_for_some_users', ...body }, asked);
  return Object.fromEntries([...users].map(([id, code]) => [id, code ?? NONE]));
}

describe('the people that a refusal names', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['a map to codes', { failed_user_ids: CODED }, CODED],
    ['a map to sentences', { failed_user_ids: { W1A: 'No such user', U3C: null } }, BAD],
    ['a map to objects', { failed_user_ids: { W1A: { error: 'is_bot' }, U3C: {} } }, BAD],
    ['a list of IDs', { failed_user_ids: ['W1A', 'U3C'] }, BAD],
    ['a list under another key', { failed_users: ['W1A', 'U3C'] }, BAD],
    [
      'objects with user',
      {
        errors: [
          { ok: false, error: 'is_bot', user: 'W1A' },
          { error: 'user_not_found', user: 'U3C' },
        ],
      },
      CODED,
    ],
    [
      'objects with user_id and code',
      {
        errors: [
          { code: 'is_bot', user_id: 'W1A' },
          { reason: 'user_not_found', id: 'U3C' },
        ],
      },
      CODED,
    ],
    [
      'objects that say ok',
      {
        errors: [
          { ok: true, user: 'W2B' },
          { ok: false, user: 'W1A' },
        ],
      },
      { W1A: NONE },
    ],
    ['plain strings among errors', { errors: ['W1A', 'U3C'] }, BAD],
    ['a list by code', { errors: { user_not_found: ['W1A', 'U3C'] } }, BAD],
    ['the audit event', { details: { succeeded_users: ['W2B'], failed_users: ['W1A', 'U3C'] } }, BAD],
    [
      'the audit event with JSON in strings',
      { details: { succeeded_users: '["W2B"]', failed_users: '["W1A","U3C"]' } },
      BAD,
    ],
    ['JSON in a string', { extended_comments: '["W1A","U3C"]' }, BAD],
    ['a map in a string', { extended_comments: JSON.stringify(CODED) }, CODED],
    ['a map in a string, after a blank', { extended_comments: ` ${JSON.stringify(CODED)}` }, CODED],
    ['broken JSON in a string', { extended_comments: '[W1A, U3C' }, BAD],
    ['messages', { response_metadata: { messages: ['[ERROR] failed: W1A', '[ERROR] failed: (U3C).'] } }, BAD],
    ['a sentence anywhere', { comment: 'Not for W1A and <@U3C>' }, BAD],
    ['deep inside', { a: { b: { c: ['W1A', { d: 'U3C' }] } } }, BAD],
    ['a key that tells before the rest', { failed_user_ids: ['W1A'], comment: 'U3C' }, { W1A: NONE }],
    [
      'everybody, under a key that tells',
      { failed_user_ids: [...ASKED] },
      Object.fromEntries(ASKED.map((id) => [id, NONE])),
    ],
    ['a code and then the ID alone', { errors: [{ error: 'is_bot', user: 'W1A' }, 'W1A'] }, { W1A: 'is_bot' }],
    ['the ID alone and then a code', { errors: ['W1A', { error: 'is_bot', user: 'W1A' }] }, { W1A: 'is_bot' }],
    ['everybody, in an echo', { echo: `request for ${ASKED.join(' ')}` }, {}],
    ['the request itself', { user_ids: ['W1A'], request: { who: 'W2B' } }, {}],
    ['strangers', { failed_user_ids: { W9Z: 'is_bot' }, comment: 'W8Y' }, {}],
    ['parts of words', { comment: 'xW1A W1Ax W1AB2 aU3C' }, {}],
    ['lower case', { failed_user_ids: ['w1a'] }, {}],
    ['nothing', {}, {}],
    ['wrong types', { failed_user_ids: 7, errors: null, details: true, response_metadata: [] }, {}],
    ['members of Object', { failed_user_ids: { __proto__: 'x', constructor: 'y' } }, {}],
  ])('%s', (_name, body, expected) => {
    expect(named(body)).toEqual(expected);
  });

  it.each(['failed_user_ids', 'failed_users', 'errors', 'extended_comments', 'details', 'response_metadata'])(
    'are believed under %s, also all of them, and then nothing else is looked at',
    (key) => {
      expect(named({ [key]: ['W1A'], comment: 'U3C' })).toEqual({ W1A: NONE });
      expect(Object.keys(named({ [key]: [...ASKED] }))).toEqual([...ASKED]);
    },
  );

  it.each(['undone', 'not_reset', 'never_invalidated', 'revoked', 'bad_user_ids', 'user_ids_left'])(
    'may stand under %s, which sounds like something else',
    (key) => {
      expect(named({ details: { [key]: ['W1A'] } })).toEqual({ W1A: NONE });
    },
  );

  it.each(['successes', 'accepted', 'queued', 'request', 'submitted', 'skipped', 'processed', 'done', 'completed'])(
    'are not those under %s',
    (key) => {
      expect(named({ details: { [key]: ['W1A'] } })).toEqual({});
    },
  );

  it.each(['invalidated', 'reset_users', 'ok', 'user_ids'])('are not those under %s', (key) => {
    expect(named({ details: { [key]: ['W1A'] } })).toEqual({});
  });

  it.each<[string, (inner: unknown) => unknown]>([
    ['lists', (inner) => [inner]],
    ['objects', (inner) => ({ a: inner })],
    ['JSON in strings', (inner) => JSON.stringify([inner])],
  ])('are looked for down to a certain depth: %s', (_name, wrap) => {
    const wrapped = (levels: number): unknown => (levels === 0 ? 'W1A' : wrap(wrapped(levels - 1)));
    const steps = wrap('') === '[""]' ? 3 : 6;
    expect(named({ errors: wrapped(steps) })).toEqual({ W1A: NONE });
    expect(named({ errors: wrapped(steps + 1) })).toEqual({});
  });

  it('one person alone may be named anywhere', () => {
    expect(named({ comment: 'W1A' }, ['W1A'])).toEqual({ W1A: NONE });
  });

  it('a body without end in depth or length is read in time', () => {
    let deep: unknown = 'W1A';
    for (let level = 0; level < 5000; level += 1) {
      deep = [deep];
    }
    const strings = JSON.stringify(Array(10_000).fill('[')); // every one looks like JSON
    expect(named({ errors: deep, details: strings, comment: 'W'.repeat(1_000_000) })).toEqual({});
  });
});
