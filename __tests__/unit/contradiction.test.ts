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
