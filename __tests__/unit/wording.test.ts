import { describe, expect, it } from '@jest/globals';
import {
  describeOddCharacter,
  describeText,
  formatCount,
  formatPeopleCount,
  isQuotable,
  maskPath,
} from '../../src/people/wording.ts';

describe('what may be quoted', () => {
  it.each(['U012AB3CD', 'W012A3CDE', 'C012AB3CD', 'B0123456789A', 'USERID', 'USLACKBOT'])(
    'is an ID or a known word: %s',
    (text) => {
      expect([isQuotable(text), describeText(text)]).toEqual([true, `"${text}"`]);
    },
  );

  it.each([
    ['a name', 'Jane'],
    ['a name in upper case', 'CHARLOTTE'],
    ['a login', 'jdoe42'],
    ['a short number of a person', 'U1234'],
    ['a number of a person', '00123456'],
    ['a number with another prefix', 'P00123456'],
    ['a telephone number', '+491701234567'],
    ['an ID in lower case', 'u012ab3cd'],
    ['an ID that is too long', 'U012AB3CD0123'],
    ['an ID that is too short', 'U012AB3C'],
    ['an ID with a blank', 'U012AB3CD '],
    ['an ID on two lines', 'U012AB3CD\n'],
  ])('is not %s', (_name, text) => {
    expect([isQuotable(text), describeText(text)]).toEqual([false, `a value of ${text.length} characters`]);
  });
});

describe('a character that is not what it seems', () => {
  it.each([
    ['U012AB3CD\u200b', 'an invisible character (U+200B) at position 10; type the value again'],
    ['\u00a0U012AB3CD', 'an invisible character (U+00A0) at position 1; type the value again'],
    ['a\u{e0001}', 'an invisible character (U+E0001) at position 2; type the value again'],
    ['😀\ufeff', 'an invisible character (U+FEFF) at position 2; type the value again'],
    ['\u201ea\u201c', 'a typographic quote (U+201E) at position 1; use straight quotes (") or none'],
    ['a\u2013b', 'a typographic dash (U+2013) at position 2; use a hyphen (-)'],
    ['U012AB3CD', undefined],
    ['J\u00f6 Doe', undefined],
  ])('is named with its place: %j', (text, words) => {
    expect(describeOddCharacter(text)).toBe(words);
  });
});

describe('maskPath', () => {
  it.each([
    ['hr/2026-11.yml', 'hr/2026-11.yml'],
    ['hr/jo.doe@example.com.yml', 'hr/***'],
    ['jo@example.com/a/b@c', '***/a/***'],
    ['hr\\jo@example.com\\x.yml', 'hr\\***\\x.yml'],
    ['jo\uff20example.com', '***'],
    ['', ''],
  ])('masks the parts with an @: %s', (path, masked) => {
    expect(maskPath(path)).toBe(masked);
  });
});

describe('counts', () => {
  it('are in the singular only for one', () => {
    expect([0, 1, 2].map((count) => formatCount(count, 'call'))).toEqual(['0 calls', '1 call', '2 calls']);
    expect([0, 1, 2].map(formatPeopleCount)).toEqual(['0 people', '1 person', '2 people']);
  });
});
