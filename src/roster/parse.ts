import { LineCounter } from 'yaml';
import type { Mention } from '../people/mention.ts';
import type { Problem } from '../people/problem.ts';
import { decodeRoster } from './decode.ts';
import { createRosterReader } from './document.ts';
import type { Report } from './nodes.ts';
import { describeSyntaxError } from './syntax.ts';
import { parseInParts, type RosterPart } from './yaml-stream.ts';

/** What a roster file says. */
export interface Roster {
  /** In the order of the file, incomplete when there are problems. */
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

/** After so many problems a file is not worth reading on. */
const MAX_PROBLEMS = 1000;

/** As many people as the input `max-users` can ever allow. */
const MAX_ENTRIES = 1_000_000;

/**
 * Reads a roster and finds all of its problems at once.
 *
 * @param file - path of the roster as the user knows it
 */
export function parseRoster(bytes: Uint8Array, file: string): Roster {
  const steps = parseRosterInSteps(bytes, file);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Reads a roster like `parseRoster`, part by part; before each part it yields who was read up to then.
 *
 * @param partTokens - how large a part is; makes no difference to what is found
 */
export function* parseRosterInSteps(
  bytes: Uint8Array,
  file: string,
  partTokens?: number,
): Generator<readonly Mention[], Roster> {
  const decoded = decodeRoster(bytes, file);
  if (!decoded.ok) return { mentions: [], problems: [decoded.problem] };
  const place = placesIn(decoded.text);
  const problems: Problem[] = [];
  const mentions: Mention[] = [];
  const report: Report = (offset, message) => problems.push({ message, file, ...place(offset) });
  const reader = createRosterReader(report, (entry, offset) =>
    mentions.push({ ...entry, source: `${file}:${place(offset).line}` }),
  );
  const isEnough = (): boolean => problems.length >= MAX_PROBLEMS || mentions.length > MAX_ENTRIES;
  let isValid = true;
  let isWhole = true;
  for (const part of parseInParts(decoded.text, partTokens)) {
    yield mentions;
    const errors = reportErrors(part, report);
    // Values near a syntax error are not what was meant, and complaints about them would bury the error.
    isValid &&= errors === 0;
    isWhole = part.kind === 'nodes' && !isEnough() && (!isValid || reader.read(part.document.contents));
    if (!isWhole) break;
  }
  if (isWhole && isValid) reader.end();
  if (mentions.length > MAX_ENTRIES) problems.push({ message: `found more than ${MAX_ENTRIES} entries`, file });
  return { mentions, problems: inOrder(problems, file) };
}

/** @returns how many errors there are, without mere warnings */
function reportErrors(part: RosterPart, report: Report): number {
  if (part.kind === 'stop') {
    report(part.offset, part.message);
    return 1;
  }
  const { errors, warnings } = part.document;
  for (const error of [...errors, ...warnings]) report(error.pos[0], describeSyntaxError(error));
  return errors.length;
}

function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  return (offset) => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line, column: col };
  };
}

function inOrder(problems: readonly Problem[], file: string): Problem[] {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  if (sorted.length <= MAX_PROBLEMS) return sorted;
  const message = `found more than ${MAX_PROBLEMS} problems; the others are not listed`;
  return [...sorted.slice(0, MAX_PROBLEMS), { message, file }];
}
