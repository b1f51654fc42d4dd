/** Something wrong with what the user gave, worded for the user; roster problems know their place in the file. */
export interface Problem {
  readonly message: string;
  /** Path of the roster file as the user knows it. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
}

/** Thrown when the input was refused: carries every problem found; nothing was sent to Slack. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}
