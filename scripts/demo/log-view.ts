import { parseCommand } from '../../__tests__/support/workflow-commands.ts';
import { type Paint, WIDTH, wrap } from './screen.ts';

/** The warning that the simulator is no host of Slack's, which no user of Slack's own ever sees. */
const OF_SIMULATOR = /^"api-url": 127\.0\.0\.1:\d+ is not a host/;

/** A log as GitHub shows it: groups as headings, annotations in colour, and no commands. */
export function renderLog(log: string, paint: Paint): readonly string[] {
  let indent = '';
  return log
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const command = parseCommand(line);
      const message = command?.message ?? '';
      switch (command?.name) {
        case undefined:
          return wrap(line, WIDTH, `${indent}  `, indent);
        case 'group':
          indent = '  ';
          return [paint('bold', `▾ ${message}`)];
        case 'endgroup':
          indent = '';
          return [];
        case 'warning':
        case 'error': {
          if (OF_SIMULATOR.test(message)) {
            return [];
          }
          const isError = command?.name === 'error';
          const { file, line: number } = command?.properties ?? {};
          const place = file === undefined ? '' : `${file}:${number ?? 1}: `;
          const lines = wrap(`${isError ? 'Error' : 'Warning'}: ${place}${message}`, WIDTH, '  ');
          return lines.map((text) => paint(isError ? 'red' : 'yellow', text));
        }
        default:
          return [];
      }
    });
}
