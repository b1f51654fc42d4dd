import { createHash } from 'node:crypto';
import { type Answer, json, NOT_FOUND, refuse } from './answers.ts';
import type { Files, GitHubSettings } from './options.ts';

const MAX_JSON_BYTES = 1024 * 1024;
const MAX_COMPARED_FILES = 300;

function shaOf(content: string | Buffer): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function foldersOf(files: Files): string[] {
  const folders = Object.keys(files).flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)];
}

/** @see https://docs.github.com/en/rest/git/trees#get-a-tree */
export function getTree(settings: GitHubSettings, { sha, query }: { sha: string; query: URLSearchParams }): Answer {
  const files = settings.commits[sha];
  if (files === undefined) {
    return NOT_FOUND;
  }
  const blobs = Object.entries(files).map(([path, content]) => {
    return { path, mode: '100644', type: 'blob', sha: shaOf(content), size: Buffer.byteLength(content), url: '' };
  });
  const folders = foldersOf(files).map((path) => ({ path, mode: '040000', type: 'tree', sha: shaOf(path), url: '' }));
  const all = [...blobs, ...folders].sort((a, b) => (a.path < b.path ? -1 : 1));
  const shown = query.has('recursive') ? all : all.filter(({ path }) => !path.includes('/'));
  return json({
    sha,
    url: '',
    tree: settings.isTruncated ? shown.slice(0, Math.floor(shown.length / 2)) : shown,
    truncated: settings.isTruncated,
  });
}

/** @see https://docs.github.com/en/rest/repos/contents#get-repository-content */
export function getContent(
  settings: GitHubSettings,
  { path, query, accept }: { path: string; query: URLSearchParams; accept: string },
): Answer {
  const ref = query.get('ref') ?? '';
  const files = settings.commits[ref];
  if (files === undefined) {
    return refuse(404, `No commit found for the ref ${ref}`);
  }
  const content = files[path];
  if (content === undefined) {
    const inside = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
    return inside.length === 0 ? NOT_FOUND : json(inside.map((name) => ({ type: 'file', path: name })));
  }
  if (/^application\/vnd\.github\.(v3\.)?raw(\+json)?$/.test(accept)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
      body: Buffer.from(content),
    };
  }
  const size = Buffer.byteLength(content);
  const isLarge = size > MAX_JSON_BYTES;
  return json({
    type: 'file',
    encoding: isLarge ? 'none' : 'base64',
    size,
    name: path.split('/').at(-1),
    path,
    content: isLarge ? '' : Buffer.from(content).toString('base64'),
    sha: shaOf(content),
  });
}

/** @see https://docs.github.com/en/rest/commits/commits#compare-two-commits */
export function compare(
  settings: GitHubSettings,
  { basehead, query }: { basehead: string; query: URLSearchParams },
): Answer {
  const [base = '', head = ''] = basehead.split('...');
  const [before, after] = [settings.commits[base], settings.commits[head]];
  if (before === undefined || after === undefined) {
    return NOT_FOUND;
  }
  const renames = Object.entries(settings.renames).filter(([now, former]) => {
    return now in after && !(now in before) && former in before && !(former in after);
  });
  const former = new Map(renames);
  const gone = new Set(former.values());
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const files = paths.flatMap((filename) => {
    const [old, now] = [before[filename], after[filename]];
    if (gone.has(filename) || (old !== undefined && now !== undefined && shaOf(old) === shaOf(now))) {
      return [];
    }
    const previous = former.get(filename);
    const status = old === undefined ? 'added' : now === undefined ? 'removed' : 'modified';
    return previous === undefined
      ? [{ filename, status }]
      : [{ filename, status: 'renamed', previous_filename: previous }];
  });
  const page = Number(query.get('page') ?? '1');
  return json({
    status: base === head ? 'identical' : 'ahead',
    ahead_by: 1,
    behind_by: 0,
    total_commits: 1,
    commits: [],
    // The files come with the first page of commits, whatever its size, and are never more than this.
    files: page === 1 ? files.slice(0, MAX_COMPARED_FILES) : [],
  });
}
