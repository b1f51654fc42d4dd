import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--hide-scrollbars',
  // Chromium's sandbox does not work for root, and the only page opened is our own.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
const TIMEOUT_MS = 60_000;

/** The first program of these names on the PATH. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** @throws when there is no Chromium */
export function findChromium(): string {
  const given = process.env['CHROMIUM_PATH'] || undefined;
  if (given !== undefined && !isProgram(given)) {
    throw new Error(`CHROMIUM_PATH names ${given}, which is not a program.`);
  }
  const found = given ?? findProgram(CHROMIUM_NAMES);
  if (found === undefined) {
    throw new Error('The pictures are made by Chromium: install it, or set CHROMIUM_PATH to where it is.');
  }
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes a picture of a whole page, cropped to the height of its `<main>`.
 *
 * @param width - of the page in CSS pixels
 * @param scale - pixels of the picture for one of them
 * @returns the PNG
 */
export function takePicture(
  html: string,
  { chromium, width, scale }: { chromium: string; width: number; scale: number },
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const [page, picture] = [join(folder, 'page.html'), join(folder, 'page.png')];
    const script = '<script>document.body.dataset.height = document.querySelector("main").offsetHeight</script>';
    writeFileSync(page, html.replace('</body>', `${script}</body>`));
    const open = (height: number, ...flags: readonly string[]): string =>
      run(chromium, [
        ...FLAGS,
        `--user-data-dir=${join(folder, 'profile')}`,
        `--window-size=${width},${height}`,
        `--force-device-scale-factor=${scale}`,
        ...flags,
        pathToFileURL(page).href,
      ]);
    const [, height] = /data-height="(\d+)"/.exec(open(1000, '--dump-dom')) ?? [];
    if (height === undefined) {
      throw new Error(`${chromium} did not say how high the page is.`);
    }
    open(Number(height), `--screenshot=${picture}`);
    return readFileSync(picture);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws when the program fails */
function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: TIMEOUT_MS });
  if (status !== 0) {
    throw new Error(`${program} failed (${status}): ${stderr}`, { cause: error });
  }
  return stdout;
}
