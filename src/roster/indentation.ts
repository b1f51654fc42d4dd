import type { SourceText } from './source-text.ts';

/** An entry has fewer lines than this above the one in question. */
const MAX_ENTRY_LINES = 30;

const ENTRY =
  /^( *)-( +)(?=(?:user_id|email|effective|last_day|ticket|name|note|x-[\w-]*) *:|["']?[UW][A-Z0-9]{2,31}|\S+@)/;
const KEY_LINE = /^( *)(user_id|email|effective|last_day|ticket|name|note|x-[\w-]*) *:(?: |$)/;

/** Finds a line that does not start in the column in which the lines above it start. */
export function findIndentationSlip(
  line: number,
  source: SourceText,
  isHere: boolean,
): { column: number; message: string } | undefined {
  const text = source.line(line);
  const entry = ENTRY.exec(text);
  if (entry !== null) return compare((entry[1] ?? '').length, columnOfEntries(line, source));
  const pair = KEY_LINE.exec(text);
  if (pair !== null) return checkKey(pair, line, source);
  const isLoose =
    isHere && line > 1 && /^ *[^\s#\-"'[\]{}:][^:]*$/.test(text) && findEntry(line - 1, source) !== undefined;
  if (!isLoose) return undefined;
  const message =
    'expected an entry or a key with a colon, got other text: to go on with the text above, indent this line more';
  return { column: text.search(/\S/) + 1, message };
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
