import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/** Anchors of one file; a person writes a handful. */
const MAX_ANCHORS = 10_000;

/** Aliases of one file: two for each of the 100,000 entries that a roster may hold. */
const MAX_ALIASES = 200_000;

/** What is reported when a mapping has a key twice. */
export const DUPLICATE_KEY = 'found the same key twice in one mapping';

/** Called with the place of a problem, as an offset in the text, and the problem in words. */
export type Report = (offset: number, message: string) => void;

/** Knows what the aliases of a file stand for, as far as the file was read. */
export interface NodeIndex {
  /** Takes in a node and all below it, and reports keys given twice. */
  add(node: ParsedNode | null): void;
  /** Gives what an alias stands for; an alias that stands for nothing, and any other node, as it is. */
  resolve(node: ParsedNode): ParsedNode;
  /** Whether there are more anchors or aliases than anybody needs, which was reported: such a file is a trap. */
  isExceeded(): boolean;
}

/** Creates an index in which nodes must be added in the order of the file, as YAML lets anchors be redefined. */
export function createNodeIndex(report: Report): NodeIndex {
  const anchors = new Map<string, ParsedNode>();
  const targets = new WeakMap<ParsedNode, ParsedNode>();
  let aliases = 0;
  function add(node: ParsedNode | null): void {
    if (node === null) return;
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === MAX_ALIASES + 1) report(offsetOf(node), `found more than ${MAX_ALIASES} aliases (*…)`);
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      return;
    }
    if (node.anchor !== undefined) {
      anchors.set(node.anchor, node);
      if (anchors.size === MAX_ANCHORS + 1) report(offsetOf(node), `found more than ${MAX_ANCHORS} anchors (&…)`);
    }
    if (isSeq(node)) for (const item of node.items) add(item);
    if (!isMap<ParsedNode, ParsedNode | null>(node)) return;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key) && seen.has(key.value)) report(offsetOf(key), DUPLICATE_KEY);
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

/** Gives the place where a node begins in the text. */
export function offsetOf(node: ParsedNode | null): number {
  return node?.range?.[0] ?? 0;
}

/** Names the kind of a value without telling the value. */
export function describeKind(node: ParsedNode): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node)) return 'an alias (*…) whose anchor (&…) does not stand before it';
  if (node.value === null) return 'an empty value';
  if (typeof node.value === 'boolean') return 'a boolean';
  return typeof node.value === 'number' ? 'a number' : 'a text';
}
