import type { Run } from './run.ts';
import type { Exchange, ListedSession, Trace } from './trace.ts';
import type { World } from './world.ts';

/** A listing that was read from its first page to its last. */
interface Look {
  readonly of: string;
  readonly fromIndex: number;
  readonly sessions: readonly ListedSession[];
}

interface OpenLook extends Look {
  readonly next: string | undefined;
}

/** What a clear answer to a listing shows; nothing else shows anything. */
function pageOf({ meaning }: Exchange): { sessions: readonly ListedSession[]; next: string | undefined } | undefined {
  if (meaning.kind === 'refused' && meaning.code === 'no_active_sessions') {
    return { sessions: [], next: undefined };
  }
  return meaning.kind === 'accepted' ? meaning.page : undefined;
}

/** Every listing that was read as a whole. */
function looksOf({ exchanges }: Trace): readonly Look[] {
  const looks: Look[] = [];
  let open: OpenLook | undefined;
  for (const [index, exchange] of exchanges.entries()) {
    const page = exchange.method === 'list' ? pageOf(exchange) : undefined;
    if (page === undefined) {
      continue;
    }
    const isFurther = exchange.cursor !== undefined && open?.of === exchange.subject && open.next === exchange.cursor;
    if (exchange.cursor !== undefined && !isFurther) {
      continue;
    }
    const before = isFurther ? open : undefined;
    const sessions = [...(before?.sessions ?? []), ...page.sessions];
    open = { of: exchange.subject, fromIndex: before?.fromIndex ?? index, sessions, next: page.next };
    if (page.next === undefined) {
      looks.push(open);
    }
  }
  return looks;
}

/** Whether the reset was to end such a session; one whose device is not told always counts. */
function isMeant({ device }: ListedSession, kind: World['sessions']): boolean {
  return kind === 'all' || device !== (kind === 'mobile' ? 'computer' : 'mobile');
}

/** How many sessions each person has left in a listing. */
function countLeft({ of, sessions }: Look, kind: World['sessions']): { of: string; left: ReadonlyMap<string, number> } {
  const left = new Map<string, number>();
  for (const session of sessions.filter((each) => isMeant(each, kind))) {
    left.set(session.userId, (left.get(session.userId) ?? 0) + 1);
  }
  return { of, left };
}

/** What whole listings after the reset show of one person, those by name and those of everybody apart. */
function seenOf(id: string, looks: readonly ReturnType<typeof countLeft>[]): { own: number[]; all: number[] } {
  const left = (of: string): number[] => looks.filter((look) => look.of === of).map((look) => look.left.get(id) ?? 0);
  return { own: left(id), all: left('') };
}

/**
 * `verified` says that a whole listing after the reset had no session left, and `still-active` that the last one had.
 * A listing by name proves nothing where no such listing has ever shown a session: Slack may not list people that way.
 */
export function checkSessions({ verify, sessions: kind }: World, { trace, record, sessionsAt }: Run): string[] {
  const lastReset = trace.exchanges.findLastIndex(({ method }) => method === 'reset');
  const looks = looksOf(trace);
  const hasShown = looks.some(({ of, sessions }) => of !== '' && sessions.length > 0);
  const later = looks.filter(({ fromIndex }) => fromIndex > lastReset).map((look) => countLeft(look, kind));
  const moments = trace.exchanges.slice(lastReset + 1).map(({ startMs }) => startMs);
  const problems: string[] = [];
  for (const { person, status, error } of record.results) {
    const id = person.userId ?? '';
    const isGone = ({ own, all }: ReturnType<typeof seenOf>): boolean =>
      all.includes(0) || (hasShown && own.includes(0));
    if (status === 'verified') {
      const seen = seenOf(id, later);
      const wasGone = moments.some((ms) => !sessionsAt(id, ms).some((session) => isMeant(session, kind)));
      if (!verify || !isGone(seen) || !wasGone) {
        problems.push(`${id} is verified, but looks after the reset saw ${[...seen.own, ...seen.all].join()} sessions`);
      }
    }
    if (status === 'still-active') {
      const seen = seenOf(id, later);
      const isKnown = error === 'signed_in_again' || (error === 'sessions_left' && !seen.all.includes(0));
      if (!verify || !isKnown || ![...seen.own, ...seen.all].some((left) => left > 0)) {
        problems.push(`${id} is still active (${error}), but looks saw ${[...seen.own, ...seen.all].join()} sessions`);
      }
    }
  }
  const unlooked = verify ? record.results.filter(({ status }) => status === 'queued').length : 0;
  if ((record.gap?.people ?? 0) !== unlooked) {
    problems.push(`${unlooked} people were not looked at, but the record says ${record.gap?.people}`);
  }
  return problems;
}
