import { globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, matchesGlob, posix, relative, resolve, sep } from 'node:path';
import type { CommitTree } from '../github/tree.ts';
import { type Elsewhere, type ReadLink, TreeCopy, type Wanted } from './tree-copy.ts';

/** Where a commit is checked out: the lines of `roster` are relative to the workspace. */
export interface TreePlace {
  readonly workspace: string;
  /** The folder of the checkout, relative to the workspace; '' for the workspace itself. */
  readonly folder: string;
  /** A folder for temporary files. */
  readonly temp: string;
  readonly readLink: ReadLink;
}

/** What the lines of the input `roster` name in a commit. */
export interface TreeFiles {
  /** Path in the tree → blob. */
  readonly files: ReadonlyMap<string, string>;
  /** Links out of the tree and submodules; `isNamed` says whether the lines name them or go through them. */
  readonly elsewhere: readonly (Elsewhere & { readonly isNamed: boolean })[];
}

/**
 * Finds what the lines of the input `roster` name when a commit is checked out. Links count as they are in the commit.
 *
 * @throws GitHubError
 */
export async function findTreeFiles(
  lines: readonly string[],
  tree: CommitTree,
  { workspace, folder, temp, readLink }: TreePlace,
): Promise<TreeFiles> {
  const root = realpathSync(mkdtempSync(join(temp, 'slack-session-reset-')));
  try {
    const checkout = join(root, folder);
    mkdirSync(checkout, { recursive: true });
    const copy = new TreeCopy(tree, checkout, readLink);
    const inside = lines.flatMap((line) => toRelative(line, workspace) ?? []);
    for (const wanted of inside.flatMap((line) => toWanted(line, folder))) {
      await copy.add(wanted);
    }
    const files = new Map<string, string>();
    for (const match of inside.flatMap((line) => findMatches(line, root))) {
      const path = relative(checkout, realpathSync(match)).split(sep).join('/');
      const sha = copy.blobAt(path);
      if (sha !== undefined) files.set(path, sha);
    }
    const isNamed = (path: string): boolean => inside.some((line) => leadsTo(line, posix.join(folder, path)));
    return { files, elsewhere: copy.elsewhere.map((one) => ({ ...one, isNamed: isNamed(one.path) })) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Whether a line names a path, or goes through it. A pattern of any number of folders goes through no link. */
function leadsTo(line: string, path: string): boolean {
  const plain = posix.normalize(line);
  const way = plain.split('/').slice(0, path.split('/').length);
  const isWay = !way.some((part) => part.includes('**')) && matchesGlob(path, way.join('/'));
  // Alternatives of several parts cannot be followed part by part.
  return isWay || matchesGlob(path, plain) || /\{[^}]*\//.test(plain);
}

/** A line that leads out of the workspace matches nothing in a commit. */
function toRelative(line: string, workspace: string): string | undefined {
  const path = line.split(sep).join('/');
  if (!isAbsolute(line) && !path.startsWith('..')) return path;
  const inside = relative(resolve(workspace), resolve(workspace, line)).split(sep).join('/');
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : inside;
}

/** The parts of the tree that a line can match: as it stands, and as a pattern. */
function toWanted(line: string, folder: string): Wanted[] {
  const parts = line.split('/');
  const literal = startIn(folder, parts);
  const wanted: Wanted[] = literal === undefined ? [] : [{ start: literal, depth: 0, fileNames: undefined }];
  const first = parts.findIndex(isGlob);
  if (first === -1) return wanted;
  const pattern = parts.slice(first);
  const start = startIn(folder, parts.slice(0, first)) ?? startAbove(folder, parts.slice(0, first));
  if (start === undefined) return wanted;
  const last = pattern.at(-1) ?? '';
  return [
    ...wanted,
    {
      start,
      depth: pattern.some((part) => part.includes('**')) ? Number.POSITIVE_INFINITY : pattern.length,
      fileNames: /[{}()]|^\.*$/.test(last) ? undefined : last,
    },
  ];
}

function startIn(folder: string, parts: readonly string[]): readonly string[] | undefined {
  const path = posix.relative(folder, posix.normalize(parts.join('/') || '.'));
  return path.startsWith('..') ? undefined : path.split('/');
}

/** A pattern that begins above the checkout can match the checkout's own folder on its way. */
function startAbove(folder: string, parts: readonly string[]): readonly string[] | undefined {
  return posix.relative(posix.normalize(parts.join('/') || '.'), folder).startsWith('..') ? undefined : [];
}

function findMatches(line: string, cwd: string): string[] {
  const literal = resolve(cwd, line);
  const found = statSync(literal, { throwIfNoEntry: false }) === undefined ? globSync(line, { cwd }) : [literal];
  return found
    .map((match) => resolve(cwd, match))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Whether a part of a path is a pattern, and not a name. */
export function isGlob(part: string): boolean {
  return /[*?[{]|[@+!]\(/.test(part);
}
