import { describe, expect, it } from '@jest/globals';
import { parseRoster } from '../../src/roster/parse.ts';

/** What people type who are no programmers, and the one message that says what to type instead, with its place. */
const UNCLOSED =
  'expected a closing bracket for the one that opens here, and every line in between indented: close it, or indent them';
const SLIPS: readonly (readonly [string, string, string])[] = [
  [
    'a value that # makes a comment',
    '- user_id: W012A3CDE\n  ticket: #1234\n',
    '2:11 expected a value for "ticket", got a comment, which "#" starts: put the value in quotes',
  ],
  [
    'a second colon in a text',
    '- user_id: W012A3CDE\n  note: left early: see mail\n  ticket: a\n',
    '2:9 expected one text after "note:", got a second colon followed by a space: put the whole text in quotes',
  ],
  [
    'an entry indented by three where four is right',
    'leavers:\n    - user_id: W012A3CDE\n      ticket: a\n   - user_id: W012A3CDF\n    - user_id: W012A3CDG\n',
    '4:4 expected this line to start in column 5 like the lines above, got column 4',
  ],
  [
    'an entry indented further than the first',
    'leavers:\n  - user_id: W012A3CDE\n    - user_id: W012A3CDF\n',
    '3:5 expected this line to start in column 3 like the lines above, got column 5',
  ],
  [
    'a key indented less than its entry',
    'leavers:\n  - user_id: W012A3CDE\n   ticket: a\n  - U012AB3CD\n',
    '3:4 expected this line to start in column 5 like the lines above, got column 4',
  ],
  [
    'a key indented more than its entry',
    'leavers:\n  - user_id: W012A3CDE\n     ticket: a\n  - U012AB3CD\n',
    '3:6 expected this line to start in column 5 like the lines above, got column 6',
  ],
  [
    'a key below the dash',
    'leavers:\n  - user_id: W012A3CDE\n  ticket: a\n  - U012AB3CD\n',
    '3:3 expected this line to start in column 5 like the lines above, got column 3',
  ],
  [
    'a key indented otherwise behind a wide dash',
    '-   user_id: W012A3CDE\n  ticket: a\n',
    '2:3 expected this line to start in column 5 like the lines above, got column 3',
  ],
  [
    'a merge conflict',
    '<<<<<<< HEAD\n- U012AB3CD\n=======\n- U012AB3CE\n>>>>>>> x\n',
    '1:1 expected a finished file, got an unresolved merge conflict: keep the right lines and delete those that start with <<<<<<<, ======= and >>>>>>>',
  ],
  [
    'no space after the colon',
    '- user_id:W012A3CDE\n',
    '1:11 expected a space after "user_id:", got none: type the space',
  ],
  [
    'no space after the first colon of an entry',
    '- user_id:W012A3CDE\n  ticket: a\n',
    '1:11 expected a space after "user_id:", got none: type the space',
  ],
  [
    'no space after a later colon',
    '- user_id: W012A3CDE\n  ticket:a\n  note: b\n',
    '2:10 expected a space after "ticket:", got none: type the space',
  ],
  ['a key in another case', '- user_ID: W012A3CDE\n', '1:3 expected the key "user_id", got "user_ID"'],
  ['a key with a space', '- User Id: W012A3CDE\n', '1:3 expected the key "user_id", got "User Id"'],
  ['a key without its underscore', '- userid: W012A3CDE\n', '1:3 expected the key "user_id", got "userid"'],
  ['another word for a key', '- member_id: W012A3CDE\n', '1:3 expected the key "user_id", got "member_id"'],
  [
    'a word of another language for a key',
    '- user_id: W012A3CDE\n  Datum: x\n',
    '2:3 expected the key "effective", got "Datum"',
  ],
  ['leaver for leavers', 'leaver:\n  - W012A3CDE\n', '1:1 expected the key "leavers", got "leaver"'],
  ['e-mail for email', '- e-mail: jo@example.com\n', '1:3 expected the key "email", got "e-mail"'],
  [
    'timezone for time_zone',
    'timezone: Europe/Berlin\nleavers: []\n',
    '1:1 expected the key "time_zone", got "timezone"',
  ],
  ...['time_zone', 'timezone', 'Time Zone', 'time-zone'].map((key): [string, string, string] => [
    `${key} in an entry`,
    `- user_id: W012A3CDE\n  ${key}: Europe/Berlin\n`,
    '2:3 expected the key "time_zone" at the top of the file, got it in an entry',
  ]),
  ['another word for leavers', 'Users:\n - W012A3CDE\n', '1:1 expected the key "leavers", got "Users"'],
  [
    'a typographic dash in a key',
    '- user–id: W012A3CDE\n',
    '1:3 expected the key "user_id", got it with a different character (U+2013) at position 5',
  ],
  [
    'a foreign key',
    '- user_id: W012A3CDE\n  Kündigung: x\n',
    '2:3 expected one of the keys user_id, email, effective, last_day, ticket, name, note, or one that starts with x-, got another key, a value of 9 characters',
  ],
  [
    'X- in upper case',
    'X-team: a\nleavers: []\n',
    '1:1 expected one of the keys version, time_zone, leavers, or one that starts with x-, got a key with another prefix: write x- in lower case with a hyphen',
  ],
  [
    'a no-break space behind the colon',
    '- user_id: W012A3CDE\n  ticket: a\n',
    '1:11 expected a space after "user_id:", got an invisible character (U+00A0): delete it and type a space',
  ],
  [
    'no-break spaces as indentation',
    '- user_id: W012A3CDE\n  ticket: a\n',
    '2:1 expected spaces here, got an invisible character (U+00A0): delete it and type spaces',
  ],
  [
    'a zero-width space behind an ID',
    '- user_id: "W012A3CDE\\u200b"\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 10 characters: an invisible character (U+200B) at position 10; type the value again',
  ],
  [
    'a no-break space before an ID',
    '-  W012A3CDE\n',
    '1:3 expected spaces here, got an invisible character (U+00A0): delete it and type spaces',
  ],
  [
    'a German date',
    '- user_id: W012A3CDE\n  effective: 30.11.2026\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got "30.11.2026": write 2026-11-30',
  ],
  [
    'an American date',
    '- user_id: W012A3CDE\n  effective: 11/30/2026\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got "11/30/2026": write 2026-11-30',
  ],
  [
    'a date that is one thing in one country and another in the next',
    '- user_id: W012A3CDE\n  effective: 11/12/2026\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got "11/12/2026": write the year first, then the month, then the day: 2026-MM-DD',
  ],
  [
    "a spreadsheet's number",
    '- user_id: W012A3CDE\n  effective: 46356\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got a number: if a spreadsheet turned the date into a number, write 2026-11-30',
  ],
  [
    'a date without dashes',
    '- user_id: W012A3CDE\n  effective: 20261130\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got "20261130": write 2026-11-30',
  ],
  [
    'a time without offset',
    '- user_id: W012A3CDE\n  effective: 2026-11-30 17:00\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got "2026-11-30 17:00": the offset from UTC is missing; write 2026-11-30T17:00+01:00 with your offset, or last_day: 2026-11-30',
  ],
  [
    'a last day with a time',
    '- user_id: W012A3CDE\n  last_day: 2026-11-30T17:00\n',
    '2:13 "last_day": expected a date such as 2026-11-30, got "2026-11-30T17:00": leave out the time; to give one, write effective: 2026-11-30T17:00+01:00',
  ],
  [
    'today',
    '- user_id: W012A3CDE\n  effective: today\n',
    '2:14 "effective": expected a date such as 2026-11-30, or with a time and offset such as 2026-11-30T17:00+01:00, got "today": to sign the person out with the next run, leave "effective" out',
  ],
  [
    'effective and last_day',
    '- user_id: W012A3CDE\n  effective: 2026-11-30\n  last_day: 2026-11-30\n',
    '3:3 expected "effective" or "last_day" in an entry, got both',
  ],
  [
    'a tab before a key',
    '- user_id: W012A3CDE\n\tticket: a\n',
    '2:1 expected spaces at the beginning of the line, got a tab: delete it and type spaces',
  ],
  [
    'typographic quotes around an ID',
    '- user_id: “W012A3CDE”\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 11 characters: a typographic quote (U+201C) at position 1; use straight quotes (") or none',
  ],
  [
    'typographic quotes around a key',
    '- “user_id”: W012A3CDE\n',
    '1:3 expected straight quotes (") or none, got a typographic quote (U+201C)',
  ],
  [
    'no dash',
    'leavers:\n  user_id: W012A3CDE\n',
    '2:3 "leavers": expected a list of entries, each beginning with "- ", got keys and values: put "- " before the first line of each person',
  ],
  [
    'no dash before the second person',
    'leavers:\n  - user_id: W012A3CDE\n  user_id: W012A3CDF\n',
    '3:3 expected "- " before "user_id" of another person, got none: type it',
  ],
  [
    'no dash before the second person, indented like the first',
    'leavers:\n  - user_id: W012A3CDE\n    user_id: W012A3CDF\n',
    '3:5 expected "user_id" once in an entry, got it twice: put "- " before the first line of each person',
  ],
  [
    'keys outside of an entry',
    'user_id: W012A3CDE\neffective: 2026-11-30\n',
    '1:1 expected "user_id" within an entry, got it outside: put "- " before the first line of each person',
  ],
  [
    'no dash before IDs',
    'W012A3CDE\nW012A3CDF\n',
    '1:1 expected "- " at the beginning of an entry, got none: type a hyphen and a space before each person',
  ],
  [
    'a list of IDs below user_id',
    '- user_id:\n    - W012A3CDE\n    - W012A3CDF\n',
    '2:5 "user_id": expected a user ID (U… or W…), got a list: give each person an entry',
  ],
  [
    'a list of IDs in brackets',
    '- user_id: [W012A3CDE, W012A3CDF]\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a list: give each person an entry',
  ],
  [
    'two IDs in one line',
    '- W012A3CDE, W012A3CDF\n',
    '1:3 expected a user ID (U… or W…), got a value of 20 characters: that is more than one ID; in a list, separate them with commas; in a roster, give each its own entry',
  ],
  [
    'two entries in one line',
    '- W012A3CDE - W012A3CDF\n',
    '1:3 expected a user ID (U… or W…), got a value of 21 characters: that is more than one ID; in a list, separate them with commas; in a roster, give each its own entry',
  ],
  [
    'two entries with keys in one line',
    '- user_id: W012A3CDE - user_id: W012A3CDF\n',
    '1:22 expected one entry per line, got a second one: start a new line before this "- "',
  ],
  [
    'two keys in one line',
    '- user_id: W012A3CDE effective: 2026-11-30\n',
    '1:22 expected one key per line, got a second one: start a new line before "effective:"',
  ],
  [
    'two keys in one line, with a comma',
    '- user_id: W012A3CDE, effective: 2026-11-30\n',
    '1:23 expected one key per line, got a second one: start a new line before "effective:"',
  ],
  [
    'an @name',
    '- @jo\n- U012AB3CD\n',
    '1:3 expected a user ID or an e-mail address, got an @name: in Slack, open the profile and choose "Copy member ID"',
  ],
  [
    'an @name as user_id',
    '- user_id: @jo\n  ticket: a\n',
    '1:12 expected a user ID or an e-mail address, got an @name: in Slack, open the profile and choose "Copy member ID"',
  ],
  ['two dashes', '- - U012AB3CD\n', '1:3 expected one "- " at the beginning of an entry, got two: delete one'],
  [
    'no space after a dash',
    '- W012A3CDE\n-W012A3CDF\n',
    '2:2 expected "- " at the beginning of an entry, got a dash with no space after it: type the space',
  ],
  [
    'no space after a dash before a key',
    'leavers:\n  -user_id: W012A3CDE\n   ticket: a\n',
    '2:4 expected "- " at the beginning of an entry, got a dash with no space after it: type the space',
  ],
  [
    'an en dash',
    '– user_id: W012A3CDE\n  ticket: a\n',
    '1:1 expected "- " at the beginning of an entry, got another character (U+2013): type a hyphen and a space',
  ],
  [
    'a bullet',
    '• W012A3CDE\n• W012A3CDF\n',
    '1:1 expected "- " at the beginning of an entry, got another character (U+2022): type a hyphen and a space',
  ],
  [
    'an asterisk',
    '* W012A3CDE\n* W012A3CDF\n',
    '1:1 expected "- " at the beginning of an entry, got * or +: type a hyphen and a space',
  ],
  [
    'numbers',
    '1. W012A3CDE\n2. W012A3CDF\n',
    '1:1 expected "- " at the beginning of an entry, got a number: type a hyphen and a space',
  ],
  [
    'an equals sign',
    '- user_id= W012A3CDE\n  ticket: a\n',
    '1:10 expected a colon and a space after "user_id", got "="',
  ],
  [
    'a full-width colon',
    '- user_id： W012A3CDE\n  ticket: a\n',
    '1:10 expected a colon and a space after "user_id", got another character (U+FF1A)',
  ],
  ['no colon', '- user_id W012A3CDE\n  ticket: a\n', '1:10 expected a colon and a space after "user_id", got no colon'],
  ['a key alone', '- user_id\n', '1:10 expected a colon and a space after "user_id", got no colon'],
  [
    'a table with commas',
    'user_id,effective\nW012A3CDE,2026-11-30\n',
    '1:1 expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry',
  ],
  [
    'a table with semicolons',
    'user_id;effective\nW012A3CDE;2026-11-30\n',
    '1:1 expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry',
  ],
  [
    'a table with tabs',
    'user_id\teffective\nW012A3CDE\t2026-11-30\n',
    '1:1 expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry',
  ],
  [
    'a table with bars',
    '| user_id | effective |\n|---|---|\n| U012 | 2026 |\n',
    '1:1 expected entries such as "- user_id: W012A3CDE", got a table: write each person as an entry',
  ],
  [
    'a line of a table',
    '- W012A3CDE;2026-11-30\n',
    '1:12 expected one value on each line, got several: write "- user_id: …", and below it keys such as "effective: …"',
  ],
  [
    'JSON objects one by one',
    '{"user_id": "W012A3CDE"},\n{"user_id": "W012A3CDF"}\n',
    '1:1 expected one list, got JSON objects one by one: put [ before the first, a comma after each, ] after the last',
  ],
  [
    'JSON without commas',
    '[\n{"user_id": "W012A3CDE"}\n{"user_id": "W012A3CDF"}\n]',
    '3:1 expected one list, got JSON objects one by one: put [ before the first, a comma after each, ] after the last',
  ],
  [
    'a fence of Markdown',
    '```yaml\n- U012\n```\n',
    '1:1 expected only the lines of the roster, got ``` or ~~~: delete this line',
  ],
  [
    'a quote that is not closed',
    '- user_id: "W012A3CDE\n  ticket: a\n- U012AB3CD\n',
    '1:12 expected a closing quote, got none: close the quote that opens here',
  ],
  ...(
    [
      ['leavers: [U012AB3CD\n', '1:10'],
      ['leavers:\n  - {user_id: U012AB3CD, ticket: x\n  - user_id: U012AB3CE\n', '2:5'],
      ['version: 1\nleavers: [\n  U012AB3CD,\n  U012AB3CE\n', '2:10'],
      ['- {user_id: U012AB3CD\n- U012AB3CE\n', '1:3'],
      ['leavers:\n  - {user_id: U012AB3CD,\n  effective: 2026-01-01}\n', '2:5'],
    ] as const
  ).map(([text, place]): [string, string, string] => [
    `a bracket that is not closed, or lines in it that are not indented, at ${place}`,
    text,
    `${place} ${UNCLOSED}`,
  ]),
  [
    'an apostrophe within single quotes',
    "- user_id: U012AB3CD\n  note: 'Jo's laptop'\n",
    '2:9 expected nothing after the closing quote, got more text: put the whole text in double quotes (")',
  ],
  [
    'a text behind quotes',
    '- user_id: U012AB3CD\n  name: "Jo" Doe\n',
    "2:9 expected nothing after the closing quote, got more text: put the whole text in single quotes (')",
  ],
  [
    'a text that starts with a bracket',
    '- user_id: U012AB3CD\n  note: [urgent] call\n',
    '2:9 expected one text after "note:", got one that starts with a bracket: put the whole text in quotes',
  ],
  [
    'a text that starts with a dash',
    '- user_id: U012AB3CD\n  note: - text\n',
    '2:9 expected one text after "note:", got one that starts with a special character: put the whole text in quotes',
  ],
  [
    'a text that starts with >',
    '- user_id: U012AB3CD\n  note: > text\n',
    '2:9 expected one text after "note:", got one that starts with a special character: put the whole text in quotes',
  ],
  [
    'a text that starts with &',
    '- user_id: U012AB3CD\n  note: & co\n',
    '2:9 expected one text after "note:", got one that starts with a special character: put the whole text in quotes',
  ],
  [
    'a text that goes on in the next line',
    '- user_id: U012AB3CD\n  note: first line\n  second line\n',
    '3:3 expected an entry or a key with a colon, got other text: to continue the text above, indent this line further',
  ],
  [
    'a backslash',
    '- user_id: U012AB3CD\n  note: "C:\\Users\\jo"\n',
    '2:12 not valid YAML here: text in double quotes contains a backslash (\\); use single quotes',
  ],
  [
    'an ID in lower case',
    '- user_id: w012a3cde\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 9 characters: user IDs are in upper case; lower case is not repaired',
  ],
  ['yes as an ID', '- user_id: yes\n', '1:12 "user_id": expected a user ID (U… or W…), got a value of 3 characters'],
  ['a number as an ID', '- user_id: 12345\n', '1:12 "user_id": expected a user ID (U… or W…), got a number'],
  [
    'a link to a profile',
    '- user_id: https://example.slack.com/team/W012A3CDE\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 40 characters: that is a link to a profile; give only the ID at the end of it',
  ],
  [
    'an address as user_id',
    '- user_id: jo@example.com\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 14 characters with an @: an e-mail address belongs in "emails" ("email" in a roster)',
  ],
  [
    'a name and an address',
    '- email: Jo <jo@example.com>\n',
    '1:10 "email": expected an e-mail address such as jo@example.com, got a value of 19 characters with an @: give only the address between < and >',
  ],
  [
    'two addresses',
    '- email: jo@example.com, ann@example.com\n',
    '1:10 "email": expected an e-mail address such as jo@example.com, got a value of 31 characters with an @: that is more than one address; in a list, separate them with commas; in a roster, give each its own entry',
  ],
  [
    'an address without a dot',
    '- email: jo@example\n',
    '1:10 "email": expected an e-mail address such as jo@example.com, got a value of 10 characters with an @: the part after the @ has no dot',
  ],
  [
    'a comment behind an ID',
    '- user_id: W012A3CDE#old\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 13 characters: a space is missing before "#"',
  ],
  [
    'a link to an address',
    '- email: mailto:jo@example.com\n',
    '1:10 "email": expected an e-mail address such as jo@example.com, got a value of 21 characters with an @: remove "mailto:" and anything that is not the address itself',
  ],
  [
    'a column header',
    '- user_id: USERID\n',
    '1:12 "user_id": expected a user ID (U… or W…), got "USERID": that is a column header',
  ],
  [
    'the ID of a bot',
    '- user_id: B012A3CDE\n',
    '1:12 "user_id": expected a user ID (U… or W…), got "B012A3CDE": that is a bot ID (B…)',
  ],
  [
    'a letter of another script',
    '- user_id: W012А3CDE\n',
    '1:12 "user_id": expected a user ID (U… or W…), got a value of 9 characters: a character that only looks like the right one (U+0410) at position 5; type the ID again',
  ],
  [
    'an ID behind leavers',
    'leavers: W012A3CDE\n',
    '1:10 "leavers": expected a list of entries, each beginning with "- ", got text',
  ],
  [
    'nobody in an entry',
    '- name: Jo\n  ticket: HR-1\n',
    '1:3 expected "user_id" or "email" in each entry, got neither',
  ],
  [
    'a city as time zone',
    'time_zone: Berlin\nleavers: []\n',
    '1:12 "time_zone": expected a time zone such as Europe/Berlin, got another spelling: write Europe/Berlin',
  ],
  [
    'an offset as time zone',
    'time_zone: +01:00\nleavers: []\n',
    '1:12 "time_zone": expected a time zone such as Europe/Berlin, got an offset: it would ignore summer time',
  ],
  [
    'an abbreviation as time zone',
    'time_zone: CEST\nleavers: []\n',
    '1:12 "time_zone": expected a time zone such as Europe/Berlin, got an abbreviation: write region and city',
  ],
  [
    'a time zone above a bare list',
    'time_zone: Europe/Berlin\n- user_id: W012A3CDE\n',
    '2:1 expected "leavers:" above the list, got none: type it on a line of its own before the first "- "',
  ],
  [
    'a version above a bare list',
    'version: 1\n\n- W012A3CDE\n- W012A3CDF\n',
    '3:1 expected "leavers:" above the list, got none: type it on a line of its own before the first "- "',
  ],
  [
    'the list behind leavers',
    'leavers: - W012A3CDE\n',
    '1:10 expected the list in the lines below "leavers:", got it on the same line: start a new line before this "- "',
  ],
  [
    'a person one level too deep',
    '- person:\n    user_id: W012A3CDE\n',
    '1:3 expected "user_id" or "email" right after "- ", got it below another key: delete this line, and put "- " before the next',
  ],
  ['an ID as a key', '- W012A3CDE: 2026-11-30\n', '1:3 expected "user_id: " before a user ID, got the ID as a key'],
  [
    'an address as a key',
    '- jo@example.com: 2026-11-30\n',
    '1:3 expected "email: " before an e-mail address, got the address as a key',
  ],
  [
    'a dash before a key of the same person',
    '- user_id: W012A3CDE\n  - ticket: HR-1\n',
    '2:3 expected "- " only before the first line of a person, got another one: delete it',
  ],
  [
    'what is left of a merge conflict',
    '- W012A3CDE\n=======\n- W012A3CDF\n>>>>>>> main\n',
    '2:1 expected a finished file, got an unresolved merge conflict: keep the right lines and delete those that start with <<<<<<<, ======= and >>>>>>>',
  ],
];

function problemsOf(text: string): string[] {
  const { problems } = parseRoster(Buffer.from(text), 'hr.yml');
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a slip of the pen', () => {
  it.each(SLIPS)('is named once, at its place: %s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  const ENTRIES = 300;
  const inList = SLIPS.filter(([, text]) => /^- .*\n/.test(text) && !text.includes('\n-'));
  it.each(inList)('is named once in the middle of a long list, too: %s', (_name, text, problem) => {
    const around = '- user_id: U0GOOD001\n  ticket: HR-1\n'.repeat(ENTRIES / 2);
    const [, line, rest] = /^(\d+)(.*)$/.exec(problem) ?? [];
    expect(problemsOf(`${around}${text}${around}`)).toEqual([`${Number(line) + ENTRIES}${rest}`]);
  });

  it('does not hide another one', () => {
    const text =
      '- user_id:U012AB3CD\n  ticket: a\n- @jo\n- user_id: U012AB3CD\n  note: a: b\n- `x`\n- user_id: U012AB3CD\n\tname: a\n';
    expect(problemsOf(text).map((problem) => problem.split(' ')[0])).toEqual(['1:11', '3:3', '5:9', '6:3', '8:1']);
  });

  it('in a merge conflict is left alone, since the conflict is the only thing to fix', () => {
    const text =
      'leavers:\n  - U012AB3CD\n<<<<<<< HEAD\n  - user_id:U1\n||||||| base\n=======\n  - @jo\n>>>>>>> jo@example.com\n';
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^3:1 expected a finished file, got an unresolved merge conflict/),
    ]);
  });

  it('of a ticket that ends at a # is warned of', () => {
    const { mentions, problems, warnings } = parseRoster(
      Buffer.from('- user_id: U012AB3CD\n  ticket: HR #1234\n'),
      'hr.yml',
    );
    const message =
      'what follows "#" is a comment and not part of the ticket: to keep it, put the whole value in quotes';
    expect([mentions[0]?.ticket, problems, warnings]).toEqual([
      'HR',
      [],
      [{ message, file: 'hr.yml', line: 2, column: 13 }],
    ]);
  });

  it('is not seen in what is good', () => {
    const text = [
      'x-form: |',
      '  see user_id:none and - two: things',
      'leavers:',
      '  - user_id: U012AB3CD # see note: a - b: c',
      '    note: "a: b - c: d, effective: now"',
      "    name: 'it''s (a) [b] {c}'",
      '    ticket: a#b:c # moved',
      '  - {user_id: U012AB3CE, note: a - b}',
      '  - <@U012AB3CF|Doe, Jo>',
    ].join('\n');
    expect(parseRoster(Buffer.from(text), 'hr.yml')).toMatchObject({ problems: [], warnings: [] });
  });
});
