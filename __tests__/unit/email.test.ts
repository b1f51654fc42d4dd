import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emailKey, isSameEmail, parseEmail, parseEmailList } from '../../src/people/email.ts';

const EXPECTED = 'expected an e-mail address such as jo@example.com';
const LONG_DOMAIN = `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(59)}.de`;

describe('parseEmail', () => {
  it.each([
    ['a plain address', 'jo@example.com'],
    ['upper case, as it was given', 'Jo.Ann@Example.COM'],
    ['the atoms of RFC 5322', "o'brien+tag_1-x=y~z@example.com"],
    ['one letter before the @', 'j@x.de'],
    ['one letter between the dots', 'j@x.y'],
    ['64 characters before the @', `${'a'.repeat(64)}@example.com`],
    ['254 characters', `${'a'.repeat(64)}@${LONG_DOMAIN.slice(1)}`],
    ['a domain label of 63 characters', `jo@${'a'.repeat(63)}.com`],
  ])('accepts %s', (_name, text) => {
    expect(parseEmail(text)).toEqual({ ok: true, email: text });
  });

  it('drops whitespace around the address', () => {
    expect(parseEmail('\t jo@example.com\r\n')).toEqual({ ok: true, email: 'jo@example.com' });
  });

  it.each([
    ['nothing', '', 'empty text'],
    ['a name', 'Jane', 'a value of 4 characters'],
    ['no @', 'jo.example.com', 'a value of 14 characters'],
    ['a user ID', 'U012AB3CD', '"U012AB3CD": a user ID belongs in "user-ids" ("user_id" in a roster)'],
    ['two @', 'jo@ann@example.com', 'a value of 18 characters with an @: an address has only one @'],
    ['no dot in the domain', 'jo@localhost', 'a value of 12 characters with an @: the part after the @ has no dot'],
    ['nothing before the @', '@example.com', 'a value of 12 characters with an @'],
    [
      '65 characters before the @',
      `${'a'.repeat(65)}@example.com`,
      'a value of 77 characters with an @: at most 64 characters may come before the @',
    ],
    [
      '255 characters',
      `${'a'.repeat(64)}@${LONG_DOMAIN}`,
      'a value of 255 characters with an @: an address has at most 254 characters',
    ],
    ['1,000 characters', 'a'.repeat(1000), 'a value of 1000 characters'],
    [
      '1,000 characters with a fault',
      'a@'.repeat(500),
      'a value of 1000 characters with an @: an address has only one @',
    ],
    ['1,001 characters', 'a'.repeat(1001), 'a value of more than 1000 characters'],
    ['1,002 characters, whatever they are', 'a@'.repeat(501), 'a value of more than 1000 characters'],
    [
      'no dot in the domain, but before it',
      'jo.ann@localhost',
      'a value of 16 characters with an @: the part after the @ has no dot',
    ],
    [
      '254 characters with a fault',
      `${'a'.repeat(62)}..@${LONG_DOMAIN.slice(1)}`,
      'a value of 254 characters with an @',
    ],
    ['a domain label of 64 characters', `jo@${'a'.repeat(64)}.com`, 'a value of 71 characters with an @'],
    ['a space', 'jo ann@example.com', 'a value of 18 characters with an @: an address contains no spaces'],
    ['angle brackets', '<jo@example.com>', 'a value of 16 characters with an @: give only the address between < and >'],
    [
      'a name and angle brackets',
      'Jo <jo@example.com>',
      'a value of 19 characters with an @: give only the address between < and >',
    ],
    [
      'a link',
      'mailto:jo@example.com?x',
      'a value of 23 characters with an @: remove "mailto:" and anything that is not the address itself',
    ],
    [
      'two addresses',
      'jo@example.com, ann@example.com',
      'a value of 31 characters with an @: that is more than one address; in a list, separate them with commas; in a roster, give each its own entry',
    ],
    ['quotes', '"jo"@example.com', 'a value of 16 characters with an @: remove the quotes inside the value'],
    [
      'a single quote in front',
      "'jo@example.com",
      'a value of 15 characters with an @: remove the quotes inside the value',
    ],
    [
      'a control character',
      'jo\u0000@example.com',
      'a value of 15 characters with an @: an invisible character (U+0000) at position 3; type the value again',
    ],
    ['two dots', 'jo..ann@example.com', 'a value of 19 characters with an @'],
    [
      'a dot at the end',
      'jo@example.com.',
      'a value of 15 characters with an @: remove the character after the address',
    ],
    ['a hyphen at the start of a label', 'jo@-example.com', 'a value of 15 characters with an @'],
    ['a number as address', '[127.0.0.1]', 'a value of 11 characters'],
    [
      'letters outside of ASCII',
      'jö@example.com',
      'a value of 14 characters with an @: only ASCII characters are taken before the @; give the user ID instead',
    ],
    [
      'letters outside of ASCII in the domain',
      'jo@exämple.com',
      'a value of 14 characters with an @: write the domain in its ASCII form, which starts with xn--',
    ],
  ])('refuses %s', (_name, text, found) => {
    expect(parseEmail(text)).toEqual({ ok: false, problem: `${EXPECTED}, got ${found}` });
  });

  it('never reveals a refused address', () => {
    const secret = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(secret, secret, (name, host) => {
        const parsed = parseEmail(`${name} ${name}@${host}.com`);

        expect(parsed).toEqual({
          ok: false,
          problem: `${EXPECTED}, got a value of ${2 * name.length + host.length + 6} characters with an @: an address contains no spaces`,
        });
      }),
    );
  });
});

describe('emailKey', () => {
  it('is the same for spellings that differ in case', () => {
    const keys = ['Jo@Example.com', 'jo@example.COM'].map((text) => {
      const parsed = parseEmail(text);
      return parsed.ok ? emailKey(parsed.email) : undefined;
    });
    expect(keys).toEqual(['jo@example.com', 'jo@example.com']);
  });
});

describe('isSameEmail', () => {
  it.each([
    ['case', 'Jo@Example.com', 'jo@example.COM', true],
    ['a domain in Unicode and in punycode', 'jo@m\u00fcnchen.example', 'jo@xn--mnchen-3ya.example', true],
    ['a domain in upper case and Unicode', 'jo@M\u00dcNCHEN.EXAMPLE', 'JO@xn--mnchen-3ya.example', true],
    ['letters that are composed or not', 'jo\u0308@example.com', 'j\u00f6@example.com', true],
    ['a domain whose letters are not composed', 'jo@mu\u0308nchen.example', 'jo@xn--mnchen-3ya.example', true],
    ['another name', 'jo@example.com', 'jon@example.com', false],
    ['another domain', 'jo@example.com', 'jo@example.org', false],
    ['a tag', 'jo@example.com', 'jo+tag@example.com', false],
    ['dots', 'jo.ann@example.com', 'joann@example.com', false],
    ['a letter of another script', 'jo@example.com', 'j\u043e@example.com', false],
    ['domains that are none', 'jo@\u00e4 b', 'jo@\u00e4 c', false],
    ['empty text', 'jo@example.com', '', false],
  ])('compares %s', (_name, one, other, is) => {
    expect([isSameEmail(one, other), isSameEmail(other, one)]).toEqual([is, is]);
  });
});

describe('parseEmailList', () => {
  it.each([
    ['nothing', '', []],
    ['one address', 'jo@x.de', ['jo@x.de']],
    ['commas, whitespace and CRLF', 'a@x.de,b@x.de c@x.de\r\nd@x.de', ['a@x.de', 'b@x.de', 'c@x.de', 'd@x.de']],
    ['an address given twice', 'a@x.de A@x.de', ['a@x.de', 'A@x.de']],
    ['a JSON array', '["a@x.de", "b@x.de"]', ['a@x.de', 'b@x.de']],
    ['a link with whitespace around', '[" mailto:a@x.de\\n"]', ['a@x.de']],
    ['pasted links', 'mailto:a@x.de <mailto:b@x.de> <mailto:c@x.de|c@x.de>', ['a@x.de', 'b@x.de', 'c@x.de']],
  ])('reads %s', (_name, text, addresses) => {
    const mentions = addresses.map((email, index) => ({ email, source: `emails[${index}]` }));
    expect(parseEmailList(text, 'emails')).toEqual({ mentions, problems: [] });
  });

  it('counts refused items and reports all of them', () => {
    expect(parseEmailList('U012AB3CD, jo@x.de, Jane', 'emails')).toEqual({
      mentions: [{ email: 'jo@x.de', source: 'emails[1]' }],
      problems: [
        {
          message: `"emails", item 1: ${EXPECTED}, got "U012AB3CD": a user ID belongs in "user-ids" ("user_id" in a roster)`,
        },
        { message: `"emails", item 3: ${EXPECTED}, got a value of 4 characters` },
      ],
    });
  });

  it.each([
    [
      'a letter before a link',
      'x<mailto:a@x.de>',
      'a value of 16 characters with an @: give only the address between < and >',
    ],
    ['a letter before a bare link', 'xmailto:a@x.de', 'a value of 14 characters with an @'],
    [
      'more behind a link',
      'mailto:a@x.de|b@x.de',
      'a value of 20 characters with an @: remove "mailto:" and anything that is not the address itself',
    ],
    ['a link of 1,000 characters', `mailto:${'a'.repeat(993)}`, 'a value of 993 characters'],
    ['a link of 1,001 characters', `mailto:${'a'.repeat(994)}`, 'a value of more than 1000 characters'],
  ])('refuses %s', (_name, text, found) => {
    expect(parseEmailList(text, 'emails').problems).toEqual([
      { message: `"emails", item 1: ${EXPECTED}, got ${found}` },
    ]);
  });

  it('refuses a link whose label is another address', () => {
    expect(parseEmailList('<mailto:a@x.de|b@x.de>', 'emails')).toEqual({
      mentions: [],
      problems: [
        {
          message: `"emails", item 1: ${EXPECTED}, got a value of 22 characters with an @: remove "mailto:" and anything that is not the address itself`,
        },
      ],
    });
  });

  it('refuses broken JSON without telling it', () => {
    const expected =
      'expected e-mail addresses separated by commas, whitespace or newlines, or one JSON array of strings';
    expect(parseEmailList('[jo@example.com]', 'emails')).toEqual({
      mentions: [],
      problems: [{ message: `"emails": ${expected}, got text that starts with [ but is not a JSON array` }],
    });
  });
});
