import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { isErrorCode } from './reply.ts';

/** People whom an answer names, each with a code of their own where the answer gives one. */
export type NamedUsers<Id extends string> = ReadonlyMap<Id, string | undefined>;

/** Where Slack's methods are known, or may be expected, to put the people they refused. */
const NAMING_KEYS = [
  'failed_user_ids',
  'failed_users',
  'rejected_users',
  'errors',
  'extended_comments',
  'details',
  'response_metadata',
];
const USER_KEYS = ['user', 'user_id', 'id'];
const CODE_KEYS = ['error', 'code', 'reason'];
/** Members that list people for another reason than a refusal. */
const OTHER_KEYS =
  /succe|accept|queued|request|submit|skipped|process|^done|complet|^invalidated|^reset|^ok|^user_ids$/;
const ID_IN_TEXT = /(?<![A-Za-z0-9])[UW][A-Z0-9]{2,31}(?![A-Za-z0-9])/g;
/** Slack names arguments by their place in the request: `[json-pointer:/user_ids/1]`. */
const POSITION_IN_TEXT = /\bjson-pointer:\/user_ids\/(\d{1,4})(?!\d)/g;
const MAX_DEPTH = 6;

/**
 * Finds the people whom an answer names, among those who were in the call: by their ID or by their place in it. It is
 * a hint about whom to send alone and never a verdict on the others. Slack documents that `failed_for_some_users`
 * gives details but not where, so every shape seen on its sibling methods is read: a map, a list of IDs, a list of
 * objects, JSON in a string, IDs inside texts; else IDs anywhere in the body.
 *
 * Naming everybody by mere mention anywhere in the body says nothing (it may be an echo of the request), so that
 * counts as naming nobody.
 */
export function findNamedUsers<Id extends string>(body: JsonObject, requested: readonly Id[]): NamedUsers<Id> {
  const named = new Map<Id, string | undefined>();
  const add = adderTo(named, requested);
  for (const key of NAMING_KEYS) {
    collect(body[key], add, 0);
  }
  if (named.size > 0) {
    return named;
  }
  collect(body, add, 0);
  return named.size === requested.length && requested.length > 1 ? new Map() : named;
}

/** Members whose content says that people failed, whatever else the answer says. */
const FAILURE_KEY = /^(failed|failures?|rejected|errors?|invalid|not_reset)(_|$)/;
const FAILURE_WORDS = /\bfail|\berror|could not|cannot/i;

/** What an answer with `ok: true` says against itself. */
export interface Contradiction<Id extends string> {
  /** Those of the call whom it reports as failed. */
  readonly named: NamedUsers<Id>;
  /** Whether it reports failures beside theirs: of IDs that were not in the call, or a number of them. */
  readonly hasOthers: boolean;
}

/**
 * Finds what an acceptance says against itself: people reported as failed. Only what reports failures counts, since
 * an acceptance may list people for other reasons.
 */
export function findContradiction<Id extends string>(
  body: JsonObject,
  requested: readonly Id[],
): Contradiction<Id> | undefined {
  const failures = findFailures(body);
  const named = new Map<Id, string | undefined>();
  const known = adderTo(named, requested);
  const unexplained = failures.filter((failure) => {
    let [own, strangers] = [0, 0];
    const id = (text: string, code: unknown): boolean => {
      const isOwn = known.id(text, code);
      own += isOwn ? 1 : 0;
      strangers += !isOwn && ID_ALONE.test(text) ? 1 : 0;
      return isOwn;
    };
    const position = (index: number): boolean => {
      own += known.position(index) ? 1 : 0;
      return true;
    };
    collect(failure, { id, position }, 0);
    return typeof failure !== 'number' && (own === 0 || strangers > 0);
  });
  const isCountedOnly = failures.some((failure) => typeof failure === 'number' && failure > named.size);
  return failures.length === 0 ? undefined : { named, hasOthers: unexplained.length > 0 || isCountedOnly };
}

const ID_ALONE = /^[UW][A-Z0-9]{2,31}$/;

/** Everything in an answer that reports failures and is not empty. */
function findFailures(body: JsonObject): readonly unknown[] {
  const { details, response_metadata: metadata, extended_comments: comments } = body;
  const places = [body, details, metadata].filter(isJsonObject);
  const members = places.flatMap((place) =>
    Object.entries(place).flatMap(([key, value]) => (FAILURE_KEY.test(key) && !isEmpty(value) ? [value] : [])),
  );
  const messages = isJsonObject(metadata) && Array.isArray(metadata['messages']) ? metadata['messages'] : [];
  const errors = messages.filter((message) => typeof message === 'string' && message.startsWith('[ERROR]'));
  const isComplaint = typeof comments === 'string' ? FAILURE_WORDS.test(comments) : !isEmpty(comments);
  return [...members, ...errors, ...(isComplaint ? [comments] : [])];
}

function isEmpty(value: unknown): boolean {
  if (isJsonObject(value)) {
    return Object.keys(value).length === 0;
  }
  return Array.isArray(value) ? value.length === 0 : !value || value === '[]' || value === '{}';
}

interface Add {
  /** @returns whether the person was in the call */
  readonly id: (text: string, code: unknown) => boolean;
  readonly position: (index: number) => boolean;
}

function adderTo<Id extends string>(named: Map<Id, string | undefined>, requested: readonly Id[]): Add {
  const ids = new Map<string, Id>(requested.map((id) => [id, id]));
  const add = (id: Id | undefined, code: unknown): boolean => {
    if (id !== undefined && (named.get(id) === undefined || isErrorCode(code))) {
      named.set(id, isErrorCode(code) ? code : undefined);
    }
    return id !== undefined;
  };
  return { id: (text, code) => add(ids.get(text), code), position: (index) => add(requested[index], undefined) };
}

function collect(value: unknown, add: Add, depth: number): void {
  if (depth > MAX_DEPTH) {
    return;
  }
  if (typeof value === 'string') {
    collectFromText(value, add, depth);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, add, depth + 1);
    }
  } else if (isJsonObject(value)) {
    collectFromObject(value, add, depth);
  }
}

function collectFromText(text: string, add: Add, depth: number): void {
  if (/^\s*[[{]/.test(text)) {
    try {
      collect(JSON.parse(text), add, depth + 1);
      return;
    } catch {
      // Not JSON after all, so it is read as a message.
    }
  }
  for (const [id] of text.matchAll(ID_IN_TEXT)) {
    add.id(id, undefined);
  }
  for (const [, index] of text.matchAll(POSITION_IN_TEXT)) {
    add.position(Number(index));
  }
}

function collectFromObject(object: JsonObject, add: Add, depth: number): void {
  const userKey = USER_KEYS.find((key) => typeof object[key] === 'string');
  if (userKey !== undefined) {
    if (object['ok'] !== true) {
      add.id(String(object[userKey]), CODE_KEYS.map((key) => object[key]).find(isErrorCode));
    }
    return;
  }
  for (const [key, value] of Object.entries(object)) {
    if (!OTHER_KEYS.test(key)) {
      // In a map of people the keys are the IDs and the values are their codes.
      add.id(key, value);
      collect(value, add, depth + 1);
    }
  }
}
