import { emailKey } from '../people/email.ts';
import type { Mention } from '../people/person.ts';
import { identityOf, type Plan } from '../people/plan.ts';
import type { SessionKind, SlackApi } from '../slack/methods.ts';
import type { Sending } from '../slack/send.ts';
import { type Standing, UNTOUCHED } from './ledger.ts';
import { type LookUps, lookUpEmails } from './look-up-emails.ts';
import { resetSessions, type Stop } from './reset-sessions.ts';

/** What came of everybody who was due. */
export interface PeopleReset {
  /** With the user IDs that were found for e-mail addresses. */
  readonly plan: Plan;
  /** By identity: the user ID, or the e-mail address of somebody who was not found. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly stop?: Stop | undefined;
  /** HTTP calls made. */
  readonly calls: number;
}

/** What a reset needs to know beside the people. */
export interface ResetSettings {
  readonly sessions: SessionKind;
  readonly slack: SlackApi;
  readonly sending: Sending;
  /** Makes the plan: once before and, when e-mail addresses were looked up, once after. */
  readonly planOf: (mentions: readonly Mention[]) => Plan;
}

/** Looks up everybody who is due and known by e-mail address only, then resets everybody who is due. */
export async function resetPeople(mentions: readonly Mention[], settings: ResetSettings): Promise<PeopleReset> {
  const { planOf, sending, sessions, slack } = settings;
  const emails = planOf(mentions).due.flatMap(({ userId, email }) => (userId === undefined ? (email ?? []) : []));
  const lookUps = await lookUpEmails(emails, { slack, sending });
  const plan = planOf(mentions.map((mention) => withUserId(mention, lookUps)));
  const userIds = plan.due.flatMap(({ userId }) => userId ?? []);
  const reset =
    lookUps.stop === undefined
      ? await resetSessions(userIds, { sessions, slack, sending })
      : { standings: new Map<string, Standing>(), calls: 0, stop: lookUps.stop };
  const standings = new Map<string, Standing>([...lookUps.standings, ...reset.standings]);
  for (const person of plan.due) {
    const identity = identityOf(person);
    if (!standings.has(identity)) {
      standings.set(identity, { ...UNTOUCHED, error: reset.stop?.error ?? 'cancelled' });
    }
  }
  return { plan, standings, stop: reset.stop, calls: lookUps.calls + reset.calls };
}

function withUserId(mention: Mention, { found }: LookUps): Mention {
  const userId = mention.email === undefined ? undefined : found.get(emailKey(mention.email));
  return mention.userId !== undefined || userId === undefined ? mention : { ...mention, userId };
}
