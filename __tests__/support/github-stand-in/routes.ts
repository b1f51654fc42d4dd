import { type Answer, FORBIDDEN, json, NOT_FOUND, refuse } from './answers.ts';
import type { CommentStore } from './comments.ts';
import type { GitHubSettings } from './options.ts';
import type { HostedRepository } from './repository.ts';

/** What the stand-in can be asked for. */
export type Route =
  | 'tree'
  | 'blob'
  | 'commit'
  | 'ref'
  | 'compare'
  | 'viewer'
  | 'list-comments'
  | 'create-comment'
  | 'update-comment';

interface Call {
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly body: unknown;
}

/** A request that is understood. */
export interface Target {
  readonly route: Route;
  readonly permission: 'contents' | 'pullRequests' | undefined;
  readonly isWrite: boolean;
  readonly act: (call: Call) => Answer;
}

/** Finds what a request asks for by the rest of its path, below the repository. */
export function findTarget(
  rest: string,
  httpMethod: string,
  world: { repository: HostedRepository; comments: CommentStore },
): Target | undefined {
  const { repository, comments } = world;
  const read = { permission: 'contents', isWrite: false } as const;
  const [, kind = '', argument = ''] =
    /^(git\/trees|git\/blobs|git\/commits|git\/ref|compare|issues\/comments)\/(.+)$/.exec(rest) ??
    /^(issues)\/(\d+)\/comments$/.exec(rest) ??
    [];
  const name = decodeURIComponent(argument);
  switch (`${httpMethod} ${kind}`) {
    case 'GET git/trees':
      return { ...read, route: 'tree', act: ({ query }) => repository.getTree(name, query) };
    case 'GET git/blobs':
      return { ...read, route: 'blob', act: ({ accept }) => repository.getBlob(name, accept) };
    case 'GET git/commits':
      return { ...read, route: 'commit', act: () => repository.getCommit(name) };
    case 'GET git/ref':
      return { ...read, route: 'ref', act: () => repository.getRef(name) };
    case 'GET compare':
      return { ...read, route: 'compare', act: ({ query }) => repository.compare(name, query) };
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

/** GraphQL's answer to the question whose token it is. */
export function viewerTarget({ viewer }: GitHubSettings): Target {
  const act = (): Answer =>
    json(
      viewer === undefined ? { data: null, errors: [{ type: 'FORBIDDEN' }] } : { data: { viewer: { login: viewer } } },
    );
  return { route: 'viewer', permission: undefined, isWrite: false, act };
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
  const permission = target.permission === undefined ? 'read' : settings[target.permission];
  return permission === 'none' || (target.isWrite && permission === 'read') ? FORBIDDEN : undefined;
}
