import * as core from '@actions/core';
import { ERROR_CODES } from '../slack/error-catalogue.ts';
import type { InputName } from './names.ts';

/** Where a problem goes, in words for the user. */
export type Tell = (message: string) => void;

/** The value of an input, trimmed. */
export function readText(name: InputName): string {
  return core.getInput(name);
}

/** Reads a boolean; empty means false. */
export function readBoolean(name: InputName, refuse: Tell): boolean {
  try {
    return core.getInput(name) !== '' && core.getBooleanInput(name);
  } catch {
    refuse(`"${name}": expected true or false, got ${quote(core.getInput(name))}.`);
    return false;
  }
}

interface NumberRange<Fallback> {
  /** The number may be equal to it only if `includesMin` is true. */
  readonly min: number;
  readonly max: number;
  readonly includesMin?: boolean;
  readonly isWhole: boolean;
  readonly fallback: Fallback;
}

/** Reads a number; empty means the fallback. */
export function readNumber<Fallback>(
  name: InputName,
  { min, max, includesMin = true, isWhole, fallback }: NumberRange<Fallback>,
  refuse: Tell,
): number | Fallback {
  const text = core.getInput(name);
  if (text === '') return fallback;
  const value = (isWhole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,9})?$/).test(text) ? Number(text) : Number.NaN;
  if (value <= max && (includesMin ? value >= min : value > min)) return value;
  const kind = isWhole ? 'a whole number' : 'a number';
  const range = includesMin ? `from ${min} to ${max}` : `above ${min} and at most ${max}`;
  refuse(`"${name}": expected ${kind} ${range}, got ${quote(text)}.`);
  return fallback;
}

/** Reads one of several words; empty means the first. */
export function readWord<Word extends string>(name: InputName, words: readonly [Word, ...Word[]], refuse: Tell): Word {
  const text = core.getInput(name);
  const word = words.find((each) => each === text);
  if (word === undefined && text !== '') {
    refuse(`"${name}": expected ${words.join(' or ')}, got ${quote(text)}.`);
  }
  return word ?? words[0];
}

/** Reads a value of a certain form; empty means that there is none. */
export function readForm(
  name: InputName,
  { form, expected }: { form: RegExp; expected: string },
  refuse: Tell,
): string | undefined {
  const text = core.getInput(name);
  if (text === '') return undefined;
  if (form.test(text)) return text;
  refuse(`"${name}": expected ${expected}, got ${quote(text)}.`);
  return undefined;
}

/** The lines of an input that are not blank. */
export function readLines(name: InputName): readonly string[] {
  return core
    .getInput(name)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Words, numbers and slips in numbers, Slack IDs: too short and too plain to be a secret or about a person. */
const HARMLESS = [/^[A-Za-z_]{1,20}$/, /^[+-]?\d{1,9}([.,]\d{1,9})?$/, /^[\w+-]{1,9}$/, /^[A-Z]{1,2}\d[A-Z0-9]{1,10}$/];
const LIKE_SECRET = /^(?:gh[a-z]_|github_|xox|xapp)/i;

/** Quotes the value of an option that can hold nothing personal and nothing secret; describes any other. */
export function quote(text: string): string {
  const isHarmless = ERROR_CODES.has(text) || HARMLESS.some((pattern) => pattern.test(text));
  return isHarmless && !LIKE_SECRET.test(text) ? `"${text}"` : `a value of ${text.length} characters`;
}
