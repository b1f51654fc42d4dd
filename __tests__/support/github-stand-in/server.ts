import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, NOT_FOUND, type ScriptedAnswer } from './answers.ts';
import { createCommentStore, type StoredComment } from './comments.ts';
import { type GitHubOptions, toSettings } from './options.ts';
import { openHosted } from './repository.ts';
import { findTarget, type Route, refusalOf, viewerTarget } from './routes.ts';

/** One request that the stand-in received. */
export interface RecordedRequest {
  readonly route: Route | 'other';
  readonly httpMethod: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly authorization: string;
  readonly accept: string;
  readonly rawBody: string;
}

/** A running stand-in; it owns its port until closed. */
export interface GitHubStandIn {
  /** For `GITHUB_API_URL`. */
  readonly url: string;
  /** For `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** The routes of all requests, in their order. */
  routes(): readonly RecordedRequest['route'][];
  /** Resolves once a request has come. */
  readonly firstRequest: Promise<unknown>;
  comments(): readonly StoredComment[];
  /** Takes a comment away, as a person does who deletes it. */
  removeComment(id: number): void;
  /** The next requests of that route get these, one each. */
  answerNext(route: Route, ...answers: ScriptedAnswer[]): void;
  /** Every request gets this. */
  answerAlways(answer: ScriptedAnswer): void;
  close(): Promise<void>;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

function bodyOf(rawBody: string): unknown {
  const value: unknown = rawBody === '' ? undefined : JSON.parse(rawBody);
  return typeof value === 'object' && value !== null && 'body' in value ? value.body : undefined;
}

function send(response: ServerResponse, { status, headers, body }: Answer, isCut = false): void {
  const bytes = Buffer.from(body);
  const limits = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4987', 'x-ratelimit-reset': '4102444800' };
  response.writeHead(status, {
    server: 'github.com',
    'x-github-request-id': 'C0DE:1:2:3:4',
    ...limits,
    ...headers,
    'content-length': String(bytes.length),
  });
  if (isCut) {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  } else {
    response.end(bytes);
  }
}

/** Does what was asked and sends what is due, or makes the trouble that was ordered in place of it. */
function deliver(scripted: ScriptedAnswer, response: ServerResponse, act: () => Answer): void {
  switch (scripted.kind) {
    case 'normal':
      send(response, act());
      return;
    case 'answer':
      send(response, scripted);
      return;
    case 'answer-after-acting':
      act();
      send(response, scripted);
      return;
    case 'cut-as':
      send(response, { ...act(), headers: { 'content-type': scripted.contentType } }, true);
      return;
    case 'cut':
      cut(scripted.when, response, act);
  }
}

function cut(when: 'before-acting' | 'after-acting' | 'mid-body', response: ServerResponse, act: () => Answer): void {
  const answer = when === 'before-acting' ? undefined : act();
  if (answer !== undefined && when === 'mid-body') {
    send(response, answer, true);
  } else {
    response.socket?.destroy();
  }
}

/** Starts a stand-in for GitHub's REST API on loopback; nothing of it is shared with another one. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const settings = toSettings(options);
  const comments = createCommentStore(settings.comments);
  const repository = openHosted(options, settings);
  const graphqlPath = `${settings.prefix.replace(/\/v3$/, '')}/graphql`;
  const requests: RecordedRequest[] = [];
  const queues = new Map<string, ScriptedAnswer[]>();
  const root = `${settings.prefix}/repos/${settings.repository}/`;
  const first = Promise.withResolvers<void>();
  let standing: ScriptedAnswer = { kind: 'normal' };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method: httpMethod = '', headers } = request;
    const rawBody = await readText(request);
    const { pathname, searchParams: query } = new URL(url, 'http://127.0.0.1');
    const isGraphql = httpMethod === 'POST' && pathname === graphqlPath;
    const target = isGraphql
      ? viewerTarget(settings)
      : pathname.startsWith(root)
        ? findTarget(pathname.slice(root.length), httpMethod, { repository, comments })
        : undefined;
    const { authorization = '', accept = '' } = headers;
    const route = target?.route ?? 'other';
    first.resolve();
    requests.push({ route, httpMethod, url, authorization, accept, rawBody });
    const act = (): Answer =>
      refusalOf(target, authorization, settings) ?? target?.act({ query, accept, body: bodyOf(rawBody) }) ?? NOT_FOUND;
    deliver(queues.get(route)?.shift() ?? standing, response, act);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${settings.prefix}`,
    graphqlUrl: `http://127.0.0.1:${port}${graphqlPath}`,
    requests,
    firstRequest: first.promise,
    routes: () => requests.map(({ route }) => route),
    comments: () => comments.all(),
    removeComment: (id) => comments.remove(id),
    answerNext: (route, ...answers) => {
      queues.set(route, [...(queues.get(route) ?? []), ...answers]);
    },
    answerAlways: (answer) => {
      standing = answer;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      repository.close();
    },
  };
}
