// All about GitHub in one chunk of the bundle, which only `added` and `comment` load: it holds Octokit.
export { context } from '@actions/github';
export { readEarlierMentions } from '../roster/earlier.ts';
export { findBase } from './event.ts';
export { publishComment } from './publish-comment.ts';
export { openRepository } from './repository.ts';
