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

/** A change of the source, as whole lines, white space collapsed. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A change that no test noticed. */
export interface Survivor extends Change {
  readonly line: number;
  readonly mutator: string;
  readonly status: string;
}

export interface Counts {
  readonly name: string;
  readonly all: number;
  readonly killed: number;
}

/** Sets survivors apart that an entry of the list explains; each entry explains one of them. */
export function explain(
  survivors: readonly Survivor[],
  list: readonly Change[],
): { unexplained: readonly Survivor[]; explained: number; unused: readonly Change[] } {
  const unused = [...list];
  const unexplained = survivors.filter((survivor) => {
    const place = unused.findIndex((entry) => isSame(entry, survivor));
    if (place !== -1) unused.splice(place, 1);
    return place === -1;
  });
  return { unexplained, explained: survivors.length - unexplained.length, unused };
}

function isSame(one: Change, other: Change): boolean {
  return one.file === other.file && one.before === other.before && one.after === other.after;
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

function toChange(source: string, { start, end }: Mutant['location'], replacement: string): Omit<Change, 'file'> {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const head = (lines[0] ?? '').slice(0, start.column - 1);
  const tail = (lines.at(-1) ?? '').slice(end.column - 1);
  return { before: collapse(lines.join('\n')), after: collapse(`${head}${replacement}${tail}`) };
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
