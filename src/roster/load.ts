import { setImmediate } from 'node:timers/promises';
import { findPlaces, type RepositoryPlace } from '../github/checkout.ts';
import type { Mention } from '../people/mention.ts';
import type { Problem } from '../people/problem.ts';
import { formatPeopleCount } from '../people/wording.ts';
import { type RosterFile, type RosterFolders, readRosterFiles } from './files.ts';
import { parseRosterInSteps, type Roster } from './parse.ts';

/** Everybody in the rosters, and what is wrong or doubtful about the rosters. */
export interface LoadedRosters {
  readonly mentions: readonly Mention[];
  readonly files: readonly RosterFile[];
  /** Where the files stand in the repository, by their paths as shown. */
  readonly rosterPlaces: ReadonlyMap<string, RepositoryPlace>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Warnings of dates long past, which are of interest only in a plan and where entries are new. */
  readonly pastWarnings: readonly Problem[];
  /** Messages about what was not read because the run was cancelled. */
  readonly gaps: readonly string[];
}

interface Surroundings {
  readonly folders: RosterFolders;
  readonly commits: readonly (string | null)[];
  readonly abandoned: AbortSignal;
  readonly nowMs: number;
}

/**
 * Reads the roster files that the input `roster` names. Problems are returned, not thrown. A large file is read in
 * steps, so that a cancellation is noticed in between: then a moment is left to read on, so that few people are lost.
 *
 * @param commits - those of the workflow's repository that may be checked out; the first where no checkout says which
 * @param nowMs - for warnings of dates that are far away
 */
export async function readRosters(
  patterns: readonly string[],
  { folders, commits, abandoned, nowMs }: Surroundings,
): Promise<LoadedRosters> {
  const { files, problems, warnings } = readRosterFiles(patterns, folders);
  const rosters: Roster[] = [];
  const gaps: string[] = [];
  for (const { bytes, path } of files) {
    const { roster, isWhole } = await takeSteps(parseRosterInSteps(bytes, path, { nowMs }), abandoned);
    rosters.push(roster);
    if (!isWhole) {
      const read = roster.mentions.length;
      gaps.push(
        `The run was cancelled while reading ${path}: this report has ${formatPeopleCount(read)} from that file and nobody after that.`,
      );
    }
  }
  return {
    files,
    rosterPlaces: findPlaces(files, { workspace: folders.workspace, shas: commits }),
    mentions: rosters.flatMap(({ mentions }) => mentions),
    problems: [...problems, ...rosters.flatMap((roster) => roster.problems)],
    warnings: [...warnings, ...rosters.flatMap((roster) => roster.warnings)],
    pastWarnings: rosters.flatMap((roster) => roster.pastWarnings),
    gaps,
  };
}

/** Takes all steps, handling signals after each; returns what was read so far when time is up. */
async function takeSteps(
  steps: Generator<readonly Mention[], Roster>,
  abandoned: AbortSignal,
): Promise<{ readonly roster: Roster; readonly isWhole: boolean }> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return { roster: step.value, isWhole: true };
    }
    await setImmediate();
    if (abandoned.aborted) {
      return { roster: { mentions: step.value, problems: [], warnings: [], pastWarnings: [] }, isWhole: false };
    }
  }
}
