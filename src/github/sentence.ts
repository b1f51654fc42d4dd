import { isJsonObject } from '../calls/json.ts';

const MAX_LENGTH = 200;
/** GitHub words that are capitalized in the middle of a sentence. */
const TERMS =
  /^(?:GitHub|Actions?|Apps?|OAuth|API|IP|SAML|SSO|URL|HTTP|REST|GraphQL|Enterprise|Repository|Issues?|Found|Failed|Error)$/;
const WORD = /^(?:[A-Z]?[a-z][a-z'-]{0,20}|[a-z]|A|I|\d{1,6})$/;

/**
 * What GitHub says about a refusal, in one line that is safe to show. A word that can be a name, a path or an address
 * becomes an ellipsis.
 *
 * @param error - as Octokit throws it
 */
export function readSentence(error: unknown): string | undefined {
  const response: unknown = error instanceof Error && 'response' in error ? error.response : undefined;
  const data: unknown = isJsonObject(response) ? response['data'] : undefined;
  if (!isJsonObject(data) || typeof data['message'] !== 'string') {
    return undefined;
  }
  const [detail]: unknown[] = Array.isArray(data['errors']) ? data['errors'] : [];
  const more = isJsonObject(detail) && typeof detail['message'] === 'string' ? `: ${detail['message']}` : '';
  const words = `${data['message'].slice(0, MAX_LENGTH)}${more.slice(0, MAX_LENGTH)}`.split(/[\p{C}\p{Z}]+/u);
  const line = words.filter((word) => word !== '').map(toSafe);
  return line.length === 0
    ? undefined
    : line
        .join(' ')
        .replaceAll(/…(?: …)+/g, '…')
        .slice(0, MAX_LENGTH);
}

/** Keeps punctuation around a word that is plain: all lower case, or with a capital where a sentence begins. */
function toSafe(word: string, index: number, words: readonly string[]): string {
  const [, before = '', core = '', after = ''] = /^([("'`]*)(.*?)([.,:;!?)"'`]*)$/.exec(word) ?? [];
  const isStart = index === 0 || /[.:!?]$/.test(words[index - 1] ?? '');
  const isPlain = TERMS.test(core) || (WORD.test(core) && (isStart || !/^[A-Z]./.test(core)));
  const isCompound = core.split('-').every((part) => WORD.test(part) && !/^[A-Z]/.test(part));
  return isPlain || isCompound ? `${before}${core}${after}` : '…';
}
