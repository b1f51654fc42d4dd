import { isJson } from './client.ts';

const CODE = /^[a-z0-9_.]{1,64}$/;
const KNOWN_MESSAGE = /^\[(ERROR|WARN)\] [\x20-\x7e]{1,200}$/;
/** A word in capitals is one only with a digit, or when it is long. */
const ID = /(?<![A-Za-z0-9])(?=[A-Z0-9]*\d|[A-Z0-9]{8})[UWTEBACDGS][A-Z0-9]{2,31}(?![A-Za-z0-9])/g;
const ADDRESS = /[^\s@]+@[^\s@]+/g;

/** Takes IDs and addresses out of one of Slack's own messages; of a value of any other form only the length stays. */
export function scrubText(text: string): string {
  if (CODE.test(text)) {
    return text;
  }
  return KNOWN_MESSAGE.test(text)
    ? text.replaceAll(ADDRESS, '(address)').replaceAll(ID, '(ID)')
    : `(text of ${text.length} characters)`;
}

function scrubKey(key: string): string {
  return /^[a-z][a-z0-9_]{0,40}$/.test(key) ? key : '(ID)';
}

/** Says what an answer looks like without what it says about people. */
export function describeShape(value: unknown): string {
  if (Array.isArray(value)) {
    const kinds = new Set(value.map(describeShape));
    return `[${[...kinds].join(', ')}]`;
  }
  if (isJson(value)) {
    const members = new Set(Object.entries(value).map(([key, item]) => `${scrubKey(key)}: ${describeShape(item)}`));
    return `{${[...members].join(', ')}}`;
  }
  return typeof value === 'string' ? `"${scrubText(value)}"` : String(value);
}
