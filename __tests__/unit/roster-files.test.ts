import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRosterFiles } from '../../src/roster/files.ts';

let root: string;
let workspace: string;
let temp: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'roster-files-')));
  workspace = join(root, 'workspace');
  temp = join(root, 'temp');
  for (const folder of [workspace, temp, join(workspace, 'a/b'), join(root, 'elsewhere')]) {
    mkdirSync(folder, { recursive: true });
  }
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes a file that holds its own path, so that a mix-up shows. */
function put(path: string): void {
  writeFileSync(join(root, path), path);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function read(...patterns: string[]): object {
  const { files, problems, warnings } = readRosterFiles(patterns, { workspace, temp });
  return { files: files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString() })), problems, warnings };
}

const inWorkspace = (path: string): object => ({
  path,
  repositoryPath: path,
  bytes: `workspace/${path}`,
  sha256: sha256(`workspace/${path}`),
});

const inTemp = (path: string): object => ({
  path: `RUNNER_TEMP/${path}`,
  repositoryPath: undefined,
  bytes: `temp/${path}`,
  sha256: sha256(`temp/${path}`),
});

const found = (...files: object[]): object => ({ files, problems: [], warnings: [] });
const refused = (...messages: string[]): object => ({
  files: [],
  problems: messages.map((message) => ({ message })),
  warnings: [],
});
const nobody = (message: string): object => ({ files: [], problems: [], warnings: [{ message }] });

const OUTSIDE = 'is outside GITHUB_WORKSPACE and RUNNER_TEMP after links are resolved';

describe('readRosterFiles', () => {
  it('reads nothing when nothing is named', () => {
    expect(read()).toEqual(found());
  });

  it('reads files in the order named, from both folders', () => {
    for (const path of ['workspace/z.yml', 'workspace/a/b/x.yml', 'temp/t.yml']) put(path);
    expect(read('z.yml', './a/../a/b/x.yml', join(temp, 't.yml'), join(workspace, 'z.yml'))).toEqual(
      found(inWorkspace('z.yml'), inWorkspace('a/b/x.yml'), inTemp('t.yml')),
    );
  });

  it('reads an empty file', () => {
    writeFileSync(join(workspace, 'e.yml'), '');
    expect(read('e.yml')).toEqual(found({ path: 'e.yml', repositoryPath: 'e.yml', bytes: '', sha256: sha256('') }));
  });

  it.each([
    ['*.yml', ['b.yml', 'c.yml', 'd [1].yml']],
    ['**/*.yml', ['a/b/x.yml', 'a/y.yml', 'b.yml', 'c.yml', 'd [1].yml']],
    ['{c,a/y}.yml', ['a/y.yml', 'c.yml']],
    ['[bc].yml', ['b.yml', 'c.yml']],
    ['a/*/../y.yml', ['a/y.yml']],
    ['d [1].yml', ['d [1].yml']],
    ['../workspace/a/**', ['a/b/x.yml', 'a/y.yml']],
  ])('reads what %s matches, sorted', (pattern, paths) => {
    for (const path of ['c.yml', 'b.yml', 'd [1].yml', 'a/y.yml', 'a/b/x.yml']) put(`workspace/${path}`);
    expect(read(pattern)).toEqual(found(...paths.map(inWorkspace)));
  });

  it('takes patterns that start with a folder', () => {
    for (const path of ['workspace/a/y.yml', 'temp/t.yml']) put(path);
    expect(read(`${workspace}/**/*.yml`, `${temp}/*.yml`)).toEqual(found(inWorkspace('a/y.yml'), inTemp('t.yml')));
  });

  it('reads a file once that is matched twice, also by a link', () => {
    put('workspace/a/y.yml');
    symlinkSync('a/y.yml', join(workspace, 'link.yml'));
    symlinkSync('a', join(workspace, 'folder'));
    expect(read('link.yml', '**/*.yml', 'folder/y.yml', 'a/y.yml')).toEqual(found(inWorkspace('a/y.yml')));
  });

  it('takes a workspace that is reached by a link', () => {
    put('workspace/a/y.yml');
    symlinkSync('workspace', join(root, 'link'));
    const { files, problems } = readRosterFiles(['a/*.yml'], { workspace: join(root, 'link'), temp: undefined });
    expect([files.map(({ path }) => path), problems]).toEqual([['a/y.yml'], []]);
  });

  it('does not take a folder named RUNNER_TEMP for the real one', () => {
    mkdirSync(join(workspace, 'RUNNER_TEMP'));
    put('workspace/RUNNER_TEMP/y.yml');
    expect(read('RUNNER_TEMP/y.yml')).toEqual(found(inWorkspace('RUNNER_TEMP/y.yml')));
  });

  it.each([
    ['a file that is not there', 'no.yml', '"roster": "no.yml" matches no file'],
    ['an unfinished pattern', '[', '"roster": "[" matches no file'],
    ['a folder', 'a', '"roster": "a" is a folder, not a file'],
    ['the workspace itself', '.', '"roster": "" is a folder, not a file'],
    ['a file below a file', 'y.yml/z', '"roster": "y.yml/z" matches no file'],
    ['a NUL character', 'y\0.yml', '"roster": "y\uFFFD.yml" contains a NUL character'],
    ['control characters', 'n\n\u001b[31m.yml', '"roster": "n\uFFFD\uFFFD[31m.yml" matches no file'],
    ['a file outside', '../elsewhere/o.yml', `"roster": "../elsewhere/o.yml" ${OUTSIDE}`],
    ['a pattern outside', '../elsewhere/*.yml', `"roster": "../elsewhere/*.yml" ${OUTSIDE}`],
    [
      'a pattern that leaves the workspace on its way',
      'a/*/../../../elsewhere/*.yml',
      `"roster": "../elsewhere/o.yml" ${OUTSIDE}`,
    ],
    [
      'a folder whose name only begins like the workspace',
      '../workspace-2/o.yml',
      `"roster": "../workspace-2/o.yml" ${OUTSIDE}`,
    ],
    ['the whole disk', '/**/*.yml', `"roster": "/**/*.yml" ${OUTSIDE}`],
    ['a device', '/dev/null', expect.stringMatching(/is a device, not a file$/)],
    ['a name that is too long', 'n'.repeat(300), expect.stringMatching(/cannot be read \(ENAMETOOLONG\)$/)],
  ])('refuses %s', (_name, pattern, message) => {
    mkdirSync(join(root, 'workspace-2'));
    for (const path of ['elsewhere/o.yml', 'workspace-2/o.yml', 'workspace/y.yml']) put(path);
    expect(read(pattern)).toEqual({ files: [], problems: [{ message }], warnings: [] });
  });

  describe('that match no file', () => {
    const NOBODY = 'matches no file, so it names nobody: all files are archived, or there are none yet';
    const NO_FOLDER =
      'matches no file: there is no such folder. git drops empty folders; a file named .gitkeep keeps one';

    beforeEach(() => {
      for (const folder of ['hr/done', 'yaml', 'upper', 'notes']) {
        mkdirSync(join(workspace, folder), { recursive: true });
      }
      for (const path of ['hr/done/x.yml', 'hr/README.md', 'yaml/x.yaml', 'upper/x.YML', 'notes/x.txt']) {
        put(`workspace/${path}`);
      }
      mkdirSync(join(workspace, 'hr/folder.yaml'));
    });

    it.each([
      ['hr/*.yml'],
      ['hr/*.{yml,yaml}'],
      ['hr/2026-*.yml'],
      ['./hr/*.yml'],
      ['hr/no/../*.yml'],
      ['yaml/x/../../notes/2026-*'],
      ['notes/*.yml'],
      ['a/**/*.yml'],
      ['{hr,notes}/*.yml'],
      ['h?/*.yml'],
    ])('name nobody, with a warning, where their folder is there: %s', (pattern) => {
      expect(read(pattern)).toEqual(nobody(`"roster": "${pattern}" ${NOBODY}`));
    });

    it.each([
      'hre/*.yml',
      'HR/*.yml',
      'no/**/*.yml',
      'hr/no/*.yml',
      'n?/*.yml',
      '{hre,noted}/*.yml',
      'hr/README.md/*.yml',
    ])('are refused where their folder is not there: %s', (pattern) => {
      expect(read(pattern)).toEqual(refused(`"roster": "${pattern}" ${NO_FOLDER}`));
    });

    it.each([
      ['hr/done/*.yaml', '.yml', '.yaml'],
      ['yaml/*.yml', '.yaml', '.yml'],
      ['yaml/**/*.yml', '.yaml', '.yml'],
      ['upper/*.yml', '.YML', '.yml'],
      ['upper/*.{yml,yaml}', '.YML', '.yml or .yaml'],
    ])('are refused where files end otherwise: %s', (pattern, other, own) => {
      const message = `"roster": "${pattern}" matches no file: files in that folder end in ${other}, not in ${own}`;
      expect(read(pattern)).toEqual(refused(message));
    });

    it('do not keep others from being read', () => {
      expect(read('hr/*.yml', 'hr/done/*.yml', 'hre/*.yml')).toEqual({
        files: [inWorkspace('hr/done/x.yml')],
        problems: [{ message: `"roster": "hre/*.yml" ${NO_FOLDER}` }],
        warnings: [{ message: `"roster": "hr/*.yml" ${NOBODY}` }],
      });
    });

    it('are refused if only an outside folder matches, and do not reveal its content', () => {
      put('elsewhere/o.yaml');
      symlinkSync(join(root, 'elsewhere'), join(workspace, 'out'));
      expect(read('ou?/*.yml')).toEqual(refused(`"roster": "ou?/*.yml" ${NO_FOLDER}`));
    });
  });

  it.each([
    ['an entry', '- U012AB3CD', 'a value of 11 characters'],
    ['an address', 'jo@example.com', 'a value of 14 characters with an @'],
    ['a pair', 'name: Jo', 'a value of 8 characters'],
    ['a sentence', 'Jo Doe has left', 'a value of 15 characters'],
    ['a sentence of short words', 'a b c d', 'a value of 7 characters'],
  ])('does not repeat what is no path but looks like content: %s', (_name, text, described) => {
    expect(read(text)).toEqual(
      refused(`"roster": expected a path of a roster file, got ${described}; it matches no file`),
    );
  });

  it.each(['a - b.yml', 'my new leavers.yml', 'a:b.yml', 'no+(b)', 'HR: list of all leavers.yml'])(
    'repeats what may be a path: %s',
    (text) => {
      const { problems } = readRosterFiles([text], { workspace, temp });
      expect(problems.length === 0 || problems[0]?.message.startsWith(`"roster": "${text}" matches no file`)).toBe(
        true,
      );
    },
  );

  it.each([
    ['jo @example.com.yml', '***'],
    ['hr/jo.doe@example.com.yml', 'hr/***'],
    ['hr/jo.doe@example.com/2026.yml', 'hr/***/2026.yml'],
    ['jo@example', '***'],
  ])('masks what may be an address in a path: %s', (text, shown) => {
    expect(read(text)).toEqual(refused(`"roster": "${shown}" matches no file`));
  });

  it('masks an address in the path of a file that is read', () => {
    mkdirSync(join(workspace, 'jo@example.com'));
    put('workspace/jo@example.com/x.yml');
    const { files } = readRosterFiles(['*/x.yml'], { workspace, temp });
    expect(files.map(({ path, repositoryPath }) => [path, repositoryPath])).toEqual([
      ['***/x.yml', 'jo@example.com/x.yml'],
    ]);
  });

  it.each(['@(b|c).yml', '+(b|c).yml', '!(d).yml'])('knows %s for a pattern', (pattern) => {
    for (const path of ['b.yml', 'c.yml', 'd.yml']) put(`workspace/${path}`);
    expect(read(pattern)).toEqual(found(inWorkspace('b.yml'), inWorkspace('c.yml')));
  });

  it('refuses links that lead out, loop or lead nowhere', () => {
    put('elsewhere/o.yml');
    symlinkSync(join(root, 'elsewhere/o.yml'), join(workspace, 'out.yml'));
    symlinkSync(join(root, 'elsewhere'), join(workspace, 'out'));
    symlinkSync('loop.yml', join(workspace, 'loop.yml'));
    symlinkSync('nothing', join(workspace, 'dangling.yml'));
    expect(read('out.yml', 'out/o.yml', 'out/*.yml', 'loop.yml', 'dangling.yml', 'dang*.yml')).toEqual(
      refused(
        `"roster": "out.yml" ${OUTSIDE}`,
        `"roster": "out/o.yml" ${OUTSIDE}`,
        `"roster": "out/*.yml" ${OUTSIDE}`,
        '"roster": "loop.yml" cannot be read (ELOOP)',
        '"roster": "dangling.yml" matches no file',
        '"roster": "dangling.yml" cannot be read (ENOENT)',
      ),
    );
  });

  it('refuses pipes and sockets without opening them, and patterns pass them over', async () => {
    execFileSync('mkfifo', [join(workspace, 'pipe.yml')]);
    const server = createServer();
    await new Promise<void>((listening) => {
      server.listen(join(workspace, 'socket.yml'), listening);
    });
    const result = read('pipe.yml', 'socket.yml', '*.yml');
    await new Promise((closed) => {
      server.close(closed);
    });
    expect(result).toEqual(
      expect.objectContaining({
        files: [],
        problems: [
          { message: '"roster": "pipe.yml" is a pipe, not a file' },
          { message: '"roster": "socket.yml" is a socket, not a file' },
        ],
        warnings: [{ message: expect.stringMatching(/^"roster": "\*\.yml" matches no file, so it names nobody/) }],
      }),
    );
  });

  it('refuses a file of more than 10 MiB and takes one of 10 MiB', () => {
    for (const [name, size] of [
      ['limit.yml', 10 * 1024 * 1024],
      ['over.yml', 10 * 1024 * 1024 + 1],
    ] as const) {
      writeFileSync(join(workspace, name), '');
      truncateSync(join(workspace, name), size);
    }
    const { files, problems } = readRosterFiles(['limit.yml', 'over.yml'], { workspace, temp });
    expect([files.map(({ path, bytes }) => [path, bytes.length]), problems]).toEqual([
      [['limit.yml', 10_485_760]],
      [{ message: '"roster": "over.yml" has 10485761 bytes; expected at most 10485760 (10 MiB)' }],
    ]);
  });

  it('refuses a name with a line end in it', () => {
    put('workspace/a\nb.yml');
    expect(read('*.yml')).toEqual(refused('"roster": "a\uFFFDb.yml" has a control character in its name'));
  });

  it('reports all problems and reads the rest', () => {
    put('workspace/y.yml');
    expect(read('no.yml', 'y.yml', 'a')).toEqual({
      files: [inWorkspace('y.yml')],
      problems: [
        { message: '"roster": "no.yml" matches no file' },
        { message: '"roster": "a" is a folder, not a file' },
      ],
      warnings: [],
    });
  });

  it.each([undefined, '/nowhere/at/all'])('needs no folder for temporary files (%s)', (folder) => {
    put('workspace/y.yml');
    put('temp/t.yml');
    const { files, problems } = readRosterFiles(['y.yml', join(temp, 't.yml')], { workspace, temp: folder });
    expect([files.map(({ path }) => path), problems]).toEqual([
      ['y.yml'],
      [{ message: `"roster": "../temp/t.yml" ${OUTSIDE}` }],
    ]);
  });

  it('finds nothing in a workspace that does not exist', () => {
    expect(readRosterFiles(['y.yml', '*.yml'], { workspace: join(root, 'gone'), temp: undefined })).toEqual(
      refused(
        '"roster": "y.yml" matches no file',
        '"roster": "*.yml" matches no file: there is no such folder. git drops empty folders; a file named .gitkeep keeps one',
      ),
    );
  });

  it('refuses a file that may not be read', () => {
    put('workspace/y.yml');
    chmodSync(join(workspace, 'y.yml'), 0);
    chmodSync(root, 0o755);
    expect(withoutPrivileges(() => read('y.yml'))).toEqual(refused('"roster": "y.yml" cannot be read (EACCES)'));
  });
});

/** Nothing is unreadable to root, as whom tests run in many containers. */
function withoutPrivileges<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}
