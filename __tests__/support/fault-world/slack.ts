import type { SlackClient, SlackRequest } from '../../../src/slack/client.ts';
import { type SlackReply, toReply } from '../../../src/slack/reply.ts';
import { MONOTONIC_START_MS, type SimulatedClock } from './clock.ts';
import type { Fault, FaultPlan } from './fault-plan.ts';
import { makeFault } from './faults.ts';
import { understand } from './question.ts';
import { createRandom, type Random } from './random.ts';
import type { SessionStore } from './session-store.ts';
import type { Exchange, Meaning } from './trace.ts';
import type { Deed } from './wire.ts';
import type { World } from './world.ts';

type End = ReturnType<SimulatedClock['call']>;

/** Says of each call which fault it meets, if any; an outage stays for some calls. */
export function createSchedule({ rate, weights, outages }: FaultPlan, random: Random): () => Fault | undefined {
  let outage: { readonly fault: Fault; left: number } | undefined;
  return () => {
    if (outage !== undefined && outage.left > 0) {
      outage.left -= 1;
      return outage.fault;
    }
    if (!random.chance(rate)) {
      return undefined;
    }
    const fault = random.weighted(weights);
    outage = random.chance(outages) ? { fault, left: random.int(1, 8) } : undefined;
    return fault;
  };
}

/** A Slack that has its habits and its bad days, keeps the truth, and writes down every exchange. */
export function createSlack(
  world: World,
  { clock, exchanges, store }: { clock: SimulatedClock; exchanges: Exchange[]; store: SessionStore },
): Pick<SlackClient, 'call'> {
  const random = createRandom(world.seed, 'slack');
  const nextFault = createSchedule(world.faults, random);

  const call = (request: SlackRequest): Promise<SlackReply> => {
    const startMs = clock.monotonicMs();
    const at = { nowMs: startMs, elapsedMs: startMs - MONOTONIC_START_MS };
    const { honest, ...question } = understand(request, { world, store, random, ...at });
    const fault = nextFault();
    const deed = fault === undefined ? honest() : makeFault(fault, { group: question.userIds, honest }, random);
    const end = clock.call(deed.latencyMs, request.timeoutMs);
    const hasId = end === 'answered' && deed.wire.kind === 'http' && world.habits.sendsRequestIds;
    const requestId = hasId ? `req-${exchanges.length}` : undefined;
    const meaning = meaningOf(deed, end);
    store.reset(world.looks ? deed.acted : [], startMs);
    exchanges.push({
      ...question,
      startMs,
      endMs: clock.monotonicMs(),
      wallMs: clock.now(),
      timeoutMs: request.timeoutMs,
      meaning,
      acted: deed.acted,
      requestId,
      label: deed.label,
      retryAfter: end === 'answered' ? deed.retryAfter : undefined,
    });
    if (deed.wire.kind === 'thrown' && end === 'answered') {
      const bug = new TypeError('A bug of our own');
      if (deed.wire.isSync) {
        throw bug;
      }
      return Promise.reject(bug);
    }
    return Promise.resolve(toSlackReply(deed, meaning, { requestId, nowMs: clock.now() }));
  };
  return { call };
}

function meaningOf(deed: Deed, end: End): Meaning {
  switch (end) {
    case 'answered':
      return deed.meaning;
    case 'timed-out':
      return { kind: 'unclear', reason: 'timeout' };
    case 'abandoned':
      return { kind: 'unclear', reason: 'cancelled' };
  }
}

/** What the client makes of it: an HTTP answer goes through the code under test, a broken call has its fixed meaning. */
function toSlackReply(
  { wire }: Deed,
  meaning: Meaning,
  { requestId, nowMs }: { requestId: string | undefined; nowMs: number },
): SlackReply {
  if (meaning.kind === 'unclear' && (wire.kind === 'lost' || ['timeout', 'cancelled'].includes(meaning.reason))) {
    return { kind: 'unclear', reason: meaning.reason, detail: meaning.reason };
  }
  if (wire.kind !== 'http') {
    return { kind: 'unreachable', detail: 'ECONNREFUSED' };
  }
  const headers = requestId === undefined ? wire.headers : { ...wire.headers, 'x-slack-req-id': requestId };
  return toReply({ ...wire, headers }, nowMs);
}
