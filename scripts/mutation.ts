// Changes the code in a few thousand ways, one at a time, and counts how many of the changes a test notices.
// "npm run mutation" tries them all; "npm run mutation -- src/people/email.ts" those of the files given.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, matchesGlob, relative, resolve, sep } from 'node:path';
import { EQUIVALENT } from './mutation/equivalent.ts';
import { type Counts, explain, findSurvivors, type Report, type Survivor, toCounts } from './mutation/report.ts';
import { installStryker } from './tools/install.ts';

/** At least this share of the changes has to be noticed. */
const LEAST = 0.85;

interface Part {
  readonly name: string;
  readonly mutate: readonly string[];
  /** Whose failure counts; few, since every change loads all of them anew. */
  readonly tests: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    name: 'people',
    mutate: ['src/people/**/*.ts', '!src/people/roster*.ts', '!src/people/effective.ts'],
    tests: ['unit/{user-id,email,plan,problem}'],
  },
  {
    name: 'rosters',
    mutate: ['src/people/roster*.ts', 'src/people/effective.ts', '!src/people/roster-{changes,files}.ts'],
    tests: ['unit/{roster,roster-parts}'],
  },
  {
    name: 'roster files',
    mutate: ['src/people/roster-{changes,files}.ts'],
    tests: ['unit/{roster-changes,roster-files}'],
  },
  { name: 'error codes', mutate: ['src/slack/error-codes.ts'], tests: ['unit/error-codes', 'e2e/contract'] },
  {
    name: 'slack',
    mutate: ['src/slack/**/*.ts', '!src/slack/{client,error-codes,methods}.ts'],
    tests: ['unit/{named-users,reply,send,sessions}'],
  },
  { name: 'http', mutate: ['src/slack/{client,methods}.ts'], tests: ['integration/client'] },
  { name: 'isolate', mutate: ['src/reset/isolate.ts'], tests: ['unit/isolate'] },
  {
    name: 'reset',
    mutate: ['src/reset/{ledger,look-up-emails,outcome,preflight,reset-sessions}.ts'],
    tests: [
      'unit/{ledger,look-up-emails,outcome,preflight}',
      'integration/{reset-people,reset-sessions,reset-sessions-any}',
    ],
  },
  {
    name: 'verify',
    mutate: ['src/reset/{list-sessions,proof,reset-people,session-listing,verify-sessions}.ts'],
    tests: ['integration/{reset-people,verify-sessions}'],
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
  const env = { ...process.env, RANDOM_RUNS: '50' };
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
    throw new Error(`"${path}": expected is a file of src/people/, src/slack/ or src/reset/`);
  });
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

const asked = readArguments(process.argv.slice(2));
const program = installStryker();
const reports = PARTS.flatMap((part) => testPart(part, program, asked) ?? []);
const tried = new Set(reports.flatMap(({ files }) => Object.keys(files)));
const { unexplained, explained, unused } = explain(reports.flatMap(findSurvivors), EQUIVALENT);
const stale = unused.filter(({ file }) => asked.length === 0 || tried.has(file));

console.log(`\n== ${unexplained.length} changes that no test notices and that nobody has explained\n`);
for (const survivor of unexplained) console.log(show(survivor));
for (const { file, before, after } of stale) {
  console.log(`Listed as equivalent, but noticed or gone: ${file}\n  - ${before}\n  + ${after}`);
}
const counts = reports.flatMap(toCounts);
const total = counts.reduce((sum, { all }) => sum + all, 0);
const noticed = counts.reduce((sum, { killed }) => sum + killed, 0);
showTable([...counts, { name: 'all', all: total, killed: noticed }]);
console.log(`\n${explained} of the ${unexplained.length + explained} others change nothing that a user could notice.`);
if (noticed < LEAST * total || stale.length > 0) process.exitCode = 1;
