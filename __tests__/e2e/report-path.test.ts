import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { type ActionRun, type RunnerPlaces, type RunOptions, runAction } from '../support/run-action.ts';
import { annotations, type Inputs } from '../support/scenario.ts';

jest.setTimeout(30_000);

const JO = 'W012A3CDE';
const PRECIOUS = 'as it was';

/** All files below a folder, with what is in them; links by where they lead. */
function look(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (lstatSync(path).isFile()) files[name] = readFileSync(path, 'utf8');
  }
  return files;
}

interface Visit {
  readonly run: ActionRun;
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
}

/** Plans without a token, as a pull request from a fork can; tells which files the run has touched. */
async function plan(inputs: Inputs | ((places: RunnerPlaces) => Inputs), options: RunOptions = {}): Promise<Visit> {
  let before: Record<string, string> = {};
  let after: Record<string, string> = {};
  let root = '';
  const run = await runAction(
    (places) => ({
      roster: 'roster.yml',
      'dry-run': 'true',
      ...(typeof inputs === 'function' ? inputs(places) : inputs),
    }),
    {
      files: {
        'roster.yml': `- ${JO}\n`,
        '.git/config': PRECIOUS,
        'README.md': PRECIOUS,
        '../outside/x.json': PRECIOUS,
      },
      ...options,
      prepare: async (places) => {
        root = places.root;
        symlinkSync(join(root, 'outside'), join(places.workspace, 'reports'));
        await options.prepare?.(places);
        before = look(root);
      },
      finish: async () => {
        after = look(root);
      },
    },
  );
  return { run, before, after };
}

describe('a report-path that may not be written to', () => {
  it.each<[string, string | ((places: RunnerPlaces) => string), RegExp]>([
    ['through a link that leads out', 'reports/x.json', /inside the workspace or RUNNER_TEMP after links are resolved/],
    ['through a link to a new file', 'reports/new.json', /links are resolved/],
    ['out of the workspace', '../x', /links are resolved/],
    ["in git's own folder", '.git/config', /outside \.git/],
    ['the roster itself', 'roster.yml', /no other file is replaced, got "roster\.yml"/],
    ['any other file', 'README.md', /no other file is replaced/],
    ["the step's outputs", ({ commandFiles }) => commandFiles.GITHUB_OUTPUT, /links are resolved/],
  ])('is refused before anything is done: %s', async (_name, path, reason) => {
    const { run, before, after } = await plan((places) => ({
      'report-path': typeof path === 'string' ? path : path(places),
    }));
    expect([run.exitCode, run.outputs['outcome'], annotations(run, 'error')[0]]).toEqual([
      1,
      'failure',
      expect.stringMatching(reason),
    ]);
    const touched = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(touched.filter((name) => !/^(_runner_file_commands|_temp)\//.test(name))).toEqual([]);
    // The refusal itself has its report.
    expect(run.report).toMatchObject({ outcome: 'failure' });
  });
});

describe('a report-path that may be written to', () => {
  it('gets the report, with the folders that it needs, and again with the next run', async () => {
    const path = 'evidence/2026/report.json';
    const { run, after } = await plan({ 'report-path': path });
    expect([run.exitCode, run.outputs['report-path']]).toEqual([0, join(run.workspace, path)]);
    expect(JSON.parse(after[join('work', path)] ?? '')).toEqual(run.report);
    const again = await plan({ 'report-path': path }, { prepare: async (places) => layReport(places, run.reportText) });
    expect([again.run.exitCode, again.before[join('work', path)]?.endsWith('\n\n')]).toEqual([0, true]);
    expect(again.run.reportText).toMatch(/[^\n]\n$/);
    expect(Object.keys(again.after).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    function layReport({ workspace }: RunnerPlaces, text: string): void {
      mkdirSync(join(workspace, 'evidence/2026'), { recursive: true });
      writeFileSync(join(workspace, path), `${text}\n\n`);
    }
  });

  it('is told to the runner where that keeps a list of artifacts', async () => {
    const { run, after } = await plan({}, { env: { GITHUB_ARTIFACTS: '../_temp/list' } });
    expect([run.exitCode, after['_temp/list']]).toEqual([0, `${run.outputs['report-path']}\n`]);
  });

  it('and cannot be any more at the end fails the step, and all else is told', async () => {
    let workspace = '';
    const slack = createServer((_message, response) => {
      // Meanwhile another process of the job puts a file where the report needs a folder.
      if (!existsSync(join(workspace, 'out'))) writeFileSync(join(workspace, 'out'), PRECIOUS);
      response.end('{"ok":true}');
    }).listen(0, '127.0.0.1');
    await once(slack, 'listening');
    const address = slack.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const inputs = { 'dry-run': 'false', token: 'xoxp-made-up', 'api-url': `http://127.0.0.1:${port}/api/` };
    const { run, after } = await plan(
      { ...inputs, 'report-path': 'out/r.json' },
      {
        prepare: async (places) => {
          workspace = places.workspace;
        },
      },
    );
    slack.close();
    expect([run.exitCode, run.outputs['outcome'], run.outputs['queued-count'], run.outputs['report-path']]).toEqual([
      1,
      'success',
      '1',
      '',
    ]);
    expect([after['work/out'], run.summary.length > 0]).toEqual([PRECIOUS, true]);
    expect(annotations(run, 'error').at(-1)).toContain('The report could not be written');
  });
});
