import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pullRequestEvent, withScene } from '../support/github-scenario.ts';
import type { ActionRun } from '../support/run-action.ts';
import { annotations, type Inputs, makeIds, RESET } from '../support/scenario.ts';
import type { ScriptedAnswer } from '../support/slack-simulator/index.ts';

// The YAML of 100,000 people takes seconds to read, more on a machine that is busy.
jest.setTimeout(180_000);

const COUNT = 100_000;
const TWICE = 25;
const ids = makeIds(COUNT);
const LAST = ids.at(-1);
/** A path of many bytes, as it is named by 100,000 people. */
const PATH = `hr/${'Übergänge-😀-離職者-'.repeat(6)}.yml`;
const MAX_OUTPUT = 400_000;
const MAX_SUMMARY = 1024 * 1024;
const MAX_COMMENT = 65_536;

interface Large {
  readonly run: ActionRun;
  readonly comments: readonly string[];
  readonly groups: readonly (readonly string[])[];
}

function isList(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value);
}

/** Everybody in the report. */
function reported({ report }: ActionRun): readonly Readonly<Record<string, unknown>>[] {
  const results: unknown = typeof report === 'object' && report !== null && 'results' in report ? report.results : [];
  return isList(results) ? results : [];
}

async function reset(people: string, inputs: Inputs, answer: ScriptedAnswer): Promise<Large> {
  return withScene({}, async ({ slack, github, run }) => {
    slack.answerAlways(RESET, answer);
    const given = { roster: PATH, 'max-users': '1000000', comment: 'true', ...inputs };
    const ended = await run(given, { files: { [PATH]: people }, event: pullRequestEvent(), timeoutMs: 170_000 });
    return { run: ended, comments: github.comments().map(({ body }) => body), groups: slack.groups() };
  });
}

const twice = ids
  .slice(0, TWICE)
  .map((id) => `- ${id}\n`)
  .join('');

describe.each<[string, () => Promise<Large>, number, string]>([
  [
    'who all need attention',
    () =>
      reset(
        `${ids.map((id) => (id === LAST ? `- {user_id: ${id}, ticket: HR-1}\n` : `- ${id}\n`)).join('')}${twice}`,
        {},
        { kind: 'error', error: 'token_revoked' },
      ),
    COUNT,
    'not-attempted',
  ],
  [
    'who are all queued',
    () => reset(`${ids.map((id) => `- ${id}\n`).join('')}${twice}`, {}, { kind: 'ok' }),
    0,
    'queued',
  ],
])('100,000 people %s', (_name, act, failing, status) => {
  let large: Large;
  beforeAll(async () => {
    large = await act();
  }, 180_000);

  it('leave outputs of less than 400,000 characters each, which are whole lists', () => {
    const { outputs, results } = large.run;
    expect(Object.entries(outputs).filter(([, value]) => value.length >= MAX_OUTPUT)).toEqual([]);
    const failedIds: unknown = JSON.parse(outputs['failed-user-ids'] ?? '');
    expect(isList(failedIds) && failedIds.every((id, index) => String(id) === ids[index])).toBe(true);
    expect(isList(failedIds) && failedIds.length > 5000).toBe(failing > 0);
    expect(results.map(({ user_id }) => user_id)).toEqual(failing > 0 ? ids.slice(0, results.length) : []);
    expect([outputs['user-count'], outputs['failed-count']]).toEqual([String(COUNT), String(failing)]);
    // All outputs of a job share 1 MB.
    expect(Object.values(outputs).join('').length).toBeLessThan(600_000);
  });

  it('leave a summary of less than 1 MiB, which says that it is cut', () => {
    const { summary } = large.run;
    expect(Buffer.byteLength(summary)).toBeLessThan(MAX_SUMMARY);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(MAX_SUMMARY / 2);
    const rows = summary.split('\n').filter((line) => /^\| `W\d{6}` \|/.test(line));
    expect(summary).toContain(`and ${COUNT - rows.length} more, in the report`);
    expect(summary).not.toContain('\ufffd');
    expect(summary).toContain('100000');
  });

  it('leave a comment of less than 65,536 characters, which says that it is cut', () => {
    const [body = ''] = large.comments;
    expect([large.comments.length, body.length < MAX_COMMENT, body.length > 10_000]).toEqual([1, true, true]);
    expect(body).toMatch(/and \d+ more, in the report/);
    expect(body.isWellFormed()).toBe(true);
  });

  it('leave ten annotations of a kind at most, and the last warning says how many more there are', () => {
    const warnings = annotations(large.run, 'warning');
    const errors = annotations(large.run, 'error');
    expect([warnings.length, errors.length <= 10]).toEqual([10, true]);
    const logged = large.run.stdout.split('\n').filter((line) => line.startsWith('warning: ')).length;
    expect(warnings.at(-1)).toBe(`${logged} more problems: see the log of this step.`);
    // People named twice, the host that is not Slack's, the event, and outputs that were cut.
    expect(logged + 9).toBe(TWICE + 2 + (failing > 0 ? 2 : 1));
    expect(errors.length).toBe(failing > 0 ? 1 : 0);
  });

  it('stand in the report, every one', () => {
    const people = reported(large.run);
    expect(people.length).toBe(COUNT);
    expect(people.map((person) => person['user_id'])).toEqual(ids);
    expect(new Set(people.map((person) => person['status']))).toEqual(new Set([status]));
    expect(people.at(-1)?.['ticket']).toBe(failing > 0 ? 'HR-1' : null);
    expect(people.at(-1)?.['source']).toBe(`${PATH}:${COUNT}`);
  });

  it('are sent 1,000 a call, or not at all', () => {
    expect(large.groups.map((group) => group.length)).toEqual(Array(failing > 0 ? 1 : 100).fill(1000));
    expect(large.groups.flat()).toEqual(ids.slice(0, failing > 0 ? 1000 : COUNT));
  });

  it('leave a log that is hardly longer than the IDs of the calls and the results of 1,000 people', () => {
    expect(Buffer.byteLength(large.run.stdout)).toBeLessThan(1_500_000);
    expect(large.run.stdout).toContain(`and ${COUNT - 1000} more, in the report`);
    expect(large.run.exitCode).toBe(failing > 0 ? 1 : 0);
  });
});

describe('many problems', () => {
  it('of many rosters leave ten annotations, a summary and a comment that fit', async () => {
    await withScene({}, async ({ slack, github, run }) => {
      const name = (index: number) => `r/${'離職者-😀|'.repeat(8)}${String(index).padStart(3, '0')}.yml`;
      const files = Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [name(index), '- C012\n'.repeat(1100)]),
      );
      const ended = await run({ roster: 'r/*.yml', comment: 'true' }, { files, event: pullRequestEvent() });
      const errors = annotations(ended, 'error');
      expect([errors.length, slack.requests, ended.exitCode]).toEqual([10, [], 1]);
      expect(errors.at(-2)).toMatch(/^\d+ more problems: see the log of this step\.$/);
      expect(errors.at(-1)).toMatch(/\b12012 problems\b.*nothing was sent to Slack/);
      expect(Buffer.byteLength(ended.summary)).toBeLessThan(MAX_SUMMARY);
      expect(github.comments().map(({ body }) => body.length < MAX_COMMENT)).toEqual([true]);
      expect(ended.outputs['outcome']).toBe('failure');
    });
  });
});
