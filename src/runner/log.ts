import { writeSync } from 'node:fs';

/** A text that has grown to this many characters is not kept any longer. */
const MAX_GATHERED_CHARACTERS = 65_536;
/** How long a reader who takes nothing is waited for, in ms. */
const MAX_BUSY_MS = 30_000;
const BUSY_PAUSE_MS = 2;

/** What the log needs from outside. */
interface Surroundings {
  /** Writes the whole text at once. @throws when it cannot */
  readonly write: (text: string) => void;
  /** Called once, when the log can no longer be written. */
  readonly onBroken: (error: unknown) => void;
  /** Calls back at the end of the current turn of the event loop. */
  readonly defer?: (callback: () => void) => void;
}

/**
 * The log of the step, in GitHub's form. Lines of one turn of the event loop are written together; {@link Log.flush}
 * writes at once. A log that can no longer be written never throws: the caller is called back once instead.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export class Log {
  readonly #surroundings: Required<Surroundings>;
  #lines: string[] = [];
  #characters = 0;
  #isBroken = false;

  constructor({ write, onBroken, defer = flushLater }: Surroundings) {
    this.#surroundings = { write, onBroken, defer };
  }

  /** Adds a line. Line ends and workflow commands from outside must have been taken out of it. */
  info(line: string): void {
    this.#add(line);
  }

  /** Adds a line that GitHub shows in a debug log only. */
  debug(line: string): void {
    this.#add(`::debug::${escapeText(line)}`);
  }

  /** Opens a folded group; groups cannot lie within each other. */
  startGroup(title: string): void {
    this.#add(`::group::${escapeText(title)}`);
  }

  /** Closes the group. */
  endGroup(): void {
    this.#add('::endgroup::');
  }

  /** Writes a folded group at once, together with all lines before it. */
  group(title: string, lines: readonly string[]): void {
    this.startGroup(title);
    for (const line of lines) {
      this.info(line);
    }
    this.endGroup();
    this.flush();
  }

  /** Adds an annotation, at its place in a file if it has one. */
  annotate(
    kind: 'error' | 'warning' | 'notice',
    message: string,
    { file, line, column }: { file?: string | undefined; line?: number | undefined; column?: number | undefined } = {},
  ): void {
    const properties = Object.entries({ file, line, col: column })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    this.#add(`::${kind}${properties.length > 0 ? ' ' : ''}${properties.join(',')}::${escapeText(message)}`);
  }

  /** Has GitHub mask a secret from here on, and says so at once: whatever else is written comes later. */
  mask(secret: string): void {
    this.#add(`::add-mask::${escapeText(secret)}`);
    this.flush();
  }

  /** Writes all lines that were gathered. Never throws. */
  flush(): void {
    if (this.#lines.length === 0) return;
    const text = `${this.#lines.join('\n')}\n`;
    this.#lines = [];
    this.#characters = 0;
    try {
      this.#surroundings.write(text);
    } catch (error) {
      this.#isBroken = true;
      this.#surroundings.onBroken(error);
    }
  }

  #add(line: string): void {
    if (this.#isBroken) return;
    if (this.#lines.length === 0) this.#surroundings.defer(() => this.flush());
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters >= MAX_GATHERED_CHARACTERS) this.flush();
  }
}

/**
 * Writes a text and returns when all of it is written, also when the reader of a pipe is slow.
 *
 * @param stream - standard output: that Node has made a stream of it is what makes a pipe one that does not block, so
 *   that a reader who takes nothing cannot stop the process
 * @throws when the pipe is closed, or its reader takes nothing for half a minute
 */
export function writeWhole({ fd: descriptor }: { readonly fd: number }, text: string): void {
  let left = Buffer.from(text, 'utf8');
  let busyMs = 0;
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(descriptor, left));
      busyMs = 0;
    } catch (error) {
      if (!isBusy(error) || busyMs >= MAX_BUSY_MS) throw error;
      busyMs += BUSY_PAUSE_MS;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_PAUSE_MS);
    }
  }
}

/** A full pipe that does not block, on Linux and macOS and on Windows. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EBUSY');
}

function flushLater(callback: () => void): void {
  setImmediate(callback);
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
