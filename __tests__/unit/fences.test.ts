import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type Fence,
  findCycles,
  findEnvironmentReaders,
  findForbidden,
  findImports,
  findLoadedAtStart,
  findLongFiles,
  linesPerExportedType,
} from '../support/fences.ts';

const ROOMS = ['calls', 'github', 'inputs', 'network', 'people', 'report', 'reset', 'roster', 'runner', 'slack'];
/** What compares a roster with an earlier one asks GitHub; the rest of the folder reads files. */
const COMPARES = { folders: ['github'] };

/** Who may import what. Whatever stands in no list is forbidden, Node's own modules included. */
const FENCES: Readonly<Record<string, Fence>> = {
  'index.ts': { folders: ['main.ts'], packages: [], why: 'the entry starts the run and does nothing else' },
  'main.ts': {
    folders: ROOMS,
    packages: [],
    why: 'main.ts puts the steps in order and leaves files and network to the folders',
  },
  people: {
    folders: [],
    packages: ['node:url'],
    why: 'people/ is pure: rules about people, testable with plain values',
  },
  calls: {
    folders: [],
    packages: ['node:timers/promises'],
    why: 'calls/ is what Slack and GitHub have in common, so it knows neither',
  },
  network: {
    folders: [],
    packages: ['node:http', 'node:net', 'node:tls'],
    why: 'network/ makes one exchange with any host, through the proxy that is set; it knows neither Slack nor GitHub',
  },
  runner: {
    folders: [],
    packages: ['node:fs'],
    why: "runner/ is GitHub's runner: variables, signals, log. Everything may depend on it, so it depends on nothing",
  },
  roster: {
    folders: ['people', 'calls'],
    packages: ['yaml', 'node:crypto', 'node:fs', 'node:path', 'node:timers/promises'],
    why: 'roster/ reads files and knows nothing of Slack',
    only: {
      'added.ts': { ...COMPARES, packages: ['node:os'] },
      'checked-out.ts': COMPARES,
      // Reports link to the lines of roster files.
      'load.ts': COMPARES,
      'roster-change.ts': COMPARES,
      'tree-copy.ts': COMPARES,
      'tree-files.ts': COMPARES,
    },
  },
  slack: {
    folders: ['calls', 'people', 'network'],
    packages: [],
    why: 'slack/ makes one call and says what the answer means; it knows nothing of groups, plans or reports',
  },
  github: {
    folders: ['calls', 'network'],
    packages: ['@actions/github', 'node:crypto'],
    why: "github/ knows GitHub's API and nothing of rosters or Slack",
    // It finds out which commit is checked out.
    only: { 'checkout.ts': { packages: ['node:fs', 'node:path'] } },
  },
  reset: {
    folders: ['people', 'slack', 'calls'],
    packages: [],
    why: 'reset/ decides what to send next; it writes nothing and reads no files',
  },
  inputs: {
    folders: ['people', 'slack', 'calls', 'network'],
    packages: ['@actions/core'],
    why: 'inputs/ checks values; acting on them comes later',
  },
  report: {
    folders: ['people', 'reset', 'slack', 'runner'],
    packages: ['@actions/core', 'node:crypto', 'node:fs', 'node:path'],
    why: 'report/ renders what happened and makes no calls',
    // The record of a run carries what the change did to the roster.
    only: { 'run-record.ts': { folders: ['roster'] } },
  },
};

/** What the move into the house (issue 12) still has to remove. An entry that is no longer needed has to go, too. */
const TODO: { imports: string[]; cycles: string[][]; long: string[] } = { imports: [], cycles: [], long: [] };
/** The two files that may read `process.env`. */
const ENVIRONMENT = ['inputs/inputs.ts', 'runner/run-context.ts'];
const MAX_LINES = 300;
const LINES_PER_TYPE = 80;

function readSource(): ReadonlyMap<string, string> {
  const root = join(import.meta.dirname, '..', '..', 'src');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Map(names.map((name) => [name.split(sep).join('/'), readFileSync(join(root, name), 'utf8')]));
}

const SOURCE = readSource();
const PLAIN: Fence = { folders: [], packages: [], why: 'reason' };

describe('the source', () => {
  it('imports only what the fences allow', () => {
    const forbidden = findForbidden(SOURCE, FENCES).map((words) => words.replace(/: .*/, ''));
    expect([...new Set(forbidden)].sort()).toEqual(TODO.imports);
  });

  it('has a fence for every folder and no fence without one', () => {
    const folders = new Set([...SOURCE.keys()].map((path) => path.split('/')[0]));
    expect(Object.keys(FENCES).sort()).toEqual([...folders].sort());
  });

  it('has no cycles', () => {
    expect(findCycles(SOURCE)).toEqual(TODO.cycles);
  });

  it('loads the YAML parser and Octokit only in runs that need them', () => {
    const loaded = findLoadedAtStart(SOURCE, 'index.ts');
    expect(loaded).toContain('@actions/core');
    expect([...loaded].filter((name) => name === 'yaml' || name === '@actions/github')).toEqual([]);
  });

  it('loads rosters, GitHub, what asks Slack and the search only in runs that need them', () => {
    const loaded = findLoadedAtStart(SOURCE, 'index.ts');
    expect(loaded).toContain('reset/reset-batches.ts');
    const needless =
      /^(?:roster|github)\/|^reset\/(?:questions|search-batches|group-search|session-lister|verify|check-accounts)/;
    expect([...loaded].filter((name) => needless.test(name))).toEqual([]);
  });

  it('reads the environment in two files at most', () => {
    expect([...findEnvironmentReaders(SOURCE)].sort()).toEqual(ENVIRONMENT);
  });

  it('has no file that is too long', () => {
    const long = findLongFiles(SOURCE, MAX_LINES).map((words) => words.replace(/ .*/, ''));
    expect(long.sort()).toEqual(TODO.long);
  });

  it('exports few types', () => {
    expect(linesPerExportedType(SOURCE)).toBeGreaterThanOrEqual(LINES_PER_TYPE);
  });
});

describe('an import', () => {
  it.each([
    ["import { run } from './a.ts';", './a.ts'],
    ["import type { Run } from './a.ts';", './a.ts'],
    ["import { type Run } from './a.ts';", './a.ts'],
    ["import {\n  one,\n  two,\n} from './a.ts';", './a.ts'],
    ["import * as all from './a.ts';", './a.ts'],
    ["import './a.ts';", './a.ts'],
    ["export { run } from './a.ts';", './a.ts'],
    ["export type { Run } from './a.ts';", './a.ts'],
    ["export * from './a.ts';", './a.ts'],
    ["const { run } = await import('./a.ts');", './a.ts'],
    ["type Run = import('./a.ts').Run;", './a.ts'],
    ['import yaml from "yaml";', 'yaml'],
  ])('is found in %j', (source, name) => {
    expect(findImports(`const before = 1;\n${source}\nconst after = 'text';\n`)).toEqual([name]);
  });

  it.each([
    'await import(name);',
    'await import(`./a.ts`);',
    "require('yaml');",
    "createRequire(import.meta.url)('yaml');",
    "import yaml = require('yaml');",
    "import.meta.resolve('yaml');",
  ])('that cannot be read is not let through: %j', (source) => {
    expect(findImports(source)).toContain(undefined);
  });

  it.each([
    "// import { run } from './a.ts';",
    "/** See `import('./a.ts')`.\n * import './a.ts'\n */",
    'const important = 1;',
  ])('is not found in %j', (source) => {
    expect(findImports(source)).toEqual([]);
  });
});

describe('a fence', () => {
  const files = (importing: string): ReadonlyMap<string, string> =>
    new Map([
      ['main.ts', ''],
      ['people/plan.ts', importing],
      ['people/email.ts', ''],
      ['slack/call.ts', ''],
      ['roster/added.ts', ''],
    ]);
  const fences = { 'main.ts': PLAIN, people: PLAIN, slack: PLAIN, roster: PLAIN };

  it.each([
    ['another folder', "import { call } from '../slack/call.ts';", 'slack/call.ts'],
    ['a type of another folder', "import type { Call } from '../slack/call.ts';", 'slack/call.ts'],
    ['another folder later', "await import('../slack/call.ts');", 'slack/call.ts'],
    ['a type of another folder inline', "type Call = import('../slack/call.ts').Call;", 'slack/call.ts'],
    ['another folder by way of an export', "export * from '../slack/call.ts';", 'slack/call.ts'],
    ['main.ts', "import { run } from '../main.ts';", 'main.ts'],
    ['a package', "import { parse } from 'yaml';", 'yaml'],
    ['a type of a package', "import type { Document } from 'yaml';", 'yaml'],
    ['a part of a package', "import { it } from '@actions/core/lib/summary';", '@actions/core/lib/summary'],
    ["a module of Node's", "import { readFileSync } from 'node:fs';", 'node:fs'],
    ["a module of Node's by its short name", "import { readFileSync } from 'fs';", 'fs'],
  ])('stops %s', (_what, source, name) => {
    expect(findForbidden(files(source), fences)).toEqual([`people/plan.ts must not import ${name}: reason`]);
  });

  it('stops imports from outside src/', () => {
    expect(findForbidden(files("import '../../scripts/build.ts';"), fences)).toEqual([
      'people/plan.ts must not import ../../scripts/build.ts: no file of src/',
    ]);
  });

  it('stops an import that cannot be read', () => {
    expect(findForbidden(files('await import(name);'), fences)).toEqual([
      'people/plan.ts: an import that cannot be read',
    ]);
  });

  it('stops a folder that has none', () => {
    expect(findForbidden(files(''), { 'main.ts': PLAIN, people: PLAIN, slack: PLAIN })).toEqual([
      'roster/added.ts: the folder has no fence',
    ]);
  });

  it('lets through its own folder and what it lists', () => {
    const source = "import './email.ts';\nimport '../slack/call.ts';\nimport 'yaml';";
    const people = { folders: ['slack'], packages: ['yaml'], why: 'reason' };
    expect(findForbidden(files(source), { ...fences, people })).toEqual([]);
  });

  it('lets through for one file what it lists for that file alone', () => {
    const people = { ...PLAIN, only: { 'plan.ts': { folders: ['slack'], packages: ['yaml'] } } };
    const source = "import '../slack/call.ts';\nimport 'yaml';";
    expect(findForbidden(files(source), { ...fences, people })).toEqual([]);
    const other = new Map([...files(''), ['people/email.ts', source]]);
    expect(findForbidden(other, { ...fences, people })).toHaveLength(2);
  });
});

describe('a cycle', () => {
  const ring = (third: string): ReadonlyMap<string, string> =>
    new Map([
      ['people/a.ts', "import '../slack/b.ts';"],
      ['slack/b.ts', "import type { C } from './c.ts';"],
      ['slack/c.ts', third],
      ['slack/beside.ts', "import './b.ts';"],
    ]);

  it.each([
    ['values', "import { a } from '../people/a.ts';"],
    ['types', "import type { A } from '../people/a.ts';"],
    ['later imports', "await import('../people/a.ts');"],
    ['exports', "export { a } from '../people/a.ts';"],
  ])('is found by %s', (_what, third) => {
    expect(findCycles(ring(third))).toEqual([['people/a.ts', 'slack/b.ts', 'slack/c.ts']]);
  });

  it('is found in a file that imports itself', () => {
    expect(findCycles(new Map([['people/a.ts', "import './a.ts';"]]))).toEqual([['people/a.ts']]);
  });

  it('is none without a way back', () => {
    expect(findCycles(ring(''))).toEqual([]);
  });
});

describe('what is loaded at the start', () => {
  it.each([
    ['by way of another file', "import './b.ts';", ['yaml']],
    ['by way of an export', "export { b } from './b.ts';", ['yaml']],
    ['by names that are all types', "import { type B } from './b.ts';", ['yaml']],
    ['not for types alone', "import type { B } from './b.ts';", []],
    ['not what is imported later', "await import('./b.ts');", []],
  ])('is found %s', (_what, source, packages) => {
    const files = new Map([
      ['a.ts', source],
      ['b.ts', "import { parse } from 'yaml';"],
    ]);
    expect([...findLoadedAtStart(files, 'a.ts')].filter((name) => !files.has(name))).toEqual(packages);
  });
});

describe('a reader of the environment', () => {
  it.each([
    "process.env['HOME']",
    'const { env } = process;',
    "process['env']",
    'process?.env.HOME',
    'readFrom({ ...process.env })',
    'const copy = globalThis.process;',
    'readFrom(process)',
  ])('is found by %j', (source) => {
    expect(findEnvironmentReaders(new Map([['a.ts', source]]))).toEqual(['a.ts']);
  });

  it.each(['// process.env is read elsewhere', 'process.exit();', 'process.cwd()', 'const processing = 1;'])(
    'is none by %j',
    (source) => {
      expect(findEnvironmentReaders(new Map([['a.ts', source]]))).toEqual([]);
    },
  );
});

describe('what is counted', () => {
  it('is every line of a file', () => {
    const files = new Map([
      ['long.ts', 'line\n'.repeat(301)],
      ['fits.ts', 'line\n'.repeat(300)],
    ]);
    expect(findLongFiles(files, 300)).toEqual(['long.ts has 301 lines, at most 300 are allowed']);
  });

  it('is every exported type of all files together', () => {
    const files = new Map([
      ['a.ts', `export type A = string;\nexport interface B {}\ntype Own = string;\n${'line\n'.repeat(77)}`],
      ['b.ts', 'line\n'.repeat(80)],
    ]);
    expect(linesPerExportedType(files)).toBe(80);
  });
});
