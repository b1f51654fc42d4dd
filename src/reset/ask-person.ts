import type { CallContext } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import { isDeadToken } from '../slack/error-codes.ts';
import type { Session } from '../slack/sessions.ts';
import { type Entry, hasId } from './entry.ts';
import type { ListingMemory } from './listing-memory.ts';
import type { Run } from './run.ts';
import { type ListingProblem, listPages } from './session-pages.ts';
import type { Sight } from './sight.ts';

/** What asking about a person needs. */
interface Asking {
  readonly teamId: string;
  readonly label: string;
  readonly memory: ListingMemory;
  readonly run: Run;
  readonly context: CallContext;
}

/** What answers about one person alone say; without `problem` they say it all. */
export interface PersonAnswer {
  readonly sight: Sight;
  readonly problem?: ListingProblem;
}

/**
 * The IDs under which a person is asked about. Of two IDs Slack does not say which one it lists, so both are, until one
 * of them has shown a session.
 */
export function idsToAsk({ userId, userIds }: Entry, memory: ListingMemory): readonly UserId[] {
  const ids = userId === undefined ? [] : [userId, ...[...userIds].filter((id) => id !== userId)];
  const shown = ids.filter((id) => memory.hasShown(id));
  return shown.length > 0 ? shown : ids;
}

/** Asks about one person alone, under one known ID after the other until one of them shows a session. */
export async function askPerson(entry: Entry, asking: Asking): Promise<PersonAnswer> {
  let told: PersonAnswer | undefined;
  for (const userId of idsToAsk(entry, asking.memory)) {
    const answer = await askUnder(userId, entry, asking);
    const isOfId = isAboutId(answer.problem, told !== undefined);
    if (answer.sight.sessions.length > 0 || (answer.problem !== undefined && !isOfId)) {
      return answer;
    }
    told = told === undefined || (told.problem !== undefined && !isOfId) ? answer : told;
  }
  return told ?? { sight: nothing(asking), problem: { error: 'never_listed', isFinal: false } };
}

/**
 * Whether a refusal is about the ID asked for, under which Slack then lists nothing. Where it has answered for another
 * ID, all but a dead token is.
 */
function isAboutId(problem: ListingProblem | undefined, hasOther: boolean): boolean {
  return (
    problem?.isRefusal === true && (problem.error === 'user_not_found' || (hasOther && !isDeadToken(problem.error)))
  );
}

async function askUnder(userId: UserId, entry: Entry, asking: Asking): Promise<PersonAnswer> {
  const { teamId, label, memory, run, context } = asking;
  let sessions: readonly Session[] = [];
  const onPage = (page: readonly Session[]): void => {
    sessions = [...sessions, ...page];
  };
  const end = await listPages({ of: { userId, teamId }, label, onPage }, run, context);
  if (end.kind !== 'complete') {
    const own = sessions.filter((session) => hasId(entry, session.userId));
    const problem = end.kind === 'problem' ? end : { error: 'invalid_response', isFinal: false };
    return { sight: { ...nothing(asking), sessions: own }, problem };
  }
  const owners = new Set(sessions.map((session) => session.userId));
  const others = [...owners].filter((owner) => owner !== userId && !hasId(entry, owner));
  // A listing that ignores the person has anybody's sessions. One other ID may be the same person's second one.
  if (others.length > 1 || (others.length === 1 && (owners.size > 1 || memory.isOfRun(others[0] ?? '')))) {
    return { sight: nothing(asking), problem: { error: 'invalid_response', isFinal: false } };
  }
  return { sight: { sessions, requestId: end.requestId, atMs: end.atMs } };
}

function nothing({ context }: Asking): Sight {
  return { sessions: [], requestId: null, atMs: context.clock.now() };
}
