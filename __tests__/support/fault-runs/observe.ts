import { INVALID, SOME_FAILED } from '../fault-world/codes.ts';
import { METHODS } from '../fault-world/question.ts';
import type { Exchange, Meaning, Method, RetryAfter } from '../fault-world/trace.ts';
import type { RecordedRequest, ScriptedAnswer } from '../slack-simulator/index.ts';
import type { FaultScenario } from './scenario.ts';

function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? new Map<string, unknown>(Object.entries(body)).get(name)
    : undefined;
}

function textOf(body: unknown, name: string): string {
  const value = memberOf(body, name);
  return typeof value === 'string' ? value : '';
}

type Names = ReadonlyMap<string, string | undefined>;

const bare = (ids: readonly string[]): Names => new Map(ids.map((id) => [id, undefined]));

function codeIn(reason: string | undefined): string | undefined {
  return reason !== undefined && /^[a-z0-9_.]{1,64}$/.test(reason) ? reason : undefined;
}

/** Whom the simulator names when it refuses a group of its own accord. */
function namedBy(code: string, group: readonly string[], { users, shape, namesInOthers }: FaultScenario): Names {
  const refused = users.filter(({ id, refusal }) => refusal !== undefined && group.includes(id));
  const ids = group.filter((id) => refused.some((user) => user.id === id));
  const others = group.filter((id) => !ids.includes(id));
  const reasons = new Map(refused.map(({ id, reason, refusal }) => [id, codeIn(reason ?? refusal)]));
  if (code === INVALID) {
    return bare(ids.filter((id) => refused.some((user) => user.id === id && user.refusal === INVALID)));
  }
  if (code !== SOME_FAILED) {
    return bare(namesInOthers ? ids.slice(0, 1) : []);
  }
  switch (shape) {
    case 'unnamed':
      return new Map();
    case 'raw':
      return bare(ids.length === group.length && group.length > 1 ? [] : ids);
    case 'map':
    case 'objects':
      return new Map(ids.map((id) => [id, reasons.get(id)]));
    case 'first-and-more':
      return bare(ids.slice(0, 1));
    case 'inverted':
      return bare(others);
    case 'accepted-people':
      return new Map(others.map((id) => [id, reasons.get(ids[0] ?? '')]));
    default:
      return bare(ids);
  }
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
  const refused = scenario.users.filter(({ id, refusal }) => refusal !== undefined && group.includes(id));
  if (refused.length > 0 && scenario.okWithFailures === 'code-only') {
    return { kind: 'refused', code: SOME_FAILED, named: new Map(), isContradiction: true };
  }
  if (refused.length > 0) {
    const named = new Map(refused.map(({ id, reason, refusal }) => [id, codeIn(reason ?? refusal)]));
    return { kind: 'accepted', failures: { named, hasOthers: false } };
  }
  const email = textOf(body, 'email').toLowerCase();
  const id = scenario.emails.get(email);
  const account = { ids: id === undefined ? [] : [id], email, isDeactivated: false, isOdd: false };
  return { kind: 'accepted', ...(id === undefined ? {} : { account }) };
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
    const asked = method === 'info' ? textOf(request.body, 'user') : textOf(request.body, 'user_id');
    const subject = method === 'lookup' ? textOf(request.body, 'email').toLowerCase() : asked;
    const cursor = textOf(request.body, 'cursor');
    return {
      method,
      userIds,
      subject: method === 'reset' ? userIds.join() : subject,
      startMs: request.atMs,
      endMs: request.atMs,
      wallMs: request.atMs,
      cursor: cursor === '' ? undefined : cursor,
      timeoutMs: 0,
      meaning: meaningOf(answer, wasCancelled) ?? normalMeaning(request, userIds, scenario),
      acted: [],
      retryAfter: retryAfterOf(answer),
      requestId: request.requestId,
      label: answer.kind === 'normal' ? request.answered : JSON.stringify(answer).slice(0, 80),
    };
  });
}
