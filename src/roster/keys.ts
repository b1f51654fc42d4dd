import { isScalar, type ParsedNode } from 'yaml';
import { describeText } from '../people/wording.ts';

/** Keys of an entry; keys of a house's own start with `x-`. */
export const ENTRY_KEYS = ['user_id', 'email', 'effective', 'ticket', 'name', 'note'] as const;

/** Keys of a roster in mapping form. */
export const ROSTER_KEYS = ['version', 'leavers'] as const;

/** Longer keys are compared by their beginning only, since comparing takes the product of both lengths. */
const MAX_COMPARED = 40;

/** Gives the text of a key, or undefined when it is not a text. */
export function keyText(key: ParsedNode): string | undefined {
  return isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
}

/** Tells whether a key belongs to the house, so that its value is of no concern. */
export function isOwnKey(key: string | undefined): boolean {
  return key?.startsWith('x-') ?? false;
}

/** Words an unknown key. The key is not quoted, as it may be a name or an address; the place tells which one it is. */
export function describeUnknownKey(key: string | undefined, known: readonly string[]): string {
  const accepted = `accepted are ${known.join(', ')} and keys that start with x-`;
  if (key === undefined) return `found a key that is not a text; ${accepted}`;
  if (key === '<<') return `found the key "<<": merge keys are not supported; ${accepted}`;
  return `found an unknown key, ${describeText(key)}: the nearest known key is "${nearest(key, known)}"; ${accepted}`;
}

function nearest(key: string, known: readonly string[]): string {
  const word = key.slice(0, MAX_COMPARED).toLowerCase();
  let best = '';
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Counts the letters to insert, delete or replace that turn one word into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
