import type { CallContext } from '../calls/call-context.ts';
import type { Session } from '../slack/sessions.ts';
import type { Entry } from './entry.ts';
import type { ListingMemory } from './listing-memory.ts';
import type { Run } from './run.ts';
import { INTERRUPTIONS, listPages } from './session-pages.ts';
import { type Look, noteSighted } from './sight.ts';

const MAX_WITNESSES = 3;

/** What looking for a witness needs. */
interface WitnessSearch {
  /** The team that single people are asked about with. */
  readonly teamId: string;
  readonly memory: ListingMemory;
  readonly run: Run;
  readonly context: CallContext;
  /** Takes the sessions of people of the run that a page happens to show. */
  readonly look: Look;
  readonly entries: readonly Entry[];
  /** Whether Slack lists the whole organization. */
  readonly canPage: boolean;
}

/**
 * Finds a person on a page of the organization's listing whose session comes back in a listing of that person alone:
 * proof that asking in this way shows sessions at all.
 */
export async function findWitness(search: WitnessSearch): Promise<boolean> {
  const { teamId, memory, run, context, look } = search;
  if (!memory.hasWitnesses(teamId) && search.canPage && !(await readOnePage(search))) {
    return false;
  }
  // Where people are signed in under several teams, somebody under this one proves nothing about the others.
  const witnesses = memory.hasOtherTeams(teamId) ? [] : memory.witnesses(teamId, MAX_WITNESSES);
  for (const { userId, sessionIds } of witnesses) {
    const shown = new Set<string>();
    const onPage = (page: readonly Session[]): void => {
      for (const session of page) {
        shown.add(session.userId === userId ? session.sessionId : '');
      }
    };
    const label = 'Listing the sessions of a witness';
    const end = await listPages({ of: { userId, teamId }, label, onPage }, run, context);
    if (end.kind === 'problem' && INTERRUPTIONS.has(end.error)) {
      look.problem = end;
      return false;
    }
    // An answer with other people's sessions leaves the person out of account.
    if (!shown.has('') && sessionIds.some((id) => shown.has(id))) {
      return true;
    }
    memory.dropWitness(userId);
  }
  return false;
}

/** @returns whether witnesses may be looked for now */
async function readOnePage({ memory, run, context, look, entries }: WitnessSearch): Promise<boolean> {
  let sessions: readonly Session[] = [];
  const onPage = (page: readonly Session[]): void => {
    sessions = page;
    memory.notePage(page, 1);
    noteSighted(page, { look, entries, atMs: context.clock.now() });
  };
  const request = { label: "Listing the organization's sessions", onPage, wantsMore: () => false };
  const end = await listPages(request, run, context);
  if (end.kind === 'complete') {
    // A whole listing, by which later ones are judged.
    memory.judge(sessions, end.pages);
  }
  const isOver = end.kind === 'problem' && end.isFinal;
  look.problem = isOver ? end : look.problem;
  return !isOver;
}
