import { getOctokit } from '@actions/github';
import { exchange } from '../network/exchange.ts';
import { NoAnswer } from '../network/no-answer.ts';
import type { ProxySettings } from '../network/proxy.ts';

/** No request to GitHub takes longer, whatever the caller allows. */
const CALL_TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 3;
const NOT_MODIFIED = 304;

/** What it takes to ask GitHub. */
export interface GitHubAccess {
  readonly token: string;
  readonly proxies: ProxySettings;
}

/**
 * GitHub's REST API, on github.com or the server that `GITHUB_API_URL` names, over the same network layer as Slack's.
 * A request that gets no answer rejects with an error whose `cause` is a `NoAnswer`.
 */
export function openOctokit({ token, proxies }: GitHubAccess): ReturnType<typeof getOctokit> {
  return getOctokit(token, { request: { fetch: toFetch(proxies) } });
}

/** What Octokit gives to `fetch`. */
interface FetchOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

type Fetch = (url: string, options: FetchOptions) => Promise<object>;

/** A `fetch` as far as Octokit makes use of it. */
function toFetch(proxies: ProxySettings): Fetch {
  return async (address, { method, headers, body, signal = new AbortController().signal }) => {
    let url = new URL(address);
    for (let redirects = 0; ; redirects += 1) {
      const answer = await exchange({ method, url, headers, body, signal, timeoutMs: CALL_TIMEOUT_MS }, proxies);
      if (!isRedirect(answer)) {
        return toResponse(answer, url);
      }
      const next = redirects < MAX_REDIRECTS ? redirectOf(answer, { method, url }) : undefined;
      if (next === undefined) {
        // Octokit takes it for success.
        throw new NoAnswer(`HTTP ${answer.status}, a redirect that is not followed`, { isLasting: true });
      }
      url = next;
    }
  };
}

type Answer = Awaited<ReturnType<typeof exchange>>;

function isRedirect({ status }: Answer): boolean {
  return status >= 300 && status < 400 && status !== NOT_MODIFIED;
}

/**
 * Where GitHub has moved something, for example a repository that was renamed. The token stays with its server.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
function redirectOf({ status, headers }: Answer, { method, url }: { method: string; url: URL }): URL | undefined {
  const isFollowed = status === 307 || status === 308 || (method === 'GET' && (status === 301 || status === 302));
  const { location } = headers;
  const next = isFollowed && location && URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
  return next?.origin === url.origin ? next : undefined;
}

/** The global `Response` would load 50 ms worth of code at the first use. */
function toResponse({ status, headers, body }: Answer, url: URL): object {
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    status,
    url: url.href,
    headers: new Map(pairs),
    text: async () => body.toString('utf8'),
    arrayBuffer: async () => new Uint8Array(body).buffer,
    get body() {
      return new Blob([new Uint8Array(body)]).stream();
    },
  };
}
