import { describe, expect, it } from '@jest/globals';
import { findForeign } from '../support/rendered.ts';

describe('the search for what is foreign in a page', () => {
  it.each([
    ['an element', 'a <img src=x onerror=y> b'],
    ['an element in a table', '| a |\n| --- |\n| <b>x</b> |\n'],
    ['a link', '[a](http://example.com)'],
    ['a link by its address', 'see https://example.com/ there'],
    ['a link by its host', 'see www.example.com there'],
    ['a link with a reference', '[a][b]\n\n[b]: http://example.com'],
    ['a link into another repository', '[a](https://github.com/octo-org/other/actions/runs/1/attempts/1)'],
    ['a link to another page', '[a](https://github.com/octo-org/offboarding/settings)'],
    ['a picture', '![a](x.png)'],
    ['a mention', 'hello @octo-org/team'],
    ['a mention in bold', '**@octocat**'],
    ['a mention that leaves its code', '`a` @octocat `b`'],
    ['an issue', 'see #12'],
    ['an issue elsewhere', 'see octo-org/offboarding#12'],
    ['a commit', `see ${'c0ffee00'.repeat(5)}`],
    ['a heading of another size', '# a'],
    ['a block of code', '```js\na\n```'],
    ['a comment', '<!-- a -->'],
    ['an event', '<details open ontoggle="a">b</details>'],
    ['a mark that turns text', 'a \u202e b'],
  ])('finds %s', (_name, markdown) => {
    expect(findForeign(markdown)).not.toEqual([]);
  });

  it.each([
    ['words', '## a\n\n**b** c'],
    ['markup in code', '`<img src=x> @octo-org [a](b) #12 https://example.com`'],
    ['entities in code', '<code>&#60;img&#62;&#64;octo</code>'],
    ['a table', '| a | b |\n| --- | ---: |\n| `@a` | 1 |\n'],
    ['a fold', '<details><summary>a</summary>\n\n| a |\n| --- |\n| `b` |\n\n</details>'],
    [
      'links to a line and to the run',
      `[\`a\`](https://github.com/octo-org/offboarding/blob/${'c0ffee00'.repeat(5)}/a%20b/r.yml#L3) [b](https://github.com/octo-org/offboarding/actions/runs/17/attempts/2)`,
    ],
    ['our mark', '<!-- slack-session-reset 0123456789abcdef -->\n## a'],
  ])('passes over %s', (_name, markdown) => {
    expect(findForeign(markdown)).toEqual([]);
  });
});
