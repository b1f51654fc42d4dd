// What the bundle weighs, chunk by chunk, and what each chunk is for.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { printTable } from './support/table.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const MARKS: readonly (readonly [string, string])[] = [
  ['/repos/{owner}/{repo}/contents/{path}', 'Octokit: only for added and comment'],
  ['class Composer', 'the YAML parser: only with a roster'],
  ['/build/roster/index.js', 'rosters'],
  ['/build/github/index.js', "GitHub's API: only for added and comment"],
  ['/build/reset/questions.js', 'what asks Slack besides the reset: accounts, looks, verification'],
  ['/build/reset/search-batches.js', 'the search: only when somebody is refused'],
];

const rows = readdirSync(dist)
  .filter((name) => name.endsWith('.js'))
  .map((name) => {
    const text = readFileSync(join(dist, name), 'utf8');
    const mark = MARKS.find(([phrase]) => text.includes(phrase));
    const use = name === 'index.js' ? 'loaded by every run' : (mark?.[1] ?? 'unknown');
    return { chunk: name, kB: (statSync(join(dist, name)).size / 1000).toFixed(0), 'what for': use };
  });
printTable('Size of dist/', rows);
