// Writes the tables of docs/troubleshooting.md: what to do about each code, in the words of the job summary. With
// --check it only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whatToDo } from '../src/report/remedies.ts';
import { STATUSES, type Status } from '../src/reset/results.ts';
import { ERROR_CODES, type ErrorClass } from '../src/slack/error-catalogue.ts';
import { isPerUserCode } from '../src/slack/error-codes.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'troubleshooting.md');

/** What an error is about, in words. */
const ABOUT: Readonly<Record<ErrorClass, string>> = {
  'per-user': 'one person',
  transient: 'a transient error',
  token: 'the token',
  permission: 'permission',
  network: 'the network',
  plan: 'the plan',
  migration: 'a migration',
  request: 'the request',
  unlisted: 'unknown',
};

/** The page with both tables as the code has them now. */
export function withTables(page: string): string {
  return replaceTable(replaceTable(page, 'errors', slackRows()), 'own-codes', ownRows(page));
}

function slackRows(): readonly string[] {
  const rows = [...ERROR_CODES].map(
    ([code, entry]) =>
      `| \`${code}\` | ${ABOUT[entry.class]} | ${entry.remedy} | ${isPerUserCode(code) ? 'yes' : '–'} |`,
  );
  return ['| code | what it is about | what to do | in `ignore-errors` |', '| --- | --- | --- | --- |', ...rows];
}

/** The rows stay as they are but for the last column. */
function ownRows(page: string): readonly string[] {
  return tableOf(page, 'own-codes').map((row, index) => {
    const [, codes = '', on = ''] = row.split('|');
    const code = /`([^`…]+)/.exec(codes)?.[1];
    const status = STATUSES.find((name) => on.includes(`\`${name}\``));
    return index < 2 || code === undefined ? row : `|${codes}|${on}| ${remedyFor(code, status)} |`;
  });
}

/** `http_…` stands for every status. */
function remedyFor(code: string, status: Status | undefined): string {
  return whatToDo(code.endsWith('_') ? `${code}503` : code, status);
}

function tableOf(page: string, name: string): readonly string[] {
  const [, table = ''] = page.split(new RegExp(`<!-- /?${name} -->`));
  return table.split('\n').filter((line) => line.startsWith('|'));
}

function replaceTable(page: string, name: string, rows: readonly string[]): string {
  const [before = '', , after = ''] = page.split(new RegExp(`<!-- /?${name} -->`));
  return `${before}<!-- ${name} -->\n\n${rows.join('\n')}\n\n<!-- /${name} -->${after}`;
}

if (import.meta.main) {
  const page = readFileSync(PAGE, 'utf8');
  const current = withTables(page);
  if (process.argv.includes('--check')) {
    process.exitCode = page === current ? 0 : 1;
  } else {
    writeFileSync(PAGE, current);
  }
}
