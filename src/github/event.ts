import { isJsonObject, type JsonObject } from '../calls/json.ts';

/** The commit that a change is measured against, or why there is none. */
export type Base = { readonly sha: string } | { readonly problem: string };

const SHA = /^[0-9a-f]{40,64}$/;
const WHAT_TO_DO = 'use "roster-entries: all", or run on push, pull_request or merge_group';

/**
 * Finds the commit to which the event's change was made.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function findBase(eventName: string, payload: unknown): Base {
  const event = isJsonObject(payload) ? payload : {};
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return toBase(member(member(event, 'pull_request'), 'base')['sha'], 'pull_request.base.sha');
    case 'push':
      return toBase(event['before'], 'push.before');
    case 'merge_group':
      return toBase(member(event, 'merge_group')['base_sha'], 'merge_group.base_sha');
    default:
      return { problem: `the event ${toWord(eventName)} has no earlier version to compare with: ${WHAT_TO_DO}` };
  }
}

function toBase(sha: unknown, name: string): Base {
  if (typeof sha !== 'string' || !SHA.test(sha)) {
    return { problem: `the event does not say ${name}: ${WHAT_TO_DO}` };
  }
  if (/^0+$/.test(sha)) {
    return {
      problem:
        `${name} is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ` +
        WHAT_TO_DO,
    };
  }
  return { sha };
}

/** The number of the pull request that an event is about. */
export function findPullRequest(payload: unknown): number | undefined {
  const number = member(isJsonObject(payload) ? payload : {}, 'pull_request')['number'];
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

function member(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

function toWord(eventName: string): string {
  return /^[a-z_]{1,40}$/.test(eventName) ? eventName : 'of this run';
}
