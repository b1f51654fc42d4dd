import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UserId } from '../../src/people/user-id.ts';
import { type Answer, accepted, refused, reset, unclear, userIds } from '../support/reset-stand.ts';
import { runs } from '../support/runs.ts';

describe('whatever Slack does', () => {
  type Deed = 'ok' | 'cut-after' | 'cut-before' | 'limited' | 'internal' | 'half' | 'revoked' | 'unreachable';
  const deeds = fc.constantFrom<Deed>(
    'ok',
    'ok',
    'ok',
    'ok',
    'cut-after',
    'cut-before',
    'limited',
    'internal',
    'half',
    'unreachable',
    'revoked',
  );
  const codes = fc.constantFrom(
    'user_not_found',
    'cannot_reset_bot',
    'failed_for_some_users',
    'user_session_reset_failed',
  );

  it('everybody ends with one standing that is no better and no worse than what happened', async () => {
    const world = fc.record({
      bad: fc.array(fc.tuple(fc.nat(39), codes), { maxLength: 8 }),
      script: fc.array(deeds, { maxLength: 30 }),
      count: fc.integer({ min: 1, max: 40 }),
      cancelAt: fc.integer({ min: 1, max: 40 }),
      maxRetries: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ bad, script, count, cancelAt, maxRetries }) => {
        const people = userIds(count);
        const refusals = new Map(bad.map(([at, code]) => [people[at], code]));
        const touched = new Set<UserId>();
        const open = new Set<UserId>();
        const doubtful = new Set<UserId>();
        const accept = new Set<UserId>();
        const addTo = (set: Set<UserId>, those: readonly UserId[]) => {
          for (const id of those) {
            set.add(id);
          }
        };
        const answer: Answer = (group, call) => {
          const deed = script[call - 1] ?? 'ok';
          const culprit = group.find((id) => refusals.has(id));
          expect(group.filter((id) => accept.has(id))).toEqual([]);
          switch (deed) {
            case 'revoked':
              return refused('token_revoked');
            case 'limited':
              return { kind: 'rate-limited', retryAfterSeconds: 1 };
            case 'unreachable':
              return { kind: 'unreachable', detail: 'ENOTFOUND' };
            case 'cut-before':
            case 'cut-after':
            case 'internal':
            case 'half':
              addTo(touched, deed === 'cut-after' ? group : deed === 'half' ? group.slice(1) : []);
              addTo(open, group);
              return deed === 'internal' ? refused('internal_error') : unclear;
          }
          if (culprit !== undefined) {
            const code = refusals.get(culprit) ?? '';
            if (code === 'failed_for_some_users') {
              addTo(
                touched,
                group.filter((id) => !refusals.has(id)),
              );
              addTo(open, group);
            }
            // Whether retries that end in this code may leave people unknown, the contract does not say.
            addTo(doubtful, code === 'user_session_reset_failed' ? group : []);
            return refused(code);
          }
          addTo(touched, group);
          addTo(accept, group);
          return accepted;
        };
        const end = await reset(people, answer, { cancelAt, maxRetries });
        expect(end.list.map(([id]) => id)).toEqual(people);
        for (const [id, status, error] of end.list) {
          const calls = end.groups.filter((group) => group.includes(id)).length;
          const result = end.results.find(({ person }) => person.userId === id);
          expect({ id, calls: result?.calls }).toEqual({ id, calls });
          const truth = {
            queued: accept.has(id) && error === null,
            failed: refusals.get(id) === error,
            unknown: (open.has(id) || doubtful.has(id)) && !accept.has(id),
            'not-attempted': !touched.has(id) && !open.has(id),
          };
          expect({ id, status, isTrue: Object.entries(truth).find(([name]) => name === status)?.[1] }).toEqual({
            id,
            status,
            isTrue: true,
          });
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
