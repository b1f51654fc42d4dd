import { readFileSync } from 'node:fs';

/** What a client's type declarations say of an answer: the type of every field, by the name of the interface. */
export type DeclaredAnswer = ReadonlyMap<string, ReadonlyMap<string, string>>;

const PACKAGE = new URL('../../node_modules/@slack/web-api/dist/', import.meta.url);

/** The fields that the client itself adds to or reads from every answer, `WebAPICallResult` of its declarations. */
const METADATA = ['warnings', 'next_cursor', 'scopes', 'acceptedScopes', 'retryAfter', 'messages'];

function fieldsIn(block: string): ReadonlyMap<string, string> {
  const fields = block.matchAll(/^ {4}(\w+)\?: ([^;]+);$/gm);
  return new Map([...fields].map(([, name = '', type = '']) => [name, type]));
}

/** Reads the declarations that Slack generates from recorded answers, for one method of `@slack/web-api`. */
export function readDeclaredAnswer(typeName: string): DeclaredAnswer {
  const text = readFileSync(new URL(`types/response/${typeName}.d.ts`, PACKAGE), 'utf8');
  const interfaces = [...text.matchAll(/^export interface (\w+) \{\n([^}]*)\}/gm)];
  const root = /^export type \w+ = WebAPICallResult & \{\n([^}]*)\}/m.exec(text)?.[1] ?? '';
  return new Map([
    ['', fieldsIn(root)],
    ...interfaces.map(([, name = '', block = '']) => [name, fieldsIn(block)] as const),
  ]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns what an answer has that the declarations do not know, or know as another type; `[]` when they describe it. */
export function disagreements(answer: unknown, declared: DeclaredAnswer, type = '', path = ''): readonly string[] {
  if (type.endsWith('[]')) {
    return Array.isArray(answer)
      ? answer.flatMap((item) => disagreements(item, declared, type.slice(0, -2), `${path}[]`))
      : [`${path} is not a list`];
  }
  const fields = declared.get(type);
  if (fields === undefined) {
    return typeof answer === type ? [] : [`${path} is not a ${type}`];
  }
  if (!isObject(answer)) {
    return [`${path} is not an object`];
  }
  return Object.entries(answer).flatMap(([name, value]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const fieldType = fields.get(name);
    if (fieldType !== undefined) {
      return name === 'response_metadata' ? [] : disagreements(value, declared, fieldType, place);
    }
    return name === 'response_metadata' ? unknownMetadata(value) : [`${place} is not declared`];
  });
}

function unknownMetadata(metadata: unknown): readonly string[] {
  const names = isObject(metadata) ? Object.keys(metadata) : ['(no object)'];
  return names.filter((name) => !METADATA.includes(name)).map((name) => `response_metadata.${name} is not declared`);
}
