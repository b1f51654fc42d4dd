import type { CallContext } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import { formatCount } from '../people/wording.ts';
import type { Session } from '../slack/sessions.ts';
import { askPerson, idsToAsk } from './ask-person.ts';
import type { Entry } from './entry.ts';
import { pageLimit, prefersPages } from './listing-costs.ts';
import { ListingMemory } from './listing-memory.ts';
import type { Run } from './run.ts';
import { INTERRUPTIONS, type ListingEnd, type ListingProblem, listPages, NOT_THIS_TEAM } from './session-pages.ts';
import { addSighted, isEmptyOf, type Look, retract, showsNone, startLook } from './sight.ts';
import { findWitness } from './witness.ts';

/**
 * Looks at people's sessions in as few calls as it can: person by person, or through the whole organization's listing,
 * whichever is cheaper, as far as its size is known. Remembers between looks what the listings showed.
 *
 * An empty answer about one person counts only with proof that asking in this way shows sessions at all: a session of
 * the same person before, a complete organization listing, or a witness: a person on a page of that listing whose
 * session comes back in a listing of that person alone.
 */
export class SessionLister {
  readonly #run: Run;
  /** Needed for asking person by person; absent when Slack does not take it. */
  #teamId: string | undefined;
  #isVouchedFor = false;
  /** No witness was found, so empty answers need the whole listing each time. */
  #needsPages = false;
  /** Why Slack does not list the whole organization, in the current look. */
  #pagingProblem: ListingProblem | undefined;
  readonly #memory: ListingMemory;
  /** When the last look ended, by the monotonic clock. */
  lastLookMs = 0;

  /** @param teamId - the organization's ID, never a workspace's, which lists only sessions in that workspace */
  constructor(run: Run, teamId: string | undefined) {
    this.#run = run;
    this.#teamId = teamId;
    this.#memory = new ListingMemory(run.ledger);
  }

  /** Whether a listing has shown a session under an ID. */
  hasShown(userId: UserId): boolean {
    return this.#memory.hasShown(userId);
  }

  /** About how many calls a look at these people takes; where that is not known, how many it takes at least. */
  costOf(entries: readonly Entry[]): number {
    const { pages, mostPages } = this.#memory;
    const calls = this.#countQuestions(entries);
    return this.#mustPage(entries) ? (pages ?? mostPages) : Math.min(calls, pages ?? calls);
  }

  #countQuestions(entries: readonly Entry[]): number {
    return entries.reduce((calls, entry) => calls + idsToAsk(entry, this.#memory).length, 0);
  }

  /** Whether asking person by person would prove nothing about some of them, so the whole listing must be read. */
  #mustPage(entries: readonly Entry[]): boolean {
    const isUnproven = (entry: Entry): boolean => !this.#memory.hasShownSingly(entry);
    const needsPages = this.#needsPages && this.#memory.pages !== undefined && entries.some(isUnproven);
    // Asking with one team shows nothing about a person who is signed in under another.
    const isElsewhere = (entry: Entry): boolean => this.#memory.isElsewhere(entry, this.#teamId);
    return this.#teamId === undefined || needsPages || entries.some(isElsewhere);
  }

  /**
   * Looks at the sessions of people once.
   *
   * @param maxCalls - about how many calls there is time for; a look that needs more reports what it has seen so far
   * @param others - people for whom no call is made; a listing of everybody says something about them as well
   */
  async look(
    entries: readonly Entry[],
    context: CallContext,
    { maxCalls = Number.POSITIVE_INFINITY, others = [] }: { maxCalls?: number; others?: readonly Entry[] } = {},
  ): Promise<Look> {
    const look = startLook();
    const callsBefore = this.#run.ledger.calls;
    if (entries.length > 0) {
      await this.#take({ look, entries, everybody: [...entries, ...others], context, maxCalls });
    }
    look.calls = this.#run.ledger.calls - callsBefore;
    this.lastLookMs = this.#run.context.clock.monotonicMs();
    return look;
  }

  async #take(reading: Reading): Promise<void> {
    const { entries, context, maxCalls } = reading;
    this.#pagingProblem = undefined;
    const mustPage = this.#mustPage(entries);
    const questions = this.#countQuestions(entries);
    if (mustPage || prefersPages(questions, this.#memory)) {
      const limit = mustPage ? (read: number) => read < maxCalls : pageLimit(questions, maxCalls);
      const end = await this.#readOrganization(reading, limit);
      const isRefused = this.#pagingProblem !== undefined && this.#teamId !== undefined;
      if (!isRefused && (mustPage || end.kind !== 'cut')) {
        await this.#askLeftOut(reading);
        return;
      }
      const pages = end.kind === 'cut' ? end.pages : 1;
      reading.maxCalls = Math.max(0, maxCalls - pages);
      context.log.info(
        end.kind === 'cut'
          ? `The organization has more than ${formatCount(pages, 'page')} of sessions: asking person by person`
          : 'Slack does not list the whole organization: asking person by person',
      );
    }
    await this.#askEach(reading);
  }

  /** Asks about people whom the organization's listing leaves out although they have sessions. */
  async #askLeftOut({ look, entries, context }: Reading): Promise<void> {
    for (const entry of entries.filter((one) => this.#memory.isLeftOut(one) && !look.sighted.has(one))) {
      await this.#askOne(entry, { label: 'Listing the sessions of a person left out', look, context });
    }
  }

  /** Reads the organization's listing, and judges everybody by it when it is complete and plausible. */
  async #readOrganization(
    { look, everybody, context }: Reading,
    wantsMore: (pagesRead: number) => boolean,
  ): Promise<ListingEnd> {
    const pages: (readonly Session[])[] = [];
    const onPage = (page: readonly Session[], number: number): void => {
      pages.push(page);
      this.#memory.notePage(page, number);
    };
    const label = "Listing the organization's sessions";
    const end = await listPages({ label, onPage, wantsMore }, this.#run, context);
    const sessions = pages.flat();
    const isComplete = end.kind === 'complete';
    const doubt = isComplete ? this.#memory.judge(sessions, end.pages) : undefined;
    if (end.kind === 'cut') {
      this.#memory.pagesInVain = Math.max(this.#memory.pagesInVain, end.pages);
    }
    if (doubt !== undefined) {
      context.log.info(`This listing proves nothing: ${doubt}`);
      look.problem = { error: 'implausible_listing', isFinal: false };
    } else if (end.kind === 'problem') {
      look.problem = { error: end.error, isFinal: end.isFinal };
      this.#pagingProblem = end.isFinal && !INTERRUPTIONS.has(end.error) ? look.problem : this.#pagingProblem;
    } else if (end.kind === 'cut') {
      look.problem = { error: 'time_limit', isFinal: false };
    }
    const byUser = Map.groupBy(sessions, ({ userId }) => userId);
    const at = isComplete ? end : { requestId: null, atMs: context.clock.now() };
    for (const entry of everybody) {
      const own = [...entry.userIds].flatMap((id) => byUser.get(id) ?? []);
      const sight = { sessions: own, requestId: at.requestId, atMs: at.atMs };
      const isLeftOut = own.length === 0 && this.#teamId !== undefined && this.#memory.isLeftOut(entry);
      if (isComplete && doubt === undefined && !isLeftOut) {
        look.seen.set(entry, sight);
      } else if (own.length > 0) {
        look.sighted.set(entry, sight);
      }
    }
    return end;
  }

  async #askEach(reading: Reading): Promise<void> {
    const { look, entries, context, maxCalls } = reading;
    look.problem = undefined;
    const empty: Entry[] = [];
    for (const [index, entry] of entries.entries()) {
      const label = `Listing sessions person by person, ${index + 1} of ${entries.length}`;
      const problem = index < maxCalls ? await this.#askOne(entry, { label, look, context }) : TOO_MANY;
      if (problem !== undefined && NOT_THIS_TEAM.has(problem.error) && look.seen.size === 0) {
        context.log.info(`Slack does not list single people's sessions for this token (${problem.error}): paging`);
        this.#teamId = undefined;
        await this.#readOrganization(reading, (read) => read < maxCalls);
        return;
      }
      if (problem?.isFinal === true && !NOT_THIS_TEAM.has(problem.error)) {
        look.problem = problem;
      } else if (problem !== undefined) {
        look.unlisted.set(entry, problem.error);
      } else if (isEmptyOf(look, entry) && !this.#memory.hasShownSingly(entry)) {
        empty.push(entry);
        // With the first of them, so that people already reached keep their answers if time runs out later.
        if (empty.length === 1 && !this.#isVouchedFor) {
          await this.#vouch(reading);
        }
      }
      if (look.problem?.isFinal === true) {
        break;
      }
    }
    // A session on a page of this look exists, whatever the answer about that person alone.
    for (const [entry, sight] of look.sighted) {
      addSighted(look, entry, sight);
    }
    const isHiding = empty.some((entry) => !isEmptyOf(look, entry));
    const isTrusted = this.#isVouchedFor && !isHiding && !this.#memory.hasOtherTeams(this.#teamId);
    const doubted = { empty: isTrusted ? [] : empty, elsewhere: this.#findElsewhere(reading) };
    if (doubted.empty.length + doubted.elsewhere.length > 0 && !(await this.#confirm(doubted, reading))) {
      // What was read of the listing may have shown more of them.
      retract(look, this.#findElsewhere(reading));
    }
  }

  /**
   * People of whom the answer shows no session to reset, and pages show sessions under a team that this way of asking
   * does not show: no witness and no earlier session makes such an answer a proof.
   */
  #findElsewhere({ look, entries }: Reading): readonly Entry[] {
    const { sessions: kind } = this.#run.options;
    return entries.filter((entry) => showsNone(look, entry, kind) && this.#memory.isElsewhere(entry, this.#teamId));
  }

  /** @returns why the answer says nothing about this person, if so */
  async #askOne(
    entry: Entry,
    { label, look, context }: { label: string; look: Look; context: CallContext },
  ): Promise<ListingProblem | undefined> {
    const [teamId, memory] = [this.#teamId, this.#memory];
    if (entry.userId === undefined || teamId === undefined) {
      return { error: 'never_listed', isFinal: false };
    }
    const { sight, problem } = await askPerson(entry, { teamId, label, memory, run: this.#run, context });
    if (problem === undefined) {
      memory.noteSingle(entry, sight.sessions);
      look.seen.set(entry, sight);
    } else {
      addSighted(look, entry, sight);
    }
    return problem;
  }

  /** Looks for a witness that person-by-person listings show sessions at all. */
  async #vouch({ look, everybody: entries, context }: Reading): Promise<void> {
    const teamId = this.#teamId;
    const canPage = this.#pagingProblem === undefined;
    context.log.info(
      'Slack lists no session for a person: checking that asking person by person shows sessions at all',
    );
    this.#isVouchedFor =
      teamId !== undefined &&
      (await findWitness({ teamId, memory: this.#memory, run: this.#run, context, look, entries, canPage }));
    this.#needsPages &&= !this.#isVouchedFor;
  }

  /**
   * Reads the whole listing if nothing vouches for answers without sessions; without it, they say nothing.
   *
   * @param empty - people of whom nothing shows that this way of asking shows any session
   * @param elsewhere - people with sessions under another team
   * @returns whether it was read to its end, and so says something about everybody
   */
  async #confirm(
    { empty, elsewhere }: Readonly<Record<'empty' | 'elsewhere', readonly Entry[]>>,
    reading: Reading,
  ): Promise<boolean> {
    const { look, entries, maxCalls } = reading;
    const unproven = new Set([...empty, ...elsewhere]);
    const isHopeless = look.problem?.isFinal === true || this.#pagingProblem !== undefined;
    if (empty.length > 0) {
      this.#isVouchedFor = false;
      this.#needsPages ||= !isHopeless;
    }
    retract(look, unproven);
    if (this.#pagingProblem !== undefined) {
      look.problem ??= { ...this.#pagingProblem, isFinal: look.seen.size === 0 };
    }
    const rest = startLook();
    if (!isHopeless) {
      await this.#readOrganization({ ...reading, look: rest }, (read) => read < maxCalls);
    }
    const sightOf = (entry: Entry) => rest.seen.get(entry) ?? rest.sighted.get(entry) ?? look.sighted.get(entry);
    if (empty.some((entry) => (sightOf(entry)?.sessions.length ?? 0) > 0)) {
      // Asking person by person hid existing sessions.
      this.#teamId = undefined;
    }
    const answered = new Set(entries);
    this.#memory.noteLeftOut(
      entries.filter((entry) => isEmptyOf(rest, entry) && look.seen.get(entry)?.sessions.length),
    );
    for (const [entry, sight] of [...rest.seen, ...rest.sighted]) {
      if (rest.seen.has(entry) && (unproven.has(entry) || !answered.has(entry))) {
        look.seen.set(entry, sight);
      }
      addSighted(look, entry, sight);
    }
    look.problem ??= rest.problem;
    return rest.seen.size > 0;
  }
}

interface Reading {
  readonly look: Look;
  readonly entries: readonly Entry[];
  /** Those, and the people about whom only a listing of everybody says something. */
  readonly everybody: readonly Entry[];
  readonly context: CallContext;
  /** About how many calls there is time for. */
  maxCalls: number;
}

const TOO_MANY: ListingProblem = { error: 'time_limit', isFinal: true };
