import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, accept, limitRate, refuse } from './answers.ts';
import type { ScriptedAnswer } from './scripted-answer.ts';

/** One request that waits for its answer. */
export interface Delivery {
  readonly response: ServerResponse;
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Does what was asked and returns the normal answer. */
  readonly act: () => Answer;
  /** Told what is sent, just before it is. */
  readonly note: (label: string) => void;
  /** Aborted when the simulator closes. */
  readonly closing: AbortSignal;
}

function writeHead({ response, headers }: Delivery, answer: Pick<Answer, 'status' | 'headers'>): void {
  response.writeHead(answer.status, { ...headers, ...answer.headers });
}

function send(delivery: Delivery, answer: Answer): void {
  delivery.note(answer.label);
  const length = String(Buffer.byteLength(answer.body));
  writeHead(delivery, { ...answer, headers: { ...answer.headers, 'content-length': length } });
  delivery.response.end(answer.body);
}

function cut(delivery: Delivery, when: 'before-acting' | 'after-acting' | 'mid-body'): void {
  const { response } = delivery;
  const answer = when === 'before-acting' ? undefined : delivery.act();
  delivery.note(`cut ${when}`);
  if (answer === undefined || when !== 'mid-body') {
    response.socket?.destroy();
    return;
  }
  const body = Buffer.from(answer.body);
  writeHead(delivery, { ...answer, headers: { ...answer.headers, 'content-length': String(body.length) } });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

function drip(delivery: Delivery, everyMs: number): void {
  const { response, closing } = delivery;
  delivery.note('drip');
  writeHead(delivery, { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } });
  const timer = setInterval(() => response.write(' '), everyMs);
  const stop = () => clearInterval(timer);
  response.once('close', stop);
  closing.addEventListener('abort', stop, { once: true });
}

async function waited(delayMs: number, closing: AbortSignal): Promise<boolean> {
  try {
    await delay(delayMs, undefined, { signal: closing });
    return true;
  } catch {
    return false;
  }
}

/** Gives a request its answer, or the trouble that was ordered in place of one. */
export async function deliver(scripted: ScriptedAnswer, delivery: Delivery): Promise<void> {
  switch (scripted.kind) {
    case 'normal':
      return send(delivery, delivery.act());
    case 'ok':
      return send(delivery, accept(scripted.body));
    case 'error':
      return send(delivery, refuse(scripted.error, scripted.body, scripted.status));
    case 'rate-limited':
      return send(delivery, limitRate(scripted.retryAfter, scripted.bodyOnly === true));
    case 'http': {
      const { status, body = '', headers = {} } = scripted;
      const withType = { 'content-type': 'text/html; charset=utf-8', ...headers };
      return send(delivery, { status, headers: withType, body, label: `http ${status}` });
    }
    case 'raw': {
      const headers = { 'content-type': scripted.contentType ?? 'application/json; charset=utf-8' };
      return send(delivery, { status: 200, headers, body: scripted.body, label: 'raw' });
    }
    case 'cut':
      return cut(delivery, scripted.when);
    case 'slow':
      if (await waited(scripted.delayMs, delivery.closing)) {
        await deliver(scripted.answer ?? { kind: 'normal' }, delivery);
      }
      return;
    case 'drip':
      return drip(delivery, scripted.everyMs);
    case 'hang':
      return delivery.note('hang');
  }
}
