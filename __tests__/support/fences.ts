import { posix } from 'node:path';

/** What one folder of `src/` may import, beside its own files. A file named in `only` has rules of its own. */
export interface Fence {
  readonly folders: readonly string[];
  /** npm packages, and Node's own modules as `node:…`. */
  readonly packages: readonly string[];
  readonly why: string;
  /** For single files of the folder: what they may import in addition. */
  readonly only?: Readonly<
    Record<string, { readonly folders?: readonly string[]; readonly packages?: readonly string[] }>
  >;
}

/** Every file of `src/` by its path from there, such as `people/plan.ts`, and its text. */
export type SourceFiles = ReadonlyMap<string, string>;

const COMMENT = /^\s*(?:\/\/|\/?\*).*$/gm;
const WORD = /(?<![\w$.'"`-])(?:import|require|createRequire)(?![\w$'"`:-]|\.meta\.(?:url|dirname|filename)\b)/g;
const FROM = /(?<![\w$.])(?:import|export)\s(?:[^'"`;]|\n)*?\bfrom\s*(['"])(?<from>[^'"\n]+)\1/g;
const BARE = /(?<![\w$.])import\s*\(?\s*(['"])(?<from>[^'"\n]+)\1/g;

/** The modules that a source names: static, dynamic and of types alone. One that cannot be read is `undefined`. */
export function findImports(source: string): readonly (string | undefined)[] {
  const code = source.replaceAll(COMMENT, '');
  const named = [FROM, BARE].flatMap((form) => [...code.matchAll(form)]);
  const imports = named.filter(([text]) => text.startsWith('import')).length;
  // Whatever looks like an import and has another form is not let through unread.
  const unread = Math.max(0, [...code.matchAll(WORD)].length - imports);
  return [...named.map(({ groups }) => groups?.['from']), ...Array.from({ length: unread }, () => undefined)];
}

/** Every import that no fence allows, in words. */
export function findForbidden(files: SourceFiles, fences: Readonly<Record<string, Fence>>): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const folder = folderOf(path);
    const fence = fences[folder];
    if (fence === undefined) return [`${path}: the folder has no fence`];
    return findImports(source).flatMap((name) => {
      if (name === undefined) return [`${path}: an import that cannot be read`];
      const more = fence.only?.[posix.basename(path)];
      if (!name.startsWith('.')) {
        const allowed = [...fence.packages, ...(more?.packages ?? [])];
        return allowed.includes(name) ? [] : [`${path} must not import ${name}: ${fence.why}`];
      }
      const target = resolveImport(path, name);
      if (!files.has(target)) return [`${path} must not import ${name}: no file of src/`];
      const allowed = [folder, ...fence.folders, ...(more?.folders ?? [])];
      return allowed.includes(folderOf(target)) ? [] : [`${path} must not import ${target}: ${fence.why}`];
    });
  });
}

/** Every group of files that import each other, imports of types included, each in alphabetical order. */
export function findCycles(files: SourceFiles): readonly (readonly string[])[] {
  const reached = new Map([...files.keys()].map((path) => [path, reach(path, files)]));
  const groups = new Map<string, readonly string[]>();
  for (const [path, targets] of reached) {
    const group = [...targets].filter((target) => reached.get(target)?.has(path)).sort();
    if (group.length > 0) groups.set(group.join(), group);
  }
  return [...groups.values()];
}

/** Every file and package that is loaded as soon as the entry is: what is imported later, or for types alone, is not. */
export function findLoadedAtStart(files: SourceFiles, entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const left = [entry];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const code = (files.get(path) ?? '').replaceAll(COMMENT, '');
    for (const [text, , from = ''] of [FROM, BARE].flatMap((form) => [...code.matchAll(form)])) {
      const name = from.startsWith('.') ? resolveImport(path, from) : from;
      if (/^(?:import|export)\s+type\b|^import\s*\(/.test(text) || loaded.has(name)) continue;
      loaded.add(name);
      if (files.has(name)) left.push(name);
    }
  }
  return loaded;
}

/** Every file that reads the environment in any of the usual ways. */
export function findEnvironmentReaders(files: SourceFiles): readonly string[] {
  const reads = /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[|[=(,]\s*(?:globalThis\s*\.\s*)?process\s*[;,)]/;
  return [...files].filter(([, source]) => reads.test(source.replaceAll(COMMENT, ''))).map(([path]) => path);
}

/** How many lines of source there are to one exported type. */
export function linesPerExportedType(files: SourceFiles): number {
  const count = (pattern: RegExp): number =>
    [...files.values()].reduce((sum, source) => sum + [...source.matchAll(pattern)].length, 0);
  return count(/\n/g) / count(/^export (?:declare )?(?:interface|type) \w/gm);
}

/** Every file that has more lines than that. */
export function findLongFiles(files: SourceFiles, most: number): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const lines = source.split('\n').length - 1;
    return lines > most ? [`${path} has ${lines} lines, at most ${most} are allowed`] : [];
  });
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}

function resolveImport(path: string, name: string): string {
  return posix.join(posix.dirname(path), name);
}

function reach(path: string, files: SourceFiles): ReadonlySet<string> {
  const seen = new Set<string>();
  const left = [path];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const name of findImports(files.get(next) ?? '')) {
      const target = name?.startsWith('.') ? resolveImport(next, name) : '';
      if (files.has(target) && !seen.has(target)) {
        seen.add(target);
        left.push(target);
      }
    }
  }
  return seen;
}
