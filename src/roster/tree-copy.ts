import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, matchesGlob } from 'node:path';
import type { CommitTree } from '../github/tree.ts';

/** What to copy: a path, and what is below it. */
export interface Wanted {
  /** Parts of the path, relative to the root of the tree; none of them is a pattern. */
  readonly start: readonly string[];
  /** How many levels of folders below; 0 for the path alone. */
  readonly depth: number;
  /** A pattern for the names of the files below; undefined for all. */
  readonly fileNames: string | undefined;
}

/** Reads where a link leads, given its path and its blob. */
export type ReadLink = (path: string, sha: string) => Promise<string>;

/** A place in a commit whose files are not in it. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly path: string;
  /** A link out of the tree, or a submodule. */
  readonly what: 'link' | 'submodule';
  /** The links and submodules that lead there, by their paths; a link with its blob. */
  readonly way: ReadonlyMap<string, string>;
}

/** Stands for the commit of any submodule. */
export const SUBMODULE = 'submodule';

/** Where a link out of the tree leads. */
const OUTSIDE: Elsewhere = { kind: 'elsewhere', path: '..', what: 'link', way: new Map() };

type Reached = { readonly kind: 'file' } | { readonly kind: 'folder'; readonly path: readonly string[] } | Elsewhere;

/**
 * The folders, links and names of files of a commit, created on disk as needed; the files are empty. So
 * the same search, by the same Node.js, answers what a pattern matches in a commit and what it matches in a workspace.
 */
export class TreeCopy {
  readonly #tree: CommitTree;
  readonly #root: string;
  readonly #readLink: ReadLink;
  readonly #blobs = new Map<string, string>();
  readonly #links = new Map<string, Reached | undefined>();
  readonly #elsewhere = new Map<string, Elsewhere>();

  /** @param root - an empty folder, links resolved */
  constructor(tree: CommitTree, root: string, readLink: ReadLink) {
    this.#tree = tree;
    this.#root = root;
    this.#readLink = readLink;
  }

  /** The blob of a file that was copied, by its path in the tree. */
  blobAt(path: string): string | undefined {
    return this.#blobs.get(path);
  }

  /** What has been come across whose files are not in the commit. */
  get elsewhere(): readonly Elsewhere[] {
    return [...this.#elsewhere.values()];
  }

  /** Copies what is needed. A link that leads nowhere, or out of the tree, is left out. @throws GitHubError */
  async add({ start, depth, fileNames }: Wanted): Promise<void> {
    const reached = await this.#reach([], start);
    if (reached?.kind === 'folder' && depth > 0) {
      await this.#addBelow(reached.path, { depth, fileNames, done: new Map() });
    }
  }

  /** Follows a path from a folder and copies whatever it touches. */
  async #reach(from: readonly string[], parts: readonly string[]): Promise<Reached | undefined> {
    let folder = [...from];
    for (const [index, name] of parts.entries()) {
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (folder.pop() === undefined) return OUTSIDE;
        continue;
      }
      const reached = await this.#step(folder, name);
      if (reached?.kind === 'elsewhere') {
        return reached;
      }
      if (reached?.kind !== 'folder') {
        return index === parts.length - 1 ? reached : undefined;
      }
      folder = [...reached.path];
    }
    return { kind: 'folder', path: folder };
  }

  async #step(folder: readonly string[], name: string): Promise<Reached | undefined> {
    const entry = (await this.#tree.list(folder.join('/')))?.get(name);
    const path = [...folder, name];
    switch (entry?.kind) {
      case 'folder':
        mkdirSync(join(this.#root, ...path), { recursive: true });
        return { kind: 'folder', path };
      case 'file':
        this.#addFile(path, entry.sha);
        return { kind: 'file' };
      case 'link':
        return this.#follow(path, entry.sha);
      case 'submodule':
        return this.#note(path.join('/'), 'submodule', [[path.join('/'), SUBMODULE]]);
      default:
        return undefined;
    }
  }

  async #follow(path: readonly string[], sha: string): Promise<Reached | undefined> {
    const key = path.join('/');
    if (!this.#links.has(key)) {
      // Until it is known where this link leads, it leads nowhere: links can go round in a circle.
      this.#links.set(key, undefined);
      const target = await this.#readLink(key, sha);
      const reached = await this.#reachTarget(path.slice(0, -1), target);
      if (reached?.kind === 'elsewhere') {
        this.#links.set(key, this.#note(key, 'link', [[key, sha], ...reached.way]));
      } else if (reached !== undefined) {
        this.#links.set(key, reached);
        this.#make(path, (at) => symlinkSync(target, at));
      }
    }
    return this.#links.get(key);
  }

  async #reachTarget(from: readonly string[], target: string): Promise<Reached | undefined> {
    if (target === '' || target.includes('\0')) return undefined;
    return isAbsolute(target) ? OUTSIDE : this.#reach(from, target.split('/'));
  }

  #note(path: string, what: Elsewhere['what'], way: Iterable<[string, string]>): Elsewhere {
    const elsewhere: Elsewhere = { kind: 'elsewhere', path, what, way: new Map(way) };
    this.#elsewhere.set(path, elsewhere);
    return elsewhere;
  }

  async #addBelow(
    folder: readonly string[],
    { depth, fileNames, done }: Omit<Wanted, 'start'> & { done: Map<string, number> },
  ): Promise<void> {
    const path = folder.join('/');
    if ((done.get(path) ?? 0) >= depth) return;
    done.set(path, depth);
    if (depth === Number.POSITIVE_INFINITY) {
      await this.#tree.expect(path);
    }
    for (const [name, { kind }] of (await this.#tree.list(path)) ?? []) {
      const isUnwanted = kind === 'file' && fileNames !== undefined && !matchesGlob(name, fileNames);
      const reached = isUnwanted ? undefined : await this.#step(folder, name);
      if (reached?.kind === 'folder' && depth > 1) {
        await this.#addBelow(reached.path, { depth: depth - 1, fileNames, done });
      }
    }
  }

  #addFile(path: readonly string[], sha: string): void {
    const key = path.join('/');
    if (!this.#blobs.has(key)) {
      this.#blobs.set(key, sha);
      this.#make(path, (at) => writeFileSync(at, ''));
    }
  }

  #make(path: readonly string[], write: (at: string) => void): void {
    const at = join(this.#root, ...path);
    mkdirSync(dirname(at), { recursive: true });
    write(at);
  }
}
