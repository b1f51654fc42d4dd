// Makes `npm run demo` work in a fresh clone: installs the locked packages when they are not there yet.
// Plain JavaScript for any Node from 20 on, since Node 24 itself may be among what is installed.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) {
  console.log('First run: installing the locked packages (npm ci) …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

const hasOwn = ['node', 'node.exe'].some((name) => existsSync(join(root, 'node_modules', '.bin', name)));
if (!hasOwn && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Node 24 is needed, as on GitHub's runners, and this is ${process.version}. npm brings it along for Linux and ` +
      'Windows; on other systems please install Node 24 and run this again.',
  );
  process.exit(1);
}
