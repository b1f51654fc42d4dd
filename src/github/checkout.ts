import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';

/** A working copy in the workspace, as its own files tell. */
export interface Checkout {
  /** Relative to the workspace, '' being the workspace itself; parts separated by a slash. */
  readonly folder: string;
  /** The commit that is checked out; undefined where the checkout does not tell. */
  readonly sha: string | undefined;
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const MAX_REFS = 5;

/**
 * Finds the checkout that a path of the workspace belongs to: the nearest folder that has a `.git`. Git itself is not
 * needed, and not run: the machine may lack it, and a repository's settings can make it run programs.
 *
 * @param path - relative to the workspace
 * @returns undefined where no folder up to the workspace has a `.git`, as after a checkout without git
 */
export function findCheckout(path: string, workspace: string): Checkout | undefined {
  const root = resolve(workspace);
  for (let folder = resolve(root, path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      return { folder: relative(root, folder).split(sep).join('/'), sha: readHead(folder) };
    }
    if (folder === root || !folder.startsWith(root)) {
      return undefined;
    }
  }
}

/** A file of the repository, at the commit that is checked out. */
export interface RepositoryPlace {
  readonly path: string;
  readonly sha: string;
}

/**
 * Finds where files of the workspace stand in the repository that the workflow runs in, by their paths. Files of a
 * checkout of another commit are left out, since nothing says which repository that commit is from.
 *
 * @param files - with their paths as shown, and relative to the workspace
 * @param shas - commits of the repository that may be checked out; the first where no checkout says which
 */
export function findPlaces(
  files: readonly { readonly path: string; readonly repositoryPath: string | undefined }[],
  { workspace, shas }: { workspace: string; shas: readonly (string | null)[] },
): ReadonlyMap<string, RepositoryPlace> {
  const checkouts = new Map<string, Checkout | undefined>();
  const found = new Map<string, RepositoryPlace>();
  for (const { path, repositoryPath } of files) {
    // A link would reveal a masked path.
    if (path !== repositoryPath) continue;
    const folder = posix.dirname(path);
    if (!checkouts.has(folder)) {
      checkouts.set(folder, findCheckout(folder, workspace));
    }
    const checkout = checkouts.get(folder);
    const sha = checkout === undefined ? shas[0] : shas.find((one) => one === checkout.sha);
    if (sha !== undefined && sha !== null) {
      found.set(path, { path: checkout === undefined ? path : posix.relative(checkout.folder, path), sha });
    }
  }
  return found;
}

/** The commit that HEAD stands for, detached, on a branch, or in another worktree. */
function readHead(folder: string): string | undefined {
  const gitFolder = findGitFolder(join(folder, '.git'));
  const common = readLine(join(gitFolder, 'commondir'));
  const folders = common === undefined ? [gitFolder] : [gitFolder, resolve(gitFolder, common)];
  let value = readLine(join(gitFolder, 'HEAD'));
  for (let depth = 0; depth < MAX_REFS && value !== undefined && !SHA.test(value); depth += 1) {
    const ref = /^ref: (refs\/[^\0]+)$/.exec(value)?.[1];
    value = ref === undefined || ref.includes('..') ? undefined : readRef(ref, folders);
  }
  return value !== undefined && SHA.test(value) ? value : undefined;
}

/** In a worktree and in a submodule, `.git` is a file that names the folder. */
function findGitFolder(path: string): string {
  if (statSync(path).isDirectory()) {
    return path;
  }
  const named = /^gitdir: (.+)$/.exec(readLine(path) ?? '')?.[1];
  return named === undefined ? path : resolve(dirname(path), named);
}

function readRef(ref: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const value = readLine(join(folder, ref)) ?? findPacked(ref, folder);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function findPacked(ref: string, folder: string): string | undefined {
  const lines = readText(join(folder, 'packed-refs'))?.split('\n') ?? [];
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}

function readLine(file: string): string | undefined {
  return readText(file)?.split(/\r?\n/)[0];
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
