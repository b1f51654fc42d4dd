import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/** What the runner takes from an `action.yml`. */
export interface ActionDefinition {
  /** Absolute path of the script that `runs.main` names. */
  readonly entry: string;
  /** The default of every input as it is written; empty when it has none. */
  readonly defaults: ReadonlyMap<string, string>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sectionOf(definition: unknown, name: string): Record<string, unknown> {
  const section = isRecord(definition) ? definition[name] : undefined;
  return isRecord(section) ? section : {};
}

function toDefault(input: unknown): string {
  const value = isRecord(input) ? input['default'] : undefined;
  return value === undefined || value === null ? '' : String(value);
}

/**
 * Reads an `action.yml`.
 *
 * @throws when it is no JavaScript action
 */
export async function readActionDefinition(file: string): Promise<ActionDefinition> {
  const definition: unknown = parse(await readFile(file, 'utf8'));
  const main = sectionOf(definition, 'runs')['main'];
  if (typeof main !== 'string') {
    throw new Error(`${file} names no runs.main`);
  }
  const inputs = Object.entries(sectionOf(definition, 'inputs'));
  return {
    entry: resolve(dirname(file), main),
    defaults: new Map(inputs.map(([name, input]) => [name, toDefault(input)])),
  };
}

/**
 * Turns the inputs of a step into the variables that the runner sets: one for every input of the action, hyphens kept.
 *
 * @throws when the action has no such input, where the runner would only warn
 */
export function toInputVariables(
  definition: ActionDefinition,
  inputs: Readonly<Record<string, string>>,
  githubToken: string,
): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !definition.defaults.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `action.yml has no input ${unknown.join(', ')}; it has ${[...definition.defaults.keys()].join(', ')}`,
    );
  }
  const variables: Record<string, string> = {};
  for (const [name, written] of definition.defaults) {
    const value = inputs[name] ?? written.replace(/\$\{\{\s*github\.token\s*\}\}/, githubToken);
    if (inputs[name] === undefined && value.includes('${{')) {
      throw new Error(`The default of input ${name} holds an expression that only a real runner knows: ${value}`);
    }
    variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  return variables;
}
