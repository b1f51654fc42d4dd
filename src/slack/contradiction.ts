import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { isPerUserCode } from './error-codes.ts';
import { type Add, adderTo, collect, type NamedUsers } from './named-users.ts';

/** Members whose content says that people failed. */
const FAILURE_KEY =
  /^(failed|failures?|rejected|errors?|invalid|not|unsuccessful|unprocessed|unchanged|unaffected|missing|skipped|denied|refused)(_|$)/;
/** Members that list the people Slack accepted. */
const SUCCESS_KEY =
  /^(succe|accepted|queued|processed|done|complete|invalidated|reset|ok($|_)|requested|submitted|user_ids$)/;
const FAILURE_WORDS = /\bfail|\berror|could not|cannot|\bnot\b|unable|\binvalid\b/i;
/** Words of failure that say there is none. */
const NO_FAILURE = /\b(?:0|no|zero|without)\s+(?:\w+\s+)?(?:fail|error)|\b(?:fail\w*|errors?)\W{1,3}0\b/i;
const SOME_FAILURE = /\b[1-9]\d*\s+(?:\w+\s+)?(?:fail|error)|\b(?:fail\w*|errors?)\W{1,3}[1-9]/i;
/** Members whose sentences are about what became of the call. */
const SENTENCE_KEY = /^(extended_comments?|comments?|messages?|details?|reasons?|note|summary|description)$/;
/** Members that must list somebody when anybody succeeded. */
const LIST_OF_SUCCESS = /^(succe|accepted|queued)/;
/** What a map of people says of those who succeeded. */
const GOOD_VALUES: ReadonlySet<unknown> = new Set([true, 'ok', 'success', 'succeeded', 'queued', 'accepted', 'done']);
const ID = /^[UW][A-Z0-9]{2,31}$/;
/** In a sentence a word in capitals, such as WARN, is not an ID. */
const ID_OF_STRANGER = /^(?=.*\d)[UW][A-Z0-9]{2,31}$/;
/** Slack's own notes on the form of a request, such as a charset that was not declared. */
const NOTE = /^\[(WARN|INFO)/;
const MAX_DEPTH = 6;

/** What an answer with `ok: true` says against itself. */
export interface Contradiction<Id extends string> {
  /** Those of the call who count as not accepted. */
  readonly named: NamedUsers<Id>;
  /** Whether it reports failures beside theirs: of IDs that were not in the call, or a number of them. */
  readonly hasOthers: boolean;
}

/**
 * Finds what an acceptance says against itself: people reported as failed, in whatever member, and people left out of
 * a list of those who succeeded. If the call had several people, a person mentioned for any reason other than
 * success counts as well, since sending again alone does no harm; an echo of everybody says nothing.
 */
export function findContradiction<Id extends string>(
  body: JsonObject,
  requested: readonly Id[],
): Contradiction<Id> | undefined {
  const named = new Map<Id, string | undefined>();
  const add = adderTo(named, requested);
  const findings = findIn(body, 0);
  const isUnexplained = findings.failures.map((failure) => isUnaccounted(failure, add));
  const isCounted = findings.counts.some((count) => count > named.size);
  const isListOfOthers = findings.successes.map((list) => noteLeftOut(list, requested, add));
  const isShort = findings.successCounts.some((count) => count < requested.length);
  if (requested.length > 1) {
    noteMentions(findings.rest, requested, named);
  }
  // Beside failures by name, an empty list of successes may be a member that is never filled.
  const isNobody = findings.hasEmptySuccess && named.size === 0;
  const isOpen = isListOfOthers.includes(true) || isShort || isNobody || findings.isPartial;
  const hasOthers = isUnexplained.includes(true) || isCounted || isOpen;
  return named.size > 0 || hasOthers ? { named, hasOthers } : undefined;
}

interface Findings {
  readonly failures: unknown[];
  /** How many failed, where only a number is given. */
  readonly counts: number[];
  readonly successes: SuccessList[];
  readonly successCounts: number[];
  readonly rest: unknown[];
  isPartial: boolean;
  /** A list of those who succeeded is there, and empty. */
  hasEmptySuccess: boolean;
}

interface SuccessList {
  readonly key: string;
  readonly value: unknown;
}

/** Sorts the members of an answer, and of the objects in it, by what they report. */
function findIn(object: JsonObject, depth: number): Findings {
  const found: Findings = {
    failures: [],
    counts: [],
    successes: [],
    successCounts: [],
    rest: [],
    isPartial: false,
    hasEmptySuccess: false,
  };
  for (const [key, value] of Object.entries(object)) {
    sortIn(found, [key, value], depth);
  }
  return found;
}

function sortIn(found: Findings, [key, value]: readonly [string, unknown], depth: number): void {
  if (depth > MAX_DEPTH || NOTE.test(key)) {
    return;
  }
  if (ID.test(key)) {
    sortPerson(found, [key, value]);
  } else if (SUCCESS_KEY.test(key)) {
    noteSuccess(found, [key, value]);
  } else if (isEmpty(value)) {
    return;
  } else if (FAILURE_KEY.test(key)) {
    (typeof value === 'number' ? found.counts : found.failures).push(value);
  } else if (/^(partial|incomplete)/.test(key)) {
    found.isPartial = true;
  } else if (/^warnings?$/.test(key)) {
    found.isPartial ||= [value].flat().some((code) => typeof code === 'string' && isPerUserCode(code));
    found.rest.push(value);
  } else if (typeof value === 'string') {
    sortText(found, value, SENTENCE_KEY.test(key));
  } else if (Array.isArray(value)) {
    sortList(found, value, { depth, isSentence: SENTENCE_KEY.test(key) });
  } else if (isJsonObject(value)) {
    sortObject(found, value, depth);
  }
}

/** In a map of people the value says what became of each. */
function sortPerson(found: Findings, [id, value]: readonly [string, unknown]): void {
  const isGood = GOOD_VALUES.has(value) || (isJsonObject(value) && value['ok'] === true && isEmpty(value['error']));
  if (value === null || value === undefined) {
    found.rest.push(id);
  } else if (!isGood) {
    found.failures.push({ [id]: value });
  }
}

/** A sentence about the call counts as a report of failures; other texts only say whom they mention. */
function sortText(found: Findings, text: string, isSentence: boolean): void {
  const isComplaint = FAILURE_WORDS.test(text) && isAboutFailure(text) && (isSentence || MENTION.test(text));
  if (!NOTE.test(text)) {
    (isComplaint || isPerUserCode(text) ? found.failures : found.rest).push(text);
  }
}

function isAboutFailure(text: string): boolean {
  return SOME_FAILURE.test(text) || !NO_FAILURE.test(text);
}

const MENTION = /(?<![A-Za-z0-9])[UW](?=[A-Z0-9]*\d)[A-Z0-9]{2,31}(?![A-Za-z0-9])|json-pointer:/;

function noteSuccess(found: Findings, [key, value]: readonly [string, unknown]): void {
  if (typeof value === 'number') {
    // Other numbers, such as of seconds or jobs, do not count people.
    found.successCounts.push(...(/_(count|users|user_ids)$/.test(key) ? [value] : []));
  } else if (Array.isArray(value) || isJsonObject(value) || typeof value === 'string') {
    found.hasEmptySuccess ||= LIST_OF_SUCCESS.test(key) && isEmpty(value);
    found.successes.push({ key, value });
  }
}

function sortList(
  found: Findings,
  items: readonly unknown[],
  { depth, isSentence }: { depth: number; isSentence: boolean },
): void {
  for (const item of items) {
    if (isJsonObject(item)) {
      sortObject(found, item, depth);
    } else if (Array.isArray(item)) {
      const isReport = item.some((part) => typeof part === 'string' && isPerUserCode(part));
      (isReport ? found.failures : found.rest).push(item);
    } else if (typeof item === 'string') {
      sortText(found, item, isSentence || item.startsWith('[ERROR]'));
    }
  }
}

/** An object with `ok: false` or an error reports a failure. */
function sortObject(found: Findings, object: JsonObject, depth: number): void {
  if (object['ok'] === false || !isEmpty(object['error'])) {
    found.failures.push(object);
  } else if (object['ok'] !== true) {
    merge(found, findIn(object, depth + 1));
  }
}

function merge(found: Findings, inner: Findings): void {
  found.successes.push(...inner.successes.slice(0, MAX_ITEMS));
  for (const name of ['failures', 'rest'] as const) {
    found[name].push(...inner[name].slice(0, MAX_ITEMS));
  }
  for (const name of ['counts', 'successCounts'] as const) {
    found[name].push(...inner[name].slice(0, MAX_ITEMS));
  }
  found.isPartial ||= inner.isPartial;
  found.hasEmptySuccess ||= inner.hasEmptySuccess;
}

/** More than a call has people. */
const MAX_ITEMS = 10_000;

/** Whether a report of failures names nobody of the call, or others as well. */
function isUnaccounted(failure: unknown, known: Add): boolean {
  let [own, strangers] = [0, 0];
  const id = (text: string, code: unknown): boolean => {
    const isOwn = known.id(text, code);
    own += isOwn ? 1 : 0;
    strangers += !isOwn && ID_OF_STRANGER.test(text) ? 1 : 0;
    return isOwn;
  };
  const position = (index: number): boolean => {
    own += known.position(index) ? 1 : 0;
    return true;
  };
  collect(failure, { id, position }, 0);
  // A sentence without a name may be about anything.
  return strangers > 0 || (own === 0 && (typeof failure !== 'string' || /\bfail|^\[ERROR\]/i.test(failure)));
}

/**
 * Where people who succeeded are listed, the others did not.
 *
 * @returns whether the list is one of other people
 */
function noteLeftOut<Id extends string>({ key, value }: SuccessList, requested: readonly Id[], add: Add): boolean {
  const listed = new Map<Id, string | undefined>();
  let strangers = 0;
  const own = adderTo(listed, requested);
  const id = (text: string, code: unknown): boolean => {
    const isOwn = own.id(text, code);
    strangers += !isOwn && ID_OF_STRANGER.test(text) ? 1 : 0;
    return isOwn;
  };
  collect(value, { ...own, id }, 0);
  if (listed.size > 0) {
    for (const other of requested.filter((one) => !listed.has(one))) {
      add.id(other, undefined);
    }
  }
  return listed.size === 0 && strangers > 0 && LIST_OF_SUCCESS.test(key);
}

function noteMentions<Id extends string>(
  rest: readonly unknown[],
  requested: readonly Id[],
  named: Map<Id, string | undefined>,
): void {
  const mentioned = new Map<Id, string | undefined>();
  collect(rest, adderTo(mentioned, requested), 0);
  if (mentioned.size < requested.length) {
    for (const [id, code] of mentioned) {
      named.set(id, named.get(id) ?? code);
    }
  }
}

/**
 * Whether a value reports nothing. Whatever lies so deep that nobody reads it counts as something, and so does a number
 * or a `false` in a list, which may be a position or an item's own `ok`.
 */
function isEmpty(value: unknown, { depth = 0, isInList = false } = {}): boolean {
  if (depth > 2 * MAX_DEPTH) {
    return false;
  }
  if (isJsonObject(value)) {
    // In a map of people each of them counts, whatever the value.
    const isReport = (key: string, member: unknown): boolean => ID.test(key) || (key === 'ok' && member === false);
    return Object.entries(value).every(
      ([key, member]) => !isReport(key, member) && isEmpty(member, { depth: depth + 1, isInList }),
    );
  }
  if (Array.isArray(value)) {
    return value.every((item) => isEmpty(item, { depth: depth + 1, isInList: true }));
  }
  const isNothing = value === undefined || value === null || value === '' || value === '[]' || value === '{}';
  return isNothing || (!isInList && !value);
}
