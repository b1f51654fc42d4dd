import { GitHubError } from './github-error.ts';
import type { Repository, TreeEntry } from './repository.ts';

/** The files of one commit, listed as far as they are needed. */
export interface CommitTree {
  readonly sha: string;
  /** The entries of a folder by their names, the root being ''; undefined where there is no such folder. @throws GitHubError */
  list(folder: string): Promise<ReadonlyMap<string, TreeEntry> | undefined>;
  /** Prepares for a walk through everything below a folder, in as few requests as GitHub allows. @throws GitHubError */
  expect(folder: string): Promise<void>;
  /** A path of the commit that has this blob, among the files listed so far. */
  findBlob(sha: string): string | undefined;
}

type Folders = Map<string, ReadonlyMap<string, TreeEntry>>;

/**
 * Opens the tree of a commit. One request lists a whole repository, up to GitHub's limit; beyond it, each folder that
 * is needed is listed by itself.
 *
 * @see https://docs.github.com/en/rest/git/trees#get-a-tree
 */
export async function openTree(sha: string, repository: Repository): Promise<CommitTree> {
  const folders: Folders = new Map();
  const all = await repository.listTree(sha, { recursive: true });
  if (all.isComplete) {
    addAll(folders, '', all.entries);
  }
  const findFolder = async (folder: string): Promise<string | undefined> => {
    if (folder === '') {
      return sha;
    }
    const entry = (await list(parentOf(folder)))?.get(nameOf(folder));
    return entry?.kind === 'folder' ? entry.sha : undefined;
  };
  const list = async (folder: string): Promise<ReadonlyMap<string, TreeEntry> | undefined> => {
    const known = folders.get(folder);
    if (known !== undefined || all.isComplete) {
      return known;
    }
    const treeSha = await findFolder(folder);
    if (treeSha === undefined) {
      return undefined;
    }
    const { entries, isComplete } = await repository.listTree(treeSha, { recursive: false });
    if (!isComplete) {
      throw new GitHubError(`GitHub did not list all files of one folder at ${sha.slice(0, 7)} (too many)`, undefined);
    }
    const byName = new Map(entries.map((entry) => [entry.path, entry]));
    folders.set(folder, byName);
    return byName;
  };
  return {
    sha,
    list,
    expect: async (folder) => {
      const isListed = all.isComplete || folder === '' || folders.has(folder);
      const treeSha = isListed ? undefined : await findFolder(folder);
      const below = treeSha === undefined ? undefined : await repository.listTree(treeSha, { recursive: true });
      if (below?.isComplete === true) {
        addAll(folders, folder, below.entries);
      }
    },
    findBlob: (blob) => {
      for (const [folder, entries] of folders) {
        const found = [...entries].find(([, entry]) => entry.kind === 'file' && entry.sha === blob);
        if (found !== undefined) {
          return joinPath(folder, found[0]);
        }
      }
      return undefined;
    },
  };
}

/** Sorts a recursive list, whose paths start at `root`, by folders. */
function addAll(folders: Folders, root: string, entries: readonly TreeEntry[]): void {
  const byFolder = new Map<string, Map<string, TreeEntry>>([[root, new Map()]]);
  for (const entry of entries) {
    const path = joinPath(root, entry.path);
    const siblings = byFolder.get(parentOf(path)) ?? new Map<string, TreeEntry>();
    byFolder.set(parentOf(path), siblings.set(nameOf(path), entry));
    if (entry.kind === 'folder' && !byFolder.has(path)) {
      byFolder.set(path, new Map());
    }
  }
  for (const [folder, siblings] of byFolder) {
    folders.set(folder, siblings);
  }
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
