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
  for (const list of findings.successes) {
    noteLeftOut(list, requested, add);
  }
  const isShort = findings.successCounts.some((count) => count < requested.length);
  if (requested.length > 1) {
    noteMentions(findings.rest, requested, named);
  }
  const hasOthers = isUnexplained.includes(true) || isCounted || isShort || findings.isPartial;
  return named.size > 0 || hasOthers ? { named, hasOthers } : undefined;
}

interface Findings {
  readonly failures: unknown[];
  /** How many failed, where only a number is given. */
  readonly counts: number[];
  readonly successes: unknown[];
  readonly successCounts: number[];
  readonly rest: unknown[];
  isPartial: boolean;
}

/** Sorts the members of an answer, and of the objects in it, by what they report. */
function findIn(object: JsonObject, depth: number): Findings {
  const found: Findings = { failures: [], counts: [], successes: [], successCounts: [], rest: [], isPartial: false };
  for (const [key, value] of Object.entries(object)) {
    sortIn(found, [key, value], depth);
  }
  return found;
}

function sortIn(found: Findings, [key, value]: readonly [string, unknown], depth: number): void {
  if (isEmpty(value) || depth > MAX_DEPTH) {
    return;
  }
  if (FAILURE_KEY.test(key)) {
    (typeof value === 'number' ? found.counts : found.failures).push(value);
  } else if (SUCCESS_KEY.test(key)) {
    noteSuccess(found, [key, value]);
  } else if (/^(partial|incomplete)/.test(key)) {
    found.isPartial = true;
  } else if (/^warnings?$/.test(key)) {
    found.isPartial ||= [value].flat().some((code) => typeof code === 'string' && isPerUserCode(code));
    found.rest.push(value);
  } else if (typeof value === 'string') {
    (FAILURE_WORDS.test(value) ? found.failures : found.rest).push(value);
  } else if (Array.isArray(value)) {
    sortList(found, value, depth);
  } else if (isJsonObject(value)) {
    sortObject(found, [key, value], depth);
  }
}

function noteSuccess(found: Findings, [key, value]: readonly [string, unknown]): void {
  if (typeof value === 'number') {
    // Other numbers, such as of seconds or jobs, do not count people.
    found.successCounts.push(...(/_(count|users|user_ids)$/.test(key) ? [value] : []));
  } else if (typeof value !== 'boolean') {
    found.successes.push(value);
  }
}

function sortList(found: Findings, items: readonly unknown[], depth: number): void {
  for (const item of items) {
    if (isJsonObject(item)) {
      sortObject(found, ['', item], depth);
    } else if (typeof item === 'string') {
      const isFailure = item.startsWith('[ERROR]') || (FAILURE_WORDS.test(item) && !NOTE.test(item));
      (isFailure ? found.failures : found.rest).push(item);
    }
  }
}

/** An object with `ok: false` or an error reports a failure; in a map of people the key says whose. */
function sortObject(found: Findings, [key, object]: readonly [string, JsonObject], depth: number): void {
  if (object['ok'] === false || !isEmpty(object['error'])) {
    found.failures.push(ID.test(key) ? { [key]: object } : object);
  } else if (object['ok'] !== true) {
    merge(found, findIn(object, depth + 1));
  }
}

function merge(found: Findings, inner: Findings): void {
  for (const name of ['failures', 'successes', 'rest'] as const) {
    found[name].push(...inner[name].slice(0, MAX_ITEMS));
  }
  for (const name of ['counts', 'successCounts'] as const) {
    found[name].push(...inner[name].slice(0, MAX_ITEMS));
  }
  found.isPartial ||= inner.isPartial;
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

/** Where those who succeeded are listed, the others did not. */
function noteLeftOut<Id extends string>(list: unknown, requested: readonly Id[], add: Add): void {
  const listed = new Map<Id, string | undefined>();
  collect(list, adderTo(listed, requested), 0);
  if (listed.size > 0) {
    for (const id of requested.filter((other) => !listed.has(other))) {
      add.id(id, undefined);
    }
  }
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

function isEmpty(value: unknown): boolean {
  if (isJsonObject(value)) {
    return Object.keys(value).length === 0;
  }
  return Array.isArray(value) ? value.length === 0 : !value || value === '[]' || value === '{}';
}
