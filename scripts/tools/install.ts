// Brings the programs that check the workflows and that npm does not have: pinned, verified, and into .cache/ only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '..', '..', '.cache');

interface Way {
  readonly needs: string;
  /** Puts the program into the folder. */
  readonly install: (folder: string) => void;
}

/** Installs act, which runs workflows without GitHub. @throws when it cannot be had */
export function installAct(): string {
  const version = pinnedVersion('act');
  return install('act', version, [fromPython('act'), fromGo(`github.com/nektos/act@v${version}`)]);
}

/** Installs zizmor, which looks for security faults in workflows. @throws when it cannot be had */
export function installZizmor(): string {
  return install('zizmor', pinnedVersion('zizmor'), [fromPython('zizmor')]);
}

/** Installs actionlint, which checks workflows and their expressions. @throws when it cannot be had */
export function installActionlint(): string {
  const version = '1.7.12';
  return install('actionlint', version, [fromGo(`github.com/rhysd/actionlint/cmd/actionlint@v${version}`)]);
}

/** Installs Stryker, which changes code to see whether a test notices. @throws when it cannot be had */
export function installStryker(): string {
  const path = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  return install('stryker', lockedVersion('stryker'), [fromNpm('stryker')], path);
}

const LANGUAGE_SERVER = 'yaml-language-server';
const LANGUAGE_SERVER_PATH = join('node_modules', LANGUAGE_SERVER, 'bin', LANGUAGE_SERVER);

/** Installs the language server of VS Code's YAML extension. @throws when it cannot be had */
export function installLanguageServer(): string {
  return install(LANGUAGE_SERVER, lockedVersion(LANGUAGE_SERVER), [fromNpm(LANGUAGE_SERVER)], LANGUAGE_SERVER_PATH);
}

/** Where the language server is once it is installed. */
export function languageServerPath(): string {
  return join(CACHE, LANGUAGE_SERVER, lockedVersion(LANGUAGE_SERVER), LANGUAGE_SERVER_PATH);
}

/** Installs Slack's client for Python. @throws when it cannot be had */
export function installSlackSdk(): string {
  return install('slack-sdk', pinnedVersion('slack-sdk'), [fromPython('slack-sdk')], 'slack_sdk');
}

/** Installs Python's validator of JSON Schema. @throws when it cannot be had */
export function installJsonSchema(): string {
  return install('jsonschema', pinnedVersion('jsonschema'), [fromPython('jsonschema')], 'jsonschema');
}

/** Installs the schemas that check-jsonschema has for GitHub's files, and returns their folder. @throws when it cannot be had */
export function installSchemaStore(): string {
  const name = 'check-jsonschema';
  return install(name, pinnedVersion(name), [fromPython(name)], join('check_jsonschema', 'builtin_schemas', 'vendor'));
}

/** The folder that Python imports a package from once that is installed. */
export function pythonFolder(name: 'slack-sdk' | 'jsonschema'): string {
  return join(CACHE, name, pinnedVersion(name));
}

function requirementsOf(name: string): string {
  return join(import.meta.dirname, `${name}.txt`);
}

function lockedVersion(name: string): string {
  const lock = readFileSync(join(import.meta.dirname, name, 'package-lock.json'));
  return createHash('sha256').update(lock).digest('hex').slice(0, 12);
}

function pinnedVersion(name: string): string {
  const version = /==(\S+)/.exec(readFileSync(requirementsOf(name), 'utf8'))?.[1];
  if (version === undefined) {
    throw new Error(`${requirementsOf(name)} names no version`);
  }
  return version;
}

function fromPython(name: string): Way {
  const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary', ':all:', '--require-hashes'];
  return {
    needs: 'Python 3 with pip',
    install: (folder) =>
      run('python3', ['-m', 'pip', 'install', ...options, '--target', folder, '--requirement', requirementsOf(name)]),
  };
}

/** By a lock file of its own, apart from what every contributor installs. */
function fromNpm(name: string): Way {
  return {
    needs: 'npm',
    install: (folder) => {
      for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
        copyFileSync(join(import.meta.dirname, name, file), join(folder, file));
      }
      run('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']);
    },
  };
}

/** Go compares what it downloads with its public checksum database. */
function fromGo(module: string): Way {
  return {
    needs: 'Go 1.25 or later',
    install: (folder) => run('go', ['install', module], { GOBIN: join(folder, 'bin') }),
  };
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  execFileSync(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
}

function install(name: string, version: string, ways: readonly Way[], path = binaryOf(name)): string {
  const place = join(CACHE, name, version);
  const program = join(place, path);
  if (existsSync(program)) {
    return program;
  }
  console.log(`Installing ${name} ${version} into .cache/ …`);
  mkdirSync(join(CACHE, name), { recursive: true });
  const failures: string[] = [];
  for (const way of ways) {
    // Renamed only when complete, so that an interrupted installation is never taken for a whole one.
    const folder = mkdtempSync(join(CACHE, name, 'partial-'));
    try {
      way.install(folder);
      rmSync(place, { recursive: true, force: true });
      renameSync(folder, place);
      return program;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      failures.push(`with ${way.needs}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `${name} ${version} could not be installed.\n  ${failures.join('\n  ')}\n` +
      `Please install ${ways.map(({ needs }) => needs).join(' or ')}, and run this again.`,
  );
}

function binaryOf(name: string): string {
  return join('bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  if ('code' in error && error.code === 'ENOENT') {
    return 'not found on this machine';
  }
  const lastWords = 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined;
  return lastWords || error.message;
}
