import type { UserId } from '../people/user-id.ts';
import type { CallResult } from '../slack/call.ts';
import { findContradiction } from '../slack/contradiction.ts';
import { isPerUserCode } from '../slack/error-codes.ts';
import { findNamedUsers } from '../slack/named-users.ts';

const IDS_PER_LINE = 20;

/** The IDs of a call as lines for the log. */
export function toIdLines(ids: readonly UserId[]): readonly string[] {
  const lines: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_LINE) {
    lines.push(ids.slice(from, from + IDS_PER_LINE).join(' '));
  }
  return lines;
}

/** How a reset of a group ended, in words for the log. */
export function describeEnd({ end, requestId }: CallResult, group: readonly UserId[]): string {
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  switch (end.kind) {
    case 'accepted': {
      const contradiction = findContradiction(end.reply.body, group);
      return contradiction === undefined
        ? `queued by Slack${request}`
        : `Slack answered ok but reported failures (${contradiction.named.size} named)${request}: the people reported do not count as accepted`;
    }
    case 'refused': {
      const names = group.length > 1 ? findNamedUsers(end.reply.body, group).size : 0;
      const isSearch = group.length > 1 && isPerUserCode(end.reply.code);
      const next = names > 0 ? `, ${names} named` : isSearch ? ', searching for the people refused' : '';
      return `refused by Slack with ${end.reply.code}${next}${request}`;
    }
    case 'exhausted':
      return `given up after ${end.error ?? 'unreachable'}${request}`;
    case 'interrupted':
      return end.by === 'cancelled' ? 'stopped because the run was cancelled' : 'stopped by the time limit';
  }
}
