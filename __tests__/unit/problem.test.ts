import { expect, it } from '@jest/globals';
import { InputError } from '../../src/people/problem.ts';
import { formatPeopleCount } from '../../src/people/wording.ts';

it('an input error carries all its problems', () => {
  const error = new InputError([{ message: 'one', file: 'r.yml' }, { message: 'two' }]);
  expect(error.problems).toEqual([{ message: 'one', file: 'r.yml' }, { message: 'two' }]);
  expect(String(error)).toBe('InputError: one\ntwo');
});

it.each([
  [0, '0 people'],
  [1, '1 person'],
  [2, '2 people'],
])('%i are counted in words: %s', (count, words) => {
  expect(formatPeopleCount(count)).toBe(words);
});
