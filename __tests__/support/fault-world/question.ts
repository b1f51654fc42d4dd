import type { SlackRequest } from '../../../src/slack/client.ts';
import { answerIdentity, answerReset } from './honest.ts';
import { answerInfo, answerLookUp, answerMembers } from './honest-accounts.ts';
import { answerListing } from './listing.ts';
import type { Random } from './random.ts';
import type { SessionStore } from './session-store.ts';
import type { Exchange, Method } from './trace.ts';
import type { Deed } from './wire.ts';
import type { World } from './world.ts';

/** What a request asks, and what Slack does and says about it when nothing goes wrong. */
export interface Question extends Pick<Exchange, 'method' | 'userIds' | 'subject' | 'teamId' | 'cursor'> {
  readonly honest: () => Deed;
}

/** The methods that a run has a reason to call. */
export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': 'auth',
  'users.lookupByEmail': 'lookup',
  'users.info': 'info',
  'admin.users.list': 'members',
  'admin.users.session.resetBulk': 'reset',
  'admin.users.session.list': 'list',
};

function memberOf({ body }: Pick<SlackRequest, 'body'>, name: string): unknown {
  return 'json' in body ? body.json[name] : body.form[name];
}

function textOf(request: Pick<SlackRequest, 'body'>, name: string): string | undefined {
  const value = memberOf(request, name);
  return typeof value === 'string' ? value : undefined;
}

/** The people whom a request names. */
function userIdsOf(request: Pick<SlackRequest, 'body'>): readonly string[] {
  const value = memberOf(request, 'user_ids');
  return Array.isArray(value) ? value.map(String) : [];
}

/** Reads a request as Slack would. @throws for a method that no run has a reason to call */
export function understand(
  request: Pick<SlackRequest, 'method' | 'body'>,
  deps: { world: World; store: SessionStore; random: Random; nowMs: number; elapsedMs: number },
): Question {
  const { world, random } = deps;
  const method = METHODS[request.method];
  const none = { userIds: [], subject: '' };
  if (method === undefined) {
    throw new Error(`The run calls ${request.method}`);
  }
  switch (method) {
    case 'auth':
      return { method, ...none, honest: () => answerIdentity(world, random) };
    case 'lookup': {
      const email = textOf(request, 'email') ?? '';
      return { method, ...none, subject: email.toLowerCase(), honest: () => answerLookUp(email, world, random) };
    }
    case 'info': {
      const userId = textOf(request, 'user') ?? '';
      return { method, ...none, subject: userId, honest: () => answerInfo(userId, world, random) };
    }
    case 'members': {
      const cursor = textOf(request, 'cursor');
      return { method, ...none, cursor, honest: () => answerMembers(cursor, world, random) };
    }
    case 'reset': {
      const userIds = userIdsOf(request);
      return { method, userIds, subject: userIds.join(), honest: () => answerReset(userIds, world, random) };
    }
    case 'list': {
      const [userId, teamId, cursor] = ['user_id', 'team_id', 'cursor'].map((name) => textOf(request, name));
      const honest = (): Deed => answerListing({ userId, teamId, cursor }, deps);
      return { method, ...none, subject: userId ?? '', teamId, cursor, honest };
    }
  }
}
