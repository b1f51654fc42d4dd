import type { Change } from './event.ts';
import { GitHubError } from './github-error.ts';
import type { Repository } from './repository.ts';

/** The two commits of a change, or the reason why they are not known. */
export type Range =
  | {
      readonly kind: 'range';
      readonly baseSha: string;
      /** The commit whose files are the change's own; absent where it is the one that is checked out. */
      readonly headSha?: string;
    }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Finds the commit that a change was made from.
 *
 * @param checkedOutSha - the commit whose files are in the workspace
 * @throws GitHubError
 */
export async function findRange(
  change: Exclude<Change, { kind: 'closed' }>,
  checkedOutSha: string,
  repository: Repository,
): Promise<Range> {
  switch (change.kind) {
    case 'since':
      return (await contains(checkedOutSha, [change.headSha ?? checkedOutSha], repository))
        ? { kind: 'range', baseSha: change.sha }
        : notCheckedOut(checkedOutSha, 'what was pushed', 'github.sha');
    case 'merged':
      return (await contains(checkedOutSha, [change.mergeSha, change.headSha], repository))
        ? findMergedRange(change, repository)
        : notCheckedOut(checkedOutSha, 'this pull request', 'github.event.pull_request.merge_commit_sha');
    case 'pull-request':
      return findOpenRange(change, checkedOutSha, repository);
  }
}

/** Whether a commit is one of these or has one of them among its ancestors. */
async function contains(checkedOutSha: string, shas: readonly string[], repository: Repository): Promise<boolean> {
  if (shas.includes(checkedOutSha)) return true;
  for (const sha of shas) {
    if ((await repository.findMergeBase(sha, checkedOutSha).catch(ignoreNoAncestor)) === sha) return true;
  }
  return false;
}

/** GitHub does not compare histories that have nothing in common. */
function ignoreNoAncestor(error: unknown): undefined {
  if (!(error instanceof GitHubError && /no common ancestor/i.test(error.message))) throw error;
}

function notCheckedOut(sha: string, what: string, expression: string): Range {
  const problem =
    `the commit that is checked out (${sha.slice(0, 7)}) does not contain ${what}: ` +
    `check it out with actions/checkout, "ref: $\{{ ${expression} }}"`;
  return { kind: 'problem', problem };
}

/** Others may have been merged since the head was made, so it is compared with where it branched off. */
async function findMergedRange(
  { headSha, mergeSha }: Extract<Change, { kind: 'merged' }>,
  repository: Repository,
): Promise<Range> {
  if (mergeSha === headSha) {
    return { kind: 'problem', problem: PUSHED };
  }
  const [first, second] = await repository.readParents(mergeSha);
  // A squash and a rebase leave one parent, and the head's own commits are not among the ancestors then.
  const branchedFrom = second === undefined ? mergeSha : (first ?? mergeSha);
  const baseSha = await repository.findMergeBase(branchedFrom, headSha);
  return baseSha === headSha ? { kind: 'problem', problem: PUSHED } : { kind: 'range', baseSha, headSha };
}

const PUSHED =
  'the commits of this pull request were pushed to its base branch, so it no longer shows what they added: ' +
  'run on push as well';

async function findOpenRange(
  { headSha, baseBranch }: Extract<Change, { kind: 'pull-request' }>,
  checkedOutSha: string,
  repository: Repository,
): Promise<Range> {
  if (checkedOutSha !== headSha) {
    const [first, second] = await repository.readParents(checkedOutSha);
    if (first !== undefined && second === headSha) {
      // GitHub's merge commit: everything else in it has been on the base branch before.
      return { kind: 'range', baseSha: first };
    }
  }
  const baseSha = await repository.findMergeBase(await repository.readBranch(baseBranch), checkedOutSha);
  if (baseSha === checkedOutSha && checkedOutSha !== headSha) {
    const problem =
      `the commit that is checked out (${checkedOutSha.slice(0, 7)}) is not the pull request's: ` +
      'have actions/checkout take its head, "ref: $' +
      '{{ github.event.pull_request.head.sha }}"';
    return { kind: 'problem', problem };
  }
  return { kind: 'range', baseSha };
}
