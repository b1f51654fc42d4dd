import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renderReport, writeReport } from '../../src/report/report-file.ts';
import { placeReport } from '../../src/report/report-path.ts';
import { startRecord } from '../../src/report/run-record.ts';

const REPORT = [...renderReport(startRecord({}, 0))].join('');

let root = '';
let env: Record<string, string> = {};
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'report-path-')));
  for (const folder of ['work/reports', 'work/.git', 'work/repo/.git/hooks', 'temp', 'outside']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  env = {
    GITHUB_WORKSPACE: join(root, 'work'),
    RUNNER_TEMP: join(root, 'temp'),
    GITHUB_OUTPUT: join(root, 'temp/set_output'),
    GITHUB_EVENT_PATH: join(root, 'temp/event.json'),
    GITHUB_ARTIFACTS: join(root, 'temp/artifacts'),
  };
  writeFileSync(join(root, 'work/roster.yml'), '- U0AAAAAA1\n');
  writeFileSync(join(root, 'work/empty.json'), '');
  writeFileSync(join(root, 'work/other.json'), '{"action": {"name": "slack-session-reset"}}');
  writeFileSync(join(root, 'work/earlier.json'), REPORT);
  writeFileSync(join(root, 'outside/earlier.json'), REPORT);
  symlinkSync(join(root, 'outside'), join(root, 'work/out'));
  symlinkSync('reports', join(root, 'work/in'));
  symlinkSync('earlier.json', join(root, 'work/link.json'));
  symlinkSync('nowhere', join(root, 'work/dangling'));
  symlinkSync(join(root, 'work'), join(root, 'alias'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('report-path', () => {
  it.each([
    ['r.json', 'work/r.json'],
    ['reports/r.json', 'work/reports/r.json'],
    ['new/deep/er/r.json', 'work/new/deep/er/r.json'],
    ['./a/../r.json', 'work/r.json'],
    ['in/r.json', 'work/in/r.json'],
    ['../temp/r.json', 'temp/r.json'],
    ['../alias/r.json', 'alias/r.json'],
    ['earlier.json', 'work/earlier.json'],
    ['.github/r.json', 'work/.github/r.json'],
    ['a.git/r.json', 'work/a.git/r.json'],
    ['..r.json', 'work/..r.json'],
  ])('may be %s', (given, path) => {
    expect(placeReport(given, env)).toEqual({ path: join(root, path) });
  });

  it.each<[string, RegExp]>([
    [
      '../r.json',
      /^expected a path inside the workspace or RUNNER_TEMP after links are resolved, got "\.\.\/r\.json"\.$/,
    ],
    ['out/r.json', /links are resolved/],
    ['out/earlier.json', /links are resolved/],
    ['/etc/r.json', /links are resolved/],
    ['../work2/r.json', /links are resolved/],
    ['.', /links are resolved/],
    ['link.json', /not a link/],
    ['dangling', /not a link/],
    ['dangling/r.json', /can be written to \(ENOENT\)/],
    ['.git/config', /outside \.git/],
    ['.GIT/r.json', /outside \.git/],
    ['repo/.git/hooks/post-checkout', /outside \.git/],
    ['.git/new/r.json', /outside \.git/],
    ['roster.yml', /a new path or the path of an earlier report, since no other file is replaced, got "roster\.yml"/],
    ['empty.json', /no other file is replaced/],
    ['other.json', /no other file is replaced/],
    ['../temp/set_output', /one of the runner's own files/],
    ['../temp/event.json', /one of the runner's own files/],
    ['../temp/artifacts', /one of the runner's own files/],
    ['reports', /of a file, not of a folder/],
    ['reports/', /of a file, not of a folder/],
    ['new/', /of a file, not of a folder/],
    ['roster.yml/r.json', /can be written to \(ENOTDIR\)/],
    ['a\nb.json', /a path on one line/],
    ['n'.repeat(300), /can be written to \(ENAMETOOLONG\), got a path of 300 characters/],
    [`${'n'.repeat(300)}/r.json`, /can be written to \(ENAMETOOLONG\)/],
  ])('may not be %j', (given, reason) => {
    expect(placeReport(given, env)).toEqual({ problem: expect.stringMatching(reason) });
  });

  it('with an @ in it is not shown whole', () => {
    expect(placeReport('../jo@example.com/r', env)).toEqual({
      problem: expect.stringMatching(/got "\.\.\/\*\*\*\/r"\.$/),
    });
  });

  it('leads to a file of its own in RUNNER_TEMP when none is given', () => {
    expect(placeReport(undefined, env)).toEqual({
      path: expect.stringMatching(new RegExp(`^${root}/temp/slack-session-reset-\\d+-\\d+\\.json$`)),
    });
  });
});

describe('the report', () => {
  it('takes the place of an earlier one, whole, and of no other name of that file', () => {
    const path = join(root, 'work/earlier.json');
    const other = join(root, 'work/hard-link.json');
    linkSync(path, other);
    writeReport(path, ['{"a":', '1}']);
    expect([readFileSync(path, 'utf8'), readFileSync(other, 'utf8')]).toEqual(['{"a":1}', REPORT]);
  });

  it('gets the folders that it needs', () => {
    const path = join(root, 'work/new/deep/r.json');
    writeReport(path, ['x']);
    expect([readFileSync(path, 'utf8'), readdirSync(dirname(path))]).toEqual(['x', ['r.json']]);
  });

  it('that cannot be written to its end leaves nothing behind, and the earlier one as it was', () => {
    function* broken(): Generator<string> {
      yield 'x'.repeat(100_000);
      throw new Error('the disk is full');
    }
    const earlier = join(root, 'work/earlier.json');
    expect(() => writeReport(earlier, broken())).toThrow('the disk is full');
    expect(() => writeReport(join(root, 'work/new/deep/r.json'), broken())).toThrow('the disk is full');
    expect([readFileSync(earlier, 'utf8'), existsSync(join(root, 'work/new'))]).toEqual([REPORT, false]);
    expect(readdirSync(join(root, 'work')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('that finds a folder in its place leaves nothing behind', () => {
    mkdirSync(join(root, 'work/taken.json/x'), { recursive: true });
    expect(() => writeReport(join(root, 'work/taken.json'), ['x'])).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(readdirSync(join(root, 'work')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)('in a folder that may not be written to is refused (skipped for root, who may)', () => {
    chmodSync(join(root, 'work/reports'), 0o500);
    expect(placeReport('reports/r.json', env)).toEqual({ problem: expect.stringContaining('(EACCES)') });
    chmodSync(join(root, 'work/reports'), 0o700);
  });
});
