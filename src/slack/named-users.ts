import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { isErrorCode } from './reply.ts';

/** People named by an answer, each with the person's own code if the answer gives one. */
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
 * Finds the people that an answer names, among those who were in the call: by their ID or by their place in it. It is
 * a hint about who to send alone, and never a verdict on the others. Slack documents that `failed_for_some_users`
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

/** Takes the people that an answer mentions. */
export interface Add {
  /** @returns whether the person was in the call */
  readonly id: (text: string, code: unknown) => boolean;
  readonly position: (index: number) => boolean;
}

/** Takes those who were in the call. */
export function adderTo<Id extends string>(named: Map<Id, string | undefined>, requested: readonly Id[]): Add {
  const ids = new Map<string, Id>(requested.map((id) => [id, id]));
  const add = (id: Id | undefined, code: unknown): boolean => {
    if (id !== undefined && (named.get(id) === undefined || isErrorCode(code))) {
      named.set(id, isErrorCode(code) ? code : undefined);
    }
    return id !== undefined;
  };
  return { id: (text, code) => add(ids.get(text), code), position: (index) => add(requested[index], undefined) };
}

/** Collects people by ID or position from a value of an answer, whatever its shape. */
export function collect(value: unknown, add: Add, depth: number): void {
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
