import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';

const GROUNDS = { light: '#ffffff', dark: '#0d1117' } as const;

type Theme = keyof typeof GROUNDS;

/** GitHub's style sheet of a theme, for the elements of that theme only. */
function readStyle(theme: Theme): string {
  const file = fileURLToPath(import.meta.resolve(`github-markdown-css/github-markdown-${theme}.css`));
  return readFileSync(file, 'utf8').replaceAll('.markdown-body', `.markdown-${theme}`);
}

/**
 * A page in GitHub's style, once for each theme; what GitHub adds around a summary or a comment is left out.
 *
 * @param themes - those to show, from the top
 */
export function toPage(markdown: string, title: string, themes: readonly [Theme, ...Theme[]]): string {
  const body = marked.parse(markdown, { async: false, gfm: true });
  const parts = themes.map(
    (theme) => `<main class="markdown-${theme}" style="background: ${GROUNDS[theme]}">${body}</main>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${themes.map(readStyle).join('\n')}
html { background: ${GROUNDS[themes[0]]} }
body { margin: 0 }
main { padding: 24px 32px }
main > :last-child { margin-bottom: 0 !important }
</style></head><body>${parts.join('\n')}</body></html>
`;
}
