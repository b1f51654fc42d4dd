import { readFileSync } from 'node:fs';
import { type ActionRun, type RunOptions, runAction } from './run-action.ts';
import {
  SIMULATOR_TOKEN,
  type SimulatorOptions,
  type SlackSimulator,
  startSlackSimulator,
} from './slack-simulator/index.ts';

export const RESET = 'admin.users.session.resetBulk';

/** `version` of package.json. */
export const PACKAGE_VERSION: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version;

/** The inputs of a step, by their names in `action.yml`. */
export type Inputs = Readonly<Record<string, string>>;

/** Runs a scenario against a simulator of its own, and closes that whatever happens. */
export async function withSlack<T>(options: SimulatorOptions, act: (slack: SlackSimulator) => Promise<T>): Promise<T> {
  const slack = await startSlackSimulator(options);
  try {
    return await act(slack);
  } finally {
    await slack.close();
  }
}

/** Runs the action against a simulator, with its token and nothing else but the inputs given. */
export function resetWith(
  slack: Pick<SlackSimulator, 'url'>,
  inputs: Inputs,
  options?: RunOptions,
): Promise<ActionRun> {
  return runAction({ token: SIMULATOR_TOKEN, 'api-url': slack.url, ...inputs }, options);
}

/** What the output `results` says of everybody, in its order: ID, status, error. */
export function standings({ results }: ActionRun): (readonly [string | null, string, string | null])[] {
  return results.map(({ user_id, status, error }) => [user_id, status, error] as const);
}

/** IDs of so many made-up people. */
export function makeIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `W${String(index).padStart(6, '0')}`);
}

/** The messages of all annotations of a kind, in the order of the log. */
export function annotations({ commands }: ActionRun, kind: 'error' | 'warning'): string[] {
  return commands.filter(({ name }) => name === kind).map(({ message }) => message);
}

/** How often a text occurs in another. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Every `at …` line of a stack trace that the process printed. */
export function stackLines({ stdout, stderr }: ActionRun): string[] {
  return `${stdout}\n${stderr}`.split('\n').filter((line) => /^\s+at \S/.test(line));
}
