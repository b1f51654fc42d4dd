import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readEventWarnings, readRunContext } from '../../src/runner/run-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'event-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function warningsUnder(event: string, payload: string): readonly string[] {
  const path = join(folder, 'event.json');
  writeFileSync(path, payload);
  return readEventWarnings({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path });
}

describe('a real run', () => {
  it.each<[string, string, unknown, RegExp | undefined]>([
    ['of a push', 'push', {}, undefined],
    ['of a schedule', 'schedule', {}, undefined],
    ['of an open pull request', 'pull_request', { action: 'opened' }, /before the change is reviewed/],
    ['of a closed pull request', 'pull_request', { action: 'closed', pull_request: { merged: false } }, /reviewed/],
    ['of a merged pull request', 'pull_request', { action: 'closed', pull_request: { merged: true } }, undefined],
    ['after another workflow', 'workflow_run', {}, /workflow_run/],
  ])('%s warns where nobody may have reviewed it', (_name, event, payload, warning) => {
    const warnings = warningsUnder(event, JSON.stringify(payload));
    expect(warnings).toEqual(warning === undefined ? [] : [expect.stringMatching(warning)]);
  });

  it('warns when the event cannot be read', () => {
    expect(warningsUnder('pull_request', '{')).toHaveLength(1);
    expect(readEventWarnings({ GITHUB_EVENT_NAME: 'pull_request' })).toHaveLength(1);
  });
});

it('the address of a run is that of its attempt', () => {
  const env = {
    GITHUB_SERVER_URL: 'https://github.example.com',
    GITHUB_REPOSITORY: 'octo-org/offboarding',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '3',
  };
  expect(readRunContext(env).url).toBe('https://github.example.com/octo-org/offboarding/actions/runs/42/attempts/3');
});
