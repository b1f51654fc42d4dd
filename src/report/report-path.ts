import { accessSync, closeSync, constants, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { maskPath } from '../people/wording.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The files through which a step and the runner communicate. */
const RUNNER_FILES = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'PATH', 'STATE', 'EVENT_PATH', 'ARTIFACTS'];
/** The beginning of every report; see `renderReport`. */
const OWN_REPORT = /^\s*\{\s*"schema_version":\s*\d+,\s*"action":\s*\{\s*"name":\s*"slack-session-reset"/;
const HEAD_BYTES = 1024;

/**
 * Decides where the report goes: to the path in `report-path`, else to a new file in `RUNNER_TEMP`.
 *
 * @returns the absolute path, or what is wrong with the one given, in words that follow the name of the input
 */
export function placeReport(given: string | undefined, env: Environment): { path: string } | { problem: string } {
  const workspace = resolve(env['GITHUB_WORKSPACE'] || '.');
  if (given === undefined) {
    // A unique name for each use of the Action in a job, since they share the folder.
    const name = `slack-session-reset-${process.pid}-${Date.now()}.json`;
    return { path: resolve(workspace, env['RUNNER_TEMP'] || '.', name) };
  }
  const path = resolve(workspace, given);
  const problem = judge(given, path, [workspace, env['RUNNER_TEMP'] ?? ''], env);
  return problem === undefined ? { path } : { problem: `${problem}, got ${show(given)}.` };
}

function judge(given: string, path: string, roots: readonly string[], env: Environment): string | undefined {
  if (/\p{Cc}/u.test(given)) return 'expected a path on one line';
  if (/[/\\]$/.test(given)) return 'expected the path of a file, not of a folder';
  const landed = findLanding(path);
  if ('code' in landed) return `expected a path that can be written to (${landed.code})`;
  const { folder, rest } = landed;
  const real = join(folder, ...rest);
  const isInside = roots.some((root) => root !== '' && isBelow(real, realPathOf(root)));
  if (!isInside) return 'expected a path inside the workspace or RUNNER_TEMP after links are resolved';
  if (real.split(sep).some((part) => part.toLowerCase() === '.git')) return 'expected a path outside .git';
  const runnerFiles = RUNNER_FILES.flatMap((name) => env[`GITHUB_${name}`] || []);
  if (runnerFiles.some((file) => realPathOf(file) === real))
    return "expected a path that is not one of the runner's own files";
  return judgeFile(real) ?? judgeFolder(folder);
}

/** The folder that exists already, with links resolved, and the part of the path that does not exist yet. */
function findLanding(path: string): { folder: string; rest: readonly string[] } | { code: string } {
  const rest = [path.slice(dirname(path).length).replace(/^[/\\]/, '')];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    try {
      return { folder: realpathSync(folder), rest };
    } catch (error) {
      const code = codeOf(error);
      // A dangling link still exists.
      if (code !== 'ENOENT' || isThere(folder) || folder === dirname(folder)) return { code };
      rest.unshift(folder.slice(dirname(folder).length).replace(/^[/\\]/, ''));
    }
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Whatever exists at the path must be an earlier report. */
function judgeFile(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return 'expected a path that is not a link';
    if (stats.isDirectory()) return 'expected the path of a file, not of a folder';
    if (stats.isFile() && OWN_REPORT.test(readHead(path))) return undefined;
    return 'expected a new path or the path of an earlier report, since no other file is replaced';
  } catch (error) {
    return `expected a path that can be written to (${codeOf(error)})`;
  }
}

function readHead(path: string): string {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head)).toString('utf8');
  } finally {
    closeSync(file);
  }
}

function judgeFolder(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return `expected a path that can be written to (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error';
}

/** Quotes a short path; masks a part with an @, which may be an address. */
function show(path: string): string {
  const masked = maskPath(path);
  return /^[\w ./\\*-]{1,20}$/.test(masked) ? `"${masked}"` : `a path of ${path.length} characters`;
}
