import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_SHA, HEAD_SHA, pullRequestEvent, pushEvent } from '../support/github-scenario.ts';
import type { Files } from '../support/github-stand-in/index.ts';
import type { WorkflowEvent } from '../support/run-action.ts';

/** A workflow, the event that starts it, and how all of its jobs have to end. */
export interface RunnerScenario {
  readonly title: string;
  /** File in `workflows/`. */
  readonly workflow: string;
  readonly event: WorkflowEvent;
  readonly jobs: Readonly<Record<string, 'success' | 'failure'>>;
}

const ROSTER = '__tests__/runner/offboarding/leavers.yml';

const ROOT = join(import.meta.dirname, '..', '..');
const NOW: Files = { [ROSTER]: readFileSync(join(ROOT, ROSTER), 'utf8') };
/** The commit that the runner finds in the `.git` of its checkout, which is this project's own. */
const PROJECT_SHA = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();

/** What the stand-in for GitHub has: the roster before, with one of the entries less, and as it is now. */
export const COMMITS: Readonly<Record<string, Files>> = {
  [BASE_SHA]: {
    [ROSTER]:
      '- user_id: W012A3CDE\n  effective: 2026-01-31\n  ticket: HR-1234\n- user_id: U035C5EFG\n  effective: 2999-12-31\n',
  },
  [HEAD_SHA]: NOW,
  [PROJECT_SHA]: NOW,
};

const dispatch = (inputs: Readonly<Record<string, string>> = {}): WorkflowEvent => {
  return { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main', inputs } };
};

export const SCENARIOS: readonly RunnerScenario[] = [
  {
    title: 'IDs given by hand',
    workflow: 'dispatch.yml',
    event: dispatch({ 'user-ids': 'W012A3CDE, U035C5EFG' }),
    jobs: { reset: 'success' },
  },
  { title: 'a roster on push', workflow: 'push-all.yml', event: pushEvent(), jobs: { reset: 'success' } },
  { title: 'added entries on push', workflow: 'push-added.yml', event: pushEvent(), jobs: { reset: 'success' } },
  {
    title: 'a plan on a pull request, without a token',
    workflow: 'pull-request.yml',
    event: pullRequestEvent(),
    jobs: { plan: 'success' },
  },
  {
    title: 'a refused person, read by later steps, expressions and matrices',
    workflow: 'refused.yml',
    event: dispatch(),
    jobs: {
      reset: 'success',
      'everybody-1': 'success',
      'everybody-2': 'success',
      'everybody-3': 'success',
      hand: 'success',
    },
  },
  {
    title: 'a refused person turns the job red',
    workflow: 'red.yml',
    event: dispatch(),
    jobs: { reset: 'failure', verdict: 'success' },
  },
  {
    title: 'a matrix of jobs',
    workflow: 'matrix.yml',
    event: dispatch(),
    jobs: { 'reset-1': 'success', 'reset-2': 'success', all: 'success' },
  },
];
