/**
 * A year of nightly runs over a roster that grows and is never cleared, with "look-first-after-days", on a simulated
 * clock: calls and minutes a night, and what the evidence comes to. Run: npm run bench -- year
 *
 * A million people take seconds a night to plan, so one night is run in full and the year with a shorter roster. What
 * the nights cost in calls depends on the organization's sessions and on the new people, which are the same in both.
 */
import { START_MS } from '../__tests__/support/call-context.ts';
import { createRandom } from '../__tests__/support/fault-world/random.ts';
import { type RunEnd, runPeople } from '../__tests__/support/run-stand.ts';
import { parseUserId, type UserId } from '../src/people/user-id.ts';
import { acceptToken, listSessions, TIER_2_MS, TIER_4_MS } from './support/organization.ts';
import { spread } from './support/processes.ts';
import { printTable } from './support/table.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SEED = 20_261_130;
const LOOK_FIRST_AFTER_DAYS = 2;
const NEW_A_NIGHT = 200;
const NIGHTS = 365;
const FULL_ROSTER = 1_000_000;
/** The roster of the year: the newest 50 days. */
const SHORT_ROSTER = 10_000;
/** With those of leavers the organization stays below 40,000 sessions. */
const STAFF_SESSIONS = 39_500;
/** Each of these sessions is replaced once in so many nights. */
const RENEWED_EVERY = 30;
/** How many leavers still have sessions on the day they leave. */
const SIGNED_IN_SHARE = 0.2;
/** Slack enqueues a reset and does not always end every session. */
const LOST_RESET_SHARE = 0.01;
/** How often one of all the leavers on the roster signs in again: about once a week. */
const SIGN_INS_A_NIGHT = 1 / 7;

interface Settings {
  readonly people: number;
  readonly verify: boolean;
  /** How the IDs begin. `U`: Slack has to be asked whether it lists such an ID. Default: `W`. */
  readonly prefix?: 'W' | 'U';
  readonly budgetMinutes?: number;
}

interface Night {
  readonly listings: number;
  readonly accounts: number;
  readonly resets: number;
  readonly minutes: number;
  readonly sent: number;
  readonly signedOut: number;
  readonly found: number;
  /** People said to be signed out who had a session. */
  readonly wrong: number;
  /** People long due of whom the night said neither that they are signed out nor that they are signed in. */
  readonly silent: number;
}

/** A roster and an organization that go on from night to night. */
class World {
  readonly #random = createRandom(SEED, 'year');
  readonly #settings: Settings;
  readonly #leavers = new Map<string, readonly string[]>();
  readonly #roster: { readonly userId: UserId; readonly night: number }[] = [];
  #night = 0;
  #made = 0;
  #sessions = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    const nights = Math.ceil(settings.people / NEW_A_NIGHT);
    for (let night = -nights; night < 0; night += 1) {
      this.#add(night);
    }
    // Those of the nights before have been reset already, but for the last two.
    this.#leavers.clear();
  }

  /** Lets a day go by and runs the Action in the night. */
  async next(): Promise<Night> {
    this.#add(this.#night);
    this.#roster.splice(0, Math.max(0, this.#roster.length - this.#settings.people));
    if (this.#random.chance(SIGN_INS_A_NIGHT)) {
      this.#signIn(this.#random.pick(this.#roster).userId);
    }
    const before = new Set(this.#leavers.keys());
    const end = await this.#run();
    const isLongDue = new Set(
      this.#roster.filter(({ night }) => this.#night - night >= LOOK_FIRST_AFTER_DAYS).map(({ userId }) => userId),
    );
    this.#night += 1;
    return toNight(end, before, isLongDue);
  }

  #add(night: number): void {
    for (let index = 0; index < NEW_A_NIGHT; index += 1) {
      const parsed = parseUserId(`${this.#settings.prefix ?? 'W'}9${String(this.#made).padStart(8, '0')}`);
      this.#made += 1;
      if (parsed.ok) {
        this.#roster.push({ userId: parsed.userId, night });
        if (this.#random.chance(SIGNED_IN_SHARE)) {
          this.#signIn(parsed.userId);
        }
      }
    }
  }

  #signIn(userId: UserId): void {
    this.#sessions += 1;
    this.#leavers.set(userId, [...(this.#leavers.get(userId) ?? []), `9${this.#sessions}`]);
  }

  #run(): Promise<RunEnd> {
    const night = this.#night;
    const renewals = (place: number): number => Math.floor((place + night) / RENEWED_EVERY);
    const list = listSessions({ staffSessions: STAFF_SESSIONS, renewals, leavers: this.#leavers });
    let spend: (ms: number) => void = () => undefined;
    const mentions = this.#roster.map(({ userId, night: added }, index) => ({
      userId,
      source: `offboarding.yml:${index + 1}`,
      effectiveMs: START_MS - (night - added) * DAY_MS,
    }));
    return runPeople(mentions, {
      callMs: 0,
      budgetMs: (this.#settings.budgetMinutes ?? 360) * MINUTE_MS,
      lookFirstAfterDays: LOOK_FIRST_AFTER_DAYS,
      verify: this.#settings.verify,
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
          return { kind: 'accepted', body: { ok: true, user: { id: userId, deleted: true } } };
        },
        resetBulk: (group) => {
          spend(TIER_2_MS);
          for (const userId of group.filter(() => !this.#random.chance(LOST_RESET_SHARE))) {
            this.#leavers.delete(userId);
          }
          return { kind: 'accepted', body: { ok: true }, requestId: 'reset' };
        },
      },
    });
  }
}

function toNight(
  { events, results, stand }: RunEnd,
  hadSession: ReadonlySet<string>,
  isLongDue: ReadonlySet<string>,
): Night {
  const count = (method: string): number => events.filter((event) => event === method).length;
  const had = ({ person }: RunEnd['results'][number]): boolean => hadSession.has(person.userId ?? '');
  const signedOut = results.filter(({ status }) => status === 'signed-out');
  const longDue = results.filter(({ person }) => isLongDue.has(person.userId ?? ''));
  return {
    listings: count('listSessions'),
    accounts: count('userInfo'),
    resets: count('resetBulk'),
    minutes: stand.elapsedMs() / MINUTE_MS,
    sent: results.filter(({ status }) => status !== 'signed-out').length,
    signedOut: signedOut.length,
    found: results.filter(({ foundSignedIn }) => foundSignedIn).length,
    wrong: signedOut.filter(had).length,
    silent: longDue.filter(({ status, foundSignedIn }) => status !== 'signed-out' && !foundSignedIn).length,
  };
}

async function printNights(): Promise<void> {
  const rows = [];
  const cases: readonly (readonly [string, Settings])[] = [
    ['look first', { people: FULL_ROSTER, verify: false }],
    ['look first and verify', { people: FULL_ROSTER, verify: true }],
  ];
  for (const [name, settings] of cases) {
    const startedMs = performance.now();
    const night = await new World(settings).next();
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
    rows.push({ night: name, ...columns(night), 'own time, s': seconds });
  }
  printTable('One night over a million people, 200 of them new', rows);
}

function columns({
  listings,
  resets,
  minutes,
  signedOut,
  sent,
  found,
}: Night): Readonly<Record<string, string | number>> {
  return {
    listings,
    resets,
    minutes: minutes.toFixed(1),
    'signed-out': signedOut.toLocaleString('en'),
    sent,
    'found signed in': found,
  };
}

async function printYear(): Promise<boolean> {
  const world = new World({ people: SHORT_ROSTER, verify: false });
  const nights: Night[] = [];
  for (let night = 0; night < NIGHTS; night += 1) {
    nights.push(await world.next());
  }
  const show = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });
  const figure = (of: (night: Night) => number): Readonly<Record<string, string>> => {
    const { median, min, max } = spread(nights.map(of));
    const sum = nights.reduce((total, night) => total + of(night), 0);
    return {
      'a night': show(median),
      'least–most': `${show(min)}–${show(max)}`,
      'the year': sum.toLocaleString('en', { maximumFractionDigits: 0 }),
    };
  };
  printTable(`${NIGHTS} nights, ${NEW_A_NIGHT} new people a night, a roster of ${SHORT_ROSTER.toLocaleString('en')}`, [
    { figure: 'listings', ...figure(({ listings }) => listings) },
    { figure: 'resets', ...figure(({ resets }) => resets) },
    { figure: 'minutes at 20 calls a minute', ...figure(({ minutes }) => minutes) },
    { figure: 'people sent', ...figure(({ sent }) => sent) },
    { figure: 'people signed-out, with evidence', ...figure(({ signedOut }) => signedOut) },
    { figure: 'people found signed in', ...figure(({ found }) => found) },
    { figure: 'people said to be signed out who were not', ...figure(({ wrong }) => wrong) },
    { figure: 'long-due people without an answer', ...figure(({ silent }) => silent) },
  ]);
  const red = nights.filter(({ found }) => found > 0).length;
  console.log(`\nNights that fail, since somebody was found signed in: ${red} of ${NIGHTS}`);
  return nights.every((night) => night.wrong === 0 && night.silent === 0);
}

if (import.meta.main) {
  const holds = await printYear();
  await printNights();
  if (!holds) {
    console.error('A night said something wrong.');
    process.exitCode = 1;
  }
}
