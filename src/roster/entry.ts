import { isMap, isScalar, type ParsedNode } from 'yaml';
import { type Email, parseEmail } from '../people/email.ts';
import { parseUserId, type UserId } from '../people/user-id.ts';
import { MAX_VALUE_LENGTH } from '../people/wording.ts';
import { EFFECTIVE_ACCEPTED, parseEffective } from './effective.ts';
import { describeUnknownKey, ENTRY_KEYS, isOwnKey, keyText } from './keys.ts';
import { describeKind, type NodeIndex, offsetOf, type Report } from './nodes.ts';

/** What one entry of a roster says. */
export interface RosterEntry {
  readonly userId?: UserId;
  readonly email?: Email;
  readonly effectiveMs?: number;
  readonly ticket?: string;
}

type Field = { ok: true; fields: RosterEntry } | { ok: false; problem: string };

type ReadField = (value: ParsedNode | undefined) => Field;

const MAX_TICKET_LENGTH = 200;
const TICKET_ACCEPTED = `accepted is one line of at most ${MAX_TICKET_LENGTH} characters`;

const FIELDS: ReadonlyMap<string, ReadField> = new Map<(typeof ENTRY_KEYS)[number], ReadField>([
  ['user_id', readUserId],
  ['email', readEmail],
  ['effective', readEffective],
  ['ticket', readTicket],
  ['name', readIgnored],
  ['note', readIgnored],
]);

/** Reads one entry, a user ID, an e-mail address or a mapping; undefined when something in it was reported. */
export function readEntry(node: ParsedNode, index: NodeIndex, report: Report): RosterEntry | undefined {
  if (isMap<ParsedNode, ParsedNode | null>(node)) return readMapping(node.items, index, { node, report });
  if (isScalar(node) && typeof node.value === 'string') {
    const field = looksLikeEmail(node.value) ? readEmail(node) : readUserId(node);
    if (field.ok) return field.fields;
    report(offsetOf(node), field.problem);
    return undefined;
  }
  const accepted = 'accepted are a user ID, an e-mail address or a mapping with user_id or email';
  report(offsetOf(node), `found ${describeKind(node)} as an entry; ${accepted}`);
  return undefined;
}

function looksLikeEmail(text: string): boolean {
  return text.length <= MAX_VALUE_LENGTH && text.includes('@') && !text.trimStart().startsWith('<@');
}

interface Place {
  readonly node: ParsedNode;
  readonly report: Report;
}

type Pairs = readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[];

function readMapping(pairs: Pairs, index: NodeIndex, { node, report }: Place): RosterEntry | undefined {
  let entry: RosterEntry = {};
  let isGood = true;
  let isNamed = false;
  for (const { key, value } of pairs) {
    const name = keyText(key);
    if (isOwnKey(name)) continue;
    isNamed ||= name === 'user_id' || name === 'email';
    const field = readField(name, value, index);
    if (field.ok) entry = { ...entry, ...field.fields };
    else report(offsetOf(field.atKey ? key : (value ?? key)), field.problem);
    isGood &&= field.ok;
  }
  if (!isNamed) report(offsetOf(node), 'found an entry without user_id and email; one of them is needed');
  return isNamed && isGood ? withoutSpareEmail(entry) : undefined;
}

function readField(name: string | undefined, value: ParsedNode | null, index: NodeIndex): Field & { atKey?: boolean } {
  const read = name === undefined ? undefined : FIELDS.get(name);
  if (read === undefined) return { ok: false, problem: describeUnknownKey(name, ENTRY_KEYS), atKey: true };
  const field = read(value === null ? undefined : index.resolve(value));
  return field.ok ? field : { ok: false, problem: `"${name}": ${field.problem}` };
}

/** The ID is enough, and an address that is not needed is better not carried about. */
function withoutSpareEmail(entry: RosterEntry): RosterEntry {
  if (entry.userId === undefined) return entry;
  const { email: _spare, ...rest } = entry;
  return rest;
}

function readUserId(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongKind(value, 'accepted is a user ID as text');
  const parsed = parseUserId(text);
  return parsed.ok ? { ok: true, fields: { userId: parsed.userId } } : parsed;
}

function readEmail(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongKind(value, 'accepted is an e-mail address as text');
  const parsed = parseEmail(text);
  return parsed.ok ? { ok: true, fields: { email: parsed.email } } : parsed;
}

function readEffective(value: ParsedNode | undefined): Field {
  const text = textOf(value);
  if (text === undefined) return wrongKind(value, EFFECTIVE_ACCEPTED);
  const parsed = parseEffective(text);
  return parsed.ok ? { ok: true, fields: { effectiveMs: parsed.effectiveMs } } : parsed;
}

function readTicket(value: ParsedNode | undefined): Field {
  const text = textOf(value) ?? numberText(value);
  if (text === undefined) return wrongKind(value, TICKET_ACCEPTED);
  const problem = ticketProblem(text);
  if (problem !== undefined) return { ok: false, problem: `found ${problem}; ${TICKET_ACCEPTED}` };
  return { ok: true, fields: { ticket: text } };
}

function ticketProblem(text: string): string | undefined {
  if (text === '') return 'an empty text';
  // No character takes more than two units, so only a text that is short enough is counted by characters.
  if (text.length > 2 * MAX_TICKET_LENGTH || [...text].length > MAX_TICKET_LENGTH) return 'a text that is too long';
  if (/\p{Cc}|\u2028|\u2029/u.test(text)) return 'a text of more than one line or with control characters';
  return text.isWellFormed() ? undefined : 'half of a character (a lone surrogate)';
}

function readIgnored(value: ParsedNode | undefined): Field {
  if (value === undefined || isScalar(value)) return { ok: true, fields: {} };
  return wrongKind(value, 'accepted is a single value');
}

function textOf(value: ParsedNode | undefined): string | undefined {
  return isScalar(value) && typeof value.value === 'string' ? value.value : undefined;
}

/** A number is copied as it was written, so that 007 stays 007. */
function numberText(value: ParsedNode | undefined): string | undefined {
  return isScalar(value) && Number.isFinite(value.value) ? value.source : undefined;
}

function wrongKind(value: ParsedNode | undefined, accepted: string): { ok: false; problem: string } {
  return { ok: false, problem: `found ${value === undefined ? 'no value' : describeKind(value)}; ${accepted}` };
}
