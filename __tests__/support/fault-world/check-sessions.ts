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

/** `verified` says that a whole listing after the reset had no session left, and `still-active` that the last one had. */
export function checkSessions({ verify, sessions: kind }: World, { trace, record }: Run): string[] {
  const lastReset = trace.exchanges.findLastIndex(({ method }) => method === 'reset');
  const looks = looksOf(trace)
    .filter(({ fromIndex }) => fromIndex > lastReset)
    .map((look) => countLeft(look, kind));
  const problems: string[] = [];
  for (const { person, status, error } of record.outcomes) {
    const id = person.userId ?? '';
    const left = looks.filter(({ of }) => of === '' || of === id).map((look) => look.left.get(id) ?? 0);
    const due = left.length === 0 ? 'queued' : left.includes(0) ? 'verified' : 'still-active';
    if (['queued', 'verified', 'still-active'].includes(status) && status !== (verify ? due : 'queued')) {
      problems.push(`${id} is ${status}, but looks after the reset saw ${left.join()} sessions`);
    }
    if (status === 'still-active' && error !== 'sessions_left' && error !== 'signed_in_again') {
      problems.push(`${id} is still active with ${error}`);
    }
  }
  const unlooked = verify ? record.outcomes.filter(({ status }) => status === 'queued').length : 0;
  if ((record.gap?.people ?? 0) !== unlooked) {
    problems.push(`${unlooked} people were not looked at, but the record says ${record.gap?.people}`);
  }
  return problems;
}
