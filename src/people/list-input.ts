import type { Problem } from './problem.ts';

/** One item of a list input, with its source. */
export interface ListItem<T> {
  readonly value: T;
  /** The input and the index among all its items, refused ones included: `user-ids[0]`. */
  readonly source: string;
}

/** How the items of a list input are separated and read. */
export interface ListFormat<T> {
  /** Name of the input as in `action.yml`. */
  readonly input: string;
  /** What the items are, in the plural: `user IDs`. */
  readonly noun: string;
  /** Matches one item in text that is not JSON; carries the `g` flag. */
  readonly item: RegExp;
  readonly parse: (text: string) => { ok: true; value: T } | { ok: false; problem: string };
}

/** Reads a list input, separated by commas, whitespace or newlines, or one JSON array of strings. */
export function parseList<T>(text: string, format: ListFormat<T>): { items: ListItem<T>[]; problems: Problem[] } {
  const { input, noun } = format;
  const found = text.trim().startsWith('[') ? parseJsonArray(text) : (text.match(format.item) ?? []);
  if (found === undefined) {
    const message = `"${input}": expected ${noun} separated by commas, whitespace or newlines, or one JSON array of strings, got text that starts with [ but is not a JSON array`;
    return { items: [], problems: [{ message }] };
  }
  const items: ListItem<T>[] = [];
  const problems: Problem[] = [];
  for (const [index, item] of found.entries()) {
    const parsed =
      typeof item === 'string' ? format.parse(item) : { ok: false as const, problem: notAString(item, noun) };
    if (parsed.ok) items.push({ value: parsed.value, source: `${input}[${index}]` });
    else problems.push({ message: `"${input}", item ${index + 1}: ${parsed.problem}` });
  }
  return { items, problems };
}

function parseJsonArray(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function notAString(item: unknown, noun: string): string {
  const kind = item === null ? 'null' : Array.isArray(item) ? 'an array' : `a JSON ${typeof item}`;
  return `expected ${noun} as JSON strings, got ${kind}`;
}
