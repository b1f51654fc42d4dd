/**
 * Counts the calls that verifying people, and looking at them first, take in organizations of several sizes, on a
 * simulated clock, and holds the limits of the contract. Run: npm run bench -- verification
 */

import { START_MS } from '../__tests__/support/call-context.ts';
import { type RunEnd, runPeople } from '../__tests__/support/run-stand.ts';
import { acceptToken, listSessions, makeIds, makeSessions, TIER_2_MS, TIER_4_MS } from './support/organization.ts';
import { printTable } from './support/table.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const LOOK_FIRST_AFTER_DAYS = 2;

interface Case {
  /** People of the organization who stay, each with 2.5 sessions on average. */
  readonly organization: number;
  readonly requested: number;
  readonly haveSessions: boolean;
  readonly mode: 'verify' | 'look first';
  readonly minutes: number;
  /** `W` for IDs of the organization; `U` for IDs of which Slack has to be asked whether it lists them. */
  readonly prefix?: 'W' | 'U';
}

interface Cost {
  readonly listings: number;
  readonly accounts: number;
  /** All calls: the token's check and the reset are among them. */
  readonly calls: number;
  readonly minutes: number;
  readonly verified: number;
  readonly signedOut: number;
  readonly foundSignedIn: number;
}

/** Runs the engine for people of an organization, at the pace that Slack's limits allow. */
export async function costOf({
  organization,
  requested,
  haveSessions,
  mode,
  minutes,
  prefix = 'W',
}: Case): Promise<Cost> {
  const people = makeIds(`${prefix}9`, requested);
  const leavers = makeSessions(haveSessions ? people : []);
  const list = listSessions({ staffSessions: organization * 2.5, leavers });
  let spend: (ms: number) => void = () => undefined;
  const mentions = people.map((userId, index) => ({
    userId,
    source: `user-ids[${index}]`,
    effectiveMs: START_MS - (LOOK_FIRST_AFTER_DAYS + 1) * DAY_MS,
  }));
  const end = await runPeople(mentions, {
    callMs: 0,
    budgetMs: minutes * MINUTE_MS,
    verify: mode === 'verify',
    ...(mode === 'look first' ? { lookFirstAfterDays: LOOK_FIRST_AFTER_DAYS } : {}),
    onStand: (stand) => {
      spend = stand.spend;
    },
    slack: {
      authTest: acceptToken,
      listSessions: (query) => {
        spend(TIER_2_MS);
        return list(query);
      },
      userInfo: (userId) => {
        spend(TIER_4_MS);
        return { kind: 'accepted', body: { ok: true, user: { id: userId, deleted: false } } };
      },
      resetBulk: (group) => {
        spend(TIER_2_MS);
        for (const userId of group) {
          leavers.delete(userId);
        }
        return { kind: 'accepted', body: { ok: true }, requestId: 'reset' };
      },
    },
  });
  return toCost(end);
}

function toCost({ ledger, events, results, stand }: RunEnd): Cost {
  const count = (method: string): number => events.filter((event) => event === method).length;
  const withStatus = (wanted: string): number => results.filter(({ status }) => status === wanted).length;
  return {
    listings: count('listSessions'),
    accounts: count('userInfo'),
    calls: ledger.calls,
    minutes: stand.elapsedMs() / MINUTE_MS,
    verified: withStatus('verified'),
    signedOut: withStatus('signed-out'),
    foundSignedIn: results.filter(({ foundSignedIn }) => foundSignedIn).length,
  };
}

/** People without sessions in an organization of 200,000, and the most calls that verifying them may take. */
export const VERIFICATION_LIMITS = [
  [3, 16],
  [100, 210],
] as const;

const ORGANIZATIONS = [1_000, 20_000, 200_000];
const REQUESTED = [3, 10, 100, 1_000];
const LONG_MINUTES = 360;
const DEFAULT_MINUTES = 15;

async function printMode(mode: Case['mode']): Promise<void> {
  const rows = [];
  for (const organization of ORGANIZATIONS) {
    for (const requested of REQUESTED) {
      for (const haveSessions of [true, false]) {
        const plan = { organization, requested, haveSessions, mode };
        const long = await costOf({ ...plan, minutes: LONG_MINUTES });
        const short = await costOf({ ...plan, minutes: DEFAULT_MINUTES });
        rows.push({
          organization: organization.toLocaleString('en'),
          requested: requested.toLocaleString('en'),
          'sessions before': haveSessions ? 'yes' : 'no',
          listings: long.listings,
          'all calls': long.calls,
          minutes: long.minutes.toFixed(1),
          [done(mode)]: doneBy(mode, long),
          'within 15 minutes': doneBy(mode, short),
        });
      }
    }
  }
  const title = mode === 'verify' ? '"verify"' : '"look-first-after-days"';
  printTable(`${title}: calls at 20 a minute, IDs of the organization`, rows);
}

function done(mode: Case['mode']): string {
  return mode === 'verify' ? 'verified' : 'judged by the look';
}

function doneBy(mode: Case['mode'], { verified, signedOut, foundSignedIn }: Cost): string {
  return (mode === 'verify' ? verified : signedOut + foundSignedIn).toLocaleString('en');
}

async function printDoubts(): Promise<void> {
  const rows = [];
  for (const requested of [3, 100]) {
    const plan = { organization: 200_000, requested, haveSessions: false, minutes: LONG_MINUTES, prefix: 'U' } as const;
    for (const mode of ['verify', 'look first'] as const) {
      const { listings, accounts, minutes, verified, signedOut } = await costOf({ ...plan, mode });
      const judged = verified + signedOut;
      rows.push({ mode, requested, listings, 'users.info': accounts, minutes: minutes.toFixed(1), judged });
    }
  }
  printTable('IDs in doubt (U…), nobody has a session, an organization of 200,000', rows);
}

async function holdLimits(): Promise<boolean> {
  let holds = true;
  for (const [requested, limit] of VERIFICATION_LIMITS) {
    const plan = { organization: 200_000, requested, haveSessions: false, mode: 'verify' } as const;
    const { calls, verified } = await costOf({ ...plan, minutes: LONG_MINUTES });
    console.log(
      `${requested} people without sessions in an organization of 200,000: ${calls} calls (limit ${limit}), ${verified} verified`,
    );
    holds &&= calls <= limit && verified === requested;
  }
  return holds;
}

if (import.meta.main) {
  await printMode('verify');
  await printMode('look first');
  await printDoubts();
  console.log();
  if (!(await holdLimits())) {
    console.error('A limit of the contract is broken.');
    process.exitCode = 1;
  }
}
