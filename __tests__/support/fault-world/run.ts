import type { Email } from '../../../src/people/email.ts';
import { parseEmail } from '../../../src/people/email.ts';
import type { Mention } from '../../../src/people/mention.ts';
import { makePlan } from '../../../src/people/plan.ts';
import { parseUserId, type UserId } from '../../../src/people/user-id.ts';
import { renderFailure } from '../../../src/report/headline.ts';
import { renderOutputs } from '../../../src/report/outputs.ts';
import { type RunRecord, startRecord, withResults } from '../../../src/report/run-record.ts';
import { toPersonResults } from '../../../src/reset/results.ts';
import { resetPeople } from '../../../src/reset/run-reset.ts';
import { createSlackApi } from '../../../src/slack/methods.ts';
import { createClock } from './clock.ts';
import type { Asked } from './people.ts';
import { createRandom } from './random.ts';
import { createSessions, type SessionStore } from './session-store.ts';
import { createSlack } from './slack.ts';
import type { Exchange, Trace } from './trace.ts';
import { START_MS, type World } from './world.ts';

/** A run at its end: what really happened, and what it says of itself. */
export interface Run {
  readonly trace: Trace;
  readonly record: RunRecord;
  readonly outputs: ReadonlyMap<string, string>;
  /** The words that fail the step, if it fails. */
  readonly failure: string | undefined;
  readonly logLines: readonly string[];
  readonly sessionsAt: SessionStore['sessionsAt'];
}

function toUserId(text: string): UserId {
  const parsed = parseUserId(text);
  if (!parsed.ok) {
    throw new Error(`The world has somebody who is no user ID: ${text}`);
  }
  return parsed.userId;
}

function toEmail(text: string): Email {
  const parsed = parseEmail(text);
  if (!parsed.ok) {
    throw new Error(`The world has an address that is none: ${text}`);
  }
  return parsed.email;
}

function toMention({ userId, email, ...rest }: Asked): Mention {
  return {
    ...rest,
    ...(userId === undefined ? {} : { userId: toUserId(userId) }),
    ...(email === undefined ? {} : { email: toEmail(email) }),
  };
}

/** Runs the real orchestration in a simulated world; no real time passes. */
export async function runWorld(world: World): Promise<Run> {
  const { people, cancelAfterMs, budgetMs, maxRetries, sessions, verify, seed } = world;
  const exchanges: Exchange[] = [];
  const logLines: string[] = [];
  const cancelMs = cancelAfterMs === undefined ? undefined : START_MS + cancelAfterMs;
  const clock = createClock(START_MS, { cancelMs, exchanges });
  const { cancelled, abandoned } = clock;
  const store = createSessions(world, createRandom(seed, 'sessions'));
  const tell = (line: string): void => {
    logLines.push(line);
  };
  const protectedUserIds = new Set(people.protectedIds.map(toUserId));
  const end = await resetPeople(people.mentions.map(toMention), {
    sessions,
    verify,
    slack: createSlackApi(createSlack(world, { clock, exchanges, store })),
    callContext: {
      clock,
      bounds: { deadlineMs: START_MS + budgetMs, maxRetries, cancelled, abandoned },
      random: createRandom(seed, 'jitter').next,
      log: { info: tell, debug: tell },
    },
    planOf: (mentions) => makePlan(mentions, { nowMs: START_MS, protectedUserIds }),
    warn: tell,
  });
  const { calls, stop, gap, identity } = end;
  const told = withResults(startRecord({}, START_MS), toPersonResults(end, world.ignored));
  const record = { ...told, calls, stop, gap, identity, endedMs: clock.now() };
  const { outputs } = renderOutputs(record, 'report.json');
  const trace = { exchanges, waits: clock.waits, endMs: clock.now() };
  return { trace, record, outputs, failure: renderFailure(record), logLines, sessionsAt: store.sessionsAt };
}
