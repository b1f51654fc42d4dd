import { marked } from 'marked';

/** What a page shows that was made of Markdown. */
export interface Page {
  /** The names of its elements, each once, sorted. */
  readonly elements: readonly string[];
  /** Attributes of all elements, as written. */
  readonly attributes: readonly string[];
  /** The text outside of code, where GitHub looks for mentions, issues and commits. */
  readonly text: string;
  /** Comments of HTML, which a page does not show. */
  readonly comments: readonly string[];
}

function decodeEntities(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Renders Markdown in GitHub's flavour. */
export function renderPage(markdown: string): Page {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const comments = html.match(/<!--[\s\S]*?-->/g) ?? [];
  const tags = html.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<([a-z][\w-]*)((?:\s[^>]*)?)>/gi);
  const found = [...tags].map(([, name = '', attributes = '']) => [name.toLowerCase(), attributes.trim()] as const);
  const outside = html
    .replaceAll(/<!--[\s\S]*?-->/g, ' ')
    .replaceAll(/<code>[\s\S]*?<\/code>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ');
  return {
    elements: [...new Set(found.map(([name]) => name))].toSorted(),
    attributes: found.flatMap(([, attributes]) => (attributes === '' ? [] : [attributes])),
    text: decodeEntities(outside),
    comments,
  };
}

const OURS = new Set(
  'h2 h3 p strong em ul ol li table thead tbody tr th td code details summary sub br hr a'.split(' '),
);
/** Links to lines of the repository and to the run; no other link is ours. */
const OUR_LINK =
  /^href="https:\/\/github\.com\/octo-org\/offboarding\/(?:blob\/[0-9a-f]{40}\/[\w.~%/-]+#L\d+|actions\/runs\/\d+\/attempts\/\d+)"$/;
/** A mention, an issue, a commit, a link, a picture by its name: what GitHub makes something of outside of code. */
const LIVE =
  /@[a-z\d]|(?:^|[\s(])(?:[\w.-]+\/[\w.-]+)?#\d|\bGH-\d|\b[0-9a-f]{40}\b|\b(?:https?|ftp):\/\/|\bwww\.|\[[^\]]*\]\(|!\[|<[a-z!/]/i;

/** What is on a page that cannot come from us: an element, an attribute, a mention, a link. */
export function findForeign(markdown: string): readonly string[] {
  const { elements, attributes, text, comments } = renderPage(markdown);
  return [
    ...elements.filter((name) => !OURS.has(name)).map((name) => `<${name}>`),
    ...attributes.filter((attribute) => !/^align="(left|right|center)"$/.test(attribute) && !OUR_LINK.test(attribute)),
    ...comments.filter((comment) => !/^<!-- slack-session-reset [0-9a-f]{16} -->$/.test(comment)),
    ...(LIVE.exec(text) ?? []),
    ...(/[\p{Cc}\p{Cf}\u2028\u2029]/u.exec(text.replaceAll('\n', '')) ?? []),
  ];
}
