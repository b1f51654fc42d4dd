import type { ErrorCode } from 'yaml';
import { toCodePoint } from '../people/wording.ts';
import { findIndentationSlip } from './indentation.ts';
import type { SourceText } from './source-text.ts';

/** A slip of the pen in one line, with what to type instead. */
export interface Slip {
  readonly column: number;
  readonly message: string;
  /** Whether the whole file has this slip, so one message is enough. */
  readonly isOfFile: boolean;
}

/**
 * How far a pattern may be trusted: in a line with any problem, in the lines around a syntax error, in the line of a
 * syntax error only, or in the search for a quote that is never closed.
 */
type Scope = 'values' | 'near' | 'here' | 'open';

interface Pattern {
  readonly scope: Scope;
  /** Its group `at` is the place of the slip; a group `key` is one of our keys. */
  readonly form: RegExp;
  /** The message; `KEY` stands for the key, `CODE` for the code point, `SIGN` for the character at the place. */
  readonly message: string;
}

const KEY = '(?:user_id|email|effective|last_day|ticket|name|note|version|time_zone|leavers)';
const HEAD = '^[ \\t]*(?:-[ \\t]+)*';
const PAIR = `${HEAD}(?<key>${KEY}|x-[\\w-]*):[ \\t]+`;
const ID = '[UW](?=[A-Z]*\\d)[A-Z0-9]{8,11}(?![A-Za-z0-9])';
const PERSON = `(?:${KEY}[ \\t]*:|["']?${ID}|[^\\s@,;]+@[^\\s@]+\\.)`;
const INVISIBLE = '[\\u00a0\\u2000-\\u200f\\u202f\\u2060\\u3000\\ufeff]';
const ENTRY_START = 'expected "- " at the beginning of an entry';
const QUOTES = 'put the whole text in quotes';

const PATTERNS: readonly Pattern[] = [
  pattern(
    'values',
    `^\\s*(?<at>)["']?(?:user[_ -]?id|e-?mail|user|id|name|${KEY})["']?[ \\t]*[,;\\t][ \\t]*["']?[a-z][a-z _-]*["']?[ \\t]*(?:[,;\\t]|$)`,
    'expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry',
    'i',
  ),
  pattern(
    'values',
    `^[ \\t]*(?:-[ \\t]*)?(?<at>${INVISIBLE})`,
    'expected spaces here, got an invisible character (CODE): delete it and type spaces',
  ),
  pattern('values', '^\\s*(?<at>```|~~~)', 'expected only the lines of the roster, got ``` or ~~~: delete this line'),
  pattern(
    'values',
    '^\\s*(?<at>[\\u2010-\\u2015\\u2212\\u2022\\u2023\\u25aa\\u25cf\\u25e6\\u00b7])',
    `${ENTRY_START}, got SIGN: type a hyphen and a space`,
  ),
  pattern('values', `^\\s*(?<at>[*+])[ \\t]+(?=${PERSON})`, `${ENTRY_START}, got * or +: type a hyphen and a space`),
  pattern(
    'values',
    `^\\s*(?<at>\\d{1,5}[.)])[ \\t]+(?=${PERSON})`,
    `${ENTRY_START}, got a number: type a hyphen and a space`,
  ),
  pattern('values', `^\\s*(?<at>--)[ \\t]*(?=${PERSON})`, `${ENTRY_START}, got two dashes: type one`),
  pattern('values', `^\\s*-(?<at>)(?=${PERSON})`, `${ENTRY_START}, got a dash with no space after it: type the space`),
  pattern(
    'values',
    '^\\s*-[ \\t]+(?<at>-)[ \\t]+[^\\s-]',
    'expected one "- " at the beginning of an entry, got two: delete one',
  ),
  pattern(
    'values',
    `${HEAD}(?<key>${KEY}):(?<at>${INVISIBLE})`,
    'expected a space after "KEY:", got an invisible character (CODE): delete it and type a space',
  ),
  pattern(
    'values',
    `(?:${HEAD}|[{,][ \\t]*)(?<key>${KEY}):(?<at>)(?=[^\\s,}\\]])`,
    'expected a space after "KEY:", got none: type the space',
  ),
  pattern(
    'values',
    `${HEAD}(?<key>${KEY})[ \\t]*(?<at>[=;\\uff1a\\ufe55\\u2236\\u2192]|->)`,
    'expected a colon and a space after "KEY", got SIGN',
  ),
  pattern(
    'values',
    `${HEAD}(?<key>${KEY})(?<at>)(?:[ \\t]*$|[ \\t]+(?=["']?(?:${ID}|[^\\s@]+@|\\d{4}-\\d)))`,
    'expected a colon and a space after "KEY", got no colon',
  ),
  pattern(
    'values',
    `${HEAD}(?<at>[\\u2018-\\u201f\\u00ab\\u00bb])`,
    'expected straight quotes (") or none, got a typographic quote (CODE)',
  ),
  pattern(
    'values',
    `${PAIR}(?<at>#)`,
    'expected a value for "KEY", got a comment, which "#" starts: put the value in quotes',
  ),
  pattern(
    'values',
    '^\\s*(?<at>\\|)[^|]*\\|',
    'expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry',
  ),
  pattern(
    'values',
    `^(?<at>)["']?(?:${ID}|[^\\s@]+@[^\\s@]+\\.[^\\s@:]+)["']?[ \\t]*$`,
    `${ENTRY_START}, got none: type a hyphen and a space before each person`,
  ),
  pattern(
    'values',
    `^\\s*(?:-[ \\t]+)?["']?${ID}["']?[ \\t]*(?<at>[,;\\t])[ \\t]*["']?(?!${ID})[^\\s#]`,
    'expected one value on each line, got several: write "- user_id: …", and below it keys such as "effective: …"',
  ),
  pattern(
    'near',
    '^leavers:[ \\t]+(?<at>-)[ \\t]',
    'expected the list in the lines below "leavers:", got it on the same line: start a new line before this "- "',
  ),
  pattern(
    'near',
    '^ *(?<at>\\t)',
    'expected spaces at the beginning of the line, got a tab: delete it and type spaces',
  ),
  pattern(
    'near',
    `${HEAD}[^\\s"'#].*?[ \\t](?<at>-)[ \\t]+(?=${PERSON})`,
    'expected one entry per line, got a second one: start a new line before this "- "',
  ),
  pattern(
    'near',
    `${HEAD}${KEY}:[ \\t]+[^\\s"'{\\[#].*?[ \\t,;](?<at>(?<key>${KEY})):[ \\t]`,
    'expected one key per line, got a second one: start a new line before "KEY:"',
  ),
  pattern(
    'near',
    `${HEAD}(?:(?:user_id|email):[ \\t]+)?(?<at>@)`,
    'expected a user ID or an e-mail address, got an @name: in Slack, open the profile and choose "Copy member ID"',
  ),
  pattern(
    'near',
    `${PAIR}(?<at>[^\\s"'{\\[|>&*!#%@\`].*?):(?:[ \\t]|$)`,
    `expected one text after "KEY:", got a second colon followed by a space: ${QUOTES}`,
  ),
  pattern(
    'near',
    `${PAIR}(?<at>")(?:[^"\\\\]|\\\\.)*"[ \\t]*[^\\s#,}\\]]`,
    "expected nothing after the closing quote, got more text: put the whole text in single quotes (')",
  ),
  pattern(
    'near',
    `${HEAD}(?<at>[\`%])`,
    'expected an entry or a key, got one that starts with SIGN: delete that character',
  ),
  pattern(
    'near',
    `${PAIR}(?<at>')(?:[^']|'')*'(?!')[ \\t]*[^\\s#,}\\]]`,
    'expected nothing after the closing quote, got more text: put the whole text in double quotes (")',
  ),
  pattern(
    'near',
    `${PAIR}(?<at>\\[[^\\]]*\\]|\\{[^}]*\\})[ \\t]*[^\\s#,}\\]]`,
    `expected one text after "KEY:", got one that starts with a bracket: ${QUOTES}`,
  ),
  pattern(
    'near',
    `${PAIR}(?<at>[@\`%,]|[-?*&!][ \\t]|[|>](?![+-]?\\d?[+-]?[ \\t]*(?:#|$)))`,
    `expected one text after "KEY:", got one that starts with a special character: ${QUOTES}`,
  ),
  pattern(
    'here',
    '^\\s*(?<at>\\{).*\\}[ \\t]*,?[ \\t]*$',
    'expected one list, got JSON objects one by one: put [ before the first, a comma after each, ] after the last',
  ),
  pattern(
    'open',
    "^[ \\t]*(?:-[ \\t]+)*(?:[\\w-]+:[ \\t]+)?(?<at>\"(?:[^\"\\\\]|\\\\.)*|'(?:[^']|'')*)$",
    'expected a closing quote, got none: close the quote that opens here',
  ),
  pattern(
    'open',
    '^[^#"\']*(?<at>[\\[{])[^\\]}]*$',
    'expected a closing bracket, got none: close the bracket that opens here',
  ),
];

function pattern(scope: Scope, form: string, message: string, flags = ''): Pattern {
  return { scope, form: new RegExp(form, `du${flags}`), message };
}

/** The scopes of which patterns are tried: what can be trusted anywhere can be trusted around a syntax error. */
const TRIED: Readonly<Record<Scope, readonly Scope[]>> = {
  values: ['values'],
  near: ['values', 'near'],
  here: ['values', 'near', 'here'],
  open: ['open'],
};

/** Finds the slip of the pen that explains a problem in or near a line. */
export function findSlip(line: number, source: SourceText, scope: Scope, code?: ErrorCode): Slip | undefined {
  const text = source.line(line);
  for (const { scope: needed, form, message } of PATTERNS) {
    const match = TRIED[scope].includes(needed) ? form.exec(text) : null;
    if (match === null) continue;
    const at = match.indices?.groups?.['at']?.[0] ?? 0;
    const words = message
      .replace('KEY', match.groups?.['key'] ?? 'x-…')
      .replace('CODE', toCodePoint(text, at))
      .replace('SIGN', toSign(text, at));
    return { column: at + 1, message: words, isOfFile: /table|JSON/.test(message) };
  }
  const slip = code === undefined ? undefined : findIndentationSlip(line, source, scope === 'here');
  return slip === undefined ? undefined : { ...slip, isOfFile: false };
}

/** A character as a reader can find it: itself if it is plain ASCII, otherwise its code point. */
function toSign(text: string, at: number): string {
  const sign = text.charAt(at);
  return /[!-~]/.test(sign) ? `"${sign}"` : `another character (${toCodePoint(text, at)})`;
}
