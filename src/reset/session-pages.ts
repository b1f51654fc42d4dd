import type { CallContext, CallLimits } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import { formatCount } from '../people/wording.ts';
import type { CallResult } from '../slack/call.ts';
import { readSessionPage, type Session, type SessionPage } from '../slack/sessions.ts';
import { callSlack, type Run } from './run.ts';

/** Why a listing says nothing. */
export interface ListingProblem {
  /** Slack's code or one of ours. */
  readonly error: string;
  /** Whether any other listing would end the same way. */
  readonly isFinal: boolean;
  /** Slack answered, and refused. */
  readonly isRefusal?: boolean;
}

/** How reading a listing ended: at its end, early because the reader had enough, or with a problem. */
export type ListingEnd =
  | { readonly kind: 'complete'; readonly requestId: string | null; readonly atMs: number; readonly pages: number }
  | { readonly kind: 'cut'; readonly pages: number }
  | ({ readonly kind: 'problem' } & ListingProblem);

/** Whose sessions are listed, and how far. */
export interface ListingRequest {
  /** One person under a team; absent: the whole organization. */
  readonly of?: { readonly userId: UserId; readonly teamId: string };
  readonly label: string;
  /** Takes the sessions of a page; pages are counted from 1. */
  readonly onPage: (sessions: readonly Session[], page: number) => void;
  /** Whether the page after so many is worth reading; without it, all are. */
  readonly wantsMore?: (pagesRead: number) => boolean;
}

/** Codes that mean: Slack does not take this team for a listing of one person. */
export const NOT_THIS_TEAM = new Set([
  'team_not_found',
  'missing_team',
  'invalid_arguments',
  'team_access_not_granted',
]);
/** Ends of a reading that say nothing about the way of reading. */
export const INTERRUPTIONS = new Set(['time_limit', 'cancelled']);
/** Codes about the person asked about, or about this one reading of the listing. */
const NOT_FINAL = new Set(['user_not_found', 'bots_not_allowed', 'invalid_cursor']);

/** Lists one person's sessions, or the whole organization's, page by page. */
export async function listPages(
  { of: whose, label, onPage, wantsMore }: ListingRequest,
  run: Run,
  context: CallContext,
): Promise<ListingEnd> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; ; page += 1) {
    const query = { ...(whose === undefined ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };
    const call = {
      label: whose === undefined ? `${label}, page ${page}` : label,
      method: 'listSessions' as const,
      send: (limits: CallLimits) => run.slack.listSessions(query, limits),
    };
    const result = await callSlack(call, run, context);
    run.ledger.record(whose === undefined ? [] : [whose.userId], { ...result, possibleEffect: undefined });
    const answer = readAnswer(result, page);
    context.log.info(
      `${call.label}: ${'error' in answer ? answer.error : formatCount(answer.sessions.length, 'session')}`,
    );
    if ('error' in answer) {
      return { kind: 'problem', ...answer };
    }
    onPage(answer.sessions, page);
    cursor = answer.nextCursor;
    if (cursor === undefined) {
      return { kind: 'complete', requestId: result.requestId ?? null, atMs: result.atMs, pages: page };
    }
    if (seen.has(cursor)) {
      return { kind: 'problem', error: 'invalid_response', isFinal: false };
    }
    seen.add(cursor);
    if (wantsMore?.(page) === false) {
      return { kind: 'cut', pages: page };
    }
  }
}

/**
 * `no_active_sessions` is a refusal in form and an empty page in meaning; where the page before has promised more, it
 * does not say that this is the end.
 */
function readAnswer({ end }: CallResult, page: number): SessionPage | ListingProblem {
  switch (end.kind) {
    case 'accepted':
      return readSessionPage(end.reply.body) ?? { error: 'invalid_response', isFinal: false };
    case 'refused': {
      const { code } = end.reply;
      if (code !== 'no_active_sessions') {
        return { error: code, isFinal: !NOT_FINAL.has(code), isRefusal: true };
      }
      return page === 1 ? { sessions: [], nextCursor: undefined } : { error: 'invalid_response', isFinal: false };
    }
    case 'exhausted':
      return { error: end.error ?? 'unreachable', isFinal: false };
    case 'interrupted':
      return { error: end.by, isFinal: true };
  }
}
