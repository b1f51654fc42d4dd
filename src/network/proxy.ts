import { BlockList, isIP } from 'node:net';

/** The proxy variables of the environment, as they are set. */
export interface ProxySettings {
  readonly https: ProxyVariable | undefined;
  readonly http: ProxyVariable | undefined;
  /** Hosts that are reached directly. */
  readonly noProxy: string;
}

interface ProxyVariable {
  readonly name: string;
  readonly value: string;
}

/** A proxy that connections go through. */
export interface HttpProxy {
  /** Without credentials. */
  readonly url: URL;
  /** The value of `Proxy-Authorization`. */
  readonly authorization: string | undefined;
}

/** How a host is reached. `problem` says why the proxy that was set for it cannot be used; it holds none of its URL. */
export type Route =
  | { readonly kind: 'direct' }
  | ({ readonly kind: 'proxy' } & HttpProxy)
  | { readonly kind: 'unusable'; readonly problem: string };

type Environment = Record<string, string | undefined>;

/**
 * Reads the proxy variables and takes them out of the environment, so that nothing else reads them in another way.
 * As for curl, lower case comes before upper case; `ALL_PROXY` is not read.
 */
export function takeProxySettings(env: Environment): ProxySettings {
  const https = take(env, 'https_proxy');
  const http = take(env, 'http_proxy');
  return { https, http, noProxy: take(env, 'no_proxy')?.value ?? '' };
}

function take(env: Environment, lower: string): ProxyVariable | undefined {
  const variables = [lower, lower.toUpperCase()].map((name) => ({ name, value: env[name]?.trim() ?? '' }));
  for (const { name } of variables) delete env[name];
  return variables.find(({ value }) => value !== '');
}

/**
 * Finds the way to a URL. A loopback address is always reached directly: a proxy's own loopback is another machine's.
 *
 * @see https://everything.curl.dev/usingcurl/proxies/env.html
 */
export function routeTo(url: URL, settings: ProxySettings): Route {
  const variable = url.protocol === 'https:' ? settings.https : settings.http;
  if (variable === undefined || isLoopback(url) || isExempt(url, settings.noProxy)) {
    return { kind: 'direct' };
  }
  const proxy = parseProxy(variable.value);
  return 'problem' in proxy
    ? { kind: 'unusable', problem: `${variable.name} cannot be used for ${hostOf(url)}: ${proxy.problem}.` }
    : { kind: 'proxy', ...proxy };
}

function parseProxy(value: string): HttpProxy | { problem: string } {
  // Without a scheme, `localhost:3128` would be a URL whose scheme is "localhost".
  const text = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '' || !['', '/'].includes(url.pathname) || url.search || url.hash) {
    const hint = 'Special characters of a user name or password must be percent-encoded';
    return { problem: `expected a URL such as http://proxy.example.com:3128. ${hint}` };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const scheme = /^[a-z0-9]{1,10}:$/.test(url.protocol) ? `"${url.protocol.slice(0, -1)}"` : 'another one';
    return { problem: `expected the scheme http or https, got ${scheme}` };
  }
  const credentials = decode(url);
  if (credentials === undefined) {
    return {
      problem: 'its user name or password has a % that does not start an escape (write %25 for a percent sign)',
    };
  }
  const authorization = credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  return { url: new URL(`${url.protocol}//${url.host}/`), authorization };
}

function decode({ username, password }: URL): string | undefined {
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return undefined;
  }
}

/** The host name of a URL as sockets and certificates know it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** The port of a URL, also when it is the scheme's own. */
export function portOf({ port, protocol }: Pick<URL, 'port' | 'protocol'>): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function isLoopback(url: URL): boolean {
  const host = hostOf(url);
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isExempt(url: URL, noProxy: string): boolean {
  return noProxy.split(/[\s,]+/).some((entry) => entry !== '' && matches(url, entry.toLowerCase()));
}

/** An entry is `*`, a name that also covers its subdomains, an address, or a range of addresses; a port may follow. */
function matches(url: URL, entry: string): boolean {
  if (entry === '*') {
    return true;
  }
  const [, bracketed, plain = '', port] = /^(?:\[([^\]]*)\]|([^[\]]*?))(?::(\d+))?$/.exec(entry) ?? [];
  const isAddress = isIP(entry) !== 0;
  if (!isAddress && port !== undefined && Number(port) !== portOf(url)) {
    return false;
  }
  const pattern = isAddress ? entry : (bracketed ?? plain);
  const host = hostOf(url).replace(/\.$/, '');
  if (isIP(host) !== 0) {
    return isInRange(host, pattern);
  }
  const name = pattern.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

/** @param range - an address, or a network such as `10.0.0.0/8` */
function isInRange(address: string, range: string): boolean {
  const [network = '', bits] = range.split('/');
  const version = isIP(network);
  const most = version === 6 ? 128 : 32;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (version === 0 || version !== isIP(address) || !(prefix <= most)) {
    return false;
  }
  const list = new BlockList();
  const family = version === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(network, prefix, family);
  return list.check(address, family);
}
