// Makes the pictures of the README, light and dark: what the committed bundle writes as job summary and as comment,
// as GitHub shows it. Needs Chromium, and is no part of the checks.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { findChromium, findProgram, takePicture } from './pictures/browser.ts';
import { withFixedValues } from './pictures/fixed-values.ts';
import { runPlan, runReset } from './pictures/scenes.ts';

const WIDTH = 920;
const SCALE = 2;
const MAX_BYTES = 250_000;
const FOLDER = new URL('../docs/images/', import.meta.url);

/** A page in GitHub's style; what GitHub adds around a summary or a comment is left out. */
function toPage(markdown: string, theme: 'light' | 'dark'): string {
  const style = readFileSync(fileURLToPath(import.meta.resolve(`github-markdown-css/github-markdown-${theme}.css`)));
  const body = marked.parse(markdown, { async: false, gfm: true });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><style>${style}
html { background: ${theme === 'light' ? '#ffffff' : '#0d1117'} }
body { margin: 0 }
main.markdown-body { padding: 24px 32px }
main.markdown-body > :last-child { margin-bottom: 0 }
</style></head><body><main class="markdown-body">${body}</main></body></html>
`;
}

/** Fewer colours make it a third of the size; without the tool the picture stays as it is. */
function shrink(png: Buffer): Buffer {
  const pngquant = findProgram(['pngquant']);
  if (pngquant === undefined) {
    return png;
  }
  const { status, stdout } = spawnSync(pngquant, ['--speed', '1', '--strip', '-'], { input: png, maxBuffer: 1e8 });
  return status === 0 ? stdout : png;
}

const chromium = findChromium();
mkdirSync(FOLDER, { recursive: true });
const pages = [
  { name: 'summary', markdown: withFixedValues(await runReset(), '7.3 s') },
  { name: 'comment', markdown: withFixedValues(await runPlan(), '0.2 s') },
];
for (const { name, markdown } of pages) {
  for (const theme of ['light', 'dark'] as const) {
    const html = toPage(markdown, theme);
    const png = shrink(takePicture(html, { chromium, width: WIDTH, scale: SCALE }));
    writeFileSync(new URL(`${name}-${theme}.png`, FOLDER), png);
    console.log(`docs/images/${name}-${theme}.png: ${Math.round(png.length / 1000)} kB`);
    if (png.length > MAX_BYTES) {
      console.error(`That is more than ${MAX_BYTES / 1000} kB: is pngquant installed?`);
      process.exitCode = 1;
    }
  }
}
