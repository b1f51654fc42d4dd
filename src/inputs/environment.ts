import { INPUT_NAMES, type InputName } from './names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** So many edits make another word of a short name, and are still a slip in a long one. */
const EDITS_OF_SHORT_NAMES = 1;
const EDITS_OF_LONG_NAMES = 3;
const LONG_NAME_LETTERS = 8;
/** Named one by one; the others are counted. */
const MAX_NAMED = 5;

/**
 * Finds what is wrong with the names of inputs: GitHub passes on an input with a misspelt name, with no more than a
 * warning, and the intended one keeps its default.
 *
 * @returns one message for each problem
 */
export function findNameProblems(env: Environment): readonly string[] {
  const absent = INPUT_NAMES.filter((name) => env[variableOf(name)] === undefined);
  return [...(absent.length === 0 ? [] : [describeAbsent(absent)]), ...findNearMisses(env)];
}

function findNearMisses(env: Environment): readonly string[] {
  const ours = new Set<string>(INPUT_NAMES.map(variableOf));
  return Object.entries(env).flatMap(([variable, value = '']) => {
    if (!/^INPUT_/i.test(variable) || ours.has(variable) || value.trim() === '') return [];
    const written = variable.slice('INPUT_'.length).toLowerCase();
    const meant = nearest(written.replaceAll('_', '-'));
    if (meant === undefined || env[variableOf(meant)]?.trim() === value.trim()) return [];
    // So near to a name of ours it holds at most three characters of anybody else's.
    const shown = written.replace(/[^a-z0-9_.-]/g, '?');
    return [`Expected the input "${meant}", got "${shown}", which this Action does not have: correct the name.`];
  });
}

function nearest(written: string): InputName | undefined {
  const near = INPUT_NAMES.map((name) => ({ name, edits: countEdits(written, name) }))
    .filter(({ name, edits }) => edits <= allowedEdits(name))
    .toSorted((a, b) => a.edits - b.edits);
  return near[0]?.name;
}

function allowedEdits(name: InputName): number {
  return name.replaceAll('-', '').length >= LONG_NAME_LETTERS ? EDITS_OF_LONG_NAMES : EDITS_OF_SHORT_NAMES;
}

/** How many letters must be put in, left out, changed, or swapped with their neighbor to make one word of another. */
function countEdits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > EDITS_OF_LONG_NAMES) return EDITS_OF_LONG_NAMES + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        isSwap ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs */
function describeAbsent(absent: readonly InputName[]): string {
  const named = absent.slice(0, MAX_NAMED).map((name) => `"${name}"`);
  const rest = absent.length - named.length;
  const hint = absent.every((name) => name.includes('-'))
    ? 'All of them have a hyphen: a shell between the runner and Node dropped them, as dash does, which is /bin/sh on Debian and Ubuntu. Start Node without a shell, or with bash.'
    : 'Something between the runner and Node dropped them, such as a wrapper script, sudo or env -i.';
  return (
    'Expected an environment variable INPUT_… for every input, as GitHub sets them, empty or not; ' +
    `got none for ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. ${hint}`
  );
}

/** The variable by which the runner passes an input on. */
function variableOf(name: InputName): string {
  return `INPUT_${name.toUpperCase()}`;
}
