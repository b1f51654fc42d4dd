import { expect, it } from '@jest/globals';
import { findHeadCommit, linkToLine, linkToRun } from '../../src/runner/links.ts';

const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e';
const PAGES = { serverUrl: 'https://github.example.com', repository: 'octo-org/offboarding' };

it.each([
  ['offboarding/2026-11.yml', 'offboarding/2026-11.yml'],
  ['März 100% #1?/[a] b.yml', 'M%C3%A4rz%20100%25%20%231%3F/%5Ba%5D%20b.yml'],
])('a line of %s has a page', (path, encoded) => {
  expect(linkToLine(PAGES, SHA, { path, line: 12 })).toBe(
    `https://github.example.com/octo-org/offboarding/blob/${SHA}/${encoded}#L12`,
  );
});

it('an attempt of a run has a page of its own', () => {
  expect(linkToRun(PAGES, '1658821493', 2)).toBe(
    'https://github.example.com/octo-org/offboarding/actions/runs/1658821493/attempts/2',
  );
});

it.each([
  [{ pull_request: { head: { sha: SHA } } }, SHA],
  [{ pull_request: { head: { sha: 'main' } } }, undefined],
  [{ after: SHA }, undefined],
  [undefined, undefined],
])('the head of the pull request in %j', (payload, expected) => {
  expect(findHeadCommit(payload)).toBe(expected);
});
