import type { Mention } from '../people/mention.ts';
import { identityOf } from '../people/person.ts';

/**
 * Keeps the entries whose person was absent before, or whose `effective` is another moment than in every earlier
 * entry of that person. In which file an entry stands makes no difference, so renaming and moving add nobody.
 */
export function keepAdded(now: readonly Mention[], before: readonly Mention[]): readonly Mention[] {
  const known = new Set(before.map(toKey));
  return now.filter((mention) => !known.has(toKey(mention)));
}

function toKey(mention: Mention): string {
  return `${identityOf(mention)} ${mention.effectiveMs ?? 'at once'}`;
}
