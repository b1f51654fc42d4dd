import { expect, it, jest } from '@jest/globals';
import { readReport } from '../support/report-schema.ts';
import { makeIds, resetWith, withSlack } from '../support/scenario.ts';
import type { SimulatedSession, SimulatedUser } from '../support/slack-simulator/index.ts';

jest.setTimeout(120_000);

const LIST = 'admin.users.session.list';
const LEAVERS = makeIds(5000);
const SIGNED_IN = [7, 2500, 4999].map((index) => LEAVERS[index] ?? '');
const FILES = {
  'leavers.yml': `version: 1\nleavers:\n${LEAVERS.map((id) => `  - { user_id: ${id}, effective: 2020-01-01 }\n`).join('')}`,
};
const INPUTS = { roster: 'leavers.yml', 'look-first-after-days': '2' };

/** 15,000 people who stay, with two or three sessions each, and the leavers; 50,000 sessions in all. */
function company(signedIn: readonly string[]): SimulatedUser[] {
  let next = 1_000_000_000_000;
  const sessions = (count: number): SimulatedSession[] =>
    Array.from({ length: count }, () => {
      next += 1;
      return { sessionId: next, kind: 'desktop' as const };
    });
  const staying = Array.from({ length: 15_000 }, (_, index) => ({
    id: `W9X${String(index).padStart(6, '0')}`,
    sessions: sessions(index % 3 === 0 ? 4 : 3),
  }));
  const leaving = LEAVERS.map((id) => ({ id, sessions: sessions(signedIn.includes(id) ? 1 : 0) }));
  return [...staying, ...leaving];
}

it.each<[string, readonly string[], number]>([
  ['are already signed out: nobody is sent, and the step passes', [], 0],
  ['but for three, who are sent and fail the step', SIGNED_IN, 1],
])('5,000 people long due in an organization of 20,000 with 50,000 sessions %s', async (_name, signedIn, exitCode) => {
  await withSlack({ users: company(signedIn) }, async (slack) => {
    const run = await resetWith(slack, INPUTS, { files: FILES, timeoutMs: 100_000 });
    const listings = slack.callsOf(LIST).length;
    expect(slack.groups()).toEqual(signedIn.length === 0 ? [] : [signedIn]);
    // One look through 50 pages or so; a second one would take more than 40 calls.
    expect([listings >= 50, listings <= 52]).toEqual([true, true]);
    expect([
      run.exitCode,
      run.outputs['signed-out-count'],
      run.outputs['queued-count'],
      run.outputs['failed-count'],
    ]).toEqual([exitCode, String(5000 - signedIn.length), String(signedIn.length), String(signedIn.length)]);
    expect(run.outputs['outcome']).toBe(signedIn.length === 0 ? 'success' : 'partial');
    const { results } = readReport(run);
    expect(results.filter(({ status, error }) => status === 'signed-out' && error === 'no_session').length).toBe(
      5000 - signedIn.length,
    );
    expect(JSON.parse(run.outputs['failed-user-ids'] ?? '')).toEqual(signedIn);
  });
});

it('the night after, nobody is sent who has not signed in again', async () => {
  const users = company(SIGNED_IN).slice(14_900);
  await withSlack({ users }, async (slack) => {
    const night = () => resetWith(slack, INPUTS, { files: FILES, timeoutMs: 100_000 });
    await night();
    const sent = slack.groups().length;
    const second = await night();
    expect([sent, slack.groups().length, second.exitCode, second.outputs['outcome']]).toEqual([1, 1, 0, 'success']);
    slack.signIn(SIGNED_IN[0] ?? '', 'web');
    const third = await night();
    expect([slack.groups().at(-1), third.exitCode]).toEqual([[SIGNED_IN[0]], 1]);
  });
});
