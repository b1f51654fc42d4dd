import { describe, expect, it, jest } from '@jest/globals';
import { annotations, type Inputs, resetWith, standings, withSlack } from '../support/scenario.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const [JO, SAM] = ['W012A3CDE', 'W024B4DEF'];

async function visit(text: string, inputs: Inputs = {}) {
  return withSlack({ users: [JO, SAM] }, async (slack) => {
    const run = await resetWith(slack, { roster: 'hr.yml', ...inputs }, { files: { 'hr.yml': text } });
    const warnings = annotations(run, 'warning').filter((message) => !message.includes('api-url'));
    return { run, warnings, groups: slack.groups() };
  });
}

describe('a roster that is good but doubtful', () => {
  it.concurrent('is acted on, with a warning of a date far ahead', async () => {
    const { run, warnings, groups } = await visit(`- ${JO}\n- user_id: ${SAM}\n  effective: 2962-11-30\n`);
    expect([run.exitCode, groups]).toEqual([0, [[JO]]]);
    expect(warnings).toEqual([expect.stringMatching(/^the date 2962-11-30 is 9\d\d years ahead: check the year$/)]);
    expect(standings(run).map(([, status]) => status)).toEqual(['queued', 'skipped']);
  });

  it.concurrent.each([
    [
      'in a plan',
      { 'dry-run': 'true' },
      [expect.stringMatching(/^the date 2016-11-30 is \d+ years ago: check the year$/)],
    ],
    ['not in a reset of all entries', {}, []],
  ])('is warned of for a date long past only %s', async (_name, inputs, expected) => {
    const { run, warnings } = await visit(`- user_id: ${JO}\n  effective: 2016-11-30\n`, inputs);
    expect([run.exitCode, warnings]).toEqual([0, expected]);
  });

  it.concurrent('is acted on, with a warning of a last day in no time zone and of a text that swallows an entry', async () => {
    const text = `- user_id: ${JO}\n  last_day: 2026-01-30\n  note: |\n    left\n    - user_id: ${SAM}\n`;
    const { run, warnings, groups } = await visit(text);
    expect([run.exitCode, groups]).toEqual([0, [[JO]]]);
    expect(warnings).toEqual([
      expect.stringMatching(/^without "time_zone" this day ends at midnight UTC/),
      expect.stringMatching(/^the text of "note" looks like an entry/),
    ]);
  });

  it.concurrent('is acted on by the clock of its time zone', async () => {
    const day = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10);
    const text = `leavers:\n- {user_id: ${JO}, last_day: ${day(14 - 24)}}\n- {user_id: ${SAM}, last_day: ${day(14 + 24)}}\ntime_zone: Pacific/Kiritimati\n`;
    const { run, warnings } = await visit(text);
    expect([run.exitCode, warnings]).toEqual([0, []]);
    // It is 14 hours later there than in UTC, so that JO left yesterday, and SAM leaves tomorrow.
    expect(standings(run).map(([, status]) => status)).toEqual(['queued', 'skipped']);
  });
});
