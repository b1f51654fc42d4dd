import { context, getOctokit } from '@actions/github';
import { decideRetry, parseRetryAfter, type Transience } from '../retry.ts';
import type { Sending } from '../slack/send.ts';

/** GitHub did not do what was asked; the message says what to check. */
export class GitHubError extends Error {
  /** HTTP status, if one came back. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.name = 'GitHubError';
    this.status = status;
  }
}

/** A comment of a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
}

/** What is needed of the repository that the workflow runs in. Every call retries what is transient. */
export interface Repository {
  /** Paths of all files at a commit. @throws GitHubError */
  listFiles(sha: string): Promise<{ readonly paths: readonly string[]; readonly isComplete: boolean }>;
  /** A file's text at a commit. @throws GitHubError */
  readFile(path: string, sha: string): Promise<string>;
  /** New path → former path of the files renamed between two commits. @throws GitHubError */
  findRenames(baseSha: string, headSha: string): Promise<ReadonlyMap<string, string>>;
  /** The first comment whose body holds `marker`. @throws GitHubError */
  findComment(pullRequest: number, marker: string): Promise<Comment | undefined>;
  /** @throws GitHubError */
  createComment(pullRequest: number, body: string): Promise<void>;
  /** @throws GitHubError */
  updateComment(id: number, body: string): Promise<void>;
}

const CALL_TIMEOUT_MS = 30_000;
const PAGE = 100;

/** The repository that the workflow runs in, on github.com or the server that `GITHUB_API_URL` names. */
export function openRepository(token: string, sending: Sending): Repository {
  const octokit = getOctokit(token);
  const { owner, repo } = context.repo;
  const ask = async <T>(what: string, call: (request: { signal: AbortSignal }) => Promise<{ data: T }>): Promise<T> =>
    (await askUntilSettled({ what, call }, sending)).data;
  return {
    listFiles: async (sha) => {
      const data = await ask(`the files at ${sha.slice(0, 7)}`, (request) =>
        octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true', request }),
      );
      const paths = data.tree.flatMap(({ path, type }) => (type === 'blob' && path !== undefined ? [path] : []));
      return { paths, isComplete: !data.truncated };
    },
    readFile: async (path, ref) => {
      const accept = 'application/vnd.github.raw+json';
      const data: unknown = await ask(`${path} at ${ref.slice(0, 7)}`, (request) =>
        octokit.rest.repos.getContent({ owner, repo, path, ref, headers: { accept }, request }),
      );
      return toText(data, path);
    },
    findRenames: async (baseSha, headSha) => {
      const basehead = `${baseSha}...${headSha}`;
      const data = await ask('the files renamed', (request) =>
        octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1, request }),
      );
      const renamed = (data.files ?? []).flatMap(({ filename, previous_filename: former }) =>
        former === undefined ? [] : ([[filename, former]] as const),
      );
      return new Map(renamed);
    },
    findComment: async (issue_number, marker) => {
      for (let page = 1; ; page += 1) {
        const comments = await ask('the comments', (request) =>
          octokit.rest.issues.listComments({ owner, repo, issue_number, per_page: PAGE, page, request }),
        );
        const found = comments.find(({ body }) => body?.includes(marker));
        if (found !== undefined || comments.length < PAGE) {
          return found === undefined ? undefined : { id: found.id, body: found.body ?? '' };
        }
      }
    },
    createComment: async (issue_number, body) => {
      await ask('a new comment', (request) =>
        octokit.rest.issues.createComment({ owner, repo, issue_number, body, request }),
      );
    },
    updateComment: async (comment_id, body) => {
      await ask('the comment', (request) =>
        octokit.rest.issues.updateComment({ owner, repo, comment_id, body, request }),
      );
    },
  };
}

function toText(data: unknown, path: string): string {
  if (typeof data === 'string') {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return Buffer.from(data).toString('utf8');
  }
  throw new GitHubError(`GitHub answered for ${path} with something that is not a file`, 200);
}

async function askUntilSettled<T>(
  { what, call }: { what: string; call: (request: { signal: AbortSignal }) => Promise<T> },
  { bounds, clock, log, random }: Sending,
): Promise<T> {
  for (let retry = 1; ; retry += 1) {
    try {
      const timeout = AbortSignal.timeout(Math.max(1, Math.min(CALL_TIMEOUT_MS, bounds.deadlineMs - clock.now())));
      return await call({ signal: AbortSignal.any([timeout, bounds.cancelled]) });
    } catch (error) {
      const { transience, status } = readFailure(error, clock.now());
      const retriesLeft = bounds.maxRetries - retry + 1;
      const decision = decideRetry(transience, { retriesLeft, retry, random: random() });
      const why = `GitHub did not give ${what} (${status === undefined ? 'no answer' : `HTTP ${status}`})`;
      const hasTime = decision.kind === 'wait' && clock.now() + decision.delayMs < bounds.deadlineMs;
      if (decision.kind !== 'wait' || !hasTime || bounds.cancelled.aborted) {
        throw new GitHubError(why, status);
      }
      log.info(`${why}; waiting ${decision.delayMs / 1000} s, then again`);
      await clock.sleep(decision.delayMs, bounds.cancelled);
    }
  }
}

interface Failure {
  readonly transience: Transience;
  readonly status: number | undefined;
}

/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function readFailure(error: unknown, nowMs: number): Failure {
  const { status, headers } = readResponse(error);
  const retryAfterSeconds = parseRetryAfter(headers['retry-after'], nowMs);
  const resetSeconds = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) : Number.NaN;
  const waitSeconds = retryAfterSeconds ?? (Number.isNaN(resetSeconds) ? undefined : resetSeconds - nowMs / 1000);
  if (status === 429 || (status === 403 && waitSeconds !== undefined)) {
    return { transience: { kind: 'rate-limited', retryAfterSeconds: waitSeconds }, status };
  }
  const isTransient = status === undefined || status >= 500 || status === 408;
  return { transience: { kind: isTransient ? 'transient' : 'final', retryAfterSeconds }, status };
}

function readResponse(error: unknown): { status: number | undefined; headers: Record<string, string | undefined> } {
  const headers: Record<string, string | undefined> = {};
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') {
    return { status: undefined, headers };
  }
  const response: unknown = 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null || !('headers' in response)) {
    // Octokit gives a lost connection the status 500, but no response.
    return { status: undefined, headers };
  }
  for (const [name, value] of Object.entries(response.headers ?? {})) {
    headers[name.toLowerCase()] = String(value);
  }
  return { status: error.status, headers };
}
