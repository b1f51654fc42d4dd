// Builds dist/ from clean: TypeScript to build/, then one bundle, with the licences of all that is bundled.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (path: string): string => join(root, 'node_modules', path);

function node(...args: readonly string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

function bundle(entry: string, out: string): void {
  node(bin('@vercel/ncc/dist/ncc/cli.js'), 'build', entry, '-o', out, '--license', 'licenses.txt', '--quiet');
}

for (const folder of ['build', 'dist']) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
node(bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
bundle('build/index.js', 'dist');

// The bundler lists the licences of the first chunk only. A second run without chunks lists all; the rest of it is
// thrown away.
const scratch = mkdtempSync(join(tmpdir(), 'licenses-'));
try {
  for (const name of readdirSync(join(root, 'build'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.js')) {
      const path = join(root, 'build', name);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, `${text}${[...text.matchAll(/await import\((.+?)\)/g)].map(([, from]) => `import ${from};`).join('\n')}`);
    }
  }
  bundle('build/index.js', scratch);
  copyFileSync(join(scratch, 'licenses.txt'), join(root, 'dist', 'licenses.txt'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
