import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PersonResult } from '../reset/results.ts';
import { VERSION } from '../runner/version.ts';
import type { RunRecord } from './run-record.ts';
import { toTimestamp } from './text.ts';

/** Increases when a program that reads earlier reports could be misled. */
const SCHEMA_VERSION = 1;

/** One person in the output `results`. */
export interface Result {
  readonly user_id: string | null;
  readonly status: string;
  readonly error: string | null;
  readonly found_signed_in: boolean;
  readonly source: string;
  readonly calls: number;
  readonly request_id: string | null;
  readonly at: string | null;
}

/** A person's result as an object of `results`. */
export function toResult(result: PersonResult): Result {
  const { person, status, error, foundSignedIn, calls, requestId, atMs } = result;
  return {
    user_id: person.userId ?? null,
    status,
    error,
    found_signed_in: foundSignedIn,
    source: person.source,
    calls,
    request_id: requestId,
    at: toTimestamp(atMs),
  };
}

/**
 * The JSON report, in pieces, since it may be large: `report.schema.json` describes it. Each person is one complete
 * line, so that a search finds the whole record. The same run gives the same bytes.
 */
export function* renderReport(record: RunRecord): Generator<string> {
  const { results } = record;
  const frame = JSON.stringify({ ...toHead(record), results: [] }, null, 2);
  const end = frame.lastIndexOf(']');
  yield frame.slice(0, end);
  let divider = '';
  for (const result of results) {
    yield `${divider}\n    ${JSON.stringify(toEntry(result, record.startedMs))}`;
    divider = ',';
  }
  yield `${results.length > 0 ? '\n  ' : ''}${frame.slice(end)}\n`;
}

function toEntry(result: PersonResult, requestedAtMs: number): object {
  return {
    ...toResult(result),
    effective: toTimestamp(result.person.effectiveMs),
    ticket: result.person.ticket ?? null,
    account: result.account,
    evidence: toEvidence(result, requestedAtMs),
  };
}

function toHead(record: RunRecord): object {
  const { context, tally } = record;
  return {
    schema_version: SCHEMA_VERSION,
    action: { name: 'slack-session-reset', version: VERSION },
    run: {
      repository: context.repository,
      commit: context.commit,
      ref: context.ref,
      event: context.event,
      workflow: context.workflow,
      job: context.job,
      run_id: context.runId,
      run_attempt: context.runAttempt,
      url: context.url,
      actor: context.actor,
      triggering_actor: context.triggeringActor,
    },
    slack: {
      api_host: record.apiHost,
      team_id: record.token?.teamId ?? null,
      enterprise_id: record.token?.enterpriseId ?? null,
      acting_user_id: record.token?.userId ?? null,
      warnings: record.slackWarnings,
    },
    rosters: record.rosters.map(({ path, sha256 }) => ({ path, sha256 })),
    options: record.options,
    started_at: toTimestamp(record.startedMs),
    ended_at: toTimestamp(record.endedMs),
    outcome: record.outcome,
    stopped_by: record.stop?.error ?? null,
    problems: record.problems.map(({ message, file, line, column }) => ({
      message,
      file: file ?? null,
      line: line ?? null,
      column: column ?? null,
    })),
    faults: record.faults,
    totals: toTotals(tally),
  };
}

function toEvidence({ evidence }: PersonResult, requestedAtMs: number): object | null {
  return evidence === undefined
    ? null
    : {
        requested_at: toTimestamp(requestedAtMs),
        sessions_before: evidence.sessionsBefore,
        looked_at: toTimestamp(evidence.lookedAtMs),
        look_request_id: evidence.lookRequestId,
        sessions_after: evidence.sessionsAfter,
        looks: evidence.looks,
        queued_at: toTimestamp(evidence.queuedAtMs),
        queued_request_id: evidence.queuedRequestId,
        verified_at: toTimestamp(evidence.verifiedAtMs),
      };
}

function toTotals({ people, needsAttention, ...counts }: RunRecord['tally']): Readonly<Record<string, number>> {
  const named = Object.entries(counts).map(([status, count]) => [status.replaceAll('-', '_'), count]);
  return { people, needs_attention: needsAttention, ...Object.fromEntries(named) };
}

/** Each write to disk has at least this many characters. */
const STEP_CHARACTERS = 65_536;

/**
 * Writes the report whole or not at all, and creates the folders it needs: a temporary file next to it is renamed when
 * all of it is on disk. A failure leaves nothing behind.
 *
 * @returns its SHA-256 in hexadecimal
 * @throws the file system's error when the file cannot be written
 */
export function writeReport(path: string, pieces: Iterable<string>): string {
  const made = mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.slack-session-reset-${randomUUID()}.tmp`);
  try {
    const sha256 = writeDraft(draft, pieces);
    renameSync(draft, path);
    return sha256;
  } catch (error) {
    rmSync(draft, { force: true });
    if (made !== undefined) removeEmptyFolders(dirname(path), made);
    throw error;
  }
}

function writeDraft(path: string, pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'wx');
  const flush = (text: string): void => {
    hash.update(text);
    writeFileSync(file, text);
  };
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < STEP_CHARACTERS) continue;
      flush(waiting);
      waiting = '';
    }
    flush(waiting);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Removes folders from the innermost to the outermost, until one of them is not empty. */
function removeEmptyFolders(innermost: string, outermost: string): void {
  try {
    for (let folder = innermost; folder.length >= outermost.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Another process has put something there.
  }
}
