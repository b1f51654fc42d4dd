import { isJsonObject, type JsonObject } from '../calls/json.ts';

/** What an event says about the change that it stands for. */
export type Change =
  /** Everything since a commit, up to another one. */
  | { readonly kind: 'since'; readonly sha: string; readonly headSha?: string }
  /** A pull request that is open; the commit that is checked out tells what it was made from. */
  | { readonly kind: 'pull-request'; readonly headSha: string; readonly baseBranch: string }
  | { readonly kind: 'merged'; readonly headSha: string; readonly mergeSha: string }
  /** Closed without a merge: nothing has changed. */
  | { readonly kind: 'closed' };

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const WHAT_TO_DO = 'use "roster-entries: all", or run on push, pull_request or merge_group';

/**
 * Reads which change the event stands for, or why it stands for none.
 *
 * @param payload - the event as GitHub delivers it to the workflow
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function readChange(eventName: string, payload: unknown): Change | { readonly problem: string } {
  const event = isJsonObject(payload) ? payload : {};
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return readPullRequest(event);
    case 'push':
      return readPush(event);
    case 'merge_group':
      return readMergeGroup(member(event, 'merge_group'));
    default:
      return { problem: `the event ${toWord(eventName)} has no earlier version to compare with: ${WHAT_TO_DO}` };
  }
}

function readPush(event: JsonObject): Change | { readonly problem: string } {
  // A tag can be an object of its own, which stands for a commit.
  const after = String(event['ref']).startsWith('refs/tags/') ? undefined : event['after'];
  return event['deleted'] === true
    ? { problem: `the push deleted its branch, so there is nothing to compare: ${WHAT_TO_DO}` }
    : readSince(event['before'], after, 'push.before');
}

function readMergeGroup(group: JsonObject): Change | { readonly problem: string } {
  return readSince(group['base_sha'], group['head_sha'], 'merge_group.base_sha');
}

function readSince(sha: unknown, headSha: unknown, name: string): Change | { readonly problem: string } {
  if (!isSha(sha)) {
    return { problem: `the event does not say ${name}: ${WHAT_TO_DO}` };
  }
  if (/^0+$/.test(sha)) {
    return {
      problem:
        `${name} is all zeros, as in the first push of a branch, so there is no earlier version to compare with: ` +
        WHAT_TO_DO,
    };
  }
  return { kind: 'since', sha, ...(isSha(headSha) ? { headSha } : {}) };
}

/** `base.sha` is not read: it stays as it was when the pull request was last pushed to, while the base moves on. */
function readPullRequest(event: JsonObject): Change | { readonly problem: string } {
  const pullRequest = member(event, 'pull_request');
  const headSha = member(pullRequest, 'head')['sha'];
  const baseBranch = member(pullRequest, 'base')['ref'];
  const mergeSha = pullRequest['merge_commit_sha'];
  const isMerged = pullRequest['merged'] === true;
  const isClosed = event['action'] === 'closed' || pullRequest['state'] === 'closed';
  // A label can be given later as well.
  if (isClosed && pullRequest['merged'] === false) {
    return { kind: 'closed' };
  }
  if (!isSha(headSha)) {
    return { problem: `the event does not say pull_request.head.sha: ${WHAT_TO_DO}` };
  }
  if (isMerged) {
    return isSha(mergeSha)
      ? { kind: 'merged', headSha, mergeSha }
      : { problem: `the event does not say pull_request.merge_commit_sha: ${WHAT_TO_DO}` };
  }
  return typeof baseBranch === 'string' && baseBranch !== ''
    ? { kind: 'pull-request', headSha, baseBranch }
    : { problem: `the event does not say pull_request.base.ref: ${WHAT_TO_DO}` };
}

/** The number of the issue or pull request that an event is about; comments are written there. */
export function findConversation(payload: unknown): number | undefined {
  const event = isJsonObject(payload) ? payload : {};
  const number = member(event, 'pull_request')['number'] ?? member(event, 'issue')['number'];
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** Whether a value names a commit, a folder or a file as git does. */
function isSha(value: unknown): value is string {
  return typeof value === 'string' && SHA.test(value);
}

function member(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

function toWord(eventName: string): string {
  return /^[a-z_]{1,40}$/.test(eventName) ? eventName : 'of this run';
}
