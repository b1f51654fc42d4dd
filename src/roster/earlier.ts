import { matchesGlob, posix } from 'node:path';
import { blobShaOf, type CommittedFile, type NewFile, type Repository } from '../github/repository.ts';
import { GitHubError } from '../github/request.ts';
import type { Mention } from '../people/mention.ts';
import { InputError } from '../people/problem.ts';
import type { RosterFile } from './files.ts';
import type { Roster } from './parse.ts';

/** What was read now, and where to look for what was there before. */
export interface EarlierSearch {
  readonly files: readonly Pick<RosterFile, 'path' | 'repositoryPath' | 'bytes'>[];
  /** The lines of the input `roster`, relative to the root of the repository. */
  readonly patterns: readonly string[];
  readonly baseSha: string;
  readonly headSha: string;
  /** Handed in, since the YAML parser stands in another chunk of the bundle. */
  readonly parseRoster: (bytes: Uint8Array, file: string) => Roster;
}

const INSTEAD = 'To reset everybody in the roster who is due, use "roster-entries: all".';

/**
 * Reads all roster files as they were at the base: those that the patterns match there, and those that are now in the
 * roster and had another name. A file that the change made is new as a whole.
 *
 * @throws InputError when the earlier version cannot be read or is no valid roster: an empty one is never assumed
 */
export async function readEarlierMentions(search: EarlierSearch, repository: Repository): Promise<readonly Mention[]> {
  const outside = search.files.filter(({ repositoryPath }) => repositoryPath === undefined);
  if (outside.length > 0) {
    refuse(`${outside.map(({ path }) => path).join(', ')} lies outside of the repository and has no earlier version.`);
  }
  try {
    const mentions: Mention[] = [];
    const earlier = await findEarlierFiles(search, repository);
    const unchanged = byChecksum(search.files, earlier[0]?.blobSha.length ?? 0);
    for (const file of earlier) {
      const bytes = unchanged.get(file.blobSha) ?? (await repository.readFile(file, search.baseSha));
      for (const mention of parseEarlier(bytes, file.path, search)) {
        mentions.push(mention);
      }
    }
    return mentions;
  } catch (error) {
    if (error instanceof GitHubError) {
      refuse(`The earlier version of the roster cannot be read: ${error.message}. ${hintFor(error.status)}`);
    }
    throw error;
  }
}

/** What is now as it was, wherever it stands now, needs no request: one a file would use up GitHub's rate limit. */
function byChecksum(files: EarlierSearch['files'], length: number): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map(({ bytes }) => [blobShaOf(bytes, length), bytes]));
}

async function findEarlierFiles(
  { files, patterns, baseSha, headSha }: EarlierSearch,
  repository: Repository,
): Promise<readonly CommittedFile[]> {
  const base = await repository.listFiles(baseSha);
  if (!base.isComplete) {
    refuse(
      'The repository has too many files for GitHub to list, so the earlier version of the roster cannot be told.',
    );
  }
  const wanted = new Set(patterns.map((pattern) => posix.normalize(pattern)));
  const byPath = new Map(base.files.map((file) => [file.path, file]));
  const now = files.flatMap(({ repositoryPath }) => repositoryPath ?? []);
  const matched = [...byPath.keys()].filter(
    (path) => wanted.has(path) || [...wanted].some((pattern) => matchesGlob(path, pattern)),
  );
  const earlier = new Set([...matched, ...now.filter((path) => byPath.has(path))]);
  const unknown = now.filter((path) => !byPath.has(path));
  if (unknown.length > 0) {
    for (const { former } of findOrigins(unknown, await repository.listNewFiles(baseSha, headSha))) {
      if (former !== undefined) {
        earlier.add(former);
      }
    }
  }
  return [...earlier].flatMap((path) => byPath.get(path) ?? []);
}

/** Makes sure that every file that the base lacks was made by this change, and not by the job or another repository. */
function findOrigins(
  paths: readonly string[],
  { files, isComplete }: Awaited<ReturnType<Repository['listNewFiles']>>,
): readonly NewFile[] {
  return paths.map((path) => {
    const file = files.get(path);
    if (file === undefined) {
      const why = isComplete ? 'is not part of this change' : 'may be new or renamed: the change has too many files';
      refuse(`${path} was not in the repository before and ${why}, so what was added cannot be told.`);
    }
    return file;
  });
}

function parseEarlier(
  bytes: Uint8Array,
  path: string,
  { parseRoster, baseSha }: Pick<EarlierSearch, 'parseRoster' | 'baseSha'>,
): readonly Mention[] {
  const { mentions, problems } = parseRoster(bytes, path);
  const [first] = problems;
  if (first !== undefined) {
    refuse(`${path} was not a valid roster at ${baseSha.slice(0, 7)} (line ${first.line ?? 1}: ${first.message}).`);
  }
  return mentions;
}

function refuse(message: string): never {
  throw new InputError([{ message: `"roster-entries" is added, but: ${message} ${INSTEAD}` }]);
}

function hintFor(status: number | undefined): string {
  switch (status) {
    case 401:
      return 'Check "github-token".';
    case 403:
    case 404:
      return 'Check that "github-token" may read it (permissions: contents: read) and that the commit still exists.';
    default:
      return 'Run again.';
  }
}
