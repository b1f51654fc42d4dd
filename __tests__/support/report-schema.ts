import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8')));

/** A person's record in the report. */
export interface ReportedResult {
  readonly user_id: string;
  readonly status: string;
  readonly error: string | null;
  readonly calls: number;
  readonly request_id: string | null;
  readonly at: string | null;
  readonly evidence: {
    readonly requested_at: string;
    readonly sessions_before: readonly string[] | null;
    readonly looked_at: string | null;
    readonly look_request_id: string | null;
    readonly sessions_after: readonly string[] | null;
    readonly looks: number;
    readonly queued_at: string | null;
    readonly queued_request_id: string | null;
    readonly verified_at: string | null;
  } | null;
}

/** What the tests read of a report. */
export interface Report {
  readonly slack: Readonly<Record<string, string | null | readonly string[]>>;
  readonly started_at: string;
  readonly ended_at: string;
  readonly results: readonly ReportedResult[];
}

function isReport(report: unknown): report is Report {
  return validate(report) === true;
}

/**
 * The report of a run.
 *
 * @throws when it breaks `report.schema.json`
 */
export function readReport({ report }: { readonly report: unknown }): Report {
  if (!isReport(report)) {
    throw new Error(
      `The report breaks the schema: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(report, null, 2)}`,
    );
  }
  return report;
}
