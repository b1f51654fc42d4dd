import type { CallContext } from '../calls/call-context.ts';
import { isJsonObject, type JsonObject } from '../calls/json.ts';
import { type Email, emailKey } from '../people/email.ts';
import { parseUserId, type UserId } from '../people/user-id.ts';
import { type CallResult, callWithRetry } from '../slack/call.ts';
import { isPerUserCode } from '../slack/error-codes.ts';
import type { SlackApi } from '../slack/methods.ts';
import type { Standing } from './ledger.ts';
import type { Stop } from './reset-batches.ts';

/** Who the e-mail addresses belong to. Keys are addresses in lower case. */
export interface LookUps {
  readonly found: ReadonlyMap<string, UserId>;
  /** Where those stand who were not found. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Nobody may be reset when this is set. */
  readonly stop?: Stop;
  readonly calls: number;
  /** The calls that found somebody, by user ID. */
  readonly callsOf: ReadonlyMap<string, number>;
}

/**
 * Asks Slack who each e-mail address belongs to, each distinct address once, whatever its case. An address that is
 * unknown concerns that person alone; a code about the token or the request stops everything.
 */
export async function lookUpEmails(
  emails: readonly Email[],
  { slack, callContext }: { slack: Pick<SlackApi, 'lookupByEmail'>; callContext: CallContext },
): Promise<LookUps> {
  const distinct = new Map(emails.map((email) => [emailKey(email), email]));
  const found = new Map<string, UserId>();
  const callsOf = new Map<string, number>();
  const standings = new Map<string, Standing>();
  let calls = 0;
  let position = 0;
  for (const [key, email] of distinct) {
    position += 1;
    const label = `Look-up ${position} of ${distinct.size}`;
    const settled = await callWithRetry({ label, send: (limits) => slack.lookupByEmail(email, limits) }, callContext);
    calls += settled.calls;
    const answer = readAnswer(settled, found.size > 0);
    callContext.log.info(`${label}: ${'userId' in answer ? `found ${answer.userId}` : answer.standing.error}`);
    if ('userId' in answer) {
      found.set(key, answer.userId);
      callsOf.set(answer.userId, (callsOf.get(answer.userId) ?? 0) + settled.calls);
      continue;
    }
    standings.set(key, answer.standing);
    if (answer.stop !== undefined) {
      return { found, standings, calls, callsOf, stop: answer.stop };
    }
  }
  return { found, standings, calls, callsOf };
}

type Answer = { readonly userId: UserId } | { readonly standing: Standing; readonly stop?: Stop };

function readAnswer({ end, calls, requestId, atMs }: CallResult, hasFound: boolean): Answer {
  const stand = (status: Standing['status'], error: string, stop?: Stop): Answer => ({
    standing: { status, error, calls, requestId: requestId ?? null, atMs: calls > 0 ? atMs : null },
    ...(stop === undefined ? {} : { stop }),
  });
  switch (end.kind) {
    case 'accepted': {
      const userId = userIdIn(end.reply.body);
      return userId === undefined ? stand('not-attempted', 'invalid_response') : { userId };
    }
    case 'refused': {
      const { code } = end.reply;
      const isAboutPerson = isPerUserCode(code) && (code !== 'invalid_arguments' || hasFound);
      const stop = { error: code, refusal: end.reply };
      return isAboutPerson ? stand('failed', code) : stand('not-attempted', code, stop);
    }
    case 'exhausted':
      return stand('not-attempted', end.error ?? 'unreachable');
    case 'interrupted':
      return stand('not-attempted', end.by, { error: end.by });
  }
}

function userIdIn(body: JsonObject): UserId | undefined {
  const user = body['user'];
  const id = isJsonObject(user) ? user['id'] : undefined;
  const parsed = typeof id === 'string' ? parseUserId(id) : undefined;
  return parsed?.ok === true ? parsed.userId : undefined;
}
