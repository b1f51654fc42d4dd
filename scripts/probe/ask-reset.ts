import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProbedAccount, ProbedKind } from './accounts.ts';
import type { SessionLister } from './ask-listing.ts';
import type { ProbeAnswer, ProbeClient } from './client.ts';
import type { Findings, Question } from './findings.ts';
import { describeShape } from './shape.ts';

const RESET = 'admin.users.session.resetBulk';
const MALFORMED_ID = 'U1';
const ORDINARY_KEYS = new Set(['ok', 'warning', 'response_metadata']);

const QUESTION_OF_KIND: Readonly<Partial<Record<ProbedKind, Question>>> = {
  deactivated: 'deactivatedUsers',
  bot: 'botUsers',
  'primary owner': 'primaryOwners',
  stranger: 'strangers',
};

export interface ResetQuestions {
  readonly client: ProbeClient;
  readonly findings: Findings;
  readonly sessionsOf: SessionLister;
  readonly watchMs: number;
  readonly pollMs: number;
}

/** Asks the questions that end sessions, of the accounts given and of nobody else. */
export class ResetProbe {
  readonly #ask: ResetQuestions;
  #sent = 0;
  #accepted = 0;

  constructor(questions: ResetQuestions) {
    this.#ask = questions;
  }

  /** How many calls were sent. */
  get sent(): number {
    return this.#sent;
  }

  /** How many calls Slack accepted. */
  get accepted(): number {
    return this.#accepted;
  }

  async askAll(accounts: readonly ProbedAccount[]): Promise<void> {
    const { findings } = this.#ask;
    const members = accounts.filter(({ kind }) => kind === 'member');
    if (members.length > 0) {
      // Somebody with two IDs may be refused for the wrong one of them.
      const plain = members.filter(({ ids }) => ids === undefined);
      await this.#askBatches(plain.length > 0 ? plain : members);
    }
    for (const account of members) {
      await this.#askMember(account);
    }
    for (const account of accounts) {
      const question = QUESTION_OF_KIND[account.kind];
      if (question === undefined) {
        continue;
      }
      const { code } = await this.#reset([account.namedId]);
      findings.note(question, code === 'ok' ? 'accept' : code);
      const companion = members[0];
      if (code !== 'ok' && companion !== undefined) {
        const batch = await this.#reset([companion.namedId, account.namedId]);
        const isNamed = JSON.stringify(batch.body).includes(account.namedId);
        findings.note('namesInOtherRefusals', String(isNamed));
      }
    }
    if (this.#accepted > 0 && !findings.has('okWithFailures')) {
      findings.note('okWithFailures', 'never');
    }
  }

  async #reset(userIds: readonly string[]): Promise<ProbeAnswer> {
    this.#sent += 1;
    const answer = await this.#ask.client.callJson(RESET, { user_ids: userIds });
    if (answer.code === 'ok') {
      this.#accepted += 1;
      const odd = Object.entries(answer.body).filter(([key]) => !ORDINARY_KEYS.has(key));
      if (odd.length > 0) {
        this.#ask.findings.note('okWithFailures', describeShape(Object.fromEntries(odd)));
      }
    }
    return answer;
  }

  /** One bad ID among good ones, before anything else, while the good ones still have sessions. */
  async #askBatches(members: readonly ProbedAccount[]): Promise<void> {
    const { findings, client } = this.#ask;
    const good = members.map(({ namedId }) => namedId);
    const malformed = await this.#reset([...good, MALFORMED_ID]);
    findings.note('userIdPattern', describeShape(malformed.body));
    const unknownId = await this.#findUnknownId(client);
    const alone = await this.#reset([unknownId]);
    findings.note('unknownUsers', alone.code === 'ok' ? 'accept' : alone.code);
    const before = await this.#sessionsBefore(members);
    const batch = await this.#reset([...good, unknownId]);
    findings.note('failedForSome', describeShape(batch.body));
    if (batch.code !== 'ok' && before.size > 0) {
      const goneMs = await this.#timeUntilGone(before);
      findings.note('failedForSomeAppliesRest', String(goneMs !== undefined));
      if (goneMs !== undefined) {
        this.#noteTime(goneMs);
      }
    }
  }

  /** An ID that Slack says nobody has, so that nobody else is touched. */
  async #findUnknownId(client: ProbeClient): Promise<string> {
    for (;;) {
      const userId = `U0${randomBytes(8).toString('hex').toUpperCase().slice(0, 9)}`;
      const { code } = await client.callForm('users.info', { user: userId });
      if (code === 'user_not_found') {
        return userId;
      }
      if (code !== 'ok') {
        throw new Error(`users.info does not say that nobody has an ID: ${code}.`);
      }
    }
  }

  async #askMember(account: ProbedAccount): Promise<void> {
    const { findings } = this.#ask;
    const before = await this.#sessionsBefore([account]);
    const ids = account.ids === undefined ? [account.namedId] : [account.ids.local, account.ids.enterprise];
    const codes: string[] = [];
    for (const userId of ids) {
      codes.push((await this.#reset([userId])).code);
    }
    if (account.ids !== undefined) {
      const [local = '', enterprise = ''] = codes;
      const taken = [...(local === 'ok' ? ['local'] : []), ...(enterprise === 'ok' ? ['enterprise'] : [])];
      findings.note('resetAccepts', taken.length === 2 ? 'both' : (taken[0] ?? `neither: ${local}`));
    }
    if (before.size > 0 && codes.includes('ok')) {
      this.#noteTime(await this.#timeUntilGone(before));
    }
  }

  #noteTime(goneMs: number | undefined): void {
    const { findings, watchMs } = this.#ask;
    const seconds = (ms: number) => `${Math.ceil(ms / 1000)} s`;
    const answer = goneMs === undefined ? `more than ${seconds(watchMs)}` : `at most ${seconds(goneMs)}`;
    findings.note('time until gone', answer);
  }

  async #sessionsBefore(members: readonly ProbedAccount[]): Promise<Map<ProbedAccount, readonly string[]>> {
    const before = new Map<ProbedAccount, readonly string[]>();
    for (const account of members) {
      const sessions = await this.#ask.sessionsOf(account);
      if (sessions.length > 0) {
        before.set(account, sessions);
      }
    }
    return before;
  }

  /** The time after which none of the sessions before is listed any more; undefined when some stay. */
  async #timeUntilGone(before: ReadonlyMap<ProbedAccount, readonly string[]>): Promise<number | undefined> {
    const { sessionsOf, watchMs, pollMs } = this.#ask;
    const startedMs = performance.now();
    for (;;) {
      const left: string[] = [];
      for (const [account, old] of before) {
        const now = new Set(await sessionsOf(account));
        left.push(...old.filter((id) => now.has(id)));
      }
      const elapsedMs = performance.now() - startedMs;
      if (left.length === 0) {
        return elapsedMs;
      }
      if (elapsedMs + pollMs > watchMs) {
        return undefined;
      }
      await delay(pollMs);
    }
  }
}
