import { closeSync, constants, openSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import * as core from '@actions/core';
import { needsAttention } from '../reset/results.ts';
import { toResult } from './report-file.ts';
import type { RunRecord } from './run-record.ts';

/** An output longer than this is cut; GitHub keeps 1 MB of outputs for a whole job. */
const MAX_RESULTS_CHARACTERS = 400_000;
const MAX_IDS_CHARACTERS = 100_000;

/** The step outputs, by name, and a warning for each that had to be cut. */
export function renderOutputs(
  record: RunRecord,
  reportPath: string,
): { outputs: ReadonlyMap<string, string>; warnings: readonly string[] } {
  const { tally } = record;
  const warnings: string[] = [];
  const failing = record.results.filter(needsAttention);
  const ids = failing.flatMap(({ person }) => person.userId ?? []);
  const failedIds = renderList(ids, MAX_IDS_CHARACTERS);
  if (failedIds.left > 0) {
    warnings.push(
      `The output "failed-user-ids" leaves out ${failedIds.left} of ${ids.length} IDs; the report has all of them.`,
    );
  }
  let resultList = renderList(record.results, MAX_RESULTS_CHARACTERS, toResult);
  if (resultList.left > 0) {
    resultList = renderList(failing, MAX_RESULTS_CHARACTERS, toResult);
    const cut = resultList.left === 0 ? 'only' : `only ${failing.length - resultList.left} of`;
    warnings.push(
      `The output "results" would be too long: it contains ${cut} the people who fail the step; the report has everybody.`,
    );
  }
  const outputs = new Map<string, string>([
    ['outcome', record.outcome],
    ['user-count', String(tally.people)],
    ['queued-count', String(tally.queued + tally.verified + tally['still-active'])],
    ['verified-count', String(tally.verified)],
    ['signed-out-count', String(tally['signed-out'])],
    ['failed-count', String(tally.needsAttention)],
    ['skipped-count', String(tally.skipped)],
    ['failed-user-ids', failedIds.text],
    ['results', resultList.text],
    ['report-path', reportPath],
  ]);
  return { outputs, warnings };
}

/** A JSON array of as many leading items as fit, and how many were left out. */
function renderList<Item>(
  items: readonly Item[],
  maxCharacters: number,
  toJson: (item: Item) => unknown = (item) => item,
): { text: string; left: number } {
  const parts: string[] = [];
  let characters = '[]'.length;
  for (const item of items) {
    const part = JSON.stringify(toJson(item));
    characters += part.length + (parts.length === 0 ? 0 : 1);
    if (characters > maxCharacters) {
      break;
    }
    parts.push(part);
  }
  return { text: `[${parts.join(',')}]`, left: items.length - parts.length };
}

/**
 * Sets an output of the step.
 *
 * @param path - the runner's file; without it, the toolkit would fall back on a command that GitHub is giving up
 * @throws when the file cannot be written, or is not named
 */
export function writeOutput(name: string, value: string, { path }: { path: string | undefined }): void {
  if (!path) throw new Error('GITHUB_OUTPUT is not set');
  core.setOutput(name, value);
}

/**
 * Appends to the job summary, in place of what this step wrote before.
 *
 * @param startBytes - the size of the file when the step began
 * @throws when the runner's file cannot be written, or is not there
 */
export function writeSummary(
  markdown: string,
  { path, startBytes }: { path: string | undefined; startBytes: number },
): void {
  if (!path) throw new Error('GITHUB_STEP_SUMMARY is not set');
  if (statSync(path).size > startBytes) truncateSync(path, startBytes);
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeFileSync(file, markdown);
  } finally {
    closeSync(file);
  }
}

/** The size of the job summary before this step writes to it, in bytes; 0 when it cannot be read. */
export function summarySize(path: string | undefined): number {
  return (path ? statSync(path, { throwIfNoEntry: false })?.size : undefined) ?? 0;
}
