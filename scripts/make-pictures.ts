// Makes the pictures of the README, light and dark: what the committed bundle writes as job summary and as comment,
// as GitHub shows it. Needs Chromium, and is no part of the checks.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { toPage } from './demo/page.ts';
import { findChromium, findProgram, takePicture } from './pictures/browser.ts';
import { withFixedValues } from './pictures/fixed-values.ts';

// Users get the bundle, so the pictures show it; ACTION_UNDER_TEST=source shows the source instead.
process.env['ACTION_UNDER_TEST'] ??= 'bundle';
const { runPlan, runReset, runStopped } = await import('./pictures/scenes.ts');

const WIDTH = 920;
const SCALE = 2;
const MAX_BYTES = 250_000;
const FOLDER = new URL('../docs/images/', import.meta.url);

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
  { name: 'summary', markdown: withFixedValues(await runReset(), '27 s') },
  { name: 'comment', markdown: withFixedValues(await runPlan(), '0.9 s') },
  { name: 'stopped', markdown: withFixedValues(await runStopped(), '0.3 s') },
];
for (const { name, markdown } of pages) {
  for (const theme of ['light', 'dark'] as const) {
    const html = toPage(markdown, name, [theme]);
    const png = shrink(takePicture(html, { chromium, width: WIDTH, scale: SCALE }));
    writeFileSync(new URL(`${name}-${theme}.png`, FOLDER), png);
    console.log(`docs/images/${name}-${theme}.png: ${Math.round(png.length / 1000)} kB`);
    if (png.length > MAX_BYTES) {
      console.error(`That is more than ${MAX_BYTES / 1000} kB: is pngquant installed?`);
      process.exitCode = 1;
    }
  }
}
