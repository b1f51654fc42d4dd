import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files of a commit, by their paths; an object is a link and says where it leads. */
export type Files = Readonly<Record<string, string | Buffer | { readonly link: string }>>;
/** Files and submodules: an object may also name the commit of one. */
export type Tree = Readonly<Record<string, Files[string] | { readonly submodule: string }>>;

/** Settings that no machine's own configuration can change. */
const SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
};
const MAX_OUTPUT = 256 * 1024 * 1024;

/** A real repository of git, in a folder of its own, made commit by commit. */
export class GitRepository {
  readonly folder: string;
  #commits = 0;

  constructor() {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'git-repository-')));
    this.run(['init', '--quiet', '--bare', '--initial-branch=main', '.']);
  }

  /** Runs git in the repository. @throws what git says, when it fails */
  run(args: readonly string[], input?: string | Buffer): Buffer {
    const env = { PATH: process.env['PATH'] ?? '', HOME: this.folder, ...SETTINGS };
    return execFileSync('git', args, {
      cwd: this.folder,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: MAX_OUTPUT,
      ...(input === undefined ? {} : { input }),
    });
  }

  /** What git prints, without the last line end. */
  text(...args: string[]): string {
    return this.run(args).toString('utf8').trimEnd();
  }

  /** Makes a commit that has just these files. @returns its SHA */
  commit(files: Files | Tree, parents: readonly string[] = []): string {
    this.#commits += 1;
    const who = `octocat <octocat@example.com> ${1_700_000_000 + this.#commits} +0000`;
    const parts: (string | Buffer)[] = [`commit refs/made/${this.#commits}\nmark :1\ncommitter ${who}\ndata 0\n`];
    parts.push(...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} ${parent}\n`), 'deleteall\n');
    for (const [path, content] of Object.entries(files)) {
      const quoted = path.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
      if (typeof content === 'object' && 'submodule' in content) {
        parts.push(`M 160000 ${content.submodule} "${quoted}"\n`);
        continue;
      }
      const isLink = typeof content === 'object' && 'link' in content;
      const bytes = Buffer.from(isLink ? content.link : content);
      parts.push(`M ${isLink ? '120000' : '100644'} inline "${quoted}"\ndata ${bytes.length}\n`, bytes, '\n');
    }
    parts.push('get-mark :1\n');
    const stream = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return this.run(['fast-import', '--quiet', '--force'], stream).toString('utf8').trim();
  }

  setBranch(name: string, sha: string): void {
    this.run(['update-ref', `refs/heads/${name}`, sha]);
  }

  /** Checks out a commit as actions/checkout does: detached, in a clone of its own. */
  cloneTo(folder: string, sha: string): void {
    this.run(['clone', '--quiet', '--shared', '--no-checkout', this.folder, folder]);
    this.run(['-C', folder, 'checkout', '--quiet', '--detach', sha]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
