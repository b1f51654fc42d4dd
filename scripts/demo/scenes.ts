import { BASE_SHA, HEAD_SHA, pullRequestEvent, withScene } from '../../__tests__/support/github-scenario.ts';
import type { ActionRun } from '../../__tests__/support/run-action.ts';
import { type Inputs, resetWith, withSlack } from '../../__tests__/support/scenario.ts';
import {
  EXAMPLE_COMPANY,
  type SimulatorOptions,
  type SlackSimulator,
} from '../../__tests__/support/slack-simulator/index.ts';
import { readDemoRoster, readPlannedRosters } from './rosters.ts';

/** The devices that people are signed in on. */
export type Devices = ReadonlyMap<string, readonly string[]>;

/** One run of the Action in a made-up company, and what came of it. */
export interface Scene {
  readonly title: string;
  /** The workflow step, as somebody would write it. */
  readonly step: string;
  readonly roster: { readonly path: string; readonly text: string };
  readonly run: ActionRun;
  readonly before: Devices;
  readonly after: Devices;
  /** What a person sees on GitHub, as Markdown, by where it stands. */
  readonly pages: Readonly<Record<string, string>>;
  readonly expected: { readonly exitCode: number; readonly outcome: string; readonly statuses: readonly string[] };
  readonly why: string;
}

const LEAVERS = 'offboarding/leavers.yml';
const COMPANY: SimulatorOptions = { users: EXAMPLE_COMPANY };
/** A bot's token that can do nothing but read: all that a plan needs, look-ups included. */
export const READ_ONLY = {
  token: 'xoxb-test-0000000000-not-a-real-token',
  scopes: ['users:read', 'users:read.email'],
  botToken: true,
};

function devicesOf(slack: SlackSimulator): Devices {
  return new Map(EXAMPLE_COMPANY.map(({ id }) => [id, slack.sessionsOf(id).map(({ kind }) => kind)]));
}

function renderStep(inputs: Inputs): string {
  const lines = Object.entries(inputs).map(([name, value]) => `    ${name}: ${value}`);
  return ['- uses: your-org/slack-session-reset@v1', '  with:', ...lines].join('\n');
}

/** A reset of those who are due: three queued, a bot refused, one not due yet. */
export function playReset(): Promise<Scene> {
  const inputs = { 'user-ids': 'U035C5EFG', roster: LEAVERS };
  return withSlack(COMPANY, async (slack) => {
    const text = readDemoRoster('leavers.yml', '2026-11-02');
    const before = devicesOf(slack);
    const run = await resetWith(slack, inputs, { files: { [LEAVERS]: text } });
    return {
      title: 'A reset: sign out everybody who is due',
      step: renderStep({ token: '$' + '{{ secrets.SLACK_ADMIN_TOKEN }}', ...inputs }),
      ...{ roster: { path: LEAVERS, text }, run, before, after: devicesOf(slack) },
      pages: { summary: run.summary },
      expected: { exitCode: 1, outcome: 'partial', statuses: ['queued', 'queued', 'queued', 'failed', 'skipped'] },
      why:
        'Three resets are queued, the bot was refused, and one person is not due yet. The step is red, since the bot ' +
        'needs attention; everybody else was signed out all the same.',
    };
  });
}

/** The same with `verify`, and somebody who can still sign in. */
export function playVerify(): Promise<Scene> {
  const inputs = { 'user-ids': 'W012A3CDE, W046D6FGH, W068F8HIJ', verify: 'true' };
  return withSlack(COMPANY, async (slack) => {
    const before = devicesOf(slack);
    const run = await resetWith(slack, inputs);
    return {
      title: 'A verified reset: ask Slack whether the sessions are gone',
      step: renderStep({ token: '$' + '{{ secrets.SLACK_ADMIN_TOKEN }}', ...inputs }),
      roster: { path: '', text: '' },
      ...{ run, before, after: devicesOf(slack) },
      pages: { summary: run.summary },
      expected: { exitCode: 1, outcome: 'partial', statuses: ['verified', 'verified', 'still-active'] },
      why:
        'Two people are verified: Slack lists no session of theirs any more. The third has signed in again, so the ' +
        'account is still open in the identity provider: the step is red and says so first.',
    };
  });
}

/** The plan of a pull request that adds people, moves a date, and removes somebody. */
export function playPlan(): Promise<Scene> {
  const path = 'offboarding/2026-11.yml';
  const { before: earlier, after: text } = readPlannedRosters();
  const commits = { [BASE_SHA]: { [path]: earlier }, [HEAD_SHA]: { [path]: text } };
  const inputs = {
    ...{ roster: path, 'roster-entries': 'added', 'dry-run': 'true', 'check-accounts': 'true', comment: 'true' },
  };
  return withScene({ slack: { ...COMPANY, otherTokens: [READ_ONLY] }, github: { commits } }, async (scene) => {
    const before = devicesOf(scene.slack);
    const given = { ...inputs, token: READ_ONLY.token };
    const run = await scene.run(given, { event: pullRequestEvent(), files: { [path]: text } });
    return {
      title: 'A plan: what the pull request would do, before it is merged',
      step: renderStep({ token: '$' + '{{ secrets.SLACK_READ_TOKEN }}', ...inputs }),
      ...{ roster: { path, text }, run, before, after: devicesOf(scene.slack) },
      pages: { comment: scene.github.comments()[0]?.body ?? '', summary: run.summary },
      expected: { exitCode: 0, outcome: 'planned', statuses: [...Array(6).fill('planned'), 'skipped', 'skipped'] },
      why: 'A plan sends nothing. Reviewers read it as a comment on the pull request, and merging starts the reset.',
    };
  });
}
