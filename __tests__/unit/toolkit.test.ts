import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkModule } from '../../scripts/bundle/toolkit.ts';

const NAME = '@actions/core/lib/platform.js';
const SOURCE = readFileSync(join(import.meta.dirname, '../../node_modules', NAME), 'utf8');
const EXPECTED = {
  imports: ['os', '@actions/exec'],
  exports: ['platform', 'arch', 'isWindows', 'isMacOS', 'isLinux', 'getDetails'],
};

describe('a module of the toolkit that the bundle replaces', () => {
  it('is as it was when that was decided', () => {
    expect(() => checkModule(NAME, SOURCE, EXPECTED)).not.toThrow();
  });

  it.each([
    ['imports more', `import fs from 'fs';\n${SOURCE}`],
    ['imports for effects alone', `import './more.js';\n${SOURCE}`],
    ['imports less', SOURCE.replace(/^import os .*$/m, '')],
    ['imports later', `${SOURCE}\nawait import('./more.js');\n`],
    ['requires', `${SOURCE}\nrequire('fs');\n`],
    ['exports more', `${SOURCE}\nexport const more = 1;\n`],
    ['exports less', SOURCE.replace('export const arch', 'const arch')],
  ])('stops the build when it %s', (_what, source) => {
    expect(() => checkModule(NAME, source, EXPECTED)).toThrow(`${NAME} has changed`);
  });
});

it('the part of the bundle that every run loads stays small', () => {
  const kB = statSync(join(import.meta.dirname, '../../dist/index.js')).size / 1000;
  expect(kB).toBeLessThan(275);
});

it('the bundle is plain ASCII, so that nothing in it is invisible', () => {
  const text = readFileSync(join(import.meta.dirname, '../../dist/index.js'), 'utf8');
  expect(text.match(/[^\n\r\t -~]/g)).toBeNull();
});
