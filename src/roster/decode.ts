import type { Problem } from '../people/problem.ts';

/** A roster may hold about 100,000 entries; what is larger is refused before it is read. */
export const MAX_ROSTER_BYTES = 10 * 1024 * 1024;

/** A line of a roster takes ten bytes at least; a text with more lines than this is mostly empty ones. */
const MAX_LINES = 1_000_000;

type DecodedRoster = { ok: true; text: string } | { ok: false; problem: Problem };

/** Turns the bytes of a roster into text without BOM, in which every line ends with LF. */
export function decodeRoster(bytes: Uint8Array, file: string): DecodedRoster {
  if (bytes.length > MAX_ROSTER_BYTES) {
    const message = `expected at most ${MAX_ROSTER_BYTES} bytes (10 MiB), got ${bytes.length}`;
    return { ok: false, problem: { message, file } };
  }
  if (hasUtf16Mark(bytes)) {
    return {
      ok: false,
      problem: { message: 'expected text in UTF-8, got UTF-16: save the file as UTF-8', file, line: 1, column: 1 },
    };
  }
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) {
    const message = 'expected text in UTF-8, got a byte that is not UTF-8: save the file as UTF-8';
    return { ok: false, problem: { message, file, ...placeAfter(validPrefix(bytes)) } };
  }
  const text = normaliseLineEnds(decoded);
  if (hasTooManyLines(text)) {
    return { ok: false, problem: { message: `expected at most ${MAX_LINES} lines, got more`, file } };
  }
  const index = text.search(/[^\P{Cc}\t\n\u0085]|[\uFFFE\uFFFF]/u);
  if (index === -1) return { ok: true, text };
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  const message = `expected plain text, got the control character U+${code}: delete it`;
  return { ok: false, problem: { message, file, ...placeAfter(text.slice(0, index)) } };
}

function hasTooManyLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= MAX_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > MAX_LINES;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The longest beginning that is UTF-8, found by bisection since the decoder does not say where it stopped. */
function validPrefix(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodePrefix(bytes, middle) === undefined) bad = middle;
    else good = middle;
  }
  return normaliseLineEnds(decodePrefix(bytes, good) ?? '');
}

function decodePrefix(bytes: Uint8Array, length: number): string | undefined {
  try {
    // A character cut at the end of the prefix is no error yet, hence the stream.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

/** The YAML parser knows no CR alone; without this, line numbers would be wrong in such a file. */
function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function placeAfter(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
