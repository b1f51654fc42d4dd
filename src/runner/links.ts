/** Where a repository's pages are. */
export interface RepositoryPages {
  /** `GITHUB_SERVER_URL` */
  readonly serverUrl: string;
  /** Owner and name: `GITHUB_REPOSITORY`. */
  readonly repository: string;
}

/**
 * The page of a line of a file at a commit.
 *
 * @param path - relative to the root of the repository, parts separated by a slash
 * @param line - counted from 1
 */
export function linkToLine(
  { serverUrl, repository }: RepositoryPages,
  sha: string,
  place: { path: string; line: number },
): string {
  const path = place.path.split('/').map(encodeURIComponent).join('/');
  return `${serverUrl}/${repository}/blob/${sha}/${path}#L${place.line}`;
}

/** The page of one attempt of a workflow run; the run's own page shows the latest attempt instead. */
export function linkToRun({ serverUrl, repository }: RepositoryPages, runId: string, attempt: number): string {
  return `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${attempt}`;
}

/**
 * The head of the pull request that an event is about.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 */
export function findHeadCommit(payload: unknown): string | undefined {
  const pullRequest = memberOf(payload, 'pull_request');
  const sha = memberOf(memberOf(pullRequest, 'head'), 'sha');
  return typeof sha === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : undefined;
}

/** A member of something that was parsed from JSON; undefined when it has none of that name. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
