import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A signal for the process, and when it comes: after so many ms, or once something has happened. */
export interface PlannedSignal {
  readonly signal: NodeJS.Signals;
  readonly when: Promise<unknown> | number;
}

export interface Program {
  readonly script: string;
  /** A command that starts Node in its turn, such as a shell; Node and the script are its last arguments. */
  readonly through?: readonly string[] | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: PlannedSignal;
  readonly timeoutMs: number;
}

export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The whole life of the process, start-up included. */
  readonly wallMs: number;
  /** From the planned signal to the end of the process; undefined when none was sent. */
  readonly signalToEndMs: number | undefined;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/**
 * Runs a script with this process's own Node.js until it ends.
 *
 * @throws when it had to be killed because it ran too long, or when what the signal waits for failed
 */
export async function runProgram({ script, through = [], cwd, env, signal, timeoutMs }: Program): Promise<ProgramEnd> {
  const startedMs = performance.now();
  const [command = process.execPath, ...args] = [...through, process.execPath, script];
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  let failure: Error | undefined;
  let signalledMs: number | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    child.kill('SIGKILL');
  };
  const sendSignal = () => {
    if (signal !== undefined && child.exitCode === null && child.signalCode === null) {
      signalledMs = performance.now();
      child.kill(signal.signal);
    }
  };
  const timeout = setTimeout(() => fail(new Error(`The process still ran after ${timeoutMs} ms`)), timeoutMs);
  const signalTimer = typeof signal?.when === 'number' ? setTimeout(sendSignal, signal.when) : undefined;
  if (typeof signal?.when === 'object') {
    signal.when.then(sendSignal, (cause: unknown) =>
      fail(new Error('The moment for the signal never came', { cause })),
    );
  }
  await once(child, 'close');
  clearTimeout(timeout);
  clearTimeout(signalTimer);
  const endedMs = performance.now();
  if (failure !== undefined) {
    throw new Error(`${failure.message}\n--- stdout\n${stdout()}\n--- stderr\n${stderr()}`, { cause: failure.cause });
  }
  return {
    exitCode: child.exitCode,
    signal: child.signalCode,
    stdout: stdout(),
    stderr: stderr(),
    wallMs: endedMs - startedMs,
    signalToEndMs: signalledMs === undefined ? undefined : endedMs - signalledMs,
  };
}
