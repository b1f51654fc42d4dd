// Fails when the committed dist/ is not what a clean build of this source gives.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
execFileSync(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, stdio: 'inherit' });
const changes = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { cwd: root, encoding: 'utf8' });
if (changes !== '') {
  console.error(`dist/ is not what a clean build gives; run "npm run build" and commit it:\n${changes}`);
  process.exit(1);
}
console.log('dist/ is what a clean build gives.');
