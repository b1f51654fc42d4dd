import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Log } from '../../src/runner/log.ts';

/** A log, what it wrote by each write, and a way to end the turn of the event loop. */
function makeLog(fault?: Error) {
  const written: string[] = [];
  const faults: unknown[] = [];
  const deferred: (() => void)[] = [];
  const log = new Log({
    write: (text) => {
      if (fault !== undefined) throw fault;
      written.push(text);
    },
    onBroken: (error) => faults.push(error),
    defer: (callback) => deferred.push(callback),
  });
  const endTurn = (): void => deferred.splice(0).forEach((callback) => void callback());
  return { log, written, faults, endTurn };
}

describe('the log', () => {
  it('writes the lines of one turn together, in order', () => {
    const { log, written, endTurn } = makeLog();
    log.startGroup('People');
    log.info('U012A3CDE: queued');
    log.endGroup();
    log.debug('done');
    expect(written).toEqual([]);
    endTurn();
    log.info('later');
    endTurn();
    endTurn();
    expect(written).toEqual(['::group::People\nU012A3CDE: queued\n::endgroup::\n::debug::done\n', 'later\n']);
  });

  it('writes at once when it is flushed, and nothing twice', () => {
    const { log, written, endTurn } = makeLog();
    log.info('before the call');
    log.flush();
    expect(written).toEqual(['before the call\n']);
    log.flush();
    endTurn();
    expect(written).toEqual(['before the call\n']);
  });

  it('masks a secret before anything that comes later', () => {
    const { log, written } = makeLog();
    log.info('first');
    log.mask('xoxp-test');
    expect(written).toEqual(['first\n::add-mask::xoxp-test\n']);
  });

  it('does not gather without end', () => {
    const { log, written } = makeLog();
    for (let count = 0; count < 1000; count += 1) log.info('x'.repeat(999));
    expect(written.length).toBeGreaterThan(10);
    log.flush();
    expect(written.join('')).toBe(`${'x'.repeat(999)}\n`.repeat(1000));
  });

  it.each([
    ['a message alone', {}, '::error::50%25, a%0D%0Ab: c\n'],
    ['a file', { file: 'a,b:c%.yml' }, '::error file=a%2Cb%3Ac%25.yml::50%25, a%0D%0Ab: c\n'],
    ['a place', { file: 'r.yml', line: 3, column: 5 }, '::error file=r.yml,line=3,col=5::50%25, a%0D%0Ab: c\n'],
  ])('annotates %s as GitHub reads it', (_what, place, expected) => {
    const { log, written } = makeLog();
    log.annotate('error', '50%, a\r\nb: c', place);
    log.flush();
    expect(written).toEqual([expected]);
  });

  it('that can no longer be written calls back once, and never throws', () => {
    const fault = new Error('write EPIPE');
    const { log, faults, endTurn } = makeLog(fault);
    log.info('one');
    log.flush();
    log.info('two');
    log.mask('xoxp-test');
    log.flush();
    endTurn();
    expect(faults).toEqual([fault]);
  });
});

const MODULE = JSON.stringify(new URL('../../src/runner/log.ts', import.meta.url).href);

function start(source: string) {
  const script = `import { Log, writeWhole } from ${MODULE};\n${source}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

describe('on a real pipe, the log', () => {
  it('survives that the pipe is closed', async () => {
    const child = start(`
      const log = new Log({ write: (text) => writeWhole(process.stdout, text), onBroken: () => { process.exitCode = 7; } });
      process.stdin.once('end', () => { log.info('one'); log.flush(); log.info('two'); log.flush(); }).resume();
    `);
    child.stdout.destroy();
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([7, null]);
  });

  it('loses nothing when the reader is slow', async () => {
    const child = start(`
      const log = new Log({ write: (text) => writeWhole(process.stdout, text), onBroken: () => { process.exitCode = 8; } });
      for (let line = 0; line < 50_000; line += 1) log.info('line ' + line);
      log.flush();
      process.exit();
    `);
    await new Promise((done) => setTimeout(done, 300));
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(text).toBe(Array.from({ length: 50_000 }, (_, line) => `line ${line}\n`).join(''));
  });
});
