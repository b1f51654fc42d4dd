import type { CallContext } from '../calls/call-context.ts';
import { emailKey } from '../people/email.ts';
import type { Mention } from '../people/mention.ts';
import { identityOf, type Plan } from '../people/plan.ts';
import type { SessionKind, SlackApi } from '../slack/methods.ts';
import { type Standing, UNTOUCHED, withCalls } from './ledger.ts';
import { type Evidence, type Proof, prove, takeSnapshot } from './proof.ts';
import { resetSessions, type Stop } from './reset-batches.ts';
import { type LookUps, lookUpEmails } from './resolve-emails.ts';
import { type Identity, identify, predictProblems } from './token-check.ts';

/** What came of everybody who was due. */
export interface PeopleReset {
  /** With the user IDs that were found for e-mail addresses. */
  readonly plan: Plan;
  /** By identity: the user ID, or the e-mail address of somebody who was not found. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly evidence?: ReadonlyMap<string, Evidence> | undefined;
  /** Whose token it is, when Slack was asked. */
  readonly identity?: Identity | undefined;
  readonly stop?: Stop | undefined;
  /** Why some people who were queued could not be verified. */
  readonly gap?: Proof['gap'];
  /** HTTP calls made. */
  readonly calls: number;
}

/** What a reset needs to know beside the people. */
export interface ResetSettings {
  readonly sessions: SessionKind;
  readonly verify: boolean;
  readonly slack: SlackApi;
  readonly callContext: CallContext;
  /** Makes the plan: once before and, when e-mail addresses were looked up, once after. */
  readonly planOf: (mentions: readonly Mention[]) => Plan;
  readonly warn: (message: string) => void;
}

/** Looks up, resets and, if asked to, verifies everybody who is due. Everybody due ends with one standing. */
export async function resetPeople(mentions: readonly Mention[], settings: ResetSettings): Promise<PeopleReset> {
  const { planOf, verify } = settings;
  const asked = planOf(mentions);
  const isChecked = verify && asked.due.length > 0;
  const token = isChecked ? await identify(settings) : { identity: undefined, stop: undefined, calls: 0 };
  if (token.stop !== undefined) {
    return close({ plan: asked, standings: new Map(), ...token });
  }
  const emails = asked.due.flatMap(({ userId, email }) => (userId === undefined ? (email ?? []) : []));
  const lookUps = await lookUpEmails(emails, settings);
  const plan = planOf(mentions.map((mention) => withUserId(mention, lookUps)));
  const calls = token.calls + lookUps.calls;
  if (lookUps.stop !== undefined) {
    const { standings, stop } = lookUps;
    return countLookUps(close({ plan, standings, stop, identity: token.identity, calls }), lookUps);
  }
  const reset = await resetAndProve(plan, { ...settings, identity: token.identity });
  const standings = new Map([...lookUps.standings, ...reset.standings]);
  const closed = close({ ...reset, plan, standings, identity: token.identity, calls: calls + reset.calls });
  return countLookUps(closed, lookUps);
}

function countLookUps(reset: PeopleReset, { callsOf }: LookUps): PeopleReset {
  return { ...reset, standings: withCalls(reset.standings, callsOf) };
}

async function resetAndProve(
  plan: Plan,
  settings: ResetSettings & { readonly identity: Identity | undefined },
): Promise<Omit<PeopleReset, 'plan'>> {
  const userIds = plan.due.flatMap(({ userId }) => userId ?? []);
  const { identity } = settings;
  if (identity === undefined) {
    return resetSessions(userIds, settings);
  }
  for (const warning of predictProblems(identity, userIds)) {
    settings.warn(warning);
  }
  const tools = { ...settings, identity, meter: { total: 0, naming: new Map() } };
  const snapshot = await takeSnapshot(userIds, tools);
  const reset = await resetSessions(userIds, settings);
  const proof = await prove(reset, { snapshot, tools });
  return { ...reset, ...proof, calls: tools.meter.total + reset.calls };
}

/** Gives a standing to everybody due who was not sent. */
function close(reset: PeopleReset): PeopleReset {
  const standings = new Map(reset.standings);
  for (const person of reset.plan.due) {
    const identity = identityOf(person);
    if (!standings.has(identity)) {
      standings.set(identity, { ...UNTOUCHED, error: reset.stop?.error ?? 'cancelled' });
    }
  }
  return { ...reset, standings };
}

function withUserId(mention: Mention, { found }: LookUps): Mention {
  const userId = mention.email === undefined ? undefined : found.get(emailKey(mention.email));
  return mention.userId !== undefined || userId === undefined ? mention : { ...mention, userId };
}
