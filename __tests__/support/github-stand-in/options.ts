import type { Files, GitRepository } from '../git-repository.ts';
import { JOB_TOKEN } from '../runner-places.ts';

/** A comment that is there before the test begins. */
export interface EarlierComment {
  /** The number of the issue or pull request. */
  readonly issue: number;
  readonly body: string;
  /** Default: the job's own token. */
  readonly author?: { readonly login: string; readonly type: 'Bot' | 'User' };
}

export interface GitHubOptions {
  /** The repository that all answers are read from; made of `commits` by default. */
  readonly git?: GitRepository;
  /** Files of commits under made-up SHAs, each the parent of the next; `main` and `master` are at the first. */
  readonly commits?: Readonly<Record<string, Files>>;
  readonly token?: string;
  /** Whose token it is, as GraphQL says it; undefined where it does not say. */
  readonly viewer?: string | undefined;
  readonly repository?: string;
  /** Where the REST API begins; GitHub Enterprise Server has `/api/v3`. */
  readonly prefix?: string;
  /** What the token may do. Default: read contents, write on pull requests. */
  readonly contents?: 'read' | 'none';
  readonly pullRequests?: 'write' | 'read' | 'none';
  /** A private repository that the token does not belong to is not found. */
  readonly isVisible?: boolean;
  /** How many entries a recursive list of files has at most; the rest is cut off. */
  readonly maxTreeEntries?: number;
  /** How many entries the list of one folder has at most. */
  readonly maxFolderEntries?: number;
  readonly comments?: readonly EarlierComment[];
}

/** The options with every default filled in. */
export type GitHubSettings = Required<Omit<GitHubOptions, 'git'>>;

/** Fills in the defaults. */
export function toSettings({ git: _, ...options }: GitHubOptions): GitHubSettings {
  return {
    commits: {},
    token: JOB_TOKEN,
    viewer: 'github-actions[bot]',
    repository: 'octo-org/offboarding',
    prefix: '',
    contents: 'read',
    pullRequests: 'write',
    isVisible: true,
    maxTreeEntries: 100_000,
    maxFolderEntries: 100_000,
    comments: [],
    ...options,
  };
}
