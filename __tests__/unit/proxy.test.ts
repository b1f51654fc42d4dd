import { describe, expect, it } from '@jest/globals';
import { findProxyProblems } from '../../src/inputs/network.ts';
import { routeTo, takeProxySettings } from '../../src/network/proxy.ts';

const SLACK = new URL('https://slack.com/api/');
const PASSWORD = 'Zwetschgenkuchen';

/** Where a call to Slack goes: the URL of the proxy and the credentials for it. */
function wayTo(url: URL, env: Readonly<Record<string, string>>): unknown {
  const route = routeTo(url, takeProxySettings({ ...env }));
  if (route.kind !== 'proxy') return route.kind;
  const credentials = route.authorization?.replace(/^Basic /, '');
  return [route.url.href, credentials && Buffer.from(credentials, 'base64').toString()];
}

describe('a proxy', () => {
  it.each<[string, string, string | undefined]>([
    ['http://proxy.example.com:3128', 'http://proxy.example.com:3128/', undefined],
    ['https://proxy.example.com/', 'https://proxy.example.com/', undefined],
    ['HTTP://Proxy.Example.com', 'http://proxy.example.com/', undefined],
    ['localhost:3128', 'http://localhost:3128/', undefined],
    ['proxy', 'http://proxy/', undefined],
    ['jo:pw@proxy:3128', 'http://proxy:3128/', 'jo:pw'],
    ['http://[::1]:3128', 'http://[::1]:3128/', undefined],
    ['[fd00::2]:3128', 'http://[fd00::2]:3128/', undefined],
    ['http://jo@proxy', 'http://proxy/', 'jo:'],
    ['http://:pw@proxy', 'http://proxy/', ':pw'],
    ['http://j%40o:p%3Aw%25%20x@proxy:3128', 'http://proxy:3128/', 'j@o:p:w% x'],
    ['http://jo:Zo%C3%AB@proxy', 'http://proxy/', 'jo:Zoë'],
    ['  http://proxy:3128\n', 'http://proxy:3128/', undefined],
  ])('may be %j', (value, url, credentials) => {
    expect(wayTo(SLACK, { HTTPS_PROXY: value })).toEqual([url, credentials]);
  });

  it.each<[string, RegExp]>([
    ['not an address', /expected a URL such as http:\/\/proxy\.example\.com:3128/],
    [`http://jo:${PASSWORD}/x@proxy:3128`, /expected a URL/],
    [`http://jo:1#${PASSWORD}@proxy:3128`, /expected a URL/],
    [`http://jo:1?${PASSWORD}@proxy:3128`, /expected a URL/],
    ['http://proxy:99999', /expected a URL/],
    ['http://', /expected a URL/],
    ['http://proxy/path', /expected a URL/],
    [`http://jo:${PASSWORD}100%sure@proxy:3128`, /a % that does not start an escape \(write %25/],
    [`http://jo:%ff${PASSWORD}@proxy:3128`, /a % that does not start an escape/],
    ['socks5://proxy:1080', /expected the scheme http or https, got "socks5"/],
    ['socks5h://proxy:1080', /got "socks5h"/],
    [`x-${PASSWORD}://proxy`, /expected the scheme http or https, got another one/],
  ])('may not be %j, and is not shown', (value, reason) => {
    const problems = findProxyProblems([SLACK], takeProxySettings({ HTTPS_PROXY: value }));
    expect(problems).toEqual([expect.stringMatching(reason)]);
    expect(problems[0]).toMatch(/^HTTPS_PROXY cannot be used for slack\.com: /);
    expect(problems[0]?.toLowerCase()).not.toContain(PASSWORD.toLowerCase());
  });

  it('that cannot be used matters only to a run that would use it', () => {
    const bad = 'not an address';
    const github = new URL('https://github.example.com/api/v3/');
    const of = (env: Record<string, string>, ...hosts: URL[]) =>
      findProxyProblems(hosts, takeProxySettings(env)).length;
    expect([
      of({ HTTPS_PROXY: bad }),
      of({ HTTPS_PROXY: bad }, SLACK, github),
      of({ HTTPS_PROXY: bad, NO_PROXY: 'slack.com' }, SLACK),
      of({ HTTPS_PROXY: bad, NO_PROXY: 'slack.com' }, SLACK, github),
      of({ HTTPS_PROXY: bad }, new URL('https://127.0.0.1/')),
      of({ http_proxy: bad }, SLACK),
      of({ http_proxy: bad }, new URL('http://github.example.com/api/v3/')),
      of({ ALL_PROXY: bad, all_proxy: bad }, SLACK),
    ]).toEqual([0, 2, 0, 1, 0, 0, 1, 0]);
  });

  it.each<[string, Record<string, string>, unknown]>([
    ['lower case first', { https_proxy: 'http://a', HTTPS_PROXY: 'http://b' }, ['http://a/', undefined]],
    ['upper case where lower case is empty', { https_proxy: ' ', HTTPS_PROXY: 'http://b' }, ['http://b/', undefined]],
    ['that of https only', { http_proxy: 'http://a', HTTP_PROXY: 'http://a' }, 'direct'],
    ['no ALL_PROXY', { ALL_PROXY: 'http://a', all_proxy: 'http://a' }, 'direct'],
    ['none when there is none', {}, 'direct'],
  ])('is read from the environment: %s', (_name, env, way) => {
    expect(wayTo(SLACK, env)).toEqual(way);
  });

  it('is taken out of the environment, so that nobody else reads it in another way', () => {
    const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];
    const env = Object.fromEntries([...names, 'ALL_PROXY', 'PATH'].map((name) => [name, 'http://a']));
    takeProxySettings(env);
    expect(Object.keys(env)).toEqual(['ALL_PROXY', 'PATH']);
  });
});

describe('NO_PROXY', () => {
  it.each<[string, string, boolean]>([
    ['slack.com', 'https://slack.com/', true],
    ['SLACK.com', 'https://slack.com/', true],
    ['slack.com', 'https://files.slack.com/', true],
    ['.slack.com', 'https://slack.com/', true],
    ['.slack.com', 'https://files.slack.com/', true],
    ['*.slack.com', 'https://files.slack.com/', true],
    ['slack.com.', 'https://slack.com/', true],
    ['slack.com', 'https://slack.com./', true],
    ['lack.com', 'https://slack.com/', false],
    ['com', 'https://slack.com/', true],
    ['files.slack.com', 'https://slack.com/', false],
    ['slack.com:443', 'https://slack.com/', true],
    ['slack.com:8443', 'https://slack.com/', false],
    ['slack.com:8443', 'https://slack.com:8443/', true],
    ['slack.com', 'https://slack.com:8443/', true],
    ['a.example, slack.com', 'https://slack.com/', true],
    ['a.example slack.com', 'https://slack.com/', true],
    ['*', 'https://slack.com/', true],
    ['a.example,*', 'https://slack.com/', true],
    ['sl*.com', 'https://slack.com/', false],
    ['', 'https://slack.com/', false],
    [',.,*.,', 'https://slack.com/', false],
    ['192.0.2.7', 'https://192.0.2.7/', true],
    ['192.0.2.7:443', 'https://192.0.2.7/', true],
    ['192.0.2.7:444', 'https://192.0.2.7/', false],
    ['2.7', 'https://192.0.2.7/', false],
    ['192.0.2.0/24', 'https://192.0.2.7/', true],
    ['192.0.3.0/24', 'https://192.0.2.7/', false],
    ['0.0.0.0/0', 'https://slack.com/', false],
    ['192.0.2.0/33', 'https://192.0.2.7/', false],
    ['192.0.2.0/x', 'https://192.0.2.7/', false],
    ['2001:db8::7', 'https://[2001:db8::7]/', true],
    ['[2001:DB8:0::7]', 'https://[2001:db8::7]/', true],
    ['[2001:db8::7]:443', 'https://[2001:db8::7]/', true],
    ['[2001:db8::7]:444', 'https://[2001:db8::7]/', false],
    ['2001:db8::/32', 'https://[2001:db8::7]/', true],
    ['2001:db9::/32', 'https://[2001:db8::7]/', false],
    ['::/0', 'https://192.0.2.7/', false],
  ])('%j for %s: passes the proxy by: %s', (noProxy, url, isDirect) => {
    const way = wayTo(new URL(url), { HTTPS_PROXY: 'http://proxy', NO_PROXY: noProxy });
    expect(way === 'direct').toBe(isDirect);
  });

  it.each(['https://localhost/', 'https://127.0.0.1:8443/', 'https://127.8.9.1/', 'http://[::1]:3000/'])(
    'is not needed for this machine itself: %s',
    (url) => {
      const env = { HTTPS_PROXY: 'http://proxy', HTTP_PROXY: 'http://proxy' };
      expect(wayTo(new URL(url), env)).toBe('direct');
    },
  );

  it.each(['https://localhost.example.com/', 'https://127.0.0.1.example.com/', 'https://128.0.0.1/'])(
    'is needed for what only looks like this machine: %s',
    (url) => {
      expect(wayTo(new URL(url), { HTTPS_PROXY: 'http://proxy' })).toEqual(['http://proxy/', undefined]);
    },
  );
});
