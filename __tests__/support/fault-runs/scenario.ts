import { drawIds } from '../fault-world/accounts.ts';
import { INVALID, NOT_STARTED, OPEN, PER_USER, RUN_WIDE, SOME_FAILED, UNLISTED } from '../fault-world/codes.ts';
import { createRandom, type Random } from '../fault-world/random.ts';
import type { FailedForSomeShape, OpenQuestions, ScriptedAnswer, SimulatedUser } from '../slack-simulator/index.ts';

const SHAPES: readonly FailedForSomeShape[] = [
  'map',
  'strings',
  'objects',
  'json-string',
  'messages',
  'raw',
  'unnamed',
  'positions',
  'first-and-more',
  'accepted-people',
  'inverted',
];
const REASONS = ['cannot_reset_bot', 'user_not_found', 'in words'];

/** Everything about one run of the bundle against the simulator, drawn from a seed. */
export interface FaultScenario {
  readonly seed: number;
  readonly ids: readonly string[];
  /** By address: whose it is. Nobody else has this user ID. */
  readonly emails: ReadonlyMap<string, string | undefined>;
  readonly users: readonly SimulatedUser[];
  readonly shape: FailedForSomeShape;
  readonly appliesRest: boolean;
  readonly namesInOthers: boolean;
  readonly okWithFailures: NonNullable<OpenQuestions['okWithFailures']>;
  /** What the resets get, one after the other. */
  readonly resets: readonly ScriptedAnswer[];
  readonly lookUps: readonly ScriptedAnswer[];
  readonly maxRetries: number;
  readonly timeoutMinutes: number;
  readonly ignored: readonly string[];
  readonly verify: boolean;
  /** The signal comes so many ms after the request with this number, counted from 1, arrived. */
  readonly cancel:
    | { readonly signal: 'SIGINT' | 'SIGTERM'; readonly request: number; readonly afterMs: number }
    | undefined;
}

const HTML = '<!DOCTYPE html><title>Error</title>';
const RAW = ['', '{', 'null', '[]', '"ok"', '{"ok":"true"}', '{"ok":1}', '{}', '[{"ok":true}]', HTML];

/** An answer with a short wait, or with one that no run has the time for. */
function drawFault(random: Random): ScriptedAnswer {
  const kinds = {
    cut: 4,
    http: 4,
    raw: 3,
    limited: 4,
    code: 5,
    'run-wide': 0.7,
    odd: 0.7,
    slow: 2,
    hang: 0.3,
    drip: 0.2,
  };
  switch (random.weighted(kinds)) {
    case 'cut':
      return { kind: 'cut', when: random.pick(['before-acting', 'after-acting', 'mid-body'] as const) };
    case 'http': {
      const headers = random.pick([{}, { 'retry-after': '1' }, { 'retry-after': '0' }, { location: '/elsewhere' }]);
      const status = random.pick([301, 302, 307, 400, 403, 404, 408, 429, 500, 502, 503, 504]);
      return { kind: 'http', status, body: HTML, headers: status === 429 ? { 'retry-after': '1' } : headers };
    }
    case 'raw':
      return { kind: 'raw', body: random.pick(RAW) };
    case 'limited': {
      const wait = random.pick([
        '1',
        '1',
        '0',
        '2',
        new Date(0).toUTCString(),
        '86400',
        '999999999999',
        undefined,
        'soon',
      ]);
      return {
        kind: 'rate-limited',
        ...(wait === undefined ? {} : { retryAfter: wait }),
        bodyOnly: random.chance(0.3),
      };
    }
    case 'code':
      return {
        kind: 'error',
        error: random.pick([...OPEN, NOT_STARTED, ...PER_USER]),
      };
    case 'run-wide':
      return { kind: 'error', error: random.pick([...RUN_WIDE, ...UNLISTED, INVALID]) };
    case 'odd':
      return { kind: 'error', error: random.pick(['Not a code!', 'TOKEN_REVOKED', '']) };
    case 'slow':
      return { kind: 'slow', delayMs: random.int(50, 400) };
    case 'hang':
      return { kind: 'hang' };
    case 'drip':
      return { kind: 'drip', everyMs: 50 };
  }
}

function drawScript(rate: number, random: Random): ScriptedAnswer[] {
  return Array.from({ length: 12 }, () => (random.chance(rate) ? drawFault(random) : { kind: 'normal' }));
}

function isEndless({ kind }: ScriptedAnswer): boolean {
  return kind === 'hang' || kind === 'drip';
}

function drawUser(id: string, refusedShare: number, random: Random): SimulatedUser {
  const refusal = random.pick([...PER_USER, SOME_FAILED, SOME_FAILED, NOT_STARTED, INVALID]);
  const reason = random.chance(0.3) ? { reason: random.pick(REASONS) } : {};
  return random.chance(refusedShare) ? { id, refusal, ...reason } : { id };
}

/** Draws the scenario of a seed. */
export function drawScenario(seed: number): FaultScenario {
  const random = createRandom(seed, 'fault-runs');
  const everybody = drawIds(random.chance(0.04) ? random.int(1001, 1100) : random.magnitude(1, 14), random);
  const emailCount = random.chance(0.2) ? Math.min(everybody.length - 1, random.int(0, 4)) : 0;
  const ids = everybody.slice(emailCount);
  const refusedShare = ids.length > 100 ? 0.002 : random.pick([0, 0, 0.2, 0.5, 1]);
  const owners = everybody.slice(0, emailCount);
  const users = everybody.map((id, index) => {
    const email = index < emailCount ? { email: `person.${index}@example.com` } : {};
    return { ...drawUser(id, refusedShare, random), ...email };
  });
  // People whom nobody resets, as every organization has them.
  const bystanders = ['W0BYSTANDER1', 'W0BYSTANDER2'].map((id) => ({ id }));
  const emails = owners.map((id, index) => [`person.${index}@example.com`, id] as const);
  const resets = drawScript(random.pick([0.1, 0.4, 0.9]), random);
  const shape = random.pick(SHAPES);
  const hasEnd = !resets.some(isEndless);
  return {
    seed,
    ids,
    emails: new Map([...emails, ...(random.chance(0.05) ? [['nobody@example.com', undefined] as const] : [])]),
    users: [...users, ...bystanders],
    shape,
    appliesRest: random.chance(0.5),
    namesInOthers: random.chance(0.3),
    okWithFailures: random.chance(0.8) ? 'never' : random.pick(['map', 'objects', 'code-only'] as const),
    resets,
    lookUps: drawScript(0.15, random).filter((answer) => !isEndless(answer)),
    maxRetries: random.int(0, 1),
    timeoutMinutes: hasEnd ? 0.4 : 0.06,
    ignored: [...new Set([...PER_USER, NOT_STARTED])].filter(() => random.chance(0.2)),
    verify: random.chance(0.15) && hasEnd,
    cancel: random.chance(0.25)
      ? { signal: random.pick(['SIGINT', 'SIGTERM'] as const), request: random.int(1, 4), afterMs: random.int(0, 1200) }
      : undefined,
  };
}
