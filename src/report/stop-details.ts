import type { Stop } from '../reset/ledger.ts';
import { classOf } from '../slack/error-codes.ts';

const MAX_MESSAGES = 3;
const SCOPES = /^[a-z0-9_.:, -]{1,200}$/;
const ONE_SCOPE = /^[a-z][a-z0-9_.:]{1,60}$/;
/** The known forms of Slack's messages about a request; any other may repeat what a user typed. */
const KNOWN_MESSAGE = new RegExp(
  `^\\[(?:ERROR|WARN)\\] (?:${[
    'input must match regex pattern: [^\\s@%]{1,80}',
    'missing required field(?:: [a-z_]{1,40})?',
    '(?:no|must have no) (?:more|fewer|less) than \\d{1,6} (?:items|characters)(?: allowed)?',
    'must be (?:more|fewer|less) than \\d{1,6} (?:items|characters)',
    '(?:must be|must provide) an? (?:string|array|object|boolean|number|integer|list)',
    'failed to match all allowed schemas',
    'invalid additional property(?:: [a-z_]{1,40})?',
    'unsupported type(?:: [a-z_]{1,40})?',
  ].join('|')}) \\[json-pointer:(?:/[a-z0-9_]{1,40}){0,4}/?\\]$`,
);

/** The scope that Slack says is missing, if it names one. */
export function findMissingScope({ refusal }: Stop): string | undefined {
  const needed = refusal?.body['needed'];
  return typeof needed === 'string' && ONE_SCOPE.test(needed) ? needed : undefined;
}

/** The scopes that Slack asks for, and its own messages about a request, as far as they may be shown. */
export function detailsOf({ error, refusal }: Stop): readonly string[] {
  const body = refusal?.body;
  const scopes = ['needed', 'provided'].flatMap((name) => {
    const value = body?.[name];
    return typeof value === 'string' && SCOPES.test(value) ? [`${name}: ${value}`] : [];
  });
  // For other classes, the message adds nothing to the code.
  const messages = classOf(error) === 'request' ? readMessages(body?.['response_metadata']) : [];
  return [...scopes, ...messages.slice(0, MAX_MESSAGES).map(describeMessage)];
}

function readMessages(metadata: unknown): readonly string[] {
  const isObject = typeof metadata === 'object' && metadata !== null;
  const messages: unknown = isObject && 'messages' in metadata ? metadata.messages : undefined;
  return Array.isArray(messages) ? messages.filter((item) => typeof item === 'string') : [];
}

function describeMessage(message: string): string {
  return KNOWN_MESSAGE.test(message)
    ? `Slack says: ${message}`
    : `Slack says more in ${message.length} characters, which are not shown`;
}
