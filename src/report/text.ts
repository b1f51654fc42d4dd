/** Control characters, and marks that change the direction of text or hide it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/** Anything that looks like a Slack or GitHub token; the runner masks the tokens it knows, this masks the rest. */
const TOKEN = /x(?:ox[a-z]|app)(?:\.xox[a-z])?-[\w.%-]+|gh[a-z]_\w{16,}|github_pat_\w{16,}/g;
const MAX_LENGTH = 1000;

/** One harmless line of text for the log: no control characters, and nothing that the runner takes for a command. */
export function toLogText(text: string): string {
  return clip(
    plain(text)
      .replaceAll('##[', '# #[')
      .replace(/^\s*::/, ': :'),
  );
}

/**
 * A Markdown code span, safe in a table, whatever the text contains: no markup, no link, no mention.
 *
 * Inside a code span only the backtick and, in a table, the bar mean anything; text with one of them becomes
 * `<code>` with every character as an entity. GitHub looks for mentions only outside code.
 */
export function toCode(text: string): string {
  const line = clip(plain(text)).trim();
  if (/^[^`|\\]+$/.test(line)) {
    return `\`${line}\``;
  }
  return `<code>${line.replace(/[^A-Za-z0-9 ]/gu, (char) => `&#${char.codePointAt(0)};`)}</code>`;
}

/** A word that means nothing to Markdown, HTML or GitHub, with the punctuation around it. */
const PLAIN_WORD =
  /^[(\u201c]?[A-Za-z0-9\u00c0-\u024f]+(?:[-\u2019'/.,][A-Za-z0-9\u00c0-\u024f]+)*[).,;:?!\u2026\u201d]*$|^[\u2013=+:-]$/;
/** Words that GitHub turns into links: hosts, commits, issues in other trackers. */
const LIVE_WORD = /(?<![a-z0-9])(?:www\.|(?=\d*[a-f])[0-9a-f]{7,64}(?![a-z0-9]))|[a-z]{2,}-\d/i;

/**
 * A sentence of ours as Markdown: its words as they are, and anything else in code, such as values in quotes,
 * names of inputs and paths. Nothing in it can become markup, a link or a mention.
 */
export function toProse(text: string): string {
  const chunks = clip(plain(text)).match(/(?:"[^"]*"|[^\s"]|")+/g) ?? [];
  return chunks.map(toProseWord).join(' ');
}

function toProseWord(chunk: string): string {
  if (PLAIN_WORD.test(chunk) && !LIVE_WORD.test(chunk)) {
    return chunk;
  }
  const [, start = '', word = '', end = ''] = /^(\(?)(.*?)([.,;:)]*)$/s.exec(chunk) ?? [];
  const value = word.replaceAll('"', '').trim();
  return value === '' ? toCode(chunk) : `${start}${toCode(value)}${end}`;
}

/** A link whose text is safe Markdown already; the address must be one of ours. */
export function toLink(markdown: string, url: string | undefined): string {
  return url === undefined ? markdown : `[${markdown}](${url})`;
}

function plain(text: string): string {
  return text.replace(TOKEN, '***').replace(INVISIBLE, '\ufffd');
}

function clip(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** The same text with its first letter capitalized. */
export function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** A moment in UTC for a reader, to the second at most: `2026-11-30 16:00 UTC`. */
export function toMoment(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  return `${date} ${time.slice(0, 8).replace(/:00$/, '')} UTC`;
}

/** How long something took: `0.4 s`, `48 s`, `14 min 3 s`, `3 h 20 min`, `26 d 8 h`. */
export function toDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 10) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min ${seconds % 60} s`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A moment in UTC in RFC 3339 form; null stays null. */
export function toTimestamp(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : new Date(ms).toISOString();
}
