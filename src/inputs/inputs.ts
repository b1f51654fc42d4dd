import * as core from '@actions/core';
import { type ProxySettings, takeProxySettings } from '../network/proxy.ts';
import { parseEmailList } from '../people/email.ts';
import type { Mention } from '../people/mention.ts';
import type { Problem } from '../people/problem.ts';
import { parseUserIdList, type UserId } from '../people/user-id.ts';
import { isPerUserCode } from '../slack/error-codes.ts';
import type { SessionKind } from '../slack/methods.ts';
import { DEFAULT_API_URL, parseApiUrl } from './api-url.ts';
import { findNameProblems } from './environment.ts';
import type { InputName } from './names.ts';
import { findProxyProblems, gitHubApi, takeCertificateSwitch } from './network.ts';
import { checkToken } from './token.ts';
import { quote, readBoolean, readForm, readLines, readNumber, readText, readWord, type Tell } from './values.ts';

/** What the user wants, checked and in the types that the program wants. */
export interface Inputs {
  /** Absent only in a dry run, where it may be of any kind. */
  readonly token: string | undefined;
  readonly mentions: readonly Mention[];
  /** Paths and glob patterns. */
  readonly roster: readonly string[];
  readonly rosterEntries: 'all' | 'added';
  /** People who have been due for at least so long are looked at before the reset. */
  readonly lookFirstAfterDays: number | undefined;
  readonly sessions: SessionKind;
  readonly dryRun: boolean;
  readonly checkAccounts: boolean;
  /** The organization that the token must belong to. */
  readonly orgId: string | undefined;
  readonly verify: boolean;
  readonly comment: boolean;
  readonly commentId: string | undefined;
  readonly maxUsers: number;
  readonly protectedUserIds: ReadonlySet<UserId>;
  readonly ignoreErrors: ReadonlySet<string>;
  readonly maxRetries: number;
  readonly timeoutMinutes: number;
  /** Ends in a slash. */
  readonly apiUrl: URL;
  readonly githubToken: string | undefined;
  readonly reportPath: string | undefined;
  /** How hosts are reached; not an input of the step, and checked like one. */
  readonly proxies: ProxySettings;
}

/** Inputs, with everything wrong or doubtful about them. They must not be used while there are problems. */
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

/**
 * Reads and checks every input and the variables of the environment that change what a run does; an input that is wrong
 * yields a problem, and its default in place of a value.
 */
export function readInputs(): InputReading {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const refuse = (message: string): void => void problems.push({ message });
  const warn = (message: string): void => void warnings.push({ message });
  findNameProblems(process.env).forEach(refuse);
  const people = readPeople((problem) => problems.push(problem), refuse);
  const inputs: Inputs = {
    ...people,
    ...readMode({ refuse, warn }),
    rosterEntries: readWord('roster-entries', ['all', 'added'], refuse),
    lookFirstAfterDays: readNumber(
      'look-first-after-days',
      { min: 0, max: 3650, isWhole: false, fallback: undefined },
      refuse,
    ),
    sessions: readSessions(refuse),
    orgId: readForm('org-id', { form: /^E[A-Z0-9]{2,31}$/, expected: 'the ID of an organization, E…' }, refuse),
    verify: readBoolean('verify', refuse),
    comment: readBoolean('comment', refuse),
    commentId: readForm(
      'comment-id',
      { form: /^[\w.-]{1,64}$/, expected: 'up to 64 letters, digits, "-", "_" and "."' },
      refuse,
    ),
    maxUsers: readNumber('max-users', { min: 1, max: 1_000_000, isWhole: true, fallback: 100 }, refuse),
    ignoreErrors: readIgnoreErrors(refuse),
    maxRetries: readNumber('max-retries', { min: 0, max: 20, isWhole: true, fallback: 5 }, refuse),
    timeoutMinutes: readNumber(
      'timeout-minutes',
      { min: 0, includesMin: false, max: 360, isWhole: false, fallback: 15 },
      refuse,
    ),
    githubToken: readText('github-token') || undefined,
    reportPath: readText('report-path') || undefined,
    proxies: takeProxySettings(process.env),
  };
  refuseMisplacedToken(inputs.token, refuse);
  findProxyProblems(hostsOf(inputs), inputs.proxies).forEach(refuse);
  const noSwitch = takeCertificateSwitch(process.env);
  if (noSwitch !== undefined) warn(noSwitch);
  // Without its ID, the comment of another step would be written over. Every problem quotes the input that it is about.
  const isUnnamed = problems.some(({ message }) => message.includes('"comment-id"'));
  return { inputs: isUnnamed ? { ...inputs, comment: false } : inputs, problems, warnings };
}

function readPeople(
  add: (problem: Problem) => void,
  refuse: Tell,
): Pick<Inputs, 'mentions' | 'protectedUserIds' | 'roster'> {
  const userIds = parseUserIdList(readText('user-ids'), 'user-ids');
  const emails = parseEmailList(readText('emails'), 'emails');
  const protectedIds = parseUserIdList(readText('protected-user-ids'), 'protected-user-ids');
  for (const problem of [...userIds.problems, ...emails.problems, ...protectedIds.problems]) add(problem);
  for (const name of ['user-ids', 'emails'] as const) {
    if (/^[\s,]*,[\s,]*$/.test(readText(name))) {
      refuse(`"${name}": expected at least one entry, got only separators.`);
    }
  }
  if ((['user-ids', 'emails', 'roster'] as const).every((name) => readText(name) === '')) {
    refuse('No people requested: expected at least one of "user-ids", "emails", "roster".');
  }
  return {
    mentions: [...userIds.mentions, ...emails.mentions],
    protectedUserIds: new Set(protectedIds.mentions.map(({ userId }) => userId)),
    roster: readLines('roster'),
  };
}

interface Tells {
  readonly refuse: Tell;
  readonly warn: Tell;
}

/** What is done at all, and with which token where: the inputs whose meaning depends on the event and on one another. */
function readMode({ refuse, warn }: Tells): Pick<Inputs, 'token' | 'dryRun' | 'checkAccounts' | 'apiUrl'> {
  const event = process.env['GITHUB_EVENT_NAME'] ?? '';
  const dryRun = readBoolean('dry-run', refuse);
  const checkAccounts = readBoolean('check-accounts', refuse);
  if (process.env['INPUT_DRY-RUN']?.trim() === '' && EVENTS_WITH_INPUTS.has(event)) {
    refuse(
      `"dry-run": expected true or false under ${event}, got nothing: the expression names no input of the event, ` +
        'and empty would mean a real run.',
    );
  }
  if (event === 'pull_request_target') {
    const reason = 'the event gives secrets to unreviewed code and rosters of a pull request';
    if (!dryRun) {
      refuse(
        `Under pull_request_target only a dry run is allowed, since ${reason}: set "dry-run: true", or reset on push ` +
          'to the main branch.',
      );
    }
    if (checkAccounts) refuse(`"check-accounts" is not allowed under pull_request_target, since ${reason}.`);
  }
  const callsSlack = !dryRun || checkAccounts;
  return { token: readToken({ dryRun, callsSlack, refuse, warn }), dryRun, checkAccounts, apiUrl: readApiUrl() };

  function readApiUrl(): URL {
    const { url, problem, warning } = parseApiUrl(readText('api-url') || DEFAULT_API_URL);
    if (problem !== undefined) refuse(`"api-url": ${problem}`);
    if (warning !== undefined && callsSlack) warn(`"api-url": ${warning}`);
    return url;
  }
}

/** Workflows pass the inputs of these events on by an expression, which is empty when it names none. */
const EVENTS_WITH_INPUTS: ReadonlySet<string> = new Set(['workflow_dispatch', 'repository_dispatch']);

function readToken({
  dryRun,
  callsSlack,
  refuse,
  warn,
}: Tells & { dryRun: boolean; callsSlack: boolean }): string | undefined {
  const token = readText('token');
  if (dryRun && (token === '' || !callsSlack)) return token || undefined;
  const { problem, warning } = checkToken(token, { isReadOnly: dryRun });
  if (problem !== undefined) refuse(`"token" ${problem}`);
  if (warning !== undefined) warn(`"token" ${warning}`);
  return token || undefined;
}

/** Those that take free text. */
const INPUTS_WITHOUT_SECRETS: readonly InputName[] = [
  'user-ids',
  'emails',
  'roster',
  'protected-user-ids',
  'ignore-errors',
  'org-id',
  'comment-id',
  'api-url',
  'report-path',
];

function refuseMisplacedToken(token: string | undefined, refuse: Tell): void {
  // Shorter text is not a token, and may occur anywhere by chance.
  if (token === undefined || token.length < 8) return;
  for (const name of INPUTS_WITHOUT_SECRETS) {
    if (readText(name).includes(token)) {
      refuse(`"${name}" contains the token, which belongs in "token" and nowhere else.`);
    }
  }
}

/** The hosts that a run with these inputs calls. */
function hostsOf({ apiUrl, dryRun, checkAccounts, comment, rosterEntries }: Inputs): readonly URL[] {
  return [
    ...(dryRun && !checkAccounts ? [] : [apiUrl]),
    ...(comment || rosterEntries === 'added' ? [gitHubApi(process.env)] : []),
  ];
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

/** Our own code that only says that a person was still signed in long after the due date. */
const OWN_CODE = 'found_signed_in';

function readIgnoreErrors(refuse: Tell): ReadonlySet<string> {
  const codes = readText('ignore-errors')
    .split(/[\s,]+/)
    .filter((code) => code !== '');
  const isAccepted = (code: string): boolean => code === OWN_CODE || isPerUserCode(code);
  for (const code of codes) {
    if (!isAccepted(code)) {
      refuse(
        '"ignore-errors": expected Slack\'s codes about one person, such as user_not_found or cannot_reset_bot, or ' +
          `${OWN_CODE}; got ${quote(code)}. Any other error concerns the whole run.`,
      );
    }
  }
  return new Set(codes.filter(isAccepted));
}

/** The inputs in force, for the report, by their names in `action.yml`; the tokens are not among them. */
export function toOptions(
  inputs: Inputs,
): Readonly<Record<string, string | number | boolean | null | readonly string[]>> {
  return {
    'roster-entries': inputs.rosterEntries,
    'look-first-after-days': inputs.lookFirstAfterDays ?? null,
    'web-only': inputs.sessions === 'web',
    'mobile-only': inputs.sessions === 'mobile',
    'dry-run': inputs.dryRun,
    'check-accounts': inputs.checkAccounts,
    'org-id': inputs.orgId ?? null,
    'max-users': inputs.maxUsers,
    'protected-user-ids': [...inputs.protectedUserIds],
    'ignore-errors': [...inputs.ignoreErrors],
    verify: inputs.verify,
    comment: inputs.comment,
    'comment-id': inputs.commentId ?? null,
    'max-retries': inputs.maxRetries,
    'timeout-minutes': inputs.timeoutMinutes,
    'api-url': inputs.apiUrl.href,
  };
}
