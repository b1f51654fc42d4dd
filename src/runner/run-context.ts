import { readFileSync } from 'node:fs';
import { findHeadCommit, linkToRun, memberOf } from './links.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment that the runner gives to the step. */
export const env: Environment = process.env;

/** Where the run was started, and who started it, for the report. A field is null if GitHub does not say. */
export interface RunContext {
  readonly repository: string | null;
  readonly commit: string | null;
  readonly ref: string | null;
  readonly event: string | null;
  readonly workflow: string | null;
  readonly job: string | null;
  readonly runId: string | null;
  readonly runAttempt: number | null;
  readonly url: string | null;
  readonly serverUrl: string | null;
  /** The head of the pull request that the run is about. */
  readonly headCommit: string | null;
  readonly actor: string | null;
  readonly triggeringActor: string | null;
}

/** Reads the run's context from the variables that GitHub sets for every step. */
export function readRunContext(env: Environment): RunContext {
  const read = (name: string): string | null => env[name] || null;
  const [server, repository, runId] = [read('GITHUB_SERVER_URL'), read('GITHUB_REPOSITORY'), read('GITHUB_RUN_ID')];
  const given = Number(read('GITHUB_RUN_ATTEMPT') ?? Number.NaN);
  const attempt = Number.isInteger(given) ? given : null;
  return {
    repository,
    commit: read('GITHUB_SHA'),
    ref: read('GITHUB_REF'),
    event: read('GITHUB_EVENT_NAME'),
    workflow: read('GITHUB_WORKFLOW'),
    job: read('GITHUB_JOB'),
    runId,
    runAttempt: attempt,
    url: server && repository && runId ? linkToRun({ serverUrl: server, repository }, runId, attempt ?? 1) : null,
    serverUrl: server,
    headCommit: findHeadCommit(readEvent(env['GITHUB_EVENT_PATH'])) ?? null,
    actor: read('GITHUB_ACTOR'),
    triggeringActor: read('GITHUB_TRIGGERING_ACTOR'),
  };
}

/** Says why a reset under this event may come before anybody has reviewed it. */
export function readEventWarnings(env: Environment): readonly string[] {
  switch (env['GITHUB_EVENT_NAME']) {
    case 'workflow_run':
      return [
        'Under workflow_run the triggering run may belong to an unreviewed pull request: make sure ' +
          'that people and rosters do not come from it.',
      ];
    case 'pull_request':
      return isMergedPullRequest(env)
        ? []
        : [
            'Under pull_request people are reset before the change is reviewed and merged: set "dry-run: true", and ' +
              'reset on push to the main branch.',
          ];
    default:
      return [];
  }
}

/** Whether the event is that of a pull request that was merged. */
export function isMergedPullRequest(env: Environment): boolean {
  return memberOf(memberOf(readEvent(env['GITHUB_EVENT_PATH']), 'pull_request'), 'merged') === true;
}

/** The event as GitHub delivered it; undefined when it cannot be read. */
function readEvent(eventPath: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(eventPath ?? '', 'utf8'));
  } catch {
    return undefined;
  }
}
