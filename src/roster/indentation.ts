import type { SourceText } from './source-text.ts';

/** An entry has fewer lines than this above the one in question. */
const MAX_ENTRY_LINES = 30;

const ENTRY =
  /^( *)-( +)(?=(?:user_id|email|effective|last_day|ticket|name|note|x-[\w-]*) *:|["']?[UW][A-Z0-9]{2,31}|\S+@)/;
const KEY_LINE = /^( *)(user_id|email|effective|last_day|ticket|name|note|x-[\w-]*) *:(?: |$)/;

const NO_LEAVERS = 'expected "leavers:" above the list, got none: type it on a line of its own before the first "- "';
const DASH = 'expected "- " only before the first line of a person, got another one: delete it';

/** Finds a line that does not start in the column in which the lines above it start. */
export function findIndentationSlip(
  line: number,
  source: SourceText,
  isHere: boolean,
): { column: number; message: string } | undefined {
  const text = source.line(line);
  const entry = ENTRY.exec(text);
  if (entry !== null) return checkEntry(entry, line, source);
  const pair = KEY_LINE.exec(text);
  if (pair !== null) return checkKey(pair, line, source);
  const isLoose =
    isHere && line > 1 && /^ *[^\s#\-"'[\]{}:][^:]*$/.test(text) && findEntry(line - 1, source) !== undefined;
  if (!isLoose) return undefined;
  const message =
    'expected an entry or a key with a colon, got other text: to continue the text above, indent this line further';
  return { column: text.search(/\S/) + 1, message };
}

function checkEntry(entry: RegExpExecArray, line: number, source: SourceText): ReturnType<typeof findIndentationSlip> {
  const indent = (entry[1] ?? '').length;
  const first = columnOfEntries(line, source);
  if (first === undefined) return hasOtherKey(line, source) ? { column: indent + 1, message: NO_LEAVERS } : undefined;
  const isKey = /^ *- +(?:effective|last_day|ticket|name|note) *:/.test(source.line(line));
  if (indent !== first && isKey && findEntry(line - 1, source)?.column === indent)
    return { column: indent + 1, message: DASH };
  return compare(indent, first);
}

/** Whether `time_zone` or `version` stands above a list that has no `leavers`. */
function hasOtherKey(line: number, source: SourceText): boolean {
  const above = Array.from({ length: Math.min(line - 1, MAX_ENTRY_LINES) }, (_, index) =>
    source.line(line - 1 - index),
  );
  return (
    above.some((text) => /^(?:time_zone|version) *:/.test(text)) && !above.some((text) => /^leavers *:/.test(text))
  );
}

function checkKey(pair: RegExpExecArray, line: number, source: SourceText): ReturnType<typeof findIndentationSlip> {
  const indent = (pair[1] ?? '').length;
  const key = pair[2] ?? '';
  const above = findEntry(line - 1, source);
  if (above === undefined) return undefined;
  const lines = Array.from({ length: line - above.line }, (_, index) => source.line(above.line + index));
  const isSecond = lines.some((text) => new RegExp(`^ *(?:- +)?${key} *:`).test(text));
  if (indent !== above.column && isSecond && /^(?:user_id|email)$/.test(key)) {
    return { column: indent + 1, message: `expected "- " before "${key}" of another person, got none: type it` };
  }
  return compare(indent, above.column);
}

function compare(indent: number, expected: number | undefined): { column: number; message: string } | undefined {
  if (expected === undefined || indent === expected) return undefined;
  const message = `expected this line to start in column ${expected + 1} like the lines above, got column ${indent + 1}`;
  return { column: indent + 1, message };
}

/** The entry to which a line belongs, and how far its keys are indented. */
function findEntry(line: number, source: SourceText): { line: number; column: number } | undefined {
  for (let above = line; above > 0 && line - above < MAX_ENTRY_LINES; above -= 1) {
    const [, indent, blanks] = ENTRY.exec(source.line(above)) ?? [];
    if (indent !== undefined && blanks !== undefined) {
      return { line: above, column: indent.length + 1 + blanks.length };
    }
  }
  return undefined;
}

/** How far the first entry above a line is indented: the one that the others follow. */
function columnOfEntries(line: number, source: SourceText): number | undefined {
  for (let first = 1; first < line; first += 1) {
    const [, indent] = ENTRY.exec(source.line(first)) ?? [];
    if (indent !== undefined) return indent.length;
  }
  return undefined;
}
