import { setTimeout as delay } from 'node:timers/promises';

export type Json = Readonly<Record<string, unknown>>;

export interface ProbeAnswer {
  /** `ok`, Slack's error code, or `HTTP …` for an answer that is not Slack's JSON. */
  readonly code: string;
  readonly body: Json;
  readonly headers: Headers;
}

/** A client of Slack's Web API that shares nothing with the Action: the probe is to judge, not to repeat. */
export interface ProbeClient {
  /** The number of calls so far, by method. */
  readonly calls: ReadonlyMap<string, number>;
  callForm(method: string, form: Readonly<Record<string, string>>): Promise<ProbeAnswer>;
  callJson(method: string, body: object): Promise<ProbeAnswer>;
  /** Reads from the audit log, which has a host of its own. */
  readAudit(query: Readonly<Record<string, string>>): Promise<ProbeAnswer>;
}

const TIMEOUT_MS = 30_000;
const MAX_RATE_LIMITS = 10;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function auditUrl({ origin, hostname, protocol }: URL): URL {
  const base = protocol === 'https:' ? `https://api.${hostname.replace(/^(.*\.)?(slack(-gov)?\.com)$/, '$2')}` : origin;
  return new URL('/audit/v1/logs', base);
}

/** Waits as long as Slack says when the rate is limited; tries nothing else again. */
export function createProbeClient(apiUrl: URL, token: string): ProbeClient {
  const calls = new Map<string, number>();

  async function send(label: string, url: URL, init: RequestInit): Promise<ProbeAnswer> {
    for (let limits = 0; ; limits += 1) {
      calls.set(label, (calls.get(label) ?? 0) + 1);
      const response = await fetch(url, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'slack-session-reset', ...init.headers },
      });
      const body = parse(await response.text());
      const waitSeconds = Number(response.headers.get('retry-after') ?? '30');
      if ((response.status === 429 || body?.['error'] === 'ratelimited') && limits < MAX_RATE_LIMITS) {
        await delay((Number.isFinite(waitSeconds) ? waitSeconds : 30) * 1000);
        continue;
      }
      const error = typeof body?.['error'] === 'string' ? body['error'] : `HTTP ${response.status}`;
      return { code: body?.['ok'] === true ? 'ok' : error, body: body ?? {}, headers: response.headers };
    }
  }

  return {
    calls,
    callForm: (method, form) =>
      send(method, new URL(method, apiUrl), {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    callJson: (method, body) =>
      send(method, new URL(method, apiUrl), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json; charset=utf-8' },
      }),
    readAudit: (query) => {
      const url = auditUrl(apiUrl);
      url.search = new URLSearchParams(query).toString();
      return send('the audit log', url, {});
    },
  };
}
