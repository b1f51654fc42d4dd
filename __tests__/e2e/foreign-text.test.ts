import { describe, expect, it, jest } from '@jest/globals';
import { resetWith, standings, withSlack } from '../support/scenario.ts';

jest.setTimeout(30_000);

const JO = 'W012A3CDE';
const NAMES = [
  '::error::boo.yml',
  '::stop-commands::boo.yml',
  ' ::add-mask::W012A3CDE.yml',
  '::set-output name=outcome::boo.yml',
  'x##[error]boo.yml',
  '##[group]boo.yml',
  'a`b|<img src=x>@octo-org.yml',
  '%0A::error::boo.yml',
];

describe('the name of a roster file is no command to the runner', () => {
  it.concurrent.each(NAMES)('%s', async (name) => {
    await withSlack({ users: [JO] }, async (slack) => {
      const [good, bad] = await Promise.all([
        resetWith(slack, { roster: '*.yml' }, { files: { [name]: `- ${JO}\n` } }),
        resetWith(slack, { roster: '*.yml' }, { files: { [name]: '- C012\n'.repeat(12) } }),
      ]);
      const words = [good, bad].map(({ commands }) => new Set(commands.map((command) => command.name)));
      expect([good.exitCode, standings(good), bad.exitCode, words]).toEqual([
        0,
        [[JO, 'queued', null]],
        1,
        [new Set(['add-mask', 'warning', 'group', 'endgroup']), new Set(['add-mask', 'error'])],
      ]);
      for (const { summary } of [good, bad]) {
        expect(summary.replace(/`[^`\n]*`/g, '')).not.toMatch(/<img|@octo-org/);
      }
    });
  });
});
