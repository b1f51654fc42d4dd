import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, trackedFiles } from '../support/documents.ts';

const SCRIPT = join(ROOT, 'scripts', 'publish-as.ts');
const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
/** Code and tests name no owner; tests speak of commits of zeros, which GitHub sends. */
const CODE = /^(?:src|dist|__tests__|scripts|bench|node_modules)\//;

function publish(folder: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, [SCRIPT, ...words], { cwd: folder, encoding: 'utf8' });
}

describe('publish-as', () => {
  const folder = mkdtempSync(join(tmpdir(), 'publish-'));
  const files = trackedFiles().filter((file) => !CODE.test(file));

  beforeAll(() => {
    for (const file of files) {
      cpSync(join(ROOT, file), join(folder, dirname(file), file.split('/').at(-1) ?? ''), { recursive: true });
    }
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['add', '--all'], { cwd: folder });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const filesWith = (pattern: RegExp): readonly string[] =>
    files.filter((file) => pattern.test(readFileSync(join(folder, file), 'latin1')));

  it('finds the Action in the README, documents and examples', () => {
    const places = filesWith(/\/slack-session-reset@[0-9a-f]{40} # v/).map((file) => file.split('/')[0]);
    expect([...new Set(places)].toSorted()).toEqual(['README.md', 'docs', 'examples']);
  });

  it('leaves no placeholder and no SHA of zeros', () => {
    expect(publish(folder, 'octo-org', SHA, 'v1.4.2').status).toBe(0);
    expect(filesWith(/your-org|\b0{40}\b/)).toEqual([]);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
      `uses: octo-org/slack-session-reset@${SHA} # v1.4.2`,
    );
  });

  it('moves the pins on with the next release', () => {
    const next = SHA.replace('a1', 'b2');
    expect(publish(folder, 'octo-org', next, 'v1.5.0').status).toBe(0);
    expect(filesWith(new RegExp(SHA))).toEqual([]);
    expect(filesWith(new RegExp(`${next} # v1\\.5\\.0`)).length).toBeGreaterThan(10);
  });

  it.each([
    [[]],
    [['octo-org', '0'.repeat(40), 'v1.0.0']],
    [['octo org', SHA, 'v1.0.0']],
    [['octo-org', SHA, '1.0.0']],
  ])('refuses %j', (words) => {
    expect(publish(folder, ...words).status).not.toBe(0);
  });
});
