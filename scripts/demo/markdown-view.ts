import { type Paint, renderTable, WIDTH, wrap } from './screen.ts';

/** The Markdown that the Action writes, as a person would read it on a terminal: no markup, and tables aligned. */
export function renderMarkdown(markdown: string, paint: Paint): readonly string[] {
  const blocks = markdown
    .replaceAll(/<!--.*?-->\n?/g, '')
    .trim()
    .split(/\n{2,}/);
  const shown: (readonly string[])[] = [];
  let isFolded = false;
  for (const block of blocks) {
    const [, summary] = /^<details><summary>(.*)<\/summary>/.exec(block) ?? [];
    if (summary !== undefined) {
      isFolded = true;
      shown.push([`▸ ${toText(summary)}`]);
    } else if (block.startsWith('</details>')) {
      isFolded = false;
    } else if (!isFolded) {
      shown.push(renderBlock(block, paint));
    }
  }
  return shown.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function renderBlock(block: string, paint: Paint): readonly string[] {
  const [, heading] = /^##+ (.*)$/s.exec(block) ?? [];
  if (heading !== undefined) {
    return wrap(toText(heading), WIDTH).map((line) => paint('bold', line));
  }
  const [, small] = /^<sub>(.*)<\/sub>$/s.exec(block) ?? [];
  if (small !== undefined) {
    return wrap(toText(small), WIDTH).map((line) => paint('dim', line));
  }
  const lines = block.split('\n');
  if (block.startsWith('|')) {
    const rows = lines.filter((_, index) => index !== 1).map((line) => line.split('|').slice(1, -1));
    return renderTable(
      rows.map((row) => row.map((cell) => toText(cell.trim()))),
      paint,
    );
  }
  return lines.flatMap((line) => wrap(toText(line), WIDTH, line.startsWith('- ') ? '  ' : ''));
}

function toText(markdown: string): string {
  return markdown
    .replaceAll(/\[((?:`[^`]*`|[^\]`])*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<\/?code>|`|\*\*/g, '')
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
}
