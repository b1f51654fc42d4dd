import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { describeText } from '../people/wording.ts';
import { type RosterEntry, readEntry } from './entry.ts';
import { describeUnknownKey, ENTRY_KEYS, isOwnKey, keyText, ROSTER_KEYS } from './keys.ts';
import { createNodeIndex, DUPLICATE_KEY, describeKind, type NodeIndex, offsetOf, type Report } from './nodes.ts';

/** Reads one roster, part by part. */
export interface RosterReader {
  /** Takes the next part, in the order of the file; tells whether it is worth reading on. */
  read(contents: ParsedNode | null): boolean;
  /** Reports what is missing now that all was read. */
  end(): void;
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

const ACCEPTED = 'accepted are a list of entries, or a mapping with "leavers"';

/** Gets every good entry with its place in the text. */
export type OnEntry = (entry: RosterEntry, offset: number) => void;

/** Creates the reader of one roster. */
export function createRosterReader(report: Report, onEntry: OnEntry): RosterReader {
  const index = createNodeIndex(report);
  const readEntries = createEntriesReader(index, report, onEntry);
  const keys = new Set<string | undefined>();
  let isMapping = false;

  function readPair({ key, value }: Pair): void {
    index.add(key);
    index.add(value);
    const name = keyText(key);
    if (name !== undefined && keys.has(name)) report(offsetOf(key), DUPLICATE_KEY);
    else if (name === 'leavers') readLeavers({ key, value });
    else if (name === 'version') checkVersion({ key, value });
    else if (!isOwnKey(name)) report(offsetOf(key), unknownKey(name));
    keys.add(name);
  }

  function checkVersion({ key, value }: Pair): void {
    if (isScalar(value) && value.value === 1) return;
    report(offsetOf(value ?? key), `"version": found ${describeVersion(value)}; accepted is 1`);
  }

  function readLeavers({ key, value }: Pair): void {
    const list = value === null ? null : index.resolve(value);
    if (isSeq<ParsedNode>(list)) readEntries(list.items);
    else if (!isEmpty(list)) {
      report(offsetOf(value ?? key), `"leavers": found ${describe(list)}; accepted is a list of entries`);
    }
  }

  function read(contents: ParsedNode | null): boolean {
    if (isMap<ParsedNode, ParsedNode | null>(contents)) {
      isMapping = true;
      for (const pair of contents.items) readPair(pair);
    } else if (isSeq<ParsedNode>(contents)) {
      index.add(contents);
      readEntries(contents.items);
    } else if (!isEmpty(contents)) report(offsetOf(contents), `found ${describe(contents)}; ${ACCEPTED}`);
    return !index.isExceeded();
  }

  function end(): void {
    if (isMapping && !keys.has('leavers')) report(0, 'found no key "leavers"; it is needed, though it may be empty');
  }
  return { read, end };
}

function createEntriesReader(
  index: NodeIndex,
  report: Report,
  onEntry: OnEntry,
): (items: readonly ParsedNode[]) => void {
  const anchored = new Map<ParsedNode, RosterEntry | undefined>();

  function entryOf(node: ParsedNode): RosterEntry | undefined {
    // Read once, so that many aliases of a large entry neither take long nor repeat its problems.
    if (anchored.has(node)) return anchored.get(node);
    const entry = readEntry(node, index, report);
    if (!isAlias(node) && node.anchor !== undefined) anchored.set(node, entry);
    return entry;
  }
  return (items) => {
    for (const item of items) {
      const entry = entryOf(index.resolve(item));
      if (entry !== undefined) onEntry(entry, offsetOf(item));
    }
  };
}

function unknownKey(name: string | undefined): string {
  const message = describeUnknownKey(name, ROSTER_KEYS);
  const isOfEntry = ENTRY_KEYS.some((key) => key === name);
  return isOfEntry ? `found "${name}" outside of an entry; entries are a list under "leavers"` : message;
}

function isEmpty(value: ParsedNode | null): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

function describe(value: ParsedNode | null): string {
  return value === null ? 'no value' : describeKind(value);
}

function describeVersion(value: ParsedNode | null): string {
  return isScalar(value) && typeof value.value === 'number' ? describeText(value.source) : describe(value);
}
