import * as codes from './codes.ts';
import type { Fault } from './fault-plan.ts';
import type { Random } from './random.ts';
import { drawRetryAfter } from './retry-after.ts';
import { type Deed, http, refuse, type Wire, withHeaders } from './wire.ts';

/** What a fault needs to know of the request that it meets. */
export interface Request {
  readonly group: readonly string[];
  /** What Slack would do and say if nothing went wrong; asked once at most. */
  readonly honest: () => Deed;
}

type Make = (request: Request, random: Random) => Deed;

const HTML = '<!DOCTYPE html>\n<html><head><title>Server Error</title></head><body>U012A3CDE</body></html>';
const GARBAGE = [
  '',
  ' ',
  '{',
  '{"ok":tru',
  'ok',
  '<html>',
  '\u0000',
  '{"ok":true}{"ok":true}',
  'undefined',
  '{ok:true}',
];
/** JSON that is not an object with a true or false `ok`. */
const WRONG_ENVELOPES: readonly unknown[] = [
  null,
  true,
  1,
  'ok',
  [],
  [{ ok: true }],
  {},
  { ok: 'true' },
  { ok: 'false', error: 'token_revoked' },
  { ok: 1 },
  { ok: 0, error: 'token_revoked' },
  { ok: null },
  { ok: [true] },
  { ok: { ok: true } },
  { OK: true },
  { error: 'user_not_found' },
];
const LOST = 'connection_lost';

const quick = (random: Random): number => random.int(5, 500);
const refuseAll = (code: string, random: Random): Deed => refuse({ code }, { acted: [], latencyMs: quick(random) });

function unclear(wire: Wire, reason: string, { acted, latencyMs }: Pick<Deed, 'acted' | 'latencyMs'>): Deed {
  return { wire, meaning: { kind: 'unclear', reason }, acted, latencyMs, label: reason };
}

/** Who was acted on although the answer does not tell: everybody whom Slack does not refuse, nobody, or some. */
function maybeActed({ honest }: Request, random: Random): Pick<Deed, 'acted' | 'latencyMs'> {
  const { acted, latencyMs } = honest();
  const some = random.weighted({ all: 4, none: 4, part: 2 });
  return { latencyMs, acted: some === 'all' ? acted : some === 'none' ? [] : acted.filter(() => random.chance(0.5)) };
}

function unreachable(random: Random, latencyMs = quick(random)): Deed {
  const wire = { kind: 'unreachable' } as const;
  return { wire, meaning: { kind: 'unreachable' }, acted: [], latencyMs, label: 'unreachable' };
}

/** An HTTP status that says nothing clear, with a wait or without. */
function status(code: number, text: string, [request, random]: Parameters<Make>): Deed {
  const header = drawRetryAfter(random);
  const { headers, retryAfter } = random.chance(0.3) ? header : { headers: {}, retryAfter: undefined };
  return { ...unclear(http(code, text, headers), `http_${code}`, maybeActed(request, random)), retryAfter };
}

function limited(code: number, text: string, [, random]: Parameters<Make>): Deed {
  const { headers, retryAfter } = drawRetryAfter(random);
  const wire = http(code, text, headers);
  return { wire, meaning: { kind: 'rate-limited' }, acted: [], latencyMs: quick(random), retryAfter, label: 'limited' };
}

const LIMITED = JSON.stringify({ ok: false, error: 'ratelimited' });

/** A refusal that may name a wait, as Slack's passing faults do. */
function passing(code: string, request: Request, random: Random): Deed {
  const { headers, retryAfter } = random.chance(0.2) ? drawRetryAfter(random) : { headers: {}, retryAfter: undefined };
  const acted = codes.mayHaveActed(code) ? maybeActed(request, random).acted : [];
  return { ...withHeaders(refuseAll(code, random), headers), acted, retryAfter };
}

const MAKERS: Readonly<Record<Fault, Make>> = {
  'refused-connection': (_, random) => unreachable(random),
  'no-such-host': (_, random) => unreachable(random, random.int(1, 9000)),
  'reset-before': (_, random) => unclear({ kind: 'lost' }, LOST, { acted: [], latencyMs: quick(random) }),
  'reset-after': ({ honest }) => unclear({ kind: 'lost' }, LOST, honest()),
  'cut-body': (request, random) => unclear({ kind: 'lost' }, LOST, maybeActed(request, random)),
  'short-body': ({ honest }) => {
    const deed = honest();
    const text = deed.wire.kind === 'http' ? deed.wire.text.slice(0, -1) : '';
    return unclear(http(200, text), 'invalid_response', deed);
  },
  slow: ({ honest }, random) => ({ ...honest(), latencyMs: random.int(1000, 29_900) }),
  'time-out': () => unclear({ kind: 'lost' }, 'timeout', { acted: [], latencyMs: Number.POSITIVE_INFINITY }),
  'time-out-after': ({ honest }) =>
    unclear({ kind: 'lost' }, 'timeout', { ...honest(), latencyMs: Number.POSITIVE_INFINITY }),
  'too-slow': ({ honest }, random) => ({ ...honest(), latencyMs: random.int(29_500, 40_000) }),
  'open-code': (request, random) => passing(random.pick(codes.OPEN), request, random),
  'not-started': (request, random) => passing(codes.NOT_STARTED, request, random),
  'per-user-code': (_, random) => refuseAll(random.pick(codes.PER_USER.filter((c) => c !== codes.SOME_FAILED)), random),
  'documented-code': (request, random) => passing(random.pick(codes.DOCUMENTED), request, random),
  'run-wide-code': (_, random) => refuseAll(random.pick(codes.RUN_WIDE), random),
  'unlisted-code': (_, random) => refuseAll(random.pick(codes.UNLISTED), random),
  'no-code': (_, random) => {
    const wire = http(random.pick([200, 200, 400]), JSON.stringify({ ok: false, error: random.pick(codes.NO_CODES) }));
    return { ...refuseAll(codes.NO_CODE, random), wire };
  },
  'invalid-arguments': (_, random) => refuseAll(codes.INVALID, random),
  'some-unnamed': (request, random) => {
    const { acted, latencyMs } = maybeActed(request, random);
    return refuse({ code: codes.SOME_FAILED }, { acted: request.group.length > 1 ? acted : [], latencyMs });
  },
  limited: (...args) => limited(429, LIMITED, args),
  'limited-in-body': (...args) => limited(args[1].pick([200, 200, 400, 503]), LIMITED, args),
  'limited-page': (...args) => limited(429, args[1].pick([HTML, '', '{"ok":true}', '{"ok":false}']), args),
  'server-error': (...args) => status(args[1].pick([500, 502, 503, 504, 529, 599]), HTML, args),
  'server-error-in-json': (...args) => {
    const bodies = [
      '{"ok":true}',
      '{"ok":false,"error":"token_revoked"}',
      '{"ok":false,"error":"user_not_found"}',
      'null',
    ];
    return status(args[1].pick([500, 503, 408]), args[1].pick(bodies), args);
  },
  'client-error': (...args) =>
    status(args[1].pick([400, 401, 403, 404, 405, 408, 413]), args[1].pick([HTML, '']), args),
  garbage: (request, random) =>
    unclear(http(random.pick([200, 200, 204]), random.pick(GARBAGE)), 'invalid_response', maybeActed(request, random)),
  'wrong-envelope': (request, random) => {
    const wire = http(200, JSON.stringify(random.pick(WRONG_ENVELOPES)));
    return unclear(wire, 'invalid_response', maybeActed(request, random));
  },
  redirect: (request, random) => {
    const code = random.pick([301, 302, 303, 307, 308]);
    const text = random.pick(['', HTML, '{"ok":true}']);
    const location = { location: 'https://elsewhere.example/api/' };
    return unclear(http(code, text, location), `http_${code}`, { ...maybeActed(request, random), acted: [] });
  },
  'odd-acceptance': ({ honest }, random) => oddly(honest(), random),
  throws: (request, random) => thrown(true, request, random),
  rejects: (request, random) => thrown(false, request, random),
};

/** A bug of our own while people are on their way to Slack. */
function thrown(isSync: boolean, request: Request, random: Random): Deed {
  return unclear({ kind: 'thrown', isSync }, 'unexpected_error', maybeActed(request, random));
}

/** An acceptance with more to it than Slack documents: it is one all the same. */
function oddly(deed: Deed, random: Random): Deed {
  if (deed.meaning.kind !== 'accepted' || deed.wire.kind !== 'http') {
    return deed;
  }
  const body: object = JSON.parse(deed.wire.text);
  const extra = random.pick([
    { warning: 'missing_charset' },
    { error: '' },
    { error: null },
    { response_metadata: { warnings: ['x'] } },
  ]);
  const text = JSON.stringify({ ...extra, ...body });
  return { ...deed, wire: { ...deed.wire, status: random.pick([200, 201, 202]), text } };
}

/** What Slack, or what lies between, does instead of what it would do. */
export function makeFault(fault: Fault, request: Request, random: Random): Deed {
  return { ...MAKERS[fault](request, random), label: fault };
}
