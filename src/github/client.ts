import { context, getOctokit } from '@actions/github';

/** Octokit, signed in, and the repository that the workflow runs in. */
export interface GitHubClient {
  readonly octokit: ReturnType<typeof getOctokit>;
  readonly place: { readonly owner: string; readonly repo: string };
}

/** Opens GitHub's API on github.com or on the server that `GITHUB_API_URL` names. */
export function openGitHub(token: string): GitHubClient {
  return { octokit: getOctokit(token), place: context.repo };
}
