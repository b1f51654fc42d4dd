import { context } from '@actions/github';
import { type GitHubAccess, openOctokit } from './octokit.ts';

/** Octokit, signed in, and the repository that the workflow runs in. */
export interface GitHubClient {
  readonly octokit: ReturnType<typeof openOctokit>;
  readonly place: { readonly owner: string; readonly repo: string };
}

/** Opens GitHub's API on github.com or on the server that `GITHUB_API_URL` names. */
export function openGitHub(access: GitHubAccess): GitHubClient {
  return { octokit: openOctokit(access), place: context.repo };
}
