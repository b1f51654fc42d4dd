import { createHash } from 'node:crypto';
import { context } from '@actions/github';
import type { Sending } from '../slack/send.ts';
import { findPullRequest } from './event.ts';
import { GitHubError, openRepository } from './repository.ts';

/**
 * Keeps one comment of this workflow and job on the pull request up to date.
 *
 * @returns why there is no comment, in words for a warning; `undefined` when there is one
 */
export async function publishComment(
  markdown: string,
  { token, sending }: { token: string | undefined; sending: Sending },
): Promise<string | undefined> {
  const pullRequest = findPullRequest(context.payload);
  if (pullRequest === undefined) {
    return 'the event is not about a pull request';
  }
  if (token === undefined) {
    return '"github-token" is empty';
  }
  const marker = markerOf(context.workflow, context.job);
  const body = `${marker}\n${markdown}`;
  try {
    const repository = openRepository(token, sending);
    const comment = await repository.findComment(pullRequest, marker);
    if (comment === undefined) {
      await repository.createComment(pullRequest, body);
    } else if (comment.body !== body) {
      await repository.updateComment(comment.id, body);
    }
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
