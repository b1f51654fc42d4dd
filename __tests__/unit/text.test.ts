import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toCode, toDuration, toLogText, toMoment, toProse } from '../../src/report/text.ts';
import { findForeign } from '../support/rendered.ts';
import { parseLog } from '../support/workflow-commands.ts';

describe('times', () => {
  it.each([
    ['2026-11-30T16:17:04.999Z', '2026-11-30 16:17:04 UTC'],
    ['2026-12-15T16:00:00.000Z', '2026-12-15 16:00 UTC'],
    ['2026-12-15T00:00:00.000Z', '2026-12-15 00:00 UTC'],
  ])('%s is the moment %s', (iso, shown) => {
    expect(toMoment(Date.parse(iso))).toBe(shown);
  });

  it.each([
    [0, '0.0 s'],
    [9_449, '9.4 s'],
    [9_500, '10 s'],
    [59_499, '59 s'],
    [59_500, '1 min 0 s'],
    [843_000, '14 min 3 s'],
    [3_599_000, '59 min 59 s'],
    [12_000_000, '3 h 20 min'],
    [47 * 3_600_000, '47 h 0 min'],
    [2_275_200_000, '26 d 8 h'],
  ])('%d ms last %s', (ms, shown) => {
    expect(toDuration(ms)).toBe(shown);
  });
});

const BIDI = '\u202e\u2066\u200f\u061c';

describe('toLogText', () => {
  it.each([
    ['a\nb\r\nc', 'a\ufffdb\ufffd\ufffdc'],
    ['\u001b[31mred\u009b0m', '\ufffd[31mred\ufffd0m'],
    [BIDI, '\ufffd'.repeat(4)],
    ['\u0000\u007f\u0085\u2028\ufeff\u200b', '\ufffd'.repeat(6)],
    ['see xoxp-12-ab.c%d, xapp-1-A and xoxe.xoxp-1-Z.', 'see ***, *** and ***'],
    ['häß 😀 <b>', 'häß 😀 <b>'],
    ['', ''],
    ['x'.repeat(1000), 'x'.repeat(1000)],
    ['x'.repeat(1001), `${'x'.repeat(1000)}…`],
  ])('%j is shown as %j', (text, shown) => {
    expect(toLogText(text)).toBe(shown);
  });

  it.each([
    '##[error]boo',
    'x ##[add-mask]W012',
    '::error::boo',
    '  ::stop-commands::x',
    '::add-mask::W012',
    '###[group]a',
  ])('leaves no command to the runner: %j', (text) => {
    expect(parseLog(`${toLogText(text)}\n`).commands).toEqual([]);
  });

  it('is one line without a command, whatever the text', () => {
    const parts = fc.constantFrom('::', '##[', 'error', ']', ' ', '\n', '\r', 'add-mask', '#', ':', '%0A', 'x', BIDI);
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
        const line = toLogText(words.join(''));
        expect([parseLog(`${line}\n`).commands, line.split(/[\r\n\u2028\u2029]/).length]).toEqual([[], 1]);
      }),
    );
  });
});

describe('toCode', () => {
  it.each([
    ['W012A3CDE', '`W012A3CDE`'],
    [' padded ', '`padded`'],
    ['@octo-org/team #1 <b>x</b> [l](http://a) *x* &lt;', '`@octo-org/team #1 <b>x</b> [l](http://a) *x* &lt;`'],
    ['a`b', '<code>a&#96;b</code>'],
    ['a|b\\', '<code>a&#124;b&#92;</code>'],
    ['`@a <i>|', '<code>&#96;&#64;a &#60;i&#62;&#124;</code>'],
    ['`😀', '<code>&#96;&#128512;</code>'],
    ['a\n| b', '<code>a&#65533;&#124; b</code>'],
    ['xoxp-1-secret', '`***`'],
    ['', '<code></code>'],
    [BIDI, `\`${'\ufffd'.repeat(4)}\``],
  ])('%j becomes %j', (text, code) => {
    expect(toCode(text)).toBe(code);
  });

  it('is one closed span that no table and no markup breaks, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(toCode(text)).toMatch(/^(`[^`|\\\r\n]+`|<code>(?:[A-Za-z0-9 ]|&#\d+;)*<\/code>)$/u);
      }),
    );
  });
});

describe('toProse', () => {
  it.each([
    ['Check the role, then run again.', 'Check the role, then run again.'],
    [
      'the scope admin.users:read (or users:read) is missing',
      'the scope `admin.users:read` (or `users:read`) is missing',
    ],
    [
      '"max-users" is "1O": expected a number from 1 to 1000000.',
      '`max-users` is `1O`: expected a number from 1 to 1000000.',
    ],
    ['"user-ids"[0] is refused', '`user-ids[0]` is refused'],
    ['see HR-12, #3, www.example.com and c0ffee0', 'see `HR-12`, `#3`, `www.example.com` and `c0ffee0`'],
    ['a "text with blanks", too', 'a `text with blanks`, too'],
    ['Slack’s list – was empty', 'Slack’s list – was empty'],
    ['an odd " quote', 'an odd `"` quote'],
    ['', ''],
  ])('%j becomes %j', (text, prose) => {
    expect(toProse(text)).toBe(prose);
  });

  it('leaves nothing of any text that is markup, a link or a mention', () => {
    const parts = fc.constantFrom(
      ...['@octocat', '#12', '<b>', '`', '"', '|', '*a*', '_b_', '[a](b)', '![c](d)', 'https://e.f', 'word', ' ', '\\'],
      ...['(', ')', '\n', '&lt;', '~~', 'GH-1', 'www.g.h', 'a/b#1', '-', '1.', '> ', 'c0ffee00'.repeat(5), BIDI],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
        expect(findForeign(`- ${toProse(words.join(''))}`)).toEqual([]);
      }),
      { numRuns: 1000, examples: [[['GH-1', 'GH-1']]] },
    );
  });
});
