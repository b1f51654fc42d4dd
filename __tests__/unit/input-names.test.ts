import { describe, expect, it } from '@jest/globals';
import { findNameProblems } from '../../src/inputs/environment.ts';
import { INPUT_NAMES } from '../../src/inputs/names.ts';

/** What the runner sets for a step without inputs of its own. */
const COMPLETE: Readonly<Record<string, string>> = Object.fromEntries(
  INPUT_NAMES.map((name) => [`INPUT_${name.toUpperCase()}`, '']),
);

const found = (env: Readonly<Record<string, string>>): readonly string[] => findNameProblems({ ...COMPLETE, ...env });

describe('a name near to one of ours', () => {
  it.each([
    ['DRY_RUN', 'dry-run'],
    ['DRYRUN', 'dry-run'],
    ['DRY-RUNS', 'dry-run'],
    ['DYR-RUN', 'dry-run'],
    ['dry-run', 'dry-run'],
    ['TOKNE', 'token'],
    ['USER_IDS', 'user-ids'],
    ['USER-ID', 'user-ids'],
    ['EMAIL', 'emails'],
    ['ROSTERS', 'roster'],
    ['ROSTER_ENTRY', 'roster-entries'],
    ['ROSTER-ENTERIES', 'roster-entries'],
    ['PROTECTED_USERS_ID', 'protected-user-ids'],
    ['PROTECTED-USERS-IDS', 'protected-user-ids'],
    ['IGNORE_ERROR', 'ignore-errors'],
    ['MAX_USER', 'max-users'],
    ['MAXUSERS', 'max-users'],
    ['MAX-TRIES', 'max-retries'],
    ['TIMEOUT_MINUTE', 'timeout-minutes'],
    ['CHECK_ACCOUNT', 'check-accounts'],
    ['LOOK_FIRST_AFTER_DAY', 'look-first-after-days'],
    ['ORG_ID', 'org-id'],
    ['VERIFYY', 'verify'],
    ['API_URL', 'api-url'],
  ])('%s is taken for a slip: %s', (written, meant) => {
    expect(found({ [`INPUT_${written}`]: 'x' })).toEqual([
      `Expected the input "${meant}", got "${written.toLowerCase()}", which this Action does not have: correct the name.`,
    ]);
  });

  it.each(['DRY_RUN', 'ROSTER-ENTRY'])(
    '%s counts for nothing when it is empty, or says the same as ours',
    (written) => {
      const meant = written === 'DRY_RUN' ? 'INPUT_DRY-RUN' : 'INPUT_ROSTER-ENTRIES';
      expect(found({ [`INPUT_${written}`]: ' \n' })).toEqual([]);
      expect(found({ [`INPUT_${written}`]: ' x', [meant]: 'x ' })).toEqual([]);
      expect(found({ [`INPUT_${written}`]: 'x', [meant]: 'y' })).toHaveLength(1);
    },
  );

  it('is shown without characters that no name has', () => {
    expect(found({ 'INPUT_DRY\n::RUN': 'x' })).toEqual([]);
    expect(found({ 'INPUT_MAX\u202eUSERS': 'x' })).toEqual([expect.stringContaining('got "max?users"')]);
  });
});

describe('a name of another action', () => {
  it.each([
    ...[
      'FETCH-DEPTH',
      'PERSIST-CREDENTIALS',
      'NODE-VERSION',
      'REF',
      'PATH',
      'NAME',
      'REPOSITORY',
      'ARGS',
      'ENTRYPOINT',
    ],
    ...[
      'WHO-TO-GREET',
      'SLACK-MESSAGE',
      'METHOD',
      'PAYLOAD',
      'WEBHOOK',
      'ERRORS',
      'RETRIES',
      'USERS',
      'URL',
      'ID',
      'ORG',
    ],
    ...[
      'REPO-TOKEN',
      'GH_TOKEN',
      'BODY',
      'ISSUE-NUMBER',
      'WORKING-DIRECTORY',
      'CACHE',
      'ENVIRONMENT',
      'MOBILE',
      'DRAFT',
    ],
  ])('%s is left alone', (name) => {
    expect(found({ [`INPUT_${name}`]: 'x' })).toEqual([]);
  });

  it.each(['NPUT_DRY_RUN', 'MY_INPUT_DRY_RUN', 'DRY_RUN', 'GITHUB_TOKEN'])('%s is no input at all', (variable) => {
    expect(found({ [variable]: 'x' })).toEqual([]);
  });
});

describe('an input that is absent', () => {
  it('is named, empty ones are not', () => {
    const { 'INPUT_DRY-RUN': _, ...rest } = COMPLETE;
    expect(findNameProblems(rest)).toEqual([
      expect.stringMatching(/got none for "dry-run"\. All of them have a hyphen/),
    ]);
    expect(findNameProblems(COMPLETE)).toEqual([]);
  });

  it('without a hyphen was not dropped by a shell', () => {
    const { INPUT_TOKEN: _, ...rest } = COMPLETE;
    expect(findNameProblems(rest)).toEqual([
      expect.stringMatching(/got none for "token"\. Something between the runner and Node dropped them/),
    ]);
  });

  it('is one of a few that are named when there are many', () => {
    expect(findNameProblems({})).toEqual([expect.stringMatching(/("[a-z-]+", ){4}"[a-z-]+" and 17 more\./)]);
  });
});
