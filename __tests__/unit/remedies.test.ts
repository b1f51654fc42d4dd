import { describe, expect, it } from '@jest/globals';
import { whatToDo } from '../../src/report/remedies.ts';
import type { Status } from '../../src/reset/results.ts';

/** The Action's own codes, by the contract's table, with a status that each comes with. */
const OWN: readonly (readonly [string, Status])[] = [
  ['protected_user', 'skipped'],
  ['no_session', 'signed-out'],
  ['deactivated', 'signed-out'],
  ['found_signed_in', 'queued'],
  ['found_signed_in', 'verified'],
  ['sessions_left', 'still-active'],
  ['signed_in_again', 'still-active'],
  ['never_listed', 'queued'],
  ['time_limit', 'queued'],
  ['cancelled', 'queued'],
  ['missing_scope', 'queued'],
  ['implausible_listing', 'queued'],
  ['wrong_person', 'failed'],
  ['max_users', 'not-attempted'],
  ['look_failed', 'not-attempted'],
  ['earlier_roster', 'not-attempted'],
  ['time_limit', 'not-attempted'],
  ['cancelled', 'not-attempted'],
  ['unreachable', 'not-attempted'],
  ['timeout', 'unknown'],
  ['connection_lost', 'unknown'],
  ['invalid_response', 'unknown'],
  ['http_502', 'unknown'],
  ['unexpected_error', 'unknown'],
  ['unrecognized_error', 'not-attempted'],
];

describe('what to do', () => {
  it.each(OWN)('is said about %s (%s) in words of its own', (code, status) => {
    const words = whatToDo(code, status);
    expect(words).toMatch(/^[A-Z].{30,}\.$/);
    // Those words are for codes of Slack's that nobody knows.
    expect(words).not.toContain('had not documented');
  });

  it('about one code depends on what came of the person', () => {
    expect([whatToDo('time_limit', 'queued'), whatToDo('missing_scope', 'queued')]).not.toEqual([
      whatToDo('time_limit', 'not-attempted'),
      whatToDo('missing_scope', 'not-attempted'),
    ]);
  });

  it('about a code that Slack made up since is to look it up', () => {
    expect(whatToDo('brand_new_code', 'failed')).toContain('had not documented');
  });
});
