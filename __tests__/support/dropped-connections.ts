import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A port of this machine that answers no attempt to connect, as behind a firewall that drops packets. */
export interface SilentPort {
  readonly port: number;
  close(): void;
}

const LISTENER = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.stdout.write(String(server.address().port)));
`;
const ATTEMPTS = 20;
const PATIENCE_MS = 300;

/**
 * Stops a process that listens and fills its queue of connections: Linux drops every further attempt.
 *
 * @returns undefined where the system does otherwise
 */
export async function openSilentPort(): Promise<SilentPort | undefined> {
  const listener = spawn(process.execPath, ['-e', LISTENER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = Number(String((await once(listener.stdout, 'data'))[0]));
  listener.kill('SIGSTOP');
  const sockets: Socket[] = [];
  const silent = { port, close: () => close(listener, sockets) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!(await isAnswered(port, sockets))) return silent;
  }
  silent.close();
  return undefined;
}

function close(listener: ChildProcess, sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.destroy();
  listener.kill('SIGKILL');
}

async function isAnswered(port: number, sockets: Socket[]): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  return Promise.race([
    once(socket, 'connect').then(() => true),
    new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE_MS);
    }),
  ]);
}
