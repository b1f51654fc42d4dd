import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { takeFinished } from './finished-nodes.ts';

/** An entry is three levels deep; this leaves room for custom keys. */
const MAX_DEPTH = 64;

/** How many tokens are read before finished entries are handed over: few enough that most of a part dies young. */
const PART_TOKENS = 500;

/** A single entry or value of more tokens than this can only be there to exhaust the memory. */
const MAX_UNFINISHED_TOKENS = 250_000;

/** Directives, documents and errors; a text with more of them is not a roster at all. */
const MAX_OUTER_TOKENS = 100;

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  // The package compares each key with all others of its mapping, which takes minutes on a hostile file.
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

const REASONS = {
  directive: 'expected no YAML directive other than %YAML 1.2, got another: remove the line that starts with %',
  documents: 'expected one list in the file, got a line "---" that begins another: remove that line',
  depth: `expected at most ${MAX_DEPTH} nested levels, got more`,
  size: 'expected a roster, got a single entry, value or comment that is too large to be read',
};

/** A stretch of a roster, or the reason why reading stops. */
export type RosterPart =
  | { readonly kind: 'nodes'; readonly document: Document.Parsed; readonly last: boolean }
  | { readonly kind: 'stop'; readonly offset: number; readonly message: string };

/**
 * Parses a roster part by part, so that only one part of its nodes is in memory at a time.
 *
 * In the order of the file, a part holds finished pairs of the outermost mapping (as a mapping) or finished entries
 * (as a sequence); the last part is the document with what was left of it.
 *
 * @param partTokens - how often finished nodes are handed over; makes no difference to the nodes
 */
export function* parseInParts(text: string, partTokens = PART_TOKENS): Generator<RosterPart, void> {
  const parser = new Parser();
  const outer: CST.Token[] = [];
  let read = 0;
  let takenAt = 0;
  let documentAt: number | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) keepRelevant(outer, token);
    if (outer.length > MAX_OUTER_TOKENS) break;
    if (parser.stack.length > MAX_DEPTH) return yield stop(parser.offset, 'depth');
    read += 1;
    if (read % partTokens !== 0) continue;
    if (outer.some(isDocument)) {
      // Whatever follows the document is an error, unless another document begins.
      if (parser.stack.length > 0) break;
      documentAt ??= read;
      if (read - documentAt > MAX_UNFINISHED_TOKENS) return yield stop(parser.offset, 'size');
      continue;
    }
    for (const token of takeFinished(parser.stack)) {
      takenAt = read;
      yield* compose([token], text.length, false);
    }
    if (read - takenAt > MAX_UNFINISHED_TOKENS) return yield stop(parser.offset, 'size');
  }
  for (const token of parser.end()) keepRelevant(outer, token);
  yield* composeRest(outer, text.length);
}

function keepRelevant(outer: CST.Token[], token: CST.Token): void {
  if (token.type !== 'comment' && token.type !== 'newline' && token.type !== 'space') outer.push(token);
}

function* composeRest(outer: readonly CST.Token[], length: number): Generator<RosterPart, void> {
  for (const token of outer) {
    // %YAML 1.1 would turn words such as "no" into booleans, %TAG would give every tag another meaning.
    if (token.type === 'directive' && !/^%YAML[ \t]+1\.2[ \t]*$/.test(token.source)) {
      return yield stop(token.offset, 'directive');
    }
  }
  const [, second] = outer.filter(isDocument);
  const first = second === undefined ? outer : outer.slice(0, outer.indexOf(second));
  yield* compose(first, length, true);
  if (second !== undefined) yield stop(second.offset, 'documents');
}

function* compose(tokens: readonly CST.Token[], length: number, last: boolean): Generator<RosterPart, void> {
  for (const document of new Composer(OPTIONS).compose(tokens, true, length)) yield { kind: 'nodes', document, last };
}

function isDocument(token: CST.Token): token is CST.Document {
  return token.type === 'document';
}

function stop(offset: number, reason: keyof typeof REASONS): RosterPart {
  return { kind: 'stop', offset, message: REASONS[reason] };
}
