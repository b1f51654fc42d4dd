import * as core from '@actions/core';
import { parseEmailList } from '../people/email.ts';
import type { Mention } from '../people/mention.ts';
import type { Problem } from '../people/problem.ts';
import { parseUserIdList, type UserId } from '../people/user-id.ts';
import { isPerUserCode } from '../slack/error-codes.ts';
import type { SessionKind } from '../slack/methods.ts';
import { DEFAULT_API_URL, parseApiUrl } from './api-url.ts';
import { checkToken } from './token.ts';

/** What the user asked for, checked and in the types that the program wants. */
export interface Inputs {
  /** Absent only in a dry run. */
  readonly token: string | undefined;
  readonly mentions: readonly Mention[];
  /** Paths and glob patterns. */
  readonly roster: readonly string[];
  readonly rosterEntries: 'all' | 'added';
  readonly sessions: SessionKind;
  readonly dryRun: boolean;
  readonly verify: boolean;
  readonly comment: boolean;
  readonly maxUsers: number;
  readonly protectedUserIds: ReadonlySet<UserId>;
  readonly ignoreErrors: ReadonlySet<string>;
  readonly maxRetries: number;
  readonly timeoutMinutes: number;
  /** Ends in a slash. */
  readonly apiUrl: URL;
  readonly githubToken: string | undefined;
  readonly reportPath: string | undefined;
}

/** Inputs, together with all that is wrong or doubtful about them. Nobody may act on them while there are problems. */
export interface InputReading {
  readonly inputs: Inputs;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const SECRETS = ['token', 'github-token'] as const;

/** The tokens, as given and trimmed: none of these texts may leave the process but in a request to its own server. */
export function readSecrets(): readonly string[] {
  const texts = SECRETS.flatMap((name) => [core.getInput(name, { trimWhitespace: false }), core.getInput(name)]);
  return [...new Set(texts)].filter((text) => text.trim() !== '');
}

/** Reads and checks every input; an input that is wrong yields a problem, and its default in place of a value. */
export function readInputs(): InputReading {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const refuse = (message: string): void => void problems.push({ message });
  const warn = (message: string): void => void warnings.push({ message });
  const dryRun = readBoolean('dry-run', refuse);
  const userIds = parseUserIdList(core.getInput('user-ids'), 'user-ids');
  const protectedIds = parseUserIdList(core.getInput('protected-user-ids'), 'protected-user-ids');
  const emails = parseEmailList(core.getInput('emails'), 'emails');
  for (const problem of [...userIds.problems, ...emails.problems, ...protectedIds.problems]) {
    problems.push(problem);
  }
  const inputs: Inputs = {
    token: readToken({ dryRun, refuse, warn }),
    mentions: [...userIds.mentions, ...emails.mentions],
    roster: lines(core.getInput('roster')),
    rosterEntries: readRosterEntries(refuse),
    sessions: readSessions(refuse),
    dryRun,
    verify: readBoolean('verify', refuse),
    comment: readBoolean('comment', refuse),
    maxUsers: readNumber('max-users', { min: 1, max: 1_000_000, whole: true, fallback: 100 }, refuse),
    protectedUserIds: new Set(protectedIds.mentions.map(({ userId }) => userId)),
    ignoreErrors: readIgnoreErrors(refuse),
    maxRetries: readNumber('max-retries', { min: 0, max: 20, whole: true, fallback: 5 }, refuse),
    timeoutMinutes: readNumber('timeout-minutes', { min: 0, max: 360, whole: false, fallback: 15 }, refuse),
    apiUrl: readApiUrl(refuse, warn),
    githubToken: core.getInput('github-token') || undefined,
    reportPath: core.getInput('report-path') || undefined,
  };
  for (const name of INPUTS_WITHOUT_SECRETS) {
    if (isLong(inputs.token) && core.getInput(name).includes(inputs.token)) {
      refuse(`"${name}" holds the token, which belongs in "token" and nowhere else.`);
    }
  }
  if (!dryRun && process.env['GITHUB_EVENT_NAME'] === 'pull_request_target') {
    refuse(
      'Under pull_request_target only a dry run is allowed, since the event hands secrets to code and rosters of a ' +
        'pull request that nobody has reviewed: set "dry-run: true", or reset on push to the main branch.',
    );
  }
  for (const name of ['user-ids', 'emails']) {
    if (/^[\s,]*,[\s,]*$/.test(core.getInput(name))) {
      refuse(`"${name}" holds separators and nothing else.`);
    }
  }
  if (['user-ids', 'emails', 'roster'].every((name) => core.getInput(name) === '')) {
    refuse('Nobody is asked for: give at least one of "user-ids", "emails", "roster".');
  }
  return { inputs, problems, warnings };
}

/** Those that take free text. */
const INPUTS_WITHOUT_SECRETS = [
  'user-ids',
  'emails',
  'roster',
  'protected-user-ids',
  'ignore-errors',
  'api-url',
  'report-path',
];

/** What is shorter is no token, and may stand in anything by chance. */
function isLong(token: string | undefined): token is string {
  return token !== undefined && token.length >= 8;
}

type Tell = (message: string) => void;

function readToken({ dryRun, refuse, warn }: { dryRun: boolean; refuse: Tell; warn: Tell }): string | undefined {
  const token = core.getInput('token');
  if (token === '' && dryRun) return undefined;
  const { problem, warning } = checkToken(token);
  if (problem !== undefined) refuse(`"token" ${problem}`);
  if (warning !== undefined) warn(`"token" ${warning}`);
  return token || undefined;
}

function readSessions(refuse: Tell): SessionKind {
  const webOnly = readBoolean('web-only', refuse);
  const mobileOnly = readBoolean('mobile-only', refuse);
  if (webOnly && mobileOnly) {
    refuse('"web-only" and "mobile-only" are both true: set one of them, or neither to reset all sessions.');
  }
  if (webOnly) {
    return 'web';
  }
  return mobileOnly ? 'mobile' : 'all';
}

function readRosterEntries(refuse: Tell): Inputs['rosterEntries'] {
  const text = core.getInput('roster-entries') || 'all';
  if (text === 'all' || text === 'added') {
    return text;
  }
  refuse(`"roster-entries" is ${found(text)}: accepted are all and added.`);
  return 'all';
}

function readBoolean(name: string, refuse: Tell): boolean {
  try {
    return core.getInput(name) !== '' && core.getBooleanInput(name);
  } catch {
    refuse(`"${name}" is ${found(core.getInput(name))}: accepted are true and false.`);
    return false;
  }
}

interface NumberRange {
  /** With `whole: false` the number must be above it. */
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly fallback: number;
}

function readNumber(name: string, { min, max, whole, fallback }: NumberRange, refuse: Tell): number {
  const text = core.getInput(name);
  const value = (whole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,9})?$/).test(text) ? Number(text) : Number.NaN;
  if (text === '') {
    return fallback;
  }
  if (value <= max && (whole ? value >= min : value > min)) {
    return value;
  }
  const accepted = whole ? `a whole number from ${min} to ${max}` : `a number above ${min} and at most ${max}`;
  refuse(`"${name}" is ${found(text)}: accepted is ${accepted}.`);
  return fallback;
}

function readIgnoreErrors(refuse: Tell): ReadonlySet<string> {
  const codes = core
    .getInput('ignore-errors')
    .split(/[\s,]+/)
    .filter((code) => code !== '');
  for (const code of codes) {
    if (!isPerUserCode(code)) {
      refuse(
        `"ignore-errors" holds ${found(code)}: accepted are Slack's error codes about single people, such as ` +
          'user_not_found, cannot_reset_bot, failed_for_some_users. Any other error concerns the whole run.',
      );
    }
  }
  return new Set(codes);
}

function readApiUrl(refuse: Tell, warn: Tell): URL {
  const { url, problem, warning } = parseApiUrl(core.getInput('api-url') || DEFAULT_API_URL);
  if (problem !== undefined) refuse(`"api-url" ${problem}`);
  if (warning !== undefined) warn(`"api-url" ${warning}`);
  return url;
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Quotes a value that can hold nothing personal and nothing secret; describes any other. */
function found(text: string): string {
  return /^(?:[A-Za-z_]{1,40}|[\d.,e+-]{1,20})$/.test(text) && !/^gh[a-z]_/i.test(text)
    ? `"${text}"`
    : `a text of ${text.length} characters`;
}

/** The inputs in force, for the report, by their names in `action.yml`; the token is not among them. */
export function toOptions(inputs: Inputs): Readonly<Record<string, string | number | boolean | readonly string[]>> {
  return {
    'web-only': inputs.sessions === 'web',
    'mobile-only': inputs.sessions === 'mobile',
    'dry-run': inputs.dryRun,
    'roster-entries': inputs.rosterEntries,
    verify: inputs.verify,
    comment: inputs.comment,
    'max-users': inputs.maxUsers,
    'protected-user-ids': [...inputs.protectedUserIds],
    'ignore-errors': [...inputs.ignoreErrors],
    'max-retries': inputs.maxRetries,
    'timeout-minutes': inputs.timeoutMinutes,
    'api-url': inputs.apiUrl.href,
  };
}
