import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isRecord } from '../support/slack-simulator/arguments.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');
const OWN = /^[\w.-]+\/slack-session-reset@/;
const CHECKOUT = /^actions\/checkout@/;
const CALL = /\/\.github\/workflows\/([\w-]+\.yml)@/;
/** Where act finds workflows that others call: below the project, which git ignores there. */
export const CALLED_WORKFLOWS = '.cache/runner';
/** In place of `offboarding/`. */
const ROSTERS = '__tests__/runner/offboarding/';
const VAULT = /^hashicorp\/vault-action@/;

/**
 * An example as it can run without a network: this Action as it was checked out and Slack's stand-in, a folder of the
 * tests in place of `offboarding/`, and a step that looks for the report in place of one that sends it away.
 */
export function toOfflineWorkflow(name: string): string {
  const workflow: unknown = parse(readFileSync(join(EXAMPLES, name), 'utf8'));
  if (!isRecord(workflow) || !isRecord(workflow['jobs'])) {
    throw new Error(`${name} is no workflow.`);
  }
  const jobs = Object.entries(workflow['jobs']).map(([id, job]) => [id, toOfflineJob(job)]);
  // act runs a workflow at a time, and knows less of concurrency than GitHub.
  const { concurrency: _, ...rest } = workflow;
  return stringify({ ...rest, jobs: Object.fromEntries(jobs) });
}

function toOfflineJob(job: unknown): unknown {
  if (!isRecord(job)) {
    return job;
  }
  if (!Array.isArray(job['steps'])) {
    const [, called] = CALL.exec(usesOf(job)) ?? [];
    const inputs = { roster: `${ROSTERS}*.yml` };
    return called === undefined ? job : { ...job, uses: `./${CALLED_WORKFLOWS}/${called}`, with: inputs };
  }
  const { concurrency: _, ...rest } = job;
  const steps: readonly unknown[] = job['steps'];
  // `./` is found only after a checkout.
  const hasCheckout = steps.some((step) => CHECKOUT.test(usesOf(step)));
  const checkout = hasCheckout ? [] : [{ uses: 'actions/checkout@v7' }];
  const text = JSON.stringify({ ...rest, steps: [...checkout, ...steps.map(toOfflineStep)] });
  // Slack's stand-in is one organization.
  return JSON.parse(text.replaceAll(/E0EXAMPLE\d/g, 'E012A3CDE'));
}

function usesOf(step: unknown): string {
  return isRecord(step) && typeof step['uses'] === 'string' ? step['uses'] : '';
}

function toOfflineStep(step: unknown): unknown {
  const uses = usesOf(step);
  if (!isRecord(step) || uses === '' || CHECKOUT.test(uses)) {
    return step;
  }
  const { uses: _, with: inputs, ...rest } = step;
  if (OWN.test(uses)) {
    return { ...rest, uses: './', with: toOfflineInputs(isRecord(inputs) ? inputs : {}) };
  }
  if (VAULT.test(uses)) {
    const env = { TOKEN: `\${{ secrets.SLACK_ADMIN_TOKEN }}` };
    return { ...rest, env, run: 'echo "SLACK_ADMIN_TOKEN=$TOKEN" >> "$GITHUB_OUTPUT"' };
  }
  const env = { REPORT: `\${{ steps.slack.outputs.report-path }}` };
  return { ...rest, env, run: 'test -s "$REPORT"' };
}

function toOfflineInputs(inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const roster = inputs['roster'];
  return {
    ...inputs,
    ...(typeof roster === 'string' ? { roster: roster.replace(/^offboarding\//, ROSTERS) } : {}),
    'api-url': `\${{ vars.SLACK_API_URL }}`,
  };
}
