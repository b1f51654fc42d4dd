import type { CallContext } from '../calls/call-context.ts';
import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { type GitHubAccess, openGitHub } from './access.ts';
import { blobShaOf } from './blob-sha.ts';
import { askUntilSettled, UnreadableAnswer } from './request.ts';

/** What a path of a tree leads to. */
export interface TreeEntry {
  /** Relative to the tree that was listed. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'folder' | 'submodule';
  readonly sha: string;
}

/** The entries of a tree; `isComplete` is false where GitHub cut the list. */
export interface TreeList {
  readonly entries: readonly TreeEntry[];
  readonly isComplete: boolean;
}

/** What is needed of the repository that the workflow runs in. Every call retries what is transient. */
export interface Repository {
  /** Lists a tree, given by its own SHA or a commit's. @throws GitHubError */
  listTree(sha: string, options: { readonly recursive: boolean }): Promise<TreeList>;
  /** Reads a file to its end and checks it against its SHA. @throws GitHubError */
  readBlob(sha: string): Promise<Uint8Array>;
  /** The parents of a commit, in their order. @throws GitHubError */
  readParents(sha: string): Promise<readonly string[]>;
  /** The commit that a branch is at now. @throws GitHubError */
  readBranch(name: string): Promise<string>;
  /** The best common ancestor of two commits. @throws GitHubError */
  findMergeBase(one: string, other: string): Promise<string>;
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const KINDS: ReadonlyMap<unknown, TreeEntry['kind']> = new Map([
  ['100644', 'file'],
  ['100755', 'file'],
  ['120000', 'link'],
  ['040000', 'folder'],
  ['160000', 'submodule'],
]);

/** The repository that the workflow runs in. */
export function openRepository(access: GitHubAccess, callContext: CallContext): Repository {
  const { octokit, place } = openGitHub(access);
  const ask = <T>(what: string, question: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    askUntilSettled({ what, ask: question }, callContext);
  return {
    listTree: (tree_sha, { recursive }) =>
      ask(`list the files at ${short(tree_sha)}`, async (signal) => {
        const query = { ...place, tree_sha, ...(recursive ? { recursive: 'true' } : {}), request: { signal } };
        return readTree((await octokit.rest.git.getTree(query)).data);
      }),
    readBlob: (file_sha) =>
      ask(`send the file ${short(file_sha)}`, async (signal) => {
        const headers = { accept: 'application/vnd.github.raw+json' };
        // Octokit takes a body that was cut off for an empty one, so the body is read here.
        const request = { signal, parseSuccessResponseBody: false };
        return readBytes((await octokit.rest.git.getBlob({ ...place, file_sha, headers, request })).data, file_sha);
      }),
    readParents: (commit_sha) =>
      ask(`show the commit ${short(commit_sha)}`, async (signal) => {
        const query = { ...place, commit_sha, request: { signal } };
        return readParents((await octokit.rest.git.getCommit(query)).data);
      }),
    readBranch: (name) =>
      ask('show the base branch', async (signal) => {
        const query = { ...place, ref: `heads/${name}`, request: { signal } };
        return readSha(member((await octokit.rest.git.getRef(query)).data, 'object'));
      }),
    findMergeBase: (one, other) =>
      ask(`compare ${short(one)} with ${short(other)}`, async (signal) => {
        const query = { ...place, basehead: `${one}...${other}`, per_page: 1, request: { signal } };
        return readSha(member((await octokit.rest.repos.compareCommitsWithBasehead(query)).data, 'merge_base_commit'));
      }),
  };
}

function short(sha: string): string {
  return sha.slice(0, 7);
}

function member(data: unknown, name: string): unknown {
  return isJsonObject(data) ? data[name] : undefined;
}

function readTree(data: unknown): TreeList {
  const tree = member(data, 'tree');
  const truncated = member(data, 'truncated');
  if (!Array.isArray(tree) || !tree.every(isJsonObject) || typeof truncated !== 'boolean') {
    throw new UnreadableAnswer('an answer that is not a list of files');
  }
  return { entries: tree.map(readEntry), isComplete: !truncated };
}

function readEntry({ path, mode, sha }: JsonObject): TreeEntry {
  const kind = KINDS.get(mode);
  if (kind === undefined || typeof path !== 'string' || typeof sha !== 'string' || !SHA.test(sha)) {
    throw new UnreadableAnswer('an answer that is not a list of files');
  }
  return { path, kind, sha };
}

function readParents(data: unknown): readonly string[] {
  const parents = member(data, 'parents');
  if (!Array.isArray(parents)) {
    throw new UnreadableAnswer('an answer that is not a commit');
  }
  return parents.map(readSha);
}

function readSha(commit: unknown): string {
  const sha = member(commit, 'sha');
  if (typeof sha !== 'string' || !SHA.test(sha)) {
    throw new UnreadableAnswer('an answer that names no commit');
  }
  return sha;
}

/** Reads a body to its end and checks that it is the whole file. */
async function readBytes(data: unknown, blobSha: string): Promise<Uint8Array> {
  if (!(data instanceof ReadableStream)) {
    throw new UnreadableAnswer('an answer without a file');
  }
  // The global Response would load 50 ms worth of code.
  const chunks: Uint8Array[] = [];
  for await (const chunk of data) {
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  if (blobShaOf(bytes, blobSha.length) !== blobSha) {
    throw new UnreadableAnswer('an answer that is not the whole file');
  }
  return bytes;
}
