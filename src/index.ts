import { run } from './main.ts';

await run();
// A tunnel to a proxy may linger; the work is done, and what was printed is to be out first.
process.stdout.write('', () => process.exit());
