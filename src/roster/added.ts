import { tmpdir } from 'node:os';
import type { CallContext } from '../calls/call-context.ts';
import type { GitHubAccess } from '../github/access.ts';
import { InputError, type Problem } from '../people/problem.ts';
import type { RosterChange } from './changes.ts';
import type { RosterFolders } from './files.ts';
import type { LoadedRosters } from './load.ts';
import { readRosterChange } from './roster-change.ts';

/** People listed one by one in the log. */
const MAX_LOG_LINES = 100;
const NOTHING: RosterChange = { added: [], removed: [], moved: [], arrivals: [] };

/** The inputs that decide what a change adds. */
interface AddedInputs {
  readonly roster: readonly string[];
  readonly rosterEntries: 'all' | 'added';
  readonly githubToken: string | undefined;
  readonly proxies: GitHubAccess['proxies'];
}

/** Loads what asks GitHub, which reads the event and may fail with it. */
type GitHubLoader = () => Promise<typeof import('../github/index.ts')>;

/** Why this run cannot keep only the added entries, as far as can be known without asking GitHub. */
export async function findAddedProblems(
  { githubToken, rosterEntries }: AddedInputs,
  loadGitHub: GitHubLoader,
): Promise<readonly Problem[]> {
  if (rosterEntries === 'all') {
    return [];
  }
  const { context, readChange } = await load(loadGitHub);
  const change = readChange(context.eventName, context.payload);
  return [
    ...('problem' in change ? [{ message: `"roster-entries" is added, but ${change.problem}.` }] : []),
    ...(githubToken === undefined ? [{ message: '"roster-entries" is added, which needs "github-token".' }] : []),
  ];
}

/** @throws InputError when the event cannot be read */
async function load(loadGitHub: GitHubLoader): ReturnType<GitHubLoader> {
  try {
    return await loadGitHub();
  } catch (error) {
    if (error instanceof SyntaxError) {
      const message = '"roster-entries" is added, but the event cannot be read: expected JSON in GITHUB_EVENT_PATH.';
      throw new InputError([{ message }]);
    }
    throw error;
  }
}

interface Surroundings {
  readonly inputs: AddedInputs;
  readonly folders: RosterFolders;
  readonly callContext: CallContext;
  readonly loadGitHub: GitHubLoader;
}

/**
 * Finds what this push, pull request or merge group changes in the roster, and logs it.
 *
 * @throws InputError when there is no earlier version to compare with, or when it cannot be read
 */
export async function findRosterChange(
  { mentions, files }: Pick<LoadedRosters, 'mentions' | 'files'>,
  { inputs, folders, callContext, loadGitHub }: Surroundings,
): Promise<RosterChange> {
  const { context, openRepository, readChange } = await load(loadGitHub);
  const change = readChange(context.eventName, context.payload);
  if ('problem' in change || inputs.githubToken === undefined) {
    throw new InputError(await findAddedProblems(inputs, loadGitHub));
  }
  const { log } = callContext;
  if (change.kind === 'closed') {
    log.info('The pull request was closed without a merge, so it adds no roster entry.');
    return NOTHING;
  }
  const { workspace, temp = tmpdir() } = folders;
  const { owner, repo } = context.repo;
  const search = {
    ...{ mentions, files, change, workspace, temp },
    lines: inputs.roster,
    runSha: context.sha,
    repositoryName: `${owner}/${repo}`,
  };
  const found = await readRosterChange(
    search,
    openRepository({ token: inputs.githubToken, proxies: inputs.proxies }, callContext),
  );
  logChange(found, { total: mentions.length, log });
  return found;
}

function logChange(
  { added, removed, moved, arrivals }: RosterChange,
  { total, log }: { total: number; log: CallContext['log'] },
): void {
  log.info(`${added.length} of ${total} roster entries are added or changed.`);
  const lines = [
    ...arrivals.map(({ file, former }) => `New in the roster: ${file}, whose content was in ${former} before`),
    ...removed.map((person) => `Removed from the roster: ${nameOf(person)}`),
    ...moved.map((person) => `Moved from ${toDay(person.fromMs)} to ${toDay(person.toMs)}: ${nameOf(person)}`),
  ];
  for (const line of lines.slice(0, MAX_LOG_LINES)) {
    log.info(line);
  }
  if (lines.length > MAX_LOG_LINES) {
    log.info(`and ${lines.length - MAX_LOG_LINES} more`);
  }
}

function nameOf({ userId, source }: RosterChange['removed'][number]): string {
  return userId === undefined ? source : `${userId}, ${source}`;
}

function toDay(ms: number | undefined): string {
  return ms === undefined ? 'at once' : new Date(ms).toISOString();
}
