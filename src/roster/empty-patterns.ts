import { globSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Why a pattern matches no file, and whether that is fine: everything may be archived, or nothing may be there yet. */
export type EmptyPattern = { readonly isFine: boolean; readonly why: string };

const KEEP = 'git drops empty folders; a file named .gitkeep keeps one';

const PLAIN = /[*?[\]{}()!+@]/;

/**
 * Explains why a pattern matches no file.
 *
 * @param cwd - the folder to which the pattern is relative
 * @param mayLookInto - whether rosters may be in a folder; any other folder counts as absent
 */
export function explainEmptyPattern(
  pattern: string,
  { cwd, mayLookInto }: { cwd: string; mayLookInto: (folder: string) => boolean },
): EmptyPattern {
  const segments = pattern.replaceAll('\\', '/').split('/');
  const name = segments.pop() ?? '';
  const deep = segments.indexOf('**');
  const folderPattern = (deep === -1 ? segments : segments.slice(0, deep)).join('/');
  const folders = findFolders(folderPattern, cwd).filter(mayLookInto);
  if (folders.length === 0) return { isFine: false, why: `matches no file: there is no such folder. ${KEEP}` };
  const endings = endingsOf(name);
  const others = folders.flatMap((folder) => otherEndings(folder, endings));
  const [other] = others;
  if (other !== undefined) {
    return {
      isFine: false,
      why: `matches no file: files in that folder end in ${other}, not in ${endings.join(' or ')}`,
    };
  }
  return {
    isFine: true,
    why: 'matches no file, so it names nobody: all files are archived, or there are none yet',
  };
}

function findFolders(pattern: string, cwd: string): string[] {
  const found = PLAIN.test(pattern) ? globSync(pattern, { cwd }) : [pattern === '' ? '.' : pattern];
  return found.map((folder) => resolve(cwd, folder)).filter(isFolder);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The extensions that a name pattern requires; none if it accepts any. */
function endingsOf(name: string): readonly string[] {
  return [...new Set(name.match(/\.?ya?ml\b/gi) ?? [])].map((ending) =>
    ending.startsWith('.') ? ending : `.${ending}`,
  );
}

/** Extensions of files in a folder that mean the same but are spelled differently. */
function otherEndings(folder: string, endings: readonly string[]): readonly string[] {
  if (endings.length === 0) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return names.flatMap(({ name }) => /\.ya?ml$/i.exec(name)?.[0] ?? []).filter((ending) => !endings.includes(ending));
}
