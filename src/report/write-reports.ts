import { appendFileSync } from 'node:fs';
import { formatPeopleCount } from '../people/wording.ts';
import { needsAttention, type PersonResult, whoNeedAttention } from '../reset/results.ts';
import type { Log } from '../runner/log.ts';
import type { Annotations } from './annotations.ts';
import { renderCounts, renderFailure, renderHeadline } from './headline.ts';
import { renderOutputs, writeOutput, writeSummary } from './outputs.ts';
import { renderReport, writeReport } from './report-file.ts';
import { placeReport } from './report-path.ts';
import type { RunRecord } from './run-record.ts';
import { renderSummary } from './summary.ts';
import { toLogText } from './text.ts';

/** People listed one by one in the log; the report has everybody. */
const MAX_LOG_LINES = 1000;
/** Shorter text is not a token, and masking it everywhere would corrupt JSON and IDs. */
const MIN_SECRET_LENGTH = 8;

/** Where a run is reported. */
export interface ReportTargets {
  readonly log: Log;
  readonly annotations: Annotations;
  /** Text that must not appear in anything that is written. */
  readonly secrets: readonly string[];
  /** The variables by which the runner names its files. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative to the workspace; absent means a file in the runner's temporary folder. */
  readonly reportPath: string | undefined;
  /** The size of the job summary when the step began. */
  readonly summaryBytes: number;
}

/**
 * Writes report, outputs, log and job summary, synchronously. If one of them cannot be written, the log says so and the
 * step fails, but the others are still written.
 *
 * Writes them again where a run has come to another end in the meantime; the later ones replace the earlier ones.
 *
 * @returns the record with the faults found while writing, and the checksum of the report
 */
export function writeReports(record: RunRecord, targets: ReportTargets): RunRecord {
  const { reportPath, annotations, log, env, summaryBytes } = targets;
  const redact = redactor(targets.secrets);
  const faults: string[] = [];
  const report = attempt(faults, 'The report could not be written', () => {
    // Checked again, since the disk may have changed in the meantime.
    const place = placeReport(reportPath, env);
    if ('problem' in place) throw new Error(`"report-path": ${place.problem}`);
    return { path: place.path, sha256: writeReport(place.path, renderReport(record).map(redact)) };
  });
  const artifacts = env['GITHUB_ARTIFACTS'];
  const isFirst = record.reportPath === undefined;
  if (report !== undefined && artifacts && isFirst) {
    attempt(faults, 'The report could not be listed as an artifact', () =>
      appendFileSync(artifacts, `${report.path}\n`),
    );
  }
  const { outputs, warnings } = renderOutputs(record, report?.path ?? '');
  for (const [name, value] of outputs) {
    attempt(faults, `The output "${name}" could not be written`, () =>
      writeOutput(name, redact(value), { path: env['GITHUB_OUTPUT'] }),
    );
  }
  if (isFirst) {
    annotations.show(
      'warning',
      [...warnings, ...warnOfIgnored(record)].map((message) => ({ message })),
    );
    logResults(record.results, log);
  }
  const written = {
    ...record,
    reportPath: report?.path ?? reportPath,
    reportSha256: report?.sha256,
    faults: [...record.faults, ...faults.slice(0, 3)],
  };
  const unwritten: string[] = [];
  attempt(unwritten, 'The job summary could not be written', () =>
    writeSummary(redact(renderSummary(written)), { path: env['GITHUB_STEP_SUMMARY'], startBytes: summaryBytes }),
  );
  return { ...written, faults: [...written.faults, ...unwritten] };
}

/** The text of the comment: the job summary, cut to the size of a comment. */
export function renderComment(record: RunRecord, { secrets }: Pick<ReportTargets, 'secrets'>): string {
  return redactor(secrets)(renderSummary(record, MAX_COMMENT_BYTES));
}

/** A comment may hold 65,536 characters; a character has at least one byte, and some room is left for the marker. */
const MAX_COMMENT_BYTES = 64_000;

function redactor(secrets: readonly string[]): (text: string) => string {
  const hidden = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
  return (text) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

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

/** Everybody refused and ignored: this is what a token of another organization looks like. */
function warnOfIgnored({ outcome, results }: RunRecord): readonly string[] {
  const due = results.filter(({ error }) => error !== 'not_due');
  return outcome === 'partial' && due.length > 0 && due.every(({ status }) => status === 'ignored')
    ? [
        `Slack refused all ${formatPeopleCount(due.length)}, and "ignore-errors" ignores that: it may be the wrong organization. ` +
          'Set "org-id" to check that.',
      ]
    : [];
}

function logResults(results: readonly PersonResult[], log: Log): void {
  if (results.length === 0) {
    return;
  }
  const ordered = [...whoNeedAttention(results), ...results.filter((result) => !needsAttention(result))];
  log.startGroup(`Results (${formatPeopleCount(results.length)})`);
  for (const { person, status, error } of ordered.slice(0, MAX_LOG_LINES)) {
    const code = error === null ? '' : ` (${error})`;
    log.info(toLogText(`${person.userId ?? 'by e-mail address'}, ${person.source}: ${status}${code}`));
  }
  if (ordered.length > MAX_LOG_LINES) {
    log.info(`and ${ordered.length - MAX_LOG_LINES} more, in the report`);
  }
  log.endGroup();
}

/** Logs how the run ended, and fails the step if it must: the only place that does. */
export function writeVerdict(
  record: RunRecord,
  { log, annotations }: Pick<ReportTargets, 'log' | 'annotations'>,
): void {
  const failure = renderFailure(record);
  const calm = failure === undefined ? renderHeadline(record) : renderCounts(record.tally);
  const words = record.problems.length > 0 ? 'Nothing was sent' : calm;
  annotations.show('error', record.problems);
  annotations.close();
  if (failure !== undefined) {
    process.exitCode = 1;
    log.annotate('error', toLogText(failure));
  }
  log.info(toLogText(`Outcome: ${record.outcome}. ${words}.`));
}
