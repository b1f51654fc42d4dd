import { INVALID, isPerUser, isTransient, NOT_STARTED, SOME_FAILED } from './codes.ts';
import type { Call, Exchange } from './trace.ts';

/** How a call ends by the contract, told from its attempts alone. */
export type CallEnd =
  | { readonly kind: 'accepted' }
  /** The answer is about people of the call, or about the whole run. */
  | { readonly kind: 'refused'; readonly code: string; readonly isRunWide: boolean; readonly isPartial: boolean }
  /** Out of retries; whether any request can have got through. */
  | { readonly kind: 'exhausted'; readonly isSeen: boolean }
  | { readonly kind: 'interrupted' };

/** What the calls before decide about this one. */
export interface Before {
  readonly maxRetries: number;
  /** Whether Slack has accepted anybody, or found anybody when it is about look-ups. */
  readonly hasAccepted: boolean;
  /** Whether everybody of the call has used up the retries for a reset that could not be started. */
  readonly isOutOfRetries: boolean;
}

/** Whether the answer calls for another attempt, and at what price. */
export function retryOf({ meaning }: Exchange): 'none' | 'free' | 'counted' {
  switch (meaning.kind) {
    case 'accepted':
      return 'none';
    case 'rate-limited':
      return 'free';
    case 'refused':
      return isTransient(meaning.code) ? 'counted' : 'none';
    default:
      return 'counted';
  }
}

/** How many further attempts are allowed after these. */
export function retriesLeft(attempts: readonly Exchange[], { maxRetries, isOutOfRetries }: Before): number {
  const meaning = attempts.at(-1)?.meaning;
  if (isOutOfRetries && meaning?.kind === 'refused' && meaning.code === NOT_STARTED) {
    return 0;
  }
  return maxRetries + 1 - attempts.filter((attempt) => retryOf(attempt) === 'counted').length;
}

/** How the call ends, given what came before it. */
export function endOf(call: Call, before: Before): CallEnd {
  const { meaning } = call.last;
  const retry = retryOf(call.last);
  const canGoOn = retry === 'free' || (retry === 'counted' && retriesLeft(call.attempts, before) > 0);
  if (canGoOn) {
    return { kind: 'interrupted' };
  }
  if (meaning.kind === 'accepted') {
    return { kind: 'accepted' };
  }
  if (meaning.kind === 'refused' && (retry === 'none' || meaning.code === NOT_STARTED)) {
    const { code, named } = meaning;
    // Everybody being named is an echo of the request, but for somebody who is alone in it.
    const isNaming = named.size > 0 && (named.size < call.userIds.length || call.userIds.length === 1);
    const isAboutPeople =
      isPerUser(code) || code === NOT_STARTED || (code === INVALID && (before.hasAccepted || isNaming));
    const isRunWide = call.method === 'auth' || !isAboutPeople;
    return { kind: 'refused', code, isRunWide, isPartial: code === SOME_FAILED && named.size > 0 };
  }
  return { kind: 'exhausted', isSeen: call.attempts.some((attempt) => reasonOf(attempt) !== undefined) };
}

/** The code for an attempt that may have reached Slack without a clear end. */
export function reasonOf({ meaning }: Exchange): string | undefined {
  return meaning.kind === 'unclear' ? meaning.reason : meaning.kind === 'refused' ? meaning.code : undefined;
}
