import { parseArgs } from 'node:util';

export const USAGE = `Asks a Slack organization what Slack's documentation leaves open, and writes a table of findings.

usage: npm run probe -- --user ID [--user ID …] [options]

  --user ID              a test account whose sessions may be ended; repeat for each account
  --token-env NAME       the environment variable that holds the token (default: SLACK_TOKEN)
  --api-url URL          default: https://slack.com/api/
  --output FILE          where the table goes (default: docs/findings.md)
  --yes                  resets without asking first
  --watch-seconds N      how long to wait for sessions to go and for the audit log (default: 120)
  --poll-seconds N       how long to wait between two looks (default: 5)

Only sessions of the named accounts are ended. The table contains no token, ID, name or address.
`;

export interface ProbeOptions {
  readonly userIds: readonly string[];
  readonly token: string;
  readonly apiUrl: URL;
  readonly output: string;
  readonly isConfirmed: boolean;
  readonly watchMs: number;
  readonly pollMs: number;
}

const USER_ID = /^[UW][A-Z0-9]{2,31}$/;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const SLACK_HOST = /(^|\.)slack(-gov)?\.com$/;

function readApiUrl(text: string): URL {
  const url = URL.parse(text.endsWith('/') ? text : `${text}/`);
  const isSafe = url?.protocol === 'https:' && SLACK_HOST.test(url.hostname);
  if (url === null || !(isSafe || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)))) {
    throw new Error('"--api-url" expects an https URL of Slack, or http on this machine.');
  }
  return url;
}

function readSeconds(text: string, option: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !(seconds >= 0 && seconds <= 3600)) {
    throw new Error(`"${option}" expects a number of seconds from 0 to 3600.`);
  }
  return seconds * 1000;
}

/** Reads the command line. The token comes from the environment, since command lines are visible to others. */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ProbeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      user: { type: 'string', multiple: true, default: [] },
      'token-env': { type: 'string', default: 'SLACK_TOKEN' },
      'api-url': { type: 'string', default: 'https://slack.com/api/' },
      output: { type: 'string', default: 'docs/findings.md' },
      yes: { type: 'boolean', default: false },
      'watch-seconds': { type: 'string', default: '120' },
      'poll-seconds': { type: 'string', default: '5' },
    },
  });
  const token = env[values['token-env']]?.trim() ?? '';
  if (token === '') {
    throw new Error(`The environment variable "${values['token-env']}" holds no token.`);
  }
  const userIds = [...new Set(values.user)];
  if (userIds.length === 0 || !userIds.every((userId) => USER_ID.test(userId))) {
    throw new Error('"--user" expects the ID of a test account, such as W012A3CDE, at least once.');
  }
  return {
    userIds,
    token,
    apiUrl: readApiUrl(values['api-url']),
    output: values.output,
    isConfirmed: values.yes,
    watchMs: readSeconds(values['watch-seconds'], '--watch-seconds'),
    pollMs: readSeconds(values['poll-seconds'], '--poll-seconds'),
  };
}
