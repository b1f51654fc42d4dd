// Builds dist/ from clean: TypeScript to build/, then one bundle, with the licences of all that is bundled.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Of a package without a type, the bundler makes CommonJS, which Node starts a little faster than modules. Its cache
 * is off: it lies in the home folder under the name of this folder, and an earlier build of it would be taken over.
 */
function bundle(entry: string, out: string): void {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', out, '--license', 'licenses.txt', '--quiet', '--no-cache');
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

/**
 * Writes every character beyond ASCII as an escape, which means the same in code. V8 reads such a file faster, and
 * nothing invisible can hide in it.
 *
 * @throws when one of them stands where an escape would mean something else
 */
function toAscii(path: string): void {
  const code = readFileSync(path, 'utf8');
  if (/\\[^\0-\x7f]|[\u2028\u2029]|String\.raw/.test(code))
    throw new Error(`${path} has text that cannot be written in ASCII`);
  writeFileSync(
    path,
    code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  execFileSync(process.execPath, ['--check', path], { stdio: 'inherit' });
}

for (const folder of [build, dist]) {
  rmSync(folder, { recursive: true, force: true });
}
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
layInToolkit(root, build);
writeFileSync(join(build, 'package.json'), '{}\n');
bundle(join(build, 'index.js'), dist);
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
collectLicences();
for (const name of readdirSync(dist).filter((file) => file.endsWith('.js'))) {
  toAscii(join(dist, name));
}
