// Asks a real organization what Slack does not document. Nothing but sessions of the accounts named is changed.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type ProbedAccount, readAccounts, readToken } from './probe/accounts.ts';
import { type ProbeOptions, readOptions, USAGE } from './probe/arguments.ts';
import { askAudit } from './probe/ask-audit.ts';
import { askListing } from './probe/ask-listing.ts';
import { ResetProbe } from './probe/ask-reset.ts';
import { createProbeClient } from './probe/client.ts';
import { Findings, renderFindings } from './probe/findings.ts';

function kindsOf(accounts: readonly ProbedAccount[]): string {
  return accounts.map(({ kind, ids }) => (ids === undefined ? kind : `${kind} with two IDs`)).join(', ');
}

async function isAllowed({ isConfirmed }: ProbeOptions, accounts: readonly ProbedAccount[]): Promise<boolean> {
  if (isConfirmed) {
    return true;
  }
  if (process.stdin.isTTY !== true) {
    console.log('No session was ended: without a terminal to ask on, "--yes" is required.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `End the sessions of ${accounts.length} accounts (${kindsOf(accounts)})? [y/N] `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function probe(options: ProbeOptions): Promise<void> {
  const client = createProbeClient(options.apiUrl, options.token);
  const findings = new Findings();
  const token = await readToken(client);
  const accounts = await readAccounts(client, options.userIds);
  const isOwn = ({ namedId, ids }: ProbedAccount) => [namedId, ids?.local, ids?.enterprise].includes(token.userId);
  if (accounts.some(isOwn)) {
    throw new Error("One of the accounts is the token's own. The probe does not end its sessions.");
  }
  const sessionsOf = await askListing(client, token, accounts, findings);
  if (await isAllowed(options, accounts)) {
    const sinceSeconds = Math.floor(Date.now() / 1000) - 1;
    const { watchMs, pollMs } = options;
    const resets = new ResetProbe({ client, findings, sessionsOf, watchMs, pollMs });
    await resets.askAll(accounts);
    const { sent, accepted } = resets;
    await askAudit({ client, findings, actorId: token.userId, sent, accepted, watchMs, pollMs }, sinceSeconds);
  }
  const table = renderFindings(findings, {
    host: options.apiUrl.protocol === 'https:' ? options.apiUrl.hostname : 'a simulated Slack on this machine',
    date: new Date().toISOString().slice(0, 10),
    token: token.description,
    accounts: kindsOf(accounts),
    calls: client.calls,
  });
  writeFileSync(options.output, table);
  console.log(table);
}

if (process.argv.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  try {
    await probe(readOptions(process.argv.slice(2), process.env));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
