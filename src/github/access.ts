import { context } from '@actions/github';
import type { ProxySettings } from '../network/proxy.ts';
import { openOctokit } from './octokit.ts';

/** How to reach GitHub, and with which token. */
export interface GitHubAccess {
  readonly token: string;
  readonly proxies: ProxySettings;
}

/** Opens GitHub's API, and names the repository that the workflow runs in. */
export function openGitHub({ token, proxies }: GitHubAccess): {
  readonly octokit: ReturnType<typeof openOctokit>;
  readonly place: { readonly owner: string; readonly repo: string };
} {
  return { octokit: openOctokit({ token, proxies }), place: context.repo };
}
