import { INVALID, isPerUser, isTransient, NOT_STARTED } from './codes.ts';
import type { Exchange, Method } from './trace.ts';

/** All attempts of one call. */
export interface Call {
  readonly method: Method;
  readonly subject: string;
  readonly userIds: readonly string[];
  /** Never empty. */
  readonly attempts: readonly Exchange[];
  readonly last: Exchange;
  /** The place of the last attempt in the trace. */
  readonly lastIndex: number;
}

/** How a call ends by the contract, told from its attempts alone. */
export type CallEnd =
  | { readonly kind: 'accepted' }
  /** The answer is about people of the call, about the whole run, or that shows when every batch was sent once. */
  | { readonly kind: 'refused'; readonly code: string; readonly about: 'people' | 'run' | 'either' }
  /** Out of retries. */
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'interrupted' };

/** What the calls before decide about this one. */
export interface Before {
  readonly maxRetries: number;
  /** Whether Slack has accepted anybody. */
  readonly hasAccepted: boolean;
  /** Whether everybody of the call has used up the retries for a reset that could not be started. */
  readonly isOutOfRetries: boolean;
  /** An answer has named the only person of the call. */
  readonly wasNamed: boolean;
  /** Nobody of the call was sent before. */
  readonly isFirst: boolean;
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
export function retriesLeft(
  attempts: readonly Exchange[],
  { maxRetries, isOutOfRetries }: Pick<Before, 'maxRetries' | 'isOutOfRetries'>,
): number {
  const meaning = attempts.at(-1)?.meaning;
  if (isOutOfRetries && meaning?.kind === 'refused' && meaning.code === NOT_STARTED) {
    return 0;
  }
  return maxRetries + 1 - attempts.filter((attempt) => retryOf(attempt) === 'counted').length;
}

/** Whether another attempt is due after these. */
export function canGoOn(attempts: readonly Exchange[], before: Pick<Before, 'maxRetries' | 'isOutOfRetries'>): boolean {
  const last = attempts.at(-1);
  const retry = last === undefined ? 'none' : retryOf(last);
  return retry === 'free' || (retry === 'counted' && retriesLeft(attempts, before) > 0);
}

/** How the call ends, given what came before it. */
export function endOf(call: Call, before: Before): CallEnd {
  const { meaning } = call.last;
  const retry = retryOf(call.last);
  if (canGoOn(call.attempts, before)) {
    return { kind: 'interrupted' };
  }
  if (meaning.kind === 'accepted') {
    return { kind: 'accepted' };
  }
  if (meaning.kind !== 'refused' || (retry !== 'none' && meaning.code !== NOT_STARTED)) {
    return { kind: 'exhausted' };
  }
  return { kind: 'refused', code: meaning.code, about: whomConcerns(call, meaning, before) };
}

function whomConcerns(
  { userIds }: Call,
  { code, named }: Exchange['meaning'] & { kind: 'refused' },
  before: Before,
): 'people' | 'run' | 'either' {
  if (code !== INVALID) {
    return isPerUser(code) || code === NOT_STARTED ? 'people' : 'run';
  }
  // Everybody being named is an echo of the request, but for somebody who is alone in it.
  const isNaming = named.size > 0 && (named.size < userIds.length || userIds.length === 1);
  if (before.hasAccepted || isNaming || before.wasNamed) {
    return 'people';
  }
  return before.isFirst ? 'either' : 'run';
}

/** The code for an attempt that shows that the request may have reached Slack. */
export function reasonOf({ meaning }: Exchange): string | undefined {
  return meaning.kind === 'unclear' ? meaning.reason : meaning.kind === 'refused' ? meaning.code : undefined;
}
