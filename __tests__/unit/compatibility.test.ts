import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { QUESTIONS } from '../../scripts/probe/findings.ts';
import { toSettings } from '../support/slack-simulator/options.ts';

const text = readFileSync(new URL('../../docs/compatibility.md', import.meta.url), 'utf8');
const [, rules = ''] = text.split('## Rules and sources');
const rows = [...rules.matchAll(/^\| (?!rule|---)(.+) \| (.+) \| (.+) \|$/gm)].map(
  ([, rule = '', source = '', names = '']) => {
    return { rule, source, switches: [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name) };
  },
);
const KNOWN = new Set([...Object.keys(toSettings({})), 'rateLimit', 'sessionPageSize']);

describe('docs/compatibility.md', () => {
  it('names a source of each rule', () => {
    const sources = /\b(documented|sample|code|issue|live|assumed)\b/;
    expect(rows.filter(({ source }) => !sources.test(source))).toEqual([]);
    expect(rows.length).toBeGreaterThan(30);
  });

  it('names switches that the simulated Slack has', () => {
    const unknown = rows.flatMap(({ switches }) => switches.filter((name) => !KNOWN.has(name)));
    expect(unknown).toEqual([]);
  });

  it('has a rule for every switch that the probe asks about', () => {
    const mentioned = new Set(rows.flatMap(({ switches }) => switches));
    const asked = Object.keys(QUESTIONS).filter((name) => !name.includes(' '));
    expect(asked.filter((name) => !KNOWN.has(name))).toEqual([]);
    expect(asked.filter((name) => !mentioned.has(name))).toEqual([]);
  });
});
