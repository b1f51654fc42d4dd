import { JOB_TOKEN } from '../runner-places.ts';

/** The files of a commit, by their paths. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A comment that is there before the test begins. */
export interface EarlierComment {
  readonly pullRequest: number;
  readonly body: string;
}

export interface GitHubOptions {
  /** The files of every commit, by its SHA. */
  readonly commits?: Readonly<Record<string, Files>>;
  /** Path now → former path, told by the comparison of two commits that have them so. */
  readonly renames?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly repository?: string;
  /** Where the REST API begins; GitHub Enterprise Server has `/api/v3`. */
  readonly prefix?: string;
  /** What the token may do. Default: read contents, write on pull requests. */
  readonly contents?: 'read' | 'none';
  readonly pullRequests?: 'write' | 'read' | 'none';
  /** A private repository that the token does not belong to is not found. */
  readonly isVisible?: boolean;
  /** Whether the list of a commit's files is cut short. */
  readonly isTruncated?: boolean;
  readonly comments?: readonly EarlierComment[];
}

/** The options with every default filled in. */
export type GitHubSettings = Required<GitHubOptions>;

/** Fills in the defaults. */
export function toSettings(options: GitHubOptions): GitHubSettings {
  return {
    commits: {},
    renames: {},
    token: JOB_TOKEN,
    repository: 'octo-org/offboarding',
    prefix: '',
    contents: 'read',
    pullRequests: 'write',
    isVisible: true,
    isTruncated: false,
    comments: [],
    ...options,
  };
}
