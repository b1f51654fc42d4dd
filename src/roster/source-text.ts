/** Only the beginning of a longer line is looked at. */
const MAX_LINE = 1000;

/** A text with its lines, counted from 1. */
export interface SourceText {
  readonly lineCount: number;
  place(offset: number): { line: number; column: number };
  /** A line without its end; empty where there is none. */
  line(number: number): string;
  /** Where the text ends but for whitespace. */
  readonly endOffset: number;
}

/** Finds the lines of a text whose lines end with LF. */
export function createSourceText(text: string): SourceText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  function place(offset: number): { line: number; column: number } {
    const at = Math.min(offset, text.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  function line(number: number): string {
    const start = starts[number - 1];
    if (start === undefined) return '';
    const end = starts[number] === undefined ? text.length : (starts[number] ?? 0) - 1;
    return text.slice(start, Math.min(end, start + MAX_LINE));
  }
  return { lineCount: starts.length, place, line, endOffset: text.trimEnd().length };
}
