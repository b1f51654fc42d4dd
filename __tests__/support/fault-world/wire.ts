import type { Meaning, RetryAfter } from './trace.ts';

/** What comes over the wire, if anything does. */
export type Wire =
  | { readonly kind: 'http'; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly kind: 'unreachable' }
  /** The connection breaks without a whole answer. */
  | { readonly kind: 'lost' }
  /** Nothing is sent: the method itself fails, as by a bug. */
  | { readonly kind: 'thrown'; readonly isSync: boolean };

type Headers = Readonly<Record<string, string | string[]>>;

/** What the simulated Slack does with a request: what it sends, what it means by it, and what it has really done. */
export interface Deed {
  readonly wire: Wire;
  readonly meaning: Meaning;
  readonly acted: readonly string[];
  /** Endless for a call that hangs. */
  readonly latencyMs: number;
  readonly retryAfter?: RetryAfter;
  readonly label: string;
}

type Rest = Pick<Deed, 'acted' | 'latencyMs'> & { readonly label?: string };

/** Slack's `{"ok":true}`. */
export function accept(
  body: object,
  { label = 'ok', ...rest }: Rest,
  told: Omit<Meaning & { kind: 'accepted' }, 'kind'> = {},
): Deed {
  const wire = http(200, JSON.stringify({ ok: true, ...body }));
  return { wire, meaning: { kind: 'accepted', ...told }, label, ...rest };
}

/** Slack's `{"ok":false}`; `named` are those of the call whom the body names. */
export function refuse(
  {
    code,
    body = {},
    named = new Map(),
  }: { code: string; body?: object; named?: ReadonlyMap<string, string | undefined> },
  { label = code, ...rest }: Rest,
): Deed {
  const wire = http(200, JSON.stringify({ ok: false, error: code, ...body }));
  return { wire, meaning: { kind: 'refused', code, named }, label, ...rest };
}

export function http(status: number, text: string, headers: Headers = {}): Wire & { kind: 'http' } {
  return { kind: 'http', status, headers, text };
}

/** The same deed with more headers. */
export function withHeaders(deed: Deed, headers: Headers): Deed {
  const { wire } = deed;
  return wire.kind === 'http' ? { ...deed, wire: { ...wire, headers: { ...wire.headers, ...headers } } } : deed;
}
