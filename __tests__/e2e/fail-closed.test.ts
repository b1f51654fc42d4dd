import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { RunOptions, WorkflowEvent } from '../support/run-action.ts';
import { annotations, type Inputs, resetWith, withSlack } from '../support/scenario.ts';

jest.setTimeout(30_000);

const [JO, CEO] = ['U0AAAAAA1', 'U0BREAKGL'];

/** Runs the action for two people, one of whom is protected in the example; returns what it says. */
async function attempt(inputs: Inputs, options: RunOptions) {
  return withSlack({ users: [JO, CEO] }, async (slack) => {
    const roster = { 'r.yml': `- ${JO}\n- ${CEO}\n` };
    const run = await resetWith(slack, { roster: 'r.yml', ...inputs }, { files: roster, ...options });
    return { exitCode: run.exitCode, requests: slack.requests.length, errors: annotations(run, 'error').slice(0, -1) };
  });
}

function refusedBecause(...reasons: RegExp[]) {
  return { exitCode: 1, requests: 0, errors: reasons.map((reason) => expect.stringMatching(reason)) };
}

describe('an option that cannot be understood stops the run', () => {
  it('whose name has underscores in place of hyphens', async () => {
    const env = { INPUT_DRY_RUN: 'true', INPUT_PROTECTED_USER_IDS: CEO };
    expect(await attempt({}, { env })).toEqual(
      refusedBecause(
        /^Expected the input "dry-run", got "dry_run", which this Action does not have/,
        /^Expected the input "protected-user-ids", got "protected_user_ids"/,
      ),
    );
  });

  it('whose name is a slip of the pen, together with what else is wrong', async () => {
    const env = { 'INPUT_ROSTER-ENTRY': 'added', INPUT_DRYRUN: 'true' };
    expect(await attempt({ 'max-users': '1O' }, { env })).toEqual(
      refusedBecause(
        /^Expected the input "roster-entries", got "roster-entry"/,
        /^Expected the input "dry-run", got "dryrun"/,
        /^"max-users": .* got "1O"/,
      ),
    );
  });

  it('which a shell between the runner and Node has dropped', async () => {
    // Only some shells do so; the next test stands in for them where the shell of this machine does not.
    const isDash = basename(realpathSync('/bin/sh')) === 'dash';
    const inputs = { 'protected-user-ids': CEO };
    const end = await attempt(inputs, { through: ['/bin/sh', '-c', '"$@"; exit $?', 'sh'] });
    expect(end.errors.filter((error) => error.includes('a shell between the runner and Node dropped them'))).toEqual(
      isDash
        ? [
            expect.stringMatching(
              /got none for "user-ids", "roster-entries", .* and \d+ more\. All of them have a hyphen/,
            ),
          ]
        : [],
    );
    expect(isDash ? [end.exitCode, end.requests] : [1, 0]).toEqual([1, 0]);
  });

  it.each(['dry-run', 'token', 'protected-user-ids', 'verify'])(
    'which is absent from the environment: %s',
    async (name) => {
      const end = await attempt({}, { through: ['env', '-u', `INPUT_${name.toUpperCase()}`] });
      expect([end.exitCode, end.requests, end.errors[0]]).toEqual([
        1,
        0,
        expect.stringMatching(
          `^Expected an environment variable INPUT_… for every input, .* got none for "${name}"\\. `,
        ),
      ]);
    },
  );

  const payload = { repository: { full_name: 'octo-org/offboarding' } };
  it.each<[string, WorkflowEvent, string]>([
    ['workflow_dispatch', { name: 'workflow_dispatch', payload }, ''],
    ['repository_dispatch', { name: 'repository_dispatch', payload }, ''],
    ['workflow_dispatch, of blanks alone', { name: 'workflow_dispatch', payload }, '  '],
  ])('which is an empty dry-run under %s', async (_name, event, value) => {
    expect(await attempt({ 'dry-run': value }, { event })).toEqual(
      refusedBecause(
        /^"dry-run": expected true or false under \w+_dispatch, got nothing: the expression names no input/,
      ),
    );
  });
});

describe('what is no option of this Action', () => {
  it.each<[string, Inputs, RunOptions]>([
    [
      'is left alone: inputs of other actions',
      {},
      { env: { 'INPUT_FETCH-DEPTH': '0', INPUT_PATH: 'x', INPUT_REF: 'y' } },
    ],
    ['is left alone: a near name without a value', {}, { env: { INPUT_DRY_RUN: ' ', INPUT_TOKENS: '' } }],
    ['is left alone: the same value under both names', { 'max-users': '7' }, { env: { INPUT_MAX_USERS: '7' } }],
    ['does not make an empty dry-run on a push a mistake', { 'dry-run': '' }, { event: { name: 'push', payload: {} } }],
    ['does not make other empty booleans a mistake', { verify: '', comment: '', 'web-only': '' }, {}],
  ])('%s', async (_name, inputs, options) => {
    expect(await attempt(inputs, options)).toEqual({ exitCode: 0, requests: 1, errors: [] });
  });
});
