import type { CallContext } from '../calls/call-context.ts';
import type { UserId } from '../people/user-id.ts';
import { type CallResult, callWithRetry } from '../slack/call.ts';
import type { SlackApi } from '../slack/methods.ts';
import { readSessionPage, type Session } from '../slack/sessions.ts';

/** Counts the HTTP calls that listing takes. */
export interface CallMeter {
  total: number;
  /** Calls that named a person, by user ID. */
  readonly naming: Map<string, number>;
}

/** What listing sessions needs. */
export interface ListingTools {
  readonly slack: Pick<SlackApi, 'listSessions'>;
  readonly callContext: CallContext;
  readonly meter: CallMeter;
}

/** Why a listing tells nothing. */
export interface ListingProblem {
  /** A code of Slack's or ours. */
  readonly error: string;
  /** Whether another listing, of whomever and at whatever time, would end the same way. */
  readonly isFinal: boolean;
}

/** The answer that completed a listing. */
export interface Told {
  /** Slack's ID of the call. */
  readonly requestId: string | undefined;
  readonly atMs: number;
}

/** A listing read to its end, or why it could not be; cut, when it has more pages than allowed. */
export type FullListing =
  | {
      readonly kind: 'complete';
      readonly sessions: readonly Session[];
      readonly told: Told;
      readonly pages: number;
    }
  | { readonly kind: 'cut' }
  | ({ readonly kind: 'problem' } & ListingProblem);

/** Codes about the person asked for, or about this one reading of the listing. */
const NOT_FINAL = new Set(['user_not_found', 'bots_not_allowed', 'invalid_cursor']);

/** Lists one person's sessions, or the whole organization's, through all pages. */
export async function listSessions(
  { of: whose, label, maxPages }: { of?: { userId: UserId; teamId: string }; label: string; maxPages: number },
  tools: ListingTools,
): Promise<FullListing> {
  const sessions: Session[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; page <= maxPages; page += 1) {
    const query = { ...(whose === undefined ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };
    const call = { label: `${label}, page ${page}`, send: (limits: Limits) => tools.slack.listSessions(query, limits) };
    const settled = await callWithRetry(call, tools.callContext);
    count(settled.calls, whose?.userId, tools.meter);
    const answer = readAnswer(settled, whose?.userId);
    tools.callContext.log.info(
      `${call.label}: ${'error' in answer ? answer.error : `${answer.sessions.length} session${answer.sessions.length === 1 ? '' : 's'}`}`,
    );
    if ('error' in answer) {
      return { kind: 'problem', ...answer };
    }
    sessions.push(...answer.sessions);
    cursor = answer.nextCursor;
    if (cursor === undefined) {
      const told = { requestId: settled.requestId, atMs: settled.atMs };
      return { kind: 'complete', sessions, told, pages: page };
    }
    if (seen.has(cursor)) {
      return { kind: 'problem', error: 'invalid_response', isFinal: true };
    }
    seen.add(cursor);
  }
  return { kind: 'cut' };
}

type Limits = Parameters<SlackApi['listSessions']>[1];

function count(calls: number, userId: string | undefined, meter: CallMeter): void {
  meter.total += calls;
  if (userId !== undefined) {
    meter.naming.set(userId, (meter.naming.get(userId) ?? 0) + calls);
  }
}

type Answer = { readonly sessions: readonly Session[]; readonly nextCursor: string | undefined } | ListingProblem;

/** `no_active_sessions` is a refusal in form and the best of news in meaning. */
function readAnswer({ end }: CallResult, userId: UserId | undefined): Answer {
  switch (end.kind) {
    case 'accepted': {
      const page = readSessionPage(end.reply.body);
      const isForeign = userId !== undefined && page?.sessions.some((session) => session.userId !== userId);
      return page === undefined || isForeign ? { error: 'invalid_response', isFinal: false } : page;
    }
    case 'refused': {
      const { code } = end.reply;
      const isEmpty = code === 'no_active_sessions';
      return isEmpty ? { sessions: [], nextCursor: undefined } : { error: code, isFinal: !NOT_FINAL.has(code) };
    }
    case 'exhausted':
      return { error: end.error ?? 'unreachable', isFinal: false };
    case 'interrupted':
      return { error: end.by, isFinal: true };
  }
}
