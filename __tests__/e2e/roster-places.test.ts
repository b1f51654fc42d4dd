import { execFileSync } from 'node:child_process';
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { RunnerPlaces } from '../support/run-action.ts';
import { annotations, type Inputs, resetWith, stackLines, standings, withSlack } from '../support/scenario.ts';

// Many processes run side by side, on a machine that may be slow.
jest.setTimeout(60_000);

const [JO, SAM] = ['W012A3CDE', 'W024B4DEF'];
const SECRET = 'W0SECRET1';
const OUTSIDE = 'is outside GITHUB_WORKSPACE and RUNNER_TEMP after links are resolved';

/** A workspace in which nearly everything leads out of it. */
async function prepare({ root, workspace, temp }: RunnerPlaces): Promise<void> {
  const inside = (name: string) => join(workspace, name);
  const outside = join(root, 'outside');
  for (const folder of [inside('hr/deep'), join(outside, 'deep'), inside('folder.yml'), inside('..hr')]) {
    await mkdir(folder, { recursive: true });
  }
  await Promise.all([
    writeFile(inside('hr/jo.yml'), `- ${JO}\n`),
    writeFile(inside('..hr/jo.yml'), `- ${JO}\n`),
    writeFile(inside('hr/deep/sam.yml'), `- ${SAM}\n`),
    writeFile(join(temp, 'sam.yml'), `- ${SAM}\n`),
    writeFile(join(outside, 'secret.yml'), `- ${SECRET}\n`),
    writeFile(join(outside, 'deep/secret.yml'), `- ${SECRET}\n`),
    writeFile(inside('[brackets].yml'), `- ${JO}\n`),
    writeFile(inside('-n.yml'), `- ${JO}\n`),
    writeFile(inside('~'), `- ${JO}\n`),
    writeFile(inside('$HOME'), `- ${JO}\n`),
    writeFile(inside('.hidden.yml'), `- ${SAM}\n`),
  ]);
  await Promise.all([
    symlink(join(outside, 'secret.yml'), inside('file-out.yml')),
    symlink('../outside/secret.yml', inside('file-out-relative.yml')),
    symlink('file-out.yml', inside('file-out-twice.yml')),
    symlink(outside, inside('folder-out')),
    symlink('../../outside', inside('hr/folder-out')),
    symlink('/', inside('disk')),
    symlink('..', inside('up')),
    symlink('.', inside('here')),
    symlink('/dev/zero', inside('zero.yml')),
    symlink('/proc/self/environ', inside('environ.yml')),
    symlink('hr/jo.yml', inside('jo-link.yml')),
    symlink(temp, inside('temp-link')),
  ]);
  execFileSync('mkfifo', [inside('pipe.yml')]);
}

async function visit(roster: string, more: Inputs = {}) {
  return withSlack({ users: [JO, SAM, SECRET] }, async (slack) => {
    const run = await resetWith(slack, { roster, ...more }, { prepare, debug: true, timeoutMs: 20_000 });
    expect([run.everything.includes(SECRET), slack.groups().flat().includes(SECRET), stackLines(run)]).toEqual([
      false,
      false,
      [],
    ]);
    return { run, groups: slack.groups(), errors: annotations(run, 'error').slice(0, -1) };
  });
}

describe('a roster that is not where rosters may be is refused, and nothing of it is told', () => {
  it.concurrent.each<[string, string]>([
    ['file-out.yml', OUTSIDE],
    ['file-out-twice.yml', OUTSIDE],
    ['folder-out/secret.yml', OUTSIDE],
    ['folder-out/*.yml', OUTSIDE],
    ['folder-*/secret.yml', 'there is no such folder'],
    ['hr/folder-out/../../outside/secret.yml', 'matches no file'],
    ['hr/*/../../../outside/secret.yml', OUTSIDE],
    ['up/outside/*.yml', OUTSIDE],
    ['{up/outside,hr}/secret.yml', OUTSIDE],
    ['disk/**/*.yml', OUTSIDE],
    ['//etc/hostname', OUTSIDE],
    ['environ.yml', OUTSIDE],
    ['zero.yml', 'is a device, not a file'],
    ['/dev/zero', 'is a device, not a file'],
    ['/dev/stdin', ''],
    ['pipe.yml', 'is a pipe, not a file'],
    ['https://example.com/r.yml', 'matches no file'],
    ['$(id)', 'matches no file'],
    ['@(up)/outside/secret.yml', ''],
    [`${'{a,'.repeat(200)}b${'}'.repeat(200)}`, ''],
    [`${'*'.repeat(400)}x`, ''],
  ])('%s', async (roster, reason) => {
    const { run, groups, errors } = await visit(roster);
    expect([groups, run.exitCode, run.outputs['outcome'], errors.length]).toEqual([[], 1, 'failure', errors.length]);
    expect(errors.some((message) => message.startsWith('"roster": ') && message.includes(reason))).toBe(true);
    expect(run.wallMs).toBeLessThan(15_000);
  });

  it.concurrent('a socket', async () => {
    const server = createServer();
    try {
      await withSlack({}, async (slack) => {
        const run = await resetWith(
          slack,
          { roster: 's.yml' },
          {
            prepare: ({ workspace }) =>
              new Promise((listening) => {
                server.listen(join(workspace, 's.yml'), () => listening());
              }),
          },
        );
        expect([slack.requests, annotations(run, 'error')[0]]).toEqual([
          [],
          '"roster": "s.yml" is a socket, not a file',
        ]);
      });
    } finally {
      server.close();
    }
  });
});

describe('a pattern that matches nothing', () => {
  it.concurrent.each([
    'hr/*.yaml.yml',
    'hr/2027-*.yml',
    '!(nothing)/secret.yml',
    `${'**/'.repeat(60)}nothing`,
    `${'+(a|'.repeat(40)}b${')'.repeat(40)}`,
  ])('names nobody, and the step passes with a warning, where its folder is there: %s', async (roster) => {
    const { run, groups } = await visit(roster);
    expect([groups, run.exitCode, run.outputs['outcome']]).toEqual([[], 0, 'nothing-to-do']);
    expect(annotations(run, 'warning')).toContain(
      `"roster": "${roster}" matches no file, so it names nobody: all files are archived, or there are none yet`,
    );
    expect(run.wallMs).toBeLessThan(15_000);
  });

  it.concurrent.each([
    ['hre/*.yml', 'there is no such folder. git drops empty folders; a file named .gitkeep keeps one'],
    ['hr/*.yaml', 'files in that folder end in .yml, not in .yaml'],
  ])('fails the step where the folder is misspelt or files end otherwise: %s', async (roster, reason) => {
    const { run, groups, errors } = await visit(roster);
    expect([groups, run.exitCode, run.outputs['outcome']]).toEqual([[], 1, 'failure']);
    expect(errors).toEqual([`"roster": "${roster}" matches no file: ${reason}`]);
  });
});

describe('a roster that only looks odd is read', () => {
  it.concurrent.each<[string, readonly string[]]>([
    ['hr/**/*.yml', [JO, SAM]],
    ['here/here/here/jo-link.yml', [JO]],
    ['up/work/hr/jo.yml', [JO]],
    ['temp-link/sam.yml', [SAM]],
    ['[brackets].yml', [JO]],
    ['$HOME', [JO]],
    ['..hr/*.yml', [JO]],
    ['.hidden.yml', [SAM]],
    ['{hr/jo,hr/deep/sam}.yml', [JO, SAM]],
    ['hr/jo.yml\n\n\r\n  here/hr/jo.yml  \njo-link.yml', [JO]],
  ])('%j', async (roster, people) => {
    const { run, groups } = await visit(roster);
    expect([groups.flat().toSorted(), run.exitCode]).toEqual([people, 0]);
    expect(standings(run).map(([, status]) => status)).toEqual(people.map(() => 'queued'));
    // A file is named by where it is, once, and never by a link.
    expect(
      run.results.filter(
        ({ source }) =>
          !/^(RUNNER_TEMP\/)?[^:]+:1$/.test(source) || source.includes('here/') || source.includes('link'),
      ),
    ).toEqual([]);
  });

  it.concurrent('in a workspace that is itself a link', async () => {
    await withSlack({ users: [JO] }, async (slack) => {
      const run = await resetWith(
        slack,
        { roster: 'hr/*.yml' },
        {
          prepare: async (places) => {
            await prepare(places);
            await rename(places.workspace, `${places.root}/real`);
            await symlink(`${places.root}/real`, places.workspace);
          },
        },
      );
      expect([run.exitCode, slack.groups()]).toEqual([0, [[JO]]]);
    });
  });
});
