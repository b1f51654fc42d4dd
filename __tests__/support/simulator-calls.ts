import { afterEach } from '@jest/globals';
import {
  SIMULATOR_TOKEN,
  type SimulatorOptions,
  type SlackSimulator,
  startSlackSimulator,
} from './slack-simulator/index.ts';

/** One answer of the simulator, as a plain HTTP client sees it. */
export interface SimulatorReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const running: SlackSimulator[] = [];

/** Starts a simulator that is closed after the test. */
export async function startForTest(options: SimulatorOptions): Promise<SlackSimulator> {
  const slack = await startSlackSimulator(options);
  running.push(slack);
  return slack;
}

/** Closes what `startForTest` started; to be called once in a test file. */
export function closeAfterEach(): void {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((slack) => slack.close()));
  });
}

/** Sends a request to a path under the API, or anywhere else on the server. */
export async function send(slack: SlackSimulator, path: string, init: RequestInit): Promise<SimulatorReply> {
  const headers = { authorization: `Bearer ${SIMULATOR_TOKEN}`, ...init.headers };
  const response = await fetch(new URL(path, slack.url), { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** Calls a method with a form, as most clients do. */
export function callForm(
  slack: SlackSimulator,
  method: string,
  form: Record<string, string>,
  token = SIMULATOR_TOKEN,
): Promise<SimulatorReply> {
  return send(slack, method, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** Calls a method with a JSON body. */
export function callJson(slack: SlackSimulator, method: string, body: object): Promise<SimulatorReply> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return send(slack, method, { method: 'POST', body: JSON.stringify(body), headers });
}
