// A roster of 100,000 entries: read, checked and planned, and sent in 100 calls, beside reading the file with `yaml`.
import { startSlackSimulator } from '../__tests__/support/slack-simulator/index.ts';
import { measureMemory, spread, timeInTurn } from './support/processes.ts';
import { makeBench } from './support/programs.ts';
import { printTable } from './support/table.ts';

const ENTRIES = 100_000;
const ROUNDS = 3;

const bench = makeBench();
const ids = Array.from({ length: ENTRIES }, (_, index) => `U${String(index).padStart(9, '0')}`);
const slack = await startSlackSimulator({ users: ids });
const roster = ids.map((id, i) => `  - user_id: ${id}\n    effective: 2026-01-0${(i % 9) + 1}\n    ticket: HR-${i}\n`);
bench.write('roster.yml', `version: 1\nleavers:\n${roster.join('')}`);
bench.write('empty.yml', '[]\n');
try {
  const inputs = { roster: 'roster.yml', 'max-users': '1000000' };
  const yaml = new URL(import.meta.resolve('yaml')).pathname;
  const programs = [
    bench.action('Action, empty roster', { roster: 'empty.yml', 'dry-run': 'true' }),
    bench.action('Action, plan', { ...inputs, 'dry-run': 'true' }),
    // What V8 takes for young objects is a matter of its settings, not of the roster.
    bench.action(
      'Action, plan, --max-semi-space-size=8',
      { ...inputs, 'dry-run': 'true' },
      { NODE_OPTIONS: '--max-semi-space-size=8' },
    ),
    bench.action('Action, 100 calls', { ...inputs, 'api-url': slack.url }),
    bench.script(
      'yaml.parse',
      `require('${yaml}').parse(require('node:fs').readFileSync('${bench.folder}/roster.yml', 'utf8'))`,
    ),
  ];
  const times = await timeInTurn(programs, ROUNDS);
  const base = spread(times.get('yaml.parse') ?? []).median;
  const rows = [];
  for (const program of programs) {
    const { median, min, max } = spread(times.get(program.name) ?? []);
    rows.push({
      program: program.name,
      'median s': (median / 1000).toFixed(1),
      'min–max s': `${(min / 1000).toFixed(1)}–${(max / 1000).toFixed(1)}`,
      'peak MiB': (await measureMemory(program)).toFixed(0),
      'to yaml.parse': (median / base).toFixed(2),
    });
  }
  const mebibytes = roster.join('').length / 1024 / 1024;
  printTable(`${ENTRIES} roster entries (${mebibytes.toFixed(1)} MiB)`, rows);
} finally {
  await slack.close();
  bench.remove();
}
