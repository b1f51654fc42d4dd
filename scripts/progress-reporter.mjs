// Says how far the tests are: one line in place on a terminal, one line a file in a log. Failures stand in full where they
// happen. Jest's own summary follows at the end.
import { relative } from 'node:path';

/** A reporter of Jest's. */
export default class ProgressReporter {
  #root;
  #done = 0;
  #failed = 0;
  #isTerminal = process.stderr.isTTY === true && !process.env['CI'];

  constructor({ rootDir }) {
    this.#root = rootDir;
  }

  onTestResult(_test, { testFilePath, numFailingTests, testExecError, failureMessage, perfStats, console }, results) {
    this.#done += 1;
    const failed = numFailingTests > 0 || testExecError !== undefined;
    if (failed) this.#failed += 1;
    const words = [
      `${this.#done} of ${results.numTotalTestSuites} files`,
      ...(this.#failed > 0 ? [`${this.#failed} failed`] : []),
      `${failed ? 'FAIL ' : ''}${relative(this.#root, testFilePath)} (${(perfStats.runtime / 1000).toFixed(1)} s)`,
    ];
    this.#write(words.join(', '), failed);
    for (const { message, origin } of console ?? []) process.stderr.write(`${message}\n${origin}\n`);
    if (failed) process.stderr.write(`${failureMessage}\n`);
  }

  onRunComplete() {
    if (this.#isTerminal) process.stderr.write('\r\u001b[K');
  }

  #write(line, stays) {
    if (!this.#isTerminal) process.stderr.write(`${line}\n`);
    else process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}${stays ? '\n' : ''}`);
  }
}
