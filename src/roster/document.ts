import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { type RosterEntry, readEntry } from './entry.ts';
import { describeUnknownKey, ENTRY_KEYS, isCustomKey, keyText, ROSTER_KEYS } from './keys.ts';
import { warnOfSwallowedEntries } from './lost-text.ts';
import { createNodeIndex, describeDuplicate, describeKind, offsetOf, type ReadContext } from './nodes.ts';
import { parseTimeZone, type StartOfDay } from './time-zone.ts';

/** Reads one roster, part by part. */
export interface RosterReader {
  /** Takes the next part, in the order of the file; returns whether it is worth reading on. */
  read(contents: ParsedNode | null): boolean;
  /** Reports what is missing after everything was read. */
  end(): void;
}

/** Takes what a roster says, in the order of the file; offsets are places in the text. */
export interface RosterHandler {
  onEntry(entry: RosterEntry, offset: number): void;
  onTimeZone(startOfDay: StartOfDay): void;
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

const EXPECTED_ROSTER = 'expected a list of entries, each beginning with "- ", or "leavers:" with such a list';
const EXPECTED_LEAVERS = 'expected a list of entries, each beginning with "- "';
const DASH = 'put "- " before the first line of each person';
const NO_LEAVERS = 'expected the key "leavers", got none; its list may be empty';

/** Creates the reader of one roster. */
export function createRosterReader(source: Omit<ReadContext, 'index'>, handler: RosterHandler): RosterReader {
  const { report } = source;
  const index = createNodeIndex(report);
  const context = { ...source, index };
  const readEntries = createEntriesReader(context, handler);
  const keys = new Set<string | undefined>();
  let isMapping = false;
  let mayLackLeavers = false;
  let hasEntryKey = false;

  function readPair({ key, value }: Pair): void {
    index.add(key);
    index.add(value);
    const name = keyText(key);
    const isKnown = name !== undefined && keys.has(name);
    keys.add(name);
    if (isKnown) report(offsetOf(key), describeDuplicate(name));
    else if (name === 'leavers') readLeavers({ key, value });
    else if (name === 'version') checkVersion({ key, value });
    else if (name === 'time_zone') readTimeZone({ key, value });
    else if (isCustomKey(name)) warnOfSwallowedEntries(name, value, context);
    else reportForeignKey(key, name);
  }

  function reportForeignKey(key: ParsedNode, name: string | undefined): void {
    // The misspelled key is the only thing to fix, whether or not it is the one that is missing.
    mayLackLeavers = true;
    const isOfEntry = ENTRY_KEYS.some((known) => known === name);
    if (!isOfEntry) report(offsetOf(key), describeUnknownKey(name, ROSTER_KEYS));
    else if (!hasEntryKey) report(offsetOf(key), `expected "${name}" within an entry, got it outside: ${DASH}`);
    hasEntryKey ||= isOfEntry;
  }

  function checkVersion({ key, value }: Pair): void {
    const node = resolve(value);
    if (isScalar(node) && node.value === 1) return;
    report(offsetOf(value ?? key), `"version": expected 1, got ${describeVersion(node)}`);
  }

  function readTimeZone({ key, value }: Pair): void {
    const node = resolve(value);
    const isText = isScalar(node) && typeof node.value === 'string';
    const kind = {
      ok: false,
      problem: `expected a time zone such as Europe/Berlin, got ${describeKind(node)}`,
    } as const;
    const parsed = isText ? parseTimeZone(String(node.value)) : kind;
    if (parsed.ok) handler.onTimeZone(parsed.startOfDay);
    else report(offsetOf(value ?? key), `"time_zone": ${parsed.problem}`);
  }

  function readLeavers({ key, value }: Pair): void {
    const list = resolve(value);
    if (isSeq<ParsedNode>(list)) readEntries(list.items);
    else if (!isEmpty(list)) {
      const advice = isMap(list) ? `: ${DASH}` : '';
      report(offsetOf(value ?? key), `"leavers": ${EXPECTED_LEAVERS}, got ${describeKind(list)}${advice}`);
    }
  }

  function resolve(value: ParsedNode | null): ParsedNode | null {
    return value === null ? null : index.resolve(value);
  }

  function read(contents: ParsedNode | null): boolean {
    if (isMap<ParsedNode, ParsedNode | null>(contents)) {
      isMapping = true;
      for (const pair of contents.items) readPair(pair);
    } else if (isSeq<ParsedNode>(contents)) {
      index.add(contents);
      readEntries(contents.items);
    } else if (!isEmpty(contents)) report(offsetOf(contents), `${EXPECTED_ROSTER}, got ${describeKind(contents)}`);
    return !index.isExceeded();
  }

  function end(): void {
    if (isMapping && !keys.has('leavers') && !mayLackLeavers) report(0, NO_LEAVERS);
  }
  return { read, end };
}

function createEntriesReader(context: ReadContext, { onEntry }: RosterHandler): (items: readonly ParsedNode[]) => void {
  const anchored = new Map<ParsedNode, RosterEntry | undefined>();

  function entryOf(node: ParsedNode): RosterEntry | undefined {
    // Read once, so that many aliases of a large entry neither take long nor repeat its problems.
    if (anchored.has(node)) return anchored.get(node);
    const entry = readEntry(node, context);
    if (!isAlias(node) && node.anchor !== undefined) anchored.set(node, entry);
    return entry;
  }
  return (items) => {
    for (const item of items) {
      const entry = entryOf(context.index.resolve(item));
      if (entry !== undefined) onEntry(entry, offsetOf(item));
    }
  };
}

function isEmpty(value: ParsedNode | null): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

function describeVersion(value: ParsedNode | null): string {
  if (!isScalar(value) || typeof value.value !== 'number') return describeKind(value);
  // No personal number is that short.
  return /^\d{1,2}(?:\.\d)?$/.test(value.source ?? '') ? `"${value.source}"` : 'another number';
}
