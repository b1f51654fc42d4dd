import { describe } from '@jest/globals';

/**
 * Says that a judge from outside is missing and what brings it.
 *
 * @throws where judges are required, as in `npm run witnesses`
 */
export function reportMissing(witness: string): void {
  const message = `${witness} is not installed, so that it judges nothing; \`npm run witnesses\` installs it.`;
  if (process.env['WITNESSES'] === 'required') {
    throw new Error(message);
  }
  console.warn(message);
}

/** `describe` where a judge from outside is there; else its tests are skipped, loudly. */
export function describeWith(witness: string, isThere: boolean): typeof describe | typeof describe.skip {
  if (!isThere) {
    reportMissing(witness);
  }
  return isThere ? describe : describe.skip;
}
