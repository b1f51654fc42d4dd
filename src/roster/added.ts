import { existsSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import type { CallContext } from '../calls/call-context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Mention } from '../people/mention.ts';
import { InputError, type Problem } from '../people/problem.ts';
import { keepAdded } from './changes.ts';
import type { RosterFile, RosterFolders } from './files.ts';
import type { LoadedRosters } from './load.ts';

/** Why this run cannot keep only the added entries, as far as it can be told without asking GitHub. */
export async function findAddedProblems({ githubToken, rosterEntries }: Inputs): Promise<readonly Problem[]> {
  if (rosterEntries === 'all') {
    return [];
  }
  // Octokit is loaded only by the runs that need it.
  const { context, findBase } = await import('../github/index.ts');
  const base = findBase(context.eventName, context.payload);
  return [
    ...('problem' in base ? [{ message: `"roster-entries" is added, but ${base.problem}.` }] : []),
    ...(githubToken === undefined ? [{ message: '"roster-entries" is added, which needs "github-token".' }] : []),
  ];
}

/**
 * Keeps the roster entries that this push, pull request or merge group adds or changes.
 *
 * @throws InputError when there is no earlier version to compare with, or when it cannot be read
 */
export async function keepAddedEntries(
  { mentions, files }: Pick<LoadedRosters, 'mentions' | 'files'>,
  { inputs, folders, callContext }: { inputs: Inputs; folders: RosterFolders; callContext: CallContext },
): Promise<readonly Mention[]> {
  const { context, findBase, openRepository, readEarlierMentions } = await import('../github/index.ts');
  const { parseRoster } = await import('./index.ts');
  const base = findBase(context.eventName, context.payload);
  if ('problem' in base || inputs.githubToken === undefined) {
    throw new InputError(await findAddedProblems(inputs));
  }
  const checkout = findCheckout(files, folders.workspace);
  const search = {
    files: files.map((file) => ({ ...file, repositoryPath: inCheckout(file.repositoryPath, checkout) })),
    patterns: inputs.roster.map((line) =>
      toPosix(relative(resolve(folders.workspace, checkout), resolve(folders.workspace, line))),
    ),
    baseSha: base.sha,
    headSha: context.sha,
    parseRoster,
  };
  const earlier = await readEarlierMentions(search, openRepository(inputs.githubToken, callContext));
  const added = keepAdded(mentions, earlier);
  callContext.log.info(
    `${added.length} of ${mentions.length} roster entries were added or changed since ${base.sha.slice(0, 7)}.`,
  );
  return added;
}

/** The folder of the workspace, relative to it, that holds the repository: checkouts can be told to go to a folder. */
function findCheckout(files: readonly RosterFile[], workspace: string): string {
  for (const { repositoryPath } of files) {
    for (let folder = posix.dirname(repositoryPath ?? '.'); folder !== '.'; folder = posix.dirname(folder)) {
      if (existsSync(resolve(workspace, folder, '.git'))) {
        return folder;
      }
    }
  }
  return '.';
}

function inCheckout(repositoryPath: string | undefined, checkout: string): string | undefined {
  const path = repositoryPath === undefined ? '..' : posix.relative(checkout, repositoryPath);
  return path === '..' || path.startsWith('../') ? undefined : path;
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
