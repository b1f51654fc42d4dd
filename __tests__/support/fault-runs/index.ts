import { resetWith, withSlack } from '../scenario.ts';
import type { SlackSimulator } from '../slack-simulator/index.ts';
import { checkFaultRun } from './check.ts';
import { observe } from './observe.ts';
import { drawScenario, type FaultScenario } from './scenario.ts';

const RESET = 'admin.users.session.resetBulk';

function inputsOf({ ids, emails, maxRetries, timeoutMinutes, ignored, verify }: FaultScenario): Record<string, string> {
  return {
    'user-ids': ids.join('\n'),
    emails: [...emails.keys()].join(', '),
    'max-users': '5000',
    'max-retries': String(maxRetries),
    'timeout-minutes': String(timeoutMinutes),
    'ignore-errors': ignored.join(),
    verify: String(verify),
  };
}

/** Sends the signal at its moment, if that comes, and notes when it was. */
function planSignal({ cancel }: FaultScenario, slack: SlackSimulator, note: () => void) {
  if (cancel === undefined) {
    return {};
  }
  const arrived = slack.waitForRequest(() => slack.requests.length >= cancel.request, 40_000);
  const when = arrived.then(
    () => new Promise<void>((done) => setTimeout(done, cancel.afterMs)).then(note),
    // The run has fewer requests and ends by itself.
    () => undefined,
  );
  return { signal: { signal: cancel.signal, when } };
}

/** One run of the bundle against the simulator; the result says what is wrong, or nothing. */
export async function tryFaultRun(seed: number): Promise<string | undefined> {
  const scenario = drawScenario(seed);
  const { users, shape, appliesRest, namesInOthers, okWithFailures } = scenario;
  const options = {
    users,
    failedForSome: shape,
    failedForSomeAppliesRest: appliesRest,
    namesInOtherRefusals: namesInOthers,
    okWithFailures,
  };
  return withSlack(options, async (slack) => {
    slack.answerNext(RESET, ...scenario.resets);
    slack.answerNext('users.lookupByEmail', ...scenario.lookUps);
    const startedMs = performance.now();
    let cancelledMs: number | undefined;
    const signal = planSignal(scenario, slack, () => {
      cancelledMs = performance.now() - startedMs;
    });
    const run = await resetWith(slack, inputsOf(scenario), signal);
    const wasCancelled = run.signalToEndMs !== undefined;
    const exchanges = observe(slack.requests, { scenario, wasCancelled });
    const signedIn = new Set(users.filter(({ id }) => slack.sessionsOf(id).length > 0).map(({ id }) => id));
    const observed = { scenario, run, exchanges, cancelledMs: wasCancelled ? cancelledMs : undefined, signedIn };
    const problems = checkFaultRun(observed);
    if (problems.length === 0) {
      return undefined;
    }
    const requests = exchanges.map(({ method, userIds, startMs, label }, index) => {
      return `${index}: ${Math.round(startMs)} ms, ${method} ${userIds.length} people: ${label}`;
    });
    const { ids, users: _users, ...rest } = scenario;
    const refused = users.flatMap(({ id, refusal }) => (refusal === undefined ? [] : `${id} ${refusal}`));
    const world = [JSON.stringify(rest), `${ids.length} people; refused: ${refused.slice(0, 60).join(', ')}`];
    return [
      `FAULT_SEED=${seed}`,
      ...problems.slice(0, 10),
      ...world,
      ...requests.slice(-60),
      run.stdout.slice(-3000),
    ].join('\n');
  });
}
