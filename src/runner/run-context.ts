/** Where and by whom the run was started, for the report. Every field is null when GitHub does not say. */
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
  readonly actor: string | null;
  readonly triggeringActor: string | null;
}

/** Reads the run's context from the variables that GitHub sets for every step. */
export function readRunContext(env: Readonly<Record<string, string | undefined>>): RunContext {
  const read = (name: string): string | null => env[name] || null;
  const [server, repository, runId] = [read('GITHUB_SERVER_URL'), read('GITHUB_REPOSITORY'), read('GITHUB_RUN_ID')];
  const attempt = Number(read('GITHUB_RUN_ATTEMPT') ?? Number.NaN);
  return {
    repository,
    commit: read('GITHUB_SHA'),
    ref: read('GITHUB_REF'),
    event: read('GITHUB_EVENT_NAME'),
    workflow: read('GITHUB_WORKFLOW'),
    job: read('GITHUB_JOB'),
    runId,
    runAttempt: Number.isInteger(attempt) ? attempt : null,
    url: server && repository && runId ? `${server}/${repository}/actions/runs/${runId}` : null,
    actor: read('GITHUB_ACTOR'),
    triggeringActor: read('GITHUB_TRIGGERING_ACTOR'),
  };
}
