import { createHash } from 'node:crypto';
import { context } from '@actions/github';
import type { CallContext } from '../calls/call-context.ts';
import type { ProxySettings } from '../network/proxy.ts';
import { openComments } from './comments.ts';
import { findConversation } from './event.ts';
import { GitHubError } from './github-error.ts';

/** Who writes the comment, and which one. */
export interface CommentOptions {
  readonly token: string | undefined;
  readonly proxies: ProxySettings;
  /** Keeps the comments of one step apart, such as those of the legs of a matrix. */
  readonly commentId: string | undefined;
  /** The path of the workflow's file, with the ref behind an `@`: two files may have the same name for their workflows. */
  readonly workflowRef: string | undefined;
  readonly callContext: CallContext;
}

/**
 * Keeps one comment of this step up to date, on the issue or pull request that the event is about.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
export async function publishComment(
  markdown: string,
  { token, proxies, commentId, workflowRef, callContext }: CommentOptions,
): Promise<string | undefined> {
  const conversation = findConversation(context.payload);
  if (conversation === undefined) {
    callContext.log.info('No comment, since the event is not about an issue or a pull request.');
    return undefined;
  }
  if (token === undefined) {
    return '"github-token" is empty';
  }
  const file = workflowRef?.replace(/@refs\/.*$/, '') ?? '';
  const marker = toMarker([file, context.workflow, context.job, context.action, commentId ?? '']);
  try {
    await openComments(conversation, { token, proxies }, callContext).upsert(marker, `${marker}\n${markdown}`);
    return undefined;
  } catch (error) {
    if (!(error instanceof GitHubError)) {
      throw error;
    }
    return `${error.message}${hintFor(error)}`;
  }
}

/** GitHub's own sentence says the rest, such as that the conversation is locked. */
function hintFor({ status, message }: GitHubError): string {
  if (status === 401) {
    return ': check "github-token"';
  }
  const isForbidden = status === 403 && message.includes('not accessible by');
  return isForbidden || status === 404
    ? ': it needs "pull-requests: write", or "issues: write" on an issue, which a fork does not get'
    : '';
}

/** A comment of HTML that GitHub does not show, and that no name of a workflow can break out of. */
function toMarker(key: readonly string[]): string {
  const id = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16);
  return `<!-- slack-session-reset ${id} -->`;
}
