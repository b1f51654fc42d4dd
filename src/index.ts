import { run } from './main.ts';

// A connection may linger; the work is done, and all that was to be printed is written.
void run().then(() => process.exit());
