import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/** Anchors of one file; a person writes a handful. */
const MAX_ANCHORS = 10_000;

/** Aliases of one file: two for each of the 100,000 entries that a roster may hold. */
const MAX_ALIASES = 200_000;

/** Called with the place of a problem or warning, as an offset in the text, and its words. */
export type ReportAt = (offset: number, message: string) => void;

/** What the readers of nodes share. */
export interface ReadContext {
  readonly text: string;
  readonly index: NodeIndex;
  readonly report: ReportAt;
  readonly warn: ReportAt;
}

/** Resolves the aliases of a file, as far as the file was read. */
export interface NodeIndex {
  /** Takes in a node and all below it, and reports keys given twice. */
  add(node: ParsedNode | null): void;
  /** Resolves an alias; returns an unknown alias, and any other node, unchanged. */
  resolve(node: ParsedNode): ParsedNode;
  /** Whether there are more anchors or aliases than any roster needs, which was reported: such a file is a trap. */
  isExceeded(): boolean;
}

/** Creates an index in which nodes must be added in the order of the file, as YAML lets anchors be redefined. */
export function createNodeIndex(report: ReportAt): NodeIndex {
  const anchors = new Map<string, ParsedNode>();
  const targets = new WeakMap<ParsedNode, ParsedNode>();
  let aliases = 0;
  function add(node: ParsedNode | null): void {
    if (node === null) return;
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === MAX_ALIASES + 1) report(offsetOf(node), `expected at most ${MAX_ALIASES} aliases (*…), got more`);
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      return;
    }
    if (node.anchor !== undefined) {
      anchors.set(node.anchor, node);
      if (anchors.size === MAX_ANCHORS + 1) {
        report(offsetOf(node), `expected at most ${MAX_ANCHORS} anchors (&…), got more`);
      }
    }
    if (isSeq(node)) for (const item of node.items) add(item);
    if (!isMap<ParsedNode, ParsedNode | null>(node)) return;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key) && seen.has(key.value)) report(offsetOf(key), describeDuplicate(key.value));
      if (isScalar(key)) seen.add(key.value);
      add(key);
      add(value);
    }
  }
  return {
    add,
    resolve: (node) => targets.get(node) ?? node,
    isExceeded: () => anchors.size > MAX_ANCHORS || aliases > MAX_ALIASES,
  };
}

/** Describes a key that occurs twice in one mapping. */
export function describeDuplicate(key: unknown): string {
  const isPerson = key === 'user_id' || key === 'email';
  return isPerson
    ? `expected "${key}" once in an entry, got it twice: put "- " before the first line of each person`
    : 'expected each key once, got the same key twice';
}

/** Returns the offset where a node begins in the text. */
export function offsetOf(node: ParsedNode | null): number {
  return node?.range?.[0] ?? 0;
}

/** Names the kind of a value without quoting it. */
export function describeKind(node: ParsedNode | null | undefined): string {
  if (node === undefined || node === null) return 'no value';
  if (isMap(node)) return 'keys and values';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node))
    return 'an alias (*…) of an anchor (&…) that is not above; put text that starts with * in quotes';
  if (node.value === null) return 'no value';
  if (typeof node.value === 'boolean') return 'true or false';
  return typeof node.value === 'number' ? 'a number' : 'text';
}
