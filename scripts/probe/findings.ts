/**
 * The questions, each under the name of the simulator's switch that stands for it; their order is that of the table.
 * Those without a switch are marked by a name with a blank.
 */
export const QUESTIONS = {
  orgTeamIdAccepted: "Is the organization's `E…` ID taken as `team_id` by `admin.users.session.list`?",
  accountId: 'Which ID of a person who has two stands at the root of a user object?',
  listedId: 'Which ID of such a person does the listing show?',
  listAccepts: 'Which IDs of such a person does the listing take?',
  resetAccepts: 'Which IDs of such a person does the reset take?',
  listedTeamId: 'Under which team does the listing show sessions?',
  recent: 'Do sessions have `recent`?',
  'session IDs': 'What do session IDs look like?',
  emptyListing: 'How is a person without sessions answered?',
  'time until gone': 'How long after an accepted reset does the listing still show the sessions?',
  unknownUsers: 'What does a reset answer about an ID that nobody has?',
  userIdPattern: 'What does a batch answer that holds a malformed ID, and in which words?',
  failedForSome: 'What does a batch answer that holds an ID that nobody has?',
  failedForSomeAppliesRest: 'Are the others of such a batch signed out?',
  deactivatedUsers: 'What does a reset answer about a deactivated account?',
  botUsers: "What does a reset answer about a bot or an app's user?",
  primaryOwners: 'What does a reset answer about the primary owner?',
  strangers: 'What does a reset answer about somebody of another organization?',
  namesInOtherRefusals: 'Does a batch that is refused for one of these name the person?',
  okWithFailures: 'Does an `ok: true` ever name people or carry an error?',
  auditDetails: 'How does the audit event name people?',
  'audit events': 'How many audit events come of how many calls, and after how long?',
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
    'Written by `npm run probe`; [compatibility.md](compatibility.md) says what each answer decides. The names are those',
    'of the switches of the simulated Slack in `__tests__/support/slack-simulator/options.ts`.',
    '',
    '| Question | Switch | Answer |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
