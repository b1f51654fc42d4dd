import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findPlaces } from '../../src/github/checkout.ts';

const [HEAD, MERGE, OTHER] = ['c0ffee00'.repeat(5), 'facade00'.repeat(5), 'ba5e0000'.repeat(5)];

describe('the page of a roster file is one of the repository, at the commit that was read', () => {
  let root = '';
  const checkOut = (folder: string, sha: string): void => {
    mkdirSync(join(root, folder, '.git'), { recursive: true });
    writeFileSync(join(root, folder, '.git', 'HEAD'), `${sha}\n`);
  };
  const find = (workspace: string, ...paths: readonly string[]) => [
    ...findPlaces(
      paths.map((path) => ({ path, repositoryPath: path })),
      { workspace: join(root, workspace), shas: [MERGE, HEAD] },
    ),
  ];

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'repository-paths-'));
    checkOut('whole', HEAD);
    checkOut('merge', MERGE);
    checkOut('whole/vendor', OTHER);
    checkOut('parts/hr', HEAD);
    mkdirSync(join(root, 'download/hr'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each<[string, string, string, readonly [string, string] | undefined]>([
    ['of a checkout of the workspace', 'whole', 'hr/a.yml', ['hr/a.yml', HEAD]],
    ['of GitHub’s merge commit', 'merge', 'hr/a.yml', ['hr/a.yml', MERGE]],
    ['of a checkout in a folder', 'parts', 'hr/offboarding/a.yml', ['offboarding/a.yml', HEAD]],
    ['after a download without git', 'download', 'hr/a.yml', ['hr/a.yml', MERGE]],
    ['and none of another commit', 'whole', 'vendor/a.yml', undefined],
  ])('%s', (_name, workspace, path, found) => {
    expect(find(workspace, path)).toEqual(found === undefined ? [] : [[path, { path: found[0], sha: found[1] }]]);
  });

  it('and none where the path is masked, or outside of the workspace', () => {
    const files = [
      { path: 'hr/***/a.yml', repositoryPath: 'hr/jo@example.com/a.yml' },
      { path: 'RUNNER_TEMP/a.yml', repositoryPath: undefined },
    ];
    expect(findPlaces(files, { workspace: join(root, 'whole'), shas: [HEAD] }).size).toBe(0);
  });
});
