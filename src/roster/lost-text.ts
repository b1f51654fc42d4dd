import { isScalar, type ParsedNode } from 'yaml';
import { offsetOf, type ReadContext } from './nodes.ts';

/** A line of a longer text that looks like an entry of a roster or its first key. */
const ENTRY =
  /\n[ \t]*(?=-[ \t]+(?:(?:user_id|email)[ \t]*:|[UW](?=[A-Z]*\d)[A-Z0-9]{8,11}[ \t]*(?:#|\n|$)|\S+@\S+\.\S+[ \t]*(?:\n|$))|user_id[ \t]*:)/;

/** Nobody writes longer text by hand. */
const MAX_SEARCHED = 100_000;

/** Warns of multi-line text that swallows the entries below it. */
export function warnOfSwallowedEntries(
  key: string | undefined,
  value: ParsedNode | null,
  { text, warn }: Pick<ReadContext, 'text' | 'warn'>,
): void {
  if (!isScalar(value) || typeof value.value !== 'string' || !value.range) return;
  const [start, end] = value.range;
  const match = ENTRY.exec(text.slice(start, Math.min(end, start + MAX_SEARCHED)));
  if (match === null) return;
  const which = key === 'note' || key === 'name' || key === 'ticket' ? `"${key}"` : 'this key';
  warn(
    offsetOf(value) + match.index + match[0].length,
    `the text of ${which} looks like an entry from here on, but is read as text and names nobody: indent the entry like the others`,
  );
}

const CUT_TICKET =
  'what follows "#" is a comment and not part of the ticket: to keep it, put the whole value in quotes';

/** Warns of a ticket such as `HR #1234`, which YAML reads as `HR`: a space and # start a comment. */
export function warnOfCutTicket(value: ParsedNode | null, { text, warn }: Pick<ReadContext, 'text' | 'warn'>): void {
  const end = value?.range?.[1];
  if (!isScalar(value) || value.value === null || end === undefined) return;
  if (/^[ \t]+#[^\s#]/.test(text.slice(end, end + 20))) warn(end, CUT_TICKET);
}
