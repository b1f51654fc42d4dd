import { spawn } from 'node:child_process';
import { printTable } from './table.ts';

/** A command whose whole process is measured. */
export interface Program {
  readonly name: string;
  /** Default: this process's own Node. */
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** How long one run of a process took, from its start to its end. */
export async function timeProcess(program: Program, allowed: readonly number[] = [0]): Promise<number> {
  const { name, command = process.execPath, args, env, cwd } = program;
  const startedMs = performance.now();
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === null || !allowed.includes(code)) {
    throw new Error(`${name} ended with ${code}: ${told}`);
  }
  return performance.now() - startedMs;
}

/** Peak resident memory of a process in MiB, told by the process itself in a run of its own. */
export async function measureMemory({ name, args, env }: Program): Promise<number> {
  const probe =
    'import{writeSync as w}from"node:fs";process.on("exit",()=>w(3,String(process.resourceUsage().maxRSS)))';
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    told += chunk.toString('utf8');
  });
  await new Promise((resolve) => child.once('close', resolve));
  const kib = Number(told);
  if (!(kib > 0)) {
    throw new Error(`${name} did not tell its memory`);
  }
  return kib / 1024;
}

/** Times of several programs, taken in turn so that the machine's moods hit all alike. */
export async function timeInTurn(programs: readonly Program[], rounds: number): Promise<ReadonlyMap<string, number[]>> {
  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const program of programs) {
      const ms = await timeProcess(program);
      if (round >= 0) {
        times.get(program.name)?.push(ms);
      }
    }
  }
  return times;
}

/** Middle, least and largest of some figures. */
export function spread(figures: readonly number[]): {
  readonly median: number;
  readonly min: number;
  readonly max: number;
} {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, index))] ?? Number.NaN;
  const middle = sorted.length / 2;
  const median = (at(Math.ceil(middle) - 1) + at(Math.floor(middle))) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/** Ratios round by round: each pair was taken one after the other, so noise that lasts falls out. */
export function ratios(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value / (b[index] ?? Number.NaN));
}

/** Prints the programs' times and their ratios to some of them. */
export async function compare(
  title: string,
  programs: readonly Program[],
  { beside, rounds }: { beside: readonly string[]; rounds: number },
): Promise<void> {
  const times = await timeInTurn(programs, rounds);
  const rows = [];
  for (const program of programs) {
    const own = times.get(program.name) ?? [];
    const { median, min, max } = spread(own);
    const compared = beside.map((name) => [`to ${name}`, spread(ratios(own, times.get(name) ?? [])).median.toFixed(2)]);
    rows.push({
      program: program.name,
      'median ms': median.toFixed(0),
      'min–max ms': `${min.toFixed(0)}–${max.toFixed(0)}`,
      'peak MiB': program.command === undefined ? (await measureMemory(program)).toFixed(0) : '–',
      ...Object.fromEntries(compared),
    });
  }
  printTable(title, rows);
}
