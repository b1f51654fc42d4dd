import { existsSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CallContext } from '../calls/call-context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Mention } from '../people/mention.ts';
import { InputError, type Problem } from '../people/problem.ts';
import { keepAdded } from './changes.ts';
import type { RosterFile, RosterFolders } from './files.ts';
import type { Roster } from './parse.ts';

/** Everybody whom the rosters mention, and what is wrong or doubtful about the rosters. */
export interface LoadedRosters {
  readonly mentions: readonly Mention[];
  readonly files: readonly RosterFile[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Warnings of dates long past, which are of interest only in a plan and where entries are new. */
  readonly pastWarnings: readonly Problem[];
}

/**
 * Reads the roster files that the input `roster` names. Problems are returned, not thrown. A large file is read in
 * steps, so that a cancellation is noticed in between: it leaves a moment to read on, so that few are lost.
 *
 * @param nowMs - for warnings of dates that are far away
 */
export async function readRosters(
  patterns: readonly string[],
  { folders, abandoned, nowMs }: { folders: RosterFolders; abandoned: AbortSignal; nowMs: number },
): Promise<LoadedRosters> {
  if (patterns.length === 0) {
    return { mentions: [], files: [], problems: [], warnings: [], pastWarnings: [] };
  }
  // Only a run with a roster pays for loading the YAML parser.
  const { readRosterFiles, parseRosterInSteps } = await import('./index.ts');
  const { files, problems, warnings } = readRosterFiles(patterns, folders);
  const rosters: Roster[] = [];
  for (const { bytes, path } of files) {
    rosters.push(await takeSteps(parseRosterInSteps(bytes, path, { nowMs }), abandoned));
  }
  return {
    files,
    mentions: rosters.flatMap(({ mentions }) => mentions),
    problems: [...problems, ...rosters.flatMap((roster) => roster.problems)],
    warnings: [...warnings, ...rosters.flatMap((roster) => roster.warnings)],
    pastWarnings: rosters.flatMap((roster) => roster.pastWarnings),
  };
}

/** Takes all steps, and lets signals in after each; what was read up to then, when time is up. */
async function takeSteps(steps: Generator<readonly Mention[], Roster>, abandoned: AbortSignal): Promise<Roster> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    await setImmediate();
    if (abandoned.aborted) {
      return { mentions: step.value, problems: [], warnings: [], pastWarnings: [] };
    }
  }
}

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
