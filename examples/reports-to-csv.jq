# One CSV over many reports, one line per person and run:
#
#   jq -n -r -f reports-to-csv.jq reports/*.json > slack-sign-outs.csv
#
# A text that a spreadsheet would take for a formula gets an apostrophe in front.
def plain: if type == "string" and test("^[=+@\\t\\r-]") then "'" + . else . end;

["started_at", "repository", "run_url", "outcome", "user_id", "status", "error", "found_signed_in", "account", "ticket",
 "source", "effective", "queued_at", "verified_at", "looks", "sessions_before", "sessions_after", "request_id"],
(inputs
 | . as $report
 | .results[]
 | [$report.started_at, $report.run.repository, $report.run.url, $report.outcome,
    .user_id, .status, .error, .found_signed_in, .account, .ticket, .source, .effective,
    .evidence.queued_at, .evidence.verified_at, .evidence.looks,
    (.evidence.sessions_before | if . == null then null else length end),
    (.evidence.sessions_after | if . == null then null else length end),
    .request_id]
 | map(plain))
| @csv
