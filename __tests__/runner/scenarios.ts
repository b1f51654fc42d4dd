import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_SHA, HEAD_SHA, PULL_REQUEST, pullRequestEvent, pushEvent } from '../support/github-scenario.ts';
import type { Files } from '../support/github-stand-in/index.ts';
import type { WorkflowEvent } from '../support/run-action.ts';

/** A workflow, the event that starts it, and how all of its jobs have to end. */
export interface RunnerScenario {
  readonly title: string;
  /** File in `workflows/`, or with `isExample` in `examples/`. */
  readonly workflow: string;
  readonly isExample?: boolean;
  /** The workflow that an example calls. */
  readonly calls?: string;
  readonly event: WorkflowEvent;
  readonly jobs: Readonly<Record<string, 'success' | 'failure'>>;
  /** Everybody whom Slack was asked to reset. */
  readonly sent?: readonly string[];
  /** How many comments there are at the end. */
  readonly comments?: number;
  /** How calls of other programs begin: `gh`, `aws`. */
  readonly programs?: readonly string[];
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

const repositoryDispatch = (client_payload: Readonly<Record<string, unknown>>): WorkflowEvent => {
  return { name: 'repository_dispatch', payload: { action: 'slack-sign-out', client_payload } };
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
  {
    title: 'the form by hand: a plan, then the reset',
    workflow: 'by-hand.yml',
    isExample: true,
    event: dispatch({ ticket: 'HR-1', 'user-ids': 'W012A3CDE', emails: 'sam@example.com', 'dry-run': 'false' }),
    jobs: { plan: 'success', reset: 'success' },
    sent: ['W012A3CDE', 'W024B4DEF'],
  },
  {
    title: 'the form by hand: the plan only',
    workflow: 'by-hand.yml',
    isExample: true,
    event: dispatch({ ticket: 'HR-1', 'user-ids': 'W012A3CDE', emails: '', 'dry-run': 'true' }),
    jobs: { plan: 'success' },
    sent: [],
  },
  {
    title: 'a plan on a pull request',
    workflow: 'plan.yml',
    isExample: true,
    event: pullRequestEvent(),
    jobs: { plan: 'success' },
    sent: [],
    comments: 1,
  },
  {
    title: 'a reset on merge, verified, with its report',
    workflow: 'reset-on-merge.yml',
    isExample: true,
    event: pushEvent(),
    jobs: { reset: 'success' },
    sent: ['W024B4DEF'],
  },
  {
    title: 'the night finds a leaver who is signed in, and opens an issue',
    workflow: 'nightly.yml',
    isExample: true,
    event: dispatch(),
    jobs: { reset: 'failure', issue: 'success' },
    sent: ['W012A3CDE', 'W024B4DEF'],
    programs: ['gh issue list', 'gh label create', 'gh issue create'],
  },
  {
    title: 'an issue: a plan, then the reset, each with its comment',
    workflow: 'issueops.yml',
    isExample: true,
    event: {
      name: 'issues',
      payload: {
        action: 'labeled',
        label: { name: 'slack-sign-out' },
        issue: { number: PULL_REQUEST, body: '### Who\n\nW012A3CDE\n\n### Ticket\n\nHR-1\n' },
        repository: { full_name: 'octo-org/offboarding' },
      },
    },
    jobs: { plan: 'success', reset: 'success' },
    sent: ['W012A3CDE'],
    comments: 2,
  },
  {
    title: 'organizations in a matrix',
    workflow: 'organizations.yml',
    isExample: true,
    event: dispatch(),
    jobs: { 'reset-1': 'success', 'reset-2': 'success' },
    sent: ['W012A3CDE', 'W024B4DEF'],
  },
  {
    title: 'a reusable workflow, called in eight lines',
    workflow: 'call-reusable.yml',
    isExample: true,
    calls: 'reusable.yml',
    event: pushEvent(),
    jobs: { reset: 'success' },
    sent: ['W024B4DEF'],
  },
  {
    title: 'a token from a vault',
    workflow: 'vault.yml',
    isExample: true,
    event: pushEvent(),
    jobs: { reset: 'success' },
    sent: ['W024B4DEF'],
  },
  {
    title: 'a report copied to an archive',
    workflow: 'attested-archive.yml',
    isExample: true,
    event: pushEvent(),
    jobs: { reset: 'success' },
    sent: ['W024B4DEF'],
    programs: ['aws s3api put-object'],
  },
  {
    title: 'a form of the HR system',
    workflow: 'hr-system.yml',
    isExample: true,
    event: repositoryDispatch({ ticket: 'HR-1', user_ids: ['W012A3CDE'], dry_run: false }),
    jobs: { reset: 'success' },
    sent: ['W012A3CDE'],
  },
  {
    title: 'a form of the HR system that forgets to say whether it is a dry run',
    workflow: 'hr-system.yml',
    isExample: true,
    event: repositoryDispatch({ ticket: 'HR-1', user_ids: ['W012A3CDE'] }),
    jobs: { reset: 'failure' },
    sent: [],
  },
];
