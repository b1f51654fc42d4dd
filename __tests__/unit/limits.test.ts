import { expect, it } from '@jest/globals';
import { compareSmallGroup, SMALL_GROUP_LIMIT } from '../../bench/small-groups.ts';
import { costOf, VERIFICATION_LIMITS } from '../../bench/verification.ts';

it.each(VERIFICATION_LIMITS)(
  'verifies %i people without sessions in an organization of 200,000 in at most %i calls',
  async (requested, limit) => {
    const { calls, verified } = await costOf({
      organization: 200_000,
      requested,
      haveSessions: false,
      mode: 'verify',
      minutes: 60,
    });
    expect(verified).toBe(requested);
    expect(calls).toBeLessThanOrEqual(limit);
  },
);

it.each([3, 5, 12, 20, 32])(
  'searches %i people nearly as well as the best strategy that does not know the share',
  (people) => {
    const { ratio, excess } = compareSmallGroup(people);
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(ratio).toBeLessThanOrEqual(SMALL_GROUP_LIMIT);
    expect(excess).toBeLessThanOrEqual(0);
  },
);
