import { createHash } from 'node:crypto';

/**
 * Git's checksum of a file: of a header and the bytes.
 *
 * @param length - of the checksum: 40 for SHA-1, 64 for SHA-256 repositories
 */
export function blobShaOf(bytes: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
