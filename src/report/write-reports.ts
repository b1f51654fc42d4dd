import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { formatPeopleCount } from '../people/wording.ts';
import { needsAttention, type PersonResult, whoNeedAttention } from '../reset/results.ts';
import type { Annotations } from './annotations.ts';
import { renderCounts, renderFailure, renderHeadline } from './headline.ts';
import { failStep, renderOutputs, writeOutput, writeSummary } from './outputs.ts';
import { renderReport, writeReport } from './report-file.ts';
import { placeReport } from './report-path.ts';
import type { RunRecord } from './run-record.ts';
import { renderSummary } from './summary.ts';
import { toLogText } from './text.ts';

/** People listed one by one in the log; the report has everybody. */
const MAX_LOG_LINES = 1000;
/** What is shorter is no token, and taking it out everywhere would spoil JSON and IDs. */
const MIN_SECRET_LENGTH = 8;

/** Where a run is told beside outputs, log and job summary. */
export interface ReportTargets {
  /** Relative to the workspace; absent means a file in the runner's temporary folder. */
  readonly reportPath: string | undefined;
  /** Publishes the comment, if one is wanted; the result says why it could not. */
  readonly comment: ((markdown: string) => Promise<string | undefined>) | undefined;
  readonly annotations: Annotations;
  /** Texts that may stand in nothing that is written. */
  readonly secrets: readonly string[];
  /** Fires when the run is cancelled, which fails the step even when all was done by then. */
  readonly cancelled: AbortSignal;
}

/**
 * Tells how a run ended: report, outputs, log, job summary, and last of all the failure of the step, if it fails.
 * What cannot be written is said in the log and fails the step, and everything else is still written.
 */
export async function finish(ended: RunRecord, telling: ReportTargets): Promise<void> {
  const { reportPath, comment, annotations, secrets, cancelled } = telling;
  const record = withCancellation(ended, cancelled);
  const hidden = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
  const redact = (text: string): string => hidden.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const faults: string[] = [];
  const report = attempt(faults, 'The report could not be written', () => {
    // Judged again, since much may have happened to the disk meanwhile.
    const place = placeReport(reportPath, process.env);
    if ('problem' in place) throw new Error(`"report-path": ${place.problem}`);
    return { path: place.path, sha256: writeReport(place.path, renderReport(record).map(redact)) };
  });
  const reportSha256 = report?.sha256;
  if (report !== undefined && process.env['GITHUB_ARTIFACTS']) {
    const list = process.env['GITHUB_ARTIFACTS'];
    attempt(faults, 'The report could not be named as an artifact', () => appendFileSync(list, `${report.path}\n`));
  }
  const { outputs, warnings } = renderOutputs(record, report?.path ?? '');
  for (const [name, value] of outputs) {
    attempt(faults, `The output "${name}" could not be written`, () => writeOutput(name, redact(value)));
  }
  annotations.show(
    'warning',
    warnings.map((message) => ({ message })),
  );
  logResults(record.results);
  const told = { ...record, faults: [...record.faults, ...faults.slice(0, 3)] };
  try {
    writeSummary(redact(renderSummary(told, { reportSha256 })), process.env['GITHUB_STEP_SUMMARY']);
  } catch (error) {
    told.faults.push(`The job summary could not be written (${codeOf(error)}).`);
  }
  const noComment = await comment?.(redact(renderSummary(told, { reportSha256, maxBytes: MAX_COMMENT_BYTES }))).catch(
    codeOf,
  );
  if (noComment !== undefined) {
    // The outcome of the run does not depend on its comment.
    annotations.warn(`No comment on the pull request: ${noComment}.`);
  }
  conclude(withCancellation(told, cancelled), annotations);
}

function withCancellation(record: RunRecord, { aborted }: AbortSignal): RunRecord {
  return aborted && record.stop === undefined ? { ...record, stop: { error: 'cancelled' } } : record;
}

/** A comment may hold 65,536 characters; a character has at least one byte, and some room is left for the marker. */
const MAX_COMMENT_BYTES = 64_000;

function attempt<Result>(faults: string[], what: string, write: () => Result): Result | undefined {
  try {
    return write();
  } catch (error) {
    faults.push(`${what} (${codeOf(error)}).`);
    return undefined;
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code || (error instanceof Error ? error.message : String(error));
}

function logResults(results: readonly PersonResult[]): void {
  if (results.length === 0) {
    return;
  }
  const ordered = [...whoNeedAttention(results), ...results.filter((result) => !needsAttention(result))];
  core.startGroup(`Outcome of everybody (${formatPeopleCount(results.length)})`);
  for (const { person, status, error } of ordered.slice(0, MAX_LOG_LINES)) {
    const code = error === null ? '' : ` (${error})`;
    core.info(toLogText(`${person.userId ?? 'by e-mail address'}, ${person.source}: ${status}${code}`));
  }
  if (ordered.length > MAX_LOG_LINES) {
    core.info(`and ${ordered.length - MAX_LOG_LINES} more, in the report`);
  }
  core.endGroup();
}

function conclude(record: RunRecord, annotations: Annotations): void {
  const failure = renderFailure(record);
  // What fails the step is said by its last line, in words.
  const words = failure === undefined ? renderHeadline(record) : renderCounts(record.tally);
  core.info(toLogText(`Outcome: ${record.outcome}. ${words}.`));
  annotations.show('error', record.problems);
  annotations.close();
  if (failure !== undefined) {
    failStep(failure);
  }
}
