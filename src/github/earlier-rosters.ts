import { matchesGlob, posix } from 'node:path';
import type { Mention } from '../people/person.ts';
import { InputError } from '../people/problem.ts';
import { parseRoster } from '../people/roster.ts';
import type { RosterFile } from '../people/roster-files.ts';
import { GitHubError, type Repository } from './repository.ts';

/** What was read now, and where to look for what was there before. */
export interface EarlierSearch {
  readonly files: readonly Pick<RosterFile, 'path' | 'repositoryPath'>[];
  /** The lines of the input `roster`, relative to the root of the repository. */
  readonly patterns: readonly string[];
  readonly baseSha: string;
  readonly headSha: string;
}

const INSTEAD = 'To reset everybody in the roster who is due, use "roster-entries: all".';

/**
 * Reads all roster files as they were at the base: those that the patterns match there, and those that are now under
 * another name. A file that did not exist then is new as a whole.
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
    for (const path of await findEarlierPaths(search, repository)) {
      mentions.push(...parseEarlier(await repository.readFile(path, search.baseSha), path, search.baseSha));
    }
    return mentions;
  } catch (error) {
    if (error instanceof GitHubError) {
      refuse(`The earlier version of the roster cannot be read: ${error.message}. ${hintFor(error.status)}`);
    }
    throw error;
  }
}

async function findEarlierPaths(
  { files, patterns, baseSha, headSha }: EarlierSearch,
  repository: Repository,
): Promise<ReadonlySet<string>> {
  const { paths, isComplete } = await repository.listFiles(baseSha);
  if (!isComplete) {
    refuse(
      'The repository has too many files for GitHub to list, so the earlier version of the roster cannot be told.',
    );
  }
  const wanted = new Set(patterns.map((pattern) => posix.normalize(pattern)));
  const matches = (path: string): boolean =>
    wanted.has(path) || [...wanted].some((pattern) => matchesGlob(path, pattern));
  const earlier = new Set(paths.filter(matches));
  const known = new Set(paths);
  const now = files.flatMap(({ repositoryPath }) => repositoryPath ?? []);
  for (const path of now.filter((path) => known.has(path))) {
    earlier.add(path);
  }
  if (now.some((path) => !known.has(path))) {
    const renames = await repository.findRenames(baseSha, headSha);
    for (const path of now) {
      const former = renames.get(path);
      if (former !== undefined && known.has(former)) {
        earlier.add(former);
      }
    }
  }
  return earlier;
}

function parseEarlier(text: string, path: string, baseSha: string): readonly Mention[] {
  const { mentions, problems } = parseRoster(Buffer.from(text, 'utf8'), path);
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
