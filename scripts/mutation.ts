// Changes the code in a few thousand ways, one at a time, and counts how many of the changes a test notices.
// "npm run mutation" tries them all; "npm run mutation -- src/people/email.ts" those of the files given.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, matchesGlob, relative, resolve, sep } from 'node:path';
import { type Counts, findSurvivors, type Report, type Survivor, toCounts, toFolderCounts } from './mutation/report.ts';
import { installStryker } from './tools/install.ts';

/** The share of the changes that a test has to notice, in each folder. Some of the others change nothing that shows. */
const LEAST: Readonly<Record<string, number>> = {
  calls: 0.85,
  people: 0.85,
  reset: 0.85,
  roster: 0.85,
  slack: 0.85,
};

interface Part {
  readonly name: string;
  readonly mutate: readonly string[];
  /** Whose failure counts; few, since every change loads all of them anew. */
  readonly tests: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    name: 'people',
    mutate: ['src/people/**/*.ts'],
    tests: ['unit/user-id', 'unit/email', 'unit/plan', 'unit/problem', 'unit/wording'],
  },
  {
    name: 'rosters',
    mutate: [
      'src/roster/**/*.ts',
      '!src/roster/{added,changes,checked-out,empty-patterns,files,index,load,roster-change,tree-copy,tree-files}.ts',
    ],
    tests: ['unit/roster', 'unit/roster-dates', 'unit/roster-parts', 'unit/roster-slips', 'unit/roster-time-zone'],
  },
  {
    name: 'roster files',
    mutate: ['src/roster/{empty-patterns,files}.ts'],
    tests: ['unit/roster-files'],
  },
  {
    name: 'roster changes',
    mutate: ['src/roster/{changes,checked-out,roster-change,tree-copy,tree-files}.ts'],
    tests: ['unit/added-changes', 'integration/roster-histories'],
  },
  {
    name: 'calls',
    mutate: ['src/calls/**/*.ts'],
    tests: ['unit/retry', 'unit/slack-call', 'unit/reply', 'unit/named-users'],
  },
  {
    name: 'error codes',
    mutate: ['src/slack/{error-codes,error-catalogue}.ts'],
    tests: ['unit/error-codes', 'e2e/contract'],
  },
  {
    name: 'slack',
    mutate: ['src/slack/**/*.ts', '!src/slack/{client,error-catalogue,error-codes,methods}.ts'],
    tests: [
      ...['unit/named-users', 'unit/reply', 'unit/slack-call', 'unit/sessions', 'unit/recorded-answers'],
      'integration/simulated-accounts',
    ],
  },
  { name: 'http', mutate: ['src/slack/{client,methods}.ts'], tests: ['integration/client'] },
  { name: 'group search', mutate: ['src/reset/{group-search,small-groups}.ts'], tests: ['unit/group-search'] },
  {
    name: 'reset',
    mutate: ['src/reset/**/*.ts', '!src/reset/{group-search,small-groups}.ts'],
    tests: [
      ...['unit/ledger', 'unit/resolve-emails', 'unit/results', 'unit/token-check', 'integration/run-reset'],
      ...['integration/reset-batches', 'integration/reset-batches-any', 'integration/verify-sessions'],
      ...['integration/simulated-accounts', 'integration/accounts', 'integration/account-lines'],
      ...['integration/looking-first', 'integration/look-ends-early', 'integration/exposed-token'],
    ],
  },
];

const root = join(import.meta.dirname, '..');

/** @returns the report of one part, undefined when none of its files was asked for */
function testPart({ name, mutate, tests }: Part, program: string, asked: readonly string[]): Report | undefined {
  const files = asked.length === 0 ? mutate : asked.filter((path) => belongs(path, mutate));
  if (files.length === 0) return undefined;
  const folder = join(root, '.cache', 'stryker', 'runs', name);
  mkdirSync(folder, { recursive: true });
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const config = join(folder, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      mutate: files,
      testRunner: 'jest',
      testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      jest: {
        configFile: 'jest.config.mjs',
        config: { testMatch: tests.map((test) => `<rootDir>/__tests__/${test}.test.ts`) },
      },
      coverageAnalysis: 'perTest',
      concurrency: 2,
      // A process keeps what every run of jest leaves behind.
      maxTestRunnerReuse: 200,
      reporters: ['json', 'dots'],
      jsonReporter: { fileName: report },
      ignorePatterns: ['.cache', 'build', 'coverage', 'reports'],
      tempDirName: join('.cache', 'stryker', 'sandbox'),
      // Stryker would rewrite it by the interface of an older TypeScript; the tests do not need it.
      tsconfigFile: 'none',
      allowConsoleColors: false,
    }),
  );
  console.log(`\n== ${name}`);
  // Many drawn cases are for finding what nobody thought of; here a few of them do.
  const env = { ...process.env, RANDOM_RUNS: '3%' };
  const { status } = spawnSync(process.execPath, [program, 'run', config], { cwd: root, env, stdio: 'inherit' });
  if (status === 0) return JSON.parse(readFileSync(report, 'utf8'));
  console.error(`Stryker could not finish "${name}".`);
  process.exitCode = 1;
  return undefined;
}

function belongs(path: string, patterns: readonly string[]): boolean {
  const excluded = patterns.flatMap((pattern) => (pattern.startsWith('!') ? pattern.slice(1) : []));
  const fits = (some: readonly string[]): boolean => some.some((pattern) => matchesGlob(path, pattern));
  return fits(patterns) && !fits(excluded);
}

/** @throws when a path names no file whose changes are tested */
function readArguments(paths: readonly string[]): readonly string[] {
  return paths.map((path) => {
    const plain = relative(root, resolve(path)).split(sep).join('/');
    if (existsSync(join(root, plain)) && PARTS.some(({ mutate }) => belongs(plain, mutate))) return plain;
    throw new Error(`"${path}": expected a file of ${Object.keys(LEAST).join('/, ')}/ in src/`);
  });
}

/** @throws when a part names files or tests that are gone, so that a move cannot make it test nothing */
function checkParts(): void {
  for (const { name, mutate, tests } of PARTS) {
    const patterns = mutate.filter((pattern) => !pattern.startsWith('!'));
    const paths = [...patterns, ...tests.map((test) => `__tests__/${test}.test.ts`)];
    const gone = paths.filter((path) => globSync(path, { cwd: root }).length === 0);
    if (gone.length > 0) throw new Error(`scripts/mutation.ts, "${name}": no file fits ${gone.join(', ')}`);
  }
}

function show({ file, line, mutator, before, after, status }: Survivor): string {
  return `${file}:${line} ${mutator}${status === 'NoCoverage' ? ', which no test runs' : ''}\n  - ${before}\n  + ${after}`;
}

function showTable(counts: readonly Counts[]): void {
  console.log('\n| file | changes | noticed | share |\n| --- | ---: | ---: | ---: |');
  for (const { name, all, killed } of counts) {
    console.log(`| ${name} | ${all} | ${killed} | ${all === 0 ? '–' : `${((100 * killed) / all).toFixed(1)} %`} |`);
  }
}

checkParts();
const asked = readArguments(process.argv.slice(2));
const program = installStryker();
const reports = PARTS.flatMap((part) => testPart(part, program, asked) ?? []);
const survivors = reports.flatMap(findSurvivors);

console.log(`\n== ${survivors.length} changes that no test notices\n`);
for (const survivor of survivors) console.log(show(survivor));
const counts = reports.flatMap(toCounts);
const folders = toFolderCounts(counts);
showTable(counts);
showTable(folders);
for (const { name, all, killed } of folders) {
  const least = LEAST[name.replace('src/', '')] ?? 1;
  if (killed >= least * all) continue;
  console.log(
    `\n${name}: tests notice ${((100 * killed) / all).toFixed(1)} % of the changes, expected ${100 * least} %`,
  );
  process.exitCode = 1;
}
