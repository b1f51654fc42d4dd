import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Reads a file of the repository. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Returns whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping under a key; an empty one where there is none. */
export function sectionOf(value: unknown, name: string): Record<string, unknown> {
  const section = isRecord(value) ? value[name] : undefined;
  return isRecord(section) ? section : {};
}

/** The cells of all rows between the marks of a name, without the heads of the tables. */
export function readTable(page: string, name: string): readonly (readonly string[])[] {
  const [, region = ''] = page.split(new RegExp(`<!-- /?${name} -->`));
  const tables = region.split(/\n(?!\|)/).map((part) => part.split('\n').filter((line) => line.startsWith('|')));
  return tables
    .flatMap((lines) => lines.slice(2))
    .map((row) =>
      row
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** The files that git has or would take. */
export function trackedFiles(): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return files.filter((file) => file !== '' && existsSync(join(ROOT, file)));
}

/** Markdown files for readers: those at the root, and `docs/` with all its folders. */
export function documents(): readonly string[] {
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true }).map((path) => join('docs', String(path)));
  return [...readdirSync(ROOT), ...inDocs].filter((path) => path.endsWith('.md'));
}

/** The blocks of YAML that a document shows. */
export function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^( *)```yaml\n([\s\S]*?)^\1```$/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** The actions that a text uses: each `uses:` with its comment. */
export function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, uses = '']) => uses);
}

/** The targets of links that lead nowhere in the repository. */
export function brokenLinks(document: string): readonly string[] {
  const targets = [...withoutCode(readText(document)).matchAll(/\]\(\s*<?([^)>\s]+)>?[^)]*\)/g)].map(
    ([, to = '']) => to,
  );
  return targets.filter((target) => !/^[a-z]+:/i.test(target)).filter((target) => isBroken(target, document));
}

function isBroken(target: string, document: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? join(ROOT, document) : resolve(ROOT, dirname(document), decodeURI(path));
  if (!existsSync(file)) {
    return true;
  }
  return anchor !== undefined && file.endsWith('.md') && !anchorsOf(readFileSync(file, 'utf8')).has(anchor);
}

function withoutCode(markdown: string): string {
  return markdown
    .replace(/^( *)```[\s\S]*?^\1```$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...withoutCode(markdown).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase());
  return new Set(headings.map((text) => text.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')));
}
