import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UserId } from '../../src/people/user-id.ts';
import type { SlackReply } from '../../src/slack/reply.ts';
import { START_MS } from '../support/call-context.ts';
import { accepted, refused, unclear, userIds } from '../support/reset-stand.ts';
import { mentionsOf, runPeople } from '../support/run-stand.ts';
import { runs } from '../support/runs.ts';
import { item, listing, SCOPES, WHOLE_ORG } from '../support/verify-stand.ts';

const IDS = userIds(4);
const LONG_AGO = START_MS - 30 * 86_400_000;
const OTHERS = [item('W0OTHER001', 901), item('W0OTHER002', 902)];
const ACCEPTED = new Set(['queued', 'verified', 'still-active']);

const person = fc.record({
  isLongDue: fc.boolean(),
  isSignedIn: fc.boolean(),
  /** When the person signs in, or signs in again. */
  signsInAtMs: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: Number.POSITIVE_INFINITY }),
  isSticky: fc.boolean(),
  isDeactivated: fc.boolean(),
  reset: fc.constantFrom(accepted, accepted, accepted, refused('user_not_found'), unclear),
});

const world = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: IDS.length }),
  asksSingly: fc.boolean(),
  checkAccounts: fc.boolean(),
  budgetMs: fc.integer({ min: 5_000, max: 200_000 }),
  cancelInWait: fc.option(fc.integer({ min: 1, max: 8 }), { nil: 1000 }),
  deadFromCall: fc.option(fc.integer({ min: 1, max: 25 }), { nil: 1000 }),
  maxUsers: fc.integer({ min: 1, max: 5 }),
});

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** Runs against an organization in which people sign in at any time, and says what it showed and was told. */
async function runIn({ people, asksSingly, checkAccounts, budgetMs, cancelInWait, deadFromCall, maxUsers }: World) {
  const idOf = (index: number): UserId => IDS[index] ?? ('' as UserId);
  const endedAtMs = new Map<UserId, number>();
  /** What the last listing that covers a person shows. */
  const shown = new Map<UserId, boolean>();
  const sent: UserId[] = [];
  const taken = new Set<UserId>();
  let calls = 0;
  let elapsedMs = () => 0;
  const sessionsOf = (index: number): readonly object[] => {
    const { isSignedIn, isSticky, signsInAtMs } = people[index] ?? {};
    const ended = endedAtMs.get(idOf(index));
    const isThere = (since: number): boolean =>
      since <= elapsedMs() && (isSticky === true || ended === undefined || ended < since);
    return [
      ...(isSignedIn === true && isThere(0) ? [item(idOf(index), 10 + index)] : []),
      ...(isThere(signsInAtMs ?? 0) ? [item(idOf(index), 20 + index)] : []),
    ];
  };
  const answer = (reply: () => SlackReply): SlackReply => {
    calls += 1;
    return calls >= deadFromCall ? refused('token_revoked') : reply();
  };
  const mentions = people.flatMap(({ isLongDue }, index) =>
    mentionsOf([idOf(index)], isLongDue ? LONG_AGO : START_MS - 1),
  );
  const end = await runPeople(mentions, {
    ...{ verify: true, lookFirstAfterDays: 2, checkAccounts, budgetMs, cancelInWait, maxUsers },
    onStand: (stand) => {
      elapsedMs = stand.elapsedMs;
    },
    slack: {
      authTest: () => answer(() => ({ ...WHOLE_ORG, scopes: [...SCOPES, 'users:read'] })),
      userInfo: (id) =>
        answer(() => {
          const deleted = people[IDS.indexOf(id)]?.isDeactivated === true;
          return { kind: 'accepted', body: { ok: true, user: { id, deleted } } };
        }),
      listSessions: (query) =>
        answer(() => {
          const asksFor = query.of?.userId;
          if (asksFor !== undefined && !asksSingly) return refused('team_not_found');
          for (const [index] of people.entries()) {
            if (asksFor === undefined || asksFor === idOf(index)) shown.set(idOf(index), sessionsOf(index).length > 0);
          }
          return listing([...people.flatMap((_, index) => sessionsOf(index)), ...OTHERS], query);
        }),
      resetBulk: (group) =>
        answer(() => {
          sent.push(...group);
          const replies = group.map((id) => people[IDS.indexOf(id)]?.reset ?? accepted);
          const bad = replies.find((reply) => reply !== accepted);
          if (bad !== undefined) return bad;
          for (const id of group) {
            taken.add(id);
            endedAtMs.set(id, elapsedMs());
          }
          return accepted;
        }),
    },
  });
  return { end, shown, sent, taken };
}

it('nobody is called signed out whom the last listing shows with a session, whoever signs in when', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const { end, shown, sent, taken } = await runIn(drawn);
      const { results } = end;
      expect(results.length).toBe(drawn.people.length);
      for (const { person: who, status, fails } of results) {
        const id = who.userId ?? ('' as UserId);
        const isShown = shown.get(id) === true;
        expect([id, status, isShown && (!fails || status === 'signed-out' || status === 'verified')]).toEqual([
          id,
          status,
          false,
        ]);
        expect([id, status, ACCEPTED.has(status)]).toEqual([id, status, taken.has(id)]);
      }
      expect(new Set(sent).size).toBeLessThanOrEqual(drawn.maxUsers);
      expect(end.fault).toBeUndefined();
    }),
    { numRuns: runs(1000) },
  );
});
