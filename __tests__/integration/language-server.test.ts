import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { languageServerPath } from '../../scripts/tools/install.ts';
import { LanguageServer } from '../support/language-server.ts';
import { ACCEPTED, REFUSED } from '../support/roster-documents.ts';
import { describeWith } from '../support/witnesses.ts';

// What an editor shows to whoever writes a roster, judged by the language server that VS Code's YAML extension uses.
const SCHEMA = new URL('../../roster.schema.json', import.meta.url).href;
const MODELINE = `# yaml-language-server: $schema=${SCHEMA}\n`;

/** It counts a character outside of the basic plane twice, so that it underlines what is accepted. */
const COUNTED_OTHERWISE = 'a ticket of 200 characters outside the basic plane';

/** A schema sees one document of plain values; these are left to the Action, which refuses them. */
const NOT_SEEN = ['a merge key', 'a binary value', 'an infinite ticket', 'two documents'];

const path = languageServerPath();

describeWith('The YAML language server', existsSync(path))('yaml-language-server', () => {
  let server: LanguageServer;
  let documents = 0;
  /** What is underlined in each document of the table, by its name. All are opened at once, since the server waits. */
  const underlined = new Map<string, readonly string[]>();

  beforeAll(async () => {
    server = new LanguageServer(path);
    await server.start({
      yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
    });
    const read = async ([name, text]: readonly [string, string]) => underlined.set(name, await problems(text));
    await Promise.all([...ACCEPTED, ...REFUSED].map(read));
  }, 60_000);
  afterAll(() => server.stop());

  function newUri(): string {
    documents += 1;
    return `file:///rosters/${documents}.yml`;
  }

  async function problems(text: string): Promise<readonly string[]> {
    const diagnostics = await server.diagnose(newUri(), MODELINE + text);
    return diagnostics.map(({ message }) => message);
  }

  it.each(ACCEPTED.filter(([name]) => name !== COUNTED_OTHERWISE))('has nothing against %s', (name) => {
    expect(underlined.get(name)).toEqual([]);
  });

  it.each(REFUSED.filter(([name]) => !NOT_SEEN.includes(name)))('underlines %s', (name) => {
    expect(underlined.get(name) ?? []).not.toEqual([]);
  });

  it.each(NOT_SEEN)('leaves %s to the Action', (name) => {
    expect(underlined.get(name)).toEqual([]);
  });

  it('underlines a ticket that only it counts as too long', () => {
    expect(underlined.get(COUNTED_OTHERWISE)).toEqual([expect.stringContaining('200')]);
  });

  it('proposes the keys of an entry', async () => {
    const text = `${MODELINE}leavers:\n  - user_id: W012A3CDE\n    \n`;
    const uri = newUri();
    await server.diagnose(uri, text);
    const position = { line: 3, character: 4 };
    const { items } = (await server.request('textDocument/completion', { textDocument: { uri }, position })) as {
      items: readonly { label: string }[];
    };
    const labels = items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['effective', 'last_day', 'ticket', 'name', 'note']));
  });

  it('explains a key on hover', async () => {
    const text = `${MODELINE}leavers:\n  - user_id: W012A3CDE\n    last_day: 2026-12-15\n`;
    const uri = newUri();
    await server.diagnose(uri, text);
    const position = { line: 3, character: 6 };
    const hover = await server.request('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toMatch(/last day|end of/i);
  });
});
