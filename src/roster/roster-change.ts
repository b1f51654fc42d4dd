import { readlinkSync } from 'node:fs';
import { join, posix } from 'node:path';
import { findRange } from '../github/base.ts';
import { blobShaOf } from '../github/blob-sha.ts';
import { GitHubError } from '../github/github-error.ts';
import type { Repository } from '../github/repository.ts';
import { type CommitTree, openTree } from '../github/tree.ts';
import type { Mention } from '../people/mention.ts';
import { InputError } from '../people/problem.ts';
import { maskPath } from '../people/wording.ts';
import { compareRosters, type RosterChange } from './changes.ts';
import { type ChangeSearch, type CheckedOut, checkWorkspace, findCheckedOut, toTreePath } from './checked-out.ts';
import { parseRoster } from './parse.ts';
import { SUBMODULE } from './tree-copy.ts';
import { findTreeFiles, type TreeFiles, type TreePlace } from './tree-files.ts';

const INSTEAD = 'To reset everybody in the roster who is due, use "roster-entries: all".';

/**
 * Compares the roster of two trees: what its lines read in the workspace, whose files must be those of the commit
 * that is checked out, and what the same lines would have read at the commit that the change was made from.
 *
 * @throws InputError when a version cannot be read or is not a valid roster: an empty one is never assumed
 */
export async function readRosterChange(search: ChangeSearch, repository: Repository): Promise<RosterChange> {
  try {
    const checkedOut = await findCheckedOut(search, repository);
    const trees = new Trees(search, checkedOut, repository);
    const present = await trees.find(checkedOut.tree);
    checkWorkspace(search, checkedOut, present);
    const range = await findRange(search.change, checkedOut.tree.sha, repository);
    if (range.kind === 'problem') {
      throw new InputError([{ message: range.problem }]);
    }
    const base = await openTree(range.baseSha, repository);
    const earlier = await trees.find(base);
    const before = await trees.read(earlier, base);
    const head = range.headSha === undefined ? undefined : await openTree(range.headSha, repository);
    const made = head === undefined ? undefined : await trees.read(await trees.find(head), head);
    const versions = { before, now: search.mentions, ...(made === undefined ? {} : { head: made }) };
    return {
      ...compareRosters(versions),
      arrivals: findArrivals(search.files, { checkedOut, present, earlier, base }),
    };
  } catch (error) {
    throw explain(error);
  }
}

function explain(error: unknown): unknown {
  if (error instanceof InputError) {
    const why = error.problems.map(({ message }) => message).join('; ');
    return new InputError([{ message: `"roster-entries" is added, but ${why}. ${INSTEAD}` }]);
  }
  if (error instanceof GitHubError) {
    const why = `the earlier version of the roster cannot be read: ${error.message}. ${hintFor(error)}`;
    return new InputError([{ message: `"roster-entries" is added, but ${why} ${INSTEAD}` }]);
  }
  return error;
}

function hintFor({ status, message }: GitHubError): string {
  if (/rate limit/i.test(message)) {
    return 'Run again.';
  }
  switch (status) {
    case 401:
      return 'Check "github-token".';
    case 403:
    case 404:
      return 'Check that "github-token" may read it (permissions: contents: read) and that the commit still exists.';
    default:
      return 'Run again.';
  }
}

/** Reads the rosters of commits; what the workspace has too costs no request. */
class Trees {
  readonly #search: ChangeSearch;
  readonly #checkedOut: CheckedOut;
  readonly #repository: Repository;
  readonly #bytes = new Map<string, Uint8Array>();

  constructor(search: ChangeSearch, checkedOut: CheckedOut, repository: Repository) {
    this.#search = search;
    this.#checkedOut = checkedOut;
    this.#repository = repository;
  }

  /** The files that the lines name at a commit, and the blob of each. */
  async find(tree: CommitTree): Promise<ReadonlyMap<string, string>> {
    const { lines, workspace, temp } = this.#search;
    const readLink: TreePlace['readLink'] = (path, sha) => this.#readLink(path, sha);
    const place = { workspace, folder: this.#checkedOut.folder, temp, readLink };
    const { files, elsewhere } = await findTreeFiles(lines, tree, place);
    if (tree !== this.#checkedOut.tree) {
      await this.#refuseElsewhere(elsewhere, tree);
    }
    if (tree === this.#checkedOut.tree) {
      for (const file of this.#search.files) {
        const sha = files.get(toTreePath(file, this.#checkedOut) ?? '');
        if (sha !== undefined) this.#bytes.set(sha, file.bytes);
      }
    }
    return files;
  }

  /** A version whose files are not in the repository cannot be read. What has stayed as it is now hides nothing. */
  async #refuseElsewhere(elsewhere: TreeFiles['elsewhere'], tree: CommitTree): Promise<void> {
    const now = this.#search.files.map((file) => toTreePath(file, this.#checkedOut) ?? '');
    for (const { path, what, way, isNamed } of elsewhere) {
      const isOnTheWay = isNamed || now.some((file) => file.startsWith(`${path}/`));
      if (isOnTheWay && !(await this.#isStill(way))) {
        const shown = maskPath(posix.join(this.#checkedOut.folder, path));
        const nature = what === 'link' ? 'a link out of the repository' : 'a submodule';
        throw new InputError([
          { message: `${shown} was ${nature} at ${tree.sha.slice(0, 7)}, so that version of the roster is not in it` },
        ]);
      }
    }
  }

  /** Whether these links and submodules stand in the commit that is checked out as well. */
  async #isStill(way: ReadonlyMap<string, string>): Promise<boolean> {
    for (const [path, sha] of way) {
      const folder = posix.dirname(path);
      const entry = (await this.#checkedOut.tree.list(folder === '.' ? '' : folder))?.get(posix.basename(path));
      if (entry === undefined || (sha === SUBMODULE ? entry.kind !== 'submodule' : entry.sha !== sha)) {
        return false;
      }
    }
    return true;
  }

  /** @throws InputError when one of the files is not a valid roster */
  async read(files: ReadonlyMap<string, string>, tree: CommitTree): Promise<readonly Mention[]> {
    const rosters: (readonly Mention[])[] = [];
    for (const [path, sha] of files) {
      const shown = maskPath(posix.join(this.#checkedOut.folder, path));
      const { mentions, problems } = parseRoster(await this.#readBlob(sha), shown);
      const [first] = problems;
      if (first !== undefined) {
        const at = `${tree.sha.slice(0, 7)} (line ${first.line ?? 1}: ${first.message})`;
        throw new InputError([{ message: `${shown} was not a valid roster at ${at}` }]);
      }
      rosters.push(mentions);
    }
    return rosters.flat();
  }

  async #readLink(path: string, sha: string): Promise<string> {
    const there = readTarget(join(this.#search.workspace, this.#checkedOut.folder, path));
    const isSame = there !== undefined && blobShaOf(there, sha.length) === sha;
    return Buffer.from(isSame ? there : await this.#readBlob(sha)).toString('utf8');
  }

  async #readBlob(sha: string): Promise<Uint8Array> {
    const bytes = this.#bytes.get(sha) ?? (await this.#repository.readBlob(sha));
    this.#bytes.set(sha, bytes);
    return bytes;
  }
}

function readTarget(path: string): Uint8Array | undefined {
  try {
    return readlinkSync(path, 'buffer');
  } catch {
    return undefined;
  }
}

/** A draft that becomes a roster adds all its people: a reviewer wants to know where they come from. */
function findArrivals(
  files: ChangeSearch['files'],
  { checkedOut, present, earlier, base }: Comparison,
): RosterChange['arrivals'] {
  const known = new Set(earlier.values());
  return files.flatMap((file) => {
    const path = toTreePath(file, checkedOut) ?? '';
    const sha = present.get(path) ?? '';
    const former = earlier.has(path) || known.has(sha) ? undefined : base.findBlob(sha);
    return former === undefined ? [] : [{ file: file.path, former: maskPath(posix.join(checkedOut.folder, former)) }];
  });
}

interface Comparison {
  readonly checkedOut: CheckedOut;
  /** Path in the tree → blob, now and before. */
  readonly present: ReadonlyMap<string, string>;
  readonly earlier: ReadonlyMap<string, string>;
  readonly base: CommitTree;
}
