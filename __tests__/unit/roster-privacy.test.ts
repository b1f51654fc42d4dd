import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEmailList } from '../../src/people/email.ts';
import { parseUserIdList } from '../../src/people/user-id.ts';
import { readRosterFiles } from '../../src/roster/files.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

/** Parts of names, logins, telephone numbers and addresses: of none may three characters in a row be shown. */
const NAMES = ['Qwajzy', 'Zwqtzkjow', 'Wojqvyk', 'Bj\u00f6rq', '\u5c71\u7530\u592a\u90ce', 'O\u2019Qvyzt', 'JOZQFQ'];
const LOGINS = ['jqz.vbx', 'q_zwx42', 'kvj-wqx', 'UQZWX', 'wojq7'];
const NUMBERS = ['+49 170 9876543', '0049-176-8876', '(030) 778-9987', '88776699', 'P00887766', '887.766.998'];
const ADDRESSES = ['jqz@vqx.zyq', 'Jqz.Kvj@xvq.zyq', 'qzwx@wqx', 'Jqz <jqz@vqx.zyq>', 'jqz@xn--vqx-9la.zyq'];
const STREETS = ['Kvqwej 77', 'Wqx Zqad 99'];

const personal = fc.oneof(
  fc.constantFrom(...NAMES, ...LOGINS, ...NUMBERS, ...ADDRESSES, ...STREETS),
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom(' ', ', ', '-', '.', '_', ': ', ' #', '\u00a0', '/'),
      fc.constantFrom(...LOGINS),
    )
    .map((parts) => parts.join('')),
);

/** Runs of three letters or digits of a personal text that our own words do not hold. */
function piecesOf(text: string): string[] {
  const runsOf = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return runsOf
    .flatMap((run) => [...run].slice(2).map((_, index) => [...run].slice(index, index + 3).join('')))
    .filter((piece) => !COMMON.has(piece));
}

/** Pieces that our messages hold whatever was typed. */
const COMMON = new Set(['yml']);

function leaksOf(text: string, messages: readonly string[]): string[] {
  const pieces = piecesOf(text);
  return messages.filter((message) => pieces.some((piece) => message.toLowerCase().includes(piece)));
}

const ID = 'U012AB3CD';
const KEYS = [
  'user_id',
  'email',
  'effective',
  'last_day',
  'ticket',
  'name',
  'note',
  'version',
  'time_zone',
  'leavers',
  'x-a',
];

/** Everywhere in a roster that a text can stand; most of it broken. */
const PLACES: readonly ((text: string) => string)[] = [
  ...KEYS.flatMap((key) => [
    (text: string) => `- ${key}: ${text}\n`,
    (text: string) => `- ${key}: "${text}"\n`,
    (text: string) => `- user_id: ${ID}\n  ${key}:${text}\n  ticket: a\n`,
    (text: string) => `${key}: ${text}\nleavers: []\n`,
    (text: string) => `- user_id: ${ID}\n  ${key}: a: ${text}\n`,
    (text: string) => `- user_id: ${ID}\n  ${key}: "a" ${text}\n`,
    (text: string) => `- {user_id: ${ID}, ${key}: ${text}}\n`,
    (text: string) => `- user_id: ${ID}\n  ${key}: [${text}] b\n`,
    (text: string) => `- user_id: ${ID}\n  ${key}: 2026-11-30 ${text}\n`,
    (text: string) => `- ${key} ${text}\n`,
    (text: string) => `- user_id: ${ID}\n  ${key}: |\n    ${text}\n    - user_id: ${text}\n`,
  ]),
  (text) => text,
  (text) => `- ${text}\n`,
  (text) => `- ${text}: a\n`,
  (text) => `- user_id: ${ID}\n  ${text}: a\n`,
  (text) => `${text}: a\nleavers: []\n`,
  (text) => `- "${text}": a\n`,
  (text) => `- *${text}\n`,
  (text) => `- &${text} ${ID}\n- *${text}x\n`,
  (text) => `- !${text} ${ID}\n`,
  (text) => `- [${text}]\n`,
  (text) => `- - ${text}\n`,
  (text) => `- @${text}\n`,
  (text) => `-${text}\n`,
  (text) => `\u2013 ${text}\n`,
  (text) => `1. ${text}\n`,
  (text) => `- ${ID}, ${text}\n`,
  (text) => `- ${ID} - ${text}\n`,
  (text) => `user_id,${text}\n${ID},${text}\n`,
  (text) => `{"${text}": "${text}"}\n{"user_id": "${text}"}\n`,
  (text) => `<<<<<<< ${text}\n- ${ID}\n=======\n- ${text}\n>>>>>>> ${text}\n`,
  (text) => `%${text}\n---\n- ${ID}\n`,
  (text) => `- ${ID}\n--- ${text}\n`,
  (text) => `- user_id: ${ID}\n ${text}: a\n`,
  (text) => `- user_id: ${ID}\n\t${text}\n`,
  (text) => `- "${text}\n`,
  (text) => `# ${text}\n- x\n`,
];

describe('nothing of a person is in any message', () => {
  it('of a roster, wherever the text is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), personal, (place, text) => {
        const { problems, warnings, pastWarnings } = parseRoster(Buffer.from(place(text)), 'hr.yml', 0);
        const messages = [...problems, ...warnings, ...pastWarnings].map(({ message }) => message);
        expect([place(text), leaksOf(text, messages)]).toEqual([place(text), []]);
      }),
      { numRuns: runs(5000) },
    );
  });

  it('of a roster, wherever two texts stand in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...PLACES), personal, personal, (one, other, a, b) => {
        const text = one(a) + other(b);
        const { problems, warnings } = parseRoster(Buffer.from(text), 'hr.yml', 0);
        const messages = [...problems, ...warnings].map(({ message }) => message);
        expect([text, leaksOf(`${a} ${b}`, messages)]).toEqual([text, []]);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('of a list input', () => {
    fc.assert(
      fc.property(fc.array(personal, { maxLength: 4 }), fc.constantFrom(',', '\n', ' ', ';', '|'), (texts, mark) => {
        const text = texts.join(mark);
        for (const list of [text, `[${text}]`, JSON.stringify(texts), `<@${text}>`, `<@U1|${text}`, `mailto:${text}`]) {
          const problems = [...parseUserIdList(list, 'user-ids').problems, ...parseEmailList(list, 'emails').problems];
          expect([
            list,
            leaksOf(
              text,
              problems.map(({ message }) => message),
            ),
          ]).toEqual([list, []]);
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  let workspace = '';
  beforeAll(() => {
    workspace = mkdtempSync(join(tmpdir(), 'roster-privacy-'));
  });
  afterAll(() => {
    rmSync(workspace, { recursive: true, force: true });
  });

  it.each(ADDRESSES.flatMap((address) => [address, `hr/${address}.yml`, `hr/${address}/*.yml`, `- email: ${address}`]))(
    'of a path: %s',
    (path) => {
      const { problems } = readRosterFiles([path], { workspace, temp: undefined });
      expect(problems).toHaveLength(1);
      expect(
        leaksOf(
          path.replace('email', ''),
          problems.map(({ message }) => message),
        ),
      ).toEqual([]);
    },
  );
});
