import { createHash } from 'node:crypto';
import { globSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Problem } from '../people/problem.ts';
import { describeText, maskPath } from '../people/wording.ts';
import { MAX_ROSTER_BYTES } from './decode.ts';
import { explainEmptyPattern } from './empty-patterns.ts';

/** A roster file that was read. */
export interface RosterFile {
  /** As shown: relative to the workspace, or starting with `RUNNER_TEMP/`; links resolved, addresses masked. */
  readonly path: string;
  /** Relative to the root of the repository; undefined for a file outside the workspace. */
  readonly repositoryPath: string | undefined;
  readonly bytes: Uint8Array;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The two folders that a roster may be in. */
export interface RosterFolders {
  readonly workspace: string;
  /** The folder for temporary files of the job, if there is one. */
  readonly temp: string | undefined;
}

/** A folder that rosters may be in, with links resolved, and how paths inside it are shown. */
interface Root {
  readonly real: string;
  readonly prefix: string;
}

type Place = Pick<RosterFile, 'path' | 'repositoryPath'>;

type Found = { ok: true; real: string; place: Place } | { ok: false; problem: Problem; isFine?: true };

interface Search {
  readonly workspace: string;
  readonly roots: readonly Root[];
}

const TEMP_PREFIX = 'RUNNER_TEMP/';
/** Characters that would break a message, or a table, in the middle of a path. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const OUTSIDE = 'is outside GITHUB_WORKSPACE and RUNNER_TEMP after links are resolved';

/**
 * Reads the roster files that the lines of the input `roster` name, each file once, and finds all problems at once.
 * A pattern that matches nothing because nothing is there is a warning.
 */
export function readRosterFiles(
  patterns: readonly string[],
  { workspace, temp }: RosterFolders,
): { files: RosterFile[]; problems: Problem[]; warnings: Problem[] } {
  const roots = [...toRoot(workspace, ''), ...(temp === undefined ? [] : toRoot(temp, TEMP_PREFIX))];
  const files = new Map<string, RosterFile>();
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const found of patterns.flatMap((pattern) => findFiles(pattern, { workspace: resolve(workspace), roots }))) {
    if (!found.ok) (found.isFine ? warnings : problems).push(found.problem);
    else if (!files.has(found.real)) {
      const read = readFile(found.real, found.place);
      if (read.ok) files.set(found.real, read.file);
      else problems.push(read.problem);
    }
  }
  return { files: [...files.values()], problems, warnings };
}

function toRoot(folder: string, prefix: string): Root[] {
  return exists(folder) ? [{ real: realpathSync(folder), prefix }] : [];
}

function findFiles(pattern: string, search: Search): Found[] {
  try {
    if (pattern.includes('\0')) return [refused(pattern, 'contains a NUL character')];
    const literal = resolve(search.workspace, pattern);
    if (exists(literal)) return [locate(literal, search)];
    if (!isGlob(pattern)) return [refused(pattern, 'matches no file')];
    const matches = globFiles(pattern, search);
    return matches.length === 0 ? [explainNoMatch(pattern, search)] : matches;
  } catch (error) {
    return [refused(pattern, `cannot be read (${codeOf(error)})`)];
  }
}

function explainNoMatch(pattern: string, { workspace, roots }: Search): Found {
  const mayLookInto = (folder: string): boolean => placeOf(realpathSync(folder), roots) !== undefined;
  const { isFine, why } = explainEmptyPattern(pattern, { cwd: workspace, mayLookInto });
  return isFine ? { ...refused(pattern, why), isFine } : refused(pattern, why);
}

function globFiles(pattern: string, search: Search): Found[] {
  const segments = pattern.split(sep === '\\' ? /[\\/]/ : '/');
  const first = segments.findIndex((segment) => /[*?[{]|[@+!]\(/.test(segment));
  const fixed = segments.slice(0, first).join('/');
  const start = resolve(search.workspace, fixed === '' && isAbsolute(pattern) ? sep : fixed);
  if (!exists(start)) return [];
  // A search that starts outside could walk through the whole disk, only to have its matches refused.
  if (placeOf(realpathSync(start), search.roots) === undefined) return [refused(pattern, OUTSIDE)];
  return globSync(pattern, { cwd: search.workspace })
    .map((match) => resolve(search.workspace, match))
    .sort()
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? true)
    .map((path) => locate(path, search));
}

/** Looks at a file without opening it, since opening a pipe would wait for a writer. */
function locate(path: string, { workspace, roots }: Search): Found {
  const given = relative(workspace, path);
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return refused(given, `is ${kindOf(stats)}, not a file`);
    const real = realpathSync(path);
    const place = placeOf(real, roots);
    if (place === undefined) return refused(given, OUTSIDE);
    if (UNPRINTABLE.test(place.path)) return refused(given, 'has a control character in its name');
    if (stats.size <= MAX_ROSTER_BYTES) return { ok: true, real, place };
    return refused(given, `has ${stats.size} bytes; expected at most ${MAX_ROSTER_BYTES} (10 MiB)`);
  } catch (error) {
    return refused(given, `cannot be read (${codeOf(error)})`);
  }
}

function readFile(real: string, place: Place): { ok: true; file: RosterFile } | { ok: false; problem: Problem } {
  try {
    const bytes = readFileSync(real);
    return { ok: true, file: { ...place, bytes, sha256: createHash('sha256').update(bytes).digest('hex') } };
  } catch (error) {
    return refused(place.path, `cannot be read (${codeOf(error)})`);
  }
}

function placeOf(real: string, roots: readonly Root[]): Place | undefined {
  for (const root of roots) {
    const inside = relative(root.real, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) continue;
    const path = inside.split(sep).join('/');
    return { path: maskPath(`${root.prefix}${path}`), repositoryPath: root.prefix === '' ? path : undefined };
  }
  return undefined;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isGlob(pattern: string): boolean {
  return /[*?]|\[[^\]]*\]|\{[^}]*\}|[@+!]\(/.test(pattern);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown reason';
  return typeof error.code === 'string' ? error.code : 'unknown reason';
}

/** Text that looks like a path may be quoted; text that looks like roster content or an address may not. */
function refused(path: string, why: string): { ok: false; problem: Problem } {
  const shown = path.split(sep).join('/').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '\uFFFD');
  const isContent = /^- |: |^[^/]*\S@\S+\.[^/.]*$|\s.*\s.*\s/.test(shown) && !/\.ya?ml$/i.test(shown);
  const what = isContent ? `expected a path of a roster file, got ${describeText(shown)}; it` : `"${maskPath(shown)}"`;
  return { ok: false, problem: { message: `"roster": ${what} ${why}` } };
}
