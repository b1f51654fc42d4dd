import { createRequire } from 'node:module';
import { describe, expect, it, jest } from '@jest/globals';
import { isJsonObject, type JsonObject } from '../../src/calls/json.ts';
import { findConversation, readChange } from '../../src/github/event.ts';
import { findHeadCommit } from '../../src/runner/links.ts';
import { withScene } from '../support/github-scenario.ts';
import { annotations, stackLines } from '../support/scenario.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(120_000);

/** What GitHub has really sent, by the name of the event. */
const definitions: readonly { readonly name: string; readonly examples: readonly JsonObject[] }[] = createRequire(
  import.meta.url,
)('@octokit/webhooks-examples');
const recorded = definitions.flatMap(({ name, examples }) => [
  ...examples.map((payload) => ({ name, payload })),
  // The same payload under the name that it has for a workflow of the base branch.
  ...(name === 'pull_request' ? examples.map((payload) => ({ name: 'pull_request_target', payload })) : []),
]);

const SHA = /^[0-9a-f]{40}$/;
const FALLBACK = 'f'.repeat(40);
const WITH_CHANGE: Readonly<Record<string, readonly string[]>> = {
  push: ['since', 'problem'],
  merge_group: ['since'],
  pull_request: ['pull-request', 'closed'],
  pull_request_target: ['pull-request', 'closed'],
};
const OF_ISSUES = new Set(['issues', 'issue_comment']);

function at(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isJsonObject(inner) ? inner[name] : undefined), value);
}

it('every payload of more than 50 events is understood', () => {
  expect([definitions.length > 50, recorded.length > 250]).toEqual([true, true]);
  const faults = recorded.flatMap(({ name, payload }) => {
    const change = readChange(name, payload);
    const kind = 'problem' in change ? 'problem' : change.kind;
    const number =
      at(payload, 'pull_request', 'number') ?? (OF_ISSUES.has(name) ? at(payload, 'issue', 'number') : undefined);
    const isFine =
      (WITH_CHANGE[name] ?? ['problem']).includes(kind) &&
      findConversation(payload) === number &&
      findHeadCommit(payload) === at(payload, 'pull_request', 'head', 'sha') &&
      SHA.test(findHeadCommit(payload) ?? FALLBACK);
    return isFine ? [] : [`${name} ${String(payload['action'])}: ${kind}`];
  });
  expect(faults).toEqual([]);
});

describe('an outcome each, and no crash', () => {
  const roster = { before: '- W012A3CDE\n', now: '- W012A3CDE\n- W024B4DEF\n' };
  const triggers = [
    ...['push', 'merge_group', 'pull_request', 'pull_request_target', 'pull_request_review', 'issues', 'issue_comment'],
    ...['pull_request_review_comment', 'workflow_run', 'workflow_dispatch', 'repository_dispatch', 'release', 'status'],
    ...['check_run', 'check_suite', 'create', 'delete', 'deployment', 'deployment_status', 'discussion', 'fork'],
    ...['discussion_comment', 'gollum', 'label', 'member', 'milestone', 'page_build', 'public', 'watch'],
  ];
  const firsts = triggers.flatMap((name) => recorded.find((each) => each.name === name) ?? []);

  it.concurrent.each(firsts.map(({ name, payload }) => [name, payload] as const))('of %s', async (name, payload) => {
    const change = readChange(name, payload);
    const base =
      'problem' in change || change.kind !== 'since' ? String(at(payload, 'pull_request', 'base', 'sha')) : change.sha;
    const head = String(
      at(payload, 'pull_request', 'head', 'sha') ?? at(payload, 'merge_group', 'head_sha') ?? FALLBACK,
    );
    const commits = { [base]: { 'r.yml': roster.before }, [head]: { 'r.yml': roster.now } };
    await withScene({ github: { commits } }, async ({ github, run }) => {
      const inputs = { 'dry-run': 'true', roster: 'r.yml', 'roster-entries': 'added', comment: 'true' };
      const options = { event: { name, payload }, files: { 'r.yml': roster.now }, env: { GITHUB_SHA: head } };
      const ended = await run(inputs, options);
      const hasChange = !('problem' in change);
      expect({
        outcome: ended.outputs['outcome'],
        people: ended.results.map(({ user_id, status }) => [user_id, status]),
        hasReason: annotations(ended, 'error').some((error) => error.includes('use "roster-entries: all"')),
        crashes: [...stackLines(ended), ...annotations(ended, 'error').filter((error) => error.includes('report it'))],
        comments: github.comments().map(({ issue }) => issue),
      }).toEqual({
        outcome: hasChange ? 'planned' : 'failure',
        people: hasChange ? [['W024B4DEF', 'planned']] : [],
        hasReason: !hasChange,
        crashes: [],
        comments: [findConversation(payload) ?? []].flat(),
      });
    });
  });
});
