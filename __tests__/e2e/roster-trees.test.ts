import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { type Files, GitRepository, type Tree } from '../support/git-repository.ts';
import { type Scene, withScene } from '../support/github-scenario.ts';
import type { GitHubOptions } from '../support/github-stand-in/index.ts';
import type { RunnerPlaces, RunOptions, WorkflowEvent } from '../support/run-action.ts';
import { annotations, type Inputs, makeIds } from '../support/scenario.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const [JO, SAM, KIM, OTHER] = ['W012A3CDE', 'W024B4DEF', 'U035C5EFG', 'W0OTHER01'];
const users = [JO, SAM, KIM, OTHER];
const ADDED: Inputs = { roster: 'offboarding/*.yml', 'roster-entries': 'added' };
const README = { 'README.md': 'Read me' };
const roster = (...ids: string[]): string => ids.map((id) => `- ${id}\n`).join('');
const zeros = '0'.repeat(40);

/** Runs the action against a GitHub that hosts a repository of git's own making. */
async function hosted<T>(
  act: (
    git: GitRepository,
    open: (then: (scene: Scene) => Promise<T>, github?: GitHubOptions) => Promise<T>,
  ) => Promise<T>,
): Promise<T> {
  const git = new GitRepository();
  try {
    return await act(git, (then, github) => withScene({ slack: { users }, github: { git, ...github } }, then));
  } finally {
    git.remove();
  }
}

/** Checks out a commit in the workspace, or in a folder of it, as actions/checkout does. */
function checkedOut(git: GitRepository, sha: string, folder = '.'): RunOptions {
  const prepare = async ({ workspace }: RunnerPlaces) => git.cloneTo(join(workspace, folder), sha);
  return { prepare, env: { GITHUB_SHA: sha } };
}

/** Lays the files of a commit into a folder of the workspace, as actions/checkout does without git. */
function downloaded(files: Readonly<Record<string, string>>, sha: string, folder = '.'): RunOptions {
  const prepare = async ({ workspace }: RunnerPlaces) => {
    for (const [path, content] of Object.entries(files)) {
      const at = join(workspace, folder, path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, content);
    }
  };
  return { prepare, env: { GITHUB_SHA: sha } };
}

function push(before: string, after: string): WorkflowEvent {
  return { name: 'push', payload: { ref: 'refs/heads/main', before, after, forced: false } };
}

/** A pull request into main; the base in the event is where main was when it was pushed to last. */
function pullRequest(shas: { base: string; head: string; merge?: string }, more: object = {}): WorkflowEvent {
  const pull_request = {
    number: 17,
    merged: false,
    base: { ref: 'main', sha: shas.base },
    head: { ref: 'leaver', sha: shas.head },
    merge_commit_sha: shas.merge ?? null,
    ...more,
  };
  return { name: 'pull_request', payload: { action: 'synchronize', number: 17, pull_request } };
}

/** Closed, and merged where `merge` is given. */
function closed(shas: { base: string; head: string; merge?: string }): WorkflowEvent {
  const { name, payload } = pullRequest(shas, { merged: shas.merge !== undefined, state: 'closed' });
  return { name, payload: { ...payload, action: 'closed' } };
}

/** What matters of a run: who was sent, how it ended, and what it says went wrong. */
async function outcomeOf({ slack, run }: Scene, inputs: Inputs, options: RunOptions) {
  const ended = await run({ ...ADDED, ...inputs }, options);
  const errors = annotations(ended, 'error').slice(0, 1);
  return { sent: slack.groups().flat(), outcome: ended.outputs['outcome'], errors, ended };
}

const fine = (...sent: string[]) => ({ sent, outcome: sent.length === 0 ? 'nothing-to-do' : 'success', errors: [] });

describe('a file that comes into the lines brings its people', () => {
  it.concurrent.each([
    ['a draft renamed into the roster (A1)', 'offboarding/drafts/12.yml', 'offboarding/12.yml'],
    ['an archived file moved back (A2)', 'offboarding/done/x.yml', 'offboarding/x.yml'],
  ])('%s', async (_name, from, to) => {
    await hosted(async (git, open) => {
      const others = { ...README, 'offboarding/a.yml': roster(OTHER) };
      const before = git.commit({ ...others, [from]: roster(JO, SAM) });
      const now = git.commit({ ...others, [to]: roster(JO, SAM) }, [before]);
      await open(async (scene) => {
        const { ended, ...end } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect(end).toEqual(fine(JO, SAM));
        expect(ended.stdout).toContain(`New in the roster: ${to}, whose content was in ${from} before`);
      });
    });
  });

  it.concurrent('a file that a link brings into the lines', async () => {
    await hosted(async (git, open) => {
      const files = { 'hr/a.yml': roster(JO), 'offboarding/b.yml': roster(OTHER) };
      const before = git.commit(files);
      const now = git.commit({ ...files, 'offboarding/a.yml': { link: '../hr/a.yml' } }, [before]);
      await open(async (scene) => {
        const { ended, ...end } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect(end).toEqual(fine(JO));
        expect(ended.stdout).toContain('New in the roster: hr/a.yml, whose content was in hr/a.yml before');
      });
    });
  });

  it.concurrent('and a link that leads elsewhere now brings who is there', async () => {
    await hosted(async (git, open) => {
      const files: Files = { 'hr/2025/a.yml': roster(JO), 'hr/2026/a.yml': roster(JO, KIM) };
      const before = git.commit({ ...files, offboarding: { link: 'hr/2025' } });
      const now = git.commit({ ...files, offboarding: { link: 'hr/2026' } }, [before]);
      await open(async (scene) => {
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect(end).toEqual(fine(KIM));
      });
    });
  });
});

/** A pull request that adds Jo, made before somebody else's pull request reached main and added another person. */
function diverged(git: GitRepository) {
  const files = { ...README, 'offboarding/a.yml': roster(SAM) };
  const fork = git.commit(files);
  const head = git.commit({ ...files, 'offboarding/jo.yml': roster(JO) }, [fork]);
  const main = git.commit({ ...files, 'offboarding/other.yml': roster(OTHER) }, [fork]);
  const both = { ...files, 'offboarding/jo.yml': roster(JO), 'offboarding/other.yml': roster(OTHER) };
  return { fork, head, main, both };
}

describe('of a pull request only its own people are added', () => {
  it.concurrent('when main has moved on and GitHub’s merge commit is checked out (A3)', async () => {
    await hosted(async (git, open) => {
      const { fork, head, main, both } = diverged(git);
      const merge = git.commit(both, [main, head]);
      git.setBranch('main', main);
      await open(async (scene) => {
        const event = pullRequest({ base: fork, head });
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, merge) });
        expect([end, scene.github.routes()]).toEqual([fine(JO), ['tree', 'commit', 'tree']]);
      });
    });
  });

  it.concurrent('when main has archived a person since, and the head is checked out (A5)', async () => {
    await hosted(async (git, open) => {
      const { fork, head } = diverged(git);
      git.setBranch('main', git.commit({ ...README, 'offboarding/done/a.yml': roster(SAM) }, [fork]));
      await open(async (scene) => {
        const event = pullRequest({ base: fork, head });
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, head) });
        expect([end, scene.github.routes()]).toEqual([fine(JO), ['tree', 'ref', 'compare', 'tree']]);
      });
    });
  });

  it.concurrent('when main was merged into its branch', async () => {
    await hosted(async (git, open) => {
      const { fork, head, main, both } = diverged(git);
      const updated = git.commit(both, [head, main]);
      git.setBranch('main', main);
      await open(async (scene) => {
        const event = pullRequest({ base: fork, head: updated });
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, updated) });
        expect(end).toEqual(fine(JO));
      });
    });
  });

  const methods: [string, (git: GitRepository, made: ReturnType<typeof diverged>) => string][] = [
    ['a merge commit', (git, { both, main, head }) => git.commit(both, [main, head])],
    ['a squash', (git, { both, main }) => git.commit(both, [main])],
    [
      'a rebase of two commits',
      (git, { both, main }) => git.commit(both, [git.commit({ ...README, ...both, 'notes.md': '' }, [main])]),
    ],
  ];
  it.concurrent.each(methods)('once it is merged by %s, whatever came after it (A4)', async (_name, merge) => {
    await hosted(async (git, open) => {
      const made = diverged(git);
      const merged = merge(git, made);
      const later = git.commit({ ...made.both, 'offboarding/kim.yml': roster(KIM) }, [merged]);
      git.setBranch('main', later);
      for (const sha of [merged, later]) {
        await open(async (scene) => {
          const event = closed({ base: made.fork, head: made.head, merge: merged });
          const { ended: _, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, sha) });
          expect(end).toEqual(fine(JO));
        });
      }
    });
  });

  it.concurrent('and none who is gone from the workspace by then', async () => {
    await hosted(async (git, open) => {
      const made = diverged(git);
      const merged = git.commit(made.both, [made.main]);
      const later = git.commit({ ...README, 'offboarding/other.yml': roster(OTHER) }, [merged]);
      await open(async (scene) => {
        const event = closed({ base: made.fork, head: made.head, merge: merged });
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, later) });
        expect(end).toEqual(fine());
      });
    });
  });

  it.concurrent('and nobody when it is closed without a merge; GitHub is not asked (A10)', async () => {
    await hosted(async (git, open) => {
      const { fork, head } = diverged(git);
      git.setBranch('main', fork);
      await open(async (scene) => {
        const event = closed({ base: fork, head });
        const { ended, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, head) });
        expect([end, ended.exitCode, scene.github.requests]).toEqual([fine(), 0, []]);
      });
    });
  });

  it.concurrent('in the plan of pull_request_target, when its head is checked out (A6)', async () => {
    await hosted(async (git, open) => {
      const { fork, head, main } = diverged(git);
      git.setBranch('main', main);
      const event = { ...pullRequest({ base: fork, head }), name: 'pull_request_target' };
      await open(async (scene) => {
        const { ended } = await outcomeOf(scene, { 'dry-run': 'true' }, { event, ...checkedOut(git, head) });
        expect(ended.results.map(({ user_id, status }) => [user_id, status])).toEqual([[JO, 'planned']]);
      });
      await open(async (scene) => {
        const end = await outcomeOf(scene, { 'dry-run': 'true' }, { event, ...checkedOut(git, main) });
        expect(end.errors).toEqual([
          expect.stringMatching(/not the pull request's: .*"ref: \$\{\{ github\.event\.pull_request\.head\.sha \}\}"/),
        ]);
      });
    });
  });

  it.concurrent('in a merge group', async () => {
    await hosted(async (git, open) => {
      const { head, main, both } = diverged(git);
      const group = git.commit(both, [main, head]);
      await open(async (scene) => {
        const merge_group = { base_sha: main, head_sha: group, base_ref: 'refs/heads/main' };
        const event = { name: 'merge_group', payload: { action: 'checks_requested', merge_group } };
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, group) });
        expect(end).toEqual(fine(JO));
      });
    });
  });

  it.concurrent('and nobody either when a label is given to it later', async () => {
    await hosted(async (git, open) => {
      const { fork, head } = diverged(git);
      git.setBranch('main', fork);
      await open(async (scene) => {
        const { name, payload } = pullRequest({ base: fork, head }, { state: 'closed' });
        const event = { name, payload: { ...payload, action: 'labeled' } };
        const { ended, ...end } = await outcomeOf(scene, {}, { event, ...checkedOut(git, head) });
        expect([end, ended.exitCode]).toEqual([fine(), 0]);
      });
    });
  });

  it.concurrent.each([
    ['as they are', ({ head }: ReturnType<typeof diverged>) => head],
    [
      'after main was merged into them',
      ({ both, head, main }: ReturnType<typeof diverged>, git: GitRepository) => git.commit(both, [head, main]),
    ],
  ])('but not when its own commits were pushed to main %s: its branch tells nothing', async (_name, toHead) => {
    await hosted(async (git, open) => {
      const made = diverged(git);
      const head = toHead(made, git);
      git.setBranch('main', head);
      await open(async (scene) => {
        const event = closed({ base: made.fork, head, merge: head });
        const end = await outcomeOf(scene, {}, { event, ...checkedOut(git, head) });
        expect([end.sent, end.errors]).toEqual([[], [expect.stringContaining('were pushed to its base branch')]]);
      });
    });
  });

  it.concurrent('and not when what is checked out does not contain it', async () => {
    await hosted(async (git, open) => {
      const { fork, head, main, both } = diverged(git);
      const merge = git.commit(both, [main, head]);
      git.setBranch('main', merge);
      const later = git.commit({ ...both, 'offboarding/kim.yml': roster(KIM) }, [merge]);
      const side = git.commit({ ...README, 'offboarding/side.yml': roster(KIM) }, [fork]);
      const merged = closed({ base: fork, head, merge });
      const group = { name: 'merge_group', payload: { merge_group: { base_sha: main, head_sha: merge } } };
      const refused = (what: string) => [
        [],
        [expect.stringMatching(new RegExp(`does not contain ${what}: .*"ref: \\$`))],
      ];
      for (const [event, sha, expected] of [
        [merged, fork, refused('this pull request')],
        [merged, side, refused('this pull request')],
        [push(main, merge), side, refused('what was pushed')],
        [push(main, merge), main, refused('what was pushed')],
        [group, side, refused('what was pushed')],
        [push(main, merge), git.commit({ 'offboarding/jo.yml': roster(JO) }), refused('what was pushed')],
        // The branch may have moved on since.
        [push(main, merge), later, [[JO, KIM], []]],
      ] as const) {
        await open(async (scene) => {
          const end = await outcomeOf(scene, {}, { event, ...checkedOut(git, sha) });
          expect([end.sent, end.errors]).toEqual(expected);
        });
      }
    });
  });
});

describe('it makes no difference', () => {
  it.concurrent('that a push was forced, and the commit before is no ancestor (A7)', async () => {
    await hosted(async (git, open) => {
      const root = git.commit(README);
      const before = git.commit({ ...README, 'offboarding/a.yml': roster(JO) }, [root]);
      const now = git.commit({ ...README, 'offboarding/a.yml': roster(JO, KIM) }, [root]);
      await open(async (scene) => {
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect(end).toEqual(fine(KIM));
      });
    });
  });

  it.concurrent('that a change has more files than GitHub compares (A7)', async () => {
    await hosted(async (git, open) => {
      const docs = Object.fromEntries(makeIds(401).map((id) => [`docs/${id}.md`, id]));
      const before = git.commit({ 'offboarding/a.yml': roster(JO) });
      const now = git.commit({ ...docs, 'offboarding/b.yml': roster(JO, KIM) }, [before]);
      await open(async (scene) => {
        const { ended: _, ...end } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect(end).toEqual(fine(KIM));
      });
    });
  });

  it.concurrent.each(['offboarding/*.yml', 'offboarding/**/*.yml', '**/*.yml', 'off*/*.yml', 'offboarding/b.yml'])(
    'that GitHub cuts the list of all files: "%s" (A7)',
    async (line) => {
      await hosted(async (git, open) => {
        const docs = Object.fromEntries(makeIds(120).map((id) => [`docs/${id}/${id}.md`, id]));
        const before = git.commit({ ...docs, 'offboarding/a.yml': roster(JO), 'offboarding/b.yml': roster(SAM) });
        const now = git.commit({ ...docs, 'offboarding/a.yml': roster(JO), 'offboarding/b.yml': roster(KIM) }, [
          before,
        ]);
        await open(
          async (scene) => {
            const options = { event: push(before, now), ...checkedOut(git, now) };
            const { ended: _, ...end } = await outcomeOf(scene, { roster: line }, options);
            expect(end).toEqual(fine(KIM));
          },
          { maxTreeEntries: 100 },
        );
      });
    },
  );

  const places: [string, string, (git: GitRepository, sha: string) => RunOptions][] = [
    ['a checkout in a folder', 'hr/offboarding/*.yml', (git, sha) => checkedOut(git, sha, 'hr')],
    ['a checkout in a folder, and a pattern for that', '*/offboarding/*.yml', (git, sha) => checkedOut(git, sha, 'hr')],
    [
      'a checkout without git (A8)',
      'offboarding/*.yml',
      (_, sha) => downloaded({ 'offboarding/a.yml': roster(JO, KIM) }, sha),
    ],
    [
      'a checkout without git in a folder (A8)',
      'work/hr/offboarding/*.yml',
      (_, sha) => downloaded({ 'offboarding/a.yml': roster(JO, KIM) }, sha, 'work/hr'),
    ],
    [
      'line ends of Windows in the workspace',
      'offboarding/*.yml',
      (_, sha) => downloaded({ 'offboarding/a.yml': roster(JO, KIM).replaceAll('\n', '\r\n') }, sha),
    ],
    [
      'a branch whose ref is packed, and another GITHUB_SHA',
      'offboarding/*.yml',
      (git, sha) => ({
        env: { GITHUB_SHA: 'f'.repeat(40) },
        prepare: async ({ workspace }) => {
          git.cloneTo(workspace, sha);
          git.run(['-C', workspace, 'checkout', '--quiet', '-b', 'topic/leaver']);
          git.run(['-C', workspace, 'pack-refs', '--all']);
        },
      }),
    ],
    [
      'a worktree, whose .git is a file',
      'tree/offboarding/*.yml',
      (git, sha) => ({
        env: { GITHUB_SHA: 'f'.repeat(40) },
        prepare: async ({ workspace, root }) => {
          git.cloneTo(join(root, 'clone'), sha);
          git.run([
            '-C',
            join(root, 'clone'),
            'worktree',
            'add',
            '--quiet',
            '-b',
            'side',
            join(workspace, 'tree'),
            sha,
          ]);
        },
      }),
    ],
  ];
  it.concurrent.each(places)('where the files are: %s', async (_name, line, options) => {
    await hosted(async (git, open) => {
      const before = git.commit({ ...README, 'offboarding/a.yml': roster(JO) });
      const now = git.commit({ ...README, 'offboarding/a.yml': roster(JO, KIM) }, [before]);
      await open(async (scene) => {
        const event = push(before, now);
        const { ended: _, ...end } = await outcomeOf(scene, { roster: line }, { event, ...options(git, now) });
        expect(end).toEqual(fine(KIM));
      });
    });
  });
});

describe('the run is refused with the true reason, and says what to do', () => {
  const before: Files = { 'offboarding/a.yml': roster(JO) };
  const now = { 'offboarding/a.yml': roster(JO, KIM) };
  type Refusal = [
    string,
    RegExp,
    (git: GitRepository, sha: string) => RunOptions,
    { roster?: string; before?: string }?,
  ];
  const refusals: Refusal[] = [
    [
      'when the roster is another repository’s (A8)',
      /the commit in hr\/ \(\w{7}\) was not found in octo-org\/offboarding.*checkout of another repository/,
      () => ({
        prepare: async ({ workspace }) => {
          const other = new GitRepository();
          other.cloneTo(join(workspace, 'hr'), other.commit({ 'offboarding/a.yml': roster(JO, KIM), 'other.md': '' }));
          other.remove();
        },
      }),
      { roster: 'hr/offboarding/*.yml' },
    ],
    [
      'when the roster is another repository’s, checked out without git (A8)',
      /hr\/offboarding\/a\.yml is not among the roster files of the commit/,
      (_, sha) => downloaded({ 'offboarding/a.yml': roster(SAM) }, sha, 'hr'),
      { roster: 'hr/offboarding/*.yml' },
    ],
    [
      'when an earlier step has changed a roster',
      /offboarding\/a\.yml differs from the commit .*an earlier step may have changed it/,
      (_, sha) => downloaded({ 'offboarding/a.yml': roster(JO, KIM, SAM) }, sha),
    ],
    [
      'when an earlier step has made a roster',
      /offboarding\/b\.yml is not among the roster files .*an earlier step may have made it/,
      (_, sha) => downloaded({ ...now, 'offboarding/b.yml': roster(SAM) }, sha),
    ],
    [
      'when only a part was checked out',
      /offboarding\/a\.yml is a roster file of the commit .* not in the workspace/,
      (_, sha) => downloaded({ 'offboarding/.gitkeep': '' }, sha),
    ],
    [
      'when the commit before is gone',
      /did not list the files at 1111111 \(HTTP 404.*commit still exists/,
      (git, sha) => checkedOut(git, sha),
      { before: '1'.repeat(40) },
    ],
    ['when the branch is new', /push\.before is all zeros/, (git, sha) => checkedOut(git, sha), { before: zeros }],
  ];
  it.concurrent.each(refusals)('%s', async (_name, reason, options, more = {}) => {
    await hosted(async (git, open) => {
      const base = git.commit(before);
      const sha = git.commit(now, [base]);
      await open(async (scene) => {
        const event = push(more.before ?? base, sha);
        const inputs = more.roster === undefined ? {} : { roster: more.roster };
        const end = await outcomeOf(scene, inputs, { event, ...options(git, sha) });
        expect([end.sent, end.outcome, end.errors]).toEqual([[], 'failure', [expect.stringMatching(reason)]]);
        expect(end.errors[0]).toContain('use "roster-entries: all"');
      });
    });
  });
});

describe('a version of the roster that is not in the repository is not an empty one', () => {
  const now: Files = { 'offboarding/x.yml': roster(JO), 'hr/x.yml': roster(JO) };
  const [LINE, A_LINK] = ['offboarding/*.yml', /offboarding\S* was a link/];
  const link = (path: string, to: string): Tree => ({ ...README, [path]: { link: to } });
  it.concurrent.each<[string, Tree, string, RegExp]>([
    [
      'the folder was a submodule',
      { ...README, offboarding: { submodule: 'a'.repeat(40) } },
      LINE,
      /offboarding was a submodule/,
    ],
    ['it was above, and the pattern finds it', { hr: { submodule: 'a'.repeat(40) } }, '**/*.yml', /hr was a submodule/],
    ['the file was a link out of it', link('offboarding/x.yml', '../../outside/x.yml'), LINE, A_LINK],
    ['the file was a link to a place of the machine', link('offboarding/x.yml', '/srv/hr/x.yml'), LINE, A_LINK],
    ['one of another name was', link('offboarding/y.yml', '../../x.yml'), LINE, /offboarding\/y\.yml was a link/],
    ['a line names it', link('offboarding/x.yml', '/srv/hr/x.yml'), 'offboarding/x.yml', A_LINK],
    ['the folder was a link', link('offboarding', '../hr'), LINE, A_LINK],
    ['the folder was a link, and the pattern is wide', link('offboarding', '../hr'), 'off*/**/*.yml', A_LINK],
    ['the line begins with a dot', link('offboarding/x.yml', '/srv/hr/x.yml'), './offboarding/**/*.yml', A_LINK],
    ['the line has alternatives', link('offboarding', '../hr'), '{offboarding,teams/x}/*.yml', A_LINK],
    ['the submodule is gone', { hr: { submodule: 'a'.repeat(40) } }, '*/x.yml', /hr was a submodule/],
    ['a link led to it', { ...link('offboarding/x.yml', '../l/x.yml'), l: { link: '/srv/hr' } }, LINE, A_LINK],
  ])('%s', async (_name, before, line, reason) => {
    await hosted(async (git, open) => {
      const base = git.commit(before);
      const sha = git.commit(now, [base]);
      await open(async (scene) => {
        const end = await outcomeOf(scene, { roster: line }, { event: push(base, sha), ...checkedOut(git, sha) });
        expect([end.sent, end.errors]).toEqual([[], [expect.stringMatching(reason)]]);
      });
    });
  });

  it.concurrent.each<[string, Tree, string]>([
    ['a submodule where no roster is', { ...now, vendor: { submodule: 'a'.repeat(40) } }, '**/*.yml'],
    ['a link of another kind of name', { ...now, 'offboarding/notes': { link: '/srv/notes' } }, LINE],
    ['a link beside the folder', { ...now, outside: { link: '/srv' } }, LINE],
    ['a link of a name that the line allows', { ...now, venv: { link: '/opt/venv' } }, '*/*.yml'],
    ['a submodule of such a name', { ...now, vendor: { submodule: 'a'.repeat(40) } }, '*/*.yml'],
    ['a link that leads nowhere', { ...now, 'offboarding/gone': { link: 'nowhere.yml' } }, LINE],
    ['a path with a detour', now, 'docs/../offboarding/*.yml'],
  ])('but it makes no difference: %s', async (_name, files, line) => {
    await hosted(async (git, open) => {
      const base = git.commit(files);
      const sha = git.commit({ ...files, 'offboarding/kim.yml': roster(KIM) }, [base]);
      await open(async (scene) => {
        const options = { event: push(base, sha), ...checkedOut(git, sha) };
        const { ended: _, ...end } = await outcomeOf(scene, { roster: line }, options);
        expect(end).toEqual(fine(KIM));
      });
    });
  });
});

it.concurrent('an earlier version hidden behind a second link is not empty either', async () => {
  await hosted(async (git, open) => {
    const files: Files = { 'offboarding/x.yml': { link: '../l/x.yml' }, 'hr/x.yml': roster(JO) };
    const base = git.commit({ ...files, l: { link: '/srv/hr' } });
    const sha = git.commit({ ...files, l: { link: 'hr' } }, [base]);
    await open(async (scene) => {
      const end = await outcomeOf(scene, {}, { event: push(base, sha), ...checkedOut(git, sha) });
      expect([end.sent, end.errors]).toEqual([[], [expect.stringMatching(/offboarding\/x\.yml was a link/)]]);
    });
  });
});

describe('the log says', () => {
  it.concurrent('who was removed, and when the last file was archived that nobody is left', async () => {
    await hosted(async (git, open) => {
      const kept = { 'offboarding/.gitkeep': '' };
      const before = git.commit({ ...kept, 'offboarding/a.yml': `${roster(JO)}- sam@example.com\n` });
      const now = git.commit({ ...kept, 'offboarding/done/a.yml': `${roster(JO)}- sam@example.com\n` }, [before]);
      await open(async (scene) => {
        const { ended, ...end } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect([end, ended.exitCode]).toEqual([fine(), 0]);
        expect(ended.stdout).toContain(`Removed from the roster: ${JO}, offboarding/a.yml:1\n`);
        expect(ended.stdout).toContain('Removed from the roster: offboarding/a.yml:2\n');
        expect(ended.everything).not.toContain('sam@example.com');
      });
    });
  });

  it.concurrent('whose date moved, from when to when', async () => {
    await hosted(async (git, open) => {
      const dated = (day: string) => ({ 'offboarding/a.yml': `- user_id: ${JO}\n  effective: ${day}\n` });
      const before = git.commit(dated('2998-01-01'));
      const now = git.commit(dated('2999-01-01'), [before]);
      await open(async (scene) => {
        const { ended } = await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
        expect(ended.stdout).toContain(`Moved from 2998-01-01T00:00:00.000Z to 2999-01-01T00:00:00.000Z: ${JO}, `);
        expect(ended.results.map(({ status, error }) => [status, error])).toEqual([['skipped', 'not_due']]);
      });
    });
  });
});

it.concurrent.each(['merge', 'head'] as const)(
  'a link leads to the line that was read, with the %s checked out',
  async (what) => {
    await hosted(async (git, open) => {
      const fork = git.commit({ 'offboarding/a.yml': roster(OTHER) });
      const head = git.commit({ 'offboarding/a.yml': roster(OTHER, JO) }, [fork]);
      // Main has got a line above meanwhile.
      const main = git.commit({ 'offboarding/a.yml': roster(KIM, OTHER) }, [fork]);
      const merge = git.commit({ 'offboarding/a.yml': roster(KIM, OTHER, JO) }, [main, head]);
      git.setBranch('main', main);
      const sha = { merge, head }[what];
      await open(async ({ run }) => {
        const event = pullRequest({ base: fork, head });
        const options = { event, ...checkedOut(git, sha) };
        const { summary } = await run({ roster: 'offboarding/*.yml', 'dry-run': 'true' }, options);
        const links = [...summary.matchAll(/`(\w+)`[^\n]*\/blob\/([0-9a-f]{40})\/([^#]+)#L(\d+)/g)];
        const lines = links.map(([, id, commit, path, line]) => [
          id,
          git.text('show', `${commit}:${path}`).split('\n')[Number(line) - 1],
        ]);
        const people = what === 'merge' ? [KIM, OTHER, JO] : [OTHER, JO];
        expect(lines).toEqual(people.map((id) => [id, `- ${id}`]));
      });
    });
  },
);

it.concurrent('one changed file among 200 rosters takes three requests on a push, and four on a pull request', async () => {
  await hosted(async (git, open) => {
    const files = Object.fromEntries(makeIds(200).map((id) => [`offboarding/${id}.yml`, roster(id)]));
    const before = git.commit(files);
    const now = git.commit({ ...files, 'offboarding/W000000.yml': roster('W000000', KIM) }, [before]);
    git.setBranch('main', before);
    const merge = git.commit({ ...files, 'offboarding/W000000.yml': roster('W000000', KIM) }, [before, now]);
    await open(async (scene) => {
      await outcomeOf(scene, {}, { event: push(before, now), ...checkedOut(git, now) });
      expect([scene.slack.groups(), scene.github.routes()]).toEqual([[[KIM]], ['tree', 'tree', 'blob']]);
    });
    await open(async (scene) => {
      const event = pullRequest({ base: before, head: now });
      await outcomeOf(scene, {}, { event, ...checkedOut(git, merge) });
      expect([scene.slack.groups(), scene.github.routes()]).toEqual([[[KIM]], ['tree', 'commit', 'tree', 'blob']]);
    });
  });
});
