import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toTimestamp } from '../../src/report/text.ts';
import { parseRoster, type Roster } from '../../src/roster/parse.ts';
import { runs } from '../support/runs.ts';

const FILE = 'r.yml';
const SEED = 20_261_122;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Values that no message may repeat. */
const NAME = 'Josephine Zwetschge';
const NOTE = 'leaves with rancour';
const EMAIL = 'jo.zwetschge@example.com';
const TOKEN = 'xoxp-test-0000000000-not-a-real-token';
const CONFIDENTIAL = [NAME, NOTE, EMAIL, TOKEN, 'zwetschge@', 'not-a-real'];
const RESERVED = [
  'USLACKBOT',
  'USLACKUSER',
  'USLACKSECURITY',
  'USER',
  'USERS',
  'USERID',
  'USERIDS',
  'UID',
  'UUID',
  'USERNAME',
  'USERNAMES',
];

/** Control characters, line separators, marks that turn or hide text, and halves of characters. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** What is wrong with a problem: its words, its place. */
function faultsOf({ message, file, line = 1, column = 1 }: Roster['problems'][number], lines: number): unknown[] {
  const lower = message.toLowerCase();
  return [
    ...(UNFIT.test(message) || message.length >= 400 ? [`no plain line: ${JSON.stringify(message)}`] : []),
    ...CONFIDENTIAL.filter((part) => lower.includes(part.toLowerCase())).map((part) => `tells ${part}: ${message}`),
    ...(file === FILE && line >= 1 && line <= lines && column >= 1 ? [] : [`no place: ${line}:${column}`]),
  ];
}

/** What is wrong with a person read. */
function mistakesOf(mention: Roster['mentions'][number]): unknown[] {
  const { userId, email, source, effectiveMs, ticket = 'a', ...more } = mention;
  const isGood = [
    Object.keys(more).length === 0,
    userId === undefined || (/^[UW][A-Z0-9]{2,31}$/.test(userId) && !RESERVED.includes(userId)),
    email === undefined || /^[^\s@\p{C}]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/u.test(email),
    (userId ?? email) !== undefined,
    /^r\.yml:[1-9]\d*$/.test(source),
    ticket !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(ticket) && [...ticket].length <= 200,
    /^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z$/.test(toTimestamp(effectiveMs ?? 0) ?? ''),
  ];
  return isGood.every(Boolean) ? [] : [mention];
}

/** All that must hold of what a roster was read as, whatever its bytes. */
function expectSound(bytes: Uint8Array): Roster {
  const roster = parseRoster(bytes, FILE);
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .split(/\r\n|\r|\n/).length;
  const wrong = [
    ...roster.problems.flatMap((problem) => faultsOf(problem, lines)),
    ...roster.mentions.flatMap(mistakesOf),
  ];
  // A matcher for each of a million facts would take most of the time.
  if (wrong.length > 0) {
    expect(wrong).toEqual([]);
  }
  return roster;
}

function check<T extends unknown[]>(property: fc.IProperty<T>, numRuns: number): void {
  fc.assert(property, { seed: SEED, numRuns: runs(numRuns) });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(JSON.stringify(Object.getOwnPropertyNames({}))).toBe('[]');
}

const VALID = `# offboarding
version: 1
x-defaults: &d { ticket: &t HR-1, any: [a, { b: c }] }
leavers:
  - user_id: W012A3CDE
    effective: 2026-11-30T17:00:00+01:00
    ticket: *t
    name: ${NAME}
    note: >
      ${NOTE}
      and more
  - email: ${EMAIL}
    effective: "2026-12-15"
    x-manager: ${NAME}
  - { user_id: <@U024B4DEF|${NAME}>, ticket: 007, note: '${NOTE}' }
  - ${EMAIL}
  - W035C5EFG # ${TOKEN}
`;

const PIECES = [
  ...'\n|\n  |\t|\r|\r\n|\0|\u001b[31m|\ufeff|\u202e|\u2028|\u0085|\u00ad|\ud83d|\uffff|- |: |? |, |[|]|{|}|#| #|&a |*a|*t|&t |!|!!|| |> |"'.split(
    '|',
  ),
  ...["'", '%YAML 1.1\n', '%TAG ! tag:a:\n', '---\n', '...\n', '<<: *d\n', '<<', '|', '\\', '\\x41', '@', '`'],
  ...['!!js/function "x"', '!!js/regexp /a/', '!!js/undefined ""', '!!python/object:os.system ', '!!binary aGk='],
  ...['!!timestamp 2026-11-30', '!!set {a}', '!!omap [a: b]', '!!merge ', '!!int "12"', '!!float 1', '!<tag:a> '],
  ...['__proto__: {polluted: 1}', '"__proto__"', 'constructor', 'prototype: 1', 'toString', 'hasOwnProperty: a'],
  ...['yes', 'no', 'on', 'off', 'true', 'null', '~', '1e3', '0x1F', '0o17', '017', '.inf', '.nan', '-0', '1_000'],
  ...['9'.repeat(400), '-1e999', '12:30:45', '2026-02-30', '2026-11-30 17:00:00', '9999-12-31T23:59:59-23:59'],
  ...['0000-01-01T00:00:00+01:00', '20261130', 'USLACKBOT', 'USERID', 'user_id', 'email', 'effective', 'x-', 'leavers'],
  ...[NAME, NOTE, EMAIL, TOKEN, `${NAME}: `, `&${TOKEN} `, `*${TOKEN}`, `!${TOKEN} `, `${EMAIL}: a`],
];

describe('a roster that was tampered with', () => {
  const positions = fc.nat({ max: VALID.length });
  it('by tokens is read without a throw, and no message tells what must stay inside', () => {
    const edit = fc.tuple(positions, fc.nat({ max: 12 }), fc.constantFrom(...PIECES));
    check(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        let text = VALID;
        for (const [at, cut, piece] of edits) {
          text = text.slice(0, at) + piece + text.slice(at + cut);
        }
        expectSound(encode(text));
      }),
      1500,
    );
  });

  it('by bytes is read without a throw, and no message tells what must stay inside', () => {
    const edit = fc.tuple(positions, fc.nat({ max: 3 }), fc.uint8Array({ maxLength: 4 }));
    check(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let bytes = Buffer.from(VALID);
        for (const [at, cut, piece] of edits) {
          bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + cut)]);
        }
        expectSound(bytes);
      }),
      1500,
    );
  });

  it('by moving, doubling and cutting lines is read without a throw', () => {
    const lines = VALID.split(/(?<=\n)/);
    const indent = fc.constantFrom('', ' ', '  ', '\t', '      ');
    check(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...lines), indent), { maxLength: 30 }), (chosen) => {
        expectSound(encode(chosen.map(([line, before]) => before + line).join('')));
      }),
      1000,
    );
  });
});

describe('any bytes', () => {
  it('are read without a throw', () => {
    check(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expectSound(bytes)),
      2000,
    );
  });

  it.each([
    ['utf16le', [0xff, 0xfe]],
    ['latin1', []],
    ['utf8', [0xef, 0xbb, 0xbf]],
    ['ucs2', []],
  ] as const)('of a roster in %s are read or refused, and nothing in between', (encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(`${VALID}# ä\n`, encoding)]);
    const { mentions, problems } = expectSound(bytes);
    expect([mentions.length, problems.length]).toEqual(encoding === 'utf8' ? [5, 0] : [0, 1]);
  });
});

describe('any structure', () => {
  const keys = fc.constantFrom(
    ...['version', 'leavers', 'user_id', 'email', 'effective', 'ticket', 'name', 'note', 'x-a', '__proto__', '<<'],
    ...['constructor', 'prototype', 'toString', '', NAME, TOKEN, 'efective', '1', 'null', 'true'],
  );
  const leaf = fc.oneof(
    fc.constantFrom('U001', 'W012A3CDE', EMAIL, NAME, NOTE, TOKEN, '2026-11-30', 'USERID', 'u001', 'C012', '<@U001|a>'),
    fc.constantFrom(0, 1, -0, 1e3, 1e21, 2 ** 53, true, false, null),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 5 }),
      fc.array(fc.tuple(keys, tie('tree')), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
    ),
  }));

  it('as JSON is read without a throw, and no message tells what must stay inside', () => {
    check(
      fc.property(tree, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expectSound(encode(JSON.stringify(value, null, space) ?? ''));
      }),
      1200,
    );
  });

  it('is nested sixty-four levels deep at most', () => {
    check(
      fc.property(fc.nat({ max: 200 }), fc.constantFrom('[', '{a: ', '- ', '? ', ': '), (depth, opening) => {
        const { problems } = expectSound(encode(opening.repeat(depth)));
        expect(depth <= 70 || problems.length > 0).toBe(true);
      }),
      200,
    );
  });
});

describe('a good roster in any notation', () => {
  const day = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
  const moment = fc.oneof(
    day.map((date) => ({ text: date.toISOString().slice(0, 10), ms: Date.parse(date.toISOString().slice(0, 10)) })),
    fc.tuple(day, fc.integer({ min: -839, max: 839 })).map(([date, minutes]) => {
      const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
      const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
      const offset = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
      return { text: `${local}${sign}${offset}`, ms: date.getTime() };
    }),
  );
  const userId = fc.stringMatching(/^[UW][A-Z0-9]{2,31}$/).filter((id) => !RESERVED.includes(id));
  const email = fc.stringMatching(/^[a-z0-9_+-]{1,20}@[a-z]{1,9}\.[a-z]{2,5}$/);
  const ticket = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text));
  const entry = fc.record(
    {
      who: fc.oneof(
        userId.map((id) => ({ user_id: id })),
        email.map((address) => ({ email: address })),
      ),
      moment,
      ticket,
    },
    { requiredKeys: ['who'] },
  );
  const comment = fc.constantFrom('', ' # a: [b', '\n# c', '\n\n  # "d');

  it('is read as what it says, entry by entry', () => {
    const notation = fc.record({
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      style: fc.constantFrom('block', 'flow', 'json', 'wrapped'),
      comment,
    });
    check(
      fc.property(fc.array(entry, { maxLength: 8 }), notation, (entries, { end, mark, style, comment: remark }) => {
        const objects = entries.map(({ who, moment: due, ticket: words }) => ({
          ...who,
          ...(due === undefined ? {} : { effective: due.text }),
          ...(words === undefined ? {} : { ticket: words }),
        }));
        const block = objects.map((object) => {
          const pairs = Object.entries(object).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
          return style === 'flow' ? `- { ${pairs.join(', ')} }${remark}` : `- ${pairs.join(`${remark}\n  `)}${remark}`;
        });
        const list = style === 'json' || objects.length === 0 ? JSON.stringify(objects, null, 1) : block.join('\n');
        const text = style === 'wrapped' ? `leavers:\n${list.replaceAll(/^/gm, '  ')}\nversion: 1\n` : `${list}\n`;
        const { mentions, problems } = expectSound(encode(mark + text.replaceAll('\n', end)));
        expect(problems).toEqual([]);
        expect(mentions.map(({ source: _source, ...mention }) => mention)).toEqual(
          entries.map(({ who, moment: due, ticket: words }) => ({
            ...('user_id' in who ? { userId: who.user_id } : { email: who.email }),
            ...(due === undefined ? {} : { effectiveMs: due.ms }),
            ...(words === undefined ? {} : { ticket: words }),
          })),
        );
      }),
      800,
    );
  });

  it('is refused for a moment that no four digits of a year can tell', () => {
    for (const effective of ['9999-12-31T23:59:59-00:01', '0000-01-01T00:00:00+00:01']) {
      const { mentions, problems } = expectSound(encode(`- { user_id: U001, effective: ${effective} }\n`));
      expect([mentions, problems.length]).toEqual([[], 1]);
    }
  });
});
