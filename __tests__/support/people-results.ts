import { parseUserId, type UserId } from '../../src/people/user-id.ts';
import { type RunRecord, startRecord, withResults } from '../../src/report/run-record.ts';
import type { PersonResult, Status } from '../../src/reset/results.ts';
import { makeIds } from './scenario.ts';

/** When the made-up runs begin. */
export const RUN_MS = Date.UTC(2026, 10, 22, 9);
export const RUN_ROSTER = 'offboarding/2026-11.yml';
export const RUN_COMMIT = 'c0ffee00'.repeat(5);

const RUNNER = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/offboarding',
  GITHUB_RUN_ID: '1658821493',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: RUN_COMMIT,
};

/** So many people, in the form that results have. */
export function makeUserIds(count: number): readonly UserId[] {
  return makeIds(count).flatMap((text) => {
    const parsed = parseUserId(text);
    return parsed.ok ? parsed.userId : [];
  });
}

const FAILING = new Set(['failed', 'unknown', 'not-attempted', 'still-active']);

/** So many people who ended alike, each on a line of the roster. Whether that fails the step follows the contract's table. */
export function makeResults(
  count: number,
  [status, error]: readonly [Status, string | null],
  {
    person,
    ...rest
  }: Partial<Omit<PersonResult, 'person'>> & { readonly person?: Partial<PersonResult['person']> } = {},
): PersonResult[] {
  const fails =
    FAILING.has(status) ||
    ((status === 'queued' || status === 'verified') && error !== null) ||
    (status === 'skipped' && error !== 'not_due');
  return makeUserIds(count).map((userId, index) => ({
    person: { userId, source: `${RUN_ROSTER}:${index + 1}`, ...person },
    status,
    error,
    foundSignedIn: error === 'found_signed_in',
    fails,
    calls: 1,
    requestId: 'f'.repeat(32),
    atMs: RUN_MS,
    account: null,
    ...rest,
  }));
}

/** A run with these results, as GitHub runs it. */
export function makeRecord(results: readonly PersonResult[], extra: Partial<RunRecord> = {}): RunRecord {
  const record = { ...startRecord(RUNNER, RUN_MS), apiHost: 'slack.com', calls: 3, endedMs: RUN_MS + 7300 };
  return withResults(
    { ...record, rosterPlaces: new Map([[RUN_ROSTER, { path: RUN_ROSTER, sha: RUN_COMMIT }]]), ...extra },
    results,
  );
}
