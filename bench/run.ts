// Runs the measurements one after the other: "npm run bench" all of them, "npm run bench -- peers" one by its name. What
// begins with "--" goes to them, such as "--peer DIR".
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .map((name) => name.replace(/\.ts$/, ''));

const args = process.argv.slice(2);
const firstOption = args.findIndex((arg) => arg.startsWith('--'));
const names = firstOption === -1 ? args : args.slice(0, firstOption);
const options = firstOption === -1 ? [] : args.slice(firstOption);

const unknown = names.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}: expected ${PARTS.join(', ')}`);
  process.exit(1);
}
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
);
for (const name of names.length === 0 ? PARTS : names) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
