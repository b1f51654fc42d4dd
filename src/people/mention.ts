import type { Email } from './email.ts';
import type { UserId } from './user-id.ts';

/** One mention of a person, before the same person given twice becomes one. */
export interface Mention {
  /** Absent when the person is known by e-mail address only. */
  readonly userId?: UserId;
  /** Used to look the person up, and for nothing else: never logged, never written. */
  readonly email?: Email;
  /** The place of the request, without personal data: `user-ids[0]`, `emails[2]`, `offboarding/2026-11.yml:12`. */
  readonly source: string;
  /** When the person becomes due, in ms since the epoch; absent means at once. */
  readonly effectiveMs?: number;
  readonly ticket?: string;
}
