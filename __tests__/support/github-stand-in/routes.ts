import { type Answer, FORBIDDEN, NOT_FOUND, refuse } from './answers.ts';
import type { CommentStore } from './comments.ts';
import type { GitHubSettings } from './options.ts';
import { compare, getContent, getTree } from './repository.ts';

/** What the stand-in can be asked for. */
export type Route = 'tree' | 'contents' | 'compare' | 'list-comments' | 'create-comment' | 'update-comment';

interface Call {
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly body: unknown;
}

/** A request that is understood. */
export interface Target {
  readonly route: Route;
  readonly permission: 'contents' | 'pullRequests';
  readonly isWrite: boolean;
  readonly act: (call: Call) => Answer;
}

/** Finds what a request asks for by the rest of its path, below the repository. */
export function findTarget(
  rest: string,
  httpMethod: string,
  world: { settings: GitHubSettings; comments: CommentStore },
): Target | undefined {
  const { settings, comments } = world;
  const read = { permission: 'contents', isWrite: false } as const;
  const [, kind = '', argument = ''] =
    /^(git\/trees|contents|compare|issues\/comments)\/(.+)$/.exec(rest) ??
    /^(issues)\/(\d+)\/comments$/.exec(rest) ??
    [];
  const name = decodeURIComponent(argument);
  switch (`${httpMethod} ${kind}`) {
    case 'GET git/trees':
      return { ...read, route: 'tree', act: ({ query }) => getTree(settings, { sha: name, query }) };
    case 'GET contents':
      return {
        ...read,
        route: 'contents',
        act: ({ query, accept }) => getContent(settings, { path: name, query, accept }),
      };
    case 'GET compare':
      return { ...read, route: 'compare', act: ({ query }) => compare(settings, { basehead: name, query }) };
    case 'GET issues':
      return {
        route: 'list-comments',
        permission: 'pullRequests',
        isWrite: false,
        act: ({ query }) => comments.list(Number(name), query),
      };
    case 'POST issues':
      return {
        route: 'create-comment',
        permission: 'pullRequests',
        isWrite: true,
        act: ({ body }) => comments.create(Number(name), body),
      };
    case 'PATCH issues/comments':
      return {
        route: 'update-comment',
        permission: 'pullRequests',
        isWrite: true,
        act: ({ body }) => comments.update(Number(name), body),
      };
    default:
      return undefined;
  }
}

/** Gates in GitHub's order: token, repository, permission. */
export function refusalOf(
  target: Target | undefined,
  authorization: string,
  settings: GitHubSettings,
): Answer | undefined {
  if (!new RegExp(`^(token|bearer) ${settings.token}$`, 'i').test(authorization)) {
    return refuse(401, 'Bad credentials');
  }
  if (target === undefined || !settings.isVisible) {
    return NOT_FOUND;
  }
  const permission = settings[target.permission];
  return permission === 'none' || (target.isWrite && permission === 'read') ? FORBIDDEN : undefined;
}
