// Builds dist/ from clean: TypeScript to build/, then one bundle, with the licences of all that is bundled.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layInToolkit } from './bundle/toolkit.ts';

const root = join(import.meta.dirname, '..');
const build = join(root, 'build');
const dist = join(root, 'dist');

function run(script: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function bundle(entry: string, out: string): void {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', out, '--license', 'licenses.txt', '--quiet');
}

/** The bundler lists the licences of the first chunk only. A second run with everything in one chunk lists all. */
function collectLicences(): void {
  const whole = join(build, 'whole.js');
  const modules = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !name.startsWith('node_modules') && name !== 'index.js',
  );
  const packages = ['@actions/github', 'yaml'];
  const imports = [...packages, ...modules.map((name) => `./${name.replaceAll('\\', '/')}`)];
  writeFileSync(whole, imports.map((from) => `import '${from}';\n`).join(''));
  bundle(whole, join(build, 'whole'));
  copyFileSync(join(build, 'whole', 'licenses.txt'), join(dist, 'licenses.txt'));
}

for (const folder of [build, dist]) {
  rmSync(folder, { recursive: true, force: true });
}
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
layInToolkit(root, build);
bundle(join(build, 'index.js'), dist);
collectLicences();
