import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

/** Starts to listen on a free port. `close` also cuts every connection that is still open. */
export async function openServer(server: Server, host = '127.0.0.1'): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close };
}
