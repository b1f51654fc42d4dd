// Gives the Action the name and the commit under which it is published:
//
//   node scripts/publish-as.ts <owner> <full commit SHA> <version, such as v1.2.3>
//
// It replaces "your-org" and the SHA of zeros in documents, examples and .github/, and, when run again for a later
// release, the owner, commit and version of the release before.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is published: the owner's name at GitHub, and the release that the examples pin. */
export interface Release {
  readonly owner: string;
  readonly sha: string;
  readonly version: string;
}

/** What is code, a test, or made by a tool names no owner. */
const ELSEWHERE = /^(?:src|dist|__tests__|scripts|bench)\/|^package-lock\.json$/;

/** Where a name or a pin may stand. */
export function isPublished(path: string): boolean {
  return !ELSEWHERE.test(path) && /\.(?:md|ya?ml|json)$|^\.github\//.test(path);
}

/** The text with the name and the pin of a release. */
export function publishAs(text: string, { owner, sha, version }: Release): string {
  return text
    .replaceAll(
      /[\w.-]+\/slack-session-reset@[0-9a-f]{40} # v\d+\.\d+\.\d+/g,
      `${owner}/slack-session-reset@${sha} # ${version}`,
    )
    .replaceAll('your-org', owner);
}

/** Reads a release from the words of a command line. @throws when a word is missing or malformed */
export function parseRelease([owner = '', sha = '', version = '']: readonly string[]): Release {
  const isFine = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(owner) && /^[0-9a-f]{40}$/.test(sha) && /[1-9a-f]/.test(sha);
  if (!isFine || !/^v\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(
      'Expected an owner, a full commit SHA and a version: publish-as.ts octo-org <40 hex digits> v1.0.0',
    );
  }
  return { owner, sha, version };
}

if (import.meta.main) {
  const root = process.cwd();
  const release = parseRelease(process.argv.slice(2));
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const file of files.filter(isPublished)) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = publishAs(before, release);
    if (after !== before) {
      writeFileSync(path, after);
      console.log(file);
    }
  }
}
