export type { Files } from '../git-repository.ts';
export {
  answerWith,
  BAD_GATEWAY,
  FORBIDDEN,
  LOGIN_PAGE,
  NOT_FOUND,
  primaryLimit,
  refuse,
  type ScriptedAnswer,
  SERVER_ERROR,
  secondaryLimit,
} from './answers.ts';
export type { StoredComment } from './comments.ts';
export type { EarlierComment, GitHubOptions } from './options.ts';
export type { Route } from './routes.ts';
export { type GitHubStandIn, type RecordedRequest, startGitHub } from './server.ts';
