import { context } from '@actions/github';
import type { CallContext } from '../calls/call-context.ts';
import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { type GitHubAccess, openGitHub } from './access.ts';
import { GitHubError } from './github-error.ts';
import { askUntilSettled, UnreadableAnswer } from './request.ts';

/** The comments of one issue or pull request, as far as this Action writes them. Every call retries what is transient. */
export interface Comments {
  /**
   * Writes the comment that begins with `marker`: over the token's own, or as a new one where there is none, or where
   * it is not known whose token it is. @throws GitHubError
   */
  upsert(marker: string, body: string): Promise<void>;
}

const PAGE = 100;
const GONE = 404;

/** The comments of an issue or a pull request in the repository that the workflow runs in. */
export function openComments(issue_number: number, access: GitHubAccess, callContext: CallContext): Comments {
  const { octokit, place } = openGitHub(access);
  const ask = <T>(what: string, question: (request: { signal: AbortSignal }) => Promise<T>): Promise<T> =>
    askUntilSettled({ what, ask: (signal) => question({ signal }) }, callContext);

  const listPage = (page: number): Promise<readonly JsonObject[]> =>
    ask('list the comments', async (request) => {
      const query = { ...place, issue_number, per_page: PAGE, page, request };
      return toList((await octokit.rest.issues.listComments(query)).data);
    });
  const readLogin = (): Promise<string | undefined> =>
    ask('say whose token it is', async (request) => {
      // GITHUB_API_URL decides where the token goes; another host must not get it.
      const isSameHost = new URL(context.graphqlUrl).host === new URL(context.apiUrl).host;
      const query = { query: '{ viewer { login } }', request };
      return isSameHost ? toLogin((await octokit.request(`POST ${context.graphqlUrl}`, query)).data) : undefined;
    }).catch(ignoreRefusal);

  const findOwn = async (marker: string): Promise<number | undefined> => {
    let login: Promise<string | undefined> | undefined;
    for (let page = 1; ; page += 1) {
      const comments = await listPage(page);
      for (const comment of comments.filter(({ body }) => String(body).startsWith(marker))) {
        login ??= readLogin();
        if (isAuthor(comment, { login: await login, isApp: access.token.startsWith('ghs_') })) {
          return toId(comment);
        }
      }
      if (comments.length < PAGE) return undefined;
    }
  };
  const updateOwn = async (marker: string, body: string): Promise<boolean> => {
    const comment_id = await findOwn(marker);
    if (comment_id === undefined) return false;
    try {
      await ask('update the comment', async (request) => {
        await octokit.rest.issues.updateComment({ ...place, comment_id, body, request });
      });
      return true;
    } catch (error) {
      // It was deleted in the meantime.
      if (error instanceof GitHubError && error.status === GONE) return false;
      throw error;
    }
  };
  return {
    upsert: async (marker, body) => {
      if (await updateOwn(marker, body)) return;
      const create = async (signal: AbortSignal): Promise<true> => {
        await octokit.rest.issues.createComment({ ...place, issue_number, body, request: { signal } });
        return true;
      };
      // The first attempt may have made it although its answer was lost.
      const before = async (): Promise<true | undefined> => (await updateOwn(marker, body)) || undefined;
      await askUntilSettled({ what: 'create the comment', ask: create }, callContext, before);
    },
  };
}

function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof GitHubError)) {
    throw error;
  }
}

function toList(data: unknown): readonly JsonObject[] {
  if (!Array.isArray(data) || !data.every(isJsonObject)) {
    throw new UnreadableAnswer('an answer that is not a list of comments');
  }
  return data;
}

function toId({ id }: JsonObject): number {
  if (typeof id !== 'number') {
    throw new UnreadableAnswer('a comment without an ID');
  }
  return id;
}

/** GraphQL answers an error with status 200 and no data. */
function toLogin(answer: unknown): string | undefined {
  const data = isJsonObject(answer) ? answer['data'] : undefined;
  const viewer = isJsonObject(data) ? data['viewer'] : undefined;
  const login = isJsonObject(viewer) ? viewer['login'] : undefined;
  return typeof login === 'string' && login !== '' ? login : undefined;
}

const BOT = /\[bot\]$/;

/** An app's login appears with and without its suffix, and a person can have the same login without it. */
function isAuthor({ user }: JsonObject, { login, isApp }: { login: string | undefined; isApp: boolean }): boolean {
  if (login === undefined || !isJsonObject(user) || typeof user['login'] !== 'string') {
    return false;
  }
  const isBot = user['type'] === 'Bot' || BOT.test(user['login']);
  const isSame = user['login'].replace(BOT, '').toLowerCase() === login.replace(BOT, '').toLowerCase();
  return isSame && isBot === (isApp || BOT.test(login));
}
