import type { ErrorCode } from 'yaml';
import { findSlip, type Slip } from './slips.ts';
import type { SourceText } from './source-text.ts';
import { describeSyntaxError } from './syntax.ts';

/** Something wrong at a place of the text: in our own words, or as a code of the YAML parser. */
export type Finding =
  | { readonly offset: number; readonly message: string }
  | {
      readonly offset: number;
      readonly code: ErrorCode;
      /** A bracket that opens in a line above is not closed. */
      readonly isUnclosed?: boolean;
    };

const UNCLOSED =
  'expected a closing bracket for the one that opens here, and every line in between indented: close it, or indent them';

interface PlacedMessage {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** An entry has fewer lines than this before the one that the parser complains about. */
const MAX_ENTRY_LINES = 30;

const CONFLICT =
  'expected a finished file, got an unresolved merge conflict: keep the right lines and delete those that start with <<<<<<<, ======= and >>>>>>>';

/** Finds the first mark of a merge conflict that was not resolved. */
export function findMergeConflict(source: SourceText): PlacedMessage | undefined {
  let first: number | undefined;
  let isCertain = false;
  for (let line = 1; line <= source.lineCount && !(isCertain && first !== undefined); line += 1) {
    const [, mark] = /^([<|=>])\1{6}(?: |$)/.exec(source.line(line)) ?? [];
    if (mark === undefined) continue;
    first ??= line;
    // Lines of = and | also occur in ordinary text.
    isCertain ||= mark === '<' || mark === '>';
  }
  return isCertain && first !== undefined ? { message: CONFLICT, line: first, column: 1 } : undefined;
}

/**
 * Turns findings into messages, in file order. If a line shows a common slip, that slip is named once, instead of
 * everything that follows from it.
 */
export function explainFindings(findings: readonly Finding[], source: SourceText): PlacedMessage[] {
  const explained = new Map<string, PlacedMessage>();
  const entries = new Set<number>();
  let hasSlip = false;
  const sorted = findings.toSorted((a, b) => a.offset - b.offset);
  for (const finding of sorted) {
    const place = source.place(finding.offset);
    const slip = 'code' in finding ? findSyntaxSlip(finding, place.line, source) : findOwnSlip(place.line, source);
    if (slip !== undefined) {
      hasSlip ||= 'code' in finding;
      const key = slip.isOfFile ? slip.message : `${slip.line}`;
      if (!explained.has(key)) explained.set(key, toPlaced(slip));
    } else if ('message' in finding) {
      explained.set(`${place.line}:${place.column} ${finding.message}`, { message: finding.message, ...place });
    } else {
      // What the parser says behind an explained slip, or twice of an entry, follows from the first.
      const entry = startOfEntry(place.line, source);
      if (!hasSlip && !entries.has(entry)) {
        explained.set(`syntax ${entry}`, { message: describeSyntaxError(finding.code), ...place });
      }
      entries.add(entry);
    }
  }
  return [...explained.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function toPlaced({ message, line, column }: Slip & { line: number }): PlacedMessage {
  return { message, line, column };
}

function findOwnSlip(line: number, source: SourceText): (Slip & { line: number }) | undefined {
  const slip = findSlip(line, source, 'values');
  return slip === undefined ? undefined : { ...slip, line };
}

/** The slip behind a syntax error: in its line, in the lines of its entry above, or in the one below. */
function findSyntaxSlip(
  { offset, code, isUnclosed = false }: Extract<Finding, { code: ErrorCode }>,
  line: number,
  source: SourceText,
): (Slip & { line: number }) | undefined {
  if (isUnclosed) {
    const opening = findOpening(line, source);
    return opening === undefined ? undefined : { ...opening, message: UNCLOSED };
  }
  const first = startOfEntry(line, source);
  const lines = Array.from({ length: line - first }, (_, index) => line - 1 - index);
  const own = findSlip(line, source, 'here', code);
  if (own !== undefined) return { ...own, line };
  for (const near of [...lines, line + 1]) {
    const slip = findSlip(near, source, 'near', code);
    if (slip !== undefined) return { ...slip, line: near };
  }
  // A quote that is never closed swallows the rest of the file.
  return code === 'MISSING_CHAR' && offset >= source.endOffset ? findOpening(line, source) : undefined;
}

/** The nearest line above that opens a quote or a bracket and does not close it. */
function findOpening(line: number, source: SourceText): (Slip & { line: number }) | undefined {
  for (let above = line; above > 0; above -= 1) {
    const slip = findSlip(above, source, 'open');
    if (slip !== undefined) return { ...slip, line: above };
  }
  return undefined;
}

function startOfEntry(line: number, source: SourceText): number {
  for (let above = line; above > 0 && line - above < MAX_ENTRY_LINES; above -= 1) {
    if (/^\s*-(?:\s|$)/.test(source.line(above))) return above;
  }
  return line;
}
