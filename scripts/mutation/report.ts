/** What Stryker writes: the part of the "mutation testing report schema" that is used here. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** A change of the source that no test noticed, as whole lines with whitespace collapsed. */
export interface Survivor {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly line: number;
  readonly mutator: string;
  readonly status: string;
}

export interface Counts {
  readonly name: string;
  readonly all: number;
  readonly killed: number;
}

export function findSurvivors({ files }: Report): Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ mutatorName, status, location, replacement }) => ({
        file,
        line: location.start.line,
        mutator: mutatorName,
        status,
        ...toChange(source, location, replacement),
      })),
  );
}

/** One row a file. A change that makes the tests run for ever is noticed; one that is no valid program does not count. */
export function toCounts({ files }: Report): Counts[] {
  return Object.entries(files).map(([name, { mutants }]) => {
    const valid = mutants.filter(({ status }) => !['CompileError', 'RuntimeError', 'Ignored'].includes(status));
    return {
      name,
      all: valid.length,
      killed: valid.filter(({ status }) => status === 'Killed' || status === 'Timeout').length,
    };
  });
}

/** The same by folder, from one row a file. */
export function toFolderCounts(counts: readonly Counts[]): Counts[] {
  const folders = new Map<string, Counts>();
  for (const { name, all, killed } of counts) {
    const folder = name.slice(0, name.lastIndexOf('/'));
    const sum = folders.get(folder);
    folders.set(folder, { name: folder, all: (sum?.all ?? 0) + all, killed: (sum?.killed ?? 0) + killed });
  }
  return [...folders.values()];
}

function toChange(
  source: string,
  { start, end }: Mutant['location'],
  replacement: string,
): Pick<Survivor, 'before' | 'after'> {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const head = (lines[0] ?? '').slice(0, start.column - 1);
  const tail = (lines.at(-1) ?? '').slice(end.column - 1);
  return { before: collapse(lines.join('\n')), after: collapse(`${head}${replacement}${tail}`) };
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
