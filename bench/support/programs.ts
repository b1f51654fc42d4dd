import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SIMULATOR_TOKEN } from '../../__tests__/support/slack-simulator/index.ts';
import { INPUT_NAMES } from '../../src/inputs/names.ts';
import type { Program } from './processes.ts';

/** A folder of its own for what the programs read and write. */
export interface Bench {
  readonly folder: string;
  /** The committed bundle, or another entry, with these inputs, as a runner would start it. */
  action(
    name: string,
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
    entry?: string,
  ): Program;
  /** A one-line script. */
  script(name: string, source: string, env?: Readonly<Record<string, string>>): Program;
  write(path: string, text: string): void;
  remove(): void;
}

const BUNDLE = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

/** Makes a folder to measure in. */
export function makeBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const basis = { PATH: process.env['PATH'] ?? '', HOME: folder };
  write('output', '');
  write('summary', '');
  return {
    folder,
    write,
    action: (name, inputs, env = {}, entry = BUNDLE) => ({
      name,
      args: [entry],
      env: {
        ...basis,
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        GITHUB_REPOSITORY: 'octo-org/offboarding',
        ...Object.fromEntries(INPUT_NAMES.map((key) => [`INPUT_${key.toUpperCase()}`, ''])),
        INPUT_TOKEN: SIMULATOR_TOKEN,
        ...Object.fromEntries(Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])),
        ...env,
      },
    }),
    script: (name, source, env = {}) => ({ name, args: ['-e', source], env: { ...basis, ...env } }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
