import type { CallContext } from '../calls/call-context.ts';

/** The longest time between two lines of progress in the log, in ms. */
const EVERY_MS = 30_000;

/** Counts the calls of a reset, and logs its progress. */
export class Progress {
  readonly #context: CallContext;
  readonly #people: number;
  #calls = 0;
  #settled = 0;
  #refused = 0;
  #saidMs: number;

  constructor(context: CallContext, people: number) {
    this.#context = context;
    this.#people = people;
    this.#saidMs = context.clock.monotonicMs();
  }

  /** Counts a call, from 1. */
  nextCall(): number {
    this.#calls += 1;
    return this.#calls;
  }

  /** Counts settled people, and those of them that Slack refused. */
  settled(people: number, refused: number): void {
    this.#settled += people;
    this.#refused += refused;
  }

  /** Logs the progress of the reset, if the last line was long enough ago. */
  say(): void {
    const { clock, bounds, log } = this.#context;
    const nowMs = clock.monotonicMs();
    if (nowMs - this.#saidMs < EVERY_MS) {
      return;
    }
    this.#saidMs = nowMs;
    const used = Math.round((nowMs - bounds.startMs) / 1000);
    const total = Math.round((bounds.deadlineMs - bounds.startMs) / 1000);
    const people = `${this.#settled} of ${this.#people} people settled, ${this.#refused} refused`;
    log.info(`Progress: ${people}, ${used} of ${total} s used`);
  }
}
