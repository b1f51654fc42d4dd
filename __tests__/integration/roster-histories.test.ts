import { globSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../src/github/event.ts';
import type { Repository } from '../../src/github/repository.ts';
import { takeProxySettings } from '../../src/network/proxy.ts';
import { readRosterFiles } from '../../src/roster/files.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { readRosterChange } from '../../src/roster/roster-change.ts';
import { makeCallContext } from '../support/call-context.ts';
import { type Files, GitRepository } from '../support/git-repository.ts';
import { type GitHubOptions, type GitHubStandIn, startGitHub } from '../support/github-stand-in/index.ts';
import { JOB_TOKEN } from '../support/run-action.ts';
import { runs } from '../support/runs.ts';

jest.setTimeout(300_000);

const PATHS = [
  ...['offboarding/a.yml', 'offboarding/b.yml', 'offboarding/.hidden.yml', 'offboarding/drafts/a.yml'],
  ...['offboarding/done/b.yml', 'hr/a.yml', 'hr/deep/c.yml', 'notes.yml'],
];
const LINKS: Files = {
  'offboarding/a.yml': { link: '../hr/a.yml' },
  'offboarding/l.yml': { link: 'drafts/a.yml' },
  'offboarding/sub': { link: '../hr' },
  'hr/back': { link: '../offboarding' },
  'hr/none.yml': { link: 'nowhere.yml' },
};
const LINES = [
  ['offboarding/*.yml'],
  ['offboarding/**/*.yml'],
  ['offboarding/*/*.yml', 'notes.yml'],
  ['hr/*.yml', 'offboarding/{a,l}.yml'],
  ['*/a.yml'],
  ['**/*.yml'],
];
const IDS = ['U0000001', 'U0000002', 'U0000003', 'U0000004', 'U0000005'];

/** One thing that a commit does to a tree. */
type Edit =
  | { readonly kind: 'write'; readonly path: string; readonly ids: readonly string[] }
  | { readonly kind: 'remove' | 'link'; readonly path: string }
  | { readonly kind: 'move' | 'copy'; readonly path: string; readonly to: string };

const path = fc.constantFrom(...PATHS);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      path,
      ids: fc.subarray(IDS, { minLength: 1, maxLength: 3 }),
    }),
  },
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('link' as const), path: fc.constantFrom(...Object.keys(LINKS)) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('move' as const, 'copy' as const), path, to: path }) },
);
const commits = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const history = fc.record({
  start: fc.array(edit, { maxLength: 3 }),
  main: commits,
  branch: commits,
  /** Whether the branch takes main in before its last commit. */
  isUpdated: fc.boolean(),
  later: fc.array(edit, { maxLength: 2 }),
  end: fc.constantFrom(
    ...(['push', 'force-push', 'merge-group', 'open, merge commit', 'open, head'] as const),
    ...(['merged by merge', 'merged by squash', 'merged by rebase'] as const),
  ),
  lines: fc.constantFrom(...LINES),
  isTruncated: fc.boolean(),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

function apply(files: Files, edits: readonly Edit[]): Files {
  let next = { ...files };
  for (const { kind, path: at, ...more } of edits) {
    const { [at]: old, ...others } = next;
    const to = 'to' in more ? more.to : at;
    if (kind === 'write' && 'ids' in more) next = { ...next, [at]: more.ids.map((id) => `- ${id}\n`).join('') };
    else if (kind === 'link') next = { ...next, [at]: LINKS[at] ?? '' };
    else if (kind === 'remove') next = others;
    else if (old !== undefined) next = { ...(kind === 'move' ? others : next), [to]: old };
  }
  // A path cannot be a file or a link, and a folder too.
  return Object.fromEntries(
    Object.entries(next).filter(([at]) => !Object.keys(next).some((other) => at.startsWith(`${other}/`))),
  );
}

/** Merges by whole files; where both sides changed one, the other side's is taken. */
function mergeFiles(base: Files, one: Files, other: Files): Files {
  const paths = new Set([...Object.keys(base), ...Object.keys(one), ...Object.keys(other)]);
  const picked = [...paths].map((at): [string, Files[string] | undefined] => [
    at,
    JSON.stringify(other[at]) === JSON.stringify(base[at]) ? one[at] : other[at],
  ]);
  return apply(
    Object.fromEntries(picked.flatMap(([at, content]) => (content === undefined ? [] : [[at, content]]))),
    [],
  );
}

/** The commits that matter of a history, and where the change truly began. */
interface Made {
  readonly change: Exclude<Change, { kind: 'closed' }>;
  readonly checkedOut: string;
  readonly base: string;
  readonly head?: string;
}

function build(git: GitRepository, { start, main, branch, isUpdated, later, end }: History): Made {
  const grow = (from: { sha: string; files: Files }, edits: readonly Edit[], ...others: string[]) => {
    const files = apply(from.files, edits);
    return { files, sha: git.commit(files, [from.sha, ...others]) };
  };
  const files = apply({ 'README.md': 'Read me', 'offboarding/.gitkeep': '' }, start);
  const fork = { files, sha: git.commit(files) };
  let onMain = fork;
  for (const edits of main) onMain = grow(onMain, edits);
  let head = fork;
  for (const edits of branch.slice(0, -1)) head = grow(head, edits);
  if (isUpdated) {
    const merged = mergeFiles(fork.files, onMain.files, head.files);
    head = { files: merged, sha: git.commit(merged, [head.sha, onMain.sha]) };
  }
  head = grow(head, branch.at(-1) ?? []);
  const forkSha = isUpdated ? onMain.sha : fork.sha;
  // Main moves on after the branch, and after what the branch took in.
  const tip = grow(onMain, later);
  git.setBranch('main', tip.sha);
  const both = mergeFiles(isUpdated ? onMain.files : fork.files, tip.files, head.files);
  const open: Made['change'] = { kind: 'pull-request', headSha: head.sha, baseBranch: 'main' };
  const mergedChange = (mergeSha: string): Made['change'] => ({ kind: 'merged', headSha: head.sha, mergeSha });
  switch (end) {
    case 'push':
      return { change: { kind: 'since', sha: onMain.sha }, checkedOut: tip.sha, base: onMain.sha };
    case 'force-push':
      return { change: { kind: 'since', sha: tip.sha }, checkedOut: head.sha, base: tip.sha };
    case 'merge-group': {
      const group = git.commit(both, [tip.sha, head.sha]);
      return { change: { kind: 'since', sha: tip.sha }, checkedOut: group, base: tip.sha };
    }
    case 'open, merge commit':
      return { change: open, checkedOut: git.commit(both, [tip.sha, head.sha]), base: tip.sha };
    case 'open, head':
      return { change: open, checkedOut: head.sha, base: forkSha };
    case 'merged by merge':
    case 'merged by squash':
    case 'merged by rebase': {
      const first = end === 'merged by rebase' ? git.commit({ ...both, 'step.md': '' }, [tip.sha]) : tip.sha;
      const merged = git.commit(both, end === 'merged by merge' ? [tip.sha, head.sha] : [first]);
      const after = grow({ sha: merged, files: both }, later);
      return { change: mergedChange(merged), checkedOut: after.sha, base: forkSha, head: head.sha };
    }
  }
}

const git = new GitRepository();
const servers: GitHubStandIn[] = [];
let whole: Repository;
let cutShort: Repository;

/** The repository on a GitHub of its own; Octokit reads where that is when it is loaded. */
async function host(options: GitHubOptions): Promise<Repository> {
  const server = await startGitHub({ git, ...options });
  servers.push(server);
  process.env['GITHUB_API_URL'] = server.url;
  process.env['GITHUB_REPOSITORY'] = 'octo-org/offboarding';
  jest.resetModules();
  const { openRepository } = await import('../../src/github/repository.ts');
  return openRepository({ token: JOB_TOKEN, proxies: takeProxySettings({}) }, makeCallContext().callContext);
}

beforeAll(async () => {
  whole = await host({});
  cutShort = await host({ maxTreeEntries: 3 });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  git.remove();
});

/** Checks a commit out with git, and hands over the folder. */
async function withCheckout<T>(sha: string, act: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  try {
    git.run(['--work-tree', folder, 'checkout', '--quiet', '--force', sha, '--', '.']);
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a file holds; nothing where a link leads nowhere, or round in a circle. */
function readFile(file: string): string {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Everybody in the files that the lines match in a checkout made by git itself. */
async function peopleAt(sha: string, lines: readonly string[]): Promise<ReadonlySet<string>> {
  return withCheckout(sha, (folder) => {
    const files = lines.flatMap((line) => globSync(line, { cwd: folder })).map((file) => join(folder, file));
    const texts = files.map(readFile);
    return new Set(texts.flatMap((text) => text.match(/U\d{7}/g) ?? []));
  });
}

async function expectedOf({ base, head, checkedOut }: Made, lines: readonly string[]): Promise<string[]> {
  const [before, made, now] = [
    await peopleAt(base, lines),
    await peopleAt(head ?? checkedOut, lines),
    await peopleAt(checkedOut, lines),
  ];
  return [...now].filter((id) => made.has(id) && !before.has(id)).sort();
}

/** Undefined where the roster of the workspace itself is refused, before anything is compared. */
async function addedBy(
  { change, checkedOut }: Made,
  { lines, isTruncated }: History,
): Promise<readonly string[] | undefined> {
  const repository = isTruncated ? cutShort : whole;
  return withCheckout(checkedOut, async (workspace) => {
    const { files, problems } = readRosterFiles(lines, { workspace, temp: undefined });
    if (problems.some(({ message }) => !/match|does not exist/.test(message))) return undefined;
    const mentions = files.flatMap(({ bytes, path: file }) => parseRoster(bytes, file).mentions);
    const search = { files, mentions, lines, workspace, temp: tmpdir(), change };
    const run = { runSha: checkedOut, repositoryName: 'octo-org/offboarding' };
    const { added } = await readRosterChange({ ...search, ...run }, repository);
    return [...new Set(added.map(({ userId }) => String(userId)))].sort();
  });
}

it('adds exactly the people who are in the roster now and were in none where the change began', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const built = build(git, made);
      const added = await addedBy(built, made);
      fc.pre(added !== undefined);
      expect(added).toEqual(await expectedOf(built, made.lines));
    }),
    { numRuns: runs(40), seed: 20_261_122 },
  );
});
