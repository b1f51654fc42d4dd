// Lays a copy of the toolkit beside the compiled source, in which some modules are replaced: those that every start would
// load and no run uses. The packages themselves stay as they are. What is replaced is recorded here by its imports and
// exports, and the build fails when an update changes them, so that somebody looks again.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A module of the toolkit, and what stands in for it in the bundle. */
interface Replaced {
  /** Which modules it imports, in the order of its source. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** Absent: the module stays, and only its imports must be these. */
  readonly source?: string;
}

const CORE = {
  'core.js': {
    imports: [
      ...['./command.js', './file-command.js', './utils.js', 'os', 'path', './oidc-utils.js'],
      ...['./summary.js', './summary.js', './path-utils.js', './platform.js'],
    ],
    exports: [
      ...['ExitCode', 'exportVariable', 'setSecret', 'addPath', 'getInput', 'getMultilineInput', 'getBooleanInput'],
      ...['setOutput', 'setCommandEcho', 'setFailed', 'isDebug', 'debug', 'error', 'warning', 'notice', 'info'],
      ...['startGroup', 'endGroup', 'group', 'saveState', 'getState', 'getIDToken'],
    ],
  },
  // Brings @actions/http-client and undici.
  'oidc-utils.js': {
    imports: ['@actions/http-client', '@actions/http-client/lib/auth', './core.js'],
    exports: ['OidcClient'],
    source: 'export const OidcClient = undefined;\n',
  },
  // Brings @actions/exec, which brings child_process and assert.
  'platform.js': {
    imports: ['os', '@actions/exec'],
    exports: ['platform', 'arch', 'isWindows', 'isMacOS', 'isLinux', 'getDetails'],
    source: 'export {};\n',
  },
  // Brings fs/promises. The summary is appended to the runner's file.
  'summary.js': {
    imports: ['os', 'fs'],
    exports: ['SUMMARY_ENV_VAR', 'SUMMARY_DOCS_URL', 'markdownSummary', 'summary'],
    source: 'export const summary = undefined;\nexport const markdownSummary = undefined;\n',
  },
} as const satisfies Readonly<Record<string, Replaced>>;

/** Who imports the packages that are replaced as a whole. */
const IMPORTERS: Readonly<Record<string, Replaced>> = {
  'http-client/lib/index.js': { imports: ['http', 'https', './proxy.js', 'tunnel', 'undici'], exports: [] },
  'github/lib/internal/utils.js': { imports: ['@actions/http-client', 'undici'], exports: [] },
};
const REPLACED_PACKAGES = ['undici', 'tunnel'];

/** What is gone from `@actions/core` in the bundle. */
const GONE = /\bcore\.(?:getIDToken|platform|summary|markdownSummary)\b/;

/**
 * Lays the toolkit below the folder of the compiled source, with what is left out of it replaced.
 *
 * @throws when the toolkit is no longer what is replaced here, or the source uses what is gone
 */
export function layInToolkit(root: string, build: string): void {
  const toolkit = join(build, 'node_modules', '@actions');
  const packages = join(root, 'node_modules', '@actions');
  for (const [name, replaced] of Object.entries<Replaced>(CORE)) {
    checkModule(`@actions/core/lib/${name}`, readFileSync(join(packages, 'core', 'lib', name), 'utf8'), replaced);
  }
  for (const [path, expected] of Object.entries(IMPORTERS)) {
    checkModule(`@actions/${path}`, readFileSync(join(packages, path), 'utf8'), expected);
  }
  for (const name of ['core', 'github', 'http-client']) {
    cpSync(join(packages, name), join(toolkit, name), { recursive: true });
  }
  for (const [name, { source }] of Object.entries<Replaced>(CORE)) {
    if (source !== undefined) writeFileSync(join(toolkit, 'core', 'lib', name), source);
  }
  for (const name of REPLACED_PACKAGES) {
    const folder = join(build, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "main": "index.js" }\n');
    cpSync(join(import.meta.dirname, `no-${name}.js`), join(folder, 'index.js'));
  }
  checkUse(build);
}

/** @throws when a module of the toolkit imports or exports something else than is recorded */
export function checkModule(name: string, source: string, { imports, exports }: Replaced): void {
  const found = [...source.matchAll(/^(?:import|export)\b(?:[^'"\n]*\bfrom)? ['"]([^'"]+)['"]/gm)].map(
    ([, from]) => from,
  );
  const given = [...source.matchAll(/^export (?:async )?(?:class|const|function|let|var) (\w+)/gm)].map(([, it]) => it);
  const isKnown = found.join() === imports.join() && (exports.length === 0 || given.join() === exports.join());
  if (isKnown && !/\bimport\(|\brequire\(/.test(source)) return;
  throw new Error(
    `${name} has changed: expected imports ${imports.join()} and exports ${exports.join() || 'of any kind'}, ` +
      `got imports ${found.join()} and exports ${given.join()}. See scripts/bundle/toolkit.ts.`,
  );
}

function checkUse(build: string): void {
  for (const name of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js') || name.startsWith('node_modules')) continue;
    const use = GONE.exec(readFileSync(join(build, name), 'utf8'))?.[0];
    if (use !== undefined)
      throw new Error(`${name} uses ${use}, which the bundle leaves out. See scripts/bundle/toolkit.ts.`);
  }
}
