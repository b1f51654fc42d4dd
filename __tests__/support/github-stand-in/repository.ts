import { GitRepository } from '../git-repository.ts';
import { type Answer, json, NOT_FOUND, refuse } from './answers.ts';
import type { GitHubOptions, GitHubSettings } from './options.ts';

const MAX_COMPARED_FILES = 300;
const RAW = /^application\/vnd\.github\.(v3\.)?raw(\+json)?$/;

/** A repository as GitHub tells of it; everything is read from git when it is asked. */
export interface HostedRepository {
  getTree(sha: string, query: URLSearchParams): Answer;
  getBlob(sha: string, accept: string): Answer;
  getCommit(sha: string): Answer;
  getRef(ref: string): Answer;
  compare(basehead: string, query: URLSearchParams): Answer;
  close(): void;
}

/** Opens the repository of the options; one with made-up SHAs is made, and goes by those SHAs in every answer. */
export function openHosted({ git, commits = {} }: GitHubOptions, settings: GitHubSettings): HostedRepository {
  const repository = git ?? new GitRepository();
  const real = new Map<string, string>();
  for (const [alias, files] of git === undefined ? Object.entries(commits) : []) {
    const parents = [...real.values()].slice(-1);
    real.set(alias, repository.commit(files, parents));
    if (parents.length === 0) {
      repository.setBranch('main', real.get(alias) ?? '');
      repository.setBranch('master', real.get(alias) ?? '');
    }
  }
  const answers = toAnswers(repository, settings);
  const toReal = (name: string): string => [...real].reduce((text, [alias, sha]) => text.replaceAll(alias, sha), name);
  const toAlias = (answer: Answer): Answer => ({
    ...answer,
    body:
      typeof answer.body === 'string'
        ? [...real].reduce((text, [alias, sha]) => text.replaceAll(sha, alias), answer.body)
        : answer.body,
  });
  return {
    getTree: (sha, query) => toAlias(answers.getTree(toReal(sha), query)),
    getBlob: (sha, accept) => answers.getBlob(sha, accept),
    getCommit: (sha) => toAlias(answers.getCommit(toReal(sha))),
    getRef: (ref) => toAlias(answers.getRef(ref)),
    compare: (basehead, query) => toAlias(answers.compare(toReal(basehead), query)),
    close: () => (git === undefined ? repository.remove() : undefined),
  };
}

function toAnswers(git: GitRepository, settings: GitHubSettings): Omit<HostedRepository, 'close'> {
  const typeOf = (name: string): string | undefined => {
    try {
      return /^[\w./-]+$/.test(name) ? git.text('cat-file', '-t', name) : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    getTree: (sha, query) => {
      if (!['commit', 'tree'].includes(typeOf(sha) ?? '')) {
        return NOT_FOUND;
      }
      const isRecursive = query.has('recursive');
      const entries = listTree(git, sha, isRecursive);
      const limit = isRecursive ? settings.maxTreeEntries : settings.maxFolderEntries;
      return json({ sha, url: '', tree: entries.slice(0, limit), truncated: entries.length > limit });
    },
    getBlob: (sha, accept) => {
      if (typeOf(sha) !== 'blob') {
        return NOT_FOUND;
      }
      const body = git.run(['cat-file', 'blob', sha]);
      const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' };
      return RAW.test(accept)
        ? { status: 200, headers, body }
        : json({ sha, node_id: '', size: body.length, url: '', encoding: 'base64', content: body.toString('base64') });
    },
    getCommit: (sha) => (typeOf(sha) === 'commit' ? json(describeCommit(git, sha)) : NOT_FOUND),
    getRef: (ref) =>
      typeOf(`refs/${ref}`) === undefined
        ? NOT_FOUND
        : json({
            ref: `refs/${ref}`,
            node_id: '',
            url: '',
            object: { type: 'commit', sha: git.text('rev-parse', `refs/${ref}`), url: '' },
          }),
    compare: (basehead, query) => {
      const [base = '', head = ''] = basehead.split('...');
      return typeOf(base) === 'commit' && typeOf(head) === 'commit' ? compare(git, { base, head, query }) : NOT_FOUND;
    },
  };
}

/** @see https://docs.github.com/en/rest/git/trees#get-a-tree */
function listTree(git: GitRepository, sha: string, isRecursive: boolean): object[] {
  const records = git
    .run(['ls-tree', '-z', '--full-tree', ...(isRecursive ? ['-r', '-t'] : []), sha])
    .toString('utf8')
    .split('\0');
  return records.flatMap((record) => {
    const [, mode, type, entrySha, path] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(record) ?? [];
    return mode === undefined ? [] : [{ path, mode, type, sha: entrySha, url: '' }];
  });
}

/** @see https://docs.github.com/en/rest/git/commits#get-a-commit-object */
function describeCommit(git: GitRepository, sha: string): object {
  const [tree = '', ...parents] = git.text('show', '--no-patch', '--format=%T %P', sha).split(' ');
  return {
    sha,
    node_id: '',
    url: '',
    message: '',
    tree: { sha: tree, url: '' },
    parents: parents.filter((parent) => parent !== '').map((parent) => ({ sha: parent, url: '', html_url: '' })),
  };
}

const STATUSES: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/** @see https://docs.github.com/en/rest/commits/commits#compare-two-commits */
function compare(
  git: GitRepository,
  { base, head, query }: { base: string; head: string; query: URLSearchParams },
): Answer {
  const ancestor = mergeBase(git, base, head);
  if (ancestor === undefined) {
    return refuse(404, `No common ancestor between ${base} and ${head}.`);
  }
  const lines = git.text('diff', '--name-status', '-M', ancestor, head).split('\n');
  const files = lines.flatMap((line) => {
    const [status = '', from = '', to] = line.split('\t');
    const named = to === undefined ? { filename: from } : { filename: to, previous_filename: from };
    return status === '' ? [] : [{ ...named, status: STATUSES[status.slice(0, 1)] }];
  });
  const [behind = 0, ahead = 0] = git
    .text('rev-list', '--left-right', '--count', `${base}...${head}`)
    .split('\t')
    .map(Number);
  const page = Number(query.get('page') ?? '1');
  return json({
    status: ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged',
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    base_commit: describeCommit(git, base),
    merge_base_commit: describeCommit(git, ancestor),
    commits: [],
    // The files come with the first page of commits, whatever its size, and are never more than this.
    files: page === 1 ? files.slice(0, MAX_COMPARED_FILES) : [],
  });
}

function mergeBase(git: GitRepository, base: string, head: string): string | undefined {
  try {
    return git.text('merge-base', base, head);
  } catch {
    return undefined;
  }
}
