// Asks the Slack simulator at SLACK_API_URL whom it was asked to reset. Fails unless those are exactly the people
// given; without people, unless Slack was not called at all.
import { deepStrictEqual } from 'node:assert';
import { isRecord, toStrings } from '../support/slack-simulator/arguments.ts';

function requestsOf(state: unknown): readonly unknown[] {
  if (!isRecord(state) || !Array.isArray(state['requests'])) {
    throw new Error('The simulator did not tell its state.');
  }
  return state['requests'];
}

function userIdsOf(request: unknown): readonly string[] {
  const body = isRecord(request) ? request['body'] : undefined;
  return (isRecord(body) ? toStrings(body['user_ids']) : undefined) ?? [];
}

const expected = process.argv.slice(2);
const response = await fetch(new URL('/_simulator/state', process.env['SLACK_API_URL']));
const requests = requestsOf(await response.json());
deepStrictEqual([...new Set(requests.flatMap(userIdsOf))].sort(), expected.toSorted());
if (expected.length === 0) {
  deepStrictEqual(requests, []);
}
console.log(`Slack was asked for ${expected.length} people in ${requests.length} requests, as expected.`);
