import type { Problem } from '../people/problem.ts';
import type { Log } from '../runner/log.ts';
import { toLogText } from './text.ts';

/** GitHub shows at most ten annotations of a kind for a step. */
const MAX_ANNOTATIONS = 10;
/** One place is kept for the error that fails the step. */
const PLACES = { warning: MAX_ANNOTATIONS, error: MAX_ANNOTATIONS - 1 } as const;

type Kind = keyof typeof PLACES;

/** The annotations of one step. Those that GitHub would not show become lines of the log. */
export class Annotations {
  readonly #log: Log;
  readonly #shown: Record<Kind, number> = { warning: 0, error: 0 };
  readonly #hidden: Record<Kind, number> = { warning: 0, error: 0 };

  constructor(log: Log) {
    this.#log = log;
  }

  /** Shows problems, each at its place in a file if it has one. All errors must be shown in one call. */
  show(kind: Kind, problems: readonly Problem[]): void {
    // The last place says how many more there are. Only for errors is it certain that no more will come.
    const isAll = kind === 'error' && problems.length <= PLACES[kind];
    const most = isAll ? PLACES[kind] : PLACES[kind] - 1;
    for (const problem of problems) {
      if (this.#shown[kind] < most) {
        this.#shown[kind] += 1;
        this.#emit(kind, problem);
      } else {
        this.#hidden[kind] += 1;
        this.#log.info(toLogText(`${kind}: ${placeOf(problem)}${problem.message}`));
      }
    }
  }

  /** Shows a warning that has no place in a file. */
  warn(message: string): void {
    this.show('warning', [{ message }]);
  }

  /** Says how many problems are in the log only. Call once, at the end. */
  close(): void {
    for (const kind of ['warning', 'error'] as const) {
      const more = this.#hidden[kind];
      if (more > 0) {
        this.#emit(kind, { message: `${more} more problem${more === 1 ? '' : 's'}: see the log of this step.` });
      }
    }
  }

  #emit(kind: Kind, { message, file, line, column }: Problem): void {
    this.#log.annotate(kind, toLogText(message), { file, line, column });
  }
}

function placeOf({ file, line, column }: Problem): string {
  return file === undefined ? '' : `${file}:${line ?? 1}:${column ?? 1}: `;
}
