/** Every input of `action.yml`, in its order. */
export const INPUT_NAMES = [
  'token',
  'user-ids',
  'emails',
  'roster',
  'roster-entries',
  'look-first-after-days',
  'web-only',
  'mobile-only',
  'dry-run',
  'check-accounts',
  'org-id',
  'max-users',
  'protected-user-ids',
  'ignore-errors',
  'verify',
  'comment',
  'comment-id',
  'max-retries',
  'timeout-minutes',
  'api-url',
  'github-token',
  'report-path',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];
