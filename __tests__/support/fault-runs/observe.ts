import { SOME_FAILED } from '../fault-world/codes.ts';
import type { Exchange, Meaning, Method, RetryAfter } from '../fault-world/trace.ts';
import type { RecordedRequest, ScriptedAnswer } from '../slack-simulator/index.ts';
import type { FaultScenario } from './scenario.ts';

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': 'auth',
  'users.lookupByEmail': 'lookup',
  'admin.users.session.resetBulk': 'reset',
  'admin.users.session.list': 'list',
};

function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? new Map<string, unknown>(Object.entries(body)).get(name)
    : undefined;
}

function textOf(body: unknown, name: string): string {
  const value = memberOf(body, name);
  return typeof value === 'string' ? value : '';
}

/** Whom the simulator names when it refuses a group of its own accord. */
function namedBy(
  code: string,
  group: readonly string[],
  scenario: FaultScenario,
): ReadonlyMap<string, string | undefined> {
  const refused = scenario.users.filter(({ id, refusal }) => refusal !== undefined && group.includes(id));
  if (code !== SOME_FAILED) {
    const first = scenario.namesInOthers ? group.find((id) => refused.some((user) => user.id === id)) : undefined;
    return new Map(first === undefined ? [] : [[first, undefined]]);
  }
  const isEcho = scenario.shape === 'raw' && refused.length === group.length && group.length > 1;
  if (scenario.shape === 'unnamed' || isEcho) {
    return new Map();
  }
  const hasReasons = scenario.shape === 'map' || scenario.shape === 'objects';
  return new Map(
    refused.map(({ id, reason, refusal }) => {
      const own = reason ?? refusal ?? '';
      return [id, hasReasons && /^[a-z0-9_.]{1,64}$/.test(own) ? own : undefined];
    }),
  );
}

/** What an answer means that came in place of the normal one; `undefined` for the normal one, late or not. */
function meaningOf(answer: ScriptedAnswer, wasCancelled: boolean): Meaning | undefined {
  switch (answer.kind) {
    case 'normal':
    case 'slow':
      return undefined;
    case 'error': {
      const code = /^[a-z0-9_.]{1,64}$/.test(answer.error) ? answer.error : 'unrecognized_error';
      return { kind: 'refused', code, named: new Map() };
    }
    case 'rate-limited':
      return { kind: 'rate-limited' };
    case 'http':
      return answer.status === 429 ? { kind: 'rate-limited' } : { kind: 'unclear', reason: `http_${answer.status}` };
    case 'raw':
      return { kind: 'unclear', reason: 'invalid_response' };
    case 'cut':
      return { kind: 'unclear', reason: 'connection_lost' };
    case 'hang':
    case 'drip':
      return { kind: 'unclear', reason: wasCancelled ? 'cancelled' : 'timeout' };
    case 'ok':
      return { kind: 'accepted' };
  }
}

function normalMeaning(
  { answered, body }: RecordedRequest,
  group: readonly string[],
  scenario: FaultScenario,
): Meaning {
  if (answered !== 'ok') {
    return { kind: 'refused', code: answered, named: namedBy(answered, group, scenario) };
  }
  return { kind: 'accepted', foundId: scenario.emails.get(textOf(body, 'email').toLowerCase()) };
}

function retryAfterOf(answer: ScriptedAnswer): RetryAfter {
  const header =
    answer.kind === 'rate-limited' ? answer.retryAfter : answer.kind === 'http' ? answer.headers?.['retry-after'] : '';
  return /^\d+$/.test(header ?? '') ? { seconds: Number(header) } : undefined;
}

/** The requests that the simulator recorded, each with what its answer means; times are the simulator's. */
export function observe(
  requests: readonly RecordedRequest[],
  { scenario, wasCancelled }: { scenario: FaultScenario; wasCancelled: boolean },
): readonly Exchange[] {
  const scripts: Partial<Record<Method, ScriptedAnswer[]>> = {
    reset: [...scenario.resets],
    lookup: [...scenario.lookUps],
  };
  return requests.map((request) => {
    const method = METHODS[request.method] ?? 'list';
    const answer = scripts[method]?.shift() ?? { kind: 'normal' };
    const ids = memberOf(request.body, 'user_ids');
    const userIds = Array.isArray(ids) ? ids.map(String) : [];
    const subject = method === 'lookup' ? textOf(request.body, 'email').toLowerCase() : textOf(request.body, 'user_id');
    return {
      method,
      userIds,
      subject: method === 'reset' ? userIds.join() : subject,
      startMs: request.atMs,
      endMs: request.atMs,
      timeoutMs: 0,
      meaning: meaningOf(answer, wasCancelled) ?? normalMeaning(request, userIds, scenario),
      acted: [],
      retryAfter: retryAfterOf(answer),
      requestId: request.requestId,
      label: answer.kind === 'normal' ? request.answered : JSON.stringify(answer).slice(0, 80),
    };
  });
}
