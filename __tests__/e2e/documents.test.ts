import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { parseRoster } from '../../src/roster/parse.ts';
import {
  brokenLinks,
  documents,
  isRecord,
  readTable,
  readText,
  sectionOf,
  trackedFiles,
  usesIn,
  yamlBlocks,
} from '../support/documents.ts';

const README = readText('README.md');
const ACTION: unknown = parse(readText('action.yml'));
const MAX_WORDS = 2_000;
const OWN = /^[\w.-]+\/slack-session-reset@/;

describe('documents', () => {
  it.each(documents())('%s has no link to a file or heading that does not exist', (document) => {
    expect(brokenLinks(document)).toEqual([]);
  });

  it('include all that a newcomer looks for', () => {
    expect(documents()).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md']),
    );
  });

  it(`begin with a README of at most ${MAX_WORDS} words`, () => {
    expect(README.split(/\s+/).filter((word) => word !== '').length).toBeLessThanOrEqual(MAX_WORDS);
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const document of reached) {
      const links = [...readText(document).matchAll(/\]\(([^)#\s]+\.md)/g)].map(([, to = '']) =>
        join(document, '..', to),
      );
      for (const link of links.filter((path) => documents().includes(path))) {
        reached.add(link);
      }
    }
    expect(documents().filter((document) => !reached.has(document))).toEqual([]);
  });

  it('use no words that a reader has to guess', () => {
    const odd =
      /living admin|needs? (?:a )?hand\b|surely untouched|asked for in|divided by|accepted are|passing fault/i;
    expect(documents().filter((document) => odd.test(readText(document)))).toEqual([]);
  });
});

describe('actions of others', () => {
  const files = trackedFiles().filter((file) => /\.(?:ya?ml|md)$/.test(file));
  const uses = files.flatMap((file) => usesIn(readText(file)).map((use) => ({ file, use })));
  const others = uses.filter(({ use }) => !use.startsWith('./') && !OWN.test(use));

  it('are found', () => {
    expect(others.length).toBeGreaterThan(20);
    expect(new Set(others.map(({ file }) => file.split('.').at(-1)))).toEqual(new Set(['yml', 'md']));
  });

  it('are pinned by full commit SHA with the version, in Markdown too', () => {
    expect(others.filter(({ use }) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });

  it('have one pin each', () => {
    const pins = Map.groupBy(others, ({ use }) => use.replace(/@.*/, ''));
    const different = [...pins].filter(([, list]) => new Set(list.map(({ use }) => use)).size > 1);
    expect(different).toEqual([]);
  });
});

interface Step {
  readonly uses: string;
  readonly run: string;
  readonly inputs: readonly string[];
}

function toStep(step: unknown): Step {
  const text = (name: string): string => (isRecord(step) && typeof step[name] === 'string' ? step[name] : '');
  return { uses: text('uses'), run: text('run'), inputs: Object.keys(sectionOf(step, 'with')) };
}

function stepsOf(example: unknown): readonly Step[] {
  if (Array.isArray(example)) {
    return example.map(toStep);
  }
  const steps = isRecord(example) && Array.isArray(example['steps']) ? example['steps'].map(toStep) : [];
  const ofJobs = Object.values(sectionOf(example, 'jobs')).flatMap((job) => {
    const list = isRecord(job) ? job['steps'] : undefined;
    return Array.isArray(list) ? list.map(toStep) : [];
  });
  return [...steps, ...ofJobs];
}

describe('YAML in documents', () => {
  const blocks = documents().flatMap((document) =>
    yamlBlocks(readText(document)).map((text) => ({ document, text, value: parse(text) as unknown })),
  );
  const steps = blocks.flatMap(({ value }) => stepsOf(value)).filter(({ uses, run }) => uses !== '' || run !== '');

  it('has no errors and warnings', () => {
    const parsed = blocks.flatMap(({ text }) => [...parseAllDocuments(text)]);
    expect(parsed.flatMap((document) => [...document.errors, ...document.warnings])).toEqual([]);
    expect(parsed).toHaveLength(blocks.length);
  });

  it('uses this Action with inputs that it has', () => {
    const known = Object.keys(sectionOf(ACTION, 'inputs'));
    const uses = steps.filter((step) => OWN.test(step.uses));
    expect(uses.length).toBeGreaterThan(1);
    expect(uses.flatMap(({ inputs }) => inputs).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('writes no expression into a script', () => {
    expect(steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  });

  it('shows in the README one whole workflow that may do nothing in the repository', () => {
    const workflows = blocks.filter(
      ({ document, value }) => document === 'README.md' && isRecord(value) && 'jobs' in value,
    );
    expect(workflows.map(({ value }) => [sectionOf(value, 'permissions'), isRecord(value) && 'on' in value])).toEqual([
      [{}, true],
    ]);
  });

  it('shows in the README a roster that is accepted as it stands', () => {
    const [text = ''] = yamlBlocks(README).filter((block) => block.includes('leavers:'));
    const { mentions, problems } = parseRoster(new TextEncoder().encode(text), 'README.md');
    expect(problems).toEqual([]);
    const due = mentions.map(({ effectiveMs }) => effectiveMs !== undefined && new Date(effectiveMs).toISOString());
    expect(due).toEqual(['2026-11-30T16:00:00.000Z', '2026-12-15T23:00:00.000Z']);
  });
});

describe('the Slack app of docs/setup.md', () => {
  const manifests = yamlBlocks(readText('docs/setup.md'))
    .map((text): unknown => parse(text))
    .filter((value) => isRecord(value) && 'display_information' in value);

  it('is one manifest that Slack would take', () => {
    expect(manifests).toHaveLength(1);
    const { name, description } = sectionOf(manifests[0], 'display_information');
    expect(String(name).length).toBeLessThanOrEqual(35);
    expect(String(description).length).toBeLessThanOrEqual(140);
  });

  it('is installed on the whole organization, does not rotate its token, and asks for what the Action uses', () => {
    const settings = sectionOf(manifests[0], 'settings');
    expect([settings['org_deploy_enabled'], settings['token_rotation_enabled']]).toEqual([true, false]);
    const scopes = sectionOf(sectionOf(manifests[0], 'oauth_config'), 'scopes');
    const requested = ['admin.users:write', 'admin.users:read', 'users:read', 'users:read.email'];
    expect(scopes).toEqual({ user: requested });
    expect(requested.filter((scope) => !README.includes(`\`${scope}\``))).toEqual([]);
  });
});

describe('messages in docs/troubleshooting.md', () => {
  const rows = readTable(readText('docs/troubleshooting.md'), 'messages').map(([message = '']) => [message]);
  const code = trackedFiles()
    .filter((file) => /^src\/.*\.ts$/.test(file))
    .map(readText)
    .join('\n');

  it('are there', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each(rows)('%s is what the Action says', (message) => {
    const parts = message
      .replaceAll('`', '')
      .split(/…/)
      .map((part) => part.trim());
    const long = parts.filter((part) => part.length > 7);
    expect(long.length).toBeGreaterThan(0);
    expect(long.filter((part) => !code.includes(part))).toEqual([]);
  });
});

describe('docs/evidence.md', () => {
  const page = readText('docs/evidence.md');
  const schema: unknown = JSON.parse(readText('report.schema.json'));

  function propertiesAt(...path: readonly string[]): readonly string[] {
    const place = path.reduce<unknown>((value, name) => sectionOf(value, name), schema);
    return Object.keys(isRecord(place) ? place : {});
  }

  it('says of each field of a person, and of the evidence, what it proves', () => {
    const person = propertiesAt('properties', 'results', 'items', 'properties').filter((name) => name !== 'evidence');
    const evidence = propertiesAt('properties', 'results', 'items', 'properties', 'evidence', 'properties');
    const names = [...person, ...evidence.map((name) => `evidence.${name}`)];
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('names no field that the report does not have', () => {
    const evidence = propertiesAt('properties', 'results', 'items', 'properties', 'evidence', 'properties');
    const named = [...page.matchAll(/`evidence\.(\w+)`/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !evidence.includes(name))).toEqual([]);
  });
});
