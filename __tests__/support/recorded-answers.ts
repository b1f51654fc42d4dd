import { readdirSync, readFileSync } from 'node:fs';
import type { HttpAnswer } from '../../src/slack/reply.ts';

const FOLDER = new URL('../recorded/', import.meta.url);

/** How an answer came to be known: nobody who works on this program wrote it. */
export const KINDS: readonly string[] = ['documentation', 'recorded sample', 'public code', 'issue thread'];

/** An answer of Slack's that others published. */
export interface RecordedAnswer extends HttpAnswer {
  readonly name: string;
  readonly source: string;
  readonly kind: string;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Reads all recorded answers, in the order of their names. */
export function readRecordedAnswers(): readonly RecordedAnswer[] {
  return readdirSync(FOLDER)
    .map((file) => {
      const { body, text, headers = {}, ...rest } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
      return { name: file.replace(/\.json$/, ''), body, text: text ?? JSON.stringify(body), headers, ...rest };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
