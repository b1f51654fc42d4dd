import { context, getOctokit } from '@actions/github';
import type { CallContext } from '../calls/call-context.ts';
import { isJsonObject } from '../calls/json.ts';
import { askUntilSettled, UnreadableAnswer } from './request.ts';

/** The comments of one pull request, as far as this Action writes them. Every call retries what is transient. */
export interface Comments {
  /** Writes the comment that begins with `marker`: over the one that is there, or as a new one. @throws GitHubError */
  upsert(marker: string, body: string): Promise<void>;
}

const PAGE = 100;

/** The comments of a pull request in the repository that the workflow runs in. */
export function openComments(pullRequest: number, token: string, callContext: CallContext): Comments {
  const octokit = getOctokit(token);
  const { owner, repo } = context.repo;
  // A workflow's own token writes as a bot. Whoever else began a comment with the marker could edit it afterwards.
  const isBot = token.startsWith('ghs_');
  const find = async (marker: string): Promise<number | undefined> => {
    for (let page = 1; ; page += 1) {
      const query = { owner, repo, issue_number: pullRequest, per_page: PAGE, page };
      const ask = async (signal: AbortSignal): Promise<readonly unknown[]> =>
        toList((await octokit.rest.issues.listComments({ ...query, request: { signal } })).data);
      const comments = await askUntilSettled({ what: 'the comments', ask }, callContext);
      const own = comments.find((comment) => isOwn(comment, marker, isBot));
      if (own !== undefined || comments.length < PAGE) {
        return isJsonObject(own) ? Number(own['id']) : undefined;
      }
    }
  };
  const update = async (comment_id: number, body: string): Promise<true> => {
    const ask = async (signal: AbortSignal): Promise<true> => {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id, body, request: { signal } });
      return true;
    };
    return askUntilSettled({ what: 'the comment', ask }, callContext);
  };
  const updateIfThere = async (marker: string, body: string): Promise<true | undefined> => {
    const id = await find(marker);
    return id === undefined ? undefined : update(id, body);
  };
  return {
    upsert: async (marker, body) => {
      const ask = async (signal: AbortSignal): Promise<true> => {
        await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: { signal } });
        return true;
      };
      const isThere = await updateIfThere(marker, body);
      if (isThere === undefined) {
        // The first try may have made it although its answer was lost.
        await askUntilSettled({ what: 'a new comment', ask }, callContext, () => updateIfThere(marker, body));
      }
    },
  };
}

function toList(data: unknown): readonly unknown[] {
  if (!Array.isArray(data) || !data.every(isJsonObject)) {
    throw new UnreadableAnswer('an answer that is no list of comments');
  }
  return data;
}

function isOwn(comment: unknown, marker: string, isBot: boolean): boolean {
  if (!isJsonObject(comment) || typeof comment['body'] !== 'string' || typeof comment['id'] !== 'number') {
    return false;
  }
  const author = comment['user'];
  const isByBot = isJsonObject(author) && author['type'] === 'Bot';
  return comment['body'].startsWith(marker) && (isByBot || !isBot);
}
