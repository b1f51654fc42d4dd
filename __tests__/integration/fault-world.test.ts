import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseUserId, type UserId } from '../../src/people/user-id.ts';
import type { PersonResult, Status } from '../../src/reset/results.ts';
import { ERROR_CODES } from '../../src/slack/error-catalogue.ts';
import { checkRun, DOCUMENTED, drawWorld, type Run, runWorld, type World } from '../support/fault-world/index.ts';
import type { Exchange, Meaning } from '../support/fault-world/trace.ts';

interface Case {
  readonly world: World;
  readonly run: Run;
}

interface Lie {
  readonly name: string;
  readonly lie: (item: Case) => Case;
  /** What the oracle says about it. */
  readonly seen: string;
}

/** The same run, with other results than the true ones. */
function tell(change: (result: PersonResult, index: number) => readonly PersonResult[]): Lie['lie'] {
  return ({ world, run }) => ({
    world,
    run: { ...run, record: { ...run.record, results: run.record.results.flatMap(change) } },
  });
}

/** Every person who has one status has another. */
function swap(from: Status, to: Partial<PersonResult>): Lie['lie'] {
  return tell((result) => [result.status === from ? { ...result, ...to } : result]);
}

/** Everybody's result with something else in it. */
function change(to: (result: PersonResult) => Partial<PersonResult>): Lie['lie'] {
  return tell((result) => [{ ...result, ...to(result) }]);
}

/** The same results of another course of events. */
function happen(
  toExchange: (exchange: Exchange, index: number, all: readonly Exchange[]) => readonly Exchange[],
): Lie['lie'] {
  return ({ world, run }) => ({
    world,
    run: { ...run, trace: { ...run.trace, exchanges: run.trace.exchanges.flatMap(toExchange) } },
  });
}

/** The same run in another world. */
function elsewhere(to: (world: World) => Partial<World>): Lie['lie'] {
  return ({ world, run }) => ({ world: { ...world, ...to(world) }, run });
}

/** The same run with other words. */
function say(to: (run: Run) => Partial<Run>): Lie['lie'] {
  return ({ world, run }) => ({ world, run: { ...run, ...to(run) } });
}

const isReset = ({ method }: Exchange): boolean => method === 'reset';
const later = (exchange: Exchange, ms: number): Exchange => ({
  ...exchange,
  startMs: exchange.startMs + ms,
  endMs: exchange.endMs + ms,
});
const swapIds = (exchange: Exchange, userIds: readonly string[]): Exchange => ({
  ...exchange,
  userIds,
  subject: userIds.join(),
});

/** Every accepted answer means something else. */
function mean(method: Exchange['method'], to: (meaning: Meaning & { kind: 'accepted' }) => Meaning): Lie['lie'] {
  return happen((exchange) =>
    exchange.method === method && exchange.meaning.kind === 'accepted'
      ? [{ ...exchange, meaning: to(exchange.meaning) }]
      : [exchange],
  );
}

const ABOUT_PEOPLE: readonly Lie[] = [
  { name: 'loses people', lie: tell((result, index) => (index % 2 === 1 ? [] : [result])), seen: 'results of' },
  { name: 'tells a person twice', lie: tell((result) => [result, result]), seen: 'results of' },
  {
    name: 'mixes the order up',
    lie: say(({ record }) => ({ record: { ...record, results: record.results.toReversed() } })),
    seen: 'results of',
  },
  {
    name: 'calls queued what is unknown',
    lie: swap('unknown', { status: 'queued', error: null }),
    seen: 'queued (null), not unknown',
  },
  {
    name: 'calls queued who failed',
    lie: swap('failed', { status: 'queued', error: null }),
    seen: 'Slack has not acted',
  },
  {
    name: 'calls queued whom no accepted call named',
    lie: mean('reset', () => ({ kind: 'refused', code: 'token_revoked', named: new Map() })),
    seen: 'queued (null), not not-attempted',
  },
  {
    name: 'calls queued whom an acceptance reports as failed',
    lie: mean('reset', (meaning) => ({ ...meaning, failures: { named: new Map(), hasOthers: true } })),
    seen: 'queued (null), not',
  },
  {
    name: 'calls untouched what is unknown',
    lie: swap('unknown', { status: 'not-attempted', error: 'cancelled' }),
    seen: 'Slack has acted',
  },
  {
    name: 'calls unknown what was never sent',
    lie: swap('not-attempted', { status: 'unknown', error: 'timeout' }),
    seen: 'unknown (timeout), not not-attempted',
  },
  {
    name: 'ignores what is not to be ignored',
    lie: swap('failed', { status: 'ignored', error: 'user_not_found' }),
    seen: 'not failed',
  },
  {
    name: 'gives another reason than the true one',
    lie: swap('failed', { error: 'brand_new_code' }),
    seen: 'failed (brand_new_code), not failed',
  },
  {
    name: 'sends the protected off without a word',
    lie: swap('skipped', { error: 'not_due' }),
    seen: 'skipped (not_due), not skipped (protected_user)',
  },
  {
    name: 'calls signed out whom Slack refused',
    lie: swap('failed', { status: 'signed-out', error: 'deactivated' }),
    seen: 'signed-out (deactivated), not failed',
  },
  {
    name: 'overlooks an account that is gone',
    lie: swap('signed-out', { status: 'failed', error: 'user_not_found' }),
    seen: 'not signed-out',
  },
  {
    name: 'takes another person for the one looked up',
    lie: swap('failed', { status: 'not-attempted', error: 'invalid_response' }),
    seen: 'not failed (wrong_person)',
  },
  {
    name: 'says something else of accounts',
    lie: change(({ account }) => ({ account: account === 'active' ? 'deactivated' : account })),
    seen: 'the account of',
  },
  { name: 'names a call too many', lie: change(({ calls }) => ({ calls: calls + 1 })), seen: 'calls, not' },
  { name: 'names another request', lie: change(() => ({ requestId: 'another' })), seen: 'is settled at' },
  { name: 'tells another time', lie: change(({ atMs }) => ({ atMs: (atMs ?? 0) + 1 })), seen: 'is settled at' },
  {
    name: 'calls a person by an ID of nobody',
    lie: change(({ person }) =>
      person.userId === undefined ? {} : { person: { ...person, userId: nobodysId(person.userId) } },
    ),
    seen: 'is called',
  },
  {
    name: 'gives another reason for its end',
    lie: say(({ record }) => ({ record: { ...record, stop: { error: 'not_authed' } } })),
    seen: 'the run is stopped by not_authed',
  },
  {
    name: 'refuses what is not too much',
    lie: say(({ record }) => ({ record: { ...record, problems: [{ message: 'too many' }] } })),
    seen: 'the run is refused',
  },
];

function nobodysId(text: string): UserId {
  const parsed = parseUserId(`${text}X`.slice(0, 32));
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  return parsed.userId;
}

const ABOUT_CALLS: readonly Lie[] = [
  {
    name: 'does not wait',
    lie: say(({ trace }) => ({ trace: { ...trace, waits: trace.waits.map((wait) => ({ ...wait, ms: 1 })) } })),
    seen: 'the wait is 1 ms',
  },
  {
    name: 'waits past the deadline',
    lie: say(({ trace }) => ({ trace: { ...trace, waits: trace.waits.map((wait) => ({ ...wait, ms: 1e9 })) } })),
    seen: 'ends past the deadline',
  },
  {
    name: 'calls after the deadline',
    lie: happen((exchange) => [later(exchange, 1e9)]),
    seen: 'begins after the deadline',
  },
  {
    name: 'calls after the cancellation',
    lie: elsewhere(() => ({ cancelAfterMs: 1 })),
    seen: 'begins after the cancellation',
  },
  {
    name: 'lets a call take too long',
    lie: happen((exchange) => [{ ...exchange, timeoutMs: 30_001 }]),
    seen: 'may take 30001 ms',
  },
  {
    name: 'takes its time before the reset',
    lie: elsewhere(() => ({ budgetMs: 1000 })),
    seen: 'may go past half of the time',
  },
  {
    name: 'gives up what is to be tried again',
    lie: elsewhere(({ maxRetries }) => ({ maxRetries: maxRetries + 5 })),
    seen: 'is not made again',
  },
  {
    name: 'goes on after what stops it',
    lie: happen((exchange, index, all) =>
      index === all.length - 1 ? [exchange, { ...exchange, method: 'info' }] : [exchange],
    ),
    seen: 'stops the run, but more is sent',
  },
  {
    name: 'asks again before Slack allows it',
    lie: happen((exchange) =>
      exchange.meaning.kind === 'rate-limited' ? [exchange, { ...exchange, subject: 'W0OTHER' }] : [exchange],
    ),
    seen: 'too soon after a rate limit',
  },
  {
    name: 'looks an address up twice',
    lie: happen((exchange) => (exchange.method === 'lookup' ? [exchange, exchange] : [exchange])),
    seen: 'looked up twice',
  },
  {
    name: 'goes on looking up without the scope',
    lie: happen((exchange) =>
      exchange.method === 'lookup'
        ? [{ ...exchange, meaning: { kind: 'refused', code: 'missing_scope', named: new Map() } }]
        : [exchange],
    ),
    seen: 'the token may not make them',
  },
  {
    name: 'asks about an account twice',
    lie: happen((exchange) => (exchange.method === 'info' ? [exchange, exchange] : [exchange])),
    seen: 'is asked about twice',
  },
  {
    name: 'asks although nobody is due',
    lie: elsewhere(() => ({ dryRun: true, checkAccounts: false })),
    seen: 'requests are made although nobody is due',
  },
];

const ABOUT_ORDER: readonly Lie[] = [
  {
    name: 'sends people again',
    lie: happen((exchange) => (isReset(exchange) ? [exchange, exchange] : [exchange])),
    seen: 'is sent again although',
  },
  {
    name: 'sends the named with others',
    lie: happen((exchange) =>
      exchange.meaning.kind === 'refused' && exchange.userIds.length > 2
        ? [
            {
              ...exchange,
              meaning: { ...exchange.meaning, named: new Map(exchange.userIds.slice(1).map((id) => [id, undefined])) },
            },
          ]
        : [exchange],
    ),
    seen: 'with others although an answer named the person',
  },
  {
    name: 'searches while others wait',
    lie: happen((exchange) =>
      isReset(exchange) && exchange.userIds.length > 3
        ? [
            swapIds(exchange, exchange.userIds.slice(0, 2)),
            { ...swapIds(exchange, exchange.userIds.slice(0, 1)) },
            swapIds(exchange, exchange.userIds.slice(2)),
          ]
        : [exchange],
    ),
    seen: 'for the first time after others were searched for',
  },
  {
    name: 'sends people in another order',
    lie: happen((exchange) => [swapIds(exchange, exchange.userIds.toReversed())]),
    seen: 'not in the order requested',
  },
  {
    name: 'sends fewer than it may',
    lie: happen((exchange) =>
      isReset(exchange) && exchange.userIds.length > 1
        ? exchange.userIds.map((id) => swapIds(exchange, [id]))
        : [exchange],
    ),
    seen: 'the first call holds 1 people',
  },
  { name: "sends the token's own user with others", lie: ownUser, seen: "the token's own user is sent with others" },
  {
    name: 'sends a stranger',
    lie: happen((exchange) =>
      isReset(exchange) ? [swapIds(exchange, [...exchange.userIds, 'W0STRANGER'])] : [exchange],
    ),
    seen: 'is sent, but was not requested',
  },
  {
    name: 'sends the protected',
    lie: elsewhere(({ people }) => ({ people: { ...people, protectedIds: [...people.accountOf.keys()] } })),
    seen: 'is sent, but is protected_user',
  },
  {
    name: 'sends who is not due',
    lie: elsewhere(({ people }) => ({
      people: { ...people, mentions: people.mentions.map((mention) => ({ ...mention, effectiveMs: 1e13 })) },
    })),
    seen: 'is sent, but is not_due',
  },
  {
    name: 'sends a lesser ID',
    lie: mean('lookup', (meaning) => ({
      ...meaning,
      account: meaning.account && { ...meaning.account, ids: ['W0BETTER', ...meaning.account.ids] },
    })),
    seen: "is sent, but the person's ID is W0BETTER",
  },
  { name: 'sends in a dry run', lie: elsewhere(() => ({ dryRun: true })), seen: 'is sent in a dry run' },
  {
    name: 'sends bots with others',
    lie: mean('info', (meaning) => ({ ...meaning, account: meaning.account && { ...meaning.account, isOdd: true } })),
    seen: 'that Slack is bound to refuse',
  },
  { name: 'sends the deactivated with others', lie: goneUser, seen: 'sends deactivated accounts with others' },
  {
    name: 'sends more people than allowed',
    lie: elsewhere(() => ({ maxUsers: 1 })),
    seen: 'people are sent, more than 1',
  },
  {
    name: 'sends people of another organization',
    lie: elsewhere(() => ({ orgId: 'E0ANOTHER' })),
    seen: 'people are sent by a token of',
  },
  { name: 'does not list the IDs in the log', lie: say(() => ({ groups: [] })), seen: 'the log does not list the IDs' },
];

/** Whoever is sent first is the token's own user. */
function ownUser({ world, run }: Case): Case {
  const userId = run.trace.exchanges.find((exchange) => exchange.userIds.length > 1)?.userIds[0];
  return mean('auth', (meaning) => ({ ...meaning, owner: meaning.owner && { ...meaning.owner, userId } }))({
    world,
    run,
  });
}

/** The first account asked about is gone. */
function goneUser({ world, run }: Case): Case {
  const first = run.trace.exchanges.findIndex(
    ({ method, meaning }) => method === 'info' && meaning.kind === 'accepted',
  );
  return happen((exchange, index) =>
    index === first && exchange.meaning.kind === 'accepted' && exchange.meaning.account !== undefined
      ? [
          {
            ...exchange,
            meaning: { ...exchange.meaning, account: { ...exchange.meaning.account, isDeactivated: true } },
          },
        ]
      : [exchange],
  )({ world, run });
}

/** Every page shows something else. */
function show(
  to: (exchange: Exchange, page: NonNullable<(Meaning & { kind: 'accepted' })['page']>) => typeof page,
): Lie['lie'] {
  return happen((exchange) =>
    exchange.meaning.kind === 'accepted' && exchange.meaning.page !== undefined
      ? [{ ...exchange, meaning: { ...exchange.meaning, page: to(exchange, exchange.meaning.page) } }]
      : [exchange],
  );
}

const ABOUT_LOOKS: readonly Lie[] = [
  {
    name: 'calls verified who is queued',
    lie: swap('queued', { status: 'verified', error: null }),
    seen: 'but looks after the reset saw',
  },
  {
    name: 'calls verified who is still active',
    lie: swap('still-active', { status: 'verified', error: null }),
    seen: 'but looks after the reset saw',
  },
  {
    name: 'calls verified without being asked to',
    lie: elsewhere(() => ({ verify: false })),
    seen: 'although nobody is to be verified',
  },
  { name: 'believes one look where two are cheap', lie: lastLookOnly, seen: 'but looks after the reset saw 0 in look' },
  {
    name: 'believes a listing that was not read to its end',
    lie: show((_, page) => ({ ...page, next: 'more' })),
    seen: 'but looks after the reset saw',
  },
  {
    name: 'believes an empty organization',
    lie: show((exchange, page) => (exchange.subject === '' ? { ...page, sessions: [] } : page)),
    seen: 'but looks after the reset saw',
  },
  { name: 'overlooks a session seen later', lie: seenLater, seen: 'but looks after the reset saw' },
  {
    name: 'verifies by an ID that may not be the listed one',
    lie: happen((exchange) => (exchange.method === 'info' ? [] : [exchange])),
    seen: 'but may be listed by another ID',
  },
  {
    name: 'calls verified who had sessions all the time',
    lie: say(() => ({ sessionsAt: () => [{ userId: 'W0', sessionId: 1, device: 'untold', teamId: '' }] })),
    seen: 'had sessions all the time',
  },
  {
    name: 'calls still active who has no session',
    lie: swap('verified', { status: 'still-active', error: 'sessions_left' }),
    seen: 'still-active (sessions_left), but looks',
  },
  {
    name: 'does not say why nobody could be verified',
    lie: swap('queued', { error: null }),
    seen: 'which does not say why',
  },
  { name: 'says that it was cancelled', lie: swap('queued', { error: 'cancelled' }), seen: 'which does not say why' },
  {
    name: 'calls signed out whom it has not looked at',
    lie: swap('not-attempted', { status: 'signed-out', error: 'no_session' }),
    seen: 'signed-out (no_session)',
  },
  {
    name: 'does not send who is signed in',
    lie: show((_, page) => ({ ...page, sessions: [] })),
    seen: 'looks before the reset saw',
  },
  {
    name: 'does not say who was found signed in',
    lie: change(() => ({ foundSignedIn: false })),
    seen: 'found signed in: false',
  },
  {
    name: 'says of everybody that they were found signed in',
    lie: change(() => ({ foundSignedIn: true })),
    seen: 'found signed in: true',
  },
  {
    name: 'says nothing where people were found signed in',
    lie: tell((result) => [{ ...result, error: result.foundSignedIn ? null : result.error }]),
    seen: 'but was found signed in',
  },
  {
    name: 'verifies nobody where nothing goes wrong',
    lie: swap('verified', { status: 'queued', error: 'time_limit' }),
    seen: 'although nothing went wrong',
  },
  {
    name: 'looks too early',
    lie: happen((exchange) => [exchange.method === 'list' ? later(exchange, -4000) : exchange]),
    seen: 'the first look comes',
  },
  {
    name: 'looks again and again',
    lie: say(({ trace }) => ({
      trace: { ...trace, waits: trace.waits.map((wait) => ({ ...wait, ms: wait.ms === 5000 ? 4999 : wait.ms })) },
    })),
    seen: 'the waits between looks are',
  },
];

/** There is no pause between looks, so that all are one. */
function lastLookOnly({ world, run }: Case): Case {
  const lastReset = run.trace.exchanges.findLastIndex(isReset);
  const waits = run.trace.waits.filter(({ after }) => after <= lastReset + 1);
  return { world, run: { ...run, trace: { ...run.trace, waits } } };
}

/** The last listing shows a session of everybody. */
function seenLater({ world, run }: Case): Case {
  const ids = run.record.results.flatMap(({ person }) => person.userId ?? []);
  const sessions = ids.map((userId) => ({ userId, sessionId: 7, device: 'untold', teamId: '' }) as const);
  const last = run.trace.exchanges.findLast(({ method }) => method === 'list');
  const meaning = { kind: 'accepted', page: { sessions, next: 'more' } } as const;
  const added = last === undefined ? [] : [{ ...last, subject: '', cursor: undefined, meaning }];
  return { world, run: { ...run, trace: { ...run.trace, exchanges: [...run.trace.exchanges, ...added] } } };
}

/** One output says something else. */
function output(name: string, value: string): Lie['lie'] {
  return say(({ outputs }) => ({ outputs: new Map([...outputs, [name, value]]) }));
}

const ABOUT_OUTPUTS: readonly Lie[] = [
  {
    name: 'leaves out outputs',
    lie: say(({ outputs }) => ({ outputs: new Map([...outputs].slice(1)) })),
    seen: 'the output outcome is undefined',
  },
  {
    name: 'calls everything a success',
    lie: output('outcome', 'success'),
    seen: 'the output outcome is success, not partial',
  },
  {
    name: 'calls a refusal of everybody a success',
    lie: output('outcome', 'success'),
    seen: 'the output outcome is success, not failure',
  },
  { name: 'has an output that nobody knows', lie: output('more', '1'), seen: 'the output more is 1' },
  ...['user', 'queued', 'verified', 'signed-out', 'failed', 'skipped'].map((what) => ({
    name: `counts the ${what} wrongly`,
    lie: output(`${what}-count`, '-1'),
    seen: `the output ${what}-count is -1`,
  })),
  { name: 'leaves out who failed', lie: output('failed-user-ids', '[]'), seen: 'the output failed-user-ids is []' },
  { name: 'leaves out results', lie: output('results', '[]'), seen: 'the output results is []' },
  { name: 'is red for nothing', lie: say(({ failure }) => ({ failure: failure ?? 'red' })), seen: 'the step is red' },
  { name: 'is green for too long', lie: say(() => ({ failure: undefined })), seen: 'the step is green' },
  {
    name: 'logs an address',
    lie: say(({ logLines }) => ({ logLines: [...logLines, 'jo@example.com'] })),
    seen: 'the log says',
  },
];

describe('the simulation of faults', () => {
  it('draws the same world and the same run for the same seed', async () => {
    for (const seed of [20, 21, 22, 24]) {
      const [one, other] = [await runWorld(drawWorld(seed)), await runWorld(drawWorld(seed))];
      expect([one.trace, one.outputs]).toEqual([other.trace, other.outputs]);
    }
  });

  it('knows every code of the catalogue', () => {
    expect(new Set([...DOCUMENTED, 'ratelimited'])).toEqual(new Set(ERROR_CODES.keys()));
  });

  describe('sees through a run', () => {
    const cases: Case[] = [];

    beforeAll(async () => {
      for (let seed = 1; seed <= 400; seed += 1) {
        const world = drawWorld(seed);
        const run = await runWorld(world);
        // Runs of thousands of people teach nothing more.
        if (run.record.results.length < 100) {
          cases.push({ world, run });
        }
      }
    }, 60_000);

    it.each([...ABOUT_PEOPLE, ...ABOUT_CALLS, ...ABOUT_ORDER, ...ABOUT_LOOKS, ...ABOUT_OUTPUTS])(
      'that $name',
      ({ lie, seen }) => {
        const isSeen = cases.some((item) => {
          const { world, run } = lie(item);
          return checkRun(world, run).some((problem) => problem.includes(seen));
        });
        expect(isSeen).toBe(true);
      },
    );
  });
});
