/** Slack's Web API; GovSlack has another. */
export const DEFAULT_API_URL = 'https://slack.com/api/';

/** A token pasted as a host would be sent to DNS, and shown in lower case, which no mask covers. */
const LIKE_TOKEN = /\bx(?:ox[a-z]|app)-/i;

/** Where calls go, with what is wrong (then it is the default) or doubtful about it, in words that follow its name. */
export interface ApiUrl {
  /** Ends in a slash. */
  readonly url: URL;
  readonly problem?: string;
  readonly warning?: string;
}

/** Reads the base URL of the Web API. */
export function parseApiUrl(text: string): ApiUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !isPlain(url) || LIKE_TOKEN.test(text)) return refused('text that is not a plain URL');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    return refused(`a URL with ${/^[a-z]{1,10}:$/.test(url.protocol) ? url.protocol : 'another scheme'}`);
  }
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  // Made anew, since an empty query or fragment leaves its mark behind; in one piece, since a path that starts with
  // two slashes would be taken for a host.
  const clean = new URL(`${url.origin}${path}`);
  if (isSlackHost(url)) return { url: clean };
  return { url: clean, warning: `${url.host} is not one of Slack's hosts, and the token is sent there.` };
}

function refused(what: string): ApiUrl {
  const problem =
    `expected an https URL such as ${DEFAULT_API_URL} or https://slack-gov.com/api/, without user name, query or ` +
    `fragment (http for a loopback address only), got ${what}.`;
  return { url: new URL(DEFAULT_API_URL), problem };
}

function isPlain({ username, password, search, hash }: URL): boolean {
  return [username, password, search, hash].every((part) => part === '');
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isSlackHost({ hostname }: URL): boolean {
  return ['slack.com', 'slack-gov.com'].some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
