import { describe, expect, it } from '@jest/globals';
import { parseUserId, parseUserIdList } from '../../src/people/user-id.ts';

const EXPECTED = 'expected a user ID (U… or W…)';

describe('parseUserId', () => {
  it.each([
    ['an ID that starts with U', 'U012AB3CD', 'U012AB3CD'],
    ['an ID that starts with W', 'W012A3CDE', 'W012A3CDE'],
    ['the shortest ID', 'U12', 'U12'],
    ['the longest ID', `U${'1'.repeat(31)}`, `U${'1'.repeat(31)}`],
    ['an ID of letters only', 'WABCDEF', 'WABCDEF'],
    ['an ID that starts with a reserved word', 'USERS1', 'USERS1'],
    ['whitespace around', ' U012AB3CD\r\n', 'U012AB3CD'],
    ['a pasted mention', '<@U012AB3CD>', 'U012AB3CD'],
    ['a pasted mention with a name', '<@U012AB3CD|Doe, Jane>', 'U012AB3CD'],
    ['a pasted mention with an empty name', '<@U012AB3CD|>', 'U012AB3CD'],
    ['a pasted mention with whitespace within', '<@ U012AB3CD >', 'U012AB3CD'],
  ])('accepts %s', (_name, text, userId) => {
    expect(parseUserId(text)).toEqual({ ok: true, userId });
  });

  it.each([
    ['nothing', '', 'empty text'],
    ['one letter', 'U', 'a value of 1 character: that is too short'],
    ['an ID that is too short', 'U1', 'a value of 2 characters: that is too short'],
    [
      'an ID that is too long',
      `U${'1'.repeat(32)}`,
      'a value of 33 characters: that is too long; a user ID has at most 32 characters',
    ],
    ['lower case', 'u012ab3cd', 'a value of 9 characters: user IDs are in upper case; lower case is not repaired'],
    ['mixed case', 'U012ab3CD', 'a value of 9 characters: user IDs are in upper case; lower case is not repaired'],
    ['an app', 'A012AB3CD', '"A012AB3CD": that is an app ID (A…)'],
    ['a bot', 'B012AB3CD', '"B012AB3CD": that is a bot ID (B…)'],
    ['a channel', 'C012AB3CD', '"C012AB3CD": that is a channel ID (C…)'],
    ['a direct message', 'D012AB3CD', '"D012AB3CD": that is the ID of a direct message (D…)'],
    ['an organization', 'E012AB3CD', '"E012AB3CD": that is an Enterprise organization ID (E…)'],
    ['a private channel', 'G012AB3CD', '"G012AB3CD": that is the ID of a private channel (G…)'],
    ['a user group', 'S012AB3CD', '"S012AB3CD": that is a user group ID (S…)'],
    ['a workspace', 'T012AB3CD', '"T012AB3CD": that is a workspace ID (T…)'],
    ['a mention of a bot', '<@B012AB3CD|bot>', '"B012AB3CD": that is a bot ID (B…)'],
    ['a pasted channel', '<#C012AB3CD|general>', 'a value of 20 characters: that is a channel'],
    ['a pasted user group', '<!subteam^S012AB3CD>', 'a value of 20 characters: that is a user group'],
    ['another prefix', 'X012AB3CD', 'a value of 9 characters'],
    ['an ID of another kind with eight characters', 'C012AB3C', 'a value of 8 characters'],
    ['an ID of another kind with twelve characters', 'C012AB3CDEFG', '"C012AB3CDEFG": that is a channel ID (C…)'],
    ['an ID of another kind with thirteen characters', 'C012AB3CDEFGH', 'a value of 13 characters'],
    ['what looks like a word', 'CHARLOTTE', 'a value of 9 characters'],
    ['digits', '12345', 'a value of 5 characters'],
    ['the number of a person', 'P00123456', 'a value of 9 characters'],
    [
      'two IDs',
      'U012AB3CD;W012A3CDE',
      'a value of 19 characters: that is more than one ID; in a list, separate them with commas; in a roster, give each its own entry',
    ],
    [
      'a link to a profile',
      'https://example.slack.com/team/U012AB3CD',
      'a value of 40 characters: that is a link to a profile; give only the ID at the end of it',
    ],
    [
      'a login',
      '@jo',
      'a value of 3 characters with an @: an @name is not an ID; in Slack, open the profile and choose "Copy member ID"',
    ],
    ['an ID with a comment behind it', 'U012AB3CD#old', 'a value of 13 characters: a space is missing before "#"'],
    ['an ID with a quote', 'U012AB3CD"', 'a value of 10 characters: remove the quotes inside the value'],
    [
      'a zero-width space',
      'U012AB3CD\u200b',
      'a value of 10 characters: an invisible character (U+200B) at position 10; type the value again',
    ],
    [
      'a no-break space',
      '\u00a0U012AB3CD',
      'a value of 10 characters: an invisible character (U+00A0) at position 1; type the value again',
    ],
    [
      'typographic quotes',
      '\u201cU012AB3CD\u201d',
      'a value of 11 characters: a typographic quote (U+201C) at position 1; use straight quotes (") or none',
    ],
    [
      'a typographic dash',
      '\u2013 U012AB3CD',
      'a value of 11 characters: a typographic dash (U+2013) at position 1; use a hyphen (-)',
    ],
    [
      'a letter of another script',
      'U012\u0410B3CD',
      'a value of 9 characters: a character that only looks like the right one (U+0410) at position 5; type the ID again',
    ],
    ['Slackbot', 'USLACKBOT', '"USLACKBOT": that is one of Slack\'s own accounts'],
    ['the audit placeholder of a user', 'USLACKUSER', '"USLACKUSER": that is one of Slack\'s own accounts'],
    ['the security account', 'USLACKSECURITY', '"USLACKSECURITY": that is one of Slack\'s own accounts'],
    ['the header USER', 'USER', '"USER": that is a column header'],
    ['the header USERS', 'USERS', '"USERS": that is a column header'],
    ['the header USERID', 'USERID', '"USERID": that is a column header'],
    ['the header USERIDS', 'USERIDS', '"USERIDS": that is a column header'],
    ['the header UID', 'UID', '"UID": that is a column header'],
    ['the header USERNAME', 'USERNAME', '"USERNAME": that is a column header'],
    ['a mention of a reserved word', '<@USLACKBOT>', '"USLACKBOT": that is one of Slack\'s own accounts'],
    [
      'an e-mail address',
      'jo@example.com',
      'a value of 14 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)',
    ],
    ['a name', 'Charlie', 'a value of 7 characters'],
    ['two words', 'Jane Doe', 'a value of 8 characters'],
    ['a token', 'xoxp-1234-abcd', 'a value of 14 characters'],
    ['41 letters and digits', `a1${'b'.repeat(39)}`, 'a value of 41 characters'],
    [
      'a control character',
      'U12\u001b[31m',
      'a value of 8 characters: an invisible character (U+001B) at position 4; type the value again',
    ],
    ['letters of another script that look alike', 'U012АВ', 'a value of 6 characters'],
    ['an ID with a letter before it', 'xU012AB3CD', 'a value of 10 characters'],
    [
      'a letter before a mention',
      'x<@U012AB3CD>',
      'a value of 13 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)',
    ],
    [
      'a letter behind a mention',
      '<@U012AB3CD>x',
      'a value of 13 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)',
    ],
    [
      'a value of 1,000 characters',
      'U'.repeat(1000),
      'a value of 1000 characters: that is too long; a user ID has at most 32 characters',
    ],
    [
      'a value of 1,000 characters with a fault',
      'a@'.repeat(500),
      'a value of 1000 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)',
    ],
    ['a value of 1,001 characters', 'U'.repeat(1001), 'a value of more than 1000 characters'],
    ['a value of 1,002 characters, whatever they are', '@U'.repeat(501), 'a value of more than 1000 characters'],
  ])('refuses %s', (_name, text, found) => {
    expect(parseUserId(text)).toEqual({ ok: false, problem: `${EXPECTED}, got ${found}` });
  });
});

describe('parseUserIdList', () => {
  it.each([
    ['nothing', '', []],
    ['dividers only', ' , \n,\t', []],
    ['one ID', 'U001', ['U001']],
    ['commas', 'U001,U002, U003', ['U001', 'U002', 'U003']],
    ['whitespace', 'U001 U002\tU003', ['U001', 'U002', 'U003']],
    ['CRLF', 'U001\r\nU002\r\n', ['U001', 'U002']],
    ['an ID given twice', 'U001 U001', ['U001', 'U001']],
    ['mentions with spaces and commas in the name', '<@U001|Jane Doe>,<@U002|Doe, Jo> U003', ['U001', 'U002', 'U003']],
    ['mentions side by side', '<@U001><@U002|Jo>', ['U001', 'U002']],
    ['a JSON array', '["U001", "<@U002|Jane Doe>"]', ['U001', 'U002']],
    ['an empty JSON array', ' [] ', []],
  ])('reads %s', (_name, text, ids) => {
    const mentions = ids.map((userId, index) => ({ userId, source: `user-ids[${index}]` }));
    expect(parseUserIdList(text, 'user-ids')).toEqual({ mentions, problems: [] });
  });

  it('counts refused items and reports all of them', () => {
    expect(parseUserIdList('U001, C012AB3CD, jo@example.com\nU004', 'user-ids')).toEqual({
      mentions: [
        { userId: 'U001', source: 'user-ids[0]' },
        { userId: 'U004', source: 'user-ids[3]' },
      ],
      problems: [
        { message: `"user-ids", item 2: ${EXPECTED}, got "C012AB3CD": that is a channel ID (C…)` },
        {
          message: `"user-ids", item 3: ${EXPECTED}, got a value of 14 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)`,
        },
      ],
    });
  });

  it('reports items of a JSON array that are not strings', () => {
    const message = (item: number, kind: string) => ({
      message: `"user-ids", item ${item}: expected user IDs as JSON strings, got ${kind}`,
    });
    expect(parseUserIdList('[1, null, ["U001"], {"a": 1}, true, "U006"]', 'user-ids')).toEqual({
      mentions: [{ userId: 'U006', source: 'user-ids[5]' }],
      problems: [
        message(1, 'a JSON number'),
        message(2, 'null'),
        message(3, 'an array'),
        message(4, 'a JSON object'),
        message(5, 'a JSON boolean'),
      ],
    });
  });

  it.each(['[U001, U002]', '["U001"', '["U001"] U002', '['.repeat(100_000)])('refuses broken JSON', (text) => {
    const expected = 'expected user IDs separated by commas, whitespace or newlines, or one JSON array of strings';
    expect(parseUserIdList(text, 'user-ids')).toEqual({
      mentions: [],
      problems: [{ message: `"user-ids": ${expected}, got text that starts with [ but is not a JSON array` }],
    });
  });

  it('never repeats a part of an unclosed mention', () => {
    const { problems } = parseUserIdList('<@U001|Jane Doe', 'user-ids');
    expect(problems.map(({ message }) => message)).toEqual([
      `"user-ids", item 1: ${EXPECTED}, got a value of 11 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)`,
      `"user-ids", item 2: ${EXPECTED}, got a value of 3 characters`,
    ]);
  });
});
