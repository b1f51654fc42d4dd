// The Action without Slack and without GitHub: a small made-up company in the simulator, and the committed bundle run
// as GitHub's runner would run it. Shows what a person would see: `npm run demo`, `-- plan`, `-- verify`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderLog } from './demo/log-view.ts';
import { renderMarkdown } from './demo/markdown-view.ts';
import { toPage } from './demo/page.ts';
import type { Devices, Scene } from './demo/scenes.ts';
import { createPaint, renderTable, WIDTH, wrap } from './demo/screen.ts';

// Users get the bundle, so the demo runs it; ACTION_UNDER_TEST=source runs the source instead.
process.env['ACTION_UNDER_TEST'] ??= 'bundle';
const { playPlan, playReset, playVerify } = await import('./demo/scenes.ts');

const FOLDER = join('reports', 'demo');
const PLAYS: Readonly<Record<string, { play: () => Promise<Scene>; seconds: number; next: string }>> = {
  reset: { play: playReset, seconds: 2, next: 'npm run demo -- plan' },
  plan: { play: playPlan, seconds: 2, next: 'npm run demo -- verify' },
  verify: { play: playVerify, seconds: 25, next: 'README.md, then docs/setup.md' },
};
/** Outputs that are long lists, or places of this machine. */
const LONG_OUTPUTS = new Set(['results', 'report-path']);

const paint = createPaint(process.stdout.isTTY === true, process.env);

function print(lines: readonly string[]): void {
  for (const line of lines) {
    console.log(line);
  }
}

function chapter(title: string, lines: readonly string[]): void {
  print(['', paint('cyan', `── ${title} ${'─'.repeat(Math.max(0, WIDTH - title.length - 4))}`), '', ...lines]);
}

/** Devices before and after of everybody on the list, and one line for the others. */
function renderDevices({ before, after, run }: Scene): readonly string[] {
  const requested = new Set(run.results.flatMap(({ user_id }) => user_id ?? []));
  const name = (devices: Devices, id: string): string => devices.get(id)?.join(', ') || 'no session';
  const known = [...requested].filter((id) => before.has(id));
  const others = [...before.keys()].filter((id) => !requested.has(id));
  const count = (devices: Devices): number => others.reduce((sum, id) => sum + (devices.get(id)?.length ?? 0), 0);
  const table = renderTable(
    [['person', 'signed in before', 'signed in now'], ...known.map((id) => [id, name(before, id), name(after, id)])],
    paint,
  );
  return [
    ...table,
    '',
    `Everybody else (${others.length} accounts): ${count(before)} sessions before, ${count(after)} now.`,
  ];
}

function writePages(scene: Scene): readonly string[] {
  mkdirSync(FOLDER, { recursive: true });
  return Object.entries(scene.pages).map(([place, markdown]) => {
    const path = join(FOLDER, `${place}.html`);
    writeFileSync(path, toPage(markdown, scene.title, ['light', 'dark']));
    return `${path}  the ${place === 'comment' ? 'comment on the pull request' : 'job summary'}, light and dark`;
  });
}

function isAsExpected({ run, expected }: Scene): boolean {
  const statuses = run.results.map(({ status }) => status).toSorted();
  return (
    run.exitCode === expected.exitCode &&
    run.outputs['outcome'] === expected.outcome &&
    statuses.join() === expected.statuses.toSorted().join()
  );
}

const name = process.argv[2] ?? 'reset';
const chosen = PLAYS[name];
if (chosen === undefined) {
  console.error(`There is no demo "${name}": use npm run demo, npm run demo -- plan, or npm run demo -- verify.`);
  process.exit(2);
}
console.log(paint('dim', `A made-up company in a simulated Slack. This takes about ${chosen.seconds} seconds …`));
const scene = await chosen.play();
console.log(`\n${paint('bold', scene.title)}`);
chapter('The workflow step', scene.step.split('\n'));
if (scene.roster.text !== '') {
  chapter(
    `The roster, ${scene.roster.path}`,
    scene.roster.text.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
  );
}
chapter('The log of the step', renderLog(scene.run.stdout + scene.run.stderr, paint));
for (const [place, markdown] of Object.entries(scene.pages).slice(0, 1)) {
  chapter(place === 'comment' ? 'The comment on the pull request' : 'The job summary', renderMarkdown(markdown, paint));
}
chapter(
  'The outputs',
  renderTable(
    [
      ['output', 'value'],
      ...Object.entries(scene.run.outputs)
        .filter(([output]) => !LONG_OUTPUTS.has(output))
        .map(([output, value]) => [output, value]),
    ],
    paint,
  ),
);
chapter('Sessions in the simulated Slack', renderDevices(scene));
const asExpected = isAsExpected(scene);
const statuses = scene.run.results.map(({ status }) => status).join(', ');
const words = asExpected
  ? `As expected. ${scene.why}`
  : `Not as expected: exit ${scene.run.exitCode}, outcome ${scene.run.outputs['outcome']}, ${statuses}.`;
chapter(
  'What this shows',
  wrap(words, WIDTH).map((line) => paint(asExpected ? 'green' : 'red', line)),
);
chapter('Next', [...writePages(scene), '', `Then: ${chosen.next}`]);
process.exitCode = asExpected ? 0 : 1;
