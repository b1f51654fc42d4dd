import { once } from 'node:events';
import { connect, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer } from 'node:tls';
import { generate } from 'selfsigned';

/** A certificate made at test time, and the key to it; both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateOptions {
  readonly notBeforeDate?: Date;
  readonly notAfterDate?: Date;
  /** Who signs it; without, it signs itself. */
  readonly ca?: Certificate;
}

/** Makes a certificate for one host name or IP address. */
export async function makeCertificate(host: string, options: CertificateOptions = {}): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: options.ca === undefined, critical: true },
      { name: 'subjectAltName', altNames: [isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host }] },
    ],
    ...options,
  });
  return { cert, key };
}

/** A running TLS server on loopback that passes on what it decrypts. */
export interface TlsFront {
  readonly port: number;
  close(): Promise<void>;
}

/** Puts TLS before a plain server on loopback, such as the Slack simulator. */
export async function startTlsFront(certificate: Certificate, plainUrl: string): Promise<TlsFront> {
  const sockets = new Set<Duplex>();
  const keep = <Socket extends Duplex>(socket: Socket): Socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  const server = createServer(certificate, (client) => {
    const target = keep(connect(Number(new URL(plainUrl).port), '127.0.0.1'));
    keep(client).pipe(target).pipe(client);
    client.once('close', () => target.destroy());
    target.once('close', () => client.destroy());
  });
  // A client that does not trust the certificate goes away, which is what some tests are about.
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}
