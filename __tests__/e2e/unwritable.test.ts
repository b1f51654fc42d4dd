import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { pullRequestEvent, withScene } from '../support/github-scenario.ts';
import type { RunOptions } from '../support/run-action.ts';
import { annotations, type Inputs, stackLines } from '../support/scenario.ts';
import { parseLog } from '../support/workflow-commands.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const [JO, BOT] = ['W012A3CDE', 'U0BOT00001'];
const users = [JO, { id: BOT, kind: 'bot' as const }];
/** What stands for a full disk; only Linux has it. */
const FULL = '/dev/full';
const NO_FILES = '/proc/self';
const isHere = (text: string): boolean => !/full disk|takes no files/.test(text) || existsSync(FULL);

type Kept = 'outputs' | 'summary' | 'report' | 'comment';
const ALL: readonly Kept[] = ['outputs', 'summary', 'report', 'comment'];
const without = (...lost: Kept[]): readonly Kept[] => ALL.filter((place) => !lost.includes(place));
const env = (variables: Record<string, string | undefined>): RunOptions => ({ env: variables });

// The name of the report is an output, so without outputs nobody can tell where it is.
const CASES: readonly (readonly [string, Inputs, RunOptions, readonly Kept[], readonly string[]])[] = [
  [
    'outputs to a full disk',
    {},
    env({ GITHUB_OUTPUT: FULL }),
    without('outputs', 'report'),
    ['The output "outcome" could not be written (ENOSPC)'],
  ],
  [
    'the summary to a full disk',
    {},
    env({ GITHUB_STEP_SUMMARY: FULL }),
    without('summary'),
    ['The job summary could not be written (ENOSPC)'],
  ],
  [
    'the report into a folder that takes no files',
    {},
    env({ RUNNER_TEMP: NO_FILES }),
    without('report'),
    ['The report could not be written (E'],
  ],
  [
    'the name of the report to a full disk',
    {},
    env({ GITHUB_ARTIFACTS: FULL }),
    ALL,
    ['The report could not be listed as an artifact (ENOSPC)'],
  ],
  [
    'everything to a full disk',
    {},
    env({ RUNNER_TEMP: NO_FILES, GITHUB_OUTPUT: FULL, GITHUB_STEP_SUMMARY: FULL }),
    ['comment'],
    [
      'The report could not be written (E',
      'The output "outcome" could not be written (ENOSPC)',
      'The job summary could not be written (ENOSPC)',
    ],
  ],
  [
    'outputs where no file is named',
    {},
    env({ GITHUB_OUTPUT: undefined }),
    without('outputs', 'report'),
    ['The output "outcome" could not be written (GITHUB_OUTPUT is not set)'],
  ],
  [
    'outputs into a folder',
    {},
    env({ GITHUB_OUTPUT: '/' }),
    without('outputs', 'report'),
    ['The output "outcome" could not be written (EISDIR)'],
  ],
  [
    'the summary into a folder',
    {},
    env({ GITHUB_STEP_SUMMARY: '/' }),
    without('summary'),
    ['The job summary could not be written (EISDIR)'],
  ],
  [
    'outputs below a file',
    {},
    env({ GITHUB_OUTPUT: '/dev/null/a' }),
    without('outputs', 'report'),
    ['The output "outcome" could not be written'],
  ],
  [
    'the summary below a file',
    {},
    env({ GITHUB_STEP_SUMMARY: '/dev/null/a' }),
    without('summary'),
    ['The job summary could not be written'],
  ],
  [
    'the report below a device',
    {},
    env({ RUNNER_TEMP: '/dev/null/a' }),
    without('report'),
    ['The report could not be written (E'],
  ],
  [
    'the report below a name that is too long',
    {},
    env({ RUNNER_TEMP: `/tmp/${'n'.repeat(300)}` }),
    without('report'),
    ['The report could not be written (ENAMETOOLONG)'],
  ],
  [
    'the files of the step, which somebody removed',
    {},
    {
      prepare: async ({ commandFiles }) =>
        void (await Promise.all([rm(commandFiles.GITHUB_OUTPUT), rm(commandFiles.GITHUB_STEP_SUMMARY)])),
    },
    ['comment'],
    ['The output "outcome" could not be written', 'The job summary could not be written'],
  ],
];

describe('what cannot be written', () => {
  it.concurrent.each(CASES.filter(([name]) => isHere(name)))(
    '%s fails the step with the reason, and the rest is told',
    async (_name, inputs, options, kept, reasons) => {
      await withScene({ slack: { users } }, async ({ slack, github, run }) => {
        const ended = await run(
          { 'user-ids': `${JO} ${BOT}`, comment: 'true', 'max-retries': '0', ...inputs },
          { event: pullRequestEvent(), ...options },
        );
        const told: Readonly<Record<Kept, boolean>> = {
          outputs: ended.outputs['queued-count'] === '1' && ended.results.length === 2,
          summary: ended.summary.includes(BOT),
          report: ended.report !== undefined,
          comment: github.comments().length === 1 && String(github.comments()[0]?.body).includes(BOT),
        };
        const { visible } = parseLog(ended.stdout);
        expect([slack.groups().flat().includes(JO), ended.exitCode, ALL.filter((place) => told[place])]).toEqual([
          true,
          1,
          kept,
        ]);
        expect([
          visible.includes(`${JO}, user-ids[0]: queued\n`),
          visible.includes(`${BOT}, user-ids[1]: failed (cannot_reset_bot)\n`),
          visible.includes('Outcome: partial.'),
        ]).toEqual([true, true, true]);
        const failure = annotations(ended, 'error').at(-1) ?? '';
        expect(reasons.filter((reason) => !failure.includes(reason))).toEqual([]);
        expect(failure).toContain('1 failed (cannot_reset_bot)');
        expect([stackLines(ended), ended.stderr]).toEqual([[], '']);
      });
    },
  );

  it.concurrent.each<[string, Inputs, string]>([
    ['after a reset of everybody', { 'user-ids': JO }, 'success'],
    ['after a dry run', { 'user-ids': JO, 'dry-run': 'true' }, 'planned'],
    ['with nobody to reset', { roster: 'r.yml' }, 'nothing-to-do'],
    ['after refused input', { 'user-ids': 'C012A3CDE' }, 'failure'],
  ])('does not change the outcome, yet fails the step: %s', async (_name, inputs, outcome) => {
    await withScene({ slack: { users } }, async ({ run }) => {
      const ended = await run(inputs, { files: { 'r.yml': '[]\n' }, env: { GITHUB_STEP_SUMMARY: '/' } });
      expect([ended.exitCode, ended.outputs['outcome']]).toEqual([1, outcome]);
      expect(annotations(ended, 'error').at(-1)).toContain('The job summary could not be written (EISDIR)');
    });
  });

  it('is no output when the runner names no file for it: the older form of command carries it', async () => {
    await withScene({ slack: { users } }, async ({ run }) => {
      const ended = await run({ 'user-ids': JO }, { env: { GITHUB_OUTPUT: undefined } });
      const outputs = ended.commands.filter(({ name }) => name === 'set-output');
      expect(
        ended.exitCode === 1 ||
          outputs.some(({ properties, message }) => properties['name'] === 'outcome' && message === 'success'),
      ).toBe(true);
    });
  });
});
