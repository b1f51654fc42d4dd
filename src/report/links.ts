import { linkToLine, linkToRun } from '../runner/links.ts';
import type { RunRecord } from './run-record.ts';

const SERVER = /^https?:\/\/[\w.-]+(?::\d{1,5})?$/;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The page of the line where a person was requested; undefined for inputs and for files without a page. */
export function findLineLink(source: string, record: RunRecord): string | undefined {
  const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(source) ?? [];
  const place = record.rosterPlaces.get(file);
  const pages = findPages(record);
  if (place?.path.isWellFormed() !== true || pages === undefined || !SHA.test(place.sha)) {
    return undefined;
  }
  return escapeUrl(linkToLine(pages, place.sha, { path: place.path, line: Number(line) }));
}

/** The page of this attempt of the run; undefined where the runner does not say. */
export function findRunLink(record: RunRecord): string | undefined {
  const pages = findPages(record);
  const { runId, runAttempt } = record.context;
  return pages === undefined || !/^\d+$/.test(runId ?? '') ? undefined : linkToRun(pages, runId ?? '', runAttempt ?? 1);
}

function findPages({ context }: RunRecord): { serverUrl: string; repository: string } | undefined {
  const { serverUrl, repository } = context;
  return SERVER.test(serverUrl ?? '') && REPOSITORY.test(repository ?? '')
    ? { serverUrl: serverUrl ?? '', repository: repository ?? '' }
    : undefined;
}

/** Characters that are valid in a URL but end a Markdown link. */
function escapeUrl(url: string): string {
  return url.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
