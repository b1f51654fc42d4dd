import { posix } from 'node:path';
import { blobShaOf } from '../github/blob-sha.ts';
import { type Checkout, findCheckout } from '../github/checkout.ts';
import type { Change } from '../github/event.ts';
import { GitHubError } from '../github/github-error.ts';
import type { Repository } from '../github/repository.ts';
import { type CommitTree, openTree } from '../github/tree.ts';
import type { Mention } from '../people/mention.ts';
import { InputError } from '../people/problem.ts';
import { maskPath } from '../people/wording.ts';
import type { RosterFile } from './files.ts';
import { isGlob } from './tree-files.ts';

/** What was read now, and what to compare it with. */
export interface ChangeSearch {
  readonly files: readonly Pick<RosterFile, 'path' | 'repositoryPath' | 'bytes'>[];
  readonly mentions: readonly Mention[];
  /** The lines of the input `roster`. */
  readonly lines: readonly string[];
  readonly change: Exclude<Change, { kind: 'closed' }>;
  /** The commit of the workflow run, for a checkout that does not say its own. */
  readonly runSha: string;
  /** Owner and name of the repository that the workflow runs in. */
  readonly repositoryName: string;
  readonly workspace: string;
  readonly temp: string;
}

/** The commit that is checked out, and the folder of the workspace it is in. */
export interface CheckedOut {
  /** Relative to the workspace; '' for the workspace itself. */
  readonly folder: string;
  readonly tree: CommitTree;
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

type NamedFile = Pick<RosterFile, 'path' | 'repositoryPath' | 'bytes'>;

/**
 * Finds which commit the roster files of the workspace are from. A checkout says so; without one, as after a
 * download without git, it is the commit of the workflow run, in the folder whose files match that commit.
 *
 * @throws InputError when they cannot be from one commit of the repository that the workflow runs in
 */
export async function findCheckedOut(search: ChangeSearch, repository: Repository): Promise<CheckedOut> {
  const outside = search.files.filter(({ repositoryPath }) => repositoryPath === undefined);
  if (outside.length > 0) {
    refuse(`${outside.map(({ path }) => path).join(', ')} is outside the repository and has no earlier version`);
  }
  const checkout = findOneCheckout(search);
  const sha = checkout?.sha ?? search.runSha;
  if (!SHA.test(sha)) {
    refuse('neither the checkout nor GITHUB_SHA says which commit is checked out');
  }
  const tree = await open(sha, { search, repository, folder: checkout?.folder ?? '' });
  return { tree, folder: checkout?.folder ?? (await guessFolder(search.files, tree)) };
}

async function open(
  sha: string,
  { search, repository, folder }: { search: ChangeSearch; repository: Repository; folder: string },
): Promise<CommitTree> {
  try {
    return await openTree(sha, repository);
  } catch (error) {
    if (!(error instanceof GitHubError) || (error.status !== 404 && error.status !== 422)) {
      throw error;
    }
    const where = folder === '' ? 'in the workspace' : `in ${folder}/`;
    return refuse(
      `the commit ${where} (${sha.slice(0, 7)}) was not found in ${search.repositoryName}, where this workflow runs: ` +
        'it is a checkout of another repository, or "github-token" may not read this one (permissions: contents: ' +
        `read). ${error.message}`,
    );
  }
}

function findOneCheckout({ files, lines, workspace }: ChangeSearch): Checkout | undefined {
  const paths = files.length > 0 ? files.map(({ repositoryPath }) => repositoryPath ?? '') : lines.map(toFixedFolder);
  const checkouts = new Map<string, Checkout | undefined>();
  for (const path of paths) {
    const checkout = findCheckout(posix.dirname(path), workspace);
    checkouts.set(checkout?.folder ?? '', checkout);
  }
  if (checkouts.size > 1) {
    const folders = [...checkouts.keys()].map((folder) => (folder === '' ? 'the workspace itself' : `${folder}/`));
    refuse(`the roster files are in several checkouts (${folders.join(', ')}), but an event is about one repository`);
  }
  return [...checkouts.values()][0];
}

/** The part of a line before any pattern, used if nothing matches. */
function toFixedFolder(line: string): string {
  const parts = line.split('/');
  const first = parts.findIndex(isGlob);
  const fixed = posix.normalize(parts.slice(0, first === -1 ? -1 : first).join('/') || '.');
  return fixed.startsWith('..') || fixed.startsWith('/') ? '.' : `${fixed}/.`;
}

/** The highest folder relative to which the first roster file has the same path and content as in the commit. */
async function guessFolder([file]: readonly NamedFile[], tree: CommitTree): Promise<string> {
  const parts = file?.repositoryPath?.split('/') ?? [];
  for (let depth = 0; depth < parts.length; depth += 1) {
    const path = parts.slice(depth).join('/');
    const entry = (await tree.list(path.split('/').slice(0, -1).join('/')))?.get(posix.basename(path));
    if (file !== undefined && entry?.kind === 'file' && isContent(file.bytes, entry.sha)) {
      return parts.slice(0, depth).join('/');
    }
  }
  return '';
}

/**
 * Makes sure that the workspace has exactly the roster files of the commit that is checked out.
 *
 * @param present - what the lines name in that commit: path → blob
 * @throws InputError
 */
export function checkWorkspace(
  { files }: { files: readonly NamedFile[] },
  checkedOut: CheckedOut,
  present: ReadonlyMap<string, string>,
): void {
  const commit = `the commit that is checked out (${checkedOut.tree.sha.slice(0, 7)})`;
  const here = new Set(files.map((file) => toTreePath(file, checkedOut)));
  const unknown = files.filter((file) => !present.has(toTreePath(file, checkedOut) ?? ''));
  if (unknown.length > 0) {
    refuse(`${list(unknown)} is not among the roster files of ${commit}; an earlier step may have made it`);
  }
  const other = files.filter((file) => !isContent(file.bytes, present.get(toTreePath(file, checkedOut) ?? '') ?? ''));
  if (other.length > 0) {
    refuse(`${list(other)} differs from ${commit}; an earlier step may have changed it`);
  }
  const missing = [...present.keys()].filter((path) => !here.has(path)).map((path) => ({ path: maskPath(path) }));
  if (missing.length > 0) {
    refuse(
      `${list(missing)} is a roster file of ${commit} but not in the workspace: was only part of the repository checked out?`,
    );
  }
}

/** The path of a file in its repository; undefined if it is outside the checkout. */
export function toTreePath({ repositoryPath }: NamedFile, { folder }: CheckedOut): string | undefined {
  const path = repositoryPath === undefined ? '..' : posix.relative(folder, repositoryPath);
  return path === '..' || path.startsWith('../') ? undefined : path;
}

/** Whether the bytes are those of a blob; git may have converted the line endings. */
function isContent(bytes: Uint8Array, sha: string): boolean {
  return blobShaOf(bytes, sha.length) === sha || blobShaOf(withLineFeeds(bytes), sha.length) === sha;
}

function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const [carriageReturn, lineFeed] = [13, 10];
  return bytes.filter((byte, index) => byte !== carriageReturn || bytes[index + 1] !== lineFeed);
}

const MAX_NAMED = 3;

function list(files: readonly { readonly path: string }[]): string {
  const names = files.slice(0, MAX_NAMED).map(({ path }) => maskPath(path));
  return `${names.join(', ')}${files.length > MAX_NAMED ? ` (and ${files.length - MAX_NAMED} more)` : ''}`;
}

function refuse(message: string): never {
  throw new InputError([{ message }]);
}
