import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, notFoundPage } from './answers.ts';
import { isRecord, readArguments, toStrings } from './arguments.ts';
import { AUDIT_PATH } from './audit.ts';
import { deliver } from './delivery.ts';
import { slackHeaders } from './headers.ts';
import { answerCall, RESET_BULK, type Slack, scopeHeaders } from './methods.ts';
import { type SimulatorOptions, toSettings } from './options.ts';
import { createOrganization } from './organization.ts';
import type { SessionKind, SimulatedSession } from './people.ts';
import { createRateLimiter } from './rate-limit.ts';
import { createRequestLog, type RecordedRequest, type RequestPredicate } from './requests.ts';
import { createAnswerScript, type ScriptedAnswer } from './scripted-answer.ts';
import { SessionListing } from './session-listing.ts';
import { createTokenViews } from './tokens.ts';

/** A running simulator; it owns its port until closed. */
export interface SlackSimulator {
  /** Base URL of the Web API, with `/api/` at its end. */
  readonly url: string;
  /** Every request, in the order in which their bodies were complete. */
  readonly requests: readonly RecordedRequest[];
  callsOf(method: string): readonly RecordedRequest[];
  /** `user_ids` of every `admin.users.session.resetBulk` request, in order, whatever its answer. */
  groups(): string[][];
  /** The next calls of that method get these, one each, in place of everything else, token check included. */
  answerNext(method: string, ...answers: ScriptedAnswer[]): void;
  /** Every call of that method gets this once the queue is empty; undefined ends it. */
  answerAlways(method: string, answer: ScriptedAnswer | undefined): void;
  sessionsOf(userId: string): readonly SimulatedSession[];
  signIn(userId: string, kind: SessionKind): void;
  /** Deactivates an account during the test; its sessions end. */
  deactivate(userId: string): void;
  revokeToken(error?: string): void;
  /** Revokes the token after so many further `resetBulk` requests. */
  revokeTokenAfter(callsOfResetBulk: number, error?: string): void;
  /** @param timeoutMs - default 5,000 */
  waitForRequest(wanted: string | RequestPredicate, timeoutMs?: number): Promise<RecordedRequest>;
  /** Stops listening and destroys every open connection. */
  close(): Promise<void>;
}

const STATE_PATH = '/_simulator/state';
const API_PATH = /^\/api\/([A-Za-z0-9_.]+)$/;

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function withoutToken(body: unknown): unknown {
  return isRecord(body) ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'token')) : body;
}

function userIdsOf({ body }: RecordedRequest): string[] {
  return [...((isRecord(body) ? toStrings(body['user_ids']) : undefined) ?? [])];
}

/** Starts a simulated Slack on loopback; nothing of it is shared with another one. */
export async function startSlackSimulator(options: SimulatorOptions = {}): Promise<SlackSimulator> {
  const startedMs = performance.now();
  const nowMs = () => performance.now() - startedMs;
  const settings = toSettings(options);
  const organization = createOrganization(settings, nowMs);
  const script = createAnswerScript();
  const log = createRequestLog();
  const closing = new AbortController();
  let revocation: { readonly error: string; readonly afterCalls: number } | undefined;

  const callsOf = (method: string) => log.requests.filter((request) => request.method === method);
  const views = createTokenViews({ settings, organization }, nowMs);
  const organizations = new Set([...views.values()].map((view) => view.organization));
  const listings = new Map([...organizations].map((one) => [one, new SessionListing(one, nowMs)]));
  const slack: Slack = {
    settings,
    views,
    listingOf: (view) => listings.get(view.organization) ?? new SessionListing(view.organization, nowMs),
    nowMs,
    takeToken: createRateLimiter(settings.rateLimit, nowMs),
    tokenError: (method) => {
      const before = callsOf(RESET_BULK).length - (method === RESET_BULK ? 1 : 0);
      return revocation !== undefined && before >= revocation.afterCalls ? revocation.error : undefined;
    },
  };

  function sendState(response: ServerResponse): void {
    const users = organization.accounts.map(({ user: { id, kind = 'member' } }) => {
      return { id, kind, sessions: organization.sessionsOf(id) };
    });
    const requests = log.requests.map(({ method, httpMethod, body, atMs, requestId, answered }) => {
      return { method, httpMethod, body: withoutToken(body), atMs, requestId, answered };
    });
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(`${JSON.stringify({ users, requests }, undefined, 2)}\n`);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === STATE_PATH) {
      return sendState(response);
    }
    const rawBody = await readText(request);
    const apiMethod = pathname === AUDIT_PATH ? AUDIT_PATH : API_PATH.exec(pathname)?.[1];
    const method = apiMethod ?? pathname;
    const httpMethod = request.method ?? '';
    const { headers } = request;
    const args = await readArguments({
      contentType: headers['content-type'] ?? '',
      query: searchParams,
      text: rawBody,
    });
    const requestId = randomUUID().replaceAll('-', '');
    const note = log.add({ method, httpMethod, headers, body: args.body, rawBody, atMs: nowMs(), requestId });
    const call = { method, httpMethod, authorization: headers.authorization ?? '', arguments: args };
    const act = (): Answer => (apiMethod === undefined ? notFoundPage() : answerCall(slack, call));
    await deliver(script.next(method), {
      response,
      headers: { ...slackHeaders(requestId, settings.clockAheadMs), ...scopeHeaders(slack, call) },
      act,
      note,
      closing: closing.signal,
    });
  }

  const server = createServer((request, response) => {
    response.on('error', () => response.destroy());
    handle(request, response).catch(() => response.destroy());
  });
  // Longer than any test: an idle connection that the server closes would look like a fault of the client.
  server.keepAliveTimeout = 300_000;
  const port = await listen(server, settings.port);

  return {
    url: `http://127.0.0.1:${port}/api/`,
    requests: log.requests,
    callsOf,
    groups: () => callsOf(RESET_BULK).map(userIdsOf),
    answerNext: (method, ...answers) => script.queue(method, answers),
    answerAlways: (method, answer) => script.always(method, answer),
    sessionsOf: (userId) => organization.sessionsOf(userId),
    signIn: (userId, kind) => organization.signIn(userId, kind),
    deactivate: (userId) => organization.deactivate(userId),
    revokeToken: (error = 'token_revoked') => {
      revocation = { error, afterCalls: 0 };
    },
    revokeTokenAfter: (callsOfResetBulk, error = 'token_revoked') => {
      revocation = { error, afterCalls: callsOf(RESET_BULK).length + callsOfResetBulk };
    },
    waitForRequest: (wanted, timeoutMs = 5000) => log.waitFor(wanted, timeoutMs),
    close: async () => {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
