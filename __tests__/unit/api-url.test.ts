import { describe, expect, it } from '@jest/globals';
import { DEFAULT_API_URL, parseApiUrl } from '../../src/inputs/api-url.ts';

describe('the URL of the API', () => {
  it.each([
    ['https://slack.com/api/', 'https://slack.com/api/'],
    ['https://slack.com/api', 'https://slack.com/api/'],
    ['https://slack-gov.com/api/', 'https://slack-gov.com/api/'],
    ['https://example.slack.com//api', 'https://example.slack.com//api/'],
    ['https://slack.com/api?', 'https://slack.com/api/'],
  ])('may be %s', (text, href) => {
    expect(parseApiUrl(text)).toEqual({ url: new URL(href) });
  });

  it.each(['https://proxy.example.com/slack/', 'https://notslack.com/', 'http://127.0.0.1:8080/api/', 'http://[::1]/'])(
    'may lead elsewhere, which is told: %s',
    (text) => {
      const { url, problem, warning } = parseApiUrl(text);
      expect([url.href, problem]).toEqual([text, undefined]);
      expect(warning).toBe(`${new URL(text).host} is not one of Slack's hosts, and the token is sent there.`);
    },
  );

  it.each([
    ['', 'text that is not a plain URL'],
    ['slack.com/api', 'text that is not a plain URL'],
    ['https://jo@slack.com/', 'text that is not a plain URL'],
    ['https://:pw@slack.com/', 'text that is not a plain URL'],
    ['https://slack.com/api/?a=b', 'text that is not a plain URL'],
    ['https://slack.com/api/#a', 'text that is not a plain URL'],
    ['https://xoxp-1234/', 'text that is not a plain URL'],
    ['http://slack.com/api/', 'a URL with http:'],
    ['http://127.0.0.1.example.com/', 'a URL with http:'],
    ['ftp://127.0.0.1/', 'a URL with ftp:'],
    ['jo.doe+x://a', 'a URL with another scheme'],
  ])('may not be %j', (text, what) => {
    const { url, problem, warning } = parseApiUrl(text);
    expect([url.href, warning]).toEqual([DEFAULT_API_URL, undefined]);
    expect(problem).toMatch(new RegExp(`^expected an https URL such as .*, got ${what}\\.$`));
  });
});
