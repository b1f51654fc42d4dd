import { createHash } from 'node:crypto';
import { context } from '@actions/github';
import type { CallContext } from '../calls/call-context.ts';
import { openComments } from './comments.ts';
import { findPullRequest } from './event.ts';
import { GitHubError } from './request.ts';

/**
 * Keeps one comment of this workflow and job on the pull request up to date.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
export async function publishComment(
  markdown: string,
  { token, callContext }: { token: string | undefined; callContext: CallContext },
): Promise<string | undefined> {
  const pullRequest = findPullRequest(context.payload);
  if (pullRequest === undefined) {
    callContext.log.info('No comment, since the event is not about a pull request.');
    return undefined;
  }
  if (token === undefined) {
    return '"github-token" is empty';
  }
  const marker = markerOf(context.workflow, context.job);
  const body = `${marker}\n${markdown}`;
  try {
    await openComments(pullRequest, token, callContext).upsert(marker, body);
    return undefined;
  } catch (error) {
    if (!(error instanceof GitHubError)) {
      throw error;
    }
    const mayNot = error.status === 403 || error.status === 404 || error.status === 401;
    return mayNot ? `${error.message}: it needs "pull-requests: write", which a fork does not get` : error.message;
  }
}

/** A comment of HTML that GitHub does not show, and that no name of a workflow can break out of. */
function markerOf(workflow: string, job: string): string {
  const id = createHash('sha256')
    .update(JSON.stringify([workflow, job]))
    .digest('hex')
    .slice(0, 16);
  return `<!-- slack-session-reset ${id} -->`;
}
