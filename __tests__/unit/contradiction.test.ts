import { describe, expect, it } from '@jest/globals';
import { findContradiction } from '../../src/slack/contradiction.ts';

const PEOPLE = ['U0AAAAAA1', 'U0BBBBBB1', 'U0CCCCCC1'];
const CHARSET = "[WARN] A Content-Type HTTP header was presented but did not declare a charset, such as a 'utf-8'";

function find(body: object) {
  const found = findContradiction({ ok: true, ...body }, PEOPLE);
  return found === undefined ? undefined : { named: [...found.named], hasOthers: found.hasOthers };
}

describe('an acceptance', () => {
  it.each<[string, object]>([
    ['nothing else', {}],
    [
      'a warning about the charset',
      { warning: 'missing_charset', response_metadata: { warnings: ['missing_charset'] } },
    ],
    ['the words of that warning', { response_metadata: { messages: [CHARSET], warnings: ['missing_charset'] } }],
    ['a note with a word of failure', { response_metadata: { messages: ['[WARN] could not read the charset'] } }],
    ['everybody as an echo', { user_ids: PEOPLE }],
    ['empty lists of failures', { failed_user_ids: {}, errors: [], failed_count: 0 }],
    ['the people it took', { succeeded_users: PEOPLE }],
  ])('says nothing against itself with %s', (_name, body) => {
    expect(find(body)).toBeUndefined();
  });

  it.each<[string, object, ReturnType<typeof find>]>([
    [
      'a map of refused people',
      { failed_user_ids: { U0BBBBBB1: 'user_not_found' } },
      { named: [['U0BBBBBB1', 'user_not_found']], hasOthers: false },
    ],
    ['a refused stranger', { failed_users: ['W0GLOBAL1'] }, { named: [], hasOthers: true }],
    ['a stranger in a sentence', { extended_comments: 'failed for W0GLOBAL1' }, { named: [], hasOthers: true }],
    ['a number of failures', { failed_count: 2 }, { named: [], hasOthers: true }],
    [
      'a list of those who succeeded that leaves one out',
      { succeeded_users: PEOPLE.slice(1) },
      { named: [['U0AAAAAA1', undefined]], hasOthers: false },
    ],
    [
      'an error about a position',
      { response_metadata: { messages: ['[ERROR] no such user [json-pointer:/user_ids/1]'] } },
      { named: [['U0BBBBBB1', undefined]], hasOthers: false },
    ],
  ])('speaks against itself with %s', (_name, body, expected) => {
    expect(find(body)).toEqual(expected);
  });
});

const [A = '', B = '', C = ''] = PEOPLE;
const CODE = 'user_not_found';

function judge(body: object, people: readonly string[]): string {
  const found = findContradiction({ ok: true, ...body }, people);
  return found === undefined ? 'accepted' : found.hasOthers ? 'nobody' : [...found.named.keys()].join();
}

describe('an answer with ok: true about three people', () => {
  it.each<[string, object]>([
    ['a map under the word that Slack documents', { extended_comments: { [B]: CODE } }],
    ['a map under details', { details: { [B]: CODE } }],
    ['a map at the top', { [B]: 'cannot_reset_bot' }],
    ['a map of booleans', { results: { [A]: true, [B]: false, [C]: true } }],
    ['a map of objects', { results: { [A]: { ok: true }, [B]: { ok: false, error: CODE } } }],
    ['a list of maps', { reasons: [{ [B]: CODE }] }],
    ['a list of pairs', { reasons: [[B, CODE]] }],
    [
      'a list of objects',
      {
        results: [
          { user: A, ok: true },
          { user: B, ok: false, error: CODE },
        ],
      },
    ],
    ['objects with an error alone', { users: [{ id: B, error: CODE }] }],
    ['deep inside', { response_metadata: { extended_comments: { failed: [{ user: { id: B } }] } } }],
    ['an unsuccessful list', { unsuccessful: [B] }],
    ['a list of skipped people', { skipped_users: [B] }],
    ['a sentence', { message: `${B} could not be reset` }],
    ['a warning in words', { warning: `could not reset ${B}` }],
    ['a list of those who succeeded', { succeeded_users: [A, C] }],
    ['JSON in a string', { extended_comments: JSON.stringify({ [B]: CODE }) }],
  ])('sends the reported person alone: %s', (_name, body) => {
    expect(judge(body, PEOPLE)).toBe(B);
  });

  it.each<[string, object]>([
    ['an empty list of those who succeeded', { succeeded_users: [] }],
    ['a list of others who succeeded', { succeeded_users: ['U0OTHER01'] }],
    ['a count that is too small', { succeeded_count: 2 }],
    ['no success at all', { succeeded_count: 0 }],
    ['a number in words', { extended_comments: '2 users failed, 0 errors' }],
    ['a code as a warning', { warning: 'failed_for_some_users' }],
    ['a part only', { partial: true }],
    ['an item that is not ok', { errors: [{ ok: false }] }],
    ['an item with the first index', { errors: [{ ok: false, index: 0 }] }],
    ['an index alone', { errors: [{ index: 0 }] }],
    ['a list of the first position', { failed: [0] }],
    ['an error that is not ok', { errors: { ok: false } }],
  ])('has accepted nobody: %s', (_name, body) => {
    expect(judge(body, PEOPLE)).toBe('nobody');
  });

  it.each<[string, object]>([
    ['no failures in words', { extended_comments: '3 users reset, 0 failed.' }],
    ['none in other words', { extended_comments: 'No failures.' }],
    ['failed: 0', { message: 'Failed: 0.' }],
    ['empty reports', { errors: { users: [] }, failed_users: [null], failures: [''], failed: false, error: false }],
    [
      'a name with such a word',
      { team: { name: 'Failed Ltd' }, url: 'https://failed.slack.com/', user_name: 'jo.failed' },
    ],
    ['times and jobs', { reset_in: 2, queued_jobs: 1, ts: '1700000000.000100', job_id: 'J0FAILED1' }],
    ['counts of all', { succeeded_count: 3, failed_count: 0, accepted: 3 }],
    ['an echo of the request', { request: { user_ids: PEOPLE }, echo: PEOPLE.join() }],
    ['everybody in a map of successes', { results: { [A]: true, [B]: 'ok', [C]: { ok: true } } }],
  ])('is an acceptance: %s', (_name, body) => {
    expect(judge(body, PEOPLE)).toBe('accepted');
  });
});

describe('an answer with ok: true about one person', () => {
  it.each<[string, object, string]>([
    ['a mention', { user: A }, 'accepted'],
    ['what was done', { extended_comments: `Sessions of ${A} were invalidated.` }, 'accepted'],
    ['a map with a code', { extended_comments: { [A]: CODE } }, A],
    ['an empty list of successes', { succeeded_users: [] }, 'nobody'],
    ['a failure in words', { extended_comments: `failed for ${A}` }, A],
    ['no failure in words', { extended_comments: '1 user reset, 0 failed.' }, 'accepted'],
    ['a success in a map', { results: { [A]: true } }, 'accepted'],
  ])('%s', (_name, body, expected) => {
    expect(judge(body, [A])).toBe(expected);
  });
});

it('an acceptance with a value nested without end is read without an error', () => {
  const nest = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  for (const key of ['x', 'failed', 'succeeded_users', 'error', 'W0A0000001']) {
    expect(() => findContradiction({ ok: true, [key]: nest(8000) }, ['W0A0000001', 'W0A0000002'])).not.toThrow();
  }
  expect(findContradiction({ ok: true, x: nest(8000) }, ['W0A0000001', 'W0A0000002'])).toBeUndefined();
});
