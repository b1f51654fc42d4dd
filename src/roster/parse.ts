import type { Mention } from '../people/mention.ts';
import type { Problem } from '../people/problem.ts';
import { toWarningList } from './date-warnings.ts';
import { decodeRoster } from './decode.ts';
import { createRosterReader } from './document.ts';
import { createEntryList } from './entry-list.ts';
import { explainFindings, type Finding, findMergeConflict } from './explain.ts';
import type { ReportAt } from './nodes.ts';
import { createSourceText } from './source-text.ts';
import { parseInParts, type RosterPart } from './yaml-stream.ts';

/** What a roster file says. */
export interface Roster {
  /** In the order of the file, incomplete when there are problems. */
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Warnings of dates long past, which are of interest only in a plan and where entries are new. */
  readonly pastWarnings: readonly Problem[];
}

/** After this many problems, a file is not worth reading on. */
const MAX_PROBLEMS = 1000;

/** As many people as the input `max-users` can ever allow. */
const MAX_ENTRIES = 1_000_000;

/**
 * Reads a roster and finds all of its problems at once.
 *
 * @param file - path of the roster as the user knows it
 * @param nowMs - for warnings of dates that are far away; without it there are none
 */
export function parseRoster(bytes: Uint8Array, file: string, nowMs?: number): Roster {
  const steps = parseRosterInSteps(bytes, file, { nowMs });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Reads a roster like `parseRoster`, part by part; before each part it yields the people read so far.
 *
 * @param partTokens - how large a part is; makes no difference to what is found
 */
export function* parseRosterInSteps(
  bytes: Uint8Array,
  file: string,
  { nowMs, partTokens }: { nowMs?: number | undefined; partTokens?: number | undefined } = {},
): Generator<readonly Mention[], Roster> {
  const decoded = decodeRoster(bytes, file);
  if (!decoded.ok) return onlyProblem(decoded.problem);
  const source = createSourceText(decoded.text);
  const conflict = findMergeConflict(source);
  if (conflict !== undefined) return onlyProblem({ ...conflict, file });
  const findings: Finding[] = [];
  const [warnings, pastWarnings]: [Problem[], Problem[]] = [[], []];
  const collect = (list: Problem[]): ReportAt => {
    return (offset, message) => list.push({ message, file, ...source.place(offset) });
  };
  const report: ReportAt = (offset, message) => findings.push({ offset, message });
  const entries = createEntryList((offset) => `${file}:${source.place(offset).line}`, report);
  const reader = createRosterReader({ text: decoded.text, report, warn: collect(warnings) }, entries);
  const isEnough = (): boolean => findings.length >= MAX_PROBLEMS || entries.mentions.length > MAX_ENTRIES;
  let isValid = true;
  let isWhole = true;
  for (const part of parseInParts(decoded.text, partTokens)) {
    yield entries.mentions;
    // Values near a syntax error are not what the author intended, and messages about them would bury the error.
    isValid = takeErrors(part, findings) && isValid;
    isWhole = part.kind === 'nodes' && !isEnough() && (!isValid || reader.read(part.document.contents));
    if (!isWhole) break;
  }
  if (isWhole && isValid) reader.end();
  entries.settle();
  entries.warnOfDates(nowMs, { warn: collect(warnings), warnOfPast: collect(pastWarnings) });
  const problems = explainFindings(findings, source).map((problem) => ({ ...problem, file }));
  const isOver = entries.mentions.length > MAX_ENTRIES;
  return {
    mentions: entries.mentions,
    problems: cut(
      isOver ? [...problems, { message: `expected at most ${MAX_ENTRIES} entries, got more`, file }] : problems,
    ),
    warnings: toWarningList(warnings, file),
    pastWarnings: toWarningList(pastWarnings, file),
  };
}

function onlyProblem(problem: Problem): Roster {
  return { mentions: [], problems: [problem], warnings: [], pastWarnings: [] };
}

/** @returns whether the part is valid, mere warnings aside */
function takeErrors(part: RosterPart, findings: Finding[]): boolean {
  if (part.kind === 'stop') {
    findings.push({ offset: part.offset, message: part.message });
    return false;
  }
  const { errors, warnings } = part.document;
  for (const { pos, code, message } of [...errors, ...warnings]) {
    // The parser takes it for a matter of indentation.
    const isUnclosed = code === 'BAD_INDENT' && /end with a [\]}]$/.test(message);
    findings.push({ offset: pos[0], code: isUnclosed ? 'MISSING_CHAR' : code, isUnclosed });
  }
  return errors.length === 0;
}

function cut(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const [first] = problems;
  const message = `there are more than ${MAX_PROBLEMS} problems; the others are not listed`;
  return [...problems.slice(0, MAX_PROBLEMS), first?.file === undefined ? { message } : { message, file: first.file }];
}
