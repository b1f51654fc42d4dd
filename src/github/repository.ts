import { createHash } from 'node:crypto';
import { context, getOctokit } from '@actions/github';
import type { CallContext } from '../calls/call-context.ts';
import { isJsonObject } from '../calls/json.ts';
import { askUntilSettled, UnreadableAnswer } from './request.ts';

/** A file of a commit. */
export interface CommittedFile {
  readonly path: string;
  /** Git's own checksum of its bytes. */
  readonly blobSha: string;
}

/** What a change did to a file that was not there before. */
export interface NewFile {
  /** The path it had, if it was renamed or copied. */
  readonly former: string | undefined;
}

/** What is needed of the repository that the workflow runs in. Every call retries what is transient. */
export interface Repository {
  /** All files at a commit; `isComplete` is false when GitHub does not list all. @throws GitHubError */
  listFiles(sha: string): Promise<{ readonly files: readonly CommittedFile[]; readonly isComplete: boolean }>;
  /** A file's bytes at a commit, checked against its checksum. @throws GitHubError */
  readFile(file: CommittedFile, sha: string): Promise<Uint8Array>;
  /** The files that a change made, by path; `isComplete` is false when GitHub does not list all. @throws GitHubError */
  listNewFiles(
    baseSha: string,
    headSha: string,
  ): Promise<{ readonly files: ReadonlyMap<string, NewFile>; readonly isComplete: boolean }>;
}

/** GitHub lists no more files of a comparison than this. */
const MAX_COMPARED_FILES = 300;
const NEW_STATUSES: ReadonlySet<unknown> = new Set(['added', 'renamed', 'copied', 'changed']);
/** A regular file, executable or not; a link has another mode. */
const FILE_MODES: ReadonlySet<unknown> = new Set(['100644', '100755']);

/** The repository that the workflow runs in, on github.com or the server that `GITHUB_API_URL` names. */
export function openRepository(token: string, callContext: CallContext): Repository {
  const octokit = getOctokit(token);
  const { owner, repo } = context.repo;
  return {
    listFiles: (sha) => {
      const ask = async (signal: AbortSignal) =>
        readTree(
          (await octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true', request: { signal } })).data,
        );
      return askUntilSettled({ what: `the files at ${sha.slice(0, 7)}`, ask }, callContext);
    },
    readFile: ({ path, blobSha }, ref) => {
      const headers = { accept: 'application/vnd.github.raw+json' };
      const ask = async (signal: AbortSignal): Promise<Uint8Array> => {
        // Octokit takes a body that was cut off for an empty one, so the body is read here.
        const request = { signal, parseSuccessResponseBody: false };
        const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref, headers, request });
        return readBytes(data, blobSha);
      };
      return askUntilSettled({ what: `${path} at ${ref.slice(0, 7)}`, ask }, callContext);
    },
    listNewFiles: (baseSha, headSha) => {
      const basehead = `${baseSha}...${headSha}`;
      const ask = async (signal: AbortSignal) => {
        const { rest } = octokit;
        const request = { signal };
        return readComparison(
          (await rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1, request })).data,
        );
      };
      return askUntilSettled({ what: `the files changed since ${baseSha.slice(0, 7)}`, ask }, callContext);
    },
  };
}

function readTree(data: unknown): { files: readonly CommittedFile[]; isComplete: boolean } {
  const tree = isJsonObject(data) ? data['tree'] : undefined;
  if (!isJsonObject(data) || !Array.isArray(tree) || typeof data['truncated'] !== 'boolean') {
    throw new UnreadableAnswer('an answer that is no list of files');
  }
  const files = tree.filter(isJsonObject).flatMap(({ path, mode, sha }) => {
    const isFile = FILE_MODES.has(mode) && typeof path === 'string' && typeof sha === 'string';
    return isFile ? [{ path, blobSha: sha }] : [];
  });
  return { files, isComplete: !data['truncated'] };
}

function readComparison(data: unknown): { files: ReadonlyMap<string, NewFile>; isComplete: boolean } {
  const listed = isJsonObject(data) ? data['files'] : undefined;
  if (!Array.isArray(listed)) {
    throw new UnreadableAnswer('an answer that is no comparison');
  }
  const files = listed.filter(isJsonObject).flatMap(({ filename, status, previous_filename: former }) => {
    const isNew = typeof filename === 'string' && NEW_STATUSES.has(status);
    return isNew ? [[filename, { former: typeof former === 'string' ? former : undefined }] as const] : [];
  });
  return { files: new Map(files), isComplete: listed.length < MAX_COMPARED_FILES };
}

/** Reads a body to its end and checks that it is the whole file. */
async function readBytes(data: unknown, blobSha: string): Promise<Uint8Array> {
  if (!(data instanceof ReadableStream)) {
    throw new UnreadableAnswer('an answer without a file');
  }
  const bytes = new Uint8Array(await new Response(data).arrayBuffer());
  if (blobShaOf(bytes, blobSha.length) !== blobSha) {
    throw new UnreadableAnswer('an answer that is not the whole file');
  }
  return bytes;
}

/**
 * Git's checksum of a file: of a header and the bytes.
 *
 * @param length - of the checksum: 40 for SHA-1, 64 for SHA-256 repositories
 */
export function blobShaOf(bytes: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
