import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isRecord } from './arguments.ts';
import { EXAMPLE_COMPANY } from './company.ts';
import type { SimulatorOptions } from './options.ts';
import type { SimulatedUser } from './people.ts';
import { startSlackSimulator } from './server.ts';

const USAGE = 'usage: node cli.ts [--port N] [--company file.json] [--url-file path]';

function isUser(value: unknown): value is SimulatedUser | string {
  return typeof value === 'string' || (isRecord(value) && typeof value['id'] === 'string');
}

function isCompany(value: unknown): value is SimulatorOptions {
  return isRecord(value) && Array.isArray(value['users']) && value['users'].every(isUser);
}

/** Accepts a list of users, or an object with `users` and any other option of the simulator. */
function parseCompany(text: string): SimulatorOptions {
  const parsed: unknown = JSON.parse(text);
  const company = Array.isArray(parsed) ? { users: parsed } : parsed;
  if (!isCompany(company)) {
    throw new Error('The company file must hold a list of users, or an object with "users"; a user has an "id".');
  }
  return company;
}

async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      company: { type: 'string' },
      'url-file': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const company = values.company === undefined ? undefined : parseCompany(await readFile(values.company, 'utf8'));
  const slack = await startSlackSimulator({ users: EXAMPLE_COMPANY, ...company, port: Number(values.port) });
  const stop = () => {
    slack.close().catch((error: unknown) => process.stderr.write(`${error}\n`));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`${slack.url}\n`);
  if (values['url-file'] !== undefined) {
    await writeFile(values['url-file'], `${slack.url}\n`);
  }
}

await serve();
