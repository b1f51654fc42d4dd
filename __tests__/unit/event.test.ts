import { describe, expect, it } from '@jest/globals';
import { findConversation, readChange } from '../../src/github/event.ts';

const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e';
const SHA_256 = 'a'.repeat(64);
const toDo = 'use "roster-entries: all", or run on push, pull_request or merge_group';

/** A pull request from `head` into main. */
function pullRequest(more: object = {}) {
  return { head: { sha: SHA }, base: { ref: 'main', sha: SHA_256 }, merged: false, merge_commit_sha: SHA_256, ...more };
}

describe('readChange', () => {
  it.each([
    ['push', { before: SHA, after: 'f'.repeat(40) }, { kind: 'since', sha: SHA, headSha: 'f'.repeat(40) }],
    ['push', { before: SHA_256 }, { kind: 'since', sha: SHA_256 }],
    [
      'merge_group',
      { merge_group: { base_sha: SHA, head_sha: SHA_256 } },
      { kind: 'since', sha: SHA, headSha: SHA_256 },
    ],
    ...['pull_request', 'pull_request_target'].flatMap((name) => [
      [name, { pull_request: pullRequest() }, { kind: 'pull-request', headSha: SHA, baseBranch: 'main' }] as const,
      [
        name,
        { action: 'closed', pull_request: pullRequest({ merged: true }) },
        { kind: 'merged', headSha: SHA, mergeSha: SHA_256 },
      ] as const,
      [name, { action: 'closed', pull_request: pullRequest() }, { kind: 'closed' }] as const,
      [name, { action: 'labeled', pull_request: pullRequest({ state: 'closed' }) }, { kind: 'closed' }] as const,
    ]),
    // An event that comes once it is merged, such as a label, is about what was merged.
    [
      'pull_request',
      { action: 'labeled', pull_request: pullRequest({ merged: true }) },
      { kind: 'merged', headSha: SHA, mergeSha: SHA_256 },
    ],
  ])('of %s %j', (eventName, payload, change) => {
    expect(readChange(eventName, payload)).toEqual(change);
  });

  it('does not depend on the base that the event names, which does not move with the branch', () => {
    const moved = pullRequest({ base: { ref: 'main', sha: 'not a commit' } });
    expect(readChange('pull_request', { pull_request: moved })).toEqual(
      readChange('pull_request', { pull_request: pullRequest() }),
    );
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
    const payload = { before: SHA, pull_request: pullRequest(), merge_group: { base_sha: SHA } };
    expect(readChange(eventName, payload)).toEqual({
      problem: `the event ${word} has no earlier version to compare with: ${toDo}`,
    });
  });

  it.each(['0'.repeat(40), '0'.repeat(64)])('takes %s for no commit, as in the first push of a branch', (before) => {
    expect(readChange('push', { before })).toEqual({
      problem: `push.before is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ${toDo}`,
    });
  });

  it('compares nothing when a branch was deleted', () => {
    expect(readChange('push', { before: SHA, after: '0'.repeat(40), deleted: true })).toEqual({
      problem: `the push deleted its branch, so there is nothing to compare: ${toDo}`,
    });
  });

  const noCommits = [undefined, null, '', 7, [SHA], { sha: SHA }, 'main', SHA.slice(1), ` ${SHA}`, `${SHA}\n`];
  it.each([...noCommits, SHA.toUpperCase(), `${SHA}?x=`, 'g'.repeat(40), 'a'.repeat(50), 'a'.repeat(65)])(
    'refuses %j in place of a commit',
    (sha) => {
      expect([
        readChange('push', { before: sha }),
        readChange('merge_group', { merge_group: { base_sha: sha } }),
        readChange('pull_request', { pull_request: pullRequest({ head: { sha } }) }),
        readChange('pull_request', { pull_request: pullRequest({ merged: true, merge_commit_sha: sha }) }),
      ]).toEqual(
        ['push.before', 'merge_group.base_sha', 'pull_request.head.sha', 'pull_request.merge_commit_sha'].map(
          (name) => ({
            problem: `the event does not say ${name}: ${toDo}`,
          }),
        ),
      );
    },
  );

  it.each([undefined, null, '', 7, {}, ['main']])('refuses %j in place of a base branch', (ref) => {
    expect(readChange('pull_request', { pull_request: pullRequest({ base: { ref } }) })).toEqual({
      problem: `the event does not say pull_request.base.ref: ${toDo}`,
    });
  });

  it.each([undefined, null, 'text', 1, [], {}, { pull_request: null }, { action: 'closed', pull_request: 'main' }])(
    'refuses %j in place of a payload',
    (payload) => {
      expect(readChange('pull_request', payload)).toEqual({
        problem: `the event does not say pull_request.head.sha: ${toDo}`,
      });
    },
  );
});

describe('findConversation', () => {
  it.each([
    [{ pull_request: { number: 17 } }, 17],
    [{ issue: { number: 17, pull_request: {} } }, 17],
    [{ issue: { number: 17 }, comment: { id: 1 } }, 17],
    [{ number: 17 }, undefined],
    [{ pull_request: { number: '17' } }, undefined],
    [{ pull_request: { number: 1.5 } }, undefined],
    [{ issue: { number: Number.NaN } }, undefined],
    [{ pull_request: [17] }, undefined],
    [{ issue: null }, undefined],
    [{}, undefined],
    [null, undefined],
    [undefined, undefined],
    [[{ pull_request: { number: 17 } }], undefined],
  ])('of %j is %s', (payload, number) => {
    expect(findConversation(payload)).toBe(number);
  });
});
