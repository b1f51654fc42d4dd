// Fails when the committed dist/ is not what a clean build of this source gives. The build has to be clean for that:
// with what an earlier one left in a home folder, it would tell what was, not what is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const root = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'build-home-'));
execFileSync(process.execPath, [join(root, 'scripts', 'build.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, HOME: home, USERPROFILE: home, XDG_CACHE_HOME: join(home, '.cache') },
});
const kept = readdirSync(home, { recursive: true, encoding: 'utf8' });
rmSync(home, { recursive: true });
if (kept.length > 0) {
  fail(`The build keeps something in the home folder, which the next one would read: ${kept[0]}`);
}
const changes = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { cwd: root, encoding: 'utf8' });
if (changes !== '') {
  fail(`dist/ is not what a clean build gives; run "npm run build" and commit it:\n${changes}`);
}
console.log('dist/ is what a clean build gives.');
