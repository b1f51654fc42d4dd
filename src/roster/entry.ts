import { isMap, isScalar, type ParsedNode } from 'yaml';
import { type Email, parseEmail } from '../people/email.ts';
import { parseUserId, type UserId } from '../people/user-id.ts';
import { describeOddCharacter, MAX_VALUE_LENGTH } from '../people/wording.ts';
import {
  describeDateNumber,
  EXPECTED_EFFECTIVE,
  EXPECTED_LAST_DAY,
  parseEffective,
  parseLastDay,
  type RosterDate,
} from './dates.ts';
import { describeUnknownKey, ENTRY_KEYS, isCustomKey, keyText } from './keys.ts';
import { warnOfCutTicket, warnOfSwallowedEntries } from './lost-text.ts';
import { describeKind, offsetOf, type ReadContext } from './nodes.ts';

/** What one entry of a roster says. */
export interface RosterEntry {
  readonly userId?: UserId;
  readonly email?: Email;
  /** When the entry is due, as far as that is known without the time zone of the file. */
  readonly date?: RosterDate;
  readonly dateOffset?: number;
  readonly isLastDay?: true;
  readonly ticket?: string;
}

type Field = { ok: true; fields: RosterEntry } | { ok: false; problem: string };

type ReadField = (value: ParsedNode | undefined) => Field;

const MAX_TICKET_LENGTH = 200;
const EXPECTED_TICKET = `expected one line of at most ${MAX_TICKET_LENGTH} characters`;
const EXPECTED_ENTRY = 'expected a user ID, an e-mail address, or lines that start with "user_id: …" or "email: …"';

const WRAPPED =
  'expected "user_id" or "email" right after "- ", got it below another key: delete this line, and put "- " before the next';

const FIELDS: ReadonlyMap<string, ReadField> = new Map<(typeof ENTRY_KEYS)[number], ReadField>([
  ['user_id', readUserId],
  ['email', readEmail],
  ['effective', readEffective],
  ['last_day', readLastDay],
  ['ticket', readTicket],
  ['name', readIgnored],
  ['note', readIgnored],
]);

/** Reads one entry, a user ID, an e-mail address or a mapping; undefined when something in it was reported. */
export function readEntry(node: ParsedNode, context: ReadContext): RosterEntry | undefined {
  if (isMap<ParsedNode, ParsedNode | null>(node)) return readMapping(node, node.items, context);
  if (isScalar(node) && typeof node.value === 'string') {
    const field = looksLikeEmail(node.value) ? readEmail(node) : readUserId(node);
    if (field.ok) return field.fields;
    context.report(offsetOf(node), field.problem);
    return undefined;
  }
  context.report(offsetOf(node), wrongKind(node, EXPECTED_ENTRY).problem);
  return undefined;
}

function looksLikeEmail(text: string): boolean {
  return text.length <= MAX_VALUE_LENGTH && /\S@/.test(text) && !text.trimStart().startsWith('<@');
}

type Pairs = readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[];

function readMapping(node: ParsedNode, pairs: Pairs, context: ReadContext): RosterEntry | undefined {
  let entry: RosterEntry = {};
  let isGood = true;
  const names = new Set<string | undefined>();
  for (const { key, value } of pairs) {
    const name = keyText(key);
    warnOfSwallowedEntries(name, value, context);
    if (name === 'ticket') warnOfCutTicket(value, context);
    if (isCustomKey(name)) continue;
    names.add(name);
    const field = readField(name, value, context);
    if (field.ok) entry = { ...entry, ...field.fields };
    else context.report(offsetOf(field.atKey ? key : (value ?? key)), field.problem);
    isGood &&= field.ok;
  }
  if (names.has('effective') && names.has('last_day')) {
    const later = pairs.findLast(({ key }) => /^(?:effective|last_day)$/.test(keyText(key) ?? ''));
    context.report(offsetOf(later?.key ?? node), 'expected "effective" or "last_day" in an entry, got both');
    isGood = false;
  }
  const isNamed = names.has('user_id') || names.has('email');
  // A misspelled user_id was already reported, and is the only thing to fix.
  if (!isNamed && isGood) context.report(offsetOf(node), 'expected "user_id" or "email" in each entry, got neither');
  return isNamed && isGood ? withoutSpareEmail(entry) : undefined;
}

function readField(
  name: string | undefined,
  value: ParsedNode | null,
  context: ReadContext,
): Field & { atKey?: boolean } {
  const read = name === undefined ? undefined : FIELDS.get(name);
  if (read === undefined) {
    return { ok: false, problem: isWrapper(value) ? WRAPPED : describeUnknownKey(name, ENTRY_KEYS), atKey: true };
  }
  const field = read(value === null ? undefined : context.index.resolve(value));
  if (!field.ok) return { ok: false, problem: `"${name}": ${field.problem}` };
  return 'date' in field.fields ? { ok: true, fields: { ...field.fields, dateOffset: offsetOf(value) } } : field;
}

/** Whether the person is nested one level too deep. */
function isWrapper(value: ParsedNode | null): boolean {
  return isMap<ParsedNode>(value) && value.items.some(({ key }) => /^(?:user_id|email)$/.test(keyText(key) ?? ''));
}

/** The ID is enough, and an address that is not needed is best dropped. */
function withoutSpareEmail(entry: RosterEntry): RosterEntry {
  if (entry.userId === undefined) return entry;
  const { email: _spare, ...rest } = entry;
  return rest;
}

function readUserId(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongKind(value, 'expected a user ID (U… or W…)');
  const parsed = parseUserId(text);
  return parsed.ok ? { ok: true, fields: { userId: parsed.userId } } : parsed;
}

function readEmail(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongKind(value, 'expected an e-mail address such as jo@example.com');
  const parsed = parseEmail(text);
  return parsed.ok ? { ok: true, fields: { email: parsed.email } } : parsed;
}

function readEffective(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongDate(value, EXPECTED_EFFECTIVE);
  const parsed = parseEffective(text);
  return parsed.ok ? { ok: true, fields: { date: parsed.date } } : withOddCharacter(parsed, text);
}

function readLastDay(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongDate(value, EXPECTED_LAST_DAY);
  const parsed = parseLastDay(text);
  return parsed.ok ? { ok: true, fields: { date: parsed.date, isLastDay: true } } : withOddCharacter(parsed, text);
}

function wrongDate(value: ParsedNode | undefined, expected: string): Field {
  const isNumber = isScalar(value) && typeof value.value === 'number';
  return isNumber
    ? { ok: false, problem: describeDateNumber(Number(value.value), expected) }
    : wrongKind(value, expected);
}

function withOddCharacter(parsed: { ok: false; problem: string }, text: string): Field {
  const odd = describeOddCharacter(text.slice(0, MAX_VALUE_LENGTH));
  return odd === undefined ? parsed : { ok: false, problem: `${parsed.problem}: ${odd}` };
}

function readTicket(value: ParsedNode | undefined): Field {
  const text = textOf(value) ?? numberText(value);
  if (text === undefined) return wrongKind(value, EXPECTED_TICKET);
  const problem = ticketProblem(text);
  if (problem !== undefined) return { ok: false, problem: `${EXPECTED_TICKET}, got ${problem}` };
  return { ok: true, fields: { ticket: text } };
}

function ticketProblem(text: string): string | undefined {
  if (text === '') return 'empty text';
  // No character takes more than two units, so only a text that is short enough is counted by characters.
  if (text.length > 2 * MAX_TICKET_LENGTH || [...text].length > MAX_TICKET_LENGTH) return 'text that is too long';
  if (/\p{Cc}|\u2028|\u2029/u.test(text)) return 'more than one line, or control characters';
  return text.isWellFormed() ? undefined : 'half of a character (a lone surrogate)';
}

function readIgnored(value: ParsedNode | undefined): Field {
  if (value === undefined || isScalar(value)) return { ok: true, fields: {} };
  return wrongKind(value, 'expected one text, in quotes if it starts with a bracket');
}

function textOf(value: ParsedNode | undefined): string | undefined {
  return isScalar(value) && typeof value.value === 'string' ? value.value : undefined;
}

/** A number is copied as it was written, so that 007 stays 007. */
function numberText(value: ParsedNode | undefined): string | undefined {
  return isScalar(value) && Number.isFinite(value.value) ? value.source : undefined;
}

function wrongKind(value: ParsedNode | undefined, expected: string): { ok: false; problem: string } {
  const kind = describeKind(value);
  const advice = kind === 'a list' && /user ID|address|date/.test(expected) ? ': give each person an entry' : '';
  return { ok: false, problem: `${expected}, got ${kind}${advice}` };
}
