import type { CST } from 'yaml';

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** The parser still looks at the last item of a collection, and for comments at the one before. */
const IN_USE = 2;

/**
 * Takes what is finished out of a parser's stack: pairs of the outermost mapping, then entries of the outermost
 * sequence or of the `leavers` sequence, each as a document of its own with offsets unchanged.
 */
export function takeFinished(stack: readonly CST.Token[]): CST.Document[] {
  const [document, root, child] = stack;
  if (document?.type !== 'document' || !isCollection(root)) return [];
  if (isSequence(root)) return take(root, IN_USE);
  // While its last value is being read, nothing before that pair is looked at again.
  const pairs = take(root, child === undefined ? IN_USE : 1);
  const inLeavers = isCollection(child) && isSequence(child) && isLeavers(root.items.at(-1)?.key);
  return inLeavers ? [...pairs, ...take(child, IN_USE)] : pairs;
}

function take(collection: Collection, keep: number): CST.Document[] {
  const count = collection.items.length - keep;
  if (count < 1) return [];
  // A missing comma is an error that only the neighbours together show, so the cut waits for a better place.
  if (collection.type === 'flow-collection' && !collection.items[count]?.start.some(isComma)) return [];
  return [{ type: 'document', offset: collection.offset, start: [], value: split(collection, count) }];
}

function split(collection: Collection, count: number): Collection {
  const finished = splitItems(collection, count);
  // The length of a key is measured from the beginning of the collection when the key is the first one.
  const [next] = collection.items;
  collection.offset = next?.key?.offset ?? next?.start[0]?.offset ?? next?.sep?.[0]?.offset ?? collection.offset;
  return finished;
}

function splitItems(collection: Collection, count: number): Collection {
  switch (collection.type) {
    case 'block-map':
      return { ...collection, items: collection.items.splice(0, count) };
    case 'block-seq':
      return { ...collection, items: collection.items.splice(0, count) };
    case 'flow-collection':
      return splitFlow(collection, count);
  }
}

function splitFlow(collection: CST.FlowCollection, count: number): CST.FlowCollection {
  const items = collection.items.splice(0, count);
  const isSeq = isSequence(collection);
  if (isSeq) for (const item of items) settle(item);
  // What is left begins a collection of its own later on, where a comma may not come first.
  const rest = collection.items[0]?.start ?? [];
  rest.splice(rest.findIndex(isComma), 1);
  const { offset, indent } = collection;
  const end: CST.SourceToken = isSeq
    ? { type: 'flow-seq-end', offset, indent, source: ']' }
    : { type: 'flow-map-end', offset, indent, source: '}' };
  return { ...collection, items, end: [end] };
}

/** The parser takes every item of a flow sequence for a key, and sets this right only at the end of the sequence. */
function settle(item: CST.CollectionItem): void {
  const { key, sep, start } = item;
  if (key === undefined || key === null || sep === undefined || item.value !== undefined) return;
  if ([...start, ...sep].some(({ type }) => type === 'explicit-key-ind' || type === 'map-value-ind')) return;
  delete item.key;
  delete item.sep;
  item.value = key;
  // A long comment makes more tokens than a call takes arguments, so nothing is pushed here.
  const end = 'end' in key && key.end !== undefined ? [...key.end, ...sep] : sep;
  Object.assign(key, { end });
}

function isCollection(token: CST.Token | undefined): token is Collection {
  return token?.type === 'block-map' || token?.type === 'block-seq' || token?.type === 'flow-collection';
}

function isSequence(collection: Collection): boolean {
  return collection.type === 'block-seq' || ('start' in collection && collection.start.type === 'flow-seq-start');
}

function isComma(token: CST.SourceToken): boolean {
  return token.type === 'comma';
}

function isLeavers(key: CST.Token | null | undefined): boolean {
  return key !== undefined && key !== null && 'source' in key && /^(["']?)leavers\1$/.test(key.source);
}
