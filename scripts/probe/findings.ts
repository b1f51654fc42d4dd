/**
 * The questions, each under the name of the simulator's switch that stands for it; their order is that of the table.
 * Those without a switch are marked by a name with a blank.
 */
export const QUESTIONS = {
  orgTeamIdAccepted: "Is the organization's `E…` ID accepted as `team_id` by `admin.users.session.list`?",
  accountId: 'A user has two IDs: which one is at the root of a user object?',
  listedId: 'Which of the two does the listing show?',
  listAccepts: 'Which of the two does the listing accept?',
  resetAccepts: 'Which of the two does the reset accept?',
  listedTeamId: 'Which team do listed sessions have?',
  recent: 'Do sessions have `recent`?',
  'session IDs': 'What do session IDs look like?',
  emptyListing: 'What is the answer for a user without sessions?',
  'time until gone': 'How long after an accepted reset does the listing still show the sessions?',
  unknownUsers: 'What does a reset answer for an unknown ID?',
  userIdPattern: 'What is the answer to a batch with a malformed ID?',
  failedForSome: 'What is the answer to a batch with an unknown ID?',
  failedForSomeAppliesRest: 'Are the other users in such a batch signed out?',
  deactivatedUsers: 'What does a reset answer for a deactivated account?',
  botUsers: 'What does a reset answer for a bot or an app user?',
  primaryOwners: 'What does a reset answer for the primary owner?',
  strangers: 'What does a reset answer for a user of another organization?',
  namesInOtherRefusals: 'Does the refusal of such a batch name the user?',
  okWithFailures: 'Does an `ok: true` ever name users or carry an error?',
  auditDetails: 'How does the audit event list users?',
  'audit events': 'How many audit events do the calls cause, and how soon?',
} as const;

export type Question = keyof typeof QUESTIONS;

/** What was found out, and why other questions stay open. */
export class Findings {
  readonly #answers = new Map<Question, string>();

  /** Keeps the first answer to a question; further ones that differ are added to it. */
  note(question: Question, answer: string): void {
    const before = this.#answers.get(question);
    const isNew = before === undefined || !before.split('; ').includes(answer);
    this.#answers.set(question, before === undefined ? answer : isNew ? `${before}; ${answer}` : before);
  }

  has(question: Question): boolean {
    return this.#answers.has(question);
  }

  answerTo(question: Question): string | undefined {
    return this.#answers.get(question);
  }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export interface Circumstances {
  readonly host: string;
  readonly date: string;
  readonly token: string;
  readonly accounts: string;
  readonly calls: ReadonlyMap<string, number>;
}

/** Renders the table of findings; a question without an answer says so. */
export function renderFindings(findings: Findings, circumstances: Circumstances): string {
  const { host, date, token, accounts, calls } = circumstances;
  const rows = Object.entries(QUESTIONS).map(([name, question]) => {
    const answer = findings.answerTo(name as Question);
    return `| ${question} | \`${name}\` | ${answer === undefined ? 'not answered' : `\`${cell(answer)}\``} |`;
  });
  const counts = [...calls].map(([method, count]) => `${method} ${count}`).join(', ');
  return [
    '# Findings of the probe',
    '',
    `Asked on ${date} at ${host}. Token: ${token}. Accounts: ${accounts}. Calls: ${counts}.`,
    '',
    'Written by `npm run probe`. [compatibility.md](compatibility.md) lists the rules that depend on these answers. Switches are',
    'options of the simulated Slack, see `__tests__/support/slack-simulator/options.ts`.',
    '',
    '| Question | Switch | Answer |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
