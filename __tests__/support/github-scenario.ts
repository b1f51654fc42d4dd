import { type GitHubOptions, type GitHubStandIn, startGitHub } from './github-stand-in/index.ts';
import type { ActionRun, RunOptions, WorkflowEvent } from './run-action.ts';
import { type Inputs, resetWith, withSlack } from './scenario.ts';
import type { SimulatorOptions, SlackSimulator } from './slack-simulator/index.ts';

/** Made-up commits: the one before the change, and the one that the workflow runs on. */
export const BASE_SHA = 'ba5e0000000000000000000000000000000ba5e0';
export const HEAD_SHA = 'c0ffee00000000000000000000000000c0ffee00';

/** The number of the pull request in the events below. */
export const PULL_REQUEST = 17;

const REPOSITORY = { full_name: 'octo-org/offboarding', name: 'offboarding', owner: { login: 'octo-org' } };

/** A push on top of the base. */
export function pushEvent(before: unknown = BASE_SHA): WorkflowEvent {
  return { name: 'push', payload: { ref: 'refs/heads/main', before, after: HEAD_SHA, repository: REPOSITORY } };
}

/** A pull request against the base. */
export function pullRequestEvent(name = 'pull_request'): WorkflowEvent {
  const pull_request = {
    number: PULL_REQUEST,
    merged: false,
    base: { sha: BASE_SHA, ref: 'main' },
    head: { sha: HEAD_SHA },
  };
  return { name, payload: { action: 'synchronize', number: PULL_REQUEST, pull_request, repository: REPOSITORY } };
}

/** A merge group on top of the base. */
export function mergeGroupEvent(): WorkflowEvent {
  const merge_group = { base_sha: BASE_SHA, head_sha: HEAD_SHA, base_ref: 'refs/heads/main' };
  return { name: 'merge_group', payload: { action: 'checks_requested', merge_group, repository: REPOSITORY } };
}

/** A simulated Slack and a stand-in for GitHub, and a way to run the action against both. */
export interface Scene {
  readonly slack: SlackSimulator;
  readonly github: GitHubStandIn;
  run(inputs: Inputs, options?: RunOptions): Promise<ActionRun>;
}

/** Runs a scenario against a Slack and a GitHub of its own, and closes both whatever happens. */
export async function withScene<T>(
  options: { readonly slack?: SimulatorOptions; readonly github?: GitHubOptions },
  act: (scene: Scene) => Promise<T>,
): Promise<T> {
  const github = await startGitHub(options.github);
  try {
    return await withSlack(options.slack ?? {}, (slack) => {
      const run = (inputs: Inputs, { env, ...rest }: RunOptions = {}): Promise<ActionRun> =>
        resetWith(slack, inputs, {
          ...rest,
          env: { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: github.graphqlUrl, GITHUB_SHA: HEAD_SHA, ...env },
        });
      return act({ slack, github, run });
    });
  } finally {
    await github.close();
  }
}
