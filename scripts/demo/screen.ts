/** How a text looks on a terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** No line is longer, in characters. */
export const WIDTH = 80;

/** Puts a style on a text; a terminal that wants no colours gets the text alone. */
export type Paint = (style: Style, text: string) => string;

/**
 * Colours on a terminal, and none elsewhere or under `NO_COLOR`.
 *
 * @see https://no-color.org
 */
export function createPaint(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const isColored = isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return (style, text) => (isColored ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}

/**
 * Breaks a text into lines of at most `width` characters, between words where there are any.
 *
 * @param indent - put before every line but the first
 * @param first - put before the first line
 */
export function wrap(text: string, width: number, indent = '', first = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => cut(part, width - indent.length))) {
    const prefix = lines.length === 0 ? first : indent;
    if (line !== '' && prefix.length + line.length + 1 + word.length > width) {
      lines.push(`${prefix}${line}`);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, `${lines.length === 0 ? first : indent}${line}`];
}

function cut(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...cut(word.slice(width), width)];
}

/**
 * A table with aligned columns, its head in bold, no wider than a screen: the widest column is broken into lines.
 *
 * @param rows - the head first
 */
export function renderTable(rows: readonly (readonly string[])[], paint: Paint, width = WIDTH): readonly string[] {
  const [head = []] = rows;
  const widths = head.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const gaps = 2 * (widths.length - 1);
  const total = (): number => widths.reduce((sum, each) => sum + each, gaps);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = Math.max(8, (widths[widest] ?? 0) - (total() - width));
    if (Math.max(...widths) <= 8) {
      break;
    }
  }
  return rows.flatMap((row, index) => {
    const cells = head.map((_, column) => wrap(row[column] ?? '', widths[column] ?? 8));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const text = cells
        .map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd();
      return index === 0 ? paint('bold', text) : text;
    });
  });
}
