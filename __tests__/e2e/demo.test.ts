import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

const ROOT = join(import.meta.dirname, '..', '..');
/** As the other tests do: the bundle in CI, else the source. */
const JUDGED = process.env['ACTION_UNDER_TEST'] ?? (process.env['CI'] ? 'bundle' : 'source');

function play(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'demo.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ACTION_UNDER_TEST: JUDGED },
  });
  return { status, lines: stdout.split('\n'), text: `${stdout}${stderr}` };
}

describe.each<[string, readonly string[], string]>([
  ['the demo', [], 'summary'],
  ['the demo of a plan', ['plan'], 'comment'],
])('%s', (_name, args, page) => {
  const { status, lines, text } = play(...args);

  it('goes as it should on any day', () => {
    expect([status, /As expected\./.test(text)]).toEqual([0, true]);
  });

  it('fits a screen of 80 columns, without colours where there is no terminal', () => {
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(text).not.toContain('\u001b');
  });

  it('shows what a person would see, and nothing of the protocol', () => {
    expect(lines.filter((line) => /^::|^\||<\/?(sub|details)|\]\(|^\[?\{"/.test(line))).toEqual([]);
    expect(text).toMatch(/^▾ Results \(\d people\)$/m);
  });

  it('says for everybody on the list what changed, and in one line that nothing changed for others', () => {
    expect(text).toMatch(/^person +signed in before +signed in now$/m);
    expect(text).toMatch(/^Everybody else \(\d accounts\): (\d+) sessions before, \1 now\.$/m);
  });

  it('writes what a person would see on GitHub as a page in both themes, and names it', () => {
    const [path = 'none'] = text.match(new RegExp(`reports[/\\\\]demo[/\\\\]${page}\\.html`)) ?? [];
    expect(existsSync(join(ROOT, path))).toBe(true);
    const html = readFileSync(join(ROOT, path), 'utf8');
    expect([html.includes('class="markdown-light"'), html.includes('class="markdown-dark"')]).toEqual([true, true]);
  });
});

it('there is no other demo, and it says which there are', () => {
  const { status, text } = play('everything');
  expect([status, text]).toEqual([2, expect.stringContaining('npm run demo -- verify')]);
});
