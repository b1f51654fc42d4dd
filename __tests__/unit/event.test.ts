import { describe, expect, it } from '@jest/globals';
import { findBase, findPullRequest } from '../../src/github/event.ts';

const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e';
const SHA_256 = 'a'.repeat(64);
const toDo = 'use "roster-entries: all", or run on push, pull_request or merge_group';

describe('findBase', () => {
  it.each([
    ['push', { before: SHA, after: 'f'.repeat(40) }, SHA],
    ['push', { before: SHA_256 }, SHA_256],
    ['pull_request', { pull_request: { base: { sha: SHA }, head: { sha: SHA_256 } }, before: SHA_256 }, SHA],
    ['pull_request_target', { pull_request: { base: { sha: SHA } } }, SHA],
    ['merge_group', { merge_group: { base_sha: SHA, head_sha: SHA_256 } }, SHA],
  ])('finds the base of %s %j', (eventName, payload, sha) => {
    expect(findBase(eventName, payload)).toEqual({ sha });
  });

  it.each([
    ['workflow_dispatch', 'workflow_dispatch'],
    ['schedule', 'schedule'],
    ['pull_request_review', 'pull_request_review'],
    ['', 'of this run'],
    ['::error::boo', 'of this run'],
    ['Push', 'of this run'],
    ['toString', 'of this run'],
    ['a'.repeat(41), 'of this run'],
  ])('says what to do on the event "%s", which has no base', (eventName, word) => {
    const payload = { before: SHA, pull_request: { base: { sha: SHA } }, merge_group: { base_sha: SHA } };
    expect(findBase(eventName, payload)).toEqual({
      problem: `the event ${word} has no earlier version to compare with: ${toDo}`,
    });
  });

  it.each(['0'.repeat(40), '0'.repeat(64)])('takes %s for no commit, as in the first push of a branch', (before) => {
    expect(findBase('push', { before })).toEqual({
      problem: `push.before is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ${toDo}`,
    });
  });

  const noCommits = [undefined, null, '', 7, [SHA], { sha: SHA }, 'main', SHA.slice(1), ` ${SHA}`, `${SHA}\n`];
  it.each([...noCommits, SHA.toUpperCase(), `${SHA}?x=`, 'g'.repeat(40), 'a'.repeat(65)])(
    'refuses %j in place of a commit',
    (sha) => {
      expect([
        findBase('push', { before: sha }),
        findBase('pull_request', { pull_request: { base: { sha } } }),
        findBase('merge_group', { merge_group: { base_sha: sha } }),
      ]).toEqual(
        ['push.before', 'pull_request.base.sha', 'merge_group.base_sha'].map((name) => ({
          problem: `the event does not say ${name}: ${toDo}`,
        })),
      );
    },
  );

  it.each([undefined, null, 'text', 1, [], {}, { pull_request: null }, { pull_request: { base: 'main' } }])(
    'refuses %j in place of a payload',
    (payload) => {
      expect(findBase('pull_request', payload)).toEqual({
        problem: `the event does not say pull_request.base.sha: ${toDo}`,
      });
    },
  );
});

describe('findPullRequest', () => {
  it.each([
    [{ pull_request: { number: 17 } }, 17],
    [{ number: 17 }, undefined],
    [{ pull_request: { number: '17' } }, undefined],
    [{ pull_request: { number: 1.5 } }, undefined],
    [{ pull_request: { number: Number.NaN } }, undefined],
    [{ pull_request: [17] }, undefined],
    [{ pull_request: null }, undefined],
    [{ issue: { number: 17, pull_request: {} } }, undefined],
    [{}, undefined],
    [null, undefined],
    [undefined, undefined],
    [[{ pull_request: { number: 17 } }], undefined],
  ])('of %j is %s', (payload, number) => {
    expect(findPullRequest(payload)).toBe(number);
  });
});
