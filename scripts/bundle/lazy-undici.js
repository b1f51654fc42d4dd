// Stands in for undici inside @actions/http-client, in the bundle only.
//
// @actions/http-client imports undici when it loads, and @actions/core imports @actions/http-client: about 50 ms and
// 1 MB at every start, for one class that only GitHub's API behind a proxy needs (calls to Slack go over node:https,
// and through a proxy by `tunnel`). This class keeps the promise of that one, a dispatcher for `fetch`, and loads
// undici with the first request that it is given.

/** A dispatcher that forwards to undici's ProxyAgent. */
export class ProxyAgent {
  #options;
  #agent;

  constructor(options) {
    this.#options = options;
  }

  dispatch(options, handler) {
    this.#agent ??= import('undici').then((undici) => new undici.ProxyAgent(this.#options));
    this.#agent.then(
      (agent) => agent.dispatch(options, handler),
      (error) => handler.onError?.(error),
    );
    return true;
  }
}
