// Stands in for undici inside @actions/http-client and @actions/github, in the bundle only. Both import it when they load
// (50 ms and 1 MB), and no run uses it: all requests to Slack and to GitHub go through src/network/. Whatever does call it
// fails, so that no request can go around a proxy unnoticed.

const WORDS = 'undici is not in the bundle; requests go through src/network/';

/** A dispatcher that refuses every request. */
export class ProxyAgent {
  dispatch() {
    throw new Error(WORDS);
  }
}

/** A fetch that refuses every request. */
export function fetch() {
  return Promise.reject(new Error(WORDS));
}
