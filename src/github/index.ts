// All that loads Octokit in one chunk of the bundle, which only `added` and `comment` need.
export { context } from '@actions/github';
export { readChange } from './event.ts';
export { publishComment } from './publish-comment.ts';
export { openRepository } from './repository.ts';
